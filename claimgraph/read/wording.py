"""How dates are put into words in a basis."""

from datetime import date

from claimgraph.read.dates import Mention


def spoken(day: date) -> str:
    """Return a day as "3 April 2016"."""
    return f"{day.day} {day:%B %Y}"


def weekday_note(mention: Mention) -> str | None:
    """Return a note that a full date's weekday fits, "" when none is written, None when it does not fit."""
    day = mention.full
    if day is None or mention.weekday is None:
        return ""
    return f"; {spoken(day)} was a {day:%A}" if day.weekday() == mention.weekday else None
