"""Asking a reader, live or by files, and keeping what comes of it in the case.

Invariants
    - Every answer is kept as soon as it is there: a run that is cut short is taken up where it ended.
    - What fails costs its own prompt alone, is named once, and nothing else of the run changes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import ClaimgraphError
from claimgraph.lexicon.characters import visible
from claimgraph.reader.checks import Checker
from claimgraph.reader.client import REFUSED, Client, Reply, Server, reply_of
from claimgraph.reader.files import answers, requests
from claimgraph.reader.layout import flat
from claimgraph.reader.prompts import Prompt, prompts
from claimgraph.store import Answer, Asked

if TYPE_CHECKING:
    from claimgraph.tracker import ClaimGraph

GIVE_UP = 3
"""Prompts in a row that find no server before the others are not asked."""
UNASKED = "to a prompt that was not asked from this case, or that fell away with an article"
NAME = 100
"""Characters of a model's name that are kept."""


@dataclass(slots=True)
class Outcome:
    """What came of a run: how many answers there are, what is proposed, what was dropped, what failed.

    ``failed`` has a line for every prompt or line of a file that brought nothing.
    """

    answered: int = 0
    proposals: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)


class Reader:
    """Asks a second reader about the findings of a case, and keeps what is believed of its answers."""

    def __init__(self, tracker: "ClaimGraph") -> None:
        self.tracker = tracker
        self.store = tracker.store

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """All that there is to ask."""
        return prompts(self.tracker.findings())

    @cached_property
    def _checker(self) -> Checker:
        return Checker(self.tracker.collection(), self.tracker.match().agreements)

    def open(self, model: str) -> tuple[Prompt, ...]:
        """Return the prompts that a model has not answered yet, or not so that it could be read."""
        held = (one for one in self.store.answers() if one.text and one.model == model)
        done = {one.prompt for one in held if "form" not in one.dropped}
        return tuple(one for one in self.prompts if one.hash not in done)

    def requests(self, model: str) -> str:
        """Return what a model has not answered yet as lines of requests, and remember what was asked."""
        asked = self.open(model)
        self._ask(asked, model)
        return requests(asked, model)

    def _ask(self, asked: Iterable[Prompt], model: str) -> None:
        self.store.ask_reader(
            [Asked(one.hash, one.version, one.claims) for one in asked], model[:NAME], _now()
        )

    # Live

    def ask(self, server: Server, *, progress: Callable[[str], None] | None = None) -> Outcome:
        """Ask a server whatever its model has not answered yet.

        Args:
            progress: called with what each answer is on, as it comes.

        Raises:
            ClaimgraphError: httpx is not installed.
            StoreError: the case cannot be written.
        """
        asked = self.open(server.model)
        outcome = Outcome()
        with Client(server) as client:
            self._ask(asked, server.model)
            for prompt, reply in _replies(client, asked):
                if progress is not None:
                    progress(prompt.about)
                if reply.text is None and reply.cause != "stopped":
                    outcome.failed.append(f"{prompt.about}: {reply.told}")
                self._keep(prompt.hash, prompt.claims, server.model, reply, outcome)
        stopped = outcome.dropped["stopped"]
        if stopped:
            outcome.failed.append(f"{stopped} more: {Reply(None, 'stopped').told}")
        return outcome

    def _keep(self, prompt: str, claims: Iterable[str], model: str, reply: Reply, outcome: Outcome) -> None:
        """Keep what came of one prompt, and count it."""
        name = visible(flat(model))[:NAME]
        if reply.text is None:
            answer = Answer(prompt, name, _now(), None, {reply.cause: 1})
        else:
            found = self._checker.believed(reply.text, claims, model=name, prompt=prompt)
            answer = Answer(prompt, name, _now(), reply.text, found.dropped, found.proposals)
            outcome.answered += 1
            outcome.proposals += len(found.proposals)
        outcome.dropped.update(answer.dropped)
        self.store.save_answer(answer)

    # Files

    def take(self, path: Path, *, model: str | None = None) -> Outcome:
        """Take in a file of answers; a line that is none costs only itself.

        Args:
            model: who answered; else as the answers say, else as it was asked.

        Raises:
            ClaimgraphError: the file cannot be read.
            StoreError: the case cannot be written.
        """
        known = {one.hash: one for one in self.store.asked()}
        if not known:
            raise ClaimgraphError("nothing was asked from this case; begin with `claimgraph reader ask`")
        waiting = {one.prompt: one.model for one in self.store.answers() if one.text is None}
        outcome = Outcome()
        seen: set[tuple[str, str]] = set()
        for line in answers(path):
            asked = known.get(line.prompt or "")
            name = model or line.model or waiting.get(line.prompt or "", "unnamed")
            where = f"{path.name}:{line.number}"
            if asked is None:
                outcome.failed.append(f"{where}: {line.fault or UNASKED}")
            elif (asked.hash, name) in seen:
                outcome.failed.append(f"{where}: a second answer to one prompt")
            else:
                seen.add((asked.hash, name))
                reply = Reply(None, "status", line.fault) if line.fault else reply_of(line.completion)
                if reply.text is None:
                    outcome.failed.append(f"{where}: {reply.told}")
                self._keep(asked.hash, asked.claims, name, reply, outcome)
        return outcome


def _replies(client: Client, asked: Iterable[Prompt]) -> Iterator[tuple[Prompt, Reply]]:
    """Yield every prompt with what came of it, as it comes.

    After some prompts in a row that find no server the others are not asked.
    """
    refused = 0
    pool = ThreadPoolExecutor(client.server.at_once, thread_name_prefix="reader")
    try:
        running: dict[Future[Reply], Prompt] = {pool.submit(client.ask, one): one for one in asked}
        for future in as_completed(running):
            reply = future.result()
            refused = refused + 1 if reply.cause == REFUSED else 0
            if refused == GIVE_UP:
                client.close()
            yield running[future], reply
    finally:
        client.close()  # or an interrupted run would wait for answers it does not want
        pool.shutdown(wait=True, cancel_futures=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
