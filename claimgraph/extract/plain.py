"""A source is read without what only dresses it; what is found stands in the source as it is.

A soft hyphen cuts a name in two for the parser ("Mar-low"), a letter written as two characters is
another letter ("o" and a diaeresis), and one name with and without them is two. The copy that is read has
none of them, and every position found in it is put back to where it stands in the source. Emoji and
HTML entities that a page left behind become plain characters and spaces, of the same length; an article
all in capitals is read in small letters.

Invariant: for every claim ``source.text[claim.start:claim.end] == claim.text``, in the source as read.
"""

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import Any

from claimgraph.lexicon.characters import UNSEEN
from claimgraph.model import Block, Claim, Extraction, Model, Source, Span

_DROPPED = re.compile(rf"(?P<unseen>[{UNSEEN}]+)|[^\W\d_][\u0300-\u036f]+")
"""Characters nobody sees, and letters followed by the marks that stand on them."""
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
"""Inside a word: the parser knows "there's" and "can't", but not "there’s"."""
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2721\u2728-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3]+"
)
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-zA-Z]{2,8}\d?);(\w{1,2}\b)?")
_CLOSING = "”’»›"
_ENOUGH_LETTERS = 200
_SHOUTED = 0.9


@dataclass(frozen=True, slots=True)
class Plain:
    """A source as it is read, and where its characters stand in the source as it is.

    ``kept`` are the stretches of the original that the copy is made of, in order, the last one empty
    and at its end; ``places`` is where each begins in the copy.
    """

    source: Source
    original: Source
    kept: tuple[Span, ...]
    places: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """Return where a span of the copy stands in the original."""
        first, last = bisect_right(self.places, span[0]) - 1, max(0, bisect_left(self.places, span[1]) - 1)
        start = min(self.kept[first][0] + span[0] - self.places[first], self.kept[first][1])
        ends_here = span[1] == self.places[min(last + 1, len(self.places) - 1)]
        end = self.kept[last][1] if ends_here else self.kept[last][0] + span[1] - self.places[last]
        return (start, max(start, end))

    def all_back(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return where spans of the copy stand in the original."""
        return tuple(self.back(span) for span in spans)

    def restored(self, extraction: Extraction) -> Extraction:
        """Return what was found in the copy as found in the original."""
        moved: Extraction = self._moved(extraction)
        text = self.original.text
        claims = tuple(one.model_copy(update={"text": text[one.start : one.end]}) for one in moved.claims)
        return moved.model_copy(update={"claims": claims})

    def _moved(self, value: Any) -> Any:
        """Return a value with every span in it, however deep, put back."""
        if isinstance(value, Model):
            update = {name: self._moved(getattr(value, name)) for name in type(value).model_fields}
            if isinstance(value, Claim):
                update["start"], update["end"] = self.back((value.start, value.end))
            return value.model_copy(update=update)
        if not isinstance(value, tuple):
            return value
        if len(value) == 2 and isinstance(value[0], int):
            return self.back(value)
        return tuple(self._moved(one) for one in value)


def plain(source: Source) -> Plain | None:
    """Return a source without the characters nobody sees; None when it has none of them."""
    original = source.unmarked
    if _DROPPED.search(original) is None:
        return None
    pieces: list[tuple[str, int, int]] = []
    at = 0
    for match in _DROPPED.finditer(original):
        pieces.append((original[at : match.start()], at, match.start()))
        at = match.end()
        if not match["unseen"]:
            pieces.append((unicodedata.normalize("NFC", match[0]), match.start(), at))
    pieces.append((original[at:], at, len(original)))
    pieces = [piece for piece in pieces if piece[0]]
    places = tuple(accumulate((len(text) for text, _, _ in pieces), initial=0))
    kept = (*(piece[1:] for piece in pieces), (len(original), len(original)))
    copy = source.model_copy(
        update={
            "text": "".join(text for text, _, _ in pieces),
            "blocks": tuple(
                Block(start=_forth(kept, places, one.start), end=_forth(kept, places, one.end), kind=one.kind)
                for one in source.blocks
            ),
            "markup": (),
        }
    )
    return Plain(copy, source, kept, places)


def _forth(kept: tuple[Span, ...], places: tuple[int, ...], position: int) -> int:
    """Return where a position of the original stands in the copy."""
    at = bisect_right(kept, position, key=itemgetter(0)) - 1
    if at < 0:
        return 0
    return min(places[at] + position - kept[at][0], places[min(at + 1, len(places) - 1)])


def legible(text: str) -> str:
    """Return the text for reading, of the same length."""
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return _EMOJI.sub(lambda match: " " * len(match.group()), text)


def plain_apostrophes(text: str) -> str:
    """Return the text with plain apostrophes inside words."""
    return _APOSTROPHE.sub("'", text)


def _character(match: re.Match[str]) -> str:
    """Return the character an entity stands for, with spaces on the side where no word is.

    The "t" of "don&#39;t" is drawn to its apostrophe.
    """
    rest = match.group(1) or ""
    entity = match.group().removesuffix(rest)
    character = html.unescape(entity)
    if len(character) != 1:
        return match.group()
    before = match.string[match.start() - 1 : match.start()]
    padding = " " * (len(entity) - 1)
    if character in "'’" and rest and before.isalnum():
        return "'" + rest + padding
    if character.isspace():
        return " " + padding + rest
    closes = character in _CLOSING or (character in "\"'" and bool(before.strip()))
    return character + padding + rest if closes else padding + character + rest


def is_shouted(text: str) -> bool:
    """Tell whether a text is set in capitals throughout."""
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return len(letters) >= _ENOUGH_LETTERS and capitals >= _SHOUTED * len(letters)


def lowered(text: str) -> str:
    """Return the text in small letters, of the same length."""
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
