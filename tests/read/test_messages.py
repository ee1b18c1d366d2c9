"""Messages, word processor files, feeds and front matter: their text, and what they say of themselves."""

import io
import zipfile
from email.message import EmailMessage

import pytest

from claimgraph.errors import InputRefusedError
from claimgraph.read import scan
from claimgraph.read.feed import entries
from claimgraph.read.fragment import extract_fragment
from claimgraph.read.mail import extract_mail
from claimgraph.read.markdown import read_front
from claimgraph.read.word import extract_word

WORDS = "The harbour board said that the crane had failed."
LONG = f"{WORDS} Its crew denied on Monday that anybody had warned them of the rust in the boom."
LAST = "The board will hear the crew again next week, and the quay stays closed to ships until then, it said."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def message(**content) -> bytes:
    made = EmailMessage()
    made["Subject"] = "The crane"
    made["From"] = "board@harbour.example"
    made["Date"] = "Fri, 02 May 2031 23:30:00 +0200"
    made.set_content(WORDS, **content)
    return bytes(made)


@pytest.mark.parametrize("content", [{}, {"subtype": "html"}, {"charset": "iso-8859-1"}])
def test_a_message_gives_its_text_its_subject_and_its_day(content):
    read = extract_mail(message(**content), "m.eml")
    told = read.metadata
    assert read.text.strip() == WORDS
    assert (told.title, told.published, told.publisher) == ("The crane", "2031-05-02", None)


def test_attachments_are_left_alone():
    made = EmailMessage()
    made["Subject"] = "x"
    made.set_content(WORDS)
    made.add_attachment(b"PK", maintype="application", subtype="zip", filename="a.zip")
    assert extract_mail(bytes(made), "m.eml").text.strip() == WORDS


def word(body: str, **parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return held.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_document_gives_its_paragraphs_and_its_title():
    body = (
        f"<w:p>{run('One')}{run(' word')}<w:r><w:tab/></w:r>{run('more')}</w:p><w:p/><w:p>{run('Two')}</w:p>"
    )
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The crane</dc:title></c>'
    read = extract_word(word(body, **{"docProps__core.xml": core}), "w.docx")
    assert read.text == "One word more\n\nTwo\n"
    assert (read.metadata.title, read.metadata.published) == ("The crane", None)


def test_what_was_struck_out_is_no_text_and_a_box_stands_by_itself():
    box = f"<w:r><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></w:r>"
    body = f"<w:p>{run('kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>{box}</w:p>"
    assert extract_word(word(body), "w.docx").text == "kept\n\nboxed\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK nonsense", "not a readable .docx"),
        (word("<w:p/>"), "a document without text"),
        (word(f"<w:p>{run('x' * 34_000_000)}</w:p>"), "unpacked larger than 32 MB"),
        (word("<w:p>&bomb;</w:p>"), "not a readable .docx"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(data, reason):
    with pytest.raises(InputRefusedError, match=reason):
        extract_word(data, "w.docx")


@pytest.mark.parametrize(
    ("data", "reason"), [(b"no head here", "no head"), (b"Subject: x\n\n", "without text")]
)
def test_a_message_that_holds_nothing_is_refused(data, reason):
    with pytest.raises(InputRefusedError, match=reason):
        extract_mail(data, "m.eml")


RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay News</title>
<item><title>Crane</title><link>https://quay.example/1</link><guid>q1</guid><pubDate>Fri, 02 May 2031 08:00:00 GMT</pubDate>
<description>short</description><content:encoded><![CDATA[<p>The board said so.</p><p>The crew denied it.</p>]]></content:encoded></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay News</title><entry><id>q1</id><title>Crane</title>
<link rel="alternate" href="https://quay.example/1"/><published>2031-05-02T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The board said so.</p><p>The crew denied it.</p></div></content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_each_entry_of_a_feed_is_an_article(feed):
    first, *rest = entries(feed.encode(), "f.rss")
    told = first.metadata
    assert (first.name, told.title, told.publisher) == ("q1", "Crane", "Quay News")
    assert (told.published, told.url) == ("2031-05-02", "https://quay.example/1")
    assert extract_fragment(first.data, "f").text == "The board said so.\n\nThe crew denied it.\n"
    assert all("the entry has no text" in str(one) for one in rest)


@pytest.mark.parametrize("feed", ["<html/>", "no xml", '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'])
def test_what_is_no_feed_is_refused(feed):
    with pytest.raises(InputRefusedError, match=r"feed \(RSS or Atom\)"):
        list(entries(feed.encode(), "f.rss"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>bold</b> word.</p>tail<br>more", "One bold word.\n\ntail\n\nmore\n"),
        ("plain &amp; simple", "plain & simple\n"),
        ("<ul><li>a<li>b</ul><script>x()</script>c", "a\n\nb\n\nc\n"),
        ("<div>" * 1500 + "deep", "deep\n"),
    ],
)
def test_a_piece_of_a_page_becomes_paragraphs(html, text):
    assert extract_fragment(html.encode(), "f").text == text


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ('title: "The crane"\ndate: 2031-05-02\nsource: Quay News', ("The crane", "Quay News", "2031-05-02")),
        ("date: yesterday\ntags:\n  - a", ("Crane fails at quay", None, None)),
    ],
)
def test_front_matter_says_what_a_file_is_and_is_not_read_for_claims(tmp_path, front, told):
    (tmp_path / "a.md").write_text(f"---\n{front}\n---\n\n# Crane fails at quay\n\n{LONG}\n\n{LAST}\n")
    (found,) = scan([tmp_path])
    source = found.source()
    assert (source.title, source.publisher, source.published.date) == told
    assert source.text[source.blocks[0].start : source.blocks[0].end].startswith("---")
    assert source.blocks[0].kind == "boilerplate"
    bodies = [source.text[one.start : one.end] for one in source.blocks if one.kind == "body"]
    assert bodies == [LONG, LAST]


def test_a_rule_within_a_text_is_no_front_matter():
    assert read_front("Words\n---\ntitle: x\n---\n")[1] == 0


def test_each_of_them_is_found_in_a_folder_and_other_files_are_named(tmp_path):
    (tmp_path / "m.eml").write_bytes(message())
    (tmp_path / "w.docx").write_bytes(word(f"<w:p>{run(WORDS)}</w:p>"))
    (tmp_path / "f.atom").write_text(ATOM)
    (tmp_path / "p.jpg").write_bytes(b"x")
    aside: list[str] = []
    texts = [one.source().text.strip() for one in scan([tmp_path], passed_over=aside)]
    assert texts == ["The board said so.\n\nThe crew denied it.", WORDS, WORDS]
    assert aside == ["p.jpg"]
