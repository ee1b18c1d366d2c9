"""Statements beside each other in one sentence, and statements about statements.

The parser hangs "adding that ..." and "while Y insisted ..." on the verb of what was said
before; they are statements of their own. And "a claim that both deny" denies the claim made
before it.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.quotes import MARKS
from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, subtree
from claimgraph.extract.rules.subjects import FINITE, finite_tag, is_set_off, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_JOINTS = (",", "and", "but", "—", "–")
_OPENERS = (",", "—", "–", "-", "”", '"')


def part_siblings(findings: list[Finding], cues: Cues) -> None:
    """Take statements that stand beside another one out of its content, in place."""
    for inner in findings:
        for outer in findings:
            if inner is outer:
                continue
            if _compares(inner) and (inner.head.i in outer.content or inner.head.head is outer.head):
                _share_content(inner, outer)
                continue
            if inner.head.i not in outer.content:
                outer.content -= _joined_speaker(inner, outer)
                continue
            if outer.rule == "garden_path" and not inner.source & outer.content:
                inner.source = {i for i in outer.content if i < min(inner.cue)}
            if inner.rule == "trailing":
                outer.content -= set(range(min(inner.core()), inner.head.sent.end))
            elif inner.head.i < outer.head.i and max(outer.content) < min(outer.core()):
                _part_sequence(inner, outer)
            elif inner.head.i > outer.head.i and _is_sibling(inner, outer, cues):
                outer.content -= _with_joint(inner.head)
                if own_subject(inner.head) is None and outer.source and inner.head.dep_ != "acl":
                    inner.source, inner.pronoun = set(outer.source), set(outer.pronoun)
                    inner.content -= inner.core()


def _compares(finding: Finding) -> bool:
    """As in "The owner denies locking the doors, as workers claim"."""
    marked = any(child.dep_ == "mark" and child.lower_ == "as" for child in finding.head.children)
    return finding.rule == "parenthetical" and marked and is_set_off(finding.head)


def _share_content(inner: Finding, outer: Finding) -> None:
    """What workers claim is what the owner denies, not that he denies it, in place."""
    outer.content -= _with_joint(inner.head)
    if outer.content and outer.head.i < inner.head.i:
        inner.content = set(outer.content)


def _part_sequence(earlier: Finding, later: Finding) -> None:
    """In "A, said X; B, he added" only B was added, in place.

    A semicolon parts the two, or the end of the first cue where a sentence of its own follows.
    Without one ("A, the mayor said Monday, according to Y") the later carries the earlier.
    """
    doc = later.head.doc
    after = {i for i in later.content if i > max(earlier.core() | earlier.content)}
    marks = [i for i in later.content if doc[i].text == ";" and i > max(earlier.core())]
    trails = bool(earlier.content) and max(earlier.content) < min(earlier.core())
    if marks:
        after = {i for i in later.content if i > min(marks)}
    elif not after or not (_quotes_after_dash(doc, min(after)) or (trails and _joins(doc, min(after)))):
        return
    while after and (doc[min(after)].is_punct or doc[min(after)].pos_ == "CCONJ"):
        after.discard(min(after))
    told = any(doc[i].tag_ in FINITE and own_subject(doc[i]) is not None for i in after)
    if told and doc[min(after)].tag_ not in ("WDT", "WP"):
        later.content = after


def _joins(doc: "Doc", index: int) -> bool:
    return doc[index].text in (",", "—", "–", "and", "but", "while")


def _quotes_after_dash(doc: "Doc", index: int) -> bool:
    """As in "Ada said it was over - "We lost," she said": the quotation alone is the second statement."""
    return doc[index].text in ("-", "–", "—", ":") and doc[index + 1].text[0] in MARKS


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
        return _outer_tense(inner, outer, cues) and (
            own is None or inner.lemma == outer.lemma or _joined_by(head, "and", "but", "while", "whereas")
        )
    if head.left_edge.lower_ == "to" and head.left_edge.nbor().lower_ == "which":
        return own is not None and before.text == ","  # "..., to which the mayor replied: ..."
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
    if (
        tense is None
        or not cues.is_verb(inner.lemma)
        or tense != finite_tag(outer.head)
        or any(child.dep_ == "aux" for child in inner.head.children)
        or not (inner.content or inner.lemma in cues.clause or inner.lemma in cues.preposition)
    ):
        return False
    if (tense, False) != (finite_tag(host), _is_perfect(host)) or inner.lemma == outer.lemma:
        return True
    # "said two had died and three were hurt, and accused Y": all in one tense; the comma tells
    hearer = inner.lemma in cues.addressed or inner.lemma in cues.object_with
    return hearer and own_subject(inner.head) is None and _joined_by(inner.head, "and", "but")


def _is_perfect(verb: "Token") -> bool:
    """Whether the verb is in the perfect: "had burned", "has been closed"."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _joined_by(head: "Token", *words: str) -> bool:
    """Whether a comma and one of the words stand right before the clause of a verb."""
    first = head.left_edge.i
    joint = [head.doc[i].lower_ for i in range(max(first - 2, 0), first)]
    return len(joint) == 2 and joint[0] in (",", "—", "–") and joint[1] in words


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


def carry_through(findings: list[Finding]) -> None:
    """In "A, the mayor said Monday, according to Y" let Y be whom it came through, in place.

    One statement is told, not two; "According to Y, the mayor said that A" stays as it is.
    """
    carriers = []
    for outer in findings:
        if outer.rule != "according" or not outer.source:
            continue
        for inner in findings:
            holds = inner is not outer and inner.content and inner.core() | inner.content <= outer.content
            if holds and max(inner.content) < min(inner.core()) and min(outer.cue) > max(inner.core()):
                rest = outer.content - inner.core() - inner.content
                told = any(outer.head.doc[i].tag_ in FINITE for i in rest)
                if not told and inner.source:
                    inner.via.append(set(outer.source))
                    carriers.append(id(outer))
                    break
    findings[:] = [finding for finding in findings if id(finding) not in carriers]


def drop_repeats(findings: list[Finding]) -> None:
    """In "X condemned what he called sabotage" keep the tighter cue alone, in place.

    Both say the same of one speaker; "ignored what the union called sabotage" names two.
    """
    repeated = []
    for outer in findings:
        doc = outer.head.doc
        for inner in findings:
            if inner is outer or not inner.source or not outer.source or inner.head.i < outer.head.i:
                continue
            first = min(outer.content, default=-1)
            if (
                outer.rule == "clause"
                or first < 0
                or doc[first].lower_ != "what"
                or first not in inner.content
            ):
                continue
            same = {doc[i].lower_ for i in inner.source}
            own = same == {doc[i].lower_ for i in outer.source} or same <= _PRONOUNS
            if own and outer.content <= inner.core() | inner.content:
                repeated.append(id(outer))
    findings[:] = [finding for finding in findings if id(finding) not in repeated]
