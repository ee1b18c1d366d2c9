"""One side that takes back its word: denied and admitted, retracted, told anew, or owned to be a lie.

The order is that of time, whatever the text's. Both stages must be one speaker's, or of one
side, and a count that the same side changes is no reversal but an update (see ``figures``).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from claimgraph.match.accounts import ALONE, conflict, otherwise
from claimgraph.match.denial import pointed_at
from claimgraph.match.denied import named_apart, opposite_deed, what_is_denied
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, first_failure, namesakes, time
from claimgraph.match.lies import admitted_lies
from claimgraph.match.likeness import alike, parted, told
from claimgraph.match.nodes import Context, Node, same_thing
from claimgraph.match.stages import (
    abandoned,
    changes_account,
    gave_up,
    in_court,
    replaces_what_was_told,
    retracts,
    set_against,
    supposed,
    to_investigators,
    told_later,
)
from claimgraph.model import Act, Event, Reason, Span

Deed = tuple[str, Span | None, Span | None]
"""What is denied and admitted, in words, and the words of either statement that say so."""

ENOUGH = 0.6
WORDS_OF_ONE_THING = 4
"""Words that a denial and a much later admission share at least, to be of one thing."""
TOLD = 3
"""Paragraphs between two accounts of one speaker, and before a retraction."""
NEXT = 2
"""Sentences between two accounts of which the text sets one against the other."""
TELLING = frozenset({Act.ASSERT, Act.ACCUSE, Act.DENY, Act.ADMIT})


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield the reversals of a collection."""
    listed = list(pairs)
    yield from admitted_lies(context)
    yield from _retractions(context)
    yield from _told_anew(context, listed)
    yield from _told_otherwise(context)
    yield from _owned_up_to(context, listed)
    for first, second in listed:
        a, b = context.nodes[first], context.nodes[second]
        if a.denies != b.denies:
            found = _denied_and_admitted(*((a, b) if a.denies else (b, a)), context)
            if found is not None:
                yield found


def _denied_and_admitted(denial: Node, other: Node, context: Context) -> Finding | Miss | None:
    """One side or speaker, once no and once yes."""
    if other.own_voice or not _one_voice(denial, other, context) or not _owned_to(denial, other, context):
        return None
    match = _same_deed(denial, other, context)
    if match is None:
        return None
    return next(_reported(denial, other, match, context))


def _reported(
    denial: Node, other: Node, deed: Deed, context: Context, claimed: Node | None = None
) -> Iterator[Finding | Miss]:
    """Yield a denial and an admission of one deed, or the gate that keeps them apart.

    ``claimed`` is the claim that a denial means which does not say itself what it denies.
    """
    stopped = first_failure(denial, other, context, GATES)
    if stopped is not None and not (stopped[0] == "time" and _long_denied(claimed or denial, other)):
        yield Miss(denial.id, other.id, stopped[0], stopped[1].detail)
        return
    reason = Reason(
        rule="denied and admitted by one side",
        detail=f"the same side denies and admits it: {deed[0]}; {_order(denial, other, context)}",
        spans=(on(denial.claim, deed[1]), on(other.claim, deed[2])),
    )
    score = 0.85 if other.claim.act is Act.ADMIT else 0.65
    yield Finding("reversal", denial.id, other.id, score, (reason,), f"reversal {deed[0]}")


def _owned_up_to(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """One side says no to a claim, and admits what the claim says: "denied this", "it had been off"."""
    admitting = {
        node.id
        for node in context.nodes.values()
        if node.claim.act is Act.ADMIT and not supposed(node, context)
    }
    if not admitting:
        return
    denied: dict[str, list[Node]] = {}
    for node in context.nodes.values():
        if node.claim.act is Act.DENY and not node.own_voice and not retracts(node, context):
            for target in pointed_at(node, context):
                denied.setdefault(target.id, []).append(node)
    for first, second in pairs:
        for claimed, admitted in ((first, second), (second, first)):
            if claimed not in denied or admitted not in admitting:
                continue
            other = context.nodes[admitted]
            match = alike(context.nodes[claimed], other, context)
            if match is None or match.score < ENOUGH or match.a.negated != match.b.negated:
                continue
            for denial in denied[claimed]:
                if _one_voice(denial, other, context) and not opposite_deed(denial, other):
                    deed = (match.detail, None, match.b.trigger)
                    yield from _reported(denial, other, deed, context, context.nodes[claimed])


def _long_denied(denied: Node, other: Node) -> bool:
    """Tell whether one thing, told in many of the same words, was admitted long after it was denied."""
    dated = denied.claim.happened.date and other.claim.happened.date
    same = len(denied.specific & other.specific) >= WORDS_OF_ONE_THING
    return other.claim.act is Act.ADMIT and same and not dated and not named_apart(denied, other)


def _one_voice(a: Node, b: Node, context: Context) -> bool:
    return bool(a.sides & b.sides) or _one_speaker(a, b, context)


def _one_speaker(a: Node, b: Node, context: Context) -> bool:
    return bool(set(a.claim.speakers) & set(b.claim.speakers)) or namesakes(a, b, context)


def _owned_to(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether one is an admission, or one speaker plainly says no and yes."""
    if other.claim.act is Act.ACCUSE or opposite_deed(denial, other) or supposed(other, context):
        return False
    if other.claim.act is Act.ADMIT:
        return True
    return denial.claim.act is Act.DENY and _one_speaker(denial, other, context)


def _same_deed(denial: Node, other: Node, context: Context) -> Deed | None:
    """Return in words what is denied and admitted, with the words that say so; None for two matters."""
    reading = what_is_denied(denial)
    match = alike(reading, other, context)
    admits = other.claim.act is Act.ADMIT
    if match is not None and match.score >= ENOUGH and not match.b.negated:
        if not admits and match.b.agent is None:  # a deed that nobody is said to do is owned up to by nobody
            return None
        return match.detail, match.a.trigger, match.b.trigger
    if not admits:
        return None
    called_otherwise = _one_victim(reading, other, context)
    if called_otherwise is not None or named_apart(denial, other):
        return called_otherwise
    return _one_deed(reading, other) or _one_wording(denial, other)


def _one_deed(denial: Node, other: Node) -> Deed | None:
    """One kind of deed, whoever did it and to whom not known to differ, and words shared besides."""
    shared = denial.specific & other.specific
    for one in told(denial):
        for two in told(other):
            apart = parted(one.agent, two.agent) or parted(one.patient, two.patient)
            if one.type != two.type or two.negated or apart:
                continue
            things = [event.patient.head for event in (one, two) if event.patient is not None]
            both = len(things) == 2
            alone = not both and shared - {one.lemma, two.lemma}
            own = one.lemma in shared and denial.specific <= other.specific and _by_speaker(two)
            if alone or (own and not both) or (both and same_thing(*things)):
                detail = f"{one.lemma} ({', '.join(sorted(shared))})"
                return detail, one.trigger, two.trigger
    return None


def _one_victim(denial: Node, other: Node, context: Context) -> Deed | None:
    """One deed to one person, called by the surname here and the first name there: "Ana Lund"."""
    for one in told(denial):
        for two in told(other):
            if one.type != two.type or two.negated or not _by_speaker(two):
                continue
            names = [event.patient.head for event in (one, two) if event.patient is not None]
            if len(names) == 2 and _one_name(names[0], names[1], context.sources[denial.claim.source].text):
                return f"{one.lemma} ({' '.join(names)})", one.trigger, two.trigger
    return None


def _one_name(first: str, second: str, text: str) -> bool:
    """Tell whether a text has two words as one person's name, in either order."""
    if first == second:
        return False
    between = r" (?:[A-Z]\w*\.? )?"
    pairs = (
        re.escape(one).title() + between + re.escape(two).title()
        for one, two in permutations((first, second))
    )
    return any(re.search(rf"\b{pair}\b", text) for pair in pairs)


def _by_speaker(event: Event) -> bool:
    """Tell whether a deed is told as the speaker's own: "he took a bribe", "taking a bribe"."""
    return event.agent is None or event.agent.head in ALONE


def _one_wording(denial: Node, other: Node) -> Deed | None:
    """The same words with meaning, where neither tells a known event: "taken the ring", "taking the ring"."""
    if denial.specific and denial.specific == other.specific and not (told(denial) and told(other)):
        return ", ".join(sorted(denial.specific)), None, None
    return None


def _retractions(context: Context) -> Iterator[Finding]:
    """Yield what a speaker said and withdrew: "retracted the claim", "withdrew her statement"."""
    for node in context.nodes.values():
        if not node.claim.speakers or not retracts(node, context) or _of_another(node, context):
            continue
        earlier = [
            other
            for other in context.near(node, TOLD)
            if other.claim.start < node.claim.start
            and other.claim.act in TELLING
            and _one_speaker(node, other, context)
            and not retracts(other, context)
            and (_in_one_sentence(other, node) or node.claim.text.lower() not in {"which", "that"})
        ]
        named = [other for other in earlier if node.specific & other.specific]
        chosen = named or (earlier if not node.specific else [])
        for other in chosen:
            if other.claim.statement == chosen[-1].claim.statement:
                reason = Reason(
                    rule="taken back",
                    detail="the speaker takes back what the same speaker said before",
                    spans=(on(other.claim), on(node.claim)),
                )
                yield Finding("reversal", other.id, node.id, 0.8, (reason,), "reversal retraction")


def _of_another(node: Node, context: Context) -> bool:
    """Tell whether what is taken back is called another's: "the sister's charges, which she withdrew"."""
    owner = re.match(r"(?:the |his |her |a )?([\w-]+)['’]s\b", node.claim.text, re.IGNORECASE)
    known = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    called = {word.lower() for one in known for name in (one.name, *one.aliases) for word in name.split()}
    return owner is not None and owner[1].lower() not in called


def _in_one_sentence(other: Node, node: Node) -> bool:
    return (other.paragraph, other.sentence) == (node.paragraph, node.sentence)


def _told_anew(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield two accounts of one speaker that the text says replaced each other."""
    for first, second in _accounts_of_one(context, pairs):
        why = _replaced(first, second, context)
        if why is None:
            continue
        detail = conflict(first, second) or _instead(first, second, context)
        if detail is None:
            continue
        stopped = first_failure(first, second, context, {"time": time})
        if stopped is not None:
            yield Miss(first.id, second.id, stopped[0], stopped[1].detail)
            continue
        reason = Reason(
            rule="another account",
            detail=f"the speaker's account changed ({why}): {detail}",
            spans=(on(first.claim), on(second.claim)),
        )
        yield Finding("reversal", first.id, second.id, 0.75, (reason,), "reversal account")


def _told_otherwise(context: Context) -> Iterator[Finding]:
    """Yield what a sentence says its speaker first told, and what he told then."""
    for node in context.nodes.values():
        word = replaces_what_was_told(node, context)
        if word is None or node.claim.act not in TELLING or not node.claim.speakers:
            continue
        earlier = [
            other
            for other in context.near(node, 1)
            if other.claim.start < node.claim.start
            and other.claim.act in TELLING
            and node.sentence - other.sentence <= 1
            and _one_speaker(node, other, context)
            and other.claim.statement != node.claim.statement
            and other.specific
        ]
        for other in earlier[-1:]:
            reason = Reason(
                rule="another account",
                detail=f"the text says that the speaker first (“{word}”) told otherwise",
                spans=(on(other.claim), on(node.claim)),
            )
            yield Finding("reversal", other.id, node.id, 0.75, (reason,), "reversal account")


def _accounts_of_one(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Node, Node]]:
    """Yield pairs of statements of one speaker, the nearer ones of an article and those that share words.

    The words around one of the two must say that an account changed.
    """
    seen: set[tuple[str, str]] = set()
    telling = {node.id for node in context.nodes.values() if node.claim.act in TELLING and not node.own_voice}
    marked = {one for one in telling if _is_marked(context.nodes[one], context)}
    marked_sources = {context.nodes[one].claim.source for one in marked}
    near = (
        (other.id, node.id)
        for node in context.nodes.values()
        if node.id in telling and node.claim.source in marked_sources
        for other in context.near(node, TOLD)
        if other.claim.start < node.claim.start
    )
    for first, second in (*near, *pairs):
        if (first not in marked and second not in marked) or first not in telling or second not in telling:
            continue
        a, b = context.nodes[first], context.nodes[second]
        if (first, second) in seen or (second, first) in seen or a.claim.statement == b.claim.statement:
            continue
        seen.add((first, second))
        if _one_speaker(a, b, context):
            yield from ((a, b), (b, a))


def _is_marked(node: Node, context: Context) -> bool:
    """Tell whether one of the ways in which ``_replaced`` reads an account as changed can be in its words."""
    changed = gave_up(node, context) or changes_account(node, context)
    return bool(changed) or to_investigators(node, context)


def _replaced(first: Node, second: Node, context: Context) -> str | None:
    """Return the words by which the second account stands in place of the first, or None."""
    given_up = gave_up(first, context)
    if given_up is not None and gave_up(second, context) is None:
        return f"“{given_up}”"
    changed = changes_account(second, context)
    if changed is not None and first.claim.start < second.claim.start:
        return f"“{changed}”"
    if to_investigators(first, context) and in_court(second, context):
        return "told to investigators and in court"
    return None


def _instead(first: Node, second: Node, context: Context) -> str | None:
    """Return in words what differs where the text sets the later of two near accounts against the other."""
    apart = second.sentence - first.sentence, second.paragraph - first.paragraph
    after = first.claim.start < second.claim.start and first.claim.source == second.claim.source
    near = apart[0] <= NEXT if apart[1] == 0 else apart[1] == 1
    if not after or not near or {first.claim.act, second.claim.act} - TELLING:
        return None
    given_up = abandoned(first, context) and (set_against(second, context) or told_later(second, context))
    return otherwise(first, second, contrasted=bool(set_against(second, context))) if given_up else None


def _order(denial: Node, other: Node, context: Context) -> str:
    """Say which came first when both days are known; the order of the text says nothing."""
    one, two = (
        node.claim.said.date or context.sources[node.claim.source].published.date for node in (denial, other)
    )
    if one and two and one[:10] != two[:10]:
        first, second = ("denied", "admitted") if one < two else ("admitted", "denied")
        return f"{first} on {min(one, two)}, {second} on {max(one, two)}"
    return "which came first is not stated"
