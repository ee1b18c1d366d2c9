"""Words of a family share a stem, short words stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.lexicon.stems import SHORTEST, stem

FAMILIES = (
    ("shell", "shells", "shelled", "shelling"),
    ("collapse", "collapses", "collapsed", "collapsing"),
    ("pollute", "polluted", "pollution", "polluter"),
    ("accuse", "accused", "accusing", "accusation", "accusations"),
    ("explode", "exploded", "explodes"),
    ("govern", "government", "governments", "governed"),
    ("ship", "ships"),
    ("overload", "overloaded", "overloading"),
    ("attack", "attacks", "attacker", "attackers", "attacking"),
    ("injure", "injured", "injuries", "injury"),
    ("deny", "denies"),
    ("sleep", "sleeping", "sleeper"),
    ("quick", "quickly"),
    ("bridge", "bridges"),
    ("Ferry", "ferries"),
    ("inspect", "inspection", "inspected", "inspections"),
    ("bomb", "bombs", "bombed", "bombing", "bombings"),
    ("strike", "strikes", "striking", "striker"),
    ("evacuate", "evacuated"),
    ("tremor", "tremors"),
)
APART = (
    ("ferry", "fern"),
    ("bridge", "bribe"),
    ("mill", "mile"),
    ("reef", "reel"),
    ("killed", "kilned"),
    ("captain", "capital"),
    ("sober", "soap"),
    ("court", "count"),
    ("army", "arm"),
    ("union", "unit"),
    ("station", "statue"),
    ("house", "horse"),
)
WHOLE = ("sea", "sank", "lies", "uses", "ring", "bus", "ash", "is", "a", "")


@at_rate(FAMILIES, floor=0.85)
def test_words_of_a_family_share_a_stem(*words: str) -> None:
    assert len({stem(word) for word in words}) == 1, {word: stem(word) for word in words}


@pytest.mark.parametrize(("one", "two"), APART)
def test_words_of_two_families_have_two_stems(one: str, two: str) -> None:
    assert stem(one) != stem(two)


@pytest.mark.parametrize("word", WHOLE)
def test_short_words_stay_whole(word: str) -> None:
    assert stem(word) == word


@given(st.text(max_size=30))
def test_a_stem_is_a_beginning_of_the_word_and_not_too_short(word: str) -> None:
    found = stem(word)
    assert word.lower().startswith(found)
    assert found == word.lower() or len(found) >= SHORTEST
    assert stem(word) == stem(word.upper()) or word.upper().lower() != word.lower()
