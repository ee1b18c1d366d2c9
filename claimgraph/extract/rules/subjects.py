"""Who speaks: the noun phrase a cue verb takes its subject from.

The parser's usual slips on news are set right here: a name left over in a coordination
("... hostilities and the mayor urged"), "with the mayor saying", a long apposition that
turns the main verb into a participle.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import bodies, carriers, documents, is_temporal
from claimgraph.extract.rules.passage import subtree
from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
FINITE = ("VBD", "VBZ", "VBP", "MD")
RELATIVE = ("who", "which", "that", "whom")
_SUBJECTS = ("nsubj", "csubj")
_INHERITING = ("conj", "xcomp", "advcl", "pcomp", "dep")
_CLAUSES = ("relcl", "acl", "advcl", "parataxis", "ccomp")
_PEOPLE = frozenset(
    ("man", "woman", "people", "person", "parent", "resident", "victim", "witness", "family", "country")
)
_DEEPEST = 5
_SET_OFF = ("-", "–", "—", ",", ";", "(", "--", "”", '"', "''")


@dataclass(frozen=True, slots=True)
class Subject:
    """The source's tokens, its head, and the relative pronoun that stands for it."""

    head: "Token"
    tokens: frozenset[int]
    pronoun: frozenset[int] = frozenset()


def subject(verb: "Token") -> Subject | None:
    """Return who performs a verb: its own subject, its agent, or the one it inherits."""
    if verb.pos_ == "NOUN" and own_subject(verb) is None:
        return _name_before(verb)
    quoted = _quoted_speaker(verb)
    if quoted is not None:
        return Subject(quoted, frozenset(phrase(quoted, verb)))
    head = _head(verb, 0) or _beside(verb)
    if head is None:
        return None
    if head.lower_ in RELATIVE and head.tag_ in ("WP", "WDT", "IN", "DT") and head.i < verb.i:
        return _antecedent(head, verb)
    return Subject(head, frozenset(phrase(head, verb)))


def speaks(who: Subject | None) -> bool:
    """Whether a speaker is a person, a body or a document rather than an event."""
    if who is None or who.head.pos_ in ("PROPN", "PRON"):
        return who is not None and who.head.lower_ not in ("it", "this", "that")
    lemma = who.head.lemma_.lower()
    return lemma in bodies() or lemma in documents() or who.head.lower_ in bodies() or lemma in _PEOPLE


def nearer_speaker(verb: "Token") -> Subject | None:
    """In "The call came as envoys met, worried that ...", the envoys: the last who act before."""
    for token in reversed(list(verb.doc[verb.sent.start : verb.i])):
        own = own_subject(token) if token.pos_ in ("VERB", "AUX") else None
        if own is not None and own.i < token.i and own.lower_ not in RELATIVE:
            found = Subject(own, frozenset(phrase(own, token)))
            if feels(found):
                return found
    return None


def feels(who: Subject | None) -> bool:
    """Whether a speaker can fear and hope: a letter speaks, but only its writer worries."""
    return speaks(who) and not (who is not None and who.head.lemma_.lower() in documents() | carriers())


def says_as(verb: "Token") -> "Token | None":
    """Return the "saying" of "quoted X as saying"."""
    for child in verb.children:
        if child.lower_ == "as":
            return next(
                (inner for inner in child.children if inner.dep_ == "pcomp" and inner.tag_ == "VBG"), None
            )
    return None


def quoting_verb(verb: "Token") -> "Token | None":
    """Return the "quoted" of "quoted X as saying", active or passive, for its "saying"."""
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and verb.head.head.lemma_.lower() in ("quote", "cite")
    ):
        return verb.head.head
    return None


def _quoted_speaker(verb: "Token") -> "Token | None":
    """In "the agency quoted the mayor as saying", the mayor."""
    quoting = quoting_verb(verb)
    if quoting is None:
        return None
    return next((child for child in quoting.children if child.dep_ in ("dobj", "nsubjpass")), None)


def agent(verb: "Token") -> "Token | None":
    """Return the head of the by-phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj" and not is_temporal(noun):
                    return noun
    return None


def own_subject(verb: "Token") -> "Token | None":
    """Return the head of the verb's own subject, the nearest one if there are two."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    named = [child for child in found if child.tag_ not in ("WP", "WDT")] or found
    if not named:
        return None
    chosen = named[-1]
    stray = stray_participle(verb)
    if stray is not None and stray.i < chosen.left_edge.i:
        return _last_conjunct(chosen)
    return chosen


def stray_participle(verb: "Token") -> "Token | None":
    """The "having" of "denied having hit X and Y said": parsed as an auxiliary of "said"."""
    return next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "having"), None)


def finite_tag(verb: "Token") -> str | None:
    """Return the tag that carries the tense of a verb group."""
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE and child.i < verb.i:
            return str(child.tag_)
    return str(verb.tag_) if verb.tag_ in FINITE else None


def is_passive(verb: "Token") -> bool:
    """Whether the verb is a passive, or a participle that modifies a noun ("denied by X")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl") or any(c.dep_ == "aux" for c in verb.children):
        return False
    return not (_is_main_verb(verb) or own_subject(verb) is not None)


def phrase(head: "Token", verb: "Token") -> set[int]:
    """Return the noun phrase of a head without the clause the verb stands in.

    Relative clauses and participles set off by a comma are left out, appositions kept,
    and so is the time of the saying ("the ministry on Tuesday").
    """
    tokens = subtree(head)
    for node in head.subtree:
        if node.i == head.i:
            continue
        away = (node.dep_ in _CLAUSES and is_set_off(node)) or (
            node.dep_ in ("prep", "npadvmod")
            and is_temporal(node)
            and node.i > head.i
            and node.head.pos_ != "ADJ"
        )
        if away or (node.dep_ == "conj" and node.pos_ in ("VERB", "AUX")):
            tokens -= subtree(node)
    if verb.i in tokens:
        tokens -= subtree(verb)
        tokens.add(head.i)
    tokens = {i for i in tokens if (i < verb.i) == (head.i < verb.i)}
    return contiguous(tokens, head)


def is_set_off(node: "Token") -> bool:
    """Whether a comma or dash stands right before the node's subtree."""
    left = node.left_edge.i
    return left > 0 and node.doc[left - 1].text in _SET_OFF


def contiguous(tokens: set[int], head: "Token") -> set[int]:
    """Keep the unbroken stretch that holds the head, without marks at its end."""
    first = last = head.i
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while (
        last != head.i
        and (head.doc[last].is_punct or head.doc[last].pos_ == "CCONJ")
        and head.doc[last].text not in ")\"”’'"
    ):
        last -= 1
    return set(range(first, last + 1))


def _head(verb: "Token", depth: int) -> "Token | None":
    own = own_subject(verb)
    if own is not None:
        return own
    if is_passive(verb):
        return agent(verb) if depth == 0 else _passive_subject(verb)
    beside = _absolute(verb) or _left_over(verb)
    if beside is not None:
        return beside
    if depth > _DEEPEST or verb.head == verb:
        return None
    return _inherited(verb, depth)


def _inherited(verb: "Token", depth: int) -> "Token | None":
    governor = verb.head
    if verb.dep_ == "acl":
        return _issuer(governor, verb, depth) if governor.pos_ in NOMINAL else None
    if (
        verb.dep_ in ("xcomp", "ccomp", "advcl")
        and governor.pos_ == "ADJ"
        and governor.head.pos_ in ("VERB", "AUX")
    ):
        return _head(governor.head, depth + 1)
    if verb.dep_ in _INHERITING and governor.pos_ in ("VERB", "AUX"):
        return _head(governor, depth + 1) or _passive_subject(governor)
    if verb.dep_ == "conj" and governor.dep_ in ("ROOT", "appos") and governor.pos_ in NOMINAL:
        return governor
    if verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and governor.dep_ == "prep"):
        upper = governor.head
        if upper != governor and upper.pos_ in ("VERB", "AUX"):
            return _judged(upper, governor) or _head(upper, depth + 1) or _passive_subject(upper)
    return None


def _judged(verb: "Token", preposition: "Token") -> "Token | None":
    """In "rebuked Lund for denying it" and "gave Lund a fine for denying it", Lund; else None."""
    if preposition.lower_ != "for" or is_passive(verb):
        return None
    given = next((child for child in verb.children if child.dep_ == "dative" and child.pos_ in NOMINAL), None)
    if given is not None:
        return given
    judging = "for" in table("cues")["verbs"]["object_with"].get(verb.lemma_.lower(), ())
    met = (child for child in verb.children if child.dep_ == "dobj" and child.i < preposition.i)
    return next(met, None) if judging else None


def _issuer(noun: "Token", verb: "Token", depth: int) -> "Token | None":
    """In "the club issued a statement saying", the club; else the noun ("a letter saying")."""
    issuing = noun.head
    if verb.tag_ == "VBG" and noun.dep_ in ("dobj", "pobj") and noun.lemma_.lower() in documents():
        while issuing.dep_ == "prep" and issuing.head != issuing:
            issuing = issuing.head
        if issuing.pos_ == "VERB":
            return _head(issuing, depth + 1) or noun
    return noun


def _name_before(verb: "Token") -> Subject | None:
    """The name before a verb that was read as a plural noun ("Okafor predicts that")."""
    tokens = [token for token in verb.lefts if token.pos_ in NOMINAL and token.i == verb.i - 1]
    if not tokens:
        return None
    start = tokens[0].i
    while (
        start > 0
        and verb.doc[start - 1] in set(verb.subtree)
        and verb.doc[start - 1].pos_ in (*NOMINAL, "ADJ", "DET")
    ):
        start -= 1
    return Subject(tokens[0], frozenset(range(start, verb.i)))


def _beside(verb: "Token") -> "Token | None":
    """The noun phrase right before a main verb that was given no subject at all."""
    if verb.dep_ != "ROOT" or finite_tag(verb) is None:
        return None
    noun = _noun_ending_at(verb.left_edge.i - 1 if _has_auxiliary(verb) else verb.i - 1, verb)
    if noun is not None and noun.dep_ in ("nummod", "dep", "nmod", "npadvmod", "compound", "ROOT"):
        return noun
    return _after_participle(verb)


def _after_participle(verb: "Token") -> "Token | None":
    """The name between commas in "Speaking in Leeds, Okoro, without notes, accused ..."."""
    for token in verb.lefts:
        if token.dep_ == "advcl" and token.tag_ in ("VBG", "VBN") and token.i == verb.sent.start:
            for inner in token.subtree:
                if inner.dep_ == "appos" and inner.pos_ == "PROPN" and is_set_off(inner):
                    return inner
    return None


def _passive_subject(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def _absolute(verb: "Token") -> "Token | None":
    """In "..., with the mayor saying", the mayor: the object of "with" right before a participle."""
    if verb.tag_ != "VBG":
        return None
    apart = is_set_off(verb)
    noun = _noun_ending_at(verb.left_edge.i - (2 if apart else 1), verb)
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "with":
        return None
    # "met with X, saying" is no such thing: there the main clause's subject speaks.
    return noun if not apart or is_set_off(noun.head) else None


def _left_over(verb: "Token") -> "Token | None":
    """A name right before a finite verb that the parser joined to an object before it."""
    if finite_tag(verb) is None:
        return None
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "neg") and c.i < verb.i)])
    noun = _noun_ending_at(start - 1, verb)
    if noun is None or noun.dep_ != "conj" or noun.left_edge.i == 0 or verb.i in subtree(noun):
        return None
    return noun if verb.doc[noun.left_edge.i - 1].lower_ in ("and", "but", "while") else None


def _noun_ending_at(index: int, verb: "Token") -> "Token | None":
    """Return the head of the noun phrase whose last token stands at the index."""
    if index < 0:
        return None
    node = verb.doc[index]
    best = node if node.pos_ in NOMINAL else None
    while node.dep_ not in ("pobj", "conj", "nsubj", "dobj") and node.head != node and node.head.i <= index:
        node = node.head
        if node.pos_ in NOMINAL and node.right_edge.i <= index:
            best = node
    return best


def _last_conjunct(noun: "Token") -> "Token":
    while True:
        following = [child for child in noun.children if child.dep_ == "conj"]
        if not following:
            return noun
        noun = following[-1]


def _antecedent(pronoun: "Token", verb: "Token") -> Subject:
    """Return what a relative pronoun stands for, with the pronoun apart."""
    clause = verb
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    noun = clause.head
    if clause.dep_ != "relcl" or noun.i >= pronoun.i:
        return Subject(pronoun, frozenset((pronoun.i,)))
    tokens = {index for index in phrase(noun, verb) if index < pronoun.i}
    return Subject(noun, frozenset(tokens | {noun.i}), frozenset((pronoun.i,)))


def _has_auxiliary(verb: "Token") -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _is_main_verb(verb: "Token") -> bool:
    """A past tense read as participle: "Ada Nwosu, head of the agency, called for ..."."""
    return verb.head.dep_ == "ROOT" and verb.head.pos_ in NOMINAL and is_set_off(verb) and agent(verb) is None
