"""What a speaker does with a statement: denies, admits, accuses, estimates, or something undisputable.

An ordered list of rules, each a plain function from a statement to a verdict or None; the
first verdict wins, and a statement no rule knows is asserted. The cue speaks before the
content, except that a neutral cue ("said") leaves all to the content.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract import denials
from claimgraph.extract.denials import COMPLEMENTS, Verdict, polarity_of
from claimgraph.extract.engines import Attribution
from claimgraph.extract.harms import harmful_nouns, harms, noun_agents
from claimgraph.extract.hedges import is_estimate, read_hedges
from claimgraph.extract.parse import Article
from claimgraph.extract.predicates import Predicate, is_finite
from claimgraph.extract.statements import FIRST_PERSON, Statement
from claimgraph.lexicon import table, words
from claimgraph.model import Act, Polarity, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    Rule = Callable[[Statement], Verdict | None]

EXPECTED = frozenset({"expect", "forecast", "predict", "project", "slate", "schedule", "set"})
BOUND_TO = frozenset({"likely", "unlikely", "bound", "due", "set", "poised", "certain", "sure"})
READY_TO = frozenset({"ready", "willing", "prepared", "determined", "committed"})
INTENTIONS = frozenset({"plan", "intend", "aim", "vow", "pledge", "promise", "mean"})
FUTURE_MODALS = frozenset({"will", "would", "shall"})
DUTY_MODALS = frozenset({"should", "must", "ought"})
PERCEPTIONS = frozenset({"hear", "see", "smell", "feel", "taste", "tell", "sense", "be", "have"})
QUESTION_WORDS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where"})
PERFORMED = (Act.ADMIT, Act.ACCUSE, Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.EVALUATE, Act.ESTIMATE)
REPORTED = frozenset({Act.DENY, Act.ADMIT, Act.ACCUSE})
"""Acts of parties: an article in its own voice reports a fact, negative or harmful as it may be."""


@dataclass(frozen=True, slots=True)
class ActReading:
    """How one claim is meant.

    ``polarity`` is "denied" when the proposition in the content is claimed to be false or
    is negated by the speaker. ``denial`` is the span of the words that deny, for showing.
    ``rule`` names what decided.
    """

    act: Act
    polarity: Polarity
    hedges: tuple[str, ...]
    denial: Span | None
    rule: str


def read_act(
    article: Article, attribution: Attribution, content: tuple[Span, ...], *, side: str | None = None
) -> ActReading:
    """Read what is done with one piece of an attribution's content.

    Args:
        article: the parsed source.
        attribution: the cue and the speaker, as the engine found them.
        content: the piece of its content to read, from ``clauses``.
        side: the side the speaker speaks for, where it is known: it tells own from other.
    """
    statement = Statement(article, attribution, content, side)
    verdict = next((found for rule in RULES if (found := rule(statement)) is not None), None)
    verdict = verdict or Verdict(Act.ASSERT, polarity_of(statement.main), "plain statement")
    own_voice = not attribution.cue and not attribution.source
    if own_voice and verdict.act in REPORTED:
        verdict = Verdict(Act.ASSERT, verdict.polarity, verdict.rule)
    denial = None
    if verdict.act is Act.DENY:
        denial = statement.cue.span if verdict.by_cue else statement.position(verdict.words)
    return ActReading(verdict.act, verdict.polarity, read_hedges(statement), denial, verdict.rule)


def _withheld(statement: Statement) -> Verdict | None:
    """Nobody commits to anything: "did not deny", "refused to confirm", "declined to comment"."""
    cue = statement.cue
    withheld = cue.negated and (
        cue.lemma in words("denials", "uncommitted") or cue.is_any("admit", "accuse", "deny", "deny_claims")
    )
    if withheld or cue.lemma in {"decline", "refuse", "wonder", "inquire", "enquire", "query"}:
        return Verdict(Act.EVALUATE, polarity_of(statement.main), "cue: commits to nothing")
    if cue.lemma == "ask":
        return Verdict(Act.DEMAND, polarity_of(statement.main), "cue: asks")
    return None


def _label(statement: Statement) -> Verdict | None:
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
            _blamable(statement, agent) for agent in noun_agents(token)
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


def _admission(statement: Statement) -> Verdict | None:
    """The cue admits, or it confirms what speaks against the speaker."""
    cue = statement.cue
    if cue.lemma in {"claim", "accept", "assume", "take"} and any(
        token.lemma_.lower() in words("acts", "blame_nouns") for token in statement.tokens[:4]
    ):
        return Verdict(Act.ADMIT, polarity_of(statement.main), "cue: takes responsibility")
    if cue.is_any("admit") or (
        cue.lemma == "plead" and "guilty" in statement.text and "not guilty" not in statement.text
    ):
        return Verdict(Act.ADMIT, polarity_of(statement.main), "cue: admission")
    if cue.lemma in {"confirm", "confirmation"} and _own_loss(statement):
        return Verdict(Act.ADMIT, polarity_of(statement.main), "confirms an own loss or fault")
    return None


def _own_loss(statement: Statement) -> bool:
    """Tell whether the main clause tells of a loss or fault of the speaker's own side."""
    main = statement.main
    if main is None or main.subject is None or main.negation is not None:
        return False
    particles = [f"{main.verb.lemma_} {child.lower_}" for child in main.verb.children if child.dep_ == "prt"]
    lost = any(lemma in words("acts", "losses") for lemma in [main.verb.lemma_.lower(), *particles])
    own = [main.subject, *(child for child in main.subject.subtree if child.dep_ == "pobj")]
    return lost and any(statement.is_self(token) for token in own)


def _own_own(statement: Statement) -> Verdict | None:
    """A loss told with "its own" or "our own" is an admission whatever the cue."""
    main = statement.main
    if main is None or main.subject is None or not _own_loss(statement):
        return None
    if any(token.lower_ == "own" for token in main.subject.subtree):
        return Verdict(Act.ADMIT, "affirmed", "tells an own loss")
    return None


def _accusation(statement: Statement) -> Verdict | None:
    """The cue accuses."""
    if statement.cue.is_any("accuse"):
        return Verdict(Act.ACCUSE, polarity_of(statement.main), "cue: accusation")
    return None


def _demand(statement: Statement) -> Verdict | None:
    """The cue demands; "warn" does with an infinitive or "against"."""
    cue, main = statement.cue, statement.main
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


def _promise(statement: Statement) -> Verdict | None:
    """The cue promises what is to come; sworn facts are left to the content."""
    cue, main = statement.cue, statement.main
    if not cue.is_any("promise"):
        return None
    past = main is not None and main.subject is not None and main.modal is None and is_finite(main.verb)
    return None if past else Verdict(Act.PROMISE, polarity_of(main), "cue: promise")


def _prediction(statement: Statement) -> Verdict | None:
    """The cue foretells."""
    if statement.cue.is_any("predict"):
        return Verdict(Act.PREDICT, polarity_of(statement.main), "cue: prediction")
    return None


def _evaluation(statement: Statement) -> Verdict | None:
    """The cue judges, or "expressed concern", "voiced readiness"."""
    cue = statement.cue
    if cue.is_any("evaluate"):
        return Verdict(Act.EVALUATE, polarity_of(statement.main), "cue: a judgement")
    if statement.main is None and statement.head is not None:
        lemma = statement.head.lemma_.lower()
        if lemma in words("acts", "act_nouns_evaluate"):
            return Verdict(Act.EVALUATE, "affirmed", "expresses a feeling")
        if lemma in words("acts", "act_nouns_promise"):
            return Verdict(Act.PROMISE, "affirmed", "expresses an intention")
    return None


def _estimation(statement: Statement) -> Verdict | None:
    """The cue estimates; "put" does with a number."""
    cue = statement.cue
    if cue.is_any("estimate") and (cue.lemma != "put" or any(token.like_num for token in statement.tokens)):
        return Verdict(Act.ESTIMATE, polarity_of(statement.main), "cue: estimate")
    return None


def _performed(statement: Statement) -> Verdict | None:
    """The speaker performs the act in so many words: "we urge both sides", "I deny it"."""
    main = statement.main
    if main is None or main.subject is None or main.negation is not None or main.modal is not None:
        return None
    if not statement.is_self(main.subject) or main.passive:
        return None
    lemma = main.verb.lemma_.lower()
    cues = table("acts")["cues"]
    objects = [child for child in main.verb.children if child.dep_ in {"dobj", "ccomp", "xcomp", "prep"}]
    rejected = any(child.lemma_.lower() in words("denials", "claim_nouns") for child in objects)
    if objects and (lemma in cues["deny"] or (lemma in cues["deny_claims"] and rejected)):
        return Verdict(Act.DENY, "denied", "content: denies in so many words", (main.verb,))
    present = main.verb.tag_ == "VBP" and main.subject.lower_ in FIRST_PERSON
    for act in PERFORMED if objects else ():
        if lemma in cues[act] and (present or act in {Act.EVALUATE, Act.ADMIT}) and not main.perfect:
            return Verdict(act, "affirmed", "content: performs the act")
    return None


def _opinion(statement: Statement) -> Verdict | None:
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
    )


def _duty(statement: Statement) -> Verdict | None:
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


def _future(statement: Statement) -> Verdict | None:
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


def _harm(statement: Statement) -> Verdict | None:
    """A harmful act is told of a named other party, or another is to blame."""
    inside = {token.i for token in statement.tokens}
    main = statement.main
    if main is None:
        head = statement.head
        named = (
            head is not None
            and head.lemma_.lower() in harmful_nouns()
            and any(_blamable(statement, agent) for agent in noun_agents(head))
        )
        return Verdict(Act.ACCUSE, "affirmed", "names a harmful act of another") if named else None
    for _, agent in harms(main.verb, inside):
        if _blamable(statement, agent):
            return Verdict(Act.ACCUSE, "affirmed", "tells a harmful act of another")
    return _blame(statement, main)


def _blamable(statement: Statement, agent: "Token") -> bool:
    if agent.tag_ in {"WDT", "WP"} and agent.head.dep_ == "relcl":
        agent = agent.head.head
    if agent.lower_ in {"he", "she", "they"}:
        return statement.quoted(agent)
    return statement.is_other_party(agent)


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


def _approximation(statement: Statement) -> Verdict | None:
    """A count marked as approximate is an estimate."""
    if is_estimate(statement):
        return Verdict(Act.ESTIMATE, polarity_of(statement.main), "content: approximate count")
    return None


RULES: "tuple[Rule, ...]" = (
    _withheld,
    denials.by_label,
    denials.by_cue,
    _label,
    _admission,
    _accusation,
    _demand,
    _promise,
    _prediction,
    _evaluation,
    _estimation,
    _performed,
    denials.by_falsity,
    denials.by_phrase,
    denials.by_negated_fact,
    _opinion,
    _duty,
    _future,
    _own_own,
    _harm,
    _approximation,
)
"""In the order in which they are asked."""
