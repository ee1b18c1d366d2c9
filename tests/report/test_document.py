import json

import pytest
from findings_fixture import FINDINGS, NEVER, TWELVE
from pydantic import ValidationError

from claimgraph.report import render
from claimgraph.report.document import ReportDocument, schema

REPORT = json.loads(render(FINDINGS, "json"))

CONTRACT = {
    "sources": {"id", "name", "path", "title", "publisher", "sha256", "published"},
    "speakers": {"id", "name", "kind", "side", "aliases"},
    "subjects": {"id", "label"},
    "claims": {
        "id", "source", "start", "end", "text", "content", "cue", "mention", "speakers", "via", "subject", "act",
        "polarity", "said", "happened", "quantities", "hedges", "rule",
    },
    "disputes": {"id", "kind", "subject", "sides", "state", "score", "reasons"},
    "updates": {"id", "subject", "sides", "reasons"},
    "flags": {"claim", "kind", "detail", "basis"},
    "agreements": {"a", "b", "independent", "adverse", "reasons"},
    "leads": {"id", "a", "b", "score", "origin", "reasons"},
    "near_misses": {"a", "b", "gate", "detail"},
}  # fmt: skip


@pytest.mark.parametrize("part", CONTRACT)
def test_each_part_has_the_fields_that_stay_fixed(part):
    assert REPORT[part]
    for row in REPORT[part]:
        assert CONTRACT[part] <= set(row)


def test_the_report_names_its_schema():
    assert REPORT["schema"] == "claimgraph/1"


def test_dates_are_prefix_strings_with_their_basis_beside_them():
    claim = next(one for one in REPORT["claims"] if one["id"] == NEVER.id)
    assert (claim["said"], claim["happened"]) == ("2019-06-03", None)
    assert claim["said_basis"] == "'on Monday', the day of publication"
    assert REPORT["sources"][0]["published"] == {
        "date": "2019-06-03",
        "basis": "dateline 'Monday' and the file's metadata",
    }


def test_a_quantity_keeps_its_interval_and_scope():
    claim = next(one for one in REPORT["claims"] if one["id"] == TWELVE.id)
    (quantity,) = claim["quantities"]
    assert {name: quantity[name] for name in ("low", "high", "text", "event", "of", "own")} == {
        "low": 12.0, "high": 12.0, "text": "12", "event": "trapped", "of": "miners", "own": True,
    }  # fmt: skip


def test_every_id_that_is_named_is_there():
    claims = {one["id"] for one in REPORT["claims"]}
    named = [
        claim
        for part in ("disputes", "updates")
        for one in REPORT[part]
        for side in one["sides"]
        for claim in side
    ]
    named += [flag["claim"] for flag in REPORT["flags"]]
    named += [
        pair[end] for part in ("agreements", "leads", "near_misses") for pair in REPORT[part] for end in "ab"
    ]
    assert set(named) <= claims
    assert {one["subject"] for one in REPORT["disputes"]} <= {one["id"] for one in REPORT["subjects"]}


def test_flags_of_extraction_and_of_matching_both_stand_in_the_report():
    assert sorted(flag["kind"] for flag in REPORT["flags"]) == [
        "not_verified",
        "unverified_claim",
        "unverified_figure",
    ]


def test_the_report_reads_back_into_its_own_models():
    assert json.loads(ReportDocument.model_validate(REPORT).model_dump_json(by_alias=True)) == REPORT


def test_the_schema_lists_what_the_report_writes():
    made = schema()
    assert set(made["properties"]) == set(REPORT)
    assert set(made["required"]) == set(REPORT)
    assert set(made["$defs"]["ReportClaim"]["properties"]) == set(REPORT["claims"][0])


def test_a_report_with_an_unknown_kind_of_dispute_does_not_read_back():
    broken = REPORT | {"disputes": [REPORT["disputes"][0] | {"kind": "quarrel"}]}
    with pytest.raises(ValidationError):
        ReportDocument.model_validate(broken)


def test_characters_beyond_ascii_are_written_as_they_are():
    sources = (FINDINGS.collection.sources[0].model_copy(update={"title": "Überflutung — “Tarrow”"}),)
    collection = FINDINGS.collection.model_copy(
        update={"sources": (*sources, *FINDINGS.collection.sources[1:])}
    )
    assert "Überflutung — “Tarrow”" in render(FINDINGS.model_copy(update={"collection": collection}), "json")
