"""A database that cannot be used is refused in one line that says what to do."""

import os
import sqlite3
import stat

import pytest

from claimgraph.errors import StoreError
from claimgraph.store import Store, opening, schema


def other_database(path, **pragmas):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (title TEXT)")
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.commit()
    connection.close()


def refusal(path, **options) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(path, **options)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_a_text_file_is_not_a_database(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("Dear diary, " * 500)
    assert "is not a claimgraph database; name another file" in refusal(path)
    assert path.read_text().startswith("Dear diary")


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "recipes.db"
    other_database(path)
    before = path.read_bytes()
    assert "is not a claimgraph database" in refusal(path)
    assert path.read_bytes() == before


def test_a_newer_version_is_refused_unchanged(tmp_path):
    path = tmp_path / "new.db"
    other_database(path, application_id=schema.APPLICATION_ID, user_version=len(schema.MIGRATIONS) + 1)
    before = path.read_bytes()
    assert "newer version of claimgraph; upgrade" in refusal(path)
    assert path.read_bytes() == before


def test_a_missing_folder_is_named(tmp_path):
    assert "does not exist; make it first" in refusal(tmp_path / "no" / "a.db")


def test_a_folder_is_not_a_database(tmp_path):
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("blank", [False, True])
def test_nothing_is_created_unless_asked_for(tmp_path, blank):
    path = tmp_path / "a.db"
    if blank:
        path.touch()
    assert "claimgraph ingest" in refusal(path, create=False)
    assert path.exists() is blank


def test_a_damaged_file_says_so(tmp_path, ferry):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(*ferry)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="is damaged; restore a copy"), Store.open(path) as store:
        store.collection()


def test_a_file_under_an_exclusive_lock_is_locked(tmp_path, ferry):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(*ferry)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    assert "is locked by another program; close that program or try again" in refusal(path, busy_seconds=0)
    holder.close()


def test_a_read_only_file_is_read_and_not_written(tmp_path, ferry, monkeypatch):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(*ferry)
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK)
    with Store.open(path) as store:
        assert not store.writable
        assert len(store.collection().claims) == 3
        with pytest.raises(StoreError, match="is read-only; make the file and its folder writable"):
            store.remove(ferry[0].id)


def test_an_older_read_only_file_cannot_be_brought_up_to_date(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    other_database(path, application_id=schema.APPLICATION_ID)
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK)
    assert "older version and read-only" in refusal(path)


def test_an_older_database_keeps_its_articles_and_decisions_and_loses_what_was_read_in_them(tmp_path, ferry):
    path, source = tmp_path / "old.db", ferry[0]
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, schema.MIGRATIONS[:1])
    published = source.published.model_dump_json()
    connection.execute(
        "INSERT INTO sources VALUES (?, ?, '/a', ?, 'r', ?, NULL, NULL, NULL, ?)",
        (source.id, source.name, source.sha256, published, source.model_dump_json()),
    )
    connection.execute(
        "INSERT INTO claims VALUES (1, 'c1', ?, 0, 5, 'deny', 'denied', 't1', NULL, 'Ferry', '{\"denial\": [0, 5]}')",
        (source.id,),
    )
    connection.execute("INSERT INTO meta VALUES ('matched_by', '0.1.0')")
    connection.execute(
        "INSERT INTO decisions VALUES (1, 'd1', 'confirmed', 'Ada', '2031', 'both were asked')"
    )
    connection.close()
    with Store.open(path) as store:
        (held,) = store.outdated()
        assert (held.source, held.receipt.location) == (source, "/a")
        assert store.collection().claims == ()
        assert store.matched_by() is None
        assert [one.target for one in store.decisions()] == ["d1"]
        store.add(*ferry)
        assert store.outdated() == []


def test_a_failing_migration_leaves_the_version_before(tmp_path):
    connection = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    scripts = ("CREATE TABLE one (x) STRICT;", "CREATE TABLE one (x INTEGER) STRICT;\nnonsense;")
    with pytest.raises(sqlite3.Error):
        schema.migrate(connection, ("CREATE TABLE one (x INTEGER) STRICT;", *scripts[1:]))
    assert schema.version(connection) == 1
    schema.migrate(
        connection, ("CREATE TABLE one (x INTEGER) STRICT;", "CREATE TABLE two (y INTEGER) STRICT;")
    )
    assert schema.version(connection) == 2
    connection.close()


def test_a_script_is_split_at_statements_not_at_every_semicolon():
    script = "CREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\nCREATE TABLE b (y)"
    assert [each.split()[1] for each in schema.statements(script)] == ["TABLE", "TRIGGER", "TABLE"]


def test_every_remedy_is_one_short_line():
    for text in opening._REMEDIES.values():
        assert ";" in text or ":" in text
        assert "\n" not in text
