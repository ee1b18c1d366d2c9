"""Somebody owns to a lie: which of the speaker's own statements that takes back.

A lie that is named ("lying about the degree") takes back what was said of it; a bare "he was
lying" what was said just before. "He lied to the police" leaves open which statement was the
lie, and then none is shown.
"""

from collections.abc import Iterator

from claimgraph.lexicon import words
from claimgraph.match.accounts import ALONE
from claimgraph.match.finding import Finding, on
from claimgraph.match.nodes import Context, Node
from claimgraph.model import Act, Event, Reason

TOLD = 3
"""Paragraphs before an admitted lie in which a named topic is looked for."""
JUST_BEFORE = 2
"""Sentences back, at most, to the statement that a bare "he was lying" means."""
TELLING = frozenset({Act.ASSERT, Act.ACCUSE, Act.DENY})


def admitted_lies(context: Context) -> Iterator[Finding]:
    """Yield what a speaker takes back by owning to a lie."""
    for node in context.nodes.values():
        lie = _own_lie(node)
        if lie is None or not node.claim.speakers:
            continue
        for told in _taken_back(node, context):
            reason = Reason(
                rule="admitted lie",
                detail="the speaker admits having lied about what the same speaker said",
                spans=(on(told.claim), on(node.claim, lie.trigger)),
            )
            yield Finding("reversal", told.id, node.id, 0.6, (reason,), "reversal lie")


def _own_lie(node: Node) -> Event | None:
    """Return the lie a speaker owns to; somebody else's lie is no admission of the speaker's."""
    if node.claim.act is not Act.ADMIT:
        return None
    return next(
        (
            event
            for event in node.actual_events
            if event.type == "lie"
            and not event.negated
            and (event.agent is None or event.agent.head in ALONE or _cue_names(node, event))
        ),
        None,
    )


def _cue_names(node: Node, event: Event) -> bool:
    """Tell whether the liar stands outside the words claimed: "Reyes admitted lying"."""
    start = event.agent.span[0] if event.agent is not None else 0
    return not node.claim.start <= start < node.claim.end


def _taken_back(node: Node, context: Context) -> list[Node]:
    earlier = [
        other
        for other in context.near(node, TOLD)
        if other.claim.speakers == node.claim.speakers
        and other.claim.act in TELLING
        and other.claim.start < node.claim.start
        and other.claim.statement != node.claim.statement
    ]
    topic = node.specific - words("accounts", "lying")
    if topic:
        return [other for other in earlier if topic & other.specific]
    near = [other for other in earlier if _just_before(other, node)]
    if not near or _names_hearer(node):
        return []
    return [other for other in earlier if other.id == near[-1].id or _repeats(other, near[-1])]


def _just_before(other: Node, node: Node) -> bool:
    apart = node.paragraph - other.paragraph
    return apart == 1 or (apart == 0 and node.sentence - other.sentence <= JUST_BEFORE)


def _names_hearer(node: Node) -> bool:
    """Tell whether a lie is placed by whom it was told ("lied to police"): which one is left open."""
    return bool(node.terms & words("accounts", "hearers"))


def _repeats(other: Node, told: Node) -> bool:
    """Tell whether a statement says the same as another of its speaker."""
    shared = other.specific & told.specific
    return bool(shared) and shared >= min(other.specific, told.specific, key=len)
