"""When two answers exclude each other, and when two phrases can name one thing."""

import pytest
from building import claim, collection_of, context_of, source, speaker

from claimgraph.lexicon import table
from claimgraph.lexicon.sorts import covers, exclude
from claimgraph.match import explain
from claimgraph.match.incompatible import clash
from claimgraph.match.things import one_thing
from claimgraph.model import Answer, Participant


def _answer(
    question: str, value: str, of: str = "the ferry", *, negated: bool = False, **more: object
) -> Answer:
    return Answer(question=question, value=value, span=(0, 1), of=_thing(of), negated=negated, **more)


def _thing(text: str, head: str | None = None, side: str | None = None) -> Participant:
    return Participant(text=text, span=(0, 1), head=head or text.rsplit(maxsplit=1)[-1].lower(), side=side)


@pytest.mark.parametrize(
    ("first", "second", "clashes"),
    [
        (_answer("armed", "armed"), _answer("armed", "unarmed"), True),
        (_answer("armed", "armed", negated=True), _answer("armed", "unarmed"), False),
        (_answer("armed", "armed", negated=True), _answer("armed", "armed"), True),
        (_answer("fall", "fell"), _answer("fall", "pushed"), True),
        (_answer("fall", "fell", negated=True), _answer("fall", "pushed"), False),
        (_answer("open", "open", complement="to talk"), _answer("open", "closed"), False),
        (_answer("armed", "armed"), _answer("open", "closed"), False),
        (_answer("weapon", "a knife"), _answer("weapon", "a shotgun"), True),
        (_answer("weapon", "a knife"), _answer("weapon", "any weapon", negated=True), True),
        (_answer("weapon", "a pistol"), _answer("weapon", "a knife", negated=True), False),
    ],
)
def test_answers_exclude_each_other_or_not(first: Answer, second: Answer, clashes: bool):
    assert (clash(first, second) is not None) is clashes
    assert (clash(second, first) is not None) is clashes


@pytest.mark.parametrize(
    ("first", "second", "family", "apart"),
    [
        ("a knife", "a revolver", "weapon", True),
        ("a gun", "a revolver", "weapon", False),
        ("a pistol", "a rifle", "weapon", True),
        ("a .22-caliber pistol", "a .45 pistol", "weapon", True),
        ("a 9mm pistol", "a handgun", "weapon", False),
        ("a missile", "a rocket", "weapon", False),
        ("an object", "a knife", "weapon", False),
        ("a short circuit", "arson", "cause", True),
        ("an electrical fault", "faulty wiring", "cause", False),
        ("an accident", "arson", "cause", False),
        ("heavy rain", "a landslide", "cause", False),
        ("a soldier", "his brother", "doer", True),
        ("a gunman", "a burglar", "doer", False),
    ],
)
def test_sorts_exclude_each_other_unless_one_is_a_kind_of_the_other(first, second, family, apart):
    assert exclude(first, second, family) is apart
    assert exclude(second, first, family) is apart


def test_a_finer_sort_is_covered_by_its_wider_one():
    assert covers("a gun", "a revolver", "weapon")
    assert not covers("a revolver", "a gun", "weapon")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (_thing("Officer Neil Crane"), _thing("Crane"), True),
        (_thing("Neil Crane"), _thing("Dora Crane"), False),
        (_thing("the north gate"), _thing("the south gate"), False),
        (_thing("the roof of the hall", "roof"), _thing("the hall"), False),
        (_thing("some houses", "house"), _thing("the houses", "house"), False),
        (_thing("the two men", "man"), _thing("the men", "man"), True),
        (_thing("two men", "man"), _thing("the men", "man"), False),
        (_thing("the hospital in Brask", "hospital"), _thing("the hospital in Veldt", "hospital"), False),
        (_thing("the pay talks", "talk"), _thing("the peace talks", "talk"), False),
        (_thing("he"), _thing("Neil Crane"), False),
        (_thing("its troops", "troop", "chad"), _thing("the troops", "troop", "sudan"), False),
    ],
)
def test_one_thing_is_told_from_two_by_name_place_part_and_side(first, second, same):
    article = source("a.txt", "It held. It burst.", "2019-05-04")
    one, two = claim(article, "It held", speaker("North")), claim(article, "It burst", speaker("South"))
    context = context_of([article], [speaker("North"), speaker("South")], [one, two])
    nodes = [context.nodes[each.id] for each in (one, two)]
    assert one_thing(nodes[0], first, nodes[1], second, context).passed is same


def test_why_tells_the_rule_and_the_gate_that_stopped_it():
    article = source("a.txt", "The bridge was open. The bridge was shut.", "2019-05-04")
    north, south = speaker("North"), speaker("South")
    one = claim(article, "The bridge was open", north, answers=(_answer("open", "open", "the bridge"),))
    two = claim(article, "The bridge was shut", south, answers=(_answer("open", "closed", "the bridge"),))
    steps = {
        step.name: step
        for step in explain(one.id, two.id, collection_of([article], [north, south], [one, two]))
    }
    assert steps["contradiction"].passed
    assert "whether the bridge was open" in steps["contradiction"].detail
    same = two.model_copy(update={"speakers": one.speakers})
    stopped = explain(one.id, same.id, collection_of([article], [north, south], [one, same]))
    assert any(
        "stopped at the gate “sides”" in step.detail for step in stopped if step.name == "contradiction"
    )


def test_every_question_has_a_label_and_answers_that_share_no_word():
    for name, entry in table("questions").items():
        if name == "not_opposites":
            continue
        assert "{of}" in entry["label"], name
        answers = [
            {(way, word) for way, listed in answer.items() for word in listed}
            for answer in entry["answers"].values()
        ]
        assert len(answers) > 1, name
        assert sum(map(len, answers)) == len(set().union(*answers)), name
        assert not entry.get("two_way") or len(answers) == 2, name
