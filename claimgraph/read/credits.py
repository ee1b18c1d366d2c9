"""Who published an article, under what title, and on whose work it says it draws.

Everything here is read from what the page says of itself: metadata, copyright lines,
reprint notices, lists of sources, invitations to follow. What it does not say is None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlsplit

from claimgraph.lexicon import table, words
from claimgraph.model import UNMARKED, Block, Credit
from claimgraph.read.datelines import agencies, is_dateline, is_publication_line
from claimgraph.read.masthead import masthead
from claimgraph.read.metadata import Metadata
from claimgraph.read.phrases import compiled

_TITLE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Credited:
    """Title and publisher, None when not told, and the credits in text order."""

    title: str | None
    publisher: str | None
    credits: tuple[Credit, ...]


_DATELINE = re.compile(r"^.{0,80}?(?:\(|(?<!\w)/)(?P<names>[A-Z][\w./ -]{1,30})[)/]\s*(?:[-–—:]|$|[A-Z])")
_SERVICES = re.compile(r"['’]s?\s[^,;]*?\b(?:services?|bureaus?|bureaux|correspondents?|reporters?|staff)\b")
_BETWEEN = re.compile(r"\s*(?:,? and |,|;|&| \+ |\s/\s)\s*")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s")
_ARTICLE = re.compile(r"^the\s+")
_YEAR_ENDING = re.compile(r"[,\s]+(?:19|20)\d\d[\s.]*$")
_NO_NAME = re.compile(
    r"\s*(inc|ltd|llc|limited|others?|agencies|all rights reserved|the|reserved)\.?\s*", re.IGNORECASE
)
"""What is left of a list that names nobody: a company's form, or the permission's small print."""
_LEGAL_ENDING = re.compile(
    r"[,\s]+(?:Inc|Ltd|LLC|Limited|Corp|Corporation|Co|Company|plc|PLC|GmbH|S\.A|Pvt)\.?(?=$|\s|,).*$"
)


def read_credits(text: str, blocks: tuple[Block, ...], metadata: Metadata) -> Credited:
    """Read title, publisher and credits of an article."""
    found = sorted({*_credit_lines(text, blocks), *_wires(text, blocks)}, key=lambda credit: credit.span)
    return Credited(
        title=metadata.title or _title(text, blocks),
        publisher=metadata.publisher or _publisher(text, blocks, found) or _site(metadata.url),
        credits=tuple(found),
    )


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the title's words, else the first line when it is short enough to be one."""
    chosen = next((block for block in blocks if block.kind == "title"), None)
    chosen = chosen or next((block for block in blocks if block.kind in ("heading", "body")), None)
    if chosen is None or chosen.end - chosen.start > _TITLE_LENGTH:
        return None
    return " ".join(text[chosen.start : chosen.end].replace(UNMARKED, "").split())


def _credit_lines(text: str, blocks: tuple[Block, ...]) -> Iterator[Credit]:
    """Yield the credits of lines that only give credit."""
    for block in blocks:
        if block.kind != "credit":
            continue
        taken: set[int] = set()
        for entry in table("credits")["lines"]:
            for match in compiled(entry["pattern"]).finditer(text[block.start : block.end]):
                for start, end in _names(match.group("names"), match.start("names") + block.start):
                    if start not in taken and end > start:
                        taken.add(start)
                        name = " ".join(text[start:end].split())
                        yield Credit(name=name, span=(start, end), kind=entry["kind"])


def _names(joined: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the single names in a list of names."""
    joined = _SERVICES.sub(lambda match: " " * len(match.group()), joined)
    position = 0
    for separator in [*_BETWEEN.finditer(joined), None]:
        end = separator.start() if separator else len(joined)
        name = joined[position:end]
        trimmed = _SENTENCE.split(_YEAR_ENDING.sub("", _LEGAL_ENDING.sub("", name)))[0].rstrip(" .,;:)(")
        lead = len(trimmed) - len(_ARTICLE.sub("", trimmed.lstrip(" .,(@")))
        if re.search(r"[^\W\d_]{2}", trimmed) and not _NO_NAME.fullmatch(trimmed):
            yield offset + position + lead, offset + position + len(trimmed)
        position = separator.end() if separator else end


def _wires(text: str, blocks: tuple[Block, ...]) -> Iterator[Credit]:
    """Yield the agency of a dateline, and one that says of itself that it could not verify."""
    for block in _datelines(text, blocks):
        match = _DATELINE.match(text[block.start : block.end])
        if match and match["names"] in agencies():
            start, end = match.span("names")
            yield Credit(name=match["names"], span=(block.start + start, block.start + end))
    unverified = compiled(table("credits")["unverified"]["pattern"])
    for block in blocks:
        match = unverified.search(text, block.start, block.end) if block.kind == "body" else None
        if match:
            yield Credit(name=match["names"], span=match.span("names"))


def _datelines(text: str, blocks: tuple[Block, ...]) -> list[Block]:
    """Return the datelines of an article: before its opening paragraphs, or on lines above them."""
    first = next((order for order, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    return [
        block
        for order, block in enumerate(blocks)
        if is_dateline(text, blocks, order)
        or (order < first and block.kind == "credit" and is_publication_line(text[block.start : block.end]))
    ]


def _publisher(text: str, blocks: tuple[Block, ...], found: list[Credit]) -> str | None:
    """Return the publisher: of masthead, copyright, an invitation to follow, the first print, or dateline."""
    return (
        _of_masthead(text, blocks)
        or _credited(found, "copyright")
        or _of_invitation(text, blocks, found)
        or _credited(found, "reprint")
        or _of_dateline(text, blocks, found)
    )


def _credited(found: list[Credit], kind: str) -> str | None:
    return next((credit.name for credit in found if credit.kind == kind), None)


def _of_invitation(text: str, blocks: tuple[Block, ...], found: list[Credit]) -> str | None:
    """Return whom the page invites to follow, where that is not its writer."""
    lines = [block for block in blocks if block.kind in ("boilerplate", "credit")]
    writers = {"us", "me", "him", "her", "them"} | {one.name.lower() for one in found if one.kind == "byline"}
    for entry, block in product(table("credits")["publishers"], lines):
        match = compiled(entry["pattern"]).search(text, block.start, block.end)
        name = match.group("names").strip() if match else ""
        if name and name.lower() not in writers:
            return re.sub(r"['’]s$", "", name)
    return None


def _of_dateline(text: str, blocks: tuple[Block, ...], found: list[Credit]) -> str | None:
    """Return the agency that is credited, where there is a dateline, else the outlet that this names."""
    matches = (_DATELINE.match(text[one.start : one.end]) for one in _datelines(text, blocks))
    names = [match["names"] for match in matches if match]
    reporting = (credit.name for credit in found if credit.kind == "reporting")
    agency = next((name for name in reporting if name in agencies()), None)
    return agency if agency and names else next(filter(_is_outlet, names), None)


def _of_masthead(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the name on a line of its own before the article's words, at its top or under its title."""
    first = next((order for order, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    lines = [text[block.start : block.end].replace(UNMARKED, "") for block in blocks[:first]]
    for block, line, below in zip(blocks, lines, [*lines[1:], ""], strict=False):
        name = masthead(line, below) if block.kind == "credit" else None
        if name:
            return name
    return None


def _is_outlet(name: str) -> bool:
    """Say whether a name ends as those of newspapers and agencies do ("Brennick Gazette")."""
    parts = name.split()
    capitals = all(part[:1].isupper() for part in parts)
    return (
        len(parts) > 1
        and capitals
        and parts[-1].lower() in words("media", "title_words") | words("media", "dateline_words")
    )


def _site(url: str | None) -> str | None:
    """Return the host of an address: who runs the page, when it names no publisher."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^www\d?\.", "", host) if host else None
