"""Tables of sentences as a rate with a floor.

English is read by a network and a parser: of a hundred sentences a few are misread, others
after each change. A table of twenty rows and more is one test: it holds while the share of
its rows that pass reaches the floor, and it lists every row that does not.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from inspect import Signature
from pathlib import Path
from typing import Any

import pytest

Rows = Iterable[Any] | Mapping[str, Iterable[Any]]
TESTS = Path(__file__).parent


def check_rate(rows: Rows, check: Callable[..., object], floor: float = 0.95) -> None:
    """Fail unless enough rows pass the check, and tell what each of the others gave.

    Args:
        rows: what the check is called with: a tuple as its arguments, anything else as the one
            argument; or such rows by the construction that they show.
        check: asserts what must hold of a row.
        floor: the share of the rows that must pass.
    """
    groups = rows if isinstance(rows, Mapping) else {"": rows}
    total, failures = 0, []
    for group, members in groups.items():
        for row in members:
            total += 1
            try:
                check(*row) if isinstance(row, tuple) else check(row)
            except Exception as error:
                if not _is_told_by_a_test(error):
                    error.add_note(f"the row is {row!r}")
                    raise
                failures.append(_told(group, row, error))
    assert total, "the table is empty"
    passed = total - len(failures)
    told = "\n".join(
        [f"{passed / total:.1%} of {total} rows pass, {floor:.0%} must; {len(failures)} fail:", *failures]
    )
    if passed < floor * total:
        pytest.fail(told, pytrace=False)
    sys.stdout.write(told + "\n" if failures else "")  # what pytest -rP shows


def at_rate(rows: Rows, floor: float = 0.95) -> Callable[[Callable[..., object]], Callable[[], None]]:
    """Make a check of one row the test of all rows."""

    def decorate(check: Callable[..., object]) -> Callable[[], None]:
        @wraps(check)
        def test() -> None:
            check_rate(rows, check, floor)

        test.__signature__ = Signature()  # or pytest looks for a fixture for each field of a row
        return test

    return decorate


def _is_told_by_a_test(error: Exception) -> bool:
    """Whether a test judged so, or could not unpack what it got; the package itself never raises."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place is not None and TESTS in Path(place.tb_frame.f_code.co_filename).parents


def _told(group: str, row: Any, error: Exception) -> str:
    """Return a failing row and what was found, at most a few lines of it."""
    kind = "" if isinstance(error, AssertionError) else f"{type(error).__name__}: "
    said = [line for line in f"{kind}{error}".splitlines() if line.strip() and "Use -v" not in line]
    return "\n".join([f"  {group + ': ' if group else ''}{row!r}", *(f"      {line}" for line in said[:6])])
