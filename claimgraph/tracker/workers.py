"""Processes that read and extract articles; each loads the parser once and ends with whoever asks.

A question and its answer are pickled, each with its length before it, as the readers of pages are
asked (``claimgraph.read.worker``). The workers are started as plain commands: a program that uses
claimgraph needs no guard around its main module, and Ctrl-C reaches the asking process alone.

Invariant: a worker that is killed loses nothing. Its article goes to another one, once; an article
that ends two is refused in one line, and the others go on.
"""

import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.read import fenced
from claimgraph.read.worker import receive, send
from claimgraph.tracker.extracting import Extractor, Outcome, Task, done

TRIES = 2
"""Workers that an article may end: the first may have been killed for another's sake."""
FEWER = "if memory ran out, give it again with --workers 1"
_PATIENCE = 5
"""Seconds in which a worker told to end does so, once it has ended the reader of pages that it started."""
_START = (
    f"import sys; sys.path.append({str(Path(__file__).parents[2])!r})\n"
    "from claimgraph.tracker.workers import main; main()"
)
"""Not ``-m``, and with ``-P``: a folder of articles that one stands in could hold a ``json.py``."""
_LOG = logging.getLogger("claimgraph")


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class _Worker:
    """One process, asked by one thread at a time."""

    def __init__(self, settings: bytes) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,
        )
        with suppress(OSError):  # ended already, as the first question will tell
            self._send(settings)

    def _send(self, message: bytes) -> None:
        if self._process.stdin is not None:
            send(self._process.stdin, message)

    def ask(self, question: bytes) -> Outcome | ClaimgraphError:
        """Return the answer to a question.

        Raises:
            EOFError: the process ended.
        """
        try:
            self._send(question)
            answer = receive(self._process.stdout) if self._process.stdout is not None else b""
            found: Outcome | ClaimgraphError = pickle.loads(answer)  # noqa: S301 - of our own process
        except (OSError, ValueError, pickle.UnpicklingError) as error:  # ValueError: closed meanwhile
            raise EOFError from error
        return found

    def end(self) -> None:
        """Tell the process to end."""
        self._process.terminate()

    def close(self) -> None:
        """Wait until the process has ended, but not for long."""
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet sent is sent to nobody
                    pipe.close()


class Workers:
    """So many workers, each started when there is something for it; close them, come what may.

    Args:
        remedy: what is told of an article that ended them.
    """

    def __init__(self, number: int, extractor: Extractor, remedy: str = FEWER) -> None:
        self._remedy = remedy
        self._settings = pickle.dumps((extractor, _LOG.getEffectiveLevel()))
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="claimgraph-worker")
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._running: set[_Worker] = set()
        self._closed = False

    def submit(self, task: Task) -> "Future[Outcome]":
        """Have a task done by the first worker that is free."""
        return self._threads.submit(self._done, task)

    def close(self) -> None:
        """End all workers; what they have not handed back is lost."""
        with self._lock:
            self._closed = True
            running = tuple(self._running)
        self._threads.shutdown(wait=False, cancel_futures=True)
        for each in running:
            each.end()
        for each in running:
            each.close()
        self._threads.shutdown()

    def _done(self, task: Task) -> Outcome:
        question = pickle.dumps(task)
        for _ in range(TRIES):
            worker = self._free()
            try:
                answer = worker.ask(question)
            except EOFError:
                self._bury(worker)
                continue
            with self._lock:
                self._idle.append(worker)
            if isinstance(answer, ClaimgraphError):
                raise answer
            return answer
        reason = f"the process that read it was killed, {TRIES} times"
        return Outcome(refusal=InputRefusedError(task.where, reason, self._remedy))

    def _free(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise ClaimgraphError("the workers were told to end; give the rest again")
            if self._idle:
                return self._idle.pop()
            try:
                worker = _Worker(self._settings)
            except OSError as error:
                raise ClaimgraphError(
                    f"no worker process can be started ({error.strerror}); use --workers 1"
                ) from error
            self._running.add(worker)
            return worker

    def _bury(self, worker: _Worker) -> None:
        worker.end()
        worker.close()
        with self._lock:
            self._running.discard(worker)


def main() -> None:
    """Do tasks until nothing more is asked; what the process runs that was started for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    with suppress(OSError):  # nobody is there to take the answer
        _answer(lambda: receive(questions), lambda message: send(answers, message))


def _end(*_: Any) -> None:
    """End at once, with the reader of pages: what is under way is lost, and nothing is said of it."""
    fenced.close()
    os._exit(1)


def _answer(ask: Callable[[], bytes], tell: Callable[[bytes], None]) -> None:
    settings = ask()
    if not settings:
        return
    extractor, level = pickle.loads(settings)  # noqa: S301 - from the process that started this one
    if level <= logging.DEBUG:
        logging.basicConfig(level=logging.WARNING)
    _LOG.setLevel(level)
    while question := ask():
        task: Task = pickle.loads(question)  # noqa: S301
        try:
            answer: Outcome | ClaimgraphError = done(task, extractor)
        except ClaimgraphError as error:
            answer = error
        tell(pickle.dumps(answer))
