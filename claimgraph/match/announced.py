"""The article says itself that two accounts differ: "the driver told a different story".

Its words are resolved to the two statements they set against each other, of different
speakers, standing next to the words and sharing a topic; whoever the words name must be
one of them. Words that only set two things, places or years apart set nobody against anybody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, Verdict, first_failure, go, opposed
from claimgraph.match.likeness import shared_terms, told
from claimgraph.match.nodes import PRONOUNS, Context, Node
from claimgraph.match.sentences import around, ends
from claimgraph.match.things import contrasted, names, one_place, one_thing
from claimgraph.model import DISPUTABLE_ACTS, Act, DisputeKind, Reason, Source, Span

KINDS = ("contrary", "takes_up", "announced", "own_word", "apart")
"""Of two markers in the same words that of the first kind is kept."""
FEWEST = 3
"""Words of a statement that says something of its own: "disputed that account" does not."""
BEFORE = 40
"""Characters before the words of a marker in which a "not" or an "if" takes them back."""
FOLLOWING = 2
"""Sentences after an announcement in which the accounts announced are told."""
_ENDING = re.compile(r"[;:]|, (?:but|and|while|although|though) ")
_NAMELESS = frozenset({"the", "a", "an", "of", "and", "for", "s", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that say that two accounts differ: their kind, place, sentence and paragraph."""

    kind: str
    span: Span
    sentence: Span
    paragraph: int


def find(context: Context) -> Iterator[Finding | Miss]:
    """Yield a dispute for every two statements that an article says are at odds."""
    for source in context.sources.values():
        seen: set[tuple[str, str]] = set()
        for marker in _markers(source):
            for earlier, later in _set_apart(marker, context, source):
                if (earlier.id, later.id) in seen:
                    continue
                seen.add((earlier.id, later.id))
                yield _outcome(marker, earlier, later, context, source)


def is_by_a_statement(denial: Node, context: Context) -> bool:
    """Tell whether a statement is contradicted by a statement, not by a person: "that contradicts …"."""
    claim = denial.claim
    if claim.mention is None or claim.cue is None:
        return False
    text = context.sources[claim.source].text.lower()
    whose = re.findall(r"\w+", text[slice(*claim.mention)])
    cue = text[slice(*claim.cue)]
    statement = bool(whose) and (
        whose[-1] in {"that", "this", "which"} or whose[-1] in words("differing", "told")
    )
    return statement and "contradict" in cue


def _outcome(marker: Marker, earlier: Node, later: Node, context: Context, source: Source) -> Finding | Miss:
    sides = _sides if marker.kind in {"own_word", "takes_up"} else opposed
    gates = {**GATES, "sides": sides}
    if marker.kind == "contrary":  # what it is contrary to may stand within the words that say so
        gates.pop("utterances")
    stopped = first_failure(earlier, later, context, gates)
    if stopped is not None:
        return Miss(earlier.id, later.id, stopped[0], stopped[1].detail)
    quoted = source.text[slice(*marker.span)].strip()
    reason = Reason(
        rule="said to differ",
        detail=f"the article says itself that the two are at odds: “{quoted}”",
        spans=(on(earlier.claim), on(later.claim), on(later.claim, marker.span)),
    )
    denies = any(
        node.claim.act is Act.DENY and set(node.claim.speakers) & set(later.claim.speakers)
        for node in _within(marker.sentence, context, source)
    )
    kind: DisputeKind = "denial" if denies else "contradiction"
    return Finding(kind, earlier.id, later.id, 0.8, (reason,), f"announced {marker.span[0]}")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return a pattern for the markers of a kind."""
    entries = table("differing")
    pattern = "|".join(entries[kind])
    for name in ("told", "many", "very"):
        pattern = pattern.replace("{" + name + "}", f"(?:{'|'.join(entries[name])})")
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


def _signed(text: str, kinds: Iterable[str]) -> list[str]:
    """Return the kinds of which a text has a sign: without one it has no marker of the kind."""
    low = text.lower()
    return [kind for kind in kinds if any(sign in low for sign in table("differing")["signs"][kind])]


@cache
def _taken_back() -> re.Pattern[str]:
    return re.compile("|".join(table("differing")["open"]), re.IGNORECASE)


def _markers(source: Source) -> Iterator[Marker]:
    """Yield the markers of an article, each stretch of words once."""
    kinds = _signed(source.text, KINDS)
    for number, block in enumerate(source.blocks if kinds else ()):
        if block.kind != "body":
            continue
        taken: list[Span] = []
        for kind in _signed(source.text[block.start : block.end], kinds):
            for found in _pattern(kind).finditer(source.text, block.start, block.end):
                span = found.span()
                if any(span[0] < end and start < span[1] for start, end in taken):
                    continue
                sentence = around(source.text, *span)
                before = source.text[max(sentence[0], span[0] - BEFORE) : span[0]]
                if not _taken_back().search(_last_clause(before)):
                    taken.append(span)
                    yield Marker(kind, span, sentence, number)


def _last_clause(before: str) -> str:
    return _ENDING.split(before)[-1]


def _set_apart(marker: Marker, context: Context, source: Source) -> Iterator[tuple[Node, Node]]:
    """Yield the claims that a marker sets against each other, the earlier one first."""
    if marker.kind == "announced":
        pairs = _announced(marker, context, source)
    elif marker.kind == "contrary":
        pairs = _contrary(marker, context, source)
    elif marker.kind == "apart":
        pairs = _compared(marker, context, source)
    else:
        pairs = _answering(marker, context, source)
    yield from pairs


def _answering(marker: Marker, context: Context, source: Source) -> Iterator[tuple[Node, Node]]:
    """What stands before the words, and what whoever they name says right after them."""
    later = _after(marker, context, source)
    if later:
        yield from _on_one_topic(_before(marker, later[0], context, source), later, context)
    elif marker.kind == "takes_up":
        other = _told_long_before(marker, (marker.span[1], marker.sentence[1]), context, source)
        if other:
            yield from _on_one_topic(other, _before(marker, other[0], context, source), context)


def _told_long_before(marker: Marker, where: Span, context: Context, source: Source) -> list[Node]:
    """Return the last statement, in sentences before a marker's, of whom some of its words name."""
    named = source.text[slice(*where)]
    told_before = [
        node
        for node in context.by_source[source.id]
        if node.claim.start < marker.sentence[0] and _is_named(node, named, context) and _says_something(node)
    ]
    return [node for node in told_before if node.claim.statement == told_before[-1].claim.statement]


def _after(marker: Marker, context: Context, source: Source) -> list[Node]:
    """Return the statement after a marker, by somebody that its sentence names."""
    following = [
        node
        for node in context.by_source[source.id]
        if node.claim.start >= marker.span[0]
        and node.claim.end > marker.span[1] + FEWEST
        and _says_something(node)
    ]
    here = [node for node in following if node.claim.start < marker.sentence[1]]
    if not here:
        limit = _sentence_end(source.text, marker.sentence[1])
        here = [
            node for node in following if node.claim.start < limit and node.paragraph - marker.paragraph <= 1
        ]
    statement = [node for node in here if node.claim.statement == here[0].claim.statement]
    if not statement:
        return []
    before = (
        marker.sentence[0],
        marker.span[0] + 2,
    )  # who tells a different story is named before those words
    behind = (marker.span[0], marker.sentence[1])
    named = source.text[slice(*(before if marker.kind == "own_word" else behind))]
    near = marker.kind == "own_word" or statement[0].claim.start < marker.sentence[1]
    if _is_named(statement[0], named, context) or (near and _is_pronoun(statement[0], source)):
        return statement
    return []


def _is_pronoun(node: Node, source: Source) -> bool:
    """Tell whether a statement is of a "he" or "they" of whom nothing else is known."""
    claim = node.claim
    if claim.speakers or claim.mention is None:
        return False
    return source.text[slice(*claim.mention)].lower() in PRONOUNS


def _sides(a: Node, b: Node, context: Context) -> Verdict:
    """Do they come from different sides?"""
    if a.claim.speakers and _is_pronoun(b, context.sources[b.claim.source]):
        return go("the one whose account is said to differ, and somebody else")
    return opposed(a, b, context)


def _sentence_end(text: str, position: int) -> int:
    """Return where the next sentence ends after a position; an empty line is none."""
    return next((end for end in ends(text) if text[position:end].strip()), len(text))


def _before(marker: Marker, later: Node, context: Context, source: Source) -> list[Node]:
    """Return the last statement before a marker, in its paragraph or the one before."""
    told_before = [
        node
        for node in context.by_source[source.id]
        if node.claim.end <= marker.span[0]
        and 0 <= marker.paragraph - node.paragraph <= 1
        and _says_something(node)
        and node.claim.statement != later.claim.statement
    ]
    return [node for node in told_before if node.claim.statement == told_before[-1].claim.statement]


def _contrary(marker: Marker, context: Context, source: Source) -> Iterator[tuple[Node, Node]]:
    """Another's word, told in the marker's sentence or before it, and what the sentence sets against it."""
    here = [node for node in _within(marker.sentence, context, source) if _says_something(node)]
    named = source.text[slice(*marker.span)]
    theirs = [node for node in here if _is_named(node, named, context) and node.claim.start >= marker.span[1]]
    own = [node for node in here if not _is_named(node, named, context) and node.claim.end > marker.span[1]]
    if not own:
        return
    theirs = theirs or _told_long_before(marker, marker.span, context, source)
    yield from _on_one_topic(theirs, own, context)


def _compared(marker: Marker, context: Context, source: Source) -> Iterator[tuple[Node, Node]]:
    """Two statements of one and the same thing, which the words set apart."""
    here = [node for node in _within(marker.sentence, context, source) if _says_something(node)]
    later = [node for node in here if node.claim.end > marker.span[0]]
    if not later:
        return
    for one in _before(marker, later[0], context, source):
        yield from ((one, two) for two in later if _of_one_thing(one, two, context))


def _announced(marker: Marker, context: Context, source: Source) -> Iterator[tuple[Node, Node]]:
    """The first two statements after the words, in their sentence or in those right after it."""
    limit = marker.sentence[1]
    for _ in range(FOLLOWING):
        limit = _sentence_end(source.text, limit)
    after = [
        node
        for node in context.by_source[source.id]
        if marker.span[1] <= node.claim.start < limit and _says_something(node)
    ]
    first = [node for node in after if node.claim.statement == after[0].claim.statement]
    rest = [node for node in after if first and not set(node.claim.speakers) & set(first[0].claim.speakers)]
    second = [node for node in rest if node.claim.statement == rest[0].claim.statement]
    here = bool(second) and second[0].claim.start < marker.sentence[1]
    colon = bool(first) and ":" in source.text[marker.span[1] : first[0].claim.start]
    if here and colon:
        yield from ((one, two) for one in first for two in second)
        return
    if colon and not second:  # the first account stood before: "accounts differ: the notary said …"
        first, second = _before(marker, first[0], context, source), first
    yield from _on_one_topic(first, second, context)


def _within(span: Span, context: Context, source: Source) -> list[Node]:
    return [node for node in context.by_source[source.id] if span[0] <= node.claim.start < span[1]]


def _says_something(node: Node) -> bool:
    """Tell whether a claim is somebody's statement of its own, not "that", "the account" or a judgement."""
    claim = node.claim
    pointed = claim.act is Act.DENY and node.explicit
    return (
        claim.act in DISPUTABLE_ACTS
        and not node.own_voice
        and not pointed
        and claim.rule != "topic"
        and len(claim.text.split()) >= FEWEST
        and bool(node.specific)
    )


def _on_one_topic(one: list[Node], two: list[Node], context: Context) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs that share a telling word, or of which one speaks of the other's speaker."""
    for first in one:
        for second in two:
            shared = {term for term in shared_terms(first, second) if context.is_rare(term)}
            if shared or _speaks_of(first, second, context) or _speaks_of(second, first, context):
                yield first, second


def _speaks_of(node: Node, speaker: Node, context: Context) -> bool:
    """Tell whether a claim names whoever makes the other one: "passengers were given food"."""
    return bool(_speaker_words(speaker, context) & set(re.findall(r"\w+", node.claim.text.lower())))


def _is_named(node: Node, text: str, context: Context) -> bool:
    """Tell whether a text names whoever makes a claim: a person's surname, all words of another name."""
    said = set(re.findall(r"\w+", text.lower()))
    for one in node.claim.speakers:
        speaker = context.speakers.get(one)
        for name in (speaker.name, *speaker.aliases) if speaker is not None else ():
            proper = [word for word in re.findall(r"\w+", name) if word[:1].isupper()]
            if speaker is not None and speaker.kind == "person" and proper and proper[-1].lower() in said:
                return True
            known = set(re.findall(r"\w+", name.lower())) - _NAMELESS - PRONOUNS
            if known and known <= said:
                return True
    return False


def _speaker_words(node: Node, context: Context) -> frozenset[str]:
    known = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    found = {
        word
        for one in known
        for name in (one.name, *one.aliases)
        for word in re.findall(r"\w+", name.lower())
    }
    return frozenset(found - _NAMELESS - PRONOUNS)


def _of_one_thing(first: Node, second: Node, context: Context) -> bool:
    """Tell whether two claims tell something of one and the same thing, at one place."""
    if not one_place(first, second).passed or contrasted(first.claim.text, second.claim.text):
        return False
    for one in told(first):
        for two in told(second):
            for a in (one.agent, one.patient):
                for b in (two.agent, two.patient):
                    if a is None or b is None or a.head != b.head or a.head in words("generic", "nouns"):
                        continue
                    alike = one_thing(first, a, second, b, context).passed and names(a) == names(b)
                    if alike and _one_in_other(_bare(a.text), _bare(b.text)):
                        return True
    return False


def _one_in_other(one: frozenset[str], two: frozenset[str]) -> bool:
    return one <= two or two <= one


def _bare(phrase: str) -> frozenset[str]:
    """Return the words of a phrase that mark its thing off, and its own."""
    return frozenset(re.findall(r"\w+", phrase.lower())) - _NAMELESS
