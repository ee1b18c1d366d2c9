"""Sources that hold a name: which of the names in the phrase is the one that speaks."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.phrases import Phrase, joined
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import fold, role_family, singular
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_kind
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Pair = tuple[Mention, Actor]

_GAP = re.compile(r",|(?:,?\s*(?:and|&|as well as)|,)(?:\s+(?:the|its|neighbou?r|neighbou?ring|ally|both))*")
_ADDRESSED = re.compile(r"\b(?:to|about|against|concerning|regarding)\s+(?:(?:the|his|her|its|their)\s+)?$")
_BREAKAWAY = re.compile(
    r"separatist|breakaway|rebel|insurgent|unrecogni[sz]ed|self-(?:styled|proclaimed|declared)|secessionist"
)


def parts_of(scene: Scene, phrase: Phrase) -> list[Span]:
    """Return the parts of a phrase that joins several speakers; one body's name stays whole."""
    if _described_name(scene, phrase) is not None:
        return []
    inside = [mention for mention, _ in scene.cast.at(phrase.span) if not _nested(scene, mention, phrase)]
    hulls = [(max(m.span[0], phrase.span[0]), min(m.span[1], phrase.span[1])) for m in inside]
    gaps = [scene.text((a[1], b[0])).strip() for a, b in pairwise(hulls)]
    if (
        gaps
        and all(_GAP.fullmatch(gap) for gap in gaps)
        and any(re.search(r"and|&|as well", gap) for gap in gaps)
    ):
        return hulls
    parts = joined(scene.article, phrase)
    for mention, _ in scene.cast.at(phrase.span):
        if sum(mention.core[0] <= part[0] and part[1] <= mention.core[1] for part in parts) > 1:
            return []
    return parts


def _nested(scene: Scene, mention: Mention, phrase: Phrase) -> bool:
    """Whether a mention lies within the hull of another of the same phrase."""
    return any(
        other is not mention
        and other.span != mention.span
        and other.span[0] <= mention.core[0]
        and mention.core[1] <= other.span[1]
        for other, _ in scene.cast.around(phrase.span)
    )


def named(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the actor whom a name in the phrase makes its speaker."""
    around = scene.cast.around(phrase.span)
    inside = [
        pair for pair in around if pair[0].core[0] >= phrase.span[0] and pair[0].core[1] <= phrase.span[1]
    ]
    person = _person(scene, phrase, around)
    if person is not None:
        return person
    head = phrase.head.lower_
    transparent = head in words("roles", "transparent")
    if role_family(singular(head)) == "spokesperson" and not (transparent and phrase.plural):
        return None
    if transparent or head in words("roles", "carriers"):
        owners = [pair for pair in inside if fold(pair[0].name) not in words("media", "platforms")]
        if not transparent:
            owners = [pair for pair in owners if not is_addressed(scene, pair[0])]
        return fullest(owners) if owners and (head != "side" or len(owners) == 1) else None
    described = _described_name(scene, phrase)
    if described is not None:
        return described
    holding = [pair for pair in inside if pair[0].core[0] <= phrase.at < pair[0].core[1]]
    if holding:
        return fullest(holding)
    alone = len(inside) == 1 and phrase.head.pos_ == "PROPN" and not phrase.plural
    return inside[0][1] if alone and role_family(head) is None else None


def _person(scene: Scene, phrase: Phrase, around: list[Pair]) -> Actor | None:
    """Return the person whose name, role or apposition holds the head of the phrase."""
    for mention, actor in around:
        owns = mention.core[1] <= phrase.at and scene.text((mention.core[1], mention.core[1] + 1)) in {
            "'",
            "’",
        }
        covers = mention.span[0] <= phrase.at < mention.span[1]
        if mention.form == "person" and covers and not owns:
            return actor
    return None


def _described_name(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the name that ends the phrase and that all before it describes.

    "NATO member Turkey", "the state news agency Xinhua": a common noun without an article of
    its own, or after the article alone, directly before the name.
    """
    ending = [pair for pair in scene.cast.at(phrase.span) if pair[0].core[1] >= phrase.span[1] - 1]
    if not ending:
        return None
    mention, actor = max(ending, key=lambda pair: pair[0].core[1] - pair[0].core[0])
    before = [token for token in phrase.tokens if token.idx + len(token) <= mention.core[0] - phrase.offset]
    if _introduces(before) and mention.form in {"name", "body"}:
        return actor
    if (
        mention.form == "person"
        and len(before) > 1
        and before[-1].text == ","
        and role_family(phrase.head.lower_)
    ):
        return actor  # "director of clinics for the School of Law, Jane Roe"
    if not before or before[-1].pos_ != "NOUN" or before[-1].tag_ != "NN":
        return None
    links = {"of", "in", "for", "from", "with", "at", "to", "on", "against", "by", "who", ","}
    return None if any(token.lower_ in links or token.tag_ == "NNS" for token in before) else actor


def _introduces(before: "list[Token]") -> bool:
    """Whether words describe one thing and a comma parts them from its name ("the owner, Acme")."""
    if len(before) < _SHORTEST or before[-1].text != "," or before[-2].tag_ != "NN":
        return False
    return not any(token.text == "," or token.dep_ in {"cc", "prep"} for token in before[:-1])


_SHORTEST = 2


def is_addressed(scene: Scene, mention: Mention) -> bool:
    """Whether a document is to, about or against a name: "a letter to Lund", "the lawsuit against Acme"."""
    return _ADDRESSED.search(scene.text((max(0, mention.span[0] - 30), mention.span[0]))) is not None


def fullest(found: list[Pair]) -> Actor:
    """Return the actor with the longest name; a bare state comes last."""
    return max(found, key=lambda pair: (pair[0].form != "state", pair[0].core[1] - pair[0].core[0]))[1]


def side_meant(scene: Scene, phrase: Phrase) -> str | None:
    """Return the territory that "the separatists" are of, when the article knows just one."""
    if not _BREAKAWAY.search(phrase.low):
        return None
    territories = {m.side for m in scene.cast.mentions if m.side and side_kind(m.side) == "territory"}
    return territories.pop() if len(territories) == 1 else None
