"""One article at a time: found, recognised, read, extracted, stored.

Invariant: an article that cannot be read, or on which a stage fails, costs only itself.
"""

import hashlib
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph import __version__
from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.store import Store

if TYPE_CHECKING:
    from claimgraph.extract.speakers import Actors
    from claimgraph.model import Extraction, Source
    from claimgraph.read import Input

log = logging.getLogger(__name__)

DATABASE_ENDINGS = frozenset({".db", ".sqlite", ".sqlite3"})
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the articles, by name; the refused with reason and remedy."""

    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[InputRefusedError, ...] = ()

    @property
    def read(self) -> int:
        """How many articles could be used."""
        return len(self.new) + len(self.kept) + len(self.changed)


@dataclass(slots=True)
class Tally:
    """An ``IngestResult`` being filled."""

    new: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    refused: list[InputRefusedError] = field(default_factory=list)

    def result(self) -> IngestResult:
        return IngestResult(tuple(self.new), tuple(self.kept), tuple(self.changed), tuple(self.refused))


@dataclass(frozen=True, slots=True)
class Extractor:
    """With what articles are extracted, and how that is recognised later."""

    engine: str
    actors: "Actors | None"
    digest: str

    def recipe(self, found: "Input") -> str:
        """Return what, besides its bytes, an article's extraction depends on."""
        parts = (__version__, self.engine, self.digest, repr(found.metadata))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]

    def extract(self, source: "Source") -> "Extraction":
        from claimgraph.extract import extract  # noqa: PLC0415 - brings the parser with it

        extraction = extract(source, engine=self.engine, actors=self.actors)
        for claim in extraction.claims:
            if source.text[claim.start : claim.end] != claim.text or claim.source != source.id:
                raise ValueError(f"claim {claim.id} does not stand where it says")
        return extraction


def take(found: "Input", store: Store, extractor: Extractor, tally: Tally) -> None:
    """Read, extract and store one article, unless it is there already.

    Raises:
        InputRefusedError: it cannot be read, or a stage failed on it.
    """
    location, recipe = _location(found), extractor.recipe(found)
    standing = store.standing(found.id, location=location, recipe=recipe)
    if standing != "kept":
        source, extraction = _extraction(found, extractor)
        store.add(source, extraction, location=location, recipe=recipe)
    {"new": tally.new, "changed": tally.changed, "kept": tally.kept}[standing].append(found.name)


def _extraction(found: "Input", extractor: Extractor) -> "tuple[Source, Extraction]":
    """Run the stages of one article; a failure inside one refuses the article."""
    try:
        source = found.source()
        return source, extractor.extract(source)
    except ClaimgraphError:
        raise
    except Exception as error:
        log.debug("extraction failed on %s", found.name, exc_info=True)
        reason = f"claimgraph failed on it ({type(error).__name__})"
        remedy = "report this file to the claimgraph authors"
        raise InputRefusedError(found.where, reason, remedy) from error


def is_database(path: str | Path) -> bool:
    """Say whether a path is a database rather than an article: by its ending or its first bytes."""
    place = Path(path)
    if place.suffix.lower() in DATABASE_ENDINGS:
        return True
    try:
        with place.open("rb") as handle:
            return handle.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def _location(found: "Input") -> str | None:
    """Return where an article is read from, as seen from anywhere; None for standard input."""
    from claimgraph.read.inputs import STDIN  # noqa: PLC0415

    if found.path == STDIN:
        return None
    place = Path(found.path).resolve()
    return f"{place}#{found.name}" if place.suffix.lower() == ".jsonl" else str(place)


def extractor_for(engine: str, actors: Path | None) -> Extractor:
    """Check the engine's name and load the actors file."""
    from claimgraph.extract.engines import ENGINES  # noqa: PLC0415

    if engine not in ENGINES:
        raise ClaimgraphError(f"no attribution engine {engine!r}; there are: {', '.join(sorted(ENGINES))}")
    if actors is None:
        return Extractor(engine, None, "")
    from claimgraph.extract.speakers import load_actors  # noqa: PLC0415

    digest = hashlib.sha256(actors.read_bytes()).hexdigest() if actors.is_file() else ""
    return Extractor(engine, load_actors(actors), digest)
