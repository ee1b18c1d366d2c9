"""A row of a Parquet file is an article as a line of a .jsonl file is."""

import json
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimgraph.errors import InputRefusedError
from claimgraph.read import Input, scan

TEXT = "The mayor said on Monday that the bridge was safe."


def scanned(folder, rows: list[dict[str, object]], **schema: pa.DataType) -> list[Input | InputRefusedError]:
    table = pa.Table.from_pylist(rows)
    for name, kind in schema.items():
        table = table.set_column(table.schema.get_field_index(name), name, table[name].cast(kind))
    pq.write_table(table, folder / "a.parquet")
    return list(scan([folder / "a.parquet"]))


def test_a_row_is_the_article_that_its_line_is(tmp_path):
    row = {
        "id": "x",
        "text": TEXT,
        "title": "Bridge",
        "published": "2031-05-04",
        "publisher": "Ö",
        "url": None,
    }
    (found,) = scanned(tmp_path, [row])
    told = {name: value for name, value in row.items() if value is not None}
    (tmp_path / "a.jsonl").write_text(json.dumps(told, ensure_ascii=False) + "\n")
    (line,) = scan([tmp_path / "a.jsonl"])
    assert (found.id, found.sha256, found.metadata) == (line.id, line.sha256, line.metadata)
    assert found.source().text == TEXT
    assert found.where == f"{tmp_path}/a.parquet:1"


@pytest.mark.parametrize(
    "name, value, kind, told",
    [
        ("published", date(2031, 5, 4), pa.date32(), "2031-05-04"),
        ("published", datetime(2031, 5, 4, 23, 30, tzinfo=UTC), pa.timestamp("us"), "2031-05-04"),
        ("text", TEXT.encode(), pa.binary(), None),
        ("text", TEXT, pa.dictionary(pa.int32(), pa.string()), None),
    ],
)  # fmt: skip
def test_days_and_texts_are_read_in_every_form(tmp_path, name, value, kind, told):
    (found,) = scanned(tmp_path, [{"id": 7, "text": TEXT, name: value}], **{name: kind})
    assert (found.name, found.data.decode(), found.metadata.published) == ("7", TEXT, told)


def test_a_bad_row_is_refused_by_its_number_and_the_others_are_read(tmp_path):
    rows = [
        {"id": "a", "text": TEXT.encode()},
        {"id": "b", "text": b"\xff"},
        {"id": "c", "text": None},
        {"id": "d", "text": TEXT.encode()},
    ]
    found = scanned(tmp_path, rows)
    assert [type(one) for one in found] == [Input, InputRefusedError, InputRefusedError, Input]
    assert [one.where.rpartition(":")[2] for one in found] == ["1", "2", "3", "4"]
    assert (found[1].reason, found[2].reason) == ("not UTF-8", "the article has no text")


def test_a_row_that_is_too_long_is_refused_and_the_others_are_read(tmp_path):
    long, short = scanned(tmp_path, [{"id": "a", "text": "x" * 33_600_000}, {"id": "b", "text": TEXT}])
    assert (long.reason, short.name) == ("a line larger than 32 MB", "b")


@pytest.mark.parametrize(
    "row, reason",
    [
        ({"id": "a"}, "has no column 'text'"),
        ({"id": "a", "text": TEXT, "title": ["x"]}, "its column 'title' is no text"),
        ({"id": 1.5, "text": TEXT}, "its column 'id' is no text"),
        ({"id": "a", "text": TEXT, "claimgraph": "{}"}, "a table of claimgraph's own"),
    ],
)
def test_a_file_without_articles_is_refused_in_one_line(tmp_path, row, reason):
    (found,) = scanned(tmp_path, [row])
    assert found.where == f"{tmp_path}/a.parquet"
    assert found.reason.startswith(reason)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1 and no more of it PAR1"])
def test_a_broken_file_is_refused_in_one_line(tmp_path, data):
    (tmp_path / "a.parquet").write_bytes(data)
    (found,) = scan([tmp_path / "a.parquet"])
    assert "not a readable Parquet file" in found.reason
    assert "\n" not in str(found)
