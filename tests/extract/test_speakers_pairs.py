"""Pairs of marked mentions, the same speaker or not, from invented stories of many kinds.

``[…]`` marks each of the two sources; a ``|`` parts two articles, resolved on their own and
then brought together.
"""

import pytest
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
]

DIFFERENT = [
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
    # parties to a case, a deal, a match
    "[Prosecutor Ann Teller] opened. [Public defender Luis Ortega] answered.",
    "[Brightwater Chemicals] said so. [Greenfield Chemicals] denied it.",
    "[Brightwater Chemicals] said so. [The union] denied it.",
    "[Northfield United coach Ian Rudd] complained. [Southgate City coach Ian Budd] laughed.",
    "On Monday [Acme chief executive Jane Roe] spoke. | On Friday [Zenith chief executive Jane Roe] spoke.",
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
]


@pytest.mark.parametrize("marked", SAME)
def test_two_mentions_are_one_speaker(marked):
    first, second = speakers_of(marked)
    assert len(first) == 1
    assert first == second


@pytest.mark.parametrize("marked", DIFFERENT)
def test_two_mentions_are_two_speakers(marked):
    first, second = speakers_of(marked)
    assert first
    assert second
    assert not {one.id for one in first} & {one.id for one in second}


def test_the_table_is_large_and_varied():
    assert len(SAME) + len(DIFFERENT) >= 90
