import sys
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.extract.speakers import unify
from claimgraph.model import Speaker


def person(number, name, side=None, role=None, kind="person", **more):
    return Speaker(id=f"p{number:012x}", name=name, kind=kind, side=side, role=role, **more)


def test_every_id_finds_its_canonical_speaker_with_all_aliases():
    a, b = (
        person(1, "Sergei Ivanov", "belarus", "President"),
        person(2, "Sergey Ivanov", "belarus", "President"),
    )
    found = unify([a, b])
    assert found[a.id] == found[b.id]
    assert {found[a.id].name, *found[a.id].aliases} == {"Sergei Ivanov", "Sergey Ivanov"}
    assert any("belarus" in line for line in found[a.id].evidence)


def test_two_sides_are_never_merged():
    a, b = person(1, "Ali Rezaei", "iran", "minister"), person(2, "Ali Rezaei", "iraq", "minister")
    assert unify([a, b])[a.id] != unify([a, b])[b.id]


def test_a_side_not_known_is_learnt_from_the_same_full_name():
    a, b = person(1, "Kemal Aydin", "turkey", "President"), person(2, "Kemal Aydin", None, "President")
    assert unify([b, a])[b.id].side == "turkey"


def test_a_side_that_one_article_of_many_gives_is_nobodys():
    for others, side in ((9, "kelmar"), (10, None)):
        known = person(0, "Rosa Brandt", "kelmar")
        found = unify([known, *(person(number, "Rosa Brandt") for number in range(1, others + 1))])
        assert found[known.id].side == side


def test_what_people_are_called_is_short_for_no_body_of_theirs():
    a, b = person(1, "Teachers Abroad", kind="organisation"), person(2, "Teachers", kind="organisation")
    names = {"s1": ["Kelmar", "Orrin", "Halden"], "s2": ["Kelmar", "Orrin", "Halden"]}
    found = unify([a, b], {a.id: {"s1"}, b.id: {"s2"}}, names)
    assert found[a.id] != found[b.id]


def test_a_name_that_fits_two_sides_stays_apart():
    a, b, c = person(1, "Ali Reza", "iran"), person(2, "Ali Reza", "iraq"), person(3, "Ali Reza")
    found = unify([a, b, c])
    assert len({speaker.id for speaker in found.values()}) == 3


def test_an_unnamed_office_is_its_only_holder():
    office, holder = (
        person(1, "Moldova President", "moldova", "President"),
        person(2, "Ion Rusu", "moldova", "President"),
    )
    found = unify([office, holder])
    assert found[office.id].name == "Ion Rusu"


def test_an_office_with_two_holders_stays_apart():
    office = person(1, "Moldova President", "moldova", "President")
    found = unify(
        [office, person(2, "Ion Rusu", "moldova", "President"), person(3, "Ana Lupu", "moldova", "President")]
    )
    assert found[office.id].name == "Moldova President"


def test_surnames_alone_need_a_side_and_do_not_cross_roles():
    a, b = person(1, "Rusu", "moldova", "President"), person(2, "Rusu", "moldova", "Foreign Minister")
    c, d = person(3, "Rusu"), person(4, "Rusu")
    assert len({speaker.id for speaker in unify([a, b, c, d]).values()}) == 4


def test_groups_and_bodies_are_one_only_by_their_id():
    a, b = person(1, "officials", None, kind="group"), person(2, "officials", None, kind="group")
    assert len({speaker.id for speaker in unify([a, b, a]).values()}) == 2


def test_unnamed_people_are_one_only_where_they_are_called_alike_and_say_the_same_words():
    named = ("police source", "police source", "police source", "court source")
    one, again, other, elsewhere = (person(at, name, unnamed=True) for at, name in enumerate(named, 1))
    told = {one.id: {"two men fled"}, again.id: {"two men fled"}, elsewhere.id: {"two men fled"}}
    found = unify([one, again, other, elsewhere], said=told | {other.id: {"nobody fled"}})
    assert found[one.id] == found[again.id]
    assert any("the same words" in line for line in found[one.id].evidence)
    assert len({speaker.id for speaker in found.values()}) == 3


def test_an_unnamed_person_is_never_somebody_named():
    source, name = person(1, "Rusu", unnamed=True), person(2, "Ana Rusu")
    assert len({speaker.id for speaker in unify([source, name]).values()}) == 2


def test_of_two_clusters_that_fit_the_one_of_the_very_name_is_meant():
    names = (
        "Ivan Petru Moraru Sr.",
        "I. Petru Moraru",
        "Iancu Petru Moraru",
        "I. Petru Moraru",
        "Ivan Petru Moraru",
    )
    found = unify([person(at, name) for at, name in enumerate(names, 1)])
    assert found[f"p{2:012x}"] == found[f"p{4:012x}"]


def test_police_of_one_place_are_one():
    a, b, c = (person(n, "police", "police", kind="group") for n in (1, 2, 3))
    a, b, c = (
        one.model_copy(update={"place": place}) for one, place in ((a, "Arden"), (b, "Arden"), (c, "Larro"))
    )
    found = unify([a, b, c])
    assert found[a.id] == found[b.id] != found[c.id]


def test_the_side_of_most_articles_is_the_sides_of_all():
    people = [person(1, "Ian Rudd", "arden"), person(2, "Ian Rudd", "larro"), person(3, "Ian Rudd", "larro")]
    assert {one.side for one in unify(people).values()} == {"larro"}


def test_the_order_of_the_articles_does_not_matter():
    people = [
        person(1, "Sergei Ivanov", "belarus"),
        person(2, "Sergey Ivanov", "belarus"),
        person(3, "Ana Lupu", "moldova"),
    ]
    forwards, backwards = unify(people), unify(reversed(people))
    assert {one: speaker.id for one, speaker in forwards.items()} == {
        one: speaker.id for one, speaker in backwards.items()
    }


NAMES = st.sampled_from(
    [
        "Sergei Ivanov",
        "Sergey Ivanov",
        "Serge Ivanovv",
        "Ivanov",
        "Iwanow",
        "Mohammed Hussein",
        "Muhammad Hussain",
        "Hussain",
        "J. Hale",
        "Jane Hale",
        "Ian Hale Jr.",
        "Hale",
        "Hall",
        "Akhmetov",
        "Ahmetov",
        "Yerlan Akhmetov",
        "Lund",
        "Lundd",
        "Allied Dock Workers",
        "ADW",
        "A.D.W.",
        "Ana’s Dock Works",
        "Acme",
        "ACME",
        "Acme Foods",
        "A",
        "police",
        "Moldova President",
        "Peru President",
        "President",
        "Đặng",
        "Dang",
    ]
)


@given(
    st.lists(
        st.tuples(
            NAMES,
            st.sampled_from(["person", "organisation", "group"]),
            st.sampled_from([None, "moldova", "peru", "acme", "hale"]),
            st.sampled_from([None, "President", "Vice President", "Foreign Minister"]),
            st.sampled_from([None, "Arden", "Larro"]),
        ),
        max_size=14,
    )
)
@settings(deadline=None, max_examples=150)
def test_speakers_that_share_no_block_are_never_one(people):
    """The same comes out as when everybody is compared with everybody."""
    speakers = [
        person(number, name, side, role, kind).model_copy(update={"place": place})
        for number, (name, kind, side, role, place) in enumerate(people)
    ]
    blocked = unify(speakers)
    with patch.object(sys.modules[unify.__module__], "blocks", lambda _: [("", "all")]):
        assert unify(speakers) == blocked
