"""What a model wrote becomes entries, or a cause why it cannot: nothing here is believed yet.

An entry is one question, with the statements on either side of it in the model's own words.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimgraph.decisions.pairs import KINDS
from claimgraph.reader.prompts import MOST, SIDE

NO_CLASH = ("update", "agrees", "compatible")
"""What a reader may call statements that it weighed and found no clash in."""
SIDES = ("a", "b")
FIELDS = ("reason", "relation", *SIDES)
QUOTE = ("id", "words")
LONGEST = 4_000_000
"""Characters of an answer that are read at most."""

_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "items": items}


_SIDE = _list(_object({name: {"type": "string"} for name in QUOTE}), SIDE) | {"minItems": 1}
_ENTRY = _object({
    "reason": {"type": "string"},
    "relation": {"type": "string", "enum": [*KINDS, *NO_CLASH]},
    **dict.fromkeys(SIDES, _SIDE),
})  # fmt: skip
SCHEMA: Mapping[str, Any] = _object({"disputes": _list(_ENTRY, MOST)})
"""The JSON Schema of an answer, for servers that can hold a model to one. The reason comes first."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement, by its id as a model gives it, and the words of it that clash."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Statements set against others on one question, as a model tells it."""

    reason: str
    relation: str
    a: tuple[Quote, ...]
    b: tuple[Quote, ...]


def entries(text: str) -> list[Entry | None] | None:
    """Return the entries of an answer, None for each that is not in the form asked for.

    Words around the JSON, and a fence, are passed over.

    Returns:
        None when there is no JSON in the form asked for, or only a part of it.
    """
    for found in _objects(text[:LONGEST]):
        listed = found.get("disputes") if isinstance(found, dict) else None
        if isinstance(listed, list):
            return [_entry(one) for one in listed]
    return None


def _objects(text: str) -> Iterator[Any]:
    """Yield what can be read as JSON: all of it, what stands in fences, what the outermost braces hold."""
    low, high = text.find("{"), text.rfind("}")
    for part in (text, *_FENCE.findall(text), text[low : high + 1] if 0 <= low < high else ""):
        try:
            yield json.loads(part)
        except (ValueError, RecursionError):
            continue


def _entry(found: Any) -> Entry | None:
    if not isinstance(found, dict):
        return None
    reason, relation = found.get("reason"), found.get("relation")
    sides = [_quotes(found.get(side)) for side in SIDES]
    if not isinstance(reason, str) or relation not in KINDS + NO_CLASH or not all(sides):
        return None
    return Entry(reason, relation, sides[0], sides[1])


def _quotes(found: Any) -> tuple[Quote, ...]:
    """Return the quotes of a side; none when one of them is no quote."""
    listed = [found] if isinstance(found, dict) else found
    if not isinstance(listed, list):
        return ()
    read = [_quote(one) for one in listed]
    return tuple(one for one in read if one is not None) if None not in read else ()


def _quote(found: Any) -> Quote | None:
    if not isinstance(found, dict):
        return None
    identity, words = found.get("id"), found.get("words")
    return Quote(identity, words) if isinstance(identity, str) and isinstance(words, str) else None
