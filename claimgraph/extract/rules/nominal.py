"""Statements carried by a noun: "X's claim that Z", "an estimate of 40 dead by X"."""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, Passage, subtree
from claimgraph.extract.rules.subjects import phrase
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_nominal(passage: Passage, cues: Cues) -> list[Finding]:
    """Return the statements carried by nouns that name whose they are."""
    findings = []
    for token in passage.doc:
        if token.pos_ != "NOUN" or token.i in passage.inside:
            continue
        lemma = cues.lemma(token)
        if lemma not in cues.noun_clause and lemma not in cues.noun_of:
            continue
        source = _owner(token)
        content, link = _content(token, lemma, cues)
        if source is None or not content:
            continue
        finding = Finding(
            token, lemma, "noun", {token.i} | link, source=set(phrase(source, token)), spoken=False
        )
        if source.dep_ == "compound":  # "British media reports that …"
            finding.source |= {c.i for c in token.children if c.i == source.i - 1 and c.dep_ == "amod"}
        finding.source -= {token.i} | {i for i in finding.source if passage.doc[i].dep_ == "case"}
        finding.content = content - finding.core() - finding.source
        findings.append(finding)
    return findings


def _owner(noun: "Token") -> "Token | None":
    """Whose claim: a possessor, the noun of "by X" / "from X", or the press ("newspaper reports that")."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    media = words("media", "heads")
    return next(
        (child for child in noun.children if child.dep_ == "compound" and child.lower_ in media), None
    )


def _content(noun: "Token", lemma: str, cues: Cues) -> tuple[set[int], set[int]]:
    """Return the tokens claimed, and the preposition that belongs to the cue."""
    if lemma in cues.noun_clause:
        for child in noun.children:
            if child.dep_ in ("acl", "ccomp", "relcl") and _is_that_clause(child):
                return subtree(child), set()
    if lemma in cues.noun_of:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return _of_phrase(child), {child.i}
    return set(), set()


def _of_phrase(of: "Token") -> set[int]:
    """What follows "of", with a word torn off its end ("of 60 dead by X")."""
    tokens = subtree(of) - {of.i}
    following = max(tokens, default=of.i) + 1
    if (
        following < len(of.doc)
        and of.doc[following].head == of.head
        and of.doc[following].pos_ in ("ADJ", "VERB")
    ):
        tokens.add(following)
    return tokens


def _is_that_clause(node: "Token") -> bool:
    """As in "claim that X did": "that" introduces the clause and is not its subject or object."""
    if node.dep_ == "acl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in node.children):
        return True
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in node.children)
