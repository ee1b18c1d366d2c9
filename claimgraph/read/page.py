"""The article in a web page, and what the page's head says about it.

The words are trafilatura's main-text extraction. The date is read from the page's own
declarations only, never guessed from its address or its footer, so that its basis can name
the declaration it stands on.
"""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from lxml.etree import ErrorLevels, ErrorTypes, iterwalk
from lxml.html import HTMLParser, fromstring
from trafilatura import bare_extraction
from trafilatura.utils import decode_file, repair_faulty_html

from claimgraph.errors import InputRefusedError
from claimgraph.read.limits import MAX_BYTES
from claimgraph.read.metadata import Extracted, Metadata, prefix_date

# Else its warnings reach the user's terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publication_date",
    "article.published",
    "date",
)
"""Names of head declarations that give the day of publication, the most specific first."""

_ENDS = re.compile(r"</(?:body|html)[^<>]{0,100}>", re.IGNORECASE)
"""Tags that may be left out; where they come too early, the parser drops what follows."""

_META_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_META_TITLES = ("og:title", "dc.title", "twitter:title", "title")

_MAX_DEPTH = 2_000
"""Elements of a page that may stand inside one another; the parser itself gives up a little later."""

_NOTHING, _REMEDY = "no article text found in the page", "save the article's text as .txt"

_PROSE = 20
"""Words from which on a paragraph is told from a line under a picture, a button or a date."""

_ANOTHER = 100
"""Words of prose from which on an element is an article; what leads to another page has fewer."""


def extract_page(data: bytes, where: str) -> Extracted:
    """Return the article's text and metadata, and in words what of the page was left aside, if anything.

    Raises:
        InputRefusedError: the page cannot be parsed whole, or no article is found in it.
    """
    tree = _tree(data, where)
    metadata, articles = _metadata(tree), list(_articles(tree))  # before the extraction takes from the tree
    document = bare_extraction(tree, include_comments=False, include_tables=False)
    text = getattr(document, "text", None) or ""
    if not text.strip():
        raise InputRefusedError(where, _NOTHING, _REMEDY)
    words = _words_aside(articles, text)
    aside = f"{words:,} words of other articles in the page are not read; save each as a file of its own"
    return Extracted(text, metadata, aside if words else "")


def _articles(tree: Any) -> Iterator[list[str]]:
    """Yield the paragraphs of prose of each outermost article element; a reader's comment is none."""
    inside = 0
    found: list[str] = []
    for event, element in iterwalk(tree, events=("start", "end"), tag=("article", "p")):
        if element.tag == "article" and event == "start":
            inside += 1
            found = found if inside > 1 else []
        elif element.tag == "article":
            inside -= 1
            if inside == 0 and "comment" not in f"{element.get('class')} {element.get('id')}".lower():
                yield found
        elif event == "start" and inside:
            words = "".join(element.itertext()).split()
            if len(words) >= _PROSE:
                found.append(" ".join(words))


def _words_aside(articles: list[list[str]], text: str) -> int:
    """Return the number of words in articles of the page of which no paragraph was read."""
    read = {_beginning(line) for line in text.splitlines()}
    aside = [each for each in articles if not any(_beginning(one) in read for one in each)]
    counts = [sum(len(one.split()) for one in each) for each in aside]
    return sum(words for words in counts if words >= _ANOTHER)


def _beginning(words: str) -> str:
    """Return what tells a paragraph from others, whatever became of its blanks, marks and markup."""
    return re.sub(r"[\W_]+", "", normalize("NFKC", words[:200]))[:30]


def _tree(data: bytes, where: str) -> Any:
    """Parse a page whole.

    trafilatura's own parser stops, without a word, at a script, comment or attribute of 10 MB and
    inside 256 elements.

    Raises:
        InputRefusedError: nothing is in it, or elements stand too deep inside one another; the parser
            would stop there.
    """
    text = decode_file(data, MAX_BYTES)
    text = _ENDS.sub("", repair_faulty_html(text, text[:50].lower()))
    if "<" not in text:
        raise InputRefusedError(where, _NOTHING, _REMEDY)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = fromstring(text.encode("utf-8", "surrogatepass"), parser=parser)
    _check_whole(parser, where)
    return tree


def _check_whole(parser: Any, where: str) -> None:
    """Refuse a page whose parser stopped before its end.

    Raises:
        InputRefusedError: it did.
        MemoryError: there was not enough memory for it.
    """
    for entry in parser.error_log:
        if entry.level < ErrorLevels.FATAL:
            continue
        if entry.type == ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError
        reason = f"the HTML reader stops at line {entry.line} ({' '.join(entry.message.split())[:100]})"
        if "depth" in entry.message:
            reason = f"its elements stand more than {_MAX_DEPTH:,} deep inside one another"
        raise InputRefusedError(where, reason, _REMEDY)


def _metadata(tree: Any) -> Metadata:
    """Read title, site, address and date from the page's head."""
    declared: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if content:
            declared.setdefault(name.lower(), content)
    linked = list(_linked_data(tree))
    published, basis = _published(tree, declared, linked)
    links = (element.get("href") for element in tree.iter("link") if element.get("rel") == "canonical")
    return Metadata(
        title=_first(declared, _META_TITLES) or _headline(tree),
        publisher=_first(declared, _META_SITES) or _linked_publisher(linked),
        published=published,
        url=declared.get("og:url") or next(links, None),
        basis=basis,
    )


def _first(declared: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((declared[name] for name in names if name in declared), None)


def _headline(tree: Any) -> str | None:
    """Return the only top heading, or else the page's title."""
    for tag in ("h1", "title"):
        found = [" ".join("".join(element.itertext()).split()) for element in tree.iter(tag)]
        found = [text for text in found if text]
        if found and (tag == "title" or len(found) == 1):
            return found[0]
    return None


def _published(
    tree: Any, declared: dict[str, str], linked: list[dict[str, Any]]
) -> tuple[str | None, str | None]:
    """Return the day of publication and the declaration that gives it."""
    candidates = (
        *((f"the page's declaration {name!r}", declared[name]) for name in _META_DATES if name in declared),
        *(("the page's linked data 'datePublished'", str(item["datePublished"])) for item in linked),
        *(("the page's time element", told) for told in _times(tree)),
    )
    for basis, told in candidates:
        day = prefix_date(re.sub(r"^(\d{4})/(\d{2})/(\d{2})", r"\1-\2-\3", told))
        if day:
            return day, f"{basis}: {told!r}"
    return None, None


def _times(tree: Any) -> list[str]:
    """Return the times that the page marks as its publication's, else the only one it gives."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [one for one in times if "pubdate" in one.attrib or one.get("itemprop") == "datePublished"]
    told = [one.get("datetime") for one in marked or times]
    return told if marked or len(set(told)) == 1 else []


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles among the page's JSON-LD items."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            items = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in items if isinstance(items, list) else [items]:
            graph = item.get("@graph", item) if isinstance(item, dict) else []
            parts = graph if isinstance(graph, list) else [graph]
            yield from (part for part in parts if isinstance(part, dict) and "datePublished" in part)


def _linked_publisher(linked: list[dict[str, Any]]) -> str | None:
    """Return the publisher's name in the page's JSON-LD."""
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None
