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

from text_to_num import text2num

from claimgraph.extract.noncounts import noncounts
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


_SMALL = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|ten|one|two|three|four|five|six|seven|eight|nine|zero)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|score|lakh|crore)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?)"
_GLUED = r"(?:km|kms|kg|kgs|mm|cm|ft|kph|mph|mw|gw|ha|pc|m)"
"""Unit symbols that may touch their number."""
_SHORT = r"(?:bn|mn|mln|tn|m|k)"
_DIGITAL = rf"{_DIGITS}(?:[ -]?{_SCALE}\b|\s?(?:bn|mn|mln|tn)\b|(?:m|k)\b)*"
_WORDED = (
    rf"(?:(?:a|an|half an?|{_SMALL}(?: and a half)?)(?:[ -]{_SCALE}\b(?:[ -](?:and )?{_SMALL}\b)?)+"
    rf"|half a(?= {_SCALE}) {_SCALE}|{_SMALL})"
)
_VAGUE = r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|billions)\b)*)"
_FRACTION = (
    r"(?:half(?= (?:of|the|its|their|his|her|all|those|these)\b| and\b| to\b)"
    r"|(?:one|a)[ -](?:third|quarter|fifth|sixth|eighth|tenth)(?= of\b| and\b| to\b)"
    r"|(?:two|three|four|five|seven|nine|\d)[ -](?:thirds|quarters|fifths|sixths|eighths|tenths))"
)
_RATIO = rf"(?:(?:{_SMALL}|\d{{1,2}}) (?:in|out of|in every|out of every) (?:{_SMALL}|\d{{1,3}}))(?= [a-z]+)"
_RATIO_OF = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})


def _any(phrases: "list[str] | tuple[str, ...] | frozenset[str]") -> str:
    return "|".join(
        re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    )


@cache
def _core() -> re.Pattern[str]:
    small_vague = _any(tuple(table("numbers")["vague_small"]))
    return re.compile(
        rf"(?<![\w.,/])(?:(?P<ratio>{_RATIO})|(?P<fraction>{_FRACTION})"
        rf"|(?P<several>(?:{small_vague})(?: {_SCALE}\b)?)(?=[ ,.;]|$)|(?P<vague>{_VAGUE})"
        rf"|(?P<digital>{_DIGITAL})|(?P<worded>{_WORDED}))(?:(?![\w]|[.,]\d)|(?={_GLUED}\b))",
        re.IGNORECASE,
    )


def _digital_value(text: str) -> float:
    """Return the value of digits with scale words: "2.5 million", "26,000", "5 dozen"."""
    match = re.match(_DIGITS, text)
    digits = match.group() if match else "0"
    value = float(digits.replace(",", ""))
    scale = table("numbers")["scale"]
    for word in re.findall(r"[a-z]+", text[len(digits) :].lower()):
        value *= scale.get(word, 1)
    return value


def _worded_value(text: str) -> float | None:
    """Return the value of an isolated number phrase in words, or None if it is none."""
    phrase = re.sub(r"\s+", " ", text.lower().replace("-", " "))
    half = 0.5 if " and a half" in phrase else 0.0
    phrase = phrase.replace(" and a half", "")
    factor = 1.0
    if phrase.startswith("half a"):
        factor, phrase = 0.5, re.sub(r"^half an? ?", "one ", phrase)
    phrase = re.sub(r"^an? ", "one ", phrase)
    for word in ("dozen", "score", "lakh", "crore"):
        if re.search(rf"\b{word}\b", phrase):
            factor *= table("numbers")["scale"][word]
            phrase = re.sub(rf" ?\b{word}\b", "", phrase) or "one"
    if half:
        scales = [word for word in phrase.split() if word in table("numbers")["scale"]]
        head = " ".join(word for word in phrase.split() if word not in scales)
        for word in scales:
            factor *= table("numbers")["scale"][word]
        return (_spoken(head) or 0) * factor + half * factor
    value = _spoken(phrase)
    return None if value is None else value * factor


def _spoken(phrase: str) -> float | None:
    try:
        return float(text2num(phrase.strip(), "en"))
    except ValueError:
        return None


def _vague_value(text: str) -> float:
    """Multiply the table's lower bounds: "tens of thousands" is 10,000, "several hundred" 300."""
    numbers = table("numbers")
    value = 1.0
    rest = text.lower()
    for phrase in sorted(numbers["vague_small"], key=len, reverse=True):
        if rest.startswith(phrase):
            value, rest = value * numbers["vague_small"][phrase], rest[len(phrase) :]
            break
    for word in re.findall(r"[a-z]+", rest):
        value *= numbers["vague"].get(word, numbers["scale"].get(word, 1))
    return value


def _fraction_value(text: str) -> float:
    """Return a share in percent: "two-thirds" is 66.7."""
    parts = re.findall(r"[a-z]+|\d", text.lower())
    shares = table("numbers")["fraction"]
    count = 1.0
    if len(parts) > 1 and parts[0] not in {"a", "one"}:
        count = float(parts[0]) if parts[0].isdigit() else (_spoken(parts[0]) or 1.0)
    return round(min(100.0, count * shares[parts[-1]]), 1)


def _ratio_value(text: str) -> float | None:
    """Return "one in five" in percent, or None where the words are no ratio ("one in two days")."""
    few, many = re.split(r" (?:in|out of|in every|out of every) ", text.lower())[:2]
    low, high = (
        float(part) if part.isdigit() else _spoken(part.replace("every ", "")) for part in (few, many)
    )
    if not low or not high or low >= high or high not in _RATIO_OF:
        return None
    return round(100 * low / high, 1)


def _read(match: re.Match[str]) -> Number | None:
    """Turn one match of the core pattern into a number without bounds."""
    kind, text = match.lastgroup, match.group()
    start, end = match.span()
    if kind in {"several", "vague"}:
        return Number(start, end, (start, end), _vague_value(text), None, vague=True)
    if kind == "fraction":
        share = _fraction_value(text)
        return Number(start, end, (start, end), share, share, form="percent", fraction=True)
    if kind == "ratio":
        share_of = _ratio_value(text)
        if share_of is None:
            return None
        return Number(start, end, (start, end), share_of, share_of, form="percent", fraction=True)
    value = _digital_value(text) if kind == "digital" else _worded_value(text)
    if value is None or value > 1e15:
        return None
    return Number(start, end, (start, end), value, value)


def _cores(text: str) -> list[Number]:
    """Return the bare numbers of the text that are counts, in order."""
    blocked = noncounts(text)
    found: list[Number] = []
    position = 0
    while match := _core().search(text, position):
        number = _read(match)
        overlaps = any(a < match.end() and b > match.start() for a, b in blocked)
        if number is None or overlaps:
            first_word = re.match(r"\w+", match.group())
            position = match.start() + (first_word.end() if first_word else 1)
            continue
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

    1900 to 2099 is a year unless a bound, a currency or a percent sign says otherwise, or persons follow
    directly. From 1000 to 1899 it is one only after "in", "since" and their like.
    """
    digits = text[number.start : number.end]
    if not re.fullmatch(r"[12]\d{3}", digits):
        return False
    before, after = text[max(0, number.start - 40) : number.start], text[number.end : number.end + 40]
    if re.search(r"[$€£¥₹]\s?$", before) or re.match(r"\s?(?:%|percent|per cent|GMT)", after):
        return False
    dated = re.search(
        r"(?i)\b(?:in|since|from|by|until|till|during|of|late|early|mid|year|years|to)\s$", before
    )
    if digits < "1900" or digits >= "2100":
        return dated is not None and re.match(r"\s[a-z]+s\b", after) is None
    if re.search(rf"(?i)(?:{_bounds_pattern()})\s$", before):
        return False
    counted = re.match(rf"(?i)\s(?:[a-z]+ )?(?:{_persons()})\b", after)
    return not (counted and not dated and not re.search(r"(?i)\b(?:the|a|this|its|their|his)\s$", before))


@cache
def _bounds_pattern() -> str:
    numbers = table("numbers")
    return _any((*numbers["lower"], *numbers["upper"], *numbers["near"]))


_JOIN = re.compile(r"\s?(?:[-–—]|\bto\b|\bor\b|\band\b)\s?")


def _joined(text: str, cores: list[Number]) -> list[Number]:
    """Join "18 to 25", "40-50", "two or three" and "between 40 and 80" into one interval each."""
    joined: list[Number] = []
    for core in cores:
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, core):
            start = _range_start(text, last)
            low, high = _scaled(text, last, core)
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
    if low is None or high is None or low >= high:
        return False
    if joint == "and":
        return re.search(r"(?i)\bbetween (?:about |around |roughly )?[$€£¥₹]?$", before) is not None
    return not (joint == "to" and _was_before(text, first))


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
    scale = re.search(rf"(?i)(?:[ -]?{_SCALE}|{_SHORT})$", words_of)
    low, high = first.low, second.high if second.high is not None else second.low
    if (
        scale
        and low is not None
        and high is not None
        and not re.search(rf"(?i){_SCALE}|\d{_SHORT}$", text[slice(*first.core)])
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
        rf"(?i)(?<![\w-])(?:(?P<lower>{_any(numbers['lower'])})|(?P<upper>{_any(numbers['upper'])})"
        rf"|(?P<near>{_any(numbers['near'])})|(?P<neutral>{_any(numbers['neutral'])}))(?:\s|\s?(?=[$€£¥₹]))$"
    )


@cache
def _after() -> re.Pattern[str]:
    """A bounding word or phrase right behind a number."""
    numbers = table("numbers")
    return re.compile(
        rf"(?i)(?:,? (?:(?P<lower>{_any(numbers['lower_after'])})|(?P<upper>{_any(numbers['upper_after'])})"
        rf"|(?P<near>{_any(numbers['near_after'])}))\b|(?P<plus>\+|-plus\b)|(?P<odd>-odd\b))"
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
        rf"(?i) (?:\w+ )?(?:{_any(words('numbers', 'additional_after'))})\b(?! than)", text[end:]
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
    codes = _any(tuple(units["currency_codes"]["codes"]))
    return re.compile(
        rf"(?:(?P<symbol>(?<![A-Za-z])(?:{_any(tuple(units['currency_symbols']))}))|\b(?P<code>{codes}))\s?$"
    )


@cache
def _money_after() -> re.Pattern[str]:
    units = table("units")
    codes = _any(tuple(units["currency_codes"]["codes"]))
    return re.compile(rf"[ -](?:(?P<word>(?i:{_any(tuple(units['currency_words']))}))|(?P<code>{codes}))\b")


def _measured(text: str, number: Number) -> Number:
    """Take in a currency or percent sign that touches the number."""
    units = table("units")
    if match := re.match(rf"(?i)[ -]?(?:{_any(units['percent']['words'])})(?!\w)", text[number.end :]):
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
    measured = [_measured(text, core) for core in _cores(text)]
    for number in _joined(text, measured):
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
