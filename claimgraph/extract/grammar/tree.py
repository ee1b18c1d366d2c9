"""The small questions on the dependency parse that everything else is made of."""

from collections.abc import Container, Iterable

from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
ANY_SUBJECT = SUBJECTS | PASSIVE_SUBJECTS
OBJECTS = frozenset({"dobj", "dative", "oprd"})
COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
AUXILIARIES = frozenset({"aux", "auxpass"})
MODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "advmod", "det", "poss"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})


def lemmas(tokens: Iterable[Token]) -> set[str]:
    """Return the lemmas in small letters."""
    return {token.lemma for token in tokens}


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children that hang on a token in one of these ways, in order."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token | None, *labels: str) -> Token | None:
    """Return the first child that hangs on a token in one of these ways."""
    return next((one for one in token.children if one.dep_ in labels), None) if token is not None else None


def positions(tokens: Iterable[Token]) -> set[int]:
    """Return where tokens stand in their paragraph."""
    return {token.i for token in tokens}


def has(token: Token, *labels: str, among: Container[str] | None = None) -> bool:
    """Tell whether a child hangs on a token in one of these ways, and is one of these words."""
    return any(one.dep_ in labels and (among is None or one.lower_ in among) for one in token.children)


def has_word(token: Token, *forms: str) -> bool:
    """Tell whether one of these words hangs on a token, in whatever way."""
    return any(one.lower_ in forms for one in token.children)


def is_content(verb: Token) -> bool:
    """Tell whether a clause is what a noun before it says, and no relative one: "the claim that he lied"."""
    return verb.dep_ in {"acl", "relcl"} and has(verb, "mark", among={"that"})


def governed(token: Token | None, *prepositions: str) -> Token | None:
    """Return the object of the first of these prepositions that hangs on a token, unless it is a time."""
    for one in token.children if token is not None else ():
        if one.lower_ in prepositions and one.dep_ in {"prep", "agent", "dative", "pcomp"}:
            found = child(one, "pobj")
            if found is not None and not is_time(found):
                return found
    return None


def is_time(noun: Token) -> bool:
    """Tell whether a noun or number says when or how: "on Monday", "at 5:30", "in 1999", "in turn"."""
    placed = noun.head.lower_ in {"at", "in", "on", "from"}
    number = noun.tag_ == "CD" and governed(noun, "of") is None  # not "on the next two of them"
    how = placed and (number or noun.lemma.isdigit() or noun.lemma in words("generic", "moments"))
    first = noun.lemma == "place" and has_word(noun, "first")  # "in the first place"
    return how or first or noun.lemma in words("generic", "calendar")


def above(token: Token, *labels: str) -> Token:
    """Return the first token upwards that does not hang in one of these ways."""
    while token.dep_ in labels and token.head.i != token.i:
        token = token.head
    return token


def particles(verb: Token, *labels: str) -> list[str]:
    """Return a verb with each word that may make another verb of it: "shoot down", "lay off"."""
    return [f"{verb.lemma} {one.lower_}" for one in children(verb, *labels)]


def subtrees(heads: Iterable[Token]) -> list[Token]:
    """Return the heads with everything under them, each once, in order."""
    found = {token.i: token for head in heads for token in head.subtree}
    return [found[index] for index in sorted(found)]


def following(token: Token, steps: int = 1) -> str:
    """Return the word so many steps behind a token, in small letters; "" where the text begins or ends."""
    place = token.i + steps
    return str(token.doc[place].lower_) if 0 <= place < len(token.doc) else ""


def is_half(token: Token) -> bool:
    """Tell whether a word is the first half of another: "co-founder"."""
    return following(token) == "-" and not token.whitespace_


def stands_behind(token: Token, phrases: Container[str]) -> bool:
    """Tell whether one of these phrases of two words stands right before a token."""
    return token.doc[max(0, token.i - 2) : token.i].text.lower() in phrases


def run_around(token: Token, within: Container[int]) -> list[Token]:
    """Return the unbroken run of tokens around one whose positions are given."""
    first = last = token.i
    while first - 1 in within:
        first -= 1
    while last + 1 in within:
        last += 1
    return list(token.doc[first : last + 1])
