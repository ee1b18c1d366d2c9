"""What a claim answers on questions that have one answer at a time: states, and roles with one filler."""

from collections.abc import Iterable

from claimgraph.extract.answers.fillers import fillers
from claimgraph.extract.answers.particulars import particulars
from claimgraph.extract.answers.states import states
from claimgraph.extract.answers.things import Teller
from claimgraph.extract.parse import Article
from claimgraph.extract.predicates import tokens_inside
from claimgraph.model import Proposition, Span

__all__ = ["Teller", "read_answers"]


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
    spans = tuple(content)
    touched = {paragraph.index: paragraph for span in spans for paragraph in article.overlapping(span)}
    found: dict[tuple[object, ...], Proposition] = {}
    for _, paragraph in sorted(touched.items()):
        inside = tokens_inside(paragraph, spans)
        if not inside or any(token.text == "?" for token in inside[-2:]):
            continue
        for one in (
            *states(article, paragraph, inside, teller or Teller()),
            *fillers(article, paragraph, inside, teller or Teller()),
            *particulars(article, paragraph, inside, teller or Teller()),
        ):
            found.setdefault((one.predicate, one.value, one.trigger, one.patient, one.polarity), one)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.predicate, one.value)))
