"""Sources that hold a name: which of the names in the phrase is the one that speaks."""

import re
from itertools import pairwise

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.phrases import Phrase, joined
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import role_family, singular
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.model import Span

Pair = tuple[Mention, Actor]

_GAP = re.compile(r"(?:,|,?\s*(?:and|&|as well as))(?:\s+(?:the|its|neighbou?r|neighbou?ring|ally|both))*")
_ADDRESSED = re.compile(r"\b(?:to|about|against|concerning|regarding)\s+(?:(?:the|his|her|its|their)\s+)?$")


def parts_of(scene: Scene, phrase: Phrase) -> list[Span]:
    """Return the parts of a phrase that joins several speakers; one body's name stays whole."""
    if _described_name(scene, phrase) is not None:
        return []
    whole = [mention.span for mention, _ in scene.cast.around(phrase.span)]
    inside = [one for one, _ in scene.cast.at(phrase.span) if not any(_beyond(span, one) for span in whole)]
    hulls = [(max(m.span[0], phrase.span[0]), min(m.span[1], phrase.span[1])) for m in inside]
    gaps = [scene.text((a[1], b[0])).strip() for a, b in pairwise(hulls)]
    if all(_GAP.fullmatch(gap) for gap in gaps) and any(re.search(r"and|&|as well", gap) for gap in gaps):
        return hulls
    parts = joined(scene.article, phrase)
    for name in (mention.core for mention in inside):
        if sum(name[0] <= start and end <= name[1] for start, end in parts) > 1:
            return []
    return parts


def _beyond(span: Span, mention: Mention) -> bool:
    """Whether a mention with role and apposition holds another: the state in "Peruvian president Ana Roe"."""
    return span != mention.span and span[0] <= mention.core[0] and mention.core[1] <= span[1]


def named(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the actor whom a name in the phrase makes its speaker."""
    person = _person(scene, phrase)
    head = phrase.head.lower_
    transparent = head in words("roles", "transparent")
    speaks_for = role_family(singular(head)) == "spokesperson" and not (transparent and phrase.plural)
    if person is not None or speaks_for:
        return person
    if transparent or head in words("roles", "carriers"):
        return _behind(scene, phrase, transparent=transparent)
    inside = scene.cast.at(phrase.span)
    holding = [pair for pair in inside if pair[0].core[0] <= phrase.at < pair[0].core[1]]
    alone = len(inside) == 1 and phrase.head.pos_ == "PROPN" and not phrase.plural
    telling = holding or (inside if alone and role_family(head) is None else [])
    return _described_name(scene, phrase) or (fullest(telling) if telling else None)


def _behind(scene: Scene, phrase: Phrase, *, transparent: bool) -> Actor | None:
    """Return who is named with what only carries words: "Lund's statement", "members of the union"."""
    owners = [
        pair for pair in scene.cast.at(phrase.span) if fold(pair[0].name) not in words("media", "platforms")
    ]
    owners = [pair for pair in owners if transparent or not is_addressed(scene, pair[0])]
    return fullest(owners) if owners and (phrase.head.lower_ != "side" or len(owners) == 1) else None


def _person(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the person whose name, role or apposition holds the head of the phrase."""
    for mention, actor in scene.cast.around(phrase.span):
        owns = mention.core[1] <= phrase.at and scene.text((mention.core[1], mention.core[1] + 1)) in {
            "'",
            "’",
        }
        if mention.form == "person" and mention.span[0] <= phrase.at < mention.span[1] and not owns:
            return actor
    return None


def _described_name(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the name that ends the phrase and that all before it describes.

    "The state news agency Xinhua", "the owner, Acme", "director for the School of Law, Jane Roe": a
    common noun in the singular stands directly before the name, or a comma and before it one thing alone.
    """
    ending = [pair for pair in scene.cast.at(phrase.span) if pair[0].core[1] >= phrase.span[1] - 1]
    if not ending:
        return None
    mention, actor = max(ending, key=lambda pair: pair[0].core[1] - pair[0].core[0])
    before = [token for token in phrase.tokens if token.idx + len(token) <= mention.core[0] - phrase.offset]
    if len(before) > 1 and before[-1].text == ",":
        simple = before[-2].tag_ == "NN" and not any(
            one.dep_ in {"cc", "prep", "punct"} for one in before[:-1]
        )
        calling = mention.form == "person" and role_family(phrase.head.lower_) is not None
        return actor if calling or (simple and mention.form in {"name", "body"}) else None
    linked = any(one.pos_ in {"ADP", "PRON", "PUNCT"} or one.tag_ == "NNS" for one in before)
    return None if linked or not before or before[-1].tag_ != "NN" else actor


def is_addressed(scene: Scene, mention: Mention) -> bool:
    """Whether a document is to, about or against a name: "a letter to Lund", "the lawsuit against Acme"."""
    return _ADDRESSED.search(scene.text((max(0, mention.span[0] - 30), mention.span[0]))) is not None


def fullest(found: list[Pair]) -> Actor:
    """Return the actor with the longest name; a bare state comes last."""
    return max(found, key=lambda pair: (pair[0].form != "state", pair[0].core[1] - pair[0].core[0]))[1]
