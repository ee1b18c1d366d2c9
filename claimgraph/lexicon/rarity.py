"""How much it means that two statements share a word: the rarer it is in news, the more.

Inverse document frequency (Spaerck Jones 1972), counted once over news articles and not in the
collection at hand. So what two statements mean to each other hangs on nothing but the two: an article
that is added or taken away changes no comparison of others, and a collection can be matched in parts.

``rarity.toml`` is made by ``python -m claimgraph.training.rarity``.
"""

import math
from collections.abc import Iterable
from functools import cache

from claimgraph.lexicon import table

RAREST = 3.8
"""What sharing a word weighs that the table does not hold, or a name."""


def rarity(stem: str) -> float:
    """Return what sharing a word weighs, from 0 for a word of every article to ``RAREST``."""
    return _rarities().get(stem, RAREST)


def rarities(stems: Iterable[str]) -> float:
    """Return what sharing all of these words weighs."""
    return math.fsum(rarity(one) for one in stems)


@cache
def _rarities() -> dict[str, float]:
    counted = table("rarity")
    total = math.log(counted["articles"] + 1)
    scale = RAREST / (total - math.log(counted["fewest"]))
    return {stem: scale * (total - math.log(count)) for stem, count in counted["stems"].items()}
