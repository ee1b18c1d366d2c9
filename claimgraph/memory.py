"""How memory is looked after while much is made that is kept. Imports nothing of the project."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["nothing_thrown_away"]


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Hold off the search for garbage where all that is made is kept.

    The search walks everything the process holds, the parser's memory with it, which takes as
    long as matching dozens of articles.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
