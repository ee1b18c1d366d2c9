"""Whole articles, all invented: who says what in each, from the first line to the last.

Each source is marked ``[words|who]``; the same ``who`` is the same speaker, ``-`` nobody.
"""

import re

import pytest
from rates import at_rate
from speakers_text import read

from claimgraph.extract.speakers import resolve

FERRY = """
Ferry operator denies that it overloaded the boat that sank
PORT LARRO, May 4 (Newswire) - The operator of a ferry that sank off Port Larro on Tuesday denied on Wednesday that it had carried too many people.
"We never sailed with more than we may carry," said [Ines Caldera, chief executive of Brava Lines|caldera]. [She|caldera] said that 212 tickets had been sold, and that the boat had passed its inspection in March.
[Snr. Insp. Teo Maruk, who leads the inquiry,|maruk] said divers had counted 240 people on board. [Maruk|maruk] said that the list of passengers had been found on the bridge. [Police|police] said eleven people were still missing.
[The company|brava] said in a statement that it would help the police. [The statement|brava] said nothing of the number of life jackets.
[Brava Lines|brava] has been fined twice since 2011, when another of its boats ran aground.
"There were no life jackets on our deck," said [Oma Ferrin, a 44-year-old teacher from Larro|ferrin], who was pulled out of the water by a fishing boat. "We held on to a door," [she|ferrin] said.
[Her husband, Pell Ferrin|pell], said the crew had been the first to leave. [He|pell] said nobody had told them what to do.
[The Seafarers' Union of Larro|union] said its members had warned the operator for years. [The union|union] said it had written to the harbour office in January.
[A spokesman for the harbour office|harbour] said no letter had come. "We would have answered it," [the spokesman|harbour] said.
[Prosecutor Dana Quill|quill] said on Wednesday that the captain, Rud Osten, had been questioned. [Osten|osten] has denied that he was asleep. [His lawyer, Mira Sand|sand], said the rudder had failed.
[Quill|quill] said it was too early to speak of charges. [The prosecutor|quill] said that experts would look at the rudder next week.
[Caldera|caldera] said that the rudder had been new. "It was fitted in March," [she|caldera] said.
[Residents of the quay|residents] said that they had heard a bang. [They|residents] said the lights had gone out at once.
"If the boat was sound, why did it sink?" asked [Larro's mayor, Ivo Brandt|brandt]. [Brandt|brandt] said [he|brandt] would ask the ministry for an inquiry of its own. [The mayor|brandt] said that the families must be told the truth.
"""

COURT = """
Two brothers blame each other for the fire at the mill
The trial of two brothers over a fire that killed a night watchman opened in Arden on Monday with each of them blaming the other.
[Prosecutor Lena Voss|voss] told the jury that Karl Ebner, 31, and his brother Jonas Ebner, 28, had planned the fire together to claim the insurance. "They needed money, and they knew when the watchman slept," [she|voss] said.
[Karl Ebner's lawyer, Ruth Amsel|amsel], said her client had been at home that night. [Amsel|amsel] said that the telephone records would prove it.
[Jonas Ebner|jonas] told the court that [he|jonas] had seen his brother carry two cans to the mill. [He|jonas] said that he had thought they held paint.
[Defence attorney Stefan King|king], who speaks for the younger brother, said that there was no proof of a plan. [King|king] said the jury should ask who had gained.
[Judge Almut Reyes|reyes] told the lawyers to keep to the point. [The judge|reyes] said that the trial would last three weeks.
[Detective Sgt. Paula Orr|orr] said that the police had found one can. [Orr|orr] said it smelt of petrol. Asked by Amsel whether there were fingerprints on it, [she|orr] said there were none.
[A neighbour|neighbour] said that she had heard a car at two in the morning. [The neighbour|neighbour] said that she had not seen who drove it.
[The fire chief of Arden, Tom Halloran|halloran], said that the fire had begun in the cellar. [Halloran|halloran] said his men had needed four hours to put it out.
In the afternoon [Karl Ebner|karl] took the stand. [He|karl] denied that [he|karl] had bought the petrol, and said that his brother had debts. [He|karl] said that the two had not spoken since the winter.
"He is my brother, but he is lying," [Karl Ebner|karl] said.
The watchman's widow, Greta Lamm, wept in the first row. [Lamm|lamm] said outside the court that she wanted the truth. "I do not care which of them it was," [she|lamm] said.
[Voss|voss] said she would call the insurer on Tuesday. [The prosecutor|voss] said that the policy had been raised twice in a year.
"""

SOURCE = re.compile(r"\[([^\]|]*)\|([^\]]*)\]")


def pairs(marked):
    """Return for every two sources of an article whether one speaker was found, and whether it is one."""
    who = [match[2] for match in SOURCE.finditer(marked)]
    resolution = resolve(*read(SOURCE.sub(r"[\1]", marked.strip())))
    found = [resolved.speakers for resolved in resolution.of]
    return [
        (bool(found[i]) and found[i] == found[j], who[i] == who[j]) for i in range(len(who)) for j in range(i)
    ]


@pytest.mark.parametrize("marked", [FERRY, COURT], ids=["ferry", "court"])
def test_speakers_of_a_whole_article_are_told_apart_and_together(marked):
    assert len(SOURCE.sub(r"\1", marked).split()) > 300
    answers = pairs(marked)
    together = [one for one, same in answers if same]
    apart = [one for one, same in answers if not same]
    assert sum(together) / len(together) >= 0.9
    assert sum(apart) / len(apart) <= 0.01


OWN = [
    # names that a list cannot know, by the second opinion
    ("Twelve people were killed by the landslide, said [Rudi Harto Pranowo of the Disaster Agency] on Monday.", "Rudi Harto Pranowo", "person"),
    ("The quake hurt eleven people, said [Larro Military Commander Col. Inf. Irwan Salim].", "Irwan Salim", "person"),
    ("It was not ready, said [Dist. Atty. Steve Marlow] on Monday.", "Steve Marlow", "person"),
    # one firm, and the writer of an article
    ("[Harlow & Sons] denied it.", "Harlow & Sons", "organisation"),
    ("[I] guess that we were lucky.", "article", "publisher"),
    # whom an article calls otherwise than by the name
    ("The singer Ada Rowe left the stage. [The star] spoke.", "Ada Rowe", "person"),
    ("Ada Rowe met the workers of the mill. [The businesswoman] spoke.", "Ada Rowe", "person"),
    ("Senator Tom Vance opened the day. Ada Rowe came next. [The Maine senator] spoke.", "Ada Rowe", "person"),
    ("Sen. Ada Rowe of Maine opened the day. Tom Vance, a Texas senator, came next. [The Maine senator] spoke.", "Ada Rowe", "person"),
    ("Ada Rowe and Tom Vance met. [The Democratic challenger] spoke.", "Democratic challenger", "person"),
    ("Ada Rowe opened the day. [The Democratic challenger] spoke. Tom Vance came later.", "Ada Rowe", "person"),
    ("Ada Rowe opened the day. [The former Maine governor] spoke.", "Ada Rowe", "person"),
    ("Ada Rowe opened the day. [The former official] spoke.", "former official", "person"),
    ("Ada Rowe opened the day. [The former mayor of Larro] spoke.", "former mayor of Larro", "person"),
    ("Ada Rowe opened the day. [The actress and former senator] spoke.", "Ada Rowe", "person"),
    ("Ada Rowe met the FBI. [The bureau] spoke.", "FBI", "organisation"),
    ("Tom Vance hit a van. [The driver] spoke.", "driver", "person"),
    # names of common words
    ("[Ohio State] spoke.", "Ohio State", "organisation"),
    ("[Ohio State Police] spoke.", "Ohio State Police", "organisation"),
    ("[Eastern Standard] spoke.", "Eastern Standard", "organisation"),
    ("Dale Hall runs the service. [Hall] spoke.", "Dale Hall", "person"),
    # a title of two, and a name that ends in the seat of a state
    ("The bill was praised by Ministers Ana Ruiz and Bo Lee. [Ruiz] spoke.", "Ana Ruiz", "person"),
    ("Few had met Senators Ada Roe and Jon Hart. [Roe] spoke.", "Ada Roe", "person"),
    ("[The Hart White House] denied it.", "Hart White House", "organisation"),
    # sources that begin with what only links them
    ("It was a rule [that the Supreme Court] made in May.", "Supreme Court", "organisation"),
    ("[And Mayor Tom Okafor] said that it was safe.", "Tom Okafor", "person"),
    ("[Defence lawyer Ann Roe] spoke.", "Ann Roe", "person"),
    ("[Director of clinics for the Larro School of Law, Patrick Mott,] spoke.", "Patrick Mott", "person"),
]  # fmt: skip


@at_rate(OWN)
def test_a_source_is_read_as_whom_it_names(marked, name, kind):
    resolution = resolve(*read(marked))
    by_id = {one.id: one for one in resolution.speakers}
    [speaker] = [by_id[one] for one in resolution.of[-1].speakers]
    assert (speaker.name, speaker.kind) == (name, kind)
