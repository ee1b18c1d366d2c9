"""By what a matching is made: the program, the user's weights, the judge, the decisions that shape it."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from claimgraph import __version__
from claimgraph.errors import ClaimgraphError
from claimgraph.lexicon.own import own_digest
from claimgraph.model import Claim, Collection
from claimgraph.networks import MANIFEST

NO_JUDGE = "no-judge"
_MANIFEST = Path(__file__).parents[1] / "judge" / "weights" / MANIFEST


def made_by(shape: str = "", *, judge: bool = True) -> str:
    """Return what a matching is made by.

    Args:
        shape: what tells the decisions that shape it.
        judge: whether a judge of pairs has its say.
    """
    return " ".join(filter(None, (__version__, own_digest(), _judge() if judge else NO_JUDGE, shape)))


def is_judged(recipe: str | None) -> bool:
    """Tell whether a judge has its say in a matching, by what it was made by; None: as none was made."""
    return recipe is None or NO_JUDGE not in recipe.split()


@cache
def _judge() -> str:
    """Return what tells one judge from another: its manifest's sha256, for that names every file's own."""
    try:
        return f"judge-{hashlib.sha256(_MANIFEST.read_bytes()).hexdigest()[:12]}"
    except OSError as error:
        raise ClaimgraphError(
            f"the judge's manifest {_MANIFEST} cannot be read; reinstall claimgraph, or say --no-judge"
        ) from error


def judging(collection: Collection) -> Callable[[Claim, Claim], float]:
    """Return the shipped judge, as it is asked about two claims of a collection; loaded when first asked.

    Raises:
        ClaimgraphError: when asked, its weights are missing, or not those that belong to this version.
    """
    from claimgraph.judge import Wording, shared_judge  # noqa: PLC0415 - brings numpy with it

    worded = Wording(collection)
    return lambda one, two: shared_judge()(worded(one), worded(two))
