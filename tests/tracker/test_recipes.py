"""A case remembers whether a judge had its say, and a user's word changes it."""

from pathlib import Path

import pytest

from claimgraph.cli import run
from claimgraph.tracker import ClaimGraph
from claimgraph.tracker.recipes import is_judged, made_by

TEXT = """The mill at Orro

ORRO, June 3, 2031 (Orro Post) - Owner Dag Sorn said every worker left the mill unhurt. Nurse Ila Venn said she had
treated nine burns.

Engineer Pol Hart said the boiler was checked in May. "Nobody had opened that boiler since winter," stoker Ked Lum said.

The union accused Sorn of locking the doors. Sorn denied it.

Mayor Ada Klein said 12 looms were lost. "We counted 30 looms lost in the hall," stoker Ked Lum said.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_text(TEXT, encoding="utf-8")
    with ClaimGraph.open(tmp_path / "mill.txt", db=tmp_path / "case.db"):
        return tmp_path / "case.db"


def leads_of(case: Path, judge: bool | None = None) -> list[tuple[str, str, float]]:
    with ClaimGraph.open(db=case, judge=judge) as tracker:
        return [(one.a, one.b, one.score) for one in tracker.match().leads]


def recipe(case: Path) -> str | None:
    with ClaimGraph.open(db=case) as tracker:
        return tracker.store.matched_by()


def test_a_judge_has_its_say_unless_told_otherwise(case: Path) -> None:
    assert leads_of(case)
    assert is_judged(recipe(case))


def test_a_case_matched_without_a_judge_stays_so_until_told(case: Path) -> None:
    without = leads_of(case, judge=False)
    assert not is_judged(recipe(case))
    assert leads_of(case) == without
    with_one = leads_of(case, judge=True)
    assert with_one != without
    assert is_judged(recipe(case))
    assert leads_of(case) == with_one


def test_the_recipe_tells_one_judge_from_another_and_from_none() -> None:
    assert made_by() != made_by(judge=False)
    assert is_judged(made_by("a shape"))
    assert not is_judged(made_by("a shape", judge=False))
    assert is_judged(None)


def test_the_command_lets_the_judge_out(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["match", "--db", str(case), "--no-judge"]) == 0
    assert not is_judged(recipe(case))
    assert run(["match", "--db", str(case), "--judge"]) == 0
    assert is_judged(recipe(case))
    capsys.readouterr()
