"""The judge of pairs: how alike two statements are to pairs that readers called a conflict.

``wording`` puts a claim into words, ``runtime`` runs the network on two of them. It names no winner and
decides nothing: the matcher orders by it what it found (``match.judged``). Training
(``claimgraph.training.judge``) shares ``wording``, so that what is learned is what is run.
"""

from claimgraph.judge.runtime import Judge, shared_judge
from claimgraph.judge.wording import Wording

__all__ = ["Judge", "Wording", "shared_judge"]
