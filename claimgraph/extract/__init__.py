"""A source becomes claims: parse, attribute, split, resolve, read. No stage reaches back.

``extract`` is imported when first used: a single stage can then be used without the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimgraph.extract.compose import extract

__all__ = ["extract"]


def __getattr__(name: str) -> Any:
    """Import the whole pipeline when it is asked for."""
    if name == "extract":
        return import_module("claimgraph.extract.compose").extract
    raise AttributeError(f"module 'claimgraph.extract' has no attribute {name!r}")
