"""Number phrases of a text as intervals; no parser needed.

A phrase is a number (digits, words, both, a fraction, a vague word) with the words that
bound it. ``low`` None or ``high`` None: open on that side. Strict and inclusive bounds are
not told apart: "more than 40" has low 40. What is no count is left out (``number_words``).

The vague words and the bounding words are in ``lexicon/numbers.toml``.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from claimgraph.extract.counts.number_words import (
    any_of,
    core_pattern,
    digital_value,
    fraction_value,
    number_pattern,
    ratio_value,
    vague_value,
    without_noncounts,
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
    found = (_read(match) for match in core_pattern().finditer(without_noncounts(text)))
    measured = (_measured(text, number) for number in found if number is not None)
    return [number for number in measured if not _is_year(text, number)]


@cache
def _persons() -> str:
    nouns = {noun for group in table("categories").values() for noun in group}
    return rf"(?:{any_of(nouns)})s?"


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
    if not "1900" <= digits < "2100":
        return dated is not None and re.match(r"\s[a-z]+s\b", after) is None
    if re.search(rf"(?i)(?:{_bounds_pattern()})\s$", before):
        return False
    counted = dated is None and re.match(rf"(?i)\s(?:[a-z]+ )?{_persons()}\b", after)
    return not counted or re.search(r"(?i)\b(?:the|a|this|its|their|his)\s$", before) is not None


@cache
def _bounds_pattern() -> str:
    numbers = table("numbers")
    return any_of((*numbers["lower"], *numbers["upper"], *numbers["near"]))


_DATED = re.compile(r"(?i)\b(?:in|since|from|by|until|till|during|of|late|early|mid|year|years|to)\s$")
_LARGEST = 1e15
_SCALED = re.compile(rf"(?i)(?:[ -]?({number_pattern('scale')})|(?<=\d)({number_pattern('short')}))$")
_JOIN = re.compile(r"\s?(?:[-–—]|\bto\b|\bor\b|\band\b)\s?")


def _joined(text: str, cores: list[Number]) -> list[Number]:
    """Join "18 to 25", "40-50", "two or three" and "between 40 and 80" into one interval each."""
    joined: list[Number] = []
    for core in cores:
        ends = _range(text, joined[-1], core) if joined else None
        joined.append(core if ends is None else _one_interval(text, joined.pop(), core, ends))
    return joined


def _one_interval(text: str, first: Number, second: Number, ends: tuple[float, float]) -> Number:
    opening = re.search(r"(?i)\b(?:between|(?:ranging |varying )?from)\s+[$€£¥₹]?$", text[: first.start])
    return replace(
        second,
        start=opening.start() if opening else first.start,
        core=(first.core[0], second.core[1]),
        low=min(ends),
        high=max(ends),
        vague=first.vague or second.vague,
        fraction=first.fraction or second.fraction,
        form=second.form if second.form != "count" else first.form,
        currency=second.currency or first.currency,
    )


def _range(text: str, first: Number, second: Number) -> tuple[float, float] | None:
    """Return the ends of the interval that two numbers make, None where they stand apart."""
    gap = text[first.end : second.start]
    joint = re.sub(r"(?i)\s?(?:per ?cent|percent|pct|%)|[$€£¥₹]|\b(?:degrees|magnitude)\b", "", gap)
    low, high = _scaled_ends(text, first, second)
    if not _JOIN.fullmatch(joint) or low is None or high is None:
        return None
    word = joint.strip().lower()
    if word == "and":  # "between 97% and 57%", too
        between = r"(?i)\bbetween (?:about |around |roughly )?[$€£¥₹]?$"
        joins = re.search(between, text[: first.start]) is not None
    else:
        joins = low < high and not (word == "to" and _was_before(text, first))
    return (low, high) if joins else None


def _scaled_ends(text: str, first: Number, second: Number) -> tuple[float | None, float | None]:
    """Return the ends of a range, the first with the second's scale ("2 to 3 million")."""
    low, scale = first.low, _SCALED.search(text[slice(*second.core)])
    if low is not None and low < 1000 and scale and not _SCALED.search(text[slice(*first.core)]):
        low *= table("numbers")["scale"][(scale[1] or scale[2]).lower()]
    return low, second.high or second.low


def _was_before(text: str, number: Number) -> bool:
    """Tell whether a figure is the former one of a change ("rose from 10 to 20")."""
    clause = re.split(r"[.;:!?]\s", text[max(0, number.start - 60) : number.start])[-1].lower()
    opening = re.search(r"\bfrom (?:about |around |roughly |an estimated |just |nearly )?[$€£¥₹]?$", clause)
    changing = frozenset(table("numbers")["change"]["words"])
    return opening is not None and not changing.isdisjoint(re.findall(r"[a-z]+", clause))


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
        rf"(?i)(?P<lower>,? (?:{any_of(numbers['lower_after'])})\b|\+|-plus\b)"
        rf"|(?P<upper>,? (?:{any_of(numbers['upper_after'])})\b)"
        rf"|(?P<near>,? (?:{any_of(numbers['near_after'])})\b|-odd\b)"
    )


@cache
def _more() -> re.Pattern[str]:
    """A word behind a number that says that it comes on top of others, or is a difference to another."""
    after, less = (any_of(words("numbers", name)) for name in ("additional_after", "differing"))
    return re.compile(
        rf"(?i) (?:(?P<more>more)|(?:\w+ )?(?:{after})|(?:\w+ ){{0,2}}(?:{less})(?: \w+){{0,2}} than)\b"
    )


def _bounded(text: str, number: Number) -> Number:
    """Widen a number by the words that bound it, and open its interval as they say."""
    kinds: list[str] = []
    start, end, additional = number.start, number.end, False
    while match := _before().search(text[max(0, start - 40) : start]):
        kinds.append(str(match.lastgroup))
        start -= len(match.group())
        additional |= match.group().rstrip().lower() in words("numbers", "additional")
    if match := _after().match(text, number.end):
        kinds.append(str(match.lastgroup))
        end = match.end()
    elif match := _more().match(text, number.end):
        additional |= match["more"] is not None or not (number.vague or number.form == "percent")
    low, high = number.low, number.high
    bound = next((kind for kind in kinds if kind in {"lower", "upper"}), None)
    if bound == "lower":
        high = None
    elif bound == "upper":
        low, high = None, high or low
    near = "near" in kinds
    return replace(number, start=start, end=end, low=low, high=high, approximate=near, additional=additional)


@cache
def _money() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A currency right before a number, and one right behind it."""
    units = table("units")
    code = rf"(?P<code>{any_of(units['currency_codes']['codes'])})"
    symbol = rf"(?<![A-Za-z])(?P<name>{any_of(units['currency_symbols'])})"
    word = rf"(?P<name>(?i:{any_of(units['currency_words'])}))"
    return re.compile(rf"(?:{symbol}|\b{code})\s?$"), re.compile(rf"(?:[ -]| of )(?:{word}|{code})\b")


def _measured(text: str, number: Number) -> Number:
    """Take in a currency or percent sign that touches the number."""
    units = table("units")
    percent = re.compile(rf"(?i)[ -]?(?:{any_of(units['percent']['words'])})(?!\w)").match(text, number.end)
    if percent:
        return replace(number, end=percent.end(), form="percent")
    before, behind = _money()
    if number.form == "percent":
        return number
    if match := before.search(text, max(0, number.start - 6), number.start):
        number = replace(number, start=match.start())
    elif match := behind.match(text, number.end):
        number = replace(number, end=match.end())
    else:
        return number
    names = units["currency_symbols"] | units["currency_words"]
    name = match["name"]
    currency = match["code"] if name is None else names.get(name) or names[name.lower()]
    return replace(number, form="money", currency=currency)


def _short_scale_allowed(text: str, number: Number) -> bool:
    """Tell whether "3m" and "5k" are millions and thousands here, not metres or names."""
    if not re.search(r"(?i)\d\s?[mk]$", text[slice(*number.core)]):
        return True
    return number.form == "money" or re.match(rf"(?i) {_persons()}\b", text[number.end :]) is not None


@lru_cache(maxsize=512)
def numbers(text: str) -> tuple[Number, ...]:
    """Return the number phrases of a text that count or measure something, in order.

    Args:
        text: a sentence or paragraph.

    Returns:
        Intervals with their spans in ``text``; ``low <= high`` where both are known.
    """
    return tuple(
        _bounded(text, number)
        for number in _joined(text, _cores(text))
        if _short_scale_allowed(text, number) and not _was_before(text, number)
    )
