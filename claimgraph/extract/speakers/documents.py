"""Who wrote the document whose words are quoted: "a note that Lund wrote. … The note read: …"."""

from typing import TYPE_CHECKING

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.scene import Scene
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 2
"""Paragraphs back, with its own, in which the text says who wrote a document."""


def writer(scene: Scene, head: str, at: int) -> Actor | None:
    """Return the one actor of whom the text says nearest before (or right behind) that he wrote "the note".

    Read off the clause that hangs on the noun: "a note Lund wrote", "the email, sent by Lund",
    "a letter from Lund", "Lund wrote a letter", "Lund's diary".
    """
    paragraphs = [one for one in scene.article.paragraphs if one.start <= at]
    for paragraph in reversed(paragraphs[-_REACH:]):
        nouns = [
            token
            for token in paragraph.doc
            if token.lower_ == head and paragraph.start + token.idx <= at + len(head) + 10
        ]
        for noun in reversed(nouns):
            named = [name for token in _writers(noun) if (name := _actor(scene, paragraph.start, token))]
            if named:
                return named[0] if all(one is named[0] for one in named) else None
    return None


def _writers(noun: "Token") -> "list[Token]":
    """Return the words that say who wrote a document."""
    found = [child for child in noun.children if child.dep_ == "poss"]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            found += [below for below in child.children if below.dep_ == "pobj"]
        if child.dep_ in {"relcl", "acl"} and child.lemma_ in words("roles", "writing"):
            found += _doers(child)
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in words("roles", "writing"):
        found += _doers(verb)
    return found


def _doers(verb: "Token") -> "list[Token]":
    agents = [child for child in verb.children if child.dep_ == "agent"]
    by = [below for child in agents for below in child.children if below.dep_ == "pobj"]
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children) or verb.dep_ == "acl"
    return by if passive or by else [child for child in verb.children if child.dep_ == "nsubj"]


def _actor(scene: Scene, start: int, token: "Token") -> Actor | None:
    """Return the actor whom a word names, or None: a pronoun is left to the rules for pronouns."""
    span = (start + token.left_edge.idx, start + token.idx + len(token))
    pairs = [pair for pair in scene.cast.at(span) if pair[0].core[1] == span[1]]
    return pairs[-1][1] if pairs else None
