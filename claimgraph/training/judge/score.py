"""How well pairs are ranked: conflicts of each kind against the other pairs of each kind."""

from collections.abc import Sequence

import numpy as np

from claimgraph.training.judge.pairs import Pair
from claimgraph.training.weights import area


def table(pairs: Sequence[Pair], answers: Sequence[float]) -> dict[str, dict[str, float | int]]:
    """Return for each kind of conflict against each kind of other pair their numbers and the AUC."""
    kinds = {
        conflict: sorted({one.kind for one in pairs if one.conflict is conflict})
        for conflict in (True, False)
    }
    told: dict[str, dict[str, float | int]] = {}
    for kind in kinds[True]:
        for other in kinds[False]:
            chosen = [
                (answer, one.conflict)
                for one, answer in zip(pairs, answers, strict=True)
                if one.kind == (kind if one.conflict else other)
            ]
            chance, right = (np.array(column) for column in zip(*chosen, strict=True))
            told[f"{kind} against {other}"] = {
                "conflicts": int(right.sum()),
                "others": int((~right).sum()),
                "auc": round(area(chance, right), 3),
            }
    return told
