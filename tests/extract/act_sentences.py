"""Sentences as news prints them, with what is done in them, marked as ``labels`` tells.

Labelled by hand before anything read them. The words name the statement that is meant; an act
may be judged of one claim only. Words are denied when the speaker negates them, or claims them
to be false.
"""

from labels import labelled

SENTENCES = {
    "assert": """
The convoy <assert+ reached the besieged town> shortly before dusk, a Red Cross delegate said.
Two of the jurors, the clerk told the court, <assert+ had asked to be excused>.
According to the harbour master, the ferry <assert+ had left forty minutes late>.
“The dam <assert+ held throughout the night>,” the engineer in charge told local radio.
The carmaker reported on Tuesday that sales in Brazil <assert+ had doubled>.
<assert+ Turnout was lower> than four years ago, the electoral commission announced.
Her coach confirmed that the sprinter <assert+ had torn a muscle>.
The vaccine <assert+ was well tolerated>, researchers from Uppsala write in the journal.
A statement from the hospital said that the patient <assert+ was breathing on her own>.
Astronomers say they have <assert+ found water ice> on the moon of a distant planet.
Witnesses described <assert+ a column of black smoke> over the refinery.
The pilot had radioed that <assert+ one engine was on fire>, the report states.
Asked about the signing, the club's president said the papers <assert+ were still with the league>.
The minister explained that the bridge <assert+ had been closed for repairs>.
The mayor said that the shelters <assert- had not yet received any blankets>.
Police <assert- have not identified the driver>, a spokeswoman for the force said.
Police believe the fire <assert+ began in the kitchen>.
Investigators do not believe that the crash <assert- was caused by ice>.
The widow recalled that her husband <assert+ had phoned from the platform>.
“<assert- Nobody told us> the road was closed,” one of the lorry drivers said.
""",
    "deny": """
The goalkeeper has always maintained that he <deny- never touched the money>.
Nor <deny- had any of his officers fired> on the crowd, the police chief insisted.
The drug maker said <deny- it was untrue> that it had hidden the results of the trial.
Reports of <deny- a rift in the cabinet> were dismissed as fantasy by the chancellor.
The laboratory flatly rejects <deny- suggestions that the samples were mixed up>.
He pleaded <deny- not guilty> to three counts of manslaughter.
The allegation that judges were bribed is, the federation said, <deny- a complete invention>.
The rebels say they <deny- played no part in the bombing> of the bus station.
Geologists have ruled out <deny- any connection between the drilling> and the tremor.
“At no time <deny- did our ships enter their waters>,” the admiralty said in a statement.
The supermarket has denied that <deny- its cold store was ever contaminated>.
The surgeon told the inquiry that he <deny- had not been drinking> that night.
The senator's office called <deny- the accusation> “a smear cooked up by his opponents”.
It is simply <deny- false that the rink was sold> below its value, the council's treasurer said.
The bank disputes that <deny- it ignored the warnings> of its auditors.
The general denies <deny- having ordered the shelling> of the hospital.
Claims that the virus escaped from the institute are <deny- baseless>, its director said.
The sprinter insists she <deny- was not in Madrid> when the sample was taken.
The company, which denies <deny- the charges>, will be tried in Genoa.
The union denied that <deny+ no talks had taken place>.
""",
    "admit": """
“I regret that <admit+ I signed the order>,” the general said.
The airline now admits that its mechanics <admit+ overlooked the crack>.
“We <admit+ got this badly wrong>,” the head of the polling institute conceded.
The army has acknowledged <admit+ killing four farmers> in the raid.
Two players confessed to <admit+ having thrown the final>.
Under questioning, the treasurer admitted he <admit+ had forged the signatures>.
The clinic apologised for <admit+ losing the records> of 90 patients.
The broker pleaded <admit+ guilty> to insider trading.
The utility has taken <admit+ responsibility for the spill>.
It was acknowledged by the ministry that <admit+ the sirens had failed>.
The coach conceded that his side <admit- had not deserved to win>.
In a letter to shareholders the chairman owned up to <admit+ a hole in the accounts>.
The astronomers admitted that the signal <admit+ had come from a microwave oven>.
“<admit+ It was our own shell> that hit the school,” the colonel admitted.
""",
    "accuse": """
The prime minister was accused by the opposition <accuse+ of lying to parliament>.
Residents hold the mining company <accuse+ responsible for the mudslide>.
The indictment alleges that the brothers <accuse+ laundered the proceeds> through a casino.
<accuse+ Kenya's sprinters were cheated> by a corrupt starter, the team's lawyer said.
The blame for the blackout <accuse+ lies with the grid operator>, the regulator said.
“They <accuse+ shot at an ambulance>,” the paramedic said of the militia.
Former patients allege that the doctor <accuse+ falsified their charts>.
The captain faulted the shipyard for <accuse+ using cheap steel>.
Police suspect the landlord of <accuse+ setting the fire> himself.
Prosecutors charged that the governor <accuse+ had sold pardons>.
The rival team <accuse+ deliberately damaged the boat>, the skipper claims.
The biologists' paper was <accuse+ plagiarised by a colleague> in Lyon, the academy found.
Sudan said on Friday that Chadian aircraft <accuse+ had bombed a village> near the border.
The lender, according to the lawsuit, <accuse+ deceived thousands of pensioners>.
The treasurer, the prosecution argued, <accuse+ had stolen from the club> for years.
Doctors pointed the finger at <accuse+ the ministry for the shortage> of serum.
""",
    "estimate": """
Roughly <estimate+ 1,200 houses> were under water by noon, the governor estimated.
Losses are put <estimate+ at 40 million euros> by the insurers.
The strike is costing the port <estimate+ about $3 million a day>, its operator says.
Aid groups estimate that <estimate+ one child in five> is malnourished.
The army put <estimate+ enemy casualties at more than 200>.
<estimate+ Some 30,000 people marched> through the capital, according to the organisers.
Epidemiologists reckon that <estimate+ a tenth of the population> has had the virus.
Analysts calculate that the merger <estimate+ will save 90 million pounds> a year.
The club's finance director said that <estimate+ nearly 5,000 season tickets> remained unsold.
<estimate+ About 350 whales> are left in the bay, marine biologists said.
The court heard that <assert+ up to 900 investors> had lost their savings.
""",
    "demand": """
Amnesty International called on the junta to <demand+ free the journalists>.
The company <demand+ must publish the test results> at once, the consumer board said.
Players were urged by their union <demand- not to sign the contracts>.
The prosecutor asked for <demand+ a sentence of nine years>.
“<demand+ Leave the city> while you can,” the mayor told residents.
Scientists recommend that <demand+ the reef be closed> to divers.
The opposition is demanding that <demand+ the minister resign>.
Opponents of the runway want <evaluate+ the council to hold a referendum>.
The inquest <demand+ should be reopened>, the family's barrister argued.
Health officials appealed to donors <demand+ for blood>.
The envoy insisted on <demand+ the release of all hostages>.
The regulator ordered the bank <demand+ to stop selling the fund>.
Both armies were told by the mediator <demand+ to pull back their guns>.
Swimmers <demand- should not enter the lake>, the health board advised.
""",
    "promise": """
The brewer pledged to <promise+ plant a tree> for every barrel sold.
“I <promise- will not rest> until the killers are caught,” the sheriff vowed.
The rebels have threatened <promise+ to blow up the pipeline>.
Japan said it <promise+ would lift the ban> on imports next month.
The striker's lawyers said they <promise+ would appeal against the verdict>.
The hospital promised that <promise- no nurse would lose her job>.
The government offered <promise+ to pay for the repairs>.
The publisher says it <promise+ intends to sell its printing plant>.
The space agency plans <promise+ to launch a second probe> in May.
The candidate's promise that <promise+ taxes would fall> was repeated in every town.
The club is <promise+ going to sue the broadcaster>, its president said.
“We <promise+ shall rebuild every single house>,” the bishop told the crowd.
Turkey has undertaken <promise+ to return the stolen mosaics>.
The army guaranteed that <promise+ the prisoners would be treated well>.
""",
    "predict": """
The volcano <predict+ could erupt within days>, seismologists warned.
Analysts expect the central bank to <predict+ raise rates in autumn>.
The coach predicted that his team <predict+ would finish in the top three>.
Unemployment <predict+ will rise sharply> next year, the institute forecast.
The trial is <predict+ likely to last until spring>, a court official said.
Doctors warned that hospitals <predict+ would run out of beds> within a week.
The war <predict+ will be over by Christmas>, the field marshal told his staff.
The comet <predict- will not hit the Earth>, the observatory said.
“This law is <predict+ going to cost lives>,” the surgeon said.
The coalition <predict+ may collapse before the vote>, its own whip said.
Her doctors anticipate <predict+ a full recovery>.
The forecast of <predict+ a dry winter> was made by the weather service in August.
""",
    "evaluate": """
“It was <evaluate+ the worst refereeing> I have ever seen,” the manager fumed.
<evaluate+ The verdict> was welcomed by the victims' families.
The UN's human rights chief condemned <evaluate+ the shelling of the maternity ward>.
The deal <evaluate+ is unfair to farmers>, the trade minister said.
The governor praised <evaluate+ firefighters> for saving the old town.
Critics have called the museum's new wing <evaluate+ an eyesore>.
The pope expressed <evaluate+ sorrow over the deaths> of the miners.
The findings <evaluate+ are remarkable>, a chemist who was not involved in the study said.
The judge criticised <evaluate+ the police for the length> of the inquiry.
“I <evaluate+ feel nothing but pride>,” the gold medallist said.
The board rejected <evaluate- a bid of 60 euros> a share.
The ambassador refused the invitation, calling <evaluate+ the conference a circus>.
The hospital's union opposes <evaluate+ the closure of the ward>.
The captain regrets that <evaluate- the crew was not warned>.
The airline denied the couple's <evaluate- request for a refund>.
""",
    "attitudes": """
The trainer hopes <evaluate+ his horse will run again>.
Many villagers want <evaluate+ the soldiers to leave>.
The novelist said she <evaluate+ loved the silence> of the island.
Shareholders would like <evaluate+ the dividend to be raised>.
His mother believes <evaluate+ the boy is still alive>.
The farmer fears that <evaluate+ his herd is infected>.
Most fans think <evaluate+ the transfer was a waste of money>.
The minister favours <evaluate+ a tax on sugar>.
She wished <evaluate- the trial had never begun>.
The nurse doubts that <evaluate- the figures are right>.
The geologist is convinced that <evaluate+ there is gold in the hills>.
The rebels intend <promise+ to hold the bridge>.
Norway aims <promise+ to cut emissions by half>.
The skater does not plan <promise- to retire>.
The opposition backs <evaluate+ the bill on clean rivers>.
The bishop expressed the hope that <evaluate+ the guns would fall silent>.
""",
    "two in one": """
The mayor said that the contractor had denied <deny- cutting corners>.
The spokesman denied that <deny- the troops had fired first> and accused the rebels of <accuse+ using hostages as shields>.
The chairman admitted that <admit+ mistakes had been made> but insisted that <deny- no money was missing>.
The minister praised the rescuers and promised that <promise+ the families would be compensated>.
The doctor said that <assert+ 14 patients had died> and that the pumps <assert- had not been checked>.
The opposition says <assert+ the vote was rigged>, which the president denies.
The driver told police that he <assert+ had seen the light change> and urged them <demand+ to look at the film>.
The bank warned that <predict+ profits would fall> and said it was <assert+ cutting 400 jobs>.
“We <deny- never fired a shot>,” the captain said. “They <accuse+ attacked our camp>.”
The club said <assert+ the goalkeeper was fit>; it denied <deny- a report that he would be sold>.
""",
}
ROWS = {group: labelled(lines) for group, lines in SENTENCES.items()}

COMMITS_TO_NOTHING: list[tuple[str, str]] = [
    ("The bank did not deny that it had lent money to the dictator.", "it had lent money"),
    ("The envoy stopped short of accusing Sudan of breaking the truce.", "breaking the truce"),
    ("Investigators could not rule out sabotage.", "sabotage"),
    ("The trainer has yet to admit that the horse was drugged.", "the horse was drugged"),
    ("The palace refused to confirm that the queen was ill.", "the queen was ill"),
    ("The hospital would neither confirm nor deny that the actor was a patient.", "the actor was a patient"),
    ("The ministry declined to say how many soldiers had died.", "how many soldiers had died"),
    ("Nobody at the club would admit that the contract had been broken.", "the contract had been broken"),
    ("The airline has never denied that the pilots were tired.", "the pilots were tired"),
    ("The laboratory has not ruled out that the samples were swapped.", "the samples were swapped"),
    ("The suspect neither admitted nor denied the charge.", "the charge"),
    ("The governor would not be drawn on whether the dam was safe.", "the dam was safe"),
    ("The company has not said whether the pills were tested.", "the pills were tested"),
    ("The judge wondered whether the witness had been paid.", "the witness had been paid"),
]
"""Nobody commits to anything here: no claim, or one that cannot be disputed."""
