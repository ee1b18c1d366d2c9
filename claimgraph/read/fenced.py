"""Pages and PDF files are read in a process of their own, which has limits and may die.

Invariant: whatever a file does to its reader, the caller gets its text or one line, in time.
"""

import atexit
import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.read.limits import VARIABLES, Limits, limits
from claimgraph.read.metadata import Metadata
from claimgraph.read.worker import LENGTH

_PIECE = 1 << 20
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Each thread of these libraries sets aside memory that would be counted."""


_START = (
    f"import sys; sys.path.append({str(Path(__file__).parents[2])!r})\n"
    "from claimgraph.read.worker import main; main()"
)
"""Not ``-m``, and with ``-P``: a folder of articles that one stands in could hold a ``json.py``."""


class _Dead(Exception):  # noqa: N818 - never leaves this module
    """The reader ended, or did not answer in time."""

    def __init__(self, *, late: bool) -> None:
        super().__init__()
        self.late = late


class _Reader:
    """A process that reads articles one after another; started when it is first asked."""

    def __init__(self, allowed: Limits) -> None:
        self.allowed = allowed
        command = [sys.executable, "-P", "-c", _START, str(allowed.megabytes), str(allowed.pages)]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ONE_THREAD},
        )

    def ask(self, question: bytes) -> Any:
        """Return the answer to a question.

        Raises:
            _Dead: there is none.
        """
        until = time.monotonic() + self.allowed.seconds
        try:
            self._send(question, until)
            (length,) = LENGTH.unpack(self._receive(LENGTH.size, until))
            return json.loads(self._receive(length, until))
        except (OSError, EOFError) as error:
            raise _Dead(late=isinstance(error, TimeoutError)) from error

    def _send(self, message: bytes, until: float) -> None:
        pipe = _given(self._process.stdin)
        rest = memoryview(LENGTH.pack(len(message)) + message)
        while rest:
            _wait(pipe, selectors.EVENT_WRITE, until)
            rest = rest[os.write(pipe.fileno(), rest[:4096]) :]  # a pipe that is ready takes so much at once

    def _receive(self, length: int, until: float) -> bytes:
        pipe, parts = _given(self._process.stdout), []
        while length:
            _wait(pipe, selectors.EVENT_READ, until)
            part = os.read(pipe.fileno(), min(length, _PIECE))
            if not part:
                raise EOFError
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            _given(pipe).close()
        self._process.wait()


def _given(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe


def _wait(pipe: IO[bytes], event: int, until: float) -> None:
    """Wait until a pipe can be read or written.

    Raises:
        TimeoutError: it cannot in time.
    """
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, until - time.monotonic())):
            raise TimeoutError


_readers: dict[int, _Reader] = {}
"""The reader of this process, by its id: a process that was forked off starts its own."""
_turn = threading.Lock()


def read(kind: str, data: bytes, where: str) -> tuple[str, Metadata, str]:
    """Return text and metadata of a page ("html") or PDF file ("pdf"), and what of it was left aside.

    Raises:
        InputRefusedError: it cannot be read, or takes more time or memory than is allowed.
        ClaimgraphError: a limit is set to something that is no number, or a library is missing.
    """
    allowed = limits()
    with _turn:
        try:
            answer = _reader(allowed).ask(kind[:1].encode() + data)
        except _Dead as dead:
            close()
            raise _refusal(dead, allowed, where) from dead
        except BaseException:  # an answer may be under way, to be taken for the next article's
            close()
            raise
    return _taken(answer, where)


def _reader(allowed: Limits) -> _Reader:
    reader = _readers.get(os.getpid())
    if reader is not None and reader.allowed != allowed:
        close()
        reader = None
    if reader is None:
        _readers.clear()
        reader = _readers[os.getpid()] = _Reader(allowed)
    return reader


def close() -> None:
    """End this process's reader, if it has one."""
    reader = _readers.pop(os.getpid(), None)
    if reader is not None:
        reader.close()


def _taken(answer: Mapping[str, Any], where: str) -> tuple[str, Metadata, str]:
    if "missing" in answer:
        close()
        told = " ".join(str(answer["missing"]).split())
        raise ClaimgraphError(f"claimgraph is not installed whole ({told}); install it again with pip")
    if "reason" in answer:
        raise InputRefusedError(where, answer["reason"], answer["remedy"])
    return answer["text"], Metadata(**answer["metadata"]), answer["aside"]


def _refusal(dead: _Dead, allowed: Limits, where: str) -> InputRefusedError:
    if dead.late:
        reason, variable = f"took more than {allowed.seconds:g} seconds to read", VARIABLES["seconds"]
    else:
        reason = f"took more than {allowed.megabytes} MB to read, or broke its reader"
        variable = VARIABLES["megabytes"]
    return InputRefusedError(where, reason, f"save its text as .txt, or set {variable} higher")


atexit.register(close)
