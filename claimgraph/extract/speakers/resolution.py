"""The result types: what resolving an article's attributions gives."""

from dataclasses import dataclass

from claimgraph.model import Span, Speaker


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speakers of one attribution.

    ``speakers`` and ``via`` are speaker ids; ``unknown`` says why there is no speaker, and is
    None when there is one. ``collective``: several speak jointly.
    """

    speakers: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    mention: Span | None = None
    unknown: str | None = None
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speakers of an article, and who speaks in each attribution, in the same order."""

    speakers: tuple[Speaker, ...]
    of: tuple[Resolved, ...]
