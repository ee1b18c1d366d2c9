"""A cue verb with what is known of it: what every construction reads."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import subtree
from claimgraph.extract.rules.subjects import Subject

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Clause:
    """A cue verb with what is known of it; constructions may extend ``cue``.

    ``blocked`` are the speaker's tokens, ``inside`` the tokens within quotations.
    """

    verb: "Token"
    lemma: str
    cues: Cues
    cue: set[int]
    who: Subject | None
    inside: frozenset[int]
    blocked: set[int] = field(default_factory=set)

    def children(self, *labels: str) -> "list[Token]":
        """Return the verb's children with one of the dependency labels."""
        return [child for child in self.verb.children if child.dep_ in labels]

    def take(self, nodes: "Iterable[Token]") -> set[int]:
        """Return the subtrees of some nodes without cue and speaker."""
        return {index for node in nodes for index in subtree(node)} - self.blocked - self.cue


def is_infinitive(node: "Token") -> bool:
    """Whether the node is "to" and a verb."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)
