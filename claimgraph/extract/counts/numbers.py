"""Number phrases of a text as intervals; no parser needed.

A phrase is a number (digits, words, both, a fraction, a vague word) with the words that
bound it. ``low`` None or ``high`` None: open on that side. Strict and inclusive bounds are
not told apart: "more than 40" has low 40. What is no count is left out (``noncounts``).

The vague words and the bounding words are in ``lexicon/numbers.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from claimgraph.extract.counts.noncounts import noncounts
from claimgraph.extract.counts.number_words import (
    SCALE,
    SHORT,
    any_of,
    core_pattern,
    digital_value,
    fraction_value,
    ratio_value,
    vague_value,
    worded_value,
)
from claimgraph.lexicon import table, words
from claimgraph.model import Span

Form = Literal["count", "percent", "money"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase. ``start``/``end`` hold the bounding words, ``core`` the bare number.

    ``vague`` is True for "dozens", "hundreds" and their like, ``additional`` for "another 12"
    and "12 more", ``fraction`` for a share told in words or as "one in five".
    """

    start: int
    end: int
    core: Span
    low: float | None
    high: float | None
    approximate: bool = False
    form: Form = "count"
    currency: str | None = None
    vague: bool = False
    additional: bool = False
    fraction: bool = False


def _read(match: re.Match[str]) -> Number | None:
    """Turn one match of the core pattern into a number without bounds."""
    kind, text, span = match.lastgroup, match.group(), match.span()
    if kind in {"several", "vague"}:
        return Number(*span, span, vague_value(text), None, vague=True)
    if kind in {"fraction", "ratio"}:
        share = fraction_value(text) if kind == "fraction" else ratio_value(text)
        return None if share is None else Number(*span, span, share, share, form="percent", fraction=True)
    value = digital_value(text) if kind == "digital" else worded_value(text)
    return None if value is None or value > _LARGEST else Number(*span, span, value, value)


def _cores(text: str) -> list[Number]:
    """Return the bare numbers of the text that are counts, in order."""
    blocked = noncounts(text)
    found: list[Number] = []
    position = 0
    while match := core_pattern().search(text, position):
        number = _read(match)
        overlaps = any(a < match.end() and b > match.start() for a, b in blocked)
        if number is None or overlaps:
            first_word = re.match(r"\w+", match.group())
            position = match.start() + (first_word.end() if first_word else 1)
            continue
        number = _measured(text, number)
        if not _is_year(text, number):
            found.append(number)
        position = match.end()
    return found


@cache
def _persons() -> str:
    nouns = sorted({noun for group in table("categories").values() for noun in group}, key=len, reverse=True)
    return "|".join(re.escape(noun) + "s?" for noun in nouns)


def _is_year(text: str, number: Number) -> bool:
    """Tell whether four bare digits are a year rather than a count.

    1900 to 2099 is a year unless a bound says otherwise, or persons follow directly. From 1000 to 1899
    it is one only after "in", "since" and their like.
    """
    digits = text[number.start : number.end]
    if number.form != "count" or not re.fullmatch(r"[12]\d{3}", digits):
        return False
    before, after = text[max(0, number.start - 40) : number.start], text[number.end : number.end + 40]
    dated = _DATED.search(before)
    if digits < "1900" or digits >= "2100":
        return dated is not None and re.match(r"\s[a-z]+s\b", after) is None
    if re.search(rf"(?i)(?:{_bounds_pattern()})\s$", before):
        return False
    counted = dated is None and re.match(rf"(?i)\s(?:[a-z]+ )?(?:{_persons()})\b", after)
    return not counted or re.search(r"(?i)\b(?:the|a|this|its|their|his)\s$", before) is not None


@cache
def _bounds_pattern() -> str:
    numbers = table("numbers")
    return any_of((*numbers["lower"], *numbers["upper"], *numbers["near"]))


_DATED = re.compile(r"(?i)\b(?:in|since|from|by|until|till|during|of|late|early|mid|year|years|to)\s$")
_LARGEST = 1e15
_JOIN = re.compile(r"\s?(?:[-–—]|\bto\b|\bor\b|\band\b)\s?")


def _joined(text: str, cores: list[Number]) -> list[Number]:
    """Join "18 to 25", "40-50", "two or three" and "between 40 and 80" into one interval each."""
    joined: list[Number] = []
    for core in cores:
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, core):
            start = _range_start(text, last)
            low, high = sorted(end for end in _scaled(text, last, core) if end is not None)
            joined[-1] = replace(
                core,
                start=start,
                core=(last.core[0], core.core[1]),
                low=low,
                high=high,
                vague=last.vague or core.vague,
                fraction=last.fraction or core.fraction,
                form=core.form if core.form != "count" else last.form,
                currency=core.currency or last.currency,
            )
        else:
            joined.append(core)
    return joined


def _is_range(text: str, first: Number, second: Number) -> bool:
    """Tell whether two numbers are the ends of one interval."""
    gap = text[first.end : second.start]
    plain = re.sub(r"(?i)\s?(?:per ?cent|percent|pct|%)|[$€£¥₹]|\b(?:degrees|magnitude)\b", "", gap)
    if not _JOIN.fullmatch(plain) or first.low is None or second.low is None:
        return False
    before = text[max(0, first.start - 30) : first.start]
    joint = plain.strip().lower()
    low, high = _scaled(text, first, second)
    if low is None or high is None or low == high:
        return False
    if joint == "and":  # "between 97% and 57%", too
        return re.search(r"(?i)\bbetween (?:about |around |roughly )?[$€£¥₹]?$", before) is not None
    return low < high and not (joint == "to" and _was_before(text, first))


def _was_before(text: str, number: Number) -> bool:
    """Tell whether a figure is the former one of a change ("rose from 10 to 20")."""
    clause = re.split(r"[.;:!?]\s", text[max(0, number.start - 60) : number.start])[-1].lower()
    opening = re.search(r"\bfrom (?:about |around |roughly |an estimated |just |nearly )?[$€£¥₹]?$", clause)
    return opening is not None and not frozenset(table("numbers")["change"]["words"]).isdisjoint(
        re.findall(r"[a-z]+", clause)
    )


def _scaled(text: str, first: Number, second: Number) -> tuple[float | None, float | None]:
    """Return the ends of a range, the first with the second's scale ("2 to 3 million")."""
    words_of = text[slice(*second.core)]
    scale = re.search(rf"(?i)(?:[ -]?{SCALE}|{SHORT})$", words_of)
    low, high = first.low, second.high if second.high is not None else second.low
    if (
        scale
        and low is not None
        and high is not None
        and not re.search(rf"(?i){SCALE}|\d{SHORT}$", text[slice(*first.core)])
    ):
        name = scale.group().strip(" -").lower()
        if low < 1000:
            low *= table("numbers")["scale"][name]
    return low, high


def _range_start(text: str, first: Number) -> int:
    opening = re.search(
        r"(?i)\b(?:between|(?:ranging |varying )?from)\s+[$€£¥₹]?$", text[: first.start][-30:]
    )
    return first.start - len(opening.group()) if opening else first.start


@cache
def _before() -> re.Pattern[str]:
    """A bounding word or phrase that ends where a number begins."""
    numbers = table("numbers")
    return re.compile(
        rf"(?i)(?<![\w-])(?:(?P<lower>{any_of(numbers['lower'])})|(?P<upper>{any_of(numbers['upper'])})"
        rf"|(?P<near>{any_of(numbers['near'])})|(?P<neutral>{any_of(numbers['neutral'])}))(?:\s|\s?(?=[$€£¥₹]))$"
    )


@cache
def _after() -> re.Pattern[str]:
    """A bounding word or phrase right behind a number."""
    numbers = table("numbers")
    return re.compile(
        rf"(?i)(?:,? (?:(?P<lower>{any_of(numbers['lower_after'])})"
        rf"|(?P<upper>{any_of(numbers['upper_after'])})|(?P<near>{any_of(numbers['near_after'])}))\b|(?P<plus>\+|-plus\b)|(?P<odd>-odd\b))"
    )


def bounded(text: str, number: Number) -> Number:
    """Widen a number by the words that bound it, and open its interval as they say."""
    kinds: list[str] = []
    start = number.start
    while match := _before().search(text[max(0, start - 40) : start]):
        kinds.append(str(match.lastgroup))
        start -= len(match.group())
        if re.sub(r"\W+$", "", match.group().lower()) in words("numbers", "additional"):
            number = replace(number, additional=True)
    end = number.end
    if match := _after().match(text, number.end):
        kind = str(match.lastgroup)
        kinds.append({"plus": "lower", "odd": "near"}.get(kind, kind))
        end = match.end()
    elif re.match(
        rf"(?i) (?:\w+ )?(?:{any_of(words('numbers', 'additional_after'))})\b(?! than)", text[end:]
    ) and (not number.vague or re.match(r"(?i) more\b", text[end:])):
        number = replace(number, additional=True)
    return _opened(replace(number, start=start, end=end), kinds)


def _opened(number: Number, kinds: list[str]) -> Number:
    """Open the interval on the side that the nearest bounding word says."""
    low, high = number.low, number.high
    bound = next((kind for kind in kinds if kind in {"lower", "upper"}), None)
    if bound == "lower":
        high = None
    elif bound == "upper":
        low, high = None, high if high is not None else low
    return replace(number, low=low, high=high, approximate="near" in kinds)


@cache
def _symbols() -> re.Pattern[str]:
    units = table("units")
    codes = any_of(tuple(units["currency_codes"]["codes"]))
    return re.compile(
        rf"(?:(?P<symbol>(?<![A-Za-z])(?:{any_of(tuple(units['currency_symbols']))}))|\b(?P<code>{codes}))\s?$"
    )


@cache
def _money_after() -> re.Pattern[str]:
    units = table("units")
    codes = any_of(tuple(units["currency_codes"]["codes"]))
    return re.compile(
        rf"(?:[ -]| of )(?:(?P<word>(?i:{any_of(tuple(units['currency_words']))}))|(?P<code>{codes}))\b"
    )


def _measured(text: str, number: Number) -> Number:
    """Take in a currency or percent sign that touches the number."""
    units = table("units")
    if match := re.match(rf"(?i)[ -]?(?:{any_of(units['percent']['words'])})(?!\w)", text[number.end :]):
        return replace(number, end=number.end + match.end(), form="percent")
    if number.form == "percent":
        return number
    if before := _symbols().search(text[: number.start][-6:]):
        name = before.group("symbol")
        currency = units["currency_symbols"][name] if name else before.group("code")
        return replace(number, start=number.start - len(before.group()), form="money", currency=currency)
    if after := _money_after().match(text[number.end :]):
        name = after.group("word")
        currency = units["currency_words"][name.lower()] if name else after.group("code")
        return replace(number, end=number.end + after.end(), form="money", currency=currency)
    return number


def _short_scale_allowed(text: str, number: Number) -> bool:
    """Tell whether "3m" and "5k" are millions and thousands here, not metres or names."""
    core = text[slice(*number.core)]
    if not re.search(r"(?i)\d\s?[mk]$", core):
        return True
    return number.form == "money" or re.match(rf"(?i) (?:{_persons()})\b", text[number.end :]) is not None


def _every(text: str) -> Iterator[Number]:
    for number in _joined(text, _cores(text)):
        if _short_scale_allowed(text, number) and not _was_before(text, number):
            yield bounded(text, number)


@lru_cache(maxsize=512)
def numbers(text: str) -> tuple[Number, ...]:
    """Return the number phrases of a text that count or measure something, in order.

    Args:
        text: a sentence or paragraph.

    Returns:
        Intervals with their spans in ``text``; ``low <= high`` where both are known.
    """
    return tuple(_every(text))
