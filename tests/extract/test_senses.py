"""What a verb means with its object, who a relative pronoun is, and what stands behind "by": rates."""

from tests.extract.events_of import events

SENSES = (
    ("Rebels fired rockets at dawn.", "fire", True),
    ("The firm fired the clerk.", "fire", False),
    ("The firm fired the clerk.", "dismiss", True),
    ("She was fired in May.", "dismiss", True),
    ("The army launched missiles.", "fire", True),
    ("The group launched a website.", "fire", False),
    ("The court cleared the mayor.", "acquit", True),
    ("Police cleared the street.", "acquit", False),
    ("The two firms struck a deal.", "attack", False),
    ("The jets struck the village.", "attack", True),
    ("The club beat its rivals.", "abuse", False),
    ("Guards beat the boy.", "abuse", True),
    ("The storm cut power.", "disrupt", True),
    ("The firm cut wages.", "disrupt", False),
    ("Troops seized the port.", "capture", True),
    ("The firm seized the opportunity.", "capture", False),
    ("The committee killed the bill.", "kill", False),
    ("The mayor broke the law.", "violate", True),
    ("The runner broke a leg.", "violate", False),
    # by what stands beside a noun
    ("She suffered a heart attack.", "attack", False),
    ("The attack on the port failed.", "attack", True),
    ("The nurses began a hunger strike.", "attack", False),
    ("The flaw allows the execution of code.", "kill", False),
    ("The execution of the general was cruel.", "kill", True),
    ("The launch of the phone is near.", "fire", False),
    ("The launch of two missiles alarmed them.", "fire", True),
    ("The firing of the coach was unfair.", "dismiss", True),
    ("They spent a great deal of money.", "agree", False),
    ("The firms signed a deal.", "agree", True),
    ("The death penalty is cruel.", "die", False),
    ("The crash victims were named.", "crash", True),
    ("The paper printed a leak of letters.", "pollute", False),
    # by a person, by no object, by the subject of what befalls
    ("The charity employs two nurses.", "use", False),
    ("The army employed drones.", "use", True),
    ("Crooks hijacked the computers.", "abduct", False),
    ("Pirates hijacked the tanker.", "abduct", True),
    ("The coach shut him down.", "close", False),
    ("The court shut down the mill.", "close", True),
    ("We suffered in silence.", "exist", False),
    ("They suffered losses.", "exist", True),
    ("Oil settled at 40 dollars.", "pay", False),
    ("The firm settled the bill.", "pay", True),
    ("The vicar delivered a sermon.", "send", False),
    ("The firm delivered parcels.", "send", True),
    ("A row erupted in the party.", "explode", False),
    ("The volcano erupted.", "explode", True),
    ("The guard grabbed her arm.", "manhandle", True),
    ("The firm grabbed a chance.", "manhandle", False),
    ("The poet died in her sleep.", "kill", False),
    ("The poet died in her sleep.", "die", True),
    ("The firm sold a mill.", "acquire", False),
    ("The club suspended the striker.", "halt", False),
    ("The bank suspended payments.", "halt", True),
    ("The navy recruited divers.", "send", False),
    ("The vote brought down the government.", "shoot_down", False),
    ("Gunners brought down a plane.", "shoot_down", True),
    ("The talks collapsed in May.", "collapse", False),
    ("The bridge collapsed in May.", "collapse", True),
    # by who does it, by a name as object, without object
    ("The woman was struck by a van.", "attack", False),
    ("A cyclone hit the coast.", "attack", False),
    ("A missile hit the coast.", "attack", True),
    ("She will beat Eva Lund in May.", "abuse", False),
    ("Guards beat Eva Lund.", "abuse", True),
    ("New ideas beat old ones.", "abuse", False),
    ("The rope broke.", "violate", False),
    ("The driver fled the scene.", "displace", False),
    ("The villagers fled the fighting.", "displace", True),
    ("The runner went into cardiac arrest.", "arrest", False),
    ("The panel concluded that the dam was weak.", "agree", False),
    ("The two states concluded a treaty.", "agree", True),
    ("The clinic provides comfort.", "send", False),
    ("The state provided weapons.", "send", True),
    ("The team executed the plan.", "kill", False),
    ("The rebels executed the teacher.", "kill", True),
    ("The critic did not buy the argument.", "acquire", False),
    ("Police stopped the car.", "halt", False),
    ("The thief left by the back door.", "support", False),
    ("Residents are used to floods.", "use", False),
    ("A list of complaints about the ferry", "list", False),
    ("The fate of the ferry", "fate", True),
    # by what else the article tells of
    ("The teachers put up a picket. A strike cost the town a lot.", "attack", False),
    ("Rebels shelled the port. A strike cost the town a lot.", "attack", True),
    ("A pedestrian was hurt. She was struck by a van.", "attack", False),
    ("Jets circled the port. The hospital was struck by a rocket.", "attack", True),
    ("The nominee said he beat her in May.", "abuse", False),
    ("The pitcher was quick. He hit the wall.", "attack", False),
    ("The board praised gun control.", "hold", False),
    ("The board wants control of the harbour.", "hold", True),
)
ROLES = (
    ("The mayor, whom police arrested, left.", "arrest", "patient", "The mayor"),
    ("They left the town, which the rebels seized.", "capture", "patient", "the town"),
    ("The boat that he says he sold sank.", "sell", "patient", "The boat"),
    ("The boy was arrested by police.", "arrest", "agent", "police"),
    ("The boy was arrested by mistake.", "arrest", "agent", None),
    ("The men were killed by a train.", "kill", "agent", "a train"),
    ("Guards arrested the boy by the arm.", "arrest", "agent", "Guards"),
    ("The crash left three people injured.", "injure", "patient", "three people"),
    ("What we are doing is closing the mine.", "close", "agent", "we"),
    ('He said: "Arrest the boy."', "arrest", "agent", None),
    ("It was decided to arrest the boy.", "arrest", "agent", None),
    ("The boss dared the clerk to attack him.", "attack", "agent", "the clerk"),
    ("Her firing was a mistake.", "dismiss", "patient", "Her"),
    ("Orrin's firing of rockets was a mistake.", "fire", "patient", "rockets"),
    ("The mayor cut taxes.", "cut tax", "patient", "taxes"),
    ("The pupils stood for hours.", "stand", "agent", "The pupils"),
    ("The nurse came in second with 4 points.", "come", "patient", None),
    ("The mill closed.", "close", "patient", "The mill"),
    ("The owner closed the mill.", "close", "patient", "the mill"),
    ("The crew stopped.", "halt", "agent", "The crew"),
)
SAID = (
    ("The tale is a different story.", "different"),
    ("The clerk is an honest man.", "honest"),
    ("The clerk is a spy.", "spy"),
)
RIGHT = 0.9


def test_a_verb_means_what_it_does_with_its_object():
    wrong = [
        (text, kind)
        for text, kind, is_so in SENSES
        if any(one.predicate == kind for one in events(text)) != is_so
    ]
    assert len(wrong) <= len(SENSES) * (1 - RIGHT), wrong


def test_roles_are_filled_by_what_a_word_stands_for():
    wrong = []
    for text, kind, role, wanted in ROLES:
        filled = [getattr(one, role) for one in events(text) if one.predicate == kind and not one.value]
        if [one.text if one else None for one in filled] != [wanted]:
            wrong.append((text, filled))
    assert len(wrong) <= len(ROLES) * (1 - RIGHT), wrong


def test_a_noun_that_says_little_leaves_it_to_its_adjective():
    assert all(wanted in [one.predicate for one in events(text)] for text, wanted in SAID)
