"""Within one article: every attribution is given its speakers, or the reason why it has none."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.grammar.tree import ANY_SUBJECT
from claimgraph.extract.parse import Article
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.afterwards import link_employers, mark_accused, named_below
from claimgraph.extract.speakers.anaphora import OWN_VOICE, Answer, begins, others_than, pronoun
from claimgraph.extract.speakers.build import publisher_of, speaker_of
from claimgraph.extract.speakers.cast import Actor, Cast, repeated_names
from claimgraph.extract.speakers.describing import both_sides, described, unnamed
from claimgraph.extract.speakers.mentions import mentions
from claimgraph.extract.speakers.phrases import (
    HE,
    IT,
    RELATIVE,
    SHE,
    THEY,
    WE,
    Phrase,
    named,
    parts_of,
    phrase_at,
)
from claimgraph.extract.speakers.scene import Said, Scene
from claimgraph.extract.speakers.setting import home_of, place_of
from claimgraph.extract.speakers.units import rows
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.actors import Actors
from claimgraph.lexicon.spelling import organisation_key
from claimgraph.model import Span, Speaker, make_id


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speakers of one attribution.

    ``speakers`` and ``via`` are speaker ids; ``unknown`` says why there is no speaker, and is
    None when there is one. ``collective``: several speak jointly.
    """

    speakers: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    mention: Span | None = None
    unknown: str | None = None
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speakers of an article, and who speaks in each attribution, in the same order."""

    speakers: tuple[Speaker, ...]
    of: tuple[Resolved, ...]
    scene: Scene = field(repr=False, compare=False)

    def meant(self, span: Span, barred: Sequence[str] = ()) -> str | None:
        """Return by name whom "he" or "the mayor" means, but for those barred; None if that is open."""
        phrase = phrase_at(self.scene.article, span)
        found = anaphora.person(self.scene, phrase, barred) if phrase is not None else None
        return found.name if found is not None and not found.local else None


def resolve(
    article: Article, attributions: Sequence[Attribution], actors: Actors | None = None
) -> Resolution:
    """Return the speakers of an article and who speaks in each attribution.

    Args:
        article: the parsed source.
        attributions: as they were found; the answer is parallel to them.
        actors: a user's own speakers, whose names, roles and sides prevail in their time.
    """
    scene = scene_of(article, attributions)
    found = answers(scene)
    link_employers(scene)
    found = named_below(scene, found)
    voices = _Voices(scene.cast, actors or Actors(), article.source.published.date)
    publisher = publisher_of(article.source)
    of = tuple(
        _resolved(attribution, answer, through(scene, attribution), voices, publisher)
        for attribution, answer in zip(attributions, found, strict=True)
    )
    return Resolution((*voices.speakers.values(), publisher), of, scene)


def scene_of(article: Article, attributions: Sequence[Attribution]) -> Scene:
    """Return an article with those whom it names, before anybody has spoken."""
    read = rows(article)
    found = mentions(read)
    cast = Cast(article.source.id, found, home_of(article), place_of(article, found))
    cast.add(repeated_names(read, cast))
    mark_accused(article, cast)
    return Scene(article, cast, attributions)


def answers(scene: Scene) -> list[Answer]:
    """Return for each attribution its actors, or none and the reason, in the order given."""
    found: list[Answer] = [([], "the text names nobody") for _ in scene.attributions]
    sources = [(one.source[0][0], index) for index, one in enumerate(scene.attributions) if one.source]
    for at, index in sorted(sources):
        attribution = scene.attributions[index]
        actors, reason = found[index] = _actors_at(scene, (at, attribution.source[-1][1]), attribution)
        end = max(stop for _, stop in (*attribution.source, *attribution.cue, *attribution.content))
        scene.spoken += [] if reason else [Said(at, end, tuple(actors), attribution.head)]
    return found


def through(scene: Scene, attribution: Attribution) -> list[Actor]:
    """Return the actors through whom a statement came; whom it was told is not among them."""
    found: list[Actor] = []
    for span in attribution.via:
        phrase = phrase_at(scene.article, span)
        passed_on = phrase is not None and _passes_on(phrase.head)
        actors, _ = _actors_at(scene, span, attribution)
        inside = (one for _, one in scene.cast.at(span) if one.form == "outlet")  # "Fox News host Jane Roe"
        found += actors if passed_on else [*(one for one in actors if one.form == "outlet"), *inside]
    return found


def _passes_on(noun: Token) -> bool:
    """Whether a noun names who quotes or interviews; of those told, a medium alone passes words on."""
    told = noun.head.lower_ in {"by", "with"} or noun.head.head.lower_ == "according"
    return told or noun.like_url or noun.dep_ in ANY_SUBJECT


def _actors_at(scene: Scene, span: Span, attribution: Attribution) -> Answer:
    phrase = phrase_at(scene.article, span)
    if phrase is None:
        return [], "the source holds no word"
    if phrase.head.lower_ in words("roles", "anybody"):
        return [], f"“{phrase.text}” is nobody in particular"
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
    if word is None:
        actor = named(scene, phrase)
        return ([actor], None) if actor is not None else described(scene, phrase)
    if word in WE:
        quoted = scene.is_quoted(phrase.at)
        return [], f"“{word}” stands in quoted words" if quoted else OWN_VOICE
    if word in RELATIVE:
        return [], f"“{word}” stands for what is before it"
    if word in HE | SHE | IT | THEY:
        barred, begin = others_than(scene, phrase.at, attribution), begins(phrase.at, attribution)
        return pronoun(scene, word, phrase.at, barred, begin)
    return [unnamed(scene, phrase, None)], None


def _resolved(
    attribution: Attribution, answer: Answer, via: list[Actor], voices: "_Voices", publisher: Speaker
) -> Resolved:
    found, reason = answer
    carriers = voices.identities(via)
    mention = attribution.source[0] if attribution.source else None
    if reason == OWN_VOICE or not (attribution.source or attribution.cue):
        return Resolved((publisher.id,), carriers, mention)
    speakers = voices.identities(found)
    return Resolved(speakers, carriers, mention, reason, len(speakers) > 1)


class _Voices:
    """The speakers made so far, by id; a user's own entries prevail."""

    def __init__(self, cast: Cast, actors: Actors, published: str | None) -> None:
        self.cast = cast
        self.actors = actors
        self.published = published
        self.speakers: dict[str, Speaker] = {}

    def identities(self, actors: list[Actor]) -> tuple[str, ...]:
        """Return the ids of the speakers that actors are, making those that are new."""
        return tuple(dict.fromkeys(self._identity(actor) for actor in actors))

    def _identity(self, actor: Actor) -> str:
        speaker = self._own(speaker_of(actor, self.cast))
        self.speakers[speaker.id] = speaker
        if actor.spokesperson_of is not None:
            self._identity(actor.spokesperson_of)
        return speaker.id

    def _own(self, speaker: Speaker) -> Speaker:
        """Return the speaker as the user's list has it, if it does."""
        names = (speaker.name, *speaker.aliases)
        entry = next(filter(None, (self.actors.find(name, self.published) for name in names)), None)
        if entry is None:
            return self._of_listed(speaker)
        standing = self.actors.standing(entry, self.published)
        side = standing.side if standing else speaker.side
        period = standing.period if standing else entry.period
        when = () if period.always else (str(period),)
        return speaker.model_copy(
            update={
                "id": make_id("p", "actor", side or "", entry.name, *when),
                "name": entry.name,
                "side": side,
                "side_name": speaker.side_name if side == speaker.side else None,
                "role": entry.role or speaker.role,
                "kind": entry.kind or speaker.kind,
                "aliases": tuple(dict.fromkeys([*names, *entry.aliases])),
                "period": next(iter(when), None),
                "evidence": (*speaker.evidence, " ".join((_listed(entry.name), *when))),
            }
        )

    def _of_listed(self, speaker: Speaker) -> Speaker:
        """Return whoever speaks for a body of the user's list with the side that the list gives it."""
        for entry in self.actors.entries if speaker.side else ():
            standing = self.actors.standing(entry, self.published)
            holds = standing and entry.period.holds(self.published)
            if standing and holds and speaker.side in {organisation_key(name) for name in entry.keys}:
                evidence = (*speaker.evidence, _listed(entry.name))
                return speaker.model_copy(
                    update={"side": standing.side, "side_name": None, "evidence": evidence}
                )
        return speaker


def _listed(name: str) -> str:
    return f"“{name}” is listed in the user's own actors"
