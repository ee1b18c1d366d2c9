"""Whom or what a role is filled with; a pronoun is taken to whom it means when that is plain."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from claimgraph.extract.grammar.nouns import antecedent, counted_of, name_beside, noun_phrase
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.tree import children, lemma
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.reading.vocabulary import noun_lemma
from claimgraph.lexicon import table, words
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Participant, Span

GENDERS = dict.fromkeys(("he", "him", "himself"), "male") | dict.fromkeys(("she", "her", "herself"), "female")
FIRST_PERSON = frozenset({"i", "me", "myself"})
DEFENCE = "defence:"
"""How the side of a lawyer begins; the client's name follows."""
LOOK_BACK = 2
"""Paragraphs before a pronoun in which its person is looked for."""
_PART_OF_NAME = frozenset({"compound", "poss", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose words are read: a single person's name, empty when it is none, and the side spoken for."""

    name: str = ""
    side: str | None = None

    @property
    def gender(self) -> str | None:
        """Return "male" or "female" where the given name or a title tells."""
        return _gender(self.name.split()[0].lower()) if self.name else None


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a claim that stand in one paragraph, and whose words they are."""

    article: Article
    paragraph: Paragraph
    tokens: list[Token]
    teller: Teller = Teller()

    def span(self, *tokens: Token) -> Span:
        """Return the hull of tokens in source positions."""
        return self.paragraph.span(tokens)

    def participant(self, head: Token | None) -> Participant | None:
        """Return the phrase of a head; "its" and "our" are of the teller's side; "none of them" is them."""
        if head is None:
            return None
        head = antecedent(head) or head
        whole = counted_of(head)
        phrase = noun_phrase(whole)
        return self._phrase([head, *phrase] if whole.i > head.i else phrase, noun_lemma(whole))

    def described(self, head: Token) -> Participant:
        """Return a noun with all that says which one it is: "the strike at the Dorn mine".

        A name set beside a noun is its name: "the gunman, Jane Roe" is Jane Roe.
        """
        named = name_beside(head)
        beside = noun_phrase(named) if named is not None else []
        name = named or head
        # A name is no plural ("Timothy Banks").
        word = name.lower_ if name.pos_ == "PROPN" else noun_lemma(name)
        return self._phrase([*noun_phrase(head), *_placed(head), *beside], word)

    def thing(self, head: Token | None) -> Participant | None:
        """Return what a noun or pronoun names; a pronoun that may mean several stays a pronoun."""
        if head is None:
            return None
        head = antecedent(head) or head  # "the man, who was unarmed"
        side = self.teller.side or ""
        if head.lower_ == "client" and side.startswith(DEFENCE):
            return self._named(head, side.removeprefix(DEFENCE).replace("-", " ").title(), None)
        if self._is_teller(head):
            return self._named(head, self.teller.name, self.teller.side)
        home, found = next(self._earlier_persons(head), (self.paragraph, head))
        return replace(self, paragraph=home).described(found)

    def _phrase(self, phrase: list[Token], head: str) -> Participant:
        start, end = self.span(*phrase)
        text = self.paragraph.text[start - self.paragraph.start : end - self.paragraph.start]
        own = self.teller.side and any(token.lower_ in words("grammar", "own") for token in phrase)
        return _participant(text, (start, end), head, self.teller.side if own else side_of(text))

    def _named(self, head: Token, name: str, side: str | None) -> Participant:
        """Return somebody by name whom a word stands for."""
        return _participant(name, self.span(head), name.rsplit(maxsplit=1)[-1].lower(), side)

    def _is_teller(self, pronoun: Token) -> bool:
        """Tell whether "I", or outside quotation marks "he" or "she", is the teller."""
        gender = GENDERS.get(pronoun.lower_)
        fits = gender is not None and self.teller.gender in {gender, None}
        told = pronoun.lower_ in FIRST_PERSON or (fits and not in_quotation(pronoun))
        return bool(self.teller.name) and told

    def _earlier_persons(self, pronoun: Token) -> Iterator[tuple[Paragraph, Token]]:
        """Yield whom "he" or "she" can mean, the nearest sentence first, its subjects before the rest."""
        gender, here = GENDERS.get(pronoun.lower_), self.paragraph.index
        if gender is None:
            return
        told = set(self.teller.name.lower().split())
        for home in reversed(self.article.paragraphs[max(0, here - LOOK_BACK) : here + 1]):
            stop = pronoun.i if home.index == here else len(home.doc)
            for sentence in reversed(list(home.doc.sents)):
                fitting = [t for t in sentence if t.i < stop and t.lower_ not in told and _can_be(t, gender)]
                fitting.sort(key=lambda one: not one.dep_.startswith("nsubj"))
                yield from ((home, token) for token in fitting)


def _participant(text: str, span: Span, head: str, side: str | None) -> Participant:
    return Participant(text=text, span=span, head=head, side=side, names=tuple(sorted(names_in(text))))


def _placed(noun: Token) -> Iterator[Token]:
    """Yield the words behind a noun that say which one it is."""
    for one in children(noun, "prep") if noun.pos_ == "NOUN" else ():
        if one.lower_ in words("generic", "placing"):
            for thing in children(one, "pobj"):
                yield from (one, *noun_phrase(thing))


def _can_be(token: Token, gender: str) -> bool:
    """Tell whether a token heads the name of a person of that gender."""
    if token.pos_ != "PROPN" or token.dep_ in _PART_OF_NAME or lemma(token) in words("generic", "calendar"):
        return False
    if side_of(token.text) or (token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near"}):
        return False
    given = (one.lower_ for one in children(token, "compound") if one.pos_ == "PROPN")
    return {_gender(word) for word in given} - {None} == {gender}


@cache
def _gender(given: str) -> str | None:
    """Return the gender of a given name that is of one alone."""
    kinds = [kind for kind in ("male", "female") if given in table("given_names")[kind].split()]
    return kinds[0] if len(kinds) == 1 else None
