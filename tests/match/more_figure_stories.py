"""More invented wire stories full of figures: several speakers, days and places at once."""

from figure_stories import FigureStory

MORE_FIGURE_STORIES = (
    FigureStory(
        "a train crash: bodies counted, an accident of long ago",
        (
            'BERLON, June 14, 2016 (Sample Wire) - Two trains collided head-on near the town of Varen on Tuesday, killing at least 20 people and injuring dozens, officials said.\n\nThe regional governor, Paolo Veri, said 23 people had died. "We have 23 bodies," he told reporters. Health officials put the number of dead at 27.\n\nMore than 50 people were taken to hospital, 15 of them in a serious condition. Each train had four carriages.\n\nIt was the worst rail accident in the country since 2009, when 32 people died at Calvo.',
            "BERLON, June 15, 2016 (Harbour News) - The death toll from a train crash near Varen climbed to 27 on Wednesday after rescuers found two more bodies, the fire brigade said. Fifty-two people were injured, including two children.\n\nProsecutors opened an inquiry.",
        ),
        disputes=(("23 people had died", "27"),),
        updates=(("at least 20 people", "climbed to 27"),),
        apart=(
            ("32 people", "23 people"),
            ("two more bodies", "climbed to 27"),
            ("15 of them", "More than 50"),
            ("two children", "Fifty-two"),
        ),
    ),
    FigureStory(
        "an air strike: civilians and militants",
        (
            "ADOWA, Sept 4, 2014 - Rebels said on Thursday that government warplanes had bombed a market in Tarim, killing 35 civilians. A government spokesman said the raid killed 12 militants and that no civilians had been harmed.\n\nA local monitoring group put the number of civilians killed at 19.",
        ),
        disputes=(("killing 35 civilians", "number of civilians killed at 19"),),
        apart=(("35 civilians", "12 militants"),),
    ),
    FigureStory(
        "a strike: shares of members and of all, crowds",
        (
            "Oct 7, 2015\n\nThe teachers' union said 90 percent of its members had joined Wednesday's walkout. The Education Ministry said only 34 percent of teachers had taken part.\n\nUnions said 12,000 demonstrators marched in the capital; police put the number of demonstrators at 4,500.",
        ),
        disputes=(("12,000 demonstrators", "4,500"),),
    ),
    FigureStory(
        "layoffs at one mill and at another",
        (
            "Jan 12, 2009 (Market Daily)\n\nSteelmaker Corvane confirmed on Monday that it was laying off 600 workers at its mill in Ostend. The IG Stahl union said 1,100 workers were being laid off at the mill.\n\nCorvane laid off 250 workers in Ghent in October. Shares closed 3.1 percent lower at 14.20 euros.",
        ),
        disputes=(("600 workers", "1,100 workers"),),
        apart=(("250 workers", "600 workers"), ("250 workers", "1,100 workers")),
    ),
    FigureStory(
        "a price paid and one expected",
        (
            "March 3, 2016 (Deal Wire)\n\nHelion Energy said on Thursday it had paid $3.4 billion for Baltic Gas.\n\nBaltic Gas said Helion had paid $2.9 billion. Analysts had expected a price of $3.1 billion.",
        ),
        apart=(("price of $3.1 billion", "$2.9 billion"), ("price of $3.1 billion", "$3.4 billion")),
    ),
    FigureStory(
        "deaths and arrests counted by a rights group and by police",
        (
            "KIVU, Dec. 20, 2016 (Coast Agency) - At least 26 people were killed in protests in Kivu on Tuesday, Human Rights Now said. Police said nine people were killed, including one officer.\n\nThe United Nations said it had documented 275 arrests. Police said 116 people had been arrested.",
        ),
        disputes=(
            ("At least 26 people", "nine people were killed"),
            ("275 arrests", "116 people had been arrested"),
        ),
    ),
    FigureStory(
        "a storm's toll growing over days, and two counts at the end",
        (
            "PORT SABLE, Oct 5, 2016 - Hurricane Lena killed at least 14 people in Sable, the civil protection agency said on Wednesday.",
            "PORT SABLE, Oct 6, 2016 - The number of people killed by Hurricane Lena in Sable rose to 108 on Thursday, the interior minister said. Some 60,000 people were in shelters.",
            "PORT SABLE, Oct 7, 2016 - Hurricane Lena killed 842 people in Sable, according to a tally of local officials' numbers. The civil protection agency put the toll at 271, saying it counted only the dead it had confirmed.",
        ),
        disputes=(("842 people", "271"),),
        updates=(("at least 14 people", "108"), ("108 on Thursday", "842 people")),
    ),
    FigureStory(
        "a leak measured by the owner and by campaigners",
        (
            "July 2, 2013\n\nPetrola said 400 barrels of crude leaked from its pipeline at Sarn. Environmental group Clean Coast said 3,000 barrels of crude had leaked from the pipeline at Sarn.\n\nThe company produces 90,000 barrels a day.",
        ),
        disputes=(("400 barrels", "3,000 barrels"),),
        apart=(("90,000 barrels", "400 barrels"), ("90,000 barrels", "3,000 barrels")),
    ),
    FigureStory(
        "a factory fire: fire service against labour groups",
        (
            "DACRA, Nov 25, 2012 (Bd News) - A fire at a garment factory outside Dacra killed 112 workers, the fire service said on Sunday. Labour groups said at least 124 workers had died.\n\nAbout 1,000 workers were inside the nine-storey building, its owner said. Police said 600 people were working there.",
        ),
        disputes=(("112 workers", "at least 124 workers"),),
    ),
    FigureStory(
        "three attacks in one article",
        (
            "MOSUN, April 3, 2014 - A suicide bomber killed 11 people at a mosque in Mosun on Thursday, police said.\n\nIn a separate attack, gunmen killed four soldiers at a checkpoint north of the city, police said. In the town of Tal Abad, a roadside bomb killed three people, a hospital official said.",
        ),
        apart=(
            ("11 people", "four soldiers"),
            ("11 people", "three people"),
            ("four soldiers", "three people"),
        ),
    ),
    FigureStory(
        "crime statistics of several years",
        (
            "May 9, 2016\n\nThe city recorded 120 murders last year, police said. Homicides fell to 120 from 140 in 2014. The previous mayor said there were 95 murders in 2012.\n\nPolice made 2,300 arrests in 2015, the department said.",
        ),
        apart=(("120 murders", "95 murders"), ("120 murders", "140")),
    ),
    FigureStory(
        "earnings, forecasts and a rival's sales",
        (
            "Feb 4, 2016\n\nVolta Motors said net profit rose to $1.3 billion in the fourth quarter from $1.1 billion a year earlier. Revenue was $22 billion. Analysts had expected a profit of $1.2 billion.\n\nThe company said it would invest $500 million in a plant in Leon. It sold 2.1 million vehicles in 2015, it said; its rival Kaspar said it had sold 2.4 million vehicles.",
        ),
        apart=(("2.1 million vehicles", "2.4 million vehicles"), ("$1.3 billion", "$1.2 billion")),
    ),
    FigureStory(
        "hostages, and later the dead of two kinds",
        (
            "GOLMA, Jan 17, 2013 - Militants seized a gas plant at Golma on Wednesday. The militants said they were holding 41 foreigners. The interior minister said the gunmen were holding 20 hostages.\n\nTwo people were killed, the minister said.",
            "GOLMA, Jan 20, 2013 - At least 37 hostages were killed in the siege of the gas plant at Golma, the prime minister said on Sunday. He said 29 militants were killed and three captured.",
        ),
        disputes=(("holding 41 foreigners", "holding 20 hostages"),),
        apart=(("37 hostages", "29 militants"),),
    ),
    FigureStory(
        "polls of several institutes",
        (
            "Oct 20, 2016\n\nA poll by Tresor Research gave Senator Holt 47 percent and Governor Pym 43 percent. A survey by Opinio put Holt at 44 percent. Holt's campaign said its own polling showed her at 51 percent.",
        ),
        apart=(("47 percent", "44 percent"), ("47 percent", "51 percent")),
    ),
    FigureStory(
        "a bus accident told by three agencies",
        (
            "SARTAN, 2 May 2015 (Alpha Wire)\n\nA bus plunged into a ravine near Sartan on Saturday. Police said 18 people were killed. The transport ministry said 25 people were killed.",
            "SARTAN, 2 May 2015 (Beta Press)\n\nPolice said 18 people were killed when a bus plunged into a ravine near Sartan on Saturday.",
            "SARTAN, 2 May 2015 (Gamma News)\n\nA bus plunged into a ravine near Sartan on Saturday, killing 25 people, the transport ministry said.",
        ),
        disputes=(("18 people were killed", "25 people"),),
    ),
    FigureStory(
        "a figure dismissed and answered",
        (
            "TOLA, 8 Aug 2014\n\nOpposition parties said on Friday that 300 people had been detained since the vote in Tola. The interior minister dismissed the figure as exaggerated and said 40 people were detained.\n\nA rights group said the real toll of the clashes was double the official figure of 15.",
        ),
        disputes=(("300 people had been detained", "40 people were detained"),),
    ),
)
