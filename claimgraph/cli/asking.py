"""What commands do that ask a second reader: their options, the server, and what is said of the run."""

import os
from typing import TYPE_CHECKING, Annotated

from claimgraph.cli.console import progress, say
from claimgraph.cli.options import option
from claimgraph.errors import ClaimgraphError

if TYPE_CHECKING:
    from claimgraph.reader import Outcome, Reader, Server
    from claimgraph.tracker import ClaimGraph

MODEL = "reader"
SECONDS = 180.0
AT_ONCE = 2
NAMED = 10
"""Prompts without an answer that are named one by one at most."""

ReaderUrl = Annotated[str | None, option("--reader URL", "Ask a language model at this address too.")]
ReaderModel = Annotated[str, option("--reader-model NAME", "The name the server knows the model by.")]
ReaderRemote = Annotated[
    bool, option("--reader-remote", "Let the words of articles be sent to another machine than this.")
]
ReaderSeconds = Annotated[float, option("--reader-seconds S", "Seconds that one answer may take.", min=0.1)]
ReaderAtOnce = Annotated[int, option("--reader-at-once N", "Prompts asked side by side.", min=1, max=64)]


def server_at(url: str | None, model: str, remote: bool, seconds: float, at_once: int) -> "Server | None":
    """Return the server that the options name; None when no reader is asked.

    Raises:
        ClaimgraphError: the address cannot be used, or is not on this machine.
    """
    if url is None:
        if remote:
            raise ClaimgraphError(
                "--reader-remote says that text may leave; name the server with --reader URL"
            )
        return None
    from claimgraph.reader import Server  # noqa: PLC0415 - few runs need it
    from claimgraph.reader.client import KEY_VARIABLE  # noqa: PLC0415

    key = os.environ.get(KEY_VARIABLE) or None
    return Server(url, model, remote=remote, key=key, seconds=seconds, at_once=at_once)


def ask_live(tracker: "ClaimGraph", server: "Server | None") -> None:
    """Ask a server what its model has not answered yet, and say on stderr what came of it."""
    if server is None:
        return
    from claimgraph.reader import Reader  # noqa: PLC0415

    reader = Reader(tracker)
    say_asked(reader, server.model)
    if not server.local:
        say(f"the words of the articles go to {server.host}")
    with progress("asking") as show:
        outcome = reader.ask(server, progress=show)
    say_failures(outcome)
    say(summary(outcome))


def say_asked(reader: "Reader", model: str) -> None:
    """Say how much a model has not answered yet."""
    asked = reader.open(model)
    before = len(reader.prompts) - len(asked)
    told = f"; {before} answered before" if before else ""
    say(f"{len(asked)} prompts, about {sum(one.tokens for one in asked):,} tokens{told}")


def say_failures(outcome: "Outcome") -> None:
    """Name what brought nothing, each once; many are counted."""
    for line in outcome.failed[:NAMED]:
        say(line)
    if len(outcome.failed) > NAMED:
        say(f"{len(outcome.failed) - NAMED} more brought nothing; `claimgraph reader report` counts them")


def summary(outcome: "Outcome") -> str:
    """Return in one line what came of a run."""
    from claimgraph.reader.counts import in_words  # noqa: PLC0415

    dropped = in_words(outcome.dropped)
    told = f"; dropped: {dropped}" if dropped else ""
    return f"{outcome.answered} answers, {outcome.proposals} proposals{told}"
