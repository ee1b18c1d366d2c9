"""Whether a deed is told as a fact: a table of constructions as a rate, and the lemmas of short verbs."""

import pytest

from tests.extract.events_of import events

ROWS = (
    # what governs it was done, or is told by somebody as done
    ("The crew managed to leave the ship.", "leave", "actual"),
    ("The crew was seen to leave the ship.", "leave", "actual"),
    ("The crew claims to have left the ship.", "leave", "actual"),
    ("The guards let the crew leave the ship.", "leave", "actual"),
    ("The guards forced the crew to leave the ship.", "leave", "actual"),
    ("They used a ladder to leave the ship.", "leave", "actual"),
    ("The crew tends to leave the ship.", "leave", "actual"),
    ("The rule required the crew to leave the ship.", "leave", "demanded"),
    ("The crew began leaving the ship.", "leave", "actual"),
    ("The crew was accused of leaving the ship.", "leave", "actual"),
    ("By leaving the ship the crew broke the rules.", "leave", "actual"),
    # wished, planned, ordered or owed
    ("The crew wanted to leave the ship.", "leave", "demanded"),
    ("The captain told the crew to leave the ship.", "leave", "demanded"),
    ("The captain suggested leaving the ship.", "leave", "demanded"),
    ("The crew had to leave the ship.", "leave", "demanded"),
    ("The crew must leave the ship.", "leave", "demanded"),
    ("Troops were sent to capture the ship.", "capture", "demanded"),
    ("Leave the ship at once.", "leave", "demanded"),
    ("The union demanded a raid on the yard.", "attack", "demanded"),
    ("The union called for a raid on the yard.", "attack", "demanded"),
    ("The captain insisted that the mate leave the ship.", "leave", "demanded"),
    ("The captain signed an order that the ship be captured.", "capture", "demanded"),
    # allowed, thought of, hoped
    ("The rules allow the crew to leave the ship.", "leave", "possible"),
    ("The captain talked of leaving the ship.", "leave", "possible"),
    ("The captain hopes that the crew left the ship.", "leave", "possible"),
    ("The crew may leave the ship.", "leave", "possible"),
    # to come
    ("The crew is expected to leave the ship.", "leave", "future"),
    ("The crew will leave the ship.", "leave", "future"),
    ("The mate will sail at noon and has left the ship.", "leave", "actual"),
    ("If the storm turned it was too late, but the crew left the ship.", "leave", "actual"),
    ("The mate, asked twice whether it was late, left the ship.", "leave", "actual"),
    ("The crew is going to leave the ship.", "leave", "future"),
    ("If the crew leaves the ship, it sinks.", "leave", "conditional"),
    ("It will sink if the storm turns and the crew leaves the ship.", "leave", "conditional"),
    ("The crew would have left the ship.", "leave", "conditional"),
    ("The crew is about to leave the ship.", "leave", "future"),
    ("Do not leave the ship.", "leave", "demanded"),
    ("Did the crew leave the ship?", "leave", "possible"),
    # an infinitive is known by its "to", whatever follows
    ("The bridge is expected to be closed.", "close", "future"),
    ("The crew appears to be leaving the ship.", "leave", "possible"),
    ("The crew seems to have left the ship.", "leave", "possible"),
    ("The crew is rumoured to have left the ship.", "leave", "possible"),
    ("The crew is believed to have left the ship.", "leave", "actual"),
    ("The crew must have left the ship.", "leave", "possible"),
    # a gerund behind a preposition, or as object
    ("The captain must save lives, including by leaving the ship.", "leave", "demanded"),
    ("The odds of leaving the ship are small.", "leave", "possible"),
    ("The mayor voiced support for leaving the ship.", "leave", "possible"),
    ("The captain is committed to leaving the ship.", "leave", "possible"),
    ("The captain warned against leaving the ship.", "leave", "possible"),
    ("The mate looked into leaving the ship.", "leave", "possible"),
    ("The mate mulled leaving the ship.", "leave", "possible"),
    ("The mate admitted to leaving the ship.", "leave", "actual"),
    ("The mate was thanked for leaving the ship.", "leave", "actual"),
    # a clause with tense under a guess, a fear or a doubt
    ("It is possible that the crew left the ship.", "leave", "possible"),
    ("The captain fears the crew left the ship.", "leave", "possible"),
    ("The fear is that the crew left the ship.", "leave", "possible"),
    ("The captain is not sure that the crew left the ship.", "leave", "possible"),
    ("The court did not find that the crew left the ship.", "leave", "possible"),
    ("The captain is sure that the crew left the ship.", "leave", "actual"),
    ("It was not clear why the crew left the ship.", "leave", "actual"),
    # a time that is still to come
    ("When the crew leaves the ship, the port will close.", "leave", "future"),
    ("The port must stay shut until the crew leaves the ship.", "leave", "future"),
    ("When the crew left the ship, the port closed.", "leave", "actual"),
    ("The mate waits until the crew leaves the ship.", "leave", "future"),
    ("The mate said he would sail once the crew left the ship.", "leave", "future"),
    ("The mate would not sail after the crew left the ship.", "leave", "actual"),
    # asked, or not sure
    ("The mate asked which of them left the ship.", "leave", "possible"),
    ("The mate asked why the crew left the ship.", "leave", "actual"),
    ("We will see who leaves the ship.", "leave", "possible"),
    ("There is no guarantee that troops will capture the ship.", "capture", "possible"),
    ("The mate is sure that the crew will leave the ship.", "leave", "future"),
    ("The captain is expecting that the crew will leave the ship.", "leave", "future"),
    # what shall be
    ("It is vital that the crew leave the ship.", "leave", "demanded"),
    ("It is strange that the crew left the ship.", "leave", "actual"),
    ("The mate asked that everyone leave the ship.", "leave", "demanded"),
    ("Press on and the crew left the ship.", "leave", "actual"),
    # judged in general, or met about
    ("Robbing the ship is a crime.", "steal", "possible"),
    ("Robbing the ship was the plan.", "steal", "possible"),
    ("Robbing the ship was a mistake.", "steal", "actual"),
    ("Shelling hits the ship.", "attack", "actual"),
    ("The ship is almost empty.", "empty", "actual"),
    ("The ship is potentially empty.", "empty", "possible"),
    ("They met about leaving the ship.", "leave", "possible"),
    ("They complained about leaving the ship.", "leave", "actual"),
    ("The mate raised the difficulty of leaving the ship.", "leave", "possible"),
    # beside a plan, not planned
    ("The mate threatened the crew, damaging the ship.", "damage", "actual"),
    ("The mate got to leave the ship.", "leave", "actual"),
    ("The mate has got to leave the ship.", "leave", "demanded"),
    ("It would take a miracle for troops to capture the ship.", "capture", "possible"),
    # supposed by the order of words
    ("Should the crew leave the ship, it will sink.", "leave", "conditional"),
    ("Had the crew left the ship, it would have sunk.", "leave", "conditional"),
    # how it came out, and who did it first
    ("The index rose to close at 900.", "close", "actual"),
    ("The mill was sold to close the gap.", "close", "demanded"),
    ("It is hard to leave the ship.", "leave", "possible"),
    ("The mate is one of two officers to leave the ship.", "leave", "actual"),
    ("The crew loves to leave the ship.", "leave", "actual"),
    # "help", "let" and "make" take no clause with tense
    ("The captain offered to help guests and sailors leave the ship.", "leave", "demanded"),
    # what hangs on what only is supposed, to be made, or to be made sure of
    ("If the mate finds that the crew left the ship, he will call.", "leave", "conditional"),
    ("In cases where the crew damages the ship, the mate calls.", "damage", "conditional"),
    ("It can be argued that the crew left the ship.", "leave", "possible"),
    ("I can confirm that the crew left the ship.", "leave", "actual"),
    ("The mate must admit that the crew left the ship.", "leave", "actual"),
    ("The mate must make sure that the crew leaves the ship.", "leave", "demanded"),
    ("The mate has to prove that the crew left the ship.", "leave", "demanded"),
    ("We need crews that support the mate.", "support", "demanded"),
    ("We must build boats that support divers.", "support", "demanded"),
    ("The mate will sell boats that pollute the bay.", "pollute", "actual"),
    ("They will focus on leaving the ship.", "leave", "future"),
    ("The plan has the potential of damaging the ship.", "damage", "possible"),
    ("The mate pressured the crew to leave the ship.", "leave", "possible"),
    # told by a headline, or ordered in a quotation
    ("Mayor to resign over storm.", "resign", "future"),
    ("Bridge to be closed for repairs.", "close", "future"),
    ('The mate said: "Leave the ship."', "leave", "demanded"),
    # deeds told by nouns
    ("The planned raid on the yard was praised.", "attack", "future"),
    ("The possible raid on the yard was discussed.", "attack", "possible"),
    ("Officials spoke of a raid threat.", "attack", "possible"),
    ("Officials feared a raid on the yard.", "attack", "possible"),
    ("Officials survived a raid on the yard.", "attack", "actual"),
    ("The allegations of a raid were denied.", "attack", "possible"),
    ("The yard would bear the cost of a raid.", "attack", "future"),
    ("The yard would bear the cost of the raid.", "attack", "actual"),
    ("The yard will close after a raid.", "attack", "actual"),
    # a second one is as real as the first it is joined to
    ("The mate wanted to rest and then leave the ship.", "leave", "demanded"),
    ("The union called for talks and a raid on the yard.", "attack", "demanded"),
    ("The plan would cause a riot and a raid.", "attack", "future"),
    ("The mate survived a riot and a raid.", "attack", "actual"),
    # a noun that tells in what state something is
    ("The yard might be under attack.", "attack", "possible"),
    ("The mate asked if the yard was under attack.", "attack", "conditional"),
    ("The yard was under attack.", "attack", "actual"),
    ("A raid on the yard is unlikely.", "attack", "possible"),
    # what shall be, without "that"
    ("It is time the ship be captured.", "capture", "demanded"),
    ("The guards let the ship be captured.", "capture", "actual"),
    ("No one doubts that the crew left the ship.", "leave", "actual"),
    # what others claim, and what almost was
    ("The captain did not answer reports that troops captured the ship.", "capture", "possible"),
    ("The captain could not confirm reports that troops captured the ship.", "capture", "possible"),
    ("The captain confirmed reports that troops captured the ship.", "capture", "actual"),
    ("The crew was on the verge of leaving the ship.", "leave", "possible"),
    ("The crew took two hours to leave the ship.", "leave", "actual"),
    ("The crew took a rope to leave the ship.", "leave", "possible"),
)
RIGHT = 0.95
NEGATED = (
    ("The mate does not think that the crew left the ship.", True),
    ("The mate did not believe the crew left the ship.", True),
    ("The mate did not want to leave the ship.", True),
    ("The mate refused to leave the ship.", True),
    ("The mate can no longer leave the ship.", True),
    ("The mate knows that the crew left the ship.", False),
    ("The mate did not know that the crew left the ship.", False),
    ("The storm did not cause the crew to leave the ship.", True),
    ("The mate refused to let the crew leave the ship.", True),
    ("The mate did not see the crew leave the ship.", False),
    ("The mate did not plan to leave the ship.", True),
    ("The mate forgot to leave the ship.", True),
    ("The mate was unable to leave the ship.", True),
    ("The mate avoided leaving the ship.", True),
    ("The mate ruled out leaving the ship.", True),
    ("The mate was barred from leaving the ship.", True),
    ("The guards failed to stop the mate from leaving the ship.", False),
    ("The guards could have stopped the mate from leaving the ship.", False),
    ("The mate did not hesitate to leave the ship.", False),
    ("The mate cannot wait to leave the ship.", False),
    ("The mate cannot simply leave the ship.", True),
    ("The mate did not just leave the ship.", False),
    ("Nobody called or left the ship.", True),
    ("Neither of them called or left the ship.", True),
    ("The mate either called or left the ship.", False),
    ("The mate was not able to leave the ship.", True),
    ("The mate was too ill to leave the ship.", True),
    ("The mate was not too ill to leave the ship.", False),
    ("Merely asking him may not leave the mate calm.", True),
    ("The mate was not glad to leave the ship.", False),
    ("The mate did not mind leaving the ship.", False),
    ("They asked whether or not the mate left the ship.", False),
    ("It is not hard to leave the ship.", False),
    ("It was not possible to leave the ship.", True),
    ("The mate did not leave just the ship.", False),
    ("The mate failed to sell or leave the ship.", True),
    ("The mate failed to rest and left the ship.", False),
    ("Guards stopped the mate from painting and leaving the ship.", True),
    ("The mate sailed without resting or leaving the ship.", True),
    ("There was no evidence that the mate slept or left the ship.", True),
    ("There was no evidence that the mate slept, and he left the ship.", False),
    ("I do not think that the mate slept or left the ship.", True),
    ("It is not true that the mate left the ship.", True),
    ("It is true that the mate left the ship.", False),
    ("It is false that the mate left the ship.", True),
    ("It is no lie that the mate left the ship.", False),
    ("It is no secret that the mate left the ship.", False),
    ("Far from leaving the ship, the mate slept.", True),
    ("Not one of them left the ship.", True),
    ("Not everyone left the ship.", True),
    ("Not only the mate left the ship.", False),
    ("The mate, not the cook, left the ship.", False),
    ("The mate denied that he slept or left the ship.", True),
    ("Hardly any of them left the ship.", True),
    ("The mate did not leave the ship until noon.", False),
    ("The mate will not leave the ship until noon.", True),
)
RAIDS = (
    ("Guards foiled a raid on the yard.", True),
    ("Guards averted a raid on the yard.", True),
    ("Guards failed to prevent the raid on the yard.", False),
    ("Guards could have prevented the raid on the yard.", False),
    ("The army did not report any raids on the yard.", True),
    ("The army did not condemn the raid on the yard.", False),
    ("There were zero raids on the yard.", True),
    ("The law brings a ban on raids.", True),
    ("The law brings a report on raids.", False),
    ("The mate is not the only man who raided the yard.", False),
    ("The mate is not the man who raided the yard.", True),
    ("The mate rejected claims that he raided the yard.", True),
    ("It is a lie that the mate raided the yard.", True),
    ("The crew spread the myth that the mate raided the yard.", True),
    ("The crew spread the news that the mate raided the yard.", False),
    ("The army did not carry out a theft or a raid.", True),
    ("Guards foiled a theft and a raid on the yard.", True),
    ("Guards reported a theft and a raid on the yard.", False),
    ("There is no doubt that the mate raided the yard.", False),
    ("There is no proof that the mate raided the yard.", True),
    ("Guards saw no sign of a raid on the yard.", True),
    ("Guards saw signs of a raid on the yard.", False),
    ("Guards had no idea that the mate raided the yard.", False),
    ("The claim that the mate raided the yard is false.", True),
    ("The claim that the mate raided the yard is true.", False),
    ("The fact that the mate raided the yard is not new.", False),
    ("The mate did not mention the fact that he raided the yard.", False),
    ("The mate did not answer claims that the crew raided the yard.", False),
    ("There is no truth in reports that the crew raided the yard.", True),
    ("It makes no difference that the crew raided the yard.", False),
    ("The mate was acquitted of raiding the yard.", True),
    ("The mate was convicted of raiding the yard.", False),
)


def test_a_deed_is_as_real_as_what_governs_it_lets_it_be():
    wrong = [
        (text, wanted, told)
        for text, kind, wanted in ROWS
        for told in [[event.factuality for event in events(text) if event.predicate == kind]]
        if set(told) != {wanted}
    ]
    assert len(wrong) <= len(ROWS) * (1 - RIGHT), wrong


@pytest.mark.parametrize(("text", "denied"), NEGATED)
def test_a_deed_is_denied_where_its_governor_says_that_it_was_not_done(text, denied):
    left = next(event for event in events(text) if event.predicate == "leave")
    assert left.denied is denied


@pytest.mark.parametrize(("text", "denied"), RAIDS)
def test_a_deed_told_by_a_noun_is_denied_where_it_was_kept_from_happening(text, denied):
    (raid,) = (event for event in events(text) if event.lemma == "raid")
    assert raid.denied is denied


def test_what_is_given_to_nobody_is_not_given_and_detention_without_charge_is_one():
    (given,) = (event for event in events("The firm paid money to no one.") if event.predicate == "pay")
    assert given.denied
    held = [
        event
        for event in events("The army practised detention without charge.")
        if event.lemma == "detention"
    ]
    assert held
    assert not any(event.denied for event in held)


def test_not_the_only_cause_is_a_cause_all_the_same():
    assert not [
        event
        for event in events("The wind was not the only cause.")
        if event.predicate == "cause" and event.denied
    ]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The mayor hoped for rain.", "hope"),
        ("The children hopped over the rope.", "hop"),
        ("The fire raged for hours.", "rage"),
        ("Inspectors rated the risk.", "rate"),
        ("The clerk planned a trip.", "plan"),
        ("The clerk visited the yard.", "visit"),
    ],
)
def test_a_short_verb_keeps_its_silent_e(text, lemma):
    assert lemma in [event.lemma for event in events(text)]
