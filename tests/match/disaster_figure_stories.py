"""Invented disasters, marches and strikes: what two counts have to do with each other, told by several agencies."""

from figure_stories import FigureStory

DISASTER_FIGURE_STORIES = (
    FigureStory(
        "a sunk launch: who was aboard, how many it may carry, those missing as passengers or people",
        (
            "TARNE, 5 May 2014 (Coast Wire)\n\nA launch sank on Lake Tarne on Monday. The harbour police said 30 people were missing.\n\nThe lake authority said the launch had a capacity of 25 passengers.\n\nIts owner said 45 people were on the boat when it sank.",
            "TARNE, 5 May 2014 (River News)\n\nRescuers searched Lake Tarne on Monday after a launch sank.\n\nThe ministry of transport said it had a 40-passenger capacity.\n\nThe mayor of Tarne said 70 people were on board.",
            "TARNE, 6 May 2014 (Hill Agency)\n\nPolice said on Tuesday that 52 passengers were missing after a launch sank on Lake Tarne.",
        ),
        disputes=(("capacity of 25", "40-passenger"), ("45 people", "70 people")),
        updates=(("30 people were missing", "52 passengers"),),
        apart=(("capacity of 25", "45 people"), ("30 people", "70 people")),
    ),
    FigureStory(
        "organisers and police count a march, in numbers that take up a count",
        (
            "OSLEN, 9 June 2012 (Coast Wire)\n\nTeachers marched through Oslen on Saturday. Police said at least 8,000 took part, and a union leader put the figure closer to 30,000.",
            "OSLEN, 9 June 2012 (River News)\n\nThe organisers of Saturday's march in Oslen said up to 30,000 people joined the protest.\n\nPolice put the demonstrators' numbers at just 9,000.",
        ),
        disputes=(("up to 30,000", "just 9,000"),),
    ),
    FigureStory(
        "found bodies are no fewer dead, and no total",
        (
            "ARVIK, 2 April 2013 (Coast Wire)\n\nA hotel collapsed in Arvik on Tuesday. Firefighters said they had recovered nine bodies.\n\nThe mayor said 14 people were killed.",
        ),
        apart=(("nine bodies", "14 people"),),
    ),
    FigureStory(
        "found bodies are more than the dead that another counts",
        (
            "ARVIK, 2 April 2013 (Coast Wire)\n\nA hotel collapsed in Arvik on Tuesday. Firefighters said they had recovered nine bodies.\n\nThe hotel's manager said four people were killed.",
        ),
        disputes=(("nine bodies", "four people"),),
    ),
    FigureStory(
        "what a district reports of itself is a part of the toll",
        (
            "LORM, 2 April 2013 (Coast Wire)\n\nFlooding killed 56 people across the Lorm valley on Tuesday, the governor said.\n\nBridges fell in the district of Anset. Worst-hit Anset reported 40 deaths, while three deaths were reported by the nearby district of Berle.",
            "LORM, 2 April 2013 (River News)\n\nThe army said flooding killed 70 people across the Lorm valley on Tuesday.",
        ),
        disputes=(("56 people", "70 people"),),
        apart=(("40 deaths", "70 people"), ("56 people", "40 deaths"), ("three deaths", "70 people")),
    ),
    FigureStory(
        "the second shock and the quake of long ago are other quakes",
        (
            "MIRAN, 8 May 2016 (Coast Wire)\n\nAn earthquake shook the coast near Miran on Sunday. The national seismic office put its magnitude at 6.4. The geological institute in Corland said it had a magnitude of 5.8.\n\nA second 5.1-magnitude tremor struck an hour later, the geological institute said.\n\nThe country's worst earthquake was in 1971. The quake had a magnitude of 7.6 and killed 9,000 people.",
        ),
        disputes=(("magnitude at 6.4", "magnitude of 5.8"),),
        apart=(("5.1-magnitude", "6.4"), ("5.1-magnitude", "5.8"), ("7.6", "6.4"), ("7.6", "5.8")),
    ),
    FigureStory(
        "an army's first count is not what its opponents were given up for",
        (
            "SADAR, 4 March 2011 (Coast Wire)\n\nThe Chilean army originally said that three farmers were killed in the air strike on Sadar on Friday. The government of Peru has said 60 farmers were killed.",
        ),
        disputes=(("three farmers", "60 farmers"),),
    ),
    FigureStory(
        "a crush: who counted, whose countrymen, and pilgrims who are people",
        (
            "LANPUR, 8 May 2014 (Coast Wire)\n\nChilean officials previously said the stampede at the Lanpur shrine killed 140 pilgrims, while a count by doctors shows at least 210 people died at the shrine.\n\nThe toll for Peruvian pilgrims was raised to 35, the Peruvian embassy said.",
        ),
        disputes=(("killed 140 pilgrims", "at least 210"),),
        apart=(("35", "140 pilgrims"), ("35", "at least 210")),
    ),
    FigureStory(
        "one toll became another, as a headline says",
        (
            "HARVO, 7 May 2014 (Coast Wire)\n\nHealth ministry cuts rail crash toll from 41 to 33\n\nAfter two trains collided at Harvo on Tuesday, the transport ministry said 41 people were killed in the crash. A health inspector said 33 people were killed in the crash.",
        ),
        updates=(("41 people", "33 people"),),
    ),
    FigureStory(
        "how many stayed away from work",
        (
            "PELL, 4 March 2011 (Coast Wire)\n\nThe dockers went on strike in Pell on Friday. The union said 85 percent of workers stayed away. The port's employers said only 30 percent of workers stayed away.",
        ),
        disputes=(("85 percent", "only 30 percent"),),
    ),
    FigureStory(
        "at least nine, and later twelve, is an update whoever says it",
        (
            "ARVIK, 2 April 2013 (Coast Wire)\n\nA hotel collapsed in Arvik on Tuesday. The Chilean army said at least nine guests were killed.",
            "ARVIK, 3 April 2013 (River News)\n\nA hotel collapsed in Arvik on Tuesday, and the toll rose. The United Nations said 12 guests were killed in Arvik.",
        ),
        updates=(("at least nine", "12 guests"),),
    ),
)
