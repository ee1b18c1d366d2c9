"""One article read and extracted: what whoever does it is given, and what comes back.

Invariant: an article that cannot be read, or on which a stage fails, costs only itself.
"""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph import __version__
from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.model import Extraction, Source

if TYPE_CHECKING:
    from claimgraph.lexicon.actors import Actors
    from claimgraph.read import Input

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Extractor:
    """With what articles are extracted, and how that is recognised later."""

    actors: "Actors | None"
    digest: str

    def recipe(self, found: "Input") -> str:
        """Return what, besides its bytes, an article's extraction depends on."""
        parts = (__version__, self.digest, repr(found.metadata))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]

    def extract(self, source: Source) -> Extraction:
        from claimgraph.extract import extract  # noqa: PLC0415 - brings the parser with it

        extraction = extract(source, actors=self.actors)
        for claim in extraction.claims:
            if source.text[claim.start : claim.end] != claim.text or claim.source != source.id:
                raise ValueError(f"claim {claim.id} does not stand where it says")
        return extraction


def extractor_for(actors: Path | None) -> Extractor:
    """Load the actors file, if there is one."""
    if actors is None:
        return Extractor(None, "")
    from claimgraph.lexicon.actors_file import load_actors  # noqa: PLC0415

    digest = hashlib.sha256(actors.read_bytes()).hexdigest() if actors.is_file() else ""
    return Extractor(load_actors(actors), digest)


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be done: one found is read, and extracted if it has a date; one read is extracted.

    ``where`` is how messages name it.
    """

    article: "Input | Source"
    where: str

    @property
    def size(self) -> int:
        """How much there is to read: bytes, or characters."""
        one = self.article
        return len(one.text) if isinstance(one, Source) else len(one.data)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a refusal, or the article with what was extracted (None: it has no date).

    ``remarks`` are lines on what of its file was not read.
    """

    source: Source | None = None
    extraction: Extraction | None = None
    refusal: InputRefusedError | None = None
    remarks: tuple[str, ...] = ()


def done(task: Task, extractor: Extractor) -> Outcome:
    """Do a task.

    Raises:
        ClaimgraphError: no article can be done, as when the parser is missing.
    """
    refused: list[InputRefusedError] = []
    remarks: list[str] = []
    with refusing(task.where, refused):
        if isinstance(task.article, Source):
            return Outcome(task.article, extractor.extract(task.article))
        source = task.article.source(remarks)
        dated = source.published.date is not None
        return Outcome(source, extractor.extract(source) if dated else None, remarks=tuple(remarks))
    return Outcome(refusal=refused[0], remarks=tuple(remarks))


@contextmanager
def refusing(where: str, refused: list[InputRefusedError]) -> Iterator[None]:
    """Count an article as refused when it cannot be read, or a stage fails on it."""
    try:
        yield
    except InputRefusedError as refusal:
        refused.append(refusal)
    except ClaimgraphError:
        raise
    except ImportError as error:
        raise ClaimgraphError(
            f"claimgraph is not installed whole ({error}); install it again with pip"
        ) from error
    except Exception as error:
        log.debug("extraction failed on %s", where, exc_info=True)
        reason = f"claimgraph failed on it ({type(error).__name__})"
        remedy = "report this file to the claimgraph authors"
        refused.append(InputRefusedError(where, reason, remedy))
