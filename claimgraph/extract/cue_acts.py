"""Rules that read an act from its cue: the verb or noun that attributes.

Each takes a statement and returns a verdict, or None when the cue is neutral ("said") or
the content must decide.
"""

from claimgraph.extract.content_acts import DUTY_MODALS, FUTURE_MODALS, own_loss
from claimgraph.extract.harms import harmful_nouns, noun_agents
from claimgraph.extract.predicates import Predicate, is_finite
from claimgraph.extract.statements import Statement
from claimgraph.extract.verdicts import Verdict, polarity_of
from claimgraph.lexicon import words
from claimgraph.model import Act, Polarity


def _plea(statement: Statement) -> str:
    """Return the words of a plea, wherever cue and content part ("pleaded not guilty | to theft"), or ""."""
    cue = statement.cue
    return f"{cue.text} {statement.text.lower()}" if cue.lemma == "plead" else ""


def silence(statement: Statement) -> Verdict | None:
    """Nobody commits to anything: "did not deny", "refused to confirm", "declined to comment"."""
    cue = statement.cue
    if cue.negated and cue.lemma in words("acts", "belief"):
        return Verdict(Act.ASSERT, _flipped(statement), "cue: does not believe it")
    if cue.negated and cue.is_any("predict"):
        return Verdict(Act.PREDICT, _flipped(statement), "cue: does not expect it")
    plea = _plea(statement)
    if "not guilty" in plea or (cue.negated and "guilty" in plea):
        return Verdict(Act.DENY, "denied", "cue: pleads not guilty", by_cue=True)
    if cue.negated and cue.lemma in words("acts", "intentions"):
        return Verdict(Act.PROMISE, _flipped(statement), "cue: does not intend it")
    if cue.negated or cue.lemma in {"decline", "refuse", "wonder", "inquire", "enquire", "query"}:
        return Verdict(Act.EVALUATE, polarity_of(statement.main), "cue: commits to nothing")
    if cue.lemma == "ask":
        return Verdict(Act.DEMAND, polarity_of(statement.main), "cue: asks")
    return None


def _flipped(statement: Statement) -> Polarity:
    return polarity_of(statement.main, 1)


def label(statement: Statement) -> Verdict | None:
    """Calling a thing something: a demand with "for", an accusation, or a judgement."""
    cue = statement.cue
    if cue.lemma == "call" and (_leads_with(statement, {"for", "on", "upon"})):
        return Verdict(Act.DEMAND, polarity_of(statement.main), "cue: calls for")
    if cue.lemma not in words("acts", "label") or (
        statement.main is not None
        and statement.main.subject is not None
        and not statement.cue.is_any("evaluate")
    ):
        return None
    for token in statement.tokens:
        if token.lemma_.lower() in harmful_nouns() and any(
            statement.can_be_blamed(agent) for agent in noun_agents(token)
        ):
            return Verdict(Act.ACCUSE, "affirmed", "names a harmful act of another")
    neutral = cue.lemma in {"describe", "depict", "portray"} and not any(
        token.lemma_.lower() in words("acts", "evaluative_adjectives") | words("acts", "evaluative_nouns")
        for token in statement.tokens
    )
    return None if neutral else Verdict(Act.EVALUATE, polarity_of(statement.main), "cue: a judgement")


def _leads_with(statement: Statement, prepositions: set[str]) -> bool:
    """Tell whether one of the prepositions ends the cue or begins the content."""
    ends = statement.cue.text.split()[-1:] if statement.cue.text else []
    begins = [token.lower_ for token in statement.tokens[:1]]
    before = [token.nbor(-1).lower_ for token in statement.tokens[:1] if token.i > 0]
    return any(word in prepositions for word in [*ends, *begins, *before])


def admission(statement: Statement) -> Verdict | None:
    """The cue admits, or it confirms what speaks against the speaker."""
    cue = statement.cue
    if cue.lemma in {"claim", "accept", "assume", "take"} and any(
        token.lemma_.lower() in words("acts", "blame_nouns") for token in (*cue.tokens, *statement.tokens[:4])
    ):
        return Verdict(Act.ADMIT, polarity_of(statement.main), "cue: takes responsibility")
    if cue.is_any("admit") and statement.main is not None and statement.main.modal in FUTURE_MODALS:
        return Verdict(Act.PREDICT, polarity_of(statement.main), "cue: admits what is to come")
    plea = _plea(statement)
    if cue.is_any("admit") or ("guilty" in plea and "not guilty" not in plea and not cue.negated):
        return Verdict(Act.ADMIT, polarity_of(statement.main), "cue: admission")
    if cue.lemma in {"confirm", "confirmation"} and own_loss(statement):
        return Verdict(Act.ADMIT, polarity_of(statement.main), "confirms an own loss or fault")
    return None


def accusation(statement: Statement) -> Verdict | None:
    """The cue accuses; who suspects that something is so may suspect no one."""
    main = statement.main
    suspects = statement.cue.lemma == "suspect" and main is not None and main.subject is not None
    if statement.cue.lemma == "hold" and any(
        token.lemma_.lower() in words("acts", "blame_adjectives") for token in statement.tokens
    ):
        return Verdict(Act.ACCUSE, polarity_of(main), "cue: holds another responsible")
    if statement.cue.is_any("accuse") and not suspects:
        return Verdict(Act.ACCUSE, polarity_of(statement.main), "cue: accusation")
    return None


def demand(statement: Statement) -> Verdict | None:
    """The cue demands; "warn" does with an infinitive or "against"."""
    cue, main = statement.cue, statement.main
    if "guilty" in _plea(statement):
        return None
    finite = main is not None and main.subject is not None and is_finite(main.verb)
    if cue.is_any("demand"):
        told = (
            finite
            and cue.lemma in {"advise", "order", "plead", "charge", "appeal", "request"}
            and not _subjunctive(main)
        )
        return None if told else Verdict(Act.DEMAND, polarity_of(main), "cue: demand")
    wants = (
        main is not None
        and main.verb.tag_ == "VB"
        and any(c.lower_ == "to" for c in main.verb.children if c.dep_ == "aux")
    )
    if cue.lemma in {"warn", "tell", "caution", "remind"} and (
        (wants and main is not None and main.modal is None)
        or (cue.lemma == "warn" and _leads_with(statement, {"against"}))
    ):
        return Verdict(Act.DEMAND, polarity_of(main), "cue: tells to do")
    return None


def _subjunctive(main: Predicate | None) -> bool:
    return main is not None and (main.verb.tag_ == "VB" or main.modal in DUTY_MODALS)


def promise(statement: Statement) -> Verdict | None:
    """The cue promises what is to come; sworn facts are left to the content."""
    cue, main = statement.cue, statement.main
    if not cue.is_any("promise"):
        return None
    past = main is not None and main.subject is not None and main.modal is None and is_finite(main.verb)
    return None if past else Verdict(Act.PROMISE, polarity_of(main), "cue: promise")


def prediction(statement: Statement) -> Verdict | None:
    """The cue foretells."""
    if statement.cue.is_any("predict"):
        return Verdict(Act.PREDICT, polarity_of(statement.main), "cue: prediction")
    return None


def evaluation(statement: Statement) -> Verdict | None:
    """The cue judges, or "expressed concern", "voiced readiness"."""
    cue = statement.cue
    if cue.is_any("evaluate"):
        flips = int(cue.lemma == "doubt")
        return Verdict(Act.EVALUATE, polarity_of(statement.main, flips), "cue: a judgement")
    if cue.lemma in words("acts", "act_nouns_evaluate"):
        return Verdict(Act.EVALUATE, "affirmed", "cue: expresses a feeling")
    if cue.lemma in words("acts", "act_nouns_promise"):
        return Verdict(Act.PROMISE, polarity_of(statement.main), "cue: expresses an intention")
    if cue.lemma in words("acts", "act_nouns_demand"):
        return Verdict(Act.DEMAND, polarity_of(statement.main), "cue: demand")
    if statement.main is None and statement.head is not None:
        lemma = statement.head.lemma_.lower()
        if lemma in words("acts", "act_nouns_evaluate"):
            return Verdict(Act.EVALUATE, "affirmed", "expresses a feeling")
        if lemma in words("acts", "act_nouns_promise"):
            return Verdict(Act.PROMISE, "affirmed", "expresses an intention")
    return None


def estimation(statement: Statement) -> Verdict | None:
    """The cue estimates; "put" does with a number."""
    cue = statement.cue
    if cue.is_any("estimate") and (cue.lemma != "put" or any(token.like_num for token in statement.tokens)):
        return Verdict(Act.ESTIMATE, polarity_of(statement.main), "cue: estimate")
    return None
