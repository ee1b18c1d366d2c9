"""Whom or what a role is filled with; a pronoun is taken to whom it means when that is plain."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimgraph.extract.grammar.nouns import antecedent, counted_of, is_person, name_beside, noun_phrase
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.subjects import bearer
from claimgraph.extract.grammar.tree import NOMINAL, VERBAL, children, has
from claimgraph.extract.grammar.verbs import subject_of
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.reading.vocabulary import noun_lemma
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Participant, Polarity, Proposition, Span

THIRD_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FIRST_PERSON = frozenset({"i", "me", "myself"})
DEFENCE = "defence:"
"""How the side of a lawyer begins; the client's name follows."""

Meant = Callable[[Span, list[str]], str | None]
"""Whom "he" or "the mayor" at a place of the article means but for some, by name; None if that is open."""


def nobody(_span: Span, _barred: list[str]) -> None:
    """Say of every word that it is open whom it means."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose words are read: a single person's name, empty when it is none, and the side spoken for.

    ``meant`` tells whom pronouns and roles in the article mean.
    """

    name: str = ""
    side: str | None = None
    meant: Meant = nobody


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a claim that stand in one paragraph, and whose words they are."""

    paragraph: Paragraph
    tokens: list[Token]
    teller: Teller = Teller()

    def span(self, *tokens: Token) -> Span:
        """Return the hull of tokens in source positions."""
        return self.paragraph.span(tokens)

    def answer(
        self, entry: tuple[str, str], lemma: str, at: Span, of: Token | None, told: Polarity = "affirmed"
    ) -> Proposition:
        """Return an answer to a question of a thing: by which word it is told, where, and how."""
        question, value = entry
        return Proposition(
            predicate=question, value=value, lemma=lemma, trigger=at, patient=self.thing(of), polarity=told
        )

    def participant(self, head: Token | None) -> Participant | None:
        """Return the phrase of a head; "its" and "our" are of the teller's side; "none of them" is them."""
        return self._filled(head, lambda noun: self._phrase(noun_phrase(noun), noun_lemma(counted_of(noun))))

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
        return self._filled(head, self.described)

    def _filled(self, head: Token | None, phrase: Callable[[Token], Participant]) -> Participant | None:
        """Return whom a word means by name where that is plain, else by its phrase."""
        if head is None:
            return None
        head = antecedent(head) or head  # "the man, who was unarmed"
        side = self.teller.side or ""
        if head.lower_ == "client" and side.startswith(DEFENCE):
            return self._named(head, side.removeprefix(DEFENCE).replace("-", " ").title())
        name = self._person(head)
        return phrase(head) if name is None else self._named(head, name)

    def _phrase(self, phrase: list[Token], head: str) -> Participant:
        start, end = self.span(*phrase)
        text = self.paragraph.text[start - self.paragraph.start : end - self.paragraph.start]
        own = self.teller.side and any(map(self._is_tellers, phrase))
        described = len(phrase) == 2 and phrase[-1].pos_ == "NOUN"
        name = self.teller.meant((start, end), list(self._others(phrase[-1]))) if described else None
        side = self.teller.side if own else side_of(text)
        return _participant(text, (start, end), head, side, name or text)

    def _is_tellers(self, owner: Token) -> bool:
        """Tell whether "our" is the teller's, or "its" that nobody named before in the clause can own."""
        word = owner.lower_
        if word not in words("grammar", "own") or word in words("grammar", "first_person"):
            return word in words("grammar", "own")
        verbs = (one for one in owner.ancestors if one.pos_ in VERBAL and one in self.tokens)
        found = (one for one in map(bearer, verbs) if one is not None and one in self.tokens)
        before = (one for one in found if one.i < owner.i and not one.is_ancestor(owner))
        return not any(self._owns(one, word) for one in before)

    def _owns(self, subject: Token, word: str) -> bool:
        """Tell whether another than the teller is the subject, and can be whom "his" or "its" means."""
        if subject.lower_ in THIRD_PERSON:
            return in_quotation(subject) or self._person(subject) not in {None, self.teller.name}
        if subject.pos_ not in NOMINAL or subject.lower_ in (self.teller.side or "").split("-"):
            return False
        several = subject.tag_ in {"NNS", "NNPS"} or has(subject, "conj")
        person = is_person(subject) or subject.pos_ == "PROPN"
        fits = {"their": several or not is_person(subject), "its": not several and not is_person(subject)}
        return fits.get(word, person and not several)

    def _named(self, head: Token, name: str) -> Participant:
        """Return somebody by name whom a word stands for."""
        side = self.teller.side if name == self.teller.name else side_of(name)
        return _participant(name, self.span(head), name.rsplit(maxsplit=1)[-1].lower(), side, name)

    def _person(self, pronoun: Token) -> str | None:
        """Return by name whom "I", the teller, or "he" or "she" means; None if that is open."""
        if pronoun.lower_ in FIRST_PERSON:
            return self.teller.name or None
        if pronoun.lower_ not in THIRD_PERSON or self._is_of_nearer(pronoun):
            return None
        return self.teller.meant(self.span(pronoun), list(self._others(pronoun)))

    def _is_of_nearer(self, pronoun: Token) -> bool:
        """Tell whether a clause above is of somebody without a name: "the guard fell when he ran"."""
        subjects = (subject_of(above_it) for above_it in pronoun.head.ancestors if above_it in self.tokens)
        return any(one is not None and one.pos_ == "NOUN" and is_person(one) for one in subjects)

    def _others(self, word: Token) -> Iterator[str]:
        """Yield whom a word cannot mean: who says it, and whom the same verb names: "he shot Lund"."""
        if in_quotation(word):
            yield self.teller.name
        if word.dep_ == "poss" or "self" in word.lower_:
            return
        verb = word.head.head if word.dep_ == "pobj" else word.head
        objects = children(verb, "dobj", "dative")
        objects += [one for link in children(verb, "prep") for one in children(link, "pobj")]
        for one in (bearer(verb), *objects):
            if one is not None and one.pos_ == "PROPN":
                yield one.text
            elif one is not None and one.i < word.i:
                yield self._person(one) or ""


def _participant(text: str, span: Span, head: str, side: str | None, name: str) -> Participant:
    return Participant(text=text, span=span, head=head, side=side, names=tuple(sorted(names_in(name))))


def _placed(noun: Token) -> Iterator[Token]:
    """Yield the words behind a noun that say which one it is."""
    for one in children(noun, "prep") if noun.pos_ == "NOUN" else ():
        if one.lower_ in words("generic", "placing"):
            for thing in children(one, "pobj"):
                yield from (one, *noun_phrase(thing))
