import pytest
from findings_fixture import CLAIMS, FINDINGS, NINE, THIRTY_ONE

from claimgraph.model import Collection, Findings, Matching
from claimgraph.report import tables

EMPTY = Findings(collection=Collection(), matching=Matching())
TABLES = {
    tables.claims: tables.CLAIMS,
    tables.disputes: tables.DISPUTES,
    tables.figures: tables.FIGURES,
    tables.speakers: tables.SPEAKERS,
    tables.sources: tables.SOURCES,
}


@pytest.mark.parametrize(("table", "columns"), TABLES.items(), ids=lambda one: getattr(one, "__name__", ""))
@pytest.mark.parametrize("findings", [FINDINGS, EMPTY], ids=["full", "empty"])
def test_columns_and_types_are_the_same_full_or_empty(table, columns, findings):
    frame = table(findings)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == dict(columns)
    assert len(frame) == 0 or findings is FINDINGS


def test_claims_are_in_reading_order_with_their_speakers():
    frame = tables.claims(FINDINGS)
    assert list(frame["claim"]) == [one.id for one in CLAIMS]
    assert frame["speaker"].isna().sum() == 1
    assert list(frame.loc[frame["own_voice"], "speaker"]) == ["Tarrow Courier"]


def test_disputes_have_a_row_for_each_claim_of_each_side():
    frame = tables.disputes(FINDINGS)
    assert frame.groupby("dispute")["side"].nunique().to_dict() == {"d1": 2, "d2": 2, "d3": 2, "d4": 2}
    assert frame.loc[frame["dispute"] == "d1", "origins"].tolist() == [1, 1]
    assert frame.loc[frame["dispute"] == "d3", "origins"].isna().all()


def test_figures_stand_side_by_side_with_open_ends_left_open():
    frame = tables.figures(FINDINGS).set_index("claim")
    assert frame.loc[THIRTY_ONE.id, "low"] == 31
    assert frame["high"].isna()[THIRTY_ONE.id]
    assert frame["own"].isna()[NINE.id]
    assert frame.loc[THIRTY_ONE.id, "disputes"] == 1


def test_speakers_and_sources_count_statements_and_disputes():
    speakers = tables.speakers(FINDINGS).set_index("speaker")
    assert speakers.loc["Tarrow Minerals", ["claims", "disputes", "articles"]].tolist() == [3, 2, 2]
    assert speakers.loc["Lena Voss", "speaks_for"] == "Tarrow Minerals"
    sources = tables.sources(FINDINGS).set_index("source")
    assert sources.loc["mine.txt", ["statements", "claims", "flags"]].tolist() == [5, 6, 2]
    assert sources["published"].isna()["court.txt"]
