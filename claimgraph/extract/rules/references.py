"""Denials of what the sentence said before: "A; an allegation that X dismisses", "A, which X denies".

Read off the words rather than the parse, which hangs such an apposition almost anywhere:
a mark, a noun that stands for a statement, who, and a verb of denial. The content is the
statement made earlier in the sentence, or else all that stands before the mark.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, Passage
from claimgraph.extract.rules.subjects import FINITE, NOMINAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MARKS = (",", ";", ":", "–", "—", "-", "--")
_ENDS = (",", ";", ".", "?", "!", "–", "—")
_OPENING = ("a", "an", "another", "something", "those", "these", "all", "both")
_NAMING = (*NOMINAL, "ADJ", "DET", "ADP", "PART", "SYM", "CCONJ")
_NO_SPEAKER = frozenset(
    ("and", "as", "but", "by", "for", "in", "of", "on", "or", "that", "to", "what", "with")
)
_HELPING = ("has", "have", "had", "did", "do", "does", "was", "were", "is", "are")
_MOST_WORDS = 18
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class _Reference:
    """Token positions: the mark before it, who (from, to), the verb, and where the clause ends."""

    mark: int
    who: tuple[int, int]
    cue: tuple[int, int]
    verb: int
    end: int
    complement: bool


def refer_back(passage: Passage, findings: list[Finding], cues: Cues) -> None:
    """Add the denials that refer to the sentence before them, in place.

    What the parse made of the same verb is replaced, and the apposition leaves the
    content of every other statement: the accuser does not say that it was denied.
    """
    for token in passage.doc:
        if token.i in passage.inside:
            continue
        found = _apposition(token, cues) or _which(token, cues)
        if found is None:
            continue
        before = _referred(passage.doc, found, findings, cues)
        if not before:
            continue
        findings[:] = [f for f in findings if f.head.i != found.verb]
        apart = set(range(found.mark, found.end))
        for finding in findings:
            finding.content -= apart
        findings.append(_finding(passage.doc, found, before, cues))


def _finding(doc: "Doc", found: _Reference, before: set[int], cues: Cues) -> Finding:
    cue = set(range(*found.cue))
    finding = Finding(doc[found.verb], cues.lemma(doc[found.verb]), "reference", cue, spoken=False)
    finding.source = set(range(*found.who))
    said = set(range(found.cue[1], found.end)) if found.complement else set()
    finding.content = (before | said) - finding.core()
    return finding


def _apposition(noun: "Token", cues: Cues) -> _Reference | None:
    """As in "; an allegation that X dismisses as untrue", "– claims the bank has denied"."""
    if cues.lemma(noun) not in cues.reference and not _plural_reference(noun, cues):
        return None
    mark = _mark_before(noun)
    if mark is None or noun.i + 2 >= noun.sent.end:
        return None
    after = noun.i + 1
    if noun.doc[after].lower_ in ("that", "which"):
        after += 1
    return _passive(mark, noun, cues) or _active(noun.doc, mark, after, cues, labels=True)


def _plural_reference(noun: "Token", cues: Cues) -> bool:
    """Plurals that the parser takes for verbs: "claims", "allegations"."""
    return noun.lower_.endswith("s") and noun.lower_[:-1] in cues.reference


def _mark_before(noun: "Token") -> int | None:
    """The mark before the noun phrase, if the phrase opens as an apposition does."""
    doc, first = noun.doc, noun.i
    while (
        first > noun.sent.start
        and noun.i - first < _MOST_ADJECTIVES
        and doc[first - 1].pos_ in ("ADJ", "DET", "ADV")
    ):
        first -= 1
    mark = first - 1
    if mark <= noun.sent.start or doc[mark].text not in _MARKS:
        return None
    if doc[mark].text == "-" and not doc[mark - 1].whitespace_:
        return None
    plural = first == noun.i and noun.lower_.endswith("s")
    return mark if plural or doc[first].lower_ in _OPENING else None


def _which(which: "Token", cues: Cues) -> _Reference | None:
    """As in "The firm dumped acid, which it denies", where "which" is no thing but the whole clause."""
    if which.lower_ != "which" or which.i - 2 <= which.sent.start or which.nbor(-1).text != ",":
        return None
    named = which.nbor(-2)
    nouns = cues.reference | cues.noun_clause | cues.noun_of | cues.deniable
    if named.pos_ == "NOUN" and cues.lemma(named) in nouns:
        return None
    return _active(which.doc, which.i - 1, which.i + 1, cues, labels=False)


def _active(doc: "Doc", mark: int, first: int, cues: Cues, *, labels: bool) -> _Reference | None:
    """Who and the verb that denies, with nothing but a name between them and no object behind."""
    end = _end(doc, first, cues)
    verb = next((token for token in doc[first:end] if _denies(token, cues, labels=labels)), None)
    if verb is None or verb.i - first > _MOST_WORDS:
        return None
    start = verb.i
    while start > first and (doc[start - 1].lower_ in _HELPING or doc[start - 1].pos_ == "ADV"):
        start -= 1
    who = list(doc[first:start])
    if not who or not all(_names(token) or token.text == "," for token in who):
        return None
    if not any(token.pos_ in NOMINAL for token in who) or who[0].lower_ in _NO_SPEAKER:
        return None
    follows = doc[verb.i + 1]
    if follows.pos_ in ("DET", "PRON", "NOUN", "PROPN", "NUM") and cues.lemma(verb) in cues.denial:
        return None
    label = cues.lemma(verb) not in cues.denial
    behind = _end(doc, verb.i + 1, cues)
    return _Reference(mark, (first, start), (start, verb.i + 1), verb.i, behind, complement=label)


def _names(token: "Token") -> bool:
    """Whether a word can stand in a speaker's name or title ("the ruling party")."""
    return token.pos_ in _NAMING or (token.dep_ == "amod" and token.tag_ in ("VBG", "VBN"))


def _denies(token: "Token", cues: Cues, *, labels: bool) -> bool:
    lemma = cues.lemma(token)
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB", "NNS"):
        return False
    return lemma in cues.denial or (labels and lemma in cues.predicate and token.pos_ == "VERB")


def _passive(mark: int, noun: "Token", cues: Cues) -> _Reference | None:
    """As in ", a claim rejected by the operator"."""
    doc = noun.doc
    verb = doc[noun.i + 1]
    by = verb.i + 1
    if verb.tag_ not in ("VBN", "VBD") or cues.lemma(verb) not in cues.denial or doc[by].lower_ != "by":
        return None
    end = _end(doc, by + 1, cues)
    who = list(doc[by + 1 : end])
    if not who or not all(_names(token) for token in who):
        return None
    return _Reference(mark, (by + 1, end), (verb.i, by + 1), verb.i, end, complement=False)


def _end(doc: "Doc", first: int, cues: Cues) -> int:
    """Where the clause that begins at a token ends: at a mark or the sentence's end.

    Commas around a name set off inside it ("the owner, Delmar Foods, rejects") end nothing.
    """
    stop = doc[first].sent.end
    for index in range(first, stop):
        mark = doc[index]
        if mark.text in _ENDS and not (mark.text == "," and _inserted(doc, (first, index, stop), cues)):
            return index
    return stop


def _inserted(doc: "Doc", where: tuple[int, int, int], cues: Cues) -> bool:
    """Whether the comma opens or closes a name between speaker and verb."""
    first, comma, stop = where
    if any(token.pos_ in ("VERB", "AUX") for token in doc[first:comma]):
        return False
    rest = doc[comma + 1 : min(stop, comma + _MOST_WORDS)]
    verb = next(
        (
            t.i
            for t in rest
            if t.pos_ in ("VERB", "AUX") or (t.tag_ == "NNS" and cues.lemma(t) in cues.denial)
        ),
        None,
    )
    return verb is not None and all(
        token.pos_ in _NAMING or token.text == "," for token in doc[comma + 1 : verb]
    )


def _referred(doc: "Doc", found: _Reference, findings: list[Finding], cues: Cues) -> set[int]:
    """The content of the nearest statement earlier in the sentence, or the sentence before the mark."""
    start = doc[found.verb].sent.start
    for finding in findings:
        _complete(finding, found.mark, cues)
    earlier = [
        finding
        for finding in findings
        if finding.content and start <= finding.head.i < found.mark and min(finding.content) < found.mark
    ]
    if not earlier:
        before = set(range(start, found.mark))
        return before if any(doc[i].pos_ in ("VERB", "AUX") for i in before) else set()
    nearest = max(earlier, key=lambda finding: finding.head.i)
    return {index for index in nearest.content if index < found.mark}


def _complete(finding: Finding, mark: int, cues: Cues) -> None:
    """Give "The suit says the bank hid losses, allegations ..." the content its parse hid, in place."""
    said = range(max(finding.cue) + 1, mark)
    head = finding.head
    bare = not finding.content and finding.source and finding.lemma in cues.clause
    if not bare or not head.i < mark or not head.sent.start <= mark < head.sent.end:
        return
    if any(head.doc[i].tag_ in FINITE for i in said):
        finding.content = set(said) - finding.core()
