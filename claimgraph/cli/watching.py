"""Taking in a folder again whenever something in it changed."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimgraph.cli.console import say
from claimgraph.errors import ClaimgraphError

PAUSE = 2.0
"""Seconds between two looks at a folder."""

Seen = dict[str, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its bytes."""


def watched(paths: Sequence[str], take: Callable[[], int], *, pause: float = PAUSE) -> int:
    """Take in the paths now and whenever a file below them changed, until Ctrl-C; return 0.

    A file still being written is taken in again when it has changed since.

    Args:
        paths: files and folders.
        take: takes them in; what is there unchanged costs it a hash.
        pause: seconds between two looks.

    Raises:
        ClaimgraphError: standard input cannot be watched.
    """
    if "-" in paths:
        raise ClaimgraphError("standard input cannot be watched; name a folder")
    seen: Seen | None = None
    try:
        while True:
            now = dict(_files(paths))
            if now != seen:
                take()
                if seen is None:
                    say("watching for changes; Ctrl-C ends it")
                seen = now
            time.sleep(pause)
    except KeyboardInterrupt:
        say("no longer watching; what was taken in is kept")
    return 0


def _files(paths: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the articles and tables below some paths with what tells that they changed."""
    from claimgraph.read.inputs import FORMATS  # noqa: PLC0415 - brings pydantic with it
    from claimgraph.read.metadata import TABLE  # noqa: PLC0415

    for given in paths:
        top = Path(given)
        for path in [top] if top.is_file() else _below(top):
            if path.suffix.lower() not in FORMATS and path.name != TABLE:
                continue  # a case file in the folder changes with every look
            try:
                told = path.stat()
            except OSError:
                continue  # it went meanwhile
            yield str(path), (told.st_mtime_ns, told.st_size)


def _below(top: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))
