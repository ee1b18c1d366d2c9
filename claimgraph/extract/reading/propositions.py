"""What a claim says: its deeds, and its answers to questions that have one answer at a time."""

from collections.abc import Iterable

from claimgraph.extract.grammar.sentences import by_paragraph
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.deeds import deeds
from claimgraph.extract.reading.fillers import fillers
from claimgraph.extract.reading.participants import Teller
from claimgraph.extract.reading.particulars import particulars
from claimgraph.extract.reading.states import states
from claimgraph.model import Proposition, Span

__all__ = ["Teller", "read_answers", "read_events"]


def read_events(
    article: Article, content: Iterable[Span], teller: Teller | None = None
) -> tuple[Proposition, ...]:
    """Return the deeds inside the content of one claim, in text order."""
    return tuple(
        one
        for paragraph, inside in by_paragraph(article, content)
        for one in deeds(paragraph, inside, teller or Teller())
    )


def read_answers(
    article: Article, content: Iterable[Span], teller: Teller | None = None
) -> tuple[Proposition, ...]:
    """Return what the content of one claim asserts on such questions, in text order.

    What is asked, supposed, planned or only possible answers nothing and is left out.

    Args:
        article: the parsed source.
        content: the words claimed.
        teller: whose words they are, for "I" and "he".
    """
    whose = teller or Teller()
    found: dict[tuple[object, ...], Proposition] = {}
    for paragraph, inside in by_paragraph(article, content):
        if any(token.text == "?" for token in inside[-2:]):
            continue
        for one in (
            *states(article, paragraph, inside, whose),
            *fillers(article, paragraph, inside, whose),
            *particulars(paragraph, inside, whose),
        ):
            found.setdefault((one.predicate, one.value, one.trigger, one.patient, one.polarity), one)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.predicate, one.value)))
