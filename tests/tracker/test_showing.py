"""What a notebook shows reads as plain text too, and no article's words become markup."""

from html.parser import HTMLParser

import pytest

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.graph import build, provenance
from claimgraph.graph.drawing import draw
from claimgraph.model import Collection, Findings, Matching, Step
from claimgraph.tracker.showing import Drawing, Explanation, Summary

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script> \u202edesrever & “so”"


class Tags(HTMLParser):
    """Collects the tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def hostile(findings: Findings) -> Findings:
    """Return the findings with hostile words in a claim, a speaker's name and an article's title."""
    first, *others = findings.collection.claims
    line, *speakers = findings.collection.speakers
    source = findings.collection.sources[0]
    collection = findings.collection.model_copy(
        update={
            "claims": (first.model_copy(update={"text": HOSTILE}), *others),
            "speakers": (line.model_copy(update={"name": HOSTILE, "role": HOSTILE}), *speakers),
            "sources": (source.model_copy(update={"title": HOSTILE, "publisher": HOSTILE}),),
        }
    )
    return findings.model_copy(update={"collection": collection})


def explanation(findings: Findings, a: int, b: int) -> Explanation:
    claims = findings.collection.claims
    steps = (
        Step(name="when", passed=False, detail="Was it on the same days? other days (-0.20)"),
        Step(
            name="denied",
            passed=a == 0 and b == 1,
            detail="2 of 3 claims it may answer",
            spans=((claims[a].id, 10, 20), ("c-gone", 0, 1)),
        ),
        Step(name="other count", passed=None, detail="no figures"),
    )
    return Explanation(claims[a].id, claims[b].id, steps, findings)


def test_a_summary_counts_what_there_is_and_names_what_was_refused(ferry_findings):
    summary = Summary.of(ferry_findings, [InputRefusedError("odd.pdf", "it has no text", "scan it again")])
    assert summary.line() == "<ClaimGraph 1 source, 3 claims, 1 dispute>"
    for expected in (
        "claims: 3",
        "disputes: 1 (1 denial)",
        "claims flagged as unverified: 1",
        "published: 2031-03-05 to 2031-03-05",
        "not read: odd.pdf: it has no text; scan it again",
    ):
        assert expected in str(summary)
    shown = Tags(summary._repr_html_())
    assert "1 (1 denial)" in shown.text
    assert "odd.pdf" in shown.text


def test_a_summary_of_nothing_says_so():
    summary = Summary.of(Findings(collection=Collection(), matching=Matching()), ())
    assert "claims: 0" in str(summary)
    assert "no known date" in str(summary)
    assert "no known date" in summary._repr_html_()


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (0, 1, "They stand on different sides of a dispute: the union denies it."),
        (1, 0, "They stand on different sides of a dispute: the union denies it."),
        (0, 2, "They are not a dispute: 2 of 3 claims it may answer."),
    ],
)
def test_an_explanation_says_whether_and_why(ferry_findings, a, b, verdict):
    found = explanation(ferry_findings, a, b)
    assert found.verdict == verdict
    assert verdict in str(found)
    assert verdict in Tags(found._repr_html_()).text
    assert "Northlight Lines" in str(found)


def test_an_explanation_is_the_sequence_of_its_steps(ferry_findings):
    found = explanation(ferry_findings, 0, 1)
    assert [step.name for step in found] == ["when", "denied", "other count"]
    assert found[1].detail == "2 of 3 claims it may answer"
    assert len(found[:2]) == 2


def test_an_explanation_quotes_the_words_that_fired(ferry_findings):
    words = " ".join(ferry_findings.collection.sources[0].text[10:20].split())
    assert words in Tags(explanation(ferry_findings, 0, 1)._repr_html_()).text


def test_provenance_marks_the_claimed_words_in_their_sentence(ferry_findings):
    claim = ferry_findings.collection.claims[0]
    html = provenance(ferry_findings, claim.id)._repr_html_()
    assert f"<mark>{claim.text}</mark>" in html
    for expected in ("Northlight Lines", "2031-03-05", "dateline", "Coastal Wire", "In dispute with"):
        assert expected in html
    assert str(provenance(ferry_findings, claim.id)) == provenance(ferry_findings, claim.id).as_text()


@pytest.mark.parametrize("shown", ["provenance", "other provenance", "explanation"])
def test_hostile_words_stay_words(ferry_findings, shown):
    findings = hostile(ferry_findings)
    first, second, _ = findings.collection.claims
    made = {
        "provenance": lambda: provenance(findings, first.id),
        "other provenance": lambda: provenance(findings, second.id),
        "explanation": lambda: explanation(findings, 0, 1),
    }[shown]()
    found = Tags(made._repr_html_())
    assert not {"script", "img", "a"} & set(found.tags)
    assert not any(name.startswith("on") for name in found.attributes)
    assert "<img src=x onerror=alert(1)>" in found.text
    for text in (found.text, str(made)):
        assert "\u202e" not in text
        assert "[U+202E]" in text


def test_a_drawing_is_saved_whole_or_refused_in_one_line(ferry_findings, tmp_path):
    drawing = Drawing(draw(build(ferry_findings)))
    place = drawing.save(tmp_path / "drawing.html")
    assert place.read_text(encoding="utf-8") == drawing.html
    assert "Drawn: 1 dispute" in str(drawing)
    with pytest.raises(ClaimgraphError, match="does not exist; make it first"):
        drawing.save(tmp_path / "nowhere" / "drawing.html")
