import pytest

from claimgraph.lexicon.sides import slug
from claimgraph.model import Act, Claim, Dated, Pointer, Quantity
from claimgraph.report.statements import safe_url
from claimgraph.report.wording import (
    date_words,
    did,
    figure,
    interval,
    join,
    sentence,
    shorten,
    title_case,
    unquoted,
)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2016-04-02", "2 April 2016"), ("2016-04", "April 2016"), ("2016", "2016"), (None, "unknown")],
)
def test_a_date_is_told_to_the_precision_it_has(date, expected):
    assert date_words(date) == expected


def quantity(**fields):
    return Quantity(**({"text": "x", "span": (0, 1), "unit": "people"} | fields))


@pytest.mark.parametrize(
    ("low", "high", "approximate", "expected"),
    [
        (12, 12, False, "12"),
        (18, 25, False, "18 to 25"),
        (100, None, False, "100 or more"),
        (None, 5, False, "5 or fewer"),
        (30_000, 30_000, True, "about 30,000"),
        (2.5, 2.5, False, "2.5"),
    ],
)
def test_an_interval_is_told_with_its_open_ends(low, high, approximate, expected):
    assert interval(quantity(low=low, high=high, approximate=approximate)) == expected


def test_a_figure_is_told_with_its_scope():
    told = figure(
        quantity(low=7, high=7, text="seven", event="killed", of="the crew", own=True, window="overnight")
    )
    assert told == "“seven”, read as 7 people; killed; of: the crew; the speaker's own side; over: overnight"
    more = figure(quantity(low=7, high=7, text="7", unit="ferry", additional=True))
    assert more == "“7” ferries; on top of others, or a difference"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B and 2 others"),
    ],
)
def test_names_are_joined(names, expected):
    assert join(names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it fell", "It fell."),
        ("It fell.", "It fell."),
        ("he said “no.”", "He said “no.”"),
        ("", ""),
        ("why?", "Why?"),
    ],
)
def test_a_detail_becomes_a_sentence(text, expected):
    assert sentence(text) == expected


def test_a_long_text_is_cut_at_a_word():
    assert shorten("one two\nthree four", 100) == "one two three four"
    assert shorten("one two three four", 12) == "one two…"


@pytest.mark.parametrize(
    ("name", "side", "title"), [("Red Harbour", "red-harbour", "Red Harbour"), ("ACME", "acme", "Acme")]
)
def test_a_side_is_a_slug_and_reads_as_a_name(name, side, title):
    assert slug(name) == side
    assert title_case(side) == title


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", True),
        (" http://a.example ", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:", False),
        ("//a.example", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_safe_to_link(url, safe):
    assert (safe_url(url) is not None) == safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It fell,”", "It fell"),
        ('"It fell."', "It fell."),
        ("“It fell,” he said, “and broke.”", "It fell,” he said, “and broke."),
        ("it “fell”", "it “fell”"),
        ("“it” fell", "“it” fell"),
        ("“”", "“”"),
        ("", ""),
    ],
)
def test_a_text_to_be_quoted_loses_the_marks_around_it(text, expected):
    assert unquoted(text) == expected


@pytest.mark.parametrize(
    ("cue", "act", "explicit", "told"),
    [
        ("said", Act.DENY, False, "said"),
        ("told reporters", Act.PREDICT, False, "said"),
        ("said", Act.ACCUSE, False, "said"),
        ("said", Act.DENY, True, "denied"),
        ("denied", Act.DENY, True, "denied"),
        ("confirmed", Act.ASSERT, False, "said"),
        ("admitted", Act.ADMIT, False, "admitted"),
        ("accused", Act.ACCUSE, False, "accuses"),
        ("put", Act.ESTIMATE, False, "estimated"),
        ("told", Act.DEMAND, False, "demanded"),
        ("declined to say", Act.EVALUATE, False, "declined to say"),
        ("did not comment on", Act.EVALUATE, False, "did not comment on"),
    ],
)
def test_what_a_speaker_did_is_told_as_the_article_has_it(cue, act, explicit, told):
    text = f"The mayor {cue} the dam would hold."
    start, at = text.index("the dam"), text.index(cue)
    pointer = Pointer(words=(at, at + len(cue))) if explicit else None
    made = Claim(
        id="c1", statement="s1", source="a", start=start, end=len(text) - 1, text=text[start:-1], act=act,
        content=((start, len(text) - 1),), cue=(at, at + len(cue)), mention=(0, 9), speakers=("p1",),
        happened=Dated(), rule="test", pointer=pointer, polarity="denied",
    )  # fmt: skip
    assert did(made, text) == told


@pytest.mark.parametrize(
    ("text", "words", "denial", "told"),
    [
        ("The harbour board insisted no ferry was late.", "no ferry was late", "no", "said"),
        ("The harbour board called the log a forgery.", "a forgery", "forgery", "called"),
        ("The harbour board denied that a ferry was late.", "a ferry was late", "denied", "denied"),
        ("The harbour board rejected the log.", "the log", "rejected", "denied"),
    ],
)
def test_denied_never_stands_before_words_that_hold_the_denial(text, words, denial, told):
    start, at, cue = text.index(words), text.index(denial), text.split()[3]
    made = Claim(
        id="c1", statement="s1", source="a", start=start, end=start + len(words), text=words, act=Act.DENY,
        content=((start, start + len(words)),), cue=(text.index(cue), text.index(cue) + len(cue)),
        mention=(0, 17), speakers=("p1",), happened=Dated(), rule="test", polarity="denied",
        pointer=Pointer(words=(at, at + len(denial)), explicit=False),
    )  # fmt: skip
    assert did(made, text) == told
