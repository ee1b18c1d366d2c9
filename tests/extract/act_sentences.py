"""Sentences as news prints them, with what is done in them: (sentence, words of the content, act, polarity).

Labelled by hand before anything read them. The words name the statement that is meant; an act
may be judged of one claim only. Polarity is "denied" when the speaker negates the words, or
claims them to be false.
"""

Row = tuple[str, str, str, str]

ASSERT: list[Row] = [
    (
        "The convoy reached the besieged town shortly before dusk, a Red Cross delegate said.",
        "reached the besieged town",
        "assert",
        "affirmed",
    ),
    (
        "Two of the jurors, the clerk told the court, had asked to be excused.",
        "had asked to be excused",
        "assert",
        "affirmed",
    ),
    (
        "According to the harbour master, the ferry had left forty minutes late.",
        "had left forty minutes late",
        "assert",
        "affirmed",
    ),
    (
        "“The dam held throughout the night,” the engineer in charge told local radio.",
        "held throughout the night",
        "assert",
        "affirmed",
    ),
    (
        "The carmaker reported on Tuesday that sales in Brazil had doubled.",
        "had doubled",
        "assert",
        "affirmed",
    ),
    (
        "Turnout was lower than four years ago, the electoral commission announced.",
        "Turnout was lower",
        "assert",
        "affirmed",
    ),
    ("Her coach confirmed that the sprinter had torn a muscle.", "had torn a muscle", "assert", "affirmed"),
    (
        "The vaccine was well tolerated, researchers from Uppsala write in the journal.",
        "was well tolerated",
        "assert",
        "affirmed",
    ),
    (
        "A statement from the hospital said that the patient was breathing on her own.",
        "was breathing on her own",
        "assert",
        "affirmed",
    ),
    (
        "Astronomers say they have found water ice on the moon of a distant planet.",
        "found water ice",
        "assert",
        "affirmed",
    ),
    (
        "Witnesses described a column of black smoke over the refinery.",
        "a column of black smoke",
        "assert",
        "affirmed",
    ),
    (
        "The pilot had radioed that one engine was on fire, the report states.",
        "one engine was on fire",
        "assert",
        "affirmed",
    ),
    (
        "Asked about the signing, the club's president said the papers were still with the league.",
        "were still with the league",
        "assert",
        "affirmed",
    ),
    (
        "The minister explained that the bridge had been closed for repairs.",
        "had been closed for repairs",
        "assert",
        "affirmed",
    ),
    (
        "The mayor said that the shelters had not yet received any blankets.",
        "had not yet received any blankets",
        "assert",
        "denied",
    ),
    (
        "Police have not identified the driver, a spokeswoman for the force said.",
        "have not identified the driver",
        "assert",
        "denied",
    ),
    ("Police believe the fire began in the kitchen.", "began in the kitchen", "assert", "affirmed"),
    (
        "Investigators do not believe that the crash was caused by ice.",
        "was caused by ice",
        "assert",
        "denied",
    ),
    (
        "The widow recalled that her husband had phoned from the platform.",
        "had phoned from the platform",
        "assert",
        "affirmed",
    ),
    (
        "“Nobody told us the road was closed,” one of the lorry drivers said.",
        "Nobody told us",
        "assert",
        "denied",
    ),
]

DENY: list[Row] = [
    (
        "The goalkeeper has always maintained that he never touched the money.",
        "never touched the money",
        "deny",
        "denied",
    ),
    (
        "Nor had any of his officers fired on the crowd, the police chief insisted.",
        "had any of his officers fired",
        "deny",
        "denied",
    ),
    (
        "The drug maker said it was untrue that it had hidden the results of the trial.",
        "it was untrue",
        "deny",
        "denied",
    ),
    (
        "“There is not a shred of truth in these stories,” the princess's office said.",
        "not a shred of truth",
        "deny",
        "denied",
    ),
    (
        "Reports of a rift in the cabinet were dismissed as fantasy by the chancellor.",
        "a rift in the cabinet",
        "deny",
        "denied",
    ),
    (
        "The laboratory flatly rejects suggestions that the samples were mixed up.",
        "suggestions that the samples were mixed up",
        "deny",
        "denied",
    ),
    ("He pleaded not guilty to three counts of manslaughter.", "not guilty", "deny", "denied"),
    (
        "The allegation that judges were bribed is, the federation said, a complete invention.",
        "a complete invention",
        "deny",
        "denied",
    ),
    (
        "The rebels say they played no part in the bombing of the bus station.",
        "played no part in the bombing",
        "deny",
        "denied",
    ),
    (
        "Geologists have ruled out any connection between the drilling and the tremor.",
        "any connection between the drilling",
        "deny",
        "denied",
    ),
    (
        "“At no time did our ships enter their waters,” the admiralty said in a statement.",
        "did our ships enter their waters",
        "deny",
        "denied",
    ),
    (
        "The supermarket has denied that its cold store was ever contaminated.",
        "its cold store was ever contaminated",
        "deny",
        "denied",
    ),
    (
        "The surgeon told the inquiry that he had not been drinking that night.",
        "had not been drinking",
        "deny",
        "denied",
    ),
    (
        "The senator's office called the accusation “a smear cooked up by his opponents”.",
        "the accusation",
        "deny",
        "denied",
    ),
    (
        "It is simply false that the rink was sold below its value, the council's treasurer said.",
        "false that the rink was sold",
        "deny",
        "denied",
    ),
    (
        "The bank disputes that it ignored the warnings of its auditors.",
        "it ignored the warnings",
        "deny",
        "denied",
    ),
    (
        "The general denies having ordered the shelling of the hospital.",
        "having ordered the shelling",
        "deny",
        "denied",
    ),
    (
        "Claims that the virus escaped from the institute are baseless, its director said.",
        "baseless",
        "deny",
        "denied",
    ),
    (
        "The sprinter insists she was not in Madrid when the sample was taken.",
        "was not in Madrid",
        "deny",
        "denied",
    ),
    ("The company, which denies the charges, will be tried in Genoa.", "the charges", "deny", "denied"),
    ("The union denied that no talks had taken place.", "no talks had taken place", "deny", "affirmed"),
]

ADMIT: list[Row] = [
    (
        "\u201cI am sorry that I hid the report,\u201d the auditor wrote.",
        "I hid the report",
        "admit",
        "affirmed",
    ),
    (
        "\u201cI regret that I signed the order,\u201d the general said.",
        "I signed the order",
        "admit",
        "affirmed",
    ),
    (
        "The airline now admits that its mechanics overlooked the crack.",
        "overlooked the crack",
        "admit",
        "affirmed",
    ),
    (
        "“We got this badly wrong,” the head of the polling institute conceded.",
        "got this badly wrong",
        "admit",
        "affirmed",
    ),
    (
        "The army has acknowledged killing four farmers in the raid.",
        "killing four farmers",
        "admit",
        "affirmed",
    ),
    ("Two players confessed to having thrown the final.", "having thrown the final", "admit", "affirmed"),
    (
        "Under questioning, the treasurer admitted he had forged the signatures.",
        "had forged the signatures",
        "admit",
        "affirmed",
    ),
    (
        "The clinic apologised for losing the records of 90 patients.",
        "losing the records",
        "admit",
        "affirmed",
    ),
    ("The broker pleaded guilty to insider trading.", "guilty", "admit", "affirmed"),
    (
        "The utility has taken responsibility for the spill.",
        "responsibility for the spill",
        "admit",
        "affirmed",
    ),
    (
        "It was acknowledged by the ministry that the sirens had failed.",
        "the sirens had failed",
        "admit",
        "affirmed",
    ),
    (
        "The coach conceded that his side had not deserved to win.",
        "had not deserved to win",
        "admit",
        "denied",
    ),
    (
        "In a letter to shareholders the chairman owned up to a hole in the accounts.",
        "a hole in the accounts",
        "admit",
        "affirmed",
    ),
    (
        "The defence ministry confirmed that two of its pilots had died in the crash.",
        "two of its pilots had died",
        "admit",
        "affirmed",
    ),
    (
        "The astronomers admitted that the signal had come from a microwave oven.",
        "had come from a microwave oven",
        "admit",
        "affirmed",
    ),
    (
        "“It was our own shell that hit the school,” the colonel admitted.",
        "It was our own shell",
        "admit",
        "affirmed",
    ),
]

ACCUSE: list[Row] = [
    (
        "The prime minister was accused by the opposition of lying to parliament.",
        "of lying to parliament",
        "accuse",
        "affirmed",
    ),
    (
        "Residents hold the mining company responsible for the mudslide.",
        "responsible for the mudslide",
        "accuse",
        "affirmed",
    ),
    (
        "The indictment alleges that the brothers laundered the proceeds through a casino.",
        "laundered the proceeds",
        "accuse",
        "affirmed",
    ),
    (
        "Kenya's sprinters were cheated by a corrupt starter, the team's lawyer said.",
        "Kenya's sprinters were cheated",
        "accuse",
        "affirmed",
    ),
    (
        "The blame for the blackout lies with the grid operator, the regulator said.",
        "lies with the grid operator",
        "accuse",
        "affirmed",
    ),
    (
        "“They shot at an ambulance,” the paramedic said of the militia.",
        "shot at an ambulance",
        "accuse",
        "affirmed",
    ),
    (
        "Former patients allege that the doctor falsified their charts.",
        "falsified their charts",
        "accuse",
        "affirmed",
    ),
    ("The captain faulted the shipyard for using cheap steel.", "using cheap steel", "accuse", "affirmed"),
    ("Police suspect the landlord of setting the fire himself.", "setting the fire", "accuse", "affirmed"),
    ("Prosecutors charged that the governor had sold pardons.", "had sold pardons", "accuse", "affirmed"),
    (
        "The rival team deliberately damaged the boat, the skipper claims.",
        "deliberately damaged the boat",
        "accuse",
        "affirmed",
    ),
    (
        "The biologists' paper was plagiarised by a colleague in Lyon, the academy found.",
        "plagiarised by a colleague",
        "accuse",
        "affirmed",
    ),
    (
        "Sudan said on Friday that Chadian aircraft had bombed a village near the border.",
        "had bombed a village",
        "accuse",
        "affirmed",
    ),
    (
        "The lender, according to the lawsuit, deceived thousands of pensioners.",
        "deceived thousands of pensioners",
        "accuse",
        "affirmed",
    ),
    (
        "The treasurer, the prosecution argued, had stolen from the club for years.",
        "had stolen from the club",
        "accuse",
        "affirmed",
    ),
    (
        "Doctors pointed the finger at the ministry for the shortage of serum.",
        "the ministry for the shortage",
        "accuse",
        "affirmed",
    ),
]

ESTIMATE: list[Row] = [
    (
        "Roughly 1,200 houses were under water by noon, the governor estimated.",
        "1,200 houses",
        "estimate",
        "affirmed",
    ),
    ("Losses are put at 40 million euros by the insurers.", "at 40 million euros", "estimate", "affirmed"),
    (
        "The strike is costing the port about $3 million a day, its operator says.",
        "about $3 million a day",
        "estimate",
        "affirmed",
    ),
    (
        "Aid groups estimate that one child in five is malnourished.",
        "one child in five",
        "estimate",
        "affirmed",
    ),
    (
        "The army put enemy casualties at more than 200.",
        "enemy casualties at more than 200",
        "estimate",
        "affirmed",
    ),
    (
        "Some 30,000 people marched through the capital, according to the organisers.",
        "Some 30,000 people marched",
        "estimate",
        "affirmed",
    ),
    (
        "Epidemiologists reckon that a tenth of the population has had the virus.",
        "a tenth of the population",
        "estimate",
        "affirmed",
    ),
    (
        "Analysts calculate that the merger will save 90 million pounds a year.",
        "will save 90 million pounds",
        "estimate",
        "affirmed",
    ),
    (
        "Between 60 and 80 climbers were believed to be on the mountain, rangers said.",
        "Between 60 and 80 climbers",
        "estimate",
        "affirmed",
    ),
    (
        "The club's finance director said that nearly 5,000 season tickets remained unsold.",
        "nearly 5,000 season tickets",
        "estimate",
        "affirmed",
    ),
    (
        "About 350 whales are left in the bay, marine biologists said.",
        "About 350 whales",
        "estimate",
        "affirmed",
    ),
    (
        "The court heard that up to 900 investors had lost their savings.",
        "up to 900 investors",
        "assert",
        "affirmed",
    ),
]

DEMAND: list[Row] = [
    (
        "Amnesty International called on the junta to free the journalists.",
        "free the journalists",
        "demand",
        "affirmed",
    ),
    (
        "The company must publish the test results at once, the consumer board said.",
        "must publish the test results",
        "demand",
        "affirmed",
    ),
    (
        "Players were urged by their union not to sign the contracts.",
        "not to sign the contracts",
        "demand",
        "denied",
    ),
    ("The prosecutor asked for a sentence of nine years.", "a sentence of nine years", "demand", "affirmed"),
    ("“Leave the city while you can,” the mayor told residents.", "Leave the city", "demand", "affirmed"),
    ("Scientists recommend that the reef be closed to divers.", "the reef be closed", "demand", "affirmed"),
    ("The opposition is demanding that the minister resign.", "the minister resign", "demand", "affirmed"),
    (
        "Opponents of the runway want the council to hold a referendum.",
        "the council to hold a referendum",
        "evaluate",
        "affirmed",
    ),
    (
        "The inquest should be reopened, the family's barrister argued.",
        "should be reopened",
        "demand",
        "affirmed",
    ),
    ("Health officials appealed to donors for blood.", "for blood", "demand", "affirmed"),
    (
        "The envoy insisted on the release of all hostages.",
        "the release of all hostages",
        "demand",
        "affirmed",
    ),
    (
        "The regulator ordered the bank to stop selling the fund.",
        "to stop selling the fund",
        "demand",
        "affirmed",
    ),
    (
        "Both armies were told by the mediator to pull back their guns.",
        "to pull back their guns",
        "demand",
        "affirmed",
    ),
    (
        "Swimmers should not enter the lake, the health board advised.",
        "should not enter the lake",
        "demand",
        "denied",
    ),
]

PROMISE: list[Row] = [
    ("The brewer pledged to plant a tree for every barrel sold.", "plant a tree", "promise", "affirmed"),
    (
        "“I will not rest until the killers are caught,” the sheriff vowed.",
        "will not rest",
        "promise",
        "denied",
    ),
    ("The rebels have threatened to blow up the pipeline.", "to blow up the pipeline", "promise", "affirmed"),
    ("Japan said it would lift the ban on imports next month.", "would lift the ban", "promise", "affirmed"),
    (
        "The striker's lawyers said they would appeal against the verdict.",
        "would appeal against the verdict",
        "promise",
        "affirmed",
    ),
    (
        "The hospital promised that no nurse would lose her job.",
        "no nurse would lose her job",
        "promise",
        "denied",
    ),
    ("The government offered to pay for the repairs.", "to pay for the repairs", "promise", "affirmed"),
    (
        "The publisher says it intends to sell its printing plant.",
        "intends to sell its printing plant",
        "promise",
        "affirmed",
    ),
    (
        "The space agency plans to launch a second probe in May.",
        "to launch a second probe",
        "promise",
        "affirmed",
    ),
    (
        "The candidate's promise that taxes would fall was repeated in every town.",
        "taxes would fall",
        "promise",
        "affirmed",
    ),
    (
        "The club is going to sue the broadcaster, its president said.",
        "going to sue the broadcaster",
        "promise",
        "affirmed",
    ),
    (
        "“We shall rebuild every single house,” the bishop told the crowd.",
        "shall rebuild every single house",
        "promise",
        "affirmed",
    ),
    (
        "Turkey has undertaken to return the stolen mosaics.",
        "to return the stolen mosaics",
        "promise",
        "affirmed",
    ),
    (
        "The army guaranteed that the prisoners would be treated well.",
        "the prisoners would be treated well",
        "promise",
        "affirmed",
    ),
]

PREDICT: list[Row] = [
    (
        "The volcano could erupt within days, seismologists warned.",
        "could erupt within days",
        "predict",
        "affirmed",
    ),
    (
        "Analysts expect the central bank to raise rates in autumn.",
        "raise rates in autumn",
        "predict",
        "affirmed",
    ),
    (
        "The coach predicted that his team would finish in the top three.",
        "would finish in the top three",
        "predict",
        "affirmed",
    ),
    (
        "Unemployment will rise sharply next year, the institute forecast.",
        "will rise sharply",
        "predict",
        "affirmed",
    ),
    (
        "The trial is likely to last until spring, a court official said.",
        "likely to last until spring",
        "predict",
        "affirmed",
    ),
    (
        "Doctors warned that hospitals would run out of beds within a week.",
        "would run out of beds",
        "predict",
        "affirmed",
    ),
    (
        "The war will be over by Christmas, the field marshal told his staff.",
        "will be over by Christmas",
        "predict",
        "affirmed",
    ),
    (
        "A recovery is not expected before the summer, the chamber of commerce said.",
        "not expected before the summer",
        "predict",
        "denied",
    ),
    (
        "The comet will not hit the Earth, the observatory said.",
        "will not hit the Earth",
        "predict",
        "denied",
    ),
    ("“This law is going to cost lives,” the surgeon said.", "going to cost lives", "predict", "affirmed"),
    (
        "The coalition may collapse before the vote, its own whip said.",
        "may collapse before the vote",
        "predict",
        "affirmed",
    ),
    ("Her doctors anticipate a full recovery.", "a full recovery", "predict", "affirmed"),
    (
        "The forecast of a dry winter was made by the weather service in August.",
        "a dry winter",
        "predict",
        "affirmed",
    ),
]

EVALUATE: list[Row] = [
    (
        "\u201cI am sorry that the ferry is late,\u201d the captain said.",
        "the ferry is late",
        "evaluate",
        "affirmed",
    ),
    (
        "“It was the worst refereeing I have ever seen,” the manager fumed.",
        "the worst refereeing",
        "evaluate",
        "affirmed",
    ),
    ("The verdict was welcomed by the victims' families.", "The verdict", "evaluate", "affirmed"),
    (
        "The UN's human rights chief condemned the shelling of the maternity ward.",
        "the shelling of the maternity ward",
        "evaluate",
        "affirmed",
    ),
    (
        "The deal is unfair to farmers, the trade minister said.",
        "is unfair to farmers",
        "evaluate",
        "affirmed",
    ),
    ("The governor praised firefighters for saving the old town.", "firefighters", "evaluate", "affirmed"),
    ("Critics have called the museum's new wing an eyesore.", "an eyesore", "evaluate", "affirmed"),
    (
        "The pope expressed sorrow over the deaths of the miners.",
        "sorrow over the deaths",
        "evaluate",
        "affirmed",
    ),
    (
        "The findings are remarkable, a chemist who was not involved in the study said.",
        "are remarkable",
        "evaluate",
        "affirmed",
    ),
    (
        "The judge criticised the police for the length of the inquiry.",
        "the police for the length",
        "evaluate",
        "affirmed",
    ),
    (
        "The merger makes no sense for passengers, a consumer group argued.",
        "makes no sense for passengers",
        "evaluate",
        "denied",
    ),
    (
        "“I feel nothing but pride,” the gold medallist said.",
        "feel nothing but pride",
        "evaluate",
        "affirmed",
    ),
    ("The board rejected a bid of 60 euros a share.", "a bid of 60 euros", "evaluate", "denied"),
    (
        "The ambassador refused the invitation, calling the conference a circus.",
        "the conference a circus",
        "evaluate",
        "affirmed",
    ),
    (
        "The hospital's union opposes the closure of the ward.",
        "the closure of the ward",
        "evaluate",
        "affirmed",
    ),
    ("The captain regrets that the crew was not warned.", "the crew was not warned", "evaluate", "denied"),
    ("The airline denied the couple's request for a refund.", "request for a refund", "evaluate", "denied"),
]

ATTITUDES: list[Row] = [
    ("The trainer hopes his horse will run again.", "his horse will run again", "evaluate", "affirmed"),
    ("Many villagers want the soldiers to leave.", "the soldiers to leave", "evaluate", "affirmed"),
    ("The novelist said she loved the silence of the island.", "loved the silence", "evaluate", "affirmed"),
    (
        "Shareholders would like the dividend to be raised.",
        "the dividend to be raised",
        "evaluate",
        "affirmed",
    ),
    ("His mother believes the boy is still alive.", "the boy is still alive", "evaluate", "affirmed"),
    ("The farmer fears that his herd is infected.", "his herd is infected", "evaluate", "affirmed"),
    (
        "Most fans think the transfer was a waste of money.",
        "the transfer was a waste of money",
        "evaluate",
        "affirmed",
    ),
    ("The minister favours a tax on sugar.", "a tax on sugar", "evaluate", "affirmed"),
    ("She wished the trial had never begun.", "the trial had never begun", "evaluate", "denied"),
    ("The nurse doubts that the figures are right.", "the figures are right", "evaluate", "denied"),
    (
        "The geologist is convinced that there is gold in the hills.",
        "there is gold in the hills",
        "evaluate",
        "affirmed",
    ),
    ("The rebels intend to hold the bridge.", "to hold the bridge", "promise", "affirmed"),
    ("Norway aims to cut emissions by half.", "to cut emissions by half", "promise", "affirmed"),
    ("The skater does not plan to retire.", "to retire", "promise", "denied"),
    ("The opposition backs the bill on clean rivers.", "the bill on clean rivers", "evaluate", "affirmed"),
    (
        "The bishop expressed the hope that the guns would fall silent.",
        "the guns would fall silent",
        "evaluate",
        "affirmed",
    ),
]

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

TWO_IN_ONE: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "Prosecutors' claim that the ledger was forged was rejected by the defence.",
        [("the ledger was forged", "assert", "affirmed"), ("Prosecutors' claim that", "deny", "denied")],
    ),
    (
        "The mayor said that the contractor had denied cutting corners.",
        [("cutting corners", "deny", "denied")],
    ),
    (
        "The spokesman denied that the troops had fired first and accused the rebels of using hostages as shields.",
        [
            ("the troops had fired first", "deny", "denied"),
            ("using hostages as shields", "accuse", "affirmed"),
        ],
    ),
    (
        "The chairman admitted that mistakes had been made but insisted that no money was missing.",
        [("mistakes had been made", "admit", "affirmed"), ("no money was missing", "deny", "denied")],
    ),
    (
        "The minister praised the rescuers and promised that the families would be compensated.",
        [
            ("the rescuers", "evaluate", "affirmed"),
            ("the families would be compensated", "promise", "affirmed"),
        ],
    ),
    (
        "The doctor said that 14 patients had died and that the pumps had not been checked.",
        [("14 patients had died", "assert", "affirmed"), ("had not been checked", "assert", "denied")],
    ),
    (
        "The opposition says the vote was rigged, which the president denies.",
        [("the vote was rigged", "assert", "affirmed")],
    ),
    (
        "The driver told police that he had seen the light change and urged them to look at the film.",
        [("had seen the light change", "assert", "affirmed"), ("to look at the film", "demand", "affirmed")],
    ),
    (
        "The bank warned that profits would fall and said it was cutting 400 jobs.",
        [("profits would fall", "predict", "affirmed"), ("cutting 400 jobs", "assert", "affirmed")],
    ),
    (
        "“We never fired a shot,” the captain said. “They attacked our camp.”",
        [("never fired a shot", "deny", "denied"), ("attacked our camp", "accuse", "affirmed")],
    ),
    (
        "The club said the goalkeeper was fit; it denied a report that he would be sold.",
        [
            ("the goalkeeper was fit", "assert", "affirmed"),
            ("a report that he would be sold", "deny", "denied"),
        ],
    ),
]
"""Several statements in one sentence, each with its own act."""
