"""What is used unless a user says otherwise. Imports nothing, so that the command line can."""

DEFAULT_ENGINE = "both"
"""The attribution engine (``claimgraph.extract.engines``)."""
