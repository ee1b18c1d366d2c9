"""Pairs of invented articles: thirty whose speakers cannot both be right, thirty that only look so.

Each pair: its name, the date and text of two articles, and the kind of dispute an analyst
finds between them, None where there is none.
"""

from typing import NamedTuple


class Pair(NamedTuple):
    name: str
    first: tuple[str, str]
    second: tuple[str, str]
    kind: str | None


MONDAY, TUESDAY = "6 May 2019", "7 May 2019"
NEXT_MONTH = "12 June 2019"


def _against(name: str, first: str, second: str, kind: str | None = "contradiction") -> Pair:
    return Pair(name, (MONDAY, first), (MONDAY, second), kind)


def _apart(name: str, first: str, second: str) -> Pair:
    return Pair(name, (MONDAY, first), (MONDAY, second), None)


DISPUTED = (
    # courts and crime
    _against(
        "armed or unarmed",
        "Dellwood police said Marcus Teller was carrying a gun when officers shot him on Sunday.",
        "Grace Teller, his widow, said Marcus Teller was unarmed when officers shot him on Sunday.",
    ),
    _against(
        "a knife or a revolver",
        "Prosecutor Ellen Voss said Peter Lund was armed with a kitchen knife at the bar in Dellwood.",
        "A waiter, Jonas Reed, told the court in Dellwood that Peter Lund was armed with a revolver.",
    ),
    _against(
        "two calibres of one gun",
        "Detective Amy Cole testified that Leon Hart was carrying a .22-caliber pistol on the night of the robbery in Akely.",
        "Defense lawyer Ruth Payne said Leon Hart was carrying a 9-millimeter pistol on the night of the robbery in Akely.",
    ),
    _against(
        "an accident or on purpose",
        "Attorney Dan Moss said the shooting of Clara Byrne in Akely was an accident.",
        "Prosecutor Lisa Grant said Owen Pratt deliberately shot Clara Byrne in Akely.",
    ),
    _against(
        "who was meant to be hit",
        "Prosecutors said the gunman, Rico Salas, was aiming at a taxi driver outside the Lomond hotel.",
        "Rico Salas told police in Lomond that the shots were meant for a rival dealer.",
    ),
    _against(
        "who fired the fatal shot",
        "The sheriff, Tom Baird, said Officer Neil Crane was shot by a burglar in Kesler on Sunday.",
        "A neighbour, Joan Fry, said Officer Neil Crane was shot by his own partner in Kesler on Sunday.",
    ),
    _against(
        "suicide or murder",
        "The coroner of Port Amsel, Hal Dunn, said the banker Viktor Maas killed himself on Saturday.",
        "Ida Maas, his sister, said the banker Viktor Maas was murdered in Port Amsel on Saturday.",
    ),
    _against(
        "fell or was pushed",
        "Hotel manager Carl Boyd said the singer Nina Torres fell from the balcony in Veldt.",
        "A cleaner, Marta Ruiz, said the singer Nina Torres was pushed from the balcony in Veldt.",
    ),
    _against(
        "at home or at the scene",
        "Prosecutor Lisa Grant said Owen Pratt was at the scene of the robbery in Akely on Friday night.",
        "Laura Pratt said her son Owen Pratt was at home on Friday night, when the robbery in Akely took place.",
    ),
    # disasters and transport
    _against(
        "a short circuit or arson",
        "Fire chief Alan Stroud said the blaze at the Corran warehouse was caused by a short circuit.",
        "Insurer Beldon Mutual said the blaze at the Corran warehouse was caused by arson.",
    ),
    _against(
        "an anchor or an earthquake",
        "Telecom operator Zelnet said a ship's anchor cut the undersea cable off Port Amsel.",
        "The Maritime Union said an earthquake cut the undersea cable off Port Amsel.",
    ),
    _against(
        "the bridge open or closed",
        "Mayor Rosa Keller said the Tarn bridge was open on Monday.",
        "The transport union said the Tarn bridge was closed on Monday.",
    ),
    _against(
        "damaged or undamaged",
        "Residents said the Saint Olaf cathedral in Brask was damaged by the quake.",
        "The bishop, Erik Holm, said the Saint Olaf cathedral in Brask was undamaged.",
    ),
    _against(
        "green or red",
        "The tram company said its driver, Paul Nagy, crossed the junction in Brask at green.",
        "A cyclist, Lena Frost, said Paul Nagy crossed the junction in Brask on a red light.",
    ),
    _against(
        "safe or unsafe water",
        "The utility Hydran said the tap water in Milford was safe to drink.",
        "Professor Ann Lowe said the tap water in Milford was unsafe to drink.",
    ),
    _against(
        "the engine failed or the pilot erred",
        "Air Calder blamed engine failure for the crash of its plane near Brask.",
        "The pilots' regulator said pilot error caused the crash of the Air Calder plane near Brask.",
    ),
    _against(
        "drunk or sober",
        "Police inspector Ivo Lang said the captain of the ferry Aurelia was drunk.",
        "Shipping line Norsen said the captain of the ferry Aurelia was sober.",
    ),
    # war and protest
    _against(
        "in the air or at the crowd",
        "The army of Zambia said its soldiers fired in the air at the protest in Kabwe.",
        "Doctors in Kabwe said the soldiers fired at the crowd at the protest.",
    ),
    _against(
        "alive or dead",
        "The Kenyan army said the rebel leader Joseph Oduya was dead.",
        "Rebel spokesman Amos Lado said the leader Joseph Oduya was alive.",
    ),
    _against(
        "troops stay or leave",
        "Chad's army said its troops had left the town of Tine.",
        "The governor of Tine, Idris Saleh, said Chad's troops remained in the town of Tine.",
    ),
    _against(
        "shot down by one army or the other",
        "A Dutch investigator, Piet Vos, said a Sudanese missile shot down the cargo plane over Tine.",
        "An engineer, Ali Badr, said a Chadian missile shot down the cargo plane over Tine.",
    ),
    _against(
        "in custody or at large",
        "The interior ministry of Peru said the drug lord Hugo Paredes was in custody.",
        "Prosecutor Elsa Rojas of Lima said the drug lord Hugo Paredes was still at large.",
    ),
    # business, health, sport, science
    _against(
        "profitable or at a loss",
        "Chief executive Nora Finch said the Halden plant was profitable.",
        "The works council said the Halden plant was unprofitable.",
    ),
    _against(
        "on time or delayed",
        "Builder Casco said work on the Orsay tunnel was on schedule.",
        "Auditor Jean Petit said work on the Orsay tunnel was delayed.",
    ),
    _against(
        "approved or rejected",
        "Developer Tom Wick said the council had approved the Elm Street tower.",
        "Councillor Beth Shaw said the council had rejected the Elm Street tower.",
    ),
    _against(
        "accepted or refused",
        "The club Rovers Lane said midfielder Sam Okoye had accepted the contract.",
        "Agent Bill Stone said midfielder Sam Okoye had refused the contract.",
    ),
    _against(
        "guilty or innocent",
        "Prosecutor Lisa Grant told jurors in Akely that the nurse Olga Brandt was guilty.",
        "Lawyer Dan Moss told jurors in Akely that the nurse Olga Brandt was innocent.",
    ),
    _against(
        "genuine or forged",
        "Dealer Max Orlo said the Vermeer drawing sold in Basel was genuine.",
        "Curator Inge Dahl said the Vermeer drawing sold in Basel was a forgery.",
        "denial",  # "a forgery" denies what it is said of
    ),
    _against(
        "legal or illegal",
        "Minister Karl Weiss said the strike at the Dorn mine was illegal.",
        "The miners' union said the strike at the Dorn mine was legal.",
    ),
    _against(
        "the talks broke down or go on",
        "Union leader Rita Long said the pay talks at Corvin Steel had collapsed.",
        "Corvin Steel said the pay talks at its mill were continuing.",
    ),
)

COMPATIBLE = (
    _apart(
        "two persons",
        "Dellwood police said Marcus Teller was carrying a gun when officers shot him on Sunday.",
        "Grace Teller said her cousin Luke Barnes was unarmed when officers arrested him on Sunday.",
    ),
    _apart(
        "a gun is a revolver",
        "Prosecutor Ellen Voss said Peter Lund was armed with a gun at the bar in Dellwood.",
        "A waiter, Jonas Reed, told the court in Dellwood that Peter Lund was armed with a revolver.",
    ),
    _apart(
        "a truck is a vehicle",
        "Police in Lomond said Rico Salas was hit by a truck on Sunday.",
        "A witness, Hugh Ross, said Rico Salas was hit by a vehicle in Lomond on Sunday.",
    ),
    _apart(
        "a part against the whole",
        "Residents said the roof of the Saint Olaf cathedral in Brask was damaged by the quake.",
        "The bishop, Erik Holm, said the organ of the Saint Olaf cathedral in Brask was undamaged.",
    ),
    _apart(
        "some houses and other houses",
        "Residents said some houses in Brask were damaged by the quake.",
        "Mayor Rosa Keller said most houses in Brask were undamaged.",
    ),
    _apart(
        "two towns",
        "Residents said the hospital in Brask was damaged by the quake.",
        "Mayor Rosa Keller said the hospital in Veldt was undamaged.",
    ),
    Pair(
        "the bridge closed and a month later open",
        (MONDAY, "The transport union said the Tarn bridge was closed."),
        (NEXT_MONTH, "Mayor Rosa Keller said the Tarn bridge was open."),
        None,
    ),
    Pair(
        "caught the day after",
        (
            MONDAY,
            "The interior ministry of Peru said the drug lord Hugo Paredes was still at large on Monday.",
        ),
        (TUESDAY, "Prosecutor Elsa Rojas of Lima said the drug lord Hugo Paredes was in custody on Tuesday."),
        None,
    ),
    _apart(
        "a condition",
        "Lawyer Dan Moss said the shooting of Clara Byrne in Akely was an accident.",
        "Judge Ada King said that if Owen Pratt deliberately shot Clara Byrne in Akely, he would go to prison.",
    ),
    _apart(
        "a question",
        "Lawyer Dan Moss said Owen Pratt was unarmed at the bar in Akely.",
        "Juror Sue Hill asked whether Owen Pratt was carrying a gun at the bar in Akely.",
    ),
    _apart(
        "a plan",
        "The council of Milford said the Elm Street pool was open.",
        "Contractor Casco said the Elm Street pool would be closed next year.",
    ),
    _apart(
        "a possibility",
        "Fire chief Alan Stroud said the blaze at the Corran warehouse was caused by a short circuit.",
        "Insurer Beldon Mutual said the blaze at the Corran warehouse may have been caused by arson.",
    ),
    _apart(
        "two fires",
        "Fire chief Alan Stroud said the blaze at the Corran warehouse was caused by a short circuit.",
        "Insurer Beldon Mutual said the blaze at the Tiller school was caused by arson.",
    ),
    _apart(
        "a short circuit is an electrical fault",
        "Fire chief Alan Stroud said the blaze at the Corran warehouse was caused by a short circuit.",
        "Insurer Beldon Mutual said the blaze at the Corran warehouse was caused by an electrical fault.",
    ),
    _apart(
        "a missile is a rocket",
        "The army of Zambia said the school in Kabwe was hit by a rocket.",
        "Doctors in Kabwe said the school in Kabwe was hit by a missile.",
    ),
    _apart(
        "nobody named",
        "It was said that Marcus Teller was carrying a gun in Dellwood.",
        "Reports that were not confirmed said Marcus Teller was unarmed in Dellwood.",
    ),
    _apart(
        "two victims of two shooters",
        "The sheriff, Tom Baird, said Officer Neil Crane was shot by a burglar in Kesler.",
        "A neighbour, Joan Fry, said Officer Dean Wills was shot by his own partner in Kesler.",
    ),
    _apart(
        "one side of a match won, the other lost",
        "Coach Luc Martin said Rovers Lane had won the final in Basel.",
        "Captain Ben Ash said Halden Town had lost the final in Basel.",
    ),
    _apart(
        "two companies",
        "Chief executive Nora Finch said the Halden plant was profitable.",
        "The works council said the Corvin mill was unprofitable.",
    ),
    _apart(
        "a fire is a blaze, an attacker a gunman",
        "Police in Kesler said Neil Crane was shot by an attacker.",
        "A neighbour, Joan Fry, said Neil Crane was shot by a gunman in Kesler.",
    ),
    _apart(
        "fell first, died later",
        "Hotel manager Carl Boyd said the singer Nina Torres fell from the balcony in Veldt.",
        "A doctor, Marta Ruiz, said the singer Nina Torres died in hospital in Veldt.",
    ),
    _apart(
        "one talk ended, another goes on",
        "Union leader Rita Long said the pay talks at Corvin Steel had collapsed.",
        "The miners' union said the pay talks at the Dorn mine were continuing.",
    ),
    _apart(
        "arrested and then freed",
        "The police of Lima said the singer Hugo Paredes was arrested on Saturday.",
        "Lawyer Elsa Rojas said the singer Hugo Paredes was released on Monday.",
    ),
    _apart(
        "legal here and illegal there",
        "Minister Karl Weiss said the strike at the Dorn mine was illegal.",
        "The miners' union said the strike at the Halden plant was legal.",
    ),
    _apart(
        "an adjective of another noun",
        "Police in Dellwood said armed officers searched the house of Marcus Teller.",
        "Grace Teller said the unarmed guards of the house in Dellwood ran away.",
    ),
    _apart(
        "open in another sense",
        "Detective Amy Cole said the case against Leon Hart was open.",
        "Mayor Rosa Keller said the court where Leon Hart was charged was closed on Sunday.",
    ),
    _apart(
        "the same said twice",
        "Dellwood police said Marcus Teller was carrying a gun when officers shot him.",
        "Sheriff Tom Baird said Marcus Teller was armed when officers shot him in Dellwood.",
    ),
    _apart(
        "not harmed and not armed",
        "Dellwood police said Marcus Teller was not armed when officers arrested him.",
        "Grace Teller said Marcus Teller was unarmed when officers arrested him in Dellwood.",
    ),
    _apart(
        "one gun among two men",
        "Detective Amy Cole testified that Leon Hart was carrying a .22-caliber pistol in Akely.",
        "Defense lawyer Ruth Payne said Jim Dow was carrying a 9-millimeter pistol in Akely.",
    ),
    _apart(
        "one road closed, another open",
        "Mayor Rosa Keller said the northern road to Brask was open.",
        "The transport union said the southern road to Brask was closed.",
    ),
)

PAIRS = DISPUTED + COMPATIBLE
