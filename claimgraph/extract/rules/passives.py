"""Statements in the passive: "was accused by X of Y", "has been claimed by both sides"."""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues, is_temporal
from claimgraph.extract.rules.passage import Finding, subtree
from claimgraph.extract.rules.subjects import agent, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

UNATTRIBUTED = "unattributed"
_CARRYING = ("quote", "cite")


def read_passive(verb: "Token", lemma: str, cues: Cues) -> Finding | None:
    """Return the statement a passive makes; its source is the agent, or nobody.

    Agentless passives count only where they report ("are estimated to have died", "it was
    announced that") and are marked ``unattributed``. "X was quoted as saying" and "X,
    quoted by Y," are no statements of their own: they are what another one came through.
    """
    if lemma in _CARRYING and (verb.dep_ == "acl" or _has_as_clause(verb)):
        return None
    asked = lemma in cues.infinitive and agent(verb) is not None
    if lemma in cues.addressed and not any(
        child.dep_ == "ccomp" or (asked and child.dep_ == "xcomp") for child in verb.children
    ):
        return None
    if lemma in cues.light_verbs and not any(
        noun.lemma_.lower() in cues.light_nouns for noun in (verb.head, *verb.children) if noun.i < verb.i
    ):
        return None
    doer = agent(verb)
    words = (*cues.object_with.get(lemma, ()), *cues.preposition.get(lemma, ()))
    content = _content(verb, lemma, cues, words)
    clausal = any(child.dep_ in ("ccomp", "xcomp") for child in verb.children)
    if not clausal and lemma not in cues.objects and lemma not in cues.object_with:
        return None
    if not content or (doer is None and not _reports(verb, lemma, cues)):
        return None
    cue = {verb.i} | {
        c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 4
    }
    finding = Finding(verb, lemma, "passive" if doer is not None else UNATTRIBUTED, cue, spoken=False)
    if doer is not None:
        said = {i for c in doer.children if c.dep_ == "prep" and c.lower_ in words for i in subtree(c)}
        finding.source = phrase(doer, verb) - said
        content |= said
        cue |= set(range(min(cue), doer.head.i + 1)) if doer.head.i - verb.i <= 2 else {doer.head.i}
    finding.content = content - finding.core()
    return finding


def _content(verb: "Token", lemma: str, cues: Cues, words: tuple[str, ...]) -> set[int]:
    nodes = [
        child
        for child in verb.children
        if (child.dep_ == "nsubjpass" and child.lower_ != "it")
        or child.dep_ in ("xcomp", "ccomp", "oprd")
        or (child.dep_ == "prep" and child.lower_ in words and not is_temporal(child))
        or (
            child.dep_ == "advcl" and child.tag_ == "VBN" and "as" in words and child.left_edge.lower_ == "as"
        )
    ]
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return phrase(verb.head, verb) | {index for node in nodes for index in subtree(node)}
    clauses = [node for node in nodes if node.dep_ == "ccomp"]
    subject_first = [node for node in nodes if node.dep_ != "ccomp" or not clauses]
    chosen = clauses if clauses and lemma in cues.addressed else [*subject_first, *clauses]
    return {index for node in chosen for index in subtree(node)} - {verb.i}


def _reports(verb: "Token", lemma: str, cues: Cues) -> bool:
    """Whether an agentless passive reports something: with an infinitive or a that-clause."""
    hearer = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if hearer is not None and lemma in cues.told and cues.lemma(hearer) in cues.hearing:
        return True
    if lemma == "accuse" and verb.dep_ == "acl" and any(child.lower_ == "of" for child in verb.children):
        return True  # "a guard accused of theft": by whom is left out
    if verb.dep_ == "acl" or lemma in cues.addressed:
        return False
    if lemma not in cues.clause and lemma not in ("expect", "accuse", "rumour", "rumor"):
        return False
    if any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children):
        return True
    return any(child.dep_ == "xcomp" and child.i > verb.i for child in verb.children) or (
        lemma == "accuse" and any(child.lower_ == "of" for child in verb.children)
    )


def _has_as_clause(verb: "Token") -> bool:
    return any(c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in verb.children)
