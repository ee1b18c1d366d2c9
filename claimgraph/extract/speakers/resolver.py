"""Who speaks: each attribution's source is read as a phrase and given to actors of the cast."""

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.describing import both_sides, described, unnamed
from claimgraph.extract.speakers.naming import named, parts_of
from claimgraph.extract.speakers.phrases import HE, IT, RELATIVE, SHE, THEY, WE, Phrase, phrase_at
from claimgraph.extract.speakers.scene import Said, Scene
from claimgraph.lexicon import words
from claimgraph.model import Span

OWN_VOICE = "whoever writes the article speaks"
"""The reason why there is no actor where the article says "I" or "we" itself."""


def answers(scene: Scene) -> list[Answer]:
    """Return for each attribution its actors, or none and the reason, in the order given."""
    found: dict[int, Answer] = {}
    for index in sorted(range(len(scene.attributions)), key=lambda one: _position(scene.attributions[one])):
        attribution = scene.attributions[index]
        found[index] = [], "the text names nobody"
        if attribution.source:
            span = (attribution.source[0][0], attribution.source[-1][1])
            actors, reason = found[index] = _actors_at(scene, span, attribution)
            scene.spoken += [] if reason else [Said(span[0], tuple(actors), attribution.head)]
    return [found[index] for index in range(len(scene.attributions))]


def _position(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0][0] if spans else 0


def through(scene: Scene, attribution: Attribution) -> list[Actor]:
    """Return the actors through whom a statement came; whom it was told is not among them."""
    found: list[Actor] = []
    for span in attribution.via:
        addressed = any(token.dep_ in {"dobj", "dative"} for token in scene.article.tokens(span))
        actors, _ = _actors_at(scene, span, attribution)
        found += [one for one in actors if not addressed or one.form == "outlet"]
    return found


def _actors_at(scene: Scene, span: Span, attribution: Attribution) -> Answer:
    phrase = phrase_at(scene.article, span)
    if phrase is None:
        return [], "the source holds no word"
    parties = both_sides(scene, phrase)
    if parties is not None:
        return parties
    parts = parts_of(scene, phrase)
    if len(parts) < 2:
        return _one(scene, phrase, attribution)
    inner = [one for part in parts if (one := phrase_at(scene.article, part))]
    found = list(dict.fromkeys(actor for one in inner for actor in _one(scene, one, attribution)[0]))
    return found, None if found else "none of those named together could be told"


def _one(scene: Scene, phrase: Phrase, attribution: Attribution) -> Answer:
    word = phrase.pronoun
    if phrase.low in words("roles", "anybody"):
        return [], f"“{phrase.text}” is nobody in particular"
    if word is None:
        actor = named(scene, phrase)
        return ([actor], None) if actor is not None else described(scene, phrase)
    if word in WE:
        quoted = scene.is_quoted(phrase.at)
        return [], f"“{word}” stands in quoted words" if quoted else OWN_VOICE
    if word in RELATIVE:
        return [], f"“{word}” stands for what is before it"
    if word in HE | SHE | IT | THEY:
        barred = anaphora.others_than(scene, phrase.at, attribution)
        return anaphora.pronoun(scene, word, phrase.at, barred)
    return [unnamed(scene, phrase, None)], None
