"""What a model wrote becomes pairs, or a cause why it cannot: nothing here is believed yet."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from claimgraph.model import DisputeKind
from claimgraph.reader.prompts import MOST

KINDS: tuple[str, ...] = get_args(DisputeKind)
NO_CLASH = ("update", "agrees", "compatible")
"""What a reader may call a pair that it weighed and found no clash in."""
FIELDS = ("reason", "relation", "a", "a_words", "b", "b_words")
LONGEST = 4_000_000
"""Characters of an answer that are read at most."""

_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "pairs": {
            "type": "array",
            "maxItems": MOST,
            "items": {
                "type": "object",
                "properties": {
                    name: {"type": "string", "enum": [*KINDS, *NO_CLASH]}
                    if name == "relation"
                    else {"type": "string"}
                    for name in FIELDS
                },
                "required": list(FIELDS),
                "additionalProperties": False,
            },
        }
    },
    "required": ["pairs"],
    "additionalProperties": False,
}
"""The JSON Schema of an answer, for servers that can hold a model to one. The reason comes first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements as a model sets them against each other, in its own words."""

    reason: str
    relation: str
    a: str
    a_words: str
    b: str
    b_words: str


def pairs(text: str) -> list[Pair | None] | None:
    """Return the pairs of an answer, None for each that is not in the form asked for.

    Words around the JSON, and a fence, are passed over.

    Returns:
        None when there is no JSON in the form asked for, or only a part of it.
    """
    for found in _objects(text[:LONGEST]):
        listed = found.get("pairs") if isinstance(found, dict) else None
        if isinstance(listed, list):
            return [_pair(one) for one in listed]
    return None


def _objects(text: str) -> Iterator[Any]:
    """Yield what can be read as JSON: all of it, what stands in fences, what the outermost braces hold."""
    low, high = text.find("{"), text.rfind("}")
    for part in (text, *_FENCE.findall(text), text[low : high + 1] if 0 <= low < high else ""):
        try:
            yield json.loads(part)
        except (ValueError, RecursionError):
            continue


def _pair(found: Any) -> Pair | None:
    if not isinstance(found, dict):
        return None
    values = {name: value for name in FIELDS if isinstance(value := found.get(name), str)}
    if len(values) < len(FIELDS):
        return None
    return Pair(**values) if values["relation"] in {*KINDS, *NO_CLASH} else None
