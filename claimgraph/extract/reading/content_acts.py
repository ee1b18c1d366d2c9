"""Rules that read an act from what is said, where the cue is neutral."""

from collections.abc import Iterator

from claimgraph.extract.attribution.spans import idiom
from claimgraph.extract.grammar.nouns import doer_of
from claimgraph.extract.grammar.tree import NOMINAL, VERBAL, above, child, children, governed, has
from claimgraph.extract.grammar.verbs import (
    DUTY,
    FUTURE,
    Predicate,
    agent_of,
    going_to,
    is_conditional,
    is_finite,
    is_infinitive,
    is_passive,
    read_predicate,
    subject_of,
)
from claimgraph.extract.reading.hedges import is_estimate
from claimgraph.extract.reading.statement import Statement, Verdict, can_act, of_clause
from claimgraph.extract.reading.vocabulary import does_harm, judges, side_before
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.deeds import harmful, undergone
from claimgraph.model import Act

_GOING_ON = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp"})
_OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj"})
_OTHER_NOUNS = frozenset({"relcl", "acl", "nsubj", "nsubjpass"})
EVER = (Act.ADMIT, Act.EVALUATE)
NOW = (*EVER, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.ESTIMATE)
"""Acts that "we regretted", and those that only "we regret", performs."""


@of_clause
def performed(statement: Statement, main: Predicate) -> Verdict | None:
    """The speaker performs the act in so many words: "we urge both sides", "I would ask you"."""
    polite = statement.first_person and main.modal in {"would", "must"}
    if not _speaks_of_own(statement, main, polite=polite) or not has(
        main.verb, "dobj", "ccomp", "xcomp", "prep"
    ):
        return None
    word, cues = idiom(main.verb) or main.verb.lemma, table("acts")["cues"]
    if word in cues["deny"]:
        return Verdict(Act.DENY, "denied", (main.verb,))
    if main.perfect or main.subject is None or main.subject.pos_ != "PRON":
        return None
    now = polite or (main.verb.tag_ == "VBP" and statement.first_person)
    return next((Verdict(act, "affirmed") for act in (NOW if now else EVER) if word in cues[act]), None)


def _speaks_of_own(statement: Statement, main: Predicate, *, polite: bool) -> bool:
    """Tell whether a clause says what the speaker does, or in all politeness would do."""
    if main.subject is None or main.negation is not None or main.passive:
        return False
    return polite or (main.modal is None and statement.is_self(main.subject))


@of_clause
def opinion(statement: Statement, main: Predicate) -> Verdict | None:
    """A judgement of worth, a first-person belief, or a wish: "is unwise", "I would say", "would like"."""
    word, softened = main.verb.lemma, main.modal == "would" and not main.perfect
    softly = {"say", "argue", "suggest"} if softened else set()
    held = statement.first_person and word in words("acts", "belief").union(words("acts", "wishing"), softly)
    judged = (softened or main.modal not in FUTURE | DUTY) and judges(main.verb)
    wished = softened and (word in words("acts", "liking") or (word == "be" and has(main.verb, "xcomp")))
    return statement.verdict(Act.EVALUATE) if any((held, judged, wished)) else None


@of_clause
def duty(statement: Statement, main: Predicate) -> Verdict | None:
    """Others should, must or need to do something, or are told to; "should have" is hindsight."""
    if is_conditional(main.verb):
        return None
    if main.modal in DUTY:
        alone = main.subject is not None and main.subject.lower_ == "i"
        return statement.verdict(Act.EVALUATE if main.perfect or alone else Act.DEMAND)
    demanded = _is_needed(statement, main) or (main.modal is None and _is_order(statement, main))
    return statement.verdict(Act.DEMAND) if demanded else None


def _is_needed(statement: Statement, main: Predicate) -> bool:
    """Read "needs to", "will have to", "is going to have to", "you've got to"."""
    verb = going_to(main.verb) or main.verb
    ahead = main.modal == "will" or verb is not main.verb
    needs = verb.lemma in {"need", "have"} and (ahead or verb.tag_ in {"VBZ", "VBP"})
    got = verb.lower_ == "got" and has(verb, "aux")
    return (needs or got) and has(verb, "xcomp") and not statement.first_person


def _is_order(statement: Statement, main: Predicate) -> bool:
    """Tell whether others are told to act, not only to look, and in a clause that lacks no subject."""
    verb = main.verb
    if verb.tag_ != "VB" or main.subject is not None or above(verb, "conj").head.pos_ in {"NOUN", "ADJ"}:
        return False
    done = {verb.lemma, *(f"{verb.lemma} {one.lemma}" for one in children(verb, "dobj"))}
    bidding = words("acts", "speech") - words("acts", "of_oneself")
    told = not is_infinitive(verb) or statement.cue.lemma in bidding
    told = told and (verb.dep_ == "xcomp" or subject_of(verb) is None)  # not "we act," he said, "and win"
    felt = words("acts", "liking") | words("acts", "belief")  # "Love the new stadium"
    return told and done.isdisjoint(words("acts", "attention") | felt)


@of_clause
def future(statement: Statement, main: Predicate) -> Verdict | None:
    """What is to come: promised by those who will do it, else foretold; what would have been is past."""
    if main.modal == "would" and (main.perfect or main.verb.lemma in words("acts", "inferring")):
        return statement.verdict(Act.ASSERT)
    if main.negation is not None and main.verb.lemma in words("acts", "answering"):  # "will not comment"
        return statement.verdict(Act.EVALUATE)
    if main.modal in FUTURE or _is_prospective(main.verb):
        return statement.verdict(Act.PROMISE if _promises(statement, main) else Act.PREDICT)
    return statement.verdict(Act.PREDICT) if _is_possible(main) else None


def _is_possible(main: Predicate) -> bool:
    """Tell whether something may happen; who "could hear" or "may be hiding" foretells nothing."""
    perceived = main.verb.lemma in words("acts", "perceptions")
    told = main.perfect or main.negation is not None or perceived
    return not told and main.modal in ({"could"} if main.verb.tag_ == "VBG" else {"may", "might", "could"})


def _is_prospective(verb: Token) -> bool:
    """Tell whether a verb says what is to come: "plans to", "is expected to", "is likely to"."""
    expected = verb.lemma in words("acts", "expected") and is_passive(verb)
    if _intended(verb) is not verb or (expected and has(verb, "xcomp")):
        return True
    bound = (one for one in children(verb, "acomp") if one.lower_ in words("acts", "bound_to"))
    return any(has(one, "xcomp") for one in bound)


def _promises(statement: Statement, main: Predicate) -> bool:
    """Tell whether the speaker says what the speaker, or the body spoken for, is to do."""
    unsure = main.modal == "would" and statement.first_person  # "we would win"
    if unsure or main.passive or main.subject is None or statement.cue.lemma in words("acts", "belief"):
        return False
    word = _intended(main.verb).lemma
    if statement.is_self(main.subject):
        return word not in words("acts", "states") and can_act(main.subject)
    return word not in words("acts", "involuntary") and statement.speaks_for(main.subject)


def _intended(verb: Token) -> Token:
    """Return what somebody is to do by a verb: "is going to", "plans to"; else the verb itself."""
    intends = verb.lemma in words("acts", "intentions") and is_finite(verb) and not is_passive(verb)
    return (child(verb, "xcomp") if intends else going_to(verb)) or verb


def belief(statement: Statement) -> Verdict | None:
    """What somebody merely believes is an attitude; what the police believe is what they have found."""
    if statement.cue.lemma not in words("acts", "belief"):
        return None
    return statement.verdict(Act.ASSERT if statement.finds_out else Act.EVALUATE)


@of_clause
def harm(statement: Statement, main: Predicate) -> Verdict | None:
    """A harmful act is told of a named other party, or another is to blame."""
    told = _harms(main, {token.i for token in statement.tokens})
    if any(statement.can_be_blamed(agent, deed) for deed, agent in told):
        return Verdict(Act.ACCUSE, "affirmed")
    return _blame(statement, main)


def _blame(statement: Statement, main: Predicate) -> Verdict | None:
    """Another "is responsible", or "is to blame"; or the speaker is."""
    blames = main.is_plain and main.verb.lemma == "be" and any(map(_is_blame, main.verb.children))
    if main.subject is None or not blames:
        return None
    if statement.is_self(main.subject) and can_act(main.subject):
        return Verdict(Act.ADMIT, "affirmed")
    return Verdict(Act.ACCUSE, "affirmed") if statement.is_other_party(main.subject) else None


def _is_blame(word: Token) -> bool:
    """Read "responsible for the crash", "to blame"; not "responsible for training"."""
    blaming = words("acts", "blame_adjectives") | {"blame"}
    return word.lemma in blaming and (governed(word, "for") or word).lemma not in words("acts", "duties")


def approximation(statement: Statement) -> Verdict | None:
    """A count marked as approximate is an estimate."""
    return statement.verdict(Act.ESTIMATE) if is_estimate(statement) else None


def _harms(main: Predicate, inside: set[int]) -> Iterator[tuple[Token, Token]]:
    """Yield (harmful word, agent) for a clause: its verb, what its subject goes on to do, its nouns.

    Only what is told as done counts: not negated, not wished, not under "if".
    """
    for verb in _verbs_of_clause(main.verb, inside):
        predicate = read_predicate(verb)
        if predicate.negation is not None or (predicate.modal and not predicate.perfect):
            continue
        agent = _agent(verb) if does_harm(verb) else None
        if agent is not None:
            # A subject that the content was cut off from is not the one that the parser finds.
            yield verb, main.subject if main.subject and agent == subject_of(main.verb) else agent
        yield from _harmful_nouns(verb, inside)


def _verbs_of_clause(verb: Token, inside: set[int]) -> Iterator[Token]:
    yield verb
    under_prepositions = (token for prep in children(verb, "prep") for token in prep.children)
    for one in (*verb.children, *under_prepositions):
        if one.i in inside and one.pos_ in VERBAL and one.dep_ in _GOING_ON and not is_conditional(one):
            yield from _verbs_of_clause(one, inside)


def _agent(verb: Token) -> Token | None:
    """Return who acts: the subject, in the passive whoever follows "by"; of who "died" nobody."""
    if is_passive(verb):
        return agent_of(verb)
    if verb.lemma in undergone():
        return None
    subject = subject_of(verb)
    if subject is None and verb.dep_ in {"advcl", "ccomp", "pcomp"} and verb.tag_ == "VBG":
        subject = subject_of(verb.head if verb.dep_ != "pcomp" else verb.head.head)
    return None if subject is None or subject.dep_ == "nsubjpass" else subject


def _harmful_nouns(verb: Token, inside: set[int]) -> Iterator[tuple[Token, Token]]:
    """Yield harmful nouns of a clause with whoever did it: "the army's attack", "a Ruritanian attack"."""
    waiting = [verb]
    for token in waiting:
        others = _OTHER_CLAUSES if token is verb else _OTHER_NOUNS
        waiting += [one for one in token.children if one.dep_ not in others]
        if token.i in inside and token.pos_ in NOMINAL and token.lemma in harmful("nouns"):
            agent = child(token, "poss") or doer_of(token) or side_before(token)
            if agent is not None:
                yield token, agent
