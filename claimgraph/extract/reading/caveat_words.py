"""The words by which an article says that something is unverified, unknown or unanswered.

A caveat is found by its words and the grammar around them, never by "verified" alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    COMPLEMENTS,
    child,
    children,
    has,
    has_word,
    lemma,
    lemmas,
    subtrees,
)
from claimgraph.extract.grammar.verbs import is_conditional, is_passive, negation_of, subject_of
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["verification", "unclear", "details", "reply"]
CLAUSES = ("ccomp", "advcl", "csubj", "xcomp", "relcl", "acl")


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
    for caveat in (rule(token) for token in sentence for rule in RULES):
        if caveat is not None and min(word.i for word in caveat.words) > last:
            found.append(caveat)
            last = max(word.i for word in caveat.words)
    return found


def _verification(verb: "Token") -> Caveat | None:
    """As in "could not be verified", "unable to confirm", "has yet to be corroborated"."""
    checks = lemma(verb) in words("caveats", "check")
    if (
        not (checks or lemma(verb) in words("caveats", "verify"))
        or verb.pos_ != "VERB"
        or is_conditional(verb)
    ):
        return None
    why = _hindrance(verb)
    things = _verified(verb)
    about = subtrees(things)
    told = words("caveats", "pointing_back") | words("caveats", "truth")
    independent = has_word(verb, "independently") or not told.isdisjoint(lemmas(about))
    if why is None or (checks and not independent) or lemmas(things) & words("caveats", "other_objects"):
        return None
    return Caveat("verification", _with_helpers(verb, why), tuple(about))


def _verified(verb: "Token") -> "list[Token]":
    """Return the heads of what was to be verified."""
    subject = subject_of(verb) if is_passive(verb) else None
    return [*children(verb, "dobj", *CLAUSES), *([subject] if subject is not None else [])]


def _hindrance(verb: "Token") -> "Token | None":
    """Return the word that says the verifying did not happen: "not", "unable", "yet"."""
    negation = negation_of(verb)
    if negation is not None:
        return None if has(verb, "aux", among=words("caveats", "to_come")) else negation
    if verb.dep_ not in {"xcomp", "acl"}:
        return None
    governor = child(verb.head, "acomp") or verb.head
    if lemma(governor) in words("caveats", "unable"):
        return governor
    if lemma(governor) in words("caveats", "able"):
        return negation_of(governor.head)
    return next((one for one in (*governor.children, *verb.children) if one.lower_ == "yet"), None)


def _marked(token: "Token") -> Caveat | None:
    """As in "unconfirmed reports", "the claims remain unverified"."""
    if token.lower_ not in words("caveats", "unverified"):
        return None
    said = (token, token.head) if token.dep_ == "amod" else (token,)
    return Caveat("verification", said, tuple(subtrees([token.head])))


def _missing(noun: "Token") -> Caveat | None:
    """As in "no independent confirmation", "no word on", "no further details", "no comment"."""
    nothing = next((one for one in noun.children if one.lower_ == "no"), None)
    kind = _missing_kind(noun) if nothing is not None else None
    if kind is None or nothing is None:
        return None
    topics = children(noun, "prep", "acl", "relcl")
    subject = subject_of(noun.head) if kind == "reply" and not topics else None
    about = [subject] if subject is not None else topics
    return Caveat(kind, tuple(noun.doc[nothing.i : noun.i + 1]), tuple(subtrees(about)))


def _missing_kind(noun: "Token") -> Kind | None:
    word = lemma(noun)
    proof = word in words("caveats", "proofs") and not lemmas(noun.subtree).isdisjoint(
        words("caveats", "pointing_back")
    )
    if proof or word in words("caveats", "confirmations"):
        return "verification"
    news = word in words("caveats", "news") and has_word(noun, "on", "about", "of", "from")
    if word in words("caveats", "missing") or (news and lemma(noun.head) == "be"):
        return "details"
    return "reply" if word in words("caveats", "answers") and noun.pos_ == "NOUN" else None


def _unclear(token: "Token") -> Caveat | None:
    """As in "it was not clear if", "remains unknown": of a question or a thing, never of a person."""
    verb = token.head if token.dep_ in COMPLEMENTS else token
    negation = negation_of(verb)
    negated = token.lower_ in words("caveats", "clear") and negation is not None
    if not negated and token.lower_ not in words("caveats", "unclear"):
        return None
    if has(token, "prep", among={"for", "as", "to", "of", "by"}) or (
        verb == token and not has(verb, *ANY_SUBJECT)
    ):
        return None
    clauses = [one for parent in (verb, token) for one in children(parent, *CLAUSES) if _asks(one)]
    subject = subject_of(verb)
    if not clauses and (subject is None or subject.pos_ in {"PROPN", "PRON"}):
        return None
    about = clauses or ([subject] if subject is not None else [])
    said = _with_helpers(token, negation) if negation is not None else (token,)
    return Caveat("unclear", said, tuple(subtrees(about)))


def _asks(clause: "Token") -> bool:
    return any(token.lower_ in words("grammar", "asking") for token in list(clause.subtree)[:3])


def _withheld(verb: "Token") -> Caveat | None:
    """As in "did not provide details", "gave no figures", "did not elaborate"."""
    if lemma(verb) not in words("caveats", "give") or verb.pos_ != "VERB":
        return None
    held = [one for one in children(verb, "dobj", "nsubjpass") if lemma(one) in words("caveats", "given")]
    why = _left_undone(verb)
    if why is None or not (held or lemma(verb) == "elaborate"):
        return None
    topics = (one for thing in held for one in children(thing, "prep"))
    return Caveat("details", (*_with_helpers(verb, why), *held), tuple(subtrees(topics)))


def _left_undone(verb: "Token") -> "Token | None":
    """Return the word that negates a verb, unless it is of what is to come or supposed."""
    to_come = has(verb, "aux", among=words("caveats", "to_come") | {"can", "to"}) or is_conditional(verb)
    return None if to_come else negation_of(verb)


def _unanswered(token: "Token") -> Caveat | None:
    """As in "did not respond to a request", "declined to comment", "could not be reached for comment"."""
    verb = token.head if token.dep_ in COMPLEMENTS else token
    subject = subject_of(verb)
    about = tuple(subtrees([subject] if subject is not None else []))
    if lemma(token) in words("caveats", "refuse"):
        held = [one for one in children(token, "xcomp") if lemma(one) in words("caveats", "refused")]
        return Caveat("reply", (token, *held), about) if held else None
    why = (
        _left_undone(verb)
        if lemma(token) in words("caveats", "silent") | words("caveats", "at_hand")
        else None
    )
    if why is None:
        return None
    asked = lemmas(below for one in children(token, "prep", "dobj") for below in (one, *one.children))
    answers = not asked.isdisjoint(words("caveats", "answers") | words("caveats", "requests"))
    return Caveat("reply", _with_helpers(token, why), about) if answers or lemma(token) == "comment" else None


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
    helpers = [one for one in children(token, *AUXILIARIES, "neg", "advmod") if one.i < token.i]
    return tuple(sorted({why, *helpers, token}, key=lambda one: one.i))
