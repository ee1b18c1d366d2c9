"""A user's own file in place of data that is shipped: the matcher's weights."""

import hashlib
import os
from pathlib import Path

from claimgraph.errors import LexiconError

VARIABLE = "CLAIMGRAPH_WEIGHTS"
"""Names the file; the weights that are shipped are used where it is not set."""


def own_weights() -> Path | None:
    """Return the user's own file of weights, if there is one."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def own_digest() -> str:
    """Return what tells one file of weights from another; empty for the shipped ones.

    Raises:
        LexiconError: the file cannot be read.
    """
    path = own_weights()
    if path is None:
        return ""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise LexiconError(f"{path} cannot be read ({error.strerror}); mend or unset {VARIABLE}") from error
