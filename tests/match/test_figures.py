import pytest
from building import claim, context_of, figure, source, speaker
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.match.amounts import amounts, apart
from claimgraph.match.figures import Change, find
from claimgraph.match.finding import Finding, Miss
from claimgraph.model import Act, Event

ARTICLE = source(
    "a.txt",
    "Chad said 14 of its soldiers were killed. Sudan said 60 soldiers of Chad were killed. It lost 9 of its own.",
    "2011-03-02",
)
CHAD, SUDAN = speaker("Chad", "chad"), speaker("Sudan", "sudan")
numbers = st.one_of(st.none(), st.integers(min_value=0, max_value=10**7).map(float))


def _outcomes(first, second):
    context = context_of([ARTICLE], [CHAD, SUDAN], [first, second])
    return list(find(context, [(first.id, second.id)]))


def _own(words="14 of its soldiers were killed", low=14.0):
    return claim(
        ARTICLE,
        words,
        CHAD,
        quantities=(figure("14", low, low, event="killed", of_side="chad", own=True, category="soldier"),),
    )


def test_a_sides_own_count_conflicts_with_its_enemys_count_of_it():
    enemy = claim(
        ARTICLE,
        "60 soldiers of Chad were killed",
        SUDAN,
        quantities=(figure("60", 60, 60, event="killed", of_side="chad", own=False, category="soldier"),),
    )
    (found,) = _outcomes(_own(), enemy)
    assert isinstance(found, Finding)
    assert found.kind == "figures"


@pytest.mark.parametrize(
    ("change", "gate"),
    [
        ({"of_side": "sudan", "own": True}, "victims"),
        ({"category": "civilian"}, "victims"),
        ({"window": "overnight"}, "window"),
    ],
)
def test_figures_of_another_scope_are_near_misses(change, gate):
    scope = {"event": "killed", "of_side": "chad", "own": False, "category": "soldier"} | change
    first = claim(
        ARTICLE,
        "14 of its soldiers were killed",
        CHAD,
        quantities=(
            figure(
                "14",
                14,
                14,
                event="killed",
                of_side="chad",
                own=True,
                category="soldier",
                window="in four days" if gate == "window" else None,
            ),
        ),
    )
    second = claim(
        ARTICLE, "60 soldiers of Chad were killed", SUDAN, quantities=(figure("60", 60, 60, **scope),)
    )
    (missed,) = _outcomes(first, second)
    assert isinstance(missed, Miss)
    assert missed.gate == gate


@pytest.mark.parametrize("event", ["injured", "killed and injured", "missing"])
def test_another_event_is_not_even_compared(event):
    second = claim(
        ARTICLE,
        "60 soldiers of Chad were killed",
        SUDAN,
        quantities=(figure("60", 60, 60, event=event, of_side="chad"),),
    )
    assert _outcomes(_own(), second) == []


def test_killed_and_injured_are_added_for_comparison():
    both = claim(
        ARTICLE,
        "14 of its soldiers were killed",
        CHAD,
        quantities=(figure("14", 14, 14, event="killed"), figure("30", 30, 30, event="injured")),
    )
    node = context_of([ARTICLE], [CHAD], [both]).nodes[both.id]
    total = next(one for one in amounts(node) if one.event == "killed and injured")
    assert (total.low, total.high, total.text) == (44, 44, "14 + 30")


def test_about_allows_a_tenth_on_either_side():
    node = context_of(
        [ARTICLE],
        [CHAD],
        [
            claimed := claim(
                ARTICLE,
                "14 of its soldiers were killed",
                CHAD,
                quantities=(figure("about 100", 100, 100, event="killed", approximate=True),),
            )
        ],
    ).nodes
    (amount,) = amounts(node[claimed.id])
    assert (amount.low, round(amount.high)) == (90, 110)


def test_a_denied_count_is_answered_by_the_deniers_own():
    article = source(
        "b.txt",
        "Sudan said more than 200 troops of Chad fell. Chad denied the count. It said 18 were killed and 35 injured.",
        "2011-03-02",
    )
    claimed = claim(
        article,
        "more than 200 troops of Chad fell",
        SUDAN,
        quantities=(
            figure("more than 200", 200, None, event="killed and injured", of_side="chad", own=False),
        ),
    )
    denial = claim(article, "the count", CHAD, act=Act.DENY, polarity="denied", terms=("count",))
    answer = claim(
        article,
        "18 were killed and 35 injured",
        CHAD,
        quantities=(figure("18", 18, 18, event="killed"), figure("35", 35, 35, event="injured")),
    )
    context = context_of([article], [CHAD, SUDAN], [claimed, denial, answer])
    (found,) = list(find(context, []))
    assert isinstance(found, Finding)
    assert {found.a, found.b} == {claimed.id, answer.id}


def test_a_later_larger_toll_of_one_incident_is_an_update():
    monday = source(
        "m.txt",
        "Karsk mine blast: three dead. An explosion at the Karsk mine killed three people.",
        "2006-09-04",
    )
    tuesday = source(
        "t.txt", "Karsk mine toll rises. The explosion at the Karsk mine killed 11 people.", "2006-09-05"
    )
    blast = {"events": (Event(type="explode", trigger=(0, 1), lemma="explosion"),)}
    papers = speaker("The Paper", kind="publisher"), speaker("The Sheet", kind="publisher")
    first = claim(
        monday,
        "An explosion at the Karsk mine killed three people",
        papers[0],
        quantities=(figure("three", 3, 3, event="killed"),),
        **blast,
    )
    second = claim(
        tuesday,
        "The explosion at the Karsk mine killed 11 people",
        papers[1],
        quantities=(figure("11", 11, 11, event="killed"),),
        **blast,
    )
    context = context_of([monday, tuesday], list(papers), [first, second])
    (change,) = list(find(context, [(first.id, second.id)]))
    assert isinstance(change, Change)
    assert (change.a, change.b) == (first.id, second.id)


@settings(deadline=None, max_examples=60)
@given(numbers, numbers, numbers, numbers)
def test_intervals_are_apart_exactly_when_no_number_is_in_both(a, b, c, d):
    low, high = sorted((a or 0.0, b if b is not None else 1e9))
    from_, to = sorted((c or 0.0, d if d is not None else 1e9))
    words = "14 of its soldiers were killed"
    one = claim(ARTICLE, words, CHAD, quantities=(figure("x", low, high, event="killed"),))
    two = claim(ARTICLE, words, CHAD, quantities=(figure("y", from_, to, event="killed"),))
    first = amounts(context_of([ARTICLE], [CHAD], [one]).nodes[one.id])[0]
    second = amounts(context_of([ARTICLE], [CHAD], [two]).nodes[two.id])[0]
    assert apart(first, second) == (max(low, from_) > min(high, to))
    assert apart(first, second) == apart(second, first)
