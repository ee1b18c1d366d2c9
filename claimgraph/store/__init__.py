"""The database: one SQLite file that holds articles, claims, matches and decisions."""

from claimgraph.store.articles import Receipt
from claimgraph.store.custody import Kept, Reading
from claimgraph.store.proposals import Answer, Asked
from claimgraph.store.store import Store

__all__ = ["Answer", "Asked", "Kept", "Reading", "Receipt", "Store"]
