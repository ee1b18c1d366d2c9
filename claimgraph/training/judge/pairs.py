"""Pairs of worded claims, each with what a judge should answer: from reading labels, mini-stories, decisions.

Readers went through whole articles, so that a pair which no list names is no conflict. A pair that the
matcher would put to the judge, or that a reader named as tempting, teaches more than one drawn by chance.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import combinations, product
from pathlib import Path

from claimgraph.errors import ClaimgraphError
from claimgraph.judge import Wording
from claimgraph.match.antecedents import candidates, is_denial
from claimgraph.match.context import build
from claimgraph.match.deciding import decide
from claimgraph.match.leads import pairs as listed
from claimgraph.match.leads import try_all
from claimgraph.match.stories import stories
from claimgraph.training.contrasts import SIDES, contrasts
from claimgraph.training.examples import Story

OF_ONE_CONFLICT = 6
"""Pairs of one listed conflict, at most: long lists of mentions must not drown the others."""
LOOKED_AT = 12
"""Pairs of an article that the matcher would look at and no list names, at most."""
BY_CHANCE = 3
"""Pairs of an article drawn by chance."""
SEED = 5
TEMPTING = "tempting"
"""The kind of a pair that a reader named as compatible."""

Two = tuple[str, str]
"""The ids of two claims."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two worded claims.

    ``target`` is what the judge should answer, 0 to 1; ``kind`` how the pair was come by
    ("plain", "tempting", "looked at", "chance", "invented"); ``claims`` the ids, when it has some.
    """

    story: str
    one: str
    two: str
    target: float
    kind: str
    claims: Two = ("", "")

    @property
    def conflict(self) -> bool:
        return self.target >= 0.5


def of_story(
    story: Story, tempting: Iterable[Two] = (), strength: Mapping[int, str] | None = None
) -> list[Pair]:
    """Return the pairs of a story with a list of its conflicts.

    Args:
        story: the articles and, for each conflict, the claims on each side.
        tempting: pairs that a reader named as compatible.
        strength: what a conflict is called by its place in the list; "listed" where nothing is said.
    """
    choose = random.Random(f"{SEED} {story.name}")  # noqa: S311 - no secret
    word, claims = Wording(story.collection), {one.id: one for one in story.collection.claims}
    called = strength or {}
    found: dict[frozenset[str], tuple[float, str]] = {}
    opposed: set[frozenset[str]] = set()
    for number, sides in enumerate(story.groups):
        two = [
            pair
            for a, b in combinations(sides, 2)
            for pair in product(sorted(a), sorted(b))
            if len({*pair}) > 1
        ]
        opposed.update(map(frozenset, two))
        for pair in choose.sample(two, min(OF_ONE_CONFLICT, len(two))):
            found.setdefault(frozenset(pair), (1.0, called.get(number, "listed")))
    others = {
        TEMPTING: list(tempting),
        "looked at": _sampled(_looked_at(story), LOOKED_AT, story, choose),
        "chance": _sampled(combinations(sorted(claims), 2), BY_CHANCE, story, choose),
    }
    for kind, pairs in others.items():
        for pair in pairs:
            if frozenset(pair) not in opposed and len({*pair}) > 1:
                found.setdefault(frozenset(pair), (0.0, kind))
    return [
        Pair(story.name, word(claims[a]), word(claims[b]), target, kind, (a, b))
        for (a, b), (target, kind) in ((sorted(key), what) for key, what in found.items())
    ]


def _sampled(pairs: Iterable[Two], each: int, story: Story, choose: random.Random) -> list[Two]:
    every = sorted(set(pairs))
    return choose.sample(every, min(each * len(story.collection.sources), len(every)))


def _looked_at(story: Story) -> Iterator[Two]:
    """Yield what the matcher looks at: what may be a lead, and what a denial may answer."""
    known = stories(build(story.collection))
    for a, b in listed(known, try_all(decide(known))):
        yield a.id, b.id
    for nodes in known.context.by_source.values():
        for denial in filter(is_denial, nodes):
            for node in candidates(denial, known):
                yield node.id, denial.id


def of_mini_stories(path: Path) -> Iterator[Pair]:
    """Yield all pairs of invented stories, a story a line: statements ``s``, conflicts ``c``.

    Raises:
        ClaimgraphError: a line is not such a story.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            told = json.loads(line)
            said = [f"{who} {verb}: {words}" for who, verb, words in told["s"]]
            opposed = {frozenset((int(a), int(b))) for a, b, *_ in told["c"]}
        except (ValueError, KeyError, TypeError) as error:
            raise ClaimgraphError(
                f"{path}, line {number}: no mini-story ({error}); see docs/judge.md"
            ) from error
        if any(len(pair) != 2 or max(pair) >= len(said) for pair in opposed):
            raise ClaimgraphError(
                f"{path}, line {number}: a conflict is not of two statements; mend the line"
            )
        for a, b in combinations(range(len(said)), 2):
            right = frozenset((a, b)) in opposed
            yield Pair(f"{path.stem} {number}", said[a], said[b], float(right), "invented")


def of_contrasts(path: Path, half: str = "learnt") -> Iterator[Pair]:
    """Yield all pairs of the groups of a half: what contradicts, what agrees, and what only stands beside."""
    for group in (one for one in contrasts(path) if one.half == half):
        said = [(side, f"{who} {verb}: {words}") for side in SIDES for who, verb, words in group.told[side]]
        for (one, first), (two, second) in combinations(said, 2):
            opposed = {one, two} == {"a", "b"}
            kind = "contrast" if opposed else "agreeing" if one == two != "c" else "beside"
            yield Pair(group.name, first, second, float(opposed), kind)


def thinned(pairs: Sequence[Pair], per_conflict: float, seed: int = SEED) -> list[Pair]:
    """Return what readers named, and of the other pairs so many for each conflict, drawn by chance."""
    choose = random.Random(seed)  # noqa: S311 - no secret
    named = [one for one in pairs if one.conflict or one.kind == TEMPTING]
    others = [one for one in pairs if not one.conflict and one.kind != TEMPTING]
    conflicts = sum(one.conflict for one in named)
    return named + choose.sample(others, min(len(others), round(per_conflict * conflicts)))


def written(pairs: Iterable[Pair], path: Path) -> None:
    """Write pairs, one a line."""
    lines = (json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in pairs)
    path.write_text("".join(lines), encoding="utf-8")


def loaded(path: Path) -> list[Pair]:
    """Read pairs that were written.

    Raises:
        ClaimgraphError: the file is missing, or a line is no pair.
    """
    try:
        told = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return [Pair(**{**one, "claims": tuple(one["claims"])}) for one in told]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ClaimgraphError(
            f"{path} is no file of pairs ({error}); make it with `python -m claimgraph.training.judge pairs`"
        ) from error


def answered(pairs: Sequence[Pair], answers: Sequence[float], share: float) -> list[Pair]:
    """Return pairs whose targets are mixed with a teacher's answers: ``share`` of it is the teacher's."""
    return [
        replace(one, target=(1 - share) * one.target + share * answer)
        for one, answer in zip(pairs, answers, strict=True)
    ]
