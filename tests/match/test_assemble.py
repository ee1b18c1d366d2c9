"""Findings become disputes: one a question, a pair in one only, whatever else is read beside."""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from building import article, claim, collection_of, count, denies, known_of, speaker
from gathering import Gathered, gathered, opened
from invented import FERRY, MILL, STORIES, whole

from claimgraph.match import match
from claimgraph.match.assemble import STRENGTH, assemble, updates
from claimgraph.match.deciding import Change, Finding, decide
from claimgraph.match.figures import Figure, figures
from claimgraph.match.identity import Identity
from claimgraph.match.stories import Stories
from claimgraph.model import Act, Claim, Collection, Dated, Dispute, DisputeKind, Reason, Update

GUILD, LARKIN, ODA = speaker("Cooks Guild"), speaker("Larkin Foods"), speaker("Oda Pell", kind="person")
LINES = (
    "Larkin Foods hid mould in the cannery at Stave",
    "Larkin Foods sold mould in tins from the cannery",
    "no mould was ever hidden in the cannery",
    "the cannery never sold mould in tins",
    "inspectors looked for mould in the cannery",
)


def found(
    kind: DisputeKind,
    a: Claim,
    b: Claim,
    question: str = "one",
    score: float = 0.6,
    rule: str | None = None,
    **more: object,
) -> Finding:
    rule = rule or ("denied" if kind == "denial" else "told")
    reason = Reason(rule=rule, detail=f"{a.text} against {b.text}")
    return Finding(kind, a.id, b.id, question, Identity(score, ()), reason, **more)


@cache
def five() -> tuple[Claim, ...]:
    source = article(".\n\n".join(LINES))
    return tuple(
        claim(source, line, who)
        for line, who in zip(LINES, (GUILD, GUILD, LARKIN, LARKIN, ODA), strict=False)
    )


def put(*findings: Finding) -> tuple[Dispute, ...]:
    source = article(".\n\n".join(LINES))
    return assemble(findings, known_of([source], [GUILD, LARKIN, ODA], five()))


def sides(disputes: tuple[Dispute, ...]) -> list[list[set[str]]]:
    words = {one.id: one.text for one in five()}
    return [[{words[claim] for claim in side} for side in one.sides] for one in disputes]


def test_nothing_found_is_no_dispute() -> None:
    assert put() == ()


def test_a_pair_found_twice_is_one_dispute_of_the_more_explicit_kind() -> None:
    a, _, b, *_ = five()
    for weak, strong in combinations(sorted(STRENGTH, key=STRENGTH.__getitem__), 2):
        (one,) = put(found(weak, a, b, "one", 0.9), found(strong, b, a, "two", 0.3))
        assert one.kind == strong


def test_all_that_one_denial_answers_is_one_dispute() -> None:
    a, more, b, *_ = five()
    assert sides(put(found("denial", a, b), found("denial", more, b))) == [[{a.text, more.text}, {b.text}]]


def test_who_denies_one_thing_twice_has_one_dispute_and_two_deniers_have_two() -> None:
    a, _, b, again, other = five()
    assert len(put(found("denial", a, b), found("denial", a, again))) == 1
    assert len(put(found("denial", a, b), found("denial", a, other))) == 2


def test_what_one_voice_denies_and_disputes_of_one_claim_is_one_denial() -> None:
    a, _, b, again, other = five()
    disputed = found("contradiction", a, again, "two", 0.9, rule="denied")
    (one,) = put(found("denial", a, b, "one", 0.4), disputed)
    assert one.kind == "denial"
    assert sides((one,)) == [[{a.text}, {b.text, again.text}]]
    assert len(put(found("contradiction", a, other, "two", 0.9, rule="denied"), disputed)) == 2


def test_contradictions_on_two_questions_are_two() -> None:
    a, more, b, again, _ = five()
    assert len(put(found("contradiction", a, b, "open"), found("contradiction", a, again, "damage"))) == 2
    assert len(put(found("contradiction", a, b, "open"), found("contradiction", a, again, "open"))) == 1
    assert len(put(found("contradiction", a, b, "open"), found("contradiction", more, again, "open"))) == 2


def test_a_finding_that_joins_two_disputes_makes_one_of_them() -> None:
    a, more, b, again, _ = five()
    findings = [
        found("contradiction", *pair, "open", 0.9 - n / 10)
        for n, pair in enumerate(((a, b), (more, again), (a, again)))
    ]
    assert sides(put(*findings)) == [[{a.text, more.text}, {b.text, again.text}]]


def test_no_claim_stands_on_two_sides() -> None:
    a, more, b, *_ = five()
    for one in put(found("contradiction", a, b, "open"), found("contradiction", b, more, "open")):
        for first, second in combinations(one.sides, 2):
            assert not set(first) & set(second)


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_findings_does_not_matter(turned: bool) -> None:
    a, more, b, again, other = five()
    findings = [
        found("denial", a, b),
        found("denial", more, again, score=0.5),
        found("contradiction", a, other, "open", 0.4),
        found("contradiction", other, more, "open", 0.45),
    ]
    assert put(*(findings[::-1] if turned else findings)) == put(*findings)


def test_the_surest_of_the_most_explicit_comes_first() -> None:
    a, more, b, again, other = five()
    kinds = [
        one.kind
        for one in put(
            found("mutual_accusation", a, other, "x", 0.9),
            found("figures", more, other, "y", 0.9),
            found("denial", a, b, "z", 0.3),
        )
    ]
    assert kinds == ["denial", "figures", "mutual_accusation"]
    first, second = put(found("denial", a, b, score=0.4), found("denial", more, again, score=0.8))
    assert first.score > second.score


def figured(*numbers: tuple[str, float, str]) -> tuple[Collection, list[Claim]]:
    """Return an article a line: words, number and what befell them, all on one mudslide at Orrin."""
    sources = [
        article(f"{words} after the mudslide at Orrin on the eastern slope", f"f{n}")
        for n, (words, *_) in enumerate(numbers)
    ]
    claims = [
        claim(
            source,
            source.text,
            ODA if n % 2 else GUILD,
            quantities=(count(number, event=event, of="villagers"),),
        )
        for n, (source, (_, number, event)) in enumerate(zip(sources, numbers, strict=False))
    ]
    return collection_of(sources, [GUILD, ODA], claims), claims


def test_figures_have_a_side_a_value() -> None:
    collection, claims = figured(
        ("villagers died", 3, "killed"),
        ("villagers lost their lives", 9, "killed"),
        ("villagers were dead", 3, "killed"),
    )
    (one,) = [dispute for dispute in match(collection).disputes if dispute.kind == "figures"]
    assert {frozenset(side) for side in one.sides} == {
        frozenset({claims[0].id, claims[2].id}),
        frozenset({claims[1].id}),
    }


def test_whoever_repeats_a_figure_joins_its_side() -> None:
    collection, claims = figured(
        ("villagers died", 3, "killed"),
        ("villagers lost their lives", 9, "killed"),
        ("villagers were dead", 9, "killed"),
    )
    known = known_of(collection.sources, [GUILD, ODA], collection.claims)
    given = [figures(known.context.nodes[one.id])[0] for one in claims]
    (one,) = assemble([found("figures", claims[0], claims[1], "figure", figures=(given[0], given[1]))], known)
    assert [set(side) for side in one.sides] == [{claims[0].id}, {claims[1].id, claims[2].id}]


def test_copies_printed_in_another_article_stand_beside_their_original() -> None:
    lines = (LINES[0], LINES[2], LINES[0])
    sources = [article(f"{lines[0]}.\n\n{lines[1]}."), article(f"{lines[2]}.", "b")]
    claims = [
        claim(sources[0], lines[0], GUILD, act=Act.ACCUSE),
        claim(sources[0], lines[1], LARKIN, act=Act.DENY, pointer=denies()),
        claim(sources[1], lines[2], GUILD, act=Act.ACCUSE),
    ]
    for copy, gathers in (
        (claims[2], True),
        (claim(sources[1], lines[2], ODA, act=Act.ACCUSE), False),
        (claim(sources[1], lines[2], GUILD, act=Act.ESTIMATE), False),
        (claim(sources[1], lines[2], None, act=Act.ACCUSE), False),
    ):
        known = known_of(sources, [GUILD, LARKIN, ODA], [*claims[:2], copy])
        (one,) = assemble([found("denial", claims[0], claims[1])], known)
        assert (copy.id in one.sides[0]) is gathers


def test_origins_are_counted_side_by_side() -> None:
    a, more, b, *_ = five()
    (one,) = put(found("denial", a, b), found("denial", more, b))
    assert one.origins == (1, 1)


# Figures that changed with time.


def toll(*numbers: float, said: tuple[str, ...] = ()) -> tuple[Stories, list[Claim]]:
    """Return an article a day with a number each."""
    sources = [
        article(f"so many died: {n}", f"d{day}", f"2031-05-{day + 1:02}") for day, n in enumerate(numbers)
    ]
    claims = [
        claim(
            source,
            source.text,
            ODA,
            quantities=(count(n),),
            **({"said": Dated(date=said[day])} if said else {}),
        )
        for day, (source, n) in enumerate(zip(sources, numbers, strict=False))
    ]
    return known_of(sources, [ODA], claims), claims


def figure(known: Stories, one: Claim) -> Figure:
    return figures(known.context.nodes[one.id])[0]


def change(known: Stories, before: Claim, after: Claim, question: str = "killed") -> Change:
    detail = f"{before.text} against {after.text}"
    return Change(
        figure(known, before), figure(known, after), question, Reason(rule="other count", detail=detail)
    )


def stages(
    known: Stories, *changes: Change, disputes: tuple[Dispute, ...] = ()
) -> list[tuple[tuple[str, ...], ...]]:
    found: tuple[Update, ...] = updates(changes, disputes, known.context)
    return [one.sides for one in found]


def test_nothing_changed_is_no_update() -> None:
    known, _ = toll(3)
    assert stages(known) == []


def test_stages_stand_in_the_order_of_days() -> None:
    known, (a, b, c) = toll(3, 9, 14)
    assert stages(known, change(known, b, c), change(known, a, c)) == [((a.id,), (b.id,), (c.id,))]


def test_what_was_said_earlier_is_an_earlier_stage_whenever_it_was_printed() -> None:
    known, (a, b) = toll(9, 3, said=("2031-04-30", "2031-04-20"))
    assert stages(known, change(known, b, a)) == [((b.id,), (a.id,))]


def test_one_value_is_one_stage() -> None:
    known, (a, b, c) = toll(3, 9, 9)
    assert stages(known, change(known, a, b), change(known, a, c)) == [((a.id,), (b.id, c.id))]


def test_what_has_no_claim_in_common_or_is_of_another_question_is_another_update() -> None:
    known, (a, b, c, d) = toll(3, 9, 14, 20)
    assert len(stages(known, change(known, a, b), change(known, c, d))) == 2
    assert len(stages(known, change(known, a, b), change(known, b, c, "injured"))) == 2


def test_a_pair_in_a_dispute_of_figures_stays_there() -> None:
    known, (a, b, c) = toll(3, 9, 14)
    figures_, denial = (
        Dispute(id="d", kind=kind, subject=None, sides=((a.id,), (b.id,))) for kind in ("figures", "denial")
    )
    assert stages(known, change(known, a, b), disputes=(figures_,)) == []
    assert stages(known, change(known, a, b), change(known, b, c), disputes=(figures_,)) == [
        ((b.id,), (c.id,))
    ]
    assert len(stages(known, change(known, a, b), disputes=(denial,))) == 1


def test_an_update_has_its_reasons_and_the_same_id_every_time() -> None:
    known, (a, b, c) = toll(3, 9, 14)
    first, second = (updates((change(known, a, b), change(known, b, c)), (), known.context) for _ in range(2))
    assert first == second
    assert len(first[0].reasons) == 2
    assert first[0].id.startswith("u")


# Whole stories, read from text.


def told(found: Gathered) -> list[tuple[str, frozenset[frozenset[str]]]]:
    """Return every dispute by its kind and the words on its sides."""
    words = {claim.id: claim.text for claim in found.collection.claims}
    return [
        (one.kind, frozenset(frozenset(words[claim] for claim in side) for side in one.sides))
        for one in found.matching.disputes
    ]


def ids(found: Gathered) -> set[str]:
    return {one.id for one in found.matching.disputes}


def pairs(disputes: tuple[Dispute, ...]) -> list[frozenset[str]]:
    return [
        frozenset((a, b))
        for one in disputes
        for first, second in combinations(one.sides, 2)
        for a in first
        for b in second
    ]


def test_a_pair_of_claims_stands_in_one_dispute() -> None:
    held = pairs(whole(*STORIES).matching.disputes)
    assert len(held) == len(set(held))


def test_every_side_holds_known_claims_each_once() -> None:
    found = whole(*STORIES)
    for one in found.matching.disputes:
        claims = [claim for side in one.sides for claim in side]
        assert len(one.sides) >= 2
        assert all(one.sides)
        assert len(claims) == len(set(claims))
        assert set(claims) <= set(found.claims)
        assert len(one.origins) == len(one.sides)
        assert one.reasons
        assert 0 < one.score <= 1


CHESS = """Chess cup goes to Ostrow

OSTROW, May 9, 2031 (Board Review) - The chess cup went to a tailor from Ostrow on Friday.

The tailor, Pavel Nemec, said the rook ending had taken nine hours. The organisers said the prize was a silver bowl.

A clockmaker, Hana Dvorak, said the hall was cold. The next cup will be played in autumn.
"""
ALIKE = "\n\n".join(
    [
        "Relatives remember the Corvane",
        "LISK, March 9, 2031 (Pier Weekly) - Relatives of those who sailed on the ferry Corvane met in Lisk.",
    ]
    + [
        f"A relative, {name} {family}, said the ferry Corvane sank off Lisk after striking the reef."
        for name in ("Ada", "Bea", "Cleo", "Dora", "Edna", "Fay", "Gwen", "Hope", "Ines", "June")
        for family in ("Arl", "Brook", "Crane", "Dell", "Elm", "Frost", "Grove", "Hale", "Ives", "Jute")
    ]
)


@pytest.mark.parametrize("story", STORIES)
def test_an_article_on_something_else_hides_no_dispute(story: str) -> None:
    beside = gathered({**STORIES[story].articles, "chess.txt": CHESS})
    assert ids(whole(story)) <= ids(beside)
    assert set(told(whole(story))) <= set(told(beside))


@pytest.mark.parametrize("story", STORIES)
def test_another_story_hides_no_dispute(story: str) -> None:
    other = next(name for name in reversed(STORIES) if name != story)
    assert set(told(whole(story))) | set(told(whole(other))) <= set(told(whole(story, other)))


def test_an_article_on_something_else_makes_no_dispute() -> None:
    for story in STORIES:
        assert set(told(gathered({**STORIES[story].articles, "chess.txt": CHESS}))) <= set(told(whole(story)))


def test_a_score_is_nearly_the_same_in_a_larger_collection() -> None:
    alone, beside = (
        {one.id: one.score for one in whole(*names).matching.disputes} for names in (("ferry",), STORIES)
    )
    for one, score in alone.items():
        assert beside[one] == pytest.approx(score, abs=0.05)


def test_a_hundred_alike_statements_in_one_added_article_hide_no_dispute() -> None:
    alone = whole("ferry")
    crowded = gathered({**FERRY.articles, "ferry_4.txt": ALIKE})
    assert sum("striking the reef" in claim.text for claim in crowded.collection.claims) >= 90
    lost = [
        (kind, sides)
        for kind, sides in told(alone)
        if not any(
            kind == other and all(any(side <= more for more in others) for side in sides)
            for other, others in told(crowded)
        )
    ]
    assert lost == []


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in (*FERRY.articles, *MILL.articles)]
    for path in paths:
        path.write_text((FERRY.articles | MILL.articles)[path.name], encoding="utf-8")
    first, second = opened(paths), opened(paths[::-1])
    assert first.matching == second.matching == opened(tmp_path).matching


def turned(found: Collection) -> Collection:
    """Return a collection with everything the other way round."""
    return found.model_copy(
        update={
            "sources": found.sources[::-1],
            "claims": found.claims[::-1],
            "speakers": found.speakers[::-1],
        }
    )


def test_the_order_of_sources_moves_no_claim_to_another_side() -> None:
    found = whole("ferry", "mill")
    assert set(told(found)) == set(told(Gathered(found.collection, match(turned(found.collection)))))


def test_the_order_of_sources_makes_no_other_ids() -> None:
    found = whole("ferry").collection
    assert {one.id for one in match(found).disputes} == {one.id for one in match(turned(found)).disputes}


def test_ids_are_the_same_in_every_run() -> None:
    again = gathered(MILL.articles)
    assert json.dumps(again.matching.model_dump(mode="json")) == json.dumps(
        whole("mill").matching.model_dump(mode="json")
    )


@pytest.mark.parametrize("who", [(), ("p-1",)], ids=["nobody is known", "one voice for both"])
def test_mutual_blame_whose_parties_are_not_told_apart_still_has_two_sides(who: tuple[str, ...]) -> None:
    source = article("they accused each other of theft")
    halves = [
        claim(
            source,
            "each other of theft",
            cue=(0, 1),
            speakers=who,
            act=Act.ACCUSE,
            rule=f"tagger {half}; each other",
        )
        for half in ("one", "two")
    ]
    known = known_of([source], [], halves)
    (found,) = assemble((one for one in decide(known) if isinstance(one, Finding)), known)
    assert sorted(len(side) for side in found.sides) == [1, 1]
