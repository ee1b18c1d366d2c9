"""Rules that read an act from its cue: the verb or noun that attributes.

A verdict is None when the cue is neutral ("said") or the content must decide.
"""

from claimgraph.extract.grammar.nouns import is_person
from claimgraph.extract.grammar.sentences import in_quotation, is_question
from claimgraph.extract.grammar.tree import has, lemma, lemmas
from claimgraph.extract.grammar.verbs import is_finite, is_infinitive
from claimgraph.extract.reading.statement import Statement, Verdict, can_act
from claimgraph.lexicon import words
from claimgraph.model import Act

NAMED_BY_CUE = (Act.ADMIT, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.ESTIMATE)


def plea(statement: Statement) -> Verdict | None:
    """A plea, wherever cue and content part: "pleaded not guilty | to theft"."""
    cue = statement.cue
    said = f"{cue.text} {statement.text}" if cue.lemma == "plead" else ""
    if "not guilty" in said:
        return Verdict(Act.DENY, "denied", by_cue=True)
    return statement.verdict(Act.ADMIT) if "guilty" in said and not cue.negated else None


def silence(statement: Statement) -> Verdict | None:
    """Nobody commits to anything: "did not deny", "refused to confirm", "declined to comment"."""
    cue = statement.cue
    if cue.negated and cue.lemma in words("acts", "belief"):
        return Verdict(Act.ASSERT, statement.turned)  # does not believe it
    silent = cue.negated or cue.lemma in words("acts", "withholding")
    return statement.verdict(Act.EVALUATE) if silent else None


def question(statement: Statement) -> Verdict | None:
    """Who asks whether something is so claims nothing; who asks for it, or that it be done, demands it."""
    cue, verb = statement.cue, statement.main.verb if statement.main is not None else None
    open_ = bool(cue.tokens) and statement.tokens[0].lower_ == "whether"  # "debated whether"
    asked = open_ or (bool(statement.sentences) and all(map(is_question, statement.sentences)))
    if not asked and (cue.lemma != "ask" or (verb is not None and in_quotation(verb))):
        return None  # '"I am not leaving," he asked'
    about = {"about", "question"} & lemmas((*cue.tokens, *statement.tokens[:2]))
    told = verb is not None and is_finite(verb) and not has(verb, "mark", among={"that"})
    return statement.verdict(Act.EVALUATE if asked or about or told else Act.DEMAND)


def label(statement: Statement) -> Verdict | None:
    """Calling a thing something: a judgement."""
    cue = statement.cue
    if cue.lemma not in words("acts", "label") or (statement.is_clause and not cue.is_any("evaluate")):
        return None
    judging = words("acts", "evaluative_adjectives") | words("acts", "evaluative_nouns")
    neutral = cue.lemma in {"describe", "portray"} and judging.isdisjoint(lemmas(statement.tokens))
    return None if neutral else statement.verdict(Act.EVALUATE)


def performed_by_cue(statement: Statement) -> Verdict | None:
    """The cue names the act: it admits, accuses, demands, promises, foretells or estimates."""
    if _tells_to(statement):
        return statement.verdict(Act.DEMAND)
    act = next((act for act in NAMED_BY_CUE if statement.cue.is_any(act)), None)
    return None if act is None or _only_says(statement, act) else statement.verdict(act)


def _only_says(statement: Statement, act: Act) -> bool:
    """Tell whether a cue that can do more only says something, by what it stands with."""
    main, word = statement.main, statement.cue.lemma
    if word == "suspect":  # that it is so: nobody is suspected
        return statement.is_clause
    if word == "put":
        return not any(token.like_num for token in statement.tokens)
    if word == "blame":  # "on a storm": nobody is accused
        upon = (token for token in statement.tokens if token.dep_ == "pobj" and token.head.lower_ == "on")
        blamed = next(upon, statement.head)
        return blamed is not None and blamed.pos_ == "NOUN" and not (can_act(blamed) or is_person(blamed))
    swears = act is Act.PROMISE and statement.is_clause
    return swears and main is not None and main.modal is None and is_finite(main.verb)


def _tells_to(statement: Statement) -> bool:
    """Tell whether somebody is told to do something: "warned them to leave", "suggested leaving"."""
    main = statement.main
    if statement.cue.lemma == "suggest":
        return main is not None and not is_finite(main.verb)
    told = main is not None and main.verb.dep_ != "acl" and main.modal is None and is_infinitive(main.verb)
    return told and statement.cue.lemma in {"warn", "tell", "caution", "remind"}


def evaluation(statement: Statement) -> Verdict | None:
    """The cue judges, or "expressed concern", "voiced readiness"."""
    cue, head = statement.cue, statement.head if statement.main is None else None
    if cue.is_any("evaluate"):
        return Verdict(Act.EVALUATE, statement.turned if cue.lemma == "doubt" else statement.polarity)
    said = {cue.lemma, *([lemma(head)] if head is not None else [])}
    if not said.isdisjoint(words("acts", "act_nouns_evaluate")):
        return Verdict(Act.EVALUATE, "affirmed")
    return None if said.isdisjoint(words("acts", "act_nouns_promise")) else statement.verdict(Act.PROMISE)
