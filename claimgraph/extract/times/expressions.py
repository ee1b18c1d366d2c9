"""The time expressions of a text: where they stand and of what kind they are.

What a kind means against a publication date is reckoned in ``calendar``.
"""

import re
from dataclasses import dataclass
from functools import cache

from claimgraph.extract.counts.noncounts import MONTHS
from claimgraph.lexicon import table, words


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: where it stands, its words, and how it resolves."""

    start: int
    end: int
    text: str
    kind: str
    groups: dict[str, str]


_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|midnight|noon))?"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple of)"

_KINDS: tuple[tuple[str, str], ...] = (
    ("iso", rf"\b(?P<year>{_YEAR})-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b"),
    ("full", rf"\b(?P<name>{MONTHS}) (?P<day>{_DAY})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})\b"),
    ("full", rf"\b(?P<day>{_DAY})(?:st|nd|rd|th)?(?: of)? (?P<name>{MONTHS}),? (?P<year>{_YEAR})\b"),
    ("monthyear", rf"\b(?:(?:early|late|mid)[ -])?(?P<name>{MONTHS}),?(?: of)? (?P<year>{_YEAR})\b"),
    ("monthday", rf"\b(?P<name>{MONTHS}) (?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d,.]*\d| people| men| women)\b"),
    ("monthday", rf"\b(?P<day>{_DAY})(?:st|nd|rd|th)?(?: of)? (?P<name>{MONTHS})(?![a-z])"),
    ("relmonth", rf"\b(?P<which>last|this|next|this past) (?P<name>{MONTHS})(?![a-z])"),
    (
        "weekday",
        (
            r"\b(?:(?P<which>last|next|this|this past|this coming) )?"
            rf"(?P<weekday>{_WEEKDAY})(?:['’]s)?(?P<part>{_PART})\b"
        ),
    ),
    ("yesterday", rf"\b(?:yesterday|last night)(?:['’]s)?{_PART}\b"),
    ("today", r"\b(?:today|tonight|this (?:morning|afternoon|evening))(?:['’]s)?\b"),
    ("tomorrow", rf"\btomorrow(?:['’]s)?{_PART}\b"),
    ("overnight", r"\bovernight\b"),
    (
        "ago",
        (
            r"\b(?P<near>(?:about|around|nearly|almost|some|more than|over|less than|at least) )?"
            rf"(?P<count>{_COUNT}) (?P<unit>hour|day|week|month|year)s? ago\b"
        ),
    ),
    (
        "past",
        (
            rf"\b(?:the|these) (?:past|last|previous) (?:(?P<count>{_COUNT}) )?"
            r"(?P<unit>hour|day|week|month|year)s?\b"
        ),
    ),
    (
        "relunit",
        (
            r"\b(?P<which>last|this|next|this past|earlier this|later this|late last|early last|early this"
            r"|late this) "
            r"(?P<unit>week|month|year|weekend)(?:['’]s)?\b"
        ),
    ),
    ("weekend", r"\b(?:over|at|during|on) the weekend\b"),
    ("relseason", r"\b(?P<which>last|this|this past|next) (?P<season>spring|summer|autumn|fall|winter)\b"),
    ("season", rf"\b(?:in |the )*(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<year>{_YEAR})\b"),
    ("decade", r"\b(?:(?:early|late|mid)[ -])?(?:1[5-9]|20)\d0s\b"),
    (
        "years",
        (
            rf"\b(?:from |between )?(?P<year>{_YEAR})\s?(?:[-–—/]|to|and|until)\s?"
            r"(?P<last>(?:1[5-9]|20)?\d\d)\b(?![-–/\d])"
        ),
    ),
    ("year", rf"\b(?:(?:early|late|mid)[ -])?(?P<year>{_YEAR})\b(?!['’]?s\b|[,.]\d|[-–/]\d)"),
    ("month", rf"\b(?:(?:early|late|mid)[ -])?(?P<name>{MONTHS})(?![a-z])"),
)

_ANY_CASE = frozenset({
    "relmonth", "weekday", "yesterday", "today", "tomorrow", "overnight", "ago", "past", "relunit", "weekend",
    "relseason",
})  # fmt: skip
"""Kinds that may open a sentence or stand in capitals."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(pattern, re.IGNORECASE if kind in _ANY_CASE else 0)) for kind, pattern in _KINDS
    )


def expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text, in order, without overlap; earlier kinds win."""
    found: list[Expression] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            apart = all(match.end() <= other.start or other.end <= match.start() for other in found)
            if apart and _plausible(kind, match, text):
                groups = {name: value for name, value in match.groupdict().items() if value}
                found.append(Expression(*match.span(), match.group(), kind, groups))
    return sorted(found, key=lambda expression: expression.start)


def _plausible(kind: str, match: re.Match[str], text: str) -> bool:
    """Reject words that only look like dates: the verbs "may" and "march", "2000 people"."""
    before, after = text[: match.start()], text[match.end() :]
    if kind == "month" and match.group().lower() in words("times", "ambiguous_months"):
        return _LEADS_TO_A_MONTH.search(before) is not None
    if kind in _ANY_CASE - {"weekday", "relmonth"} and re.search(r"[A-Z]", match.group()[1:]):
        return False  # a newspaper or a programme: "USA TODAY", "This Week"
    if kind == "weekday":
        return _DATE_BEHIND.match(after) is None  # "Friday, April 5": the date says more
    if kind == "year":
        counted = "|".join(table("times")["counted_behind_year"])
        bound = "|".join(map(re.escape, table("times")["no_year_behind"]))
        return not (
            re.match(rf"\s(?:[a-z]+ )?(?:{counted})\b", after)
            or re.search(rf"(?i)(?:[$€£¥₹#]|\b(?:{bound}) )$", before)
        )
    return True


_LEADS_TO_A_MONTH = re.compile(
    r"(?i)\b(?:in|since|until|by|during|last|next|this|of|from|late|early|mid|through|before|after|to)[ -]$"
)
_DATE_BEHIND = re.compile(
    rf"(?i),? (?:the )?(?:{MONTHS} {_DAY}|{_DAY}(?:st|nd|rd|th)?(?: of)? {MONTHS})(?!\w)"
)
