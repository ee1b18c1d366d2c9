"""Which verbs and nouns do harm, and who is said to have done it.

The types marked harmful in ``lexicon/events.toml`` and a supplement in ``acts.toml``.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.predicates import SUBJECTS, Predicate, phrase, read_predicate, subject_of
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

OMISSIONS = frozenset({"fail", "refuse"})
USES = frozenset({"use", "deploy", "employ", "fire", "launch", "unleash"})
SAME_SUBJECT = frozenset({"xcomp", "conj"})
CIRCUMSTANCES = frozenset({"advcl", "ccomp", "pcomp"})


@cache
def harmful_verbs() -> frozenset[str]:
    """Return the verb lemmas, some with a particle, that do harm."""
    listed = {verb for entry in table("events").values() if entry.get("harmful") for verb in entry["verbs"]}
    return frozenset(listed) | words("acts", "harmful_verbs")


@cache
def harmful_nouns() -> frozenset[str]:
    """Return the nouns for harmful acts."""
    listed = {noun for entry in table("events").values() if entry.get("harmful") for noun in entry["nouns"]}
    return frozenset(listed) | words("acts", "harmful_nouns")


def does_harm(verb: "Token") -> bool:
    """Tell whether a verb names a harmful act, alone, with its particle, or with a weapon."""
    lemma = verb.lemma_.lower()
    particles = [child.lower_ for child in verb.children if child.dep_ in {"prt", "prep"}]
    if any(f"{lemma} {particle}" in harmful_verbs() for particle in particles):
        return True
    if lemma in harmful_verbs():
        return True
    if lemma in words("acts", "starting") and any(
        child.dep_ == "dobj" and child.lemma_.lower() in words("acts", "started") for child in verb.children
    ):
        return True
    if lemma in OMISSIONS and any(child.dep_ == "xcomp" for child in verb.children):
        return True
    return lemma in USES and any(
        token.lemma_.lower() in words("acts", "weapons")
        for child in verb.children
        if child.dep_ == "dobj"
        for token in phrase(child)
    )


def harms(main: Predicate, inside: set[int]) -> "Iterator[tuple[Token, Token]]":
    """Yield (harmful word, agent) for a clause: its verb, what its subject goes on to do, its nouns.

    Only what is told as done counts: not negated, not wished, not under "if".
    """
    outside = main.subject is not None and subject_of(main.verb) != main.subject
    for current in _verbs_of_clause(main.verb, inside):
        predicate = read_predicate(current)
        if predicate.negation is not None or (predicate.modal and not predicate.perfect):
            continue
        if does_harm(current):
            agent = _agent(current)
            if outside and agent is not None and agent == subject_of(main.verb):
                agent = main.subject
            if agent is not None:
                yield current, agent
        yield from _harmful_nouns(current, inside)
    yield from _cleft(main, inside)


def _cleft(main: Predicate, inside: set[int]) -> "Iterator[tuple[Token, Token]]":
    """Yield the deed and the doer of "it was the owner who locked the gate"."""
    dummy = main.subject is not None and main.subject.lower_ == "it"
    if main.verb.lemma_ != "be" or not dummy or main.negation is not None or main.modal is not None:
        return
    for named in main.verb.children:
        if named.dep_ != "attr":
            continue
        for clause in (*named.children, *main.verb.children):
            relative = (
                clause.dep_ in {"relcl", "ccomp", "advcl"} and clause.i in inside and clause.i > named.i
            )
            if relative and does_harm(clause) and read_predicate(clause).negation is None:
                yield clause, named


def _verbs_of_clause(verb: "Token", inside: set[int]) -> "Iterator[Token]":
    yield verb
    for child in verb.children:
        if child.i not in inside or child.pos_ not in {"VERB", "AUX"}:
            continue
        if child.dep_ in SAME_SUBJECT | CIRCUMSTANCES and not _conditional(child):
            yield from _verbs_of_clause(child, inside)
    for preposition in (child for child in verb.children if child.dep_ == "prep"):
        for child in preposition.children:
            if child.dep_ == "pcomp" and child.i in inside:
                yield from _verbs_of_clause(child, inside)


def _conditional(verb: "Token") -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children
    )


def _agent(verb: "Token") -> "Token | None":
    """Return who acts: the subject, in the passive whoever follows "by"."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        by = next((child for child in verb.children if child.dep_ == "agent"), None)
        return (
            next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
        )
    subject = subject_of(verb)
    if subject is None and verb.dep_ in CIRCUMSTANCES and verb.tag_ == "VBG":
        governor = verb.head if verb.dep_ != "pcomp" else verb.head.head
        subject = subject_of(governor)
    if subject is not None and subject.dep_ == "nsubjpass":
        return None
    return subject


def _harmful_nouns(verb: "Token", inside: set[int]) -> "Iterator[tuple[Token, Token]]":
    """Yield harmful nouns of a clause with the party that owns or modifies them."""
    waiting = [
        child
        for child in verb.children
        if child.i in inside and child.dep_ not in {"relcl", "advcl", "ccomp", "conj"}
    ]
    while waiting:
        token = waiting.pop()
        if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in harmful_nouns():
            for agent in noun_agents(token):
                yield token, agent
        waiting.extend(
            child
            for child in token.children
            if child.i in inside and child.dep_ not in {"relcl", "acl", *SUBJECTS}
        )


def noun_agents(noun: "Token") -> "Iterator[Token]":
    """Yield who is said to have done what a noun names ("Ruritanian attack", "attack by rebels")."""
    for child in noun.children:
        modifies = child.dep_ in {"amod", "compound", "nmod"} and side_of(child.text) is not None
        if modifies or child.dep_ == "poss":
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            yield from (below for below in child.children if below.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ == "on":
            part = [below for below in child.children if below.lower_ in {"part", "behalf"}]
            yield from (
                named
                for below in part
                for of in below.children
                if of.lower_ == "of"
                for named in of.children
                if named.dep_ == "pobj"
            )
