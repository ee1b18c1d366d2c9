"""Articles given out to be read and extracted, and taken back in the order in which they were given.

Invariant: what is taken back, and in which order, does not depend on who did it or on who was first.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimgraph.tracker.extracting import Extractor, Outcome, Task, done
from claimgraph.tracker.workers import Workers, usable_cores

Slip = TypeVar("Slip")
"""What is known of an article by whoever gives it out."""

ENOUGH = 80_000
"""Bytes of articles from which on workers are started unasked (docs/speed.md)."""
AHEAD = 4
"""Articles given out for each worker: while a long one is done, the others are not idle."""


@dataclass(slots=True)
class _Held(Generic[Slip]):
    slip: Slip
    given: Task | Outcome
    asked: "Future[Outcome] | None" = None
    """What a worker makes of the task; None while no worker was given it."""


class Underway(Generic[Slip]):
    """Has articles done, by workers or by this process itself.

    Args:
        workers: how many; None: as many as there are cores, once there is enough to do for them.
    """

    def __init__(self, extractor: Extractor, workers: int | None) -> None:
        self._extractor = extractor
        self._number = usable_cores() if workers is None else workers
        self._enough = ENOUGH if workers is None else 0
        self._held: deque[_Held[Slip]] = deque()
        self._size = 0
        self._workers: Workers | None = None

    def give(self, slip: Slip, task: Task) -> None:
        """Have an article done."""
        held = _Held(slip, task)
        self._held.append(held)
        self._size += task.size
        if self._workers is not None:
            held.asked = self._workers.submit(task)
        elif self._number > 1 and self._size > self._enough and len(self._held) > 1:
            self._start()

    def told(self, slip: Slip, outcome: Outcome) -> None:
        """Give out an article of which it is known already what becomes of it."""
        self._held.append(_Held(slip, outcome))

    def taken(self, *, everything: bool = False) -> Iterator[tuple[Slip, Outcome]]:
        """Yield what must be waited for before more is given, or everything that was given."""
        while self._held and (everything or self._is_next()):
            held = self._held.popleft()
            yield held.slip, self._outcome(held)

    def close(self) -> None:
        """End the workers, if any were started."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None

    def _start(self) -> None:
        self._workers = Workers(self._number, self._extractor)
        for held in self._held:
            if isinstance(held.given, Task):
                held.asked = self._workers.submit(held.given)

    def _is_next(self) -> bool:
        """Tell whether the first article is to be taken back now."""
        first = self._held[0]
        if isinstance(first.given, Outcome) or self._number == 1:
            return True
        if first.asked is None:
            return False  # it is not known yet whether workers are worth starting
        return first.asked.done() or len(self._held) > AHEAD * self._number

    def _outcome(self, held: _Held[Slip]) -> Outcome:
        if isinstance(held.given, Outcome):
            return held.given
        self._size -= held.given.size
        return done(held.given, self._extractor) if held.asked is None else held.asked.result()
