"""Marks on single claims: figures and statements that only one party stands behind."""

from collections.abc import Container, Iterable, Iterator, Sequence

from claimgraph.lexicon import table, words
from claimgraph.lexicon.deeds import harmful
from claimgraph.lexicon.kinds import camp, is_harmful, is_outlet, is_reference, is_undisclosed
from claimgraph.match.context import Context, Node
from claimgraph.model import (
    DISPUTABLE_ACTS,
    Act,
    Agreement,
    Claim,
    Flag,
    Lead,
    Proposition,
    Quantity,
    Speaker,
)

UNCONFIRMED = "no confirmation by another was recognised in these articles"
ACCUSATION = "an accusation by one party"
UNANSWERED = "no answer to it was recognised in these articles"
UNDISCLOSED = "the word of a source that the article does not name"
UNNAMED = "an estimate without a named source"
UNRECOGNISED = "an estimate whose source was not recognised"
ANSWERED_WITHIN = 2
"""Paragraphs behind an accusation in which what the accused says may be an answer to it."""
RECKONED = 20
"""A number from which on a count of no loss is taken to be reckoned."""


def find(
    context: Context, disputed: Iterable[str], agreements: Sequence[Agreement], leads: Iterable[Lead] = ()
) -> Iterator[Flag]:
    """Yield unverified figures and claims, leaving out what is disputed or supported from elsewhere."""
    taken = set(disputed)
    answered = _answered(context, taken, agreements, leads)
    supported = {claim for one in agreements if _supports(one, context) for claim in (one.a, one.b)}
    found: dict[tuple[object, ...], Flag] = {}
    for node in context.nodes.values():
        open_ = node.claim.act in DISPUTABLE_ACTS and not node.denies and node.id not in supported
        flag = _flag(node, context, disputed=node.id in taken, answered=answered) if open_ else None
        if flag is not None and not _is_given_by_another(node, flag, context):
            found.setdefault((node.claim.source, *_marked(node, flag)), flag)  # each once
    yield from found.values()


def _marked(node: Node, flag: Flag) -> tuple[object, ...]:
    """Return what a mark is on: a figure of one speaker, where it is told again too, or a claim."""
    figure = next((one for one in node.claim.quantities if one.span == flag.basis), None)
    return (node.id,) if figure is None else (node.claim.speakers, _value(figure))


def _value(one: Quantity) -> tuple[object, ...]:
    return one.event, one.unit, one.low, one.high


def _is_given_by_another(node: Node, flag: Flag, context: Context) -> bool:
    """Tell whether somebody else who speaks in the article gives the same figure of the same event."""
    values = {_value(one) for one in node.claim.quantities if one.span == flag.basis}
    return any(
        not (other is node or other.own_voice or other.denies)
        and other.voices.isdisjoint(node.voices)
        and set(other.claim.speakers).isdisjoint(node.claim.speakers)
        and any(_value(one) in values for one in other.claim.quantities)
        for other in (context.by_source[node.claim.source] if values else ())
    )


def _answered(
    context: Context, disputed: set[str], agreements: Iterable[Agreement], leads: Iterable[Lead]
) -> set[tuple[str, str]]:
    """Return the statements that may be answered: a dispute or lead holds a claim of them, or its twin."""
    touched = disputed | {claim for one in leads for claim in (one.a, one.b)}
    touched |= {
        claim for one in agreements if not touched.isdisjoint((one.a, one.b)) for claim in (one.a, one.b)
    }
    return {_statement(context.nodes[one].claim) for one in touched if one in context.nodes}


def _statement(claim: Claim) -> tuple[str, str]:
    return claim.source, claim.statement


def _flag(
    node: Node, context: Context, *, disputed: bool, answered: Container[tuple[str, str]]
) -> Flag | None:
    passing = (one for one in node.claim.propositions if one.background)
    loss = next((one for one in _but(node, passing) if one.event in words("counts", "losses")), None)
    figure = loss or (None if disputed else _reckoned(node))
    if figure is not None and _needs_support(node, context, loss=loss is not None):
        detail = _figure_detail(node, figure)
        return Flag(claim=node.id, kind="unverified_figure", detail=detail, basis=figure.span)
    told = None if loss is not None or disputed else _claim_detail(node, context, answered)
    return Flag(claim=node.id, kind="unverified_claim", detail=told) if told else None


def _supports(agreement: Agreement, context: Context) -> bool:
    """Tell whether an agreement supports its claims: an admission, independent, or of two named parties."""
    one, two = context.nodes[agreement.a], context.nodes[agreement.b]
    named = not (one.own_voice or two.own_voice) and one.claim.speakers and two.claim.speakers
    parties = bool(named) and one.voices.isdisjoint(two.voices)  # not an article, not two of one name
    return agreement.adverse or agreement.independent or parties


def _reckoned(node: Node) -> Quantity | None:
    """Return the first figure that somebody quoted reckons: money, shares, crowds, customers, votes.

    Small numbers are seen and told, not reckoned; lengths of time and way, what a thing has anyway,
    and what instruments measure are left out, and so is what is asked, supposed or only named.
    """
    supposed = any(one.factuality == "conditional" for one in node.claim.propositions)
    if node.own_voice or not node.told or supposed or "question" in node.marks:
        return None
    return next(filter(_is_reckoned, _but(node, node.claim.propositions)), None)


def _but(node: Node, beside: Iterable[Proposition]) -> Iterator[Quantity]:
    """Yield the figures of a claim but those of what is only told beside: "the fire that killed three"."""
    said = {one.lemma for one in node.told if one.main and not one.denied}
    left = {one.lemma for one in beside} - said
    return (one for one in node.claim.quantities if _verbs(one.event).isdisjoint(left))


def _verbs(event: str | None) -> set[str]:
    """Return the verbs by which what befalls the counted may be told: "sell" for "sold"."""
    row = table("harm").get(event or "", {})
    return {event or "", *row.get("verbs", ()), *row.get("subjects", ())}


def _is_reckoned(one: Quantity) -> bool:
    apart = words("counts", "uncompared") | words("counts", "standing") | words("counts", "instruments")
    if {one.unit, one.event} & apart:
        return False
    return max(one.low or 0, one.high or 0) >= RECKONED or one.unit.isupper() or one.unit == "percent"


def _speaking(node: Node, context: Context) -> list[Speaker]:
    return [context.speakers[one] for one in node.claim.speakers if one in context.speakers]


def _needs_support(node: Node, context: Context, *, loss: bool) -> bool:
    """Tell whether a figure rests on one party, on nobody named, or on hearsay."""
    speaking = _speaking(node, context)
    if loss:
        unnamed = not speaking or any(one.unnamed for one in speaking)
        return not node.own_voice and (bool(node.camps) or unnamed)
    told = node.claim.act is not Act.ESTIMATE and any(is_outlet(one.name) for one in speaking)
    looked_up = any(is_reference(one.name, named=not one.unnamed) for one in speaking)
    return bool(speaking) and not told and not looked_up


def _figure_detail(node: Node, figure: Quantity) -> str:
    if not node.claim.speakers:
        return f"“{figure.text}”: {UNRECOGNISED if node.claim.mention else UNNAMED}"
    return f"“{figure.text}”: {_basis(figure)}; {UNCONFIRMED}"


def _basis(figure: Quantity) -> str:
    """Return whose figure it is, in words."""
    if figure.event not in words("counts", "losses") or figure.own is None:
        return "the word of one party"
    whose = "its own" if figure.own else "the other side's"
    return f"a party's count of {whose} losses"


def _claim_detail(node: Node, context: Context, answered: Container[tuple[str, str]]) -> str | None:
    if node.own_voice or not any(one.main for one in node.told):
        return None
    if _is_undisclosed(node, context) and node.claim.act is not Act.ESTIMATE:
        return f"{UNDISCLOSED}; {UNCONFIRMED}"
    if not node.camps:
        return None
    if node.claim.act is Act.ACCUSE:
        if not (node.claim.target or any(map(_does_harm, node.told))):
            return None
        last = node.claim.paragraph + ANSWERED_WITHIN
        accused = list(_accused(node, context))
        if any(one.position > node.position and one.claim.paragraph <= last for one in accused):
            return None
        open_ = accused or _statement(node.claim) in answered
        return ACCUSATION if open_ else f"{ACCUSATION}; {UNANSWERED}"
    said = (one.predicate for one in node.told if one.main and not (one.denied or one.background))
    if node.claim.act is Act.ASSERT and not words("counts", "contested").isdisjoint(said):
        return f"the word of one party about the events; {UNCONFIRMED}"
    return None


def _does_harm(told: Proposition) -> bool:
    return is_harmful(told.predicate) or told.lemma in harmful("verbs") | harmful("nouns")


def _is_undisclosed(node: Node, context: Context) -> bool:
    """Tell whether all who speak are sources kept from the reader."""
    speaking = _speaking(node, context)
    return bool(speaking) and all(one.unnamed and is_undisclosed(one.name) for one in speaking)


def _accused(node: Node, context: Context) -> Iterator[Node]:
    """Yield what whoever is said to have done it says in the article."""
    done = [one.agent for one in node.told if one.main and one.agent is not None]
    names = {name for one in done for name in one.names}
    camps = {camp(side) for side in (node.claim.target, *(one.side for one in done)) if side} - node.camps
    for one in context.by_source[node.claim.source]:
        if one.voices.isdisjoint(node.voices) and (names & one.voices or camps & one.camps):
            yield one
