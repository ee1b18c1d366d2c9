"""Results become files: whole, or not at all."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimgraph.errors import ClaimgraphError
from claimgraph.partial import partial, partial_folder

PAGE = re.compile(r"index\.html|figures\.html|(?:story|articles)-\d+\.html")
"""How the pages of a report in a folder are called."""
GENERATOR = b'<meta name="generator" content="claimgraph '
"""By what a page is known to be ours."""
_HEAD = 4096
"""Bytes at whose end the head of a page has named its maker."""


def check_place(path: Path) -> None:
    """Refuse a place that nothing can be written to, before the work is done.

    Raises:
        ClaimgraphError: the folder is missing, or the path is a folder, or a link that leads to itself,
            or the system takes no such path.
    """
    with _refusing(path):
        _resolved(path, "file")
        if path.is_dir():
            raise ClaimgraphError(f"{path} is a folder; name a file in it")
        if not path.parent.is_dir():
            raise ClaimgraphError(f"{path}: the folder {path.parent} does not exist; make it first")


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file so that a reader finds the old one or the new one, never a part.

    What is not a regular file (a pipe, a terminal) is written to as it is.

    Raises:
        ClaimgraphError: it cannot be written; the older file is as it was.
    """
    check_place(path)
    pieces = [data] if isinstance(data, bytes) else data
    with _refusing(path):
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(pieces)
            return
        _replace(path.resolve(), pieces)


def check_folder(path: Path) -> None:
    """Refuse a place where no folder of pages can be written, before the work is done.

    A folder that holds anything but the pages of an earlier report is left alone.

    Raises:
        ClaimgraphError: the folder above it is missing, it is a file, or it holds what is not ours.
    """
    with _refusing(path):
        if path.exists() and not path.is_dir():
            raise ClaimgraphError(f"{path} is a file; name a folder")
        if not _resolved(path, "folder").parent.is_dir():
            raise ClaimgraphError(f"{path}: the folder {path.parent} does not exist; make it first")
        held = sorted(path.iterdir()) if path.is_dir() else []
        other = next((one.name for one in held if not _is_page(one)), None)
        if other is not None:
            raise ClaimgraphError(
                f"{path} holds {other}, which is no page of a report; name a new or an empty folder"
            )


def write_folder(path: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write a folder of pages, in place of an earlier one: whole, or not at all.

    Args:
        files: the name of each page and what it holds, in pieces.

    Raises:
        ClaimgraphError: it cannot be written, or holds what is not ours; what was there is as it was.
    """
    check_folder(path)
    place = path.resolve()
    with _refusing(path), partial_folder(place) as part:
        for name, pieces in files:
            with (part / name).open("wb") as file:
                file.writelines(pieces)
        part.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o777 & ~_umask())
        _swap(part, place)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say in one line what keeps a place from being written."""
    try:
        yield
    except OSError as error:
        raise ClaimgraphError(f"{path} cannot be written ({error.strerror}); choose another place") from error


def _resolved(path: Path, what: str) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:
        raise ClaimgraphError(f"{path} is a link that leads back to itself; name another {what}") from error


def _swap(part: Path, place: Path) -> None:
    """Put a folder in the place of an older one, which goes; when it cannot be, the older one comes back."""
    if not place.exists():
        part.rename(place)
        return
    with partial_folder(place) as older:
        place.rename(older / "pages")
        try:
            part.rename(place)
        except OSError:
            (older / "pages").rename(place)
            raise


def _is_page(path: Path) -> bool:
    """Tell whether a file is a page of a report in a folder."""
    if not path.is_file() or not PAGE.fullmatch(path.name):
        return False
    with path.open("rb") as file:
        return GENERATOR in file.read(_HEAD)


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
