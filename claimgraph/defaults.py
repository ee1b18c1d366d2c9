"""What is used unless a user says otherwise. Imports nothing, so that the command line can."""

DEFAULT_ENGINE = "both"
"""The attribution engine (``claimgraph.extract.engines``).

The network with the rules beside it finds a third more of what annotators marked in news than the
rules alone (docs/tagger.md), and whatever it cuts wrongly is mended or left to them
(``claimgraph.extract.tagger.repair``). "rules" needs no weights.
"""
