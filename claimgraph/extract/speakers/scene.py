"""What is known when a source is read: the article, its cast, and who has spoken so far."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article
from claimgraph.extract.quotes import over_paragraphs
from claimgraph.extract.speakers.cast import Actor, Cast, only
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.model import Span

_FAR = 3
"""Paragraphs back to which a pronoun may reach."""
_NEAR = 700
"""Characters back to which it may reach in any case: some articles have a paragraph a sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement whose speakers are known: where its source stands, where it ends, who, its cue's lemma."""

    at: int
    end: int
    actors: tuple[Actor, ...]
    head: str


@dataclass(slots=True)
class Scene:
    """The article while its sources are resolved, in text order."""

    article: Article
    cast: Cast
    attributions: Sequence[Attribution]
    spoken: list[Said] = field(default_factory=list)
    quoted: list[Span] = field(init=False)
    sentences: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note where the text quotes somebody, and where sentences start."""
        paragraphs = self.article.paragraphs
        self.sentences = [one.start + sent.start_char for one in paragraphs for sent in one.doc.sents]
        quotes = zip(paragraphs, over_paragraphs([one.text for one in paragraphs]), strict=True)
        self.quoted = [(one.start + quote.start, one.start + quote.end) for one, of in quotes for quote in of]

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands within quotation marks."""
        return any(start <= position < end for start, end in self.quoted)

    def spoken_before(self, at: int) -> list[Said]:
        """Return the statements whose source stands before a position, the nearest first."""
        return sorted((said for said in self.spoken if said.at < at), key=lambda said: -said.at)

    def going_on(self, at: int) -> tuple[Actor, ...]:
        """Return whose statement ends in the sentence right before a place, and may go on there.

        It does in the paragraph of its speaker, or in a quotation with which the next one begins.
        """
        heard = (one for one in self.spoken_before(at) if not self.within_words_of_another(one.at, at))
        last = next(heard, None)
        if last is None or last.head == "ask" or self.sentences_between(last.end - 1, at) != 1:
            return ()
        here = self.article.paragraph_at(last.at) is self.article.paragraph_at(at)
        return last.actors if here or self.is_quoted(at) else ()

    def told_before(self, at: int) -> Actor | None:
        """Return who spoke last in the sentence right before a place, in its paragraph, or is its subject."""
        last = next(iter(self.spoken_before(at)), None)
        if last is not None and self.is_before(last.end - 1, at):
            return only(list(last.actors)) if last.head != "ask" else None
        told = [one for one in self.cast.mentions if one.form == "person" and self.is_before(one.core[0], at)]
        named = {self.cast.by_place[one.core] for one in told}
        return named.pop() if len(named) == 1 and any(map(self.is_subject, told)) else None

    def sentence_before(self, at: int) -> str:
        """Return the sentence right before a place."""
        index = max(1, bisect_right(self.sentences, at) - 1)
        return self.text((self.sentences[index - 1], at)).lower()

    def has_spoken(self, actor: Actor) -> bool:
        """Whether a statement has been given to an actor, and to nobody with him, so far."""
        return any(said.actors == (actor,) for said in self.spoken)

    def reach(self, at: int) -> int:
        """Return where the text begins to which a pronoun may reach back."""
        starts = [paragraph.start for paragraph in self.article.paragraphs if paragraph.start <= at]
        return min(starts[-_FAR - 1 :][0], max(0, at - _NEAR))

    def sentences_between(self, first: int, second: int) -> int:
        """Return how many sentences a position is behind another."""
        return bisect_right(self.sentences, second) - bisect_right(self.sentences, first)

    def is_before(self, first: int, second: int) -> bool:
        """Whether a position stands in the sentence right before another's, in one paragraph."""
        one, two = (self.article.paragraph_at(place) for place in (first, second))
        return one is two and self.sentences_between(first, second) == 1

    def within_words_of_another(self, position: int, at: int) -> bool:
        """Whether a position lies in reported words that do not also hold ``at``."""
        return any(
            start <= position < end and not start <= at < end
            for attribution in self.attributions
            if attribution.cue
            for start, end in attribution.content
        )

    def is_subject(self, mention: Mention) -> bool:
        """Whether a name is the subject of its clause, or stands beside it: "Lund's mother, Eva Lund, …"."""
        tokens = self.article.paragraphs[mention.paragraph].tokens(*mention.span)
        deps = {(token.head if token.dep_ == "appos" else token).dep_ for token in tokens}
        return not deps.isdisjoint({"nsubj", "nsubjpass"})

    def text(self, span: Span) -> str:
        """Return the words of a span."""
        return self.article.source.text[span[0] : span[1]]
