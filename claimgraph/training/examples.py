"""What the matcher's weights are fitted on: pairs of claims that it looks at, right or wrong by a list."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from claimgraph.match import leads
from claimgraph.match.antecedents import candidates, is_denial
from claimgraph.match.clues import CLUES
from claimgraph.match.context import build
from claimgraph.match.deciding import Finding, decide
from claimgraph.match.fields import Field, Said
from claimgraph.match.kinds import TABLE, Row
from claimgraph.match.stories import Stories, stories
from claimgraph.model import Collection

Group = list[set[str]]
"""The claims on each side of one listed dispute."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of claims that was looked at: the answers, whether it is right, and of which story it is."""

    story: str
    fold: str
    answers: Mapping[str, float]
    right: bool
    pair: tuple[str, str] = ("", "")


@dataclass(slots=True)
class Story:
    """A collection and the disputes listed for it; stories of one ``fold`` are left out together."""

    name: str
    collection: Collection
    groups: list[Group]
    fold: str = ""
    of: dict[str, set[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, group in enumerate(self.groups):
            for side, claims in enumerate(group):
                for claim in claims:
                    self.of.setdefault(claim, set()).add((number, side))

    def is_right(self, a: str, b: str) -> bool:
        """Tell whether two claims stand on two sides of one listed dispute."""
        return bool(self.answered(a, b))

    def answered(self, a: str, b: str) -> set[int]:
        """Return the places in ``groups`` of the listed disputes on whose two sides two claims stand."""
        return {
            number
            for number, side in self.of.get(a, ())
            for other, there in self.of.get(b, ())
            if number == other and side != there
        }


def looked_at(story: Story) -> Iterator[tuple[str, Example]]:
    """Yield every pair that is scored, by whose weights."""
    known = stories(build(story.collection))
    for row, a, b, answers in scored(known):
        yield row, _example(story, answers, a.node.id, b.node.id)
    yield from (("lead", example) for example in _leads(story, known))


def scored(
    known: Stories, wanted: Callable[[Said, Said], bool] = lambda _a, _b: True
) -> Iterator[tuple[str, Said, Said, dict[str, float]]]:
    """Yield the pairs that rows and denials score, by whose weights, with the answers.

    Args:
        wanted: whether a pair is asked about at all.
    """
    for row in TABLE:
        fields = row.fields
        for a, b, _ in row.opposed(known):
            answers = asked(a, b, known, fields, row) if wanted(a, b) else None
            if answers is not None:
                yield row.weights, a, b, answers
    for nodes in known.context.by_source.values():
        for denial in filter(is_denial, nodes):
            for node in candidates(denial, known):
                a, b = Said(node), Said(denial)
                if wanted(a, b):
                    yield "denied", a, b, asked(a, b, known, CLUES) or {}


def _example(story: Story, answers: Mapping[str, float], a: str, b: str) -> Example:
    return Example(story.name, story.fold or story.name, answers, story.is_right(a, b), (a, b))


def _leads(story: Story, known: Stories) -> Iterator[Example]:
    """Yield every pair that may be a lead: what the rows, as they stand, found by themselves is none."""
    outcomes = list(decide(known))
    found = {frozenset((one.a, one.b)) for one in outcomes if isinstance(one, Finding)}
    tried = leads.try_all(outcomes)
    fields = leads.clues(tried)
    for a, b in leads.pairs(known, tried):
        if frozenset((a.id, b.id)) not in found:
            answers = asked(Said(a), Said(b), known, fields) or {}
            yield _example(story, answers, a.id, b.id)


def asked(
    a: Said, b: Said, known: Stories, fields: Mapping[str, Field], row: Row | None = None
) -> dict[str, float] | None:
    """Return the degree of every answer, by field and fit; None when the row's vetoes or needs stop it."""
    found: dict[str, float] = {}
    needs = dict(row.needs) if row is not None else {}
    for name, compare in fields.items():
        one = compare(a, b, known)
        if row is not None and name in row.vetoes and one.fit == "different" and one.degree >= 1:
            return None
        if name in needs and (one.fit != "same" or one.degree < needs[name]):
            return None
        if one.fit != "unknown" and one.degree:
            found[f"{name} {one.fit}"] = one.degree
    return found
