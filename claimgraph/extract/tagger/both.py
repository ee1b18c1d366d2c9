"""The network with the rules beside it as a safety net.

Where both find a statement, the network's spans stand, mended (``repair``): taking the rules'
contents instead costs one to two points on annotated news (docs/tagger.md has the figures). Of a
statement that the rules find too the network may be less sure. The rules win where they know
better: a statement that came through somebody ("were quoted by Reuters as saying") and one that
refers back ("a claim that both deny") are theirs whole, a content cut off before the end of its
clause goes on, later quotations of one speech belong to it, and a speaker whom the network did not
find, or for whom it has a pronoun ("who"), is theirs. They add what decides disputes: denials,
accusations, admissions, estimates, "according to", "the claim that" and what came at second hand.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimgraph.extract.engines import Attribution
from claimgraph.extract.nesting import nested
from claimgraph.extract.parse import Article
from claimgraph.extract.quotes import MARKS
from claimgraph.extract.rules import RuleEngine
from claimgraph.extract.tagger.accused import unspoken
from claimgraph.extract.tagger.engine import TaggerEngine
from claimgraph.extract.tagger.repair import is_scrap
from claimgraph.lexicon import table
from claimgraph.model import Span

POSSIBLE = 0.3
"""Probability from which the network's statement is taken where the rules find one with its cue."""
DECISIVE = ("deny", "deny_claims", "admit", "accuse", "estimate")
"""Acts whose cues the rules add when the network misses them (keys of ``lexicon/acts.toml``)."""
KEPT_RULES = frozenset({"reference", "transcript"})
"""Constructions that the rules add when the network misses them."""
_ACCORDING = frozenset({"according", "per"})
"""Of "according to" and its like, those that always attribute; "in his view" may not."""
SAME = 0.5
"""Share of common words from which two contents with different cues are one statement."""
SPEECH = 5
"""Words from which a further quotation is speech, not an expression in quotation marks."""
_BLOCK = 400
_LATER = "after|as|at|before|by|during|for|from|in|on|since|to|until|when|which|while|who|with"
_GOES_ON = re.compile(
    rf"\W*(?:and|or|but)\b|\s*;|\s[^,.;]{{1,40}};|(?<![,”\"'’])\s*(?!(?:{_LATER})\b)\w", re.IGNORECASE
)
"""After the end of a content: a further part, or the rest of a clause, unless a time or place may begin."""
_JOINT = re.compile(r",?\s+(?:and|but)\s+(?:also\s+|then\s+|\w+ly\s+)?$")
_NEXT = re.compile(r",?;?\s*(?:and|as|but|or|while)\b|\W*$", re.IGNORECASE)
"""Between a content and the next statement of its speaker."""
_ASIDE = re.compile(rf"(?:{_LATER}|only|both|also|again|last|next|this|\w+ly|\w+day)\b", re.IGNORECASE)
"""What may stand between a cue and its "that" and is not claimed: when, how."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(slots=True)
class BothEngine:
    """The network's statements, and the rules' that it misses."""

    tagger: TaggerEngine = field(default_factory=TaggerEngine)
    rules: RuleEngine = field(default_factory=RuleEngine)
    name: str = "both"

    def attributions(self, article: Article) -> list[Attribution]:
        """Return the attributions of an article in text order."""
        reading = self.tagger.read(article, POSSIBLE)
        ruled = self.rules.attributions(article)
        sure = [one for one in reading.sure if not is_scrap(article, one) or _confirmed(one, ruled)]
        sure += [one for one in reading.doubtful if _confirmed(one, ruled)]
        sure = [unspoken(article, one) for one in sure]
        return merged(article.source.text, sure, ruled)


def merged(text: str, learned: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Complete the network's attributions with the rules'.

    An attribution of the rules is the same as one of the network's when their cues overlap,
    or else when their contents mostly do; each is matched once, best match first.
    """
    near = list(_near(learned, ruled))
    inserted = {(n, m) for n, m in near if _is_inserted(text, learned[n], ruled[m])}
    if inserted:
        misread = {n for n, _ in inserted}
        learned = [one for n, one in enumerate(learned) if n not in misread]
        near = list(_near(learned, ruled))
    learned, parted = _part(text, learned, ruled, near)
    parted |= {m for _, m in inserted}
    twin = _twins(learned, ruled, near)
    cues = sorted({one.cue[0] for one in (*learned, *ruled) if one.cue})
    kept = list(learned)
    for n, m in twin.items():
        kept[n] = _completed(text, learned[n], ruled[m], cues)
        if kept[n].content != learned[n].content:
            parted |= {k for i, k in near if i == n and _left_out(ruled[k], learned[n], kept[n])}
    kept = [_with_speech(text, one, ruled[twin[n]], kept) if n in twin else one for n, one in enumerate(kept)]
    known = set(twin.values()) | {m for n, m in near if _shared(learned[n].cue, ruled[m].cue)}
    kept += [
        one
        for number, one in enumerate(ruled)
        if number not in known and (number in parted or _adds(text, one))
    ]
    return nested(sorted(kept, key=lambda one: (one.cue, one.content)))


def _is_inserted(text: str, learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the network takes what somebody says was done for that speaker's own deed.

    As in "Two of the jurors, the clerk told the court, had asked to leave".
    """
    if not _shared(learned.source, ruled.source) or _shared(learned.cue, ruled.content) < _size(learned.cue):
        return False
    before = text[: min(ruled.source)[0]].rstrip()
    return before.endswith(",") and "," in text[max(ruled.cue)[1] : min(learned.cue)[0]]


def _part(
    text: str, learned: Sequence[Attribution], ruled: Sequence[Attribution], near: Sequence[tuple[int, int]]
) -> tuple[list[Attribution], set[int]]:
    """End a content before a further cue of a speaker who stands outside it: "said A and vowed B".

    Returns the attributions, and which of the rules' were parted from them.
    """
    parts, parted = list(learned), set()
    for n, m in near:
        end = _joint(text, parts[n], ruled[m])
        if end is not None:
            content = tuple((start, min(stop, end)) for start, stop in parts[n].content if start < end)
            if content:
                parts[n] = replace(parts[n], content=content)
                parted.add(m)
    return parts, parted


def _joint(text: str, one: Attribution, inner: Attribution) -> int | None:
    """Return where the content of one ends if a cue inside it is joined to its own: "... and vowed"."""
    if not inner.source or not one.content or _shared(inner.source, one.content):
        return None
    begin = inner.cue[0][0]
    start = min(one.content)[0]
    if not max(stop for _, stop in inner.source) <= start <= begin or not _shared(inner.cue, one.content):
        return None
    if _shared(inner.cue, one.cue):
        return None
    joint = _JOINT.search(text, start, begin)
    return joint.start() if joint is not None and joint.start() > start else None


def _left_out(inner: Attribution, before: Attribution, after: Attribution) -> bool:
    """Tell whether a cue stood in a content before it was cut, and does no more."""
    return _shared(inner.cue, before.content) > 0 and not _shared(inner.cue, after.content)


def _confirmed(learned: Attribution, ruled: Sequence[Attribution]) -> bool:
    return any(_shared(learned.cue, one.cue) for one in ruled)


def _completed(text: str, learned: Attribution, ruled: Attribution, cues: Sequence[Span]) -> Attribution:
    """Give the network's statement what only the rules know; ``cues`` are those of both, in order."""
    same_cue = _shared(learned.cue, ruled.cue) > 0
    if same_cue and (_is_away(ruled) or _is_plea(ruled)):
        return ruled
    if ruled.via:
        return replace(ruled, content=learned.content) if same_cue and _continues(learned, ruled) else ruled
    theirs = same_cue and (
        _goes_on(text, learned, ruled, cues)
        or _swallows(text, learned, ruled, cues)
        or _reaches_back(learned, ruled, cues)
        or _gapped(learned, ruled)
        or _begins_late(text, learned, ruled)
        or _surrounds(learned, ruled)
        or _outlasts(learned, ruled)
    )
    return replace(
        learned,
        source=_speaker(text, learned, ruled, same_cue=same_cue),
        content=ruled.content if theirs else learned.content,
        head=ruled.head if same_cue else learned.head,
        rule=ruled.rule if same_cue and _names_only(learned, ruled) else learned.rule,
    )


def _names_only(learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether what is said is only what was talked about: "spoke of 40 dead"."""
    return ruled.rule == "topic" and min(learned.content)[0] == min(ruled.content)[0]


def _continues(learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the network's content is the rules' with further parts."""
    whole = min(learned.content) == min(ruled.content)
    return (
        whole
        and len(learned.content) > len(ruled.content)
        and learned.content[: len(ruled.content)] == ruled.content
    )


def _is_away(ruled: Attribution) -> bool:
    """Tell whether the content stands away from its cue: "a claim that both deny", "according to which"."""
    return ruled.rule == "reference" or (ruled.rule == "according" and len(ruled.source) > 1)


def _is_plea(ruled: Attribution) -> bool:
    """Tell whether somebody pleads: guilty or not is what is said, however annotators part it."""
    return ruled.rule == "predicate" and ruled.head == "plead"


def _surrounds(learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the cue interrupts the rules' content, of which the network has one side only.

    As in "The clerk, according to the prosecution, hid the money".
    """
    first, last = min(ruled.content), max(ruled.content)
    inside = _shared(learned.content, ruled.content) == _size(learned.content)
    between = first[1] <= ruled.cue[0][0] and ruled.cue[-1][1] <= last[0]
    return ruled.rule == "according" and inside and between


def _outlasts(learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the network's content runs on over the verb behind a noun's clause.

    As in "the mayor's allegation that police had burned the ballots led to a riot".
    """
    holds = _shared(learned.content, ruled.content) == _size(ruled.content)
    return ruled.rule == "noun" and holds and min(learned.content)[0] == min(ruled.content)[0]


def _begins_late(text: str, learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether what the network takes for content begins before the "that" of the rules' clause.

    As in "claimed during the war that 40 were hurt": when it was claimed is not claimed.
    """
    start = min(ruled.content)[0]
    same_end = max(stop for _, stop in learned.content) == max(stop for _, stop in ruled.content)
    before = _ASIDE.match(text, min(learned.content)[0], start) and _opens_with_that(text, ruled)
    return bool(before) and same_end and max(ruled.cue)[1] <= min(learned.content)[0]


def _opens_with_that(text: str, one: Attribution) -> bool:
    start = min(one.content)[0]
    return text[start : start + 5].lower() == "that "


def _speaker(text: str, learned: Attribution, ruled: Attribution, *, same_cue: bool) -> tuple[Span, ...]:
    """The network marks "who" where the rules know whom it stands for: "the mayor, who"."""
    if not learned.source:
        return ruled.source
    words = " ".join(text[start:end] for start, end in learned.source).lower()
    pronoun = words in _RELATIVE and set(learned.source) <= set(ruled.source)
    return ruled.source if same_cue and pronoun else learned.source


def _goes_on(text: str, learned: Attribution, ruled: Attribution, cues: Sequence[Span]) -> bool:
    """Tell whether the rules' content holds all of the network's, which ends too early.

    What follows is a further part or the rest of a clause, and nobody else's statement.
    """
    if _shared(learned.content, ruled.content) < _size(learned.content):
        return False
    end = max(stop for _, stop in learned.content)
    last = max(stop for _, stop in ruled.content)
    if last <= end or not any(start < end < stop for start, stop in ruled.content):
        return False
    following = bisect_left(cues, (end, 0))
    told = following < len(cues) and cues[following][0] < last
    return not told and _GOES_ON.match(text, end, last) is not None


def _swallows(text: str, learned: Attribution, ruled: Attribution, cues: Sequence[Span]) -> bool:
    """Tell whether the network's content runs on into the next statement, which the rules part from it.

    As in "said the line was cut and blamed thieves": what follows the rules' content holds a cue.
    """
    end = max(stop for _, stop in ruled.content)
    if _shared(learned.content, ruled.content) < _size(ruled.content):
        return False
    first = bisect_left(cues, (end, 0))
    following = [cue for cue in cues[first : first + 2] if _shared((cue,), learned.content)]
    return bool(following) and _NEXT.match(text, end, following[0][0]) is not None


def _reaches_back(learned: Attribution, ruled: Attribution, cues: Sequence[Span]) -> bool:
    """Tell whether the network's content holds the statement before: "5 according to A, 9 according to B"."""
    start = min(ruled.content)[0]
    within = ruled.rule == "according" and _shared(learned.content, ruled.content) == _size(ruled.content)
    return within and any(cue[1] <= start and _shared((cue,), learned.content) for cue in cues)


def _gapped(learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the network's content has a gap and the rules' is the same without it."""
    ends = (min(learned.content)[0], max(stop for _, stop in learned.content))
    return len(learned.content) > 1 and len(ruled.content) == 1 and ruled.content[0] == ends


def _with_speech(
    text: str, one: Attribution, ruled: Attribution, others: Sequence[Attribution]
) -> Attribution:
    """Add the whole quotations that the rules give to a speech and nobody else has."""
    if one is ruled or not any(text[start] in MARKS for start, _ in one.content):
        return one
    further = tuple(
        span
        for span in ruled.content
        if text[span[0]] in MARKS
        and text[span[0] + 1 : span[0] + 2].isupper()
        and len(text[span[0] : span[1]].split()) >= SPEECH
        and not any(_shared((span,), (*other.content, *other.cue)) for other in others)
    )
    return replace(one, content=tuple(sorted((*one.content, *further)))) if further else one


def _adds(text: str, ruled: Attribution) -> bool:
    """Tell whether a statement that only the rules found decides disputes, so that it is kept."""
    cues = table("acts")["cues"]
    lemmas = {ruled.head, ruled.head.split(" ", 1)[0]}
    if ruled.via or any(lemma in cues[act] for act in DECISIVE for lemma in lemmas):
        return True
    if _is_plea(ruled):
        return True
    if ruled.rule == "noun":
        return _opens_with_that(text, ruled)
    return ruled.rule in KEPT_RULES if ruled.rule != "according" else ruled.head in _ACCORDING


def _twins(
    learned: Sequence[Attribution], ruled: Sequence[Attribution], near: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """Pair the attributions of both engines that are one statement."""
    scored = []
    for n, m in near:
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
