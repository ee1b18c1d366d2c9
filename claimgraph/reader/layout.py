"""Claims laid out for a reader: a sentence, and under it a line for each statement in it.

Invariants
    - A sentence stands on one line: white space in it is one blank, so that nothing an article holds
      can look like a line of ours.
    - Only what can be disputed is laid out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from claimgraph.gathering import grouped
from claimgraph.lexicon.characters import writable
from claimgraph.model import DISPUTABLE_ACTS, Act, Claim, Findings, Source, Span
from claimgraph.report.lookup import Lookup
from claimgraph.report.quoting import sentence_span, with_voice
from claimgraph.report.wording import ACT_WORDS, join, position

SHORT_ID = 6
"""Characters of an id that are printed at least; most commands take the beginning of an id."""
ENDS = (4, 3)
"""Words printed of the beginning and of the end of a statement that is longer than both."""
STATES = "states"
"""What an article does that asserts something itself."""
LONGEST = 900
"""Characters of a sentence printed at most."""

_PLACE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"\w+")


@cache
def templates() -> Mapping[str, Any]:
    """Return the words that a reader is asked with."""
    return loads((files(__package__) / "templates.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or sentences, with the claims that stand in it; ``also`` are articles that print it too."""

    source: str
    span: Span
    paragraph: int
    claims: tuple[Claim, ...]
    also: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The articles that print it."""
        return (self.source, *self.also)


def disputable(claim: Claim) -> bool:
    """Tell whether a claim can be true or false."""
    return claim.act in DISPUTABLE_ACTS and claim.rule != "topic"


def stretch(claim: Claim, source: Source) -> Span:
    """Return the stretch of a claim with the words that say who says it and how, within its sentence."""
    return with_voice(claim, sentence_span(source, claim.start, claim.end))


def short_ids(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the beginning of each id that no other id of these has, by the id."""
    ids = sorted({claim.id for claim in claims})
    length = SHORT_ID
    while len({one[:length] for one in ids}) < len(ids):
        length += 1
    return {one: one[:length] for one in ids}


class Layout:
    """Lays out the claims of some findings."""

    def __init__(self, findings: Findings) -> None:
        self.lookup = Lookup(findings)
        self._plain = [str(templates()["own_voice"]), STATES, ""]

    def units(self, source: Source, claims: Iterable[Claim]) -> list[Unit]:
        """Return the sentences of an article that hold claims, in reading order."""
        by_span = grouped((sentence_span(source, *stretch(claim, source)), claim) for claim in claims)
        return [
            Unit(source.id, span, min(one.paragraph for one in found), found)
            for span, found in sorted(by_span.items())
        ]

    def words(self, unit: Unit) -> str:
        """Return the words of a sentence alone, by which a reprint is known."""
        start, end = unit.span
        return " ".join(_WORD.findall(self.lookup.sources[unit.source].text[start:end].casefold()))

    def lines(self, unit: Unit, ids: Mapping[str, str], label: str = "") -> Iterator[str]:
        """Yield the sentence and a line for each statement in it.

        Args:
            unit: the sentence.
            ids: how each claim's id is printed.
            label: of the article; empty where there is one only.
        """
        text = self.lookup.sources[unit.source].text
        start, end = unit.span
        more = "..." if end - start > LONGEST else ""
        yield f"{label and label + ': '}{flat(text[start : min(end, start + LONGEST)])}{more}"
        for claim in unit.claims:
            parts = [self._who(claim), self._does(claim), self._of_it(claim, unit)]
            told = parts if parts != self._plain else []  # what most are is not said each time
            yield f"  {' | '.join(filter(None, (ids[claim.id], *told)))}"

    def head(self, source: Source, label: str) -> str:
        """Return the line that names an article."""
        return filled(
            "source",
            label=label,
            title=flat(source.title or source.name)[:120],
            publisher=f", {flat(source.publisher)[:60]}" if source.publisher else "",
            published=f", published {source.published.date}" if source.published.date else "",
        ).strip()

    def _of_it(self, claim: Claim, unit: Unit) -> str:
        """Return the words of a claim; none where it, and who says it, are all of the sentence."""
        text = self.lookup.sources[unit.source].text
        at = unit.span[0]
        for start, end in sorted(one for one in ((claim.start, claim.end), claim.cue, claim.mention) if one):
            if _WORD.search(text[at:start]):
                return _ends(claim.text)
            at = max(at, end)
        return _ends(claim.text) if _WORD.search(text[at : unit.span[1]]) else ""

    def _who(self, claim: Claim) -> str:
        if claim.cue is None and claim.mention is None:
            return str(templates()["own_voice"])
        names = join([speaker.name for speaker in self.lookup.speakers_of(claim)])
        return flat(names)[:80] or str(templates()["unknown"])

    def _does(self, claim: Claim) -> str:
        """Return what a claim does, the day it was said if not its article's, and of which day it is."""
        source = self.lookup.source_of(claim)
        own = claim.cue is None and claim.mention is None
        does, said = position(claim), claim.said.date
        parts = [STATES if own and does == ACT_WORDS[Act.ASSERT] else does]
        if said and said != source.published.date:
            parts.append(said)
        if claim.happened.date:
            parts.append(f"of {claim.happened.date}")
        return " ".join(parts)


def filled(name: str, **values: object) -> str:
    """Return a template with its places filled, in one pass: what fills them is not read again."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), str(templates()[name]).lstrip("\n"))


def flat(text: str) -> str:
    """Return a text on one line, without what cannot be written as UTF-8."""
    return writable(" ".join(text.split()))


def _ends(text: str) -> str:
    words = flat(text).split()
    first, last = ENDS
    if len(words) <= first + last:
        return " ".join(words)
    return f"{' '.join(words[:first])} ... {' '.join(words[-last:])}"
