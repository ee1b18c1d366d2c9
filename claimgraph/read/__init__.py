"""A file becomes a ``Source``: found, decoded, cut into blocks, with its credits and its date."""

from claimgraph.read.inputs import Input, scan
from claimgraph.read.together import date_together

__all__ = ["Input", "date_together", "scan"]
