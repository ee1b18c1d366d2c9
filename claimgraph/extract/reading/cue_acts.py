"""Rules that read an act from its cue: the verb or noun that attributes.

A verdict is None when the cue is neutral ("said") or the content must decide.
"""

from claimgraph.extract.grammar.nouns import is_person
from claimgraph.extract.grammar.sentences import in_quotation, is_question
from claimgraph.extract.grammar.tree import has, lemmas
from claimgraph.extract.grammar.verbs import Predicate, is_finite, is_infinitive
from claimgraph.extract.reading.statement import Statement, Verdict, can_act
from claimgraph.lexicon import words
from claimgraph.model import Act

_ONCE = frozenset({"had planned", "had intended", "had aimed"})
NAMED_BY_CUE = (Act.ADMIT, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.ESTIMATE)


def plea(statement: Statement) -> Verdict | None:
    """A plea, wherever cue and content part: "pleaded not guilty | to theft"."""
    cue = statement.cue
    said = f"{cue.text} {statement.text}" if cue.lemma in {"plead", "enter plea"} else ""
    if "not guilty" in said or "innocent" in said:
        return Verdict(Act.DENY, "denied", by_cue=True)
    return statement.verdict(Act.ADMIT) if "guilty" in said and not cue.negated else None


def acceptance(statement: Statement) -> Verdict | None:
    """Who accepts that it is so admits it, and who does not denies it; of an offer it is neither."""
    if statement.cue.lemma != "accept" or not statement.is_clause:
        return None
    refused = Verdict(Act.DENY, statement.turned, by_cue=True)
    return refused if statement.cue.negated else statement.verdict(Act.ADMIT)


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
    spoken = verb is not None and in_quotation(verb) and not is_infinitive(verb)
    if not asked and (cue.lemma != "ask" or spoken):
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


def order(statement: Statement) -> Verdict | None:
    """Somebody is told to act: "warned them to leave", "challenged him to sue", "suggested leaving"."""
    main = statement.main
    if main is None:
        return None
    told = main.verb.dep_ != "acl" and main.modal is None and is_infinitive(main.verb)
    told = told and statement.cue.lemma in {"warn", "tell", "caution", "remind", "challenge"}
    told = told or (statement.cue.lemma == "suggest" and not is_finite(main.verb))
    return statement.verdict(Act.DEMAND) if told else None


def performed_by_cue(statement: Statement) -> Verdict | None:
    """The cue names the act: it admits, accuses, demands, promises, foretells or estimates."""
    act = next((act for act in NAMED_BY_CUE if statement.cue.is_any(act)), None)
    if act is Act.PROMISE and statement.cue.text in _ONCE:
        return statement.verdict(Act.ASSERT)
    return None if act is None or _only_says(statement, act) else statement.verdict(act)


def _only_says(statement: Statement, act: Act) -> bool:
    """Tell whether a cue that can do more only says something, by what it stands with."""
    word = statement.cue.lemma
    if word == "suspect":  # that it is so: nobody is suspected
        return statement.is_clause
    if word == "put":
        return not any(token.like_num for token in statement.tokens)
    if word == "blame":  # "on a storm": nobody is accused
        upon = (token for token in statement.tokens if token.dep_ == "pobj" and token.head.lower_ == "on")
        blamed = next(upon, statement.head)
        return blamed is not None and blamed.pos_ == "NOUN" and not (can_act(blamed) or is_person(blamed))
    return act is Act.PROMISE and _swears(statement.main)


def _swears(main: Predicate | None) -> bool:
    """Tell whether what is pledged is so already: "pledged that the bridge is safe"."""
    return main is not None and main.modal is None and is_finite(main.verb) and main.verb.dep_ != "advcl"


def evaluation(statement: Statement) -> Verdict | None:
    """The cue judges, or "expressed concern", "voiced readiness"."""
    cue, head = statement.cue, statement.head if statement.main is None else None
    if cue.is_any("evaluate"):
        return Verdict(Act.EVALUATE, statement.turned if cue.lemma == "doubt" else statement.polarity)
    said = {cue.lemma, *([head.lemma] if head is not None else [])}
    if not said.isdisjoint(words("acts", "act_nouns_evaluate")):
        return Verdict(Act.EVALUATE, "affirmed")
    promised = not said.isdisjoint(words("acts", "act_nouns_promise")) and not _swears(statement.main)
    return statement.verdict(Act.PROMISE) if promised else None
