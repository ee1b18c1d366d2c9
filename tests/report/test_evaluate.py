import pytest

from claimgraph.errors import ClaimgraphError
from claimgraph.report.evaluate import evaluate, evaluate_stories, format_text


def claim(identity, start, end, content=()):
    return {"id": identity, "source": "s1", "start": start, "end": end, "content": list(content)}


def mention(start, end, doc="a.txt", line=None):
    return {"doc": doc, "start": start, "end": end} | ({"line": line} if line else {})


def report(**parts):
    return {
        "schema": "claimgraph/1",
        "sources": [{"id": "s1", "name": "a.txt"}],
        "claims": [claim("c1", 0, 10), claim("c2", 20, 30), claim("c3", 40, 50), claim("c4", 60, 70)],
        "disputes": [],
        "updates": [],
        "flags": [],
    } | parts


def gold(**parts):
    return {"format": 1, "disputes": [], "flags": [], "forbidden": [], "noise": []} | parts


def dispute(identity, *sides, kind="denial"):
    return {"id": identity, "kind": kind, "sides": [list(side) for side in sides]}


def gold_dispute(a, b, kind="denial", priority="must", **more):
    return {"id": "G1", "kind": kind, "priority": priority, "a": [a], "b": [b]} | more


PAIR = gold_dispute(mention(0, 10), mention(20, 30))


@pytest.mark.parametrize(
    ("sides", "found"),
    [
        ((["c1"], ["c2"]), 1),
        ((["c2"], ["c1"]), 1),
        ((["c3", "c1"], ["c4", "c2"]), 1),
        ((["c3"], ["c1"], ["c2"]), 1),
        ((["c1"], ["c3"]), 0),
        ((["c1", "c2"], ["c3"]), 0),
        ((["c1"], ["c1"]), 0),
    ],
)
def test_a_dispute_is_found_when_two_sides_answer_two_sides(sides, found):
    result = evaluate(report(disputes=[dispute("d1", *sides)]), gold(disputes=[PAIR]))
    assert result["disputes"]["must"] == {"found": found, "of": 1, "missed": [] if found else ["G1"]}
    assert result["precision"]["share"] == float(found)
    assert result["by_kind"] == {"denial": {"found": found, "of": 1}}


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (mention(5, 15), 1),
        (mention(6, 16), 0),
        (mention(0, 200), 1),
        (mention(0, 10, doc="b.txt"), 0),
        (mention(90, 95, line=[0, 80]), 1),
        (mention(0, 10, line=[90, 99]), 0),
    ],
)
def test_half_of_the_shorter_range_or_the_line_must_be_shared(where, found):
    result = evaluate(
        report(disputes=[dispute("d1", ["c1"], ["c3"])]),
        gold(disputes=[gold_dispute(where, mention(40, 50))]),
    )
    # a line over everything answers both sides, and then the second mention tells them apart
    assert result["disputes"]["must"]["found"] == found


def test_a_piece_of_the_content_answers_by_itself():
    claims = [claim("c1", 0, 100, [(0, 10), (90, 100)]), claim("c2", 120, 130)]
    wanted = gold_dispute(mention(88, 98), mention(120, 130))
    result = evaluate(
        report(claims=claims, disputes=[dispute("d1", ["c1"], ["c2"])]), gold(disputes=[wanted])
    )
    assert result["disputes"]["must"]["found"] == 1


@pytest.mark.parametrize(("kinds", "found"), [([], 0), (["update"], 1)])
def test_an_update_answers_only_where_the_list_allows_it(kinds, found):
    wanted = gold_dispute(mention(0, 10), mention(20, 30), kind="figures", alt_kinds=kinds)
    updates = [{"id": "u1", "sides": [["c1"], ["c2"]]}]
    assert evaluate(report(updates=updates), gold(disputes=[wanted]))["disputes"]["must"]["found"] == found


def test_other_sides_of_a_figure_count():
    wanted = gold_dispute(mention(0, 10), mention(20, 30), others=[[mention(40, 50)]])
    assert (
        evaluate(report(disputes=[dispute("d1", ["c1"], ["c3"])]), gold(disputes=[wanted]))["precision"][
            "share"
        ]
        == 1
    )


FLAG = {"id": "F1", "kind": "unverified_claim", "priority": "should", "spans": [mention(0, 10)]}


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"flags": [{"claim": "c1", "kind": "not_verified"}]}, 1),
        ({"disputes": [dispute("d1", ["c1"], ["c3"])]}, 1),
        ({"flags": [{"claim": "c2", "kind": "unverified_claim"}]}, 0),
    ],
)
def test_a_flag_is_found_by_a_flag_or_a_dispute_on_the_claim(parts, found):
    result = evaluate(report(**parts), gold(flags=[FLAG]))
    assert result["flags"]["should"]["found"] == found


@pytest.mark.parametrize(("spans", "right"), [([(0, 10)], False), ([(0, 10), (40, 50)], True)])
def test_a_dispute_whose_every_side_is_to_be_flagged_is_right(spans, right):
    flag = FLAG | {"spans": [mention(*span) for span in spans]}
    result = evaluate(report(disputes=[dispute("d1", ["c1"], ["c3"])]), gold(flags=[flag]))
    assert result["precision"]["right"] == (["d1"] if right else [])
    assert result["precision"]["wrong"] == ([] if right else ["d1"])


FORBIDDEN = {"id": "N1", "trap": "scope", "a": mention(0, 10), "b": mention(20, 30)}


def test_a_forbidden_pair_counts_when_it_stands_opposed():
    result = evaluate(report(disputes=[dispute("d1", ["c1"], ["c2"])]), gold(forbidden=[FORBIDDEN]))
    assert result["forbidden"] == {"hit": 1, "of": 1, "pairs": [{"id": "N1", "trap": "scope", "by": "d1"}]}
    updates = [{"id": "u1", "sides": [["c1"], ["c2"]]}]
    assert evaluate(report(updates=updates), gold(forbidden=[FORBIDDEN]))["forbidden"]["hit"] == 1


@pytest.mark.parametrize("sides", [(["c1", "c2"], ["c3"]), (["c1"], ["c3"])])
def test_a_forbidden_pair_on_one_side_is_no_harm(sides):
    result = evaluate(report(disputes=[dispute("d1", *sides)]), gold(forbidden=[FORBIDDEN]))
    assert result["forbidden"]["hit"] == 0


def test_a_pair_that_answers_a_dispute_too_is_not_held_against_the_report():
    found = report(disputes=[dispute("d1", ["c1"], ["c2"])])
    assert evaluate(found, gold(disputes=[PAIR], forbidden=[FORBIDDEN]))["forbidden"]["hit"] == 0


@pytest.mark.parametrize(
    ("trap", "flags", "hit"),
    [
        ("boilerplate", [], ["B1"]),
        ("prediction", [], []),
        ("prediction", [{"claim": "c1", "kind": "unverified_claim"}], ["B1"]),
    ],
)
def test_noise_counts_as_a_claim_or_as_a_flag(trap, flags, hit):
    noise = [{"id": "B1", "trap": trap, "span": mention(0, 10)}]
    assert evaluate(report(flags=flags), gold(noise=noise))["noise"] == {"hit": hit, "of": 1}


def test_kinds_that_the_list_allows_are_right():
    wanted = gold_dispute(mention(0, 10), mention(20, 30), alt_kinds=["contradiction"])
    found = [
        dispute("d1", ["c1"], ["c2"], kind="contradiction"),
        dispute("d2", ["c1"], ["c2"], kind="reversal"),
    ]
    assert evaluate(report(disputes=found), gold(disputes=[wanted]))["kind_right"] == {"right": 1, "of": 2}


def test_each_story_is_scored_by_what_stands_in_it_alone():
    sources = [
        {"id": "s1", "name": "a.txt", "path": "news/fire/a.txt"},
        {"id": "s2", "name": "b", "path": "news/flood/more.jsonl"},
    ]
    claims = [claim("c1", 0, 10), claim("c2", 20, 30), claim("c3", 40, 50) | {"source": "s2"}]
    found = report(
        sources=sources,
        claims=claims,
        disputes=[dispute("d1", ["c1"], ["c2"]), dispute("d2", ["c1"], ["c3"])],
        flags=[{"claim": "c3", "kind": "unverified_claim"}],
    )
    across = gold_dispute(mention(0, 10), mention(40, 50, doc="b")) | {"id": "G2"}
    flag = FLAG | {"spans": [mention(40, 50, doc="b")]}
    wanted = gold(disputes=[PAIR, across], flags=[flag], forbidden=[FORBIDDEN])
    fire, flood = (evaluate_stories(found, wanted)[story] for story in ("fire", "flood"))
    assert fire["disputes"]["must"] == {"found": 1, "of": 1, "missed": []}
    assert fire["reported"] == {"claims": 2, "disputes": 1, "updates": 0, "flags": 0}
    assert (fire["forbidden"]["of"], fire["flags"]["should"]["of"]) == (1, 0)
    assert flood["disputes"]["must"]["of"] == flood["reported"]["disputes"] == flood["forbidden"]["of"] == 0
    assert flood["flags"]["should"] == {"found": 1, "of": 1, "missed": []}
    assert evaluate(found, wanted)["disputes"]["must"]["found"] == 2


def test_nothing_reported_has_no_precision():
    assert evaluate(report(), gold())["precision"] == {"share": None, "right": [], "wrong": []}


@pytest.mark.parametrize(
    ("found", "wanted", "says"),
    [
        ([], gold(), "the report is not what"),
        ({}, gold(), "schema: field required"),
        (report(schema="other/9"), gold(), "schema"),
        (report(), [], "the gold list is not what"),
        (report(), {}, "disputes: field required"),
        (report(), gold(disputes=[{"id": "G1"}]), r"disputes\.0\.kind: field required"),
        (report(disputes=[dispute("d1", ["c9"], ["c1"])]), gold(), "no claim 'c9'"),
        (report(sources=[]), gold(), "no source 's1'"),
    ],
)
def test_what_is_wrong_with_the_input_is_named(found, wanted, says):
    with pytest.raises(ClaimgraphError, match=says):
        evaluate(found, wanted)


def test_the_result_reads_as_lines():
    result = evaluate(
        report(disputes=[dispute("d1", ["c1"], ["c3"])]),
        gold(disputes=[PAIR], flags=[FLAG], forbidden=[FORBIDDEN]),
    )
    text = format_text(result)
    for line in (
        "disputes  must      0 of 1  missed: G1",
        "flags     should    1 of 1",
        "kind      denial: 0 of 1",
        "precision 0% (0 of 1 disputes reported)",
        "forbidden pairs opposed: 0 of 1",
        "noise: 0 of 0",
    ):
        assert line in text.splitlines()
