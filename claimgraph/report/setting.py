"""What a report says of its own making: the version, the command, what changed since an earlier one."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimgraph.report.difference import Difference


@dataclass(frozen=True, slots=True)
class Setting:
    """How a report came about.

    Args:
        command: the command that made it, as it can be given again; empty when there was none.
        since: what changed since an earlier state of the case; None when none was named.
        drawing: the address of the drawn graph, relative to the report; None when none was made.
    """

    command: str = ""
    since: "Difference | None" = None
    drawing: str | None = None

    @property
    def version(self) -> str:
        """The version of the program."""
        return version("claimgraph")
