"""What of an answer is believed: statements that were asked about and that can clash.

A check asks one thing of two statements, of the text and of what was read in it; the first that fails names
the cause. Nothing is mended: what fails is dropped and counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import cast

from claimgraph.lexicon.characters import visible
from claimgraph.match.context import Node, build
from claimgraph.model import Agreement, Collection, DisputeKind, Proposal, Span
from claimgraph.reader.answers import NO_CLASH, Entry, Quote, entries
from claimgraph.reader.apart import days_apart, figures_doubted
from claimgraph.reader.doubts import doubt
from claimgraph.reader.layout import SHORT_ID, flat, stretch
from claimgraph.reader.prompts import MOST, SIDE, VERSION

REASON = 500
"""Characters of a reason that are kept."""
WORDS = 2_000
"""Characters of words quoted that are looked for at most."""

CAUSES: Mapping[str, str] = {
    "form": "no JSON in the form asked for",
    "pair": "an entry not in the form asked for",
    "many": f"more than {MOST} entries in one answer, or {SIDE} statements on one side",
    "no clash": "the reader itself finds no clash",
    "id": "an id that was not asked about",
    "gone": "a statement that is no longer there",
    "one": "a statement against itself",
    "words": "quoted words that do not stand in the statement",
    "act": "a demand, promise, prediction or opinion",
    "utterance": "two statements of one utterance",
    "days": "statements of other days",
    "figures": "figures that meet, or none of one unit in the words quoted",
    "denier": "a denial in which nobody denies",
    "voice": "a reversal by two parties, or accusations by one",
}
"""Why an answer, an entry of it or a statement in one is not believed, by the word it is counted under."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that an answer names, where in its source the words quoted stand, and these words."""

    node: Node
    span: Span
    quoted: str


@dataclass(frozen=True, slots=True)
class Couple:
    """Two claims that an answer sets against each other, and as what."""

    a: Said
    b: Said
    relation: str

    @property
    def nodes(self) -> tuple[Node, Node]:
        return self.a.node, self.b.node

    @property
    def words(self) -> tuple[Span, Span]:
        return self.a.span, self.b.span

    @property
    def quoted(self) -> tuple[str, str]:
        return self.a.quoted, self.b.quoted


Check = Callable[[Couple], bool]
"""Whether a pair passes."""


def _two_utterances(pair: Couple) -> bool:
    one, two = (node.claim for node in pair.nodes)
    return one.source != two.source or one.statement != two.statement


def _days_meet(pair: Couple) -> bool:
    return not days_apart(pair.nodes, pair.quoted)


def _figures_miss(pair: Couple) -> bool:
    """Tell whether the words quoted hold two figures that may be a clash."""
    return pair.relation != "figures" or figures_doubted(pair.nodes, pair.words, pair.quoted) is not None


def _somebody_denies(pair: Couple) -> bool:
    return pair.relation != "denial" or any(map(_denies, pair.nodes))


def _denies(node: Node) -> bool:
    """Tell whether a claim denies, calls false, or says of something that it is not so."""
    negative = any(one.denied for one in node.claim.propositions)
    return (
        node.denies
        or negative
        or node.claim.pointer is not None
        or bool(node.marks & {"calls false", "negative"})
    )


def _voices_fit(pair: Couple) -> bool:
    """Tell whether a reversal may be of one party, and mutual accusations are of two.

    Two names may be one person's ("the teen", "his best friend"): two sides are known to be two.
    """
    one, two = pair.nodes
    if pair.relation == "reversal":
        return not one.opposes(two)
    first, second = (set(node.claim.speakers) for node in pair.nodes)
    return pair.relation != "mutual_accusation" or not first or first != second


CHECKS: tuple[tuple[str, Check], ...] = (
    ("utterance", _two_utterances),
    ("days", _days_meet),
    ("figures", _figures_miss),
    ("denier", _somebody_denies),
    ("voice", _voices_fit),
)
"""What every pair is asked, once its statements are found, by the cause it names when it fails."""


@dataclass(frozen=True, slots=True)
class Believed:
    """The proposals of one answer, and how many of its entries and statements were dropped, by cause."""

    proposals: tuple[Proposal, ...]
    dropped: Mapping[str, int]


def _checked(
    relation: str, first: Sequence[Said], second: Sequence[Said]
) -> tuple[dict[str, Couple], dict[str, str]]:
    """Return the first couple that each statement passes in, and of those that fail the first cause."""
    passed: dict[str, Couple] = {}
    failed: dict[str, str] = {}
    for a, b in product(first, second):
        if a.node.id in passed and b.node.id in passed:
            continue
        couple = Couple(a, b, relation)
        cause = next((cause for cause, check in CHECKS if not check(couple)), None)
        for one in (a.node.id, b.node.id):
            if cause is None:
                passed.setdefault(one, couple)
            else:
                failed.setdefault(one, cause)
    return passed, failed


class Checker:
    """Checks answers against a collection.

    Args:
        agreements: the pairs that the rules find to say the same.
    """

    def __init__(self, collection: Collection, agreements: Iterable[Agreement]) -> None:
        self.context = build(collection)
        self.agreements = {frozenset((one.a, one.b)): one for one in agreements}

    def believed(self, text: str, asked: Iterable[str], *, model: str, prompt: str) -> Believed:
        """Return what is believed of an answer.

        Args:
            asked: the ids of the claims that were asked about.
            prompt: the hash of what was asked.
        """
        found = entries(text)
        if found is None:
            return Believed((), {"form": 1})
        ids = tuple(asked)
        dropped: Counter[str] = Counter({"many": max(0, len(found) - MOST)})
        kept: dict[object, Proposal] = {}
        for place, entry in enumerate(found[:MOST]):
            couples = self._couples(entry, ids, dropped) if entry is not None else []
            dropped["pair"] += entry is None
            for couple in couples:
                one = self._proposal(couple, cast("Entry", entry).reason, model, prompt, place)
                kept.setdefault((one.a, one.b, one.kind, one.words), one)
        return Believed(
            tuple(kept.values()), {cause: many for cause, many in sorted(dropped.items()) if many}
        )

    def _couples(self, entry: Entry, asked: tuple[str, ...], dropped: Counter[str]) -> list[Couple]:
        """Return pairs that pass and hold every statement of an entry that can be believed.

        What cannot is counted: once where nothing is left, else statement by statement.
        """
        if entry.relation in NO_CLASH:
            dropped["no clash"] += 1
            return []
        left: list[str] = []
        sides = [self._side(quotes, asked, left) for quotes in (entry.a, entry.b)]
        for one in sorted(sides[0].keys() & sides[1].keys()):
            left.append("one")
            del sides[1][one]
        first, second = (list(side.values()) for side in sides)
        if entry.relation == "denial" and not any(_denies(one.node) for one in second):
            first, second = second, first  # whoever denies stands second
        passed, failed = _checked(entry.relation, first, second)
        left += [cause for one, cause in failed.items() if one not in passed]
        dropped.update(left if passed else left[:1])
        return list(dict.fromkeys(passed.values()))

    def _side(self, quotes: tuple[Quote, ...], asked: tuple[str, ...], left: list[str]) -> dict[str, Said]:
        """Return what can be believed of one side by the claim, and add why the rest cannot."""
        held: dict[str, Said] = {}
        for quote in quotes[:SIDE]:
            one = self._said(quote, asked)
            if isinstance(one, str):
                left.append(one)
            else:
                held.setdefault(one.node.id, one)
        left += ["many"] * (len(quotes) - SIDE)
        return held

    def _said(self, quote: Quote, asked: tuple[str, ...]) -> Said | str:
        """Return a statement that is quoted, or why it is not believed."""
        meant = _meant(quote.id, asked)
        if meant is None:
            return "id"
        node = self.context.nodes.get(meant)
        if node is None:
            return "gone"
        span = self._quoted(node, quote.words)
        if span is None:
            return "words"
        return Said(node, span, " ".join(quote.words.split())) if node.disputable else "act"

    def _quoted(self, node: Node, words: str) -> Span | None:
        """Return where words stand in a claim, or in what says who says it; white space may differ."""
        parts = words.split()
        if not parts or len(words) > WORDS or not any(part.strip(".,;:!?\"'“”‘’") for part in parts):
            return None
        source = self.context.sources[node.claim.source]
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        found = pattern.search(source.text, *stretch(node.claim, source))
        return found.span() if found else None

    def _proposal(self, pair: Couple, reason: str, model: str, prompt: str, place: int) -> Proposal:
        """Return a pair that passed as a proposal."""
        kind = cast("DisputeKind", pair.relation)
        agreement = self.agreements.get(frozenset((pair.a.node.id, pair.b.node.id)))
        return Proposal(
            a=pair.a.node.id,
            b=pair.b.node.id,
            kind=kind,
            reason=_short(reason),
            words=pair.words,
            model=model,
            version=VERSION,
            prompt=prompt,
            question=f"{prompt}.{place}",
            doubt=doubt(kind, pair.nodes, pair.words, pair.quoted, agreement),
        )


def _meant(named: str, asked: Iterable[str]) -> str | None:
    """Return the claim that an id, or the beginning of one as it was printed, names."""
    name = named.strip().strip("[]()")
    if len(name) < SHORT_ID:
        return None
    found = [one for one in asked if one.startswith(name)]
    return found[0] if len(found) == 1 else None


def _short(reason: str) -> str:
    told = visible(flat(reason))
    return told if len(told) <= REASON else f"{told[: REASON - 1].rstrip()}…"
