"""By what a matching is made: the program, the user's weights, the judge, the decisions that shape it."""

from collections.abc import Callable
from functools import cache

from claimgraph import __version__
from claimgraph.lexicon.own import own_digest
from claimgraph.model import Claim, Collection

NO_JUDGE = "no-judge"


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


def _judge() -> str:
    from claimgraph.judge import digest_of  # noqa: PLC0415 - brings numpy with it

    return f"judge-{digest_of()}"


def judging(collection: Collection) -> Callable[[Claim, Claim], float]:
    """Return the shipped judge, as it is asked about two claims of a collection.

    Raises:
        ClaimgraphError: its weights are missing, or not those that belong to this version.
    """
    from claimgraph.judge import Wording, shared_judge  # noqa: PLC0415 - a second to load

    read, worded = cache(shared_judge()), Wording(collection)  # denials and leads ask about the same pairs

    def judged(one: Claim, two: Claim) -> float:
        return read(*sorted((worded(one), worded(two))))

    return judged
