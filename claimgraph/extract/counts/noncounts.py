"""Where a text must not be read for figures: dates, times, ages, names with numbers, scores, addresses.

Every pattern (``lexicon/noncounts.toml``) says what a digit is *not*. A stretch one covers holds no count.
"""

import re
from collections.abc import Mapping
from functools import cache

from claimgraph.extract.counts.number_words import any_of
from claimgraph.lexicon import table

MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with each ~name~ in it filled with the part of that name, one after the other."""
    for name, part in parts.items():
        pattern = pattern.replace(f"~{name}~", part)
    return pattern


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern of all, each part in its place."""
    whole = "|".join(f"(?:{pattern})" for pattern in table("noncounts")["patterns"])
    return re.compile(filled(whole, {**table("noncounts")["parts"], "months": MONTHS}))


@cache
def _label() -> re.Pattern[str]:
    """A label word and its number ("Article 5", "Flight 370"), unless a counted noun follows."""
    choice = any_of(table("numbers")["labels"]["words"])
    return re.compile(
        rf"(?i)(?<![\w-])(?P<article>(?:the|a|an|each|every|his|her|its|their|one|per)\s+)?(?:{choice})\s(?P<number>\d+(?:[.(]\w+\)?)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?!,\d)(?:\s?(?:and|to|[-–,&])\s?\d+)?\b(?!\s+(?:\w+\s)?(?:people|men|women|(?!(?:was|is|has|does|as|its|this|his|says|plus|versus|across|passes|provides|states|applies)\b)[a-z]+s)\b)"
    )


def without_noncounts(text: str) -> str:
    """Return the text, of the same length, with "_" over the digits and words that count nothing."""
    found = [match.span() for match in _pattern().finditer(text)]
    found += [match.span("number") for match in _label().finditer(text) if not match["article"]]
    for start, end in found:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text
