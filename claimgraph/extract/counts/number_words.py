"""Bare numbers: how they are written, what they are worth, and where a text must not be read for them.

text2num reads spelled-out numbers, but only one isolated phrase at a time: over running text it breaks
"2.5 million" and "a hundred and five". Dates, times, ages, names with numbers, scores and addresses
hold no count: every pattern of ``lexicon/noncounts.toml`` says what a digit is *not*.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from math import prod
from unicodedata import numeric

from text_to_num import text2num

from claimgraph.lexicon import table

_RATIO_OF = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000})
_UNSPOKEN = frozenset({"dozen", "score", "lakh", "crore"})
"""Words of scale that text2num does not know."""


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda one: (-len(one), one)))


@cache
def number_pattern(name: str) -> str:
    """Return a pattern of ``lexicon/numbers.toml``, each part of it in its place."""
    patterns = table("numbers")["patterns"]
    return filled(patterns[name], {"several": any_of(table("numbers")["vague_small"]), **patterns})


@cache
def core_pattern() -> re.Pattern[str]:
    """Return the pattern of a bare number; the name of its group says of what form it is."""
    return re.compile(number_pattern("core"), re.IGNORECASE)


def digital_value(text: str) -> float:
    """Return the value of digits with scale words: "2.5 million", "26,000", "5 dozen"."""
    part = re.search(rf"[ -]{number_pattern('part')}|{number_pattern('sign')}", text)
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


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with each ~name~ in it filled with the part of that name, one after the other."""
    for name, part in parts.items():
        pattern = pattern.replace(f"~{name}~", part)
    return pattern


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern of all, each part in its place."""
    whole = "|".join(f"(?:{pattern})" for pattern in table("noncounts")["patterns"])
    return re.compile(filled(whole, table("noncounts")["parts"]))


@cache
def _label() -> re.Pattern[str]:
    """A label word and its number ("Article 5", "Flight 370"), unless a counted noun follows."""
    labels = any_of(table("numbers")["labels"]["words"])
    return re.compile(filled(table("noncounts")["label"], {"labels": labels}))


def without_noncounts(text: str) -> str:
    """Return the text, of the same length, with "_" over the digits and words that count nothing."""
    found = [match.span() for match in _pattern().finditer(text)]
    found += [match.span("number") for match in _label().finditer(text) if not match["article"]]
    for start, end in found:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text
