"""States of a case, to be compared: a database, or a report as JSON."""

import json
from pathlib import Path
from typing import Any

from claimgraph.errors import ClaimgraphError
from claimgraph.tracker.ingesting import is_database

NEEDED = ("sources", "claims", "disputes", "flags")
"""What of a report is compared."""


def state(path: Path) -> dict[str, Any]:
    """Return the state that a file holds, as the report as JSON has it.

    Raises:
        ClaimgraphError: it is neither a case file nor a report as JSON.
    """
    if is_database(path):
        from claimgraph.tracker.composer import ClaimGraph  # noqa: PLC0415 - which imports this module

        with ClaimGraph.open(db=path, create=False) as tracker:
            own: dict[str, Any] = json.loads(tracker.report("json"))
            return own
    remedy = "name a case file, or a report written with --format json"
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise ClaimgraphError(f"{path} cannot be read ({error.strerror}); check the path") from error
    except (ValueError, RecursionError) as error:
        raise ClaimgraphError(f"{path} is neither a case file nor JSON; {remedy}") from error
    if not isinstance(found, dict) or any(not isinstance(found.get(key), list) for key in NEEDED):
        raise ClaimgraphError(f"{path} is no report of claimgraph's; {remedy}")
    return found
