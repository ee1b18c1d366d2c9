"""A reviewer's word becomes a decision: what it is on, whether it can be said, what was seen.

Invariants
    - A decision holds what the reviewer saw, so that it can be told later whether it is still there.
    - What cannot be said of a thing, or names something that is not there, is refused before anything
      is written.
"""

import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from claimgraph.decisions import VERDICTS, seen
from claimgraph.decisions.pairs import KINDS
from claimgraph.decisions.speakers import NOBODY, printed_as
from claimgraph.decisions.verdicts import LONGEST, Target, on
from claimgraph.errors import ClaimgraphError, NotFoundError
from claimgraph.lexicon.sides import slug
from claimgraph.model import (
    Claim,
    Decision,
    Dispute,
    Event,
    Findings,
    Lead,
    Matching,
    Seen,
    Speaker,
)
from claimgraph.report.wording import KIND_WORDS, capital, join, shorten
from claimgraph.tracker.overlay import Overlay

SHOWN = 70
"""Characters of a statement by which a decision names what it is on."""


def who_is_here() -> str:
    """Return the name that a decision is signed with when none is given: the account's."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"


def now() -> str:
    """Return the time in UTC, ISO 8601, to the microsecond: two words in one second keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def after(at: str, before: Iterable[Decision]) -> str:
    """Return a time that is later than some decisions' own: a clock may have been put back."""
    last = max((one.at for one in before), default="")
    if at > last:
        return at
    try:
        return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
    except ValueError:
        return at


@dataclass(frozen=True, slots=True)
class Word:
    """What a reviewer says.

    Args:
        verdict: one of those on such a thing.
        value: what the verdict needs besides.
        why: the reason, in the reviewer's words.
        by: the reviewer.
        blind: the reviewer was not shown of which kind a dispute is.
    """

    verdict: str
    value: str = ""
    why: str = ""
    by: str = ""
    blind: bool = False


Thing = Dispute | Lead | Speaker | Claim | Event | Decision
LISTED: dict[str, tuple[Target, str]] = {
    "d": ("pair", "`claimgraph disputes` lists them"),
    "l": ("pair", "`claimgraph leads` lists them"),
    "p": ("speaker", "`claimgraph speakers` lists them"),
    "c": ("claim", "`claimgraph claims` lists them"),
    "e": ("event", "the JSON report lists events"),
    "t": ("event", "the JSON report lists subjects"),
    "r": ("decision", "`claimgraph log` lists decisions"),
}
"""What kind of thing an id of each letter is, and where such ids are to be found."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a decision is to be on: its id, what kind of thing, and the thing."""

    id: str
    on: Target
    thing: Thing


class Desk:
    """Where decisions are made.

    Args:
        findings: as they are shown.
        matched: what was found, before decisions are laid over it: a dispute asks what it asked then.
        overlay: what was decided before.
    """

    def __init__(self, findings: Findings, matched: Matching, overlay: Overlay) -> None:
        self.findings = findings
        self.matched = matched
        self.overlay = overlay
        self._names = {one.id: one.name for one in findings.collection.speakers}
        self._sources = {one.id: one for one in findings.collection.sources}
        self._claims = {one.id: one for one in findings.collection.claims}

    # What it is on

    def find(self, wanted: str) -> Found:
        """Return the thing of an id, or of the only id that begins so.

        Raises:
            NotFoundError: there is none, or several.
        """
        wanted = wanted.strip()
        kind, where = LISTED.get(wanted[:1], ("speaker", "name an id, or a speaker in full"))
        things = self._things(wanted[:1])
        found = [Found(one, kind, thing) for one, thing in things.items() if one.startswith(wanted)]
        found = found or self._named(wanted)
        exact = [one for one in found if one.id == wanted]
        if len(exact or found) != 1:
            what = f"several answer to {wanted!r}" if found else f"there is no {wanted!r}"
            raise NotFoundError(f"{what}; {where}")
        return (exact or found)[0]

    def _named(self, name: str) -> list[Found]:
        """Return the speakers of a name, in full."""
        wanted = printed_as(name)
        speakers = [one for one in self.findings.collection.speakers if printed_as(one.name) == wanted]
        return [Found(one.id, "speaker", one) for one in speakers if wanted]

    def _things(self, letter: str) -> Mapping[str, Thing]:
        """Return the things whose ids begin with a letter; of a subject, the first event."""
        shown = self.findings.matching
        events = {one.id: one for one in shown.events}
        if letter == "t":
            told = {one.id: [events[each] for each in one.events if each in events] for one in shown.subjects}
            return {subject: found[0] for subject, found in told.items() if found}
        things: dict[str, Iterable[Thing]] = {
            "d": (*shown.disputes, *self.matched.disputes),
            "l": self.matched.leads,
            "p": self.findings.collection.speakers,
            "c": self.findings.collection.claims,
            "e": shown.events,
            "r": self.overlay.every,
        }
        return {one.id: one for one in things.get(letter, ())}

    # What is said

    def decision(self, found: Found, word: Word) -> Decision:
        """Return a decision, with what the reviewer saw.

        Raises:
            ClaimgraphError: it cannot be said of such a thing, or needs something else.
        """
        _check(found, word)
        thing = found.thing
        if isinstance(thing, Decision) and thing.by != word.by:
            raise ClaimgraphError(
                f"{found.id} is {thing.by}'s word; to disagree, decide {thing.target} yourself"
            )
        value = self._value(found, word.verdict, " ".join(word.value.split()))
        return Decision(
            target=thing.id if isinstance(thing, Event) else found.id,
            verdict=word.verdict,
            by=word.by,
            at=now(),
            why=" ".join(word.why.split()),
            value=value,
            kind=thing.kind if isinstance(thing, Dispute) and not word.blind else "",
            shown=self._shown(thing),
            seen=tuple(self._seen(thing, value)),
        )

    def _value(self, found: Found, verdict: str, value: str) -> str:
        """Return what a verdict needs besides, as it is kept: ids in full, sides as slugs."""
        needs = VERDICTS[verdict].needs
        if needs == "nothing" or (needs.startswith("maybe") and not value):
            return ""
        if needs.endswith("kind"):
            if value not in KINDS:
                raise ClaimgraphError(f"{verdict!r} needs a kind: {', '.join(KINDS)}")
            return value
        if needs in {"speaker", "maybe speaker", "event"}:
            return self._another(found, verdict, value)
        if not value:
            raise ClaimgraphError(f"{verdict!r} needs a word besides: {VERDICTS[verdict].means}")
        if verdict == "side":
            return value if value == NOBODY else slug(value)
        if verdict == "split" and isinstance(found.thing, Speaker):
            return _alias(found.thing, value)
        return value

    def _another(self, found: Found, verdict: str, value: str) -> str:
        """Return the id in full of another speaker, or another event, as the verdict needs."""
        other = self.find(value)
        what = VERDICTS[verdict].needs.removeprefix("maybe ")
        if other.on != what or other.thing == found.thing:
            raise ClaimgraphError(f"{verdict!r} needs another {what}'s id; {value!r} is none")
        return other.thing.id

    def _shown(self, thing: Thing) -> str:
        if isinstance(thing, Speaker):
            return thing.name
        if isinstance(thing, Decision):
            return f"{VERDICTS[thing.verdict].does}: {thing.shown}" if thing.verdict in VERDICTS else ""
        quoted = " / ".join(self._quoted(side[0]) for side in _sides(thing)[:2])
        if isinstance(thing, Dispute):
            return f"{capital(KIND_WORDS[thing.kind])}: {quoted}"
        return f"Read together: {quoted}" if isinstance(thing, Lead) else quoted

    def _quoted(self, claim: str) -> str:
        return f"“{shorten(self._claims[claim].text, SHOWN)}”" if claim in self._claims else claim

    def _seen(self, thing: Thing, value: str) -> Iterator[Seen]:
        sides = _sides(thing)
        if isinstance(thing, Event):
            other = next(one for one in self.findings.matching.events if one.id == value)
            sides = (*sides, *_sides(other))
        for place, side in enumerate(sides):
            for claim in (self._claims[one] for one in side):
                names = [self._names[one] for one in claim.speakers if one in self._names]
                speaker = join(names) or "speaker unknown"
                yield seen(self._sources[claim.source], claim, speaker=speaker, side=place)


def _sides(thing: Thing) -> tuple[tuple[str, ...], ...]:
    """Return the claims that are read of a thing, side by side; of an event, the one it begins with."""
    if isinstance(thing, Dispute):
        return thing.sides
    if isinstance(thing, Lead):
        return ((thing.a,), (thing.b,))
    if isinstance(thing, Claim):
        return ((thing.id,),)
    return (thing.claims[:1],) if isinstance(thing, Event) else ()


def _check(found: Found, word: Word) -> None:
    """Refuse what cannot be said of a thing, or is too long to be kept."""
    allowed = on(found.on)
    if word.verdict not in allowed:
        choices = f"{', '.join(allowed[:-1])} or {allowed[-1]}" if len(allowed) > 1 else allowed[0]
        raise ClaimgraphError(f"{word.verdict!r} cannot be said of {found.id}; say {choices}")
    if not word.by.strip():
        raise ClaimgraphError("a decision needs a name; give --by NAME")
    for name, most in LONGEST.items():
        if len(getattr(word, name)) > most:
            raise ClaimgraphError(f"{name} is longer than {most} characters; say it shorter")
    if VERDICTS[word.verdict].needs == "nothing" and word.value:
        raise ClaimgraphError(f"{word.verdict!r} needs nothing besides; leave out {word.value!r}")


def _alias(speaker: Speaker, value: str) -> str:
    """Return the name to be told apart, as it is printed.

    Raises:
        ClaimgraphError: the speaker has no such other name.
    """
    for name in speaker.aliases:
        if printed_as(name) == printed_as(value):
            return name
    others = ", ".join(speaker.aliases[:8]) or "none"
    raise ClaimgraphError(
        f"{speaker.name} has no other name {value!r} to be told apart; its others: {others}"
    )


def said_already(decision: Decision, standing: Sequence[Decision]) -> Decision | None:
    """Return the last standing word of the same reviewer on the same thing, when it is the same word."""
    own = (one for one in reversed(standing) if (one.by, one.target) == (decision.by, decision.target))
    last = next(own, None)
    same = ("verdict", "value", "why", "kind", "seen")
    alike = last is not None and all(getattr(last, name) == getattr(decision, name) for name in same)
    return last if alike else None
