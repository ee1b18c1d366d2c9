"""Markdown's markup is set aside sign by sign; positions stay those of the file."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph import ClaimGraph
from claimgraph.model import UNMARKED
from claimgraph.read import scan
from claimgraph.read.markdown import without_markup

READ = [
    ('The **board** denied [it](https://a.example/x_(y) "T"), _said_ ***so***.', "The board denied it, said so."),
    ("a_b_c, 5 * 3 * 2 and **one _two_ three**", "a_b_c, 5 * 3 * 2 and one two three"),
    (r"\*not marked\*, 3 \> 2", "*not marked*, 3 > 2"),
    ("> quoted **over\n> two** lines\n>\n> - an item", "quoted over\ntwo lines\n\n- an item"),
    ("1. One.\n2. Two.\n10) not the third, in\n2031. The board", "•  One.\n•  Two.\n10) not the third, in\n2031. The board"),
    ("## Heading **x** ##", "## Heading x"),
    ("![a picture](p.png) <https://a.example> word[^1]\n\n[^1]: a note", " https://a.example word\n\n a note"),
    ("[words][ref] stay\n\n[ref]: https://a.example", "words stay\n\n"),
    ("`code`, ~~struck out~~, <b>bold</b> and <!-- a comment -->", "code, , bold and "),
    ("an open **end\n\nis** no emphasis, 2 < 3 and 4 > 1", "an open **end\n\nis** no emphasis, 2 < 3 and 4 > 1"),
    ("* item *one*\n* item two", "* item one\n* item two"),
    ("“**no**”, (*maybe*) **Yes:** so [a] (b)", "“no”, (maybe) Yes: so [a] (b)"),
    ("```\ninside\n```", "\ninside\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), READ)
def test_markup_is_not_read(text, read):
    assert without_markup(text).replace(UNMARKED, "") == read


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab 1.*_[]()<>!`~#>\\\n\r"^-:/', max_size=80))
def test_nothing_moves(text):
    read = without_markup(text)
    assert len(read) == len(text)
    assert [sign for sign in read if sign in "\r\n"] == [sign for sign in text if sign in "\r\n"]


ARTICLE = """# Crane **fails** at quay

The **quay board** said on Monday that the _crane_ had failed because of [rust in its boom](https://quay.example/1).

> Ida **Brandt**, head of the crew, denied that the crew
> had been *told* of the rust.

1. The board said that **three** workers were hurt in the fall of the crane.
2. The crew said that *seven* workers were hurt in the fall of the crane.
"""


def test_statements_of_a_marked_up_article_stand_where_they_stand_in_its_file(tmp_path):
    (tmp_path / "crane.md").write_text(ARTICLE)
    (found,) = scan([tmp_path])
    assert found.source().title == "Crane fails at quay"
    with ClaimGraph.open() as cg:
        cg.ingest(tmp_path)
        cg.match()
        claims = cg.collection().claims
        report = cg.report(format="md")
        page = cg.report(format="html")
        questions = [
            *cg.disputes()["question"],
            *(one["question"] for one in json.loads(cg.report("json"))["disputes"]),
        ]
    assert all(one.text == ARTICLE[one.start : one.end] for one in claims)
    plain = [without_markup(ARTICLE)[one.start : one.end].replace(UNMARKED, "") for one in claims]
    assert "the crane had failed because of rust in its boom" in plain
    assert "the crew\nhad been told of the rust" in plain
    for one, words in zip(claims, plain, strict=True):
        assert set(words.split()) <= set(re.findall(r"[^\W_]+", ARTICLE[one.start : one.end]))
    assert [quantity.low for one in claims for quantity in one.quantities] == [3.0, 7.0]
    assert len(questions) >= 2
    for shown in (report, page[page.index("<body") :], *questions):
        assert UNMARKED not in shown
        assert "](https" not in shown
        assert "_crane_" not in shown
