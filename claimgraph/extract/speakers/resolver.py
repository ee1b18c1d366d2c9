"""Who speaks: each attribution's source is read as a phrase and given to actors of the cast."""

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.describing import described, office, unnamed
from claimgraph.extract.speakers.naming import named, parts_of
from claimgraph.extract.speakers.parties import names_parties, role_of_parties, two_parties
from claimgraph.extract.speakers.phrases import PERSONAL, RELATIVE, WE, Phrase, phrase_at
from claimgraph.extract.speakers.scene import Said, Scene
from claimgraph.extract.speakers.vocabulary import singular
from claimgraph.lexicon import words
from claimgraph.model import Span

OWN_VOICE = "whoever writes the article speaks"
"""The reason why there is no actor where the article says "I" or "we" itself."""
_FAR = 40
"""Characters beyond twice its own words over which a source in several spans is read as one phrase."""


def answers(scene: Scene) -> list[Answer]:
    """Return for each attribution its actors, or none and the reason, in the order given."""
    found: dict[int, Answer] = {}
    for index in sorted(range(len(scene.attributions)), key=lambda one: _position(scene.attributions[one])):
        _answer(scene, index, found, frozenset())
    return [found[index] for index in range(len(scene.attributions))]


def through(scene: Scene, attribution: Attribution) -> list[Actor]:
    """Return the actors through whom a statement came; whom it was told is not among them."""
    found: list[Actor] = []
    carriers = words("media", "heads") | {"reporters", "journalists"}
    for span in attribution.via:
        addressed = any(token.dep_ in {"dobj", "dative"} for token in scene.article.tokens(span))
        actors, _ = actors_at(scene, span, attribution)
        found += [one for one in actors if not addressed or one.form == "outlet" or one.head in carriers]
    return found


def _answer(scene: Scene, index: int, found: dict[int, Answer], open_: frozenset[int]) -> Answer:
    """Answer one attribution, after the one whose words carry it where "I" refers to that."""
    if index in found:
        return found[index]
    attribution = scene.attributions[index]
    parent = attribution.parent
    span = _hull(attribution)
    phrase = phrase_at(scene.article, span) if span else None
    own = phrase is not None and phrase.pronoun in WE
    if own and parent is not None and parent not in open_ | {index}:
        answer = _answer(scene, parent, found, open_ | {index})
    elif own and phrase is not None and not scene.is_quoted(phrase.at):
        answer = [], OWN_VOICE
    elif span is not None:
        answer = actors_at(scene, span, attribution)
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
    return attribution.source[0] if hull[1] - hull[0] > 2 * covered + _FAR else hull


def actors_at(scene: Scene, span: Span, attribution: Attribution) -> Answer:
    """Return the actors that a source's span names."""
    phrase = phrase_at(scene.article, span)
    if phrase is None:
        return [], "the source holds no word"
    role = role_of_parties(phrase)
    if role is not None or names_parties(phrase):
        two = two_parties(scene, phrase.at)
        if role is not None and two:
            two = [office(scene, one.side, singular(role)) for one in two if one.side]
        return (two, None) if two else ([], f"“{phrase.text}”: the text does not make clear which two")
    parts = parts_of(scene, phrase)
    if len(parts) < 2:
        return _one(scene, phrase, attribution)
    found: list[Actor] = []
    for inner in (phrase_at(scene.article, part) for part in parts):
        named_here = _one(scene, inner, attribution)[0] if inner is not None else []
        found += [actor for actor in named_here if actor not in found]
    return (found, None) if found else ([], "none of those named together could be told")


def _one(scene: Scene, phrase: Phrase, attribution: Attribution) -> Answer:
    word = phrase.pronoun
    if word in RELATIVE:
        return _relative(scene, phrase, attribution)
    if word in PERSONAL:
        return anaphora.pronoun(scene, word, phrase.at, attribution)
    if word is not None:
        return [unnamed(scene, phrase, None)], None
    actor = named(scene, phrase)
    return ([actor], None) if actor is not None else described(scene, phrase)


def _relative(scene: Scene, phrase: Phrase, attribution: Attribution) -> Answer:
    """Read "who" and "which" as what their clause describes."""
    verb = phrase.head.head
    while verb.dep_ not in {"relcl", "ROOT"} and verb.head != verb:
        verb = verb.head
    paragraph = scene.article.paragraph_at(phrase.at)
    kept = [token for token in verb.head.subtree if token.i < phrase.head.i]
    if verb.dep_ != "relcl" or not kept or paragraph is None:
        return [], "a relative pronoun without a clear antecedent"
    return actors_at(scene, paragraph.span(kept), attribution)


def _position(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0][0] if spans else 0
