"""Statements beside each other in one sentence, and statements about statements.

The parser hangs "adding that ..." and "while Y insisted ..." on the verb of what was said
before; they are statements of their own. And "a claim that both deny" denies the claim made
before it.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, subtree
from claimgraph.extract.rules.subjects import finite_tag, is_set_off, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINTS = (",", "and", "but", "—", "–")
_OPENERS = (",", "—", "–", "-", "”", '"')


def part_siblings(findings: list[Finding], cues: Cues) -> None:
    """Take statements that stand beside another one out of its content, in place."""
    for inner in findings:
        for outer in findings:
            if inner is outer:
                continue
            if inner.head.i not in outer.content:
                outer.content -= _joined_speaker(inner, outer)
                continue
            if inner.rule == "trailing":
                outer.content -= set(range(min(inner.core()), inner.head.sent.end))
            elif inner.head.i > outer.head.i and _is_sibling(inner, outer, cues):
                outer.content -= _with_joint(inner.head)
                if own_subject(inner.head) is None and outer.source and inner.head.dep_ != "acl":
                    inner.source, inner.pronoun = set(outer.source), set(outer.pronoun)
                    inner.content -= inner.core()


def _joined_speaker(inner: Finding, outer: Finding) -> set[int]:
    """A neighbour's speaker whom the parser joined to the last noun said ("... and the mayor")."""
    if not inner.source or inner.head.i < outer.head.i or max(inner.source) not in outer.content:
        return set()
    if max(outer.content) != max(inner.source):
        return set()
    before = inner.head.doc[max(min(inner.source) - 1, 0)]
    return inner.source if before.lower_ in ("and", "but", "while") else set()


def _is_sibling(inner: Finding, outer: Finding, cues: Cues) -> bool:
    head = inner.head
    if head.left_edge.i == 0:
        return False
    before = head.doc[head.left_edge.i - 1]
    own = own_subject(head)
    if head.dep_ == "conj":
        return _outer_tense(inner, outer, cues) and (own is None or inner.lemma == outer.lemma)
    if head.dep_ not in ("advcl", "parataxis"):
        return False
    if own is None:
        joined = before.text in _OPENERS or head.left_edge.lower_ == "while"
        return head.tag_ == "VBG" and inner.lemma in cues.continuing and joined
    mark = head.left_edge.lower_
    if before.text == "," and mark in ("while", "whereas"):
        return True
    speakers = {head.doc[index].lower_ for index in outer.source}
    return mark in ("as", "while", "but") and own.pos_ == "PRON" and {own.lower_} == speakers


def _outer_tense(inner: Finding, outer: Finding, cues: Cues) -> bool:
    """In "reported that X is rising and accused Y" the tense of "accused" is the cue's."""
    host = inner.head
    while host.dep_ == "conj" and host.head != host:
        host = host.head
    tense = finite_tag(inner.head)
    return (
        tense is not None
        and cues.is_verb(inner.lemma)
        and tense == finite_tag(outer.head)
        and (tense != finite_tag(host) or inner.lemma == outer.lemma)
        and not any(child.dep_ == "aux" for child in inner.head.children)
    )


def _with_joint(head: "Token") -> set[int]:
    """The clause with the comma or conjunction that joins it."""
    tokens = subtree(head)
    index = min(tokens) - 1
    while index >= 0 and head.doc[index].text in _JOINTS:
        tokens.add(index)
        index -= 1
    return tokens


def drop_summaries(findings: list[Finding], cues: Cues) -> None:
    """Take the writer's summing up (", a sign that ...") out of what others said, in place."""
    for finding in findings:
        for index in sorted(finding.content):
            noun = finding.head.doc[index]
            if noun.pos_ != "NOUN" or noun.i < finding.head.i or noun.lemma_.lower() not in cues.summary:
                continue
            explained = any(child.dep_ in ("acl", "relcl") for child in noun.children)
            if explained and is_set_off(noun) and noun.left_edge.lower_ in ("a", "an", "another"):
                finding.content -= _with_joint(noun)


def trim_joints(finding: Finding) -> None:
    """Drop a conjunction left over at the end of the content, in place."""
    while finding.content:
        last = finding.head.doc[max(finding.content)]
        left_over = last.pos_ in ("SCONJ", "CCONJ", "ADP") and last.lower_ in (
            "as",
            "while",
            "and",
            "but",
            "or",
            "that",
            "than",
        )
        if not (left_over or last.is_space or last.text in (",", ";", "—", "–")):
            return
        finding.content.discard(last.i)


def refer_back(findings: list[Finding], cues: Cues) -> None:
    """Let "a claim that X denies" and ", which X denies" stand for what was said before, in place.

    The content becomes the statement made earlier in the sentence, or its main clause.
    """
    for finding in findings:
        head = finding.head
        if finding.lemma not in cues.denial or head.dep_ not in ("relcl", "acl") or not finding.source:
            continue
        noun = head.head
        apposed = noun.dep_ in ("appos", "npadvmod", "attr", "dobj") and is_set_off(noun)
        if (apposed and _is_reference(noun, cues)) or _clause_relative(finding, noun, cues):
            start = noun.left_edge.i if apposed and _is_reference(noun, cues) else head.left_edge.i
            referred = _statement_before(finding, findings, start) or set(range(head.sent.start, start))
            finding.content = referred - finding.core()
            finding.rule = "reference"


def _is_reference(noun: "Token", cues: Cues) -> bool:
    return noun.lemma_.lower() in cues.reference


def _clause_relative(finding: Finding, noun: "Token", cues: Cues) -> bool:
    """As in "..., which X denies", where the noun before the comma is no claim itself."""
    which = next((c for c in finding.head.children if c.lower_ == "which"), None)
    if which is None or which.i == 0 or finding.head.doc[which.i - 1].text != ",":
        return False
    return not (
        _is_reference(noun, cues) or noun.lemma_.lower() in cues.noun_clause | cues.noun_of | cues.deniable
    )


def _statement_before(finding: Finding, findings: list[Finding], start: int) -> set[int]:
    """The content of the nearest statement earlier in the sentence."""
    earlier = [
        other
        for other in findings
        if other is not finding
        and other.content
        and other.head.sent == finding.head.sent
        and other.head.i < start
    ]
    if not earlier:
        return set()
    nearest = max(earlier, key=lambda other: other.head.i)
    return {index for index in nearest.content if index < start}
