"""How much sharing a word means."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.lexicon import table
from claimgraph.lexicon.rarity import RAREST, rarities, rarity
from claimgraph.lexicon.stems import stem

LISTED = st.sampled_from(sorted(table("rarity")["stems"]))


def test_a_word_of_many_articles_means_less_than_one_of_few() -> None:
    assert 0 < rarity(stem("campaign")) < rarity(stem("hospital")) < RAREST


def test_a_word_that_is_not_listed_means_most() -> None:
    assert rarity("quuxian") == RAREST
    assert all(0 < rarity(one) <= RAREST for one in table("rarity")["stems"])


def test_no_word_is_of_more_articles_than_there_are() -> None:
    counted = table("rarity")
    assert all(counted["fewest"] <= count <= counted["articles"] for count in counted["stems"].values())


@given(st.lists(LISTED, unique=True), st.randoms())
def test_the_order_of_words_changes_nothing(words: list[str], chance: object) -> None:
    turned = sorted(words, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert rarities(words) == rarities(turned)
