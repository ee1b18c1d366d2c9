"""Invented stories of courts, firms, ministries and sport: who takes back a word, and who only seems to.

Each story: its name, its articles as {file name: text}, and the disputes expected as (kinds
that are right, words of one side, words of the other). An empty list means: no dispute at all.
"""

from typing import NamedTuple


class Told(NamedTuple):
    name: str
    articles: dict[str, str]
    disputes: tuple[tuple[str, str, str], ...] = ()


def _told(name: str, text: str, *disputes: tuple[str, str, str]) -> Told:
    return Told(name, {"story.txt": f"16 May 2014\n\n{text}"}, disputes)


def _two(name: str, first: tuple[str, str], second: tuple[str, str], *disputes: tuple[str, str, str]) -> Told:
    articles = {f"{day.replace(' ', '-')}.txt": f"{day}\n\n{text}" for day, text in (first, second)}
    return Told(name, articles, disputes)


TAKEN_BACK = (
    _told(
        "a plea that names its deed, and an admission months later",
        "The potter Greta Moll pleaded not guilty in January to poisoning a dog. "
        "In June Moll admitted poisoning the dog.",
        ("reversal", "to poisoning a dog", "poisoning the dog"),
    ),
    _told(
        "sorry for the deed denied, by the first name",
        "Basil Crane, 18, denied stabbing Hugo Tern. \u201cI am sorry for stabbing Hugo,\u201d the 18-year-old wrote "
        "in a letter to the court.",
        ("reversal", "stabbing Hugo Tern", "sorry for stabbing Hugo"),
    ),
    _told(
        "an apology for what was pleaded not guilty to",
        "The goalkeeper Sid Lomax pleaded not guilty to assaulting a ball boy. "
        "In a letter to the club, Lomax apologised for assaulting the ball boy.",
        ("reversal", "to assaulting a ball boy", "assaulting the ball boy"),
    ),
    _told(
        "the bribe denied is the bribe admitted",
        "The surveyor Ida Kroll denied taking a bribe. In a statement on Thursday, Kroll admitted that she took a "
        "bribe from the quarry.",
        ("reversal", "taking a bribe", "took a bribe"),
    ),
    _told(
        "told at first, and confessed otherwise, by somebody called by his age",
        "On Monday a 17-year-old caddie told jurors that the greenkeeper had asked him to tell police they were in "
        "the clubhouse until ten. The teenager did tell police that at first, and later confessed that he had left "
        "at six.",
        ("reversal", "had asked him to tell police", "he had left at six"),
    ),
    _told(
        "originally at one place, on oath at another",
        "The senator Ruth Pell originally said that she was at a dinner in Turin. "
        "Later she testified that she was on a yacht that evening.",
        ("reversal", "at a dinner in Turin", "on a yacht"),
    ),
    _told(
        "at first one doer, later another",
        "The treasurer, Paula Lenz, at first said that she paid for the banquet herself. "
        "She later said a supplier paid for the banquet.",
        ("reversal", "she paid for the banquet", "a supplier paid"),
    ),
    _told(
        "somebody else was at the helm, or the speaker himself",
        "The skipper, Jon Akers, told investigators that the mate was at the helm. "
        "But at the inquest Akers testified that he had been at the helm himself.",
        ("reversal", "the mate was at the helm", "at the helm himself"),
    ),
    _told(
        "alone in a first interview, with company in a second",
        "Ned Arkell, the driver of the van, told police in his first interview that he was alone in the cab. "
        "In a second interview he said he was with his brother in the cab.",
        ("reversal", "alone in the cab", "with his brother"),
    ),
    _told(
        "a witness says in court that he saw nothing",
        "Lasse Holm told investigators in March that he saw the skipper push the boy overboard. "
        "In court on Tuesday Holm said that he did not see the skipper push the boy.",
        ("reversal", "he saw the skipper push the boy overboard", "did not see the skipper"),
    ),
    _told(
        "one sentence carries both accounts",
        "Petra Novak, who had initially told detectives that she was asleep when the fire started, "
        "told the court on Monday that she was awake and heard glass break.",
        ("reversal", "she was asleep when the fire started", "she was awake"),
    ),
    _told(
        "first a theft, later a loan",
        "Henrik Brandt first told police that the van had been stolen. "
        "Brandt later told police that he had lent the van to his brother.",
        ("reversal", "the van had been stolen", "he had lent the van to his brother"),
    ),
    _told(
        "a lie is admitted and named",
        "Councillor Dana Reyes said in May that she had a degree from Leiden University. "
        "On Friday, Reyes admitted lying about the degree.",
        ("reversal", "she had a degree from Leiden University", "lying about the degree"),
    ),
    _told(
        "a statement is withdrawn",
        "Nurse Ilse Kern told police that Dr Martin Voss had signed the form. "
        "Last week Kern withdrew her statement.",
        ("reversal", "had signed the form", "her statement"),
    ),
    _told(
        "a claim is retracted",
        "Professor Alan Reid claimed in a lecture that the drug had cured nine patients. "
        "Reid retracted the claim on Monday.",
        ("reversal", "the drug had cured nine patients", "the claim"),
    ),
    _told(
        "an alibi is changed",
        "Tom Akers told detectives that he was at his mother's house on the night of the robbery. "
        "At his trial Akers testified that he was in a bar in Leeds that night.",
        ("reversal", "he was at his mother's house", "he was in a bar in Leeds"),
    ),
    _told(
        "a confession after weeks of denial",
        "Marco Bellini denied for weeks that he had taken the ring. "
        "On Thursday Bellini confessed to taking the ring.",
        ("reversal", "he had taken the ring", "taking the ring"),
    ),
    _told(
        "an apology that names the deed",
        "Swimmer Erik Lund denied pushing the referee. "
        "In a letter to the federation on Tuesday, Lund apologised for pushing the referee.",
        ("reversal", "pushing the referee", "pushing the referee"),
    ),
    _told(
        "a plea is changed",
        "Claire Dunmore pleaded not guilty to fraud in January. On Monday Dunmore pleaded guilty to fraud.",
        ("reversal", "guilty to fraud", "guilty to fraud"),
    ),
    _two(
        "a firm confirms what it had denied",
        (
            "2 June 2015",
            "Phone maker Telvane denied on Tuesday that its batteries had caught fire in Lisbon.",
        ),
        ("4 June 2015", "Telvane confirmed on Thursday that its batteries had caught fire in Lisbon."),
        ("reversal", "its batteries had caught fire", "its batteries had caught fire"),
    ),
    _told(
        "a ministry corrects itself",
        "Norway's Fisheries Ministry said on Monday that no oil had leaked from the tanker. "
        "On Wednesday the ministry acknowledged that oil had leaked from the tanker.",
        ("reversal", "no oil had leaked from the tanker", "oil had leaked from the tanker"),
    ),
    _told(
        "the firm admits what its spokesman denied",
        "A spokesman for Halden Steel said the plant had not released ammonia. "
        "Two days later Halden Steel admitted that the plant had released ammonia.",
        ("reversal", "the plant had not released ammonia", "the plant had released ammonia"),
    ),
    _told(
        "part of it is admitted",
        "Rugby coach Peter Wynn denied betting on matches. "
        "On Friday, Wynn admitted betting on two matches but said they were in another league.",
        ("reversal", "betting on matches", "betting on two matches"),
    ),
    _told(
        "a mayor walks back his words",
        "Mayor Phil Garrow said on Monday that the city had paid the ransom. "
        "On Tuesday Garrow walked back the statement, saying that no ransom had been paid.",
        ("reversal", "the city had paid the ransom", "ransom had been paid"),
    ),
    _told(
        "a story is changed",
        "Eddie Marsh told officers that a stranger had shot the dog. "
        "Marsh then changed his story and said that he had shot the dog himself.",
        ("reversal", "a stranger had shot the dog", "he had shot the dog"),
    ),
    _told(
        "responsibility is taken for a deed once denied",
        "Transport minister Karin Falk denied leaking the report. "
        "A week later Falk took responsibility for leaking the report.",
        ("reversal", "leaking the report", "leaking the report"),
    ),
    _told(
        "the admission is printed before the denial",
        "Ruben Casas admitted on Friday that he had broken the seal. "
        "On Monday Casas had denied breaking the seal.",
        ("reversal", "breaking the seal", "he had broken the seal"),
    ),
    _told(
        "a plea answers a charge",
        "Prosecutors charged Omar Haddad with arson. Haddad pleaded not guilty to arson.",
        ("denial", "arson", "guilty to arson"),
    ),
    _told(
        "a defendant denies murder",
        "Prosecutor Jane Whitlow told the jury that Colin Speer murdered his landlord. Speer, 44, denies murder.",
        ("denial", "Colin Speer murdered his landlord", "murder"),
    ),
    _told(
        "two experts on a cause of death",
        "Pathologist Anna Weiss testified that the girl drowned in the lake. "
        "Paul Ott, a pathologist called by the defence, testified that the girl did not drown in the lake.",
        ("denial|contradiction", "the girl drowned in the lake", "the girl did not drown"),
    ),
    _told(
        "a witness against the defendant",
        "Witness Karl Boehm testified that Uwe Dietz struck the guard with a hammer. "
        "Dietz told the court that he never struck the guard.",
        ("denial|contradiction", "Uwe Dietz struck the guard with a hammer", "he never struck the guard"),
    ),
    _told(
        "the defence against the prosecution",
        "Prosecutors say Simon Pratt burned the barn on 3 May. "
        "Defence lawyer Mark Oyelaran said his client did not burn the barn.",
        ("denial|contradiction", "Simon Pratt burned the barn", "his client did not burn the barn"),
    ),
    _told(
        "the head of a firm speaks for it",
        "The farmers' union accused Gristmill Foods of poisoning the river. "
        "Gristmill's chief executive, Ada Cole, denied that the company poisoned the river.",
        ("denial", "Gristmill Foods of poisoning the river", "the company poisoned the river"),
    ),
    _told(
        "its head denies everything",
        "The regulator said Corvane Bank had hidden losses. Its head, Louise Faber, denied all the allegations.",
        ("denial", "Corvane Bank had hidden losses", "all the allegations"),
    ),
    _told(
        "an account is contradicted",
        "Rosa Lind told the court that the lift had been inspected in May. "
        "The caretaker, Bo Frisk, contradicted her account.",
        ("denial|contradiction", "the lift had been inspected in May", "her account"),
    ),
    _two(
        "a denial of a few words, admitted months later",
        (
            "3 March 2018",
            "The nurses' union said the spare generator in the east wing had been disconnected. Alder Hospital denied this.",
        ),
        (
            "9 June 2018",
            "Alder Hospital admitted on Saturday that the spare generator in the east wing had been disconnected.",
        ),
        ("denial", "the spare generator in the east wing", "this"),
        ("reversal", "this", "the spare generator in the east wing"),
    ),
    _two(
        "a denial of a few words, and an admission of something else",
        (
            "3 March 2018",
            "The nurses' union said the spare generator in the east wing had been disconnected. Alder Hospital denied this.",
        ),
        (
            "9 June 2018",
            "Alder Hospital admitted on Saturday that a nurse in the east wing had been suspended.",
        ),
        ("denial", "the spare generator in the east wing", "this"),
    ),
    _told(
        "told that at first, and something else later",
        "Waiter Jonas Aubel said that he and Oleg Rand were together until midnight. "
        "Aubel did tell detectives that originally, and later confessed that he left Rand at eight.",
        ("reversal", "he and Oleg Rand were together until midnight", "he left Rand at eight"),
    ),
    _told(
        "alone, and then not alone",
        "Selma Ott at first told police that she was alone in the lift. Ott later told police that she was with her brother.",
        ("reversal", "she was alone in the lift", "she was with her brother"),
    ),
    _told(
        "a boat that did not sink of itself",
        "Bruno Kast told insurers that the boat had sunk in a storm. In court, Kast admitted that he had sunk the boat.",
        ("reversal", "the boat had sunk in a storm", "he had sunk the boat"),
    ),
    _told(
        "nobody at all was hit, in the accused's own words",
        "Teacher Maud Ellery testified that Ron Sykes kicked a steward after the final. "
        "“I never kicked anybody,” Sykes told the court.",
        ("denial", "Ron Sykes kicked a steward", "I never kicked anybody"),
    ),
    _told(
        "a mother of the same name",
        "Vera Stroud is on trial for arson. Prosecutor Iain Gow said that Stroud burned the mill. "
        "Her mother, Edna Stroud, wept. She said that the mill was empty. Stroud told jurors that she did not burn the mill.",
        ("denial", "Stroud burned the mill", "she did not burn the mill"),
    ),
    _told(
        "somebody's word is contradicted, though it only said no",
        "Minister Ines Roca said that no water had been cut off. Valda City Council contradicted her within hours.",
        ("denial", "no water had been cut off", "her"),
    ),
)

ONLY_SEEM_SO = (
    _told(
        "a letter to the accused from somebody else",
        "The trainer Otto Maas denied doping the mare. In a letter to Maas, the stable boy wrote that the mare was lame.",
    ),
    _told(
        "sorry for a death, not for the deed",
        "Basil Crane, 18, denied stabbing Hugo Tern. \u201cI am sorry that Hugo is dead,\u201d Crane wrote in a letter.",
    ),
    _told(
        "two of one age",
        "Rita Holt, 17, and Vera Moss, 17, were arrested. Holt denied starting the engine. "
        "The 17-year-old admitted that she took the keys.",
    ),
    _told(
        "told to police and in court, and both can be so",
        "The nurse Ann Cole told investigators that the drug was given at noon. "
        "She testified that the drug was kept in a locked room.",
    ),
    _told(
        "a new topic behind a but",
        "The skipper, Jon Akers, told police that the mate was at the helm. "
        "But he testified that the mate was a good sailor.",
    ),
    _told(
        "an apology for another deed",
        "The goalkeeper Sid Lomax pleaded not guilty to assaulting a ball boy. In a letter Lomax apologised for "
        "swearing at the linesman.",
    ),
    _told(
        "the first plan and the later one",
        "The brewery initially said that the cellar would close in May. "
        "But it later said that the cellar would keep its name.",
    ),
    _told(
        "two defendants in two trials",
        "Alan Moss denied robbing the bank. In a separate trial, Peter Lowe admitted robbing the bank.",
    ),
    _told(
        "a count that one side updates",
        "The fire service said on Monday that three people were missing. "
        "On Tuesday the fire service said that five people were missing.",
    ),
    _told(
        "a verdict against a plea",
        "Hugo Brandt pleaded not guilty to theft. On Friday the jury found Brandt guilty of theft.",
    ),
    _told(
        "she may be another woman",
        "Detective Lena Ortiz questioned Maria Salas, who denied taking the purse. "
        "Ortiz then went to see Rita Bloom, a neighbour of Salas. She admitted taking the purse.",
    ),
    _told(
        "an apology for something else",
        "Singer Tara Holm denied hitting a photographer. Holm apologised to fans for the delay.",
    ),
    _told(
        "regret that admits nothing",
        "Norwind Airlines denied that its pilot had been drunk. "
        "Norwind Airlines expressed regret for the loss of the families.",
    ),
    _told("denies one thing, admits another", "Liam Foy denied murder. Foy admitted possessing a knife."),
    _told(
        "a lesser crime is admitted", "Gary Boyle pleaded not guilty to murder. Boyle admitted manslaughter."
    ),
    _told(
        "a player recovers",
        "Coach Nils Aas said on Monday that Silva was injured. On Friday Aas said that Silva was fit.",
    ),
    _told(
        "what had not happened happens",
        "The dockers' union said on Monday that it had not called a strike. "
        "On Friday the dockers' union said that it had called a strike.",
    ),
    _told(
        "an argument's if",
        "Defence lawyer Ian Bell said that even if Sam Kerr had taken the car, it was not theft. "
        "Kerr said that he had not taken the car.",
    ),
    _told(
        "somebody else's lie",
        "Tina Roach said that her boss had paid her in cash. "
        "Roach admitted that her boss had lied to tax inspectors.",
    ),
    _told(
        "the same account again",
        "Witness Hal Jones told police that he saw a red car. In court Jones repeated that he saw a red car.",
    ),
    _told(
        "a detail is added",
        "Wren Foods said that its factory was closed on Monday. "
        "Wren Foods clarified that the closure would last two days.",
    ),
    _told(
        "two places at two times",
        "Otto Lang said that he was at home on Friday morning. "
        "Lang said that he was at the office on Friday evening.",
    ),
    _told(
        "one place in other words",
        "Pia Strand told police that she was at home that night. Strand told police that she was in bed that night.",
    ),
    _told(
        "admitted to hospital",
        "Nils Berg denied steering the boat. Berg was admitted to hospital on Sunday.",
    ),
    _told(
        "a plan denied and a cut admitted",
        "Cora Motors denied that it had closed its plant in Ghent. Cora Motors admitted that it had cut 40 jobs.",
    ),
    _told(
        "a concession about another limb",
        "Under cross-examination, Dr Joan Reeve conceded that she had not examined the arm. "
        "Reeve testified that the leg was broken.",
    ),
    _told(
        "husband and wife",
        "Ben Carr denied that he had moved the money. His wife, Nora Carr, admitted that she had moved the money.",
    ),
    _told(
        "an apology to a family",
        "The mother of the victim said that she forgave the driver. Ross Hale apologised to the family.",
    ),
    _told(
        "an offer is withdrawn",
        "Peel Brewery said that the offer was too low. On Thursday the bank withdrew its offer for Peel Brewery.",
    ),
    _two(
        "two rivers in two years",
        ("4 May 2009", "Brack Mining denied polluting the river Ems."),
        ("9 July 2016", "Brack Mining admitted polluting the river Saar."),
    ),
    _told(
        "two counts of one farmer",
        "Farmer Abel Knuth first told rangers that he had counted nine wolves. Knuth later said that he had counted four.",
    ),
    _told(
        "said so at first, and more later",
        "Doctor Ines Faro said that the boy was stable. She said that at the first briefing, and later said that his parents had arrived.",
    ),
    _told(
        "both name one man",
        "Former coach Lou Tarn has been hired by Radio Pell to talk about Benson. "
        "Tarn denied that he had written a book on Benson.",
    ),
    _told(
        "what he would admit",
        "Paul Foster denied cheating in the exam. "
        "His lawyer said that Foster would admit cheating in the exam if he was offered a deal.",
    ),
    _told(
        "no admission again",
        "Paul Foster denied cheating in the exam. Foster again refused to admit cheating in the exam.",
    ),
    _told(
        "never denied it",
        "Ulla Berg said that she had sold the land. Berg said that she never denied selling the land.",
    ),
    _told(
        "a rule met often is not denied",
        "The clinic said that there was a rule against visits. "
        "Nurse Beth Cole said that there were not infrequently rules against visits at night.",
    ),
    _told(
        "he did not sign, she did",
        "Author Greg Tull said that he did not sign a contract with the studio. "
        "The studio's head, Max Orme, said of Tull's sister that she signed a contract with the studio.",
    ),
    _told(
        "one intrusion told, another denied",
        "Hacker Jan Mosel said that he obtained access to the mail of actors by guessing passwords from Quizland. "
        "Police said that he never obtained access to the mail of Senator Dole.",
    ),
    _told(
        "denied the victory",
        "The coalition won 137 seats in the capital. Sudan then denied the coalition the victory.",
    ),
    _told(
        "a death told of nobody",
        "A girl of nine was shot dead in Hove in May. Witness Dean Cobb said that he did not shoot the girl.",
    ),
    _told(
        "an aim and a speech",
        "Governor Amy Pike said that politics was about solving the problem. "
        "Senator Roy Dunn said that a speech did not solve one problem.",
    ),
)
