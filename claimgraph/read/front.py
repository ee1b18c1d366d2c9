"""What a Markdown file says about itself in lines before its text: its front matter.

Plain ``key: value`` lines between two lines of three hyphens are read; deeper structures are passed over.
"""

import re

from claimgraph.read.metadata import Metadata, prefix_date

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>.*?)(?<=\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_KEYS = {
    "title": "title",
    "publisher": "publisher", "site": "publisher", "source": "publisher", "publication": "publisher",
    "published": "published", "date": "published",
    "url": "url", "link": "url",
}  # fmt: skip
"""Which of our fields a key means."""


def read_front(text: str) -> tuple[Metadata, int]:
    """Return what the front matter says, and where the text behind it begins (0 without one)."""
    found = _FRONT.match(text)
    if found is None:
        return Metadata(), 0
    told: dict[str, str] = {}
    for line in _LINE.finditer(found["lines"]):
        field = _KEYS.get(line["key"].lower())
        value = line["value"].strip("\"'")
        if field and value:
            told.setdefault(field, value)
    published = prefix_date(told.pop("published", ""))
    basis = "the file's front matter" if published else None
    return Metadata(**told, published=published, basis=basis), found.end()
