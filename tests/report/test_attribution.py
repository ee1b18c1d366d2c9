import json

import pytest
from findings_fixture import COURT_ID, FINDINGS, MINE, MINE_ID, SOURCES, TWELVE, claim

from claimgraph.model import Collection
from claimgraph.report.attribution import _relative, _with_that, attribution_lines, merge


def lines(*claims, sources=SOURCES):
    return [json.loads(line) for line in attribution_lines(Collection(sources=sources, claims=claims))]


def test_there_is_a_line_per_source_even_without_attributions():
    assert [line["doc_id"] for line in lines()] == ["mine", "later", "court"]
    assert all(line["attributions"] == [] for line in lines())


def test_an_attribution_has_source_cue_and_content():
    mine = lines(TWELVE)[0]
    assert mine["attributions"] == [
        {"source": [list(TWELVE.mention)], "cue": [list(TWELVE.cue)], "content": [[TWELVE.start, TWELVE.end]]}
    ]


def test_what_the_article_says_in_its_own_voice_is_left_out():
    own = [one for one in FINDINGS.collection.claims if one.cue is None]
    assert own
    assert lines(*own)[0]["attributions"] == []


def test_clauses_of_one_statement_are_one_attribution_run_together():
    first = claim(MINE_ID, "Water broke into", "said that", "The union", ["p3"], statement="x")
    second = claim(MINE_ID, "the Tarrow zinc mine", "said that", "The union", ["p3"], statement="x")
    (found,) = lines(second, first)[0]["attributions"]
    ((start, end),) = found["content"]
    assert MINE[start:end] == "Water broke into the Tarrow zinc mine"


def test_attributions_are_in_reading_order():
    found = lines(*reversed(FINDINGS.collection.claims))[0]["attributions"]
    assert found == sorted(found, key=lambda one: one["content"])


def test_statements_of_other_sources_do_not_mix():
    found = lines(*FINDINGS.collection.claims)
    assert [len(line["attributions"]) for line in found] == [5, 2, 3]
    assert all(one.source != COURT_ID or one.cue for one in FINDINGS.collection.claims)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "a"),
        ("a.b.html", "a.b"),
        ("story.v2", "story.v2"),
        ("a.PDF", "a"),
        ("plain", "plain"),
        ("a.md", "a"),
    ],
)
def test_a_documents_id_is_its_name_without_the_suffix_of_a_file(name, expected):
    source = SOURCES[0].model_copy(update={"name": name})
    assert lines(sources=(source,))[0]["doc_id"] == expected


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("it rose and that it fell", [(0, 7), (17, 24)], [(0, 24)]),
        ("it rose, it fell", [(0, 7), (9, 16)], [(0, 16)]),
        ("“it rose,” he said, “it fell”", [(0, 10), (20, 29)], [(0, 10), (20, 29)]),
        ("it rose", [(0, 7), (3, 7)], [(0, 7)]),
        ("it rose", [], []),
        ("sandy it fell", [(6, 8), (9, 13)], [(6, 13)]),
    ],
)
def test_content_runs_together_over_conjunctions_and_not_over_the_speaker(text, spans, expected):
    assert merge(text, spans) == expected


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("She said that it fell", [(14, 21)], [(4, 8)], [(9, 21)]),
        ("She said that it fell", [(14, 21)], [(4, 13)], [(14, 21)]),
        ("She promised to go", [(16, 18)], [(4, 12)], [(13, 18)]),
        ("She said it fell", [(9, 16)], [(4, 8)], [(9, 16)]),
        ("Not veto it fell", [(9, 16)], [], [(9, 16)]),
        ("She said", [], [(4, 8)], []),
    ],
)
def test_content_begins_with_the_that_before_it_unless_the_cue_holds_it(text, content, cue, expected):
    assert _with_that(text, content, cue) == expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("He said that “we won”.", "we won", "that “we won"),
        ("“It rained,” she said. “And we lost.”", "we lost", "“And we lost"),
        ("It rained, she said, and we lost.", "we lost", "we lost"),
    ],
)
def test_a_quotation_begins_with_the_word_that_joins_it(text, part, expected):
    start = text.index(part)
    ((begin, end),) = _with_that(text, [(start, start + len(part))], [])
    assert text[begin:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ola Berg, who said it failed.", "who"),
        ("Ola Berg, who has often said it failed.", "who"),
        ("The firm that said it failed.", "that"),
        ("Ola Berg said it failed.", "Ola Berg"),
        ("Ola Berg, mayor of Tarn, said it failed.", "Ola Berg"),
    ],
)
def test_the_who_before_a_cue_is_printed_as_the_source(text, expected):
    name = text[: text.index(",") if "," in text.split(" s")[0] else text.index(" s")]
    source = (0, len(name) if "that" not in name else len("The firm"))
    cue = text.index("said")
    start, end = _relative(text, source, [(cue, cue + 4)])
    assert text[start:end] == expected
