"""Things put together by what they have in common. Imports nothing of the project."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


def grouped(pairs: Iterable[tuple[Key, Thing]]) -> dict[Key, tuple[Thing, ...]]:
    """Return things by what is given with each, keys and things in the order in which they come."""
    found: dict[Key, list[Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}


def gathered(found: Iterable[Thing], belongs: Callable[[Thing, list[Thing]], bool]) -> list[list[Thing]]:
    """Return each thing with the first group it belongs to, or else in one of its own."""
    groups: list[list[Thing]] = []
    for one in found:
        home = next((group for group in groups if belongs(one, group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups
