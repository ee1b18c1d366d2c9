"""Invented stories of two or three wires with their own figures, and what is of another thing."""

from figure_stories import FigureStory

WIRE_FIGURE_STORIES = (
    FigureStory(
        "a robbery: what was taken, by how many, and an earlier one",
        (
            "CANTERO, 5 December 2008 (Wire A)\n\nFour armed robbers, some wearing wigs, stole jewels worth 80 million euros ($102 million) from the Belmont boutique in Cantero on Thursday, police said.\n\nThe thieves fled in a car. The boutique was robbed in October 2007, when thieves took jewels worth 10 million euros.",
            "CANTERO, 5 December 2008 (Wire B)\n\nThree masked men stole jewels worth 65 million euros from the Belmont boutique in Cantero, the prosecutor said on Friday. The robbers threatened 15 employees and customers.",
        ),
        disputes=(("80 million euros", "65 million euros"),),
        apart=(("10 million euros", "80 million euros"), ("10 million euros", "65 million euros")),
    ),
    FigureStory(
        "a price told by two papers",
        (
            "SAN ORO, Feb 29, 2012 (Tech Wire)\n\nChipmaker Arvex said on Wednesday it bought server start-up Micronode for $334 million. Arvex will pay $281 million of it in cash.",
            "SAN ORO, March 1, 2012 (Business Daily)\n\nArvex bought Micronode, a maker of small servers, for $312 million, the Daily has learned. Micronode employs 80 people; Arvex has 11,000 employees.",
        ),
        disputes=(("$334 million", "$312 million"),),
        apart=(("$281 million", "$334 million"), ("$281 million", "$312 million"), ("80 people", "11,000")),
    ),
    FigureStory(
        "a shooting in three papers",
        (
            "DALTON, Feb 15, 2013 (City Paper)\n\nA gunman opened fire at a post office in Dalton on Friday, killing three people and wounding two others, police said. The gunman then shot himself.",
            "DALTON, Feb 16, 2013 (Valley Press)\n\nFour people died when a former employee opened fire at the Dalton post office on Friday, Sheriff Lon Ames said. Neighbours said they heard eight shots.",
            "DALTON, Feb 16, 2013 (State News)\n\nThe gunman who killed three people at the post office in Dalton had been fired in 2012. In March, a gunman killed five people at a school in Pine City.",
        ),
        updates=(("killing three people", "Four people died"),),
        apart=(("five people", "three people"), ("five people", "Four people")),
    ),
    FigureStory(
        "pirates: a cargo's worth and a ransom",
        (
            "NAIRA, Nov 18, 2008 (Coast Agency)\n\nPirates hijacked a tanker with 25 crew aboard 450 miles off the coast of Kenya, the navy said on Tuesday. The ship was carrying 2 million barrels of oil worth $100 million.",
            "NAIRA, Nov 19, 2008 (World Wire)\n\nPirates who hijacked the tanker off Kenya have asked for a ransom of $25 million, a man who said he spoke for them told a broadcaster. The owner said 23 crew were aboard. Pirates have seized 92 ships this year.",
        ),
        apart=(("$100 million", "$25 million"), ("25 crew", "92 ships")),
    ),
    FigureStory(
        "arrests at a vigil",
        (
            "EAST PARK, Mar 12, 2013 (Metro)\n\nPolice arrested 46 people on Wednesday night at a vigil in East Park for a teenager killed by officers. Two officers were hurt, police said.\n\nOn Monday, one person was arrested at an earlier protest.",
            "EAST PARK, Mar 14, 2013 (Daily Sun)\n\nPolice arrested 46 people at the vigil in East Park. The family's lawyer said 60 people had been arrested at the vigil.",
        ),
        disputes=(("46 people", "60 people had been arrested"),),
        apart=(("one person", "46 people"), ("one person", "60 people")),
    ),
    FigureStory(
        "a bombed camp: twelve dead or none",
        (
            "JULA, Nov 10, 2011 (Sample Wire)\n\nWarplanes bombed a refugee camp at Yira in the south on Thursday, killing 12 people, the county commissioner said. The army denied bombing the camp.",
            "JULA, Nov 11, 2011 (Peace Radio)\n\nFive bombs fell on the Yira camp on Thursday; two of them landed near a school, aid workers said. Nobody was killed, a spokesman for the aid agency said. The army said it had attacked no camp.",
        ),
        disputes=(("killing 12 people", "Nobody was killed"),),
    ),
    FigureStory(
        "an escape told by two papers",
        (
            "HOLM, July 3, 2009 (State Wire)\n\nThree inmates escaped from the state prison in Holm on Saturday night, officials said. Two of the men are serving sentences for murder.",
            "HOLM, July 5, 2009 (Herald)\n\nTwo inmates escaped from the state prison in Holm on Saturday, the sheriff said. It was the fourth escape in 20 years. The prison was built in 1860 and holds 2,200 men.",
        ),
        apart=(("2,200 men", "Three inmates"), ("fourth", "Three inmates")),
    ),
    FigureStory(
        "cables cut: how many, and whose traffic",
        (
            "SARDA, Dec 19, 2008 (Net News)\n\nThree undersea cables were cut off Sarda on Friday, disrupting 75 percent of traffic between Europe and Asia, the operator said. Four cables carry the traffic.",
            "SARDA, Dec 19, 2008 (Tele Wire)\n\nFour undersea cables were cut off Sarda on Friday, the telecoms ministry said. The operator said 65 percent of India's traffic was down; Egypt said 80 percent of its traffic was lost.",
        ),
        disputes=(("Three undersea cables", "Four undersea cables were cut"),),
        apart=(("65 percent", "80 percent"), ("75 percent", "80 percent")),
    ),
    FigureStory(
        "a quake, its aftershock and one of long ago",
        (
            "ACERA, July 2, 2013 (Asia Wire)\n\nA 6.1-magnitude earthquake struck Acera province on Tuesday, killing at least 22 people and injuring 210, officials said. The quake, at a depth of 10 km, was felt in the capital 300 km away. A 5.5-magnitude aftershock followed. Acera was hit by a 9.1-magnitude quake in 2004 that killed 170,000 people.",
            "ACERA, July 3, 2013 (Island Press)\n\nThe quake that struck Acera on Tuesday had a magnitude of 6.2, the national agency said. The death toll rose to 29 on Wednesday, and 420 people were injured, the disaster agency said. More than 300 buildings were damaged. Some 1,500 homes were damaged in one district, Ketol.",
        ),
        disputes=(("6.1-magnitude", "magnitude of 6.2"),),
        updates=(("at least 22 people", "rose to 29"), ("injuring 210", "420 people were injured")),
        apart=(("9.1", "6.1"), ("9.1", "6.2"), ("5.5", "6.1"), ("5.5", "6.2"), ("170,000", "rose to 29")),
    ),
    FigureStory(
        "heights and falls",
        (
            "June 12, 2014 (Peak News)\n\nRescuers searched for six climbers missing on Mount Tavor. They were last heard from at 10,700 feet on Wednesday, the park said. The climbers fell 3,300 feet, the park said on Saturday.",
        ),
        apart=(("10,700", "3,300"),),
    ),
    FigureStory(
        "growth and inflation of several kinds",
        (
            "Sept 20, 2016 (Econ Wire)\n\nThe government expects the economy to grow 2.1 percent this year and 2.4 percent in 2017. The IMF said the economy would grow 1.6 percent this year. Inflation was 3.1 percent in August, the statistics office said; the central bank said core inflation was 2.2 percent.",
        ),
        apart=(("3.1 percent", "2.2 percent"),),
    ),
    FigureStory(
        "tanks of two armies",
        (
            "April 4, 2016 (Front News)\n\nThe Ruritanian army said it had destroyed 14 tanks and killed 170 enemy soldiers in two days. Grandia's defence ministry said it had lost three tanks and 20 soldiers and had destroyed 18 Ruritanian tanks. Ruritania denied losing 18 tanks and said two of its tanks were damaged.\n\nIn all, 64 people have been killed since Saturday, officials on both sides said.",
        ),
        apart=(("14 tanks", "18 Ruritanian tanks"),),
    ),
)
