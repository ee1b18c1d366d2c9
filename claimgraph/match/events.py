"""Which claims tell of one happening: within an article, then over the articles on one story.

Within an article a claim joins the event it shares most with, in words, names, kind and place in the
text, unless the days are others; what joins nothing belongs to what the article is mainly about. Events
of articles on one story are then linked to one subject on the same grounds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import fsum
from operator import attrgetter

from claimgraph.lexicon import table, words
from claimgraph.lexicon.rarity import rarities, rarity
from claimgraph.lexicon.stems import stem
from claimgraph.match.context import EDGES, Node
from claimgraph.match.days import BACKGROUND, Interval, long_before, meet
from claimgraph.match.fields import FEW
from claimgraph.match.stories import Stories
from claimgraph.model import Dated, Event, Participant, Subject, make_id

JOINS = 0.45
"""Score from which a claim goes on about an event of its article."""
LINKS = 0.5
"""Score from which the events of two articles are one."""
MUCH = 14.0
"""Rarity of shared words that by themselves make one event."""
LONGEST = 60
"""Characters of a label's phrase."""
HEADS = 12
"""Nouns and names kept of an event, the commonest first."""


@dataclass(eq=False, slots=True)
class _Draft:
    """An event being gathered."""

    nodes: list[Node] = field(default_factory=list)
    stems: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    days: Interval | None = None
    weight: float = 0.0
    """What sharing all of its words weighs, once it is complete."""

    def add(self, node: Node) -> None:
        self.nodes.append(node)
        self.stems |= node.stems
        self.names |= node.names
        self.kinds |= _kinds(node)
        self.days = self.days or node.days


def _kinds(node: Node) -> frozenset[str]:
    """Return the known types of event a claim tells of, also by what befell those it counts."""
    known = table("events")
    return frozenset(one for one in node.predicates if one in known) | {
        one.event for one in node.claim.quantities if one.event
    }


_Link = list[tuple[Event, _Draft]]
"""A subject being gathered: events of articles on one story."""


def happenings(known: Stories) -> tuple[Event, ...]:
    """Return the events of every article, each with its claims, in reading order."""
    return tuple(
        _event(source, draft) for source, nodes in known.context.by_source.items() for draft in _drafts(nodes)
    )


def _drafts(nodes: Sequence[Node]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for node in nodes:
        scored = [(_belongs(node, draft), number) for number, draft in enumerate(drafts)]
        best, number = max(scored, default=(0.0, 0), key=lambda one: (one[0], one[1]))
        if best < JOINS:
            drafts.append(_Draft())
            number = len(drafts) - 1
        drafts[number].add(node)
    return _gathered(drafts)


def _belongs(node: Node, draft: _Draft) -> float:
    """Score whether a claim goes on about an event of its article."""
    if _of_other_days(node, draft):
        return 0.0
    last = draft.nodes[-1].claim
    score = rarities(node.stems & draft.stems) / MUCH
    score += 0.3 * bool(node.names & draft.names) + 0.3 * bool(_kinds(node) & draft.kinds)
    if last.paragraph == node.claim.paragraph:
        score += 0.5 if last.sentence == node.claim.sentence else 0.25
    return score


def _gathered(drafts: list[_Draft]) -> list[_Draft]:
    """Return the events of more than one claim; single claims of the same days belong to the main one."""
    main = max(drafts, key=lambda one: len(one.nodes), default=None)
    if main is None:
        return []
    kept = [one for one in drafts if one is main or len(one.nodes) > 1 or _of_other_days(one, main)]
    for node in chain.from_iterable(one.nodes for one in drafts if one not in kept):
        main.add(node)
    main.nodes.sort(key=attrgetter("position"))
    return kept


def _of_other_days(one: Node | _Draft, two: _Draft) -> bool:
    return one.days is not None and two.days is not None and not meet(one.days, two.days, 1)


def _event(source: str, draft: _Draft) -> Event:
    nodes, first = draft.nodes, draft.nodes[0]
    told = list(chain.from_iterable(node.told for node in nodes))
    kinds = _commonest(*(sorted(_kinds(node)) for node in nodes))
    dated = (node.claim.happened for node in nodes if node.claim.happened.date)
    return Event(
        id=Event.make_id(source, first.id),
        source=source,
        kind=next(iter(kinds), "told"),
        days=next(dated, Dated()),
        places=_commonest(*(one.place.names for one in told if one.place)),
        names=_commonest(*(node.claim.names for node in nodes)),
        heads=_commonest(one.patient.head for one in told if one.patient),
        ordinal=next(filter(None, map(_ordinal, nodes)), None),
        background=long_before(draft.days, first.published, BACKGROUND),
        claims=tuple(node.id for node in nodes),
    )


def _ordinal(node: Node) -> str | None:
    return min(words("discourse", "ordinal").intersection(node.claim.terms), default=None)


def _commonest(*found: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one, _ in Counter(chain(*found)).most_common(HEADS))


def subjects(events: Sequence[Event], known: Stories) -> tuple[Subject, ...]:
    """Return the events linked over the articles of a collection, in reading order of their first."""
    links: list[_Link] = []
    holding: dict[str, list[_Link]] = {}
    for event in events:
        draft = _draft(event, known)
        close = [one for one in known.neighbours(event.source) if known.together(event.source, one)]
        link = _home(draft, (link for source in close for link in holding.get(source, ())))
        if link is None:
            link = []
            links.append(link)
        link.append((event, draft))
        holding.setdefault(event.source, []).append(link)
    return tuple(_subject(link) for link in links)


def _home(draft: _Draft, near: Iterable[_Link]) -> _Link | None:
    """Return the subject that an event is one with, the likeliest of those of close articles."""
    scored = [(_same(draft, link), link) for link in {id(link): link for link in near}.values()]
    score, best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return best if score >= LINKS else None


def _draft(event: Event, known: Stories) -> _Draft:
    draft = _Draft()
    for claim in event.claims:
        draft.add(known.context.nodes[claim])
    draft.weight = rarities(draft.stems)
    return draft


def _same(draft: _Draft, link: _Link) -> float:
    """Score whether an event is one with those already linked; other days, or one article, forbid it."""
    source = draft.nodes[0].claim.source
    if any(event.source == source or _of_other_days(draft, other) for event, other in link):
        return 0.0
    best = 0.0
    for _, other in link:
        shared = rarities(draft.stems & other.stems)
        least = min(draft.weight, other.weight) + FEW
        names = len(draft.names & other.names) / (min(len(draft.names), len(other.names)) or 1)
        best = max(best, shared / least + 0.3 * names + 0.2 * bool(draft.kinds & other.kinds))
    return best


def _subject(link: _Link) -> Subject:
    events = [event for event, _ in link]
    nodes = list(chain.from_iterable(draft.nodes for _, draft in link))
    dates = _commonest(event.days.date for event in events if event.days.date)
    return Subject(
        id=make_id("t", min(event.id for event in events)),
        label=_label(nodes),
        event=_commonest(event.kind for event in events)[0],
        about=_commonest(*(event.names for event in events))[:3],
        date=next(iter(dates), None),
        events=tuple(event.id for event in events),
        claims=tuple(node.id for node in sorted(nodes, key=attrgetter("position"))),
    )


def _label(nodes: Sequence[Node]) -> str:
    """Return the phrase, in the articles' own words, that most claims share; and another that two hold.

    What one claim alone holds says little of the others, however rare its words are.
    """
    phrases = list(chain.from_iterable(map(_phrases, nodes)))
    written = {_stems(phrase): phrase for phrase in reversed(phrases)}
    held = Counter(chain.from_iterable(node.stems for node in nodes))
    general = set(map(stem, words("generic", "nouns")))
    telling = [key for key in written if not key <= general]
    ranked = sorted(telling, key=lambda key: (-_shared(key, held), -len(key), sorted(key)))
    if not ranked:
        return _shortened(nodes[0].claim.text)
    first = ranked[0]
    second = next((key for key in ranked[1:] if not key & first and _holding(key, nodes) > 1), None)
    return written[first] if second is None else f"{written[first]}; {written[second]}"


def _shortened(told: str) -> str:
    text = " ".join(told.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"


def _stems(phrase: str) -> frozenset[str]:
    plain = (word.strip(EDGES) for word in phrase.lower().split())
    return frozenset(stem(word) for word in plain if word not in words("apart", "function"))


def _shared(key: frozenset[str], held: Counter[str]) -> float:
    """Return what claims share with a phrase, for each of its words; ``held`` counts the claims by stem."""
    return fsum(rarity(one) * held[one] for one in key) / (len(key) + 1)


def _holding(key: frozenset[str], nodes: Sequence[Node]) -> int:
    return sum(key <= node.stems for node in nodes)


def _phrases(node: Node) -> Iterator[str]:
    """Yield the noun phrases of a claim as they stand in its text, without their determiners."""
    for one in node.told:
        for filler in (one.patient, one.agent, one.place):
            if filler is not None and (phrase := _bare(filler)):
                yield phrase
    for quantity in node.claim.quantities:
        if quantity.of and len(quantity.of) <= LONGEST:
            yield quantity.of


def _bare(filler: Participant) -> str | None:
    """Return a phrase without determiners; None for what names nothing, or is too long for a label."""
    found = filler.text.split()
    if not found or _names_nothing(filler, found[0]):
        return None
    while found and found[0].lower() in words("apart", "function"):
        found.pop(0)
    phrase = " ".join(found).strip(EDGES)
    return phrase if found and len(phrase) <= LONGEST else None


def _names_nothing(filler: Participant, first: str) -> bool:
    """Tell whether a phrase says only of how many, or that there was none: cut, it would say the opposite."""
    if filler.head in words("generic", "nouns") or first.lower() in words("grammar", "negatives"):
        return True
    number = any(map(str.isdigit, filler.head)) or filler.head in table("numbers")["scale"]
    return number and not filler.names
