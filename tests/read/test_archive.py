"""Web archives: each captured page is an article with its own address; broken files are one line each."""

import gzip
import io
import re
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimgraph import ClaimGraph
from claimgraph.errors import InputRefusedError
from claimgraph.read import scan

WORDS = (
    "The quay board said on Monday that the crane had failed because of rust in its boom.",
    "Its crew denied that anybody had warned them, and said the crane was looked at every spring.",
    "The board will hear the crew again next week, and the quay stays closed to ships until then, it said.",
)
PAGE = "<html><head><title>Crane fails</title>{}</head><body><article>{}</article></body></html>"
DATED = '<meta property="article:published_time" content="2031-05-02T08:00:00Z">'


def page(head="", words=WORDS):
    return PAGE.format(head, "".join(f"<p>{one}</p>" for one in words)).encode()


def response(writer, address, body, kind="text/html", status="200 OK", packed="", rec="response"):
    headers = [("Content-Type", kind), *([("Content-Encoding", packed)] if packed else [])]
    told = StatusAndHeaders(status, headers, protocol="HTTP/1.1") if rec == "response" else None
    given = {} if rec == "response" else {"warc_content_type": kind}
    writer.write_record(
        writer.create_warc_record(
            address,
            rec,
            payload=io.BytesIO(body),
            http_headers=told,
            warc_headers_dict={"WARC-Date": "2032-01-09T10:00:00Z"},
            **given,
        )
    )


def warc(*records, zipped=True):
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=zipped)
    for one in records:
        response(writer, **one)
    return held.getvalue()


CRANE = {"address": "https://quay.example/2031/crane", "body": page(DATED)}
PLAIN = {
    "address": "http://crew.example/words?id=1",
    "body": "\n\n".join(WORDS).encode(),
    "kind": "text/plain",
}
PICTURE = {"address": "https://quay.example/a.png", "body": b"\x89PNG", "kind": "image/png"}
GONE = {"address": "https://quay.example/gone", "body": b"<p>gone</p>", "status": "404 Not Found"}


def wacz(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "/"), data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", warc(CRANE, PLAIN, PICTURE, GONE, zipped=False)),
        ("a.warc.gz", warc(CRANE, PLAIN, PICTURE, GONE)),
        (
            "A.WACZ",
            wacz(**{"datapackage.json": b"{}", "archive__d.warc.gz": warc(CRANE, PLAIN, PICTURE, GONE)}),
        ),
    ],
)
def test_each_page_of_an_archive_is_an_article_with_its_address_and_date(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    aside: list[str] = []
    crane, plain = [one.source() for one in scan([tmp_path], passed_over=aside)]
    assert (crane.name, crane.url, crane.publisher) == (CRANE["address"], CRANE["address"], "quay.example")
    assert crane.title == "Crane fails"
    assert crane.published.date == "2031-05-02"
    assert "2032" not in crane.published.basis
    assert plain.text == "\n\n".join(WORDS)
    assert plain.published.date is None
    assert plain.published.basis.endswith("an archive took its copy on 2032-01-09")
    assert aside == [f"{tmp_path / name} (2 records that hold no page)"]


def test_a_packed_body_is_unpacked_and_what_cannot_be_is_named(tmp_path):
    packed = {**CRANE, "body": gzip.compress(CRANE["body"]), "packed": "gzip"}
    other = {**PLAIN, "packed": "br"}
    (tmp_path / "a.warc.gz").write_bytes(warc(packed, other, {**PLAIN, "body": b" "}))
    found, *refused = scan([tmp_path])
    assert WORDS[0] in found.source().text
    assert ["packed as 'br'" in str(refused[0]), "an empty page" in str(refused[1])] == [True, True]
    assert all(PLAIN["address"] in str(one) for one in refused)


def test_a_resource_of_an_address_is_a_page_too(tmp_path):
    text = {**PLAIN, "rec": "resource"}
    (tmp_path / "a.warc").write_bytes(warc(text, {**text, "address": "urn:text:x"}, zipped=False))
    (found,) = scan([tmp_path])
    assert found.source().url == PLAIN["address"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.warc", b"no archive at all", "not a readable WARC file"),
        ("a.warc.gz", b"\x1f\x8bbroken", "not a readable WARC file|no record in it"),
        ("a.warc", b"", "empty"),
        ("a.wacz", b"PK nonsense", r"not a readable web archive \(WACZ\)"),
        ("a.wacz", wacz(pages=b"{}"), "without a WARC file in it"),
        ("a.wacz", wacz(**{"archive__d.warc": b"no archive"}), r"d\.warc: not a readable WARC file"),
    ],
)
def test_what_is_no_archive_is_one_line(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (refusal,) = scan([tmp_path / name])
    assert isinstance(refusal, InputRefusedError)
    assert refusal.where.startswith(str(tmp_path / name))
    assert "\n" not in str(refusal)
    with pytest.raises(InputRefusedError, match=reason):
        raise refusal


@pytest.mark.parametrize(("name", "zipped"), [("a.warc", False), ("a.warc.gz", True)])
def test_an_archive_that_breaks_off_gives_what_stands_before(tmp_path, name, zipped):
    whole = warc(CRANE, {**PLAIN, "body": PLAIN["body"] * 20}, zipped=zipped)
    (tmp_path / name).write_bytes(whole[: -(40 if zipped else 400)])
    found, refusal = scan([tmp_path])
    assert found.source().url == CRANE["address"]
    assert isinstance(refusal, InputRefusedError)
    assert "breaks off" in str(refusal)


def test_a_page_taken_twice_is_two_articles_only_where_it_was_changed(tmp_path):
    later = {**PLAIN, "body": PLAIN["body"].replace(b"rust", b"frost")}
    (tmp_path / "a.warc.gz").write_bytes(warc(PLAIN, PLAIN, later))
    first, second = scan([tmp_path])
    assert (first.name, second.name) == (PLAIN["address"], f"{PLAIN['address']} (2032-01-09T10:00:00Z)")
    assert first.source().url == second.source().url


def test_the_articles_of_an_archive_are_kept_while_it_is_there(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(warc(CRANE, PLAIN))
    with ClaimGraph.open() as cg:
        assert len(cg.ingest(tmp_path).new) == 2
        assert len(cg.ingest(tmp_path).kept) == 2
        (tmp_path / "a.warc.gz").rename(tmp_path / "b.warc.gz")
        again = cg.ingest(tmp_path)
        assert (len(again.kept), again.gone) == (2, ())
        assert cg.ingest(tmp_path).gone == ()


def test_without_the_library_the_file_is_named_with_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr("claimgraph.read.archive.find_spec", lambda name: None)
    (tmp_path / "a.warc").write_bytes(warc(CRANE, zipped=False))
    (refusal,) = scan([tmp_path])
    assert "claimgraph[archive]" in str(refusal)


def test_nothing_is_written_of_a_broken_record_but_its_line(tmp_path, capsys):
    data = warc(CRANE, PLAIN, zipped=False)
    length = re.search(rb"Content-Length: (\d+)", data)
    data = data[: length.start(1)] + b"%d" % (int(length[1]) - 30) + data[length.end(1) :]
    (tmp_path / "a.warc").write_bytes(data)
    assert all("\n" not in str(one) for one in scan([tmp_path]) if isinstance(one, InputRefusedError))
    assert capsys.readouterr() == ("", "")
