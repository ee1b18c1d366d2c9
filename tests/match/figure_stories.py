"""Invented wire stories full of figures, with the pairs a careful analyst sets against each other.

Words stand for the claim that holds them. ``disputes`` and ``updates`` must be found;
``apart`` must never be set against each other in either. Nothing that is not listed in the
first two may be reported at all.
"""

from typing import NamedTuple

Pairs = tuple[tuple[str, str], ...]


class FigureStory(NamedTuple):
    name: str
    articles: tuple[str, ...]
    disputes: Pairs = ()
    updates: Pairs = ()
    apart: Pairs = ()


FIGURE_STORIES = (
    FigureStory(
        "a toll that another says is nobody",
        (
            "MARISA, 11 November 2011 (Coast Wire)\n\nAt least 12 people were killed in the raid on the Marisa market, the district chief said.",
            "MARISA, 11 November 2011 (River News)\n\nThe army said there were no casualties in the raid on the Marisa market.",
        ),
        disputes=(("At least 12 people", "no casualties"),),
    ),
    FigureStory(
        "no casualties of another blast",
        (
            "TOVE, 11 November 2011 (Coast Wire)\n\nTwo blasts hit Tove. Police said four people were killed in the first blast, and there were no casualties in the second.",
        ),
        apart=(("four people", "no casualties"),),
    ),
    FigureStory(
        "an earthquake: magnitude in dispute, toll growing, parts by place",
        (
            (
                "LANPUR, 3 March 2011 (Northern Wire)\n\n"
                "A strong earthquake struck the coast near Lanpur on Thursday, killing at least 12 people and injuring 80, officials said.\n\n"
                "The national seismological institute put the quake's magnitude at 5.8. The U.S. Geological Survey said it had a magnitude of 6.3.\n\n"
                "In the village of Dorsa alone, seven people died, its mayor said."
            ),
            (
                "LANPUR, 4 March 2011 (Harbour News)\n\n"
                "The death toll from the earthquake that hit the coast near Lanpur rose to 47 on Friday, officials said. "
                "About 300 people were injured, they said.\n\n"
                "An earthquake in the same region killed more than 2,000 people in 1987."
            ),
        ),
        disputes=(("magnitude at 5.8", "magnitude of 6.3"),),
        updates=(("at least 12 people", "rose to 47"), ("injuring 80", "About 300 people")),
        apart=(
            ("seven people died", "rose to 47"),
            ("rose to 47", "more than 2,000"),
            ("at least 12 people", "seven people died"),
        ),
    ),
    FigureStory(
        "a bombing: police against the hospital, one day",
        (
            (
                "KERAT, 9 May 2013 (Sample Wire)\n\n"
                "A bomb exploded in a crowded market in Kerat on Thursday. Police said 14 people were killed. "
                "Doctors at the city's main hospital said 22 people had died in the blast.\n\n"
                "Three of the dead were children, police said. Dozens were wounded."
            ),
            (
                "KERAT, 9 May 2013 (Eastern Agency)\n\n"
                "An explosion tore through a market in Kerat on Thursday, and 14 people were killed, police said. "
                "Some 45 people were wounded."
            ),
        ),
        disputes=(("14 people were killed", "22 people had died"),),
        apart=(
            ("14 people were killed", "Three of the dead"),
            ("Dozens were wounded", "Some 45"),
            ("22 people had died", "Three of the dead"),
        ),
    ),
    FigureStory(
        "a toll revised downwards is no dispute",
        (
            (
                "SELMA BAY, 12 July 2009\n\n"
                "A ferry capsized off Selma Bay on Sunday and 40 people drowned, the coastguard said."
            ),
            (
                "SELMA BAY, 14 July 2009\n\n"
                "The death toll in the ferry that capsized off Selma Bay, initially put at 40, was lowered to 12 on Tuesday. "
                "Twelve people drowned, the coastguard said."
            ),
        ),
        updates=(("40 people drowned", "Twelve people drowned"),),
    ),
    FigureStory(
        "a crowd: union against police",
        (
            (
                "PORTO ALTO, 1 May 2014\n\n"
                "Workers marched through Porto Alto on Thursday against pension cuts. "
                "The union said 80,000 people took part in the march. Police put the number of marchers at 25,000.\n\n"
                "A similar march in March drew 15,000 people, police said."
            ),
        ),
        disputes=(("80,000 people", "25,000"),),
        apart=(("25,000", "15,000"), ("80,000", "15,000")),
    ),
    FigureStory(
        "own and enemy losses",
        (
            (
                "17 October 2010\n\n"
                "Chad's army said on Sunday that 30 Sudanese soldiers were killed in clashes near Adre and that it had lost four soldiers.\n\n"
                "Sudan's Defence Ministry said five of its soldiers were killed near Adre. It said 60 Chadian soldiers had been killed."
            ),
        ),
        disputes=(
            ("30 Sudanese soldiers", "five of its soldiers"),
            ("it had lost four soldiers", "60 Chadian soldiers"),
        ),
        apart=(
            ("it had lost four soldiers", "five of its soldiers"),
            ("30 Sudanese soldiers", "60 Chadian soldiers"),
        ),
    ),
    FigureStory(
        "turnout and polls",
        (
            (
                "RIVERTON, 6 June 2016\n\n"
                "The electoral commission said turnout was 62 percent in Sunday's presidential election. "
                "The opposition alliance said turnout was 38 percent.\n\n"
                "President Oran Bel won 54 percent of the vote, the commission said. His rival Lia Mato took 41 percent of the vote.\n\n"
                "A poll in May gave Mr Bel 48 percent. A poll in April put him at 44 percent."
            ),
        ),
        disputes=(("62 percent", "38 percent"),),
        apart=(
            ("54 percent", "41 percent"),
            ("48 percent", "44 percent"),
            ("54 percent", "48 percent"),
            ("62 percent", "54 percent"),
        ),
    ),
    FigureStory(
        "a take-over: price, sales and a conversion",
        (
            (
                "10 February 2015 (Market Wire)\n\n"
                "Norvale Foods said on Tuesday it would buy the rival Castel Dairy for $2.1 billion. "
                "Castel Dairy had sales of $900 million last year.\n\n"
                "Norvale's shares fell 4 percent. Castel's shares rose 12 percent."
            ),
            (
                "10 February 2015 (Capital Press)\n\n"
                "Norvale Foods agreed to buy Castel Dairy for 1.9 billion euros ($2.1 billion), the company said. "
                "Castel Dairy said it had sales of $880 million in 2013."
            ),
        ),
        apart=(
            ("$2.1 billion", "$900 million"),
            ("4 percent", "12 percent"),
            ("$900 million", "$880 million"),
        ),
    ),
    FigureStory(
        "job cuts: company against union, whole against one plant",
        (
            (
                "3 September 2012\n\n"
                "The carmaker Altis said it had cut 1,200 jobs at its plant in Brenz. "
                "The metalworkers' union said 2,500 jobs had been cut at the plant in Brenz.\n\n"
                "Altis employs 46,000 people worldwide. It cut 900 jobs at its plant in Lodan last year."
            ),
        ),
        disputes=(("1,200 jobs", "2,500 jobs"),),
        apart=(("900 jobs", "1,200 jobs"), ("900 jobs", "2,500 jobs"), ("46,000 people", "2,500 jobs")),
    ),
    FigureStory(
        "a jewel theft: police against the owner",
        (
            (
                "29 July 2013\n\n"
                "An armed man stole jewels worth 40 million euros from the Hotel Miramar on Sunday, police said. "
                "The owner of the collection said the stolen jewels were worth 103 million euros.\n\n"
                "The insurer offered a reward of one million euros."
            ),
        ),
        disputes=(("40 million euros", "103 million euros"),),
        apart=(("40 million euros", "one million euros"), ("103 million euros", "one million euros")),
    ),
    FigureStory(
        "a sinking: aboard, rescued, missing",
        (
            (
                "GULL POINT, 5 August 2017\n\n"
                "The ferry Aurora sank off Gull Point on Saturday. The operator said 85 passengers were aboard. "
                "The coastguard said the Aurora was carrying 140 passengers.\n\n"
                "Rescuers pulled 63 people from the water, the coastguard said. Nine were dead and 30 were missing."
            ),
            (
                "GULL POINT, 6 August 2017\n\n"
                "Seventy-one people were rescued from the ferry Aurora, which sank off Gull Point, the coastguard said on Sunday. "
                "The death toll rose to 24 and 19 were missing."
            ),
        ),
        disputes=(("85 passengers", "140 passengers"),),
        updates=(("Nine were dead", "rose to 24"), ("30 were missing", "rose to 24 and 19")),
        apart=(
            ("63 people", "85 passengers"),
            ("rose to 24", "19 were missing"),
            ("30 were missing", "Nine were dead"),
        ),
    ),
    FigureStory(
        "a prison break: the minister against the guards' union",
        (
            (
                "MORANA, 21 January 2008\n\n"
                "The justice minister said nine prisoners escaped from Morana prison on Monday. "
                "The guards' union said 22 prisoners had escaped from Morana prison.\n\n"
                "Five of them were recaptured within hours, the minister said. The prison holds 800 inmates."
            ),
        ),
        disputes=(("nine prisoners escaped", "22 prisoners had escaped"),),
        apart=(
            ("Five of them", "22 prisoners"),
            ("Five of them", "nine prisoners"),
            ("800 inmates", "22 prisoners"),
        ),
    ),
    FigureStory(
        "a wildfire: acres growing, houses in dispute",
        (
            (
                "PINE HOLLOW, 2 August 2010\n\n"
                "A wildfire near Pine Hollow had burned 3,000 acres by Monday, the fire department said. "
                "The fire department said 40 homes were destroyed. Mayor Ann Dale said 65 homes had been destroyed by the fire."
            ),
            (
                "PINE HOLLOW, 3 August 2010\n\n"
                "The wildfire near Pine Hollow has burned 5,400 acres, the fire department said on Tuesday. "
                "A separate fire near Elk Ridge has burned 700 acres."
            ),
        ),
        disputes=(("40 homes were destroyed", "65 homes had been destroyed"),),
        updates=(("3,000 acres", "5,400 acres"),),
        apart=(("5,400 acres", "700 acres"), ("3,000 acres", "700 acres")),
    ),
    FigureStory(
        "an epidemic: an aid group against a ministry, suspected against confirmed",
        (
            (
                "BELARO, 14 February 2012\n\n"
                "The health ministry said 45 people had died of cholera in Belaro. The aid group Medics Now said 120 people had died of cholera in Belaro.\n\n"
                "The ministry has recorded 1,900 suspected cases and 300 confirmed cases."
            ),
        ),
        disputes=(("45 people had died", "120 people had died"),),
        apart=(("1,900 suspected", "300 confirmed"), ("45 people", "1,900")),
    ),
    FigureStory(
        "sentences of two men, and one sentence told in two ways",
        (
            (
                "VELDEN, 18 June 2014 (Court Press)\n\n"
                "A court in Velden sentenced the banker Jon Halder to seven years in prison on Wednesday. His partner Mark Reuss was sentenced to three years in prison."
            ),
            (
                "VELDEN, 18 June 2014 (Daily Chronicle)\n\n"
                "The former banker Jon Halder was sentenced to nine years in prison by a court in Velden on Wednesday."
            ),
        ),
        disputes=(("Jon Halder to seven years", "Jon Halder was sentenced to nine years"),),
        apart=(("three years in prison", "seven years"), ("three years in prison", "nine years")),
    ),
    FigureStory(
        "a toll is denied, and another given instead",
        (
            (
                "HAVEN, 30 March 2015\n\n"
                "Opposition leader Tomas Rey said 40 people died when troops opened fire on protesters in Haven on Sunday.\n\n"
                "The interior ministry denied reports that 40 people had died. Six people were killed, not 40, the ministry said."
            ),
        ),
        disputes=(("40 people died when", "Six people were killed"),),
    ),
    FigureStory(
        "aid: tonnes sent and tonnes arrived",
        (
            (
                "TARSO, 8 November 2016\n\n"
                "The government said it had delivered 500 tonnes of rice to the flooded district of Tarso. "
                "The relief agency said only 120 tonnes of rice had been delivered to Tarso.\n\n"
                "The relief agency also sent 60 tonnes of blankets."
            ),
        ),
        disputes=(("500 tonnes of rice", "120 tonnes of rice"),),
        apart=(("60 tonnes of blankets", "120 tonnes"), ("60 tonnes of blankets", "500 tonnes")),
    ),
    FigureStory(
        "a deficit: the minister against the central bank, two years",
        (
            (
                "4 October 2011\n\n"
                "Finance Minister Ola Brandt said the budget deficit would be 3.2 percent of gross domestic product in 2011. "
                "The central bank said the budget deficit was 4.6 percent of gross domestic product in 2011.\n\n"
                "The budget deficit was 2.1 percent of gross domestic product in 2009. Unemployment was 7.4 percent."
            ),
        ),
        apart=(
            ("2.1 percent", "4.6 percent"),
            ("7.4 percent", "4.6 percent"),
            ("2.1 percent", "3.2 percent"),
        ),
    ),
    FigureStory(
        "a flood: tolls by district that add up",
        (
            (
                "19 August 2018\n\n"
                "Floods in the north killed eight people, the disaster agency said. "
                "Three people died in Anzar district, the agency said, and five people died in Bolo district.\n\n"
                "About 4,000 people were evacuated. The Red Cross said 4,200 people had left their homes."
            ),
        ),
        apart=(
            ("eight people", "Three people"),
            ("eight people", "five people"),
            ("Three people", "five people"),
        ),
    ),
    FigureStory(
        "a mine: vague and exact figures that meet, and one that does not",
        (
            (
                "KOLM, 11 April 2007\n\n"
                "Between 20 and 30 miners were killed when the Kolm mine exploded on Wednesday, the ministry said. "
                "The owner said 27 miners were killed in the explosion. The miners' union said more than 50 miners were killed in the explosion.\n\n"
                "Dozens of miners were brought out alive."
            ),
        ),
        disputes=(
            ("27 miners were killed", "more than 50 miners"),
            ("Between 20 and 30", "more than 50 miners"),
        ),
        apart=(("Between 20 and 30", "27 miners"), ("Dozens of miners", "27 miners")),
    ),
    FigureStory(
        "doping: how many tested positive",
        (
            (
                "22 July 2013\n\n"
                "The athletics federation said nine runners tested positive at the national championships in Dornau. "
                "The anti-doping agency said 17 runners tested positive at the championships in Dornau.\n\n"
                "Runner Pavel Kost, 24, finished third in 27 minutes."
            ),
        ),
        disputes=(("nine runners", "17 runners"),),
    ),
    FigureStory(
        "the other side's figure repeated",
        (
            (
                "6 April 2012\n\n"
                "After Turkey said 40 Syrian soldiers had died in the shelling near Azaz, Syria said 12 of its soldiers were killed."
            ),
        ),
        disputes=(("40 Syrian soldiers", "12 of its soldiers"),),
    ),
    FigureStory(
        "arrests after a riot",
        (
            (
                "LOWGATE, 15 August 2011\n\n"
                "Police said 87 people were arrested during the riot in Lowgate. Lawyers for the detained said 230 people were arrested during the riot.\n\n"
                "Nineteen officers were injured, police said. Four people were charged with arson."
            ),
            (
                "LOWGATE, 17 August 2011\n\n"
                "Police have arrested 140 people over the riot in Lowgate, they said on Wednesday."
            ),
        ),
        disputes=(("87 people were arrested", "230 people were arrested"),),
        updates=(("87 people were arrested", "arrested 140 people"),),
        apart=(("87 people", "Four people"), ("230 people", "Four people")),
    ),
    FigureStory(
        "an epicentre and a clock",
        (
            (
                "TIRAS, 12 January 2006 (Wire One)\n\n"
                "An earthquake struck eastern Tiras at 4:12 a.m. local time on Thursday, the seismic centre said. The quake was centred 25 km from the city of Molde."
            ),
            (
                "TIRAS, 12 January 2006 (Wire Two)\n\n"
                "An earthquake struck eastern Tiras at 5:12 a.m. local time on Thursday, the geological survey said. "
                "The quake was centred 60 km from the city of Molde. Molde is 300 km from the capital."
            ),
        ),
        disputes=(("25 km from the city of Molde", "60 km from the city of Molde"),),
        apart=(("300 km", "60 km"), ("300 km", "25 km")),
    ),
)
