"""ClaimGraph reads, keeps, matches and answers; one bad article costs only itself."""

import sqlite3
from pathlib import Path

import pytest

import claimgraph.extract
import claimgraph.match
from claimgraph import ClaimGraph, ClaimgraphError
from claimgraph.errors import InputRefusedError, NotFoundError, StoreError
from claimgraph.model import (
    Claim,
    Collection,
    Dated,
    Dispute,
    Extraction,
    Flag,
    Matching,
    Source,
    Speaker,
    Step,
    Subject,
)
from claimgraph.store import custody
from claimgraph.tracker import is_database

MILL = "The mill said that nobody was hurt.\n\nThe union denied that anybody had been warned.\n"
MAYOR = "The mayor said that nobody was hurt.\n\nThe union denied that on Monday.\n"


NAMES = {"union": "Ada Holm", "mayor": "Per Lund", "mill": "Jon Dale"}


def fake_extract(source: Source, *, actors: object = None) -> Extraction:
    """Each paragraph is a claim by its second word; one with "crash" makes the extraction fail."""
    if "crash" in source.text:
        raise ZeroDivisionError
    claims, speakers = [], {}
    for block in source.blocks:
        text = source.text[block.start : block.end]
        name = text.split()[1]
        speaker = Speaker(id=f"p-{source.name}-{name}", name=NAMES.get(name, name), kind="person", side=name)
        speakers[speaker.id] = speaker
        span = (block.start, block.end)
        claims.append(
            Claim(
                id=Claim.make_id(source.id, (span,), None),
                statement="a",
                source=source.id,
                start=span[0],
                end=span[1],
                text=text,
                content=(span,),
                speakers=(speaker.id,),
                said=Dated(date="2031"),
                polarity="denied" if "denied" in text else "affirmed",
            )
        )
    return Extraction(
        source=source.id,
        claims=tuple(claims),
        speakers=tuple(speakers.values()),
        flags=(Flag(claim=claims[0].id, kind="unverified_claim", detail="one side alone"),),
    )


def fake_match(collection: Collection) -> Matching:
    """All claims are on one subject; everything affirmed is disputed by everything denied."""
    sides = tuple(
        tuple(claim.id for claim in collection.claims if claim.polarity == polarity)
        for polarity in ("affirmed", "denied")
    )
    found = (Dispute(id="d1", kind="denial", subject="t1", sides=sides),) if all(sides) else ()
    claims = tuple(claim.id for claim in collection.claims)
    subject = Subject(id="t1", label="accident at the mill", claims=claims)
    return Matching(disputes=found, subjects=(subject,) if claims else ())


@pytest.fixture(autouse=True)
def matched(monkeypatch: pytest.MonkeyPatch) -> list[Collection]:
    """Replace the slow stages; the list gathers what was matched."""
    seen: list[Collection] = []

    def counted(collection: Collection, judging: object = None) -> Matching:
        del judging
        seen.append(collection)
        return fake_match(collection)

    monkeypatch.setattr(claimgraph.extract, "extract", fake_extract)
    monkeypatch.setattr(claimgraph.match, "match", counted)
    return seen


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "mill.txt").write_text(MILL)
    (folder / "mayor.txt").write_text(MAYOR)
    return folder


def test_a_folder_is_read_at_once_and_leaves_nothing_behind(articles):
    before = sorted(articles.parent.rglob("*"))
    with ClaimGraph.open(articles) as tracker:
        assert len(tracker.claims()) == 4
        assert len(tracker.sources()) == 2
        assert set(tracker.disputes()["dispute"]) == {"d1"}
        assert repr(tracker) == "<ClaimGraph 2 sources, 4 claims, 1 dispute>"
    assert sorted(articles.parent.rglob("*")) == before


@pytest.mark.parametrize("given", [["mill.txt", "mayor.txt"], ["mill.txt"]])
def test_files_and_lists_of_files_are_read(articles, given):
    paths = [articles / name for name in given]
    with ClaimGraph.open(paths if len(paths) > 1 else paths[0]) as tracker:
        assert sorted(tracker.sources()["source"]) == sorted(given)


def test_articles_that_did_not_change_are_kept(articles, tmp_path):
    with ClaimGraph.open(db=tmp_path / "a.db") as tracker:
        assert tracker.ingest(articles).new == ("mayor.txt", "mill.txt")
        again = tracker.ingest(articles)
        assert (again.new, again.changed, again.kept) == ((), (), ("mayor.txt", "mill.txt"))
        (articles / "mill.txt").write_text(MILL + "\nThe mill said more.\n")
        later = tracker.ingest([str(articles)])
        assert (later.changed, later.kept, later.read) == (("mill.txt",), ("mayor.txt",), 2)
        assert len(tracker.sources()) == 2
        assert len(tracker.claims()) == 5


def test_new_metadata_reads_an_article_again(articles, tmp_path):
    with ClaimGraph.open(db=tmp_path / "a.db") as tracker:
        tracker.ingest(articles)
        (articles / "sources.csv").write_text(
            "file,title,publisher,published,url\nmill.txt,Mill,Herald,2031-01-02,\n"
        )
        assert tracker.ingest(articles).changed == ("mill.txt",)
        assert "2031-01-02" in set(tracker.sources()["published"].dropna())


DATED = (
    "Cable Car Stops Above Valley\n\nThe cable car Silverlift stopped on June 3 above Greenfell, the council said. "
    "Its owner, Alpine Ropes, denied that Inspector Marta Quill had warned it.\n\nCopyright 2014 Valley Post\n"
)
UNDATED = (
    "Inspector Spoke Of Rust\n\nThe lawyer of Inspector Marta Quill denied on Tuesday that she was silent.\n\n"
    'The owner, Alpine Ropes, said: "On June 3 at noon the Silverlift left Greenfell with all papers in order." '
    "A first alarm came on June 1. The council of Greenfell has opened its files.\n"
)


def dates(tracker: ClaimGraph) -> dict[str, str | None]:
    return {source.name: source.published.date for source in tracker.collection().sources}


@pytest.mark.parametrize("order", [["b.txt", "a.txt"], ["a.txt", "b.txt"]])
def test_a_year_is_lent_whatever_the_order_of_coming_in(articles, tmp_path, order):
    (articles / "a.txt").write_text(DATED)
    (articles / "b.txt").write_text(UNDATED)
    (articles / "sources.csv").write_text("file,title,publisher,published,url\na.txt,,,2014-06-04,\n")
    pair = [articles / "a.txt", articles / "b.txt"]
    with ClaimGraph.open(pair) as together, ClaimGraph.open(db=tmp_path / "a.db") as apart:
        first = apart.ingest(articles / order[0])
        second = apart.ingest(articles / order[1])
        assert first.new == (order[0],)
        assert second.new == (order[1],)
        assert second.changed == (("b.txt",) if order[0] == "b.txt" else ())
        assert dates(together)["b.txt"] == "2014-06-03"
        assert apart.collection() == together.collection()
        revision = apart.store.revision()
        assert apart.ingest(pair).kept == ("a.txt", "b.txt")
        assert apart.store.revision() == revision


def test_a_lent_date_goes_when_its_lender_changes(articles, tmp_path):
    (articles / "a.txt").write_text(DATED)
    (articles / "b.txt").write_text(UNDATED)
    pair = [articles / "a.txt", articles / "b.txt"]
    table = articles / "sources.csv"
    table.write_text("file,title,publisher,published,url\na.txt,,,2014-06-04,\n")
    with ClaimGraph.open(pair, db=tmp_path / "a.db") as tracker:
        assert dates(tracker) == {"a.txt": "2014-06-04", "b.txt": "2014-06-03"}
        table.write_text("file,title,publisher,published,url\na.txt,,,2018-11-04,\n")
        assert set(tracker.ingest(pair).changed) == {"a.txt", "b.txt"}
        assert dates(tracker) == {"a.txt": "2018-11-04", "b.txt": None}


def test_an_older_database_is_read_again_from_the_texts_it_holds(articles, tmp_path):
    place = tmp_path / "a.db"
    with ClaimGraph.open(db=place) as tracker:
        tracker.ingest(articles)
        before = tracker.collection()
        assert tracker.renewed == 0
    connection = sqlite3.connect(place)
    connection.execute("UPDATE sources SET recipe = 'outdated'")
    connection.execute("DELETE FROM claims")
    connection.execute("DELETE FROM custody")
    custody.adopt(connection)
    connection.commit()
    connection.close()
    (articles / "mill.txt").unlink()
    with ClaimGraph.open(db=place) as tracker:
        assert tracker.renewed == 2
        assert tracker.collection() == before
        assert len(tracker.match().disputes) == 1
        assert tracker.ingest(articles).changed == ("mayor.txt",)
    with ClaimGraph.open(db=place) as tracker:
        assert tracker.renewed == 0


def test_a_failure_inside_a_stage_refuses_only_that_article(articles):
    (articles / "bad.txt").write_text("The crash report said that nobody was hurt.\n")
    with ClaimGraph.open(articles) as tracker:
        assert len(tracker.sources()) == 2
        (refusal,) = tracker.refused
        assert "bad.txt: claimgraph failed on it (ZeroDivisionError)" in str(refusal)
        assert str(refusal).endswith("report this file to the claimgraph authors")


def test_a_claim_that_does_not_stand_where_it_says_is_never_stored(articles, monkeypatch):
    def shifted(source: Source, **_: object) -> Extraction:
        found = fake_extract(source)
        return found.model_copy(
            update={"claims": tuple(one.model_copy(update={"start": one.start + 1}) for one in found.claims)}
        )

    monkeypatch.setattr(claimgraph.extract, "extract", shifted)
    with ClaimGraph.open(articles) as tracker:
        assert len(tracker.refused) == 2
        assert tracker.collection().claims == ()


def test_what_cannot_be_read_is_listed_and_the_rest_is_done(articles):
    (articles / "empty.txt").write_text("")
    with ClaimGraph.open([articles, articles / "gone.txt"]) as tracker:
        assert sorted(Path(one.where).name for one in tracker.refused) == ["empty.txt", "gone.txt"]
        assert len(tracker.sources()) == 2


def test_a_mistake_of_the_users_setup_stops_everything(articles, monkeypatch):
    def no_model(*_: object, **__: object) -> None:
        raise ClaimgraphError("the model is not installed; install it")

    monkeypatch.setattr(claimgraph.extract, "extract", no_model)
    with pytest.raises(ClaimgraphError, match="not installed"):
        ClaimGraph.open(articles)


def test_matching_is_done_again_only_when_something_changed(articles, tmp_path, matched):
    database = tmp_path / "a.db"
    with ClaimGraph.open(db=database) as tracker:
        tracker.ingest(articles)
        tracker.match()
        tracker.findings()
        tracker.match()
    assert len(matched) == 1
    with ClaimGraph.open(database) as tracker:
        assert len(tracker.findings().matching.disputes) == 1
        assert len(matched) == 1
        tracker.match(full=True)
        assert len(matched) == 2
        (articles / "third.txt").write_text("The council said that it knew.\n")
        tracker.ingest(articles)
        tracker.findings()
        assert len(matched) == 3


def test_what_another_process_ingests_is_seen(articles, tmp_path):
    with ClaimGraph.open(db=tmp_path / "a.db") as one, ClaimGraph.open(db=tmp_path / "a.db") as other:
        one.ingest(articles / "mill.txt")
        assert len(one.findings().collection.sources) == 1
        other.ingest(articles / "mayor.txt")
        findings = one.findings()
        assert len(findings.collection.sources) == 2
        assert sum(len(side) for side in findings.matching.disputes[0].sides) == 4


def test_decisions_show_as_states_and_survive_matching(articles, tmp_path):
    with ClaimGraph.open(db=tmp_path / "a.db") as tracker:
        tracker.ingest(articles)
        for verdict in ("confirm", "reject"):
            tracker.decide("d1", verdict, why="both were asked", by="Ada")
        tracker.match(full=True)
        assert tracker.findings().matching.disputes[0].state == "rejected"
        assert tracker.store.matching().disputes[0].state == "open"
        assert list(tracker.log()["verdict"]) == ["confirm", "reject"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 4),
        ({"speaker": "holm"}, 2),
        ({"speaker": "ADA"}, 2),
        ({"speaker": "Jon Dale"}, 1),
        ({"speaker": "nobody"}, 0),
        ({"subject": "accident"}, 4),
        ({"subject": "flood"}, 0),
        ({"source": "mayor"}, 2),
        ({"search": "monday"}, 1),
        ({"disputed": True}, 4),
        ({"unverified": True}, 2),
        ({"unverified": True, "source": "mayor"}, 1),
    ],
)
def test_claims_are_asked_for_in_many_ways(articles, query, count):
    with ClaimGraph.open(articles) as tracker:
        assert len(tracker.claim_ids(**query)) == len(tracker.claims(**query)) == count


def test_a_canonical_speaker_stands_for_those_of_each_article(articles):
    with ClaimGraph.open(articles) as tracker:
        collection = tracker.collection()
        known = {speaker.id for speaker in collection.speakers}
        assert {one for claim in collection.claims for one in claim.speakers} <= known
        union = {one for claim in collection.claims if claim.polarity == "denied" for one in claim.speakers}
        assert len(union) == 1
        assert len(tracker.claim_ids(speaker=union.pop())) == 2


def test_disputes_are_asked_for_by_kind_and_subject(articles):
    with ClaimGraph.open(articles) as tracker:
        assert tracker.dispute_ids() == tracker.dispute_ids(kind="denial", subject="MILL") == ["d1"]
        assert tracker.dispute_ids(subject="t1") == ["d1"]
        assert tracker.dispute_ids(kind="figures") == tracker.dispute_ids(subject="flood") == []
        assert len(tracker.disputes(kind="figures")) == 0


def test_provenance_why_and_graph_answer_for_the_beginning_of_an_id(articles, monkeypatch):
    asked = []

    def explain(a: str, b: str, collection: Collection) -> list[Step]:
        asked.append((a, b))
        return [Step(name="sides", passed=True, detail="two sides")]

    monkeypatch.setattr(claimgraph.match, "explain", explain)
    with ClaimGraph.open(articles) as tracker:
        a, b, *_ = tracker.claim_ids()
        assert tracker.provenance(a[:10]).claim == a
        assert [step.name for step in tracker.why(a[:10], b)] == ["sides"]
        assert asked == [(a, b)]
        assert a in tracker.graph(claim=a, hops=1)
        with pytest.raises(NotFoundError, match="no claim"):
            tracker.why(a, "c0")


@pytest.mark.parametrize("written_as", ["md", "html", "json", "csv"])
def test_every_report_names_the_sides(articles, written_as):
    with ClaimGraph.open(articles) as tracker:
        report = tracker.report(written_as)
    assert "Jon Dale" in report
    assert "Ada Holm" in report


@pytest.mark.parametrize("to", ["graphml", "gexf", "jsonld", "csv"])
def test_every_export_holds_every_claim(articles, to):
    with ClaimGraph.open(articles) as tracker:
        data = tracker.export(to)
        assert all(claim.encode() in data for claim in tracker.claim_ids())


def test_a_database_is_known_by_its_ending_or_its_first_bytes(tmp_path, articles):
    place = tmp_path / "case"
    with ClaimGraph.open(articles, db=place):
        pass
    assert is_database(place)
    assert is_database("not-there.db")
    assert not is_database(articles)
    assert not is_database(articles / "mill.txt")
    with ClaimGraph.open(place) as tracker:
        assert len(tracker.sources()) == 2


def test_a_database_that_is_not_there_is_made_only_when_asked(tmp_path):
    with pytest.raises(StoreError, match="no such database"):
        ClaimGraph.open(tmp_path / "typo.db")
    with ClaimGraph.open(tmp_path / "new.db", create=True) as tracker:
        assert tracker.findings().collection.claims == ()
    assert (tmp_path / "new.db").exists()


def test_a_read_only_database_is_matched_in_memory(articles, tmp_path, monkeypatch):
    import os  # noqa: PLC0415

    database = tmp_path / "a.db"
    with ClaimGraph.open(db=database) as tracker:
        tracker.ingest(articles)
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK)
    before = database.read_bytes()
    with ClaimGraph.open(database) as tracker:
        assert len(tracker.disputes()) == 1
        (articles / "new.txt").write_text("The council said that it knew.\n")
        with pytest.raises(StoreError, match="read-only"):
            tracker.ingest(articles)
    assert database.read_bytes() == before


def test_standard_input_is_an_article_of_its_own_each_time(tmp_path):
    import io  # noqa: PLC0415

    with ClaimGraph.open(db=tmp_path / "a.db") as tracker:
        for text in (MILL, MAYOR):
            assert tracker.ingest("-", stdin=io.BytesIO(text.encode())).new
        assert len(tracker.sources()) == 2
        assert tracker.ingest("-", stdin=io.BytesIO(MILL.encode())).kept


def test_an_export_is_written_whole_or_not_at_all(articles, tmp_path):
    with ClaimGraph.open(articles) as tracker:
        place = tmp_path / "case.gexf"
        assert tracker.export("gexf", place) == place.read_bytes()
        with pytest.raises(ClaimgraphError, match="there is no export"):
            tracker.export("docx", tmp_path / "case.docx")
    assert not (tmp_path / "case.docx").exists()


def test_it_shows_itself_in_a_terminal_and_in_a_notebook(articles):
    with ClaimGraph.open([articles, articles / "gone.txt"]) as tracker:
        for shown in (str(tracker), tracker._repr_html_()):
            assert "claims" in shown.lower()
            assert "gone.txt" in shown


def test_it_draws_all_disputes_or_what_is_asked_for(articles):
    with ClaimGraph.open(articles) as tracker:
        assert "1 dispute, " in tracker.show().caption
        assert "1 speaker, 1 claim" in tracker.show(speaker="Per Lund", hops=1).caption
        assert "1 dispute, " in tracker.show(cap=None).caption
        with pytest.raises(NotFoundError, match="no subject"):
            tracker.show(subject="volcano")


def test_it_draws_a_timeline_of_the_claims_asked_for(articles):
    with ClaimGraph.open(articles) as tracker:
        assert "4 claims by 3 speakers" in tracker.timeline().caption
        assert "1 claim by 1 speaker" in tracker.timeline(speaker="Per Lund").caption
        assert "Nothing to draw" in tracker.timeline(search="volcano").html


def test_nothing_can_be_shown_too(tmp_path):
    with ClaimGraph.open(db=tmp_path / "empty.db") as tracker:
        assert "claims: 0" in str(tracker)
        assert "Nothing to draw" in tracker.show().html
        assert "Nothing to draw" in tracker.timeline().html
        assert len(tracker.figures()) == 0


def test_what_is_asked_for_and_is_not_there_is_refused(articles, tmp_path):
    with pytest.raises(InputRefusedError, match="nowhere: no such file or folder"):
        ClaimGraph.open(tmp_path / "nowhere")
    with ClaimGraph.open([articles, tmp_path / "nowhere"]) as tracker:
        assert "nowhere" in str(tracker.refused[0])
    with ClaimGraph.open(articles) as tracker:
        for asked in (
            lambda: tracker.disputes(kind="quarrel"),
            lambda: tracker.flags(kind="quarrel"),
            lambda: tracker.table("quarrels"),
        ):
            with pytest.raises(ClaimgraphError, match=r"quarrel.*choose one of"):
                asked()


def test_things_are_had_by_their_ids(articles):
    with ClaimGraph.open(articles) as tracker:
        claim = tracker.collection().claims[0]
        assert tracker[claim.id].text == tracker[claim.id[:10]].text == claim.text
        source = tracker.collection().sources[0]
        assert tracker[source.id] == source
        assert tracker["d1"].id == "d1"
        for missing in ("x9", ""):
            with pytest.raises(NotFoundError):
                tracker[missing]
