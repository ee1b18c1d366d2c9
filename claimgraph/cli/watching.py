"""Taking in a folder again whenever something in it changed."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType

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

    Raises:
        ClaimgraphError: standard input cannot be watched.
    """
    if "-" in paths:
        raise ClaimgraphError("standard input cannot be watched; name a folder")
    seen: Seen | None = None
    with _interrupted() as stopped, suppress(KeyboardInterrupt):
        while not stopped.is_set():
            now = dict(_files(paths))
            if now != seen:
                take()
                if seen is None:
                    say("watching for changes; Ctrl-C ends it")
                seen = now
            stopped.wait(pause)
    say("no longer watching; what was taken in is kept")
    return 0


@contextmanager
def _interrupted() -> Iterator[Event]:
    """Give an event that Ctrl-C sets, besides raising KeyboardInterrupt.

    Python drops an exception raised while it tidies up an object, and Ctrl-C with it; the event is not lost.
    """
    stopped = Event()
    before = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        stopped.set()
        raise KeyboardInterrupt

    if current_thread() is main_thread():
        signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        if current_thread() is main_thread():
            signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _files(paths: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the articles and tables below some paths with what tells that they changed."""
    from claimgraph.read.inputs import FORMATS, ending  # noqa: PLC0415 - brings pydantic with it
    from claimgraph.read.metadata import TABLE  # noqa: PLC0415

    for given in paths:
        top = Path(given)
        for path in [top] if top.is_file() else _below(top):
            if ending(path) not in FORMATS and path.name != TABLE:
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
