"""ClaimGraph, the one composer: ingest, match, query."""

from claimgraph.tracker.composer import ClaimGraph, ClaimQuery
from claimgraph.tracker.ingesting import IngestResult, is_database

__all__ = ["ClaimGraph", "ClaimQuery", "IngestResult", "is_database"]
