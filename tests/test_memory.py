import gc

import pytest

from claimgraph.memory import nothing_thrown_away


def test_garbage_is_not_searched_for_meanwhile_and_is_again_afterwards():
    assert gc.isenabled()
    with nothing_thrown_away():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_search_held_off_before_stays_held_off():
    with nothing_thrown_away():
        with nothing_thrown_away():
            pass
        assert not gc.isenabled()


def test_garbage_is_searched_for_again_after_a_failure():
    with pytest.raises(ValueError, match="odd"), nothing_thrown_away():
        raise ValueError("odd")
    assert gc.isenabled()
