"""What a claim says: its deeds, and its answers to questions that have one answer at a time."""

from collections.abc import Iterable

from claimgraph.extract.grammar.sentences import by_paragraph, is_question
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.deeds import deeds
from claimgraph.extract.reading.fillers import fillers
from claimgraph.extract.reading.participants import Passage, Teller
from claimgraph.extract.reading.particulars import particulars
from claimgraph.extract.reading.states import states
from claimgraph.model import Proposition, Span

__all__ = ["Teller", "read_answers", "read_events"]
NOBODY = Teller()


def _passages(article: Article, content: Iterable[Span], teller: Teller) -> list[Passage]:
    return [Passage(article, *each, teller) for each in by_paragraph(article, content)]


def read_events(
    article: Article, content: Iterable[Span], teller: Teller = NOBODY
) -> tuple[Proposition, ...]:
    """Return the deeds inside the content of one claim, in text order."""
    return tuple(one for passage in _passages(article, content, teller) for one in deeds(passage))


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
            for one in (*states(passage), *fillers(passage), *particulars(passage)):
                found.setdefault((one.predicate, one.value, one.trigger, one.patient, one.polarity), one)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.predicate, one.value)))
