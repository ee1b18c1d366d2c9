"""Four invented stories of three articles each, and the disputes that a reader finds in them."""

from dataclasses import dataclass
from functools import cache

from gathering import Gathered, gathered


@dataclass(frozen=True)
class Invented:
    """Articles by file name; pairs of words that stand on two sides of a dispute, and pairs that do not."""

    articles: dict[str, str]
    disputed: tuple[tuple[str, str], ...]
    undisputed: tuple[tuple[str, str], ...] = ()


FERRY = Invented(
    articles={
        "ferry_1.txt": """Ferry Corvane sinks off Lisk

LISK, March 5, 2031 (Lisk Courier) - The ferry Corvane sank on Tuesday night off the island of Lisk after striking a reef, killing 14 passengers, the coast guard said.

Harbour workers accused the shipping line Northlight of overloading the Corvane. Northlight denied the accusation.

Captain Joren Vask said the ferry's radar was working when the Corvane left the pier. A deckhand, Milo Trent, said the radar was broken.

The coast guard said 62 passengers were rescued by fishing boats.
""",
        "ferry_2.txt": """Corvane disaster: relatives wait at the pier

LISK, March 5, 2031 (Evening Beacon) - Hospital officials in Lisk said 19 passengers were killed when the ferry Corvane sank on Tuesday night.

Relatives of passengers waited at the pier for news of the Corvane. The lights of the pier were switched off at midnight.

Prosecutor Agna Rell said Captain Joren Vask was drunk when the ferry Corvane struck the reef. Vask's lawyer, Petra Hoon, said the captain was sober.
""",
        "ferry_3.txt": """Inquiry opens into the loss of the Corvane

LISK, March 7, 2031 (Northern Gazette) - An inquiry into the sinking of the ferry Corvane opened on Friday in Lisk.

Northlight, which owns the Corvane, said an unmarked reef caused the sinking. The harbour union said overloading caused the sinking of the ferry.

The inquiry will hear forty witnesses. Its chairwoman, Ilsa Brandt, promised a report by summer.
""",
    },
    disputed=(
        ("killing 14 passengers", "19 passengers were killed"),
        ("overloading the Corvane", "Northlight denied the accusation"),
        ("the ferry's radar was working", "the radar was broken"),
        ("Captain Joren Vask was drunk", "the captain was sober"),
        ("an unmarked reef caused the sinking", "overloading caused the sinking"),
    ),
    undisputed=(
        ("killing 14 passengers", "62 passengers were rescued"),
        ("the radar was broken", "The lights of the pier were switched off"),
    ),
)

MILL = Invented(
    articles={
        "mill_1.txt": """Halden Paper shuts Orle mill

ORLE, June 12, 2031 (Trade Ledger) - Halden Paper said on Thursday it would close its mill in Orle and lay off 340 workers.

The union of paper workers accused Halden chief executive Karin Moss of hiding losses from investors. Moss denied the accusation.

Auditor Lukas Fenn said the mill in Orle was profitable. Halden said the mill was loss-making.
""",
        "mill_2.txt": """Orle mill to close, hundreds lose their jobs

ORLE, June 13, 2031 (Orle Observer) - The paper mill in Orle will close in autumn, its owner Halden Paper said.

Union leader Britt Sandal said 510 workers at the Orle mill would be laid off by Halden.

Mayor Tor Eide said the river below the mill was polluted. Halden said the river was clean and that the mill had not polluted it.
""",
        "mill_3.txt": """Halden boss quits over Orle mill

ORLE, June 20, 2031 (Capital Wire) - Karin Moss resigned on Friday as chief executive of Halden Paper, the company said.

Two members of the board said Moss was dismissed over the closure of the mill in Orle.

The union said Moss had lied to investors about losses at the mill. “That is a lie,” Moss said.
""",
    },
    disputed=(
        ("hiding losses from investors", "Moss denied the accusation"),
        ("the mill in Orle was profitable", "the mill was loss-making"),
        ("Moss had lied to investors", "That is a lie"),
        ("Karin Moss resigned", "Moss was dismissed"),
        ("the river below the mill was polluted", "the mill had not polluted it"),
        ("lay off 340 workers", "510 workers at the Orle mill"),
    ),
    undisputed=(
        ("the mill in Orle was profitable", "the mill had not polluted"),
        ("lay off 340 workers", "the river below the mill was polluted"),
    ),
)

BORDER = Invented(
    articles={
        "border_1.txt": """Clash on the Tarnia frontier

VELD, August 3, 2031 (Frontier Post) - Finland said on Sunday that Estonian troops shelled the village of Tarnia on Saturday. Estonia denied shelling Tarnia.

Finland's defence ministry said 23 Estonian soldiers were killed near Tarnia on Saturday. Estonia's army said it lost only four soldiers there.

Residents of Tarnia said the bridge over the Solva was destroyed. The mayor of Tarnia, Edda Kuhn, said the bridge was intact.
""",
        "border_2.txt": """Both sides trade blame over Tarnia

VELD, August 4, 2031 (Morning Herald) - Finland accused Estonia of attacking the village of Tarnia on Saturday, and Estonia accused Finland of attacking Tarnia.

A spokesman for the Estonian army, Colonel Rein Aas, said Finnish aircraft had bombed a school in Tarnia. The Finnish government rejected the allegation as false.
""",
        "border_3.txt": """Red Cross reaches Tarnia

VELD, August 6, 2031 (World Dispatch) - The Red Cross said on Wednesday that its trucks had reached the village of Tarnia.

A Red Cross doctor, Noor Haddad, said 40 villagers were injured in the shelling of Tarnia on Saturday. The Estonian army said no villagers were injured.
""",
    },
    disputed=(
        ("Estonian troops shelled the village of Tarnia", "Estonia denied shelling Tarnia"),
        ("the bridge over the Solva was destroyed", "the bridge was intact"),
        ("Finnish aircraft had bombed a school", "rejected the allegation as false"),
        ("40 villagers were injured", "no villagers were injured"),
        ("23 Estonian soldiers were killed", "it lost only four soldiers"),
        ("Estonia of attacking the village", "Finland of attacking Tarnia"),
    ),
)

SPRINTER = Invented(
    articles={
        "sprinter_1.txt": """Sprinter Dana Okoro suspended

GENEVA, September 10, 2031 (Sports Daily) - The athletics federation accused sprinter Dana Okoro on Wednesday of using a banned steroid before the final in Bruma. Okoro denied it.

“I have never taken a steroid,” Okoro said at her hotel.

The laboratory said the sample was sealed when it arrived. Okoro's coach, Femi Adeyi, said the sample was open.
""",
        "sprinter_2.txt": """Okoro fights ban

GENEVA, September 11, 2031 (Track Review) - A lawyer for Dana Okoro, Lena Strand, said the positive test was caused by contaminated vitamins. The federation said the steroid was injected on purpose.

Officials said 31,000 spectators attended the final in Bruma. The organisers said 45,000 spectators attended the final in Bruma.
""",
        "sprinter_3.txt": """Second sample clears nobody, federation says

GENEVA, September 30, 2031 (Sports Daily) - The second sample of sprinter Dana Okoro was positive, the federation said on Tuesday.

Team doctor Ralf Biel, who had insisted that he never treated Okoro, admitted on Tuesday that he had treated Okoro in Bruma.
""",
    },
    disputed=(
        ("using a banned steroid", "Okoro denied it"),
        ("the sample was sealed", "the sample was open"),
        ("31,000 spectators attended the final", "45,000 spectators attended the final"),
        ("the positive test was caused by contaminated vitamins", "the steroid was injected on purpose"),
        ("he never treated Okoro", "he had treated Okoro in Bruma"),
    ),
    undisputed=(("31,000 spectators attended the final", "the sample was open"),),
)

STORIES = {"ferry": FERRY, "mill": MILL, "border": BORDER, "sprinter": SPRINTER}


@cache
def whole(*names: str) -> Gathered:
    """Return some of the stories read and matched together; all of them by default."""
    return gathered(
        {name: text for story in names or STORIES for name, text in STORIES[story].articles.items()}
    )
