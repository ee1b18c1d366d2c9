"""Denials of what the sentence said before: "A; an allegation that X dismisses", "A, which X denies".

Read off the words rather than the parse, which hangs such an apposition almost anywhere: a mark,
a noun that stands for a statement, who, and a verb of denial. The content is the statement made
earlier in the sentence, or else all that stands before the mark.

Invariant: the apposition leaves the content of every other statement (the accuser does not say
that it was denied), and no other statement keeps its cue in there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimgraph.extract.attribution.spans import Attribution, without
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.tree import VERBAL, following
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.lexicon import table
from claimgraph.model import Span

RULE = "reference"
_MARKS = frozenset({",", ";", ":", "–", "—", "-", "--"})
_ENDS = frozenset({",", ";", ".", "?", "!", "–", "—"})
_OPENING = frozenset({"a", "an", "another", "something", "those", "these", "all", "both"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "ADP", "PART", "SYM", "CCONJ", "PUNCT"})
_OBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM"})
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class _Reference:
    """The mark before it, who, the words that deny, and where the clause ends (a token's position)."""

    mark: Token
    who: Tokens
    cue: Tokens
    end: int


def with_references(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with the denials that refer to the sentence before them."""
    kept = list(found)
    for paragraph in article.paragraphs:
        for token in paragraph.doc:
            reference = _apposition(token) or _which(token)
            if reference is not None and not in_quotation(token):
                kept = _added(paragraph, kept, reference)
    return kept


def _added(paragraph: Paragraph, found: list[Attribution], reference: _Reference) -> list[Attribution]:
    sentence = reference.cue[0].sent
    start, mark = paragraph.start + sentence.start_char, paragraph.start + reference.mark.idx
    clause = (mark, paragraph.span([paragraph.doc[reference.end - 1]])[1])
    content = _said_before(paragraph, found, (start, mark))
    if not content:
        return found
    others = (one for one in found if not mark <= one.cue[0][0] < clause[1])
    source, cue = (paragraph.span(reference.who),), (paragraph.span(reference.cue),)
    return [
        *(replace(one, content=without(one.content, clause) or one.content) for one in others),
        Attribution(source, cue, content, _lemma(reference.cue[-1]), RULE),
    ]


def _said_before(paragraph: Paragraph, found: list[Attribution], stretch: Span) -> tuple[Span, ...]:
    """Return what is denied: the statement made last before the mark, else all words before it."""
    start, mark = stretch
    earlier = [one for one in found if start <= one.cue[0][0] < mark and one.content[0][0] < mark]
    if earlier:
        nearest = max(earlier, key=lambda one: one.cue[0][0])
        return tuple((low, min(high, mark)) for low, high in nearest.content if low < mark)
    before = paragraph.tokens(start, mark)
    return (paragraph.span(before),) if any(token.pos_ in VERBAL for token in before) else ()


def _lemma(token: Token) -> str:
    """Return a lemma; of "dismisses", read as a noun, the parser gives the singular of one."""
    word = token.lemma
    return word[:-1] if token.tag_ == "NNS" and word.endswith("sse") else word


def _refers(noun: Token) -> bool:
    """Tell whether a noun stands for a statement; plurals ("claims") are often taken for verbs."""
    return not {_lemma(noun), noun.lower_.removesuffix("s")}.isdisjoint(table("cues")["nouns"]["reference"])


def _apposition(noun: Token) -> _Reference | None:
    """As in "; an allegation that X dismisses as untrue"."""
    mark = _mark_before(noun) if _refers(noun) else None
    return _denial(mark, noun.i + 1 + (following(noun) in {"that", "which"})) if mark is not None else None


def _mark_before(noun: Token) -> Token | None:
    """Return the mark before the noun phrase, if the phrase opens as an apposition does."""
    doc, first = noun.doc, noun.i
    while first and noun.i - first < _MOST_ADJECTIVES and doc[first - 1].pos_ in {"ADJ", "DET", "ADV"}:
        first -= 1
    opens = doc[first].lower_ in _OPENING or (first == noun.i and noun.lower_.endswith("s"))
    marked = opens and first - 1 > noun.sent.start and doc[first - 1].text in _MARKS
    return doc[first - 1] if marked else None


def _which(which: Token) -> _Reference | None:
    """As in "The firm dumped acid, which it denies", where "which" is no noun's but the whole clause's."""
    if which.lower_ != "which" or which.i - 2 <= which.sent.start or following(which, -1) != ",":
        return None
    named = which.nbor(-2)
    if named.pos_ == "NOUN" and (_refers(named) or named.lemma in table("cues")["nouns"]["deniable"]):
        return None
    return _denial(which.nbor(-1), which.i + 1)


def _denial(mark: Token, first: int) -> _Reference | None:
    """Read who and the verb that denies, with nothing but a name between them and no object behind."""
    doc, stop = mark.doc, mark.doc[min(first, len(mark.doc) - 1)].sent.end
    verb = next((one for one in doc[first:stop] if _lemma(one) in table("cues")["denial"]["verbs"]), None)
    if verb is None or doc[min(verb.i + 1, len(doc) - 1)].pos_ in _OBJECTS:
        return None
    start = verb.i
    while doc[start - 1].pos_ in {"AUX", "ADV"}:
        start -= 1
    who, cue = doc[first:start], doc[start : verb.i + 1]
    named = all(one.pos_ in _NAMING or one.dep_ == "amod" for one in who)
    return _Reference(mark, who, cue, _end(verb)) if len(who) and named else None


def _end(verb: Token) -> int:
    """Return where a verb's clause ends: at a mark, or with the sentence."""
    stop = verb.sent.end
    return next((token.i for token in verb.doc[verb.i : stop] if token.text in _ENDS), stop)
