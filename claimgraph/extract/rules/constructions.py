"""The constructions a cue verb takes what is said in.

Each is a small function from a ``Clause`` to the tokens of the content (empty: not this
one). ``CONSTRUCTIONS`` lists them in the order tried; the first that answers wins and its
name becomes the attribution's rule.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues, is_temporal
from claimgraph.extract.rules.passage import subtree
from claimgraph.extract.rules.subjects import (
    RELATIVE,
    Subject,
    finite_tag,
    own_subject,
    phrase,
    says_as,
    stray_participle,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRONTED = ("what", *RELATIVE)
_SMALL_CLAUSE = ("dobj", "oprd", "attr", "acomp", "ccomp", "xcomp")
_BELONGING = (
    "about",
    "against",
    "between",
    "concerning",
    "for",
    "from",
    "of",
    "on",
    "over",
    "regarding",
    "to",
    "toward",
    "towards",
)
_GAP = 4


@dataclass(slots=True)
class Clause:
    """A cue verb with what is known of it; constructions may extend ``cue``.

    ``blocked`` are the speaker's tokens, ``inside`` the tokens within quotations.
    """

    verb: "Token"
    lemma: str
    cues: Cues
    cue: set[int]
    who: Subject | None
    inside: frozenset[int]
    blocked: set[int] = field(default_factory=set)

    def children(self, *labels: str) -> "list[Token]":
        """Return the verb's children with one of the dependency labels."""
        return [child for child in self.verb.children if child.dep_ in labels]

    def take(self, nodes: "Iterable[Token]") -> set[int]:
        """Return the subtrees of some nodes without cue and speaker."""
        return {index for node in nodes for index in subtree(node)} - self.blocked - self.cue


def is_infinitive(node: "Token") -> bool:
    """Whether the node is "to" and a verb."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)


def _that_clause(clause: Clause) -> set[int]:
    """As in "X said (that) the mine was safe", before or after the cue."""
    if clause.lemma not in clause.cues.clause:
        return set()
    nodes = clause.children("ccomp", "acl" if clause.verb.pos_ == "NOUN" else "ccomp") or _displaced(clause)
    marked = [node for node in nodes if node.i > clause.verb.i and _mark(node) is not None]
    nodes = marked or nodes
    if clause.lemma in clause.cues.predicate and not any(own_subject(node) for node in nodes):
        return set()
    if any(stray_participle(node) is not None for node in nodes):
        return set()
    content: set[int] = set()
    for node in nodes:
        content |= _without_adjuncts(clause, node) | _split_subject(clause, node)
    return content | _coordinated(clause) if content else set()


def _displaced(clause: Clause) -> "list[Token]":
    """The clause where the parser hung it elsewhere.

    On the statement it was made in ("says in a statement that ..."), or as an open
    complement ("said closing the road was a mistake").
    """
    for preposition in clause.children("prep"):
        for noun in preposition.children:
            found = [
                node for node in noun.children if node.dep_ in ("acl", "ccomp") and _mark(node) is not None
            ]
            if noun.dep_ == "pobj" and found and clause.who is not None:
                return found
    if clause.lemma in clause.cues.addressed | clause.cues.gerund | clause.cues.infinitive:
        return []
    return [
        n
        for n in clause.children("xcomp")
        if n.i > clause.verb.i and not is_infinitive(n) and n.tag_ == "VBG"
    ]


def _mark(node: "Token") -> "Token | None":
    return next(
        (c for c in node.children if c.dep_ == "mark" and c.lower_ in ("that", "whether", "if")), None
    )


def _without_adjuncts(clause: Clause, node: "Token") -> set[int]:
    """A complement clause without the time and place of the saying at its left edge.

    In "said on Saturday the army had withdrawn" the parser hangs "on Saturday" on the
    inner verb. Words between the cue and "that" never belong to the clause.
    """
    tokens = clause.take([node])
    if node.i < clause.verb.i:
        return tokens
    doc = clause.verb.doc
    fronted = {i for i in tokens if i < clause.verb.i and doc[i].lower_ in _FRONTED}
    tokens = {i for i in tokens if i > clause.verb.i} | fronted
    mark = _mark(node)
    if mark is not None:
        return {index for index in tokens if index >= mark.i} | fronted
    after = max(i for i in clause.cue | {clause.verb.i} if i <= node.i)
    for child in node.children:
        if (
            child.dep_ in ("npadvmod", "prep", "advmod")
            and child.left_edge.i == after + 1
            and is_temporal(child)
        ):
            tokens -= subtree(child)
            after = child.right_edge.i
    return _filled(clause, tokens)


def _filled(clause: Clause, tokens: set[int]) -> set[int]:
    """Add the few words between cue and clause that the parser tore off its subject."""
    later = sorted(i for i in tokens if i > clause.verb.i)
    start = max(clause.cue) + 1
    if not later or clause.lemma in clause.cues.addressed or not 0 < later[0] - start <= _GAP:
        return tokens
    gap = [clause.verb.doc[i] for i in range(start, later[0])]
    loose = all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART") or t.text == "-" for t in gap)
    if loose and not any(is_temporal(token) for token in gap):
        return tokens | {token.i for token in gap}
    return tokens


def _split_subject(clause: Clause, node: "Token") -> set[int]:
    """The subject of "warned the operation would go on" when it was read as an object."""
    if (
        own_subject(node) is not None
        or _mark(node) is not None
        or finite_tag(node) is None
        or _is_passive(node)
    ):
        return set()
    return clause.take(n for n in clause.children("dobj") if clause.verb.i < n.i < node.i)


def _is_passive(node: "Token") -> bool:
    return any(child.dep_ == "nsubjpass" for child in node.children)


def _coordinated(clause: Clause) -> set[int]:
    """The second half of "said it had run out and had closed", read as the speaker's own act.

    A later tense than the cue's own ("said ... and had closed", "and that ...") shows
    that the words are still reported.
    """
    if finite_tag(clause.verb) != "VBD" or any(c.lower_ == "had" for c in clause.children("aux")):
        return set()
    found: set[int] = set()
    before = any(node.i < clause.verb.i for node in clause.children("ccomp"))
    for node in clause.children("conj"):
        if clause.cues.is_verb(clause.cues.lemma(node)):
            continue
        if own_subject(node) is not None or _is_passive(node):
            found |= clause.take([node]) if before else set()
            continue
        shifted = any(
            c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "would", "could", "might")
            for c in node.children
        )
        if shifted or _mark(node) is not None:
            found |= clause.take([node])
            found |= {c.i for c in clause.children("cc") if c.i < node.i and c.i > clause.verb.i}
    return found


def _prepositional(clause: Clause) -> set[int]:
    """As in "X called for talks", "X appealed to both sides for restraint"."""
    words = clause.cues.preposition.get(clause.lemma, ())
    phrases = [
        n for n in clause.children("prep") if n.lower_ in words and n.i > clause.verb.i and not is_temporal(n)
    ]
    if not phrases or clause.children("dobj"):
        return set()
    first = phrases[0]
    content = clause.take(phrases)
    if clause.lemma in clause.cues.infinitive:
        content |= clause.take(n for n in clause.children("xcomp", "advcl", "ccomp") if is_infinitive(n))
    if content == {first.i} or first.i in clause.inside:
        return content - {first.i} if first.i not in clause.inside else content
    clause.cue.add(first.i)
    return content - clause.cue


def _predicate(clause: Clause) -> set[int]:
    """As in "X called it a lie": a thing and what it is said to be."""
    if clause.lemma not in clause.cues.predicate:
        return set()
    nodes = clause.children(*_SMALL_CLAUSE)
    complement = [
        node
        for node in nodes
        if node.dep_ in ("oprd", "attr", "acomp")
        or (node.dep_ != "dobj" and node.pos_ not in ("VERB", "AUX"))
    ]
    if not complement or any(is_infinitive(node) for node in complement if node.dep_ == "xcomp"):
        return set()
    return clause.take(nodes)


def _infinitive(clause: Clause) -> set[int]:
    """As in "X promised to return", "X urged the sides to stop"."""
    if clause.lemma not in clause.cues.infinitive:
        return set()
    nodes = [
        n for n in clause.children("xcomp", "ccomp", "advcl") if is_infinitive(n) and n.i > clause.verb.i
    ]
    if not nodes:
        return set()
    addressee = [node for node in clause.children("dobj", "dative") if clause.verb.i < node.i < nodes[0].i]
    return clause.take([*addressee, *nodes[:1]])


def _gerund(clause: Clause) -> set[int]:
    """As in "X denied having met her"."""
    if clause.lemma not in clause.cues.gerund:
        return set()
    for node in clause.children("ccomp"):
        stray = stray_participle(node)
        subject = own_subject(node)
        if stray is not None and subject is not None:
            return {i for i in range(stray.i, subject.left_edge.i) if clause.verb.doc[i].pos_ != "CCONJ"}
    nodes = clause.children("xcomp", "pcomp", "ccomp")
    return clause.take(
        n
        for n in nodes
        if n.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_[:3] == "aux" for c in n.children)
    )


def _object(clause: Clause) -> set[int]:
    """As in "X denied the report", "X accused Y of fraud", "a claim that X denies"."""
    frame = clause.cues.object_with.get(clause.lemma)
    plain = clause.lemma in clause.cues.objects
    if not plain and frame is None:
        return set()
    phrases = [
        n
        for n in clause.children("prep")
        if n.lower_ in (frame or ()) and n.i > clause.verb.i and not is_temporal(n)
    ]
    phrases += [
        n
        for n in clause.children("advcl")
        if "as" in (frame or ()) and n.left_edge.lower_ == "as" and n.tag_ == "VBN" and own_subject(n) is None
    ]
    if clause.lemma in clause.cues.addressed and not plain:
        return clause.take(phrases)
    if clause.lemma == "put" and not any(c.isdigit() for n in phrases for t in n.subtree for c in t.text):
        return set()
    objects = [
        node for node in clause.children("dobj", "oprd", "attr") if node.dep_ == "dobj" or phrases or plain
    ]
    objects += [node for node in clause.children("ccomp") if plain and node.left_edge.lower_ == "what"]
    if not plain and not phrases and clause.lemma != "accuse":
        return set()
    if any(_no_statement(clause, node) for node in objects) or says_as(clause.verb) is not None:
        return set()
    antecedent = _antecedent(clause, objects)
    if antecedent:
        objects = [node for node in objects if node.lower_ not in RELATIVE]
    tokens = clause.take([*objects, *phrases, *_belonging(clause, objects)])
    return antecedent | (tokens - _joined_verbs(objects))


def _joined_verbs(objects: "list[Token]") -> set[int]:
    """Verbs of the speaker's that the parser joined to the object ("rejected both pleas, ruled ...")."""
    found: set[int] = set()
    for node in objects:
        for child in node.subtree:
            if (
                child.dep_ == "conj"
                and child.pos_ == "VERB"
                and finite_tag(child)
                and child.head.pos_ != "VERB"
            ):
                found |= subtree(child)
    return found


def _no_statement(clause: Clause, node: "Token") -> bool:
    """Objects that make the verb something else: "claimed 30 lives", "reporting Ada Nwosu"."""
    if node.dep_ != "dobj":
        return False
    if node.lemma_.lower() in clause.cues.not_said.get(clause.lemma, ()):
        return True
    return clause.lemma in ("report", "announce", "state", "write") and node.pos_ == "PROPN"


def _belonging(clause: Clause, objects: "list[Token]") -> "list[Token]":
    """Phrases right after the object that the parser hung on the verb: "the report on the deaths"."""
    if not objects or objects[-1].i < clause.verb.i or objects[-1].dep_ == "ccomp":
        return []
    end = objects[-1].right_edge.i
    found = []
    for node in clause.children("prep"):
        if node.i == end + 1 and node.lower_ in _BELONGING and not is_temporal(node):
            found.append(node)
            end = node.right_edge.i
    return found


def _antecedent(clause: Clause, objects: "list[Token]") -> set[int]:
    """What is denied in "the charge, which X denies", "a charge (that) X denies"."""
    verb = clause.verb
    if verb.dep_ not in ("relcl", "acl") or verb.head.i >= verb.i:
        return set()
    own = own_subject(verb)
    if own is None or own.lower_ in RELATIVE:
        return set()
    fronted = any(node.lower_ in RELATIVE and node.i < verb.i for node in objects)
    return phrase(verb.head, verb) if fronted or not objects else set()


def _light(clause: Clause) -> set[int]:
    """As in "X expressed concern over the delay": the noun says what is held."""
    if clause.lemma not in clause.cues.light_verbs:
        return set()
    nouns = [n for n in clause.children("dobj") if n.lemma_.lower() in clause.cues.light_nouns]
    return clause.take(nouns)


def _what(clause: Clause) -> set[int]:
    """As in "over what X says is neglect", where "is" was hung elsewhere."""
    verb = clause.verb
    what = next((c for c in verb.children if c.lower_ == "what" and c.i < verb.i), None)
    if what is None or clause.lemma not in clause.cues.clause or verb.i + 1 >= len(verb.doc):
        return set()
    be = verb.nbor()
    return {what.i, *range(be.i, be.right_edge.i + 1)} if be.pos_ == "AUX" else set()


def _parenthetical(clause: Clause) -> set[int]:
    """As in "The mine, X said, was safe"; "As X noted, the mine was safe"."""
    verb = clause.verb
    comparing = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if clause.lemma not in clause.cues.clause or not (comparing or verb.dep_ == "parataxis"):
        return set()
    if verb.head == verb or clause.children("ccomp", "dobj"):
        return set()
    return subtree(verb.head) - subtree(verb)


def _rest(clause: Clause) -> set[int]:
    """As in the headline "Agency says bridge closed": no clause to the parser, yet one to readers."""
    if clause.lemma not in clause.cues.clause or clause.lemma in clause.cues.addressed or clause.who is None:
        return set()
    objects = clause.children("dobj")
    if not objects or finite_tag(clause.verb) is None or objects[0].i < clause.verb.i:
        return set()
    if clause.lemma in clause.cues.objects or not any(c.dep_ == "acl" for c in objects[0].children):
        return set()
    return clause.take(objects)


def _trailing(clause: Clause) -> set[int]:
    """As in "... to close, X was quoted as saying": the sentence before its last clause."""
    verb = clause.verb
    if (
        clause.lemma not in clause.cues.clause
        or clause.who is None
        or clause.children("ccomp", "dobj", "xcomp")
    ):
        return set()
    inverted = clause.who.head.i > verb.i
    start = min(clause.cue if inverted else clause.who.tokens | clause.cue)
    sentence = verb.sent
    doc = verb.doc
    opening = doc[sentence.start]
    if start - sentence.start < 3 or opening.pos_ == "SCONJ" or opening.tag_ in ("VBG", "VBN"):
        return set()
    if any(
        child.i > verb.i
        and child.i != clause.who.head.i
        and child.dep_ not in ("punct", "prep", "agent", "npadvmod", "advmod")
        for child in verb.children
    ):
        return set()
    if (not inverted and max(clause.who.tokens) + 1 < min(clause.cue)) or doc[start - 1].text not in (
        ",",
        "”",
        '"',
        "''",
        "’",
        "'",
    ):
        return set()
    return set(range(sentence.start, start))


def _garden_path(clause: Clause) -> set[int]:
    """As in "claims the driver threatened him", where "the driver" was read as what is claimed."""
    if (
        clause.lemma not in clause.cues.clause
        or clause.lemma in clause.cues.addressed
        or clause.children("ccomp")
    ):
        return set()
    objects = [node for node in clause.children("dobj") if node.i > clause.verb.i]
    if not objects or objects[0].right_edge.i + 1 >= len(clause.verb.doc):
        return set()
    following = clause.verb.doc[objects[0].right_edge.i + 1]
    verb = following if following.pos_ == "VERB" else following.head
    stray = verb.pos_ == "VERB" and finite_tag(verb) is not None and verb.left_edge.i <= following.i <= verb.i
    if (
        not stray
        or verb.i <= clause.verb.i
        or own_subject(verb) is not None
        or verb.dep_ == "ROOT"
        or _is_passive(verb)
    ):
        return set()
    return clause.take([objects[0]]) | {i for i in subtree(verb) if i > clause.verb.i}


CONSTRUCTIONS: tuple[tuple[str, Callable[[Clause], set[int]]], ...] = (
    ("clause", _that_clause),
    ("garden_path", _garden_path),
    ("prepositional", _prepositional),
    ("predicate", _predicate),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("object", _object),
    ("light", _light),
    ("what", _what),
    ("parenthetical", _parenthetical),
    ("rest", _rest),
    ("trailing", _trailing),
)
"""Names and constructions, in the order tried."""
