"""What a speaker does with a statement: denies, admits, accuses, estimates, or something undisputable.

An ordered list of rules, each a plain function from a statement to a verdict or None; the
first verdict wins, and a statement no rule knows is asserted. The cue speaks before the
content, except that a neutral cue ("said") leaves all to the content.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import ATTITUDE, Attribution
from claimgraph.extract.grammar.tree import lemmas
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article
from claimgraph.extract.reading import content_acts, cue_acts, denials
from claimgraph.extract.reading.bare import is_bare
from claimgraph.extract.reading.hedges import read_hedges
from claimgraph.extract.reading.silence import is_nobodys, keeps_silent, seems_so
from claimgraph.extract.reading.statement import Statement, Verdict
from claimgraph.lexicon import table, words
from claimgraph.model import Act, Polarity, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[[Statement], Verdict | None]

REPORTED = frozenset({Act.DENY, Act.ADMIT, Act.ACCUSE})
"""Acts of parties: an article in its own voice reports a fact, negative or harmful as it may be."""
RULES: "tuple[Rule, ...]" = (
    cue_acts.plea,
    cue_acts.acceptance,
    cue_acts.silence,
    cue_acts.question,
    cue_acts.order,
    denials.by_label,
    denials.by_cue,
    cue_acts.label,
    cue_acts.performed_by_cue,
    cue_acts.evaluation,
    content_acts.performed,
    denials.by_falsity,
    denials.by_phrase,
    denials.by_negated_fact,
    content_acts.opinion,
    content_acts.duty,
    content_acts.future,
    content_acts.harm,
    content_acts.approximation,
    content_acts.belief,
)
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
    told = not cue.isdisjoint(_known_cues()) or cue_acts.evaluation(statement) is not None
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
