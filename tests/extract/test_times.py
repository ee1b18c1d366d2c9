"""When statements were made and when what they tell happened, from the words that belong to them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.extract.parse import parse
from claimgraph.extract.times.dates import Times
from claimgraph.model import Block, Dated, Source

PUBLISHED = "2019-05-15"  # a Wednesday

# [cue] in square brackets, {content} in braces, <mention> in angle brackets
SAID = [
    ("<The port authority> [said] on Tuesday that {the crane had collapsed}.", "2019-05-14"),
    ("<The port authority> on Tuesday [denied] {the report}.", "2019-05-14"),
    ("Earlier on Monday, <the union> [said] {the crane had collapsed}.", "2019-05-13"),
    ("On Monday, <the union> [said] {the crane had collapsed}.", "2019-05-13"),
    ("On May 9, <Mayor Ruth Odhiambo> [warned] that {the pier would close}.", "2019-05-09"),
    ("<The mayor> [told] reporters on May 9 that {the pier would close}.", "2019-05-09"),
    ("{“The pier will close,”} <the mayor> [said] Tuesday.", "2019-05-14"),
    ("{“The pier will close,”} <the mayor> [told] Saturday’s council meeting.", "2019-05-11"),
    ("{The pier will close}, <the harbour master> [announced] Sunday.", "2019-05-12"),
    ("<The council> earlier on Wednesday had [warned] {the pier would close}.", "2019-05-15"),
    ("<The council> [accused] {each other} earlier on Wednesday {of lying}.", "2019-05-15"),
    ("<Health officials> [said] yesterday {the well was clean}.", "2019-05-14"),
    ("<The firm> [said] last month that {the well was clean}.", "2019-04"),
    ("<The firm> [admitted] in 2016 that {the well was dirty}.", "2016"),
    ("<The firm> [admitted] in March that {the well was dirty}.", "2019-03"),
    ("In an interview aired Thursday, <the director> [said] {the well was clean}.", "2019-05-09"),
    ("Speaking on Monday in Lagos, <the director> [said] {the well was clean}.", "2019-05-13"),
    ("<The director> [announced] on Monday that {the well was clean}, adding that it would reopen.", "2019-05-13"),
    ("<The firm> [said] {the well was clean}.", None),
    ("<The firm> [said] {the well was cleaned on Monday}.", None),
    ("<The firm> [said] {the well has been clean since Monday}.", None),
    ("<The firm>, founded in 1994, [said] {the well was clean}.", None),
    ("<The firm> [said] in a statement that {the well was clean}.", None),
    ("<The director> went further on Tuesday, [saying] {the well was clean}.", "2019-05-14"),
    ("<The director> [told] USA TODAY {the well was clean}.", None),
    ("The well was dug on Monday. <The firm> [said] {it was clean}.", None),
    ("<The firm> [said] {in March the well was dirty}.", "2019-03"),
    ("<The firm> [said] {in April that the well had been cleaned}.", "2019-04"),
    ("So far this year, {four wells were cleaned}, <the firm> [said].", None),
]  # fmt: skip

CARRIED = [
    ("The ministry said on Monday the road was open. <It> [added] that {no bus was hit}.", "2019-05-13"),
    (
        "The ministry said on Monday the road was open. <The statement> also [said] {no bus was hit}.",
        "2019-05-13",
    ),
    (
        "The ministry said on Monday the road was open.\n“{No bus was hit},” <it> [said] in a statement.",
        "2019-05-13",
    ),
    ("Ruth Odhiambo said on Monday the road was open. {“No bus was hit,”} <she> [said].", "2019-05-13"),
    (
        "The rebels said on May 9 that talks were over.\n<The palace> then [confirmed] {the talks were over}.",
        "2019-05-09",
    ),
    ("The ministry said on Monday the road was open. <The drivers’ union> [denied] {that}.", None),
    ("The ministry said on Monday the road was open.\n<Abena Mensah> [said] {no bus was hit}.", None),
    ("The ministry said the road was open. <It> [added] that {no bus was hit}.", None),
    ("The ministry on Monday denied firing and <a spokesman> [said] {no bus was hit}.", None),
]

CARRYING_ABOVE = [
    ("<The firm> announced on Sunday that the pit was shut, [adding] that {it would reopen}.", "2019-05-12"),
    ("Finland on Tuesday condemned the raid, and <Finland> [said] {it would help}.", None),
    ("<Finland> on Tuesday condemned the raid and [said] {it would help}.", "2019-05-14"),
]

HAPPENED = [
    ("<Police> [said] {the bridge collapsed on Monday}.", "2019-05-13"),
    ("{The bridge collapsed on Monday}, <police> [said].", "2019-05-13"),
    ("{On Monday a bridge collapsed}, <police> [said].", "2019-05-13"),
    ("<Police> [said] {the bridge collapsed in December 2003}.", "2003-12"),
    ("<Police> [said] {the bridge collapsed early on May 9}.", "2019-05-09"),
    ("<Police> [said] {the bridge collapsed last month}.", "2019-04"),
    ("<Police> [said] {four people died overnight}.", "2019-05"),
    ("<Police> [said] {sixteen guards were killed in the past 48 hours}.", "2019-05"),
    ("<Police> [said] {sixteen guards have been killed since April 27}.", "2019"),
    ("<Police> [said] {the unrest was the worst since 1994}.", None),
    ("<Police> [said] {the talks will take place on September 21}.", "2019-09-21"),
    ("<Police> [said] {the talks will begin on Friday}.", "2019-05-17"),
    ("<Police> [accused] {drivers of breaking a 1994 accord}.", None),
    ("<Police> [urged] {drivers to respect the 2016 code}.", None),
    ("<Police> [said] {the country declared independence in a 1988-94 war}.", "1988"),
    ("<Police> [said] {a 2003 earthquake killed 31,000 people}.", "2003"),
    ("<Police> [said] {the 1994 accord was broken}.", None),
    ("<Police> [said] {the bridge, built in 1968, collapsed}.", None),
    ("<Police> [said] {the bridge was guarded since a war ended in 1994}.", None),
    ("<Police> [said] on Tuesday that {the bridge collapsed}.", None),
    ("<Police> [said] on Tuesday that {the bridge collapsed on Monday}.", "2019-05-13"),
    ("<Police> [said] {the bridge collapsed weeks after the flood}.", None),
    ("<Police> [said] {the bridge collapsed two days ago}.", "2019-05-13"),
    ("<Police> [said] {the bridge had collapsed by 3 p.m.}", None),
    ("<Police> [said] {the plant employs 2016 people}.", None),
    ("<Police> [said] {the bridge was shut before Monday}.", None),
    ("<Police> [said] {the bridge collapsed in a raid on Monday}.", "2019-05-13"),
    ("<Police> [said] {in April that the bridge had collapsed}.", None),
    ("<Police> [said] {four people died when the bridge collapsed on Monday}.", "2019-05-13"),
    ("<Police> [said] {the bridge was shut from Sunday to Tuesday}.", "2019-05"),
    ("<Police> [said] {the bridge was shut after being hit in 2012}.", None),
    ("<Police> [said] {the bridge was shut following the crash on Monday of two barges}.", None),
    ("<Police> [said] {crossings rose 3 percent compared to the same period in 2014}.", None),
    ("<Police> [said] {crossings were lower than in March}.", None),
    ("<Police> [said] {crossings were up from 2 million in 2014}.", None),
    ("<Police> [said] {the council meets at the bridge on Saturday}.", "2019-05"),
    ("<Police> [said] {the council is meeting at the bridge on Friday}.", "2019-05-17"),
    ("<Police> [said] {the council is due to vote on the bridge on Friday}.", "2019-05-17"),
    ("<Police> [said] {the gang set out for the bridge on Friday}.", "2019-05-10"),
    ("<Police> [said] {there have been few talks about the vote in July}.", None),
]


def _times(text, published=PUBLISHED):
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=position, end=position + len(line), kind="body"))
        position += len(line) + 1
    source = Source(
        id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=tuple(blocks),
        published=Dated(date=published, basis="test"),
    )  # fmt: skip
    return Times(parse(source))


def _marked(marked):
    """Return the text without marks, and the spans of cue, mention and content."""
    spans, open_at, text = {"]": [], ">": [], "}": []}, {}, ""
    for char in marked:
        if char in "[<{":
            open_at[{"[": "]", "<": ">", "{": "}"}[char]] = len(text)
        elif char in "]>}":
            spans[char].append((open_at[char], len(text)))
        else:
            text += char
    return text, spans["]"][0], spans[">"][0], tuple(spans["}"])


@at_rate(SAID)
def test_a_statement_is_dated_by_the_words_with_its_cue(marked, expected):
    text, cue, mention, content = _marked(marked)
    assert _times(text).said(cue, mention, content).date == expected


@pytest.mark.parametrize(("marked", "expected"), CARRIED + CARRYING_ABOVE)
def test_a_date_is_carried_only_to_whoever_goes_on_speaking(marked, expected):
    text, cue, mention, content = _marked(marked)
    assert _times(text).said(cue, mention, content).date == expected


@at_rate(HAPPENED)
def test_an_event_is_dated_by_the_words_of_its_own_clause(marked, expected):
    text, cue, _mention, content = _marked(marked)
    assert _times(text).happened(content, cue).date == expected


def test_the_articles_own_voice_has_no_moment_of_saying():
    times = _times("The bridge collapsed on Monday.")
    assert times.said(None, None, ((0, 30),)) == Dated(date=None, basis="not stated")
    assert times.happened(((0, 30),), None).date == "2019-05-13"


def test_without_a_publication_date_only_full_dates_resolve():
    text, cue, mention, content = _marked(
        "<Police> [said] on Tuesday that {the bridge collapsed on 9 May 2019}."
    )
    times = _times(text, None)
    said = times.said(cue, mention, content)
    assert said.date is None
    assert "not known to the day" in said.basis
    assert times.happened(content, cue).date == "2019-05-09"


def test_the_basis_quotes_the_words_and_the_reckoning():
    text, cue, mention, content = _marked("<Police> [said] on Tuesday that {the bridge collapsed}.")
    basis = _times(text).said(cue, mention, content).basis
    assert basis == "“Tuesday” in the text; the last Tuesday on or before publication, 15 May 2019"


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.sampled_from(["said", "police", "on", "Monday", "April", "5", "2016", "since", "“", "”", ",", ".", "\n", "İ", "it", "collapsed"]), max_size=12),
    st.tuples(st.integers(0, 60), st.integers(0, 30)),
    st.tuples(st.integers(0, 60), st.integers(0, 30)),
    st.sampled_from([None, "2019", PUBLISHED]),
)  # fmt: skip
def test_any_spans_give_a_date_or_none(words, cue, content, published):
    text = " ".join(words)
    times = _times(text, published)
    spans = [(min(start, len(text)), min(start + length, len(text))) for start, length in (cue, content)]
    for dated in (times.said(spans[0], None, (spans[1],)), times.happened((spans[1],), spans[0])):
        assert dated.basis
