"""Pairs worth reading together that no row decided: ranked, each with its reasons, never called a dispute.

A pair is looked at only where something sets the two apart: a row that stopped it, a denial that may
answer it, two values of one unit, two speakers in one paragraph, or a word of contrast, denial or blame
between neighbours. One logistic score over named questions orders them (``weights.toml``, row "lead"); a
judge of pairs, where one is at hand, has its say of the likeliest. It has learnt from pairs that readers
called a conflict: its word and the fields' are pooled as log-odds (the logarithmic opinion pool, Genest
and Zidek 1986).

Invariants
    - Nothing that stands in a dispute, agrees, or is one utterance is a lead.
    - Of near copies one pair is kept, and no claim fills the list.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product

from claimgraph.lexicon import table
from claimgraph.lexicon.rarity import rarities
from claimgraph.match.antecedents import is_denial
from claimgraph.match.clues import PLACED, Holding, Holds, accuses, answering, clue, shared_characters
from claimgraph.match.context import Node
from claimgraph.match.deciding import Miss, Outcome, on
from claimgraph.match.excludes import excludes
from claimgraph.match.fields import FIELDS, Field, Said
from claimgraph.match.figures import figures
from claimgraph.match.identity import same_event
from claimgraph.match.stories import Stories
from claimgraph.model import Act, Agreement, Claim, Dispute, Lead, Proposition, Reason

MOST = 100
"""Leads kept of one collection, the likeliest first."""
NEIGHBOURS = 1
"""Paragraphs apart, at most, of two statements that a word of contrast sets against each other."""
SHARED = 4.0
"""Rarity of the words that two claims of two articles share before their values are set side by side."""
LEAST = 0.03
"""Score from which a pair is a lead: of those below it one in twenty is a conflict, by readers' labels."""
OF_ONE_CLAIM = 2
"""Leads in which one claim stands, at most."""
COPY = 0.6
"""Share of the shorter's words in the other from which two claims are near copies."""
TOLD = 3
"""Reasons given of a lead."""
Key = frozenset[str]
READ = 60
"""Leads of one collection, the likeliest by the fields, that are read: a pair takes some 14 milliseconds."""
SAY = 0.5
"""What the judge's log-odds weigh beside the fields'; fitted, it was .24 on collections, .59 on news."""
LIKELY = 0.7
"""Likelihood from which the judge's word is given as a reason: on unread labels half of such pairs hold."""
_FAINTEST = 1e-3
Judging = Callable[[Claim, Claim], float]
"""How alike two claims are to pairs that readers called a conflict, 0 to 1; symmetric."""


@dataclass(frozen=True, slots=True)
class Tried:
    """How near each pair came to a dispute, as a share of what that takes: as a denial, or by a row."""

    denied: dict[Key, float] = field(default_factory=dict)
    excluded: dict[Key, float] = field(default_factory=dict)


def leads(
    known: Stories,
    outcomes: Iterable[Outcome],
    disputes: Iterable[Dispute],
    agreements: Iterable[Agreement],
    judging: Judging | None = None,
) -> tuple[Lead, ...]:
    """Return what is worth reading together, the likeliest conflicts first.

    Args:
        known: the articles.
        outcomes: what every row found and stopped.
        disputes: what is disputed already.
        agreements: what says the same.
        judging: what reads the likeliest and has its say in the order; None: nothing.
    """
    found = frozenset[Key]().union(*(one.pairs for one in disputes))
    settled = found | {frozenset((one.a, one.b)) for one in agreements}
    tried, nodes = try_all(outcomes), known.context.nodes
    fields = clues(tried)
    unsettled = ((a, b) for a, b in pairs(known, tried) if frozenset((a.id, b.id)) not in settled)

    def likeliest(one: Lead) -> tuple[float, int, int]:
        return -one.score, nodes[one.a].position, nodes[one.b].position

    ranked = sorted((_lead(a, b, known, fields) for a, b in unsettled), key=likeliest)
    if judging is not None:
        ranked = sorted(judged(ranked, nodes, judging), key=likeliest)
    told = (one for one in ranked if one.score >= LEAST and one.reasons)
    return tuple(islice(_spread(told, found, known), MOST))


def try_all(outcomes: Iterable[Outcome]) -> Tried:
    """Return how near the pairs that were stopped, by no veto, came to being disputes."""
    tried = Tried()
    for one in outcomes:
        if isinstance(one, Miss) and one.score > 0:
            key, share = frozenset((one.a, one.b)), min(1.0, one.score)
            shares = tried.denied if one.rule == "denied" else tried.excluded
            shares[key] = max(share, shares.get(key, 0.0))
    return tried


def pairs(known: Stories, tried: Tried) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs that something sets apart, each once, the earlier claim first."""
    nodes = known.context.nodes
    seen: set[Key] = set()
    stopped = ([nodes[one] for one in key] for key in (*tried.denied, *tried.excluded))
    for pair in (*stopped, *_neighbours(known), *_values_apart(known)):
        a, b = sorted(pair, key=lambda node: node.position)
        key = frozenset((a.id, b.id))
        if key not in seen and _comparable(a, b):
            seen.add(key)
            yield a, b


def _comparable(a: Node, b: Node) -> bool:
    """Tell whether two claims can be set against each other: both say something, in two utterances."""
    one, two = a.claim, b.claim
    within = one.source == two.source and shared_characters(a, b) > 0
    if one.statement == two.statement or (within and not (is_denial(a) or is_denial(b))):
        return False  # one reports the other; but "…, which he denies" is said of the very words
    if not (_says_something(a) and _says_something(b)):
        return False
    return not one.speakers or set(one.speakers) != set(two.speakers) or Act.ADMIT in {one.act, two.act}


def _says_something(node: Node) -> bool:
    said = bool(node.claim.terms) or is_denial(node)  # "denied this" says whose word another's is against
    return node.disputable and not node.each_other and said


def _neighbours(known: Stories) -> Iterator[tuple[Node, Node]]:
    """Yield two statements of one paragraph, or of neighbours that a word of contrast or blame sets apart."""
    for nodes in known.context.by_source.values():
        for place, a in enumerate(nodes):
            for b in nodes[place + 1 :]:
                apart = b.claim.paragraph - a.claim.paragraph
                if apart > NEIGHBOURS:
                    break
                if not apart or _set_apart(a, b):
                    yield a, b


def _set_apart(a: Node, b: Node) -> bool:
    spoken = {"contrast", "responds", "calls false"} & (a.marks | b.marks)
    return bool(spoken) or a.denies != b.denies or accuses(a) or accuses(b)


def _values_apart(known: Stories) -> Iterator[tuple[Node, Node]]:
    """Yield two claims with values of one unit that differ and that share words rare in news."""
    for a, b in _counting(known):
        if rarities(a.stems & b.stems) >= SHARED and _values(a, b):
            yield a, b


def _counting(known: Stories) -> Iterator[tuple[Node, Node]]:
    """Yield the claims with figures of articles that are close, two by two, each pair once."""
    counting = {source: list(filter(_counts, nodes)) for source, nodes in known.context.by_source.items()}
    for source, nodes in counting.items():
        near = (one for one in known.neighbours(source) if one > source and known.close(source, one))
        close = [node for one in near for node in counting[one]]
        for place, a in enumerate(nodes):
            yield from ((a, b) for b in (*nodes[place + 1 :], *close))


def _counts(node: Node) -> bool:
    return node.disputable and bool(node.claim.quantities)


def _values(a: Node, b: Node) -> bool:
    """Tell whether two claims give values of one unit that have no number in common."""
    given = product(figures(a), figures(b))
    return any(one.quantity.unit == two.quantity.unit and one.misses(two) for one, two in given)


def _answer_apart(one: Proposition, two: Proposition) -> bool:
    """Tell whether two answers to one question exclude each other, or a deed was and was not."""
    return excludes(one, two) is not None if one.answers and two.answers else one.polarity != two.polarity


_HOLDS: dict[str, Holds] = {
    "one_unit": lambda x: _values(x.answered, x.denial),
    "both_ways": lambda x: any(_answer_apart(one, two) for one, two in x.deeds),
    "one_denies": lambda x: is_denial(x.answered) != is_denial(x.denial),
    "contrast": lambda x: not x.elsewhere and "contrast" in x.denial.marks,
    "calls_false": lambda x: "calls false" in x.answered.marks | x.denial.marks,
    "accuses": lambda x: accuses(x.answered) or accuses(x.denial),
    "opposed": lambda x: x.answered.opposes(x.denial),
    "names_other": lambda x: bool(x.answered.names & x.denial.voices or x.denial.names & x.answered.voices),
    **PLACED,
    "apart": lambda x: x.gap > 1 and not x.elsewhere,
    "own_voice": lambda x: x.answered.own_voice != x.denial.own_voice,
    "nobody": lambda x: not (x.answered.claim.speakers and x.denial.claim.speakers),
    "sample": lambda x: "sample" in x.answered.marks & x.denial.marks,
}


"""When a question's answer is yes; what a reader is asked and told is in ``lexicon/leads.toml``."""


def clues(tried: Tried) -> dict[str, Field]:
    """Return all that is asked of two claims before they are called a lead, by name."""
    said = table("leads")
    return {
        **{name: FIELDS[name] for name in ("wording", "overlap", "place", "when", "background")},
        "denied": clue("denied", said["denied"], _share(tried.denied)),
        "excluded": clue("excluded", said["excluded"], _share(tried.excluded)),
        **{name: clue(name, said[name], answering(holds)) for name, holds in _HOLDS.items()},
    }


def _share(shares: Mapping[Key, float]) -> Holding:
    return lambda a, b, _: shares.get(frozenset((a.node.id, b.node.id)), 0.0)


def _lead(a: Node, b: Node, known: Stories, fields: Mapping[str, Field]) -> Lead:
    scored = same_event(Said(a), Said(b), known, row="lead", fields=fields)
    speaking = sorted((one for one in scored.answers if one[1] > 0), key=lambda one: (-one[1], one[0].field))
    spans = (on(a.claim), on(b.claim))
    reasons = tuple(Reason(rule=one.field, detail=one.detail, spans=spans) for one, _ in speaking[:TOLD])
    return Lead(a=a.id, b=b.id, score=scored.score, reasons=reasons)


def _spread(ranked: Iterable[Lead], disputed: Iterable[Key], known: Stories) -> Iterator[Lead]:
    """Yield the first of near copies, and of each claim's leads the likeliest."""
    nodes = known.context.nodes
    shown = [tuple(key) for key in disputed if len(key) > 1]
    stands: Counter[str] = Counter()
    for lead in ranked:
        if max(stands[lead.a], stands[lead.b]) >= OF_ONE_CLAIM:
            continue
        a, b = nodes[lead.a], nodes[lead.b]
        if any(_copies(a, b, nodes[one], nodes[two]) for one, two in shown):
            continue
        stands.update((lead.a, lead.b))
        shown.append((lead.a, lead.b))
        yield lead


def _copies(a: Node, b: Node, one: Node, two: Node) -> bool:
    return (_copy(a, one) and _copy(b, two)) or (_copy(a, two) and _copy(b, one))


def _copy(one: Node, two: Node) -> bool:
    if one is two:
        return True
    least = min(len(one.stems), len(two.stems))
    return least > 1 and len(one.stems & two.stems) >= COPY * least


AGAINST = frozenset(name for name, asked in table("leads").items() if asked.get("against"))


"""Questions whose yes can only speak against."""


def judged(ranked: Iterable[Lead], nodes: Mapping[str, Node], judging: Judging) -> Iterator[Lead]:
    """Yield leads with the judge's word in their score and, where it is a yes, among their reasons.

    Args:
        ranked: the leads, the likeliest by the fields first; those beyond ``READ`` are yielded unread.
        nodes: their claims, by id.
        judging: what reads a pair.
    """
    told = table("leads")["judged"]["holds"]
    unread = iter(ranked)
    for lead in islice(unread, READ):
        a, b = nodes[lead.a].claim, nodes[lead.b].claim
        likely = judging(a, b)
        score = 1 / (1 + math.exp(-_log_odds(lead.score) - SAY * _log_odds(likely)))
        reasons = lead.reasons
        if likely >= LIKELY:
            said = Reason(rule="judged", detail=f"{told} ({likely:.2f})", spans=(on(a), on(b)))
            reasons = (*reasons, said)
        yield lead.model_copy(update={"score": round(score, 4), "reasons": reasons})
    yield from unread


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _FAINTEST), 1 - _FAINTEST)
    return math.log(chance / (1 - chance))
