"""What a claim is about: an event type, the thing it happened to, and when, with a readable label."""

from dataclasses import dataclass
from datetime import date

from claimgraph.extract.headings import Headings
from claimgraph.lexicon import table, words
from claimgraph.model import Act, Event, Quantity, Subject, make_id

PLAIN = Headings()
"""Labels without the words of an article."""


@dataclass(frozen=True, slots=True)
class When:
    """The day in a label: of the event when the text gives it, else of the report, and then it says so."""

    date: str | None
    happened: bool

    def in_words(self) -> str:
        """Return the day as it stands in a label."""
        return in_words(self.key or "") if self.happened else f"reported {in_words(self.key or '')}"

    @property
    def key(self) -> str | None:
        """The date claims of one subject share: the event's own, else the month it was reported in."""
        return self.date if self.happened or self.date is None else self.date[:7]


def subject_of(  # noqa: PLR0913, PLR0917 - all that a claim was read as
    act: Act,
    events: tuple[Event, ...],
    quantities: tuple[Quantity, ...],
    terms: tuple[str, ...],
    when: When,
    headings: Headings = PLAIN,
) -> Subject | None:
    """Return the subject of a claim, or None when the content names nothing to be about.

    A figure's subject is what is counted, unless somebody is accused of the deed behind it;
    otherwise it is the first event that a side could contest, a known type before a bare
    verb; otherwise the first content words.
    """
    figure = next((quantity for quantity in quantities if quantity.event), None)
    if figure is not None and not (
        act is Act.ACCUSE and any(event.type in table("events") for event in events)
    ):
        return _figure_subject(figure, headings.figure(figure, events), when)
    known = table("events")
    actual = [event for event in events if event.realis == "actual"] or list(events)
    stated = [event for event in actual if not event.presupposed] or actual
    main = next((event for event in stated if event.type in known), stated[0] if stated else None)
    if main is not None:
        return _event_subject(main, known.get(main.type), headings, when)
    if terms:
        return _make(headings.topic(terms), None, terms[:3], when)
    return None


def _figure_subject(figure: Quantity, label: str, when: When) -> Subject:
    about = (figure.of_side or "", figure.category or "", figure.unit)
    return _make(label, figure.event, about, when)


def _event_subject(event: Event, entry: dict[str, str] | None, headings: Headings, when: When) -> Subject:
    patient = headings.phrase(event.patient)
    named = any(word[:1].isupper() for word in patient.split())  # "the area near Kapan" says enough
    general = not patient or (
        not named and event.patient is not None and event.patient.head in words("generic", "nouns")
    )
    if entry is None:
        label = headings.event(event)
    else:
        label = entry["bare"] if general else entry["label"].format(of=patient)
    about = () if event.patient is None else (event.patient.head, event.patient.side or "")
    return _make(label, event.type, about, when)


def _make(label: str, event: str | None, about: tuple[str, ...], when: When) -> Subject:
    return Subject(
        id=make_id("t", event, about, when.key),
        label=f"{label}, {when.in_words()}" if when.date else label,
        event=event,
        about=tuple(part for part in about if part),
        date=when.date if when.happened else None,
    )


def in_words(day: str) -> str:
    """Return a prefix date in words: "2 April 2016", "April 2016", "2016"."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return day
    month = date(2000, parts[1], 1).strftime("%B")
    return f"{parts[2]} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"
