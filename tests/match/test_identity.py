"""One score: every weight moves it one way, a veto forbids, and the field in dispute is not asked."""

import tomllib
from importlib.resources import files

import pytest
from building import article, claim, count, deed, known_of, said_of, speaker, thing
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.match import identity, leads
from claimgraph.match.clues import AGAINST, CLUES
from claimgraph.match.fields import FIELDS
from claimgraph.match.identity import Identity, same_event, weights
from claimgraph.match.kinds import TABLE
from claimgraph.model import Comparison, Dated

WEIGHTS = tomllib.loads((files("claimgraph.match") / "weights.toml").read_text(encoding="utf-8"))
ROWS = [
    (row, name, fit, value)
    for row in WEIGHTS
    for name, fits in WEIGHTS[row].items()
    if name != "bias"
    for fit, value in fits.items()
]


def fixed(fit: str, degree: float = 1.0) -> object:
    """Return a field that always answers so."""

    def answer(a: object, b: object, known: object) -> Comparison:
        return Comparison(field="one", question="Is it so?", fit=fit, detail="told so", degree=degree)

    return answer


def scored(monkeypatch: pytest.MonkeyPatch, table: dict, fields: dict, **more: object) -> Identity:
    monkeypatch.setattr(identity, "weights", lambda row: table)
    return same_event(None, None, None, row="event", fields=fields, **more)


def test_the_rows_are_those_that_are_asked_for() -> None:
    assert set(WEIGHTS) == {*(row.weights for row in TABLE), "denied", "lead"}
    for row in WEIGHTS:
        assert WEIGHTS[row] == weights(row)
        assert isinstance(WEIGHTS[row]["bias"], float)


def test_every_weight_is_of_a_field_that_its_row_asks() -> None:
    asked = {"denied": set(CLUES), "lead": set(leads.clues(leads.Tried()))}
    for row in TABLE:
        asked.setdefault(row.weights, set()).update(row.asks)
    for row, name, fit, _ in ROWS:
        assert name in asked[row], (row, name)
        assert fit in {"same", "different"}


def test_the_same_speaks_for_and_what_differs_against() -> None:
    wrong = [
        (row, name, fit, value)
        for row, name, fit, value in ROWS
        if (
            value > 0
            if fit == "different" or name in {"denied": AGAINST, "lead": leads.AGAINST}.get(row, ())
            else value < 0
        )
    ]
    assert wrong == []


def test_nothing_by_itself_makes_two_things_one_event() -> None:
    """The bias speaks against: two claims of which nothing is known are of two events."""
    for row in WEIGHTS:
        assert WEIGHTS[row]["bias"] < 0


@given(
    st.floats(-4, 4),
    st.floats(-4, 4),
    st.floats(0.1, 1),
    st.sampled_from(["same", "different"]),
    st.floats(-4, 4),
)
@settings(max_examples=60)
def test_the_score_grows_with_every_weight(
    low: float, high: float, degree: float, fit: str, bias: float
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        scores = [
            scored(patch, {"bias": bias, "one": {fit: weight}}, {"one": fixed(fit, degree)}).score
            for weight in sorted((low, high))
        ]
    assert 0 <= scores[0] <= scores[1] <= 1


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 4))
@settings(max_examples=60)
def test_the_score_grows_with_the_degree_of_what_speaks_for_it(one: float, two: float, weight: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        scores = [
            scored(patch, {"bias": -1.0, "one": {"same": weight}}, {"one": fixed("same", degree)}).score
            for degree in sorted((one, two))
        ]
    assert scores[0] <= scores[1]


@pytest.mark.parametrize("row", WEIGHTS)
def test_every_weight_of_the_file_moves_the_score_its_way(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for _, name, fit, value in (one for one in ROWS if one[0] == row):
        without = scored(monkeypatch, WEIGHTS[row], {name: fixed("unknown", 0.0)}).score
        held = scored(monkeypatch, WEIGHTS[row], {name: fixed(fit)}).score
        assert (held - without) * value > 0, (name, fit)


def test_a_veto_gives_no_score_and_ends_the_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"bias": 5.0, "one": {"same": 3.0}, "two": {"different": -0.1}}
    fields = {"one": fixed("same"), "two": fixed("different"), "three": fixed("same")}
    found = scored(monkeypatch, table, fields, vetoes=("two",))
    assert found.score == 0
    assert found.veto is not None
    assert found.veto.fit == "different"
    assert len(found.comparisons) == 2


@pytest.mark.parametrize(("fit", "degree"), [("different", 0.9), ("same", 1.0), ("unknown", 0.0)])
def test_only_what_differs_in_full_forbids(fit: str, degree: float, monkeypatch: pytest.MonkeyPatch) -> None:
    found = scored(monkeypatch, {"bias": 0.0}, {"one": fixed(fit, degree)}, vetoes=("one",))
    assert found.veto is None
    assert found.score == 0.5


def test_what_decided_is_told_the_weightiest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"bias": 0.0, "one": {"same": 1.0}, "two": {"same": 2.0}, "three": {"different": -3.0}}
    found = scored(
        monkeypatch, table, {"one": fixed("same"), "two": fixed("same", 0.9), "three": fixed("different")}
    )
    assert [one.weight for one in found.comparisons] == [1.0, 1.8, -3.0]
    assert found.detail() == "told so; told so"


def test_unknown_adds_nothing() -> None:
    source = article("the gate was open.\n\na lamp fell")
    claims = [claim(source, words, terms=(), names=()) for words in ("the gate was open", "a lamp fell")]
    known = known_of([source], [], claims)
    fields = {name: FIELDS[name] for name in ("doer", "undergoer", "counted", "when")}
    found = same_event(
        said_of(known, claims[0]), said_of(known, claims[1]), known, row="event", fields=fields
    )
    assert {one.weight for one in found.comparisons} == {0.0}


def test_two_that_share_much_score_higher_than_two_that_share_little() -> None:
    mayor, clerk = speaker("Ana Ruiz", kind="person"), speaker("Ben Holt", kind="person")
    texts = (
        "vandals burned the old mill at Dunmore on Sunday",
        "the old mill at Dunmore was burned by vandals",
    )
    sources = [article(texts[0], "a"), article(texts[1], "b"), article("a tailor won the chess cup", "c")]
    burned = deed("burn", patient=thing("the old mill"))
    more = {"propositions": (burned,), "happened": Dated(date="2031-05-01")}
    claims = [
        claim(sources[0], texts[0], mayor, **more),
        claim(sources[1], texts[1], clerk, **more),
        claim(sources[2], "a tailor won the chess cup", clerk, quantities=(count(3),)),
    ]
    known = known_of(sources, [mayor, clerk], claims)
    near, far = (
        same_event(said_of(known, claims[0]), said_of(known, other), known, row="event", fields=FIELDS).score
        for other in claims[1:]
    )
    assert near > 0.5 > far
