"""Who is said to have done harm: by the verbs of a clause and the nouns in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.nouns import doer_of
from claimgraph.extract.grammar.tree import NOMINAL, VERBAL, child, children, governed, lemma
from claimgraph.extract.grammar.verbs import (
    Predicate,
    agent_of,
    is_conditional,
    is_passive,
    read_predicate,
    subject_of,
)
from claimgraph.extract.reading.vocabulary import does_harm, harmful_nouns
from claimgraph.lexicon.sides import side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOING_ON = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp"})
_OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "nsubj", "nsubjpass"})


def harms(main: Predicate, inside: set[int]) -> "Iterator[tuple[Token, Token]]":
    """Yield (harmful word, agent) for a clause: its verb, what its subject goes on to do, its nouns.

    Only what is told as done counts: not negated, not wished, not under "if".
    """
    for verb in _verbs_of_clause(main.verb, inside):
        predicate = read_predicate(verb)
        if predicate.negation is not None or (predicate.modal and not predicate.perfect):
            continue
        agent = _agent(verb) if does_harm(verb) else None
        if agent is not None:
            # A subject that the content was cut off from is not the one that the parser finds.
            yield verb, main.subject if main.subject and agent == subject_of(main.verb) else agent
        yield from _harmful_nouns(verb, inside)


def _verbs_of_clause(verb: "Token", inside: set[int]) -> "Iterator[Token]":
    yield verb
    below = [*verb.children, *(inner for one in children(verb, "prep") for inner in one.children)]
    for one in below:
        if one.i in inside and one.pos_ in VERBAL and one.dep_ in _GOING_ON and not is_conditional(one):
            yield from _verbs_of_clause(one, inside)


def _agent(verb: "Token") -> "Token | None":
    """Return who acts: the subject, in the passive whoever follows "by"."""
    if is_passive(verb):
        return agent_of(verb)
    subject = subject_of(verb)
    if subject is None and verb.dep_ in {"advcl", "ccomp", "pcomp"} and verb.tag_ == "VBG":
        subject = subject_of(verb.head if verb.dep_ != "pcomp" else verb.head.head)
    return None if subject is None or subject.dep_ == "nsubjpass" else subject


def _harmful_nouns(verb: "Token", inside: set[int]) -> "Iterator[tuple[Token, Token]]":
    """Yield harmful nouns of a clause with the party that owns or modifies them."""
    waiting = [one for one in verb.children if one.dep_ not in _OTHER_CLAUSES or one.dep_.startswith("nsubj")]
    while waiting:
        token = waiting.pop()
        if token.i not in inside:
            continue
        if token.pos_ in NOMINAL and lemma(token) in harmful_nouns():
            yield from ((token, agent) for agent in noun_agents(token))
        waiting.extend(
            one for one in token.children if one.dep_ not in {"relcl", "acl", "nsubj", "nsubjpass"}
        )


def noun_agents(noun: "Token") -> "list[Token]":
    """Return who is said to have done what a noun names ("Ruritanian attack", "attack by rebels")."""
    sides = [one for one in children(noun, "amod", "compound", "nmod") if side_of(one.text) is not None]
    owner, doer = child(noun, "poss"), doer_of(noun) or governed(noun, "from")
    return [*sides, *(one for one in (owner, doer) if one is not None)]
