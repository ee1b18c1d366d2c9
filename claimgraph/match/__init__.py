"""Which claims tell of one event, which of them cannot both be true, and why.

Reads nothing but the model: events, propositions, pointers and figures. It has no pattern and no word
list of its own; what excludes what is data in the lexicon, and the weights are fitted (``weights.toml``).
"""

from claimgraph.match.run import match
from claimgraph.match.why import explain

__all__ = ["explain", "match"]
