"""The words of an article round a place in it, short enough for a heading or a line.

Invariant: what is returned stands in the article, word for word; "…" stands for what is left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.lexicon import words
from claimgraph.lexicon.characters import visible
from claimgraph.lexicon.stems import stem
from claimgraph.model import Claim, Source, Span
from claimgraph.report.wording import shorten

BEFORE = 44
"""Characters kept before a place at most."""
AFTER = 56
"""Characters kept after a place at most."""
WORDS = 90
"""Characters of a side's key words at most."""
TELLING = 2
"""Words that say something, from which on a clause tells what its figure counts."""
GAP = 6
"""Characters between a verb that attributes and the words that depend on it, at most ("denied that it")."""

_BREAK = re.compile(r"[,;:–—](?=\s)|[“”\"]|\s-+\s|\n|[.!?](?=\s)|\)|\(")
_JOINT = re.compile(r",?\s+(?:and|or|but|while|plus)\s+")
_EDGE = ' ,;:–—"“”'
_COMMA_WITHIN = re.compile(r",’$")
_DOUBLE = '“”"'
_LED = re.compile(r"that\s+(?=(?:\S+\s+){2})")
"""The "that" which joins a clause to the verb before it, where a day or a place stands between the two."""
_THAT = re.compile(r"\bthat\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before and after some words within their clause, cut at whole words."""

    before: str
    words: str
    after: str
    glued: bool = False
    """Nothing stands between the words and what follows ("6.1-magnitude")."""

    @property
    def phrase(self) -> str:
        """The clause, with the words."""
        return self._with(self.words)

    @property
    def gap(self) -> str:
        """The clause without the words: a gap stands where they stood."""
        return self._with("…")

    def _with(self, middle: str) -> str:
        behind = f"{'' if self.glued else ' '}{self.after}" if self.after else ""
        return f"{self.before} {middle}{behind}".strip()


def around(text: str, span: Span, hull: Span, others: Iterable[Span] = ()) -> Around:
    """Return the clause round some words, within the stretch that is claimed.

    Args:
        others: figures whose own part of the clause, joined by "and" or the like, is left out where
            enough words are left to tell what is asked.
    """
    whole = _clause(text, span, hull)
    apart = _clause(text, span, _without(text, span, hull, others))
    return apart if len(content_stems(apart.gap)) >= TELLING else whole


def content_stems(text: str) -> set[str]:
    """Return the stems of the words of a text that say something."""
    found = re.findall(r"[^\W\d_]{2,}", text.lower())
    return {stem(word) for word in found if word not in words("languages", "english")}


def _without(text: str, span: Span, hull: Span, others: Iterable[Span]) -> Span:
    """Return the stretch without the parts of other figures that a word like "and" joins to it."""
    low, high = hull
    for start, end in others:
        if end <= span[0]:
            joints = list(_JOINT.finditer(text, end, span[0]))
            low = max(low, joints[-1].end()) if joints else low
        elif start >= span[1]:
            joints = list(_JOINT.finditer(text, span[1], start))
            high = min(high, joints[-1].start()) if joints else high
    return low, high


def _clause(text: str, span: Span, hull: Span) -> Around:
    left, right = max(hull[0], 0), min(hull[1], len(text))
    for stop in _BREAK.finditer(text, left, span[0]):
        left = stop.end()
    after = _BREAK.search(text, span[1], right)
    right = after.start() if after else right
    before = _THAT.split(text[left : span[0]], maxsplit=1)[-1]  # "It is thought that 65% of …"
    behind = text[span[1] : right]
    told, glued = _line(text[slice(*span)]), not behind[:1].isspace()
    return Around(_last(before, BEFORE), told, _first(behind, AFTER), glued)


def shown(claim: Claim, source: Source, place: Span | None = None, limit: int = WORDS) -> str:
    """Return a claim's own words, on one line; where they are too many, those round a place in them."""
    start, end = claim.start, claim.end
    led = _LED.match(source.text, start, end)
    if led and claim.cue is not None and claim.cue[1] <= start:
        start = led.end()
    line = _line(source.text[start:end]).strip(" ,")
    if len(line) <= limit:
        return line
    if place is None or place[1] - start <= limit or not start <= place[0] < place[1] <= end:
        return _first(line, limit)
    low, room = place[0], max(limit - (place[1] - place[0]), 0)
    head = _last(source.text[start:low], room // 2)
    return _first(f"{head} {source.text[low:end]}".strip(), limit)


def with_verb(claim: Claim, source: Source, gap: int = GAP) -> str | None:
    """Return a claim from the verb on that its words depend on; None where none stands that near before."""
    if claim.cue is None or not 0 <= claim.start - claim.cue[1] <= gap:
        return None
    between = source.text[claim.cue[1] : claim.start]
    return None if _BREAK.search(between) else _line(source.text[claim.cue[0] : claim.end])


def quoted(text: str) -> str:
    """Return the text in quotation marks; those within become single ones, and one without its pair goes."""
    inner = text.strip().strip(",").strip()
    if inner[:1] in _DOUBLE and inner[-1:] in _DOUBLE and len(inner) > 2:
        inner = inner[1:-1].rstrip(",")
    marks = [match.start() for match in re.finditer(f"[{_DOUBLE}]", inner)]
    if len(marks) % 2:
        inner = re.sub(f"[{_DOUBLE}]", "", inner)
    for place, at in enumerate(marks if len(marks) % 2 == 0 else ()):
        inner = f"{inner[:at]}{'’' if place % 2 else '‘'}{inner[at + 1 :]}"
    return f"“{_COMMA_WITHIN.sub('’', inner.strip(' ,'))}”"


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _first(text: str, limit: int) -> str:
    """Return the text, cut behind its last whole word within the limit."""
    return shorten(_line(text).strip(_EDGE), limit, _EDGE)


def _last(text: str, limit: int) -> str:
    """Return the end of the text, from its first whole word within the limit on."""
    line = _line(text).strip(_EDGE)
    if len(line) <= limit:
        return line
    cut = line.find(" ", len(line) - limit)
    return "…" + line[cut if cut > 0 else len(line) - limit :].strip(_EDGE)
