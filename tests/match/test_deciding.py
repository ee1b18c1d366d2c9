"""The one loop that decides, and the order of work around it: near misses, changes."""

from building import article, claim, collection_of, count, deed, denies, known_of, speaker, thing
from invented import whole

from claimgraph.match import match
from claimgraph.match.deciding import Change, Finding, Miss, decide, on
from claimgraph.match.kinds import TABLE
from claimgraph.match.run import MAX_NEAR_MISSES
from claimgraph.model import Act, Collection, Dated, Matching

ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Sand", kind="person")
TOLL = "villagers were killed when the mudslide reached the school at Orrin"


def tolls(first: float, second: float, days: tuple[str, str], **more: object) -> Collection:
    sources = [article(TOLL, name, day) for name, day in zip("ab", days, strict=False)]
    claims = [
        claim(source, TOLL, who, quantities=(count(number, of="villagers"),), **more)
        for source, who, number in zip(sources, (ODA, IVO), (first, second), strict=False)
    ]
    return collection_of(sources, [ODA, IVO], claims)


def test_an_empty_collection_has_nothing() -> None:
    assert match(Collection()) == Matching()


def test_an_article_without_claims_has_nothing() -> None:
    assert match(collection_of([article("nobody spoke")], [], [])) == Matching()


def test_a_figure_that_grew_is_an_update_and_no_dispute() -> None:
    found = match(tolls(3, 9, ("2031-05-02", "2031-05-04")))
    assert found.disputes == ()
    (one,) = found.updates
    assert [len(side) for side in one.sides] == [1, 1]
    assert one.subject in {subject.id for subject in found.subjects}


def test_two_figures_of_one_day_are_a_dispute_and_no_update() -> None:
    found = match(tolls(3, 9, ("2031-05-02", "2031-05-02")))
    assert [one.kind for one in found.disputes] == ["figures"]
    assert found.updates == ()


def test_a_pair_that_a_field_stopped_is_a_near_miss_with_its_name() -> None:
    held = tolls(3, 9, ("2031-05-02", "2031-05-02"))
    later = [
        one.model_copy(update={"happened": Dated(date=day)})
        for one, day in zip(held.claims, ("2031-05-01", "2031-04-02"), strict=False)
    ]
    found = match(held.model_copy(update={"claims": (*later, *held.claims[2:])}))
    assert found.disputes == ()
    assert [one.gate for one in found.near_misses] == ["when"]


def test_a_pair_that_is_found_in_another_way_is_no_near_miss() -> None:
    found = whole().matching
    opposed = {
        frozenset((a, b))
        for one in found.disputes
        for x in one.sides
        for y in one.sides
        if x is not y
        for a in x
        for b in y
    }
    missed = [frozenset((one.a, one.b)) for one in found.near_misses]
    assert len(missed) == len(set(missed)) <= MAX_NEAR_MISSES
    assert not set(missed) & opposed
    assert all(one.gate and one.detail for one in found.near_misses)


def test_every_outcome_is_of_known_claims_and_of_two() -> None:
    source = article("the gate was open.\n\nthe gate was shut.\n\nthe accusation")
    told = [deed("open", value=value, patient=thing("the gate")) for value in ("open", "closed")]
    claims = [
        claim(source, "the gate was open", ODA, propositions=told[:1]),
        claim(source, "the gate was shut", IVO, propositions=told[1:]),
        claim(source, "the accusation", IVO, act=Act.DENY, pointer=denies(bare=True)),
    ]
    known = known_of([source], [ODA, IVO], claims)
    outcomes = list(decide(known))
    assert outcomes
    for one in outcomes:
        assert isinstance(one, Finding | Change | Miss)
        assert one.a != one.b
        assert {one.a, one.b} <= {claim.id for claim in claims}


def test_every_reason_names_a_row_or_what_stands_for_one() -> None:
    rules = {row.name for row in TABLE} | {"denied", "taken back"}
    found = whole()
    texts = {source.id: source.text for source in found.collection.sources}
    for dispute in found.matching.disputes:
        for reason in dispute.reasons:
            assert reason.rule in rules
            assert reason.spans
            for one, start, end in reason.spans:
                assert texts[found.claims[one].source][start:end].strip()


def test_a_span_of_a_reason_is_the_claim_or_some_words_of_it() -> None:
    source = article("the gate was open")
    one = claim(source, "gate was open", ODA)
    assert on(one) == (one.id, 4, 17)
    assert on(one, (4, 8)) == (one.id, 4, 8)


def test_the_kinds_of_the_table_are_disputed_only_among_what_can_be_true_or_false() -> None:
    for act in (Act.DEMAND, Act.PROMISE, Act.PREDICT, Act.EVALUATE):
        found = match(tolls(3, 9, ("2031-05-02", "2031-05-02"), act=act))
        assert found.disputes == ()
