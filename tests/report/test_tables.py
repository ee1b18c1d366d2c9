import pytest
from findings_fixture import ADMITTED, CLAIMS, FINDINGS, NINE, THIRTY_ONE, TWELVE, WARNED, table

from claimgraph.model import Collection, Findings, Matching
from claimgraph.report.rows import TABLES

EMPTY = Findings(collection=Collection(), matching=Matching())


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("findings", [FINDINGS, EMPTY], ids=["full", "empty"])
def test_columns_and_types_are_the_same_full_or_empty(name, findings):
    made = table(name, findings)
    assert {column: str(kind) for column, kind in made.dtypes.items()} == dict(TABLES[name][1])
    assert len(made) == 0 or findings is FINDINGS


def test_claims_are_in_reading_order_with_their_speakers():
    frame = table("claims", FINDINGS)
    assert list(frame["claim"]) == [one.id for one in CLAIMS]
    assert frame["speaker"].isna().sum() == 1
    assert list(frame.loc[frame["own_voice"], "speaker"]) == ["Tarrow Courier"]


def test_a_dispute_is_a_row_with_its_question_and_both_sides():
    row = table("disputes", FINDINGS).set_index("dispute").loc["d1"]
    assert row["question"].startswith("Whether the company is rightly accused of “ignoring a warning")
    assert row["sides"] == "Miners' Union — Tarrow Minerals"
    assert row["said"].endswith("— “No such warning was ever received”")
    assert (row["claims"], row["articles"]) == (2, 1)


def test_marks_changes_and_agreements_are_rows_that_lead_to_their_claims():
    flags = table("flags", FINDINGS).set_index("claim")
    assert flags.loc[TWELVE.id, ["kind", "source"]].tolist() == ["not_verified", "mine.txt"]
    assert flags.loc[TWELVE.id, "basis"].startswith("The inspectorate")
    assert table("updates", FINDINGS)[["step", "claim"]].values.tolist() == [[1, TWELVE.id], [2, NINE.id]]
    (pair,) = table("agreements", FINDINGS).itertuples()
    assert (pair.a, pair.b, pair.adverse, pair.independent) == (WARNED.id, ADMITTED.id, True, False)
    assert (pair.a_speaker, pair.b_source) == ("Miners' Union", "later.txt")


def test_the_claims_of_disputes_have_a_row_for_each_side():
    frame = table("dispute_claims", FINDINGS)
    assert frame.groupby("dispute")["side"].nunique().to_dict() == {"d1": 2, "d2": 2, "d3": 2, "d4": 2}
    assert frame.loc[frame["dispute"] == "d1", "origins"].tolist() == [1, 1]
    assert frame.loc[frame["dispute"] == "d3", "origins"].isna().all()


def test_figures_stand_side_by_side_with_open_ends_left_open():
    frame = table("figures", FINDINGS).set_index("claim")
    assert frame.loc[THIRTY_ONE.id, "low"] == 31
    assert frame["high"].isna()[THIRTY_ONE.id]
    assert frame["own"].isna()[NINE.id]
    assert frame.loc[THIRTY_ONE.id, "disputes"] == 1


def test_speakers_and_sources_count_statements_and_disputes():
    speakers = table("speakers", FINDINGS).set_index("speaker")
    assert speakers.loc["Tarrow Minerals", ["claims", "disputes", "articles"]].tolist() == [3, 2, 2]
    assert speakers.loc["Lena Voss", "speaks_for"] == "Tarrow Minerals"
    sources = table("sources", FINDINGS).set_index("source")
    assert sources.loc["mine.txt", ["statements", "claims", "flags"]].tolist() == [5, 6, 2]
    assert sources["published"].isna()["court.txt"]
