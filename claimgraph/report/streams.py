"""Texts made and written piece by piece: a large report is never held whole.

Invariant: the pieces of a text, joined, are the text, wherever it is cut.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

PIECE = 1 << 16
"""Characters from which on a piece is handed on: each costs its writer a call."""
_EMPTY_LINES = re.compile(r"\n{3,}")


def gathered(pieces: Iterable[str], least: int = PIECE) -> Iterator[str]:
    """Yield pieces joined to larger ones, of so many characters at least but for the last."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= least:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)


def stripped(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a text without white space at its ends; no piece ends in white space that is followed by more."""
    held = ""
    begun = False
    for piece in pieces:
        text = held + piece if begun else (held + piece).lstrip()
        body = text.rstrip()
        held = text[len(body) :]
        if body:
            begun = True
            yield body


def squeezed(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a text stripped, with one empty line where there are several, and ended by a line feed."""
    for piece in stripped(pieces):
        yield _EMPTY_LINES.sub("\n\n", piece)
    yield "\n"


def json_list(things: Iterable[Any], depth: int = 0) -> Iterator[str]:
    """Yield a list as JSON, one space of indent a level, characters unescaped, thing by thing.

    Args:
        things: what it holds, in plain types.
        depth: how many levels the list itself is indented.
    """
    inner = "\n" + " " * (depth + 1)
    begun = False
    for thing in things:
        yield ("," if begun else "[") + inner + _indented(thing, inner)
        begun = True
    yield "\n" + " " * depth + "]" if begun else "[]"


def json_object(fields: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """Yield an object as JSON, of names and values that are written already, the latter in pieces."""
    begun = False
    for name, value in fields:
        yield f"{',' if begun else '{'}\n {json.dumps(name, ensure_ascii=False)}: "
        yield from value
        begun = True
    yield "\n}" if begun else "{}"


def json_value(value: Any, depth: int = 0) -> str:
    """Return a value as JSON, as ``json_list`` writes one."""
    return _indented(value, "\n" + " " * depth)


def _indented(value: Any, line: str) -> str:
    """Return a value as JSON whose lines after the first begin so; no string of JSON holds a line feed."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", line)
