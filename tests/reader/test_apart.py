"""What is known to be of other days is told from what only seems so; figures that differ from those that meet."""

import pytest
from crane import CLINIC, MONDAY, PORT, claim, source

from claimgraph.match.context import Node, build
from claimgraph.model import Act, Collection, Dated, Proposition, Quantity
from claimgraph.reader.apart import BOUNDS, UNITS, UNREAD, days_apart, days_doubted, figures_doubted

TUESDAY = "2031-06-03"
ONE = "the crane fell on Monday"
TWO = "the crane stood until Tuesday"


def day(date: str, words: str) -> Dated:
    return Dated(date=date, basis=f"“{words}” in the text; the last {words} before publication")


def deed(predicate: str) -> Proposition:
    return Proposition(predicate=predicate, lemma=predicate, trigger=(0, 1))


def two(first: dict, second: dict, words: tuple[str, str] = (ONE, TWO)) -> tuple[Node, Node]:
    """Return two claims of two articles, the first of Monday and the second of Tuesday unless said otherwise."""
    nodes = []
    days = (day(MONDAY, "Monday"), day(TUESDAY, "Tuesday"))
    for name, text, happened, more in zip("ab", words, days, (first, second), strict=True):
        of = source(f"{name}.txt", f"Osk Port said {text}.\n")
        told = claim(of, text, PORT, **{"happened": happened, **more})
        nodes += build(Collection(sources=(of,), speakers=(PORT,), claims=(told,))).nodes.values()
    return nodes[0], nodes[1]


SAID = {"said": Dated(date=TUESDAY, basis="x")}
DAYS = {
    "other days of one deed each": ({}, {}, ("fell", "stood"), True, True),
    "the day on which it was said": ({}, SAID, ("fell", "stood"), False, False),
    "the day of a plea": ({}, {**SAID, "act": Act.DENY}, ("fell", "stood"), False, False),
    "one of several deeds": (
        {"propositions": (deed("fall"), deed("hit"))}, {}, ("fell", "stood"), False, True,
    ),
    "the days themselves": ({}, {}, ("fell on Monday", "until Tuesday"), False, False),
    "the day itself on one side only": ({}, {}, ("fell on Monday", "stood"), True, True),
    "no day": ({}, {"happened": Dated()}, ("fell", "stood"), False, False),
    "a day and its month": ({"happened": day("2031-06", "June")}, {}, ("fell", "stood"), False, False),
}  # fmt: skip


@pytest.mark.parametrize("case", DAYS)
def test_days_that_are_known_part_and_days_that_may_be_doubt(case):
    first, second, quoted, apart, doubted = DAYS[case]
    pair = two(first, second)
    assert days_apart(pair, quoted) is apart
    assert (days_doubted(pair, quoted) is not None) is doubted


def test_a_day_that_the_sentence_before_gives_only_doubts():
    of = source("c.txt", f"Osk Port said {ONE} and that it broke.\n")
    told = (
        claim(of, ONE, PORT, happened=day(MONDAY, "Monday")),
        claim(of, "it broke", PORT, statement="st2"),
    )
    broke = list(build(Collection(sources=(of,), speakers=(PORT,), claims=told)).nodes.values())[1]
    stood = two({}, {})[1]
    assert not days_apart((broke, stood), ("it broke", "stood"))
    assert (
        days_doubted((broke, stood), ("it broke", "stood"))
        == "they may be of other days (2031-06-02 and 2031-06-03)"
    )


def figure(words: str, unit: str = "people", **bounds: float | None) -> tuple[str, dict | None]:
    return words, {"unit": unit, **bounds} if bounds else None


def counted(told: tuple[str, dict | None], name: str) -> Node:
    words, bounds = told
    of = source(name, f"The town clinic said {words}.\n")
    start = of.text.index(words)
    quantities = (
        (Quantity(text=words, span=(start, start + len(words)), **{"low": None, "high": None, **bounds}),)
        if bounds
        else ()
    )
    made = claim(of, words, CLINIC, quantities=quantities)
    return build(Collection(sources=(of,), speakers=(CLINIC,), claims=(made,))).nodes[made.id]


FIGURES = {
    "two counts": (figure("12 hurt", low=12, high=12), figure("30 hurt", low=30, high=30), ""),
    "one count": (figure("12 hurt", low=12, high=12), figure("twelve hurt", low=12, high=12), None),
    "a count within a bound": (figure("30 hurt", low=30, high=30), figure("over 20 hurt", low=20), None),
    "a count below a bound": (figure("12 hurt", low=12, high=12), figure("over 20 hurt", low=20), ""),
    "two lower bounds": (figure("over 20 hurt", low=20), figure("at least 60", low=60), BOUNDS),
    "two upper bounds": (figure("up to 20 hurt", high=20), figure("up to 60", high=60), BOUNDS),
    "one bound": (figure("over 20 hurt", low=20), figure("more than 20", low=20), None),
    "bounds that meet": (figure("over 20 hurt", low=20), figure("up to 60", high=60), None),
    "other units": (
        figure("12 ships", "ship", low=12, high=12), figure("14 boats", "boat", low=14, high=14),
        UNITS.format(one="ship", two="boat"),
    ),
    "figures not read": (figure("seven rifles"), figure("12 rifles", "rifle", low=12, high=12), UNREAD),
    "the same figure not read": (figure("seven rifles"), figure("7 rifles"), None),
    "no figures": (figure("rifles"), figure("guns"), None),
}  # fmt: skip


@pytest.mark.parametrize("case", FIGURES)
def test_figures_that_differ_are_told_from_those_that_may_be_one(case):
    one, other, told = FIGURES[case]
    pair = (counted(one, "a.txt"), counted(other, "b.txt"))
    words = tuple(node.claim.content[0] for node in pair)
    assert figures_doubted(pair, words, (one[0], other[0])) == told
