"""Text is cut into paragraphs, whatever its layout."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.read.paragraphs import paragraphs

ONE = "The council said on Monday that the landfill would close."
TWO = "Neighbours had complained for years about the smell and the rats."
WRAPPED_ONE = (
    "The council said on Monday that the landfill north of the town would close\n"
    "before winter, after an engineer found that its lining had torn and that\n"
    "water from the pit was reaching two wells."
)
WRAPPED_TWO = (
    "Neighbours had complained for years about the smell and the rats, and had\n"
    "taken the operator to court twice. The operator has always denied that any\n"
    "waste was buried outside the fence."
)


def cut(text):
    return [text[start:end] for start, end in paragraphs(text)]


LAYOUTS = [
    pytest.param(f"{ONE}\n\n{TWO}\n", [ONE, TWO], id="blank lines"),
    pytest.param(f"{ONE}\r\n\r\n{TWO}\r\n", [ONE, TWO], id="blank lines, Windows"),
    pytest.param(f"{ONE}\n{TWO}\n", [ONE, TWO], id="a line a paragraph"),
    pytest.param(f"{ONE}\r{TWO}", [ONE, TWO], id="old Macintosh newlines"),
    pytest.param(f"{ONE}\u2029{TWO}", [ONE, TWO], id="Unicode paragraph separator"),
    pytest.param(f"{ONE} {TWO}", [f"{ONE} {TWO}"], id="no line break"),
    pytest.param(
        f"{WRAPPED_ONE}\n\n{WRAPPED_TWO}\n", [WRAPPED_ONE, WRAPPED_TWO], id="broken lines, blank between"
    ),
    pytest.param(
        f"{WRAPPED_ONE}\n{WRAPPED_TWO}\n", [WRAPPED_ONE, WRAPPED_TWO], id="broken lines, none blank"
    ),
    pytest.param(
        WRAPPED_ONE.replace("\n", "\r\n"), [WRAPPED_ONE.replace("\n", "\r\n")], id="broken lines, Windows"
    ),
    pytest.param(
        f"Landfill To Close\n\n{WRAPPED_ONE}\n\nWhat comes next\n\n{WRAPPED_TWO}",
        ["Landfill To Close", WRAPPED_ONE, "What comes next", WRAPPED_TWO],
        id="broken lines with headings",
    ),
    pytest.param(f"  \u00a0{ONE}  \n \t \n\ufeff{TWO}\u00a0", [ONE, TWO], id="white space around"),
    pytest.param(f"\ufeff{ONE}", [ONE], id="byte-order mark"),
    pytest.param(f"# Landfill To Close\n\n{ONE}", ["Landfill To Close", ONE], id="Markdown heading"),
    pytest.param(f"• {ONE}\n• {TWO}", [ONE, TWO], id="bullets"),
    pytest.param(f"- {ONE}\n- {TWO}", [ONE, TWO], id="dashes"),
    pytest.param(f"> {ONE}", [ONE], id="quoted"),
    pytest.param("#Landfill is a trending word today", ["#Landfill is a trending word today"], id="hash tag"),
    pytest.param(
        '"We warned them.\nNobody listened," the engineer said.\nThe operator denied it.',
        ['"We warned them.\nNobody listened," the engineer said.', "The operator denied it."],
        id="a sentence a line, quotation over two",
    ),
    pytest.param(
        "“We warned them.\n“Nobody listened,” the engineer said.",
        ["“We warned them.", "“Nobody listened,” the engineer said."],
        id="a quotation of two paragraphs",
    ),
    pytest.param(
        'The sign said "Keep out.\nIt had rusted.',
        ['The sign said "Keep out.', "It had rusted."],
        id="never closed",
    ),
    pytest.param(
        'The engineer answered:\n"No."\nTo which she said,\n"Prove it."',
        ['The engineer answered:\n"No."', 'To which she said,\n"Prove it."'],
        id="a sentence a line, quotation under its opening",
    ),
    pytest.param("", [], id="empty"),
    pytest.param(" \n\t\n\u00a0", [], id="blank"),
]


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_layout_is_cut_into_its_paragraphs(text, expected):
    assert cut(text) == expected


def test_long_lines_are_never_joined():
    long = " ".join([ONE, TWO] * 3)
    assert cut(f"{long}\n{long}\n{long}") == [long] * 3


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from(' \n\r\t\u2028\u00a0\ufeff"“”«-•#>*.:!?aBc1'), st.characters(codec="utf-8")
    ),
    max_size=300,
)


@settings(deadline=None, max_examples=60)
@given(ODD)
def test_paragraphs_are_in_order_apart_and_hold_all_but_white_space(text):
    spans = paragraphs(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]
