"""What was put in is what is read: an alteration of the file is found, and a copy holds everything."""

import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from ferry import FERRY, make_extraction, make_matching, make_source

from claimgraph.errors import StoreError
from claimgraph.model import Decision
from claimgraph.store import Reading, Receipt, Store, schema, verify

READING = Reading("2031-03-06T09:00:00+00:00", "claimgraph 0.1.0", "spacy 3.8.7", "claimgraph 0.1.0, ab12")
DECISION = Decision(target="d-reef", verdict="confirmed", by="Ada", at="2031-03-06", why="both were asked")


def filled(path: Path, count: int = 1) -> Path:
    with Store.open(path) as store:
        for number in range(count):
            source = make_source(name=f"{number}.txt", text=FERRY + str(number))
            store.add(source, make_extraction(source), Receipt(f"/x/{number}.txt", "1", reading=READING))
        store.save_matching(make_matching(make_extraction(source)), made_by="1")
        store.add_decisions([DECISION])
    return path


def all_of(path: Path) -> tuple:
    with Store.open(path, create=False) as store:
        return store.collection(), store.matching(), store.decisions(), store.filed()


def altered(path: Path, *statements: str) -> Path:
    """The database after somebody worked on it with another program."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def faults(path: Path) -> list[str]:
    with Store.open(path, create=False, check=False) as store:
        return store.faults()


def test_nothing_is_wrong_with_what_was_written(tmp_path):
    path = filled(tmp_path / "a.db", 3)
    assert faults(path) == []
    with Store.open(path) as store:
        kept = store.kept()
    assert [one.name for one in kept] == ["0.txt", "1.txt", "2.txt"]
    assert {one.reading for one in kept} == {READING}
    assert len({one.text_sha256 for one in kept}) == 3


ALTERATIONS = {
    "a figure in the text": (
        "UPDATE sources SET body = replace(body, 'More than 40', 'More than 90')",
        "its text is not the one that was read",
    ),
    "a figure in a claim": (
        "UPDATE claims SET body = replace(body, 'More than 40', 'More than 90')",
        "its rows were changed",
    ),
    "a claim's column": (
        "UPDATE claims SET polarity = 'affirmed' WHERE act = 'deny'",
        "its rows were changed",
    ),
    "a claim taken out": ("DELETE FROM claims WHERE act = 'deny'", "its rows were changed"),
    "who speaks": ("UPDATE claim_speakers SET speaker = 'p-line'", "its rows were changed"),
    "a speaker's side": (
        "UPDATE speakers SET body = replace(body, 'northlight', 'other')",
        "its rows were changed",
    ),
    "a flag taken off": ("DELETE FROM flags", "its rows were changed"),
    "when it was read": ("UPDATE custody SET read_at = '2030-01-01'", "its rows were changed"),
    "the record of its reading": ("DELETE FROM custody", "no record of its reading"),
    "the hash of its bytes": (f"UPDATE sources SET sha256 = '{'0' * 64}'", "its id is not that"),
    "a dispute taken out": (
        "DELETE FROM matched WHERE kind = 'dispute'",
        "what else was matched were changed",
    ),
    "a column that is gone": ("ALTER TABLE flags RENAME COLUMN kind TO sort", "is not claimgraph's own"),
    "a table that was added": ("CREATE TABLE notes (x)", "does not belong there"),
}


@pytest.mark.parametrize(("statement", "told"), ALTERATIONS.values(), ids=ALTERATIONS)
def test_what_another_program_changed_is_found_and_the_case_not_opened(tmp_path, statement, told):
    path = altered(filled(tmp_path / "a.db"), statement)
    assert any(told in fault for fault in faults(path))
    with pytest.raises(StoreError, match="restore a backup") as caught:
        Store.open(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_decision_changed_behind_the_trigger_is_found(tmp_path):
    (trigger,) = [one for one in schema.statements(schema._TABLES) if "decisions_kept" in one]
    path = altered(
        filled(tmp_path / "a.db"), "DROP TRIGGER decisions_kept", "UPDATE decisions SET verdict = 'rejected'", trigger
    )  # fmt: skip
    assert "the decisions were changed since they were written" in faults(path)


def test_spans_and_references_are_checked_even_where_the_seals_were_made_anew(tmp_path):
    path = altered(
        filled(tmp_path / "a.db"),
        "UPDATE claims SET body = replace(body, 'More than 40', 'More than 90')",
        "INSERT INTO flags SELECT source, 7, 'c-gone', kind, body FROM flags",
        "UPDATE matched_claims SET claim = 'c-gone' WHERE kind = 'dispute' AND side = 0",
        "DELETE FROM custody",
        "DELETE FROM meta WHERE key LIKE 'seal%'",
        "DELETE FROM changes",
    )
    with Store.open(path):  # seals what has no seal
        pass
    found = "\n".join(faults(path))
    assert "its words do not stand at" in found
    assert "c-gone names a claim or speaker that is not there" in found
    assert "a dispute names the claim c-gone, which is not there" in found


PAGE = 4096


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with other bytes, other digits, pages lost, taken for one another or emptied, or its end gone."""
    changed = bytearray(data)
    one, other = (slice(n * PAGE, (n + 1) * PAGE) for n in chance.sample(range(len(data) // PAGE), 2))
    kind = chance.randrange(6)
    if kind == 0:
        for place in chance.sample(range(len(data)), chance.choice((1, 4, 64))):
            changed[place] ^= chance.randrange(1, 256)
    elif kind == 1:
        place = chance.choice([n for n, byte in enumerate(data) if 48 <= byte <= 57])
        changed[place] = 48 + (changed[place] - 47) % 10
    elif kind == 2:
        changed[one], changed[other] = changed[other], changed[one]
    elif kind == 3:
        changed[one] = changed[other]
    elif kind == 4:
        changed[one] = bytes(PAGE)
    else:
        del changed[chance.randrange(len(data)) :]
    return bytes(changed)


def test_a_damaged_file_is_refused_or_the_damage_changes_nothing(tmp_path):
    """Three hundred databases, each damaged in one way: none is read as something else."""
    whole = filled(tmp_path / "a.db", 4)
    before, data, chance = all_of(whole), whole.read_bytes(), random.Random(18)
    refused = []
    for _ in range(300):
        path = tmp_path / "b.db"
        path.write_bytes(damaged(data, chance))
        try:
            assert all_of(path) == before
        except StoreError as error:
            refused.append(str(error))
        for leftover in tmp_path.glob("b.db-*"):
            leftover.unlink()
    assert len(refused) > 200
    assert not any("\n" in told for told in refused)


def test_a_database_of_the_version_before_is_sealed_as_it_stands(tmp_path):
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, schema.MIGRATIONS[:1])
    source = make_source()
    connection.execute(
        "INSERT INTO sources VALUES (?, ?, NULL, ?, '1', ?, NULL, NULL, NULL, ?)",
        (source.id, source.name, source.sha256, source.published.model_dump_json(), source.model_dump_json()),
    )
    connection.close()
    with Store.open(path) as store:
        assert store.kept()[0].reading == Reading()
        assert store.filed()[0].source == source
    assert faults(path) == []


def test_a_backup_is_one_file_that_holds_everything(tmp_path):
    path, copy = filled(tmp_path / "a.db", 3), tmp_path / "copies" / "b.db"
    copy.parent.mkdir()
    with Store.open(path) as store, Store.open(path) as other:
        source = make_source(name="late.txt", text=FERRY + "late")
        other.add(source, make_extraction(source), Receipt(reading=READING))
        store.backup(copy)
        store.backup(copy)  # in place of the older one
    assert [one.name for one in copy.parent.iterdir()] == ["b.db"]
    assert all_of(copy) == all_of(path)
    assert copy.stat().st_mode == path.stat().st_mode


def test_a_backup_of_what_was_altered_leaves_the_older_backup(tmp_path):
    path, copy = filled(tmp_path / "a.db"), tmp_path / "b.db"
    with Store.open(path) as store:
        store.backup(copy)
    before = copy.read_bytes()
    altered(path, ALTERATIONS["a figure in the text"][0])
    with Store.open(path, check=False) as store, pytest.raises(StoreError, match="was not written"):
        store.backup(copy)
    assert copy.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.db", "b.db"]


def test_a_backup_replaces_no_file_that_is_not_a_database(tmp_path):
    path, notes = filled(tmp_path / "a.db"), tmp_path / "notes.txt"
    notes.write_text("the only copy of my notes")
    with Store.open(path) as store:
        with pytest.raises(StoreError, match="is no database"):
            store.backup(notes)
        with pytest.raises(StoreError, match="is a folder"):
            store.backup(tmp_path)
        with pytest.raises(StoreError, match="make it first"):
            store.backup(tmp_path / "none" / "b.db")
    assert notes.read_text() == "the only copy of my notes"


def test_the_file_alone_holds_what_was_written_once_it_is_closed(tmp_path):
    path, copy = tmp_path / "a.db", tmp_path / "copy.db"
    with Store.open(path) as reader:
        filled(path)  # written and closed while another has it open
        assert path.with_name("a.db-wal").exists()
        shutil.copyfile(path, copy)
        assert len(reader.collection().sources) == 1
    assert len(all_of(copy)[0].sources) == 1


OPEN_AND_DIE = """
import os, sys
from pathlib import Path
from claimgraph.store import Store
Store.open(Path(sys.argv[1]))
os.kill(os.getpid(), 9)
"""


def test_what_a_killed_process_left_in_the_log_is_moved_by_the_next(tmp_path):
    path, copy = filled(tmp_path / "a.db"), tmp_path / "copy.db"
    subprocess.run([sys.executable, "-c", OPEN_AND_DIE, str(path)], check=False)
    all_of(path)
    shutil.copyfile(path, copy)
    assert all_of(copy) == all_of(path)


def test_a_file_of_one_byte_is_not_taken_for_an_empty_database(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"x")
    with pytest.raises(StoreError, match="is not a claimgraph database"):
        Store.open(path)
    assert path.read_bytes() == b"x"


def test_the_index_of_words_is_checked(tmp_path):
    path = altered(filled(tmp_path / "a.db"), "INSERT INTO claim_text (rowid, text) VALUES (99, 'gone')")
    assert any("index of words" in fault for fault in faults(path))


def test_every_check_is_made_even_where_one_is_stopped(tmp_path, monkeypatch):
    def stopped(_connection):
        raise sqlite3.DatabaseError("database disk image is malformed")
        yield

    path = altered(filled(tmp_path / "a.db"), "DELETE FROM flags")
    monkeypatch.setattr(verify, "_texts", stopped)
    assert next(fault.split(":")[0] for fault in faults(path)) == "stopped"
    assert any("its rows were changed" in fault for fault in faults(path))
