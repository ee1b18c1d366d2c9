"""Attribution by rules: who said what, read off dependency parses and quotation marks."""

from claimgraph.extract.rules.engine import RuleEngine

__all__ = ["RuleEngine"]
