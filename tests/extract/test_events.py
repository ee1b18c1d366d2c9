"""Predicates read as events: type and roles, and what is told in passing."""

import pytest
from events_of import events
from rates import at_rate


@at_rate(
    [
        ("Rebels shot down a cargo plane.", "shoot_down", "rebel", "plane"),
        ("A cargo plane was shot down by rebels.", "shoot_down", "rebel", "plane"),
        ("The information about the downed plane was a lie.", "shoot_down", None, "plane"),
        ("The company dumped waste.", "pollute", "company", "waste"),
        ("The police accused the firm of dumping waste.", "pollute", "firm", "waste"),
        ("Militants shelled a village.", "attack", "militant", "village"),
        ("The army rejected reports that its jets had shelled a village.", "attack", "jet", "village"),
        ("The village shelled by militants was empty.", "attack", "militant", "village"),
        ("The Chadian attack on a village killed nine people.", "attack", "chadian", "village"),
        ("Nine people died in the fire.", "die", None, "people"),
        ("More than 40 guards were killed and injured.", "injure", None, "guard"),
        ("The soldiers used mortars to shell a town.", "attack", "soldier", "town"),
        ("The bridge collapsed.", "collapse", None, "bridge"),
        ("Narvik had fallen.", "capture", None, "narvik"),
        ("The jets have remained grounded.", "grounded", None, "jet"),
        ("The rescue went smoothly.", "smooth", None, "rescue"),
        ("There was a shortage of tents.", "exist", None, "shortage"),
        ("Shells were fired at the hospital.", "attack", None, "shell"),
        ("Some of the nurses were killed.", "kill", None, "nurse"),
        ("The broker was working for the ministry.", "work", "broker", "ministry"),
        ("The envoy never met with the rebels.", "meet", "envoy", "rebel"),
        ("The guard grabbed the reporter.", "manhandle", "guard", "reporter"),
        ("The clerk turned over the letters.", "turn over", "clerk", "letter"),
        ("The clerk turned the offer down.", "turn down", "clerk", "offer"),
        ("The boy made up the story.", "make up", "boy", "story"),
        # what an amount or a kind is of, and each of two objects of a verb that says little
        ("The warden has plenty of dogs.", "have dog", "warden", "dog"),
        ("The warden has a dog and two goats.", "have goat", "warden", "goat"),
        ("Dozens of nurses slept.", "sleep", "nurse", None),
        ("It is time to repaint the barn.", "repaint", None, "barn"),
        ("The board must save, including by selling a barn.", "sell", "board", "barn"),
        # a preposition that makes another verb, or says to whom
        ("The delay led to a quarrel.", "lead to", "delay", "quarrel"),
        ("The thieves broke into the chapel.", "break into", "thief", "chapel"),
        ("Fire broke out at dawn.", "break out", "fire", None),
        ("The pump exploded at the depot.", "explode", None, "pump"),
        # a verb that says little, with its object
        ("The warden has two dogs.", "have dog", "warden", "dog"),
        ("The ferrymen made attacks on the pier.", "attack", "ferryman", "pier"),
        ("The kiln suffered damage.", "damage", None, "kiln"),
        ("The cook's arrest surprised the town.", "arrest", None, "cook"),
        # who does what is embedded
        ("The clerk was charged with forging a will.", "cheat", "clerk", "will"),
        ("The baker, alleged to own a mill, denied it.", "own", "baker", "mill"),
        ("The mayor forced the guild to sell a barn.", "sell", "guild", "barn"),
        ("The porter was unable to open the gate.", "open", "porter", "gate"),
        ("The sexton slept after ringing the bell.", "ring", "sexton", "bell"),
        ("It is hard to find a doctor.", "find", None, "doctor"),
        ("The union blamed the foreman for the death.", "die", "foreman", None),
        ("Looters burned and sacked the mill.", "burn", "looter", "mill"),
        ("Two barns were reported damaged.", "damage", None, "barn"),
        ("She brought him a letter.", "bring", "she", "letter"),
        # who is judged did it, and who wins an award for it
        ("Teachers criticised the minister for closing a school.", "close", "minister", "school"),
        ("The diver won a medal for saving a child.", "save", "diver", "child"),
        ("The judge described the clerk as having burned a file.", "burn", "clerk", "file"),
        ("Shareholders attacked the firm's plan for closing a mine.", "close", "firm", "mine"),
        # who is sent or told to do it, and nobody named
        ("The army sent two soldiers to seize a fort.", "capture", "soldier", "fort"),
        ("The agency recommends drivers to avoid a bridge.", "avoid", "driver", "bridge"),
        ("The levy was passed to fund a harbour.", "support", None, "harbour"),
        ("The knife was used to kill a guard.", "kill", None, "guard"),
        ("That means cutting a subsidy.", "cut subsidy", None, "subsidy"),
        ("All she did was burn a letter.", "burn", None, "letter"),
        ("The prisoner is hard to torture.", "abuse", None, "prisoner"),
        ("The novelist is easy to work with.", "work", None, "novelist"),
        # of a clause that is told by somebody
        ("Parliament kept a law that farmers say harms dairies.", "harm", "law", "dairy"),
        ('"We can hold a vote," the mayor said, "and publish a list."', "publish", "we", "list"),
        ('"Open a window, Omar," she said.', "open", None, "window"),
        # a contraction of "has", "used to", and how much behind "by"
        ("He's sold a barn.", "sell", "he", "barn"),
        ("Nurses used to wear a cap.", "wear", "nurse", "cap"),
        ("The choir went on to win a prize.", "win", "choir", "prize"),
        ("The Otters won the final by two points.", "win", "otters", "final"),
        ("The senator spent years building a library.", "build", "senator", "library"),
        ("She led by 40 votes.", "lead", "she", None),
        ("The choir was led by a monk.", "lead", "monk", "choir"),
        # the second of two stands beside one of its form
        ("He came to sell the barn that we burned and close a mill.", "close", "he", "mill"),
        ("She lets guests stay and buys a barn.", "acquire", "she", "barn"),
        ("The smith came to meet the boy who fled and burn a letter.", "burn", "smith", "letter"),
        ("The smith said the barns were old and have lost a roof.", "lose", "barn", "roof"),
        ("The smith said the barns were old and did not elaborate.", "elaborate", "smith", None),
        # who works, what is used, and who is meant
        ("The guide's role was limited to closing a gate.", "close", "guide", "gate"),
        ("The guard was praised for closing a valve.", "close", "guard", "valve"),
        ("The rule bans crimes, including burning a flag.", "burn", None, "flag"),
        ("The vicar would love Ines to sell a barn.", "sell", "ines", "barn"),
        ("Critics blasted the minister for selling a barn.", "sell", "minister", "barn"),
        ("They met a friend of the firm who sold a barn.", "sell", "friend", "barn"),
        ("They met the owner of the horse that killed a guard.", "kill", "horse", "guard"),
        # a verb and its noun as one word, and a preposition of one without an object
        ("The abbot took no part in the raid.", "take part", "abbot", "raid"),
        ("The youths set fire to a barn.", "set fire", "youth", "barn"),
        ("Inmates took control of two blocks.", "capture", "inmate", "block"),
        ("The bandits took two officers hostage.", "abduct", "bandit", "officer"),
        ("The camp has run out of water.", "run out", "camp", "water"),
        ("The sloop fell short of the mark.", "fall short", "sloop", "mark"),
        ("The garrison beat back an assault.", "beat back", "garrison", "assault"),
        ("The weavers went on strike.", "go", "weaver", None),
        # what a noun tells, wherever its phrases hang
        ("The use of chlorine by the militia was proved.", "use", "militia", "chlorine"),
        ("An attack by poachers on the lodge was foiled.", "attack", "poacher", "lodge"),
        ("The convoy came under attack from bandits.", "attack", "bandit", "convoy"),
        ("The valley is under the control of the militia.", "hold", "militia", "valley"),
        ("A rebel attack was foiled.", "attack", "rebel", None),
        # who shares a verb with another, and who is set against one
        ("The girl was hit and kicked by two boys.", "attack", "boy", "girl"),
        ("Soldiers bombed and then looted the mill.", "attack", "soldier", "mill"),
        ("The shots were fired not by the guard but by a thief.", "fire", "thief", "shot"),
        ("It was Lind, not Moss, who robbed the bank.", "steal", "lind", "bank"),
        ("Lind was the one who robbed the bank.", "steal", "lind", "bank"),
        ("A faulty heater was to blame.", "blame", None, "heater"),
        ("The flood was due to the miller opening a sluice.", "open", "miller", "sluice"),
        ("The pair made money selling a horse.", "sell", "pair", "horse"),
        ("It is the levies that ruin a dairy.", "ruin", "levy", "dairy"),
        ("It takes two keys to open a vault.", "take key", "it", "key"),
        ("Lund was re-elected by the council.", "re-elect", "council", "lund"),
        ("The rule makes it harder to sell a barn.", "sell", None, "barn"),
        ("Roe is the one who painted a barn.", "paint", "roe", "barn"),
        ("The nurse joined her co-hosts.", "join", "nurse", "co-hosts"),
    ],
)
def test_who_did_what_to_whom(text, kind, agent, patient):
    found = [event for event in events(text) if event.predicate == kind]
    assert found, [event.predicate for event in events(text)]
    assert (found[0].agent.head if found[0].agent else None) == agent
    assert (found[0].patient.head if found[0].patient else None) == patient


def test_a_claim_that_denies_a_deed_tells_that_it_was_not():
    for text, denied in (("We deny that we sold it.", True), ("We do not deny that we sold it.", False)):
        assert [event.denied for event in events(text) if event.predicate == "sell"] == [denied]


def test_a_cease_fire_is_no_fire():
    assert "attack" not in [event.predicate for event in events("They reached a cease-fire.")]


def test_a_time_after_a_preposition_is_nothing_done_to():
    (landed,) = [event for event in events("The rockets landed on Sunday.") if event.lemma == "land"]
    assert landed.patient is None


def test_its_and_our_are_the_speakers_own():
    (lost,) = [
        event
        for event in events("Its helicopter was shot down.", side="chad")
        if event.predicate == "shoot_down"
    ]
    assert lost.patient is not None
    assert lost.patient.side == "chad"


def test_its_is_not_the_speakers_where_another_named_before_can_own_it():
    whose = {
        "Velm bombed its own people.": None,
        "The guard sold his boats.": None,
        "The guards bombed its boats.": "chad",
        "The guard bombed our boats.": "chad",
    }
    for text, side in whose.items():
        assert [one.patient.side for one in events(text, side="chad") if one.patient] == [side], text


def test_a_relative_clause_tells_in_passing():
    found = {event.predicate: event for event in events("They found the house where the guard was killed.")}
    assert found["kill"].background


@at_rate(
    [
        ("The tenor is a spy.", "spy", "tenor", False),
        ("The tenor is not a spy.", "spy", "tenor", True),
        ("The tenor was one of the founders.", "founder", "tenor", False),
        ("The tenor was a baker, not a spy.", "baker", "tenor", False),
        ("Critics called the tenor a fraudster.", "fraudster", "tenor", False),
        ("A neighbour described the tenor as a recluse.", "recluse", "tenor", False),
        ("The tenor served as mayor.", "mayor", "tenor", False),
        ("The verdict made the ruin a shrine.", "shrine", "ruin", False),
        ("The ferry was in Oslo.", "in oslo", "ferry", False),
        ("The ferry was not in Oslo.", "in oslo", "ferry", True),
        ("The wells remain without a cover.", "without cover", "well", False),
        ("The market was down.", "down", "market", False),
        ("The nurse was calm, kind and honest.", "honest", "nurse", False),
        ("The nurse was 85.", "85", "nurse", False),
        ("The firm has no more trucks.", "have truck", "truck", True),
        ("It is clear that the nurse was ill.", "ill", "nurse", False),
        ("The clerk called the note false and misleading.", "misleading", "note", False),
        ("What they are doing is a swindle.", "swindle", "do", False),
        ("The fate of the crew", "fate", "crew", False),
        ("She neither called nor wrote, and the nurse was ill.", "ill", "nurse", False),
        ("He is going to be a father.", "father", "he", False),
        ("The hall that the nurse is in has burned.", "in", "nurse", False),
        ("The gap is larger than the last.", "larger", "gap", False),
        ("It was a symptom of greed that people ignored.", "symptom", "it", False),
        ("The mayor called Lund a fraudster.", "fraudster", "lund", False),
        ("The yard was not under attack.", "attack", "yard", True),
        ("The nurse was by no means ill.", "ill", "nurse", True),
        ("The nurse was not ill but tired.", "tired", "nurse", False),
        ("The tenor was not a spy but a baker.", "baker", "tenor", False),
        ("We deny that the barn was unsafe.", "unsafe", "barn", True),
        ("As a clerk the tenor never worked with them.", "clerk", "tenor", False),
        ("That is a lot of nonsense.", "nonsense", "that", False),
        ("The nurse is not a real expert.", "expert", "nurse", True),
        ("The nurse is out of prison.", "out of prison", "nurse", False),
        ("The paper is far from perfect.", "perfect", "paper", True),
        ("The mill was state-owned.", "state-owned", "mill", False),
        ("The notes were likely not present.", "present", "note", True),
        ("The levy could make matters worse.", "worse", "matter", False),
        ("The rate was at 4 percent.", "at percent", "rate", False),
        ("The truce was a goal - and a triumph.", "goal", "truce", False),
        ("It shows a plan he calls a swindle.", "swindle", "plan", False),
        ("The guards shot dead three miners on Monday.", "dead", "miner", False),
    ]
)
def test_what_something_is_said_to_be(text, state, bearer, denied):
    found = [event for event in events(text) if event.predicate == state]
    assert found, [event.predicate for event in events(text)]
    assert (found[0].patient.head if found[0].patient else None, found[0].denied) == (bearer, denied)


@pytest.mark.parametrize(
    ("text", "kind", "completed"),
    [
        ("The dam is a grave threat to the valley.", "threat", "grave, to valley"),
        ("The firm was unprepared for the storm.", "unprepared", "for storm"),
        ("The two are in a dead heat.", "in heat", "dead"),
        ("The thieves took the guard by surprise.", "take guard", "by surprise"),
        ("The clerk has the right to speak.", "have right", "to speak"),
        ("The guard gave the boy a coat.", "give coat", "to boy"),
        ("The guard went too far.", "go", "too far"),
        ("The firm went out of business.", "go", "out of business"),
        ("The guard slept on Monday.", "sleep", ""),
    ],
)
def test_what_completes_a_word_is_told_with_it(text, kind, completed):
    assert [one.complement for one in events(text) if one.predicate == kind] == [completed]


def test_no_word_is_a_state_or_a_tool_that_only_says_how_or_what_for():
    found = events("The firms worked closely and blocked a road with the aim of raiding a convoy.")
    assert "close" not in [one.predicate for one in found]
    assert [one.instrument for one in found if one.predicate == "block"] == [None]


def test_a_state_is_told_of_all_who_are_joined_and_what_only_seems_so_is_possible():
    joined = [event for event in events("The nurse and the clerk were ill.") if event.predicate == "ill"]
    assert [event.patient.head for event in joined if event.patient] == ["nurse", "clerk"]
    (seeming,) = events("The nurse looked ill.")
    assert (seeming.predicate, seeming.factuality) == ("ill", "possible")


def test_a_verb_that_says_nothing_alone_says_what_completes_it():
    told = (
        ("The truth is that the mill burned.", "burn"),
        ("The tax does not make the nurse ill.", "ill"),
        ("The nurse is in favour of a tax.", "in favour"),
        ("his aim to repaint the barn", "repaint"),
        ("It is time to repaint the barn.", "repaint"),
    )
    for text, kind in told:
        assert [one.predicate for one in events(text) if one.main] == [kind], text


def test_what_somebody_says_in_a_debate_tells_more_than_in_passing():
    found = events("She told him in a debate that the clerk had stolen the purse.")
    assert [one.background for one in found if one.predicate == "steal"] == [False]


def test_an_it_that_holds_the_place_of_a_clause_is_nobody():
    assert not [event for event in events("It was unclear whether he fled.") if event.patient]


def test_a_time_or_number_behind_a_preposition_is_no_place():
    for text in (
        "The pump exploded at 5:30 p.m.",
        "The poet died at 91.",
        "At one point the crew slept.",
        "She sang in her 40s.",
    ):
        assert [event.place for event in events(text)] == [None], text


def test_a_bare_noun_says_how_and_not_where():
    where = {
        "The clerk resigned in order to sail.": None,
        "The law was passed in error.": None,
        "The mayor lied in the campaign.": None,
        "The firm closed a mill at year's end.": None,
        "The mayor apologised in a long letter.": None,
        "The clerk acted in good faith.": None,
        "The boys were held at gunpoint in a shed.": "a shed",
        "The poet died in prison.": "prison",
        "Two sailors were rescued off Lisk.": "Lisk",
    }
    for text, place in where.items():
        found = [event.place.text if event.place else None for event in events(text)]
        assert found[:1] == [place], text


def test_with_is_an_instrument_only_of_harm():
    (opened,) = events("The firm opened a shop with two partners.")
    (killed,) = events("He killed the guard with a wrench.")
    assert (opened.instrument, killed.instrument.head if killed.instrument else None) == (None, "wrench")


def test_half_a_hyphenated_word_tells_nothing():
    assert not [event for event in events("The debt-hit town slept.") if event.predicate == "attack"]


@at_rate(
    [
        ("Police arrested Marsh, Lund and Roe.", ("police",), ("marsh", "lund", "roe")),
        ("The mayor and his deputy opened the gate.", ("mayor", "deputy"), ("gate",)),
        ("The depot and mill were destroyed.", (), ("depot", "mill")),
        ("Orrin and Velm attacked the port and the yard.", ("orrin", "velm"), ("port", "yard")),
        ("The mayor or his deputy opened the gate.", ("mayor",), ("gate",)),
        ("Neither the mayor nor his deputy opened the gate.", ("mayor", "deputy"), ("gate",)),
    ],
    floor=0.85,
)
def test_what_is_told_of_several_joined_by_and_is_told_of_each(text, doers, things):
    told = [one for one in events(text) if not one.answers]
    agents = dict.fromkeys(one.agent.head for one in told if one.agent is not None)
    patients = dict.fromkeys(one.patient.head for one in told if one.patient is not None)
    assert (tuple(agents), tuple(patients)) == (doers, things)


@at_rate(
    [
        ("The port but not the yard was attacked.", ("port",), ("yard",)),
        ("The army shelled the port and not the yard.", ("army", "port"), ("army", "yard")),
        ("The army shelled not the yard but the port.", ("army", "port"), ("army", "yard")),
        ("The army did not shell the yard but the port.", ("army", "port"), ("army", "yard")),
        ("The army shelled not only the yard but the port.", ("army", "yard"), ()),
        ("The rebels, not the army, shelled the yard.", ("rebel", "yard"), ("army", "yard")),
        ("The yard was shelled by rebels, not by the army.", ("rebel", "yard"), ("army", "yard")),
        ("Neither the port nor the yard was attacked.", (), ("port", "yard")),
    ],
    floor=0.85,
)
def test_what_is_set_against_another_is_told_the_other_way_round(text, yes, no):
    told = [(role.head, one.denied) for one in events(text) if not one.answers for role in one.parties]
    parted = [dict.fromkeys(head for head, denied in told if denied is side) for side in (False, True)]
    assert (set(parted[0]), set(parted[1])) == (set(yes), set(no))
