"""States a claim says something is in, and what it says became of it (``lexicon/questions.toml``)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claimgraph.extract.answers.things import Teller, is_told_as_fact, participant, thing
from claimgraph.extract.events import noun_lemma, polarity
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.predicates import subject_of
from claimgraph.lexicon import table, words
from claimgraph.model import Participant, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLETING = frozenset({"to", "of", "from", "with", "about", "against", "for", "by"})
"""Prepositions that complete an adjective: "open to talks" is another word than "open"."""
PREFIXES = ("non-", "un")
"""Prefixes that only negate: "in" and "dis" begin too many words of their own ("disputed")."""
SHORTEST_BASE = 4
LONGEST_PHRASE = 6
"""Words behind the first of a set phrase."""
Entry = tuple[str, str]
"""A question and its answer."""


@dataclass(frozen=True, slots=True)
class _Words:
    said: dict[str, list[Entry]]
    manner: dict[str, list[Entry]]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    does: dict[str, list[tuple[tuple[str, ...], Entry]]]
    undergoes: dict[str, list[tuple[tuple[str, ...], Entry]]]


@cache
def _how(question: str) -> str | None:
    """Return of whom a question on how a thing was done is: its "patient" or "subject"; None for a state."""
    found: str | None = table("questions").get(question, {}).get("how")
    return found


@cache
def _words() -> _Words:
    """Return the answers by the word that opens each."""
    found = _Words({}, {}, {}, {}, {})
    for question, entry in table("questions").items():
        answers: dict[str, dict[str, Any]] = entry.get("answers", {})
        for value, ways in answers.items():
            for word in ways.get("said", ()):
                found.said.setdefault(word, []).append((question, value))
            for word in ways.get("manner", ()):
                found.manner.setdefault(word, []).append((question, value))
            for kind, index in (
                ("phrases", found.phrases),
                ("does", found.does),
                ("undergoes", found.undergoes),
            ):
                for phrase in ways.get(kind, ()):
                    first, *rest = phrase.split()
                    index.setdefault(first, []).append((tuple(rest), (question, value)))
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """One paragraph of one claim, with whose words it holds."""

    article: Article
    paragraph: Paragraph
    teller: Teller

    def answer(
        self, entry: Entry, said: "Sequence[Token]", of: "Token | None", verb: "Token", **more: Any
    ) -> Proposition:
        """Return an answer of a thing, by the verb that tells it."""
        return Proposition(
            **{
                "predicate": entry[0],
                "lemma": verb.lemma_.lower(),
                "value": entry[1],
                "trigger": self.paragraph.span(said),
                "patient": self.named(of),
                "polarity": polarity(verb, *said),
                **more,
            }
        )

    def named(self, head: "Token | None") -> Participant | None:
        """Return a noun as what it names."""
        return thing(self.article, self.paragraph, head, self.teller)


def states(
    article: Article, paragraph: Paragraph, inside: "Sequence[Token]", teller: Teller
) -> Iterator[Proposition]:
    """Yield the answers on states among the tokens of one claim."""
    reader = _Reader(article, paragraph, teller)
    for token in inside:
        yield from _said(reader, token)
        yield from _set_phrases(reader, token)
        yield from _manner(reader, token)
        if token.pos_ in {"VERB", "AUX"}:
            yield from (answer for answer in _done(reader, token) if not _of_other_sort(answer))


def _of_other_sort(answer: Proposition) -> bool:
    """Tell whether a thing cannot be meant: a shot that is fired loses no post."""
    never = table("questions").get(answer.predicate, {}).get("never_of", ())
    return answer.patient is not None and answer.patient.head in never


def _said(reader: _Reader, token: "Token") -> Iterator[Proposition]:
    """Yield what an adjective, participle or predicate noun says of its subject or noun."""
    if token.pos_ not in {"ADJ", "VERB", "NOUN", "ADV", "PROPN"}:
        return
    entries = _entries(token)
    if not entries:
        return
    found = _said_of(token)
    if found is None:
        return
    of, verb = found
    if not is_told_as_fact(verb):
        return
    complement = _complement(token)
    for question, value, negated in entries:
        more: dict[str, Any] = {"complement": complement}
        if negated:
            more["polarity"] = "affirmed" if polarity(verb, token) == "denied" else "denied"
        target = _act_of(of) if _how(question) == "patient" else of
        yield reader.answer((question, value), [token], target, verb, **more)


def _entries(token: "Token") -> list[tuple[str, str, bool]]:
    """Return the questions a word answers: listed ones, else whether the thing is what the word says."""
    forms = [token.lower_, *([noun_lemma(token)] if token.pos_ == "NOUN" else [])]
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
    forms = [f"{token.lower_} {particle}"] if particle else forms
    listed = [
        (question, value, False)
        for form in dict.fromkeys(forms)
        for question, value in _words().said.get(form, ())
    ]
    if listed or token.pos_ == "NOUN":
        return listed
    return _by_prefix(token)


def _by_prefix(token: "Token") -> list[tuple[str, str, bool]]:
    """Read "unlicensed" as not licensed; a plain adjective as itself."""
    word = token.lower_
    if (
        token.pos_ not in {"ADJ", "VERB"}
        or token.text[0].isupper()  # "Indian", "Irish"
        or word in table("questions")["not_opposites"]["words"]
        or word in words("acts", "evaluative_adjectives")
    ):
        return []
    for prefix in PREFIXES:
        base = word.removeprefix(prefix)
        if base != word and len(base) >= SHORTEST_BASE:
            return [] if base in words("acts", "evaluative_adjectives") else [(f"is {base}", base, True)]
    plain = token.pos_ == "ADJ" and token.dep_ in {"acomp", "attr"}
    return [(f"is {word}", word, False)] if plain else []


def _said_of(token: "Token") -> "tuple[Token, Token] | None":
    """Return what a word is said of, and the verb that says it."""
    head = token.head
    if (
        token.dep_ == "conj"
        and head.pos_ in {"ADJ", "VERB", "NOUN"}
        and head.dep_ in {"acomp", "attr", "oprd", "amod"}
    ):
        return _said_of(head)
    if token.dep_ == "amod":
        return _modified(token, head)
    if token.dep_ in {"acomp", "attr", "oprd"} and head.lemma_.lower() in words("deeds", "being"):
        subject = subject_of(head)
        return (subject, head) if subject is not None else None
    if token.tag_ in {"VBN", "VBD", "JJ"} and any(child.dep_ == "auxpass" for child in token.children):
        subject = next((child for child in token.children if child.dep_ in {"nsubjpass", "nsubj"}), None)
        subject = subject or subject_of(token)
        return (subject, token) if subject is not None else None
    return None


def _modified(token: "Token", noun: "Token") -> "tuple[Token, Token] | None":
    """Return the noun of a modifier, where it is a thing known and the clause a fact."""
    if token.pos_ == "VERB" and token.tag_ not in {"VBN", "VBG"}:
        return None
    known = any(
        (child.dep_ == "det" and child.lower_ in {"the", "this", "that"}) or child.dep_ == "poss"
        for child in noun.children
    )
    if not known and noun.pos_ != "PROPN":
        return None
    verb = noun
    while verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    return (noun, token) if verb.pos_ not in {"VERB", "AUX"} or is_told_as_fact(verb) else None


def _complement(token: "Token") -> str:
    """Return what completes a word: "to talks", "to drink", nothing."""
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "xcomp":
            return f"to {child.lemma_.lower()}"
        if child.dep_ == "prep" and child.lower_ in COMPLETING and token.tag_ not in {"VBN", "VBD"}:
            inner = next((grand for grand in child.children if grand.dep_ in {"pobj", "pcomp"}), None)
            return f"{child.lower_} {inner.lemma_.lower()}" if inner is not None else child.lower_
    return ""


def _act_of(noun: "Token") -> "Token":
    """Return whom a deed told by a noun was done to: "the shooting of X" was meant, X was shot."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "on", "against"}:
            return next((grand for grand in child.children if grand.dep_ == "pobj"), noun)
    return next((child for child in noun.children if child.dep_ == "poss" and child.pos_ == "PROPN"), noun)


def _set_phrases(reader: _Reader, token: "Token") -> Iterator[Proposition]:
    """Yield the answers of set phrases that begin at a token ("in custody")."""
    known = _words().phrases.get(token.lower_)
    if known is None:
        return
    behind = tuple(word.lower_ for word in token.doc[token.i + 1 : token.i + 1 + LONGEST_PHRASE])
    for rest, entry in known:
        end = token.i + 1 + len(rest)
        if behind[: len(rest)] != rest:
            continue
        governor = token.head
        while governor.pos_ not in {"VERB", "AUX", "NOUN", "PROPN"} and governor.head != governor:
            governor = governor.head
        found = _governed(governor, entry[0])
        if found is not None and is_told_as_fact(found[1]):
            yield reader.answer(entry, list(token.doc[token.i : end]), found[0], found[1])


def _governed(governor: "Token", question: str) -> "tuple[Token, Token] | None":
    """Return what a set phrase is said of, by what it hangs on."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        return governor, governor
    if _how(question) is not None:
        of = _object_or_subject(governor) if _how(question) == "patient" else subject_of(governor)
        return (of, governor) if of is not None else None
    if governor.lemma_.lower() in {"reduce", "leave", "turn"}:  # "the town was reduced to rubble"
        of = next((child for child in governor.children if child.dep_ in {"dobj", "nsubjpass"}), None)
        return (of, governor) if of is not None else None
    if governor.lemma_.lower() not in words("deeds", "being") | {"hold"}:
        return None
    subject = subject_of(governor)
    return (subject, governor) if subject is not None else None


def _object_or_subject(verb: "Token") -> "Token | None":
    found = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    return found or subject_of(verb)


def _manner(reader: _Reader, token: "Token") -> Iterator[Proposition]:
    """Yield what an adverb says of how something was done."""
    if token.dep_ != "advmod" or token.head.pos_ not in {"VERB", "AUX"} or not is_told_as_fact(token.head):
        return
    verb = token.head
    for entry in _words().manner.get(token.lower_, ()):
        of = _object_or_subject(verb) if _how(entry[0]) == "patient" else subject_of(verb)
        if of is not None:
            yield reader.answer(entry, [token], of, verb)


def _done(reader: _Reader, verb: "Token") -> Iterator[Proposition]:
    """Yield what the thing did, and what was done to it."""
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children)
    known = _words()
    for rest, entry in () if passive else known.does.get(lemma, ()):
        of = subject_of(verb)
        if (
            of is not None
            and _has(verb, rest)
            and (rest or _stands_alone(verb, lemma))
            and is_told_as_fact(verb)
        ):
            yield reader.answer(entry, [verb], of, verb)
    for rest, entry in known.undergoes.get(lemma, ()):
        of, doer = _roles(verb, passive=passive)
        if of is None or not _has(verb, rest) or _leads_on(verb) or not is_told_as_fact(verb):
            continue
        by = participant(reader.paragraph, doer, reader.teller) if doer is not None else None
        yield reader.answer(entry, [verb], of, verb, agent=by)


def _roles(verb: "Token", *, passive: bool) -> "tuple[Token | None, Token | None]":
    """Return what a verb is done to, and who does it."""
    if passive:
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        doer = (
            next((child for child in agent.children if child.dep_ == "pobj"), None)
            if agent is not None
            else None
        )
        return subject_of(verb), doer
    return next((child for child in verb.children if child.dep_ == "dobj"), None), subject_of(verb)


def _has(verb: "Token", rest: tuple[str, ...]) -> bool:
    """Tell whether the other words of a listed expression stand with its verb."""
    if not rest:
        return not any(child.dep_ == "prt" for child in verb.children)
    near = {
        form
        for child in verb.children
        if child.dep_ in {"prt", "dobj", "advmod", "prep"}
        for token in (child, *(child.children if child.dep_ == "dobj" else ()))
        for form in (token.lower_, token.lemma_.lower())
    }
    return set(rest) <= near


def _leads_on(verb: "Token") -> bool:
    """Tell whether a verb only leads to another: "was pushed into resigning"."""
    if any(child.dep_ == "xcomp" for child in verb.children):
        return True
    return any(token.lower_ == "into" and token.nbor(1).tag_ == "VBG" for token in list(verb.subtree)[:-1])


def _stands_alone(verb: "Token", lemma: str) -> bool:
    """Tell whether a verb is without an object that would change it: "ended", not "ended the talks"."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "xcomp", "oprd", "ccomp"}]
    if lemma == "leave":
        return all(
            child.dep_ == "dobj" and not any(c.dep_ == "nummod" for c in child.children) for child in objects
        )
    if lemma in {"remain", "stay"}:
        return not any(child.dep_ in {"acomp", "attr", "oprd", "xcomp"} for child in verb.children)
    return not objects
