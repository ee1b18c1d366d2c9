"""Which noun a number counts, how it hangs on its sentence, and what a verb or noun says befell the counted.

Adjacent words come before the parse tree; the words for harm are in ``lexicon/harm.toml``.
"""

from dataclasses import dataclass

from claimgraph.extract.grammar.tree import MODIFIERS, NOMINAL, child, following, particles
from claimgraph.extract.tokens import Doc, Token, Tokens
from claimgraph.lexicon.harm import events_by_word

OBJECTS = frozenset({"dobj", "oprd", "attr"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The number's tokens, the noun counted (if any) and the token that fills the grammatical role.

    ``before`` is the index of the first token of the whole number phrase, bounding words included,
    ``after`` that of the first token behind it.
    """

    number: Tokens
    noun: Token | None
    anchor: Token
    before: int
    after: int

    @property
    def role(self) -> tuple[Token, str]:
        """The head and the relation of the counted, through coordination and apposition."""
        return role_of(self.anchor)

    @property
    def behind(self) -> Tokens:
        """What follows the number and the noun."""
        noun = self.noun
        start = noun.i + 1 if noun is not None and noun.i >= self.number.end else self.after
        return self.number.doc[start:]


def role_of(anchor: Token) -> tuple[Token, str]:
    """Return the head and the relation of a noun or number, through coordination and apposition."""
    token = anchor
    for _ in range(4):
        if token.dep_ in {"conj", "appos"} and token.head.pos_ in {*NOMINAL, "NUM", "PRON"}:
            token = token.head
    return token.head, token.dep_


def find_counted(number: Tokens, before: int, after: int) -> Counted:
    """Return what a bare number counts, in the number phrase between two tokens (``Counted``)."""
    noun, anchor = _noun_and_anchor(number, after)
    return Counted(number, noun, anchor, before, after)


def _noun_and_anchor(number: Tokens, after: int) -> tuple[Token | None, Token]:
    doc, root = number.doc, number.root
    if following(doc[after - 1]) == "of":
        inner = child(doc[after], "pobj")
        return inner if inner is not None and inner.pos_ in NOMINAL else None, root
    noun = _next_noun(doc, after)
    listed = _included_in(number) if noun is None else None
    if listed is not None:
        return listed, root
    if _is_noun_of(number, root.head, after):
        return root.head, root.head
    return noun, root if noun is None or noun.dep_ in MODIFIERS else noun


def _included_in(number: Tokens) -> Token | None:
    """Return the noun that "including" hangs on ("civilian deaths, including at least four overnight")."""
    for token in reversed(number.doc[max(0, number.start - 5) : number.start]):
        if token.lower_ == "including":
            return token.head if token.head.pos_ in NOMINAL else None
        if token.pos_ in {"VERB", *NOMINAL}:
            break
    return None


def _is_noun_of(number: Tokens, head: Token, after: int) -> bool:
    """Tell whether the parser's head is the noun counted and nothing separates the two."""
    if number.root.dep_ not in MODIFIERS or head.i < after or head.pos_ not in {*NOMINAL, "ADJ"}:
        return False
    words = events_by_word()
    if head.lower_ in words["states"] and head.lower_ not in words["nouns"]:
        return False
    return not any(_separates(token) for token in number.doc[number.end : head.i])


def _separates(token: Token) -> bool:
    return (token.is_punct and token.text not in {"-", '"'}) or token.tag_ in {"VBD", "IN"}


def _next_noun(doc: Doc, after: int) -> Token | None:
    """Return the last noun of the run of adjectives and nouns right behind the number."""
    noun = None
    states, subjects = events_by_word()["states"], events_by_word()["subjects"]
    for token in doc[after : after + 6]:
        if token.pos_ in NOMINAL and token.lower_ not in states and token.lower_ not in subjects:
            noun = token
        elif noun is not None or token.pos_ not in {"ADJ", "ADV"} or token.lower_ in states:
            break
    return noun


def event_of_noun(noun: Token) -> str | None:
    """Return the event a noun names ("death" is "killed"), or None."""
    return events_by_word()["nouns"].get(noun.lemma)


def verb_event(verb: Token, kind: str = "verbs") -> str | None:
    """Return the event of a verb, with its particle where it has one ("shot down", "laid off")."""
    known = events_by_word()[kind]
    forms = (*particles(verb, "prt", "advmod"), f"{verb.lemma} {following(verb)}", verb.lemma)
    return next((known[form] for form in forms if form in known), None)
