"""The text of a piece of a page: what a feed or a message holds, with nothing round it to leave out."""

import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import iterwalk
from lxml.html import HTMLParser, fragments_fromstring

from claimgraph.errors import InputRefusedError
from claimgraph.read.metadata import Extracted

_BREAKING = frozenset(
    ["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table"]
)
"""Elements that begin a paragraph."""
_SILENT = frozenset(["script", "style", "template", "head", "title", "noscript"])
"""Elements whose text nobody is shown."""
_GAP = "\n\n"


def extract_fragment(data: bytes, where: str) -> Extracted:
    """Return the text of a piece of HTML, paragraphs parted by an empty line.

    Raises:
        InputRefusedError: there is no text in it.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parts = fragments_fromstring(data, parser=parser)
    text = "".join(piece for part in parts for piece in ([part] if isinstance(part, str) else _pieces(part)))
    paragraphs = (" ".join(one.split()) for one in re.split(r"\n\s*\n", text))
    joined = _GAP.join(one for one in paragraphs if one)
    if not joined:
        raise InputRefusedError(where, "no text in it", "save the article's text as .txt")
    return Extracted(joined + "\n")


def _pieces(root: Any) -> Iterator[str]:
    """Yield the text of an element and what follows it, with gaps; elements may lie thousands deep."""
    walk = iterwalk(root, events=("start", "end"))
    for event, one in walk:
        gap = _GAP if one.tag in _BREAKING else ""
        if event == "end":
            yield f"{gap}{one.tail or ''}"
        elif one.tag in _SILENT:
            walk.skip_subtree()
        else:
            yield f"{gap}{one.text or ''}"
