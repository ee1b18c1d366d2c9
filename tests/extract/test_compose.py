"""The stages in order: what one article yields as a whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.extract import extract
from claimgraph.model import Act, Block, Extraction, Source


def _extract(text: str) -> Extraction:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=start, end=start + len(line), kind="body"))
        start += len(line) + 1
    source = Source(id="s", name="a.txt", path="a.txt", sha256="a", text=text, blocks=tuple(blocks))
    return extract(source)


def _names(found: Extraction, ids: tuple[str, ...]) -> list[str]:
    known = {one.id: one.name for one in found.speakers}
    return [known[one] for one in ids]


def test_a_statement_that_came_through_others_names_them_nearest_first():
    found = _extract(
        "Mayor Ana Cruz urged the two unions to return to work, city spokesman Leo Park was quoted as saying "
        "by the Coastal Wire news agency."
    )
    (urged,) = [claim for claim in found.claims if claim.act is Act.DEMAND]
    assert _names(found, urged.speakers) == ["Ana Cruz"]
    assert _names(found, urged.via)[0] == "Leo Park"
    assert len(urged.via) == 2


def test_each_other_makes_a_claim_a_side_over_the_same_words():
    found = _extract("Norway and Sweden accused each other of breaking the fishing treaty.")
    both = [claim for claim in found.claims if claim.rule.endswith("; each other")]
    assert [(claim.text, claim.act) for claim in both] == [(both[0].text, Act.ACCUSE)] * 2
    assert {(_names(found, claim.speakers)[0], claim.target) for claim in both} == {
        ("Norway", "sweden"),
        ("Sweden", "norway"),
    }


def test_a_denial_of_anothers_words_spans_its_own_words_too():
    found = _extract("Lawyers said the bank hid losses, a claim that Corvin Bank has denied.")
    (denial,) = [claim for claim in found.claims if claim.act is Act.DENY]
    assert denial.text.endswith("Corvin Bank has denied")
    assert denial.content != ((denial.start, denial.end),)


def test_a_side_counts_its_own_when_it_says_its():
    found = _extract("Kenya's army said 14 of its soldiers were killed.")
    (figure,) = [quantity for claim in found.claims for quantity in claim.quantities]
    assert (figure.own, figure.of_side) == (True, "kenya")


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_claim_is_the_text_under_its_span(text):
    for claim in _extract(text).claims:
        assert text[claim.start : claim.end] == claim.text
        assert all(0 <= start < end <= len(text) for start, end in claim.content)
