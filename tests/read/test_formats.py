"""Bytes become text; what is not text, or not English, is refused in one line."""

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

from claimgraph.errors import InputRefusedError
from claimgraph.read import Input, scan

TITLE = "Clinic Denies Storage Claims"
BODY = [
    (
        "The clinic denied on Friday that vaccines had been stored at the wrong temperature, and called a report by two "
        "nurses mistaken."
    ),
    (
        "Inspectors found 40 boxes in a corridor. Nobody has said how long they had stood there, and the clinic has refused "
        "to open its records to the county."
    ),
    "A union leader said: “We warned them in writing three times, and three times we were told that nothing was wrong.”",
]
HTML = """<!doctype html><html><head><meta charset="utf-8"><title>{title} | Harbour Post</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>{title}</h1>{body}</article>
<footer>© 2014 Harbour Post <a href="/p">Privacy policy</a></footer></body></html>"""


def only(path):
    (found,) = scan([path])
    assert isinstance(found, Input)
    return found


def refusal(path):
    with pytest.raises(InputRefusedError) as caught:
        only(path).source()
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return caught.value


def saved(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def page(head="", title=TITLE):
    return HTML.format(title=title, head=head, body="".join(f"<p>{text}</p>" for text in BODY))


def printed(paragraphs, *, breaks=False, **options):
    style = getSampleStyleSheet()["Normal"]
    flow = []
    for text in paragraphs:
        flow += [Paragraph(text, style), PageBreak() if breaks else Spacer(1, 12)]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A5, **options).build(flow)
    return buffer.getvalue()


def bodies(source):
    return [
        " ".join(source.text[block.start : block.end].split())
        for block in source.blocks
        if block.kind == "body"
    ]


def test_plain_text_is_kept_to_the_character(tmp_path):
    text = "\ufeff" + "\r\n\r\n".join([TITLE, *BODY]) + "\r\n"
    source = only(saved(tmp_path, "clinic.txt", text)).source()
    assert source.text == text
    assert bodies(source) == BODY
    assert source.title == TITLE


def test_markdown_is_kept_to_the_character(tmp_path):
    text = f"# {TITLE}\n\n" + "\n\n".join(BODY)
    source = only(saved(tmp_path, "clinic.md", text)).source()
    assert (source.text, source.title) == (text, TITLE)


def test_page_gives_its_article_without_its_frame(tmp_path):
    source = only(saved(tmp_path, "clinic.html", page())).source()
    assert bodies(source) == BODY
    assert source.title == TITLE
    assert "Privacy" not in source.text


DECLARED = [
    (
        '<meta property="article:published_time" content="2014-06-03T10:00:00Z">',
        "2014-06-03",
        "article:published_time",
    ),
    ('<meta name="date" content="2014/06/03">', "2014-06-03", "'date'"),
    (
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2014-06-03", "publisher": {"name": "Post"}}]}</script>',
        "2014-06-03",
        "datePublished",
    ),
    ('<script type="application/ld+json">{broken</script>', None, "no date"),
    ('<script type="application/ld+json">{"@graph": 5}</script>', None, "no date"),
    (
        '<script type="application/ld+json">{"@graph": {"datePublished": "2014-06-03"}}</script>',
        "2014-06-03",
        "datePublished",
    ),
    ('<meta name="date" content="last Tuesday">', None, "no date"),
]


@pytest.mark.parametrize(("head", "expected", "basis"), DECLARED)
def test_page_is_dated_by_what_it_declares(tmp_path, head, expected, basis):
    published = only(saved(tmp_path, "clinic.html", page(head))).source().published
    assert published.date == expected
    assert basis in published.basis


def test_half_a_character_in_a_pages_linked_data_refuses_nothing(tmp_path):
    head = '<script type="application/ld+json">{"datePublished": "2014", "publisher": "Po\\ud800st"}</script>'
    source = only(saved(tmp_path, "clinic.html", page(head))).source()
    assert (source.publisher, source.published.date) == ("Po?st", "2014")
    source.model_dump_json()


def test_page_names_its_site_title_and_address(tmp_path):
    head = (
        '<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Clinic denies">'
        '<link rel="canonical" href="https://example.org/clinic">'
    )
    source = only(saved(tmp_path, "clinic.htm", page(head))).source()
    assert (source.publisher, source.title, source.url) == (
        "Harbour Post",
        "Clinic denies",
        "https://example.org/clinic",
    )


def test_page_in_another_encoding_is_read(tmp_path):
    content = page().replace("utf-8", "windows-1252").encode("windows-1252")
    assert bodies(only(saved(tmp_path, "clinic.html", content)).source()) == BODY


def test_pdf_paragraphs_are_whole(tmp_path):
    source = only(saved(tmp_path, "clinic.pdf", printed([TITLE, *BODY]))).source()
    assert bodies(source) == BODY


def test_pdf_pages_follow_one_another(tmp_path):
    source = only(saved(tmp_path, "clinic.pdf", printed([TITLE, *BODY], breaks=True))).source()
    assert bodies(source) == BODY


def blank_pdf():
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(10, 10, 50, 50)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


REFUSED = {
    "latin.txt": ("The café denied it.".encode("latin-1"), "not UTF-8"),
    "wide.txt": ("The clinic denied it.".encode("utf-16"), "is UTF-16"),
    "zeros.txt": (b"The clinic\x00denied it.", "a binary file"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 9 + b"\xff\xfe\xfd", "a binary file"),
    "controls.md": (b"ab\x01\x02\x03" * 20, "a binary file"),
    "mark.txt": ("\ufeff\n".encode(), "no text in it"),
    "french.txt": (
        "La clinique a démenti vendredi que les vaccins aient été conservés à une mauvaise température, selon la presse.".encode(),
        "written in French",
    ),
    "empty.html": (b"<html><body></body></html>", "no article text"),
    "noise.html": (b"\x00\x01\x02\x03", "no article text"),
    "noise.pdf": (b"%PDF-1.4 nothing", "not a readable PDF"),
    "scan.pdf": (blank_pdf(), "without text"),
    "locked.pdf": (
        printed([TITLE, *BODY], encrypt=StandardEncryption("secret", canPrint=0)),
        "protected by a password",
    ),
}


@pytest.mark.parametrize(
    ("name", "content", "reason"), [(name, *rest) for name, rest in REFUSED.items()], ids=REFUSED.keys()
)
def test_unreadable_file_is_refused_with_a_remedy(tmp_path, name, content, reason):
    error = refusal(saved(tmp_path, name, content))
    assert reason in error.reason
    assert error.remedy


def test_english_article_with_a_long_foreign_quotation_is_read(tmp_path):
    quotation = "“La clinique a démenti que les vaccins aient été conservés à une mauvaise température.”"
    text = "\n\n".join([TITLE, *BODY, f"The mayor wrote in French: {quotation}"])
    assert only(saved(tmp_path, "clinic.txt", text)).source().title == TITLE
