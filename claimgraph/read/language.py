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
    other_script = _in_another_script(found)
    if not other_script and (len(found) < _FEW_WORDS or _share_of_english(found) >= _ENGLISH_SHARE):
        return None
    code, confidence = _identifier().classify(sample)
    if code == "en":
        return "another language" if other_script else None
    if confidence < _SURE and not other_script:
        return None
    return cast("str", table("languages")["names"].get(code, f"another language ({code})"))


def is_foreign_line(text: str) -> bool:
    """Say whether one line of an English article is in another language.

    A line of names is not: function words of another language must outnumber the English
    ones, counting none that names carry ("Rio de Janeiro").
    """
    found = [word.lower() for word in _WORD.findall(text)]
    if _in_another_script(found):
        return True
    in_names = words("languages", "in_names")
    foreign = sum(word in words("languages", "foreign") - in_names for word in found)
    carried = sum(word in in_names for word in found)
    english = sum(word in words("languages", "english") for word in found)
    return foreign >= 1 and foreign + carried >= 3 and foreign + carried > 3 * english


def _in_another_script(found: list[str]) -> bool:
    """Say whether most letters of some words are not Latin ones."""
    letters = "".join(found)
    other = sum(char >= "\u0250" and not "\u1e00" <= char < "\u2100" for char in letters)
    return other > len(letters) / 2


def _share_of_english(found: list[str]) -> float:
    return sum(word in words("languages", "english") for word in found) / len(found)


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the identifier once per process; its weights come with the package."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second, rarely needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
