"""Spans of the network cut in the wrong place are made whole; whole ones are left alone.

In the texts [who], {the cue} and <what is said> are marked as the network might cut them.
"""

import pytest
from markup import read_marked

from claimgraph.extract.parse import Article
from claimgraph.extract.tagger.repair import Mender, is_scrap
from claimgraph.model import Span

# As cut; who is meant; what is said.
SPEAKERS = [
    ("Latvia'[s defence ministry] {said|say} <the road was shut>.", "Latvia's defence ministry"),
    ("The union and the owner traded insults, with both [sides] {claiming|claim} <victory>.", "both sides"),
    ("The retired [judge] {said|say} <the law was clear>.", "The retired judge"),
    ("Norwegian [Trade Minister Kari Dahl] {said|say} <exports had doubled>.", "Norwegian Trade Minister Kari Dahl"),
    ("After talks with Spain and France, [Portugal] {condemned|condemn} <the raid>.", "Portugal"),
    ("In Basel, [Keller] {denied|deny} <the theft>.", "Keller"),
    ("[An increasing number of] farmers {warn|warn} <that wells run dry>.", "An increasing number of farmers"),
    ("[The mayor —] {said|say} <the bridge was safe>.", "The mayor"),
    ("[The nurse] {said|say} <she saw nothing>.", "The nurse"),
    ("[Ola Berg, a lawyer for the club,] {said|say} <the deal was void>.", "Ola Berg, a lawyer for the club"),
    ("The warden, [who] {said|say} <the gate was open>, left.", "who"),
    ("There were growing calls for calm.", ""),
    ("“It was {denied|deny}. <The lid> was shut,” [Lund] wrote.", "Lund"),
]  # fmt: skip

CONTENTS = [
    # phrases
    ("[The two firms] {accused|accuse} each <other of theft>.", "each other of theft"),
    ("[The club] {denied|deny} <that it had paid the young> striker.", "that it had paid the young striker"),
    ("[The pilot] {blamed|blame} <fog over the northern part of> the bay.", "fog over the northern part of the bay"),
    ("[The chef] {said|say} <the oven exploded and> left.", "the oven exploded"),
    ("[The tenants] {say|say} <the rules are meant to silence them, and> the Norwegian Bird Union of Oslo has sued the city.", "the rules are meant to silence them,"),
    # quotations
    ("“<We lost> the match in the first half,” [the coach] {said|say}.", "“We lost the match in the first half,”"),
    ("[The baker] {said|say}: “Flour costs <twice as much. We cannot> go on.”", "“Flour costs twice as much. We cannot go on.”"),
    # parts of one sentence, and words from far away
    ("<Two ships> sank. [The coastguard] {said|say} <that both crews were safe>.", "that both crews were safe"),
    ("<The two banks>, [he] {said|say}, <will merge in the spring of next year>.", "The two banks | will merge in the spring of next year"),
    # what is whole stays
    ("[The mayor] {said|say} <the bridge would open on Monday>, a year late.", "the bridge would open on Monday"),
    ("[The mayor] {said|say} <“it will open”> and smiled.", "“it will open”"),
    ("[The report] {says|say} <the boys' school was sold>.", "the boys' school was sold"),
]  # fmt: skip

SCRAPS = [
    ("{Declared|declare} <A Truce> in [Port Arlen]", True),
    ("[Minister] {denies|deny} <bribes were paid>", False),
    ("[The brewery] {says|say} <“no beer was spilled”>", False),
    ("[The union] {in a statement|in} <the strike had been called off>, it was learned.", False),
    ("[The clinic] {published|publish} <a list of the nurses>.", False),
    ("[Northmill] {admits|admit} <fault as river rises>", True),
    ("[Northmill] {says|say} <dam broke as river rose>", False),
]


def words(article: Article, spans: tuple[Span, ...]) -> str:
    return " | ".join(article.source.text[start:end] for start, end in spans)


@pytest.mark.parametrize(("cut", "whole"), [row for row in SPEAKERS if row[1]])
def test_a_speaker_is_a_whole_phrase(cut: str, whole: str) -> None:
    article, torn = read_marked(cut)
    assert words(article, Mender(article).mended(torn).source) == whole


def test_nobody_of_a_later_sentence_speaks() -> None:
    article, torn = read_marked("The clerk admitted an error but {denied|deny} <a theft>. [Lund] objected.")
    assert Mender(article).mended(torn).source == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("[The bursar] was {asked|ask} <whether the fund was empty>.", ""),
        ("{Asked|ask} <whether the fund was empty>, [the bursar] smiled.", ""),
        ("[The crew] was {told|tell} <that the bridge had been closed>.", ""),
        ("The bursar was {asked by|ask} [a trustee] <whether the fund was empty>.", "a trustee"),
        ("[The bursar] {asked|ask} <whether the fund was empty>.", "The bursar"),
        ("[The crew] had {told|tell} the pilot <that the bridge was closed>.", "The crew"),
        ("[The clinic] was {said|say} <to be safe>.", "The clinic"),
    ],
)
def test_who_only_hears_says_nothing(text: str, who: str) -> None:
    article, torn = read_marked(text)
    assert words(article, Mender(article).mended(torn).source) == who


def test_an_adjective_of_the_cue_is_nobody() -> None:
    article, torn = read_marked("There were [increasingly urgent] {calls for|call} <calm>.")
    assert Mender(article).mended(torn).source == ()


def test_a_speaker_of_another_paragraph_is_nobody() -> None:
    article, torn = read_marked("{Denied|deny}: <all charges>\n[The mayor] spoke at noon.")
    assert Mender(article).mended(torn).source == ()


@pytest.mark.parametrize(("cut", "whole"), CONTENTS)
def test_a_content_is_made_of_whole_words_phrases_and_quotations(cut: str, whole: str) -> None:
    article, torn = read_marked(cut)
    assert words(article, Mender(article).mended(torn).content) == whole


@pytest.mark.parametrize(("text", "scrap"), SCRAPS)
def test_headlines_without_a_clause_and_mere_topics_are_scraps(text: str, *, scrap: bool) -> None:
    article, attribution = read_marked(text)
    assert is_scrap(article, attribution) is scrap
