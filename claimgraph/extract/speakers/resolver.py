"""Who speaks: each attribution's source is read as a phrase and given to actors of the cast."""

from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.describing import described, office, unnamed
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.naming import named, parts_of
from claimgraph.extract.speakers.parties import names_parties, role_of_parties, two_parties
from claimgraph.extract.speakers.phrases import PERSONAL, RELATIVE, WE, Phrase, phrase_at
from claimgraph.extract.speakers.scene import Said, Scene
from claimgraph.extract.speakers.vocabulary import singular
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import sides_in
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNMENTS = frozenset({"government", "administration", "authorities"})
OWN_VOICE = "whoever writes the article speaks"
"""The reason why there is no actor where the article says "I" or "we" itself."""
_OPENING = 8
"""Words of a charge among which whom it is against stands."""


def answers(scene: Scene) -> list[Answer]:
    """Return for each attribution its actors, or none and the reason, in the order given."""
    found: dict[int, Answer] = {}
    for index in sorted(
        range(len(scene.attributions)), key=lambda index: _position(scene.attributions[index])
    ):
        _answer(scene, index, found, frozenset())
    return [found[index] for index in range(len(scene.attributions))]


def through(scene: Scene, attribution: Attribution) -> list[Actor]:
    """Return the actors through whom a statement came; whom it was told is not among them."""
    found: list[Actor] = []
    for span in attribution.via:
        addressed = any(token.dep_ in {"dobj", "dative"} for token in scene.article.tokens(span))
        for actor in actors_at(scene, span, attribution)[0]:
            medium = actor.form == "outlet" or (actor.head or "") in words("media", "heads") | {
                "reporters",
                "journalists",
            }
            if medium or not addressed:
                found.append(actor)
    return found


def serve_with_spokespersons(scene: Scene, found: list[Answer]) -> None:
    """Give an official without a state the side of the spokesperson who passes on his words."""
    for attribution, (actors, _) in zip(scene.attributions, found, strict=True):
        carriers = list(through(scene, attribution))
        if attribution.parent is not None and attribution.parent < len(found):
            carriers += found[attribution.parent][0]
        voices = [one for one in carriers if one.family == "spokesperson" and one.owner.side]
        for actor in actors:
            if voices and actor.form == "person" and actor.family == "official" and actor.owner == Owner():
                actor.owner = Owner(voices[0].owner.side)
                actor.evidence.append(
                    f"“{voices[0].name}”, {voices[0].role}, passes on what “{actor.name}” says"
                )


def _answer(scene: Scene, index: int, found: dict[int, Answer], open_: frozenset[int]) -> Answer:
    """Answer one attribution, after the one whose words carry it where "I" refers to that."""
    if index in found:
        return found[index]
    attribution = scene.attributions[index]
    parent = attribution.parent
    span = _hull(attribution)
    phrase = phrase_at(scene.article, span) if span else None
    if phrase is not None and phrase.pronoun in WE and parent is not None and parent not in open_ | {index}:
        answer = _answer(scene, parent, found, open_ | {index})
    elif phrase is not None and phrase.pronoun in WE and not scene.is_quoted(phrase.at):
        answer = [], OWN_VOICE
    elif span is not None:
        answer = actors_at(scene, span, attribution)
    elif not attribution.cue and attribution.content:
        answer = _continued(scene, attribution)
    else:
        answer = [], "the text names nobody"
    found[index] = answer
    if answer[0]:
        scene.spoken.append(Said(_position(attribution), tuple(answer[0]), attribution.head))
    return answer


def _hull(attribution: Attribution) -> Span | None:
    """Return the stretch of the source; its first span alone when the others stand far off."""
    if not attribution.source:
        return None
    hull = (attribution.source[0][0], attribution.source[-1][1])
    covered = sum(end - start for start, end in attribution.source)
    return attribution.source[0] if hull[1] - hull[0] > 2 * covered + 40 else hull


def _continued(scene: Scene, attribution: Attribution) -> Answer:
    """Give a quotation without a speaker to whom the paragraph has just quoted."""
    start = attribution.content[0][0]
    paragraph = scene.article.paragraph_at(start)
    if paragraph is None:
        return [], None
    before = scene.text((paragraph.start, start + 1))
    open_straight = before.count('"') % 2 == 1
    open_curly = before.count("“") > before.count("”")
    earlier = [said for said in scene.spoken_before(start) if said.at >= paragraph.start]
    if (open_straight or open_curly) and earlier:
        return list(earlier[0].actors), None
    return [], None


def actors_at(scene: Scene, span: Span, attribution: Attribution) -> Answer:
    """Return the actors that a source's span names."""
    phrase = phrase_at(scene.article, span)
    if phrase is None:
        return [], "the source holds no word"
    role = role_of_parties(phrase)
    if role is not None or names_parties(phrase):
        return _parties(scene, phrase, role)
    parts = parts_of(scene, phrase)
    if len(parts) < 2:
        return _one(scene, phrase, attribution)
    found: list[Actor] = []
    for part in parts:
        inner = phrase_at(scene.article, part)
        if inner is not None:
            found.extend(actor for actor in _one(scene, inner, attribution)[0] if actor not in found)
    return (found, None) if found else ([], "none of those named together could be told")


def _parties(scene: Scene, phrase: Phrase, role: str | None) -> Answer:
    two = two_parties(scene, phrase.at)
    if not two:
        return [], f"“{phrase.text}”: the text does not make clear which two"
    if role is None:
        return two, None
    return [office(scene, actor.side, singular(role)) for actor in two if actor.side], None


def _one(scene: Scene, phrase: Phrase, attribution: Attribution) -> Answer:
    word = phrase.pronoun
    accused = _accused_government(scene, phrase, attribution)
    if accused is not None:
        return accused
    if word is not None and word in RELATIVE:
        return _relative(scene, phrase, attribution)
    if word is not None and word in PERSONAL:
        return anaphora.pronoun(scene, word, phrase.at, attribution)
    if word is not None:
        return [unnamed(scene, phrase, None)], None
    actor = named(scene, phrase)
    return ([actor], None) if actor is not None else described(scene, phrase)


def _accused_government(scene: Scene, phrase: Phrase, attribution: Attribution) -> Answer | None:
    """Read "the administration" in "accused the government of X, a charge the administration denies".

    It is the government that the charge names, not the state that was named last.
    """
    if attribution.rule != "reference" or not phrase.definite or phrase.head.lower_ not in _GOVERNMENTS:
        return None
    charged = scene.article.tokens(attribution.content[0])[:_OPENING]
    head = next((token for token in charged if token.lower_ in _GOVERNMENTS), None)
    paragraph = scene.article.paragraph_at(attribution.content[0][0])
    if head is None or paragraph is None:
        return None
    charge = (one.i for one in charged if one.i > head.i and one.lower_ in {"of", "for"})
    ends = [at for at in charge if at + 1 < len(head.doc) and head.doc[at + 1].pos_ not in {"PROPN", "DET"}]
    last = min(ends, default=charged[-1].i + 1) - 1
    inner = phrase_at(scene.article, paragraph.span([one for one in head.subtree if one.i <= last]))
    if inner is None:
        return None
    return described(scene, inner) if sides_in(inner.text) else ([unnamed(scene, inner, None)], None)


def _relative(scene: Scene, phrase: Phrase, attribution: Attribution) -> Answer:
    """Read "who" and "which" as what their clause describes."""
    verb = phrase.head.head
    while verb.dep_ not in {"relcl", "ROOT"} and verb.head != verb:
        verb = verb.head
    paragraph = scene.article.paragraph_at(phrase.at)
    subject = _equated(verb.head) if verb.dep_ == "relcl" else None
    if subject is not None and paragraph is not None:
        return actors_at(scene, paragraph.span([subject]), attribution)
    kept = [token for token in verb.head.subtree if token.i < phrase.head.i] if verb.dep_ == "relcl" else []
    if not kept or paragraph is None:
        return [], "a relative pronoun without a clear antecedent"
    return actors_at(scene, paragraph.span(kept), attribution)


def _equated(noun: "Token") -> "Token | None":
    """Return who is said to be what a clause describes: "Ann Roe" in "Ann Roe is the lawyer who …"."""
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return None
    return next(
        (child for child in noun.head.children if child.dep_ == "nsubj" and child.pos_ == "PROPN"), None
    )


def _position(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0][0] if spans else 0
