"""Figures of a claim: what is counted, what happened to it, of whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.extract.counts.quantities import quantities
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source

TABLE = [
    # one verb, one number
    ("Seven miners were killed.", [(7, 7, "people", "killed", "worker")]),
    ("Six lorries were destroyed.", [(6, 6, "lorry", "destroyed", None)]),
    ("The fire gutted six barns.", [(6, 6, "barn", "destroyed", None)]),
    ("The blaze destroyed 40 homes.", [(40, 40, "house", "destroyed", None)]),
    ("The avalanche injured five people.", [(5, 5, "people", "injured", "person")]),
    ("The company laid off 2,500 workers.", [(2500, 2500, "people", "laid off", "worker")]),
    ("Police arrested 31 protesters.", [(31, 31, "people", "arrested", "protester")]),
    ("At least 60 passengers drowned.", [(60, None, "people", "killed", "passenger")]),
    ("The flood displaced 12,000 villagers.", [(12000, 12000, "people", "displaced", "civilian")]),
    ("The dealer sold 300 tractors.", [(300, 300, "tractor", "sold", None)]),
    ("Rescuers saved 14 hikers.", [(14, 14, "people", "rescued", "person")]),
    ("The navy sank two trawlers.", [(2, 2, "trawler", "sunk", None)]),
    ("Air defences shot down three drones.", [(3, 3, "drone", "shot down", None)]),
    ("Thirty boats are missing.", [(30, 30, "boat", "missing", None)]),
    ("The clinic treated 19 patients.", [(19, 19, "people", "hospitalised", "patient")]),
    ("Nine sailors are missing.", [(9, 9, "people", "missing", "soldier")]),
    ("Pirates kidnapped four engineers.", [(4, 4, "people", "kidnapped", "worker")]),
    ("The storm damaged 1,200 vehicles.", [(1200, 1200, "vehicle", "damaged", None)]),
    ("Some 80 sheep were killed.", [(80, 80, "sheep", "killed", None)]),
    ("The dealer sold 40 e-bikes.", [(40, 40, "bike", "sold", None)]),
    ("Hundreds of match-goers came.", [(100, None, "people", "come", "person")]),
    ("The number of miners killed when the shaft fell in has risen to seven.", [(7, 7, "people", "killed", "worker")]),
    ("The paper says the club sold 300 boats.", [(300, 300, "boat", "sold", None)]),
    ("The paper listed 300 boats.", [(300, 300, "boat", None, None)]),
    ("Thieves took jewels worth £1. 7 million.", [(1.7e6, 1.7e6, "GBP", "take", None)]),
    ("The striker scored three in 15 minutes.", []),
    ("A ticket costs $5. 3 million people came.", [(5, 5, "USD", None, None), (3e6, 3e6, "people", "come", "person")]),
    ("The firm lost around €60, 000.", [(60000, 60000, "EUR", "lose", None)]),
    # a verb and the words behind it
    ("Nine hikers lost their lives in the flood.", [(9, 9, "people", "killed", "person")]),
    ("The landslide took the lives of six miners.", [(6, 6, "people", "killed", "worker")]),
    ("Two guards were beaten to death.", [(2, 2, "people", "killed", "police")]),
    ("The jury sentenced two men to death.", [(2, 2, "people", "sentence", "person")]),
    ("Five sailors were found dead.", [(5, 5, "people", "killed", "soldier")]),
    ("Seven cyclists suffered injuries.", [(7, 7, "people", "injured", "person")]),
    ("Thirty pupils were rushed to a nearby hospital.", [(30, 30, "people", "hospitalised", "child")]),
    ("Eleven men were taken into custody.", [(11, 11, "people", "arrested", "person")]),
    ("Eight tourists were taken hostage.", [(8, 8, "people", "kidnapped", "civilian")]),
    ("Ninety guests tested positive.", [(90, 90, "people", "infected", "person")]),
    ("Some 300 miners lost their jobs.", [(300, 300, "people", "laid off", "worker")]),
    ("Six barns were reduced to ash.", [(6, 6, "barn", "destroyed", None)]),
    ("The storm left 2,000 homes without power.", [(2000, 2000, "house", "without power", None)]),
    ("The airline cancelled 140 flights.", [(140, 140, "flight", "cancelled", None)]),
    ("Two hikers have disappeared.", [(2, 2, "people", "missing", "person")]),
    ("Four men were found guilty.", [(4, 4, "people", "convicted", "person")]),
    ("The rally was attended by 900 farmers.", [(900, 900, "people", "attended", "worker")]),
    ("Police put the march at 7,000 people.", [(7000, 7000, "people", "attended", "person")]),
    ("The islet is inhabited by 60 people.", [(60, 60, "people", "population", "person")]),
    ("Some 400 people live in the hamlet.", [(400, 400, "people", "population", "person")]),
    ("The hamlet's population is 410.", [(410, 410, "people", "population", "person")]),
    ("Customs confiscated 12 pistols and 300 rounds.", [(12, 12, "pistol", "seized", None), (300, 300, "round", "seized", None)]),
    ("The gang seized two sailors.", [(2, 2, "people", "captured", "soldier")]),
    ("Burglars made off with 14 paintings.", [(14, 14, "painting", "stolen", None)]),
    ("Two men made off with a safe.", [(2, 2, "people", "make off", "person")]),
    # what befell a thing befell what it is worth
    ("Burglars stole stamps valued at $3 million.", [(3e6, 3e6, "USD", "stolen", None)]),
    ("Stamps worth $3 million were stolen.", [(3e6, 3e6, "USD", "stolen", None)]),
    # how far off something is
    ("The driver was arrested three streets away.", []),
    ("She was found two doors down from the mill.", []),
    # hurt, ill, or at risk, told otherwise than as injured
    ("Six welders suffered severe burns.", [(6, 6, "people", "injured", "person")]),
    ("Four guards suffered smoke inhalation.", [(4, 4, "people", "injured", "police")]),
    ("Two climbers broke their legs.", [(2, 2, "people", "injured", "person")]),
    ("Three climbers had life-threatening injuries.", [(3, 3, "people", "injured", "person")]),
    ("Eight riders remained in critical condition.", [(8, 8, "people", "critical", "passenger")]),
    ("Two of the injured were in intensive care.", [(2, 2, "people", "critical", "person")]),
    ("Nine guests were diagnosed with measles.", [(9, 9, "people", "infected", "person")]),
    ("Thirty pupils suffered from food poisoning.", [(30, 30, "people", "infected", "child")]),
    ("The province recorded 40 new infections.", [(40, 40, "people", "infected", "person")]),
    ("Some 60 guests were inside.", [(60, 60, "people", "inside", "person")]),
    ("The merger put 90 clerks out of work.", [(90, 90, "people", "laid off", "worker")]),
    ("About 400 farmers came to the rally.", [(400, 400, "people", "attended", "civilian")]),
    ("Ninety guests had been on board.", [(90, 90, "people", "aboard", "person")]),
    ("The ferry can carry 300 passengers.", [(300, 300, "people", "capacity", "passenger")]),
    ("The ferry was licensed to carry 40 passengers.", [(40, 40, "people", "capacity", "passenger")]),
    # both are two
    ("Both drivers were killed.", [(2, 2, "people", "killed", "worker")]),
    ("Both of the pilots died.", [(2, 2, "people", "killed", "soldier")]),
    ("Both were taken to hospital.", [(2, 2, "people", "hospitalised", "person")]),
    ("Both towns were shelled.", []),
    ("Both bills passed.", []),
    ("Four barns were damaged and two destroyed.", [(4, 4, "barn", "damaged", None), (2, 2, "barn", "destroyed", None)]),
    # a part of known ones is no count of them
    ("Three of the dead worked for a contractor.", [(3, 3, "people", "work", "person")]),
    ("Ten of those arrested were charged.", [(10, 10, "people", "charged", "person")]),
    ("Two of the men killed in the raid were farmers.", [(2, 2, "people", None, "person")]),
    ("Five of the passengers aboard died.", [(5, 5, "people", "killed", "passenger")]),
    # a part of the injured, and what did not happen
    ("Four people were seriously injured.", [(4, 4, "people", "seriously injured", "person")]),
    ("Three badly hurt climbers were rescued.", [(3, 3, "people", "rescued", "person")]),
    ("Twelve riders sustained minor injuries.", [(12, 12, "people", "slightly injured", "passenger")]),
    ("The collision critically injured two riders.", [(2, 2, "people", "seriously injured", "passenger")]),
    ("Four pupils were not injured.", [(4, 4, "people", "not injured", "child")]),
    ("Nobody lost their life.", [(0, 0, "people", "killed", "person")]),
    ("A nurse was stabbed to death.", [(1, 1, "people", "killed", "worker")]),
    # a clause between the counted and the verb
    ("A man who shot six people was arrested.", [(6, 6, "people", "shot", "person")]),
    ("The guard who robbed nine passengers died.", [(9, 9, "people", "rob", "passenger")]),
    ("At least 12 people who were inside were killed.", [(12, None, "people", "killed", "person")]),
    # the number alone
    ("The crash killed 12.", [(12, 12, "people", "killed", "person")]),
    ("Eighteen were killed and 35 injured.", [(18, 18, "people", "killed", "person"), (35, 35, "people", "injured", "person")]),
    ("Ferry fire: 7 killed, 40 hurt", [(7, 7, "people", "killed", "person"), (40, 40, "people", "injured", "person")]),
    ("The blast left 12 dead and 30 wounded.", [(12, 12, "people", "killed", "person"), (30, 30, "people", "injured", "person")]),
    ("Train Crash Kills 9", [(9, 9, "people", "killed", "person")]),
    ("Ten die in hotel fire", [(10, 10, "people", "killed", "person")]),
    ("The landslide buried a bus, killing at least 8 and injuring 20.", [(8, None, "people", "killed", "person"), (20, 20, "people", "injured", "person")]),
    ("Raiders hit the market, killing a child and wounding two.", [(1, 1, "people", "killed", "child"), (2, 2, "people", "injured", "person")]),
    ("Gunmen shot dead an officer.", [(1, 1, "people", "killed", "police")]),
    ("A fire killed a nurse and three patients.", [(1, 1, "people", "killed", "worker"), (3, 3, "people", "killed", "patient")]),
    ("Dozens have died.", [(12, None, "people", "killed", "person")]),
    ("The quake killed 600 and left thousands homeless.", [(600, 600, "people", "killed", "person"), (1000, None, "people", "homeless", "person")]),
    # two events, one number
    ("More than 100 sailors were killed and injured.", [(100, None, "people", "killed and injured", "soldier")]),
    ("The raid killed or wounded 50 militants.", [(50, 50, "people", "killed and injured", "militant")]),
    ("The regiment suffered 200 casualties.", [(200, 200, "people", "killed and injured", "person")]),
    ("The storm destroyed or damaged 1,500 barns.", [(1500, 1500, "barn", "destroyed and damaged", None)]),
    # nouns that say what happened
    ("The province reported 16 deaths.", [(16, 16, "people", "killed", "person")]),
    ("The ministry counted 12 civilian deaths.", [(12, 12, "people", "killed", "civilian")]),
    ("Officials confirmed the deaths of 12 firefighters.", [(12, 12, "people", "killed", "rescuer")]),
    ("The hospital recorded 44 injuries.", [(44, 44, "people", "injured", "person")]),
    ("The famine claimed an estimated 30,000 lives.", [(30000, 30000, "people", "killed", "person")]),
    # running counts
    ("The death toll rose to 10.", [(10, 10, "people", "killed", "person")]),
    ("The death toll from the floods climbed above 40.", [(40, None, "people", "killed", "person")]),
    ("The mayor put the death toll at 23.", [(23, 23, "people", "killed", "person")]),
    ("The number of injured reached 140.", [(140, 140, "people", "injured", "person")]),
    ("Fatalities now stand at 31.", [(31, 31, "people", "killed", "person")]),
    ("Officials gave a death toll of 17.", [(17, 17, "people", "killed", "person")]),
    # shares and parts
    ("Of the crew, 404 of its sailors have been killed.", [(404, 404, "people", "killed", "soldier")]),
    ("Scores of farmers were evacuated.", [(20, None, "people", "evacuated", "civilian")]),
    ("Half of the homes were destroyed.", [(50, 50, "percent", "destroyed", None)]),
    ("Between half and two-thirds of homes had been damaged.", [(50, 66.6, "percent", "damaged", None)]),
    ("The party won 52 percent of the vote.", [(52, 52, "percent", "win", None)]),
    ("Unemployment rose to 7.5 percent.", [(7.5, 7.5, "percent", "rise", None)]),
    ("The bank put the deficit at 9 percent of output.", [(9, 9, "percent", None, None)]),
    # money
    ("The bank paid $1.2bn in fines.", [(1.2e9, 1.2e9, "USD", "paid", None)]),
    ("Revenue fell to €40 million.", [(4e7, 4e7, "EUR", "fall", None)]),
    ("Thieves stole £300,000.", [(3e5, 3e5, "GBP", "stolen", None)]),
    ("The club spent hundreds of thousands of dollars.", [(1e5, None, "USD", "spend", None)]),
    ("The plan would save $10 million.", [(1e7, 1e7, "USD", "save", None)]),
    ("Fifty of the city’s best cooks were fired.", [(50, 50, "people", "laid off", "worker")]),
    ("Her rating is down 13 points.", []),
    ("Two men were shot and killed.", [(2, 2, "people", "killed", "person")]),
    ("Guards shot three looters.", [(3, 3, "people", "shot", "person")]),
    ("The agency released 2,093 emails.", [(2093, 2093, "email", "released", None)]),
    ("The club was fined $100,000.", [(1e5, 1e5, "USD", "fined", None)]),
    ("More than $20 million of the $27 million was spent.", [(2e7, None, "USD", "spend", None), (2.7e7, 2.7e7, "USD", None, None)]),
    # magnitudes
    ("A magnitude-5.9 earthquake struck the coast.", [(5.9, 5.9, "magnitude", "earthquake", None)]),
    ("A 6.1-magnitude quake struck the coast.", [(6.1, 6.1, "magnitude", "earthquake", None)]),
    ("The quake had a magnitude of at least 6.", [(6, None, "magnitude", "earthquake", None)]),
    ("The tremor measured 4.8 on the Richter scale.", [(4.8, 4.8, "magnitude", "earthquake", None)]),
    ("One agency put the quake's magnitude at 5.9, but another said it was 6.1.", [(5.9, 5.9, "magnitude", "earthquake", None), (6.1, 6.1, "magnitude", "earthquake", None)]),
    ("Aftershocks ranged in magnitude from 3.6 to 4.3.", [(3.6, 4.3, "magnitude", "aftershock", None)]),
    ("A strong aftershock of magnitude 5.1 followed.", [(5.1, 5.1, "magnitude", "aftershock", None)]),
    # measures and places
    ("The spill covered 40 square kilometres.", [(40, 40, "square km", "cover", None)]),
    ("The tanker leaked 300 tonnes of oil.", [(300, 300, "tonne", "leak", None)]),
    ("The epicentre was 58km (36 miles) off the coast.", [(58, 58, "km", None, None)]),
    ("The island is home to 120,000 people.", [(120000, 120000, "people", "population", "person")]),
    ("The town has a population of more than 9,000.", [(9000, None, "people", "population", "person")]),
    # courts
    ("He was sentenced to 12 years in prison.", [(12, 12, "year", "sentenced", None)]),
    ("He faces up to 75 years to life in prison.", [(None, 75, "year", "sentenced", None)]),
    ("She was convicted on three counts.", [(3, 3, "count", "convicted", None)]),
    ("The victim was a mother of six.", [(6, 6, "people", "children", "child")]),
    ("Jurors heard that 13 shots were fired.", [(13, 13, "shot", "fired", None)]),
    # names between the number and the counted
    ("At least 200 North Korean troops were wounded.", [(200, None, "people", "injured", "soldier")]),
    ("About 40 New Zealand tourists were rescued.", [(40, 40, "people", "rescued", "civilian")]),
    ("More than 80 West African migrants drowned.", [(80, None, "people", "killed", "migrant")]),
    ("Some 20 Red Cross workers were detained.", [(20, 20, "people", "arrested", "worker")]),
    ("Up to 150 New York firefighters are ill.", [(None, 150, "people", "infected", "worker")]),
    ("Twelve Grad rockets were destroyed.", [(12, 12, "rocket", "destroyed", None)]),
    ("The 5 Elms road was damaged.", []),
    # crowds
    ("The ministry said 10,000 attended the rally.", [(10000, 10000, "people", "attended", "person")]),
    ("Some 5,000 people marched through the town.", [(5000, 5000, "people", "attended", "person")]),
    # parts of a figure
    ("The blast killed 45 people, including 12 children.", [(45, 45, "people", "killed", "person"), (12, 12, "people", "killed", "child")]),
    ("The death toll stands at 45, including 12 children.", [(45, 45, "people", "killed", "person"), (12, 12, "people", "killed", "child")]),
    ("45 people, 12 of them children, were killed.", [(45, 45, "people", "killed", "person"), (12, 12, "people", "killed", "child")]),
    ("45 people were injured, 12 of whom later died.", [(45, 45, "people", "injured", "person"), (12, 12, "people", "killed", "person")]),
    ("Forty died, including 12 in the capital.", [(40, 40, "people", "killed", "person")]),
    ("Seven of the 40 miners died.", [(7, 7, "people", "killed", "worker")]),
    ("None of the 30 passengers was hurt.", [(0, 0, "people", "injured", "person")]),
    ("Half of the 40 homes were destroyed.", [(50, 50, "percent", "destroyed", None)]),
    ("The deaths of 40 miners were reported.", [(40, 40, "people", "killed", "worker")]),
    # losses
    ("The army lost 92 people, among them 77 soldiers.", [(92, 92, "people", "killed", "person"), (77, 77, "people", "killed", "soldier")]),
    ("The rebels lost up to 200 fighters and ten tanks.", [(None, 200, "people", "killed", "militant"), (10, 10, "tank", "lose", None)]),
    ("Over 200 men were lost.", [(200, None, "people", "killed", "person")]),
    ("The airline lost 2,000 customers.", [(2000, 2000, "people", "lose", "person")]),
    ("The town has lost 300 people in a decade.", [(300, 300, "people", "lose", "person")]),
    ("The bank lost 90 people to a rival.", [(90, 90, "people", "lose", "person")]),
    ("The rebels lost 14 of their 90 tanks.", [(14, 14, "tank", "lose", None)]),
    # bounds
    ("As many as 30 people died.", [(None, 30, "people", "killed", "person")]),
    ("No fewer than 18 miners died.", [(18, None, "people", "killed", "worker")]),
    ("A total of 64 houses were destroyed.", [(64, 64, "house", "destroyed", None)]),
    ("All 12 crew were rescued.", [(12, 12, "people", "rescued", "passenger")]),
    ("Between 30 and 40 people were injured.", [(30, 40, "people", "injured", "person")]),
    ("Fewer than 10 people are missing.", [(None, 10, "people", "missing", "person")]),
    # verbs with their particle
    ("Four drones were shot down.", [(4, 4, "drone", "shot down", None)]),
    ("Two ministers were forced from office.", [(2, 2, "people", "force", "person")]),
    # none at all
    ("No soldiers were killed.", [(0, 0, "people", "killed", "soldier")]),
    ("No more soldiers were killed.", []),
    ("There were no casualties.", [(0, 0, "people", "killed and injured", "person")]),
    ("No one was hurt.", [(0, 0, "people", "injured", "person")]),
    ("Nobody was killed.", [(0, 0, "people", "killed", "person")]),
    # nothing to count
    ("The talks lasted 48 hours.", []),
    ("He has led the party for 20 months.", []),
    ("Both leaders met the two ministers.", []),
    ("One estimate was rejected.", []),
    ("The treaty of 1994 still holds.", []),
    ("The 8 Corners gang denied it.", []),
    ("The third season four finale aired at 9:00AM.", []),
    ("The League of 7 Movement denied it.", []),
    ("A spokesman said nothing was found.", []),
    ("The union has 100 more than the league.", []),
    ("Several leaders urged calm.", []),
]  # fmt: skip

OF_WHOM = [
    ("More than 100 French sailors were killed.", "French sailors", "france", "soldier"),
    ("Twelve Kenyan army officers were killed.", "Kenyan army officers", "kenya", "soldier"),
    ("Nine police officers were hurt.", "police officers", None, "police"),
    ("404 of its soldiers have been killed.", "its soldiers", None, "soldier"),
    ("20 of their soldiers were wounded.", "their soldiers", None, "soldier"),
    ("Three Norwegian tankers were damaged.", "Norwegian tankers", "norway", None),
    ("Twelve Brazilians were arrested.", "Brazilians", "brazil", "person"),
    ("Six Polish miners were killed.", "Polish miners", "poland", "worker"),
    ("Two workers from Chile were killed.", "workers from Chile", "chile", "worker"),
]

LOSERS = [
    ("Our losses are 12 killed.", True, None),
    ("We have lost six tanks.", True, None),
    ("Peru lost 17 soldiers.", None, "peru"),
    ("Norwegian losses were 300 dead.", None, "norway"),
    ("Chile has suffered 40 casualties.", None, "chile"),
    ("The brigade suffered 12 casualties.", None, None),
    ("Peru killed 17 soldiers.", None, None),
]

WINDOWS = [
    ("At least four pupils were killed overnight.", "overnight"),
    ("Sixteen pilots were killed in the past 48 hours.", "the past 48 hours"),
    ("404 pilots have been killed since September 27.", "since September 27"),
    ("The death toll from four days of rioting rose to 40.", "four days of rioting"),
    ("The plant lost 90 jobs last year.", "last year"),
    ("The pit lost 90 miners.", None),
    ("The pit lost 90 jobs more than last year.", None),
    ("The pit lost 90 jobs, compared with last month.", None),
]


def _article(text):
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=position, end=position + len(line), kind="body"))
        position += len(line) + 1
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=tuple(blocks))
    return parse(source)


def _read(text, spans=None):
    return quantities(_article(text), spans or ((0, len(text)),))


@at_rate(TABLE)
def test_figures_say_what_is_counted_and_what_happened(text, expected):
    assert [(q.low, q.high, q.unit, q.event, q.category) for q in _read(text)] == expected


@pytest.mark.parametrize(("text", "of", "side", "category"), OF_WHOM)
def test_figures_say_of_whom(text, of, side, category):
    (figure,) = _read(text)
    assert (figure.of, figure.of_side, figure.category) == (of, side, category)


@pytest.mark.parametrize(("text", "own", "side"), LOSERS)
def test_losses_are_those_of_whoever_loses(text, own, side):
    (figure,) = _read(text)
    assert (figure.own, figure.of_side) == (own, side)


@pytest.mark.parametrize(("text", "window"), WINDOWS)
def test_figures_keep_the_stretch_of_time_they_count_over(text, window):
    assert _read(text)[0].window == window


def test_only_figures_inside_the_spans_are_read():
    text = "Officials said 12 were killed. Rescuers said 15 were killed."
    (figure,) = _read(text, ((15, 29),))
    assert figure.low == 12


def test_the_verb_that_tells_of_a_claim_befalls_nobody_in_it():
    text = "The owner blamed nine lazy sailors."
    assert [figure.event for figure in _read(text, ((text.index("nine"), len(text)),))] == [None]


def test_a_sum_that_somebody_asks_for_does_not_go_on_about_the_sum_before():
    text = "The council gave $3 million for the ferries. It fell short of the king's $9 million request."
    assert [(figure.of, figure.takes_up) for figure in _read(text)][1:] == [("request", None)]


def test_a_share_is_not_of_the_time_behind_it():
    assert [figure.of for figure in _read("They had 33 percent last month.")] == [None]


def test_a_content_of_two_pieces_gives_each_figure_once():
    text = "“Six barns were destroyed,” he said, “and 40 cows were killed.”"
    figures = _read(text, ((0, 27), (37, len(text)), (37, len(text))))
    assert [figure.text for figure in figures] == ["Six", "40"]


def test_bounding_words_outside_the_claim_are_not_its_text():
    text = "The mayor counted more than 40 wrecks."
    (figure,) = _read(text, ((text.index("40"), len(text)),))
    assert figure.text == "40"
    assert text[slice(*figure.span)] == figure.text


def test_counts_on_top_of_others_are_marked():
    assert [figure.additional for figure in _read("Ten monks died and another two monks were hurt.")] == [
        False,
        True,
    ]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(["12", "killed", "and", "more than", "dozens of", "$3m", "people", "were", ",", ".", "“", "injured", "half of", "the", "5.9", "magnitude", "a", "child", "in", "2016", "percent", "İ", "\n", "one"]),
        max_size=14,
    ),
    st.integers(0, 20),
    st.integers(0, 90),
)  # fmt: skip
def test_any_words_give_figures_inside_the_spans(words, start, length):
    text = " ".join(words)
    start = min(start, len(text))
    spans = ((start, min(len(text), start + length)),)
    for figure in _read(text, spans):
        assert text[slice(*figure.span)] == figure.text
        assert spans[0][0] <= figure.span[0] < figure.span[1] <= spans[0][1]
        assert figure.low is None or figure.high is None or figure.low <= figure.high


def test_empty_content_holds_no_figure():
    assert quantities(_article("Nothing happened."), ()) == ()
