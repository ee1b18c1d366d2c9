"""Whom or what a role is filled with; a pronoun is taken to whom it means when that is plain."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.nouns import name_beside, noun_phrase
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.tree import children, governed, lemma
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.reading.vocabulary import noun_lemma
from claimgraph.lexicon import table, words
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MALE, FEMALE = frozenset({"he", "him", "himself"}), frozenset({"she", "her", "herself"})
FIRST_PERSON = frozenset({"i", "me", "myself"})
DEFENCE = "defence:"
"""How the side of a lawyer begins; the client's name follows."""
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


def participant(paragraph: Paragraph, head: "Token | None", teller: Teller) -> Participant | None:
    """Return the phrase of a head; "its" and "our" are of the teller's side; "none of them" is them."""
    if head is None:
        return None
    if head.lower_ in words("generic", "quantifiers"):
        head = governed(head, "of") or head
    phrase = noun_phrase(head)
    return _participant(paragraph, phrase, paragraph.span(phrase), noun_lemma(head), teller)


def described(paragraph: Paragraph, head: "Token", teller: Teller) -> Participant:
    """Return a noun with all that says which one it is: "the strike at the Dorn mine".

    A name set beside a noun is its name: "the gunman, Jane Roe" is Jane Roe.
    """
    phrase = sorted({*noun_phrase(head), *_placed(head)}, key=lambda token: token.i)
    span, named = paragraph.span(phrase), name_beside(head)
    if named is not None:
        span = (span[0], max(span[1], paragraph.span(noun_phrase(named))[1]))
    name = named or head
    # A name is no plural ("Timothy Banks").
    word = name.lower_ if name.pos_ == "PROPN" else noun_lemma(name)
    return _participant(paragraph, phrase, span, word, teller)


def _participant(
    paragraph: Paragraph, phrase: "list[Token]", span: Span, head: str, teller: Teller
) -> Participant:
    text = paragraph.text[span[0] - paragraph.start : span[1] - paragraph.start]
    own = teller.side and any(token.lower_ in words("grammar", "own") for token in phrase)
    return _named(text, span, head, teller.side if own else side_of(text))


def _named(text: str, span: Span, head: str, side: str | None) -> Participant:
    return Participant(text=text, span=span, head=head, side=side, names=tuple(sorted(names_in(text))))


def _placed(noun: "Token") -> "list[Token]":
    """Return the words behind a noun that say which one it is."""
    if noun.pos_ != "NOUN":
        return []
    places = (one for one in children(noun, "prep") if one.lower_ in words("generic", "placing"))
    return [
        token for one in places for thing in children(one, "pobj") for token in (one, *noun_phrase(thing))
    ]


def thing(article: Article, paragraph: Paragraph, head: "Token | None", teller: Teller) -> Participant | None:
    """Return what a noun or pronoun names; a pronoun that may mean several stays a pronoun."""
    if head is None:
        return None
    if head.tag_ in {"WP", "WDT"} and head.head.dep_ == "relcl":  # "the man, who was unarmed"
        head = head.head.head
    word = head.lower_
    if word == "client" and teller.side is not None and teller.side.startswith(DEFENCE):
        client = teller.side.removeprefix(DEFENCE).replace("-", " ").title()
        return _named(client, paragraph.span([head]), client.split()[-1].lower(), None)
    gender = "male" if word in MALE else "female" if word in FEMALE else None
    if teller.name and (word in FIRST_PERSON or _is_teller(head, gender, teller)):
        return _named(teller.name, paragraph.span([head]), teller.name.split()[-1].lower(), teller.side)
    persons = _earlier_persons(article, paragraph, head, gender, teller) if gender is not None else iter(())
    home, found = next(persons, (paragraph, head))
    return described(home, found, teller)


def _is_teller(pronoun: "Token", gender: str | None, teller: Teller) -> bool:
    fits = gender is not None and teller.gender in {gender, None}
    return fits and not in_quotation(pronoun)


def _earlier_persons(
    article: Article, paragraph: Paragraph, pronoun: "Token", gender: str, teller: Teller
) -> "Iterator[tuple[Paragraph, Token]]":
    """Yield who can be meant, the nearest sentence first, its subjects before the rest."""
    told = {word.lower() for word in teller.name.split()}
    for home in reversed(article.paragraphs[max(0, paragraph.index - LOOK_BACK) : paragraph.index + 1]):
        stop = pronoun.i if home.index == paragraph.index else len(home.doc)
        for sentence in reversed(list(home.doc.sents)):
            fitting = [t for t in sentence if t.i < stop and t.lower_ not in told and _can_be(t, gender)]
            fitting.sort(key=lambda one: not one.dep_.startswith("nsubj"))
            yield from ((home, token) for token in fitting)


def _can_be(token: "Token", gender: str) -> bool:
    """Tell whether a token heads the name of a person of that gender."""
    if token.pos_ != "PROPN" or token.dep_ in {"compound", "poss", "npadvmod"} or side_of(token.text):
        return False
    if lemma(token) in words("generic", "calendar") or (
        token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near"}
    ):
        return False
    given = (one.lower_ for one in children(token, "compound") if one.pos_ == "PROPN")
    return {_gender(word) for word in given} - {None} == {gender}


@cache
def _given_names() -> dict[str, frozenset[str]]:
    names = table("given_names")
    return {kind: frozenset(str(names[kind]).split()) for kind in ("male", "female")}


def _gender(given: str) -> str | None:
    kinds = [kind for kind, names in _given_names().items() if given in names]
    return kinds[0] if len(kinds) == 1 else None
