"""A case file filled with what Spark extracted, by the code that ``ingest`` stores with.

Invariant: articles come in one after the other, in the order in which they stand in the files; nothing
of them is held but those that wait for a date.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from claimgraph.errors import InputRefusedError
from claimgraph.model import Source
from claimgraph.read import Input
from claimgraph.scale.doing import input_of, outcome_of
from claimgraph.tracker.extracting import Extractor, Outcome, Task
from claimgraph.tracker.underway import Underway

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Slip = TypeVar("Slip")
Key = tuple[str, str | None, str | None]
"""An article by its id; once its date is settled, with the date and what it rests on."""


class Done(Underway[Slip]):
    """Articles that were done elsewhere; what was not is done here.

    Args:
        extractor: with what, then.
    """

    def __init__(self, extractor: Extractor) -> None:
        super().__init__(extractor, 1)
        self._known: dict[Key, Outcome] = {}

    def know(self, article: Input | Source, outcome: Outcome) -> None:
        """Take what became of an article that may be given out."""
        self._known[_key(article)] = outcome

    def forget(self, article: Input | Source) -> None:
        """Drop what became of an article that was not given out."""
        self._known.pop(_key(article), None)

    def give(self, slip: Slip, task: Task) -> None:
        """Have an article done, unless it is."""
        known = self._known.pop(_key(task.article), None)
        if known is None:
            super().give(slip, task)
        else:
            self.told(slip, known)


def _key(article: Input | Source) -> Key:
    if isinstance(article, Source):
        return article.id, article.published.date, article.published.basis
    return article.id, None, None


def in_order(done: "DataFrame", refusals: Mapping[int, InputRefusedError], known: Done[Any]) -> Iterator[
    Input | InputRefusedError
]:  # fmt: skip
    """Yield what was found, in the order in which it stands, each article once.

    Args:
        done: a row for each article and refusal (``doing.FIELDS``), those that wait for a date as read.
        refusals: the files that could not be read, by their place among all.
        known: told what became of each article before it is yielded.
    """
    seen: set[str] = set()
    waiting = iter(sorted(refusals.items()))
    refused = next(waiting, None)
    for row in done.orderBy("input", "line", "part").toLocalIterator(prefetchPartitions=True):
        while refused is not None and refused[0] < row.input:
            yield refused[1]
            refused = next(waiting, None)
        if row.id is None:
            yield InputRefusedError(row.place, row.reason, row.remedy)
        elif row.id not in seen:
            seen.add(row.id)
            found = input_of(row)
            known.know(found, outcome_of(row))
            yield found
            known.forget(found)
    while refused is not None:
        yield refused[1]
        refused = next(waiting, None)


def settled(rows: Iterable[Any], known: Done[Any]) -> None:
    """Tell what became of the articles that waited for a date."""
    for row in rows:
        outcome = outcome_of(row)
        if outcome.source is not None:
            known.know(outcome.source, outcome)
