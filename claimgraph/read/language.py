"""Is this English? Function words answer it nearly always; the classifier only names what is not.

Names, places and figures say nothing about the language an article is written in, and a
statistical identifier takes a short text full of foreign names for a foreign text. So an
article is refused only when it has next to no English function words *and* the identifier
is sure of another language.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from claimgraph.lexicon import table, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.9
"""Confidence of the identifier below which nothing is said."""

_ENGLISH_SHARE = 0.12
"""English news has 30 to 45 function words of our list in 100; other languages under 8."""

_SAMPLE = 20_000
"""Characters looked at."""

_FEW_WORDS = 8
"""Fewer words than this tell no language."""


def foreign_language(text: str) -> str | None:
    """Return the name of the language when a text is surely not English, else None."""
    sample = text[:_SAMPLE]
    found = [word.lower() for word in _WORD.findall(sample)]
    if not found:
        return None
    letters = sum(map(len, found))
    latin = sum(char < "\u0250" or "\u1e00" <= char < "\u2000" for word in found for char in word)
    if latin < letters / 2:
        return _named(sample)
    if len(found) < _FEW_WORDS or _share(found, words("languages", "english")) >= _ENGLISH_SHARE:
        return None
    code, confidence = _identifier().classify(sample)
    if code == "en" or confidence < _SURE:
        return None
    return cast("str", table("languages")["names"].get(code, f"another language ({code})"))


def is_foreign_line(text: str) -> bool:
    """Say whether one line of an English article is in another language.

    A line of names is not: function words of another language must outnumber the English
    ones, counting none that names carry ("Rio de Janeiro").
    """
    found = [word.lower() for word in _WORD.findall(text)]
    if not found:
        return False
    if (
        sum(char >= "\u0370" and not "\u1e00" <= char < "\u2100" for word in found for char in word)
        > sum(map(len, found)) / 2
    ):
        return True
    telling = words("languages", "foreign") - words("languages", "in_names")
    foreign = sum(word in telling for word in found)
    carried = sum(word in words("languages", "in_names") for word in found)
    english = sum(word in words("languages", "english") for word in found)
    return foreign >= 1 and foreign + carried >= 3 and foreign + carried > 3 * english


def _share(found: list[str], known: frozenset[str]) -> float:
    return sum(word in known for word in found) / len(found)


def _named(sample: str) -> str:
    """Name the language of a text in another script."""
    code, _ = _identifier().classify(sample)
    if code == "en":
        return "another language"
    return cast("str", table("languages")["names"].get(code, f"another language ({code})"))


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the identifier once per process; its weights come with the package."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second, rarely needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
