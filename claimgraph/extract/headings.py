"""How what a claim is about is called in a list of subjects: as in the index of a newspaper.

A noun phrase comes first, then what happened to it ("gas alarm switched off", "trial
lasting"), a state as the question it is ("whether soldiers were armed"). Where the words of
the article are not at hand, participants and lemmas have to do.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.inflection import gerund, participle
from claimgraph.extract.parse import Article
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Event, Participant, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

DETERMINERS = re.compile(
    r"^(?:(?:none|some|most|many|few|several|half|each|any|all|both|dozens|hundreds|thousands|number|numbers)\s+of"
    r"|the|a|an|its|their|our|his|her|my|your|any|some|this|that|these|those|several|many|such|all|no|both)\s+",
    re.IGNORECASE,
)
SURROUNDING = re.compile(r"^[\s“”\"'‘’«»,.;:()\[\]—–-]+|[\s“”\"'‘’«»,.;:()\[\]—–-]+$")
CLAUSE = re.compile(r",?\s+(?:which|who|whom|whose|that|where|when|while|because|after|before)\s.*$")
"""A clause that only adds to a noun phrase."""
PRONOUNS = frozenset(
    {
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "me",
        "us",
        "him",
        "her",
        "them",
        "who",
        "which",
        "what",
        "that",
    }
    | {
        "this",
        "these",
        "those",
        "nobody",
        "nothing",
        "somebody",
        "something",
        "anybody",
        "anything",
        "everyone",
    }
    | {
        "everything",
        "someone",
        "anyone",
        "one",
        "none",
        "all",
        "both",
        "itself",
        "himself",
        "herself",
        "themselves",
    }
)
"""Heads that name nothing."""
PARTICLES = frozenset({"away", "back", "out", "off", "apart", "aside"})
"""Adverbs that belong to the verb, as "off" in "switch off"."""
UNCOUNTED = frozenset({"people", "percent", "cattle", "livestock", "aircraft", "police", "magnitude"})
MAX_PHRASE = 60
"""Characters of a phrase kept in a label; a longer one is cut at a word."""
SHORT = 7
"""Words up to which content without a verb is its own label."""


def clean(phrase: str) -> str:
    """Return a phrase as it stands in a label: one line, no determiner, no quotation marks, not too long."""
    text = SURROUNDING.sub("", CLAUSE.sub("", re.sub(r"\s+", " ", re.sub(r"[“”\"«»]", "", phrase))))
    while (shorter := SURROUNDING.sub("", DETERMINERS.sub("", text))) != text:
        text = shorter
    if len(text) > MAX_PHRASE:
        text = text[:MAX_PHRASE].rsplit(" ", 1)[0] + "…"
    return text


@dataclass(frozen=True, slots=True)
class Headings:
    """Calls things by the words of an article; ``content`` is where the claim stands in it."""

    article: Article | None = None
    content: tuple[Span, ...] = ()

    def phrase(self, participant: Participant | None) -> str:
        """Return what takes part in an event, or nothing where it is a pronoun."""
        if participant is None or (participant.head in PRONOUNS and " of " not in participant.text):
            return ""
        return self._lowered(clean(participant.text), self._tokens(participant.span))

    def event(self, event: Event) -> str:
        """Return what an event of no known type is called."""
        verb = next(iter(self._tokens(event.trigger)), None)
        thing, doer = self.phrase(event.patient), self.phrase(event.agent)
        if verb is not None and _is_state(event, verb):
            return self._state(event, thing)
        added, lemma = _completion(verb), event.lemma
        if added is not None and added.lower_ not in lemma.split():
            lemma = f"{lemma} {added.lower_}"
            thing = thing or _object_of(
                added
            )  # "switched off the lamp", where "off" is taken for "off the lamp"
        if thing:
            return f"{thing} {participle(lemma)}"
        if doer:
            return f"{doer} {gerund(lemma)}"
        return f"{gerund(lemma)}{_behind(verb)}"

    def figure(self, figure: Quantity, events: tuple[Event, ...]) -> str:
        """Return what is counted, and what happened to it."""
        who = clean(figure.of) if figure.of else _several(figure.unit)
        if who == figure.category != "child":  # "12 civilian deaths"
            who = _several(who)
        who = re.sub(rf"^(?:other |more )?(?:{re.escape(str(figure.event))} )?(?=\w)", "", who)
        if figure.unit == "magnitude":
            return f"magnitude of {figure.event}"
        if figure.event in {"population", "capacity"}:
            return figure.event
        bare = [one for one in events if one.type == one.lemma]  # an event of no known type: a verb as it is
        told = next((one for one in bare if figure.event == one.lemma.split()[0]), None)
        if told is None:
            return f"{who} {figure.event}"
        does = told.agent is not None and told.agent.span[0] <= figure.span[0] < told.agent.span[1]
        return f"{who} {(gerund if does else participle)(told.lemma)}"

    def topic(self, terms: tuple[str, ...]) -> str:
        """Return what content without an event is about: its noun phrase, else its first words."""
        tokens = [token for span in self.content for token in self._tokens(span)]
        named = _noun_phrase(tokens)
        if named and len(named) <= SHORT:
            found = clean("".join(token.text_with_ws for token in named))
            return self._lowered(found, named)
        return ", ".join(terms[:3])

    def _state(self, event: Event, thing: str) -> str:
        if not thing or event.patient is None:
            return event.lemma
        many = any(token.tag_ in {"NNS", "NNPS"} for token in self._tokens(event.patient.span)[-1:])
        return f"whether {thing} {'were' if many else 'was'} {event.lemma}"

    def _lowered(self, text: str, tokens: "list[Token]") -> str:
        """Take off the capital that a phrase has only from where it stood."""
        first = next((token for token in tokens if text.startswith(token.text)), None)
        if (
            first is None
            or not _opens(first)
            or first.pos_ not in {"NOUN", "NUM", "ADV", "VERB", "DET"}
            or not first.is_title
        ):
            return text
        return text if side_of(first.text) else text[:1].lower() + text[1:]

    def _tokens(self, span: Span) -> "list[Token]":
        return [] if self.article is None else self.article.tokens(span)


def _is_state(event: Event, word: "Token") -> bool:
    """Tell whether an event is a state that a predicate gives ("were armed", "were grounded")."""
    said = event.lemma == word.lower_ != word.lemma_.lower()
    return event.agent is None and (word.pos_ not in {"VERB", "AUX"} or said)


def _opens(token: "Token") -> bool:
    """Tell whether a token opens a sentence or a quotation."""
    if token.i == token.sent.start:
        return True
    before = token.nbor(-1)
    return before.is_quote or before.text in {":", "–", "—"} or (before.pos_ == "DET" and _opens(before))


def _several(unit: str) -> str:
    """Return the name of a unit for more than one of it."""
    return unit if unit in UNCOUNTED or not unit.islower() or unit.endswith("s") else f"{unit}s"


def _object_of(preposition: "Token") -> str:
    """Return what stands behind a preposition, unless it is a pronoun or a time."""
    found = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if found is None or found.pos_ == "PRON" or found.lemma_.lower() in words("generic", "calendar"):
        return ""
    return clean("".join(token.text_with_ws for token in found.doc[found.left_edge.i : found.i + 1]))


def _completes(word: "Token") -> bool:
    return word.dep_ in {"acomp", "oprd"} and word.pos_ == "ADJ"


def _behind(verb: "Token | None") -> str:
    """Return the first prepositional phrase behind a verb: "landing near the fort"."""
    for child in () if verb is None else verb.rights:
        found = _object_of(child) if child.dep_ == "prep" else ""
        if found:
            return f" {child.lower_} {found}"
    return ""


def _completion(verb: "Token | None") -> "Token | None":
    """Return what completes a verb: "off" in "switch off", "open" in "leave open"."""
    if verb is None:
        return None
    behind = (child for child in verb.children if child.i > verb.i)
    return next(
        (child for child in behind if child.dep_ == "prt" or child.lower_ in PARTICLES or _completes(child)),
        None,
    )


def _noun_phrase(tokens: "list[Token]") -> "list[Token]":
    """Return the noun phrase that some words are, or the subject of their verb."""
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head == token]
    head = next((token for token in roots if token.pos_ in {"NOUN", "PROPN"}), None)
    if head is None:
        subjects = (c for root in roots for c in root.children if c.dep_ in {"nsubj", "nsubjpass"})
        head = next((token for token in subjects if token.pos_ in {"NOUN", "PROPN"}), None)
    if head is None:
        return []
    left = [token for token in tokens if head.left_edge.i <= token.i <= head.i]
    right = [
        token for child in head.rights if child.dep_ == "prep" for token in child.subtree if token.i in inside
    ]
    return left + right if len(left) + len(right) <= SHORT else left
