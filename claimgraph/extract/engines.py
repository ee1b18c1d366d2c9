"""What an attribution engine is, and which there are.

An engine finds statements; it never judges them. It sees the parsed article and returns
spans of its text: who (``source``), the words that attribute (``cue``), and what is said
(``content``). Acts, speakers, quantities and the rest are read from those spans by the
other modules, whichever engine found them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from claimgraph.defaults import DEFAULT_ENGINE
from claimgraph.errors import ClaimgraphError
from claimgraph.extract.parse import Article
from claimgraph.model import Span

ATTITUDE = "tagger; attitude"
"""The rule's name for what is reported but stated by nobody: a plan, a vote, a like."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement as spans of the source's text.

    ``source`` is empty when the text names nobody; ``via`` are mentions of whom it came
    through ("quoted by Russian media"). ``head`` is the lemma of the cue ("deny",
    "according", "claim"), ``rule`` the name of the construction. ``parent`` is the
    position, in the engine's own list, of the attribution whose content carries this one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    head: str
    rule: str
    via: tuple[Span, ...] = ()
    parent: int | None = None


class Engine(Protocol):
    """Finds the attributions of an article, in text order."""

    name: str

    def attributions(self, article: Article) -> list[Attribution]:
        """Return the attributions found; never raises on odd text."""
        ...


ENGINES = {
    "both": "claimgraph.extract.tagger.both:BothEngine",
    "rules": "claimgraph.extract.rules:RuleEngine",
    "tagger": "claimgraph.extract.tagger.engine:TaggerEngine",
}
"""Engine names and where each lives, imported when asked for."""


def engine(name: str = DEFAULT_ENGINE) -> Engine:
    """Return the engine of that name."""
    if name not in ENGINES:
        raise ClaimgraphError(f"no attribution engine {name!r}; there are: {', '.join(sorted(ENGINES))}")
    module, _, attribute = ENGINES[name].partition(":")
    return cast("Callable[[], Engine]", getattr(import_module(module), attribute))()
