"""What the network cuts wrongly is mended: phrases, quotations and stray words, with the parser's help.

The network gives every word a role of its own, so a span may begin or end inside a phrase
("other" for "each other"), leave the rest of a quotation behind, or keep a word from far away.
Only what is torn is touched: moving every boundary to the parser's costs exactness
(docs/tagger.md has the figures).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution, is_done_to, shared, trimmed
from claimgraph.extract.grammar.sentences import roots
from claimgraph.extract.grammar.tree import ANY_SUBJECT, child
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS, Quote, over_paragraphs
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

STRAY = 3
"""Words up to which a part of a content, away from the rest, must hang together with the cue or the rest."""
LONGEST_GAP = 3
"""Words between two parts of one sentence that are taken along."""
_LONGEST_HEADLINE = 25
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "csubj", "dobj", "attr", "oprd", "acomp", "ccomp", "dative"})
_GIVEN_BACK = frozenset({"amod", "compound", "det", "neg", "nmod", "nummod", "poss", "predet", "case"})
"""Words at the end of a cue that belong to the word after it: "pleaded not | guilty"."""
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
        one = self._given_back(self._at_home(torn))
        text = self.article.source.text
        source = tuple(self._whole(span, (*one.cue, *one.content), speaker=True) for span in one.source)
        source = tuple(span for span in source if self._names(span, one.cue))
        if is_done_to(self.article, one, "hears_in_passive"):  # "asked whether", "was told that"
            source = ()
        source = tuple((s, s + len(text[s:e].rstrip(_EDGES + "—–"))) for s, e in source)
        core = (*one.cue, *source)
        content = self._without_strays(self._without_gaps(one.content, core), core)
        content = tuple(self._whole(self._quoted_whole(span, core), core) for span in content)
        content = _apart(self._marked(span) for span in content)
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

    def _given_back(self, one: Attribution) -> Attribution:
        """Give words at the cue's end to the content they begin: "released an alleged | confession"."""
        kept, place = self.article.tokens(one.cue[-1]), one.cue[-1][1]
        behind = min((span for span in one.content if place <= span[0]), default=(place, place))
        inside = self.article.tokens(behind)
        given = list(inside)
        while kept[1:] and kept[-1].dep_ in _GIVEN_BACK and kept[-1].head in given:
            given.append(kept.pop())
        if given == inside or given[len(inside)].i + 1 != inside[0].i:
            return one
        shift = behind[0] - inside[0].idx
        cue = (one.cue[-1][0], shift + kept[-1].idx + len(kept[-1]))
        begun = (shift + given[-1].idx, behind[1])
        content = tuple(begun if span == behind else span for span in one.content)
        return replace(one, cue=(*one.cue[:-1], cue), content=content)

    def _whole(self, span: Span, others: Sequence[Span], *, speaker: bool = False) -> Span:
        """Move the ends of a span to the edges of the words and phrases they cut, never into other spans."""
        span = _whole_words(self.article.source.text, span, others)
        paragraph = self.article.paragraph_at(span[0])
        tokens = paragraph.tokens(*span) if paragraph else []
        if paragraph is None or not tokens or span[1] > paragraph.end:
            return span
        taken = {token.i for other in others for token in paragraph.tokens(*other)}
        first, last = tokens[0].i, tokens[-1].i
        low = self._beginning(paragraph, first, taken)
        high = self._end(paragraph, (first, last), taken, speaker=speaker)
        doc, offset = paragraph.doc, paragraph.start
        start = span[0] if low == first else offset + doc[low].idx
        end = span[1] if high == last else offset + doc[high].idx + len(doc[high])
        return (start, max(start, end))

    def _beginning(self, paragraph: Paragraph, first: int, taken: set[int]) -> int:
        """Return where the noun phrase begins that a span's first word stands in."""
        low, _ = self._chunks_of(paragraph).get(first, (first, first))
        # The parser takes what opens the sentence for a part of its subject: "In Basel, the mayor".
        low = next((n + 1 for n in reversed(range(low + 1, first)) if self._parts(paragraph.doc, n)), low)
        low = self._coordination(paragraph, low)
        opener = paragraph.doc[low]
        if opener.lower_ in _NO_OPENERS or not taken.isdisjoint(range(low, first)):
            return first
        return low

    @staticmethod
    def _parts(doc: "Doc", place: int) -> bool:
        """Tell whether a comma inside a noun phrase stands between two names, not two adjectives."""
        return doc[place].text == "," and doc[place - 1].pos_ in ("PROPN", "NOUN")

    def _coordination(self, paragraph: Paragraph, first: int) -> int:
        """Return where a list of names begins whose last one begins at a token: "A, B and C"."""
        doc, chunks, low = paragraph.doc, self._chunks_of(paragraph), first
        if not first or doc[first - 1].lower_ not in ("and", "&"):
            return first
        while low in chunks and low > 1 and doc[low - 1].text in (",", "and", "&"):
            before = low - 2 if doc[low - 2].text != "," else low - 3
            chunk = chunks.get(before)
            names = chunk is not None and doc[chunk[1]].pos_ == doc[chunks[low][1]].pos_ == "PROPN"
            if chunk is None or not names:
                break
            low = chunk[0]
        return low

    def _end(self, paragraph: Paragraph, ends: tuple[int, int], taken: set[int], *, speaker: bool) -> int:
        """Return the last word of a span that ends inside a phrase, or with a word that leads on."""
        doc, chunks = paragraph.doc, self._chunks_of(paragraph)
        first, last = ends
        if not speaker and doc[last].pos_ == "CCONJ" and last + 1 in chunks:
            return chunks[last + 1][1]
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

    def _without_gaps(self, content: tuple[Span, ...], others: Sequence[Span]) -> tuple[Span, ...]:
        """Join parts of one sentence with nothing of the cue or the speaker between them."""
        joined: list[Span] = []
        for span in sorted(content):
            if joined and self._gapless(joined[-1], span, others):
                joined[-1] = (joined[-1][0], span[1])
            else:
                joined.append(span)
        return tuple(joined)

    def _gapless(self, before: Span, after: Span, others: Sequence[Span]) -> bool:
        gap = (before[1], after[0])
        between = [token for token in self.article.tokens(gap) if token.is_alpha]
        if len(between) > LONGEST_GAP or shared((gap,), tuple(others)):
            return False
        ends = (*self.article.tokens(before)[-1:], *self.article.tokens(after)[:1])
        return len(ends) == 2 and ends[0].doc is ends[1].doc and bool(ends[0].sent == ends[1].sent)

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

    def _marked(self, span: Span) -> Span:
        """Cut off a mark whose partner stands outside."""
        text = self.article.source.text[slice(*span)].rstrip(_EDGES)
        alone = text[-1:] in MARKS and not any(mark in text[:-1] for mark in MARKS)
        if text and alone and not (text[-1] in "'’" and text[-2:-1].isalnum()):
            text = text[:-1].rstrip(_EDGES)
        return (span[0], span[0] + len(text))


def _hang_together(tokens: "list[Token]", others: "list[Token]") -> bool:
    """Tell whether words are arguments of others, or others depend on them."""
    arguments = any(token.dep_ in _ARGUMENTS and token.head in others for token in tokens)
    return arguments or any(token.head in tokens for token in others)


def _closing(span: "TokenSpan", taken: set[int], *, speaker: bool) -> int:
    """Return the last word with which a span can end, its first if there is no other."""
    return next((one.i for one in reversed(span) if not _leads_on(one, taken, speaker=speaker)), span.start)


def _leads_on(token: "Token", taken: set[int], *, speaker: bool) -> bool:
    """Tell whether a span cannot end with a word: "and", "that", or "who" without what they do."""
    if token.pos_ in _IN_THE_AIR or (speaker and token.pos_ == "DET" and token.head.i > token.i):
        return True
    return not speaker and token.tag_ in _RELATIVE and token.i + 1 not in taken


def _whole_words(text: str, span: Span, others: Sequence[Span]) -> Span:
    """Take the rest of a word that a span begins or ends in."""
    start, end = span
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return span if shared(((start, end),), tuple(others)) else (start, end)


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
    quoted = any(mark in article.source.text[start:end] for start, end in one.content for mark in MARKS)
    told = (token for token in said if is_finite(token) and token.dep_ != "advcl")  # "as the river rises"
    clause = any(_governs(token, said, *ANY_SUBJECT) for token in told)
    return not (speaking or quoted or clause)  # "..., police say"


def _governs(token: "Token", others: "Sequence[Token]", *labels: str) -> bool:
    """Tell whether one of some words hangs on a token, in one of some ways if any are given."""
    return any(one.head == token and (not labels or one.dep_ in labels) for one in others)


def _headline_like(doc: "Doc") -> bool:
    """Tell whether a paragraph is set like a headline: short, and without a mark at its end."""
    last = next((token for token in reversed(doc) if not token.is_space), doc[-1])
    return len(doc) <= _LONGEST_HEADLINE and not (last.is_punct or last.text in MARKS)
