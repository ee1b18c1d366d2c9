"""Bare numbers: how they are written, and what they are worth.

text2num reads spelled-out numbers, but only one isolated phrase at a time: over running
text it breaks "2.5 million" and "a hundred and five".
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from math import prod
from unicodedata import numeric

from text_to_num import text2num

from claimgraph.lexicon import table

_SMALL = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|ten|one|two|three|four|five|six|seven|eight|nine|zero)"
)
SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|score|lakh|crore)"
_TORN = (
    r"(?<=[$£€])(?:\d{1,3}(?:, \d{3})+(?!\d| of\b| \w+s\b)"
    r"|\d+\. \d+(?=[ -](?:thousand|million|billion|trillion)\b(?! people\b| \w+s\b)))"
)
"""Sums with a blank inside, as text put together from its words has them: "$2. 6 million", "€60, 000"."""
_PART = r"(?:1/2|1/3|2/3|1/4|3/4)(?![\d/])"
_SIGN = "[½⅓⅔¼¾]"
_MIXED = rf"\d+(?:[ -]{_PART}|{_SIGN})"
"""A number and a fraction: "2 1/2", "2-1/2", "2½"."""
_DIGITS = rf"(?:{_TORN}|{_MIXED}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?)"
_GLUED = r"(?:km|kms|kg|kgs|mm|cm|ft|kph|mph|mw|gw|ha|pc|m)"
"""Unit symbols that may touch their number."""
SHORT = r"(?:bn|mn|mln|tn|m|k)"
_DIGITAL = rf"{_DIGITS}(?:[ -]?{SCALE}\b|\s?(?:bn|mn|mln|tn)\b|(?:m|k)\b)*"
_WORDED = (
    rf"(?:(?:a|an|half an?|{_SMALL}(?: and a half)?)(?:[ -]{SCALE}\b(?:[ -](?:and )?{_SMALL}\b)?)+"
    rf"|half a(?= {SCALE}) {SCALE}|{_SMALL})"
)
_VAGUE = (
    r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
    r"(?: of (?:thousands|millions|billions)\b)*)"
)
_FRACTION = (
    r"(?:half(?= (?:of|the|its|their|his|her|all|those|these)\b| and\b| to\b)"
    r"|(?:one|a)[ -](?:third|quarter|fifth|sixth|eighth|tenth)(?= of\b| and\b| to\b)"
    r"|(?:two|three|four|five|seven|nine|\d)[ -](?:thirds|quarters|fifths|sixths|eighths|tenths))"
)
_SPAN = r"(?:second|minute|hour|day|week|month|year|season|game|match|round)(?:e?s)?\b"
"""Behind these a number is no share: "two in 30 days"."""
_EVERY = r"(?:in|out of|in every|out of every)"
_RATIO = rf"(?:(?:{_SMALL}|\d{{1,2}}) {_EVERY} (?:{_SMALL}|\d{{1,3}}))(?= (?!{_SPAN})[A-Za-z]+)"
_RATIO_OF = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000})
_UNSPOKEN = frozenset({"dozen", "score", "lakh", "crore"})
"""Words of scale that text2num does not know."""


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda one: (-len(one), one)))


@cache
def core_pattern() -> re.Pattern[str]:
    """Return the pattern of a bare number; the name of its group says of what form it is."""
    small_vague = any_of(table("numbers")["vague_small"])
    return re.compile(
        rf"(?<![\w.,/])(?:(?P<ratio>{_RATIO})|(?P<fraction>{_FRACTION})"
        rf"|(?P<several>(?:{small_vague})(?: {SCALE}\b)?)(?=[ ,.;]|$)|(?P<vague>{_VAGUE})"
        rf"|(?P<digital>{_DIGITAL})|(?P<worded>{_WORDED}))(?:(?![\w]|[.,]\d)|(?={_GLUED}\b))",
        re.IGNORECASE,
    )


def digital_value(text: str) -> float:
    """Return the value of digits with scale words: "2.5 million", "26,000", "5 dozen"."""
    part = re.search(rf"[ -]{_PART}|{_SIGN}", text)
    digits = re.findall(r"[\d.]", text if part is None else text.replace(part.group(), " ", 1))
    value = float("".join(digits)) + (_part_of(part.group()[-3:]) if part is not None else 0.0)
    return value * _scaled(re.findall(r"[a-z]+", text.lower()))


def _part_of(text: str) -> float:
    """Return the value of "1/2" or "½"."""
    return float(Fraction(text)) if "/" in text else numeric(text)


def worded_value(text: str) -> float | None:
    """Return the value of an isolated number phrase in words, or None if it is none."""
    phrase = re.sub(r"[\s-]+", " ", text.lower())
    extra = 0.5 if " and a half" in phrase else 0.0
    spoken = re.sub(r"^(?:half )?an? ?", "one ", phrase.replace(" and a half", "")).split()
    apart = table("numbers")["scale"].keys() if extra else _UNSPOKEN
    value = _spoken(" ".join(word for word in spoken if word not in apart) or "one")
    factor = _scaled(word for word in spoken if word in apart) * (0.5 if phrase.startswith("half a") else 1)
    return None if value is None else (value + extra) * factor


def _scaled(words: Iterable[str]) -> float:
    """Return the product of words of scale; another word is 1."""
    return prod([float(table("numbers")["scale"].get(word, 1)) for word in words])


def _spoken(phrase: str) -> float | None:
    try:
        return float(phrase if phrase.isdigit() else text2num(phrase.strip(), "en"))
    except ValueError:
        return None


def vague_value(text: str) -> float:
    """Multiply the table's lower bounds: "tens of thousands" is 10,000, "several hundred" 300."""
    numbers = table("numbers")
    bounds = numbers["vague_small"] | numbers["vague"] | numbers["scale"]
    return prod([float(bounds[phrase]) for phrase in re.findall(any_of(bounds), text.lower())])


def fraction_value(text: str) -> float:
    """Return a share in percent: "two-thirds" is 66.7."""
    parts = re.findall(r"[a-z]+|\d", text.lower())
    share = float(table("numbers")["fraction"][parts[-1]])
    return round(min(100.0, (_spoken(parts[0]) or 1.0) * share), 1)


def ratio_value(text: str) -> float | None:
    """Return "one in five" in percent, or None where the words are no ratio ("one in two days")."""
    few, many = (_spoken(part) for part in re.split(r" (?:in|out of)(?: every)? ", text.lower()))
    return round(100 * few / many, 1) if few and many in _RATIO_OF and few < many else None
