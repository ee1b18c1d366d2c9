"""Rules that read an act from its cue: the verb or noun that attributes.

Each takes a statement and returns a verdict, or None when the cue is neutral ("said") or
the content must decide.
"""

from claimgraph.extract.grammar.tree import lemma
from claimgraph.extract.grammar.verbs import is_finite, is_infinitive
from claimgraph.extract.reading.harms import noun_agents
from claimgraph.extract.reading.statement import Statement, Verdict
from claimgraph.extract.reading.vocabulary import harmful_nouns
from claimgraph.lexicon import words
from claimgraph.model import Act


def _plea(statement: Statement) -> str:
    """Return the words of a plea, wherever cue and content part ("pleaded not guilty | to theft"), or ""."""
    cue = statement.cue
    return f"{cue.text} {statement.text}" if cue.lemma == "plead" else ""


def silence(statement: Statement) -> Verdict | None:
    """Nobody commits to anything: "did not deny", "refused to confirm", "declined to comment"."""
    cue = statement.cue
    if cue.negated and cue.lemma in words("acts", "belief"):
        return Verdict(Act.ASSERT, statement.turned, "cue: does not believe it")
    if "not guilty" in _plea(statement):
        return Verdict(Act.DENY, "denied", "cue: pleads not guilty", by_cue=True)
    if cue.negated or cue.lemma in words("acts", "withholding"):
        return statement.verdict(Act.EVALUATE, "cue: commits to nothing")
    return statement.verdict(Act.DEMAND, "cue: asks") if cue.lemma == "ask" else None


def label(statement: Statement) -> Verdict | None:
    """Calling a thing something: an accusation, or a judgement."""
    cue, main = statement.cue, statement.main
    clause = main is not None and main.subject is not None
    if cue.lemma not in words("acts", "label") or (clause and not cue.is_any("evaluate")):
        return None
    harmful = (token for token in statement.tokens if lemma(token) in harmful_nouns())
    if any(statement.can_be_blamed(agent) for token in harmful for agent in noun_agents(token)):
        return Verdict(Act.ACCUSE, "affirmed", "names a harmful act of another")
    judging = words("acts", "evaluative_adjectives") | words("acts", "evaluative_nouns")
    neutral = cue.lemma in {"describe", "portray"} and judging.isdisjoint(map(lemma, statement.tokens))
    return None if neutral else statement.verdict(Act.EVALUATE, "cue: a judgement")


def admission(statement: Statement) -> Verdict | None:
    """The cue admits, or pleads guilty."""
    admits = statement.cue.is_any("admit") or "guilty" in _plea(statement)
    return statement.verdict(Act.ADMIT, "cue: admission") if admits else None


def performed_by_cue(statement: Statement) -> Verdict | None:
    """The cue names the act: it accuses, demands, promises, foretells or estimates."""
    cue, main = statement.cue, statement.main
    clause = main is not None and main.subject is not None
    if cue.is_any("accuse") and not (cue.lemma == "suspect" and clause):  # that it is so: nobody is suspected
        return statement.verdict(Act.ACCUSE, "cue: accusation")
    if cue.is_any("demand") or _tells_to(statement):
        return statement.verdict(Act.DEMAND, "cue: demand")
    if cue.is_any("promise"):
        sworn = main is not None and clause and main.modal is None and is_finite(main.verb)
        return None if sworn else statement.verdict(Act.PROMISE, "cue: promise")
    if cue.is_any("predict"):
        return statement.verdict(Act.PREDICT, "cue: prediction")
    if cue.is_any("estimate") and (cue.lemma != "put" or any(token.like_num for token in statement.tokens)):
        return statement.verdict(Act.ESTIMATE, "cue: estimate")
    return None


def _tells_to(statement: Statement) -> bool:
    """Tell whether somebody is told to do something: "warned them to leave"."""
    main = statement.main
    told = main is not None and main.verb.tag_ == "VB" and main.modal is None and is_infinitive(main.verb)
    return told and statement.cue.lemma in {"warn", "tell", "caution", "remind"}


def evaluation(statement: Statement) -> Verdict | None:
    """The cue judges, or "expressed concern", "voiced readiness"."""
    cue, head = statement.cue, statement.head if statement.main is None else None
    if cue.is_any("evaluate"):
        polarity = statement.turned if cue.lemma == "doubt" else statement.polarity
        return Verdict(Act.EVALUATE, polarity, "cue: a judgement")
    said = {cue.lemma, *([lemma(head)] if head is not None else [])}
    if not said.isdisjoint(words("acts", "act_nouns_evaluate")):
        return Verdict(Act.EVALUATE, "affirmed", "expresses a feeling")
    if not said.isdisjoint(words("acts", "act_nouns_promise")):
        return statement.verdict(Act.PROMISE, "expresses an intention")
    return None
