"""What an article says could not be verified, is not known, or went unanswered, on the claims it covers.

A caveat is found by its words and the grammar around them, never by the word "verified"
alone. It is carried to the claims of its own sentence, else to those it points back to,
else to the article's own sentence that holds it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.caveat_words import Caveat, read_caveat
from claimgraph.extract.parse import Article
from claimgraph.extract.predicates import (
    NEGATIVES,
    is_verbal,
    sentences,
    words_of,
)
from claimgraph.lexicon import table, words
from claimgraph.model import Claim, Flag, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"it", "this", "that", "these", "those", "they", "which", "them", "neither"})
CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB"})
LONGEST_QUOTE = 200
PARAGRAPHS_BACK = 3
"""How far back the words of a caveat may point."""


def caveats(article: Article, claims: Sequence[Claim]) -> list[Flag]:
    """Return a ``not_verified`` flag for every claim a caveat of the article covers.

    Args:
        article: the parsed source.
        claims: its claims, the article's own included.
    """
    flags: dict[tuple[str, Span], Flag] = {}
    stretches = [
        (position, sentence)
        for position, paragraph in enumerate(article.paragraphs)
        for sentence in sentences(article, ((paragraph.start, paragraph.end),))
    ]
    carrier = _Carrier(article, claims, stretches)
    for index, (_, sentence) in enumerate(stretches):
        caveat = read_caveat(sentence)
        if caveat is None:
            continue
        basis = carrier.hull(index, caveat.words)
        detail = table("caveats")["details"][caveat.kind].format(words=_shown(sentence))
        for claim in carrier.covered(index, caveat, basis):
            flags[claim.id, basis] = Flag(claim=claim.id, kind="not_verified", detail=detail, basis=basis)
    return list(flags.values())


def _shown(sentence: "Sequence[Token]") -> str:
    text = " ".join(words_of(sentence).split()).rstrip(".")
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"


class _Carrier:
    """Finds which claims a caveat covers, sentence by sentence backwards."""

    def __init__(
        self, article: Article, claims: Sequence[Claim], stretches: "list[tuple[int, list[Token]]]"
    ) -> None:
        self.article = article
        self.stretches = stretches
        self.spans = [self.hull(index, sentence) for index, (_, sentence) in enumerate(stretches)]
        self.by_sentence: list[list[Claim]] = [
            [
                claim
                for claim in claims
                if any(start < span[1] and end > span[0] for start, end in claim.content)
            ]
            for span in self.spans
        ]

    def hull(self, index: int, tokens: "Sequence[Token]") -> Span:
        """Return the span of tokens of the sentence at an index."""
        return self.article.paragraphs[self.stretches[index][0]].span(tokens)

    def covered(self, index: int, caveat: Caveat, basis: Span) -> list[Claim]:
        """Return the claims the caveat is carried to."""
        here = self.by_sentence[index]
        own = [claim for claim in here if any(s < basis[1] and e > basis[0] for s, e in claim.content)]
        beside = [claim for claim in here if claim not in own]
        if caveat.kind == "reply":
            return self._named(index, caveat) or beside or own
        if beside:
            return beside
        if caveat.kind == "unclear":
            return self._sharing(index, caveat) or own
        if caveat.kind == "details" and caveat.about:
            return [*self._sharing(index, caveat), *own]
        pointed = self._pointed_at(index, caveat)
        return pointed or self._sharing(index, caveat) or own

    def _pointed_at(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the claims of the sentence before, when the caveat points back to them."""
        about = caveat.about
        nouns = [token for token in about if token.lemma_.lower() in words("caveats", "pointing_back")]
        pronouns = [token for token in about if token.lower_ in POINTING and token.pos_ == "PRON"]
        if about and not nouns and not pronouns:
            return []
        reach = 1 if about else 0
        for _, here in self._backwards(index, reach):
            held = here
            if nouns and all(noun.lemma_.lower() in words("caveats", "counts") for noun in nouns):
                held = [claim for claim in here if claim.quantities] or here
            single = (
                bool(nouns)
                and nouns[0].tag_ == "NN"
                and not any(c.lower_ in {"neither", "either"} for c in nouns[0].children)
            )
            return [claim for claim in held if claim.statement == held[-1].statement] if single else held
        return []

    def _backwards(self, index: int, paragraphs: int) -> Iterator[tuple[int, list[Claim]]]:
        """Yield earlier sentences that hold claims, nearest first, up to so many paragraphs back."""
        paragraph = self.stretches[index][0]
        for earlier in range(index - 1, -1, -1):
            if paragraph - self.stretches[earlier][0] > paragraphs:
                return
            if self.by_sentence[earlier]:
                yield earlier, self.by_sentence[earlier]

    def _sharing(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the nearest earlier claims that share the content words of the caveat's clause."""
        sought = _content_words(caveat.about)
        counted = any(token.lemma_.lower() in words("caveats", "counts") for token in caveat.about)
        for earlier, here in self._backwards(index, PARAGRAPHS_BACK):
            found = [claim for claim in here if sought & self._words(claim)]
            if not found and counted and index - earlier <= 2:
                found = [claim for claim in here if any(quantity.event for quantity in claim.quantities)]
            if found:
                return found
        return []

    def _named(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the nearest earlier claims about whoever did not answer."""
        names = {token.lemma_.lower() for token in caveat.about if token.pos_ == "PROPN"}
        pronoun = any(token.pos_ == "PRON" for token in caveat.about)
        for _, here in self._backwards(index, PARAGRAPHS_BACK if names else 0):
            found = [claim for claim in here if pronoun or names & self._words(claim)]
            if found:
                return found
        return []

    def _words(self, claim: Claim) -> set[str]:
        return _content_words([token for span in claim.content for token in self.article.tokens(span)])


def _content_words(tokens: "Sequence[Token]") -> set[str]:
    general = words("generic", "terms") | words("caveats", "pointing_back") | NEGATIVES
    return {
        token.lemma_.lower()
        for token in tokens
        if token.pos_ in CONTENT_TAGS
        and not token.is_stop
        and token.lemma_.lower() not in general
        and not (is_verbal(token) and token.dep_ == "aux")
    }
