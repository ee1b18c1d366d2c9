"""Results become files: whole, or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from claimgraph.errors import ClaimgraphError
from claimgraph.partial import partial


def check_place(path: Path) -> None:
    """Refuse a place that nothing can be written to, before the work is done.

    Raises:
        ClaimgraphError: the folder is missing, or the path is a folder, or a link that leads to itself,
            or the system takes no such path.
    """
    try:
        path.resolve()
        if path.is_dir():
            raise ClaimgraphError(f"{path} is a folder; name a file in it")
        if not path.parent.is_dir():
            raise ClaimgraphError(f"{path}: the folder {path.parent} does not exist; make it first")
    except RuntimeError as error:
        raise ClaimgraphError(f"{path} is a link that leads back to itself; name another file") from error
    except OSError as error:
        raise ClaimgraphError(f"{path} cannot be written ({error.strerror}); choose another place") from error


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file so that a reader finds the old one or the new one, never a part.

    What is not a regular file (a pipe, a terminal) is written to as it is.

    Args:
        path: the file.
        data: what it is to hold, at once or in pieces.

    Raises:
        ClaimgraphError: it cannot be written; the older file is as it was.
    """
    check_place(path)
    pieces = [data] if isinstance(data, bytes) else data
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(pieces)
            return
        _replace(path.resolve(), pieces)
    except OSError as error:
        raise ClaimgraphError(f"{path} cannot be written ({error.strerror}); choose another place") from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, then rename over it, with the permissions a new file would have."""
    with partial(path) as (file, part):
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        part.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
