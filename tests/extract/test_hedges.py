"""Words that hold a statement at a distance."""

from markup import read_marked
from rates import at_rate

from claimgraph.extract.reading.acts import read_act

HEDGES = [
    ("[Police] {said|say} <about 20 cars were towed>.", ("about",)),
    ("[Police] {said|say} <they knew about the plan>.", ()),
    ("[She] {said|say} <some guests had left>.", ()),
    ("[She] {said|say} <some 80 guests had left>.", ("some",)),
    ("[The zoo] {said|say} <at least two wolves had reportedly escaped>.", ("at least", "reportedly")),
    ("[The zoo] {said|say} <up to nine keepers were hurt>.", ("up to",)),
    ("[The bank] {said|say} <the alleged thief had fled>.", ("alleged",)),
    ("[The bank] {said|say} <it had lost an estimated 4 million>.", ("an estimated", "estimated")),
    ("[Police] {said|say} <the boy is believed to have drowned>.", ("is believed to",)),
    ("[Divers] {said|say} <the hull may have cracked>.", ("may",)),
    ("[Divers] {said|say} <the leak could have serious effects>.", ()),
    ("[Police] {believe|believe} <the man acted alone>.", ("believe",)),
    ("{According to|accord} [unconfirmed reports], <nine divers drowned>.", ("unconfirmed",)),
    ("<Nine divers drowned>, {according to|accord} [early reports].", ("early",)),
    ("{According to|accord} [the coast guard], <nine divers drowned>.", ()),
    ("<Nine divers> {are believed|believe} <to have drowned>.", ("are believed to", "believe")),
    ("<The yacht> {is said|say} <to have sunk>.", ("is said to",)),
    ("[Police] {said|say} <nine divers were feared dead>.", ("were feared", "feared dead")),
    ("[Police] {said|say} <nine divers are presumed dead>.", ("are presumed", "presumed dead")),
    ("[Police] {said|say} <there were reports of nine drowned>.", ("reports of",)),
]


@at_rate(HEDGES)
def test_hedges_are_read_where_they_hedge(marked: str, expected: tuple[str, ...]) -> None:
    article, attribution = read_marked(marked)
    assert read_act(article, attribution, attribution.content).hedges == expected
