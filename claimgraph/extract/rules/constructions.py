"""The constructions a cue verb takes what is said in, in the order tried.

The first that yields content wins, and its name becomes the attribution's rule.
"""

from collections.abc import Callable

from claimgraph.extract.rules.clause import Clause
from claimgraph.extract.rules.complements import (
    direct_object,
    gerund,
    idiom,
    infinitive,
    light_verb,
    predicate,
    prepositional,
)
from claimgraph.extract.rules.reported import (
    garden_path,
    parenthetical,
    rest,
    that_clause,
    trailing,
    what_clause,
)

CONSTRUCTIONS: tuple[tuple[str, Callable[[Clause], set[int]]], ...] = (
    ("idiom", idiom),
    ("clause", that_clause),
    ("garden_path", garden_path),
    ("prepositional", prepositional),
    ("predicate", predicate),
    ("infinitive", infinitive),
    ("gerund", gerund),
    ("object", direct_object),
    ("light", light_verb),
    ("what", what_clause),
    ("parenthetical", parenthetical),
    ("rest", rest),
    ("trailing", trailing),
)
"""Names and constructions, in the order tried."""
