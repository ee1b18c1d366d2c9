"""ClaimGraph, the one composer: ingest, match, query."""

from claimgraph.tracker.composer import ClaimGraph, ClaimQuery
from claimgraph.tracker.ingesting import IngestResult, is_database
from claimgraph.tracker.showing import Drawing, Explanation, Summary

__all__ = ["ClaimGraph", "ClaimQuery", "Drawing", "Explanation", "IngestResult", "Summary", "is_database"]
