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
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RULE = "reference"
_MARKS = frozenset({",", ";", ":", "–", "—", "-", "--"})
_ENDS = frozenset({",", ";", ".", "?", "!", "–", "—"})
_OPENING = frozenset({"a", "an", "another", "something", "those", "these", "all", "both"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NAMING = _NOMINAL | {"ADJ", "DET", "ADP", "PART", "SYM", "CCONJ"}
_NO_SPEAKER = frozenset(
    {"and", "as", "but", "by", "for", "in", "of", "on", "or", "that", "to", "what", "with"}
)
_HELPING = frozenset({"has", "have", "had", "did", "do", "does", "was", "were", "is", "are"})
_OBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM"})
_MOST_WORDS = 18
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class _Reference:
    """Token positions: the mark before it, who and the cue (from, to), and where the clause ends."""

    mark: int
    who: tuple[int, int]
    cue: tuple[int, int]
    end: int
    verb: int


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
    sentence = paragraph.start + doc[doc[reference.verb].sent.start].idx
    mark = paragraph.start + doc[reference.mark].idx
    end = paragraph.span([doc[reference.end - 1]])[1]
    earlier = [
        one for one in found if sentence <= one.cue[0][0] < mark and one.content and one.content[0][0] < mark
    ]
    if earlier:
        nearest = max(earlier, key=lambda one: one.cue[0][0])
        content = without(nearest.content, (mark, max(stop for _, stop in nearest.content)))
    else:
        words = [
            token for token in doc[doc[reference.verb].sent.start : reference.mark] if not token.is_space
        ]
        verbal = any(token.pos_ in {"VERB", "AUX"} for token in words)
        content = (paragraph.span(words),) if verbal else ()
    if not content:
        return found
    others = [one for one in found if not mark <= one.cue[0][0] < end]
    others = [replace(one, content=without(one.content, (mark, end)) or one.content) for one in others]
    return [
        *others,
        Attribution(
            source=(paragraph.span(doc[reference.who[0] : reference.who[1]]),),
            cue=(paragraph.span(doc[reference.cue[0] : reference.cue[1]]),),
            content=content,
            head=_lemma(doc[reference.verb]),
            rule=RULE,
        ),
    ]


def _lemma(token: "Token") -> str:
    """Return a lemma; of "dismisses", read as a noun, the parser gives the singular of one."""
    lemma = str(token.lemma_).lower()
    return lemma[:-1] if token.tag_ == "NNS" and lemma.endswith("sse") else lemma


def _denies(token: "Token") -> bool:
    verbal = token.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VB", "NNS"}
    return verbal and _lemma(token) in table("cues")["denial"]["verbs"]


def _refers(noun: "Token") -> bool:
    """Tell whether a noun stands for a statement; plurals ("claims") are often taken for verbs."""
    nouns = table("cues")["nouns"]["reference"]
    return _lemma(noun) in nouns or (noun.lower_.endswith("s") and noun.lower_[:-1] in nouns)


def _apposition(noun: "Token") -> _Reference | None:
    """As in "; an allegation that X dismisses as untrue", "– claims rejected by the bank"."""
    if not _refers(noun) or noun.i + 2 >= noun.sent.end:
        return None
    mark = _mark_before(noun)
    if mark is None:
        return None
    after = noun.i + 1
    if noun.doc[after].lower_ in {"that", "which"}:
        after += 1
    return _passive(mark, noun) or _active(noun.doc, mark, after)


def _mark_before(noun: "Token") -> int | None:
    """Return the mark before the noun phrase, if the phrase opens as an apposition does."""
    doc, first = noun.doc, noun.i
    start = noun.sent.start
    while (
        first > start and noun.i - first < _MOST_ADJECTIVES and doc[first - 1].pos_ in {"ADJ", "DET", "ADV"}
    ):
        first -= 1
    mark = first - 1
    if mark <= start or doc[mark].text not in _MARKS:
        return None
    if doc[mark].text == "-" and not doc[mark - 1].whitespace_:
        return None
    plural = first == noun.i and noun.lower_.endswith("s")
    return mark if plural or doc[first].lower_ in _OPENING else None


def _which(which: "Token") -> _Reference | None:
    """As in "The firm dumped acid, which it denies", where "which" is no noun's but the whole clause's."""
    if which.lower_ != "which" or which.i - 2 <= which.sent.start or which.nbor(-1).text != ",":
        return None
    named = which.nbor(-2)
    if named.pos_ == "NOUN" and (_refers(named) or _lemma(named) in table("cues")["nouns"]["deniable"]):
        return None
    return _active(which.doc, which.i - 1, which.i + 1)


def _active(doc: "Doc", mark: int, first: int) -> _Reference | None:
    """Read who and the verb that denies, with nothing but a name between them and no object behind."""
    end = _end(doc, first)
    verb = next((token for token in doc[first:end] if _denies(token)), None)
    if verb is None or verb.i - first > _MOST_WORDS:
        return None
    start = verb.i
    while start > first and (doc[start - 1].lower_ in _HELPING or doc[start - 1].pos_ == "ADV"):
        start -= 1
    who = list(doc[first:start])
    if not who or who[0].lower_ in _NO_SPEAKER or not any(token.pos_ in _NOMINAL for token in who):
        return None
    behind = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if not all(_names(token) or token.text == "," for token in who) or (behind and behind.pos_ in _OBJECTS):
        return None
    return _Reference(mark, (first, start), (start, verb.i + 1), _end(doc, verb.i), verb.i)


def _names(token: "Token") -> bool:
    """Tell whether a word can stand in a speaker's name or title ("the ruling party")."""
    return token.pos_ in _NAMING or (token.dep_ == "amod" and token.tag_ in {"VBG", "VBN"})


def _passive(mark: int, noun: "Token") -> _Reference | None:
    """As in ", a claim rejected by the operator"."""
    doc = noun.doc
    verb = noun.nbor()
    by = verb.i + 1
    if verb.tag_ not in {"VBN", "VBD"} or not _denies(verb) or doc[by].lower_ != "by":
        return None
    end = _end(doc, by + 1)
    who = list(doc[by + 1 : end])
    if not who or not all(_names(token) for token in who):
        return None
    return _Reference(mark, (by + 1, end), (verb.i, by + 1), end, verb.i)


def _end(doc: "Doc", first: int) -> int:
    """Return where the clause that begins at a token ends: at a mark or the sentence's end.

    Commas around a name set off inside it ("the owner, Delmar Foods, rejects") end nothing.
    """
    stop = doc[first].sent.end
    for index in range(first, stop):
        mark = doc[index].text
        if mark in _ENDS and not (mark == "," and _sets_off_a_name(doc, (first, index, stop))):
            return index
    return stop


def _sets_off_a_name(doc: "Doc", where: tuple[int, int, int]) -> bool:
    first, comma, stop = where
    if any(token.pos_ in {"VERB", "AUX"} for token in doc[first:comma]):
        return False
    rest = doc[comma + 1 : min(stop, comma + _MOST_WORDS)]
    verb = next((t.i for t in rest if t.pos_ in {"VERB", "AUX"} or _denies(t)), None)
    return verb is not None and all(t.pos_ in _NAMING or t.text == "," for t in doc[comma + 1 : verb])
