"""Statements made with a verb: said, denied, accused of, called for, described as.

Each construction is a small function from a ``Clause`` (verb, lemma, speaker, cue) to the
tokens of the content, tried in the order of ``_CONSTRUCTIONS``: the first that answers wins.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues
from claimgraph.extract.rules.passage import Finding, Passage, subtree
from claimgraph.extract.rules.passives import read_passive
from claimgraph.extract.rules.subjects import Subject, is_passive, own_subject, phrase, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = ("which", "that", "who", "whom")
_FRONTED = ("what", *_RELATIVE)
_OBJECTS = ("dobj", "oprd", "attr")
_SMALL_CLAUSE = ("dobj", "oprd", "attr", "acomp", "ccomp", "xcomp")


@dataclass(slots=True)
class Clause:
    """A cue verb with what is known of it; constructions may extend ``cue``."""

    verb: "Token"
    lemma: str
    cues: Cues
    cue: set[int]
    who: Subject | None
    blocked: set[int] = field(default_factory=set)

    def children(self, *labels: str) -> "list[Token]":
        """Return the verb's children with one of the dependency labels."""
        return [child for child in self.verb.children if child.dep_ in labels]

    def take(self, nodes: "Iterable[Token]") -> set[int]:
        """Return the subtrees of some nodes without cue and speaker."""
        return {index for node in nodes for index in subtree(node)} - self.blocked - self.cue


def find_verbs(passage: Passage, cues: Cues) -> list[Finding]:
    """Return a finding for every verb that can attribute, outside quotations."""
    findings = []
    for token in passage.doc:
        if token.i in passage.inside or not _can_be_cue(token):
            continue
        lemma = cues.lemma(token)
        if not cues.speaks(lemma):
            continue
        found = read_passive(token, lemma, cues) if is_passive(token) else _read_active(token, lemma, cues)
        if found is not None:
            findings.append(found)
    return findings


def cue_tokens(verb: "Token") -> set[int]:
    """Return the verb with its auxiliaries, negation, particle and adverbs beside it."""
    cue = {verb.i}
    for child in verb.children:
        near = abs(child.i - verb.i) <= 4
        if near and child.dep_ in ("aux", "auxpass", "neg", "prt"):
            cue.add(child.i)
    for child in verb.children:
        if (
            child.dep_ == "advmod"
            and (child.i - 1 in cue or child.i + 1 in cue)
            and child.n_lefts + child.n_rights == 0
        ):
            cue.add(child.i)
    return cue


def _can_be_cue(token: "Token") -> bool:
    if token.pos_ == "VERB":
        return token.lower_ != "according"
    return token.pos_ == "AUX" and token.lower_ not in ("be", "have", "do") and token.dep_ == "ROOT"


def _read_active(verb: "Token", lemma: str, cues: Cues) -> Finding | None:
    who = subject(verb)
    clause = Clause(verb, lemma, cues, cue_tokens(verb), who)
    finding = Finding(verb, lemma, "verb", clause.cue, spoken=cues.speaks(lemma))
    if who is not None:
        finding.source, finding.pronoun = set(who.tokens), set(who.pronoun)
        clause.blocked = finding.source | finding.pronoun
    for name, construction in _CONSTRUCTIONS:
        content = construction(clause)
        if content:
            finding.rule, finding.content = name, content - finding.core()
            break
    else:
        finding.rule = "quotation"
    finding.via = _hearers(clause) if lemma in cues.addressed else []
    finding.via += _channels(clause)
    return finding


# --- constructions -----------------------------------------------------------------------


def _that_clause(clause: Clause) -> set[int]:
    """ "X said (that) the mine was safe", before or after the cue."""
    if clause.lemma not in clause.cues.clause:
        return set()
    nodes = clause.children("ccomp")
    if clause.lemma in clause.cues.predicate and not any(own_subject(node) for node in nodes):
        return set()
    content: set[int] = set()
    for node in nodes:
        content |= _without_adjuncts(clause, node)
    return content


def _infinitive(clause: Clause) -> set[int]:
    """ "X promised to return", "X urged the sides to stop"."""
    if clause.lemma not in clause.cues.infinitive:
        return set()
    nodes = [
        node
        for node in clause.children("xcomp", "ccomp", "advcl")
        if _is_infinitive(node) and node.i > clause.verb.i
    ]
    if not nodes:
        return set()
    addressee = [node for node in clause.children("dobj", "dative") if clause.verb.i < node.i < nodes[0].i]
    return clause.take([*addressee, *nodes[:1]])


def _gerund(clause: Clause) -> set[int]:
    """ "X denied having met her"."""
    if clause.lemma not in clause.cues.gerund:
        return set()
    return clause.take(n for n in clause.children("xcomp", "pcomp") if n.tag_ == "VBG" or _has_having(n))


def _predicate(clause: Clause) -> set[int]:
    """ "X called it a lie": a thing and what it is said to be."""
    if clause.lemma not in clause.cues.predicate:
        return set()
    nodes = clause.children(*_SMALL_CLAUSE)
    complement = [node for node in nodes if node.dep_ != "dobj"]
    if not complement or any(_is_infinitive(node) for node in complement if node.dep_ == "xcomp"):
        return set()
    return clause.take(nodes)


def _object(clause: Clause) -> set[int]:
    """ "X denied the report", "X accused Y of fraud", "a claim that X denies"."""
    frame = clause.cues.object_with.get(clause.lemma)
    if clause.lemma not in clause.cues.objects and frame is None:
        return set()
    objects = clause.children(*_OBJECTS)
    phrases = [
        node
        for node in clause.children("prep")
        if node.lower_ in (frame or ()) and node.i > clause.verb.i and not _is_temporal(node, clause.cues)
    ]
    objects = objects or _relative_object(clause)
    if clause.lemma in clause.cues.addressed and clause.lemma not in clause.cues.objects:
        return clause.take(phrases)
    if clause.lemma not in clause.cues.objects and not phrases and clause.lemma != "accuse":
        return set()
    antecedent = _antecedent(clause, objects)
    return antecedent | clause.take([*objects, *phrases])


def _light(clause: Clause) -> set[int]:
    """ "X expressed concern over ...": the noun says what is held."""
    if clause.lemma not in clause.cues.light_verbs:
        return set()
    return clause.take(n for n in clause.children("dobj") if n.lemma_.lower() in clause.cues.light_nouns)


def _prepositional(clause: Clause) -> set[int]:
    """ "X called for talks", "X appealed to both sides for restraint"."""
    words = clause.cues.preposition.get(clause.lemma, ())
    phrases = [
        node
        for node in clause.children("prep")
        if node.lower_ in words and node.i > clause.verb.i and not _is_temporal(node, clause.cues)
    ]
    if not phrases or clause.children("dobj"):
        return set()
    first = phrases[0]
    content = clause.take(phrases) - {first.i}
    if clause.lemma in clause.cues.infinitive:
        content |= clause.take(
            node for node in clause.children("xcomp", "advcl", "ccomp") if _is_infinitive(node)
        )
    if content:
        clause.cue.add(first.i)
    return content - clause.cue


def _parenthetical(clause: Clause) -> set[int]:
    """ "The mine, X said, was safe"; "As X noted, the mine was safe"."""
    verb = clause.verb
    comparing = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if clause.lemma not in clause.cues.clause or not (comparing or verb.dep_ == "parataxis"):
        return set()
    if verb.head == verb or clause.children("ccomp", "dobj"):
        return set()
    return {index for index in subtree(verb.head) if index not in subtree(verb)} - clause.blocked


_CONSTRUCTIONS: tuple[tuple[str, Callable[[Clause], set[int]]], ...] = (
    ("clause", _that_clause),
    ("predicate", _predicate),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("object", _object),
    ("light", _light),
    ("prepositional", _prepositional),
    ("parenthetical", _parenthetical),
)


# --- helpers -----------------------------------------------------------------------------


def _without_adjuncts(clause: Clause, node: "Token") -> set[int]:
    """A complement clause without the time and place of the saying at its left edge.

    "said on Saturday the army had withdrawn": the parser hangs "on Saturday" on the
    inner verb. Words between the cue and "that" never belong to the clause.
    """
    tokens = clause.take([node])
    if node.i < clause.verb.i:
        return tokens
    tokens = {i for i in tokens if i > clause.verb.i} | _fronted(clause, tokens)
    mark = next(
        (c for c in node.children if c.dep_ == "mark" and c.lower_ in ("that", "whether", "if")), None
    )
    if mark is not None:
        return {index for index in tokens if index >= mark.i or index < clause.verb.i}
    after = max(clause.cue | {clause.verb.i})
    for child in node.children:
        if child.dep_ not in ("npadvmod", "prep", "advmod") or child.left_edge.i != after + 1:
            continue
        if _is_temporal(child, clause.cues):
            tokens -= subtree(child)
            after = child.right_edge.i
    return tokens


def _fronted(clause: Clause, tokens: set[int]) -> set[int]:
    """Relative and question words moved before the cue ("which X said was careless")."""
    doc = clause.verb.doc
    return {i for i in tokens if i < clause.verb.i and doc[i].lower_ in _FRONTED}


def _is_infinitive(node: "Token") -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)


def _has_having(node: "Token") -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ == "VBG" for child in node.children)


def _is_temporal(node: "Token", cues: Cues) -> bool:
    """Whether a phrase names a time: its head noun, or a preposition's, is a word of time."""
    heads = [node, *(child for child in node.children if child.dep_ == "pobj")]
    return any(head.lemma_.lower() in cues.time or head.lower_ in cues.time for head in heads)


def _relative_object(clause: Clause) -> "list[Token]":
    """The relative pronoun as object where the parser gave it another label."""
    if clause.verb.dep_ != "relcl":
        return []
    return [
        c
        for c in clause.verb.children
        if c.lower_ in _RELATIVE and c.i < clause.verb.i and c.dep_ in ("mark", "pobj", "advmod", "det")
    ]


def _antecedent(clause: Clause, objects: "list[Token]") -> set[int]:
    """What is denied in "the charge, which X denies" or "a charge X denies"."""
    verb = clause.verb
    if verb.dep_ != "relcl" or verb.head.i >= verb.i:
        return set()
    fronted = any(node.lower_ in _RELATIVE and node.i < verb.i for node in objects)
    bare = not objects and own_subject(verb) is not None and own_subject(verb).lower_ not in _RELATIVE
    return phrase(verb.head, verb) if fronted or bare else set()


def _hearers(clause: Clause) -> list[set[int]]:
    """ "told Reuters that": a named hearer is whom the statement came through."""
    return [
        set(phrase(node, clause.verb))
        for node in clause.children("dobj", "dative")
        if node.pos_ == "PROPN" and node.i > clause.verb.i
    ]


def _channels(clause: Clause) -> list[set[int]]:
    """ "X, quoted by Russian media, said"; "was quoted as saying by the AP"; interviews."""
    found: list[set[int]] = []
    verbs = [clause.verb]
    if clause.verb.dep_ == "pcomp" and clause.verb.head.lower_ == "as":
        verbs.append(clause.verb.head.head)
    if clause.who is not None:
        verbs += [c for c in clause.who.head.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    for verb in verbs:
        for node in verb.children:
            if node.dep_ == "agent" and (verb is not clause.verb or clause.verb.dep_ == "pcomp"):
                found += [set(phrase(noun, verb)) for noun in node.children if noun.dep_ == "pobj"]
    for node in clause.children("prep"):
        found += _interviewer(node)
    return found


def _interviewer(preposition: "Token") -> list[set[int]]:
    """ "in an interview with CNN Arabic", "in a phone call to Reuters"."""
    for noun in preposition.children:
        if noun.dep_ != "pobj" or noun.lemma_.lower() not in (
            "interview",
            "call",
            "email",
            "message",
            "statement",
        ):
            continue
        for inner in noun.children:
            if inner.dep_ == "prep" and inner.lower_ in ("with", "to"):
                return [
                    set(phrase(n, preposition))
                    for n in inner.children
                    if n.dep_ == "pobj" and n.pos_ == "PROPN"
                ]
    return []
