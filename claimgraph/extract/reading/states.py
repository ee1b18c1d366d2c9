"""States a claim says something is in, and what it says became of it (``lexicon/questions.toml``)."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimgraph.extract.grammar.nouns import antecedent, is_person, joined_to
from claimgraph.extract.grammar.reality import is_told_as_fact
from claimgraph.extract.grammar.subjects import real
from claimgraph.extract.grammar.tree import COMPLEMENTS, NOMINAL, VERBAL, child, children, has, is_time
from claimgraph.extract.grammar.verbs import doer_and_undergone, is_passive, leads_on, polarity, subject_of
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.reading.vocabulary import is_free, means_another, noun_lemma
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.questions import Entry, is_how_done, listed
from claimgraph.model import Proposition

COMPLETING = frozenset({"to", "of", "from", "with", "about", "against", "for", "by"})
"""Prepositions that complete an adjective: "open to talks" is another word than "open"."""
_OBJECTS = ("dobj", "xcomp", "oprd", "ccomp")
_CHANGING = {
    "leave": ("xcomp", "oprd", "ccomp"),
    "work": (*_OBJECTS, "prep"),
    "remain": (*COMPLEMENTS, "xcomp"),
    "stay": (*COMPLEMENTS, "xcomp"),
}
"""By verb, what hangs on it and makes it say something else: "ended the talks"; others: an object."""


def states(passage: Passage) -> Iterator[Proposition]:
    """Yield the answers on states in the words of one claim."""
    for token in passage.tokens:
        yield from _said(passage, token)
        yield from _set_phrases(passage, token)
        yield from _manner(passage, token)
        if token.pos_ in VERBAL and not means_another(token) and not leads_on(token):
            yield from _did(passage, token)
            yield from _underwent(passage, token)


def _answer(
    passage: Passage, entry: Entry, said: Sequence[Token], of: Token | None, verb: Token
) -> Iterator[Proposition]:
    """Yield an answer of a thing, and of what is joined to it, where the verb that says it tells a fact."""
    fits = of is not None and _is_asked_of(table("questions").get(entry[0], {}), of)
    for one in (of, *joined_to(of)) if fits and is_told_as_fact(verb) else ():
        yield passage.answer(entry, verb.lemma, passage.span(*said), one, polarity(verb, *said))


def _is_asked_of(question: dict[str, Any], of: Token) -> bool:
    """Tell whether a question is asked of such a thing: no shot loses its post, no person goes on."""
    named, persons = antecedent(of) or of, question.get("persons")
    if noun_lemma(named) in question.get("never_of", ()):
        return False
    known = is_person(of) or is_person(named)  # "the pair, who fled"
    if not persons:
        return persons is None or not known
    living = known or named.lemma in words("deeds", "living")
    return living or (named.pos_ != "NOUN" and named.lower_ not in {"it", "that", "which", "this"})


def _said(passage: Passage, token: Token) -> Iterator[Proposition]:
    """Yield what an adjective, participle or predicate noun says of its subject or noun."""
    entries = _entries(token)
    of, verb = _said_of(token) if entries else (None, token)
    for entry in entries:
        for one in _answer(passage, entry, [token], of, verb):
            yield one.model_copy(update={"complement": _complement(token)})


def _entries(token: Token) -> list[Entry]:
    """Return the listed questions that a word answers."""
    if token.pos_ not in {"ADJ", "VERB", "NOUN", "ADV", "PROPN"}:
        return []
    particle = tuple(one.lower_ for one in children(token, "prt"))
    forms = [token.lower_, *([noun_lemma(token)] if token.pos_ == "NOUN" else [])]
    return [entry for form in forms for rest, entry in listed("said").get(form, ()) if rest == particle]


def _said_of(token: Token) -> tuple[Token | None, Token]:
    """Return what a word is said of, and the verb that says it."""
    head = token.head
    if token.dep_ == "conj" and head.dep_ in {*COMPLEMENTS, "amod"}:
        return _said_of(head)
    if token.dep_ == "amod":
        return _of_modifier(token)
    alone = token.dep_ == "advmod" and not has(head, *COMPLEMENTS)  # "the talks were over"
    if (alone or token.dep_ in COMPLEMENTS) and head.lemma in words("deeds", "being"):
        ready = token.lower_ == "ready" and has(token, "xcomp")  # "ready to go"
        of = child(head, "dobj") or subject_of(head)  # "kept the hospital open"
        return (None if ready else real(of)), head
    return (subject_of(token) if has(token, "auxpass") else None), token


def _of_modifier(token: Token) -> tuple[Token | None, Token]:
    """Return what a word before a noun is said of, and what says it: "it was a genuine letter"."""
    noun = token.head
    if token.lower_ in words("deeds", "predicative"):  # "the public mood"
        return None, token
    if noun.dep_ == "attr" and noun.head.lemma in words("deeds", "being"):
        return real(subject_of(noun.head)), noun.head
    told = not is_time(noun) and _is_told_of(noun)
    return (noun if told else None), token


def _is_told_of(noun: Token) -> bool:
    """Tell whether a noun is a thing known and its clause a fact, so that its modifier is one."""
    known = has(noun, "poss") or has(noun, "det", among={"the", "this", "that"})
    if not known and noun.pos_ != "PROPN":
        return False
    verb = next((one for one in (noun, *noun.ancestors) if one.pos_ in VERBAL), None)
    return verb is None or is_told_as_fact(verb)


def _complement(token: Token) -> str:
    """Return what completes a word: "to talks", "to fly", nothing; "safe to drink" is safe all the same."""
    for one in token.children:
        if one.dep_ == "xcomp" and token.lower_ in words("grammar", "controlling"):
            return f"to {one.lemma}"
        if one.dep_ == "prep" and one.lower_ in COMPLETING and token.tag_ != "VBN":
            inner = child(one, "pobj", "pcomp")
            return f"{one.lower_} {inner.lemma}" if inner is not None else str(one.lower_)
    return ""


def _set_phrases(passage: Passage, token: Token) -> Iterator[Proposition]:
    """Yield the answers of set phrases that begin at a token ("in custody")."""
    for rest, entry in listed("phrases").get(token.lower_, ()):
        said = list(token.doc[token.i : token.i + 1 + len(rest)])
        if tuple(word.lower_ for word in said[1:]) == rest and said[-1].dep_ not in {"compound", "amod"}:
            governor = next((one for one in token.ancestors if one.pos_ in VERBAL | NOMINAL), token.head)
            yield from _answer(passage, entry, said, _governed(governor, entry[0]), governor)


def _governed(governor: Token, question: str) -> Token | None:
    """Return what a set phrase is said of, by what it hangs on."""
    if governor.pos_ in NOMINAL:
        return None if is_how_done(question, "subject") else governor
    if is_how_done(question, "patient"):
        return child(governor, "dobj", "nsubjpass")
    if is_how_done(question, "subject"):
        return subject_of(governor)
    tells = governor.lemma in words("deeds", "being") | {"hold"}  # "held the men in jail"
    return (child(governor, "dobj") or subject_of(governor)) if tells else None


def _manner(passage: Passage, token: Token) -> Iterator[Proposition]:
    """Yield what an adverb says of how something was done."""
    verb = token.head
    if token.dep_ != "advmod" or verb.pos_ not in VERBAL:
        return
    for _, entry in listed("manner").get(token.lower_, ()):
        patient = child(verb, "dobj", "nsubjpass") if is_how_done(entry[0], "patient") else None
        yield from _answer(passage, entry, [token], patient or subject_of(verb), verb)


def _did(passage: Passage, verb: Token) -> Iterator[Proposition]:
    """Yield what the thing did."""
    subject = None if is_passive(verb) else subject_of(verb)
    if subject is None or (is_time(subject) and has(subject, "nummod")):  # "two days remain"
        return
    for rest, entry in _expressions(verb, "does"):
        other = any(
            {one.lower_, one.lemma}.isdisjoint(rest) for one in children(verb, "dobj")
        )  # "pulled out a gun"
        if not (other if rest else has(verb, *_CHANGING.get(verb.lemma, _OBJECTS))):
            yield from _answer(passage, entry, [verb], subject, verb)


def _underwent(passage: Passage, verb: Token) -> Iterator[Proposition]:
    """Yield what was done to the thing, and by whom."""
    doer, of = doer_and_undergone(verb)
    if of is None or has(verb, "xcomp"):  # "was pushed to resign"
        return
    for _, entry in _expressions(verb, "undergoes"):
        by = passage.thing(doer)
        for one in _answer(passage, entry, [verb], of, verb):
            yield one.model_copy(update={"agent": by})


def _expressions(verb: Token, way: str) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Yield the listed expressions of a verb whose other words stand with it."""
    other = has(verb, "prt") or has(verb, "prep", "advmod", among={"behind"})  # "leaves behind a son"
    for rest, entry in listed(way).get(verb.lemma, ()):
        if set(rest) <= _beside(verb) and (rest or not other):
            yield rest, entry


def _beside(verb: Token) -> set[str]:
    """Return the words that stand with a verb and below its objects; "left on Friday" is no "left on"."""
    near = children(verb, "prt", "dobj", "advmod", "prep", "oprd", "acomp", "xcomp", "ccomp")
    near = [one for one in near if not is_free(one)]
    near += [below for one in children(verb, "dobj", "prep") for below in one.children]
    return {form for token in near for form in (token.lower_, token.lemma)}
