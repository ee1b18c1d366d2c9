"""What the network cuts wrongly is mended: phrases, quotations and stray words, with the parser's help.

The network gives every word a role of its own, so a span may begin or end inside a phrase
("other" for "each other"), leave the rest of a quotation behind, or keep a word from far away.
Only what is torn is touched: moving every boundary to the parser's costs exactness
(docs/tagger.md has the figures).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from claimgraph.extract.attribution.spans import Attribution, is_done_to, shared, trimmed, without
from claimgraph.extract.grammar.sentences import roots
from claimgraph.extract.grammar.tree import ANY_SUBJECT, child
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS, Quote, over_paragraphs
from claimgraph.extract.tokens import Doc, Token, Tokens
from claimgraph.model import Span

STRAY = 3
"""Words up to which a part of a content, away from the rest, must hang together with the cue or the rest."""
_LONGEST_HEADLINE = 25
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "csubj", "dobj", "attr", "oprd", "acomp", "ccomp", "dative"})
_IN_THE_AIR = frozenset({"CCONJ", "SCONJ"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_RECIPROCAL = frozenset({("each", "other"), ("one", "another")})
_NO_OPENERS = frozenset({"that", "which", "what", "who", "whose"})
_STOPS = frozenset({".", "!", "?"})
_EDGES = " \t\r\n\u00a0,;:"


@dataclass(slots=True)
class Mender:
    """Mends the attributions of one article."""

    article: Article
    _quotes: list[list[Quote]] = field(init=False, repr=False)
    _chunks: dict[int, dict[int, tuple[int, int]]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._quotes = over_paragraphs([paragraph.text for paragraph in self.article.paragraphs])

    def mended(self, torn: Attribution) -> Attribution:
        """Return an attribution with whole spans."""
        one = self._at_home(torn)
        text = self.article.source.text
        for quote in filter(None, map(self._quote_over, one.source)):  # "said Roe, a farmer, “and died”"
            if not shared((quote,), one.cue) and text[quote[0] - 2 : quote[0]].strip() == ",":
                content = _apart((*one.content, quote))
                one = replace(one, source=without(one.source, quote), content=content)
        source = tuple(self._whole(span, (*one.cue, *one.content), speaker=True) for span in one.source)
        source = tuple(span for span in source if self._names(span, one.cue))
        if is_done_to(self.article, one, "hears_in_passive"):  # "asked whether", "was told that"
            source = ()
        source = tuple((s, s + len(text[s:e].rstrip(_EDGES + "—–"))) for s, e in source)
        core = (*one.cue, *source)
        content = self._without_strays(one.content, core)
        content = tuple(self._whole(self._quoted_whole(span, core), core) for span in content)
        content = _apart(content)
        return replace(one, source=trimmed(text, source, ""), content=trimmed(text, content, ""))

    def _at_home(self, one: Attribution) -> Attribution:
        """Leave out a speaker of another paragraph than the cue's, or of a later sentence.

        The network sees some of their words: "denied taking any. Lund said" is no denial by Lund.
        """
        home = self.article.paragraph_at(one.cue[0][0])
        if home is None:
            return one
        end = home.end
        if self._quote_over(one.cue[-1]) is None:
            sentence = next(iter(home.tokens(*one.cue[-1])), home.doc[0]).sent
            end = home.start + sentence.end_char if sentence[-1].text in _STOPS else end
        return replace(one, source=tuple(s for s in one.source if home.start <= s[0] and s[1] <= end))

    def _names(self, span: Span, cue: Sequence[Span]) -> bool:
        """Tell whether a span can name somebody: no adjective of a noun in the cue ("growing calls")."""
        head = set(self.article.tokens(*cue))
        tops = [token for token in roots(self.article.tokens(span)) if token.head != token]
        return not tops or any(top.dep_ != "amod" or top.head not in head for top in tops)

    def _whole(self, span: Span, others: Sequence[Span], *, speaker: bool = False) -> Span:
        """Move the ends of a span to the edges of the phrases they cut, never into other spans."""
        paragraph = self.article.paragraph_at(span[0])
        tokens = paragraph.tokens(*span) if paragraph else []
        if paragraph is None or not tokens or span[1] > paragraph.end:
            return span
        taken = {token.i for other in others for token in paragraph.tokens(*other)}
        first, last = tokens[0].i, tokens[-1].i
        low = self._beginning(paragraph, first, taken)
        high = self._end(paragraph, (first, last), taken, speaker=speaker)
        start = span[0] if low == first else paragraph.doc[low].at
        end = span[1] if high == last else paragraph.doc[high].until
        return (start, max(start, end))

    def _beginning(self, paragraph: Paragraph, first: int, taken: set[int]) -> int:
        """Return where the noun phrase begins that a span's first word stands in."""
        low, _ = self._chunks_of(paragraph).get(first, (first, first))
        free = paragraph.doc[low].lower_ not in _NO_OPENERS and taken.isdisjoint(range(low, first))
        return low if free else first

    def _end(self, paragraph: Paragraph, ends: tuple[int, int], taken: set[int], *, speaker: bool) -> int:
        """Return the last word of a span that ends inside a phrase, or with a word that leads on."""
        doc, chunks = paragraph.doc, self._chunks_of(paragraph)
        first, last = ends
        last = _closing(doc[first : last + 1], taken, speaker=speaker)
        token = doc[last]
        head = (child(token, "pobj") if token.dep_ == "prep" else None) or token
        stop = chunks.get(head.i, (head.i, head.i))[1]
        whole = stop >= last and taken.isdisjoint(range(last + 1, stop + 1))
        if speaker and head.i > last and not (whole and token.lower_ == "of"):
            return max(first, last - 1)
        return stop if whole else last

    def _chunks_of(self, paragraph: Paragraph) -> dict[int, tuple[int, int]]:
        """Return for each token the first and last token of the noun phrase it stands in."""
        found = self._chunks.get(paragraph.index)
        if found is None:
            doc = paragraph.doc
            phrases = [(chunk.start, chunk.end - 1) for chunk in doc.noun_chunks]
            # The parser knows "each other" for no noun phrase.
            lowered = [token.lower_ for token in doc]
            phrases += [(n, n + 1) for n, pair in enumerate(pairwise(lowered)) if pair in _RECIPROCAL]
            found = {index: phrase for phrase in phrases for index in range(phrase[0], phrase[1] + 1)}
            self._chunks[paragraph.index] = found
        return found

    def _without_strays(self, content: tuple[Span, ...], others: Sequence[Span]) -> tuple[Span, ...]:
        """Drop the parts of a content of a few words that neither the cue nor the rest governs."""
        longest = max(content, key=lambda span: span[1] - span[0], default=None)
        return tuple(
            span
            for span in content
            if span == longest or not self._strays(span, [one for one in content if one != span], others)
        )

    def _strays(self, span: Span, rest: Sequence[Span], others: Sequence[Span]) -> bool:
        tokens = [token for token in self.article.tokens(span) if token.is_alpha or token.like_num]
        if len(tokens) > STRAY or self._quote_over(span) is not None:
            return False
        if _hang_together(tokens, self.article.tokens(*rest, *others)):
            return False
        return not any(self._interrupted(span, other, others) for other in rest)

    def _interrupted(self, one: Span, other: Span, others: Sequence[Span]) -> bool:
        """Tell whether the cue and the speaker alone part two spans: "the two," he said, "have met"."""
        gap = (one[1], other[0]) if one < other else (other[1], one[0])
        words = {token for token in self.article.tokens(gap) if token.is_alpha}
        return bool(words) and words <= set(self.article.tokens(*others))

    def _quoted_whole(self, span: Span, others: Sequence[Span]) -> Span:
        """Take the rest of a quotation of which a content has a part, if who says it stands outside."""
        quote = self._quote_over(span)
        if quote is None or shared((quote,), tuple(others)):
            return span
        return (min(span[0], quote[0]), max(span[1], quote[1]))

    def _quote_over(self, span: Span) -> Span | None:
        """Return the quotation in which a span ends, in positions of the source."""
        for paragraph in self.article.overlapping(span):
            for quote in self._quotes[paragraph.index]:
                start, end = quote.start + paragraph.start, quote.end + paragraph.start
                if quote.closed and start < span[1] <= end and span[0] < end:
                    return (start, end)
        return None


def _hang_together(tokens: list[Token], others: list[Token]) -> bool:
    """Tell whether words are arguments of others, or others depend on them."""
    arguments = any(token.dep_ in _ARGUMENTS and token.head in others for token in tokens)
    return arguments or any(token.head in tokens for token in others)


def _closing(span: Tokens, taken: set[int], *, speaker: bool) -> int:
    """Return the last word with which a span can end, its first if there is no other."""
    return next((one.i for one in reversed(span) if not _leads_on(one, taken, speaker=speaker)), span.start)


def _leads_on(token: Token, taken: set[int], *, speaker: bool) -> bool:
    """Tell whether a span cannot end with a word: "and", "that", or "who" without what they do."""
    if token.pos_ in _IN_THE_AIR or (speaker and token.pos_ == "DET" and token.head.i > token.i):
        return True
    return not speaker and token.tag_ in _RELATIVE and token.i + 1 not in taken


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Merge spans that have come to overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def is_scrap(article: Article, one: Attribution) -> bool:
    """Tell whether a finding holds no statement.

    A headline without a clause: "Truce declared". The network was trained on running text.
    """
    paragraph = article.paragraph_at(one.cue[0][0])
    if paragraph is None or not _headline_like(paragraph.doc):
        return False
    said, last = article.tokens(*one.content), article.tokens(*one.cue)[-1]
    speaking = last.i == len(paragraph.doc) - 1 and _governs(last, article.tokens(*one.source))
    quoted = not set(MARKS).isdisjoint("".join(article.source.text[start:end] for start, end in one.content))
    clause = any(_governs(one, said, *ANY_SUBJECT) and is_finite(one) and one.dep_ != "advcl" for one in said)
    return not (speaking or quoted or clause)  # "..., police say"; not "as the river rises"


def _governs(token: Token, others: Sequence[Token], *labels: str) -> bool:
    """Tell whether one of some words hangs on a token, in one of some ways if any are given."""
    return any(one.head == token and (not labels or one.dep_ in labels) for one in others)


def _headline_like(doc: Doc) -> bool:
    """Tell whether a paragraph is set like a headline: short, and without a mark at its end."""
    last = next((token for token in reversed(doc) if not token.is_space), doc[-1])
    return len(doc) <= _LONGEST_HEADLINE and not (last.is_punct or last.text in MARKS)
