"""Rules that read an act from what is said, where the cue is neutral.

Each takes a statement and returns a verdict, or None when it does not apply.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.harms import harmful_nouns, harms, noun_agents
from claimgraph.extract.hedges import is_estimate
from claimgraph.extract.predicates import Predicate, is_finite
from claimgraph.extract.statements import FIRST_PERSON, THIRD_PERSON, Statement
from claimgraph.extract.verdicts import COMPLEMENTS, Verdict, polarity_of
from claimgraph.lexicon import table, words
from claimgraph.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Token


EXPECTED = frozenset({"expect", "forecast", "predict", "project", "slate", "schedule", "set"})
BOUND_TO = frozenset({"likely", "unlikely", "bound", "due", "set", "poised", "certain", "sure"})
READY_TO = frozenset({"ready", "willing", "prepared", "determined", "committed"})
INTENTIONS = frozenset({"plan", "intend", "aim", "vow", "pledge", "promise", "mean"})
FUTURE_MODALS = frozenset({"will", "would", "shall"})
DUTY_MODALS = frozenset({"should", "must", "ought"})
PERCEPTIONS = frozenset({"hear", "see", "smell", "feel", "taste", "tell", "sense", "be", "have"})
REGRETS = frozenset({"regret", "apologise", "apologize"})
PERFORMED = (Act.ADMIT, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.EVALUATE, Act.ESTIMATE)


def own_loss(statement: Statement) -> bool:
    """Tell whether the main clause tells of a loss or fault of the speaker's own side."""
    main = statement.main
    if main is None or main.subject is None or main.negation is not None:
        return False
    particles = [f"{main.verb.lemma_} {child.lower_}" for child in main.verb.children if child.dep_ == "prt"]
    lost = any(lemma in words("acts", "losses") for lemma in [main.verb.lemma_.lower(), *particles])
    own = [main.subject, *(child for child in main.subject.subtree if child.dep_ == "pobj")]
    return lost and any(statement.is_self(token) for token in own)


def own_loss_told(statement: Statement) -> Verdict | None:
    """A loss told with "its own" or "our own" is an admission whatever the cue."""
    main = statement.main
    if main is None or main.subject is None or not own_loss(statement):
        return None
    if any(token.lower_ == "own" for token in main.subject.subtree):
        return Verdict(Act.ADMIT, "affirmed", "tells an own loss")
    return None


def performed(statement: Statement) -> Verdict | None:
    """The speaker performs the act in so many words: "we urge both sides", "I deny it"."""
    main = statement.main
    if main is None or main.subject is None or main.negation is not None or main.modal is not None:
        return None
    person = main.subject.lower_ in FIRST_PERSON | THIRD_PERSON
    own = statement.is_self(main.subject) or statement.names_speaker(main.subject)
    if not own or main.passive:
        return None
    lemma = main.verb.lemma_.lower()
    cues = table("acts")["cues"]
    objects = [child for child in main.verb.children if child.dep_ in {"dobj", "ccomp", "xcomp", "prep"}]
    rejected = any(
        below.lemma_.lower() in words("denials", "claim_nouns")
        for child in objects
        for below in child.subtree
    )
    if objects and (lemma in cues["deny"] or (lemma in cues["deny_claims"] and rejected)):
        return Verdict(Act.DENY, "denied", "content: denies in so many words", (main.verb,))
    if not person:
        return None
    present = main.verb.tag_ == "VBP" and main.subject.lower_ in FIRST_PERSON
    for act in PERFORMED if objects else ():
        if lemma in cues[act] and (present or act in {Act.EVALUATE, Act.ADMIT}) and not main.perfect:
            return Verdict(act, "affirmed", "content: performs the act")
    return None


def apology(statement: Statement) -> Verdict | None:
    """Who is sorry that he did something, or for doing it, admits that he did it."""
    main = statement.main
    if main is None or main.subject is None or main.negation is not None or main.modal is not None:
        return None
    sorry = [main.verb] if main.verb.lemma_.lower() in REGRETS else []
    sorry += [child for child in main.verb.children if child.dep_ == "acomp" and child.lower_ == "sorry"]
    if not sorry or not statement.is_self(main.subject):
        return None
    below = [child for word in (*sorry, main.verb) for child in word.children]
    told = any(child.dep_ == "ccomp" and _own_deed(statement, child) for child in below)
    gerunds = [child for child in below if child.dep_ == "xcomp" and child.tag_ == "VBG"]
    gerunds += [
        inner
        for child in below
        if child.dep_ == "prep" and child.lower_ == "for"
        for inner in child.children
        if inner.dep_ == "pcomp" and (inner.tag_ == "VBG" or _own_deed(statement, inner))
    ]
    return Verdict(Act.ADMIT, "affirmed", "content: sorry for an own deed") if told or gerunds else None


def _own_deed(statement: Statement, verb: "Token") -> bool:
    """Tell whether a clause tells what the speaker did: past, and with the speaker for its subject."""
    past = verb.tag_ in {"VBD", "VBN"} and not any(
        child.dep_ in {"neg", "auxpass"} for child in verb.children
    )
    return past and any(child.dep_ == "nsubj" and statement.is_self(child) for child in verb.children)


def opinion(statement: Statement) -> Verdict | None:
    """A judgement of worth, or a first-person belief."""
    main = statement.main
    if main is None:
        return None
    lemma = main.verb.lemma_.lower()
    first = main.subject is not None and main.subject.lower_ in FIRST_PERSON
    if first and (
        lemma in words("acts", "belief") or lemma in {"hope", "want", "wish", "like", "love", "hate", "need"}
    ):
        return Verdict(Act.EVALUATE, polarity_of(main), "content: own opinion")
    if main.modal in FUTURE_MODALS or main.modal in DUTY_MODALS:
        return None
    if lemma in {"be", "remain", "seem", "become", "look", "feel", "sound"} and any(
        _judges(word) for word in _complements(main.verb)
    ):
        return Verdict(Act.EVALUATE, polarity_of(main), "content: a judgement")
    if lemma == "make" and any(
        child.dep_ == "dobj" and child.lemma_.lower() in words("acts", "made_judgements")
        for child in main.verb.children
    ):
        return Verdict(Act.EVALUATE, polarity_of(main), "content: a judgement")
    return None


def _complements(verb: "Token") -> "list[Token]":
    """Return predicate nouns, adjectives and "at its worst" of a copula."""
    found = [child for child in verb.children if child.dep_ in COMPLEMENTS]
    superlatives = [
        below
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "at"
        for below in child.children
        if below.dep_ == "pobj"
    ]
    return found + superlatives


def _judges(word: "Token") -> bool:
    lemma = word.lemma_.lower()
    return (
        lemma in words("acts", "evaluative_adjectives")
        or word.lower_ in words("acts", "evaluative_adjectives")
        or (lemma in words("acts", "evaluative_nouns") and word.pos_ == "NOUN")
        or _is_superlative(word)
    )


def _is_superlative(noun: "Token") -> bool:
    """Tell whether a thing is called the best or the worst of its kind, and is no misdeed itself."""
    return noun.lemma_.lower() not in harmful_nouns() and any(
        child.dep_ == "amod"
        and child.tag_ == "JJS"
        and {child.lower_, child.lemma_.lower()} & words("acts", "evaluative_adjectives")
        for child in noun.children
    )


def duty(statement: Statement) -> Verdict | None:
    """Others should, must or need to do something, or are told to."""
    main = statement.main
    if main is None:
        return None
    lemma = main.verb.lemma_.lower()
    first = main.subject is not None and main.subject.lower_ in FIRST_PERSON
    if main.modal in DUTY_MODALS:
        if main.perfect:
            return Verdict(
                Act.ASSERT if main.modal == "must" else Act.EVALUATE, polarity_of(main), "content: hindsight"
            )
        return Verdict(Act.EVALUATE if first else Act.DEMAND, polarity_of(main), "content: a duty")
    bound = any(child.dep_ == "xcomp" for child in main.verb.children)
    if (
        lemma in {"need", "have"}
        and bound
        and main.modal is None
        and main.verb.tag_ in {"VBZ", "VBP"}
        and not first
    ):
        return Verdict(Act.DEMAND, polarity_of(main), "content: a duty")
    bare = main.verb.tag_ == "VB" and main.subject is None and main.modal is None
    to_mark = any(child.dep_ == "aux" and child.lower_ == "to" for child in main.verb.children)
    if bare and (not to_mark or statement.cue.lemma in words("acts", "speech")):
        return Verdict(Act.DEMAND, polarity_of(main), "content: an order")
    return None


def future(statement: Statement) -> Verdict | None:
    """What is to come: promised when those who will do it can promise it, else foretold."""
    main = statement.main
    if main is None:
        return None
    verb = _goes_on(main.verb)
    lemma = verb.lemma_.lower()
    if main.modal in FUTURE_MODALS or _is_prospective(main.verb):
        if main.perfect:
            return Verdict(Act.PREDICT, polarity_of(main), "content: counterfactual")
        act = Act.PROMISE if _can_promise(statement, main, lemma) else Act.PREDICT
        return Verdict(act, polarity_of(main), "content: future")
    if (
        main.modal in {"may", "might", "could"}
        and not main.perfect
        and main.negation is None
        and lemma not in PERCEPTIONS
    ):
        return Verdict(Act.PREDICT, polarity_of(main), "content: possibility")
    if main.passive and lemma in EXPECTED and any(child.dep_ == "xcomp" for child in main.verb.children):
        return Verdict(Act.PREDICT, polarity_of(main), "content: expected")
    return None


def _goes_on(verb: "Token") -> "Token":
    """Return what follows "going to", "plan to", "is ready to": the verb that matters."""
    inner = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    return inner if inner is not None and (verb.lemma_ == "go" or verb.lemma_.lower() in INTENTIONS) else verb


def _is_prospective(verb: "Token") -> bool:
    if verb.lemma_ == "go" and verb.tag_ == "VBG":
        return any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)
    if verb.lemma_.lower() in INTENTIONS and is_finite(verb):
        return any(child.dep_ == "xcomp" for child in verb.children)
    return any(
        child.dep_ == "acomp"
        and child.lower_ in BOUND_TO | READY_TO
        and any(below.dep_ == "xcomp" for below in child.children)
        for child in verb.children
    )


def _can_promise(statement: Statement, main: Predicate, lemma: str) -> bool:
    if any(child.dep_ == "acomp" and child.lower_ in BOUND_TO for child in main.verb.children):
        return False
    subject = main.subject
    if subject is None:
        return lemma not in words("acts", "involuntary")
    own = statement.is_self(subject)
    if statement.cue.lemma in {"warn", "caution"} and not own:
        return False
    if main.passive:
        return False
    if own:
        return lemma not in words("acts", "states")
    return lemma not in words("acts", "involuntary") and statement.is_other_party(subject)


def belief(statement: Statement) -> Verdict | None:
    """What somebody merely believes is an attitude; a body's belief is how it puts a finding."""
    if statement.cue.lemma not in words("acts", "belief"):
        return None
    act = Act.ASSERT if statement.speaks_for_a_body else Act.EVALUATE
    return Verdict(act, polarity_of(statement.main), "cue: a belief")


def harm(statement: Statement) -> Verdict | None:
    """A harmful act is told of a named other party, or another is to blame."""
    inside = {token.i for token in statement.tokens}
    main = statement.main
    if main is None:
        head = statement.head
        named = (
            head is not None
            and head.lemma_.lower() in harmful_nouns()
            and any(statement.can_be_blamed(agent) for agent in noun_agents(head))
        )
        return Verdict(Act.ACCUSE, "affirmed", "names a harmful act of another") if named else None
    for deed, agent in harms(main, inside):
        if statement.can_be_blamed(agent, deed):
            return Verdict(Act.ACCUSE, "affirmed", "tells a harmful act of another")
    return _blame(statement, main)


def _blame(statement: Statement, main: Predicate) -> Verdict | None:
    """Another "is responsible", "is to blame", or "responsibility rests with" another."""
    if main.negation is not None or main.modal is not None or main.subject is None:
        return None
    lemma = main.verb.lemma_.lower()
    if main.subject.lemma_.lower() in words("acts", "blame_nouns") and lemma in {"rest", "lie", "be", "fall"}:
        named = [
            below
            for child in main.verb.children
            if child.dep_ == "prep" and child.lower_ in {"with", "on"}
            for below in child.children
        ]
        return _blame_verdict(statement, named)
    to_blame = any(child.dep_ == "xcomp" and child.lemma_ == "blame" for child in main.verb.children)
    guilty = any(
        child.dep_ in {"acomp", "prep"} and child.lower_ in words("acts", "blame_adjectives")
        for child in main.verb.children
    )
    return _blame_verdict(statement, [main.subject]) if lemma == "be" and (to_blame or guilty) else None


def _blame_verdict(statement: Statement, named: "list[Token]") -> Verdict | None:
    for token in named:
        if statement.is_self(token):
            return Verdict(Act.ADMIT, "affirmed", "takes responsibility")
        if statement.is_other_party(token):
            return Verdict(Act.ACCUSE, "affirmed", "holds another responsible")
    return None


def approximation(statement: Statement) -> Verdict | None:
    """A count marked as approximate is an estimate."""
    if is_estimate(statement):
        return Verdict(Act.ESTIMATE, polarity_of(statement.main), "content: approximate count")
    return None
