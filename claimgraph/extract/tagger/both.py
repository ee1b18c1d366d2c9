"""The tagger with the rules beside it as a safety net.

Where both find a statement, the tagger's spans stand: taking the rules' contents or sources
instead costs one to two points on annotated news (docs/tagger.md has the figures). The rules
win where they know better: a statement that came through somebody ("were quoted by Reuters
as saying") is theirs whole, a content that goes on past where the tagger's ends, with "and" or without
punctuation, goes on, and a speaker the tagger did not find is theirs. They add the statements that the
tagger misses and that decide disputes: denials, accusations, admissions, estimates and
figures, "according to", nominal and second-hand ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimgraph.extract.engines import Attribution
from claimgraph.extract.nesting import nested
from claimgraph.extract.parse import Article
from claimgraph.extract.rules import RuleEngine
from claimgraph.extract.tagger.engine import TaggerEngine
from claimgraph.lexicon import table
from claimgraph.model import Span

DECISIVE = ("deny", "deny_claims", "admit", "accuse", "estimate")
"""Acts whose cues the rules add when the tagger misses them (keys of ``lexicon/acts.toml``)."""
KEPT_RULES = frozenset({"according", "noun", "nominal", "reference", "passive", "transcript"})
SAME = 0.5
"""Share of common words from which two contents with different cues are one statement."""
_BLOCK = 400
_LATER = "after|as|at|before|by|during|for|in|on|since|to|until|when|while"
_GOES_ON = re.compile(rf"\W*(?:and|or|but)\b|\s*(?!(?:{_LATER})\b)\w", re.IGNORECASE)
"""After the end of a content: a further part, or the rest of a clause, unless a time or place may begin."""


@dataclass(slots=True)
class BothEngine:
    """The tagger's statements, and the rules' that it misses."""

    tagger: TaggerEngine = field(default_factory=TaggerEngine)
    rules: RuleEngine = field(default_factory=RuleEngine)
    name: str = "both"

    def attributions(self, article: Article) -> list[Attribution]:
        """Return the attributions of an article in text order."""
        text = article.source.text
        return merged(text, self.tagger.attributions(article), self.rules.attributions(article))


def merged(text: str, learned: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Complete the tagger's attributions with the rules'.

    An attribution of the rules is the same as one of the tagger's when their cues overlap,
    or else when their contents mostly do; each is matched once, best match first.
    """
    twin = _twins(learned, ruled)
    kept = [_completed(text, one, ruled[twin[n]]) if n in twin else one for n, one in enumerate(learned)]
    known = set(twin.values()) | {
        m for n, m in _near(learned, ruled) if _shared(learned[n].cue, ruled[m].cue)
    }
    kept += [one for number, one in enumerate(ruled) if number not in known and _adds(text, one)]
    return nested(sorted(kept, key=lambda one: (one.cue, one.content)))


def _completed(text: str, learned: Attribution, ruled: Attribution) -> Attribution:
    """Give the tagger's statement what only the rules know."""
    if ruled.via:
        return ruled
    same_cue = _shared(learned.cue, ruled.cue) > 0
    return replace(
        learned,
        source=learned.source or ruled.source,
        content=ruled.content if same_cue and _goes_on(text, learned, ruled) else learned.content,
        head=ruled.head if same_cue else learned.head,
    )


def _goes_on(text: str, learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the rules' content holds all of the tagger's, which ends too early."""
    if _shared(learned.content, ruled.content) < _size(learned.content):
        return False
    end = max(stop for _, stop in learned.content)
    last = max(stop for _, stop in ruled.content)
    return last > end and _GOES_ON.match(text, end, last) is not None


def _adds(text: str, ruled: Attribution) -> bool:
    """Tell whether a statement that only the rules found is one to keep."""
    cues = table("acts")["cues"]
    lemmas = {ruled.head, ruled.head.split(" ", 1)[0]}
    if (
        ruled.via
        or ruled.rule in KEPT_RULES
        or any(lemma in cues[act] for act in DECISIVE for lemma in lemmas)
    ):
        return True
    return any(character.isdigit() for start, end in ruled.content for character in text[start:end])


def _twins(learned: Sequence[Attribution], ruled: Sequence[Attribution]) -> dict[int, int]:
    """Pair the attributions of both engines that are one statement."""
    scored = []
    for n, m in _near(learned, ruled):
        one, other = learned[n], ruled[m]
        cue = _shared(one.cue, other.cue)
        # A statement carried by another shares most of its content, and is another one.
        carried = _shared(one.cue, other.content) or _shared(other.cue, one.content)
        share = 2 * _shared(one.content, other.content) / max(1, _size(one.content) + _size(other.content))
        if cue or (share >= SAME and not carried):
            scored.append((bool(cue), share, -n, -m))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, n, m in sorted(scored, reverse=True):
        if -n not in pairs and -m not in used:
            pairs[-n] = -m
            used.add(-m)
    return pairs


def _near(learned: Sequence[Attribution], ruled: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that touch the same stretch of text, each once."""
    blocks: dict[int, list[int]] = {}
    for m, one in enumerate(ruled):
        for block in _blocks(one):
            blocks.setdefault(block, []).append(m)
    for n, one in enumerate(learned):
        for m in sorted({m for block in _blocks(one) for m in blocks.get(block, ())}):
            yield n, m


def _blocks(attribution: Attribution) -> set[int]:
    spans = (*attribution.cue, *attribution.content)
    return {block for start, end in spans for block in range(start // _BLOCK, end // _BLOCK + 1)}


def _shared(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Count the characters that two sets of spans have in common."""
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in spans for begin, stop in others)


def _size(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)
