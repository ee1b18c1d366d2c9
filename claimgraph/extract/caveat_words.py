"""The words by which an article says that something is unverified, unknown or unanswered.

A caveat is found by its words and the grammar around them, never by "verified" alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimgraph.extract.predicates import (
    SUBJECTS,
    negation_of,
    subject_of,
)
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["verification", "unclear", "details", "reply"]
COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "advcl", "csubj", "xcomp", "relcl", "acl"})
WH_WORDS = frozenset({"if", "whether", "who", "what", "how", "why", "when", "where", "which", "that"})


@dataclass(frozen=True, slots=True)
class Caveat:
    """A caveat in one sentence: its kind, the words that make it, and what it is about."""

    kind: Kind
    words: "tuple[Token, ...]"
    about: "tuple[Token, ...]"


def is_caveat(sentence: "Sequence[Token]") -> bool:
    """Tell whether a sentence says that something is unverified, unknown or unanswered."""
    return any(rule(token) is not None for token in sentence for rule in RULES)


def read_caveats(sentence: "Sequence[Token]") -> list[Caveat]:
    """Return the caveats of a sentence in text order; of two over the same words, the first."""
    found: list[Caveat] = []
    last = -1
    for token in sentence:
        for rule in RULES:
            caveat = rule(token)
            if caveat is not None and min(word.i for word in caveat.words) > last:
                found.append(caveat)
                last = max(word.i for word in caveat.words)
    return found


def _conditional(verb: "Token") -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "until", "once"} for child in verb.children
    )


def _verification(token: "Token") -> Caveat | None:
    """As in "could not be verified", "unable to confirm", "has yet to be corroborated"."""
    lemma = token.lemma_.lower()
    checks = lemma in words("caveats", "check")
    if (
        not (checks or lemma in words("caveats", "verify"))
        or token.pos_ not in {"VERB", "ADJ"}
        or _conditional(token)
    ):
        return None
    why = _hindrance(token)
    if why is None or _other_sense(token):
        return None
    about = _subtrees(_verified(token))
    if checks and not (_could_not(token, why) and _is_told(token, about)):
        return None
    return Caveat("verification", _with_helpers(token, why), about)


def _verified(verb: "Token") -> "list[Token]":
    """Return the heads of what was to be verified, the subject of "hard to verify" included."""
    about = [child for child in verb.children if child.dep_ in {*SUBJECTS, "dobj", *CLAUSES}]
    subject = subject_of(verb)
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    governor = verb.head
    if not about and verb.dep_ == "xcomp" and governor.lemma_.lower() in words("caveats", "unable"):
        passive, subject = True, subject_of(governor.head)
    if passive and subject is not None:
        about.append(subject)
    return about


def _could_not(verb: "Token", why: "Token") -> bool:
    """Tell whether a check could not be made, rather than was not."""
    modal = {child.lemma_.lower() for child in verb.children if child.dep_ == "aux"}
    return bool(modal & {"can", "could"}) or why.lemma_.lower() in {
        *words("caveats", "unable"),
        "way",
        "means",
    }


def _is_told(verb: "Token", about: "Sequence[Token]") -> bool:
    """Tell whether what was to be checked is something told: "the reports", "they", "its truth"."""
    told = words("caveats", "pointing_back") | words("caveats", "truth")
    independent = any(child.lower_ == "independently" for child in verb.children)
    return independent or any(
        token.lemma_.lower() in told or token.lower_ in {"they", "this", "that", "none", "neither"}
        for token in about
    )


def _hindrance(verb: "Token") -> "Token | None":
    """Return the word that says the verifying did not happen: "not", "unable", "yet", "refused"."""
    negation = negation_of(verb)
    modal = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    if negation is not None:
        return None if {"will", "wo", "would", "should", "must", "’ll", "'ll"} & set(modal) else negation
    governor = verb.head
    complement = next((child for child in governor.children if child.dep_ == "acomp"), None)
    if verb.dep_ == "xcomp" and complement is not None:
        governor = complement
    if verb.dep_ == "pcomp" and governor.lower_ == "of":
        governor = governor.head
    elif verb.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
        return None
    if governor.lemma_.lower() in words("caveats", "unable"):
        return governor
    if governor.lemma_.lower() in words("caveats", "able"):
        return negation_of(governor.head) or next(
            (child for child in governor.children if child.dep_ == "neg"), None
        )
    if governor.lemma_.lower() in {"have", "be"} and any(
        child.lower_ == "yet" for child in [*governor.children, *verb.children]
    ):
        return next(child for child in [*governor.children, *verb.children] if child.lower_ == "yet")
    if governor.lemma_.lower() in {"way", "means"} and any(
        child.lower_ == "no" for child in governor.children
    ):
        return governor
    return None


def _other_sense(verb: "Token") -> bool:
    """Tell whether an office, a document or a booking is what was not confirmed."""
    things = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ == "relcl":
        things.append(verb.head)
    subject = subject_of(verb)
    if subject is not None and any(child.dep_ == "auxpass" for child in verb.children):
        things.append(subject)
    held = {thing.lemma_.lower() for thing in things} | {
        below.lemma_.lower()
        for thing in things
        for below in thing.children
        if below.dep_ in {"compound", "conj"}
    }
    sworn_in = any(child.dep_ == "prep" and child.lower_ == "as" for child in verb.children)
    return bool(held & words("caveats", "other_objects")) or sworn_in


def _marked(token: "Token") -> Caveat | None:
    """As in "unconfirmed reports", "the claims remain unverified"."""
    if token.lower_ not in words("caveats", "unverified"):
        return None
    return Caveat(
        "verification", (token, token.head) if token.dep_ == "amod" else (token,), _subtrees([token.head])
    )


def _missing(token: "Token") -> Caveat | None:
    """As in "no independent confirmation", "no word on", "no further details", "no comment"."""
    lemma = token.lemma_.lower()
    kind: Kind | None = None
    proof = lemma in words("caveats", "proofs") and any(
        below.lemma_.lower() in words("caveats", "pointing_back") for below in token.subtree
    )
    if lemma in words("caveats", "confirmations") or proof:
        kind = "verification"
    elif lemma in words("caveats", "missing") or (
        lemma in words("caveats", "news")
        and any(child.lower_ in {"on", "about", "of", "from"} for child in token.children)
    ):
        kind = "details"
    elif lemma in words("caveats", "answers") and token.pos_ == "NOUN":
        kind = "reply"
    if kind is None:
        return None
    without = token.head if token.dep_ == "pobj" and token.head.lower_ == "without" else None
    nothing = without or next((child for child in token.children if child.lower_ == "no"), None)
    if nothing is None and lemma in words("caveats", "confirmations"):
        nothing = _not_possible(token)
        if nothing is not None and nothing.i > token.i:
            about = [child for child in token.children if child.dep_ == "prep"]
            return Caveat(kind, (token, *_between(token, nothing), nothing), _subtrees(about))
    if nothing is None or (
        lemma in words("caveats", "news") and token.head.lemma_.lower() not in {"be", "there"}
    ):
        return None
    topics = [child for child in token.children if child.dep_ in {"prep", "acl", "relcl"}]
    if kind == "reply" and not topics and (subject := subject_of(token.head)) is not None:
        topics = [subject]
    return Caveat(kind, (nothing, *_between(nothing, token), token), _subtrees(topics))


def _not_possible(noun: "Token") -> "Token | None":
    """Return the last word of "was not possible" behind "verification of the claims", or None."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or negation_of(verb) is None:
        return None
    possible = {*words("caveats", "able"), "available"}
    return next((child for child in verb.children if child.lemma_.lower() in possible), None)


def _unclear(token: "Token") -> Caveat | None:
    """As in "it was not clear if", "remains unknown": of a question or a thing, never of a person."""
    lemma = token.lower_
    negated = lemma in words("caveats", "clear") and _denied_complement(token)
    if not negated and lemma not in words("caveats", "unclear"):
        return None
    verb = token.head if token.dep_ in COMPLEMENTS else token
    if verb == token and not any(child.dep_ in {"auxpass", "cop", *SUBJECTS} for child in token.children):
        return None
    if any(
        child.dep_ == "prep" and child.lower_ in {"for", "as", "to", "of", "by"} for child in token.children
    ):
        return None
    clauses = [
        child
        for parent in {verb, token}
        for child in parent.children
        if child.dep_ in CLAUSES and _asks(child)
    ]
    subject = subject_of(verb)
    if not clauses and (subject is None or subject.pos_ in {"PROPN", "PRON"}):
        return None
    about = clauses or ([subject] if subject is not None else [])
    negation = negation_of(verb) or next((child for child in token.children if child.dep_ == "neg"), None)
    helpers = _with_helpers(token, negation) if negation is not None else (token,)
    return Caveat("unclear", helpers, _subtrees(about))


def _denied_complement(token: "Token") -> bool:
    verb = token.head if token.dep_ in COMPLEMENTS else token
    return negation_of(verb) is not None or any(child.dep_ == "neg" for child in token.children)


def _asks(clause: "Token") -> bool:
    first = list(clause.subtree)[:3]
    return any(token.lower_ in WH_WORDS for token in first)


def _withheld(token: "Token") -> Caveat | None:
    """As in "did not provide details", "without elaborating", "gave no figures"."""
    if token.lemma_.lower() not in words("caveats", "give") or token.pos_ != "VERB" or _conditional(token):
        return None
    given = [child for child in token.children if child.dep_ in {"dobj", "nsubjpass"}]
    held = [child for child in given if child.lemma_.lower() in words("caveats", "given")]
    without = token.dep_ == "pcomp" and token.head.lower_ == "without"
    why = token.head if without else negation_of(token)
    if why is None or _in_future(token) or not (held or token.lemma_ == "elaborate"):
        return None
    topics = [child for thing in held for child in thing.children if child.dep_ == "prep"]
    return Caveat("details", (*_with_helpers(token, why), *held), _subtrees(topics))


def _in_future(verb: "Token") -> bool:
    return any(
        child.dep_ == "aux" and child.lemma_.lower() in {"will", "should", "must", "can", "to"}
        for child in verb.children
    )


def _unanswered(token: "Token") -> Caveat | None:
    """As in "did not respond to a request for comment", "declined to comment", "could not be reached"."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "ADJ"} or _conditional(token):
        return None
    helpers: tuple[Token, ...] | None = None
    availability = lemma == "available" and token.dep_ in COMPLEMENTS
    negation = negation_of(token.head if availability else token)
    asked = [
        below
        for child in token.children
        if child.dep_ in {"prep", "dobj"}
        for below in [child, *child.children]
    ]
    requests = any(below.lemma_.lower() in words("caveats", "requests") for below in asked)
    if lemma in words("caveats", "refuse"):
        held = [
            c for c in token.children if c.dep_ == "xcomp" and c.lemma_.lower() in words("caveats", "refused")
        ]
        helpers = (token, *held) if held else None
    elif negation is None or _in_future(token):
        return None
    elif _stays_silent(lemma, requests=requests) or (
        availability and any(below.lemma_.lower() in words("caveats", "answers") for below in asked)
    ):
        helpers = _with_helpers(token, negation)
    elif lemma in {"reach", "contact"} and any(child.dep_ == "auxpass" for child in token.children):
        modal = any(
            child.dep_ == "aux" and child.lemma_.lower() in {"can", "could"} for child in token.children
        )
        helpers = _with_helpers(token, negation) if modal and _is_person(subject_of(token)) else None
    subject = subject_of(token.head if availability else token)
    return Caveat("reply", helpers, _subtrees([subject] if subject is not None else [])) if helpers else None


def _stays_silent(lemma: str, *, requests: bool) -> bool:
    """Tell whether a negated verb is one of answering."""
    if lemma in words("caveats", "silent"):
        return requests or lemma == "comment"
    return lemma == "return" and requests


def _is_person(subject: "Token | None") -> bool:
    people = words("acts", "parties") | {
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "representative",
        "family",
        "relative",
    }
    return subject is not None and (subject.pos_ in {"PROPN", "PRON"} or subject.lemma_.lower() in people)


RULES: "tuple[Callable[[Token], Caveat | None], ...]" = (
    _verification,
    _marked,
    _missing,
    _unclear,
    _withheld,
    _unanswered,
)


def _with_helpers(token: "Token", why: "Token") -> "tuple[Token, ...]":
    """Return the word with its auxiliaries and adverbs, from the word that hinders onwards."""
    helpers = [
        child
        for child in token.children
        if child.dep_ in {"aux", "auxpass", "neg", "advmod"} and child.i < token.i
    ]
    return tuple(
        sorted(
            {why.i: why, **{child.i: child for child in helpers}, token.i: token}.values(), key=lambda t: t.i
        )
    )


def _between(first: "Token", last: "Token") -> "list[Token]":
    return [first.doc[index] for index in range(first.i + 1, last.i)]


def _subtrees(heads: "Sequence[Token]") -> "tuple[Token, ...]":
    found = {token.i: token for head in heads for token in head.subtree}
    return tuple(found[index] for index in sorted(found))
