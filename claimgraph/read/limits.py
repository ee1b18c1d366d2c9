"""How much one article may take to be read, and the variables that say otherwise.

A page or PDF of a few kilobytes can be made to take gigabytes, or hours. An article within
these limits is read; one beyond them is refused in a line, and the others go on.
"""

import os
from dataclasses import dataclass

from claimgraph.errors import ClaimgraphError

MAX_BYTES = 32 * 1024 * 1024
"""The largest article taken: some five million words."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one page or PDF may take.

    Args:
        seconds: time by the clock. The largest articles of the tests take one or two.
        megabytes: memory beyond what the reader needs at rest. A page of 32 MB takes 350.
        pages: of a PDF. The longest public reports have about a thousand.
    """

    seconds: float = 60
    megabytes: int = 512
    pages: int = 2_000


VARIABLES = {
    "seconds": "CLAIMGRAPH_READ_SECONDS",
    "megabytes": "CLAIMGRAPH_READ_MEGABYTES",
    "pages": "CLAIMGRAPH_READ_PAGES",
}
"""What sets each limit otherwise."""


def limits() -> Limits:
    """Return the limits in force.

    Raises:
        ClaimgraphError: a variable is set to something that is no number above zero.
    """
    told = {name: _number(variable) for name, variable in VARIABLES.items() if os.environ.get(variable)}
    return Limits(**told)


def _number(variable: str) -> int:
    text = os.environ[variable]
    if not text.isdecimal() or int(text) == 0:
        raise ClaimgraphError(f"{variable} is {text!r}; set it to a whole number above zero, or unset it")
    return int(text)
