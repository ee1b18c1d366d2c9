"""Small invented stories with what a careful analyst finds in them, for the matcher's tests.

Each story: its name, its articles as {file name: text}, and the disputes expected as
(kind, words of one side, words of the other). An empty list means: no dispute at all.
"""

from typing import NamedTuple


class Story(NamedTuple):
    name: str
    articles: dict[str, str]
    disputes: tuple[tuple[str, str, str], ...]


STORIES = (
    Story(
        "a company denies a spill that a union reports",
        {
            "spill.txt": "Norvale, 3 May 2019 (Sample Wire)\n\n"
            "The dockers' union said Harlow Chemicals had dumped solvents into the harbour on Thursday.\n\n"
            "Harlow Chemicals denied dumping solvents into the harbour and said its tanks were sealed."
        },
        (("denial", "had dumped solvents into the harbour", "dumping solvents into the harbour"),),
    ),
    Story(
        "a ministry denies that, right after the accusation",
        {
            "raid.txt": "12 June 2018\n\n"
            "Chad's army accused Sudan of bombing the market in Tine on Monday. Sudan's Foreign Ministry denied that."
        },
        (("denial", "Sudan of bombing the market", "that"),),
    ),
    Story(
        "a claim that another has denied, in one sentence",
        {
            "jet.txt": "4 March 2017\n\n"
            "Pakistani officials had earlier said an Indian jet crossed the border and bombed a school, "
            "a claim that India has denied."
        },
        (("denial", "an Indian jet crossed the border", "a claim"),),
    ),
    Story(
        "an accusation dismissed as a fabrication",
        {
            "vote.txt": "7 October 2015\n\n"
            "The opposition leader, Maria Lopez, accused President Juan Ortega of rigging the vote in the north. "
            "Mr Ortega dismissed the accusation as a fabrication."
        },
        (("denial", "rigging the vote", "accusation"),),
    ),
    Story(
        "each side accuses the other in one sentence",
        {
            "truce.txt": "5 January 2014\n\nEritrea and Ethiopia accused each other on Sunday of breaking the truce along the border."
        },
        (("mutual_accusation", "breaking the truce", "breaking the truce"),),
    ),
    Story(
        "two armies say that the other fired first",
        {
            "border.txt": "9 August 2012\n\n"
            "Thailand's army said Cambodian soldiers attacked its post near the temple with mortars.\n\n"
            "Cambodia's Defence Ministry said Thai forces had shelled a village across the border."
        },
        (("mutual_accusation", "Cambodian soldiers attacked", "Thai forces had shelled"),),
    ),
    Story(
        "a toll denied and answered with another",
        {
            "toll.txt": "20 November 2011\n\n"
            "The Sudanese Defence Ministry said more than 200 South Sudanese soldiers were killed and injured. "
            "South Sudan's government denied the report on the number of casualties. "
            "South Sudanese President Salva Deng said 20 soldiers were killed and 31 injured."
        },
        (
            ("figures", "more than 200 South Sudanese soldiers", "20 soldiers were killed"),
            ("denial", "more than 200 South Sudanese soldiers", "the number of casualties"),
        ),
    ),
    Story(
        "own dead of two sides do not conflict",
        {
            "own.txt": "2 February 2013\n\n"
            "Kenya said 14 of its soldiers were killed in the fighting. Somalia said 22 of its soldiers had died."
        },
        (),
    ),
    Story(
        "a toll that grew over two days",
        {
            "monday.txt": "4 September 2006\n\nAn explosion at a mine near Karsk killed three people on Monday, officials said.",
            "tuesday.txt": "5 September 2006\n\nThe explosion at the mine near Karsk killed 11 people, officials said on Tuesday.",
        },
        (),
    ),
    Story(
        "events of one kind in different years",
        {
            "old.txt": "3 May 1998\n\nPeru's army said Ecuadorean troops had shelled the village of Pampa.",
            "new.txt": "3 May 2010\n\nEcuador's Defence Ministry denied shelling the village of Pampa.",
        },
        (),
    ),
    Story(
        "a denial and a later admission by the same party",
        {
            "ship.txt": "14 July 2016\n\n"
            "Malta's coastguard said on Tuesday it had not rammed the fishing boat.\n\n"
            "On Thursday Malta's coastguard admitted that it had rammed the fishing boat."
        },
        (("reversal", "had not rammed the fishing boat", "it had rammed the fishing boat"),),
    ),
    Story(
        "a prediction and a demand are no claims to dispute",
        {
            "talks.txt": "1 April 2009\n\n"
            "Chile urged Bolivia to stop blocking the port. Bolivia said the port would reopen within days."
        },
        (),
    ),
    Story(
        "what is denied is not the neighbouring claim",
        {
            "bank.txt": "6 June 2014\n\n"
            "The regulator said Corvin Bank had misled investors. It also said the bank moved its head office to Malta. "
            "Corvin Bank denied misleading investors."
        },
        (("denial", "had misled investors", "misleading investors"),),
    ),
    Story(
        "a defendant denies what a prosecutor says",
        {
            "trial.txt": "17 March 2010\n\n"
            "Prosecutor Helen Marsh told the jury that Daniel Pike stole the painting from the gallery. "
            "Pike denied stealing the painting, saying he had never entered the gallery."
        },
        (("denial", "stole the painting", "stealing the painting"),),
    ),
    Story(
        "two agencies measure one earthquake differently",
        {
            "quake.txt": "8 December 2003\n\n"
            "A strong earthquake struck the town of Batur on Monday. "
            "The national observatory put the quake's magnitude at 5.2, while the U.S. Geological Survey said the quake had a magnitude of 5.9."
        },
        (("figures", "5.2", "5.9"),),
    ),
    Story(
        "an own loss admitted agrees with the enemy's claim",
        {
            "drone.txt": "19 May 2015\n\n"
            "Iran's army said it had shot down an Israeli drone near the border. Israel admitted that its drone was shot down."
        },
        (),
    ),
    Story(
        "a report called an absolute lie",
        {
            "plane.txt": "23 August 2008\n\n"
            "Georgia's Interior Ministry said its forces had shot down a Russian bomber. "
            "Russia's Defence Ministry said the report about the downed bomber was a complete lie."
        },
        (("denial", "had shot down a Russian bomber", "the downed bomber"),),
    ),
    Story(
        "a weapon said to be used, and said not to have been",
        {
            "gas.txt": "11 April 2018\n\n"
            "They have used chlorine gas against the town, the Free Doctors of Ostrava said of the Slovak army.\n\n"
            "Slovakia's Defence Ministry said the army had chlorine but had not used it."
        },
        (),
    ),
)
