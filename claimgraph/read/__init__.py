"""A file becomes a ``Source``: found, decoded, cut into blocks, with its credits and its date."""

from claimgraph.read.inputs import Input, scan

__all__ = ["Input", "scan"]
