"""What a speaker does with a statement: denies, admits, accuses, estimates, or something undisputable.

An ordered list of rules, each a plain function from a statement to a verdict or None; the first verdict wins,
and a statement no rule knows is asserted. The cue, the words that attribute, speaks before the content: its
rules stand here. A neutral one ("said") leaves all to the content.
"""

from dataclasses import dataclass
from functools import cache

from claimgraph.extract.attribution.spans import ATTITUDE, Attribution
from claimgraph.extract.grammar.nouns import is_person
from claimgraph.extract.grammar.sentences import in_quotation, is_question
from claimgraph.extract.grammar.tree import has, lemmas
from claimgraph.extract.grammar.verbs import Predicate, is_finite, is_infinitive
from claimgraph.extract.parse import Article
from claimgraph.extract.reading import content_acts, denials
from claimgraph.extract.reading.hedges import read_hedges
from claimgraph.extract.reading.silence import is_bare, is_nobodys, keeps_silent, seems_so
from claimgraph.extract.reading.statement import Rule, Statement, Verdict, can_act, of_clause
from claimgraph.lexicon import table, words
from claimgraph.model import Act, Polarity, Span

_ONCE = frozenset({"had planned", "had intended", "had aimed"})
NAMED_BY_CUE = (Act.ADMIT, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.ESTIMATE)
REPORTED = frozenset({Act.DENY, Act.ADMIT, Act.ACCUSE})
"""Acts of parties: an article in its own voice reports a fact, negative or harmful as it may be."""


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
    if statement.text.startswith("whether ") or all(map(is_question, statement.sentences)):
        return statement.verdict(Act.EVALUATE)  # "debated whether"
    main = statement.main
    spoken = main is not None and in_quotation(main.verb) and not is_infinitive(main.verb)
    if statement.cue.lemma != "ask" or spoken:
        return None  # '"I am not leaving," he asked'
    told = {"about", "question"} & lemmas((*statement.cue.tokens, *statement.tokens[:2]))
    stated = told or (
        main is not None and is_finite(main.verb) and not has(main.verb, "mark", among={"that"})
    )
    return statement.verdict(Act.EVALUATE if stated else Act.DEMAND)


def label(statement: Statement) -> Verdict | None:
    """Calling a thing something: a judgement."""
    cue = statement.cue
    if cue.lemma not in words("acts", "label") or (statement.is_clause and not cue.is_any("evaluate")):
        return None
    judging = words("acts", "evaluative_adjectives") | words("acts", "evaluative_nouns")
    neutral = cue.lemma in {"describe", "portray"} and judging.isdisjoint(lemmas(statement.tokens))
    return None if neutral else statement.verdict(Act.EVALUATE)


@of_clause
def order(statement: Statement, main: Predicate) -> Verdict | None:
    """Somebody is told to act: "warned them to leave", "challenged him to sue", "suggested leaving"."""
    told = main.verb.dep_ != "acl" and is_infinitive(main.verb)
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
        upon = (token for token in statement.tokens if token.head.lower_ == "on")
        blamed = next(upon, statement.head)
        return blamed is not None and not (can_act(blamed) or is_person(blamed))
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


RULES: tuple[Rule, ...] = (
    plea, acceptance, silence, question, order, denials.by_label, denials.by_cue, label, performed_by_cue,
    evaluation, content_acts.performed, denials.by_exclamation, denials.by_falsity, denials.by_untruth,
    denials.by_phrase, denials.by_negated_fact, content_acts.opinion, content_acts.duty, content_acts.future,
    content_acts.harm, content_acts.approximation, content_acts.belief,
)  # fmt: skip
"""In the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class ActReading:
    """How one claim is meant.

    ``polarity`` is "denied" when the proposition in the content is claimed to be false or
    is negated by the speaker. ``denial`` is the span of the words that deny, for showing.
    """

    act: Act
    polarity: Polarity
    hedges: tuple[str, ...]
    denial: Span | None


def read_act(
    article: Article, attribution: Attribution, content: tuple[Span, ...], *, side: str | None = None
) -> ActReading:
    """Read what is done with one piece of an attribution's content, as ``clauses`` cut it.

    ``side`` is the one the speaker speaks for, where it is known: it tells own from other.
    """
    statement = Statement(article, attribution, content, side)
    found = next(filter(None, (rule(statement) for rule in RULES)), None)
    verdict = found or statement.verdict(_plain_act(statement, attribution))
    act = verdict.act if attribution.cue or verdict.act not in REPORTED else Act.ASSERT
    denial = statement.cue.span if verdict.by_cue else statement.position(verdict.words)
    return ActReading(act, verdict.polarity, read_hedges(statement), denial if act is Act.DENY else None)


def states_nothing(article: Article, attribution: Attribution) -> bool:
    """Tell whether an attribution is an attitude or a deed that no rule knows, to a thing and not to a fact.

    "The crew detected five boats", "prosecutors brought charges", "no one knows": nobody says anything there.
    """
    if any(left(article, attribution) for left in (keeps_silent, is_nobodys, is_bare)):
        return True
    if attribution.rule != ATTITUDE or any(map(is_finite, article.tokens(*attribution.content))):
        return False
    statement = Statement(article, attribution, attribution.content, None)
    cue = {statement.cue.lemma, *lemmas(statement.cue.tokens)}
    told = not cue.isdisjoint(_known_cues()) or evaluation(statement) is not None
    return not told and _plain_act(statement, attribution) is Act.EVALUATE


@cache
def _known_cues() -> frozenset[str]:
    """Return the words that tell an act, an attitude, or as what something is named."""
    attitudes = words("denials", "attitudes") | words("acts", "label")
    return attitudes.union(*table("acts")["cues"].values())


def _plain_act(statement: Statement, attribution: Attribution) -> Act:
    """Return what no rule knows: a statement, unless network and cue take it for none but an attitude."""
    main = statement.main
    if not attribution.cue and main is not None and seems_so(main.verb):
        return Act.EVALUATE
    cues, word = table("cues"), statement.cue.lemma
    states = word in {*cues["verbs"]["clause"], *cues["nouns"]["clause"], *words("cues", "naming")}
    return Act.EVALUATE if attribution.rule == ATTITUDE and not states else Act.ASSERT
