"""States a claim says something is in, and what it says became of it (``lexicon/questions.toml``)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claimgraph.extract.grammar.tree import (
    COMPLEMENTS,
    NOMINAL,
    VERBAL,
    child,
    children,
    governed,
    has,
    lemma,
    particles,
)
from claimgraph.extract.grammar.verbs import agent_of, is_passive, is_told_as_fact, polarity, subject_of
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.reading.participants import Teller, described, thing
from claimgraph.extract.reading.vocabulary import event_words, noun_lemma, verb_of
from claimgraph.lexicon import table, words
from claimgraph.model import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLETING = frozenset({"to", "of", "from", "with", "about", "against", "for", "by"})
"""Prepositions that complete an adjective: "open to talks" is another word than "open"."""
PREFIXES = ("non-", "un")
LONGEST_PHRASE = 6
"""Words behind the first of a set phrase."""
Entry = tuple[str, str]
"""A question and its answer."""
Phrases = dict[str, list[tuple[tuple[str, ...], Entry]]]
"""By its first word, the other words of an expression and what it answers."""


@dataclass(frozen=True, slots=True)
class _Words:
    said: dict[str, list[Entry]]
    manner: dict[str, list[Entry]]
    phrases: Phrases
    does: Phrases
    undergoes: Phrases


@cache
def _words() -> _Words:
    """Return the answers by the word that opens each."""
    found = _Words({}, {}, {}, {}, {})
    for question, entry in table("questions").items():
        answers: dict[str, dict[str, Any]] = entry.get("answers", {})
        for value, ways in answers.items():
            for single in ("said", "manner"):
                for word in ways.get(single, ()):
                    getattr(found, single).setdefault(word, []).append((question, value))
            for several in ("phrases", "does", "undergoes"):
                for phrase in ways.get(several, ()):
                    first, *rest = phrase.split()
                    getattr(found, several).setdefault(first, []).append((tuple(rest), (question, value)))
    return found


@cache
def _how(question: str) -> str | None:
    """Return of whom a question on how a thing was done is: its "patient" or "subject"; None for a state."""
    found: str | None = table("questions").get(question, {}).get("how")
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
        told = {
            "predicate": entry[0],
            "lemma": lemma(verb),
            "value": entry[1],
            "trigger": self.paragraph.span(said),
            "patient": thing(self.article, self.paragraph, of, self.teller),
            "polarity": polarity(verb, *said),
        }
        return Proposition(**(told | more))


def states(
    article: Article, paragraph: Paragraph, inside: "Sequence[Token]", teller: Teller
) -> Iterator[Proposition]:
    """Yield the answers on states among the tokens of one claim."""
    reader = _Reader(article, paragraph, teller)
    for token in inside:
        yield from _said(reader, token)
        yield from _set_phrases(reader, token)
        yield from _manner(reader, token)
        if token.pos_ in VERBAL:
            yield from (answer for answer in _done(reader, token) if not _of_other_sort(answer))


def _of_other_sort(answer: Proposition) -> bool:
    """Tell whether a thing cannot be meant: a shot that is fired loses no post."""
    never = table("questions").get(answer.predicate, {}).get("never_of", ())
    return answer.patient is not None and answer.patient.head in never


def _said(reader: _Reader, token: "Token") -> Iterator[Proposition]:
    """Yield what an adjective, participle or predicate noun says of its subject or noun."""
    entries = _entries(token)
    found = _said_of(token) if entries else None
    if found is None or not is_told_as_fact(found[1]):
        return
    of, verb = found
    for question, value, negated in entries:
        more: dict[str, Any] = {"complement": _complement(token)}
        if negated:
            more["polarity"] = "affirmed" if polarity(verb, token) == "denied" else "denied"
        target = _act_of(of) if _how(question) == "patient" else of
        yield reader.answer((question, value), [token], target, verb, **more)


def _entries(token: "Token") -> list[tuple[str, str, bool]]:
    """Return the questions a word answers: listed ones, else whether the thing is what the word says."""
    if token.pos_ not in {"ADJ", "VERB", "NOUN", "ADV", "PROPN"}:
        return []
    with_particle = [f"{token.lower_} {one.lower_}" for one in children(token, "prt")]
    forms = with_particle or [token.lower_, *([noun_lemma(token)] if token.pos_ == "NOUN" else [])]
    listed = [(*entry, False) for form in dict.fromkeys(forms) for entry in _words().said.get(form, ())]
    plain = token.pos_ in {"ADJ", "VERB"} and not token.text[0].isupper()  # "Indian", "Irish"
    return listed or (_by_itself(token) if plain else [])


def _by_itself(token: "Token") -> list[tuple[str, str, bool]]:
    """Read "unlicensed" as not licensed, where we know the word; a plain adjective as itself."""
    word = str(token.lower_)
    bases = (word.removeprefix(prefix) for prefix in PREFIXES if word.startswith(prefix))
    base = next((base for base in bases if _is_known(base)), None)
    if (base or word) in words("acts", "evaluative_adjectives") or word in words(
        "acts", "evaluative_adjectives"
    ):
        return []
    if base is not None:
        return [(f"is {base}", base, True)]
    return [(f"is {word}", word, False)] if token.pos_ == "ADJ" and token.dep_ in {"acomp", "attr"} else []


def _is_known(word: str) -> bool:
    """Tell whether a list of ours has an adjective, or the verb of a participle."""
    listed = word in _words().said or word in table("questions")["opposites"]["words"]
    return listed or verb_of(word) in event_words()[0]


def _said_of(token: "Token") -> "tuple[Token, Token] | None":
    """Return what a word is said of, and the verb that says it."""
    head = token.head
    if token.dep_ == "conj" and head.dep_ in {*COMPLEMENTS, "amod"}:
        return _said_of(head)
    if token.dep_ == "amod":
        return _modified(token, head)
    if token.dep_ in COMPLEMENTS and lemma(head) in words("deeds", "being"):
        subject = subject_of(head)
        return (subject, head) if subject is not None else None
    if has(token, "auxpass"):
        subject = subject_of(token)
        return (subject, token) if subject is not None else None
    return None


def _modified(token: "Token", noun: "Token") -> "tuple[Token, Token] | None":
    """Return the noun of a modifier, where it is a thing known and the clause a fact."""
    known = has(noun, "poss") or has(noun, "det", among={"the", "this", "that"})
    if not known and noun.pos_ != "PROPN":
        return None
    verb = next((one for one in (noun, *noun.ancestors) if one.pos_ in VERBAL), None)
    return (noun, token) if verb is None or is_told_as_fact(verb) else None


def _complement(token: "Token") -> str:
    """Return what completes a word: "to talks", "to drink", nothing."""
    for one in token.children:
        if one.dep_ == "xcomp" and one.i > token.i:
            return f"to {lemma(one)}"
        if one.dep_ == "prep" and one.lower_ in COMPLETING and one.i > token.i and token.tag_ != "VBN":
            inner = child(one, "pobj", "pcomp")
            return f"{one.lower_} {lemma(inner)}" if inner is not None else str(one.lower_)
    return ""


def _act_of(noun: "Token") -> "Token":
    """Return whom a deed told by a noun was done to: "the shooting of X" was meant, X was shot."""
    owner = child(noun, "poss")
    return governed(noun, "of", "on", "against") or (
        owner if owner is not None and owner.pos_ == "PROPN" else noun
    )


def _set_phrases(reader: _Reader, token: "Token") -> Iterator[Proposition]:
    """Yield the answers of set phrases that begin at a token ("in custody")."""
    known = _words().phrases.get(token.lower_, ())
    behind = (
        tuple(word.lower_ for word in token.doc[token.i + 1 : token.i + 1 + LONGEST_PHRASE]) if known else ()
    )
    for rest, entry in known:
        governor = next((one for one in token.ancestors if one.pos_ in VERBAL | NOMINAL), token.head)
        found = _governed(governor, entry[0]) if behind[: len(rest)] == rest else None
        if found is not None and is_told_as_fact(found[1]):
            said = list(token.doc[token.i : token.i + 1 + len(rest)])
            yield reader.answer(entry, said, found[0], found[1])


def _governed(governor: "Token", question: str) -> "tuple[Token, Token] | None":
    """Return what a set phrase is said of, by what it hangs on."""
    if governor.pos_ in NOMINAL:
        return governor, governor
    if _how(question) == "patient" or lemma(governor) in {"reduce", "leave"}:  # "was reduced to rubble"
        of = child(governor, "dobj", "nsubjpass")
    elif _how(question) is not None or lemma(governor) in words("deeds", "being") | {"hold"}:
        of = subject_of(governor)
    else:
        return None
    return (of, governor) if of is not None else None


def _manner(reader: _Reader, token: "Token") -> Iterator[Proposition]:
    """Yield what an adverb says of how something was done."""
    verb = token.head
    entries = _words().manner.get(token.lower_, ()) if token.dep_ == "advmod" and verb.pos_ in VERBAL else ()
    for entry in entries:
        of = child(verb, "dobj", "nsubjpass") if _how(entry[0]) == "patient" else None
        of = of or subject_of(verb)
        if of is not None and is_told_as_fact(verb):
            yield reader.answer(entry, [token], of, verb)


def _done(reader: _Reader, verb: "Token") -> Iterator[Proposition]:
    """Yield what the thing did, and what was done to it."""
    word, passive, subject = lemma(verb), is_passive(verb), subject_of(verb)
    known = _words()
    does = () if passive or subject is None else known.does.get(word, ())
    for rest, entry in does:
        if _has(verb, rest) and (rest or _stands_alone(verb)) and is_told_as_fact(verb):
            yield reader.answer(entry, [verb], subject, verb)
    of, doer = (subject, agent_of(verb)) if passive else (child(verb, "dobj"), subject)
    undergoes = () if of is None or _leads_on(verb) else known.undergoes.get(word, ())
    for rest, entry in undergoes:
        if _has(verb, rest) and is_told_as_fact(verb):
            by = described(reader.paragraph, doer, reader.teller) if doer is not None else None
            yield reader.answer(entry, [verb], of, verb, agent=by)


def _has(verb: "Token", rest: tuple[str, ...]) -> bool:
    """Tell whether the other words of a listed expression stand with its verb."""
    if not rest:
        return not particles(verb, "prt")
    near = children(verb, "prt", "dobj", "advmod", "prep")
    near += [below for one in children(verb, "dobj") for below in one.children]
    return set(rest) <= {form for token in near for form in (token.lower_, lemma(token))}


def _leads_on(verb: "Token") -> bool:
    """Tell whether a verb only leads to another: "was pushed into resigning"."""
    into = any(token.lower_ == "into" and token.nbor(1).tag_ == "VBG" for token in list(verb.subtree)[:-1])
    return into or has(verb, "xcomp")


def _stands_alone(verb: "Token") -> bool:
    """Tell whether a verb is without an object that would change it: "ended", not "ended the talks"."""
    if lemma(verb) == "leave":
        objects = children(verb, "dobj", "xcomp", "oprd", "ccomp")
        return all(one.dep_ == "dobj" and not has(one, "nummod") for one in objects)
    if lemma(verb) in {"remain", "stay"}:
        return not has(verb, *COMPLEMENTS, "xcomp")
    return not has(verb, "dobj", "xcomp", "oprd", "ccomp")
