"""One article at a time: found, recognised, read, extracted, stored.

Invariant: an article that cannot be read, or on which a stage fails, costs only itself.
"""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph import __version__
from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.report.wording import count
from claimgraph.store import Receipt, Store
from claimgraph.store.places import Twin
from claimgraph.tracker.custody import extracted, reading

if TYPE_CHECKING:
    from claimgraph.extract.speakers import Actors
    from claimgraph.model import Extraction, Source
    from claimgraph.read import Input

log = logging.getLogger(__name__)

RENEWED = "renewed"
"""The recipe of an article extracted from the database: its file, when it comes in again, may tell more."""
DATABASE_ENDINGS = frozenset({".db", ".sqlite", ".sqlite3"})
MANY = (".jsonl", ".rss", ".atom")
"""Files that hold several articles."""
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the articles, by name; the refused with reason and remedy.

    ``renamed`` and ``same`` are pairs: the name now, and the name of the article it is. ``gone`` are
    stored articles whose file is no longer in the folders that were read, ``passed_over`` files of these
    folders that are no articles, ``remarks`` lines on what of a file was not read.
    """

    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[InputRefusedError, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        """How many articles could be used."""
        return sum(map(len, (self.new, self.kept, self.changed, self.renamed, self.same)))


@dataclass(slots=True)
class Tally:
    """An ``IngestResult`` being filled."""

    new: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    refused: list[InputRefusedError] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def so_far(self) -> str:
        """Say what has been stored, when something stops the rest."""
        stored = len(self.new) + len(self.changed)
        return f"{count(stored, 'article')} taken in before that {'is' if stored == 1 else 'are'} kept"

    def result(self) -> IngestResult:
        read = (tuple(self.new), tuple(self.kept), tuple(self.changed), tuple(self.refused))
        places = (tuple(self.renamed), tuple(self.same), tuple(self.gone), tuple(self.passed_over))
        return IngestResult(*read, *places, tuple(self.remarks))


@dataclass(frozen=True, slots=True)
class Extractor:
    """With what articles are extracted, and how that is recognised later."""

    actors: "Actors | None"
    digest: str

    def recipe(self, found: "Input") -> str:
        """Return what, besides its bytes, an article's extraction depends on."""
        parts = (__version__, self.digest, repr(found.metadata))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]

    def extract(self, source: "Source") -> "Extraction":
        from claimgraph.extract import extract  # noqa: PLC0415 - brings the parser with it

        extraction = extract(source, actors=self.actors)
        for claim in extraction.claims:
            if source.text[claim.start : claim.end] != claim.text or claim.source != source.id:
                raise ValueError(f"claim {claim.id} does not stand where it says")
        return extraction


@dataclass(slots=True)
class _Waiting:
    """An article read, to be extracted once its date is settled."""

    source: "Source"
    receipt: Receipt
    standing: str
    where: str


@dataclass(slots=True)
class Intake:
    """Takes in articles one by one; those that do not say when they were published wait.

    A year that an article leaves out can be lent by another on the same days, so the
    undated are settled together, at the end, with everything that is stored. An article
    stored earlier is extracted anew when its date comes out otherwise now: what is stored
    does not depend on the order of coming in.
    """

    store: Store
    extractor: Extractor
    tally: Tally = field(default_factory=Tally)
    _waiting: dict[str, _Waiting] = field(default_factory=dict)
    _copies: list[tuple[str, str, str, str]] = field(default_factory=list)

    def take(self, found: "Input") -> None:
        """Read one article, and extract and store it if it has a date and is not there already."""
        receipt = Receipt(location(found), self.extractor.recipe(found))
        standing = self.store.standing(found.id, receipt)
        twins = self._twins(found, receipt) if standing != "kept" else []
        if standing == "kept" or any(one.location == receipt.location is not None for one in twins):
            self.tally.kept.append(found.name)
            return
        if standing == "new" and self._known(found, receipt, twins):
            return
        with refusing(found.where, self.tally.refused):
            source = found.source(self.tally.remarks)
            receipt = replace(receipt, reading=reading(found))
            waiting = _Waiting(source, receipt, standing, found.where)
            if source.published.date is None:
                self._waiting[source.id] = waiting
            else:
                self._file(waiting)

    def _known(self, found: "Input", receipt: Receipt, twins: Sequence[Twin]) -> bool:
        """Tell whether an article is there under another name: its file was renamed, or copied."""
        if receipt.location is None:
            return False
        for twin in twins:
            if twin.location is not None and not is_there(twin.location):
                self.store.move(twin.id, receipt.location)
                self.tally.renamed.append((found.name, twin.name))
                return True
        for twin in twins:
            if twin.location is not None:
                self._copies.append((twin.id, receipt.location, found.name, twin.name))
                return True
        return False

    def _twins(self, found: "Input", receipt: Receipt) -> list[Twin]:
        """Return the articles with the same bytes and metadata, stored or waiting for a date."""
        waiting = [
            Twin(one.source.id, one.source.name, one.receipt.location)
            for one in self._waiting.values()
            if (one.source.sha256, one.receipt.recipe) == (found.sha256, receipt.recipe)
        ]
        return [*self.store.twins(found.id, found.sha256, receipt.recipe), *waiting]

    def look_back(self, folders: Iterable[Path]) -> None:
        """Note the copies found, and the stored articles whose files are no longer in these folders."""
        stored = {one.id for one in self.store.locations()}
        for source, location, name, original in self._copies:
            if source not in stored:
                continue  # it was refused, and has been named
            self.store.add_place(source, location, name)
            self.tally.same.append((name, original))
        self._copies.clear()
        tops = [folder.resolve() for folder in folders]
        for one in self.store.locations() if tops else ():
            if one.location is None or is_there(one.location):
                continue
            if any(Path(one.location).is_relative_to(top) for top in tops):
                self.tally.gone.append(one.name)

    def renew(self) -> None:
        """Extract again, from the texts in the database, what an older version of it held."""
        for one in self.store.outdated():
            receipt = replace(one.receipt, recipe=RENEWED, reading=extracted(one.receipt.reading))
            self._file(_Waiting(one.source, receipt, "renewed", one.source.name))

    def settle(self) -> None:
        """Date the undated by what the others tell, and extract and store them."""
        if not self._waiting and not ((self.tally.new or self.tally.changed) and self.store.has_undated()):
            return
        from claimgraph.read import date_together  # noqa: PLC0415 - brings the readers with it

        replaced = {one.receipt.location for one in self._waiting.values()} - {None}
        stored = {one.source.id: one for one in self.store.filed() if one.receipt.location not in replaced}
        as_read = {identity: one.as_read for identity, one in stored.items()}
        as_read |= {identity: one.source for identity, one in self._waiting.items()}
        for source in date_together(sorted(as_read.values(), key=lambda one: (one.name, one.id))):
            if source.id in self._waiting:
                waiting = self._waiting[source.id]
                receipt = replace(waiting.receipt, own_date=waiting.source.published)
                self._file(replace(waiting, source=source, receipt=receipt))
            elif source.published != stored[source.id].source.published:
                receipt = stored[source.id].receipt
                self._file(_Waiting(source, receipt, "redated", source.name))
        self._waiting.clear()

    def _file(self, waiting: _Waiting) -> None:
        """Extract and store one article, and count it."""
        with refusing(waiting.where, self.tally.refused):
            extraction = self.extractor.extract(waiting.source)
            self.store.add(waiting.source, extraction, waiting.receipt)
            self._count(waiting.source.name, waiting.standing)

    def _count(self, name: str, standing: str) -> None:
        if standing == "new":
            self.tally.new.append(name)
        elif standing == "changed":
            self.tally.changed.append(name)
        elif name not in (*self.tally.new, *self.tally.changed):
            self.tally.kept = [one for one in self.tally.kept if one != name]
            self.tally.changed.append(name)


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


def location(found: "Input") -> str | None:
    """Return where an article is read from, as seen from anywhere; None for standard input."""
    from claimgraph.read.inputs import STDIN  # noqa: PLC0415

    if found.path == STDIN:
        return None
    place = Path(found.path).resolve()
    return f"{place}#{found.name}" if place.suffix.lower() in MANY else str(place)


def is_there(location: str) -> bool:
    """Say whether the file of a location still exists; for a line of a file, the file."""
    of_many = next((end for end in MANY if f"{end}#" in location.lower()), None)
    if of_many is not None:
        location = location[: location.lower().index(f"{of_many}#") + len(of_many)]
    return Path(location).exists()


def extractor_for(actors: Path | None) -> Extractor:
    """Load the actors file, if there is one."""
    if actors is None:
        return Extractor(None, "")
    from claimgraph.extract.speakers import load_actors  # noqa: PLC0415

    digest = hashlib.sha256(actors.read_bytes()).hexdigest() if actors.is_file() else ""
    return Extractor(load_actors(actors), digest)
