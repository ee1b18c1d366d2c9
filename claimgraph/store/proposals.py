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

from claimgraph.model import Proposal
from claimgraph.store import custody
from claimgraph.store.meta import put


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

    @property
    def waits(self) -> bool:
        """Whether nothing has come of it yet, neither an answer nor a failure."""
        return self.text is None and not self.dropped


def ask(connection: sqlite3.Connection, asked: Iterable[Asked], model: str, at: str) -> None:
    """Write what a model is about to be asked."""
    listed = list(asked)
    connection.executemany(
        "INSERT OR IGNORE INTO reader_prompts VALUES (?, ?, ?)",
        [(one.hash, one.version, json.dumps(one.claims)) for one in listed],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO reader_answers VALUES (?, ?, ?, NULL, '{}')",
        [(one.hash, model, at) for one in listed],
    )
    _seal(connection)


def asked(connection: sqlite3.Connection) -> tuple[Asked, ...]:
    """Return every prompt, by hash."""
    found = connection.execute("SELECT hash, version, claims FROM reader_prompts ORDER BY hash")
    return tuple(Asked(one, version, tuple(json.loads(claims))) for one, version, claims in found)


def save(connection: sqlite3.Connection, answer: Answer) -> bool:
    """Write an answer in place of an older one; say whether its prompt is known.

    A model that was asked under another name (a server has one of its own for it) waits no longer.
    """
    if connection.execute("SELECT 1 FROM reader_prompts WHERE hash = ?", (answer.prompt,)).fetchone() is None:
        return False
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
    _seal(connection)
    return True


def answers(connection: sqlite3.Connection) -> tuple[Answer, ...]:
    """Return every answer with its proposals, by prompt and model."""
    held: dict[tuple[str, str], list[Proposal]] = {}
    for one in load(connection):
        held.setdefault((one.prompt, one.model), []).append(one)
    found = connection.execute(
        "SELECT prompt, model, at, answer, dropped FROM reader_answers ORDER BY prompt, model"
    )
    return tuple(
        Answer(prompt, model, at, text, json.loads(dropped), tuple(held.get((prompt, model), ())))
        for prompt, model, at, text, dropped in found
    )


def load(connection: sqlite3.Connection) -> tuple[Proposal, ...]:
    """Return every proposal, by prompt, model and place."""
    found = connection.execute("SELECT body FROM proposals ORDER BY prompt, model, position")
    return tuple(Proposal.model_validate_json(body) for (body,) in found)


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
        _seal(connection)


def _seal(connection: sqlite3.Connection) -> None:
    put(connection, custody.READER, custody.of_reader(connection))
