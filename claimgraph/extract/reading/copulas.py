"""What something is said to be: by an adjective, a noun, a phrase or an adverb behind "be" or its like.

A state is known by its own words ("unarmed", "leader", "in kabul"), and its patient is what it is said
of: the subject, or whom a verb of naming names ("called him a liar", "described her as a spy").
"""

from collections.abc import Iterator

from claimgraph.extract.grammar.nouns import counted_of, joined_to
from claimgraph.extract.grammar.reality import factuality
from claimgraph.extract.grammar.subjects import bearer, is_existential
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    COMPLEMENTS,
    NOMINAL,
    above,
    child,
    children,
    following,
    governed,
    has,
    has_word,
    is_content,
    is_half,
    is_time,
    subtrees,
)
from claimgraph.extract.grammar.verbs import is_bare, negation_of, polarity
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.reading.vocabulary import noun_lemma, noun_type
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.deeds import state_words, verb_types
from claimgraph.model import Proposition

_TELLING = frozenset({"VBN", "JJ", "VBD"})


def states(passage: Passage, token: Token) -> Iterator[Proposition]:
    """Yield the state that a word tells, of its bearer and of everybody joined to that one."""
    word = _state(token)
    if word is None or _is_limited(token):
        return
    first = above(token, "conj")
    verb = first.head.head if first.dep_ == "pobj" else first.head
    verb = verb.head if verb.lower_ == "far" else verb
    verb = token if has(token, *ANY_SUBJECT) else verb  # of a clause without a verb: "made him rich"
    before = first.dep_ == "acomp" and any(first.i < one.i for one in children(verb, "dobj"))  # "shot dead"
    as_such = before or first.dep_ in {"oprd", "pobj"}  # "called him a liar", "refers to him as a liar"
    of = (_named(verb) if as_such else None) or bearer(verb)
    no = negation_of(token)  # behind it another is ruled out: "was a revolver, not a shotgun"
    negated = [token] if no is None or no.i < token.i else []
    negated += [] if first.dep_ == "pobj" and first.i < verb.i else [verb]  # not "as mayor he never acted"
    told, seems = factuality(verb), verb.lemma in words("hedges", "seeming")
    for one in (of, *joined_to(of)):
        yield Proposition(
            predicate=word,
            trigger=passage.span(token),
            lemma=word,
            complement=_completion(token, word),
            patient=passage.participant(one),
            polarity=polarity(*negated),
            factuality="possible" if seems and told == "actual" else told,
        )


def _completion(token: Token, word: str) -> str:
    """Return what makes a state what it is: "urgent, of nurses" of "an urgent lack of nurses"."""
    head = counted_of(child(token, "pobj") or token)
    beside = children(head, "amod", "nmod", "compound", "nummod") if head.pos_ in NOMINAL else []
    before = [one.lower_ for one in subtrees(beside) if one.text[0].isalnum() and one.lower_ not in word]
    behind = [said for said in phrases(head) if said not in word]
    return ", ".join(filter(None, [" ".join(before), *behind[:1], *to_do(token, head)]))


def phrases(word: Token, *filled: Token | None) -> Iterator[str]:
    """Yield what hangs on a word by prepositions, but when, why and what is in a role: "at risk"."""
    others = words("grammar", "circumstantial") - {"than", "as", "by"}
    for one in children(word, "prep", "dative"):
        inner = child(one, "pobj")
        if inner is None and one.dep_ == "dative":
            yield f"to {one.lower_ if one.pos_ == 'PRON' else one.lemma}"
        elif one.lower_ not in others and (inner is None or inner not in filled):
            yield from filter(None, [_phrase(one)])


def _phrase(link: Token) -> str:
    """Return a preposition with what stands behind it, or behind one more: "out of prison"; no time."""
    inner = child(link, "pobj", "pcomp", "prep")
    if inner is None or (is_time(inner) and link.lower_ != "of"):
        return ""
    if inner.dep_ == "prep":
        return f"{link.lower_} {below}" if (below := _phrase(inner)) else ""
    inner = counted_of(inner)
    return f"{link.lower_} {noun_lemma(inner) if inner.pos_ in NOMINAL else inner.lower_}"


def to_do(*words_: Token) -> list[str]:
    """Return the infinitives of adjectives and nouns: "the right to speak"."""
    below = dict.fromkeys(one for word in words_ for one in children(word, "xcomp", "acl"))
    return [f"to {one.lemma}" for one in below if one.tag_ == "VB"]


def _named(verb: Token) -> Token | None:
    """Return whom or what a verb names: its object, or the first of two words for it: "called Lund a spy"."""
    both = children(verb, "oprd")[:2]
    relative = verb.dep_ == "relcl" and not is_content(verb)  # "one he calls a spy"
    first = both[0] if len(both) > 1 else verb.head if relative else None
    return child(verb, "dobj", "nsubjpass") or governed(verb, "to") or first


def _is_limited(token: Token) -> bool:
    """Tell whether a word is said neither to hold nor not: "less sure", "not the only cause"."""
    if has(token, "advmod", among={"less", "least"}):
        return True
    utmost = token.tag_ == "JJR" and has(token.head, "aux", among={"could", "can"})  # "could not be worse"
    limits = utmost or has(token, "amod", among=words("grammar", "restricting"))
    return limits and polarity(token.head, token) == "denied"


def _state(token: Token) -> str | None:
    """Return the state that a word tells: "was undamaged", "is the leader", "was in Kabul"."""
    hedges = token in children(token.head, "acomp")[:-1] and not has(token, "conj", "prep")
    if token.is_punct or is_half(token) or hedges:  # "was likely absent"
        return None
    named = counted_of(token)  # "was one of the leaders"
    if token.pos_ in NOMINAL or token.tag_ == "CD" or named is not token:
        return _name_of(named) if _is_complement(token) else None
    if token.head.i != token.i and is_bare(token.head):
        return _whereabouts(token)
    if _is_adjective(token) and _is_complement(token):  # "larger" is not "large"
        itself = token.lower_ in state_words() or token.tag_ in {"JJR", "JJS"}
        return str(token.lower_) if itself else noun_lemma(token)
    if token.tag_ == "VBN" and token.dep_ == "acomp" and not has(token, "advmod", "punct"):
        return token.lemma  # "was not overloaded", but "is well known", "cherry-picked"
    return _listed(token)


def _name_of(noun: Token) -> str | None:
    """Return a noun as a state, or what describes one that says little; none where it tells a deed."""
    little = noun.lemma in words("grammar", "saying_little")
    said = child(noun, "amod") if little else None
    if said is not None and said.pos_ == "ADJ":  # "is a different story"
        return str(said.lower_)
    if little and has(noun, "relcl"):  # "is one that sank"
        return None
    parts = [*children(noun, "compound"), noun] if noun.pos_ == "PROPN" else []
    name = " ".join(one.lower_ for one in parts) or noun_lemma(noun)
    return None if noun_type(noun) is not None else name


def _listed(token: Token) -> str | None:
    """Return a listed state told by a participle or an adverb: "were grounded", "went smoothly"."""
    telling = token.tag_ in _TELLING
    manner = token.dep_ == "advmod" and token.head.dep_ != "amod" and not telling
    if not manner and (not telling or token.dep_ in {"amod", "conj"}):
        return None
    word = str(token.lower_).removesuffix("ly") if manner else str(token.lower_)
    acts = has(token.head if manner else token, "dobj")
    other = word != token.lower_ and word in verb_types()  # "closely"
    return word if word in state_words() and not acts and not other else None


def _is_complement(token: Token) -> bool:
    """Tell whether a noun or adjective is said of something: "is a spy", "made it a rule", "seen as calm"."""
    but = token.pos_ == "NOUN" and has(token.head, "cc", among={"but"})  # "was not a spy but a clerk"
    if token.dep_ == "conj" and ((token.pos_ == token.head.pos_ and but) or _is_adjective(token)):
        return _is_complement(token.head)
    if token.dep_ in COMPLEMENTS:  # but not in "it was the army that fired", and not who is called so
        clause = any(has(one, "relcl") for one in (token, *children(token, "conj", "appos")))
        cleft = (clause or any(one.tag_ == "VBG" for one in children(token, "acl"))) and is_cleft(token)
        called = token.dep_ == "oprd" and token == _named(token.head)
        return not cleft and not called and not is_existential(token.head)
    naming = words("grammar", "naming") | words("grammar", "serving")
    named_as = token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.lemma in naming
    clause = token.dep_ in {"ccomp", "ROOT"} and has(token, *ANY_SUBJECT)
    far = token.pos_ == "ADJ" and token.head.lower_ == "from" and following(token.head, -1) == "far"
    return named_as or far or clause or has(token, "auxpass")  # "that the jury is biased"


def is_cleft(noun: Token) -> bool:
    """Tell whether a noun is picked out: "it was the army that fired", not "it is a rule that hurts"."""
    return has(noun.head, "nsubj", among={"it"}) and not has_word(noun, "a", "an")


def _is_adjective(token: Token) -> bool:
    """Tell whether a word is an adjective, or a participle that a hyphen makes one: "state-owned"."""
    joined = token.tag_ == "VBN" and following(token, -1) == "-" and not has(token, "auxpass")
    return token.pos_ == "ADJ" or joined


def _whereabouts(token: Token) -> str | None:
    """Return a phrase or adverb behind a bare "be": "in kabul", "down"; no time and no reason."""
    if token.dep_ == "advmod":
        return str(token.lower_) if token.lower_ in words("grammar", "whereabouts") else None
    behind = token.dep_ == "prep" and token.i > token.head.i
    other = not behind or token.lower_ in words("grammar", "circumstantial")
    return None if other else _phrase(token) or None
