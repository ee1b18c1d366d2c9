"""Sources that hold a name: which of the names in the phrase is the one that speaks."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.phrases import Phrase, joined
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.units import meets
from claimgraph.extract.speakers.vocabulary import role_family, singular
from claimgraph.extract.tokens import Token
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
    # a mention with role and apposition may hold another: the state in "Peruvian president Ana Roe"
    found = [one for one, _ in scene.cast.at(phrase.span)]
    inside = [one for one in found if not any(span != one.span and meets(one.core, span) for span in whole)]
    hulls = [(max(m.span[0], phrase.span[0]), min(m.span[1], phrase.span[1])) for m in inside]
    if _are_listed(scene, hulls):
        return hulls
    parts = joined(phrase)
    return [] if any(sum(meets(part, hull) for part in parts) > 1 for hull in hulls) else parts


def _are_listed(scene: Scene, hulls: list[Span]) -> bool:
    """Whether nothing but commas and "and" stands between names."""
    gaps = [scene.text((before[1], after[0])).strip() for before, after in pairwise(hulls)]
    return all(map(_GAP.fullmatch, gaps)) and re.search(r"and|&|as well", "".join(gaps)) is not None


def named(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the actor whom a name in the phrase makes its speaker.

    Of namesakes it is the one who spoke last, unless another who spoke has had the bare surname before.
    """
    found = _named(scene, phrase)
    if found is None or found.form != "person" or len(phrase.tokens) > 1:
        return found
    alike = scene.cast.namesakes(phrase.low, phrase.at)
    kept = scene.cast.surnames.get(phrase.low) is found and scene.has_spoken(found)
    spoke = scene.spoken_before(phrase.at) if len(alike) > 1 and not kept else []
    heard = (one.actors[0] for one in spoke if len(one.actors) == 1)
    return next((one for one in heard if one in alike), found)


def _named(scene: Scene, phrase: Phrase) -> Actor | None:
    head = phrase.noun
    person = _person(scene, phrase)
    if person is not None:
        return person
    if head in words("roles", "transparent") | words("roles", "carriers"):
        return _behind(scene, phrase)
    if role_family(singular(head)) == "spokesperson":
        return None
    return _described_name(scene, phrase) or (None if phrase.nationals else _held(scene, phrase))


def _held(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return whose name holds the head of the phrase, or is the only one in it when a name heads it."""
    inside = scene.cast.at(phrase.span)
    at = phrase.at - 2 if phrase.head.is_digit else phrase.at  # "Dock Workers Local 12"
    holding = [pair for pair in inside if pair[0].core[0] <= at < pair[0].core[1]]
    of_people = phrase.noun in words("roles", "belonging")  # "the Ohio Democrat"
    role = role_family(singular(phrase.noun))
    headed = phrase.head.tag_ == "NNP" and not of_people and role is None
    party = of_people and phrase.definite and not phrase.plural  # "the Liberal", of somebody named
    named = None if party else fullest(holding)
    return named or (inside[0][1] if headed and len(inside) == 1 else None)


def _behind(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return who is named with what only carries words: "Lund's statement", "members of the union"."""
    carried = phrase.noun in words("roles", "carriers")
    owners = [pair for pair in scene.cast.at(phrase.span) if not (carried and is_addressed(scene, pair[0]))]
    if not carried:  # the leaders in "Ohio Republican leaders" are not Ohio's
        right_before = {"", "'s", "’s", "'", "’"}
        behind = ((one, scene.text((one[0].core[1], phrase.at)).strip()) for one in owners)
        owners = [one for one, gap in behind if one[0].core[0] > phrase.at or gap in right_before]
    return fullest(pair for pair in owners if fold(pair[0].name) not in words("media", "platforms"))


def _person(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the person whose name, role or apposition holds the head of the phrase."""
    around = scene.cast.around(phrase.span)
    holding = (pair for pair in around if pair[0].span[0] <= phrase.at < pair[0].span[1])
    return next((actor for mention, actor in holding if mention.form == "person"), None)


def _described_name(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the name that ends the phrase and that all before it describes.

    "The state news agency Xinhua", "the owner, Acme", "director for the School of Law, Jane Roe": a
    common noun in the singular stands directly before the name, or a comma and before it one thing alone.
    Behind a person's name an age or a place may follow: "her nephew, Dan Roe, 32, of Arden".
    """
    inside = [(one.core[1], one.form == "person", (one, who)) for one, who in scene.cast.at(phrase.span)]
    last = phrase.span[1] - 1
    ending = [
        pair for at, person, pair in inside if at >= last or (person and scene.text((at, at + 1)) == ",")
    ]
    if not ending:
        return None
    mention, actor = ending[0]
    start = max(mention.span[0], phrase.span[0]) if mention.form == "person" else mention.core[0]
    before = [token for token in phrase.tokens if token.idx + len(token) <= start - phrase.offset]
    single = phrase.low.startswith("one of ")  # "one of its rivals, Acme"
    if (mention.form == "person" or single) and _is_set_off(before):
        describes = single or not phrase.plural
    else:
        describes = _is_one_noun(before)
    return actor if describes else None


def _is_set_off(before: Sequence[Token]) -> bool:
    """Whether a comma and only what describes stand before a name: "Its chair, the judge"."""
    last = max((place for place, token in enumerate(before) if token.text == ","), default=None)
    return last is not None and all(
        one.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PUNCT"} for one in before[last:]
    )


def _is_one_noun(tokens: Sequence[Token]) -> bool:
    """Whether words, but for a comma at their end, are a singular noun and what is before it, unlinked."""
    noun = tokens[:-1] if tokens and tokens[-1].text == "," else tokens
    apart = {"ADP", "PRON", "PUNCT"}
    linked = any((one.pos_ in apart and one.tag_ != "PRP$") or one.tag_ == "NNS" for one in noun)
    return bool(noun) and noun[-1].tag_ == "NN" and not linked


def is_addressed(scene: Scene, mention: Mention) -> bool:
    """Whether a document is to, about or against a name: "a letter to Lund", "the lawsuit against Acme"."""
    return _ADDRESSED.search(scene.text((max(0, mention.span[0] - 30), mention.span[0]))) is not None


def fullest(found: Iterable[Pair]) -> Actor | None:
    """Return the actor with the longest name, if there is one; a bare state comes last."""
    fullness = {actor: (one.form != "state", one.core[1] - one.core[0]) for one, actor in found}
    return max(fullness, key=lambda actor: fullness[actor], default=None)
