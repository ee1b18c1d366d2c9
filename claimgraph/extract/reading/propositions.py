"""What a claim says: its deeds, and its answers to questions that have one answer at a time."""

from collections.abc import Iterable, Iterator, Sequence

from claimgraph.extract.grammar.nouns import counted_of
from claimgraph.extract.grammar.sentences import by_paragraph, is_all_said, is_question, main_verbs, roots
from claimgraph.extract.grammar.tree import COMPLEMENTS, children, has
from claimgraph.extract.grammar.verbs import is_bare
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.deeds import deeds
from claimgraph.extract.reading.fillers import fillers
from claimgraph.extract.reading.participants import Passage, Teller
from claimgraph.extract.reading.particulars import particulars
from claimgraph.extract.reading.states import states
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.model import Proposition, Span

__all__ = ["Teller", "read_answers", "read_events"]
NOBODY = Teller()
_CHARGING = frozenset({"of", "for"})
"""Behind them stands what somebody is accused of or blamed for."""


def _passages(article: Article, content: Iterable[Span], teller: Teller) -> list[Passage]:
    return [Passage(*each, teller) for each in by_paragraph(article, content)]


def read_events(
    article: Article, content: Iterable[Span], teller: Teller = NOBODY
) -> tuple[Proposition, ...]:
    """Return the deeds inside the content of one claim, in text order."""
    return tuple(
        one for passage in _passages(article, content, teller) for one in _marked(passage, deeds(passage))
    )


def read_answers(
    article: Article, content: Iterable[Span], teller: Teller = NOBODY
) -> tuple[Proposition, ...]:
    """Return what the content of one claim asserts on such questions, in text order.

    What is asked, supposed, planned or only possible answers nothing and is left out. The teller
    is whose words they are, for "I" and "he".
    """
    found: dict[tuple[object, ...], Proposition] = {}
    for passage in _passages(article, content, teller):
        if not is_question(passage.tokens):
            for one in _marked(passage, (*states(passage), *fillers(passage), *particulars(passage))):
                found.setdefault((one.predicate, one.value, one.trigger, one.patient, one.polarity), one)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.predicate, one.value)))


def _marked(passage: Passage, told: Iterable[Proposition]) -> Iterator[Proposition]:
    """Yield propositions, with those that the claim itself says marked as main."""
    main = frozenset(passage.span(token) for token in _main(passage.tokens))
    for one in told:
        yield one.model_copy(update={"main": True}) if one.trigger in main else one


def _main(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield what a stretch says: its verbs, or what one is accused "of doing", with what completes them."""
    of = (one for root in roots(tokens) for one in (root, *children(root, "prep")) if one.lower_ in _CHARGING)
    charged = [done for one in of for done in children(one, "pcomp", "pobj")]
    announced = [one for one in tokens if is_all_said(one, tokens)]
    for verb in (*(main_verbs(tokens) or charged), *announced):
        chain = [verb, *children(verb, "xcomp", "conj"), *_told_under(verb)]
        for one in (*chain, *(below for link in chain[1:] for below in children(link, "xcomp"))):
            # "is in favour of it" says all with its phrase, "is a kind of fraud" with what stands behind "of"
            said = children(one, *COMPLEMENTS, *(("prep", "advmod") if is_bare(one) else ()))
            yield from (one, *said, *map(counted_of, said))


def _told_under(verb: Token) -> list[Token]:
    """Return the clauses of a verb that says nothing alone: "the truth is that it sank", "let him go"."""
    light = words("grammar", "light") - (words("acts", "speech") - {"be"})
    told = children(verb, "ccomp") if verb.lemma in light and not has(verb, *COMPLEMENTS) else []
    return [one for one in told if verb.lemma == "be" or not one.left_edge.tag_.startswith("W")]
