"""Who says what in the labelled stories: whether statements of one speaker are given to one speaker.

Every two statements of a story are a pair: rightly joined, wrongly joined, or wrongly kept apart (the
pairwise measure of coreference). A pair of which one's other name is the other's speaker is left out.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection as Many
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from claimgraph.extract.attribution.spans import shared
from claimgraph.model import Claim, Collection, Span

LEAST = 12
"""Characters that a claim shares with a labelled statement, at least, to be of it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as a reader labelled it: where it stands, who speaks, and who else may be said to."""

    doc: str
    span: Span
    speakers: frozenset[str]
    others: frozenset[str]


def statements(path: Path, half: str) -> Iterator[Statement]:
    """Yield the labelled statements of a half ("learnt" or "unread"), a JSON object a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["half"] == half:
            span = (one["start"], one["end"])
            yield Statement(one["doc"], span, frozenset(one["speakers"]), frozenset(one.get("alt", ())))


def scored(labels: Iterable[Statement], collection: Collection) -> Counter[str]:
    """Count the statements that have a claim, and their pairs, within an article and across."""
    names = {source.name: source.id for source in collection.sources}
    wanted = [one for one in labels if one.doc in names]
    found = [(one, claim) for one in wanted if (claim := _claim(one, names[one.doc], collection.claims))]
    counts = Counter(labelled=len(wanted), covered=len(found))
    for (one, a), (two, b) in combinations(found, 2):
        outcome = _outcome(one, two, joined=bool(a.speakers) and set(a.speakers) == set(b.speakers))
        counts[f"{'within' if one.doc == two.doc else 'across'} {outcome}"] += 1
    return counts


def _claim(one: Statement, source: str, claims: Many[Claim]) -> Claim | None:
    """Return the claim of a statement: which shares most of both, at least half of the shorter."""
    shares: dict[str, tuple[float, bool]] = {}
    near = {claim.id: claim for claim in claims if claim.source == source}
    length = one.span[1] - one.span[0]
    for claim in near.values():
        common = shared((one.span,), claim.content)
        own = sum(end - start for start, end in claim.content)
        if common and common >= min(LEAST, length) and 2 * common >= min(own, length):
            shares[claim.id] = (2 * common / (own + length), bool(claim.speakers))
    return near[max(shares, key=lambda name: shares[name])] if shares else None


def _outcome(one: Statement, two: Statement, *, joined: bool) -> str:
    if one.speakers == two.speakers:
        return "right" if joined else "split" if one.others == two.others else "left out"
    if (one.speakers | one.others) & (two.speakers | two.others):
        return "left out"
    return "merged" if joined else "apart"


def rates(counts: Counter[str], where: str) -> tuple[float, float]:
    """Return the precision and the recall of the pairs "within" an article or "across" articles."""
    right, merged, split = (counts[f"{where} {outcome}"] for outcome in ("right", "merged", "split"))
    return right / (right + merged or 1), right / (right + split or 1)


def coreference(labels: Path, articles: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of the learnt half as ``training.antecedents`` reads them.

    An entity's mentions are those labelled, and wherever the article has the last word of a name of it.
    """
    told = (json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines())
    texts = {one["id"]: one["text"] for one in told}
    mentions: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for line in labels.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["half"] == "learnt" and "mention" in one and len(one["speakers"]) == 1:
            mentions[one["doc"]][one["speakers"][0]].add(tuple(one["mention"]))
    for doc, entities in mentions.items():
        for key, spans in entities.items():
            called = [texts[doc][start:end].split() for start, end in spans]
            last = {
                one[-1] for one in called if len(one) > 1 and one[0][:1].isupper() and one[-1][:1].isupper()
            }
            last.add(key.rpartition("-")[2].capitalize())
            spans.update(() if key.startswith("?") else _named(last, texts[doc]))
        found = [{"mentions": sorted(spans)} for spans in entities.values()]
        yield {"id": doc, "text": texts[doc], "entities": found}


def _named(last: Many[str], text: str) -> Iterator[Span]:
    """Yield where a text has a word as a name, with up to two names before it."""
    word = "|".join(map(re.escape, sorted(last)))
    for match in re.finditer(rf"(?<!\w)(?:[A-Z][\w.-]+ ){{0,2}}(?:{word})(?!\w)", text):
        yield match.span()
