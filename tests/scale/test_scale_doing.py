"""What a worker hands back is what becomes of the articles, however they are cut into pieces."""

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pandas as pd
import pytest

from claimgraph import ClaimGraph
from claimgraph.model import Dated, Extraction
from claimgraph.read import scan
from claimgraph.read.metadata import Metadata
from claimgraph.scale import doing
from claimgraph.scale.doing import FIELDS, Made, extracts, input_of, outcome_of, reads
from claimgraph.scale.filling import Done
from claimgraph.scale.rows import Listed
from claimgraph.store import Reading
from claimgraph.tracker.custody import extracted
from claimgraph.tracker.extracting import Extractor, Outcome, Task
from claimgraph.tracker.ingesting import Intake

PLAIN = Extractor(None, "")
HERE = extracted(Reading())
LINES = [
    {"id": "a", "text": "The port said on 3 May 2031 that the crane had failed.", "published": "2031-05-04"},
    {"id": "b", "text": "The crane's owner denied that it had failed.", "published": "soon"},
    {"id": "c"},
]


@pytest.fixture(scope="module", autouse=True)
def _nothing_runs_on():
    yield
    for one in doing._KEPT.values():
        one.close()
    doing._KEPT.clear()


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "a.jsonl"
    place.write_text("".join(json.dumps(one) + "\n" for one in LINES))
    return place


def made(path, rules: str = HERE.rules) -> Made:
    return Made(PLAIN, {0: Listed(str(path), path.as_uri(), Metadata())}, HERE.model, rules)


def frames(path, size: int) -> Iterator[pd.DataFrame]:
    """Return the lines of a file as Spark hands them to a worker, so many at a time."""
    columns = ["input", "line", "data", "cells", "is_number"]
    rows = [(0, number, line, None, False) for number, line in enumerate(path.read_bytes().splitlines(), 1)]
    for start in range(0, len(rows), size):
        yield pd.DataFrame(rows[start : start + size], columns=columns)


def handed_back(path, size: int) -> list[SimpleNamespace]:
    found = [one for frame in reads(made(path))(frames(path, size)) for one in frame.to_dict("records")]
    return [SimpleNamespace(**{name: one[name] for name in FIELDS}) for one in found]


def test_it_is_what_one_process_makes_of_the_articles(path):
    rows = handed_back(path, 1)
    assert rows == handed_back(path, 3)
    assert [(one.line, one.part) for one in rows] == [(1, 0), (2, 0), (2, 1), (3, 0)]
    assert [one.reason is None for one in rows] == [True, False, True, False]
    for found in (one for one in scan([path]) if not isinstance(one, Exception)):
        (row,) = [one for one in rows if one.id == found.id]
        assert outcome_of(row) == doing._workers(PLAIN).submit(Task(found, found.where)).result()
        assert (input_of(row).metadata, input_of(row).sha256) == (found.metadata, found.sha256)


def test_an_article_that_waited_is_extracted_with_the_date_lent(path):
    waiting = next(one for one in handed_back(path, 3) if one.name == "b" and one.source)
    assert waiting.statements is None
    lent = Dated(date="2031-05-04", basis="lent")
    (found,) = extracts(made(path), {waiting.id: lent})([pd.DataFrame([vars(waiting)])])
    outcome = outcome_of(SimpleNamespace(**found.iloc[0].to_dict()))
    assert outcome.source.published == lent
    assert outcome.extraction.claims


def test_a_worker_of_another_version_stops_the_run(path):
    (found,) = reads(made(path, rules="claimgraph 0.0.0"))(frames(path, 3))
    assert "install the same version of claimgraph" in found["stopped"].item()


class Idle(Extractor):
    """Does nothing, and is not asked to."""

    def extract(self, source):
        raise AssertionError(source)


def test_what_was_done_elsewhere_is_stored_in_order_and_not_done_again(path):
    """Of the first article the date is known; the second waits, as read, and was done with a date since."""
    first, second = (one for one in scan([path]) if not isinstance(one, Exception))
    sources = first.source(), second.source()
    known = Done(Idle(None, ""))
    known.know(first, Outcome(sources[0], Extraction(source=first.id)))
    known.know(second, Outcome(sources[1]))
    known.know(sources[1], Outcome(sources[1], Extraction(source=second.id)))
    with ClaimGraph.open() as tracker:
        result = tracker.take_in([first, second], Intake(tracker.store, Idle(None, ""), underway=known))
        assert (result.new, result.refused) == (("a", "b"), ())
        assert {one.name for one in tracker.collection().sources} == {"a", "b"}
