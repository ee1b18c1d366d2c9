"""Paragraphs become blocks: what is the article's own, and what the page prints around it.

Only title, heading and body can hold claims. In doubt a paragraph is kept: a stray line
costs less than a lost statement. What a paragraph's own words do not tell is told by its
place: before the first or after the last full paragraph, repeated, or unrelated to the rest.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from claimgraph.lexicon import words
from claimgraph.model import UNMARKED, Block, BlockKind
from claimgraph.read.datelines import dateline_end
from claimgraph.read.masthead import masthead
from claimgraph.read.paragraphs import paragraphs
from claimgraph.read.phrases import is_stub, kind_of, plain, teaser

_COMPLETE = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_HEADING_WORDS = 14
_SENTENCE_WORDS = 12
_LONG_WORDS = 25
_REPEAT_WORDS = 8
_TITLE_WORDS = 3
_SHORT_TITLE = 2
"""Words of a title beside a line that names the paper, at least."""
_TOP = 4
"""Paragraphs from the top among which the paper's name may stand."""
_RUN = 4
_OPENING = 2
"""Paragraphs from the top that a dateline may open: a summary may stand before it."""

_WATCH = re.compile(r"(watch|video|listen|live)\b.*?:\s", re.IGNORECASE)

_UNRELATED = 0.25
"""Share of a teaser's own words found elsewhere in the article, below which it is another story's."""


@dataclass(slots=True)
class _Piece:
    """A paragraph on its way to a block. ``kind`` is None until something tells it."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    named: bool = False
    """It names the paper."""

    @property
    def count(self) -> int:
        return len(self.text.split())

    @property
    def complete(self) -> bool:
        return _COMPLETE.search(self.text) is not None

    @property
    def full(self) -> bool:
        """A paragraph that can only be the article's text: a sentence, or long."""
        return self.kind is None and (
            (self.complete and self.count >= _SENTENCE_WORDS) or self.count >= _LONG_WORDS
        )


def read_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """Cut a text into blocks and say what each is.

    Args:
        title: the title when the file's metadata gives one.

    Returns:
        Blocks in order, without overlap, inside the text.
    """
    pieces = [
        _Piece(start, end, " ".join(text[start:end].replace(UNMARKED, "").split()))
        for start, end in paragraphs(text)
    ]
    for piece in pieces:
        piece.kind = kind_of(piece.text)
    _mark_masthead(pieces, title)
    _mark_teasers(pieces)
    _mark_comments(pieces)
    _mark_title(pieces, title)
    _mark_repeats(pieces)
    _mark_stubs(pieces)
    _mark_runs(pieces)
    _mark_edges(pieces)
    for piece in pieces:  # a short line that is no sentence is a heading; all else left is the article
        if piece.kind is None:
            piece.kind = "body" if piece.complete or piece.count > _HEADING_WORDS else "heading"
    return tuple(_without_datelines(text, pieces))


def _without_datelines(text: str, pieces: list[_Piece]) -> Iterator[Block]:
    """Yield the blocks; the dateline of an opening paragraph becomes a credit of its own."""
    ends = [dateline_end(piece.text, day_alone=True) for piece in pieces if piece.kind == "body"]
    several = sum(end is not None for end in ends) > 1  # days in a row list what happened on each
    bodies = 0
    for piece in pieces:
        start, opening = piece.start, piece.kind == "body" and bodies < _OPENING
        alone = bodies == 0 and not several
        bodies += piece.kind == "body"
        behind = dateline_end(text[start : piece.end], day_alone=alone) if opening else None
        if behind is not None:
            line = text[start : start + behind].rstrip()
            yield Block(start=start, end=start + len(line), kind="credit")
            start += behind
        yield Block(start=start, end=piece.end, kind=piece.kind or "body")


def _mark_masthead(pieces: list[_Piece], title: str | None) -> None:
    """Mark the line that names the paper, where another line can be the title."""
    head = [pieces[index] for index in _head(pieces)]
    for index, piece in enumerate(head[:_TOP]):
        below = head[index + 1].text if index + 1 < len(head) else ""
        others = any(
            one is not piece and one.kind is None and one.count >= _SHORT_TITLE for one in head[: _TOP + 1]
        )
        if plain(piece.text) == plain(title or "") or not (others or title):
            continue
        if piece.kind in {None, "boilerplate"} and masthead(piece.text, below) is not None:
            piece.kind, piece.named = "credit", True


def _mark_teasers(pieces: list[_Piece]) -> None:
    """Mark blurbs that lead to another story, and the headline above them."""
    for index, piece in enumerate(pieces):
        if piece.kind is None and _leads_away(pieces, index):
            piece.kind = "boilerplate"
            above = pieces[index - 1]
            if index > 1 and above.kind is None and not above.full:
                above.kind = "boilerplate"


def _leads_away(pieces: list[_Piece], index: int) -> bool:
    """Tell whether a paragraph invites to read another story: broken off, or of what no other tells."""
    piece = pieces[index]
    match = teaser(piece.text)
    if match is None or piece.count > 100:
        return False
    rest = piece.text[: match.start()]
    own = _stems(rest)
    others: set[str] = set()
    for position, other in enumerate(pieces):
        if other.kind is None and position not in (index, index - 1):
            others |= _stems(other.text)
    share = _UNRELATED if _COMPLETE.search(rest.strip()) else 2 * _UNRELATED
    return len(own & others) <= share * len(own)


def _stems(text: str) -> set[str]:
    """Return the content words of a text, cut to six letters."""
    return {
        word[:6]
        for word in re.findall(r"[^\W\d_]{4,}", text.lower())
        if word not in words("languages", "english")
    }


def _mark_comments(pieces: list[_Piece]) -> None:
    """Mark readers' comments: what follows a counter of comments and looks like a thread."""
    for index, piece in enumerate(pieces):
        if re.match(r"(\d+ )?(thoughts?|comments?|responses?)\b", piece.text, re.IGNORECASE) is None:
            continue
        following = pieces[index + 1 :]
        signed = sum(
            bool(re.search(r"\b(says|said|wrote)\s*:?$|\bat \d{1,2}:\d\d\b", part.text)) for part in following
        )
        if piece.kind == "boilerplate" and signed and index >= len(pieces) / 3:
            for part in following:
                part.kind = "boilerplate"
            return


def _mark_title(pieces: list[_Piece], title: str | None) -> None:
    """Mark the title, and as boilerplate the single words that stand above it."""
    chosen = _title_index(pieces, _head(pieces), plain(title or ""))
    if chosen is not None:
        pieces[chosen].kind = "title"
        for piece in filter(_is_scrap, pieces[:chosen]):
            piece.kind = "boilerplate"


def _is_scrap(piece: _Piece) -> bool:
    """Say whether a line above the article is a word or two, or a row of key words."""
    return piece.kind is None and not piece.complete and (piece.count <= 2 or _is_tags(piece.text))


def _head(pieces: list[_Piece]) -> range:
    """Return the positions before the first full paragraph."""
    first = next((index for index, piece in enumerate(pieces) if piece.full), len(pieces))
    return range(first)


def _title_index(pieces: list[_Piece], head: range, told: str) -> int | None:
    """Return the position of the title: as told, else repeated, else the first line fit to be one."""
    written = [plain(piece.text) for piece in pieces]
    if told and told in written[:20]:
        return written.index(told)
    least = _SHORT_TITLE if any(pieces[index].named for index in head) else _TITLE_WORDS
    fit = [index for index in head if _can_be_title(pieces[index], least, first=index == 0)]
    counted = Counter(written)
    return next((index for index in fit if counted[written[index]] > 1), fit[0] if fit else None)


def _can_be_title(piece: _Piece, least: int, *, first: bool) -> bool:
    """Tell whether a line above the article, of so many words at least, is fit to be its title.

    A label before the first line of all is the headline's own ("Watch: crowds gather").
    """
    labelled = first and piece.kind == "boilerplate" and _WATCH.match(piece.text)
    if piece.kind is not None and not labelled:
        return False
    return piece.count >= least and not piece.text.endswith(":") and not _is_tags(piece.text)


def _is_tags(text: str) -> bool:
    """Say whether a line is a row of key words: all lower case, no small words, no full stop."""
    found = text.split()
    return (
        text == text.lower()
        and len(found) <= 12
        and not _COMPLETE.search(text)
        and not words("languages", "english") & {word.strip(",") for word in found}
    )


def _mark_repeats(pieces: list[_Piece]) -> None:
    """Mark what was printed before: a headline above the picture and again below it, or with more."""
    seen: set[str] = set()
    title = next((plain(piece.text) for piece in pieces if piece.kind == "title"), None)
    for piece in pieces:
        if piece.kind not in {None, "title"}:
            continue
        key = plain(piece.text)
        again = key in seen and (not piece.complete or piece.count >= _REPEAT_WORDS)
        longer = (
            title
            and not piece.complete
            and key.startswith(f"{title} ")
            and piece.count <= len(title.split()) + 5
        )
        if piece.kind is None and (again or longer):
            piece.kind = "boilerplate"
        seen.add(key)


def _mark_stubs(pieces: list[_Piece]) -> None:
    """Mark lines that end in a colon with nothing quoted or listed after them."""
    following = [*(piece.text for piece in pieces[1:]), ""]
    for piece, behind in zip(pieces, following, strict=False):
        opens = behind.startswith(("“", '"', "‘", "'", "•", "-", "–"))
        if piece.kind is None and is_stub(piece.text) and not opens:
            piece.kind = "boilerplate"


def _mark_runs(pieces: list[_Piece]) -> None:
    """Mark lists of links: many very short lines in a row, none with a figure."""
    for may_be_links, run in groupby(pieces, _can_be_link):
        links = [piece for piece in run if piece.kind is None]
        if may_be_links and len(links) >= _RUN:
            for piece in links:
                piece.kind = "boilerplate"


def _can_be_link(piece: _Piece) -> bool:
    short = piece.count <= 3 and not piece.complete and not re.search(r"[\d\"“”]", piece.text)
    return piece.kind == "boilerplate" or (piece.kind is None and short)


def _mark_edges(pieces: list[_Piece]) -> None:
    """Mark scraps before the first and after the last full paragraph."""
    first = len(_head(pieces))
    if first == len(pieces):
        return
    for piece in filter(_is_scrap, pieces[:first]):
        piece.kind = "boilerplate"
    ends = (piece.full or (piece.kind is None and piece.complete) for piece in pieces)
    last = max(index for index, is_end in enumerate(ends) if is_end)
    for piece in pieces[last + 1 :]:
        if piece.kind is None and (piece.count <= 4 or _is_headline(piece.text)):
            piece.kind = "boilerplate"


def _is_headline(text: str) -> bool:
    """Say whether most of a line's long words are capitalised."""
    found = re.findall(r"[^\W\d_]{4,}", text)
    capitalised = [word for word in found if word[0].isupper()]
    return len(capitalised) >= 0.6 * len(found)
