"""The words by which an article says that something is unverified, unknown or unanswered.

A caveat is found by its words and the grammar around them, never by "verified" alone.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from claimgraph.extract.grammar.sentences import is_question
from claimgraph.extract.grammar.tree import children, has, lemmas
from claimgraph.extract.grammar.verbs import is_conditional, is_passive, negation_of, subject_of
from claimgraph.extract.reading import unsettled
from claimgraph.extract.reading.caveat import (
    CLAUSES,
    SPEAKING,
    Caveat,
    Kind,
    asked,
    asks,
    is_open,
    left_undone,
    predicate,
    whole,
    with_helpers,
)
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_person


def read_caveats(sentence: Sequence[Token]) -> list[Caveat]:
    """Return the caveats of a sentence in text order; of two over the same words, the first."""
    found: list[Caveat] = []
    last = -1
    # A word that a rule begins with is hardly one in thirty.
    opening = (one for one in sentence if not _openers().isdisjoint((one.lower_, one.lemma)))
    for caveat in (rule(token) for token in opening for rule in RULES):
        if caveat is not None and min(word.i for word in caveat.words) > last:
            found.append(caveat)
            last = max(word.i for word in caveat.words)
    return found


@cache
def _openers() -> frozenset[str]:
    first = (words("caveats", name) for name in (*_OPENING, *unsettled.OPENING))
    hedges = (words("hedges", name) for name in ("hearsay", "guessing", "modals"))
    listed = (word.split()[0] for words_ in (*first, *hedges) for word in words_)
    return frozenset({"without", "under", "anonymity", *listed})


def _verification(verb: Token) -> Caveat | None:
    """As in "could not be verified", "unable to confirm", "has yet to be corroborated"."""
    if verb.pos_ != "VERB" or verb.lemma not in words("caveats", "verify") | words("caveats", "check"):
        return None
    subject = subject_of(verb) if is_passive(verb) else None
    things = [*children(verb, "dobj", *CLAUSES), *filter(None, [subject])]
    why, about = _hindrance(verb), whole(*things)
    if why is None or _is_of_another_thing(verb, things, about):
        return None
    return Caveat("verification", with_helpers(verb, why), about)


def _is_of_another_thing(verb: Token, things: Sequence[Token], about: tuple[Token, ...]) -> bool:
    """Read "could not confirm a date"; what is checked is something told, or checked independently."""
    said = words("caveats", "pointing_back") | words("caveats", "truth")
    told = has(verb, "advmod", among={"independently"}) or not said.isdisjoint(lemmas(about))
    unsaid = verb.lemma in words("caveats", "check") and not told
    return unsaid or not words("caveats", "other_objects").isdisjoint(lemmas(things))


def _hindrance(verb: Token) -> Token | None:
    """Return the word that says the verifying did not happen: "not", "unable", "yet"."""
    if is_conditional(verb) or has(verb, "aux", among=words("caveats", "to_come") - {"would"}):
        return None
    negation, way = negation_of(verb), verb.head.head if verb.dep_ == "pcomp" else verb.head
    if way.lemma in words("caveats", "ways"):  # "there was no way to verify it"
        return _first("no", way.lefts) or negation
    if negation is not None or verb.dep_ not in {"xcomp", "acl"}:
        return negation
    governor = next(iter(children(verb.head, "acomp")), verb.head)
    if governor.lemma in words("caveats", "unable") | words("caveats", "refuse"):
        return governor
    if governor.lemma in words("caveats", "able"):
        return negation_of(governor.head)
    return _first("yet", (*governor.children, *verb.children))


def _first(form: str, among: Iterable[Token]) -> Token | None:
    return next((one for one in among if one.lower_ == form), None)


def _marked(token: Token) -> Caveat | None:
    """As in "unconfirmed reports", "the claims remain unverified"."""
    if token.lower_ not in words("caveats", "unverified"):
        return None
    said = (token, token.head) if token.dep_ == "amod" else (token,)
    return Caveat("verification", said, whole(token.head))


def _missing(noun: Token) -> Caveat | None:
    """As in "no independent confirmation", "no word on", "no comment", "confirmation was not available"."""
    nothing = _first("no", noun.lefts)
    had = lemmas(children(noun.head, "acomp")) & (words("caveats", "able") | words("caveats", "at_hand"))
    if noun.dep_ == "nsubj" and had and noun.lemma in words("caveats", "confirmations"):
        nothing = nothing or left_undone(noun.head)
    kind = _missing_kind(noun) if nothing is not None else None
    if kind is None or nothing is None:
        return None
    topics = children(noun, "prep", "acl", "relcl")
    about = whole(subject_of(noun.head)) if kind == "reply" and not topics else whole(*topics)
    first, last = sorted((nothing.i, noun.i))
    return Caveat(kind, tuple(noun.doc[first : last + 1]), about)


def _missing_kind(noun: Token) -> Kind | None:
    word, told = noun.lemma, words("caveats", "pointing_back") & lemmas(noun.subtree)
    if word in words("caveats", "confirmations") or (word in words("caveats", "proofs") and told):
        return "verification"
    news = word in words("caveats", "news") and noun.head.lemma == "be"
    if news or word in words("caveats", "missing"):
        return "details"
    return "reply" if word in words("caveats", "answers") else None


def _unclear(token: Token) -> Caveat | None:
    """As in "it was not clear if", "remains unknown": of a question or a thing, never of a person."""
    known = token.lower_ in words("caveats", "clear")
    if not known and token.lower_ not in words("caveats", "unclear"):
        return None
    verb = predicate(token)
    about, negation = asked(token, verb), negation_of(verb)
    sure = (known and negation is None) or token.head.lemma == "make"
    sure = sure or has(token, "prep", "mark", among={"for", "as", "to", "of", "by", "until"})
    own = _is_own_doubt(subject_of(verb), about)
    if sure or own or not is_open(about):
        return None
    return Caveat("unclear", with_helpers(token, negation), about)


def _is_own_doubt(subject: Token | None, about: tuple[Token, ...]) -> bool:
    """Read "I am not sure": a speaker's own doubt; nor is an unknown man an open question."""
    if subject is None:
        return False
    return subject.lower_ in SPEAKING or (subject in about and is_person(subject.lemma))


def _not_known(verb: Token) -> Caveat | None:
    """As in "police did not know who had fired", "the cause has yet to be determined": open to others."""
    if verb.lemma not in words("caveats", "finding_out") or is_question([*verb.sent]):
        return None
    put_off = verb.dep_ == "xcomp" and verb.head.lemma == "have" and has(verb.head, "advmod", among={"yet"})
    negation, subject = negation_of(verb), subject_of(verb.head if put_off else verb)
    if not (negation or put_off) or subject is None or subject.lower_ in SPEAKING:
        return None
    topic = [subject] if is_passive(verb) and subject.lemma in words("caveats", "topics") else []
    about = whole(*(one for one in children(verb, "ccomp") if asks(one)), *topic)
    return Caveat("unclear", with_helpers(verb, negation or verb), about) if is_open(about) else None


def _withheld(verb: Token) -> Caveat | None:
    """As in "did not provide details", "gave no figures", "did not elaborate"."""
    if verb.lemma not in words("caveats", "give"):
        return None
    held = [one for one in children(verb, "dobj", "nsubjpass") if one.lemma in words("caveats", "given")]
    why = left_undone(verb)
    if why is None or not (held or verb.lemma == "elaborate"):
        return None
    topics = (one for thing in held for one in children(thing, "prep"))
    return Caveat("details", (*with_helpers(verb, why), *held), whole(*topics))


def _refused(verb: Token) -> Caveat | None:
    """As in "declined to comment"."""
    if verb.lemma not in words("caveats", "refuse"):
        return None
    told = words("caveats", "refused") - words("caveats", "verify")
    held = [one for one in children(verb, "xcomp") if one.lemma in told]
    return Caveat("reply", (verb, *held), whole(subject_of(verb))) if held else None


def _unanswered(token: Token) -> Caveat | None:
    """As in "did not respond to a request", "could not be reached for comment"."""
    word = token.lemma
    if word not in words("caveats", "silent") | words("caveats", "at_hand"):
        return None
    why = left_undone(predicate(token))
    asked = lemmas(below for one in children(token, "prep", "dobj") for below in (one, *one.children))
    answers = asked & (words("caveats", "answers") | words("caveats", "requests"))
    if why is None or not (answers or word == "comment"):
        return None
    return Caveat("reply", with_helpers(token, why), whole(subject_of(predicate(token))))


def _without(word: Token) -> Caveat | None:
    """As in "said, without offering evidence, that", "claimed without proof that"."""
    if word.lower_ != "without" or word.head.lemma not in words("acts", "speech"):
        return None
    given = next((one for one in children(word, "pcomp") if one.lemma in words("caveats", "give")), word)
    held = [one for one in children(given, "dobj", "pobj") if one.lemma in words("caveats", "given")]
    told = held or given.lemma == "elaborate"
    return Caveat("details", tuple(dict.fromkeys((word, given, *held))), ()) if told else None


_OPENING = (
    "answers", "at_hand", "check", "clear", "confirmations", "finding_out", "give", "missing", "news",
    "proofs", "refuse", "silent", "unclear", "unverified", "verify",
)  # fmt: skip
RULES = (
    _verification, _marked, _missing, _unclear, _not_known, _withheld, _without, _refused, _unanswered,
    *unsettled.RULES,
)  # fmt: skip
