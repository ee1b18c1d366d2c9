"""Two sides that accuse each other, in one sentence or across sentences and articles."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from claimgraph.lexicon import table
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.lexicon.sides import name_of_side
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, first_failure, opposed
from claimgraph.match.likeness import kin
from claimgraph.match.nodes import Context, Node, camps, overlap
from claimgraph.model import Act, Event, Reason

APART = 14
"""Days between which accusations of two articles are still of one exchange."""


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield mutual accusations: said in one sentence, then crossed between claims."""
    del pairs  # accusations are few: all of one exchange are compared
    yield from _in_one_sentence(context)
    accusations = [
        (node, deed) for node in context.nodes.values() for deed in [accused_deed(node)] if deed is not None
    ]
    for (a, first), (b, second) in combinations(accusations, 2):
        found = _crossed(a, first, b, second, context)
        if found is not None:
            yield found


def _in_one_sentence(context: Context) -> Iterator[Finding]:
    by_words: dict[tuple[str, int, int], list[Node]] = {}
    for node in context.nodes.values():
        if node.claim.rule.endswith("; each other"):
            by_words.setdefault((node.claim.source, node.claim.start, node.claim.end), []).append(node)
    for (_, start, end), nodes in by_words.items():
        if len(nodes) == 2:
            a, b = nodes
            reason = Reason(
                rule="each accuses the other",
                detail="one sentence gives both accusations",
                spans=(on(a.claim, (start, end)),),
            )
            yield Finding("mutual_accusation", a.id, b.id, 0.95, (reason,), f"mutual {_kind_of_deed(a)}")


def _kind_of_deed(node: Node) -> str:
    harmful = [event.type for event in node.claim.events if is_harmful(event.type)]
    return harmful[0] if harmful else "deeds"


def accused_deed(node: Node) -> Event | None:
    """Return the harmful deed a claim says another side did, or None."""
    if node.denies or not node.sides or node.claim.rule.endswith("; each other"):
        return None
    if node.claim.act not in {Act.ACCUSE, Act.ASSERT, Act.ESTIMATE}:
        return None
    for event in node.actual_events:
        blamed = event.agent.side if event.agent is not None else None
        blamed = blamed or (node.claim.target if node.claim.act is Act.ACCUSE else None)
        if (
            blamed
            and is_harmful(event.type)
            and not event.negated
            and not camps({blamed}) & camps(node.sides)
        ):
            return event
    return None


def blamed_side(node: Node, deed: Event) -> str | None:
    """Return the side said to have done it."""
    return (deed.agent.side if deed.agent is not None and deed.agent.side else None) or node.claim.target


def called(side: str) -> str:
    """Return the name of a side for readers."""
    return name_of_side(side) or side.replace("-", " ").title()


def _crossed(a: Node, first: Event, b: Node, second: Event, context: Context) -> Finding | Miss | None:
    """Each side says the other did a deed of one kind, in one exchange."""
    blamed_a, blamed_b = blamed_side(a, first), blamed_side(b, second)
    if not blamed_a or not blamed_b or not kin(first.type, second.type):
        return None
    if not (camps({blamed_a}) <= camps(b.sides) and camps({blamed_b}) <= camps(a.sides)):
        return None
    stopped = first_failure(a, b, context, {**GATES, "sides": opposed})
    if stopped is not None:
        return Miss(a.id, b.id, stopped[0], stopped[1].detail)
    one_article = a.claim.source == b.claim.source
    if not one_article and not overlap(a.when, b.when, slack=0):
        return Miss(a.id, b.id, "time", "the accusations belong to different days")
    if not one_article and first.type != second.type:
        return Miss(a.id, b.id, "subject", "different deeds in different articles")
    detail = (
        f"{called(blamed_b)} says {called(blamed_a)} did it, {called(blamed_a)} says {called(blamed_b)} did"
        if blamed_a in b.sides and blamed_b in a.sides
        else "each side says the other did it"
    )
    reason = Reason(
        rule="crossed accusations",
        detail=f"{detail} ({table('events')[first.type]['bare']})",
        spans=(on(a.claim, first.trigger), on(b.claim, second.trigger)),
    )
    return Finding(
        "mutual_accusation", a.id, b.id, 0.7 if one_article else 0.6, (reason,), f"mutual {first.type}"
    )
