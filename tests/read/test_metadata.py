"""What a table beside the files tells of them, and what is left aside."""

import pytest

from claimgraph.errors import InputRefusedError
from claimgraph.read import Input, scan
from claimgraph.read.metadata import Metadata, prefix_date

TEXT = "Title Of The Day\n\nThe ferry operator denied that the crew had been warned about the storm.\n"
HEAD = "file,title,publisher,published,url\n"


def folder(path, table, names=("a.txt", "b.txt")):
    for name in names:
        (path / name).write_text(TEXT + name)
    (path / "sources.csv").write_text(table)
    found = list(scan([path]))
    inputs = {item.name: item.source() for item in found if isinstance(item, Input)}
    return inputs, [item for item in found if isinstance(item, InputRefusedError)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2014", "2014"),
        ("2014-06", "2014-06"),
        (" 2014-06-03 ", "2014-06-03"),
        ("2014-06-03T12:00:00+02:00", "2014-06-03"),
        ("2014-06-03 12:00", "2014-06-03"),
        ("2014-13", None),
        ("2014-02-30", None),
        ("03/06/2014", None),
        ("June 2014", None),
        ("0000-01-01", None),
        ("", None),
    ],
)
def test_only_dates_of_the_calendar_are_dates(told, expected):
    assert prefix_date(told) == expected


def test_row_gives_title_publisher_date_and_address(tmp_path):
    inputs, refused = folder(
        tmp_path, HEAD + "a.txt,Ferry Sank,Harbour Post,2014-06-03,https://example.org/1\n"
    )
    source = inputs["a.txt"]
    assert (source.title, source.publisher, source.url) == (
        "Ferry Sank",
        "Harbour Post",
        "https://example.org/1",
    )
    assert source.published.date == "2014-06-03"
    assert "sources.csv" in source.published.basis
    assert refused == []
    assert inputs["b.txt"].publisher is None


def test_row_holds_for_a_file_named_alone(tmp_path):
    folder(tmp_path, HEAD + "a.txt,,Harbour Post,,\n")
    (found,) = scan([tmp_path / "a.txt"])
    assert found.source().publisher == "Harbour Post"


def test_empty_cells_leave_what_the_text_tells(tmp_path):
    inputs, refused = folder(tmp_path, HEAD + "a.txt,,,,\n")
    assert inputs["a.txt"].title == "Title Of The Day"
    assert refused == []


def test_byte_order_mark_and_other_order_of_columns_are_taken(tmp_path):
    inputs, refused = folder(tmp_path, "\ufeffPublisher,File\nHarbour Post,a.txt\n")
    assert inputs["a.txt"].publisher == "Harbour Post"
    assert refused == []


@pytest.mark.parametrize(
    ("table", "where", "reason"),
    [
        (HEAD + "a.txt,,,3 June,\n", ":2", "'3 June' is not a date"),
        (HEAD + "gone.txt,,,,\n", ":2", "no file 'gone.txt'"),
        (HEAD + ",Lost,,,\n", ":2", "names no file"),
        (HEAD + "a.txt,,,,\na.txt,,,,\n", ":3", "a second row"),
        ("file,colour\na.txt,red\n", ":1", "unknown column 'colour'"),
        ("name,title\na.txt,x\n", "sources.csv", "no column 'file'"),
        ("", "sources.csv", "no column 'file'"),
        (HEAD + 'a.txt,"open,,,\n', "sources.csv", "not a CSV table"),
    ],
)
def test_fault_in_the_table_is_named_and_the_articles_are_read(tmp_path, table, where, reason):
    inputs, refused = folder(tmp_path, table)
    assert set(inputs) == {"a.txt", "b.txt"}
    (error,) = refused
    assert error.where.endswith(where)
    assert reason in error.reason
    assert "\n" not in str(error)


def test_table_in_another_encoding_is_named(tmp_path):
    folder(tmp_path, "")
    (tmp_path / "sources.csv").write_bytes("file,title\na.txt,Café\n".encode("latin-1"))
    assert "is not UTF-8" in [item.reason for item in scan([tmp_path]) if isinstance(item, InputRefusedError)]


def test_a_date_keeps_its_own_basis_when_filled_up():
    told = Metadata(title="A").over(Metadata(title="B", published="2014", basis="the page"))
    assert (told.title, told.published, told.basis) == ("A", "2014", "the page")
