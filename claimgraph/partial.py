"""A file being written beside the one it will replace, and what a killed process left of such.

Invariant: whoever writes a part holds a lock on it; a part that nobody locks is left over.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # not on Windows: there nothing is swept
    fcntl = None  # type: ignore[assignment]

_ENDING = ".part"
_LONGEST = 100
"""Characters of the file's own name in its part's: a name has 255 bytes at most."""


@contextmanager
def partial(place: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """Give an open, empty, hidden file beside a place, and its path; it is gone at the end, unless renamed.

    Parts of the same place that a killed process left are removed first.

    Raises:
        OSError: it cannot be made.
    """
    beginning = f".{place.name[:_LONGEST]}."
    _sweep(place.parent, beginning)
    handle, name = tempfile.mkstemp(prefix=beginning, suffix=_ENDING, dir=place.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _locked(file.fileno())
            yield file, part
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def partial_folder(place: Path) -> Iterator[Path]:
    """Give an empty, hidden folder beside a place; it is gone at the end, unless renamed.

    Raises:
        OSError: it cannot be made.
    """
    beginning = f".{place.name[:_LONGEST]}."
    _sweep(place.parent, beginning)
    part = Path(tempfile.mkdtemp(prefix=beginning, suffix=_ENDING, dir=place.parent))
    held = os.open(part, os.O_RDONLY) if fcntl is not None else None
    try:
        if held is not None:
            _locked(held)
        yield part
    finally:
        if held is not None:
            os.close(held)
        shutil.rmtree(part, ignore_errors=True)


def _sweep(folder: Path, beginning: str) -> None:
    if fcntl is None:
        return
    for path in folder.iterdir():
        if not (path.name.startswith(beginning) and path.name.endswith(_ENDING)):
            continue
        with suppress(OSError):  # taken away, or not ours
            held = os.open(path, os.O_RDONLY)
            try:
                if _locked(held):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
            finally:
                os.close(held)


def _locked(descriptor: int) -> bool:
    """Lock an open file for this process; False when another holds it."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
