"""Who performs a verb: its subject, its agent, or whom a relative pronoun stands for."""

from typing import TYPE_CHECKING

from claimgraph.extract.predicates import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "whom", "which", "that"})
_APART = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_SET_OFF = frozenset({",", ";", "-", "–", "—", "--", "("})
_INHERITING = frozenset({"conj", "xcomp", "advcl"})
_DEEPEST = 4


def is_passive(verb: "Token") -> bool:
    """Tell whether a verb is a passive, or a participle that modifies a noun ("denied by X")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    bare = not any(child.dep_ in {"aux", "nsubj"} for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and bare


def agent(verb: "Token") -> "Token | None":
    """Return the head of the by-phrase of a passive."""
    by = [child for child in verb.children if child.dep_ == "agent" or child.lower_ == "by"]
    return next((noun for word in by for noun in word.children if noun.dep_ == "pobj"), None)


def performer(verb: "Token", depth: int = 0) -> "Token | None":
    """Return the head of whoever performs a verb, which it may share with the verb that it hangs on."""
    if is_passive(verb):
        return agent(verb)
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if own is not None:
        return antecedent(own) or own
    if verb.dep_ not in _INHERITING or not is_verbal(verb.head) or depth > _DEEPEST:
        return None
    return None if is_passive(verb.head) else performer(verb.head, depth + 1)


def antecedent(pronoun: "Token") -> "Token | None":
    """Return the noun that a relative pronoun stands for: "the mayor, who"."""
    if pronoun.lower_ not in RELATIVE or pronoun.tag_ not in {"WP", "WDT"}:
        return None
    clause = pronoun.head
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" and clause.head.i < pronoun.i else None


def name_of(head: "Token", verb: "Token") -> "list[Token]":
    """Return the words of a noun phrase, unbroken, without clauses set off from it and without the verb."""
    away = {verb.i} | ({token.i for token in verb.subtree} if head.is_ancestor(verb) else set())
    for token in head.subtree:
        left = token.left_edge.i
        if token.dep_ in _APART and left > head.i and head.doc[left - 1].text in _SET_OFF:
            away |= {below.i for below in token.subtree}
    within = {token.i for token in head.subtree} - away | {head.i}
    first = last = head.i
    while first - 1 in within:
        first -= 1
    while last + 1 in within:
        last += 1
    while last > head.i and (head.doc[last].is_punct or head.doc[last].pos_ == "CCONJ"):
        last -= 1
    return list(head.doc[first : last + 1])
