"""Statements beside each other in one sentence, and statements about statements.

The parser hangs "adding that ..." and "while Y insisted ..." on the verb of what was said
before; they are statements of their own. And "a claim that both deny" denies the claim made
before it.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, Passage, subtree
from claimgraph.extract.rules.subjects import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTRAST = ("while", "whereas", "as", "but", "and", "after", "before", "when")


def part_siblings(findings: list[Finding], cues: Cues) -> None:
    """Take statements that stand beside another one out of its content, in place."""
    for inner in findings:
        for outer in findings:
            if inner is outer or inner.head.i not in outer.content or inner.head.i < outer.head.i:
                continue
            if _is_sibling(inner, cues):
                outer.content -= _with_joint(inner.head)
                if own_subject(inner.head) is None and outer.source:
                    inner.source, inner.pronoun = set(outer.source), set(outer.pronoun)
                    inner.content -= inner.core()


def _is_sibling(finding: Finding, cues: Cues) -> bool:
    head = finding.head
    if head.dep_ not in ("advcl", "conj", "parataxis") or head.left_edge.i == 0:
        return False
    before = head.doc[head.left_edge.i - 1]
    if own_subject(head) is None:
        return (
            head.tag_ == "VBG"
            and finding.lemma in cues.continuing
            and before.text in (",", "—", "–", "-", "”", '"')
        )
    mark = head.left_edge.lower_
    return before.text == "," and head.dep_ == "advcl" and mark in ("while", "whereas")


def _with_joint(head: "Token") -> set[int]:
    """The clause with the comma or conjunction that joins it."""
    tokens = subtree(head)
    index = min(tokens) - 1
    while index >= 0 and head.doc[index].text in (",", "and", "but", "—", "–"):
        tokens.add(index)
        index -= 1
    return tokens


def refer_back(passage: Passage, findings: list[Finding], cues: Cues) -> None:
    """Let "a claim that X denies" and ", which X denies" stand for what was said before.

    The content becomes the statement made earlier in the sentence, or its main clause.
    """
    del passage
    for finding in findings:
        head = finding.head
        if finding.lemma not in cues.denial or head.dep_ != "relcl":
            continue
        noun = head.head
        if (_is_reference(noun, cues) and noun.dep_ == "appos") or _clause_relative(finding, noun, cues):
            referred = _statement_before(finding, findings) or _clause_before(finding, noun)
            if referred:
                finding.content = referred - finding.core()
                finding.rule = "reference"


def _is_reference(noun: "Token", cues: Cues) -> bool:
    return noun.lemma_.lower() in cues.reference


def _clause_relative(finding: Finding, noun: "Token", cues: Cues) -> bool:
    """ ", which X denies" after a comma, where the noun is no claim itself."""
    which = next((c for c in finding.head.children if c.lower_ == "which"), None)
    if which is None or which.i == 0 or finding.head.doc[which.i - 1].text != ",":
        return False
    return not (_is_reference(noun, cues) or noun.lemma_.lower() in cues.noun_clause or _deniable(noun))


def _deniable(noun: "Token") -> bool:
    """ "responsibility, which X denies": things that are denied themselves."""
    return noun.lemma_.lower() in (
        "responsibility",
        "involvement",
        "wrongdoing",
        "guilt",
        "liability",
        "blame",
        "fault",
    )


def _statement_before(finding: Finding, findings: list[Finding]) -> set[int]:
    earlier = [
        other
        for other in findings
        if other is not finding
        and other.content
        and other.head.sent == finding.head.sent
        and other.head.i < finding.head.i
        and other.rule != "reference"
    ]
    if not earlier:
        return set()
    nearest = max(earlier, key=lambda other: other.head.i)
    start = min(finding.core() | {finding.head.left_edge.i})
    return {index for index in nearest.content if index < min(start, finding.head.left_edge.i)}


def _clause_before(finding: Finding, noun: "Token") -> set[int]:
    """The main clause up to the comma before the apposition or relative clause."""
    end = noun.left_edge.i if noun.dep_ == "appos" else finding.head.left_edge.i
    start = finding.head.sent.start
    return set(range(start, end))
