"""Statements made with a verb: said, denied, accused of, called for, described as.

A verb is read once: who performs it, which words are the cue, and the first construction
of ``constructions`` that yields content.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.clause import Clause
from claimgraph.extract.rules.constructions import CONSTRUCTIONS
from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.endings import ends_with
from claimgraph.extract.rules.passage import Finding, Passage, headline_like
from claimgraph.extract.rules.passives import UNATTRIBUTED, read_passive
from claimgraph.extract.rules.subjects import (
    FINITE,
    Subject,
    agent,
    feels,
    is_passive,
    nearer_speaker,
    own_subject,
    phrase,
    quoting_verb,
    speaks,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN_MODALS = frozenset(("must", "should", "might", "may", "ought"))
_NOBODY = frozenset(("neither", "no", "nobody", "none", "nor"))
_NOT_DONE = ("from", "without", "of")
_PARTICIPLES = ("given", "known", "seen", "shown", "spoken", "sworn", "taken", "written")
_CONTACTS = ("interview", "call", "email", "message", "statement", "conversation")


def find_verbs(passage: Passage, cues: Cues) -> list[Finding]:
    """Return a finding for every verb that can attribute, outside quotations."""
    findings = []
    for token in passage.doc:
        lemma = cues.lemma(token)
        known = cues.can_attribute(token)
        if token.i in passage.inside or not known or not _can_be_cue(token, lemma, cues):
            continue
        if is_passive(token) and not _is_state(token, lemma, cues):
            found = read_passive(token, lemma, cues)
        else:
            found = _read_active(token, lemma, cues, passage)
        if found is not None:
            findings.append(found)
    return findings


def _is_state(verb: "Token", lemma: str, cues: Cues) -> bool:
    """Whether "worried that", "convinced that" tells how somebody feels, not what was done to them."""
    bare = not any(child.dep_ == "auxpass" for child in verb.children)
    return bare and lemma in cues.inner and verb.dep_ == "advcl" and agent(verb) is None


def cue_tokens(verb: "Token") -> set[int]:
    """Return the verb with its auxiliaries, negation, particle and the adverbs beside it."""
    cue = {verb.i}
    for child in verb.children:
        if abs(child.i - verb.i) <= 4 and child.dep_ in ("aux", "auxpass", "neg", "prt"):
            cue.add(child.i)
    for child in verb.children:
        beside = child.i - 1 in cue or child.i + 1 in cue
        if child.dep_ == "advmod" and beside and child.n_lefts + child.n_rights == 0:
            cue.add(child.i)
    quoting = quoting_verb(verb)
    if quoting is not None:
        cue |= {verb.head.i, quoting.i} | {c.i for c in quoting.children if c.dep_ in ("aux", "auxpass")}
    return cue


def _can_be_cue(token: "Token", lemma: str, cues: Cues) -> bool:
    """Whether the token is a verb, or a verb after a name that was read as a plural noun."""
    if token.pos_ == "VERB":
        bare = token.lower_ in _PARTICIPLES and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
        return token.lower_ != "according" and not (bare and token.dep_ != "conj" and agent(token) is None)
    if token.tag_ == "NNS" and token.dep_ in ("acl", "relcl") and lemma in cues.denial:
        return own_subject(token) is not None
    if token.tag_ != "NNS" or token.dep_ != "ROOT" or lemma not in cues.clause or token.i == 0:
        return False
    return token.nbor(-1).pos_ == "PROPN" and any(child.dep_ in ("ccomp", "acl") for child in token.children)


def _is_open(clause: Clause, rule: str) -> bool:
    """Whether "to say", "must say" leave open that anything was said: wishes, refusals, duties."""
    verb = clause.verb
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in _NOT_DONE:
        return True
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        verb = verb.head  # "refused to confirm or deny"
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if auxiliaries & _OPEN_MODALS:
        return True
    if "to" not in auxiliaries:
        return False
    governor = verb.head
    if verb.dep_ == "acl":
        return True  # "pressure to show", "a chance to say"
    if governor.pos_ == "ADJ":
        return clause.cues.lemma(governor) not in clause.cues.prompt
    if clause.cues.lemma(governor) == "continue":
        return False
    return rule != "clause" or clause.cues.lemma(governor) in clause.cues.irrealis


def _is_unsaid(clause: Clause, content: set[int]) -> bool:
    """Whether nothing was said: "did not comment on it", "would not say whether", "asked not to be named"."""
    words = [clause.verb.doc[i] for i in sorted(content)]
    if clause.lemma in ("ask", "request") and any(w.lower_ == "not" for w in words[:2]):
        return any(w.lemma_.lower() in clause.cues.unnamed for w in words)
    nobody = clause.who is not None and clause.verb.doc[min(clause.who.tokens)].lower_ in _NOBODY
    if clause.lemma not in clause.cues.unsaid or not (nobody or clause.children("neg")):
        return False
    asked = words[0].tag_ in ("WRB", "WP", "WDT") or words[0].lower_ in ("if", "whether")
    return asked or not any(w.tag_ in FINITE for w in words)


def _headline_passive(verb: "Token", content: set[int]) -> bool:
    """In the headline "Storm Hits Coast, Losses Reported" nobody reports: headlines tell in the present."""
    past = verb.tag_ in ("VBD", "VBN") and verb.lower_.endswith("ed")
    return past and max(content) < verb.i and headline_like(verb.doc)


def _says_nothing(clause: Clause, name: str, content: set[int]) -> bool:
    """Whether a verb with content reports no statement after all."""
    if name != "clause" and clause.lemma in clause.cues.weak and not speaks(clause.who):
        return True
    return _is_open(clause, name) or _is_unsaid(clause, content) or _headline_passive(clause.verb, content)


def _speaker(verb: "Token", lemma: str, cues: Cues) -> Subject | None:
    """Who performs the verb; of an inner state, the nearest who can have one."""
    who = subject(verb)
    inherits = verb.dep_ in ("advcl", "acl") and own_subject(verb) is None
    state = who is None and _is_state(verb, lemma, cues)
    if inherits and lemma in cues.inner and (state or (who is not None and not feels(who))):
        return nearer_speaker(verb)
    return who


def _read_active(verb: "Token", lemma: str, cues: Cues, passage: Passage) -> Finding | None:
    if any(c.dep_ == "dobj" and c.lemma_.lower() in cues.not_said.get(lemma, ()) for c in verb.children):
        return None
    ending = ends_with(verb, cues)
    who = ending[0] if ending is not None else _speaker(verb, lemma, cues)
    if who is not None and who.head.tag_ in ("WDT", "WP") and not who.pronoun:
        return None  # "which explains why": no antecedent, no speaker
    if lemma in cues.heard and not _is_hearing(who, cues):
        return None
    clause = Clause(verb, lemma, cues, cue_tokens(verb), who, passage.inside)
    finding = Finding(verb, lemma, "quotation", clause.cue)
    if who is not None:
        finding.source, finding.pronoun = set(who.tokens) - clause.cue, set(who.pronoun)
        clause.blocked = finding.source | finding.pronoun
    if ending is not None:
        finding.rule, finding.content = "trailing", ending[1] - finding.core()
        return finding
    for name, construction in CONSTRUCTIONS:
        content = construction(clause) - clause.blocked - clause.cue
        if content:
            if _says_nothing(clause, name, content):
                return None
            finding.lemma = clause.lemma
            finding.rule = (
                "topic" if lemma in cues.topic and name not in ("clause", "parenthetical") else name
            )
            finding.content = content
            break
    if lemma in cues.heard:
        finding.rule, finding.source = UNATTRIBUTED, set()
    finding.via = _channels(clause)
    if lemma in cues.addressed:
        finding.via += [tokens for tokens in _hearers(clause) if not tokens & finding.content]
    return finding


def _is_hearing(who: Subject | None, cues: Cues) -> bool:
    return who is not None and cues.lemma(who.head) in cues.hearing


def _hearers(clause: Clause) -> list[set[int]]:
    """As in "told Reuters that": a named hearer is whom the statement came through."""
    return [
        phrase(node, clause.verb)
        for node in clause.children("dobj", "dative")
        if node.pos_ == "PROPN" and node.i > clause.verb.i
    ]


def _channels(clause: Clause) -> list[set[int]]:
    """Whom it came through: "X, quoted by Y, said"; "was quoted as saying by Y"; interviews."""
    quoting = quoting_verb(clause.verb)
    verbs = [clause.verb, quoting] if quoting is not None else []
    if clause.who is not None:
        verbs += [c for c in clause.who.head.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    found = [
        phrase(noun, verb)
        for verb in verbs
        for node in verb.children
        if node.dep_ == "agent" or node.lower_ == "by"
        for noun in node.children
        if noun.dep_ == "pobj"
    ]
    medium = own_subject(quoting) if quoting is not None else None
    found += [phrase(medium, clause.verb)] if medium is not None else []
    for node in clause.children("prep"):
        found += _interviewer(node)
    return found


def _interviewer(preposition: "Token") -> list[set[int]]:
    """As in "in an interview with Radio Nord", "in a phone call to Reuters"."""
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.lemma_.lower() in _CONTACTS:
            for inner in noun.children:
                if inner.dep_ == "prep" and inner.lower_ in ("with", "to"):
                    return [
                        phrase(n, preposition)
                        for n in inner.children
                        if n.dep_ == "pobj" and n.pos_ == "PROPN"
                    ]
    return []
