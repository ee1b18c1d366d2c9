"""Persons called by their age alone: "the 17-year-old", "the teenager".

They are whoever spoke last, if that is somebody without a name whom the text called so
("a 17-year-old friend testified. … The teenager said"). Else they are somebody named only
where the text gives exactly one named person that age ("Ana Lund, 17,", "17-year-old Ana
Lund"), and speaks of no unnamed person so.
"""

import re

from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.phrases import Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.lexicon import words

TEENS = range(13, 20)
_AGED = re.compile(r"^(?:[a-z-]+ )?(\d{1,3})[- ]years?[- ]old$")
_OLD = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b")
_BEHIND_NAME = re.compile(
    r"\s*(?:,\s*(?:who is |aged |an? )?|\()(\d{1,3})(?:[- ]years?[- ]old\b|\s*[,.;)]|\s+at the time\b)"
)
_BEFORE_NAME = re.compile(r"\b(\d{1,3})[- ]year[- ]old\s+(?:[\w-]+\s){0,3}$")


def aged(scene: Scene, phrase: Phrase) -> Answer | None:
    """Return the one named person whom an age means; None where the words are no age or leave it open."""
    if phrase.tokens[0].lower_ != "the" or phrase.plural:
        return None
    given = _AGED.match(phrase.low)
    teen = phrase.low in words("roles", "teens")
    if given is None and not teen:
        return None
    wanted = range(int(given[1]), int(given[1]) + 1) if given is not None else TEENS
    last = _who_spoke(scene, phrase, wanted)
    if last is not None:
        last.add(phrase.text, phrase.span, f"“{phrase.text}”: “{last.name}”, who spoke last, is that old")
        return [last], None
    found = [actor for actor, age in _ages(scene) if age in wanted]
    if len(found) != 1 or _speaks_of_another(scene, phrase, wanted):
        return None
    known = found[0]
    known.add(
        phrase.text, phrase.span, f"“{phrase.text}”: of the persons named only “{known.name}” is that old"
    )
    return [known], None


def _who_spoke(scene: Scene, phrase: Phrase, wanted: range) -> Actor | None:
    """Return who spoke last, an unnamed person that the text says is of the age wanted."""
    floor = scene.reach(phrase.at)
    for said in scene.spoken_before(phrase.at):
        if said.at < floor or scene.within_words_of_another(said.at, phrase.at):
            continue
        last = said.actors[0]
        ages = {int(age) for name in last.aliases for age in _OLD.findall(name)}
        young = wanted == TEENS and bool(
            words("roles", "teens") & {word.lower() for name in last.aliases for word in name.split()}
        )
        unnamed = len(said.actors) == 1 and last.form == "group" and not last.plural
        return last if unnamed and (ages & set(wanted) or young) else None
    return None


def _ages(scene: Scene) -> list[tuple[Actor, int]]:
    """Return the named persons whose age the text gives, each with an age once."""
    text = scene.article.source.text
    found: list[tuple[Actor, int]] = []
    for mention in scene.cast.mentions:
        actor = scene.cast.by_place[mention.core]
        if actor.form != "person":
            continue
        behind = _BEHIND_NAME.match(text, mention.core[1])
        before = _BEFORE_NAME.search(text[max(0, mention.core[0] - 60) : mention.core[0]])
        pairs = [(actor, int(match[1])) for match in (behind, before) if match is not None]
        found += [pair for pair in pairs if not any(pair[0] is one and pair[1] == age for one, age in found)]
    return found


def _speaks_of_another(scene: Scene, phrase: Phrase, wanted: range) -> bool:
    """Tell whether the text before also so calls somebody without a name: "his 17-year-old friend"."""
    text = scene.article.source.text
    ages = "|".join(str(age) for age in wanted)
    nouns = "|".join(re.escape(noun) for noun in sorted(words("roles", "teens")))
    pattern = rf"\b(?:(?:{ages})[- ]year[- ]olds?|(?:{nouns})s?)\b"
    title = next((one for one in scene.article.paragraphs[:1] if one.kind == "title"), None)
    begin = title.start + len(title.text) if title is not None else 0
    for found in re.compile(pattern, re.IGNORECASE).finditer(text, begin, phrase.at):
        before = text[max(0, found.start() - 40) : found.start()]
        again = re.search(r"\b[Tt]he $", before) is not None
        beside_name = re.search(r"[A-Z]\w+, (?:who (?:is|was) )?(?:an? )?$", before) is not None
        before_name = re.match(r" (?:[a-z-]+ ){0,2}[A-Z]", text[found.end() :]) is not None
        if not (again or beside_name or before_name):
            return True
    return False
