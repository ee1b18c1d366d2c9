"""What is done with a statement, over courts, business, disasters, sport, politics, science and war."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import article_of, read_marked
from rates import at_rate

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.reading.acts import read_act
from claimgraph.extract.reading.caveats import caveats
from claimgraph.extract.reading.own_voice import own_voice

DENIALS = [
    ("<“That’s just false, Maria,”> [the miller] {said|say}.", "denied"),
    ("<“It is a pack of lies,”> [the envoy] {said|say}.", "denied"),
    ("[The baker] {said|say} <that was “a fairy tale”>.", "denied"),
    ("[The mayor] {denied|deny} <that he had taken bribes>.", "denied"),
    ("[The bakery] {has denied|deny} <any wrongdoing>.", "denied"),
    ("[The dean] {went on to rebut|go} <the points in the letter>.", "denied"),
    ("[Orsted Foods] {denies|deny} <using horse meat in its pies>.", "denied"),
    ("[The coach] {rejected|reject} <the allegation that he had bullied swimmers>.", "denied"),
    ("[The airline] {dismissed|dismiss} <the report as pure speculation>.", "denied"),
    ("[A spokeswoman] {dismissed|dismiss} <the claims as false>.", "denied"),
    ("[The laboratory] {disputes|dispute} <the figures>.", "denied"),
    ("[The union] {disputed|dispute} <that its members had walked out>.", "denied"),
    ("[The ministry] {refuted|refute} <the account of the survivors>.", "denied"),
    ("[Investigators] {ruled out|rule} <arson>.", "denied"),
    ("[Police] {have ruled out|rule} <any link to the earlier robbery>.", "denied"),
    ("<There was no truth in the story>, [the palace] {said|say}.", "denied"),
    ("[The bank] {called|call} <the report a fabrication>.", "denied"),
    ("[The senator] {called|call} <the accusations baseless>.", "denied"),
    ("[The hospital] {described|describe} <the article as false>.", "denied"),
    ("[The dairy] {said|say} <the rumour was a lie>.", "denied"),
    ("[The striker] {said|say} <the newspaper's claim was an absolute lie>.", "denied"),
    ("<“That is simply not true,”> [the treasurer] {said|say}.", "denied"),
    ("[The museum] {insisted|insist} <it had not sold the painting>.", "denied"),
    ("[The driver] {insisted|insist} <that he did not see the cyclist>.", "denied"),
    ("[The army] {said|say} <it had not fired on the convoy>.", "denied"),
    ("[The general] {said|say} <that while his troops had mines, they hadn’t used them so far>.", "denied"),
    ("<“We never dumped anything in the lake,”> [the director] {said|say}.", "denied"),
    ("[The refinery] {said|say} <no oil had leaked from the tank>.", "denied"),
    ("[The air force] {said|say} <it does not target civilians>.", "denied"),
    ("[The accountant] {told|tell} the jury <he had nothing to do with the forged invoices>.", "denied"),
    ("[The nurse] {maintains|maintain} <that she is innocent>.", "denied"),
    ("[The company] {denied|deny} <that it had not warned the workers>.", "affirmed"),
    ("<The leaked document is a forgery>, [the embassy] {said|say}.", "denied"),
    ("<The report is inaccurate and misleading>, [the club] {said|say}.", "denied"),
    ("[His lawyer] {said|say} <Hobart could not have known about the transfers>.", "denied"),
    ("[The defence] {said|say} <Mr Lund is not the man who fired the shot>.", "denied"),
    ("[The council] {insisted|insist} <none of the schools had been evacuated>.", "denied"),
    ("[The union] {said|say} <the foreman was not the culprit>.", "denied"),
    ("<“The attack never happened,”> [the consul] {said|say}.", "denied"),
    ("<“We categorically reject the allegations,”> [the charity] {said|say}.", "denied"),
    ("[The quarry] {said|say} <it was in no way responsible for the dust>.", "denied"),
    ("[The colonel] {insists|insist} <he never gave such an order>.", "denied"),
    ("<There was no order to shoot at the boats>, [the admiral] {said|say}.", "denied"),
    ("[The union] {said|say} <it had not agreed to the delay>.", "denied"),
    ("<“I never touched the safe,”> [the cashier] {said|say}.", "denied"),
    ("[The guards] {said|say} <they had not opened the gate>.", "denied"),
    ("[The captain] {said|say} <he had not been drinking>.", "denied"),
    ("[The brewery] {rebuffed|rebuff} <claims that it had watered its beer>.", "denied"),
    ("[The envoy] {scoffed at|scoff} <suggestions that his king was behind the theft>.", "denied"),
    ("[The trainer] {ridiculed|ridicule} <the allegation that the horse was drugged>.", "denied"),
    ("[The guild] {poured scorn on|pour} <the claim that its lathes were unsafe>.", "denied"),
    ("[The dairy] {took issue with|take} <the report>.", "denied"),
    ("[The rector] {did not accept|accept} <that the college had failed the girl>.", "denied"),
    ("[The judge] {rejected|reject} <the argument that the law was void>.", "denied"),
    ("[The duke] {called|call} <the story fake news>.", "denied"),
    ("<“That is not what happened,”> [the groom] {said|say}.", "denied"),
    ("<“Nothing could be further from the truth,”> [the abbot] {said|say}.", "denied"),
    ("[The consul] {said|say} <the charges were politically motivated>.", "denied"),
    ("[Her sister] {said|say} <the confession was made up>.", "denied"),
    ("[The jockey] {protested|protest} <his innocence>.", "denied"),
    ("[The jockey] {entered a plea|enter} <of not guilty>.", "denied"),
]
ADMISSIONS = [
    ("[The brewery] {admitted|admit} <that the batch was contaminated>.", "affirmed"),
    ("[The cyclist] {has admitted|admit} <doping during the tour>.", "affirmed"),
    ("[The railway] {acknowledged|acknowledge} <that signals had failed>.", "affirmed"),
    ("[The minister] {conceded|concede} <that the forecast had been wrong>.", "affirmed"),
    ("[The cashier] {confessed to|confess} <stealing from the till>.", "affirmed"),
    ("[The editor] {owned up to|own} <the mistake>.", "affirmed"),
    ("[The agency] {acknowledged|acknowledge} <that it had not tested the vaccine on children>.", "denied"),
    ("[The teenager] {pleaded|plead} <guilty to arson>.", "affirmed"),
    ("[The sect] {claimed|claim} <responsibility for the fire>.", "affirmed"),
    ("[The ferry line] {accepted|accept} <that passengers had not been warned>.", "denied"),
    ("<“I take full responsibility,”> [the coach] {said|say}.", "affirmed"),
]
ACCUSATIONS = [
    ("[The senator] {fired back|fire} <that Lund had lied>.", "affirmed"),
    ("[The islanders] {maintain|maintain} <that the other side opened fire first>.", "affirmed"),
    ("[Greenwatch] {accused|accuse} <the smelter of poisoning the river>.", "affirmed"),
    ("[The opposition] {blamed|blame} <the government for the blackout>.", "affirmed"),
    ("[Prosecutors] {allege|allege} <that Varga hid the money abroad>.", "affirmed"),
    ("[The rebels] {said|say} <government troops had shelled the market>.", "affirmed"),
    ("[The embassy] {said|say} <Ruritania violated the truce on Sunday>.", "affirmed"),
    ("[Her lawyer] {said|say} <Bellweather Insurance cheated thousands of widows>.", "affirmed"),
    ("[The witness] {testified|testify} <that Moreno stabbed the guard>.", "affirmed"),
    ("[The mayor] {said|say} <five people were wounded in a Polish air strike on the depot>.", "affirmed"),
    ("[The ministry] {said|say} <Canada was using cluster bombs near the border>.", "affirmed"),
    ("[The farmers] {said|say} <the company had used its lorries to dump slurry in the canal>.", "affirmed"),
    ("[The bishop] {said|say} <the clashes began when Spanish soldiers attacked the post>.", "affirmed"),
    ("<The bridge was blown up by rebels>, [the army] {said|say}.", "affirmed"),
    ("[The pilot's family] {said|say} <the airline is to blame for the crash>.", "affirmed"),
    ("[The railway] {blamed|blame} <the derailment on striking drivers>.", "affirmed"),
    ("[The coroner] {said|say} <the airline was responsible for the crash>.", "affirmed"),
]
ESTIMATES = [
    ("[The insurer] {estimated|estimate} <that repairs would cost 3 million euros>.", "affirmed"),
    ("[The institute] {puts|put} <the toll at 340>.", "affirmed"),
    ("[Rangers] {said|say} <about 60 deer had died in the fire>.", "affirmed"),
    ("[The governor] {told|tell} reporters <some 400 homes were flooded>.", "affirmed"),
    ("[Organisers] {said|say} <an estimated 9,000 runners had taken part>.", "affirmed"),
    ("[The coroner] {reckons|reckon} <the body had lain there for weeks>.", "affirmed"),
    ("[Doctors] {say|say} <around 25 patients were moved to other wards>.", "affirmed"),
    ("[Biologists] {calculate|calculate} <that two thirds of the reef is dead>.", "affirmed"),
]
ASSERTIONS = [
    ("[The rebels] {claimed|claim} <to hold the town>.", "affirmed"),
    ("[The firm] {claims|claim} <to be the largest in the north>.", "affirmed"),
    ("[The heir] {professes|profess} <to own three mills>.", "affirmed"),
    ("[The coach] {said|say} <the other team trained in the rain>.", "affirmed"),
    ("[The owner] {said|say} <the other side opened a school>.", "affirmed"),
    ("[The scouts] {said|say} <it was the farmer who found the goat>.", "affirmed"),
    ("[Police] {said|say} <the lorry hit a wall>.", "affirmed"),
    ("[The club] {confirmed|confirm} <that the match had been postponed>.", "affirmed"),
    ("[The geologists] {said|say} <the quake measured 5.2>.", "affirmed"),
    ("{According to|according} [the port], <two ships collided in fog>.", "affirmed"),
    ("[The army] {said|say} <its troops had captured the hill>.", "affirmed"),
    ("[The ministry] {reported|report} <14 cases of measles>.", "affirmed"),
    ("[A fisherman] {said|say} <he heard two shots>.", "affirmed"),
    ("[Police] {said|say} <the victim had not been identified>.", "denied"),
    ("[The fire chief] {said|say} <no one was hurt>.", "denied"),
    ("[The army] {said|say} <rebels were hiding among not so careful traders>.", "affirmed"),
    ("[The firm] {said|say} <it was not clear how the fire started>.", "denied"),
    ("[The storm centre] {said|say} <Hurricane Odile destroyed the pier>.", "affirmed"),
    # a thing, or what is in charge of something, is accused of nothing
    ("[The railway] {blamed|blame} <the derailment on a worn axle>.", "affirmed"),
    ("[The mayor] {blamed|blame} <high rents for the exodus>.", "affirmed"),
    (
        "{According to|according} [the port], <Orsted Foods is responsible for the upkeep of the pier>.",
        "affirmed",
    ),
    ("[The maker] {said|say} <the fault lies in the way the brakes are fitted>.", "affirmed"),
    ("[Police] {said|say} <the girl was hit by a blue Toyota>.", "affirmed"),
    # who has turned away from somebody denies nothing, and who is willing foretells nothing
    ("[The senator] {said|say} <he had disavowed Holm>.", "affirmed"),
    ("[The union] {said|say} <its members are ready to talk>.", "affirmed"),
    # nothing is asked for
    ("[The coach] {said|say} <the club needs two points to stay up>.", "affirmed"),
    ("<“Look at the state of that roof,”> [the tenant] {said|say}.", "affirmed"),
    ("[The board] {announced|announce} <a scheme on Monday to reopen the mine>.", "affirmed"),
    ("[The sheriff] {said|say} <the men arrived at about 2 p.m.>", "affirmed"),
    ("[Residents] {complained|complain} <that the pumps arrived late>.", "affirmed"),
    ("[The union] {said|say} <the owners have not paid the crew>.", "denied"),
    ("[The editor] {said|say} <the report was not a hoax>.", "affirmed"),
    ("[The captain] {said|say} <no fewer than nine boats had joined the search>.", "affirmed"),
    ("[The council] {said|say} <none of the schools had been evacuated>.", "denied"),
    ("<“I had no money,”> [the tenant] {said|say}.", "denied"),
    ("[The analyst] {said|say} <voters did not recognise the candidate>.", "denied"),
    ("<“It is not a one-way street,”> [the trader] {said|say}.", "denied"),
    ("<“I could hear the engines,”> [the farmer] {said|say}.", "affirmed"),
    ("<“I am not a player any more,”> [the keeper] {said|say}.", "denied"),
    ("<“We are not taking the cup for granted,”> [the coach] {said|say}.", "denied"),
    ("<“I no longer recognise my party,”> [the deputy] {said|say}.", "denied"),
    ("[The bank] {said|say} <it does not own a ship>.", "denied"),
    ("<“We have not received any blankets,”> [the nurse] {said|say}.", "denied"),
    ("[The sheriff] {said|say} <he did not know of any grudges>.", "denied"),
    ("[The ministry] {said|say} <there was no damage to the pier>.", "denied"),
    ("<No warning was issued after the storm, which killed two sailors>, [the port] {said|say}.", "denied"),
    ("[The broker] {asked|ask}, <“I am not leaving.”>", "denied"),
    ("[The doctor] {said|say} <the delay would have cost two lives>.", "affirmed"),
    ("[The historian] {said|say} <the queen would never have signed the treaty>.", "denied"),
    ("[The army] {said|say} <rebels may be hiding in the caves>.", "affirmed"),
    ("[The treasurer] {said|say} <the vote was aimed to please the lenders>.", "affirmed"),
    ("[The rival] {claimed|claim} <that his debts were far behind him>.", "affirmed"),
    ("[The coach] {said|say} the goalkeeper would play, <should he pass the test>.", "affirmed"),
    # what others want is a fact, what is pledged may be so already, and what was planned is past
    ("[Roe] {:|:} <They want safe streets.>", "affirmed"),
    ("[The airline] {pledged|pledge} <that the wings are sound>.", "affirmed"),
    ("[The miller] {had planned|plan} <to spend the winter abroad>.", "affirmed"),
    ("<“That would suggest a crack in the hull,”> [the diver] {said|say}.", "affirmed"),
    ("[The clerk] {revealed|reveal} <who he would take as a deputy>.", "affirmed"),
    ("<“Love the new stadium,”> [the striker] {wrote|write}.", "affirmed"),
    ("[Police] {identified|identify} <the man as Ivo Marr>.", "affirmed"),
]
DEMANDS = [
    ("[The pope] {urged|urge} <both armies to lay down their weapons>.", "affirmed"),
    ("[Unions] {called for|call} <a ban on night work>.", "affirmed"),
    ("[The commissioner] {called on|call} <clubs to open their books>.", "affirmed"),
    ("[Parents] {demanded|demand} <the principal's resignation>.", "affirmed"),
    ("[The judge] {ordered|order} <the newspaper to publish a correction>.", "affirmed"),
    ("[The doctor] {said|say} <hospitals must buy more ventilators>.", "affirmed"),
    ("<“Stop the trial,”> [the crowd] {shouted|shout}.", "affirmed"),
    ("[The envoy] {said|say} <Norway needs to keep its word>.", "affirmed"),
    ("[The coastguard] {warned|warn} <sailors not to leave the harbour>.", "denied"),
    ("[The ministry] {appealed|appeal} <for calm>.", "affirmed"),
    ("<“We urge all parties to return to the table,”> [the secretary] {said|say}.", "affirmed"),
    ("[The jury] {asked|ask} <for the map>.", "affirmed"),
    ("[The referee] {asked|ask} <both captains to calm their players>.", "affirmed"),
    ("[The tenants] {asked|ask} <that the lift be repaired>.", "affirmed"),
    ("[The ministry] {suggested|suggest} <closing two of the mines>.", "affirmed"),
    ("[The coach] {suggests|suggest} <moving the race to the autumn>.", "affirmed"),
    ("[The abbot] {made a new call for|make} <calm>.", "affirmed"),
    ("[The nurses] {have begun urging|begin} <the board to hire more doctors>.", "affirmed"),
    ("[The bishop] {called again for|call} <the minister to resign>.", "affirmed"),
    ("[The guild] {sent a letter asking|send} <the mayor to reopen the ferry>.", "affirmed"),
    ("[The guest] {asked|ask} <that someone open the door>.", "affirmed"),
    ("<“You've got to pay the nurses,”> [the doctor] {said|say}.", "affirmed"),
    ("<“We would urge drivers to stay at home,”> [the officer] {said|say}.", "affirmed"),
    ("<“He's going to have to stop the insults,”> [the deputy] {said|say}.", "affirmed"),
    ("[The judge] {said|say} <the bank will have to open its books>.", "affirmed"),
    ("<“We must rebuild the harbour,”> [the mayor] {said|say}.", "affirmed"),
    ("[The guild] {asked|ask} <members to “give a day's pay.”>", "affirmed"),
    ("[The widow] {challenged|challenge} <the firm to publish the file>.", "affirmed"),
]
PROMISES = [
    ("[The chancellor] {promised|promise} <to cut taxes>.", "affirmed"),
    ("[The developer] {vowed|vow} <it would rebuild the chapel>.", "affirmed"),
    ("[The militia] {threatened|threaten} <to burn the crops>.", "affirmed"),
    ("[Sweden] {said|say} <it would send two rescue planes>.", "affirmed"),
    ("<“We will appeal,”> [her lawyer] {said|say}.", "affirmed"),
    ("[The carmaker] {said|say} <it plans to close the plant>.", "affirmed"),
    ("[The commander] {warned|warn} <that his troops would shell the port>.", "affirmed"),
    ("[The foundation] {said|say} <it will not return the donation>.", "denied"),
    ("[The president] {said|say} <the navy would send a frigate>.", "affirmed"),
    ("[Prime Minister Ana Holm] {said|say} <the government would not raise the tax>.", "denied"),
    ("[A spokesman] {said|say} <the airline will hire 90 pilots>.", "affirmed"),
    ("[The bank] {announced plans|announce} <to close its branch in Turku>.", "affirmed"),
]
PREDICTIONS = [
    ("[Economists] {expect|expect} <prices to fall>.", "affirmed"),
    ("[The bureau] {forecasts|forecast} <a wet summer>.", "affirmed"),
    ("[The biologist] {warned|warn} <that the species would disappear by 2050>.", "affirmed"),
    ("<“This strike will not last,”> [the manager] {said|say}.", "denied"),
    ("[The general] {said|say} <the war could spread to the north>.", "affirmed"),
    ("[The bank] {said|say} <growth was likely to slow>.", "affirmed"),
    ("<A further delay would be fraught with danger>, [the engineer] {said|say}.", "affirmed"),
    ("{According to|according} [the Courier], <Holm will sign for Larkin Rovers>.", "affirmed"),
    ("[Analysts] {say|say} <Orsted Foods will buy the dairy>.", "affirmed"),
    ("[The envoy] {said|say} <Norway would lift the ban>.", "affirmed"),
    ("[The director] {said|say} <his film will open the festival>.", "affirmed"),
    ("[I] {thought|think} <they would sell the farm>.", "affirmed"),
    ("[Officials] {said|say} <it would leave the port on Monday>.", "affirmed"),
    ("[The senator] {suspects|suspect} <he will run again>.", "affirmed"),
    ("<“I'd beat him over ten rounds,”> [the boxer] {said|say}.", "affirmed"),
    ("<“I think the river is going to burst its banks,”> [the ranger] {said|say}.", "affirmed"),
    ("<“I believe prices will fall,”> [the broker] {said|say}.", "affirmed"),
    ("<“We're not going to beat them by shouting,”> [the coach] {said|say}.", "denied"),
    ("[All of them] {agreed|agree} <it would delay the launch>.", "affirmed"),
]
EVALUATIONS = [
    ("[The league] {condemned|condemn} <the attack on the referee>.", "affirmed"),
    ("[The queen] {praised|praise} <the rescuers>.", "affirmed"),
    ("[Ministers] {expressed|express} <concern over the delay>.", "affirmed"),
    ("[The critic] {said|say} <the film was brilliant>.", "affirmed"),
    ("<“I think it is time to move on,”> [the widow] {said|say}.", "affirmed"),
    ("[The envoy] {said|say} <dialogue is the only way>.", "affirmed"),
    ("[The mediators] {said|say} <there is no military solution>.", "denied"),
    ("[The coach] {called|call} <the penalty a disgrace>.", "affirmed"),
    ("[The skipper] {thanked|thank} <the volunteers>.", "affirmed"),
    ("[The board] {rejected|reject} <the offer>.", "denied"),
    ("[The insurer] {denied|deny} <the request for a refund>.", "denied"),
    ("[The chairman] {said|say} <he would like a vote by Friday>.", "affirmed"),
    ("[The skipper] {said|say} <it would be a good idea to wait for the tide>.", "affirmed"),
    ("[The vet] {said|say} <the best cure would be to move the herd>.", "affirmed"),
    ("[Opponents] {call|call} <the dam particularly harmful for the salmon>.", "affirmed"),
    ("[The king] {offered his thoughts on|offer} <the treaty>.", "affirmed"),
    ("[The editor] {asked|ask} <whether the figures had been checked>.", "affirmed"),
    ("[The judge] {asked|ask} <what the driver had seen>.", "affirmed"),
    ("<“Who should pay for this?”> [the farmer] {asked|ask}.", "affirmed"),
    ("<“Must we sell the ship?”> [the owner] {said|say}.", "affirmed"),
    ("[The trustees] {debated|debate} <whether the school should close>.", "affirmed"),
    ("<“I would argue the ban has helped,”> [the vet] {said|say}.", "affirmed"),
    ("[The coach] {ruled out|rule} <selling the striker>.", "denied"),
    ("<“We never envisioned that the river would rise so fast,”> [the mayor] {said|say}.", "denied"),
]
COMMITS_TO_NOTHING = [
    "[The company] {did not deny|deny} <that it knew of the flaw>.",
    "[The palace] {refused to confirm|confirm} <that the prince had left>.",
    "[The ministry] {declined|decline} <to comment on the report>.",
    "[The leader] {would not rule out|rule} <a snap election>.",
    "[The bank] {neither confirmed nor denied|deny} <the merger>.",
    "[The suspect] {has not admitted|admit} <the theft>.",
    "[The director] {said|say} <he would not rule out a sequel>.",
    "[The bank] {said|say} <it will not comment on the merger>.",
]
NO_DENIALS = [
    "[The minister] {said|say} <he would not rule out a curfew>.",
    "[The admiral] {said|say} <the fleet would sail if the shelling did not stop>.",
    "[The bishop] {said|say} <force cannot be the solution>.",
    "[The farmers] {said|say} <they do not want a dam>.",
    "[The trainer] {said|say} <the horse was not only fast but calm>.",
    "[The mayor] {said|say} <the tunnel will not open before May>.",
    "[The teacher] {said|say} <there was no doubt the roof had leaked>.",
    "[The ranger] {told|tell} <visitors not to feed the bears>.",
    "<“I don’t know,”> [the clerk] {answered|answer}.",
    "[The union] {countered|counter} <that the mill was profitable>.",
    "[The envoy] {scoffed|scoff} <that the treaty was doomed>.",
    "[The critic] {mocked|mock} <the premier’s remarks>.",
    "[The court] {rejected|reject} <the claim for damages>.",
    "[The sheriff] {said|say} <the attack was politically motivated>.",
    "[The envoy] {rejected|reject} <the demand that the fleet leave>.",
    "[The bookmaker] {said|say} <no more than 30 people had been inside>.",
]


def table() -> dict[str, list[tuple[str, str, str]]]:
    groups = {
        "deny": DENIALS,
        "admit": ADMISSIONS,
        "accuse": ACCUSATIONS,
        "estimate": ESTIMATES,
        "assert": ASSERTIONS,
        "demand": DEMANDS,
        "promise": PROMISES,
        "predict": PREDICTIONS,
        "evaluate": EVALUATIONS,
    }
    return {act: [(marked, act, polarity) for marked, polarity in rows] for act, rows in groups.items()}


@at_rate(table())
def test_act_and_polarity_are_read_from_cue_and_content(marked: str, act: str, polarity: str) -> None:
    article, attribution = read_marked(marked)
    reading = read_act(article, attribution, attribution.content)
    assert (reading.act, reading.polarity) == (act, polarity), reading


@pytest.mark.parametrize("marked", COMMITS_TO_NOTHING)
def test_silence_is_neither_a_denial_nor_an_admission(marked: str) -> None:
    article, attribution = read_marked(marked)
    assert read_act(article, attribution, attribution.content).act == "evaluate"


@pytest.mark.parametrize("marked", NO_DENIALS)
def test_a_negation_that_denies_no_fact_is_no_denial(marked: str) -> None:
    article, attribution = read_marked(marked)
    reading = read_act(article, attribution, attribution.content)
    assert reading.act != "deny"
    assert reading.denial is None


DENYING_WORDS = [
    ("[The bakery] {has denied|deny} <any wrongdoing>.", "has denied"),
    ("[The firm] {said|say} <it had not polluted the lake>.", "had not polluted"),
    ("[The pilot] {said|say} <the report was a lie>.", "lie"),
    ("[The clerk] {said|say} <he had nothing to do with it>.", "nothing to do with"),
    ("[The captain] {said|say} <the story is not true>.", "not true"),
]


@pytest.mark.parametrize(("marked", "expected"), DENYING_WORDS)
def test_the_words_that_deny_are_marked_in_the_source(marked: str, expected: str) -> None:
    article, attribution = read_marked(marked)
    reading = read_act(article, attribution, attribution.content)
    assert reading.denial is not None
    assert article.source.text[slice(*reading.denial)].endswith(expected)


@pytest.mark.parametrize(
    ("side", "act"), [("austria", "promise"), ("hungary", "predict"), ("acme", "predict"), (None, "predict")]
)
def test_a_plan_is_promised_by_whoever_makes_it_and_foretold_by_others(side: str | None, act: str) -> None:
    article, attribution = read_marked("[It] {said|say} <Austria would close the border>.")
    assert read_act(article, attribution, attribution.content, side=side).act == act


@pytest.mark.parametrize(("side", "act"), [("austria", "assert"), ("hungary", "accuse")])
def test_the_speakers_side_tells_own_acts_from_others(side: str, act: str) -> None:
    article, attribution = read_marked("[The minister] {said|say} <Austrian troops had attacked the fort>.")
    assert read_act(article, attribution, attribution.content, side=side).act == act


@pytest.mark.parametrize(
    ("before", "act"), [("Marden resigned on Monday. ", "deny"), ("Marden was ill on Monday. ", "assert")]
)
def test_what_the_article_says_elsewhere_of_the_speaker_is_denied(before: str, act: str) -> None:
    article, attribution = read_marked(before + "<“I did not resign,”> [Marden] {said|say}.")
    assert read_act(article, attribution, attribution.content).act == act


def test_the_article_itself_reports_and_neither_denies_nor_accuses() -> None:
    article = article_of("The army did not attack the village.")
    reading = read_act(article, Attribution((), (), ((0, 35),), "", "own voice"), ((0, 35),))
    assert (reading.act, reading.polarity, reading.denial) == ("assert", "denied", None)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_is_read_without_failing_and_spans_lie_inside_it(text: str, one: int, other: int) -> None:
    article = article_of(text)
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    attribution = Attribution((), ((low, high),), ((low, high),), "deny", "any")
    reading = read_act(article, attribution, attribution.content)
    assert reading.denial is None or 0 <= reading.denial[0] <= reading.denial[1] <= len(text)
    assert all(0 <= s < e <= len(text) for found in own_voice(article, []) for s, e in found.content)
    assert caveats(article, []) == []
