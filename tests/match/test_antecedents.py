"""One ranking says whose words a denial answers; the best wins, and the next one stays a near miss."""

import pytest
from building import article, claim, count, deed, denies, known_of, node_of, speaker, thing

from claimgraph.match.antecedents import (
    BAR,
    BAR_OF_FEW,
    BAR_OF_NOT,
    FEW,
    Antecedent,
    answered_by,
    antecedents,
    bar_of,
    candidates,
    is_denial,
)
from claimgraph.match.deciding import Finding, Miss, by_denial, by_retraction
from claimgraph.match.identity import Identity
from claimgraph.match.stories import Stories
from claimgraph.model import Act, Claim, Speaker

GUILD, LARKIN, ROVE = speaker("Cooks Guild"), speaker("Larkin Foods"), speaker("Rove Haulage")
ODA = speaker("Oda Pell", kind="person")
SPEAKERS = (GUILD, LARKIN, ROVE, ODA)

MOULD = "Larkin Foods hid mould in the cannery at Stave"
BRIBE = "Larkin Foods bribed the inspector in Stave"
DUMPED = "Rove Haulage dumped acid in the river near Stave"
WEATHER = "rain fell over the hills all week"
HARVEST = "apple growers expect a fine harvest"


def told(*lines: tuple[str, Speaker | None, dict], right_after: bool = False) -> tuple[Stories, list[Claim]]:
    """Return a paragraph a claim; the last right after the one before, where that is asked for."""
    *first, last = (words for words, _, _ in lines)
    source = article(".\n\n".join(first) + (". " if right_after else ".\n\n") + f"{last}.")
    claims = [claim(source, words, who, **more) for words, who, more in lines]
    return known_of([source], SPEAKERS, claims), claims


def accusing(words: str, who: Speaker | None = GUILD, **more: object) -> tuple[str, Speaker | None, dict]:
    harm = deed("conceal", "hide", agent=thing(" ".join(words.split()[:2])), patient=thing("mould"))
    return words, who, {"act": Act.ACCUSE, "marks": ("attacks",), "propositions": (harm,), **more}


def denying(
    words: str = "the accusation", who: Speaker = LARKIN, **more: object
) -> tuple[str, Speaker, dict]:
    made = {"act": Act.DENY, "pointer": denies(bare=True, noun="charge"), "marks": ("responds",)}
    return words, who, {**made, **more}


def saying(words: str, who: Speaker | None = ODA, **more: object) -> tuple[str, Speaker | None, dict]:
    return words, who, more


def answered(known: Stories, denial: Claim) -> list[str]:
    """Return the words that a denial answers."""
    node = node_of(known, denial)
    return [one.answered.claim.text for one in answered_by(antecedents(node, known), bar_of(node, known))]


def test_a_denial_right_after_an_accusation_answers_it_and_none_far_away() -> None:
    known, claims = told(
        accusing(BRIBE),
        saying(WEATHER),
        saying(HARVEST),
        saying("fog closed the pass"),
        accusing(MOULD),
        denying(),
        right_after=True,
    )
    assert answered(known, claims[-1]) == [MOULD]


def test_a_bare_denial_answers_what_its_sentence_tells_or_the_one_before() -> None:
    here, elsewhere = {"paragraph": 1, "sentence": 1}, {"paragraph": 1, "sentence": 0}
    lines = (accusing(BRIBE, **elsewhere), accusing(MOULD, **here))
    known, claims = told(*lines, denying(**here))
    assert [one.answered.claim.text for one in antecedents(node_of(known, claims[-1]), known)] == [MOULD]
    known, claims = told(*lines, denying(**{**here, "sentence": 2}))
    assert [one.answered.claim.text for one in antecedents(node_of(known, claims[-1]), known)] == [MOULD]
    known, claims = told(*lines, denying(**{**here, "sentence": 4}))
    assert len(antecedents(node_of(known, claims[-1]), known)) == 2
    more = {"pointer": denies(), "text": "mould was never hidden"}
    known, claims = told(*lines, denying(**here, **more))
    assert len(antecedents(node_of(known, claims[-1]), known)) == 2


def test_a_denial_in_the_next_paragraph_is_of_that_accusation_before_any_far_away() -> None:
    known, claims = told(
        accusing(BRIBE), *[saying(f"{WEATHER} {n}") for n in "abcdef"], accusing(MOULD), denying()
    )
    assert antecedents(node_of(known, claims[-1]), known)[0].answered.claim.text == MOULD


def test_an_accusation_of_the_denier_wins_over_one_of_somebody_else_beside_it() -> None:
    source = article(f"{MOULD}. {DUMPED}.\n\nthe accusation.")
    charges = [claim(source, words, who, **more) for words, who, more in (accusing(MOULD), accusing(DUMPED))]
    for words, who, more in (denying(who=LARKIN), denying(who=ROVE)):
        denial = claim(source, words, who, **more)
        known = known_of([source], SPEAKERS, [*charges, denial])
        assert answered(known, denial)[0] == (MOULD if who is LARKIN else DUMPED)


def test_an_accusation_that_names_the_denier_is_likelier_answered_than_one_that_does_not() -> None:
    known, claims = told(accusing(MOULD), denying())
    other, others = told(accusing(MOULD), denying(who=ROVE))
    assert _best(known, claims[-1]) > _best(other, others[-1])


def test_a_denial_in_words_of_its_own_finds_what_it_denies_further_away() -> None:
    own = "the cannery at Stave never hid mould"
    known, claims = told(
        accusing(MOULD),
        saying(WEATHER),
        accusing(BRIBE),
        denying(own, pointer=denies(), propositions=(deed("conceal", "hide", denied=True),)),
    )
    assert answered(known, claims[-1])[0] == MOULD


def test_a_denial_without_words_of_its_own_is_surer_beside_than_apart() -> None:
    beside, near = told(accusing(MOULD), denying())
    apart, far = told(accusing(MOULD), *[saying(f"{WEATHER} {n}") for n in "abcdef"], denying())
    assert _best(beside, near[-1]) > _best(apart, far[-1])


def test_a_plain_denial_is_surer_than_one_that_only_says_not() -> None:
    known, claims = told(accusing(MOULD), denying())
    only, others = told(accusing(MOULD), denying(pointer=denies(bare=True, explicit=False, noun="charge")))
    assert _best(known, claims[-1]) > _best(only, others[-1])


def test_an_accusation_is_likelier_answered_than_the_weather() -> None:
    known, claims = told(saying(WEATHER), accusing(MOULD), saying(HARVEST), denying())
    assert answered(known, claims[-1]) == [MOULD]


def test_a_figure_is_what_a_denied_figure_is() -> None:
    figure = "Larkin Foods laid off 300 cooks in Stave"
    known, claims = told(
        saying(figure, GUILD, quantities=(count(300),)),
        saying("cooks met in Stave", GUILD),
        denying("the figure", pointer=denies(bare=True, noun="figure")),
    )
    ranked = antecedents(node_of(known, claims[-1]), known)
    held = {
        one.answered.claim.text: {c.field for c in one.identity.comparisons if c.fit == "same"}
        for one in ranked
    }
    assert "noun_fits" in held[figure]
    assert "noun_fits" not in held["cooks met in Stave"]


@pytest.mark.parametrize("who", [LARKIN, ODA])
def test_nobody_denies_his_own_words(who: Speaker) -> None:
    known, claims = told(accusing(MOULD, who), denying(who=who))
    assert antecedents(node_of(known, claims[-1]), known) == []


def test_nobody_denies_the_words_of_his_own_side() -> None:
    ministry, army = speaker("Oulu Ministry", "finland"), speaker("Oulu Command", "finland")
    source = article(f"{MOULD}.\n\nthe accusation.")
    claims = [
        claim(source, MOULD, ministry, act=Act.ACCUSE),
        claim(source, "the accusation", army, act=Act.DENY),
    ]
    known = known_of([source], [ministry, army], claims)
    assert antecedents(node_of(known, claims[1]), known) == []


@pytest.mark.parametrize("act", [Act.DEMAND, Act.PROMISE, Act.PREDICT])
def test_nobody_denies_what_tells_of_no_fact(act: Act) -> None:
    known, claims = told(accusing(MOULD, act=act), denying())
    assert antecedents(node_of(known, claims[-1]), known) == []


def test_a_denial_answers_another_article_by_what_both_say() -> None:
    first = article(f"{MOULD}.", "a")
    second = article(f"{WEATHER}.\n\nLarkin Foods never hid mould in the cannery at Stave.", "b")
    charge = claim(first, MOULD, GUILD, act=Act.ACCUSE, marks=("attacks",))
    words = "Larkin Foods never hid mould in the cannery at Stave"
    for pointer, elsewhere in ((denies(), True), (denies(explicit=False), True), (denies(bare=True), False)):
        denial = claim(second, words, LARKIN, act=Act.DENY, pointer=pointer)
        known = known_of([first, second], SPEAKERS, [charge, claim(second, WEATHER, ODA), denial])
        found = {node.id for node in candidates(node_of(known, denial), known)}
        assert (charge.id in found) is elsewhere


def test_what_stands_in_the_own_article_is_nearer_than_the_same_elsewhere() -> None:
    first = article(f"{MOULD}.", "a")
    second = article(f"{MOULD}.\n\nLarkin Foods never hid mould in the cannery at Stave.", "b")
    elsewhere = claim(first, MOULD, GUILD, act=Act.ACCUSE)
    here = claim(second, MOULD, GUILD, act=Act.ACCUSE)
    denial = claim(
        second, "Larkin Foods never hid mould in the cannery at Stave", LARKIN, act=Act.DENY, pointer=denies()
    )
    known = known_of([first, second], SPEAKERS, [elsewhere, here, denial])
    assert antecedents(node_of(known, denial), known)[0].answered.id == here.id


def test_the_ranking_is_in_order_and_the_bar_is_kept() -> None:
    known, claims = told(accusing(BRIBE), saying(WEATHER), accusing(MOULD), saying(HARVEST), denying())
    ranked = antecedents(node_of(known, claims[-1]), known)
    scores = [one.score for one in ranked]
    assert scores == sorted(scores, reverse=True)
    assert len(ranked) == len(claims) - 1
    assert answered_by(ranked, bar=1.1) == []
    assert answered_by([], BAR) == []
    assert all(one.score >= BAR / 2 for one in answered_by(ranked, BAR))


def test_a_denial_needs_less_where_it_says_so_itself_or_little_else_is_said() -> None:
    long = [saying(f"{WEATHER} in valley {number}") for number in range(FEW)]
    not_so = saying("Larkin Foods did not hide mould", LARKIN, act=Act.DENY, polarity="denied")
    for lines, bar in (
        ([accusing(MOULD), *long, denying()], BAR),
        ([accusing(MOULD), *long, not_so], BAR_OF_NOT),
        ([accusing(MOULD), not_so], BAR_OF_FEW),
    ):
        known, claims = told(*lines)
        assert bar_of(node_of(known, claims[-1]), known) == bar


def test_the_clauses_of_the_statement_answered_are_answered_together() -> None:
    known, claims = told(
        accusing(MOULD, statement="one"),
        accusing("Larkin Foods sold mould in tins", statement="one"),
        denying(),
    )
    assert set(answered(known, claims[-1])) == {MOULD, "Larkin Foods sold mould in tins"}


@pytest.mark.parametrize(
    ("scores", "bar", "chosen"),
    [
        ((0.9, 0.3, 0.3), 0.4, [0, 1]),
        ((0.9, 0.1, 0.3), 0.4, [0]),
        ((0.9, 0.3, 0.8), 0.4, [0, 1, 2]),
        ((0.3, 0.3, 0.3), 0.4, []),
        ((0.41, 0.3, 0.35), 0.4, [0, 1]),
    ],
)
def test_a_clause_of_the_best_statement_needs_less_than_another_statement(
    scores: tuple[float, ...], bar: float, chosen: list[int]
) -> None:
    alike = "Larkin Foods hid mould in jars"
    known, claims = told(
        accusing(MOULD, statement="one"), accusing(BRIBE, statement="one"), accusing(alike), denying()
    )
    nodes = [node_of(known, one) for one in claims]
    ranked = [
        Antecedent(nodes[-1], node, Identity(score, ())) for node, score in zip(nodes, scores, strict=False)
    ]
    assert [ranked.index(one) for one in answered_by(ranked, bar)] == chosen


def test_what_shares_no_word_with_the_best_is_another_matter() -> None:
    known, claims = told(accusing(MOULD), accusing("vans dumped acid at night"), denying())
    nodes = [node_of(known, one) for one in claims]
    ranked = [Antecedent(nodes[-1], node, Identity(0.9, ())) for node in nodes[:-1]]
    assert answered_by(ranked, BAR) == ranked[:1]


def test_the_next_best_stays_a_near_miss() -> None:
    known, claims = told(accusing(DUMPED), accusing(MOULD), denying())
    outcomes = list(by_denial(known))
    found = [one for one in outcomes if isinstance(one, Finding)]
    missed = [one for one in outcomes if isinstance(one, Miss)]
    assert claims[1].id in {one.a for one in found}
    assert {one.b for one in outcomes} == {claims[2].id}
    assert len(missed) <= 1
    if not any(one.a == claims[0].id for one in found):
        assert [one.gate for one in missed] == ["another fits better"]


def test_a_denial_that_answers_nothing_is_no_dispute() -> None:
    known, _ = told(saying(WEATHER), saying(HARVEST), saying("fog closed the pass"), denying())
    assert [one for one in by_denial(known) if isinstance(one, Finding)] == []


DENIALS = [
    ({"act": Act.DENY}, True),
    ({"act": Act.ASSERT, "polarity": "denied"}, True),
    ({"act": Act.ASSERT, "pointer": denies()}, True),
    ({"act": Act.ASSERT, "marks": ("calls false",)}, True),
    ({"act": Act.ASSERT}, False),
    ({"act": Act.DEMAND, "pointer": denies()}, False),
    ({"act": Act.DENY, "marks": ("question",)}, False),
    ({"act": Act.ADMIT, "pointer": denies(stance="takes back")}, False),
    ({"act": Act.EVALUATE, "polarity": "denied"}, False),
    ({"act": Act.EVALUATE, "polarity": "denied", "pointer": denies()}, True),
    ({"act": Act.DENY, "pointer": denies(bare=True), "terms": (), "names": ()}, True),  # "denied everything"
    ({"act": Act.DENY, "pointer": denies(bare=True), "terms": ("accusation",)}, True),
]


@pytest.mark.parametrize(("more", "so"), DENIALS)
def test_what_is_a_denial(more: dict, so: bool) -> None:
    known, claims = told(accusing(MOULD), saying("that is not so", LARKIN, **more))
    assert is_denial(node_of(known, claims[1])) is so
    assert [node.id for node in filter(is_denial, known.context.nodes.values())] == (
        [claims[1].id] if so else []
    )


def test_an_article_denies_nothing_in_its_own_voice() -> None:
    known, claims = told(accusing(MOULD), saying("that is not so", None, act=Act.DENY, pointer=denies()))
    assert not is_denial(node_of(known, claims[1]))


BACK = {"act": Act.ADMIT, "pointer": denies(stance="takes back")}


def test_who_takes_back_takes_back_his_own_words_the_likest() -> None:
    known, claims = told(
        saying("mould was found in the cannery", ODA),
        saying("the inspector was late", ODA),
        saying(WEATHER, GUILD),
        saying("his words on the mould in the cannery", ODA, **BACK),
    )
    (found,) = by_retraction(known)
    assert (found.kind, found.a, found.b) == ("reversal", claims[0].id, claims[3].id)


@pytest.mark.parametrize("who", [GUILD, None])
def test_nobody_takes_back_what_another_said(who: Speaker | None) -> None:
    known, _ = told(
        saying("mould was found in the cannery", who), saying("his words on the mould", ODA, **BACK)
    )
    assert list(by_retraction(known)) == []


def _best(known: Stories, denial: Claim) -> float:
    ranked: list[Antecedent] = antecedents(node_of(known, denial), known)
    return ranked[0].score
