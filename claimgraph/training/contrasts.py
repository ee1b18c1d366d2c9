"""Contrast groups: statements of one matter of which three say one thing, three another, and four tempt.

Written for this project (``judge/contrasts``), as mini-stories are. What says the same in other words, adds
to it, or is of another day or person stands beside what contradicts it: the hardest case there is.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import ClaimgraphError
from claimgraph.gathering import grouped
from claimgraph.model import Collection
from claimgraph.training.examples import Story
from claimgraph.training.judge.kept import unread

SIDES = ("a", "b", "c")
"""What says one thing, what says another, and what contradicts neither."""
_SPOKEN = ("I ", "I'", "We ", "We'", "You ", "My ", "Our ", "It's ")
_PUBLISHED = "2019-03-05"
_SEED = 4

Told = tuple[str, str, str]
"""Who speaks, "says" or "denies", and the words."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A group: its name and what is told on each side."""

    name: str
    told: dict[str, tuple[Told, ...]]

    @property
    def half(self) -> str:
        """Which half it is of: "learnt", or "unread", which nobody looks at."""
        return "unread" if unread(self.name, of=2) else "learnt"


def contrasts(path: Path) -> Iterator[Contrast]:
    """Yield the groups of a file, one a line.

    Raises:
        ClaimgraphError: a line is no group.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            group = json.loads(line)
            told = {side: tuple((who, verb, words) for who, verb, words in group[side]) for side in SIDES}
        except (ValueError, KeyError, TypeError) as error:
            raise ClaimgraphError(
                f"{path}, line {number}: no contrast group ({error}); see docs/judge.md"
            ) from error
        yield Contrast(f"{path.stem}{number}", told)


def article(group: Contrast) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a group as an article, its statements in an order drawn by chance, and where each stands."""
    told = [(side, one) for side in SIDES for one in group.told[side]]
    random.Random(f"{_SEED} {group.name}").shuffle(told)  # noqa: S311 - no secret
    text, places = "", []
    for side, one in told:
        sentence = _sentence(*one)
        places.append((len(text), len(text) + len(sentence), side))
        text += f"{sentence}\n\n"
    return text, places


def _sentence(who: str, verb: str, words: str) -> str:
    """Return a statement as a newspaper prints it: quoted where somebody speaks in the first person."""
    bare = words.strip().strip('"“”')
    opens, closes = f"{who[0].upper()}{who[1:]}", "" if bare[-1:] in ".!?" else "."
    if verb == "denies":
        return f"{opens} denied {bare[0].lower()}{bare[1:]}{closes}"
    if bare == words.strip() and not bare.startswith(_SPOKEN):
        return f"{opens} said {bare}{closes}"
    body = bare.rstrip(".")
    return f'"{body[0].upper()}{body[1:]}{"" if body[-1:] in "?!" else ","}" {who} said.'


def lines(groups: Iterable[Contrast]) -> str:
    """Return groups as articles, a line of JSON each, as ``claimgraph ingest`` reads them."""
    told = ({"id": one.name, "text": article(one)[0], "published": _PUBLISHED} for one in groups)
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told)


def stories(groups: Iterable[Contrast], collection: Collection) -> Iterator[Story]:
    """Yield each group that was read as a story of one article with one conflict.

    Args:
        groups: what ``lines`` was made of.
        collection: what was read of those lines.
    """
    claims = grouped((claim.source, claim) for claim in collection.claims)
    sources = {source.name: source for source in collection.sources}
    for group in groups:
        source = sources[group.name]
        own = claims.get(source.id, ())
        places = article(group)[1]
        sides = [
            {
                claim.id
                for claim in own
                for start, end, at in places
                if at == side and start <= claim.start < end
            }
            for side in SIDES[:2]
        ]
        yield Story(group.name, collection.model_copy(update={"sources": (source,), "claims": own}), [sides])
