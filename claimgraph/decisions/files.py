"""Decisions as lines of JSON: what one analyst hands to another.

Invariant: a line holds all of a decision, and its id is the hash of the rest, so that a line that was
changed by hand or damaged on the way is refused.
"""

import json
import re
from collections.abc import Iterable

from pydantic import ValidationError

from claimgraph.decisions.verdicts import LONGEST
from claimgraph.errors import ClaimgraphError
from claimgraph.model import Decision

LARGEST = 100_000
"""Characters of a line that is read."""
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}\+00:00")
"""Times as they are written here: in the order of their letters."""


def written(decisions: Iterable[Decision]) -> str:
    """Return decisions as JSON, one a line."""
    lines = ({"id": one.id, **one.model_dump(mode="json")} for one in decisions)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read(text: str, where: str) -> list[Decision]:
    """Return the decisions that a text holds.

    Args:
        text: lines of JSON; empty ones are skipped.
        where: the file, as the user named it.

    Raises:
        ClaimgraphError: a line is no decision, or not as it was written; it names the line.
    """
    return [
        _decision(line, f"{where}, line {number}")
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]


def _decision(line: str, where: str) -> Decision:
    remedy = "export it again with `claimgraph log --format jsonl`"
    if len(line) > LARGEST:
        raise ClaimgraphError(f"{where}: longer than a decision can be; {remedy}")
    try:
        fields = json.loads(line)
        identity = fields.pop("id")
        decision = Decision.model_validate(fields)
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError, ValidationError) as error:
        raise ClaimgraphError(f"{where}: not a decision; {remedy}") from error
    if decision.id != identity:
        raise ClaimgraphError(f"{where}: the decision was changed since it was written; {remedy}")
    if any(len(getattr(decision, name)) > most for name, most in LONGEST.items()):
        raise ClaimgraphError(f"{where}: longer than a decision can be; {remedy}")
    if not _TIME.fullmatch(decision.at):
        raise ClaimgraphError(f"{where}: {decision.at!r} is no time in UTC; {remedy}")
    return decision
