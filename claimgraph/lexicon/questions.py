"""What answers which question, by the words that say so (``questions.toml``)."""

from functools import cache

from claimgraph.lexicon import table

Entry = tuple[str, str]
"""A question and its answer."""


@cache
def listed(way: str) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Return, by its first word, the other words of each expression listed in this way, and its answer."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for question, entry in table("questions").items():
        for value, ways in entry.get("answers", {}).items():
            for phrase in ways.get(way, ()):
                first, *rest = phrase.split()
                found.setdefault(first, []).append((tuple(rest), (question, value)))
    return found


def is_how_done(question: str, whom: str) -> bool:
    """Tell whether a question on how a thing was done is of its "patient" or "subject"."""
    return bool(table("questions").get(question, {}).get("how") == whom)
