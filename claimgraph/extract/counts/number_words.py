"""Bare numbers: how they are written, and what they are worth.

text2num reads spelled-out numbers, but only one isolated phrase at a time: over running
text it breaks "2.5 million" and "a hundred and five".
"""

import re
from functools import cache

from text_to_num import text2num

from claimgraph.lexicon import table

_SMALL = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|ten|one|two|three|four|five|six|seven|eight|nine|zero)"
)
SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|score|lakh|crore)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?)"
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
_RATIO = rf"(?:(?:{_SMALL}|\d{{1,2}}) (?:in|out of|in every|out of every) (?:{_SMALL}|\d{{1,3}}))(?= [a-z]+)"
_RATIO_OF = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})


def any_of(phrases: "list[str] | tuple[str, ...] | frozenset[str]") -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return "|".join(
        re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    )


@cache
def core_pattern() -> re.Pattern[str]:
    """Return the pattern of a bare number; the name of its group says of what form it is."""
    small_vague = any_of(tuple(table("numbers")["vague_small"]))
    return re.compile(
        rf"(?<![\w.,/])(?:(?P<ratio>{_RATIO})|(?P<fraction>{_FRACTION})"
        rf"|(?P<several>(?:{small_vague})(?: {SCALE}\b)?)(?=[ ,.;]|$)|(?P<vague>{_VAGUE})"
        rf"|(?P<digital>{_DIGITAL})|(?P<worded>{_WORDED}))(?:(?![\w]|[.,]\d)|(?={_GLUED}\b))",
        re.IGNORECASE,
    )


def digital_value(text: str) -> float:
    """Return the value of digits with scale words: "2.5 million", "26,000", "5 dozen"."""
    match = re.match(_DIGITS, text)
    digits = match.group() if match else "0"
    value = float(digits.replace(",", ""))
    scale = table("numbers")["scale"]
    for word in re.findall(r"[a-z]+", text[len(digits) :].lower()):
        value *= scale.get(word, 1)
    return value


def worded_value(text: str) -> float | None:
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


def vague_value(text: str) -> float:
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


def fraction_value(text: str) -> float:
    """Return a share in percent: "two-thirds" is 66.7."""
    parts = re.findall(r"[a-z]+|\d", text.lower())
    shares = table("numbers")["fraction"]
    count = 1.0
    if len(parts) > 1 and parts[0] not in {"a", "one"}:
        count = float(parts[0]) if parts[0].isdigit() else (_spoken(parts[0]) or 1.0)
    return round(min(100.0, count * float(shares[parts[-1]])), 1)


def ratio_value(text: str) -> float | None:
    """Return "one in five" in percent, or None where the words are no ratio ("one in two days")."""
    few, many = re.split(r" (?:in|out of|in every|out of every) ", text.lower())[:2]
    low, high = (
        float(part) if part.isdigit() else _spoken(part.replace("every ", "")) for part in (few, many)
    )
    if not low or not high or low >= high or high not in _RATIO_OF:
        return None
    return round(100 * low / high, 1)
