"""All but plain text is read in a process of its own, which has limits and may die.

Invariant: whatever a file does to its reader, the caller gets its text or one line, in time.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.read.limits import VARIABLES, Limits, limits
from claimgraph.read.metadata import Extracted, Format, Metadata
from claimgraph.read.worker import receive, send

_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Each thread of these libraries sets aside memory that would be counted."""

_START = (
    f"import sys; sys.path.append({str(Path(__file__).parents[2])!r})\n"
    "from claimgraph.read.worker import main; main()"
)
"""Not ``-m``, and with ``-P``: a folder of articles that one stands in could hold a ``json.py``."""


class _Reader:
    """A process that reads articles one after another, within the limits in force when it was started."""

    def __init__(self, allowed: Limits) -> None:
        self.allowed = allowed
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ONE_THREAD},
        )

    def ask(self, question: bytes, where: str) -> Any:
        """Return the answer to a question.

        Raises:
            InputRefusedError: it did not come in time, or the process ended before.
        """
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        watch = threading.Timer(self.allowed.seconds, stop)
        watch.daemon = True
        watch.start()
        try:
            answer = self._answer(question)
        finally:
            watch.cancel()
            watch.join()
        if late.is_set():
            raise _beyond(f"took more than {self.allowed.seconds:g} seconds to read", "seconds", where)
        if not answer:
            reason = f"took more than {self.allowed.megabytes} MB to read, or broke its reader"
            raise _beyond(reason, "megabytes", where)
        return json.loads(answer)

    def _answer(self, question: bytes) -> bytes:
        """Return the answer; empty where the process ended."""
        asked, answers = self._process.stdin, self._process.stdout
        if asked is None or answers is None:
            return b""
        with suppress(BrokenPipeError):
            send(asked, question)
        return receive(answers)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not yet sent is sent to nobody
                if pipe is not None:
                    pipe.close()
        self._process.wait()


_readers: dict[int, _Reader] = {}
"""The reader of this process, by its id: a process that was forked off starts its own."""
_turn = threading.Lock()


def read(kind: Format, data: bytes, where: str) -> Extracted:
    """Return what an article's bytes hold.

    Raises:
        InputRefusedError: it cannot be read, or takes more time or memory than is allowed.
        ClaimgraphError: a limit is set to something that is no number, or a library is missing.
    """
    allowed = limits()
    with _turn:
        try:
            answer = _reader(allowed).ask(kind[:1].encode() + data, where)
        except BaseException:  # an answer may be under way, to be taken for the next article's
            close()
            raise
    if "missing" in answer:
        close()
        told = " ".join(str(answer["missing"]).split())
        raise ClaimgraphError(f"claimgraph is not installed whole ({told}); install it again with pip")
    if "reason" in answer:
        raise InputRefusedError(where, answer["reason"], answer["remedy"])
    return Extracted(answer["text"], Metadata(**answer["metadata"]), answer["aside"])


def _beyond(reason: str, limit: str, where: str) -> InputRefusedError:
    return InputRefusedError(where, reason, f"save its text as .txt, or set {VARIABLES[limit]} higher")


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


atexit.register(close)
