"""Denials of what the sentence said before: "A; an allegation that X dismisses", "A, which X denies".

Read off the words rather than the parse, which hangs such an apposition almost anywhere: a mark,
a noun that stands for a statement, who, and a verb of denial. The content is the statement made
earlier in the sentence, or else all that stands before the mark.

Invariant: the apposition leaves the content of every other statement (the accuser does not say
that it was denied), and no other statement keeps its cue in there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution, without
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.tree import VERBAL, following, lemma
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.lexicon import table
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RULE = "reference"
_MARKS = frozenset({",", ";", ":", "–", "—", "-", "--"})
_ENDS = frozenset({",", ";", ".", "?", "!", "–", "—"})
_OPENING = frozenset({"a", "an", "another", "something", "those", "these", "all", "both"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "ADP", "PART", "SYM", "CCONJ"})
_OBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM"})
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class _Reference:
    """Token positions: the mark before it, where who, the verb, and what follows the clause begin."""

    mark: int
    who: int
    cue: int
    verb: int
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
    doc = paragraph.doc
    first = doc[reference.verb].sent.start
    start, mark = paragraph.start + doc[first].idx, paragraph.start + doc[reference.mark].idx
    end = paragraph.span([doc[reference.end - 1]])[1]
    earlier = [one for one in found if start <= one.cue[0][0] < mark and one.content[0][0] < mark]
    content: tuple[Span, ...] = (paragraph.span(doc[first : reference.mark]),)
    if earlier:
        nearest = max(earlier, key=lambda one: one.cue[0][0])
        content = without(nearest.content, (mark, max(stop for _, stop in nearest.content)))
    elif not any(token.pos_ in VERBAL for token in doc[first : reference.mark]):
        return found
    others = [one for one in found if not mark <= one.cue[0][0] < end]
    denial = Attribution(
        source=(paragraph.span(doc[reference.who : reference.cue]),),
        cue=(paragraph.span(doc[reference.cue : reference.verb + 1]),),
        content=content,
        head=_lemma(doc[reference.verb]),
        rule=RULE,
    )
    return [
        *(replace(one, content=without(one.content, (mark, end)) or one.content) for one in others),
        denial,
    ]


def _lemma(token: "Token") -> str:
    """Return a lemma; of "dismisses", read as a noun, the parser gives the singular of one."""
    word = lemma(token)
    return word[:-1] if token.tag_ == "NNS" and word.endswith("sse") else word


def _refers(noun: "Token") -> bool:
    """Tell whether a noun stands for a statement; plurals ("claims") are often taken for verbs."""
    return not {_lemma(noun), noun.lower_.removesuffix("s")}.isdisjoint(table("cues")["nouns"]["reference"])


def _apposition(noun: "Token") -> _Reference | None:
    """As in "; an allegation that X dismisses as untrue"."""
    mark = _mark_before(noun) if _refers(noun) else None
    return _denial(noun.doc, mark, noun.i + 1 + (following(noun) in {"that", "which"})) if mark else None


def _mark_before(noun: "Token") -> int | None:
    """Return the mark before the noun phrase, if the phrase opens as an apposition does."""
    doc, first = noun.doc, noun.i
    while first and noun.i - first < _MOST_ADJECTIVES and doc[first - 1].pos_ in {"ADJ", "DET", "ADV"}:
        first -= 1
    opens = doc[first].lower_ in _OPENING or (first == noun.i and noun.lower_.endswith("s"))
    mark = first - 1
    return mark if opens and mark > noun.sent.start and doc[mark].text in _MARKS else None


def _which(which: "Token") -> _Reference | None:
    """As in "The firm dumped acid, which it denies", where "which" is no noun's but the whole clause's."""
    if which.lower_ != "which" or which.i - 2 <= which.sent.start or following(which, -1) != ",":
        return None
    named = which.nbor(-2)
    if named.pos_ == "NOUN" and (_refers(named) or lemma(named) in table("cues")["nouns"]["deniable"]):
        return None
    return _denial(which.doc, which.i - 1, which.i + 1)


def _denial(doc: "Doc", mark: int, first: int) -> _Reference | None:
    """Read who and the verb that denies, with nothing but a name between them and no object behind."""
    end = doc[min(first, len(doc) - 1)].sent.end
    denying = table("cues")["denial"]["verbs"]
    verb = next((t for t in doc[first:end] if _lemma(t) in denying and t.tag_[:2] in {"VB", "NN"}), None)
    if verb is None or (verb.i + 1 < len(doc) and doc[verb.i + 1].pos_ in _OBJECTS):
        return None
    start = verb.i
    while start > first and doc[start - 1].pos_ in {"AUX", "ADV"}:
        start -= 1
    who = doc[first:start]
    named = all(token.pos_ in _NAMING or token.dep_ == "amod" or token.text == "," for token in who)
    return _Reference(mark, first, start, verb.i, _end(doc, verb.i)) if named and len(who) else None


def _end(doc: "Doc", first: int) -> int:
    """Return where the clause that begins at a token ends: at a mark or the sentence's end."""
    stop = doc[min(first, len(doc) - 1)].sent.end
    return next((token.i for token in doc[first:stop] if token.text in _ENDS), stop)
