"""What a judge of pairs says of the likeliest leads.

The judge has learnt from pairs that readers called a conflict, and from pairs that they did not. It never
makes a dispute and never stops one: its word and the fields' are pooled as log-odds (the logarithmic
opinion pool, Genest and Zidek 1986), and the leads stand in the order of that.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from claimgraph.lexicon import table
from claimgraph.match.context import Node
from claimgraph.match.finding import on
from claimgraph.model import Claim, Lead, Reason

READ = 60
"""Leads of one collection, the likeliest by the fields, that are read: a pair takes some 14 milliseconds."""
SAY = 0.5
"""What the judge's log-odds weigh beside the fields'; fitted, it was .24 on collections, .59 on news."""
LIKELY = 0.7
"""Likelihood from which the judge's word is given as a reason: on unread labels half of such pairs hold."""
_LEAST = 1e-3

Judging = Callable[[Claim, Claim], float]
"""How alike two claims are to pairs that readers called a conflict, 0 to 1; symmetric."""


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
    chance = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(chance / (1 - chance))
