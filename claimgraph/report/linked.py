"""The findings as linked data: schema.org for claims and articles, PROV for where they come from.

Invariants
    - The vocabulary is named in line: reading the document asks nothing of the network.
    - An ``@id`` is made of the thing's own id, so the same thing has the same one in every export.
    - A ``ClaimReview`` stands only where a person gave a verdict on a claim in words of their own
      ("rate"). What a reviewer says of the machine's work is a decision, and no review.

PROV terms are those of the W3C recommendation PROV-O (2013).
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from claimgraph.model import Claim, Decision, Dispute, Findings, Source, Speaker, make_id
from claimgraph.report.lookup import Lookup
from claimgraph.report.statements import safe_url

Node = dict[str, Any]

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "cg": "urn:claimgraph:terms:",
    "prov": "http://www.w3.org/ns/prov#",
    **{
        term: {"@type": "@id"}
        for term in (
            "author", "appearance", "firstAppearance", "about", "itemReviewed",
            "cg:via", "cg:claim", "cg:toldWithin", "cg:speaksFor", "cg:decided",
            "prov:wasQuotedFrom", "prov:wasAttributedTo", "prov:wasGeneratedBy",
            "prov:wasDerivedFrom", "prov:wasAssociatedWith", "prov:used",
        )
    },
}  # fmt: skip
"""schema.org's words by default, ours under ``cg``; the properties that hold ids."""

RATING = "rate"
"""The one verdict on what is claimed; the others are on the machine's work, and say nothing of its truth."""

SOFTWARE = "urn:claimgraph:software"
EXTRACTION = "urn:claimgraph:activity:extraction"
MATCHING = "urn:claimgraph:activity:matching"

_SPEAKER_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "state": "Country",
    "group": "Organization",
    "publisher": "NewsMediaOrganization",
}


def nodes(findings: Findings, decisions: Iterable[Decision] = ()) -> Iterator[Node]:
    """Yield the nodes of the findings as one JSON-LD document has them, made one by one.

    Args:
        decisions: the reviewers' decisions that stand, oldest first.
    """
    lookup, given = Lookup(findings), tuple(decisions)
    yield from _makers()
    yield from map(_article, lookup.sources.values())
    yield from (_actor(speaker, lookup) for speaker in lookup.speakers.values())
    for subject in lookup.subjects.values():
        yield _known(_id=iri(subject.id), _type="Thing", name=subject.label)
    yield from (_claim(claim, lookup) for claim in lookup.claims.values())
    yield from (_dispute(dispute, lookup) for dispute in findings.matching.disputes)
    yield from map(_decision, given)
    yield from _reviews(given, lookup)


def iri(identity: str) -> str:
    """Return the ``@id`` of a thing of the findings."""
    return f"urn:claimgraph:{identity}"


def _known(**fields: Any) -> Node:
    """Return the fields that are known; "_" before a name stands for "@", "cg_" and "prov_" for prefixes."""
    named = {}
    for name, value in fields.items():
        if value not in (None, "", [], ()):
            prefix, _, rest = name.partition("_")
            known = {"": f"@{rest}", "cg": f"cg:{rest}", "prov": f"prov:{rest}"}
            named[known.get(prefix, name)] = value
    return named


def _makers() -> Iterator[Node]:
    """Yield the software, and the two activities it is responsible for."""
    yield _known(
        _id=SOFTWARE,
        _type=["SoftwareApplication", "prov:SoftwareAgent"],
        name="claimgraph",
        softwareVersion=version("claimgraph"),
    )
    for activity, name in ((EXTRACTION, "extraction of claims"), (MATCHING, "matching of claims")):
        yield _known(_id=activity, _type="prov:Activity", name=name, prov_wasAssociatedWith=SOFTWARE)


def _article(source: Source) -> Node:
    publisher = {"@type": "NewsMediaOrganization", "name": source.publisher} if source.publisher else None
    return _known(
        _id=iri(source.id),
        _type=["NewsArticle", "prov:Entity"],
        name=source.title or source.name,
        url=safe_url(source.url),
        datePublished=source.published.date,
        cg_datePublishedBasis=source.published.basis,
        publisher=publisher,
        creditText="; ".join(credit.name for credit in source.credits),
        cg_sha256=source.sha256,
        prov_hadPrimarySource=[
            {"@type": "prov:Entity", "name": credit.name} for credit in source.credits if credit.drawn_on
        ],
    )


def _actor(speaker: Speaker, lookup: Lookup) -> Node:
    principal = speaker.spokesperson_of
    return _known(
        _id=iri(speaker.id),
        _type=[_SPEAKER_TYPES[speaker.kind], "prov:Agent"],
        name=speaker.name,
        alternateName=[alias for alias in speaker.aliases if alias != speaker.name],
        description=speaker.role,
        cg_side=speaker.side,
        cg_speaksFor=iri(principal) if principal in lookup.speakers else None,
    )


def _claim(claim: Claim, lookup: Lookup) -> Node:
    source = iri(claim.source)
    speakers = [iri(speaker.id) for speaker in lookup.speakers_of(claim)]
    return _known(
        _id=iri(claim.id),
        _type=["Claim", "prov:Entity"],
        text=claim.text,
        author=speakers,
        appearance=[source],
        firstAppearance=source,
        about=iri(claim.subject) if claim.subject in lookup.subjects else None,
        cg_start=claim.start,
        cg_end=claim.end,
        cg_act=claim.act.value,
        cg_polarity=claim.polarity,
        cg_via=[iri(speaker.id) for speaker in lookup.via_of(claim)],
        cg_said=claim.said.date,
        cg_happened=claim.happened.date,
        cg_rule=claim.rule,
        cg_toldWithin=iri(claim.parent) if claim.parent in lookup.claims else None,
        prov_wasQuotedFrom=source,
        prov_wasAttributedTo=speakers,
        prov_wasGeneratedBy=EXTRACTION,
    )


def _dispute(dispute: Dispute, lookup: Lookup) -> Node:
    return _known(
        _id=iri(dispute.id),
        _type=["cg:Dispute", "prov:Entity"],
        cg_kind=dispute.kind,
        cg_state=dispute.state,
        cg_sides=[{"cg:claim": [iri(claim) for claim in side]} for side in dispute.sides],
        about=iri(dispute.subject) if dispute.subject in lookup.subjects else None,
        description="; ".join(reason.detail for reason in dispute.reasons),
        prov_wasDerivedFrom=[iri(claim) for side in dispute.sides for claim in side],
        prov_wasGeneratedBy=MATCHING,
    )


def _decision(decision: Decision) -> Node:
    return _known(
        _id=iri(decision.id),
        _type=["cg:Decision", "prov:Activity"],
        cg_decided=iri(decision.target),
        cg_verdict=decision.verdict,
        cg_value=decision.value,
        description=decision.why,
        prov_used=iri(decision.target),
        prov_endedAtTime=decision.at,
        prov_wasAssociatedWith=_reviewer(decision),
    )


def _reviews(decisions: Iterable[Decision], lookup: Lookup) -> Iterator[Node]:
    """Yield a review for the last verdict of each reviewer on a claim, in the reviewer's own words."""
    rated = (one for one in decisions if one.verdict == RATING)
    last = {(one.target, one.by): one for one in rated if one.target in lookup.claims}
    for decision in last.values():
        yield _known(
            _id=iri(decision.id) + ":review",
            _type="ClaimReview",
            claimReviewed=lookup.claims[decision.target].text,
            itemReviewed=iri(decision.target),
            author=_reviewer(decision),
            datePublished=decision.at,
            reviewRating={"@type": "Rating", "alternateName": decision.value},
            reviewBody=decision.why,
        )


def _reviewer(decision: Decision) -> Node:
    return {"@id": iri(make_id("h", decision.by)), "@type": ["Person", "prov:Agent"], "name": decision.by}
