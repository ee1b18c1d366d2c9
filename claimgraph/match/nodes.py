"""Claims as the matcher sees them: everything a gate or rule compares, worked out once.

Plain slotted dataclasses, not pydantic: gates run over many pairs.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import LONG_AGO
from claimgraph.lexicon.sides import side_of
from claimgraph.match.sentences import ends
from claimgraph.model import Act, Claim, Collection, Event, Source, Speaker

Interval = tuple[date, date]
Kept = TypeVar("Kept")
Rest = ParamSpec("Rest")

REPORTED_WITHIN = timedelta(days=30)
"""How long before publication an event without a date of its own is taken to have happened."""
HARM = frozenset({"killed", "injured", "killed and injured", "missing"})
"""What a toll counts."""
SINGLE = frozenset({"quake", "explode", "crash", "collapse", "flood", "burn", "capsize"})
"""Types of event that happen once at one place: figures of one are figures of the same whole."""
OPENING = 600
"""Characters of an article in which it says what its story is and where."""
SAME_NAMES = 3
"""Proper names that the openings of two articles on one story share at least."""
SAME_DAYS = 3
"""Days between two articles on one story at most."""
LOSSES = HARM | {"destroyed", "damaged", "displaced", "arrested", "captured", "sunk", "downed"}
"""What harm counts: events whose figures a reader must not take from one party alone."""
NOT = re.compile(r"\b(?:not|never|cannot|no|none|nobody|nothing|neither)\b|n[’']t\b", re.IGNORECASE)
PRONOUNS = frozenset(
    {
        "it",
        "they",
        "them",
        "he",
        "she",
        "him",
        "her",
        "this",
        "that",
        "these",
        "those",
        "which",
        "who",
        "itself",
        "themselves",
    }
)


@dataclass(frozen=True, slots=True)
class Node:
    """A claim with what is compared of it.

    ``sides`` are the sides its speakers speak for; ``specific`` its terms without names of
    sides and general words; ``when`` the days its event can have happened on, None when
    nothing is known; ``paragraph`` the block of its source it stands in; ``explicit`` tells
    a denial by its words ("denied", "a lie") from one that only says "not".

    What is asked of it for every pair is worked out once: ``own_voice``, whether the article
    itself speaks; ``denies``, whether it says that something is not so; ``actual_events``,
    those told as having happened, or not; ``stated_events``, the same without those it only
    mentions in passing. A denial may be of what it mentions: "the report of the downed plane
    is a lie". ``memo`` holds what rules have worked out of the claim (see ``per_claim``).
    """

    claim: Claim
    sides: frozenset[str]
    terms: frozenset[str]
    specific: frozenset[str]
    when: Interval | None
    published: Interval | None
    paragraph: int
    sentence: int
    explicit: bool = False
    id: str = field(init=False)
    own_voice: bool = field(init=False)
    denies: bool = field(init=False)
    actual_events: tuple[Event, ...] = field(init=False)
    stated_events: tuple[Event, ...] = field(init=False)
    memo: dict[object, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        claim = self.claim
        actual = tuple(event for event in claim.events if event.realis == "actual")
        stated = tuple(event for event in actual if not event.presupposed)
        known = {
            "id": claim.id,
            "own_voice": claim.cue is None and claim.mention is None,
            "denies": claim.act is Act.DENY or claim.polarity == "denied",
            "actual_events": actual,
            "stated_events": stated or (actual if self.explicit else ()),
        }
        for name, value in known.items():
            object.__setattr__(self, name, value)


def per_claim(work: Callable[Concatenate[Node, Rest], Kept]) -> Callable[Concatenate[Node, Rest], Kept]:
    """Make a question about one claim be worked out once, however many pairs ask it.

    Beside the claim only its context may be given, which is always the same.
    """

    @wraps(work)
    def kept(node: Node, /, *context: Rest.args, **named: Rest.kwargs) -> Kept:
        if work not in node.memo:
            node.memo[work] = work(node, *context, **named)
        found: Kept = node.memo[work]
        return found

    return kept


@dataclass(slots=True)
class Context:
    """All nodes, by id and by source, in reading order."""

    nodes: dict[str, Node]
    sources: dict[str, Source]
    speakers: dict[str, Speaker]
    by_source: dict[str, list[Node]] = field(default_factory=dict)
    rarity: dict[str, int] = field(default_factory=dict)
    position: dict[str, int] = field(default_factory=dict)
    _openings: dict[str, frozenset[str]] = field(default_factory=dict)
    _incidents: dict[str, frozenset[str]] = field(default_factory=dict)

    def near(self, node: Node, before: int, after: int = 0) -> list[Node]:
        """Return the nodes of the same source within so many paragraphs, in reading order."""
        low, high = node.paragraph - before, node.paragraph + after
        return [
            other
            for other in self.by_source[node.claim.source]
            if low <= other.paragraph <= high and other.id != node.id
        ]

    def opening_names(self, source: str) -> frozenset[str]:
        """Return the proper names of an article's title and opening."""
        if source not in self._openings:  # asked for every pair of claims
            article = self.sources[source]
            self._openings[source] = proper_names(f"{article.title or ''} {article.text[:OPENING]}")
        return self._openings[source]

    def chief_incident(self, source: str) -> frozenset[str]:
        """Return the type of single incident an article tells of most, if any."""
        if source not in self._incidents:  # asked for every pair of claims
            self._incidents[source] = self._count_incidents(source)
        return self._incidents[source]

    def _count_incidents(self, source: str) -> frozenset[str]:
        counted: dict[str, int] = {}
        for node in self.by_source[source]:
            for kind in {event.type for event in node.claim.events if event.type in SINGLE}:
                counted[kind] = counted.get(kind, 0) + 1
        return frozenset({max(counted, key=lambda kind: (counted[kind], kind))} if counted else ())

    def one_story(self, a: Node, b: Node) -> bool:
        """Whether two claims stand in one article, or in articles that open on the same names and days."""
        if a.claim.source == b.claim.source:
            return True
        shared = self.opening_names(a.claim.source) & self.opening_names(b.claim.source)
        incident = self.chief_incident(a.claim.source) & self.chief_incident(b.claim.source)
        return len(shared) >= SAME_NAMES - len(incident) and overlap(
            a.published, b.published, slack=SAME_DAYS
        )

    def meant(self, node: Node) -> frozenset[str]:
        """Return what the pronouns of a claim can stand for: the words its speaker said just before."""
        heads = {one.head for event in node.claim.events for one in (event.agent, event.patient) if one}
        if not heads & PRONOUNS:
            return frozenset()
        before = [
            other
            for other in self.near(node, 0)
            if other.claim.start < node.claim.start and set(other.claim.speakers) == set(node.claim.speakers)
        ]
        return before[-1].specific if before else frozenset()

    def is_rare(self, term: str) -> bool:
        """Whether a term is in so few of the claims that sharing it means something."""
        return self.rarity.get(term, 0) <= max(4, len(self.nodes) // 25)


def build(collection: Collection) -> Context:
    """Return the context of a collection."""
    sources = {source.id: source for source in collection.sources}
    speakers = {speaker.id: speaker for speaker in collection.speakers}
    context = Context({}, sources, speakers, {source: [] for source in sources})
    order = {source.id: position for position, source in enumerate(collection.sources)}
    for claim in sorted(collection.claims, key=lambda one: (order[one.source], one.start, one.end, one.id)):
        before = context.by_source[claim.source][-1] if context.by_source[claim.source] else None
        node = _node(claim, sources[claim.source], speakers)
        if before is not None and claim.happened.date is None and _takes_up(claim, node, before):
            node = replace(node, when=before.when)
        context.position[claim.id] = len(context.nodes)
        context.nodes[claim.id] = node
        context.by_source[claim.source].append(node)
        for term in node.specific:
            context.rarity[term] = context.rarity.get(term, 0) + 1
    return context


def _node(claim: Claim, source: Source, speakers: dict[str, Speaker]) -> Node:
    sides = frozenset(
        speakers[one].side or ""
        for one in claim.speakers
        if one in speakers and speakers[one].kind != "publisher"
    ) - {""}
    terms = frozenset(claim.terms)
    paragraph = _paragraph(claim, source)
    return Node(
        claim=claim,
        sides=sides,
        terms=terms,
        specific=frozenset(term for term in terms if _is_specific(term)),
        when=_when(claim, source),
        published=interval(source.published.date),
        paragraph=paragraph,
        sentence=_sentence(source.text, claim, source, paragraph),
        explicit=claim.denial is not None and _plain(source.text[claim.denial[0] : claim.denial[1]]),
    )


def _paragraph(claim: Claim, source: Source) -> int:
    """Return the number of the block a claim begins in, -1 when it begins in none."""
    number = bisect_right(source.blocks, claim.start, key=lambda block: block.start) - 1
    return number if number >= 0 and claim.start < source.blocks[number].end else -1


@lru_cache(maxsize=65536)
def _is_specific(term: str) -> bool:
    """Tell whether a term says something of its own: no general word, and no side."""
    return term not in general_words() and side_of(term.title()) is None


@cache
def general_words() -> frozenset[str]:
    """Return the words that say little by themselves."""
    return words("generic", "nouns") | words("generic", "terms") | words("generic", "claim_nouns")


@cache
def _denying() -> frozenset[str]:
    """Return the words of which one makes a denial plain."""
    others = {"wrong", "hand", "such", "so", "guilty", "pleaded", "pleads", "plead"}
    return words("denials", "truth_nouns") | words("generic", "blanket") | others


def _plain(denial: str) -> bool:
    """Tell whether denying words say so themselves ("denied", "no truth in"), or are a mere "not"."""
    if "to do with" in denial or not _denying().isdisjoint(re.findall(r"\w+", denial.lower())):
        return True
    return NOT.search(denial) is None


def _takes_up(claim: Claim, node: Node, before: Node) -> bool:
    """Tell whether a claim goes on about the event before it: "It killed …", "That quake …".

    So does "The quake …" right behind one of long ago: the paragraph looks back.
    """
    if claim.cue is not None:
        return False
    if re.match(r"(?:it|this|that|these|those)\b", claim.text, re.IGNORECASE) is not None:
        return True
    long_ago = before.claim.happened.date is not None and not overlap(before.when, node.published, slack=45)
    return long_ago and node.paragraph == before.paragraph and claim.text.startswith("The ")


def _sentence(text: str, claim: Claim, source: Source, paragraph: int) -> int:
    """Return a number equal for claims of one sentence: sentence ends before it in its paragraph."""
    start = source.blocks[paragraph].start if paragraph >= 0 else 0
    marks = ends(text)
    return max(0, bisect_right(marks, claim.start) - bisect_right(marks, start))


def interval(prefix: str | None) -> Interval | None:
    """Return the first and last day a prefix date allows."""
    if prefix is None:
        return None
    parts = [int(part) for part in prefix.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(*parts)
    return day, day


def _when(claim: Claim, source: Source) -> Interval | None:
    """Return when the event can have been: its own date, else the weeks before it was said or published."""
    own = interval(claim.happened.date)
    if own is not None:
        return own
    if LONG_AGO.search(claim.text):  # "in the early 1990s" is no day, but it is not this week either
        return None
    known = interval(claim.said.date) or interval(source.published.date)
    return (known[0] - REPORTED_WITHIN, known[1]) if known is not None else None


def overlap(first: Interval | None, second: Interval | None, slack: int = 0) -> bool:
    """Tell whether two stretches of days meet, allowing so many days between."""
    if first is None or second is None:
        return False
    allowed = timedelta(days=slack)
    return first[0] <= second[1] + allowed and second[0] <= first[1] + allowed


def names_around(node: Node, context: Context) -> frozenset[str]:
    """Return the proper names of a claim and of its article's opening."""
    return proper_names(node.claim.text) | context.opening_names(node.claim.source)


@lru_cache(maxsize=4096)
def proper_names(text: str) -> frozenset[str]:
    """Return the capitalised words of a text that name no side and do not stand there by position."""
    found = {word.strip("“”\"'‘’().,;:—–-") for word in text.split()}
    return frozenset(
        word
        for word in found
        if word[:1].isupper()
        and len(word) > 3
        and word.lower() not in common_words()
        and side_of(word) is None
    )


@cache
def common_words() -> frozenset[str]:
    """Return the words whose capital comes from where they stand."""
    return frozenset(table("generic")["sentence_starts"])


@cache
def camp(side: str) -> str:
    """Return the side, or whose side a territory or armed group is commonly counted on."""
    patrons: dict[str, str] = table("patrons")["patrons"]
    return patrons.get(side, side)


def camps(sides: Iterable[str]) -> frozenset[str]:
    """Return the camps of some sides."""
    return frozenset(camp(side) for side in sides)


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return noun -> the classes of things it belongs to."""
    found: dict[str, set[str]] = {}
    for name, nouns in table("things").items():
        for noun in nouns:
            found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


def same_thing(first: str, second: str) -> bool:
    """Tell whether two head nouns can name one thing: the same word, or words of one class."""
    if first == second:
        return True
    return bool(classes().get(first, frozenset()) & classes().get(second, frozenset()))
