"""What the matcher knows of each claim and of the collection, worked out once.

Invariants
    - Everything here is read from the model; no text is read again.
    - What is not known is None or empty, and never stands for "the same" or "different".
"""

from dataclasses import dataclass
from functools import cached_property

from claimgraph.lexicon.kinds import camp, is_specific
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.stems import stem
from claimgraph.match.days import Interval, interval
from claimgraph.model import DISPUTABLE_ACTS, Act, Claim, Collection, Proposition, Source, Speaker

EDGES = "“”\"'‘’.,;:()"
"""What stands around words, and is none of them."""


@dataclass(frozen=True, eq=False)
class Node:
    """A claim with what is compared of it.

    ``camps`` are the sides its speakers speak for, ``voices`` the words of their names; ``days``
    when its event was, as the claim, its sentence or what it goes on about says; ``stems`` the
    words with meaning it is told with, without names of sides and general words; ``told`` what it
    tells as a fact, or as none.
    """

    claim: Claim
    position: int
    camps: frozenset[str]
    voices: frozenset[str]
    titles: frozenset[str]
    days: Interval | None
    published: Interval | None
    stems: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]
    told: tuple[Proposition, ...]

    @cached_property
    def id(self) -> str:
        return self.claim.id

    @cached_property
    def own_voice(self) -> bool:
        """Whether the article itself speaks."""
        return self.claim.cue is None and self.claim.mention is None

    @cached_property
    def denies(self) -> bool:
        """Whether it says that something is not so."""
        return self.claim.act is Act.DENY or self.claim.polarity == "denied"

    @cached_property
    def each_other(self) -> bool:
        """Whether it is half of "each accused the other", which is two claims over the same words."""
        return self.claim.rule.endswith("; each other")

    @cached_property
    def disputable(self) -> bool:
        """Whether it can be true or false."""
        said_so = self.claim.rule != "topic" or self.claim.act is Act.ESTIMATE  # "spoke of about 350 dead"
        return self.claim.act in DISPUTABLE_ACTS and said_so

    @cached_property
    def reported(self) -> str:
        """When it was said, else the last day on which its article can have been published; "" if unknown."""
        published = self.published[1].isoformat() if self.published is not None else ""
        return self.claim.said.date or published

    def opposes(self, other: "Node") -> bool:
        """Tell whether two claims are known to speak for two sides."""
        return bool(self.camps and other.camps) and self.camps.isdisjoint(other.camps)

    @cached_property
    def negated(self) -> frozenset[str]:
        """The stems of what it says was not so: of the deed, and of what stands in its roles."""
        deeds = [one for one in self.told if not one.answers and (one.denied or self.claim.act is Act.DENY)]
        roles = (role for one in deeds for role in (one.agent, one.patient, one.instrument, one.place))
        written = [*(one.lemma for one in deeds), *" ".join(role.text for role in roles if role).split()]
        return self.stems & {stem(word.lower().strip(EDGES)) for word in written}

    @cached_property
    def predicates(self) -> frozenset[str]:
        return frozenset(one.predicate for one in self.told if not one.answers)


@dataclass(frozen=True, slots=True)
class Context:
    """All nodes, by id and by source, in reading order."""

    nodes: dict[str, Node]
    sources: dict[str, Source]
    speakers: dict[str, Speaker]
    by_source: dict[str, list[Node]]

    def published(self, source: str) -> Interval | None:
        """Return the days on which an article can have been published."""
        return interval(self.sources[source].published.date)


def build(collection: Collection) -> Context:
    """Return the context of a collection."""
    sources = {source.id: source for source in collection.sources}
    speakers = {speaker.id: speaker for speaker in collection.speakers}
    order = {source.id: place for place, source in enumerate(collection.sources)}
    by_source: dict[str, list[Node]] = {source: [] for source in sources}
    nodes: dict[str, Node] = {}
    for claim in sorted(collection.claims, key=lambda one: (order[one.source], one.start, one.end, one.id)):
        before = by_source[claim.source][-1:]
        node = _node(claim, sources[claim.source], speakers, len(nodes), before[0] if before else None)
        nodes[claim.id] = node
        by_source[claim.source].append(node)
    return Context(nodes, sources, speakers, by_source)


def _node(
    claim: Claim, source: Source, speakers: dict[str, Speaker], position: int, before: Node | None
) -> Node:
    known = [speakers[one] for one in claim.speakers if one in speakers]
    return Node(
        claim=claim,
        position=position,
        camps=frozenset(camp(one.side) for one in known if one.side and one.kind != "publisher"),
        voices=frozenset().union(*(names_in(" ".join((one.name, *one.aliases))) for one in known)),
        titles=frozenset(" ".join(one.role or "" for one in known).lower().split()),
        days=_days(claim, before),
        published=interval(source.published.date),
        stems=frozenset(stem(term) for term in claim.terms if is_specific(term)),
        names=frozenset(claim.names).union(*(who.names for one in claim.propositions for who in one.parties)),
        places=frozenset(claim.places),
        marks=frozenset(claim.marks),
        told=tuple(one for one in claim.propositions if one.factuality == "actual"),
    )


def _days(claim: Claim, before: Node | None) -> Interval | None:
    """Return the days of a claim's event: its own, its sentence's, or those it goes on about."""
    own = interval(claim.happened.date)
    if own is not None or before is None:
        return own
    one = before.claim
    same_sentence = (one.paragraph, one.sentence) == (claim.paragraph, claim.sentence)
    goes_on = "anaphoric" in claim.marks and one.paragraph == claim.paragraph
    return before.days if same_sentence or (goes_on and claim.sentence - one.sentence <= 1) else None
