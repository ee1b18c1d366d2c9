"""What changed between two states of a case: disputes and marks that are new, gone or changed.

A claim is the same in both when its article has the same name and its words are the same: an
article that was edited elsewhere leaves it what it was. Two disputes are one when a claim of
each of two sides stands in both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from claimgraph.report.wording import count

Raw = Mapping[str, Any]
"""A report as JSON, or a part of one."""
Key = tuple[str, str]
"""What makes a claim the same in two states: the name of its article, and its words."""
Sides = frozenset[frozenset[Key]]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: its id in the state that has it, what it is in words, and how it changed."""

    id: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed; ids of what is gone are those of the earlier state, all others of the later one."""

    new: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    marked: tuple[Change, ...] = ()
    unmarked: tuple[Change, ...] = ()
    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, str, tuple[Change, ...]], ...]:
        """Every kind of change: its key, its title and the changes."""
        return (
            ("new", "New disputes", self.new),
            ("changed", "Changed disputes", self.changed),
            ("gone", "Disputes that are gone", self.gone),
            ("marked", "New marks", self.marked),
            ("unmarked", "Marks that are gone", self.unmarked),
            ("added", "New articles", self.added),
            ("removed", "Articles that are gone", self.removed),
        )

    @property
    def summary(self) -> str:
        """One sentence with the numbers."""
        disputes = (
            f"{count(len(self.new), 'new dispute')}, {len(self.changed)} changed, {len(self.gone)} gone"
        )
        marks = f"{count(len(self.marked), 'new mark')}, {len(self.unmarked)} gone"
        articles = f"{count(len(self.added), 'new article')}, {len(self.removed)} gone"
        return f"{disputes}; {marks}; {articles}."


@dataclass(frozen=True, slots=True)
class _State:
    """One state, by what stays the same in another."""

    sides: Mapping[str, Sides]
    disputes: Mapping[str, Raw]
    marks: Mapping[tuple[Key, str], str]
    articles: Mapping[str, Raw]
    words: Mapping[str, str]


def compare(before: Raw, after: Raw) -> Difference:
    """Return what changed from one report as JSON to another."""
    old, new = _state(before), _state(after)
    same = _paired(old, new)
    changed = [
        Change(later, new.words[later], detail)
        for later, earlier in same.items()
        if (detail := _changed(old, earlier, new, later))
    ]
    gone = [one for one in old.disputes if one not in set(same.values())]
    return Difference(
        new=tuple(Change(one, new.words[one]) for one in new.disputes if one not in same),
        changed=tuple(changed),
        gone=tuple(Change(one, old.words[one]) for one in gone),
        marked=_marks(new, old),
        unmarked=_marks(old, new),
        added=_articles(new, old),
        removed=_articles(old, new),
    )


def _state(report: Raw) -> _State:
    names = {one["id"]: one["name"] for one in report["sources"]}
    keys = {
        one["id"]: (names.get(one["source"], ""), " ".join(one["text"].split())) for one in report["claims"]
    }
    disputes = {one["id"]: one for one in report["disputes"]}
    return _State(
        sides={
            identity: frozenset(
                frozenset(keys[claim] for claim in side if claim in keys) for side in one["sides"]
            )
            for identity, one in disputes.items()
        },
        disputes=disputes,
        marks={
            (keys[one["claim"]], one["kind"]): one["claim"] for one in report["flags"] if one["claim"] in keys
        },
        articles={one["name"]: one for one in report["sources"]},
        words={identity: _words(one, keys) for identity, one in disputes.items()},
    )


def _words(dispute: Raw, keys: Mapping[str, Key]) -> str:
    """Return the question of a dispute; reports of version 0.2 and before have none."""
    if dispute.get("question"):
        return str(dispute["question"])
    return " / ".join(f"“{keys[side[0]][1]}”" for side in dispute["sides"] if side and side[0] in keys)


def _paired(old: _State, new: _State) -> dict[str, str]:
    """Return the earlier dispute of each later one that was there before; each stands in one pair."""
    same: dict[str, str] = {one: one for one in new.disputes if one in old.disputes}
    free = [one for one in old.disputes if one not in same]
    for exact in (True, False):
        for later in new.disputes:
            if later in same:
                continue
            found = next((one for one in free if _meet(old.sides[one], new.sides[later], exact=exact)), None)
            if found is not None:
                same[later] = found
                free.remove(found)
    return {one: same[one] for one in new.disputes if one in same}


def _meet(one: Sides, two: Sides, *, exact: bool) -> bool:
    """Tell whether two disputes have the same sides, or a claim of two sides in common."""
    if exact:
        return one == two
    meeting = [(a, b) for a in one for b in two if a & b]
    return len({a for a, _ in meeting}) > 1 and len({b for _, b in meeting}) > 1


def _changed(old: _State, earlier: str, new: _State, later: str) -> str:
    """Return in words how a dispute changed; empty when it did not."""
    was, now = old.disputes[earlier], new.disputes[later]
    told = [
        f"{was.get(field, 'open')} before, {now.get(field, 'open')} now"
        for field in ("kind", "state")
        if was.get(field, "open") != now.get(field, "open")
    ]
    before, after = (
        set(chain.from_iterable(state.sides[one])) for state, one in ((old, earlier), (new, later))
    )
    if added := len(after - before):
        told.append(f"{count(added, 'statement')} more")
    if lost := len(before - after):
        told.append(f"{count(lost, 'statement')} fewer")
    return ", ".join(told)


def _marks(state: _State, other: _State) -> tuple[Change, ...]:
    return tuple(
        Change(claim, f"“{key[1]}”", kind.replace("_", " "))
        for (key, kind), claim in state.marks.items()
        if (key, kind) not in other.marks
    )


def _articles(state: _State, other: _State) -> tuple[Change, ...]:
    """Return the articles of a state that the other lacks; one that was only renamed is in both."""
    bytes_there: Iterable[str] = {one["sha256"] for one in other.articles.values()}
    return tuple(
        Change(one["id"], one.get("title") or name, name)
        for name, one in state.articles.items()
        if name not in other.articles and one["sha256"] not in bytes_there
    )
