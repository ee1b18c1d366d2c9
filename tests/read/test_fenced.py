"""A page or PDF made to lose text, fill the memory or take for ever: read whole, or refused in one line."""

import gzip
import os
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from claimgraph.cli import run
from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.read import fenced, scan
from claimgraph.read.limits import VARIABLES, Limits

PARAGRAPHS = [
    f"The water board said on 3 May 20{number} that spillway {number} had failed and that {number} people were injured in the valley."
    for number in range(10, 22)
]
FIRST, REST = ("".join(f"<p>{one}</p>" for one in half) for half in (PARAGRAPHS[:6], PARAGRAPHS[6:]))
HEAD = "<html><head><title>Dam failed</title></head><body><article><h1>Dam failed</h1>"
END = "</article></body></html>"
MUCH = 11_000_000

PAGES = {
    "script": HEAD + FIRST + f"<script>'{'a' * MUCH}'</script>" + REST + END,
    "script in the head": f"<html><head><script>'{'a' * MUCH}'</script></head><body><article>" + FIRST + REST + END,
    "comment": HEAD + FIRST + f"<!-- {'a' * MUCH} -->" + REST + END,
    "data image": HEAD + FIRST + f'<p><img src="data:image/png;base64,{"A" * MUCH}"></p>' + REST + END,
    "300 divisions": HEAD + FIRST + "<div>" * 300 + REST + "</div>" * 300 + END,
    "all in 300 divisions": "<html><body>" + "<div>" * 300 + FIRST + REST + "</div>" * 300 + "</body></html>",
    "early end": f"<html><body><div><h1>Dam failed</h1>{FIRST}</div></body></html><div>{REST}</div></body></html>",
    "early end in the article": HEAD + FIRST + "</body></html>" + REST,
    "compressed": gzip.compress((HEAD + FIRST + REST + END).encode()),
}  # fmt: skip


def only(path):
    (found,) = scan([path])
    return found


def saved(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path):
    with pytest.raises(InputRefusedError) as caught:
        only(path).source()
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.fixture
def limited(monkeypatch):
    """Set limits for one test; the reader is started anew with them, and again afterwards."""

    def limit(**wanted):
        for name, value in wanted.items():
            monkeypatch.setenv(VARIABLES[name], str(value))

    yield limit
    fenced.close()


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_text_of_a_page_is_lost_behind_what_is_no_text(tmp_path, page):
    text = only(saved(tmp_path, "dam.html", page)).source().text
    assert [one for one in PARAGRAPHS if one not in text] == []


def test_a_page_too_deep_to_be_read_whole_is_refused(tmp_path):
    error = refusal(saved(tmp_path, "dam.html", HEAD + FIRST + "<div>" * 3000 + REST + END))
    assert error.reason == "its elements stand more than 2,000 deep inside one another"


def bomb():
    """A PDF of two kilobytes whose page is half a gigabyte of blanks."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(b"BT /F1 12 Tf 10 10 Td (Hello) Tj ET\n")]
    parts += [packer.compress(b" " * 1_000_000) for _ in range(500)]
    stream = zlib.compress(b"".join(parts) + packer.flush(), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def printed(folder, pages):
    canvas = Canvas(str(folder / "many.pdf"))
    for number in range(pages):
        canvas.drawString(
            50, 700, f"The board said that spillway {number} had failed and that nobody had been warned."
        )
        canvas.showPage()
    canvas.save()
    return folder / "many.pdf"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
def test_a_pdf_that_fills_the_memory_is_refused_and_the_next_one_read(tmp_path, limited):
    limited(megabytes=256)
    path = saved(tmp_path, "bomb.pdf", bomb())
    assert path.stat().st_size < 2_500
    error = refusal(path)
    assert error.reason.startswith("took more than 256 MB to read")
    assert VARIABLES["megabytes"] in error.remedy
    assert "spillway 0" in only(printed(tmp_path, 1)).source().text


def test_a_pdf_with_more_pages_than_allowed_is_refused(tmp_path, limited):
    path = printed(tmp_path, 4)
    assert "spillway 3" in only(path).source().text
    limited(pages=3)
    error = refusal(path)
    assert error.reason == "has 4 pages, more than 3"
    assert VARIABLES["pages"] in error.remedy


SLOW = "<html><body><article><p " + " ".join(f"a{number}=1" for number in range(120_000)) + ">x" + FIRST + END


def test_what_takes_too_long_is_refused_in_time_and_the_next_one_read(tmp_path, limited):
    only(saved(tmp_path, "good.html", PAGES["300 divisions"])).source()
    limited(seconds=1)
    path = saved(tmp_path, "slow.html", SLOW)
    error = refusal(path)
    assert error.reason == "took more than 1 seconds to read"
    assert VARIABLES["seconds"] in error.remedy
    limited(seconds=30)
    assert PARAGRAPHS[-1] in only(tmp_path / "good.html").source().text


def test_a_reader_that_dies_costs_one_article(tmp_path, monkeypatch):
    path = saved(tmp_path, "good.html", PAGES["300 divisions"])
    only(path).source()
    reader = fenced._readers[os.getpid()]
    reader._process.send_signal(signal.SIGKILL)
    reader._process.wait()
    assert "broke its reader" in refusal(path).reason
    assert PARAGRAPHS[-1] in only(path).source().text


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_limit_that_is_no_number_is_named(tmp_path, limited, value):
    limited(seconds=value)
    with pytest.raises(ClaimgraphError, match=VARIABLES["seconds"]):
        only(saved(tmp_path, "good.html", PAGES["300 divisions"])).source()


def test_the_limits_are_documented():
    text = (Path(__file__).parents[2] / "docs" / "limits.md").read_text()
    for name, variable in VARIABLES.items():
        assert f"| {getattr(Limits(), name):,} | `{variable}` |" in text


def test_nothing_of_the_folder_one_stands_in_is_run(tmp_path):
    saved(tmp_path, "good.html", PAGES["300 divisions"])
    for name in ("json.py", "lxml.py", "trafilatura.py"):
        (tmp_path / name).write_text("import pathlib; pathlib.Path('ran').touch()")
    command = (
        "import sys; sys.path.remove(''); from claimgraph.read import scan; (one,) = scan(['good.html']);"
        "one.source()"
    )
    subprocess.run([sys.executable, "-c", command], cwd=tmp_path, check=True, capture_output=True)
    assert not (tmp_path / "ran").exists()


def test_no_reader_outlives_its_parent(tmp_path):
    saved(tmp_path, "good.html", PAGES["300 divisions"])
    command = (
        "import os; from claimgraph.read import scan, fenced; (one,) = scan(['good.html']); one.source();"
        "print(fenced._readers[os.getpid()]._process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", command], cwd=tmp_path, capture_output=True, check=False)
    child = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the reader still runs")


ARTICLE, TEASER = (
    f"<article><h2>Dam</h2>{FIRST}</article>",
    f"<article><h2>Dam</h2>{PARAGRAPHS[-1]}</article>",
)
ASIDE = {
    "one article": (f"<article>{FIRST}{REST}</article>", False),
    "two articles": (f"{ARTICLE}<article><h2>Flood</h2>{REST}</article>", True),
    "two in one": (f"<article>{ARTICLE}<article>{REST}</article></article>", False),
    "teasers": (f"{ARTICLE}{TEASER}{TEASER}", False),
    "comments": (f"{ARTICLE}<ol><li><article class='comment-body'>{REST}</article></li></ol>", False),
}


@pytest.mark.parametrize(("body", "told"), ASIDE.values(), ids=ASIDE)
def test_another_article_of_a_page_is_read_or_named(tmp_path, body, told):
    path, remarks = saved(tmp_path, "dam.html", f"<html><body><main>{body}</main></body></html>"), []
    text = only(path).source(remarks).text
    assert PARAGRAPHS[0] in text
    assert (PARAGRAPHS[-1] in text) or told or "comment" in body or TEASER in body
    words = sum(len(one.split()) for one in PARAGRAPHS[6:])
    expected = (
        f"{path}: {words} words of other articles in the page are not read; save each as a file of its own"
    )
    assert remarks == ([expected] if told else [])


def test_what_of_a_page_is_not_read_is_said_once_and_refuses_nothing(tmp_path, capsys):
    html = f"<html><body><main>{ASIDE['two articles'][0]}</main></body></html>"
    page = str(saved(tmp_path, "dam.html", html))
    for command in (
        ["ingest", page, "--db", str(tmp_path / "a.db")],
        ["claims", page, "--format", "attribution"],
    ):
        assert run(command) == 0
        (line,) = capsys.readouterr().err.splitlines()
        assert "words of other articles in the page are not read" in line


def with_pictures(folder, pages):
    """A PDF whose first page has words; of the others each second one holds a picture, the rest nothing."""
    canvas = Canvas(str(folder / "scan.pdf"))
    canvas.drawString(50, 700, "The board said that spillway 1 had failed and that nobody had been warned.")
    for number in range(1, pages):
        canvas.showPage()
        if number % 2:
            canvas.drawInlineImage(Image.new("RGB", (20, 20), "gray"), 0, 0, 500, 700)
        else:
            canvas.rect(10, 10, 5, 5)
    canvas.save()
    return folder / "scan.pdf"


def test_pages_of_a_pdf_that_are_but_pictures_are_counted(tmp_path):
    remarks = []
    path = with_pictures(tmp_path, 6)
    assert "spillway 1" in only(path).source(remarks).text
    assert remarks == [
        f"{path}: 3 of its 6 pages hold only pictures and are not read; run text recognition (OCR) on it first"
    ]
    only(printed(tmp_path, 2)).source(remarks)
    assert len(remarks) == 1
