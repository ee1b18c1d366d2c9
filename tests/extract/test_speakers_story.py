"""What tells too little by itself is one speaker within a story, and two without one."""

import pytest

from claimgraph.extract.speakers import unify
from claimgraph.model import Speaker

SHARED = {"a": ("orrinvale", "kesselby", "doroth"), "b": ("orrinvale", "kesselby", "lisk")}
APART = {"a": ("orrinvale", "kesselby"), "b": ("orrinvale", "lisk")}


def speaker(number: int, name: str, kind: str = "person", side: str | None = None, **more: object) -> Speaker:
    return Speaker(id=f"p{number:012x}", name=name, kind=kind, side=side, **more)


def joined(*speakers: Speaker, names: dict[str, tuple[str, ...]] = SHARED) -> int:
    """Return how many speakers are left of those of two articles, the last alone in the second."""
    articles = {one.id: ("b",) if one is speakers[-1] else ("a",) for one in speakers}
    return len({one.id for one in unify(speakers, articles, names).values()})


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (speaker(1, "Eva Lund"), speaker(2, "Lund")),
        (speaker(1, "Eva Lund"), speaker(2, "Lund", "organisation", "lund")),
        (speaker(1, "Kessel Pumps", "organisation", "kessel-pumps"), speaker(2, "Kessel", "organisation")),
        (speaker(1, "coast guard", "group"), speaker(2, "coast guard", "group")),
        (
            speaker(1, "Emergencies Ministry", "organisation", "chile"),
            speaker(2, "Emergencies Ministry", "organisation"),
        ),
        (speaker(1, "Eva Lund", role="mayor"), speaker(2, "mayor", unnamed=True)),
        (
            speaker(1, "Kessel Pumps", "organisation", aliases=("The company",)),
            speaker(2, "company", "organisation", unnamed=True),
        ),
        (
            speaker(1, "Emergencies Ministry", "organisation", "chile", aliases=("The ministry",)),
            speaker(2, "ministry", "organisation", unnamed=True),
        ),
        (speaker(1, "prosecutors", "group", unnamed=True), speaker(2, "Prosecutors", "group", unnamed=True)),
    ],
)
def test_a_name_that_tells_little_is_the_fuller_one_of_its_story(full: Speaker, short: Speaker) -> None:
    assert joined(full, short) == 1
    assert joined(full, short, names=APART) == 2


@pytest.mark.parametrize(
    "speakers",
    [
        (speaker(1, "Eva Lund"), speaker(2, "Olaf Lund"), speaker(3, "Lund")),
        (
            speaker(1, "navy", "organisation", "chile"),
            speaker(2, "navy", "organisation", "peru"),
            speaker(3, "navy", "group"),
        ),
        (speaker(1, "residents", "group"), speaker(2, "residents", "group")),
        (speaker(1, "the company", "group"), speaker(2, "the company", "group")),
        (
            speaker(1, "Eva Lund", role="mayor"),
            speaker(2, "Olaf Roe", role="mayor"),
            speaker(3, "mayor", unnamed=True),
        ),
        (
            speaker(1, "Emergencies Ministry", "organisation", "chile", aliases=("the ministry",)),
            speaker(2, "Interior Ministry", "organisation", "chile", aliases=("the ministry",)),
            speaker(3, "ministry", "organisation", unnamed=True),
        ),
        (speaker(1, "Ports Ministry", "organisation"), speaker(2, "ministry", "organisation", unnamed=True)),
        (speaker(1, "Eva Lund", role="teacher"), speaker(2, "teacher", unnamed=True)),
        (speaker(1, "Kessel Pumps", "organisation"), speaker(2, "company", "organisation", unnamed=True)),
        (speaker(1, "Kessel Workers Alliance", "organisation"), speaker(2, "Kessel", "organisation")),
    ],
)
def test_what_fits_two_or_is_nobodys_name_stays_apart(speakers: tuple[Speaker, ...]) -> None:
    assert joined(*speakers) == len(speakers)


def test_the_name_shared_with_the_speaker_itself_makes_no_story() -> None:
    names = {"a": ("lund",), "b": ("lund",)}
    assert joined(speaker(1, "Eva Lund"), speaker(2, "Lund"), names=names) == 2


def test_a_surname_is_who_is_called_by_it_and_not_who_stands_beside_it() -> None:
    tom, bart, bare = speaker(1, "Tom Keel", aliases=("Keel",)), speaker(2, "Bart Keel"), speaker(3, "Keel")
    assert joined(tom, bart, bare) == 2
    both = (tom, speaker(2, "Bart Keel", aliases=("Keel",)), bare)
    assert joined(*both) == 3
    places = {tom.id: ("a",), bart.id: ("b",), bare.id: ("b",)}  # Bart stands beside Keel, and is another
    assert len({one.id for one in unify(both, places, SHARED).values()}) == 2
