"""Two speakers of one article who cannot both be right, and others who only seem so.

Doers of one deed, states of one thing, holders of one place, what was and what there was none
of. Each that is disputed: the text, words of the one side, words of the other.
"""

DATE = "12 March 2015\n\n"

OPPOSED: tuple[tuple[str, str, str], ...] = (
    (
        "A shopkeeper said soldiers looted the bakery. The army said bandits looted the bakery.",
        "soldiers looted",
        "bandits looted",
    ),
    (
        "Villagers said rangers burned the huts. The park service said poachers burned the huts.",
        "rangers burned",
        "poachers burned",
    ),
    (
        "The opposition said police killed the singer. Police said gang members killed the singer.",
        "police killed",
        "gang members killed",
    ),
    (
        "Students said guards smashed the windows of the library. The university said the protesters smashed the windows of the library.",
        "guards smashed",
        "protesters smashed",
    ),
    (
        "The union said the crane fell because of an explosion. The builder said there had been no explosion.",
        "because of an explosion",
        "no explosion",
    ),
    (
        "The pilot said he turned back after a collision with a bird. The airline said there was no collision.",
        "after a collision",
        "no collision",
    ),
    (
        "Residents said the bank shut because of a robbery. The bank said there had been no robbery.",
        "because of a robbery",
        "no robbery",
    ),
    (
        "The hunter was reportedly aiming at a neighbour. The hunter told police he was aiming at a boar.",
        "aiming at a neighbour",
        "aiming at a boar",
    ),
    ("The paper said the minister resigned. The minister said he was sacked.", "resigned", "was sacked"),
    ("The orchestra said the conductor quit. The conductor said she was fired.", "quit", "was fired"),
    (
        "The hospital said the nurse was dismissed. The nurse said she had resigned.",
        "was dismissed",
        "had resigned",
    ),
    (
        "The gallery said the painting was safe. Police said the painting had been stolen.",
        "was safe",
        "had been stolen",
    ),
    (
        "The council said its payroll system was secure. An auditor said the payroll system had been hacked.",
        "was secure",
        "had been hacked",
    ),
    ("The cyclist said the light was red. A bus driver said the light was green.", "was red", "was green"),
    (
        "The militia said it had captured the port of Sanda. The navy said its marines still held Sanda.",
        "had captured",
        "still held",
    ),
    (
        "The rebels said they had seized the airport at Lomo. The ministry said the army still controlled the airport at Lomo.",
        "had seized",
        "still controlled",
    ),
    ("The clinic said the doctor retired. The doctor said he was fired.", "retired", "was fired"),
    (
        "The bishop said soldiers ransacked the mission. The colonel said rebels ransacked the mission.",
        "soldiers",
        "rebels",
    ),
    (
        "The crew said the boat sank after an explosion. The owner said there was no explosion on the boat.",
        "after an explosion",
        "no explosion",
    ),
    ("The magazine said its editor resigned. The editor said she was fired.", "resigned", "was fired"),
    ("The museum said the crown was safe. A detective said the crown was stolen.", "was safe", "was stolen"),
    ("The officer said the flag was red. Two fishermen said the flag was yellow.", "was red", "was yellow"),
    (
        "Insurgents said they had captured the bridge. The army said its soldiers still controlled the bridge.",
        "had captured",
        "still controlled",
    ),
    (
        "The losing party said the poll was rigged. The election commission said the vote was transparent and fair.",
        "was rigged",
        "transparent",
    ),
)

COMPATIBLE: tuple[str, ...] = (
    "A shopkeeper said soldiers looted the bakery. The army said bandits looted the pharmacy.",
    "Villagers said rangers burned the huts. The park service said poachers burned the fields.",
    "Villagers said soldiers burned the huts in May. The army said rebels burned the huts in August.",
    "Residents said soldiers burned some houses. The army said rebels burned other houses.",
    "The opposition said police killed a singer. Police said gang members killed a guard.",
    "The mayor said men burned the bus. Police said two men burned the bus.",
    "Witnesses said attackers killed the priest. Police said gunmen killed the priest.",
    "The union said soldiers killed miners in the north. The army said rebels killed miners in the south.",
    "The union said the crane fell because of a storm. The builder said there had been no explosion.",
    "The pilot said he feared a collision. The airline said there was no collision.",
    "The losing candidate said the election was rigged. Observers said the count in the capital was fair.",
    "Observers said the trial was fair. The candidate said the election was rigged.",
    "A monitor said the vote in Tarn was fair. A lawyer said the vote in Belo was rigged.",
    "The paper said the minister resigned. The premier said he was sacked in 1990 from a bank.",
    "The paper said the minister resigned. The minister said his aide was sacked.",
    "The orchestra said the conductor quit. The oboist said she was fired.",
    "The army said the shell was fired at noon. The gunner said he quit.",
    "The gallery said the painting was safe. Police said two other paintings had been stolen.",
    "The bank said its deposits were safe. Police said a van had been stolen.",
    "The museum said the vase was safe now. The curator said the vase had been stolen in 1970.",
    "The cyclist said the light was red. A bus driver said the lamp was green.",
    "The first witness said her van was white. The second witness said his van was blue.",
    "The farmer said the barn was red. The neighbour said the barn had been green before the war.",
    "The militia said it had captured the port of Sanda. The navy said it had retaken the port of Sanda.",
    "The militia said it had captured Sanda. The navy said its marines still held Lomo.",
    "The militia said it had captured Sanda. An ally of the militia said the militia still held Sanda.",
    "The rebels said they had seized the airport. The ministry said the army controlled the airport until Friday.",
    "The clinic said the doctor retired. The doctor said a nurse was fired.",
    "The coach said the flag was red. The referee said the shirts were blue.",
    "The owner said robbers burned the shop. His partner said robbers burned the shop.",
    "The gardener said dogs killed the sheep. The shepherd said a wolf killed the goat.",
    "The widow said a thief stole the ring. The daughter said her brother stole the car.",
    "The monk said soldiers burned temples. The envoy said rebels burned temples.",
    "The crew said the boat sank after an explosion. The owner said there was no insurance on the boat.",
    "The mayor said there was no flood in 2012. The farmer said the barn fell after a flood in 2014.",
    "The teacher said she quit. The school said a cook was fired.",
    "The museum said the crown was safe. A detective said a replica of the crown was stolen.",
    "The bank said its vaults were safe. The guard said his bicycle was stolen.",
    "The officer said the flag was red. Two fishermen said the sail was yellow.",
    "The painter said the door was once green. The tenant said the door was blue.",
    "The guerrillas said they had seized Paloma. The general said his soldiers remained in full control of Verano.",
    "The guerrillas said they had seized Paloma. The general said his soldiers had held Paloma until Sunday.",
    "The army said it had captured the bridge. The ministry said the army still controlled the bridge.",
    "The fans said the referee was fair. The losing coach said the election of the referee was rigged.",
    "The senator said his state was red. A governor said her state was blue.",
    "The pilot said the engine was fired twice. The captain said the cook quit.",
    "The minister said the poll showed a lead. The rival said the vote was rigged.",
    "Police said a man burned the barn. The neighbour said a youth burned the barn.",
)
