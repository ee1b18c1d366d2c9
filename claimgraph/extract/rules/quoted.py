"""Quotations and the cues they belong to, within one paragraph.

Invariant: a quotation belongs to one statement at most, and never crosses the paragraph:
``continued`` in ``layout`` carries a speech over paragraphs.
"""

import re
from typing import TYPE_CHECKING

from claimgraph.extract.quotes import Quote
from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, Passage, subtree
from claimgraph.extract.rules.subjects import FINITE, is_passive, own_subject, phrase, subject
from claimgraph.extract.rules.verbs import cue_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS_OPEN = re.compile(r"[,?!–—…-]\W{0,3}$")
_BEFORE_CUE = re.compile(r"[\s,–—-]*(?:(?:and|but|as)\s+)?")
_AFTER_CUE = re.compile(r"[^.!?\n“”\"]{0,80}?(?:[:,]\s*|\s*)")
_CONTINUES = re.compile(r"[^“”\"\n]{0,220}?[.,;:!?]?\s*")
_SENTENCE_END = re.compile(r"[.!?]\W*\s+\w")
_STANDS_ALONE = re.compile(r"\s*(?:[.,;]|$)")
_SHORTEST_SPEECH = 3
_FARTHEST_VERB = 14
_NO_SPEAKERS = frozenset(("it", "that", "this", "there", "what", "which", "who"))
_PLAIN = ("say", "call", "add", "write", "state", "tweet", "declare", "claim")


def attach_quotes(passage: Passage, findings: list[Finding], cues: Cues) -> list[Finding]:
    """Give every quotation to the statement it belongs to; return the findings, new ones too."""
    taken: set[int] = set()
    for step in (_overlapping, _leading, _following, _abrupt):
        for number, quote in enumerate(passage.quotes):
            if number in taken:
                continue
            owner = step(passage, findings, quote)
            if owner is not None:
                if owner.head.idx >= quote.end:
                    _invert(owner)
                owner.quotes.add(number)
                owner.rule = "quotation" if owner.rule == "topic" else owner.rule
                taken.add(number)
    for number, quote in enumerate(passage.quotes):
        if number not in taken:
            made = _unlisted_verb(passage, findings, quote, cues) or _after_colon(passage, findings, quote)
            if made is not None:
                made.quotes.add(number)
                taken.add(number)
                findings.append(made)
    _continue(passage, findings, taken)
    return findings


def _hull(passage: Passage, finding: Finding) -> tuple[int, int]:
    """Where the cue and the speaker beside it stand."""
    return passage.extent(finding.core())


def _overlapping(passage: Passage, findings: list[Finding], quote: Quote) -> Finding | None:
    """The innermost statement whose content holds words of the quotation."""
    holders = []
    for finding in findings:
        start, end = _hull(passage, finding)
        if start < quote.end and quote.start < end and quote.start <= start and end <= quote.end:
            continue
        shared = sum(
            1
            for index in finding.content
            if passage.doc[index].idx >= quote.start and passage.doc[index].idx < quote.end
        )
        if shared:
            holders.append((len(finding.content), finding))
    if not holders:
        return None
    return min(holders, key=lambda pair: pair[0])[1]


def _leading(passage: Passage, findings: list[Finding], quote: Quote) -> Finding | None:
    """As in "A," said X: the quotation ends with a comma or a mark of its own right before the cue."""
    if not _ENDS_OPEN.search(passage.text[quote.start : quote.end + 1].rstrip()):
        return None
    for finding in findings:
        start, _ = _hull(passage, finding)
        if (
            not finding.spoken
            or quote.end > start
            or not _BEFORE_CUE.fullmatch(passage.text[quote.end : start])
        ):
            continue
        _invert(finding)
        unquoted = finding.content - passage.inside
        if any(index > finding.head.i and passage.doc[index].is_alpha for index in unquoted):
            continue
        return finding
    return None


def _abrupt(passage: Passage, findings: list[Finding], quote: Quote) -> Finding | None:
    """As in "A." X said. -- a full stop where a comma belongs, and nothing else X could say."""
    for finding in findings:
        start, end = _hull(passage, finding)
        if not finding.spoken or finding.content or finding.quotes or quote.end > start:
            continue
        alone = _STANDS_ALONE.match(passage.text[end:])
        if alone and finding.source and not passage.text[quote.end : start].strip():
            return finding
    return None


def _invert(finding: Finding) -> None:
    """Read "beamed the coach" after a quotation: what looked like the object speaks, in place."""
    objects = [c for c in finding.head.children if c.dep_ == "dobj" and c.left_edge.i == finding.head.i + 1]
    if finding.source or not objects:
        return
    finding.source = phrase(objects[0], finding.head)
    finding.content -= subtree(objects[0])


def _following(passage: Passage, findings: list[Finding], quote: Quote) -> Finding | None:
    """X said: "A"; X said "A": nothing but a few words, a colon or a comma between."""
    best: tuple[int, Finding] | None = None
    for finding in findings:
        _, end = _hull(passage, finding)
        gap = passage.text[end : quote.start] if end <= quote.start else None
        if gap is None or not finding.spoken or not _AFTER_CUE.fullmatch(gap):
            continue
        introduced = gap.rstrip().endswith((":", ","))
        if not introduced and len(gap) > 12 and finding.content:
            continue
        words = quote.inner(passage.text).split()
        sentence = len(words) >= _SHORTEST_SPEECH and words[0][:1].isupper()
        if not (finding.content or introduced or sentence or finding.lemma in _PLAIN):
            continue
        if finding.rule == "according" or (finding.quotes and not introduced):
            continue
        if best is None or len(gap) < best[0]:
            best = (len(gap), finding)
    return best[1] if best else None


def _unlisted_verb(passage: Passage, findings: list[Finding], quote: Quote, cues: Cues) -> Finding | None:
    """As in "Splendid!" beamed the coach: any verb whose subject stands beside a whole quotation."""
    ends_open = _ENDS_OPEN.search(passage.text[quote.start : quote.end + 1].rstrip())
    if (
        quote.single
        or not quote.closed
        or not ends_open
        or len(quote.inner(passage.text).split()) < _SHORTEST_SPEECH
    ):
        return None
    for token in passage.after(quote.end, _FARTHEST_VERB):
        if token.i in passage.inside or token.text in ".;:?!":
            return None
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and not is_passive(token):
            return _beside(passage, findings, quote, token, cues)
    return None


def _after_colon(passage: Passage, findings: list[Finding], quote: Quote) -> Finding | None:
    """As in "The chairman opened with a warning: "A."": who acts in the sentence before the colon speaks."""
    before = [token for token in passage.doc if token.idx < quote.start]
    short = quote.closed and len(quote.inner(passage.text).split()) <= _SHORTEST_SPEECH
    if not before or before[-1].text != ":" or short:
        return None
    start = next((t.i + 1 for t in reversed(before[:-1]) if t.text in ".!?;" or t.i in passage.inside), 0)
    verbs = [
        t for t in before[start:] if t.pos_ == "VERB" and t.tag_ in FINITE and own_subject(t) is not None
    ]
    if not verbs or any(finding.head.i >= start for finding in findings if finding.head in before):
        return None
    who = own_subject(verbs[0])
    if who is None or who.pos_ not in ("PROPN", "PRON", "NOUN") or who.lower_ in _NO_SPEAKERS:
        return None
    colon = before[-1].i
    return Finding(passage.doc[colon], ":", "quotation", {colon}, source=phrase(who, verbs[0]))


def _beside(
    passage: Passage, findings: list[Finding], quote: Quote, verb: "Token", cues: Cues
) -> Finding | None:
    who = subject(verb)
    if who is None or any(verb.i in finding.cue for finding in findings) or who.pronoun:
        return None
    finding = Finding(verb, cues.lemma(verb), "quotation", cue_tokens(verb), source=set(who.tokens))
    start, _ = _hull(passage, finding)
    if not _BEFORE_CUE.fullmatch(passage.text[quote.end : max(start, quote.end)]):
        return None
    return finding if who.head.pos_ in ("PROPN", "PRON", "NOUN") else None


def _continue(passage: Passage, findings: list[Finding], taken: set[int]) -> None:
    """As in "A," he said. "B." "C.": later quotations of the paragraph with no cue of their own."""
    for number, quote in enumerate(passage.quotes):
        if number in taken:
            continue
        previous = [
            f for f in findings if f.quotes and max(f.quotes) < number and _hull(passage, f)[0] < quote.start
        ]
        if not previous:
            continue
        owner = max(previous, key=lambda finding: max(finding.quotes))
        last = max(passage.quotes[max(owner.quotes)].end, _hull(passage, owner)[1])
        gap = passage.text[last : quote.start] if last <= quote.start else ""
        interrupted = any(
            f is not owner and last <= passage.doc[f.head.i].idx < quote.start and f.content for f in findings
        )
        if interrupted or not _CONTINUES.fullmatch(gap) or _SENTENCE_END.search(gap):
            continue
        owner.quotes.add(number)
        taken.add(number)
