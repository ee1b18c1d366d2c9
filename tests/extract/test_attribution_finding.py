"""Spans alone are those that claims have, however long the source."""

import hashlib

from claimgraph.extract import extract, portions
from claimgraph.extract.attribution import finding
from claimgraph.extract.attribution.finding import Spans, statements
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.model import Source
from claimgraph.read.blocks import read_blocks

ARTICLE = """Ferry inquiry opens

The harbour master, Lena Ortiz, said that the ferry had left late and that its ramp was open. “We warned them
twice,” she added, “and nobody listened.”

The ferry company denied that the ramp had been open. Prosecutors accused two engineers of hiding a report.

Nine people were injured. According to the coastguard, the sea was calm."""

FERRIES = ("Heron", "Avocet", "Plover", "Curlew")
LONG = "\n\n".join(
    ARTICLE.replace("The ferry", name)
    .replace("the ferry", f"the {name}")
    .replace("twice", f"on the {name}")
    .replace("the sea", f"the sea around the {name}")
    .replace("two engineers", f"engineers of the {name}")
    for name in FERRIES
)
"""Articles that differ: what a page repeats is not read again."""


def source_of(text: str) -> Source:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Source(
        id=Source.make_id("ferry.txt", sha256),
        name="ferry.txt",
        path="ferry.txt",
        sha256=sha256,
        text=text,
        blocks=read_blocks(text),
    )


def of_claims(source: Source) -> set[tuple]:
    """The distinct spans of each statement's claims."""
    by_statement: dict[str, list] = {}
    for claim in extract(source).claims:
        if claim.cue is not None:
            by_statement.setdefault(claim.statement, []).append(claim)
    return {
        distinct(
            Spans(
                tuple(claim.mention for claim in claims if claim.mention),
                tuple(claim.cue for claim in claims),
                tuple(span for claim in claims for span in claim.content),
            )
        )
        for claims in by_statement.values()
    }


def distinct(spans: Spans) -> tuple:
    return tuple(tuple(sorted(set(part))) for part in (spans.source, spans.cue, spans.content))


def test_spans_are_those_of_the_claims():
    source = source_of(ARTICLE)
    found = [distinct(one) for one in finding.attributed(source)]
    assert len(found) >= 4
    assert len(found) == len(set(found))
    assert set(found) == of_claims(source)


def test_spans_of_portions_are_those_of_the_claims(monkeypatch):
    monkeypatch.setattr(portions, "LONGEST", 700)
    source = source_of(LONG)
    assert len(list(portions.portions(source))) > 2
    found = [distinct(one) for one in finding.attributed(source)]
    assert len(found) >= 16
    assert set(found) == of_claims(source)


def test_a_portion_is_answered_for_before_the_next_is_read(monkeypatch):
    monkeypatch.setattr(portions, "LONGEST", 700)
    read: list[str] = []
    monkeypatch.setattr(finding, "parse", lambda portion: (read.append(portion.id), parse(portion))[1])
    found = finding.attributed(source_of(LONG))
    next(found)
    assert len(read) == 1


def test_what_the_article_says_itself_is_nobodys():
    source = source_of(ARTICLE)
    (start,) = [source.text.index("Nine people")]
    spans = [span for one in finding.attributed(source) for span in one.content]
    assert spans
    assert not any(low <= start < high for low, high in spans)


def test_a_statement_found_twice_is_one():
    source = source_of("Lena Ortiz said the ferry had left late.")
    article = parse(source)
    end = source.text.index(" said")
    one = Attribution(((0, end),), ((end + 1, end + 5),), ((end + 6, len(source.text) - 1),), "say", "a rule")
    other = Attribution(((0, 4),), one.cue, one.content, "say", "another rule")
    (found,) = statements(article, [one, other])
    assert found == Spans(((0, 4),), one.cue, one.content)


def test_an_attribution_without_a_cue_is_not_told():
    article = parse(source_of("Nine people were injured."))
    assert list(statements(article, [Attribution((), (), ((0, 24),), "", "own voice")])) == []
