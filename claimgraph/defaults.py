"""What is used unless a user says otherwise. Imports nothing, so that the command line can."""

DEFAULT_ENGINE = "rules"
"""The attribution engine (``claimgraph.extract.engines``).

"both" finds more statements in the news it was measured on (docs/tagger.md), but read side
by side on other news it cuts statements wrongly where the rules do not, and a dispute stands
on whole statements.
"""
