"""A feed as a file (RSS 2.0, RSS 1.0, Atom 1.0): an article an entry, as a .jsonl file has one a line.

An entry's own words are read, not the page that it links.
"""

from collections.abc import Iterator
from typing import Any

from claimgraph.errors import InputRefusedError
from claimgraph.read.metadata import Metadata, Part, message_date, prefix_date

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_RSS1 = "{http://purl.org/rss/1.0/}"
_DC_DATE = "{http://purl.org/dc/elements/1.1/}date"
_ITEMS = ("item", f"{_RSS1}item", f"{_ATOM}entry")
_TEXTS = (_CONTENT, f"{_ATOM}content", "description", f"{_RSS1}description", f"{_ATOM}summary")
"""Where an entry's words stand, the fullest first."""
_DATES = ("pubDate", _DC_DATE, f"{_ATOM}published", f"{_ATOM}updated")


def entries(data: bytes, where: str) -> Iterator[Part | InputRefusedError]:
    """Yield the entries of a feed in order, and a refusal for each without words.

    Raises:
        InputRefusedError: it is no feed.
    """
    from lxml import etree  # noqa: PLC0415 - only feeds need it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputRefusedError(where, "not readable as a feed (RSS or Atom)", "save its articles") from error
    found = list(root.iter(*_ITEMS))
    if not found:
        raise InputRefusedError(where, "no feed (RSS or Atom), or one without entries", "save its articles")
    publisher = _first(root, (f"{_ATOM}title", "channel/title", f"{_RSS1}channel/{_RSS1}title"))
    for number, item in enumerate(found, 1):
        yield _entry(item, number, publisher, where)


def _entry(item: Any, number: int, publisher: str | None, where: str) -> Part | InputRefusedError:
    words = _words(item)
    if words is None:
        return InputRefusedError(f"{where}:{number}", "the entry has no text", "save the article it links")
    title = _first(item, ("title", f"{_RSS1}title", f"{_ATOM}title"))
    link = _first(item, ("link", f"{_RSS1}link")) or _atom_link(item)
    identity = _first(item, ("guid", f"{_ATOM}id")) or link or f"{number}"
    published = _published(item)
    basis = "the entry's own date" if published else None
    told = Metadata(title=title, publisher=publisher, published=published, url=link, basis=basis)
    return Part(identity, words.encode("utf-8", "replace"), "fragment", told)


def _words(item: Any) -> str | None:
    """Return the fullest text of an entry, as HTML; markup of an Atom entry stands in it unescaped."""
    from lxml import etree  # noqa: PLC0415

    for name in _TEXTS:
        held = item.find(name)
        if held is None:
            continue
        inner = "".join(etree.tostring(child, encoding="unicode") for child in held)
        text = f"{held.text or ''}{inner}"
        if text.strip():
            return text
    return None


def _first(item: Any, names: tuple[str, ...]) -> str | None:
    for name in names:
        text = " ".join((item.findtext(name) or "").split())
        if text:
            return text
    return None


def _atom_link(item: Any) -> str | None:
    links = item.findall(f"{_ATOM}link")
    chosen = next((one for one in links if one.get("rel", "alternate") == "alternate"), None)
    return chosen.get("href") if chosen is not None else None


def _published(item: Any) -> str | None:
    """Return the day of an entry, as it is written there (RFC 2822 or RFC 3339)."""
    told = _first(item, _DATES) or ""
    return prefix_date(told) or message_date(told)
