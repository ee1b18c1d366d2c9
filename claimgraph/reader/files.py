"""Prompts and answers as files, in the batch format that several servers share.

A line of requests holds ``custom_id``, ``method``, ``url`` and ``body``; a line of answers ``custom_id`` and
``response.body.choices[0].message.content``. The id holds the hash of the prompt, by which an answer
finds what it is to.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimgraph.errors import ClaimgraphError
from claimgraph.lexicon.characters import writable
from claimgraph.reader.answers import SCHEMA
from claimgraph.reader.prompts import Prompt

PREFIX = "claimgraph-"
"""What the id of a request begins with, before the hash of its prompt."""
URL = "/v1/chat/completions"
LONGEST_LINE = 8_000_000
"""Characters of a line of answers that are read at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file of answers.

    Args:
        number: which line it is, from 1.
        prompt: the hash of the prompt it answers; None when the line is no answer at all.
        model: the model's name as the server gives it; None when it gives none.
        completion: what the server answered; None when it failed.
        fault: why there is no answer, in words.
    """

    number: int
    prompt: str | None
    model: str | None = None
    completion: Any = None
    fault: str = ""


def body(prompt: Prompt, model: str, *, plain: bool = False) -> dict[str, Any]:
    """Return what a server is sent.

    Args:
        plain: without what some servers do not know: the schema of the answer and the temperature.
    """
    asked: dict[str, Any] = {"model": model, "messages": prompt.messages}
    if plain:
        return asked
    schema = {"name": "pairs", "strict": True, "schema": SCHEMA}
    return asked | {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": schema}}


def requests(prompts: Iterable[Prompt], model: str) -> str:
    """Return prompts as lines of requests."""
    return "".join(
        json.dumps(
            {"custom_id": PREFIX + one.hash, "method": "POST", "url": URL, "body": body(one, model)},
            ensure_ascii=False,
        )
        + "\n"
        for one in prompts
    )


def content_of(completion: Any) -> tuple[str | None, bool]:
    """Return the words of a chat completion, None when it has none, and whether they are all of it."""
    try:
        choice = completion["choices"][0]
        text = choice["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return None, True
    return (writable(text) if isinstance(text, str) else None), choice.get("finish_reason") != "length"


def answers(path: Path) -> Iterator[Line]:
    """Yield the lines of a file of answers; a line that is none says so.

    Raises:
        ClaimgraphError: the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as handle:
            for number, line in enumerate(handle, 1):
                if line.strip():
                    yield _line(number, line)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "it cannot be opened"
        raise ClaimgraphError(f"{path} cannot be read ({told}); name a file of answers") from error


def _line(number: int, line: str) -> Line:
    try:
        found = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        return Line(number, None, fault="no JSON")
    if not isinstance(found, dict):
        found = {}
    named = found.get("custom_id")
    if not isinstance(named, str) or not named.startswith(PREFIX):
        return Line(number, None, fault="no answer to a request of claimgraph's")
    prompt = named.removeprefix(PREFIX)
    response = found.get("response")
    if not isinstance(response, dict):
        return Line(number, prompt, fault=_failure(found.get("error")))
    completion = response.get("body")
    model = completion.get("model") if isinstance(completion, dict) else None
    name = model if isinstance(model, str) and model.strip() else None
    if response.get("status_code") not in {None, 200}:
        return Line(number, prompt, name, fault=f"status {str(response['status_code'])[:20]}")
    return Line(number, prompt, name, completion)


def _failure(error: Any) -> str:
    told = error.get("message") or error.get("code") if isinstance(error, dict) else error
    return f"the server failed: {' '.join(str(told or 'no reason given').split())[:120]}"
