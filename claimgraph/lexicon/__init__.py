"""Words as data, and one loader.

Every list is a TOML or CSV file beside this module; code asks for it by name. An entry
belongs here only when it is defensible from general knowledge of English or of the world.
"""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claimgraph.errors import LexiconError

__all__ = ["rows", "table", "words"]


@cache
def table(name: str) -> dict[str, Any]:
    """Return ``lexicon/<name>.toml`` as a dictionary. Read once per process."""
    path = files(__package__) / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"word list {name}.toml cannot be read ({error}); reinstall claimgraph") from error


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the list under ``key`` of ``lexicon/<name>.toml`` as a set of lower-case words."""
    return frozenset(word.lower() for word in table(name)[key])


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return ``lexicon/<name>.csv`` as a tuple of dictionaries, one a line."""
    path = files(__package__) / f"{name}.csv"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(f"word list {name}.csv cannot be read ({error}); reinstall claimgraph") from error
    return tuple(csv.DictReader(text.splitlines()))
