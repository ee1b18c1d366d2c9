"""Reviewers' words laid over what the machine found.

Invariant: what is shown is a function of the articles and of the decisions, in the order of their times;
nothing here is stored, so that taking a word back leaves no trace in the report.
"""

from claimgraph.decisions.bindings import Index, seen
from claimgraph.decisions.claims import Readings
from claimgraph.decisions.events import linked
from claimgraph.decisions.pairs import Judged
from claimgraph.decisions.speakers import Cast
from claimgraph.decisions.verdicts import UNDO, VERDICTS, Verdict, replayed, standing

__all__ = [
    "UNDO", "VERDICTS", "Cast", "Index", "Judged", "Readings", "Verdict",
    "linked", "replayed", "seen", "standing",
]  # fmt: skip
