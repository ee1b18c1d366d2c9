"""What an answer is of: the phrase for the thing; a pronoun is taken to whom it means when that is plain."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.events import OWN_WORDS, factuality, noun_lemma, noun_phrase
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.predicates import in_quotation, is_finite
from claimgraph.lexicon import table, words
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MALE, FEMALE = frozenset({"he", "him", "himself"}), frozenset({"she", "her", "herself"})
FIRST_PERSON = frozenset({"i", "me", "myself"})
MAYBE = frozenset({"may", "might", "could", "can", "would", "should", "must", "will", "shall", "ought"})
DEFENCE = "defence:"
"""How the side of a lawyer begins; the client's name follows."""
PLACING = frozenset(
    {"of", "in", "near", "from", "at", "on", "off", "over", "between", "outside", "inside", "against", "for"}
)
"""Prepositions that tell which one is meant."""
GOVERNED = frozenset({"ccomp", "xcomp", "conj", "advcl", "relcl", "acl", "auxpass"})
GOVERNORS = 4
"""Verbs above a predicate that are asked whether they tell it as a fact."""
LOOK_BACK = 2
"""Paragraphs before a pronoun in which its person is looked for."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose words are read: a single person's name, empty when it is none, and the side spoken for."""

    name: str = ""
    side: str | None = None

    @property
    def gender(self) -> str | None:
        """Return "male" or "female" where the given name or a title tells."""
        return _gender(self.name.split()[0].lower()) if self.name else None


def participant(paragraph: Paragraph, head: "Token", teller: Teller) -> Participant:
    """Return a noun with its phrase; "its" and "our" are of the teller's side.

    A name set beside a noun is its name: "the gunman, Jane Roe" is Jane Roe.
    """
    phrase = sorted({*noun_phrase(head), *_placed(head)}, key=lambda token: token.i)
    span = paragraph.span(phrase)
    named = next(
        (
            child
            for child in head.children
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i
        ),
        None,
    )
    if named is not None and head.pos_ == "NOUN":
        span = (span[0], max(span[1], paragraph.span(noun_phrase(named))[1]))
    text = paragraph.text[span[0] - paragraph.start : span[1] - paragraph.start]
    own = any(token.lower_ in OWN_WORDS for token in phrase)
    side = teller.side if own and teller.side else side_of(text)
    return _named(text, span, _head(named or head), side)


def _named(text: str, span: Span, head: str, side: str | None) -> Participant:
    return Participant(text=text, span=span, head=head, side=side, names=tuple(sorted(names_in(text))))


def _head(noun: "Token") -> str:
    """Return the lemma of a noun; a name is no plural ("Timothy Banks")."""
    return noun.lower_ if noun.pos_ == "PROPN" else noun_lemma(noun)


def _placed(noun: "Token") -> "list[Token]":
    """Return the words behind a noun that say which one it is: "the strike at the Dorn mine"."""
    if noun.pos_ != "NOUN":
        return []
    return [
        token
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in PLACING and child.i > noun.i
        for object_ in child.children
        for token in (child, *(noun_phrase(object_) if object_.dep_ == "pobj" else ()))
    ]


def thing(article: Article, paragraph: Paragraph, head: "Token | None", teller: Teller) -> Participant | None:
    """Return what a noun or pronoun names; a pronoun that may mean several stays a pronoun."""
    if head is None:
        return None
    if head.tag_ in {"WP", "WDT"}:  # "the man, who was unarmed"
        verb = head.head
        head = verb.head if verb.dep_ == "relcl" else head
    word = head.lower_
    if head.lemma_.lower() == "client" and teller.side and teller.side.startswith(DEFENCE):
        return _as_client(paragraph, head, teller.side.removeprefix(DEFENCE))
    if word in FIRST_PERSON and teller.name:
        return _as_teller(paragraph, head, teller)
    if word not in MALE | FEMALE:
        return participant(paragraph, head, teller)
    gender = "male" if word in MALE else "female"
    if teller.name and teller.gender in {gender, None} and not in_quotation(head):
        return _as_teller(paragraph, head, teller)
    for home, found in _earlier_persons(article, paragraph, head, gender, teller):
        return participant(home, found, teller)
    return participant(paragraph, head, teller)


def _as_teller(paragraph: Paragraph, head: "Token", teller: Teller) -> Participant:
    return _named(teller.name, paragraph.span([head]), teller.name.split()[-1].lower(), teller.side)


def _as_client(paragraph: Paragraph, head: "Token", client: str) -> Participant:
    """Return whom a lawyer calls "my client"."""
    name = client.replace("-", " ").title()
    return _named(name, paragraph.span([head]), name.split()[-1].lower(), None)


def _earlier_persons(
    article: Article, paragraph: Paragraph, pronoun: "Token", gender: str, teller: Teller
) -> "Iterator[tuple[Paragraph, Token]]":
    """Yield who can be meant, the nearest sentence first, its subjects before the rest."""
    told = {word.lower() for word in teller.name.split()}
    first = max(0, paragraph.index - LOOK_BACK)
    for home in reversed(article.paragraphs[first : paragraph.index + 1]):
        stop = pronoun.i if home.index == paragraph.index else len(home.doc)
        for sentence in reversed(list(home.doc.sents)):
            fitting = [
                token
                for token in sentence
                if token.i < stop and token.lower_ not in told and _can_be(token, gender)
            ]
            yield from (
                (home, token) for token in sorted(fitting, key=lambda one: not one.dep_.startswith("nsubj"))
            )


def _can_be(token: "Token", gender: str) -> bool:
    """Tell whether a token heads the name of a person of that gender."""
    if token.pos_ != "PROPN" or token.dep_ in {"compound", "poss", "npadvmod"} or side_of(token.text):
        return False
    if token.lower_ in words("generic", "calendar") or (
        token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near"}
    ):
        return False
    given = [child.lower_ for child in token.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    known = {_gender(word) for word in given} - {None}
    return known == {gender}


@cache
def _given_names() -> dict[str, frozenset[str]]:
    names = table("given_names")
    return {kind: frozenset(str(names[kind]).split()) for kind in ("male", "female")}


def _gender(given: str) -> str | None:
    kinds = [kind for kind, names in _given_names().items() if given in names]
    return kinds[0] if len(kinds) == 1 else None


def is_told_as_fact(verb: "Token") -> bool:
    """Tell whether a predicate is asserted: not possible, supposed, planned, feared or asked for."""
    if factuality(verb) != "actual" or _is_modal(verb):
        return False
    if verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in words("deeds", "charging"):
        return False
    current = verb
    for _ in range(GOVERNORS):
        lower, current = current, current.head
        if lower == current or lower.dep_ not in GOVERNED or (lower.dep_ == "conj" and is_finite(lower)):
            return True
        if lower.dep_ == "ccomp" and current.lemma_.lower() in words("deeds", "not_as_fact"):
            return False
        if lower.dep_ in {"ccomp", "xcomp", "conj"} and (
            _is_modal(current) or factuality(current) != "actual"
        ):
            return False
    return True


def _is_modal(verb: "Token") -> bool:
    return any(
        (child.dep_ == "aux" and child.lower_ in MAYBE)
        or (child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"})
        or child.lower_ in words("deeds", "perhaps")
        for child in verb.children
    )
