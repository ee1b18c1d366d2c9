"""The stretch of time a figure was counted over, in the claim's own words."""

import re

from claimgraph.extract.counts.noncounts import MONTHS

_AMOUNT = r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple of)"
_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
_DAY = rf"(?:{MONTHS}(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{1,2}} {MONTHS}(?:,? \d{{4}})?)"
_WEEKDAY = r"(?:last |early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+ing| night)?"
_BEGINNING = (
    r"the (?:\w+ ){0,3}(?:began|started|start of [\w ]+?|beginning of [\w ]+?|outbreak of [\w ]+?)(?=[,.;]|$)"
)
_START = rf"(?:{_DAY}|(?:early |late |mid-)?\d{{4}}|{_WEEKDAY}|yesterday|last \w+|{_BEGINNING})"

_WINDOW = re.compile(
    rf"(?i)\b(?:overnight|since {_START}"
    rf"|(?:(?:in|over|during|for|within) )?the (?:past|last|previous|first) (?:{_AMOUNT} )?{_UNIT}"
    rf"|(?:in|after|from|during|over) {_AMOUNT} {_UNIT} of \w+(?: \w+ing)?"
    r"|(?:in|during|over) (?:the )?(?:first|second|third|fourth) quarter"
    r"|(?:this|last|next) (?:week|month|year|season|quarter|summer|winter|spring|autumn|weekend)"
    r"|(?:every|each|per) (?:day|week|month|year)|(?:a|an) (?:day|week|month|year|hour)(?= ?[,.;]|$)"
    r"|(?-i:daily|annually)|so far this (?:year|month|season))\b"
)


def window_of(text: str) -> str | None:
    """Return the first stretch of time named in the words of a claim, or None.

    "since September 27", "in the past 48 hours", "overnight", "four days of fighting".
    """
    match = _WINDOW.search(text)
    return re.sub(r"(?i)^(?:in|over|during|for|within|after|from) ", "", match.group()) if match else None
