"""Every claim is in one event of its article and on one subject; other days are other events."""

from collections import Counter

import pytest
from building import article, claim, count, deed, known_of, thing
from gathering import Gathered
from invented import whole

from claimgraph import ClaimGraph
from claimgraph.match.events import happenings, subjects
from claimgraph.match.stories import Stories
from claimgraph.model import Claim, Dated, Event, Source, Subject, subject_by_claim, subject_of


@pytest.fixture(scope="module", params=["data", "invented"])
def found(request: pytest.FixtureRequest) -> Gathered:
    if request.param == "invented":
        return whole()
    with ClaimGraph.open(db=request.getfixturevalue("sample").case) as tracker:
        return Gathered(tracker.collection(), tracker.match())


def test_every_claim_is_in_one_event_and_on_one_subject(found: Gathered) -> None:
    claims = Counter(claim.id for claim in found.collection.claims)
    assert Counter(claim for event in found.matching.events for claim in event.claims) == claims
    assert Counter(claim for subject in found.matching.subjects for claim in subject.claims) == claims


def test_an_event_is_of_one_article_and_on_one_subject(found: Gathered) -> None:
    by_claim = {one.id: one.source for one in found.collection.claims}
    for event in found.matching.events:
        assert {by_claim[claim] for claim in event.claims} == {event.source}
    events = Counter(event for subject in found.matching.subjects for event in subject.events)
    assert events == Counter(event.id for event in found.matching.events)


def test_a_subject_holds_the_claims_of_its_events_and_one_event_an_article(found: Gathered) -> None:
    events = {event.id: event for event in found.matching.events}
    for subject in found.matching.subjects:
        held = [events[one] for one in subject.events]
        assert set(subject.claims) == {claim for event in held for claim in event.claims}
        assert len({event.source for event in held}) == len(held)
        assert len(subject.about) <= 3


def test_a_label_holds_only_words_of_its_articles(found: Gathered) -> None:
    by_claim = {one.id: one.source for one in found.collection.claims}
    texts = {source.id: " ".join(source.text.split()) for source in found.collection.sources}
    for subject in found.matching.subjects:
        told = [texts[source] for source in {by_claim[claim] for claim in subject.claims}]
        assert subject.label.strip()
        for phrase in subject.label.removesuffix("…").split("; "):
            assert any(phrase in text for text in told), subject.label


def test_a_dispute_is_on_the_subject_of_one_of_its_claims(found: Gathered) -> None:
    subject = {claim: one.id for one in found.matching.subjects for claim in one.claims}
    for dispute in found.matching.disputes:
        counted = Counter(subject[claim] for side in dispute.sides for claim in side)
        assert counted[dispute.subject] == max(counted.values())


def test_stories_share_no_subject() -> None:
    found = whole()
    for subject in found.matching.subjects:
        assert len({found.story_of(claim) for claim in subject.claims}) == 1, subject.label


def test_what_one_story_tells_is_few_subjects() -> None:
    found = whole()
    assert len(found.matching.subjects) < len(found.collection.claims) / 3


def told(
    *articles: tuple[tuple[str, dict], ...], printed: str = "2031-05-06"
) -> tuple[Stories, list[Source], list[Claim]]:
    sources, claims = [], []
    for name, lines in zip("abcd", articles, strict=False):
        source = article(".\n\n".join(words for words, _ in lines) + ".", name, printed)
        sources.append(source)
        claims += [claim(source, words, **more) for words, more in lines]
    return known_of(sources, [], claims), sources, claims


def on(day: str, **more: object) -> dict:
    return {"happened": Dated(date=day, basis="named"), **more}


def events_of(known: Stories, source: Source) -> list[Event]:
    return [event for event in happenings(known) if event.source == source.id]


QUAKE = "a strong tremor shook the walls of Orrin"
AFTER = "a second tremor shook the walls of Orrin"


def test_one_day_is_one_event_and_two_days_are_two() -> None:
    for day, number in (("2031-05-05", 1), ("2031-05-04", 1), ("2031-05-01", 2), ("2019-05-05", 2)):
        known, (source,), _ = told(((QUAKE, on("2031-05-05")), (AFTER, on(day))))
        assert len(events_of(known, source)) == number, day


def test_what_goes_on_about_it_is_of_the_same_event() -> None:
    known, (source,), _ = told(
        ((QUAKE, on("2031-05-05")), ("walls cracked in Orrin in the tremor", {}), ("many slept outdoors", {}))
    )
    assert len(events_of(known, source)) == 1


def test_an_event_has_kind_days_places_names_and_order() -> None:
    killed = deed("kill", patient=thing("three weavers", "weaver"), place=thing("Orrin"))
    known, (source,), claims = told(
        (
            (
                f"{AFTER} and killed three weavers",
                on("2031-05-05", propositions=(killed,), quantities=(count(3),)),
            ),
            ("weavers of Orrin were killed", {"propositions": (killed,)}),
        )
    )
    (event,) = events_of(known, source)
    assert event.kind in {"kill", "killed"}
    assert event.days.date == "2031-05-05"
    assert event.places == ("orrin",)
    assert "orrin" in event.names
    assert event.heads == ("weaver",)
    assert event.ordinal == "second"
    assert not event.background
    assert event.claims == tuple(one.id for one in claims)
    assert event.id == Event.make_id(source.id, claims[0].id)


def test_what_was_long_before_is_background() -> None:
    known, (source,), _ = told(((QUAKE, on("2031-05-05")), ("the walls of Orrin fell", on("1987-03-01"))))
    assert [event.background for event in events_of(known, source)] == [False, True]


def test_an_article_that_says_nothing_known_has_an_event() -> None:
    known, (source,), _ = told((("it was so", {}),))
    (event,) = events_of(known, source)
    assert (event.kind, event.days, event.ordinal) == ("told", Dated(), None)


def pair(words: str, day: str) -> tuple[tuple[str, dict], ...]:
    return ((words, on(day)), (f"after {words} the bells rang", on(day)))


def test_events_of_two_articles_are_one_subject_when_days_and_words_fit() -> None:
    same = pair("a strong tremor shook the old walls of Orrin and its mill", "2031-05-05")
    other = pair("walls of the mill of Orrin shook in the strong tremor", "2031-05-05")
    known, sources, claims = told(same, other)
    (subject,) = subjects(events_in(known, sources), known)
    assert subject.claims == tuple(one.id for one in claims)
    assert subject.date == "2031-05-05"


@pytest.mark.parametrize("day", ["2031-04-20", "2019-05-05", "2031-05-02"])
def test_events_of_other_days_are_other_subjects(day: str) -> None:
    same = pair("a strong tremor shook the old walls of Orrin and its mill", "2031-05-05")
    other = pair("walls of the mill of Orrin shook in the strong tremor", day)
    known, sources, _ = told(same, other)
    assert len(subjects(events_in(known, sources), known)) == 2


def test_events_on_nothing_in_common_are_other_subjects() -> None:
    known, sources, _ = told(
        pair(QUAKE, "2031-05-05"), pair("a tailor won the chess cup in Ostrow", "2031-05-05")
    )
    assert len(subjects(events_in(known, sources), known)) == 2


def events_in(known: Stories, sources: list[Source]) -> list[Event]:
    held = {source.id for source in sources}
    return [event for event in happenings(known) if event.source in held]


def test_the_subject_of_a_dispute_is_that_of_most_of_its_claims() -> None:
    one, two = (
        Subject(id=name, label=name, claims=claims) for name, claims in (("t1", ("a", "b")), ("t2", ("c",)))
    )
    assert subject_of([["a", "b"], ["c"]], subject_by_claim([one, two])) == "t1"
    assert subject_of([["a"], ["c"]], subject_by_claim([two, one])) == "t1"
    assert subject_of([["x"]], subject_by_claim([one, two])) is None


def test_an_event_is_labelled_by_what_its_claims_share() -> None:
    """Not by what one of them alone holds, however rare its words."""
    loom = deed("break", patient=thing("the loom", "loom"))
    aside = deed("see", patient=thing("a heliotrope parasol", "parasol"))
    known, *_ = told(
        (
            ("the loom broke in the hall", {"propositions": (loom,)}),
            ("nobody was near the loom", {"propositions": (loom,)}),
            ("the loom was old and a heliotrope parasol was seen", {"propositions": (loom, aside)}),
        )
    )
    (subject,) = subjects(happenings(known), known)
    assert subject.label == "loom"


@pytest.mark.parametrize(
    ("text", "head"), [("no more than 90 crowns", "90"), ("3 million", "million"), ("no repair", "repair")]
)
def test_no_label_loses_a_bound_or_a_negation(text: str, head: str) -> None:
    cost = deed("cost", agent=thing("the loom", "loom"), patient=thing(text, head))
    known, *_ = told(
        (("the loom cost much", {"propositions": (cost,)}), ("it cost too much", {"propositions": (cost,)}))
    )
    (subject,) = subjects(happenings(known), known)
    assert subject.label == "loom"
