"""Statements of a Markdown text as its reader sees them: without the signs that only dress it.

Only what a page or a printed report shows is undressed; tables, exports and the JSON report quote the file as
it stands.
"""

from claimgraph.model import Claim, Findings


def undressed(findings: Findings) -> Findings:
    """Return findings whose texts have a word joiner for every sign of markup; every position stays."""
    texts = {one.id: one.unmarked for one in findings.collection.sources if one.markup}
    if not texts:
        return findings

    def bare(claim: Claim) -> Claim:
        text = texts.get(claim.source)
        return claim if text is None else claim.model_copy(update={"text": text[claim.start : claim.end]})

    collection = findings.collection
    sources = tuple(
        one.model_copy(update={"text": texts[one.id], "markup": ()}) if one.id in texts else one
        for one in collection.sources
    )
    claims = tuple(map(bare, collection.claims))
    return findings.model_copy(
        update={"collection": collection.model_copy(update={"sources": sources, "claims": claims})}
    )
