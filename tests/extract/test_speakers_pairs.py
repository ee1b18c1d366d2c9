"""Pairs of marked mentions, the same speaker or not, from invented stories of many kinds.

``[…]`` marks each of the two sources; a ``|`` parts two articles, resolved on their own and
then brought together.
"""

import pytest
from rates import at_rate
from speakers_text import speakers_of

SAME = [
    # a title and a name, then the surname
    "[Norwegian Fisheries Minister Ingrid Solberg] announced quotas. [Solberg] said stocks were low.",
    "[Mayor Tom Okafor] opened the bridge. Later [Mr Okafor] said it was safe.",
    "[Dr. Helen Marsh], the hospital's director, spoke first. [Marsh] said beds were free.",
    "[Erik van der Meer], chairman of the club, resigned. [Van der Meer] said he was tired.",
    "[Jane Roe, chief executive of Acme], spoke. [Roe] said sales rose.",
    "[Acme chief executive Jane Roe] spoke. [The chief executive] said sales rose.",
    "[The foreign minister of Peru, Rosa Quispe], spoke. [Quispe] said talks went on.",
    "A spokesman for the rail union, [Paul Grady], spoke. [Grady] said the strike would go on.",
    # a name that ends what describes it
    "[Its chair, retired judge Fe Maran], spoke. [Maran] said no paper was found.",
    "[A lawyer for some families, Atty. Carla Dizon], spoke. [Dizon] said the sum was low.",
    "[The ship's cook, Rommel Dizon], spoke. [Dizon] said he had prayed.",
    "[Her nephew, Ravi Lund, 32, of Coney Bay,] spoke. [Lund] said more.",
    "[The owner of the bar, Ann Dorn, 61,] spoke. [Dorn] said more.",
    "[Castle Lines president and chief executive Mona Brandt] spoke. [Brandt] said more.",
    # an office in short, and a noun with a hyphen
    "[Arden District Attorney Rita Dorn] spoke. The driver sped off. [The DA] said more.",
    "[Ferrule CEO Ian Rudd] spoke. [The chief executive] said more.",
    "[Maria Sand] addressed a crowd in Leeds. [The front-runner] said the polls were wrong.",
    "[Harborlight's CEO] hopes for more\n[Harborlight CEO Ian Rudd] spoke on Monday.",
    # labels of a transcript
    "[Mayor Mary Dorn] spoke on Sunday.\nIt went on so:\n[DORN]: The bridge is safe.",
    # who had the surname before a namesake came, and spoke
    "[Senator Ann Roe] spoke. Roe sat. Her son, Dan Roe, nodded. [Roe] said more.",
    # the subject of the sentence before
    (
        "Guard Rolf Isen spoke at noon. The master, [Captain Ben Salon], was among those saved. "
        "[He] said a wave had hit the ferry."
    ),
    # another word for whoever speaks
    "[Maria Sand] addressed a crowd in Leeds. [The candidate] said the polls were wrong.",
    "[Jan Holt] spoke in Oslo on Friday. [The tycoon] said he would sell the yard.",
    "[Tom Reed] spoke on Monday. [The 54-year-old] said the bridge was safe.",
    "[Rico Alves] spoke to the club in June. [The Brazilian] said he wanted to stay.",
    "[Peter Blake] said nothing had been agreed with Cole Marsh. [The Ohio senator] said he was tired.",
    "[Actress Lea Moreau] spoke of the banker, Jon Beck. [The star] said she had never met him.",
    # a description that nothing else explains, of whom the sentence before tells
    "[Iris Molnar] said the vote was a farce. [The Belm South MP] said more.",
    "[Elena Kovic], an opposition MP, said no. [The veteran activist] said more.",
    "The ministry spoke. [Mr Tarnow] said no. Pressed on that, [the Citylink boss] said more.",
    "[Lord Pelham] said the ruling was fair. [The peer] said more.",
    # honours behind a name, and a name with what tells who that is
    "[Rhona Pratt QC] spoke to the jury. [Miss Pratt] said more.",
    "Mr Tarr left. [Mwango, the police commander in the capital,] said it was calm. [He] said more.",
    "[Kellis] disputed that. [He] said it was false.",
    "[Ravi Tomas Lindberg] spoke. The choir sang. [Lindberg] said more.",
    "[Headmistress Anna Dole] spoke. [Dole] said more.",
    # bodies
    "[The World Health Organization] spoke of risks. Later [the WHO] said more.",
    "[The Food Safety Administration] spoke. [The agency] said more.",
    "[The dockers' press office] denied that. [The office] said more.",
    # unions and departments
    "[The Dock Workers Local 12] spoke. [The union] said 2,300 were out.",
    "[The Home Office] spoke of a fire. [The department] said nobody was hurt.",
    # names that are also words
    "[Matthew Prince, chief executive of Harborlight,] spoke. [Prince] said more.",
    "[Novelist Stephen King] spoke. [King] said more.",
    # documents: who wrote them
    "[Felix Hart] wrote a letter to the judge. [The letter] said the gun was his.",
    "Jurors saw a note that [Oskar Lind] wrote to his aunt. It was short. [The note] said the gun was his.",
    "[Eva Maas] spoke. [Maas's diary] said the plant was old.",
    # pronouns
    "[Finance Minister Maria Lund] spoke on Monday. [She] said taxes would fall.",
    "[Coach Peter Brandt] was angry. [He] said the referee had erred.",
    "[The Finnish Defence Ministry] spoke of an error. [It] said nobody was hurt.",
    "[The Kenyan police] spoke of an attack. [They] said two men fled.",
    "[Residents of the valley] spoke of smoke. [They] said it smelt of sulphur.",
    "[Farmer Joan Pike] said the dam broke at dawn. The flood took her barn. [She] said nobody came.",
    # institutions, spelling and order of words
    "[The Danish Defence Ministry] said so. [Denmark's Ministry of Defense] said more.",
    "[The Chilean navy] said so. [Chile's navy] repeated it.",
    "[The Foreign Ministry of Nepal] said so. [The ministry] said more.",
    "[The Interior Ministry of Ghana] said so. [Ghana's Ministry of the Interior] said more.",
    "[The Kazakh Emergencies Ministry] said so. [The Kazakh Ministry of Emergency Situations] said more.",
    "[The Ecuadorian army] said so. [Ecuador's military] said more.",
    "[The U.S. State Department] said so. [The State Department] said more.",
    "[The Swedish Ministry of Labour] said so. [The Labor Ministry] said more.",
    # the state by name, seat, demonym, government
    "[Ottawa] rejected it. [Canada] said the claim was baseless.",
    "[The Kremlin] rejected it. [Moscow] said the claim was baseless.",
    "[The Bolivian government] rejected it. [Bolivia] said no.",
    "[The Italian side] rejected it. [Rome] said no.",
    "[The White House] rejected it. [Washington] said no.",
    "[Abkhazia] rejected it. [Sukhumi] said no.",
    # bodies of other kinds
    "[Brightwater Chemicals plc] reported a leak. [Brightwater] said it was small.",
    "[Brightwater Chemicals] reported a leak. [The company] said it was small.",
    "[The Federation of Dock Workers] called a strike. [The federation] said it would last.",
    "[The European Space Agency] lost a probe. [The agency] said it would try again.",
    "[The International Handball Union (IHU)] met. [IHU] said rules would change.",
    "[Northern Rail Group] cut trains. [The operator] said staff were ill.",
    "[The University of Tartu] opened a lab. [The university] said it cost little.",
    # statements carry the words of their issuer
    "[The Omani Health Ministry] spoke of three cases. [The statement] said all were abroad.",
    "[The Omani Health Ministry] spoke of three cases. [The ministry's statement] said all were abroad.",
    "[The Colombian rebel group ELN] spoke of a truce. [A statement by the ELN] said it would hold.",
    # offices
    "[The Polish president] vetoed it. [Poland's president] said it was unfair.",
    "[Polish President Anna Nowak] vetoed it. [The Polish president] said it was unfair.",
    "[Latvian Foreign Minister Janis Ozols] protested. [The minister] said it was a breach.",
    # courts
    "[Prosecutor Ann Teller] opened. [Teller] said the knife was found.",
    "[Public defender Luis Ortega] answered. [Ortega] said his client slept.",
    "[Defence lawyer Mark Hume] spoke. [The lawyer] said there was no proof.",
    "[Judge Carol Finch] adjourned. [The judge] said the jury was tired.",
    # unnamed, but the same words in the same article
    "[Officials] said two died. Rain went on. [Officials] said roads were shut.",
    "[Police] said two died. Rain went on. [Police] said roads were shut.",
    "[State television] spoke of fire. [State television] said it was out.",
    # across articles
    "[Ukrainian President Volodymyr Zelensky] spoke. | [Ukrainian President Volodymyr Zelenskyy] spoke.",
    "[Kyrgyz Prime Minister Sergei Akmatov] spoke. | [Kyrgyz Prime Minister Sergey Akmatov] spoke.",
    "[Bulgarian President Georgi Petrov] spoke. | [Bulgaria's president, Georgy Petrov,] spoke.",
    "[The Azeri Foreign Ministry] spoke. | [Azerbaijan's Ministry of Foreign Affairs] spoke.",
    "[Pretoria] spoke. | [The South African government] spoke.",
    "On Monday [Acme chief executive Jane Roe] spoke. | [Jane Roe, the chief executive of Acme,] spoke.",
    "[Turkish President Kemal Aydin] spoke. | [President Kemal Aydin] spoke.",
    "[The Moldovan president] spoke. | [Moldovan President Ion Rusu] spoke.",
    "[Reuters] said so. | [Reuters] said so.",
    # whom a pronoun means: who spoke before, not who is named in the words
    "[Oscar Vale] took the stand. A car came, and after a quarrel, [he] said, Bernd Timm fired.",
    "[Farmer Joan Pike] spoke of the flood. After her son was rescued, [she] said the water rose.",
    "[The coast guard] counted the missing. [It] said eleven had died.",
    "[Goalkeeper Tom Hale] praised the crowd. [He] said it had carried the team.",
    # one name after a day, a place or an opening word
    "[Malta's coastguard] spoke. On Thursday [Malta's coastguard] said more.",
    "[Lebanon's army] spoke. Meanwhile [Lebanon's army] said more.",
    "[Brazil's health ministry] spoke. In March [Brazil's health ministry] said more.",
    # a body without its state
    "OSLO, 3 May - [The Defence Ministry] spoke. [Norway's Defence Ministry] said more.",
    "[Latvia's Interior Ministry] spoke of a fire. [The Interior Ministry] said it was out.",
    "KAMPALA (Newswire) - [The army] spoke. [The Ugandan army] said more.",
    "[Estonia's foreign ministry] spoke. [The ministry in Tallinn] said more.",
    "[The foreign ministry in Lisbon] spoke. [Portugal's Foreign Ministry] said more.",
    "[The government in Dakar] spoke. [Senegal] said more.",
    # unnamed, then called by the noun alone, or named at once
    "[An aide to President Maria Salas] spoke. [The aide] said more.",
    "[A court official] spoke. [The official] said more.",
    # companies, their people and their other names
    "[Harlow Chemicals] spoke. [The firm] said more.",
    "[Brava Lines, the shipping operator,] spoke. [The operator] said more.",
    "[The ferry's owner, Brava Lines,] spoke. [The company] said more.",
    "[Harlow Mining Corp.] spoke. [Harlow Mining] said more.",
    "[Castle Rail Group] spoke. [Castle Rail] said more.",
    "[Harlow director Jane Voss] spoke. [Voss] said more.",
    "[The Allied Dock Workers, the main union at the port,] spoke. [The union] said more.",
    "[The Chemical Workers' Union] spoke. [The union] said more.",
    "[Vale General Hospital] spoke. [The hospital] said more.",
    "[Ferrule Services] spoke. [Ferrule] said more.",
    "[Jane Voss, president and CEO of Harborlight,] spoke. [Voss] said more.",
    # sport
    "[Northfield United coach Ian Rudd] spoke. [Rudd] said more.",
    "[Northfield United] spoke. [The club] said more.",
    "[Northfield United coach Ian Rudd] spoke. Later [the coach] said more.",
    "[Sprinter Amy Cole] won. [Cole] said it was close.",
    # war and politics
    "[The army spokesman, Colonel Paddy Okot,] spoke. [Okot] said more.",
    "[The Sahrawi leader's spokesman, Omar Lahbib,] spoke. [Lahbib] said more.",
    "[The ombudsman of Abkhazia, Dmitri Gamba,] spoke. [Gamba] said more.",
    "[Quito] spoke. [Ecuador's government] said more.",
    "[The Icelandic coast guard] spoke. [Iceland's coastguard] said more.",
    "[Philippine President Jose Ramos] spoke. [Ramos] said more.",
    "[Senator Carol Dunn of Ohio] spoke. [Dunn] said more.",
    # courts
    "The trial of Dean Timm began. [The defendant's lawyer] spoke. [The lawyer] said more.",
    "[Prosecutor Ann Teller] spoke. [The prosecutor] said more.",
    "[His lawyer, Priya Lenn,] spoke. [Lenn] said more.",
    "[Police] spoke. The fire was in Arden. | The shop stands in Arden. [Police] spoke.",
    # a spokesman for somebody unnamed
    "Harlow Mining grew. [A spokesman for the harbour office] denied it. [The spokesman] said more.",
    # across articles and alphabets
    "[Union leader Tom Brace] spoke. | [Tom Brace, leader of the Dock Workers' Union,] spoke.",
    "[Kazakh Foreign Minister Yerlan Akhmetov] spoke. | [Kazakh Foreign Minister Erlan Ahmetov] spoke.",
    "[Ukrainian Defence Minister Andriy Shevchuk] spoke. | [Ukrainian Defense Minister Andrii Shevchuk] spoke.",
    "[Tunisian President Mohammed Jebali] spoke. | [Tunisian President Mohamed Jebali] spoke.",
    "[The Peruvian Ministry of Health] spoke. | [Peru's Health Ministry] spoke.",
    "[Acme plc] spoke. | [Acme] spoke.",
    "[Senator Carol Dunn] spoke. | [Senator Carol Dunn] spoke. Senator Robert Dunn left.",
    # a full name is one person's, whatever else is said of him
    "[Jane Roe, director of operations in Peru,] spoke. | [Jane Roe, director of Acme,] spoke.",
    "[Acme fire chief Ian Rudd] spoke. | [Ian Rudd, fire chief of Southgate,] spoke.",
    "[Prosecutor David Hale] spoke. | [Prosecutor Dave Hale] spoke.",
    "[Owner John W. Hart] spoke. | [John Hart, the owner of the club,] spoke.",
    "[Michael Dunn] said more. | [Mike Dunn of the rail union] spoke.",
    "[The Allied Dock Workers] spoke. | [ADW] said more.",
]

DIFFERENT = [
    # told of before in the same words, in another office, or one whom a story leaves unnamed
    "[Vera Dunn] said a warning had gone to the mayor. [The mayor] said none had come.",
    "[Vera Dunn] said no. [The governor] said more.",
    "[Senator Vera Dunn] said no. [The judge] said more.",
    "[Anna Dole] said he had hit a pupil. [The pupil himself] said he had not.",
    "[Interim Chief Rita Holm] spoke. [The former chief] said more.",
    # two sides, however alike
    "[The Azerbaijani Defense Ministry] spoke. [The Armenian Defense Ministry] spoke.",
    "[Austria's Foreign Ministry] spoke. [Australia's Foreign Ministry] spoke.",
    "[The Slovak army] spoke. [The Slovene army] spoke.",
    "[North Korea] spoke. [South Korea] spoke.",
    "[Niger] spoke. [Nigeria] spoke.",
    "[Sudan] spoke. [South Sudan] spoke.",
    "[Cyprus] spoke. [Northern Cyprus] spoke.",
    "[The Republic of Congo] spoke. [The Democratic Republic of Congo] spoke.",
    "[Iranian Foreign Minister Ali Rezaei] spoke. [Iraqi Foreign Minister Ali Rezai] spoke.",
    "[Serbian President Marko Ilic] spoke. | [Croatian President Marko Ilic] spoke.",
    "[Georgian President Davit Beridze] spoke. | [Ukrainian President Davyd Beridze] spoke.",
    # two bodies of one side
    "[The Danish Defence Ministry] said so. [The Danish Foreign Ministry] said more.",
    "[Denmark] said so. [The Danish Defence Ministry] said more.",
    "[The Thai army] said so. [The Thai police] said more.",
    "[The Thai prime minister] said so. [Thailand's foreign minister] said more.",
    "[The Spanish foreign minister] said so. [The Spanish deputy foreign minister] said more.",
    # families and namesakes
    "[Maria Lund] said yes. [Peter Lund] said no.",
    "[Senator John Hale] said yes. [Senator Jane Hale] said no.",
    "[Mr Hale] said yes. [Mrs Hale] said no.",
    "[Anders Holm] spoke. | [Andrea Holm] spoke.",
    "Otto Falk won. [Karl Falk] spoke. Karl Falk smiled. Karl Falk sat. [Falk] said more.",
    # a firm and what it sells
    "[Fenwick] spoke of a flaw. [Fenwick Update] failed.",
    # parties to a case, a deal, a match
    "[Prosecutor Ann Teller] opened. [Public defender Luis Ortega] answered.",
    "[Brightwater Chemicals] said so. [Greenfield Chemicals] denied it.",
    "[Brightwater Chemicals] said so. [The union] denied it.",
    "[Northfield United coach Ian Rudd] complained. [Southgate City coach Ian Budd] laughed.",
    # a body, its spokesman, its minister
    "[The Fijian army] spoke. [A spokesman for the Fijian navy] spoke.",
    "[The Greek Health Ministry] spoke. [Greek Health Minister Eleni Pappa] spoke.",
    # unnamed people are never merged across articles
    "[Officials] said two died. | [Officials] said five died.",
    "[Witnesses] said two died. | [Witnesses] said five died.",
    "[Police] said two died. | [Police] said five died.",
    "[A witness] spoke of smoke. [Another witness] spoke of fire.",
    "[One resident] spoke of smoke. [One resident] spoke of fire.",
    "[Iraqi officials] said so. [Iranian officials] denied it.",
    "[Reuters] said so. [Interfax] denied it.",
    "[The Turkish president] spoke. [The Turkish-born writer Orhan Demir] spoke.",
    # who is named in the words or addressed is not who says them
    "[Oscar Vale] took the stand. [Bernd Timm] wept.",
    "[Nadia Frey] spoke first. [Lena Roth], she said, begged for help.",
    "[Prosecutor Ann Teller] asked Oscar Vale. [He] said he slept.",
    # another word for somebody else
    "[Eva Lind] spoke of the yard. [The lawyer] said the case was closed.",
    "[Ana Berg] said Mark Dahl had left the race. [The actor] laughed.",
    "[Jon Beck] spoke of the actress Lea Moreau. [The star] said she had never met him.",
    "[Police] named the tycoon Jan Holt. [The tycoon] laughed.",
    # one institution of two states
    "STOCKHOLM, 3 May - [The Defence Ministry] spoke. [Norway's Defence Ministry] said more.",
    "[Norway's Defence Ministry] spoke. [The Defence Ministry in Stockholm] said more.",
    "[The ministry in Tallinn] spoke. [The ministry in Riga] said more.",
    "[Lebanon's army] spoke. On Friday [Malta's army] said more.",
    # whom a spokesman does not speak for
    "[Uganda's army] spoke. [A rebel spokesman] denied it.",
    "[Northfield United coach Ian Rudd] spoke. [A league spokesman] denied it.",
    "[Harlow Chemicals] spoke. [A union spokesman] denied it.",
    "[Harlow Chemicals] spoke. [A spokesman for the harbour office] denied it.",
    "[SITO Analytics] spoke. [A spokeswoman for YouTube] denied it.",
    "[A spokesman for Harlow Chemicals] spoke. [A spokesman for Ferrule Services] denied it.",
    # accuser and accused
    "[Harrow] accused Fenwick Steel. [Fenwick Steel] denied it.",
    "[Officials] accused Nordland. [Nordland] denied it.",
    "[The union] accused Harlow Chemicals. [Harlow Chemicals] denied it.",
    # companies and what only stands near them
    "[The Tannet fire service] spoke. [The company] denied it.",
    "[GOP] spoke. [The police union] denied it.",
    "[Harlow Chemicals] spoke. [Harlow Foods] denied it.",
    "[Brava Lines] spoke. [Jane Voss, director of Nova Ferries,] denied it.",
    "[Northfield United] spoke. [Southgate United] denied it.",
    "CARROW BAY, June 20 (Newswire) - [Brava Lines] spoke. [The union] denied it.",
    # the same calling
    "[A nurse] spoke of smoke.\n[Firefighter Oscar Vale] spoke of gas.",
    "[The mayor of Arden] spoke. [The mayor of Belmont] denied it.",
    "[The ambassador of Norway in Lima] spoke. [The ambassador of Chile in Lima] denied it.",
    "[The defendant's lawyer] spoke. [The victim's lawyer] denied it.",
    "[A lawyer for John Roe] spoke. [A lawyer for Ann Finch] denied it.",
    "[The Arden Police Department] spoke. [Arden] denied it.",
    # across articles
    "[A spokesman for Harlow Chemicals] spoke. | [A spokeswoman for Harlow Chemicals] spoke.",
    "OSLO, 3 May - [The Defence Ministry] spoke. | LIMA, 3 May - [The Defence Ministry] spoke.",
    "[The aide] spoke. | [The aide] spoke.",
    "[Lawyer Mark Hume] spoke. | [Lawyer Mark Hale] spoke.",
    "[Senator Carol Dunn] spoke. | [Senator Karl Dunn] spoke.",
    "[Ian Rudd Jr.] spoke. | [Ian Rudd] spoke.",
    "[George H. Rudd] spoke. | [George W. Rudd] spoke.",
    "[The union] spoke. | [The union] spoke.",
]


@at_rate(SAME)
def test_two_mentions_are_one_speaker(marked):
    first, second = speakers_of(marked)
    assert len(first) == 1
    assert first == second


@at_rate(DIFFERENT, floor=0.98)  # a name given to another is worse than one speaker left as two
def test_two_mentions_are_two_speakers(marked):
    first, second = speakers_of(marked)
    assert first
    assert second
    assert not {one.id for one in first} & {one.id for one in second}


MISSED = [
    # a document to or against somebody
    "[Acme Corp] spoke first. [The lawsuit against Acme Corp] said the lake was poisoned.",
    "[Kees Maat] was angry. [A letter to Kees Maat] said the horse was lame.",
    # one speaker that is left as two, for lack of anything certain
    "[A woman in a red coat] spoke of smoke. [The witness] said more.",
]


@pytest.mark.parametrize("marked", MISSED)
def test_what_is_not_certain_is_not_merged(marked):
    first, second = speakers_of(marked)
    assert first != second
