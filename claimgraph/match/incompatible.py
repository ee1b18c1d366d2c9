"""Answers that exclude each other: two states of one thing, two fillers of a role that takes one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claimgraph.lexicon import table
from claimgraph.lexicon.sorts import covers, exclude
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, Verdict, first_failure, go, opposed, stop
from claimgraph.match.nodes import PRONOUNS, Context, Node, overlap
from claimgraph.match.things import names, of_one_row, one_place, one_thing, rows_of
from claimgraph.model import Answer, Participant, Reason

ROLES = {
    "weapon": "with which weapon",
    "cause": "from which cause",
    "target": "aimed at whom",
    "aim": "where the shots went",
}
"""Roles that take one filler, in words."""
PERSONAL = frozenset({"he", "she", "him", "her", "i", "me"})
_OF = re.compile(r" (?:of|for|in|at|to|with|from) |[’']s? ")
CHANGE = re.compile(
    r"\b(?:now|again|later|earlier|until|till|previously|initially|first|no longer|then|after|before|since"
    r"|once|when|while|on arrival|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month|year))\b",
    re.IGNORECASE,
)
"""Words that put a state before or after another."""


def incompatible(a: Node, b: Node, context: Context) -> Iterator[Finding | Miss]:
    """Yield the answers of two claims that exclude each other, or the gate that stopped them."""
    for first in _said(a):
        for second in _said(b):
            detail = clash(first, second)
            if detail is None:
                continue
            stopped = _stopped(a, first, b, second, context)
            if stopped is not None:
                if stopped[0] == "subject" and not _near(first.of, second.of):
                    continue  # two things altogether are no near miss
                yield Miss(a.id, b.id, stopped[0], f"{detail}, but {stopped[1].detail}")
                continue
            yield Finding(
                "contradiction",
                a.id,
                b.id,
                0.75,
                (
                    Reason(
                        rule=_rule(first),
                        detail=_explained(first, detail),
                        spans=(on(a.claim, first.span), on(b.claim, second.span)),
                    ),
                ),
                f"{first.question} {first.of.head if first.of else ''}",
            )


def _said(node: Node) -> tuple[Answer, ...]:
    """Return the answers a claim gives; what "denied" stands before is for the rule on denials."""
    claim = node.claim
    inside = claim.denial is not None and claim.start <= claim.denial[0] < claim.end
    return () if claim.polarity == "denied" and not inside else claim.answers


def answer_keys(node: Node, context: Context) -> Iterator[str]:
    """Return the keys that bring answers to one question about one thing together."""
    for answer in node.claim.answers:
        if answer.of is None:
            continue
        yield from (f"answer {answer.question} {noun}" for noun in (answer.of.head, *rows_of(answer.of.head)))
        if answer.of.head in PERSONAL:  # "the minister said he was sacked"
            yield from (f"answer {answer.question} {word}" for word in _speaker_words(node, context))
        if answer.question == "target":
            yield from (f"answer target {name}" for name in _shooter(node, answer.of, context))


def _rule(answer: Answer) -> str:
    return "one role, two fillers" if answer.question in ROLES else "states that exclude each other"


def _explained(answer: Answer, detail: str) -> str:
    of = answer.of.text if answer.of is not None else "it"
    label = str(
        _question(answer.question).get("label")
        or ROLES.get(answer.question)
        or "whether {of} was " + answer.question.removeprefix("is ")
    )
    return f"{label.replace('{of}', of)}: {detail}"


@cache
def _question(name: str) -> dict[str, Any]:
    found: dict[str, Any] = table("questions").get(name, {})
    return found


def clash(first: Answer, second: Answer) -> str | None:
    """Return in words how two answers exclude each other, or None when they do not."""
    if first.question != second.question or first.complement != second.complement:
        return None
    if first.question in {"weapon", "cause"}:
        return _fillers_clash(first, second)
    if first.question == "target":
        return _targets_clash(first, second)
    one, two = _settled(first), _settled(second)
    if one == two or (one[1] and two[1]):
        return None
    if one[0] != two[0] and (one[1] or two[1]):  # not pushed is not yet fell
        return None
    return f"“{_words(first)}” against “{_words(second)}”"


def _words(answer: Answer) -> str:
    return f"not {answer.value}" if answer.negated else answer.value


def _settled(answer: Answer) -> tuple[str, bool]:
    """Return the answer and whether it is negated; where there are but two, "not" gives the other."""
    entry = _question(answer.question)
    if not answer.negated or not entry.get("two_way"):
        return answer.value, answer.negated
    return next(value for value in entry["answers"] if value != answer.value), False


def _fillers_clash(first: Answer, second: Answer) -> str | None:
    if first.negated and second.negated:
        return None
    if first.negated or second.negated:
        said, not_said = (second, first) if first.negated else (first, second)
        covered = covers(not_said.value, said.value, first.question) or _core(said.value) == _core(
            not_said.value
        )
        return f"“{_words(first)}” against “{_words(second)}”" if covered else None
    if exclude(first.value, second.value, first.question):
        return f"“{first.value}” against “{second.value}”"
    return None


def _core(phrase: str) -> str:
    return re.sub(r"^(?:an?|the|his|her|its|their|any|no)\s+", "", phrase.lower())


def _targets_clash(first: Answer, second: Answer) -> str | None:
    """Two targets exclude each other when they are two names, or two nouns without a word in common."""
    if first.by is None or second.by is None or {first.by.head, second.by.head} & PRONOUNS:
        return None
    one, two = names(first.by), names(second.by)
    same = first.by.head == second.by.head or bool(one & two)
    if first.negated != second.negated:
        return f"“{_words(first)}” against “{_words(second)}”" if same and bool(one) == bool(two) else None
    if first.negated or same:
        return None
    plain = [set(_core(answer.value).split()) for answer in (first, second)]
    both_named = first.by.head in one and second.by.head in two
    both_common = first.by.head not in one and second.by.head not in two
    if (both_named or both_common) and not plain[0] & plain[1]:
        return f"“{first.value}” against “{second.value}”"
    return None


def _stopped(a: Node, first: Answer, b: Node, second: Answer, context: Context) -> tuple[str, Verdict] | None:
    """Return the first gate that stops a pair of answers, or None."""
    failed = first_failure(a, b, context, {**GATES, "sides": opposed})
    if failed is not None:
        return failed
    checks = (
        ("subject", _same_thing(a, first, b, second, context)),
        ("doer", _one_doer(first, second)),
        ("place", one_place(a, b)),
        ("time", _one_day(a, first, b)),
        ("voice", _voices(a, b)),
    )
    return next(((name, verdict) for name, verdict in checks if not verdict.passed), None)


def _near(first: Participant | None, second: Participant | None) -> bool:
    """Tell whether two things could be taken for one: one noun, or a name in common."""
    if first is None or second is None or {first.head, second.head} & PRONOUNS:
        return False
    alike = first.head == second.head or of_one_row(first.head, second.head)
    return alike or bool(names(first) & names(second))


def _same_thing(a: Node, first: Answer, b: Node, second: Answer, context: Context) -> Verdict:
    if first.of is None or second.of is None:
        return stop("it is not said of what")
    shooters = _shooter(a, first.of, context) & _shooter(b, second.of, context)
    if first.question == "target" and shooters:
        return go(f"the shots of {', '.join(sorted(shooters))}")
    one, two = _taken_up(a, first.of, b, second.of, context)
    return one_thing(a, one, b, two, context)


def _taken_up(
    a: Node, first: Participant, b: Node, second: Participant, context: Context
) -> tuple[Participant, Participant]:
    """Return what two answers are of; a pronoun takes up the thing of the claim right before it.

    "It" and "they" in the words of a body or group mean the speaker as often, and are left alone.
    """
    if (first.head in PRONOUNS) == (second.head in PRONOUNS) or a.claim.source != b.claim.source:
        return first, second
    earlier, later = (b, a) if first.head in PRONOUNS else (a, b)
    named, spoken = (second, first) if first.head in PRONOUNS else (first, second)
    if spoken.head in PERSONAL and named.head in _speaker_words(later, context):
        return named, named
    pronoun = first.head if first.head in PRONOUNS else second.head
    order = context.by_source[a.claim.source]
    here = next(place for place, node in enumerate(order) if node.id == later.id)
    before = [node for node in order[:here] if node.claim.statement != later.claim.statement]
    if not before or before[-1].claim.statement != earlier.claim.statement:
        return first, second
    persons = [
        context.speakers[one].kind == "person" for one in later.claim.speakers if one in context.speakers
    ]
    if pronoun not in {"he", "him", "she", "her"} and not (persons and all(persons)):
        return first, second
    return (second, second) if first.head in PRONOUNS else (first, first)


def _speaker_words(node: Node, context: Context) -> frozenset[str]:
    """Return the words for a person who speaks alone: whoever says "he was sacked" means himself."""
    if len(node.claim.speakers) != 1 or node.claim.speakers[0] not in context.speakers:
        return frozenset()
    speaker = context.speakers[node.claim.speakers[0]]
    return frozenset(re.findall(r"\w+", _OF.split(speaker.name.lower())[0]))


def _shooter(node: Node, of: Participant, context: Context) -> frozenset[str]:
    """Return the name of whose shots they are: named with them, else the person who tells of them."""
    speakers = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    told = frozenset(word.lower() for one in speakers if one.kind == "person" for word in one.name.split())
    return names(of) or told


def _one_doer(first: Answer, second: Answer) -> Verdict:
    """Is it one doer's answer, where the answer is somebody's doing?"""
    if not _question(first.question).get("by") or first.by is None or second.by is None:
        return go("nobody else is named as the doer")
    if first.by.head in PRONOUNS or second.by.head in PRONOUNS:
        return stop("a pronoun leaves open who did it")
    one, two = names(first.by), names(second.by)
    if first.by.head == second.by.head and (not one or not two or one & two):
        return go(first.by.text)
    return go(first.by.text) if one & two else stop(f"{first.by.text} and {second.by.text} are two doers")


def _one_day(a: Node, answer: Answer, b: Node) -> Verdict:
    """Is it the same day, where the answer can change from day to day?"""
    own = (a.claim.happened.date, b.claim.happened.date)
    if all(own) and not overlap(a.when, b.when):
        return stop(f"{own[0]} against {own[1]}")
    if not _question(answer.question).get("passing"):
        return go("the answer does not change with the day")
    if a.claim.source != b.claim.source and (a.published is None or a.published != b.published):
        return stop("said on different days of what can change")
    dated = all(own) and own[0] == own[1]
    if not dated and (CHANGE.search(a.claim.text) or CHANGE.search(b.claim.text)):
        return stop("one state may have followed the other")
    return go("one day")


def _voices(a: Node, b: Node) -> Verdict:
    """Does somebody other than the articles themselves speak?"""
    if a.own_voice and b.own_voice:
        return stop("two articles in their own voice")
    return go("a speaker is named")
