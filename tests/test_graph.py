"""The graph holds what the findings hold; a claim's provenance leads to its bytes."""

import json

import networkx as nx
import pytest

from claimgraph.errors import NotFoundError
from claimgraph.graph import build, provenance
from claimgraph.model import Agreement, Collection, Dispute, Findings, Matching, Reason


def edges(graph: nx.MultiDiGraph, kind: str) -> set[tuple[str, str]]:
    return {(start, end) for start, end, key in graph.edges(keys=True) if key == kind}


def with_matching(findings: Findings, **found: object) -> Findings:
    return findings.model_copy(update={"matching": Matching(**found)})


def test_every_thing_is_a_node_and_every_relation_an_edge(ferry_findings):
    collection = ferry_findings.collection
    reef, denial, injured = (claim.id for claim in collection.claims)
    source = collection.sources[0].id
    graph = build(ferry_findings)
    kinds = nx.get_node_attributes(graph, "kind")
    assert sorted(kinds.values()) == ["claim"] * 3 + ["dispute", "source", "speaker", "speaker", "subject"]
    assert edges(graph, "said") == {("p-line", reef), ("p-union", denial), ("p-union", injured)}
    assert edges(graph, "reported_in") == {(reef, source), (denial, source), (injured, source)}
    assert edges(graph, "about") == {(reef, "t-sinking"), (denial, "t-sinking"), (injured, "t-sinking")}
    assert edges(graph, "disputes") == {(reef, "d-reef"), (denial, "d-reef")}
    assert edges(graph, "denies") == {(denial, reef)}
    assert {
        graph.edges[reef, "d-reef", "disputes"]["side"],
        graph.edges[denial, "d-reef", "disputes"]["side"],
    } == {0, 1}


def test_all_attributes_are_scalars(ferry_findings):
    graph = build(ferry_findings, subject="ferry")
    values = [*graph.graph.values()]
    values += [value for _, attributes in graph.nodes(data=True) for value in attributes.values()]
    values += [value for *_, attributes in graph.edges(data=True) for value in attributes.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


def test_a_reversal_points_from_the_later_word_to_the_earlier(ferry_findings):
    first, second, _ = (claim.id for claim in ferry_findings.collection.claims)
    dispute = Dispute(id="d-back", kind="reversal", subject=None, sides=((first,), (second,)))
    assert edges(build(with_matching(ferry_findings, disputes=(dispute,))), "reverses") == {(second, first)}


def test_figures_that_differ_are_disputed_and_nobody_denies(ferry_findings):
    ids = [claim.id for claim in ferry_findings.collection.claims]
    dispute = Dispute(id="d-toll", kind="figures", subject=None, sides=tuple((one,) for one in ids))
    graph = build(with_matching(ferry_findings, disputes=(dispute,)))
    assert edges(graph, "disputes") == {(one, "d-toll") for one in ids}
    assert edges(graph, "denies") == edges(graph, "reverses") == set()


def test_agreement_without_shown_independence_is_repetition(ferry_findings):
    a, b, c = (claim.id for claim in ferry_findings.collection.claims)
    found = (Agreement(a=a, b=b), Agreement(a=a, b=c, independent=True, adverse=True))
    graph = build(with_matching(ferry_findings, agreements=found))
    assert edges(graph, "repeats") == {(a, b)}
    assert edges(graph, "agrees") == {(a, c)}
    assert graph.edges[a, c, "agrees"]["adverse"] is True


def test_a_spokesperson_is_tied_to_whom_they_speak_for(ferry_findings):
    line, union = ferry_findings.collection.speakers
    speakers = (line, union.model_copy(update={"spokesperson_of": line.id}))
    collection = ferry_findings.collection.model_copy(update={"speakers": speakers})
    assert edges(build(ferry_findings.model_copy(update={"collection": collection})), "speaks_for") == {
        (union.id, line.id)
    }


@pytest.mark.parametrize(
    ("hops", "kinds"),
    [
        (0, ["claim"]),
        (1, ["claim", "claim", "dispute", "source", "speaker", "subject"]),
    ],
)
def test_hops_bound_what_is_shown(ferry_findings, hops, kinds):
    claim = ferry_findings.collection.claims[0].id
    graph = build(ferry_findings, claim=claim, hops=hops)
    assert sorted(nx.get_node_attributes(graph, "kind").values()) == kinds
    assert graph.graph == {"hops": hops, "cap": 200, "left_out": 0}


def test_a_cap_keeps_disputes_first_and_says_what_it_left_out(ferry_findings):
    claim = ferry_findings.collection.claims[0].id
    graph = build(ferry_findings, claim=claim, hops=1, cap=1)
    assert set(graph) == {claim, "d-reef"}
    assert graph.graph["left_out"] == 4
    whole = build(ferry_findings, cap=3)
    assert set(whole) == {"d-reef", *(one.id for one in ferry_findings.collection.claims[:2])}
    assert whole.graph["left_out"] == 5
    assert build(ferry_findings, cap=None).graph["left_out"] == 0


@pytest.mark.parametrize(
    ("around", "centre"),
    [
        ({"speaker": "harbour"}, "p-union"),
        ({"speaker": "the line"}, "p-line"),
        ({"subject": "FERRY"}, "t-sinking"),
    ],
)
def test_the_centre_is_found_by_a_part_of_its_name(ferry_findings, around, centre):
    assert set(build(ferry_findings, hops=0, **around)) == {centre}


@pytest.mark.parametrize(
    "around", [{"speaker": "nobody"}, {"subject": "t-x"}, {"claim": ""}, {"claim": "cx"}]
)
def test_a_centre_that_is_not_there_is_said(ferry_findings, around):
    with pytest.raises(NotFoundError, match="no "):
        build(ferry_findings, **around)


def test_no_findings_make_an_empty_graph():
    graph = build(Findings(collection=Collection(), matching=Matching()))
    assert len(graph) == 0


def test_provenance_leads_from_the_claim_to_the_bytes(ferry_findings):
    source = ferry_findings.collection.sources[0]
    reef, denial, _ = ferry_findings.collection.claims
    found = provenance(ferry_findings, reef.id)
    assert source.text[found.sentence.start : found.sentence.end] == found.sentence.text
    assert found.text in found.sentence.text
    assert found.source.sha256 == source.sha256
    assert (found.source.published.date, found.source.published.basis) == ("2031-03-05", "dateline")
    assert found.source.credits == ("Coastal Wire (reporting)",)
    assert [voice.name for voice in found.speakers] == ["Northlight Lines"]
    assert [(one.claim, one.dispute) for one in found.disputes] == [(denial.id, "d-reef")]
    assert "the union denies it" in found.disputes[0].why


def test_provenance_shows_flags_relations_and_what_carries_the_claim(ferry_findings):
    reef, denial, injured = ferry_findings.collection.claims
    claims = (reef, denial, injured.model_copy(update={"parent": denial.id, "via": ("p-line",)}))
    reason = Reason(rule="repeat", detail="the same words")
    findings = Findings(
        collection=ferry_findings.collection.model_copy(update={"claims": claims}),
        matching=Matching(agreements=(Agreement(a=reef.id, b=injured.id, reasons=(reason,)),)),
    )
    found = provenance(findings, injured.id)
    assert found.carried_by is not None
    assert found.carried_by.claim == denial.id
    assert [one.claim for one in found.repeats] == [reef.id]
    assert found.repeats[0].why == "the same words; not shown to be independent"
    assert [mark.kind for mark in found.flags] == ["unverified_figure"]
    assert [one.claim for one in provenance(findings, denial.id).carries] == [injured.id]


def test_provenance_reads_as_text_and_as_data(ferry_findings):
    found = provenance(ferry_findings, ferry_findings.collection.claims[2].id, sentence=lambda *_: (10, 20))
    text = found.as_text()
    for expected in (
        "“More than 40 passengers were injured”",
        "said by: Harbour Union (organisation, side: harbour-union)",
        "sentence, characters 10 to 20",
        "published: 2031-03-05 (dateline)",
        "credits: Coastal Wire (reporting)",
        "happened: unknown",
        "flag unverified figure: nobody has confirmed the number",
    ):
        assert expected in text
    assert json.loads(json.dumps(found.as_dict()))["source"]["publisher"] == "Harbour Post"


def test_provenance_of_no_claim_is_said(ferry_findings):
    with pytest.raises(NotFoundError, match="no claim cx"):
        provenance(ferry_findings, "cx")


@pytest.mark.parametrize("dispute", ["all", "denial", "Denial", "d-reef", "d-r"])
def test_a_graph_can_be_built_around_disputes(ferry_findings, dispute):
    reef, denial, _ = (claim.id for claim in ferry_findings.collection.claims)
    assert set(build(ferry_findings, dispute=dispute, hops=1)) == {"d-reef", reef, denial}


def test_the_cap_holds_for_the_centre_too(ferry_findings):
    graph = build(ferry_findings, subject="t-sinking", speaker="p-line", dispute="all", hops=0, cap=2)
    assert "d-reef" in graph
    assert (len(graph), graph.graph["left_out"]) == (2, 1)


def test_a_claim_can_be_read_without_its_neighbours(ferry_findings):
    claim = ferry_findings.collection.claims[0]
    node = build(ferry_findings, claim=claim.id, hops=0).nodes[claim.id]
    assert (node["speakers"], node["article"], node["subject"]) == (
        "Northlight Lines",
        "Ferry sank after hitting a reef, line says",
        "sinking of the ferry, 4 March 2031",
    )


def test_provenance_spells_out_what_would_steer_a_terminal(ferry_findings):
    first, *others = ferry_findings.collection.claims
    odd = first.model_copy(update={"text": "a\x1b[31mred\u202e"})
    collection = ferry_findings.collection.model_copy(update={"claims": (odd, *others)})
    text = str(provenance(ferry_findings.model_copy(update={"collection": collection}), odd.id))
    assert "\x1b" not in text
    assert "[U+001B][31mred[U+202E]" in text
