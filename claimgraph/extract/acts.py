"""What a speaker does with a statement: denies, admits, accuses, estimates, or something undisputable.

An ordered list of rules, each a plain function from a statement to a verdict or None; the
first verdict wins, and a statement no rule knows is asserted. The cue speaks before the
content, except that a neutral cue ("said") leaves all to the content.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract import content_acts, cue_acts, denials, false_charges
from claimgraph.extract.attribution.spans import ATTITUDE, Attribution
from claimgraph.extract.hedges import read_hedges
from claimgraph.extract.parse import Article
from claimgraph.extract.statements import Statement
from claimgraph.extract.verdicts import Verdict, polarity_of
from claimgraph.lexicon import table
from claimgraph.model import Act, Polarity, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[[Statement], Verdict | None]

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
        attribution: the cue and the speaker, as they were found.
        content: the piece of its content to read, from ``clauses``.
        side: the side the speaker speaks for, where it is known: it tells own from other.
    """
    statement = Statement(article, attribution, content, side)
    verdict = next((found for rule in RULES if (found := rule(statement)) is not None), None)
    if verdict is None:
        verdict = Verdict(Act.ASSERT, polarity_of(statement.main), "plain statement")
        if attribution.rule == ATTITUDE and not _states(statement.cue.lemma):
            verdict = Verdict(Act.EVALUATE, verdict.polarity, "an attitude that is reported, no statement")
    own_voice = not attribution.cue and not attribution.source
    if own_voice and verdict.act in REPORTED:
        verdict = Verdict(Act.ASSERT, verdict.polarity, verdict.rule)
    denial = None
    if verdict.act is Act.DENY:
        denial = statement.cue.span if verdict.by_cue else statement.position(verdict.words)
    return ActReading(verdict.act, verdict.polarity, read_hedges(statement), denial, verdict.rule)


def _states(lemma: str) -> bool:
    """Tell whether a cue is a word for stating, whatever the network takes it for."""
    cues = table("cues")
    return lemma in cues["verbs"]["clause"] or lemma in cues["nouns"]["clause"]


RULES: "tuple[Rule, ...]" = (
    cue_acts.silence,
    denials.by_label,
    denials.by_cue,
    cue_acts.label,
    cue_acts.admission,
    denials.by_false_charge,
    cue_acts.accusation,
    cue_acts.demand,
    cue_acts.promise,
    cue_acts.prediction,
    cue_acts.evaluation,
    cue_acts.estimation,
    content_acts.apology,
    content_acts.performed,
    denials.by_falsity,
    false_charges.by_false_accusation,
    denials.by_phrase,
    denials.by_negated_fact,
    content_acts.opinion,
    content_acts.duty,
    content_acts.future,
    content_acts.own_loss_told,
    content_acts.harm,
    content_acts.approximation,
    content_acts.belief,
)
"""In the order in which they are asked."""
