"""Whether what a verb tells is told as a fact: actual, possible, future, conditional or demanded.

A clause without tense is as real as what governs it lets it be: "managed to flee" was done, "wanted to
flee" was not. So the verb above is asked first, up to one that has tense (Saurí and Pustejovsky 2012).
"""

from claimgraph.extract.grammar.sentences import is_question
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    COMPLEMENTS,
    NOMINAL,
    VERBAL,
    above,
    child,
    children,
    has,
    has_word,
    is_time,
    lemmas,
    particles,
)
from claimgraph.extract.grammar.verbs import (
    DUTY,
    FUTURE,
    POSSIBLE,
    governor_of,
    is_at_fault,
    is_averted,
    is_conditional,
    is_finite,
    is_infinitive,
    is_negated,
    is_perfect,
    is_present,
    modal_of,
    negation_of,
    stating,
)
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.model import Factuality

_COMPLETES = frozenset({"xcomp", "ccomp", "advcl"})
_OF_NOUN = frozenset({"acl", "relcl"})
_MEANS = {False: frozenset({"by", "through", "while"}), True: frozenset({"by", "through", "while", "before"})}
_INSIDE = {False: frozenset({"in"}), True: frozenset({"in", "on", "into"})}
"""Prepositions behind which a noun, or (True) a gerund, is as real as what it hangs on."""
_LEAVING: "dict[str, Factuality]" = {"foretelling": "future", "intending": "demanded", "wishing": "possible"}
"""What verbs leave of a deed that is their object."""


def factuality(verb: Token) -> Factuality:
    """Return whether a deed is told as actual, possible, future, conditional or demanded."""
    modal, perfect = modal_of(verb), is_perfect(verb)
    guessed = perfect and modal in {"would", "must"}  # "must have slept"
    apart = has(verb, *ANY_SUBJECT) and has(verb.head, "cc", among={"but"})  # "…, but the firm refused"
    if any(map(is_conditional, (verb,) if apart else (verb, above(verb, "conj")))):
        return "conditional"
    if is_question(list(verb.sent)):  # who asks tells nothing
        return "possible"
    if modal in FUTURE:
        return "conditional" if guessed else _foreseen(above(verb, "conj"))
    if _is_to_come(verb):
        return "future"
    if _is_possible(verb, modal):
        return "possible"
    if modal in DUTY or _is_order(verb):
        return "possible" if guessed else "demanded"
    return _governed_factuality(verb)


def _is_to_come(verb: Token) -> bool:
    """Tell whether an infinitive alone says that something is to come: "Mayor to resign", "about to go"."""
    headline = verb.dep_ == "ROOT" and is_infinitive(verb) and has(verb, *ANY_SUBJECT)
    return headline or (verb.dep_ == "xcomp" and verb.head.lower_ == "about")


def _foreseen(verb: Token) -> Factuality:
    """Return whether what will be is foreseen, or only feared or not sure: "no assurance that it will"."""
    foretold = verb.head.lemma in words("grammar", "foretelling")
    return "possible" if not foretold and _of_clause(verb, verb.head) == "possible" else "future"


def _is_order(verb: Token) -> bool:
    """Tell whether a verb orders: "Vote for me", "and let them know"."""
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ else verb
    quoted = first.dep_ == "xcomp" and first.head.lemma in words("acts", "speech")  # "He said: 'Go.'"
    free = first.tag_ == "VB" and (quoted or first.dep_ in {"ROOT", "ccomp", "parataxis"})
    helped = any(one.lemma != "do" for one in children(first, *AUXILIARIES))  # "do not go"
    return free and not helped and not has(first, *ANY_SUBJECT)


def _governed_factuality(verb: Token) -> Factuality:
    """Return the factuality of a plain verb: its own, or what governs it leaves to it."""
    head = verb.head
    if verb.dep_ == "csubj" and verb.tag_ == "VBG":
        return _in_general(head)
    if verb.dep_ in {"pcomp", "pobj"}:
        return _behind_preposition(head, gerund=verb.tag_ == "VBG" and not is_finite(verb))
    if verb.dep_ == "conj":
        first = governor_of(verb)
        apart = modal_of(first) is not None and modal_of(verb) is None  # "will work and is committed"
        own = (is_finite(verb) and (apart or has(verb, "nsubj"))) or first.pos_ not in VERBAL
        return "actual" if own else factuality(first)
    if _is_mandated(verb):
        return "demanded"
    return _of_clause(verb, head) if is_finite(verb) and verb.dep_ != "xcomp" else _without_tense(verb)


def _without_tense(verb: Token) -> Factuality:
    """Return the factuality of a clause without tense: what the verb above leaves to it."""
    head = verb.head.head if is_infinitive(verb) and verb.dep_ in _OF_NOUN else verb.head
    if head.pos_ not in VERBAL or verb.dep_ not in _COMPLETES | _OF_NOUN:
        return "actual"
    return _completed(verb, head) if verb.dep_ in _COMPLETES else factuality(head)


def _in_general(judging: Token) -> Factuality:
    """Return the factuality of a gerund that is judged: "lying is a sin" tells of no lie, "was one" does."""
    aim = lemmas(children(judging, "attr")) & words("grammar", "aims")
    always = judging.lemma == "be" and judging.tag_ in {"VBZ", "VBP"}
    return "possible" if always or aim else factuality(judging)


def _is_mandated(verb: Token) -> bool:
    """Tell whether a clause says what shall be: "the order that he leave", "it is vital that we leave"."""
    forms = {one.tag_ for one in (verb, *children(verb, *AUXILIARIES))}
    if forms == {"VB", "VBN"} and has(verb, "nsubjpass"):  # "it is time the mill be closed"
        return verb.head.lemma not in words("grammar", "realising")
    if not has(verb, "mark", among={"that"}) or forms & {"VBD", "VBZ", "MD"}:
        return False
    demanding = lemmas((verb.head, *children(verb.head, "acomp"))) & words("grammar", "mandating")
    return bool(demanding) or ("VB" in forms and not is_finite(verb))


def _of_clause(verb: Token, governor: Token) -> Factuality:
    """Return what is left of a clause with tense: what a plan waits for is no fact, nor what is asked."""
    if verb.dep_ == "advcl":
        return "future" if _is_awaited(verb, governor) else "actual"
    if verb.dep_ == "relcl" and _is_to_be_made(verb, governor):
        return _of_object(governor, governor.head.lemma)
    content = verb.dep_ == "ccomp" or has(verb, "mark", "dobj", among={"that"})
    if not content or governor.i >= verb.i or verb.left_edge.tag_.startswith("W"):
        return "possible" if _is_asked(verb, governor) else "actual"  # "it is not clear how it sank": it did
    return _of_content(governor)


def _is_to_be_made(clause: Token, noun: Token) -> bool:
    """Tell whether a relative clause is of something new: "must make a car that runs"."""
    new = noun.head.lemma in words("grammar", "making") and not has_word(noun, "the", "this", "its")
    return new and is_present(clause)


def _of_content(governor: Token) -> Factuality:
    """Return what a verb or noun leaves of its content: a fear, a guess, or what is not sure is no fact."""
    said = children(governor, *COMPLEMENTS, "nsubj") if governor.lemma == "be" else []
    sure = lemmas((governor, *said))  # "fears that", "it is likely that", "the fear is that"
    denied = has_word(governor, "no") or is_negated(governor.head if governor.pos_ == "ADJ" else governor)
    certain = denied and sure & words("grammar", "no_doubt")  # "no one doubts that"
    doubted = sure & words("grammar", "wishing") or (denied and sure & words("grammar", "asserting"))
    return "possible" if doubted and not certain else _left_of_content(governor, sure)


def _left_of_content(governor: Token, sure: set[str]) -> Factuality:
    """Return how real a clause is by how real what governs it is: "may find that", "if it says that".

    What is known is so all the same ("if he knew that"), and who "can say that" says it (Karttunen 1971).
    """
    verb = governor.head if governor.pos_ == "ADJ" else governor
    told = factuality(verb)
    if sure & words("grammar", "securing"):  # "must make sure that"
        return "possible" if told == "actual" and verb.tag_ == "VBG" else told
    own = has(verb, "nsubj", among=words("grammar", "first_person")) or is_negated(verb)  # "none can deny it"
    known = sure & words("grammar", "factive") or (own and told != "conditional")
    return "actual" if known or told in {"demanded", "future"} else told


def _is_awaited(verb: Token, governor: Token) -> bool:
    """Tell whether a clause names when a plan is due: "until it ends", "would leave once it was over"."""
    opener = next((one.lower_ for one in children(verb, "advmod", "mark")), "")
    past = {"once", "until", "when"} if modal_of(governor) == "would" else ()
    if opener not in (words("grammar", "awaiting") if is_present(verb) else past):
        return False
    return (is_present(verb) and opener in {"until", "till"}) or factuality(governor) != "actual"


def _is_asked(verb: Token, governor: Token) -> bool:
    """Tell whether a clause asks of whom or what something holds: "asked which of them won"."""
    if verb.dep_ != "ccomp" or verb.left_edge.lower_ not in {"who", "whom", "what", "which", "whose"}:
        return False
    to_be_seen = governor.lemma in words("grammar", "sensing") and factuality(governor) == "future"
    return to_be_seen or governor.lemma in words("grammar", "inquiring")


def _completed(verb: Token, head: Token) -> Factuality:
    """Return what a verb leaves of the clause without tense that completes it."""
    bare = verb.tag_ == "VB" or is_infinitive(verb)
    if verb.dep_ == "advcl" and not bare:  # "threatened her, holding a knife"
        return factuality(head)
    if (announced := _announced(verb, head, bare=bare)) is not None:
        return announced
    if _is_realised(verb, head):
        return factuality(head)
    if words("grammar", "envisaging") & {head.lemma, *particles(head, "prt")}:
        return "possible"
    if not bare:
        return factuality(head)
    return "demanded" if verb.dep_ == "advcl" else "possible"


def _announced(verb: Token, head: Token, *, bare: bool) -> Factuality | None:
    """Return what a verb alone says of the deed that completes it: "is going to", "means to", "is to"."""
    if (head.lemma == "go" and head.tag_ == "VBG") or (
        bare and head.lemma in words("grammar", "foretelling")
    ):
        return "future"
    if head.lemma in words("grammar", "intending") or _is_duty(verb, head):
        return "demanded"
    return "possible" if head.lemma in words("grammar", "sensing") and is_negated(head) else None


def _is_duty(verb: Token, head: Token) -> bool:
    """Tell whether an infinitive has to be done: "is to pay", not "is hard to pay" or "got to see"."""
    if head.lemma not in words("grammar", "obliging") or not is_infinitive(verb) or is_at_fault(verb):
        return False
    if head.lemma == "get":
        return is_perfect(head)
    return head.lemma != "be" or child(head, *COMPLEMENTS) is None


def _is_realised(verb: Token, head: Token) -> bool:
    """Tell whether what completes a verb was done when that was: "took two days to", "was the first to"."""
    lasted = head.lemma == "take" and any(map(is_time, children(head, "dobj", "npadvmod")))
    realised = lasted or is_at_fault(verb) or head.lemma in words("grammar", "realising")
    return realised or _is_singled_out(child(head, *COMPLEMENTS))


def _is_singled_out(noun: Token | None) -> bool:
    """Tell whether a noun picks out whoever did something: "the first woman to", "one of two to"."""
    if noun is None or noun.lemma in words("grammar", "aims"):
        return False
    superlative = any(one.tag_ == "JJS" for one in noun.children)
    return superlative or not words("grammar", "picking").isdisjoint({noun.lower_, *lemmas(noun.children)})


def factuality_of_noun(noun: Token) -> Factuality:
    """Return whether a deed told by a noun is actual: "a call for talks" and "a bomb threat" tell none."""
    unreal, planned = words("grammar", "envisaging"), words("grammar", "intending")
    if has(noun, "amod", among=words("grammar", "coming")):
        return "future"
    kind = noun.dep_ == "compound" and noun.head.lemma in unreal | planned
    if kind or has(noun, "amod", among=words("grammar", "unreal")):
        return "possible"
    if noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        return factuality_of_noun(noun.head)
    if (state := stating(noun)) is not None:
        return factuality(state)
    if noun.dep_ == "pobj":
        told = _behind_preposition(noun.head, gerund=False)
        return _of_any(noun) if told == "actual" else told
    return _of_object(noun, noun.head.lemma) if noun.head.pos_ in VERBAL else "actual"


def _of_any(noun: Token) -> Factuality:
    """Return how real a deed behind a preposition is: "a strike" as its clause (Karttunen 1969)."""
    verb = next((one for one in noun.ancestors if one.pos_ in VERBAL), None)
    earlier = noun.head.lower_ in {"after", "since", "following", "during", "despite"}
    any_ = has(noun, "det", among={"a", "an", "any", "another"}) and not earlier
    return factuality(verb) if any_ and verb is not None else "actual"


def _of_object(noun: Token, word: str) -> Factuality:
    """Return what a verb leaves of a deed that its subject or object tells."""
    told = factuality(noun.head)
    judged = lemmas(children(noun.head, "acomp")) if noun.dep_ == "nsubj" else set()
    if told == "actual" and judged & words("grammar", "wishing"):  # "a strike is unlikely"
        return "possible"
    if noun.dep_ == "dobj" and word not in words("grammar", "doing"):
        told = next((left for name, left in _LEAVING.items() if word in words("grammar", name)), told)
    return "possible" if is_averted(noun) else told


def _behind_preposition(preposition: Token, *, gerund: bool) -> Factuality:
    """Return the factuality of a deed behind a preposition: "by firing" is as real as what was done by it."""
    head = above(preposition.head, "prep")  # "must save, including by selling it"
    word = preposition.head.lemma
    if preposition.lower_ in _MEANS[gerund] and head.pos_ in VERBAL:
        return factuality(head)
    charged = gerund and head.dep_ == "acl" and word in words("deeds", "charging") - {"convict"}
    if charged or words("grammar", "envisaging") & {word, *particles(head, "prt")}:
        return "possible"
    if preposition.lower_ == "for" and word in words("grammar", "intending"):
        return "demanded"
    open_yet = preposition.lower_ in words("grammar", "aiming") and word not in words("grammar", "yielding")
    if gerund and (open_yet or word in words("grammar", "enabling")):
        return "possible"
    return factuality(head) if preposition.lower_ in _INSIDE[gerund] and head.pos_ in VERBAL else "actual"


def _is_possible(verb: Token, modal: str | None) -> bool:
    """Tell whether something is but possible: "may have", "enough to win"; "could not have" is a fact."""
    of_noun = verb.dep_ in _OF_NOUN and not _is_singled_out(verb.head)
    hangs = verb.dep_ in {"xcomp", "advcl"} and verb.head.pos_ not in VERBAL
    if is_infinitive(verb) and (of_noun or hangs):
        return True
    if modal in POSSIBLE:
        return modal in {"may", "might"} or not is_perfect(verb) or negation_of(verb) is None
    hedged = any(has_word(one, "possibly", "potentially", "perhaps") for one in children(verb, "acomp"))
    return hedged or has_word(verb, *words("deeds", "perhaps"))


def is_told_as_fact(verb: Token) -> bool:
    """Tell whether a predicate is asserted: not possible, supposed, planned, feared or asked for."""
    charged = verb.dep_ == "pcomp" and verb.head.head.lemma in words("deeds", "charging")
    content = verb.dep_ == "ccomp" or (verb.dep_ == "acl" and has(verb, "mark"))  # "rejected claims that"
    telling = above(verb.head, "dobj")
    doubts = words("deeds", "not_as_fact") | words("deeds", "disowning")
    claimed = verb.head.pos_ == "NOUN" and verb.head.lemma in words("generic", "claim_nouns")
    claimed = claimed and not is_negated(verb)
    doubted = content and (claimed or not doubts.isdisjoint({telling.lemma, *particles(telling, "prt")}))
    return factuality(verb) == "actual" and not charged and not doubted
