"""Noun phrases: the head with what belongs to it."""

from itertools import islice

from claimgraph.extract.grammar.tree import (
    NOMINAL,
    above,
    child,
    children,
    following,
    governed,
    has,
    positions,
    run_around,
    subtrees,
)
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import kinds, words

RELATIVE = frozenset({"who", "whom", "which", "that"})
PARTING = frozenset({"or", "but", "either", "not"})
"""Words of a row of nouns of which what is said holds not of each."""
FEW = 3
"""Nouns joined to another that are told of as well."""
_BEFORE = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "quantmod", "case", "neg"})
_PLACED = frozenset({"of", "in", "near", "from"})
_SET_OFF = frozenset({",", ";", "-", "–", "—", "--", "("})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})


def noun_phrase(head: Token) -> list[Token]:
    """Return the head with its modifiers, without relative clauses and appositions, unbroken."""
    keep = _whole_word(head)
    for one in head.children:
        if one.dep_ in _BEFORE and one.i < head.i:
            keep |= positions(one.subtree)
        elif one.dep_ == "prep" and one.lower_ in _PLACED and not has(one, "pcomp"):
            clauses = (token for token in one.subtree if token.dep_ in {"relcl", "advcl"})
            keep |= positions(one.subtree) - positions(subtrees(clauses))
    return _trimmed(run_around(head, keep), head)


def _trimmed(run: list[Token], head: Token) -> list[Token]:
    """Drop what only joins or closes behind a phrase."""
    while run[-1].i > head.i and (run[-1].is_punct or run[-1].dep_ == "cc"):
        run.pop()
    return run


def _whole_word(head: Token) -> set[int]:
    """Return where a head stands with what is joined to it: "follow-up"; of a clause all its words."""
    first, doc = head.i, head.doc
    while first > 1 and doc[first - 1].text_with_ws == "-" and not doc[first - 2].whitespace_:
        first -= 2
    clause = positions(one for one in head.subtree if one.is_alpha) if head.dep_ == "csubj" else set()
    return clause.union(range(first, head.i + 1))


def counted_of(head: Token) -> Token:
    """Return what a word of quantity or kind is of: "none of the nurses", "one of the spies", "a lot of"."""
    quantity = head.lower_ in words("generic", "quantifiers") | words("generic", "amounts")
    return governed(head, "of") or head if quantity else head


def full_name(head: Token, verb: Token) -> list[Token]:
    """Return all words of a noun phrase, unbroken, but for the verb and clauses set off from it."""
    away = {verb.i} | positions(verb.subtree if head.is_ancestor(verb) else ())
    for token in head.subtree:
        if token.dep_ in _CLAUSES and following(token.left_edge, -1) in _SET_OFF:
            away |= positions(token.subtree)
    return _trimmed(run_around(head, positions(head.subtree) - away | {head.i}), head)


def antecedent(pronoun: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for: "the mayor, who", "a duty that he says he has"."""
    if pronoun.lower_ not in RELATIVE or pronoun.dep_ in {"mark", "det", "ROOT"}:
        return None
    clause = above(pronoun.head, "conj", "prep", "ccomp", "xcomp")
    if clause.dep_ != "relcl":
        return None
    noun = clause.head
    if noun.dep_ in {"conj", "appos"} and is_ruled_out(noun):  # "it was Roe, not Lund, who fell"
        noun = noun.head if noun.head.pos_ in NOMINAL else child(noun.head, "attr") or noun
    if (named := _named_by(noun)) is not None:
        return named
    upper = above(noun, "pobj", "prep")
    person = pronoun.lower_ in {"who", "whom"} and not is_person(noun)  # "a friend of the firm who"
    return upper if person and is_person(upper) else noun


def _named_by(noun: Token) -> Token | None:
    """Return whom a noun is said to be: "Roe was the one who fell"."""
    who = child(noun.head, "nsubj") if noun.dep_ == "attr" else None
    if who is None or not (is_person(noun) or noun.lemma == "one"):
        return None
    return who if who.pos_ == "PROPN" or is_person(who) else None


def doer_of(noun: Token) -> Token | None:
    """Return who did what a noun names: "attack by rebels"."""
    return governed_by(noun, "by")


def governed_by(noun: Token, *prepositions: str) -> Token | None:
    """Return the object of a noun's preposition, or of one between: "use of gas by rebels"."""
    between = (thing for one in children(noun, "prep") for thing in children(one, "pobj"))
    nouns = (noun, *(thing for thing in between if thing.pos_ == "NOUN"))
    return next(filter(None, (governed(one, *prepositions) for one in nouns)), None)


def is_person(noun: Token) -> bool:
    """Tell whether a noun or pronoun is known to mean a person."""
    known = noun.lower_ in words("grammar", "personal")
    return known or (noun.pos_ in NOMINAL and kinds.is_person(noun.lemma))


def is_claim(noun: Token, *, charged: bool = False) -> bool:
    """Tell whether a noun names what somebody said or is said to have done; a claim for money is none.

    ``charged``: whether it has to be a charge or a rumour, or to say what ("reports that he lied").
    """
    word = noun.lemma
    if word not in words("denials", "claim_nouns") or (word == "claim" and has(noun, "prep", among={"for"})):
        return False
    return not charged or has(noun, "acl") or word in words("discourse", "charge")


def name_beside(noun: Token) -> Token | None:
    """Return the name set beside a noun: "the gunman, Jane Roe"."""
    beside = child(noun, "appos")
    return beside if beside is not None and beside.pos_ == "PROPN" and noun.pos_ == "NOUN" else None


def joined_to(noun: Token | None) -> list[Token]:
    """Return the nouns that "and" joins to one, a few at most: "the mayor, his deputy and an aide"."""
    row = [noun] if noun is not None and noun.pos_ in NOMINAL else []
    for last in row:  # which grows
        beside = (one for one in children(last, "conj") if one.pos_ in NOMINAL and following(one, -1) != "(")
        row += islice(beside, 1)
    parted = any(has(one, "cc", "preconj", "neg", among=PARTING) for one in row)
    return [] if parted else row[1 : FEW + 1]


def set_against(noun: Token | None, *, negated: bool) -> list[Token]:
    """Return the nouns of which the opposite holds: "the port, not the school", "not one but two"."""
    if noun is None:
        return []
    beside = children(noun, "conj", "appos")
    if noun.dep_ == "pobj":
        link = noun.head
        beside += children(link, "conj") + children(link.head, "agent") + [link.head] * (link.dep_ == "conj")
    other = (one for one in beside if (has(one.head, "cc", among={"but"}) if negated else is_ruled_out(one)))
    return [named for one in other if (named := child(one, "pobj") if one.pos_ == "ADP" else one) is not None]


def is_ruled_out(word: Token) -> bool:
    """Tell whether a noun or its preposition is named only to be ruled out: "not a pistol"."""
    left = word.left_edge
    only = following(left) in words("grammar", "not_quite")
    return not only and (left.lower_ == "not" or following(left, -1) in {"not", "never"})
