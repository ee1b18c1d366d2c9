"""How the judge of pairs is made: pairs from readers' labels, a teacher, a small student, its export.

``pairs`` makes examples, ``fit`` trains a network on them, ``soften`` has a teacher answer them,
``export`` writes what is shipped, ``score`` tells how well pairs are ranked. ``__main__`` puts them together.
"""

from pathlib import Path

STORIES = Path(__file__).parent / "stories"
"""Invented stories with their conflicts, a story a line (docs/judge.md)."""
