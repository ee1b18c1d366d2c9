"""What is said as an object or complement: "denied the report", "called for talks", "called it a lie".

Each function takes a ``Clause`` and returns the tokens of the content; empty: not this
construction. ``prepositional`` adds its preposition to the cue.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.clause import Clause, is_infinitive
from claimgraph.extract.rules.cues import bodies, is_temporal
from claimgraph.extract.rules.passage import subtree
from claimgraph.extract.rules.subjects import (
    RELATIVE,
    finite_tag,
    own_subject,
    phrase,
    says_as,
    stray_participle,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def prepositional(clause: Clause) -> set[int]:
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


def predicate(clause: Clause) -> set[int]:
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
    charge = [n for n in clause.children("prep") if clause.lemma == "plead" and n.lower_ == "to"]
    return clause.take([*nodes, *charge])


def idiom(clause: Clause) -> set[int]:
    """As in "X holds Y responsible for Z", "X took the blame", "X maintains his innocence".

    Extends the clause's lemma by the word that makes the idiom ("hold responsible").
    """
    listed = clause.cues.idioms.get(clause.lemma, ())
    nodes = [node for node in clause.children("dobj", *_SMALL_CLAUSE) if node.i > clause.verb.i]
    named = [token for token in nodes if token.lemma_.lower() in listed]
    named += [token for node in nodes for token in node.children if token.lemma_.lower() in listed]
    if not named or _those(named[0]):
        return set()
    phrases = [n for n in clause.children("prep") if n.i > named[0].i and not is_temporal(n)]
    if any(token.lower_ == "account" for n in phrases for token in n.children):
        return set()  # "held the people responsible to account"
    clause.lemma = f"{clause.lemma} {named[0].lemma_.lower()}"
    return clause.take([*nodes, *phrases])


def _those(word: "Token") -> bool:
    """Whether an adjective only tells who is meant: "those responsible", "the responsible body"."""
    before = word.dep_ == "amod" and word.i < word.head.i
    return before or (word.dep_ == "amod" and word.head.lower_ in ("those", "people", "anyone", "everyone"))


def infinitive(clause: Clause) -> set[int]:
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


def gerund(clause: Clause) -> set[int]:
    """As in "X denied having met her"."""
    if clause.lemma not in clause.cues.gerund:
        return set()
    for node in clause.children("ccomp"):
        stray = stray_participle(node)
        subject = own_subject(node)
        if stray is not None and subject is not None:
            return {i for i in range(stray.i, subject.left_edge.i) if clause.verb.doc[i].pos_ != "CCONJ"}
    nodes = [
        n
        for n in clause.children("xcomp", "pcomp", "ccomp")
        if n.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_.startswith("aux") for c in n.children)
    ]
    doers = [n for n in clause.children("dobj") if nodes and clause.verb.i < n.i < nodes[0].i]
    return clause.take([*doers, *nodes])


def direct_object(clause: Clause) -> set[int]:
    """As in "X denied the report", "X accused Y of fraud", "a claim that X denies"."""
    frame = clause.cues.object_with.get(clause.lemma)
    plain = clause.lemma in clause.cues.objects or _waved_away(clause)
    if not plain and frame is None:
        return set()
    phrases = [
        n
        for n in clause.children("prep")
        if n.lower_ in (frame or ()) and n.i > clause.verb.i and not is_temporal(n)
    ]
    if clause.lemma == "put":  # "put the figure closer to two million"
        phrases += [n for n in clause.children("advmod", "acomp") if n.i > clause.verb.i and _has_number(n)]
    if frame and not plain and not phrases:
        phrases = [n for c in clause.children("dobj") for n in c.children if _charges(n, frame)]
    phrases += [
        n
        for n in clause.children("advcl")
        if "as" in (frame or ()) and n.left_edge.lower_ == "as" and n.tag_ == "VBN" and own_subject(n) is None
    ]
    if clause.lemma in clause.cues.addressed and not plain:
        return clause.take(phrases)
    if clause.lemma == "put" and not any(_has_number(n) for n in phrases):
        return set()
    objects = [
        node for node in clause.children("dobj", "oprd", "attr") if node.dep_ == "dobj" or phrases or plain
    ]
    objects += [node for node in clause.children("ccomp") if plain and node.left_edge.lower_ == "what"]
    if not plain and not phrases and clause.lemma != "accuse":
        return set()
    if not plain and not objects and clause.verb.dep_ not in ("relcl", "acl"):
        return set()  # "the man charged with the theft": the one charged, not who charges
    if any(_no_statement(clause, node) for node in objects) or says_as(clause.verb) is not None:
        return set()
    if clause.lemma in clause.cues.addressed and not phrases and any(_is_hearer(node) for node in objects):
        return set()
    antecedent = _antecedent(clause, objects)
    if antecedent:
        objects = [node for node in objects if node.lower_ not in RELATIVE]
    tokens = clause.take([*objects, *phrases, *_belonging(clause, objects)])
    return antecedent | (tokens - _joined_verbs(objects))


def _has_number(node: "Token") -> bool:
    """Whether what a phrase puts something at is a number: "at 40", "closer to two million"."""
    objects = [token for token in node.subtree if token.dep_ == "pobj"][:1] or [node]
    return any(
        token.like_num or any(c.isdigit() for c in token.text)
        for held in objects
        for token in (held, *held.children)
    )


def _is_hearer(node: "Token") -> bool:
    """Whether an object can only be whom one speaks to: "had warned the surgeon", "reminded her"."""
    return node.pos_ in ("PROPN", "PRON") or node.lemma_.lower() in bodies()


def _charges(preposition: "Token", frame: tuple[str, ...]) -> bool:
    """Whether "of" and a gerund under the object belong to the verb: "suspects the owner of lying"."""
    gerund = any(child.dep_ == "pcomp" and child.tag_ == "VBG" for child in preposition.children)
    return preposition.dep_ == "prep" and preposition.lower_ in frame and gerund


def _waved_away(clause: Clause) -> bool:
    """As in "ruled out sabotage", "brushed aside the claims" (but not the snow)."""
    cues = clause.cues
    if not cues.with_particle(clause.verb):
        return False
    said = cues.reference | cues.noun_clause | cues.noun_of | cues.light_nouns
    anything = clause.lemma in cues.clause
    return anything or any(n.pos_ == "PRON" or cues.lemma(n) in said for n in clause.children("dobj"))


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


def _given(clause: Clause) -> bool:
    """Whether a verb has two objects, somebody and what he is given."""
    nouns = [
        n for n in clause.children("dobj", "dative", "npadvmod") if n.pos_ != "ADP" and n.i > clause.verb.i
    ]
    return len([n for n in nouns if not is_temporal(n)]) > 1


def _no_statement(clause: Clause, node: "Token") -> bool:
    """Objects that make the verb something else: "claimed 30 lives", "withdrew its troops"."""
    if node.dep_ != "dobj":
        return False
    if node.lemma_.lower() in clause.cues.not_said.get(clause.lemma, ()):
        return True
    if clause.lemma == "deny" and _given(clause):
        return True  # "denied the party the victory"
    only = clause.cues.said_only.get(clause.lemma)
    if only is not None and clause.cues.lemma(node) not in only:
        return True
    return clause.lemma in ("report", "announce", "state", "write") and node.pos_ == "PROPN"


def _belonging(clause: Clause, objects: "list[Token]") -> "list[Token]":
    """Phrases right after the object that the parser hung on the verb: "the report on the deaths"."""
    if not objects or objects[-1].i < clause.verb.i or objects[-1].dep_ == "ccomp":
        return []
    end = objects[-1].right_edge.i
    # "denied dumping waste into the river": a gerund taken for a modifier keeps its own phrases
    gerund = objects[-1].left_edge.tag_ == "VBG"
    found = []
    for node in clause.children("prep"):
        shared = node.lower_ == "in" and objects[-1].lemma_.lower() in clause.cues.shares
        belongs = gerund or shared or node.lower_ in _BELONGING
        if node.i == end + 1 and belongs and not is_temporal(node):
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


def light_verb(clause: Clause) -> set[int]:
    """As in "X expressed concern over the delay": the noun says what is held."""
    if clause.lemma not in clause.cues.light_verbs:
        return set()
    nouns = [n for n in clause.children("dobj") if n.lemma_.lower() in clause.cues.light_nouns]
    return clause.take(nouns)
