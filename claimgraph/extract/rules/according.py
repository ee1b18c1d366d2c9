"""Statements carried by a preposition: "according to X", "per X", "in the words of X"."""

from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.extract.predicates import is_finite
from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, Passage, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_according(passage: Passage, cues: Cues) -> list[Finding]:
    """Return the statements attributed with a preposition, wherever in the sentence it stands."""
    findings = []
    for token in passage.doc:
        if token.i in passage.inside:
            continue
        found = _according(token) or _per(token) or _words_of(token, cues)
        if found is not None:
            findings.append(found)
    for first, second in pairwise(findings):
        _part_counts(first, second, passage)
    return findings


def _part_counts(first: Finding, second: Finding, passage: Passage) -> None:
    """Give each its own count: "5,000 marched according to police and 20,000 according to the union"."""
    doc, start = passage.doc, max(first.cue, default=0)
    stop = min(second.cue, default=0)
    own = [i for i in sorted(first.source) if i < stop and doc[i].dep_ != "conj"]
    if first.lemma != second.lemma or doc[start].sent != doc[stop].sent or not own or start > stop:
        return
    joint = next((i for i in range(start + 2, stop) if doc[i].lower_ in {",", ";", "and", "or", "but"}), None)
    if joint is None:
        return
    between = [doc[i] for i in range(joint, stop) if not doc[i].is_punct and doc[i].pos_ != "CCONJ"]
    if not any(token.like_num for token in between) or any(
        token.pos_ in {"VERB", "AUX"} for token in between
    ):
        return
    first.source = {i for i in first.source if i < joint}
    first.content = {i for i in first.content if i < min(first.cue)}
    second.content = {token.i for token in between}


def _according(token: "Token") -> Finding | None:
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    to = token.nbor()
    noun = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None)
    if noun is None:
        return None
    cue = {token.i, to.i}
    return _to_which(token, noun, cue) or _finding(token, "according", cue, noun, token)


def _to_which(token: "Token", pronoun: "Token", cue: set[int]) -> Finding | None:
    """As in "a report according to which the pump leaked": the report states the clause.

    Read off the words: the parser hangs the clause anywhere.
    """
    if pronoun.tag_ not in ("WDT", "WP"):
        return None
    doc = token.doc
    before = token.i - 1
    while before > token.sent.start and doc[before].is_punct:
        before -= 1
    noun = doc[before]
    while noun.dep_ in ("pobj", "prep", "compound", "amod") and noun.head.right_edge.i <= before < token.i:
        noun = noun.head
        if noun.pos_ not in ("NOUN", "PROPN", "ADP"):
            return None
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    source = set(range(noun.left_edge.i, before + 1))
    finding = Finding(token, "according", "according", cue, source=source, pronoun={pronoun.i})
    end = next((t.i for t in doc[pronoun.i : token.sent.end] if t.text in (";", ".")), token.sent.end)
    finding.content = set(range(pronoun.i + 1, end))
    return finding


def _per(token: "Token") -> Finding | None:
    """As in "The mine was safe, per the operator": a name or a role, never "per cent", "per day"."""
    if token.lower_ != "per" or token.dep_ != "prep":
        return None
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None or not (noun.pos_ == "PROPN" or any(c.dep_ in ("det", "poss") for c in noun.children)):
        return None
    return _finding(token, "per", {token.i}, noun, token)


def _words_of(token: "Token", cues: Cues) -> Finding | None:
    """As in "in the words of X", "in X's opinion"."""
    if token.lower_ != "in" or token.dep_ != "prep":
        return None
    noun = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in cues.words_of), None)
    if noun is None:
        return None
    for child in noun.children:
        if child.dep_ == "poss":
            source = child
            break
        if child.lower_ == "of" and noun.lemma_.lower() in ("word", "opinion", "view"):
            source = next((c for c in child.children if c.dep_ == "pobj"), child)
            break
    else:
        return None
    if source.dep_ == "prep":
        return None
    cue = subtree(token) - subtree(source)
    return _finding(token, noun.lemma_.lower(), cue, source, token)


def _finding(head: "Token", lemma: str, cue: set[int], noun: "Token", phrase_head: "Token") -> Finding:
    source = _source(noun)
    finding = Finding(head, lemma, "according", cue, source=source)
    finding.content = _unadorned(_governed(phrase_head) - cue - subtree(phrase_head) - source, phrase_head)
    return finding


def _unadorned(content: set[int], phrase_head: "Token") -> set[int]:
    """Leave out what only adds to a clause that is whole before the phrase: "…, per X, despite Y"."""
    governor = phrase_head.head
    after = [i for i in content if i > phrase_head.i and not phrase_head.doc[i].is_punct]
    if not after or governor.i >= phrase_head.i or not is_finite(governor):
        return content
    first = phrase_head.doc[min(after)]
    if first.pos_ not in ("ADP", "SCONJ", "ADV", "ADJ", "DET", "NOUN") or first.tag_ == "TO":
        return content
    return {i for i in content if i < phrase_head.i}


def _source(noun: "Token") -> set[int]:
    """The noun phrase without what follows it after a comma, unless that names it."""
    tokens = subtree(noun)
    for node in noun.subtree:
        if node.i != noun.i and node.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis"):
            left = node.left_edge.i
            if left > 0 and noun.doc[left - 1].text in (",", "-", "–", "—"):
                tokens -= subtree(node)
    ordered = sorted(tokens)
    while ordered and noun.doc[ordered[-1]].is_punct and ordered[-1] != noun.i:
        ordered.pop()
    return set(ordered)


def _governed(head: "Token") -> set[int]:
    """The clause the phrase modifies: its governor's clause, or the whole sentence."""
    governor = head.head
    while governor.head != governor and governor.pos_ not in ("VERB", "AUX"):
        governor = governor.head
    own = subtree(head)
    clause = subtree(governor)
    if governor == head or len(clause - own) < 4:
        return {token.i for token in head.sent}
    return clause
