"""A dispute that was found twice is shown once, with all its mentions and both its ids."""

import json

import pytest
from findings_fixture import source

from claimgraph.model import (
    Act,
    Claim,
    Collection,
    Dated,
    Dispute,
    Findings,
    Matching,
    Quantity,
    Reason,
    Speaker,
)
from claimgraph.report import render
from claimgraph.report.folding import folded
from claimgraph.report.view import build

FIRST = """Bridge closed

The city said 40 lamps were broken. The guild denied that the lamps were broken. The guild said 12 lamps were broken.
The city said that 40 lamps were broken.
"""
SECOND = """Lamps broken, city says

"The 40 lamps were broken," the city said. The guild again denied that bolts were missing. An expert counted 12 lamps.
"""
ARTICLES = {
    "a.txt": source("a.txt", FIRST, Dated(date="2030-05-02")),
    "b.txt": source("b.txt", SECOND, Dated(date="2030-05-03")),
}
CITY, GUILD, EXPERT = (
    Speaker(id=name, name=name, kind="organisation", side=name, aliases=(name,))
    for name in ("city", "guild", "expert")
)


def claim(article, words, who, nth=0, **fields):
    text, at = ARTICLES[article].text, -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    counts = tuple(
        Quantity(low=float(one), high=float(one), text=one, span=(place, place + 2), unit="lamp")
        for one in ("40", "12")
        if (place := text.find(one, at, at + len(words))) >= 0
    )
    return Claim(
        id=f"c{article[0]}{at}", statement=f"s{article[0]}{at}", source=ARTICLES[article].id, start=at,
        end=at + len(words), text=words, content=((at, at + len(words)),), act=fields.pop("act", Act.ASSERT),
        speakers=(who.id,), quantities=counts, **fields,
    )  # fmt: skip


SAID = claim("a.txt", "40 lamps were broken", CITY)
AGAIN = claim("a.txt", "40 lamps were broken", CITY, nth=1)
ELSEWHERE = claim("b.txt", "The 40 lamps were broken", CITY)
DENIED = claim("a.txt", "the lamps were broken", GUILD, act=Act.DENY, polarity="denied")
DENIED_TOO = claim("b.txt", "bolts were missing", GUILD, act=Act.DENY, polarity="denied")
FEWER_TOO = claim("b.txt", "12 lamps", EXPERT)
FEWER = claim("a.txt", "12 lamps were broken", GUILD)


def dispute(identity, kind, *sides, state="open"):
    spans = tuple(
        (one.id, *figure.span)
        for one in sides
        for figure in (one.quantities if kind == "figures" else ())
    )  # fmt: skip
    reason = Reason(rule="r", detail="they differ", spans=spans)
    return Dispute(
        id=identity, kind=kind, subject=None, sides=tuple((one.id,) for one in sides), reasons=(reason,),
        origins=(1, 1), state=state,
    )  # fmt: skip


def found(*disputes):
    claims = (SAID, AGAIN, DENIED, FEWER, FEWER_TOO, ELSEWHERE, DENIED_TOO)
    collection = Collection(sources=tuple(ARTICLES.values()), speakers=(CITY, GUILD, EXPERT), claims=claims)
    return Findings(collection=collection, matching=Matching(disputes=disputes))


SAME = [
    ("printed twice in one article", [("denial", SAID, DENIED), ("denial", AGAIN, DENIED)]),
    ("the sides the other way round", [("denial", SAID, DENIED), ("denial", DENIED, AGAIN)]),
    ("in two articles", [("denial", SAID, DENIED), ("denial", ELSEWHERE, DENIED)]),
    ("one figure against one given by two", [("figures", SAID, FEWER), ("figures", SAID, FEWER_TOO)]),
    ("one figure against another", [("figures", SAID, FEWER), ("figures", FEWER, ELSEWHERE)]),
]
OTHER = [
    ("another kind", [("denial", SAID, FEWER), ("figures", SAID, FEWER)]),
    ("one side differs", [("denial", SAID, DENIED), ("denial", SAID, FEWER)]),
    ("another words' denial", [("denial", SAID, DENIED), ("denial", AGAIN, DENIED_TOO)]),
]


@pytest.mark.parametrize(
    ("pair", "one"), [(pair, True) for _, pair in SAME] + [(pair, False) for _, pair in OTHER]
)
def test_disputes_are_one_when_each_side_says_the_same(pair, one):
    shown, also = folded(found(*(dispute(f"d{at}", *parts) for at, parts in enumerate(pair))))
    assert also == ({"d0": ("d1",)} if one else {})
    assert len(shown.matching.disputes) == (1 if one else 2)


def test_all_mentions_and_both_ids_are_shown_and_json_keeps_both():
    findings = found(dispute("d1", "denial", SAID, DENIED), dispute("d2", "denial", ELSEWHERE, DENIED))
    (card,) = build(findings).placed.cards
    assert [one.id for side in card.sides for one in side.statements] == [SAID.id, ELSEWHERE.id, DENIED.id]
    assert card.sides[0].origins == "2 articles, not shown to be independent"
    assert card.also == ("d2",)
    assert "d1, also d2" in render(findings, "md")
    assert 'id="d2"' in render(findings, "html")
    assert [one["id"] for one in json.loads(render(findings, "json"))["disputes"]] == ["d1", "d2"]


def test_what_a_reviewer_decided_stands_by_itself():
    findings = found(
        dispute("d1", "denial", SAID, DENIED, state="confirmed"), dispute("d2", "denial", AGAIN, DENIED)
    )
    assert folded(findings) == (findings, {})
