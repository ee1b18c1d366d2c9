"""What a claim is about, called as in the index of a newspaper: from a sentence to its label."""

import pytest
from rates import at_rate

from claimgraph.extract.events import content_terms, read_events
from claimgraph.extract.headings import Headings
from claimgraph.extract.inflection import gerund, participle
from claimgraph.extract.parse import parse
from claimgraph.extract.quantities import quantities
from claimgraph.extract.subjects import When, subject_of
from claimgraph.model import Act, Block, Source

TODAY = When(None, happened=False)


def label(sentence: str) -> str:
    block = Block(start=0, end=len(sentence), kind="body")
    article = parse(Source(id="s", name="a", path="a", sha256="0", text=sentence, blocks=(block,)))
    content = ((0, len(sentence.rstrip("."))),)
    subject = subject_of(
        Act.ASSERT,
        read_events(article, content),
        tuple(quantities(article, content)),
        content_terms(article, content),
        TODAY,
        Headings(article, content),
    )
    assert subject is not None
    return subject.label


@at_rate(
    [
        ("The freight train passed the brake inspection in May.", "brake inspection passed"),
        ("The ferry's captain switched off the collision alarm.", "collision alarm switched off"),
        ("Rescuers found the missing climbers near the summit.", "missing climbers near the summit found"),
        ("Two wagons landed in the canal.", "wagons landing"),
        ("The trial will last until autumn.", "trial lasting"),
        ("The clinic turned patients away.", "patients turned away"),
        ("The nurses were exhausted.", "nurses exhausted"),
        ("The bridge was unsafe.", "whether bridge was unsafe"),
        ("The valve was left open overnight.", "valve left open"),
        ("The guards were armed.", "whether guards were armed"),
        ("None of the invoices could be checked.", "invoices checked"),
        ("The museum returned the bronze statue to its owners.", "bronze statue returned"),
        ("The mayor apologised.", "mayor apologising"),
        ("The contractor buried drums of solvent behind the school.", "drums of solvent buried"),
        ("Investigators examined the flight recorder.", "flight recorder examined"),
        ("The referee disallowed the second goal.", "second goal disallowed"),
        ("Fishermen caught a shark off the pier.", "shark caught off"),
        ("The court overturned the verdict.", "verdict overturned"),
        ("The union rejected the offer.", "offer rejected"),
        ("Engineers rebuilt the sea wall.", "sea wall rebuilt"),
        ("Several ministers drove out of the capital.", "ministers driving out"),
        ("The editor's remark.", "editor's remark"),
        ("The librarian was in the cellar.", "librarian"),
        ("The coach dropped the striker from the squad.", "striker dropped"),
        ("The company paid the fishermen.", "payment of fishermen"),
        ("Workers walked out of the shipyard.", "workers walking out"),
        ("The dam burst.", "dam"),
        ("The pilot ignored the warning.", "disregard of warning"),
        ("The parcel contained counterfeit stamps.", "counterfeit stamps contained"),
        ("The committee postponed the vote.", "vote postponed"),
        ("Wolves killed the sheep which grazed near the village.", "killing of sheep"),
        ("The police arrested the treasurer.", "arrest of treasurer"),
        ("Trucks that carried grain were looted.", "theft of trucks"),
        ("The lab mislabelled the samples.", "samples mislabelled"),
        ("The minister's brother owns the quarry.", "quarry owned"),
        ("The choir sang outside the prison.", "choir singing"),
        ("The teacher forged the grades.", "fraud over grades"),
        ("The plane was grounded.", "whether plane was grounded"),
        ("The ice melted early.", "ice"),
        ("He left at noon.", "leaving"),
        ("The tunnel was flooded.", "flooding of tunnel"),
        ("Thousands of eels died.", "eels killed"),
    ],
)
def test_a_label_reads_like_an_entry_of_an_index(sentence, expected):
    assert label(sentence) == expected


@pytest.mark.parametrize(
    ("verb", "done", "doing"),
    [
        ("pass", "passed", "passing"),
        ("switch off", "switched off", "switching off"),
        ("rebuild", "rebuilt", "rebuilding"),
        ("stop", "stopped", "stopping"),
        ("carry", "carried", "carrying"),
        ("die", "died", "dying"),
        ("free", "freed", "freeing"),
        ("panic", "panicked", "panicking"),
        ("admit", "admitted", "admitting"),
        ("order", "ordered", "ordering"),
        ("overthrow", "overthrown", "overthrowing"),
    ],
)
def test_verbs_take_their_forms(verb, done, doing):
    assert participle(verb) == done
    assert gerund(verb) == doing
