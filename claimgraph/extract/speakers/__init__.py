"""Who speaks: mentions become speakers with a side, and unknown stays unknown.

``resolve`` works within one article, ``unify`` across articles. Two sides are never merged,
however alike their names: spelling is compared only where the side is the same.
"""

from claimgraph.extract.speakers.resolve import Resolution, Resolved, resolve
from claimgraph.extract.speakers.story import is_unnamed
from claimgraph.extract.speakers.unify import unify

__all__ = ["Resolution", "Resolved", "is_unnamed", "resolve", "unify"]
