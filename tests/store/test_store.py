"""The store keeps each article whole, once, and never forgets a decision."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ferry import make_source
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import NotFoundError, StoreError
from claimgraph.model import Decision, Extraction
from claimgraph.store import Receipt, Store


def rows(path: Path) -> list[tuple]:
    """Every row of the tables that hold what was read (not the counters, nor the search index's own)."""
    names = ("sources", "speakers", "claims", "claim_speakers", "flags", "matched", "decisions")
    connection = sqlite3.connect(path)
    found = [(name, *row) for name in names for row in connection.execute(f"SELECT * FROM {name}")]
    connection.close()
    return found


def test_what_is_added_comes_back_equal(ferry):
    source, extraction = ferry
    with Store.open(None) as store:
        store.add(source, extraction)
        collection = store.collection()
    assert collection.sources == (source,)
    assert collection.claims == extraction.claims
    assert collection.flags == extraction.flags
    assert set(collection.speakers) == set(extraction.speakers)


def test_adding_the_same_article_again_changes_no_row(tmp_path, ferry):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(*ferry)
        revision = store.snapshot()[1]
    before = rows(path)
    with Store.open(path) as store:
        store.add(*ferry)
        assert store.snapshot()[1] == revision + 1
    after = rows(path)
    assert before == after


def test_opening_and_reading_leaves_the_bytes_as_they_are(tmp_path, ferry):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(*ferry)
    before = path.read_bytes()
    with Store.open(path) as store:
        store.collection()
        store.claim_ids(text="ferry")
        assert store.standing(ferry[0].id) == "kept"
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.db"]


def test_a_changed_file_replaces_its_older_version(source_named, extraction_of, ferry):
    source, extraction = ferry
    newer = source_named(text=source.text + "\nUpdated.")
    with Store.open(None) as store:
        store.add(source, extraction, Receipt("/a/ferry.txt"))
        assert store.standing(newer.id, Receipt("/b/ferry.txt")) == "new"
        assert store.standing(newer.id, Receipt("/a/ferry.txt")) == "changed"
        store.add(newer, extraction_of(newer), Receipt("/a/ferry.txt"))
        assert [each.id for each in store.collection().sources] == [newer.id]
        assert {claim.source for claim in store.collection().claims} == {newer.id}
        assert store.claim_ids(text="uncharted") == [extraction_of(newer).claims[0].id]
        assert set(store.pending()) == {source.id, newer.id}


@pytest.mark.parametrize("places", [("/a/ferry.txt", "/b/ferry.txt"), (None, None)])
def test_what_comes_from_elsewhere_or_nowhere_replaces_nothing(source_named, extraction_of, places):
    first = source_named()
    second = source_named(text=first.text + "\nMore.")
    with Store.open(None) as store:
        for each, place in zip((first, second), places, strict=True):
            assert store.standing(each.id, Receipt(place)) == "new"
            store.add(each, extraction_of(each), Receipt(place))
        assert len(store.collection().sources) == 2


def test_another_recipe_is_a_change(ferry):
    source, extraction = ferry
    with Store.open(None) as store:
        store.add(source, extraction, Receipt(recipe="1"))
        assert store.standing(source.id, Receipt(recipe="1")) == "kept"
        assert store.standing(source.id, Receipt(recipe="2")) == "changed"


def test_the_order_of_adding_does_not_show(source_named, extraction_of):
    sources = [source_named(name=f"{n}.txt", text=source_named().text + str(n)) for n in range(3)]
    collections = []
    for order in (sources, sources[::-1]):
        with Store.open(None) as store:
            for each in order:
                store.add(each, extraction_of(each))
            collections.append(store.collection())
    assert collections[0] == collections[1]


def test_a_failing_add_leaves_the_older_version(ferry, source_named):
    source, extraction = ferry
    newer = source_named(text=source.text + "\nUpdated.")
    orphan = extraction.claims[0].model_copy(update={"source": "sx"})
    with Store.open(None) as store:
        store.add(source, extraction, Receipt("/a"))
        with pytest.raises(StoreError):
            store.add(newer, Extraction(source=newer.id, claims=(orphan,)), Receipt("/a"))
        assert store.collection().sources == (source,)
        assert store.collection().claims == extraction.claims


def test_removing_a_source_removes_all_of_it(ferry):
    source, extraction = ferry
    with Store.open(None) as store:
        store.add(source, extraction)
        store.remove(source.id)
        collection = store.collection()
        assert not any(
            (
                collection.sources,
                collection.claims,
                collection.speakers,
                collection.flags,
            )
        )
        assert store.claim_ids(text="ferry") == []
        assert store.pending() == (source.id,)
        with pytest.raises(NotFoundError, match="no source"):
            store.remove(source.id)


def test_a_claim_is_found_by_the_beginning_of_its_id(ferry):
    source, extraction = ferry
    wanted = extraction.claims[0]
    with Store.open(None) as store:
        store.add(source, extraction)
        assert store.claim(wanted.id) == wanted
        assert store.claim(wanted.id[:8]) == wanted
        assert store.source(source.id) == source
        with pytest.raises(NotFoundError, match="several claims begin with c;"):
            store.claim("c")
        for nothing in ("", "cffffffffffff", "c%", "\udcff"):
            with pytest.raises(NotFoundError, match="no claim"):
                store.claim(nothing)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [0, 1, 2]),
        ({"source": "ferry"}, [0, 1, 2]),
        ({"source": "harbour post"}, [0, 1, 2]),
        ({"source": "%"}, []),
        ({"text": "injured"}, [2]),
        ({"source": "ferry", "text": "injured"}, [2]),
        ({"source": "nowhere", "text": "injured"}, []),
        ({"text": "?!"}, []),
    ],
)
def test_claims_are_found_by_their_article_and_words(ferry, wanted, expected):
    source, extraction = ferry
    with Store.open(None) as store:
        store.add(source, extraction)
        assert store.claim_ids(**wanted) == [extraction.claims[n].id for n in expected]


def test_a_matching_comes_back_equal_and_clears_what_is_pending(ferry, matching_of):
    source, extraction = ferry
    with Store.open(None) as store:
        assert store.matched_by() is None
        store.add(source, extraction)
        assert store.pending() == (source.id,)
        store.save_matching(matching_of(extraction), made_by="1")
        assert store.matching() == matching_of(extraction)
        assert (store.pending(), store.matched_by()) == ((), "1")
        store.save_matching(matching_of(extraction), made_by="2")
        assert store.matching() == matching_of(extraction)


def test_what_another_process_adds_while_matching_stays_pending(
    tmp_path, ferry, source_named, extraction_of, matching_of
):
    source, extraction = ferry
    late = source_named(name="late.txt", text=source.text + "late")
    with Store.open(tmp_path / "a.db") as store, Store.open(tmp_path / "a.db") as other:
        store.add(source, extraction)
        _, revision = store.snapshot()
        other.add(late, extraction_of(late))
        store.save_matching(matching_of(extraction), revision=revision)
        assert store.pending() == (late.id,)


def test_decisions_survive_ingesting_and_matching_and_are_never_changed(tmp_path, ferry, matching_of):
    path = tmp_path / "a.db"
    decision = Decision(
        target="d-reef", verdict="confirm", by="Ada", at="2031-03-06", why="both were asked", shown="a reef"
    )
    with Store.open(path) as store:
        store.add(*ferry)
        store.add_decisions([decision])
        store.add(*ferry)
        store.save_matching(matching_of(ferry[1]))
        store.remove(ferry[0].id)
        assert store.decisions() == (decision,)
    connection = sqlite3.connect(path)
    for statement in ("UPDATE decisions SET verdict = 'rejected'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_second_process_reads_while_one_writes(tmp_path, ferry):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(*ferry)
        with store._transaction("BEGIN IMMEDIATE"), Store.open(path, busy_seconds=0) as other:
            assert len(other.collection().claims) == 3
            with pytest.raises(StoreError, match="locked by another program; close"):
                other.remove(ferry[0].id)


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from ferry import FERRY, make_extraction, make_source
from pathlib import Path
from claimgraph.store import Receipt, Store
store = Store.open(Path(sys.argv[1]))
print("ready", flush=True)
for n in range(100000):
    source = make_source(name=f"{n % 50}.txt", text=FERRY + str(n), path=f"/x/{n % 50}.txt")
    store.add(source, make_extraction(source), Receipt(source.path))
"""


@pytest.mark.parametrize("seconds", [0.05, 0.3])
def test_a_killed_writer_leaves_only_whole_articles(tmp_path, seconds):
    path = tmp_path / "a.db"
    here = str(Path(__file__).parents[1])
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path), here], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Store.open(path) as store:
        collection = store.collection()
        pending = store.pending()
        assert len(store.claim_ids(text="ferry")) == len(collection.sources)
    assert len(collection.sources) >= 1
    assert len(collection.claims) == 3 * len(collection.sources)
    assert {source.id for source in collection.sources} <= set(pending)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was(text):
    source = make_source(text=text)
    with Store.open(None) as store:
        store.add(source, Extraction(source=source.id))
        assert store.collection().sources == (source,)
