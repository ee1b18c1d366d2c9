"""Things put together by what they have in common, in the order in which they come."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def grouped(found: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Return things by a key."""
    groups: dict[K, list[T]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return groups


def gathered(found: Iterable[T], belongs: Callable[[T, list[T]], bool]) -> list[list[T]]:
    """Return each thing with the first group it belongs to, or else in one of its own."""
    groups: list[list[T]] = []
    for one in found:
        home = next((group for group in groups if belongs(one, group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups
