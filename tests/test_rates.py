"""A table passes by its rate, and tells which of its rows did not."""

import pytest
from rates import at_rate, check_rate

from claimgraph.lexicon.sides import side_of


def is_short(word: str, length: int = 3) -> None:
    assert len(word) == length


def test_a_table_holds_while_enough_of_its_rows_do_and_shows_the_others(capsys):
    check_rate(["one", "two", "six", "seven"], is_short, floor=0.75)
    assert "'seven'" in capsys.readouterr().out


def test_below_the_floor_every_failing_row_is_told_with_its_group_and_what_it_gave():
    rows = {"long": [("seven", 3), ("eleven", 6)], "short": [("one", 2), ("two", 3)]}
    with pytest.raises(pytest.fail.Exception) as failed:
        check_rate(rows, is_short, floor=0.75)
    first, *told = str(failed.value).splitlines()
    assert first == "50.0% of 4 rows pass, 75% must; 2 fail:"
    rows_told = [line.strip() for line in told if line[2:3].strip()]
    assert rows_told == ["long: ('seven', 3)", "short: ('one', 2)"]
    assert "5 == 3" in str(failed.value)


def test_what_cannot_be_unpacked_is_a_misread_row():
    def only(words):
        (_word,) = words

    with pytest.raises(pytest.fail.Exception, match="ValueError"):
        check_rate([["one"], ["one", "two"]], only, floor=0.6)


def test_an_error_of_the_package_is_never_within_the_rate():
    with pytest.raises(AttributeError) as raised:
        check_rate(["the Brazilian navy"] * 20 + [None], side_of)
    assert raised.value.__notes__ == ["the row is None"]


def test_an_empty_table_proves_nothing():
    with pytest.raises(AssertionError, match="empty"):
        check_rate([], is_short)


@at_rate(["one", "two"])
def test_a_check_of_one_row_becomes_the_test_of_all(word):
    is_short(word)
