"""What is said as a clause: "said that ...", "..., X said", and what the parser makes of them.

Each function takes a ``Clause`` and returns the tokens of the content; empty: not this
construction.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.clause import Clause, is_infinitive
from claimgraph.extract.rules.cues import is_temporal
from claimgraph.extract.rules.endings import is_sentence
from claimgraph.extract.rules.passage import subtree
from claimgraph.extract.rules.subjects import RELATIVE, finite_tag, own_subject, stray_participle

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRONTED = ("what", *RELATIVE)
_GAP = 4
_BEFORE_SPEAKER = (",", "”", '"', "''", "’")


def that_clause(clause: Clause) -> set[int]:
    """As in "X said (that) the mine was safe", before or after the cue."""
    if clause.lemma not in clause.cues.clause | clause.cues.heard:
        return set()
    nodes = clause.children("ccomp", "acl" if clause.verb.pos_ == "NOUN" else "ccomp") or _displaced(clause)
    nodes = [node for node in nodes if not _comments_on(node, clause.verb) and not _parted_from(node, clause)]
    marked = [node for node in nodes if node.i > clause.verb.i and _mark(node) is not None]
    nodes = marked or nodes
    whole = any(own_subject(node) is not None or _mark(node) is not None for node in nodes)
    if clause.lemma in clause.cues.predicate and not whole:
        return set()
    if any(stray_participle(node) is not None for node in nodes):
        return set()
    content: set[int] = set()
    for node in nodes:
        content |= _without_adjuncts(clause, node) | _split_subject(clause, node)
    return _joined(clause, _whole_before(clause, content), _coordinated(clause)) if content else set()


def _parted_from(node: "Token", clause: Clause) -> bool:
    """Whether a semicolon parts a clause before the cue from it: "It rained; he denied a report"."""
    start = min(clause.blocked | clause.cue)
    return node.i < start and start > 0 and clause.verb.doc[start - 1].text == ";"


def _joined(clause: Clause, content: set[int], more: set[int]) -> set[int]:
    """Both parts, with the comma between them."""
    if not more:
        return content
    between = range(max(content) + 1, min(more))
    return content | more | {i for i in between if clause.verb.doc[i].is_punct}


def _whole_before(clause: Clause, content: set[int]) -> set[int]:
    """All that stands before "X said": the parser hangs "when the gun went off" on "said"."""
    start = min(clause.blocked | clause.cue)
    if not content or max(content) >= start or clause.verb.doc[start - 1].text not in _BEFORE_SPEAKER:
        return content
    first = min(content)
    for child in clause.verb.children:
        if (
            child.i < first
            and child.right_edge.i < first
            and child.dep_ in ("prep", "advmod", "npadvmod", "advcl")
        ):
            first = min(first, child.left_edge.i)
    return set(range(first, start))


def _displaced(clause: Clause) -> "list[Token]":
    """The clause where the parser hung it elsewhere.

    On the statement it was made in ("says in a statement that ..."), or as an open
    complement ("said closing the road was a mistake").
    """
    hearers = clause.children("dobj", "dative") if clause.lemma in clause.cues.addressed else []
    told = [node for hearer in hearers for node in hearer.children if _is_told(node)]
    if told:
        return told
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


def _is_told(node: "Token") -> bool:
    """Whether a clause under the hearer is what was said: "told the jury that the door was locked".

    A relative clause lacks the one it is about ("told the man he had met"); this one lacks nobody.
    """
    own = own_subject(node) or next((c for c in node.children if c.dep_ == "nsubjpass"), None)
    if node.dep_ not in ("acl", "relcl") or own is None or own.tag_ in ("WP", "WDT"):
        return False
    if _mark(node) is not None:
        return True
    complete = _is_passive(node) or any(c.dep_ in ("dobj", "ccomp", "attr", "acomp") for c in node.children)
    return complete and not any(c.tag_ in ("WP", "WDT", "WRB") for c in node.children)


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
        shifted = any(
            c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "would", "could", "might")
            for c in node.children
        )
        reported = (shifted or _mark(node) is not None) and node.i > clause.verb.i
        if (own_subject(node) is not None or _is_passive(node)) and not reported:
            found |= clause.take([node]) if before else set()
            continue
        if shifted or _mark(node) is not None:
            found |= clause.take([node])
            found |= {c.i for c in clause.children("cc") if c.i < node.i and c.i > clause.verb.i}
    return found


def garden_path(clause: Clause) -> set[int]:
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


def what_clause(clause: Clause) -> set[int]:
    """As in "over what X says is neglect", where "is" was hung elsewhere."""
    verb = clause.verb
    what = next((c for c in verb.children if c.lower_ == "what" and c.i < verb.i), None)
    if what is None or clause.lemma not in clause.cues.clause or verb.i + 1 >= len(verb.doc):
        return set()
    be = verb.nbor()
    return {what.i, *range(be.i, be.right_edge.i + 1)} if be.pos_ == "AUX" else set()


def parenthetical(clause: Clause) -> set[int]:
    """As in "The mine, X said, was safe"; "As X noted, the mine was safe"."""
    verb = clause.verb
    comparing = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if clause.lemma not in clause.cues.clause or not (comparing or verb.dep_ == "parataxis"):
        return set()
    if verb.head == verb or clause.children("ccomp", "dobj"):
        return set()
    comment = [c for c in verb.head.subtree if c.dep_ == "relcl" and _comments_on(c, verb)]
    content = subtree(verb.head) - subtree(verb) - {i for node in comment for i in subtree(node)}
    # "as toxic as insiders believe" compares; it reports nothing
    return content if any(verb.doc[i].pos_ in ("VERB", "AUX") for i in content) else set()


def _comments_on(relative: "Token", verb: "Token") -> bool:
    """In "Six died, X said, which brings the toll to nine" the last clause is the writer's."""
    opens = relative.left_edge
    if opens.lower_ != "which" or opens.i < verb.i or opens.nbor(-1).text != ",":
        return False
    return opens.i == 2 + max(n.i for n in (verb, *verb.subtree) if not n.is_punct and n.i < opens.i)


def rest(clause: Clause) -> set[int]:
    """As in the headline "Agency says bridge closed": no clause to the parser, yet one to readers."""
    if clause.lemma not in clause.cues.clause or clause.lemma in clause.cues.addressed or clause.who is None:
        return set()
    objects = clause.children("dobj")
    if not objects or finite_tag(clause.verb) is None or objects[0].i < clause.verb.i:
        return set()
    if clause.lemma in clause.cues.objects or not any(c.dep_ == "acl" for c in objects[0].children):
        return set()
    return clause.take(objects)


def _governs(clause: Clause) -> bool:
    """Whether the verb has a preposition with which it reports nothing: "agreed to a truce"."""
    words = clause.cues.governed.get(clause.lemma, ())
    return any(child.i > clause.verb.i and child.lower_ in words for child in clause.verb.children)


def trailing(clause: Clause) -> set[int]:
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
    before = list(doc[sentence.start : start])
    quoted = sum(token.i in clause.inside for token in before) * 2 > len(before)
    if not (quoted or is_sentence(before, clause.cues)) or _governs(clause):
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
