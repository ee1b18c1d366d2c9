"""claimgraph: who said what, who denies it, and which numbers do not agree.

Public names are imported when first used, so that ``import claimgraph`` and
``claimgraph --help`` answer at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimgraph.errors import ClaimgraphError, InputRefusedError
    from claimgraph.tracker import ClaimGraph

__version__ = "0.1.0"

__all__ = ["ClaimGraph", "ClaimgraphError", "InputRefusedError", "__version__"]

_HOME = {
    "ClaimGraph": "claimgraph.tracker",
    "ClaimgraphError": "claimgraph.errors",
    "InputRefusedError": "claimgraph.errors",
}


def __getattr__(name: str) -> Any:
    """Import a public name from the module it lives in."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'claimgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
