"""Claims become disputes: candidates, gates, one module a kind of rule, assembly.

Gates come before rules and rules before scores; nothing here judges who is right.
"""

from claimgraph.match.run import RULES, match
from claimgraph.match.why import explain

__all__ = ["RULES", "explain", "match"]
