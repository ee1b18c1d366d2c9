"""The time expressions of a text: where they stand and of what kind they are.

What a kind means against a publication date is reckoned in ``calendar``.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from claimgraph.extract.counts.number_words import filled
from claimgraph.lexicon import table, words


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: where it stands, its words, and how it resolves; ``until`` ends a stretch."""

    start: int
    end: int
    text: str
    kind: str
    groups: dict[str, str]
    until: "Expression | None" = None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds and their patterns; what ignores case may open a sentence or stand in capitals."""
    listed = (one.split(" ", 1) for one in table("times")["expressions"])
    return tuple((kind, _compiled(pattern)) for kind, pattern in listed)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with each part in its place."""
    return re.compile(filled(pattern, table("times")["parts"] | table("noncounts")["parts"]))


def expressions(text: str) -> list[Expression]:
    """Return the time expressions of a text, in order, without overlap; earlier kinds win.

    Two days that begin and end a stretch, or are told in one breath, are one: "from Monday to Friday".
    """
    found: list[Expression] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            apart = all(match.end() <= other.start or other.end <= match.start() for other in found)
            if apart and _plausible(kind, match, text):
                groups = {name: value for name, value in match.groupdict().items() if value}
                found.append(Expression(*match.span(), match.group(), kind, groups))
    told: list[Expression] = []
    for one in sorted(found, key=lambda expression: expression.start):
        if told and _compiled("~to~").fullmatch(text, told[-1].end, one.start):
            told[-1] = replace(told[-1], end=one.end, text=text[told[-1].start : one.end], until=one)
        else:
            told.append(one)
    return told


def _plausible(kind: str, match: re.Match[str], text: str) -> bool:
    """Reject words that only look like dates: the verbs "may" and "march", "2000 people"."""
    before, after = text[: match.start()], text[match.end() :]
    if kind == "month" and match.group().lower() in words("times", "ambiguous_months"):
        return _compiled("(?i)~before_month~$").search(before) is not None
    if (
        match.re.flags & re.IGNORECASE
        and kind not in {"weekday", "relmonth"}
        and re.search(r"[A-Z]", match.group()[1:])
    ):
        return False  # a newspaper or a programme: "USA TODAY", "This Week"
    if kind == "weekday":
        return _compiled("(?i)~date_behind~").match(after) is None  # "Friday, April 5": the date says more
    if kind == "year":
        counted = "|".join(table("times")["counted_behind_year"])
        bound = "|".join(map(re.escape, table("times")["no_year_behind"]))
        return not (
            re.match(rf"\s(?:[a-z]+ )?(?:{counted})\b", after)
            or re.search(rf"(?i)(?:[$€£¥₹#]|\b(?:{bound}) )$", before)
        )
    return True


@cache
def _window() -> re.Pattern[str]:
    compared = r"(?<!than )(?<!from )(?<!with )(?<!to )"  # "9 more than last year" is of another stretch
    whole = rf"(?i)\b{compared}(?:{'|'.join(table('times')['windows'])})\b"
    return re.compile(filled(whole, table("times")["parts"] | table("noncounts")["parts"]))


def window_of(text: str) -> str | None:
    """Return the first stretch of time that a claim names ("since May 2", "in the past week"), or None."""
    match = _window().search(text)
    return re.sub(r"(?i)^(?:in|over|during|for|within|after|from) ", "", match.group()) if match else None
