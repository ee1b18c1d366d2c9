"""Patterns for one term out of a long list."""

import re
from collections.abc import Iterable

__all__ = ["one_of"]


def one_of(terms: Iterable[str]) -> str:
    """Return a pattern for any of some terms, the longest that fits.

    Terms are gathered by their first letters: at most places in a text none of a thousand
    terms begins, and this tells it by some thirty tests. Where the pattern is to match in any
    case, the terms must all be in one.
    """
    begun: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        begun.setdefault(term[0], []).append(re.escape(term[1:]))
    groups = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in begun.items())
    return f"(?:{'|'.join(groups)})"
