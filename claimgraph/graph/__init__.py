"""The findings as a networkx graph, and the provenance of one claim."""

from claimgraph.graph.provenance import Provenance, provenance
from claimgraph.graph.view import build

__all__ = ["Provenance", "build", "provenance"]
