"""What a second reader was asked and answered, as rows, and what of its answers is believed.

Invariants
    - A prompt is known by its hash and keeps the ids of the claims it asked about.
    - A model has one answer to a prompt: a newer one replaces it, with its proposals.
    - A proposal stays through every matching as long as both of its claims are there; what an article
      said goes with the article (``drop_gone``).
    - All of it is sealed in the transaction that writes it.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.errors import NotFoundError
from claimgraph.gathering import grouped
from claimgraph.model import Proposal
from claimgraph.store import custody
from claimgraph.store.sql import get, holds, models


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt: its hash, the version of the templates, and the ids of the claims it asks about."""

    hash: str
    version: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered to a prompt.

    Args:
        prompt: the prompt's hash.
        model: the model's name.
        at: when it was asked or answered, UTC, ISO 8601.
        text: the answer as it came; None when there is none; empty when it fell away with an article.
        dropped: how many of its pairs were not believed, or why there is no answer, by cause.
        proposals: what is believed.
    """

    prompt: str
    model: str
    at: str
    text: str | None = None
    dropped: Mapping[str, int] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()


def ask(connection: sqlite3.Connection, asked: Iterable[Asked], model: str, at: str) -> None:
    """Keep what a model is about to be asked; an answer that is there already stays.

    Args:
        at: the time in UTC, ISO 8601.
    """
    listed = list(asked)
    connection.executemany(
        "INSERT OR IGNORE INTO reader_prompts VALUES (?, ?, ?)",
        [(one.hash, one.version, json.dumps(one.claims)) for one in listed],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO reader_answers VALUES (?, ?, ?, NULL, '{}')",
        [(one.hash, model, at) for one in listed],
    )
    custody.seal_all(connection, custody.READER)


def asked(connection: sqlite3.Connection) -> tuple[Asked, ...]:
    """Return every prompt by hash, but for what fell away with its articles."""
    found = connection.execute("SELECT hash, version, claims FROM reader_prompts ORDER BY hash")
    return tuple(Asked(one, version, tuple(json.loads(claims))) for one, version, claims in found)


def save(connection: sqlite3.Connection, answer: Answer) -> None:
    """Keep a model's answer to a prompt, with what of it is believed, in place of an older one.

    A model that was asked under another name (a server has one of its own for it) waits no longer.

    Raises:
        NotFoundError: nothing like it was asked.
    """
    if not holds(connection, "SELECT 1 FROM reader_prompts WHERE hash = ?", answer.prompt):
        raise NotFoundError(f"nothing with the hash {answer.prompt} was asked")
    connection.execute(
        "DELETE FROM reader_answers WHERE prompt = ? AND (model = ? OR (answer IS NULL AND dropped = '{}'))",
        (answer.prompt, answer.model),
    )
    connection.execute(
        "INSERT INTO reader_answers VALUES (?, ?, ?, ?, ?)",
        (answer.prompt, answer.model, answer.at, answer.text, json.dumps(answer.dropped, sort_keys=True)),
    )
    connection.executemany(
        "INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?)",
        [
            (answer.prompt, answer.model, place, one.a, one.b, one.model_dump_json())
            for place, one in enumerate(answer.proposals)
        ],
    )
    custody.seal_all(connection, custody.READER)


def answers(connection: sqlite3.Connection) -> tuple[Answer, ...]:
    """Return every answer, and every prompt that still waits for one, by prompt and model."""
    held = grouped(((one.prompt, one.model), one) for one in load(connection))
    found = connection.execute(
        "SELECT prompt, model, at, answer, dropped FROM reader_answers ORDER BY prompt, model"
    )
    return tuple(
        Answer(prompt, model, at, text, json.loads(dropped), held.get((prompt, model), ()))
        for prompt, model, at, text, dropped in found
    )


def load(connection: sqlite3.Connection) -> tuple[Proposal, ...]:
    """Return every proposal that was believed, by prompt, model and place."""
    return tuple(models(connection, Proposal, "SELECT body FROM proposals ORDER BY prompt, model, position"))


def state(connection: sqlite3.Connection) -> str | None:
    """Return a word that changes with what readers answer; None when none was ever asked."""
    return get(connection, custody.READER)


def drop_gone(connection: sqlite3.Connection) -> None:
    """Drop the proposals whose claims are gone, and the words of answers that were on such claims."""
    before = connection.total_changes
    gone = "NOT IN (SELECT id FROM claims)"
    connection.execute(f"DELETE FROM proposals WHERE a {gone} OR b {gone}")  # noqa: S608
    connection.execute(
        "UPDATE reader_answers SET answer = '' WHERE answer > '' AND prompt IN (SELECT hash FROM"  # noqa: S608
        f" reader_prompts, json_each(reader_prompts.claims) AS one WHERE one.value {gone})"
    )
    if connection.total_changes > before:
        custody.seal_all(connection, custody.READER)
