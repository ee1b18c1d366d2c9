"""What of an answer is believed: pairs of statements that were asked about and that can clash.

A check asks one thing of a pair, of the text and of what was read in it; the first that fails names
the cause. Nothing is mended: what fails is dropped and counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from claimgraph.lexicon.characters import visible
from claimgraph.match.context import Node, build
from claimgraph.match.days import meet
from claimgraph.match.figures import figures
from claimgraph.model import Agreement, Collection, DisputeKind, Proposal, Span
from claimgraph.reader.answers import NO_CLASH, Pair, pairs
from claimgraph.reader.doubts import doubt
from claimgraph.reader.layout import SHORT_ID, flat, stretch
from claimgraph.reader.prompts import MOST, VERSION

REASON = 500
"""Characters of a reason that are kept."""
WORDS = 2_000
"""Characters of words quoted that are looked for at most."""

CAUSES: Mapping[str, str] = {
    "form": "no JSON in the form asked for",
    "pair": "a pair not in the form asked for",
    "many": f"more than {MOST} pairs in one answer",
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
"""Why a pair, or a whole answer, is not believed, by the word it is counted under."""


@dataclass(frozen=True, slots=True)
class Couple:
    """Two claims that an answer names, with the words that it quotes of each."""

    a: Node
    b: Node
    relation: str
    words: tuple[Span, Span]


Check = Callable[[Couple], bool]
"""Whether a pair passes."""


def _disputable(pair: Couple) -> bool:
    return pair.a.disputable and pair.b.disputable


def _two_utterances(pair: Couple) -> bool:
    one, two = pair.a.claim, pair.b.claim
    return one.source != two.source or one.statement != two.statement


def _days_meet(pair: Couple) -> bool:
    one, two = pair.a.days, pair.b.days
    return one is None or two is None or meet(one, two)


def _figures_miss(pair: Couple) -> bool:
    """Tell whether the words quoted hold two figures of one unit that have no number in common."""
    if pair.relation != "figures":
        return True
    told = [
        [one for one in figures(node) if any(_inside(span, words) for span in one.spans)]
        for node, words in zip((pair.a, pair.b), pair.words, strict=True)
    ]
    return any(
        one.misses(two) for one in told[0] for two in told[1] if one.quantity.unit == two.quantity.unit
    )


def _inside(span: Span, words: Span) -> bool:
    return span[0] < words[1] and words[0] < span[1]


def _somebody_denies(pair: Couple) -> bool:
    return pair.relation != "denial" or _denies(pair.a) or _denies(pair.b)


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
    if pair.relation == "reversal":
        return not pair.a.opposes(pair.b)
    first, second = (set(node.claim.speakers) for node in (pair.a, pair.b))
    return pair.relation != "mutual_accusation" or not first or first != second


CHECKS: tuple[tuple[str, Check], ...] = (
    ("act", _disputable),
    ("utterance", _two_utterances),
    ("days", _days_meet),
    ("figures", _figures_miss),
    ("denier", _somebody_denies),
    ("voice", _voices_fit),
)
"""What every pair is asked, once its ids and words are found, by the cause it names when it fails."""


@dataclass(frozen=True, slots=True)
class Believed:
    """The proposals of one answer, and how many of its pairs were dropped, by cause."""

    proposals: tuple[Proposal, ...]
    dropped: Mapping[str, int]


class Checker:
    """Checks answers against a collection.

    Args:
        collection: everything extracted.
        agreements: the pairs that the rules find to say the same.
    """

    def __init__(self, collection: Collection, agreements: Iterable[Agreement]) -> None:
        self.context = build(collection)
        self.agreements = {frozenset((one.a, one.b)): one for one in agreements}

    def believed(self, text: str, asked: Iterable[str], *, model: str, prompt: str) -> Believed:
        """Return what is believed of an answer.

        Args:
            text: the answer.
            asked: the ids of the claims that were asked about.
            model: who answers.
            prompt: the hash of what was asked.
        """
        dropped: Counter[str] = Counter()
        found = pairs(text)
        if found is None:
            return Believed((), {"form": 1})
        ids = tuple(asked)
        kept: dict[frozenset[str], Proposal] = {}
        if len(found) > MOST:
            dropped["many"] = len(found) - MOST
        for pair in found[:MOST]:
            one = self._proposed(pair, ids, model, prompt) if pair is not None else "pair"
            if isinstance(one, str):
                dropped[one] += 1
            else:
                kept.setdefault(frozenset((one.a, one.b)), one)
        return Believed(tuple(kept.values()), dict(sorted(dropped.items())))

    def _couple(self, pair: Pair, asked: tuple[str, ...]) -> Couple | str:
        """Return the two claims that a pair is of, or why it is not believed."""
        if pair.relation in NO_CLASH:
            return "no clash"
        ids = [_meant(one, asked) for one in (pair.a, pair.b)]
        if ids[0] is None or ids[1] is None:
            return "id"
        nodes = [self.context.nodes.get(one) for one in ids if one]
        a, b = nodes
        if a is None or b is None:
            return "gone"
        if a is b:
            return "one"
        words = (self._quoted(a, pair.a_words), self._quoted(b, pair.b_words))
        if words[0] is None or words[1] is None:
            return "words"
        couple = _in_order(Couple(a, b, pair.relation, (words[0], words[1])))
        return next((cause for cause, check in CHECKS if not check(couple)), couple)

    def _quoted(self, node: Node, words: str) -> Span | None:
        """Return where words stand in a claim, or in what says who says it; white space may differ."""
        parts = words.split()
        if not parts or len(words) > WORDS or not any(part.strip(".,;:!?\"'“”‘’") for part in parts):
            return None
        source = self.context.sources[node.claim.source]
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        found = pattern.search(source.text, *stretch(node.claim, source))
        return found.span() if found else None

    def _proposed(self, pair: Pair, asked: tuple[str, ...], model: str, prompt: str) -> Proposal | str:
        """Return a pair as a proposal, or why it is not believed."""
        couple = self._couple(pair, asked)
        if isinstance(couple, str):
            return couple
        kind = cast("DisputeKind", couple.relation)
        return Proposal(
            a=couple.a.id,
            b=couple.b.id,
            kind=kind,
            reason=_short(pair.reason),
            words=couple.words,
            model=model,
            version=VERSION,
            prompt=prompt,
            doubt=doubt(
                kind,
                (couple.a, couple.b),
                couple.words,
                self.agreements.get(frozenset((couple.a.id, couple.b.id))),
            ),
        )


def _meant(named: str, asked: Iterable[str]) -> str | None:
    """Return the claim that an id, or the beginning of one as it was printed, names."""
    name = named.strip().strip("[]()")
    if len(name) < SHORT_ID:
        return None
    found = [one for one in asked if one.startswith(name)]
    return found[0] if len(found) == 1 else None


def _in_order(couple: Couple) -> Couple:
    """Return a denial with whoever denies second, where one of the two does and the other does not."""
    if couple.relation == "denial" and _denies(couple.a) and not _denies(couple.b):
        return Couple(couple.b, couple.a, couple.relation, (couple.words[1], couple.words[0]))
    return couple


def _short(reason: str) -> str:
    told = visible(flat(reason))
    return told if len(told) <= REASON else f"{told[: REASON - 1].rstrip()}…"
