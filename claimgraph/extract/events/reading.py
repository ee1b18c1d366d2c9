"""The predicates inside a claim's content, one by one: verbs, nouns for deeds, and states."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimgraph.extract.events.grammar import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, first_child, object_of
from claimgraph.extract.events.happening import NEGATIONS, factuality, is_negated, polarity
from claimgraph.extract.events.participants import Voice, participant
from claimgraph.extract.events.roles import doer_from, inherited_subject, type_by_construction, verb_roles
from claimgraph.extract.events.vocabulary import (
    LIGHT_VERBS,
    event_words,
    is_participle,
    noun_lemma,
    state_words,
    verb_lemma,
    with_particle,
)
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.predicates import tokens_inside
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Proposition, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PATIENT_PREPOSITIONS = frozenset({"of", "on", "against", "upon"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "around", "across", "outside", "inside", "toward", "towards"}
)
DOING = frozenset(
    {"carry", "make", "conduct", "commit", "launch", "take", "have", "do", "cause", "order", "stage"}
)
"""Verbs that only say that the deed of their object was done."""


def read_events(
    article: Article, content: Iterable[Span], voice: Voice | None = None
) -> tuple[Proposition, ...]:
    """Return the events inside the content of one claim, in text order."""
    voice = voice or Voice()
    found: list[Proposition] = []
    spans = tuple(content)
    touched = {paragraph.index: paragraph for span in spans for paragraph in article.overlapping(span)}
    for _, paragraph in sorted(touched.items()):
        inside = tokens_inside(paragraph, spans)
        if inside:
            found.extend(_paragraph_events(paragraph, inside, voice))
    return tuple(found)


def _paragraph_events(paragraph: Paragraph, inside: "list[Token]", voice: Voice) -> Iterator[Proposition]:
    verbs, nouns = event_words()
    indices = {token.i for token in inside}
    roots = {token.i for token in inside if token.head.i not in indices or token.head == token}
    for token in inside:
        if (
            token.lower_ in state_words()
            and token.tag_ in {"VBN", "JJ", "VBD"}
            and token.dep_ not in {"amod", "conj"}
        ):
            yield _state_event(paragraph, token, token.lower_, voice)
        elif token.pos_ in {"VERB", "AUX"} or is_participle(token):
            lemma = verb_lemma(token)
            kind = type_by_construction(token, lemma) or verbs.get(lemma)
            if kind is None and token.pos_ == "VERB" and _is_main(token, roots):
                kind = lemma = with_particle(token, lemma)
                kind = None if kind in LIGHT_VERBS else kind
            if kind is not None:
                yield _verb_event(paragraph, token, lemma, kind, voice)
        elif token.pos_ in {"NOUN", "PROPN"} and noun_lemma(token) in nouns:
            yield _noun_event(paragraph, token, nouns[noun_lemma(token)], voice)
        elif token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd", "attr"}:
            yield _state_event(paragraph, token, token.lemma_.lower(), voice)
        elif (
            token.dep_ == "advmod"
            and token.lower_.removesuffix("ly") in state_words()
            and token.head.pos_ == "VERB"
        ):
            yield _state_event(paragraph, token, token.lower_.removesuffix("ly"), voice)


def _is_main(token: "Token", roots: set[int]) -> bool:
    if token.dep_ == "acl":  # "mines laid by rebels"
        return any(child.dep_ == "agent" for child in token.children)
    return token.i in roots or token.dep_ in {"ROOT", "ccomp", "conj", "pcomp", "xcomp"}


def _verb_event(paragraph: Paragraph, token: "Token", lemma: str, kind: str, voice: Voice) -> Proposition:
    agent, patient = verb_roles(token)
    return Proposition(
        predicate=kind,
        trigger=paragraph.span([token]),
        lemma=lemma,
        agent=participant(paragraph, agent, voice),
        patient=participant(paragraph, patient, voice),
        instrument=participant(paragraph, object_of(token, frozenset({"with", "using"})), voice),
        place=participant(paragraph, object_of(token, PLACE_PREPOSITIONS), voice),
        polarity=polarity(token),
        factuality=factuality(token),
        background=_in_passing(token),
    )


def _in_passing(token: "Token") -> bool:
    """Tell whether a verb stands in a relative clause or only modifies a noun ("the downed plane")."""
    if token.dep_ == "amod":
        return token.tag_ != "VBG"
    while token.dep_ in {"conj", "xcomp", "auxpass"} and token.head != token:
        token = token.head
    return token.dep_ == "relcl" and token.head.dep_ != "attr"


def _noun_event(paragraph: Paragraph, token: "Token", kind: str, voice: Voice) -> Proposition:
    owner = first_child(token, frozenset({"poss"}))
    adjective = next(
        (
            child
            for child in token.children
            if child.dep_ in {"amod", "compound", "nmod"} and side_of(child.text)
        ),
        None,
    )
    by = object_of(token, frozenset({"by"}))
    if by is None and owner is None and adjective is None and is_harmful(kind):
        by = doer_from(token)
    patient = object_of(token, PATIENT_PREPOSITIONS)
    if patient is not None and patient.lower_ == "part":  # "a provocation on the part of X" is X's
        by, patient = object_of(patient, frozenset({"of"})), None
    return Proposition(
        predicate=kind,
        trigger=paragraph.span([token]),
        lemma=token.lemma_.lower(),
        agent=participant(paragraph, by or owner or adjective, voice),
        patient=participant(paragraph, patient, voice),
        place=participant(paragraph, object_of(token, PLACE_PREPOSITIONS), voice),
        polarity="denied"
        if any(child.lower_ in NEGATIONS for child in token.children) or _undone(token)
        else "affirmed",
        factuality=factuality(token.head) if token.head.pos_ in {"VERB", "AUX"} else "actual",
        background=not _is_stated(token),
    )


def _undone(noun: "Token") -> bool:
    """Tell whether a deed told by a noun was not done: "did not carry out any attack"."""
    return (
        noun.dep_ in OBJECTS | PASSIVE_SUBJECTS
        and noun.head.lemma_.lower() in DOING
        and is_negated(noun.head)
    )


def _is_stated(noun: "Token") -> bool:
    """Tell whether a deed told by a noun is what the clause is about, not a circumstance of it."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"of", "for", "by", "to"}
    return noun.dep_ in {"ROOT", "appos", "conj", "attr", *OBJECTS, *SUBJECTS, *PASSIVE_SUBJECTS}


def _state_event(paragraph: Paragraph, token: "Token", lemma: str, voice: Voice) -> Proposition:
    """Return a predicate adjective or adverb ("was undamaged", "went smoothly") as a state of the subject."""
    own = first_child(token, SUBJECTS | PASSIVE_SUBJECTS)  # "were grounded" is parsed as a passive
    verb = token if own is not None else token.head
    return Proposition(
        predicate=lemma,
        trigger=paragraph.span([token]),
        lemma=lemma,
        patient=participant(
            paragraph, own or first_child(verb, SUBJECTS | PASSIVE_SUBJECTS) or inherited_subject(verb), voice
        ),
        polarity=polarity(verb, token),
        factuality=factuality(verb),
    )
