"""The linked data is read back by a reader of its format, which asks nothing of the network."""

from typing import Any

import pytest

from claimgraph.model import Collection, Decision, Findings, Matching
from claimgraph.report.exports import pieces
from claimgraph.report.linked import nodes

rdflib = pytest.importorskip("rdflib")

SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
TERMS = rdflib.Namespace("urn:claimgraph:terms:")


def read(findings: Findings, *decisions: Decision) -> Any:
    data = b"".join(pieces(findings, "jsonld", decisions=decisions))
    return rdflib.Graph().parse(data=data, format="json-ld")


def iri(identity: str) -> Any:
    return rdflib.URIRef(f"urn:claimgraph:{identity}")


def decision(target: str, verdict: str, value: str = "", by: str = "Mara Holt", at: int = 1) -> Decision:
    when = f"2031-04-{at:02}T10:00:00Z"
    return Decision(
        target=target, verdict=verdict, value=value, by=by, at=when, why="the log of the ship says so"
    )


def test_a_claim_is_tied_to_its_article_its_author_and_its_subject(ferry_findings):
    graph = read(ferry_findings)
    claim = ferry_findings.collection.claims[0]
    source = ferry_findings.collection.sources[0]
    node = iri(claim.id)
    assert (node, rdflib.RDF.type, SCHEMA.Claim) in graph
    assert set(graph.objects(node, SCHEMA.appearance)) == {iri(source.id)}
    assert graph.value(node, SCHEMA.firstAppearance) == iri(source.id)
    assert graph.value(node, SCHEMA.about) == iri("t-sinking")
    author = graph.value(node, SCHEMA.author)
    assert str(graph.value(author, SCHEMA.name)) == "Northlight Lines"
    assert str(graph.value(node, SCHEMA.text)) == claim.text
    assert int(graph.value(node, TERMS.start)) == claim.start


def test_the_chain_behind_a_claim_and_a_dispute_is_told_in_prov(ferry_findings):
    graph = read(ferry_findings)
    first, second, _ = (iri(claim.id) for claim in ferry_findings.collection.claims)
    article = graph.value(first, PROV.wasQuotedFrom)
    assert (article, rdflib.RDF.type, SCHEMA.NewsArticle) in graph
    assert str(graph.value(graph.value(article, PROV.hadPrimarySource), SCHEMA.name)) == "Coastal Wire"
    software = graph.value(graph.value(first, PROV.wasGeneratedBy), PROV.wasAssociatedWith)
    assert (software, rdflib.RDF.type, PROV.SoftwareAgent) in graph
    assert set(graph.objects(iri("d-reef"), PROV.wasDerivedFrom)) == {first, second}


def test_without_a_persons_verdict_there_is_no_review(ferry_findings):
    claim = ferry_findings.collection.claims[0].id
    for decisions in ((), (decision("d-reef", "confirm"),), (decision(claim, "wrong-words"),)):
        graph = read(ferry_findings, *decisions)
        assert not list(graph.subjects(rdflib.RDF.type, SCHEMA.ClaimReview))
        assert len(list(graph.subjects(rdflib.RDF.type, TERMS.Decision))) == len(decisions)


def test_a_persons_last_verdict_on_a_claim_is_a_review(ferry_findings):
    claim = ferry_findings.collection.claims[0]
    graph = read(
        ferry_findings,
        decision(claim.id, "rate", "unproven"),
        decision(claim.id, "rate", "false", at=2),
        decision(claim.id, "rate", "half true", by="Ole Brandt"),
    )
    found = {}
    for review in graph.subjects(rdflib.RDF.type, SCHEMA.ClaimReview):
        assert graph.value(review, SCHEMA.itemReviewed) == iri(claim.id)
        assert str(graph.value(review, SCHEMA.claimReviewed)) == claim.text
        by = str(graph.value(graph.value(review, SCHEMA.author), SCHEMA.name))
        rating = graph.value(review, SCHEMA.reviewRating)
        found[by] = str(graph.value(rating, SCHEMA.alternateName))
    assert found == {"Mara Holt": "false", "Ole Brandt": "half true"}


def test_every_thing_has_an_id_of_its_own_that_stays(ferry_findings):
    once, again = list(nodes(ferry_findings)), list(nodes(ferry_findings))
    ids = [node["@id"] for node in once]
    assert ids == [node["@id"] for node in again]
    assert len(ids) == len(set(ids))
    assert all(value not in (None, "", []) for node in once for value in node.values())


def test_hostile_words_stay_words(ferry_findings):
    first, *others = ferry_findings.collection.claims
    odd = first.model_copy(update={"text": '"}<script>\u202e</script> urn:x'})
    collection = ferry_findings.collection.model_copy(update={"claims": (odd, *others)})
    graph = read(ferry_findings.model_copy(update={"collection": collection}))
    assert str(graph.value(iri(odd.id), SCHEMA.text)) == odd.text


def test_nothing_found_is_a_document_too():
    graph = read(Findings(collection=Collection(), matching=Matching()))
    assert not list(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
