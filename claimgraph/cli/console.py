"""Reading from and writing to the world: results to stdout or a file, all else to stderr."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from claimgraph.errors import ClaimgraphError


class ReaderGoneError(Exception):
    """Nobody reads stdout any more; what is left to say is said to nobody."""


@contextmanager
def progress(doing: str = "reading") -> Iterator[Callable[[str], None] | None]:
    """Give what shows the article being read, or else done, on one line of the terminal; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    width = shutil.get_terminal_size().columns - 1
    done = 0

    def show(name: str) -> None:
        nonlocal done
        done += 1
        sys.stderr.write(f"\r\x1b[2K{f'{doing} {done}: {name}'[:width]}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


def read_json(path: Path) -> Any:
    """Return what a JSON file holds.

    Raises:
        ClaimgraphError: it cannot be read, or is not JSON.
    """
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise ClaimgraphError(f"{path} cannot be read ({error.strerror}); check the path") from error
    except (ValueError, RecursionError) as error:
        raise ClaimgraphError(f"{path} is not JSON; name a report or gold list as JSON") from error


def as_json(value: Any) -> str:
    """Return a value as JSON, characters unescaped, ending in a newline."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def check_output(output: Path | None) -> None:
    """Refuse a place that cannot be written to before the work is done."""
    if output is not None:
        from claimgraph.report.writing import check_place  # noqa: PLC0415

        check_place(output)


def emit(text: str | Iterable[str], output: Path | None) -> None:
    """Write a result, whole or in pieces, to a file, or to stdout."""
    pieces = [text] if isinstance(text, str) else text
    if output is None:
        for piece in pieces:
            say_out(piece)
        return
    from claimgraph.report.writing import write_whole  # noqa: PLC0415

    write_whole(output, (piece.encode() for piece in pieces))


def say_out(text: str) -> None:
    """Write a result to stdout.

    Raises:
        ReaderGoneError: whoever was reading (``| head``) wants no more.
        ClaimgraphError: it cannot be written, as to a full disk.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - or Python complains when it flushes
        remedy = "free some space, or write to a file elsewhere with -o"
        raise ClaimgraphError(f"standard output cannot be written ({error.strerror}); {remedy}") from error


def say(message: str) -> None:
    """Write one line to stderr; what a name in it could steer a terminal with is spelled out."""
    from claimgraph.lexicon.characters import visible  # noqa: PLC0415 - only what goes wrong needs it

    sys.stderr.write(f"claimgraph: {visible(' '.join(message.split()))}\n")
