"""A source is read without the characters nobody sees; what is found stands in the source as it is.

A soft hyphen cuts a name in two for the parser ("Mar-low"), a letter written as two characters is
another letter ("o" and a diaeresis), and one name with and without them is two. The copy that is read has
none of them, and every position found in it is put back to where it stands in the source.

Invariant: for every claim ``source.text[claim.start:claim.end] == claim.text``, in the source as read.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from claimgraph.lexicon.characters import UNSEEN
from claimgraph.model import Block, Claim, Extraction, Model, Source, Span

_DROPPED = re.compile(rf"(?P<unseen>[{UNSEEN}]+)|[^\W\d_][\u0300-\u036f]+")
"""Characters nobody sees, and letters followed by the marks that stand on them."""

AnyModel = TypeVar("AnyModel", bound=Model)


@dataclass(frozen=True, slots=True)
class Plain:
    """A source as it is read, and where its characters stand in the source as it is.

    ``starts`` and ``ends`` are the stretches of the original that the copy lacks, in order;
    ``before`` is how many characters are lacking before each, ``places`` where each would be in the
    copy; ``joined`` tells which belong to the character before them.
    """

    source: Source
    original: Source
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]
    joined: tuple[bool, ...]
    places: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """Return where a span of the copy stands in the original."""
        start = self._back(span[0], bisect_right(self.places, span[0]))
        last = bisect_left(self.places, span[1])
        while last < len(self.places) and self.places[last] == span[1] and self.joined[last]:
            last += 1
        return (start, max(start, self._back(span[1], last)))

    def all_back(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return where spans of the copy stand in the original."""
        return tuple(self.back(span) for span in spans)

    def _back(self, position: int, lacking: int) -> int:
        """Return a position of the original, with so many of the stretches before it."""
        if not lacking:
            return position
        return position + self.before[lacking - 1] + self.ends[lacking - 1] - self.starts[lacking - 1]

    def restored(self, extraction: Extraction) -> Extraction:
        """Return what was found in the copy as found in the original."""
        moved = _moved(extraction, self)
        text = self.original.text
        claims = tuple(one.model_copy(update={"text": text[one.start : one.end]}) for one in moved.claims)
        return moved.model_copy(update={"claims": claims})


def plain(source: Source) -> Plain | None:
    """Return a source without the characters nobody sees; None when it has none of them."""
    original = source.unmarked
    if _DROPPED.search(original) is None:
        return None
    parts: list[str] = []
    lacking: list[tuple[int, int, bool]] = []
    at = 0
    for match in _DROPPED.finditer(original):
        kept = "" if match["unseen"] else unicodedata.normalize("NFC", match[0])
        parts += (original[at : match.start()], kept)
        at = match.end()
        if len(kept) < len(match[0]):
            lacking.append((match.start() + len(kept), at, bool(kept)))
    text = "".join((*parts, original[at:]))
    before, places = [0], []
    for start, end, _ in lacking:
        places.append(start - before[-1])
        before.append(before[-1] + end - start)
    starts, ends, joined = (tuple(each) for each in zip(*lacking, strict=True)) if lacking else ((), (), ())
    read = Plain(source, source, starts, ends, tuple(before[:-1]), joined, tuple(places))
    blocks = tuple(_block(read, block) for block in source.blocks)
    copy = source.model_copy(update={"text": text, "blocks": blocks, "markup": ()})
    return Plain(copy, source, starts, ends, read.before, joined, read.places)


def _block(read: Plain, block: Block) -> Block:
    return Block(start=_forth(read, block.start), end=_forth(read, block.end), kind=block.kind)


def _forth(read: Plain, position: int) -> int:
    """Return where a position of the original stands in the copy."""
    count = bisect_left(read.starts, position)
    if not count:
        return position
    return position - read.before[count - 1] - (min(position, read.ends[count - 1]) - read.starts[count - 1])


def _moved(model: AnyModel, read: Plain) -> AnyModel:
    """Return a model with every span in it, however deep, put back."""
    update: dict[str, Any] = {}
    for name, annotation in _with_spans(type(model)):
        value = getattr(model, name)
        if value is not None:
            update[name] = _put_back(value, annotation, read)
    if isinstance(model, Claim):
        update["start"], update["end"] = read.back((model.start, model.end))
    return model.model_copy(update=update) if update else model


def _put_back(value: Any, annotation: Any, read: Plain) -> Any:
    if isinstance(value, Model):
        return _moved(value, read)
    if _is_span(annotation):
        return read.back(value)
    inner = get_args(annotation)[0]
    return tuple(_put_back(one, inner, read) for one in value)


@cache
def _with_spans(model: type[Model]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a model that are spans, or hold models or spans, with their types."""
    found = ((name, _told(field.annotation)) for name, field in model.model_fields.items())
    return tuple((name, annotation) for name, annotation in found if _holds_spans(annotation))


def _told(annotation: Any) -> Any:
    """Return a field's type without its None."""
    options = [one for one in get_args(annotation) if one is not type(None)]
    optional = len(options) < len(get_args(annotation))
    return options[0] if optional and len(options) == 1 else annotation


def _holds_spans(annotation: Any) -> bool:
    if _is_span(annotation):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return (
        get_origin(annotation) is tuple
        and get_args(annotation)[1:] == (...,)
        and _holds_spans(get_args(annotation)[0])
    )


def _is_span(annotation: Any) -> bool:
    return bool(annotation == Span)
