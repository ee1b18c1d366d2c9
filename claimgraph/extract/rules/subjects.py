"""Who speaks: the noun phrase a cue verb takes its subject from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.rules.passage import subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "csubj")
_INHERITING = ("conj", "xcomp", "advcl", "pcomp", "dep")
_RELATIVE = ("who", "which", "that", "whom")
_DEEPEST = 5
_DASHES = ("-", "–", "—", ",", "(", "--")


@dataclass(frozen=True, slots=True)
class Subject:
    """The source's tokens, its head, and the relative pronoun that stands for it."""

    head: "Token"
    tokens: frozenset[int]
    pronoun: frozenset[int] = frozenset()


def subject(verb: "Token") -> Subject | None:
    """Return who performs a verb: its own, its agent's, or the subject it inherits."""
    head = _head(verb, 0)
    if head is None:
        return None
    if head.lower_ in _RELATIVE and head.tag_ in ("WP", "WDT", "IN"):
        return _antecedent(head, verb)
    return Subject(head, frozenset(phrase(head, verb)))


def agent(verb: "Token") -> "Token | None":
    """Return the head of the by-phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def own_subject(verb: "Token") -> "Token | None":
    """Return the head of the verb's own subject."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def is_passive(verb: "Token") -> bool:
    """Whether the verb is a passive, or a participle that modifies a noun ("denied by X")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not _has_auxiliary(verb)


def phrase(head: "Token", verb: "Token") -> set[int]:
    """Return the noun phrase of a head without the clause the verb stands in.

    Relative clauses and participles set off by a comma are left out, appositions kept.
    """
    tokens = subtree(head)
    for node in head.subtree:
        if (
            node.i != head.i
            and node.dep_ in ("relcl", "acl", "advcl", "parataxis", "ccomp")
            and _set_off(node)
        ):
            tokens -= subtree(node)
    if verb.i in tokens:
        tokens -= subtree(verb)
        tokens.add(head.i)
    if head.i < verb.i:
        tokens = {index for index in tokens if index < verb.i}
    else:
        tokens = {index for index in tokens if index > verb.i}
    return _around(tokens, head)


def _head(verb: "Token", depth: int) -> "Token | None":
    own = own_subject(verb)
    if own is not None:
        return own
    if is_passive(verb):
        return agent(verb) if depth == 0 else _passive_subject(verb)
    if depth > _DEEPEST or verb.head == verb:
        return None
    if verb.dep_ == "acl":
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb.dep_ in _INHERITING and verb.head.pos_ in ("VERB", "AUX"):
        return _head(verb.head, depth + 1) or _passive_subject(verb.head)
    if verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and verb.head.dep_ == "prep"):
        return _through_preposition(verb.head, depth)
    return None


def _through_preposition(preposition: "Token", depth: int) -> "Token | None":
    """ "After denying the charge, he ...": the subject of the clause the phrase hangs on."""
    governor = preposition.head
    if governor != preposition and governor.pos_ in ("VERB", "AUX"):
        return _head(governor, depth + 1) or _passive_subject(governor)
    return None


def _passive_subject(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def _antecedent(pronoun: "Token", verb: "Token") -> Subject:
    """Return what a relative pronoun stands for, with the pronoun apart."""
    clause = verb
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun.i >= pronoun.i:
        return Subject(pronoun, frozenset((pronoun.i,)))
    # An apposition names the person: "his counterpart, Ada Nwosu, who said".
    tokens = {index for index in phrase(noun, verb) if index < pronoun.i}
    return Subject(noun, frozenset(tokens | {noun.i}), frozenset((pronoun.i,)))


def _has_auxiliary(verb: "Token") -> bool:
    return any(child.dep_ == "aux" for child in verb.children)


def _set_off(node: "Token") -> bool:
    left = node.left_edge.i
    return left > 0 and node.doc[left - 1].text in _DASHES


def _around(tokens: set[int], head: "Token") -> set[int]:
    """Keep the contiguous stretch that holds the head."""
    first = last = head.i
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    kept = set(range(first, last + 1))
    while (
        kept
        and head.doc[max(kept)].is_punct
        and max(kept) != head.i
        and head.doc[max(kept)].text not in ")\"”’'"
    ):
        kept.discard(max(kept))
    return kept
