import re

import pytest

from claimgraph.lexicon.choices import one_of

TERMS = ("pan", "pancake", "pan cake shop", "kettle", "C++", "K-9 unit")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a pancake", "pancake"),
        ("a pan cake shop", "pan cake shop"),
        ("the pans", "pan"),
        ("written in C++", "C++"),
        ("a K-9 unit", "K-9 unit"),
        ("C and K", None),
        ("a Pan", None),
    ],
)
def test_the_longest_term_that_fits_is_found(text, found):
    match = re.search(one_of(TERMS), text)
    assert (match.group() if match else None) == found


def test_small_terms_are_found_in_any_case():
    assert re.findall(one_of(("pan", "pancake")), "Pancake PAN", re.IGNORECASE) == ["Pancake", "PAN"]
