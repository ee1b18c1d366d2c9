"""Rules that read an act from what is said, where the cue is neutral.

Each takes a statement and returns a verdict, or None when it does not apply.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import child, children, has, lemma, lemmas, subtrees
from claimgraph.extract.grammar.verbs import DUTY, FUTURE, Predicate, is_finite, is_infinitive
from claimgraph.extract.reading.harms import harms, noun_agents
from claimgraph.extract.reading.hedges import is_estimate
from claimgraph.extract.reading.judging import judges
from claimgraph.extract.reading.statement import Statement, Verdict
from claimgraph.extract.reading.vocabulary import harmful_nouns
from claimgraph.lexicon import table, words
from claimgraph.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

PERFORMED = (Act.ADMIT, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.EVALUATE, Act.ESTIMATE)


def performed(statement: Statement) -> Verdict | None:
    """The speaker performs the act in so many words: "we urge both sides", "I deny it"."""
    main = statement.main
    if main is None or main.subject is None or main.negation is not None or main.modal is not None:
        return None
    complemented = has(main.verb, "dobj", "ccomp", "xcomp", "prep")
    if not complemented or main.passive or not statement.is_self(main.subject):
        return None
    word, cues = lemma(main.verb), table("acts")["cues"]
    objects = lemmas(subtrees(children(main.verb, "dobj")))
    rejected = word in cues["deny_claims"] and objects & words("denials", "claim_nouns")
    if word in cues["deny"] or rejected:
        return Verdict(Act.DENY, "denied", "content: denies in so many words", (main.verb,))
    present = main.verb.tag_ == "VBP" and statement.first_person
    pronoun = statement.first_person or main.subject.lower_ in words("grammar", "third_person")
    for act in PERFORMED if pronoun and not main.perfect else ():
        if word in cues[act] and (present or act in {Act.EVALUATE, Act.ADMIT}):
            return Verdict(act, "affirmed", "content: performs the act")
    return None


def opinion(statement: Statement) -> Verdict | None:
    """A judgement of worth, or a first-person belief."""
    main = statement.main
    if main is None:
        return None
    if statement.first_person and lemma(main.verb) in words("acts", "belief") | words("acts", "wishing"):
        return statement.verdict(Act.EVALUATE, "content: own opinion")
    if main.modal not in FUTURE | DUTY and judges(main.verb):
        return statement.verdict(Act.EVALUATE, "content: a judgement")
    return None


def duty(statement: Statement) -> Verdict | None:
    """Others should, must or need to do something, or are told to."""
    main = statement.main
    if main is None:
        return None
    if main.modal in DUTY and main.perfect:
        return statement.verdict(Act.EVALUATE, "content: hindsight")
    if main.modal in DUTY:
        act = Act.EVALUATE if statement.first_person else Act.DEMAND
        return statement.verdict(act, "content: a duty")
    if main.modal is not None:
        return None
    needed = lemma(main.verb) in {"need", "have"} and has(main.verb, "xcomp")
    if needed and main.verb.tag_ in {"VBZ", "VBP"} and not statement.first_person:
        return statement.verdict(Act.DEMAND, "content: a duty")
    ordered = not is_infinitive(main.verb) or statement.cue.lemma in words("acts", "speech")
    if main.verb.tag_ == "VB" and main.subject is None and ordered:
        return statement.verdict(Act.DEMAND, "content: an order")
    return None


def future(statement: Statement) -> Verdict | None:
    """What is to come: promised when those who will do it can promise it, else foretold."""
    main = statement.main
    if main is None:
        return None
    if main.modal in FUTURE or _is_prospective(main.verb):
        promised = not main.perfect and _can_promise(statement, main)
        return statement.verdict(Act.PROMISE if promised else Act.PREDICT, "content: future")
    word = lemma(main.verb)
    possible = main.modal in {"may", "might", "could"} and not main.perfect and main.negation is None
    if possible and word not in words("acts", "perceptions"):
        return statement.verdict(Act.PREDICT, "content: possibility")
    if main.passive and word in words("acts", "expected") and has(main.verb, "xcomp"):
        return statement.verdict(Act.PREDICT, "content: expected")
    return None


def _is_prospective(verb: "Token") -> bool:
    """Tell whether a verb says what is to come: "is going to", "plans to", "is likely to"."""
    if lemma(verb) == "go" and verb.tag_ == "VBG":
        return has(verb, "xcomp")
    if lemma(verb) in words("acts", "intentions") and is_finite(verb):
        return has(verb, "xcomp")
    listed = words("acts", "bound_to") | words("acts", "ready_to")
    return any(one.lower_ in listed and has(one, "xcomp") for one in children(verb, "acomp"))


def _can_promise(statement: Statement, main: Predicate) -> bool:
    if main.passive or has(main.verb, "acomp", among=words("acts", "bound_to")):
        return False
    going = lemma(main.verb) == "go" or lemma(main.verb) in words("acts", "intentions")
    inner = child(main.verb, "xcomp") if going else None
    word = lemma(inner if inner is not None else main.verb)
    if main.subject is not None and statement.is_self(main.subject):
        return word not in words("acts", "states")
    if word in words("acts", "involuntary"):
        return False
    return main.subject is None or (statement.cue.lemma != "warn" and statement.is_other_party(main.subject))


def belief(statement: Statement) -> Verdict | None:
    """What somebody merely believes is an attitude; a body's belief is how it puts a finding."""
    if statement.cue.lemma not in words("acts", "belief"):
        return None
    return statement.verdict(Act.ASSERT if statement.speaks_for_a_body else Act.EVALUATE, "cue: a belief")


def harm(statement: Statement) -> Verdict | None:
    """A harmful act is told of a named other party, or another is to blame."""
    main, head = statement.main, statement.head
    if main is not None:
        blamed = any(
            statement.can_be_blamed(agent, deed)
            for deed, agent in harms(main, {token.i for token in statement.tokens})
        )
        return (
            Verdict(Act.ACCUSE, "affirmed", "tells a harmful act of another") if blamed else _blame(statement)
        )
    named = noun_agents(head) if head is not None and lemma(head) in harmful_nouns() else ()
    blamed = any(statement.can_be_blamed(agent) for agent in named)
    return Verdict(Act.ACCUSE, "affirmed", "names a harmful act of another") if blamed else None


def _blame(statement: Statement) -> Verdict | None:
    """Another "is responsible", or "is to blame"."""
    main = statement.main
    if main is None or main.negation is not None or main.modal is not None or main.subject is None:
        return None
    to_blame = any(lemma(one) == "blame" for one in children(main.verb, "xcomp"))
    guilty = has(main.verb, "acomp", "prep", among=words("acts", "blame_adjectives"))
    if lemma(main.verb) != "be" or not (to_blame or guilty):
        return None
    if statement.is_self(main.subject):
        return Verdict(Act.ADMIT, "affirmed", "takes responsibility")
    other = statement.is_other_party(main.subject)
    return Verdict(Act.ACCUSE, "affirmed", "holds another responsible") if other else None


def approximation(statement: Statement) -> Verdict | None:
    """A count marked as approximate is an estimate."""
    return statement.verdict(Act.ESTIMATE, "content: approximate count") if is_estimate(statement) else None
