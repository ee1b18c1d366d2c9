"""Whom or what a role is filled with: the phrase, its head and the side it belongs to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.events.grammar import noun_phrase, object_of
from claimgraph.extract.events.vocabulary import noun_lemma
from claimgraph.extract.parse import Paragraph
from claimgraph.lexicon import words
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN_WORDS = frozenset({"its", "their", "our", "his", "her", "my", "we", "our own"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words are read: the side of the speaker, for "its", "our" and "we"."""

    side: str | None = None


def participant(paragraph: Paragraph, head: "Token | None", voice: Voice) -> Participant | None:
    """Return the phrase of a head as the model keeps it; "its" is of the side that speaks."""
    if head is None:
        return None
    head = _whole(head)
    phrase = noun_phrase(head)
    span = paragraph.span(phrase)
    text = paragraph.text[span[0] - paragraph.start : span[1] - paragraph.start]
    owner = next((token.lower_ for token in phrase if token.lower_ in OWN_WORDS), None)
    side = voice.side if owner is not None and voice.side else side_of(text)
    return Participant(
        text=text, span=span, head=noun_lemma(head), side=side, names=tuple(sorted(names_in(text)))
    )


def _whole(head: "Token") -> "Token":
    """Return what a mere quantifier is of: of "none of the nurses", the nurses."""
    if head.lower_ not in words("generic", "quantifiers"):
        return head
    return object_of(head, frozenset({"of"})) or head
