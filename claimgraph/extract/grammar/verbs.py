"""What a verb says: of whom, in which voice, and whether it was."""

from collections.abc import Callable
from dataclasses import dataclass

from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    COMPLEMENTS,
    OBJECTS,
    VERBAL,
    child,
    children,
    following,
    governed,
    has,
    has_word,
    is_content,
    particles,
    stands_behind,
)
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.model import Polarity

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
FUTURE = frozenset({"will", "would", "shall"})
DUTY = frozenset({"should", "must", "ought"})
POSSIBLE = frozenset({"may", "might", "can", "could"})
MODALS = FUTURE | DUTY | POSSIBLE
_CONTRACTED = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall"}
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", *ANY_SUBJECT})
_NEGATING = frozenset({"neg", "advmod", "preconj", "cc"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with what decides its reading.

    ``modal`` is the lemma of its modal auxiliary, ``negation`` the word that negates the
    clause (on the verb or on one of its arguments), ``perfect`` whether "have" follows
    the modal ("could not have known" is about the past).
    """

    verb: Token
    subject: Token | None
    modal: str | None
    negation: Token | None
    passive: bool
    perfect: bool

    @property
    def is_plain(self) -> bool:
        """Whether it is told without negation and modal."""
        return self.negation is None and self.modal is None


def is_verbal(token: Token) -> bool:
    """Tell whether a token can head a clause: a verb, or a word with a subject."""
    return token.pos_ in VERBAL or has(token, *ANY_SUBJECT, "expl")


def is_finite(token: Token) -> bool:
    """Tell whether a verb has tense: its own or that of an auxiliary."""
    if token.tag_ == "VBP" and token.head.lemma in {"help", "let", "make"} and not has(token, "mark"):
        return token.dep_ != "ccomp"  # "help them and us leave", tagged as a present
    return token.tag_ in FINITE_TAGS or any(one.tag_ in FINITE_TAGS for one in children(token, *AUXILIARIES))


def is_present(verb: Token) -> bool:
    """Tell whether a verb, or an auxiliary of it, stands in the present."""
    return any(one.tag_ in {"VBZ", "VBP"} for one in (verb, *children(verb, *AUXILIARIES)))


def is_conditional(verb: Token) -> bool:
    """Tell whether a clause only supposes or asks: "if it was", "in cases where it is", "had it been"."""
    inverted = verb.dep_ in {"advcl", "ccomp"} and verb.left_edge.lower_ in {"had", "should", "were"}
    if verb.dep_ in {"relcl", "acl"} and is_present(verb) and verb.head.head.lower_ in {"in", "on", "under"}:
        return verb.head.lemma in words("grammar", "supposing")
    marks = (one.lower_ for one in children(verb, "mark") if one.i < verb.i)  # not "asked whether"
    supposes = not words("grammar", "conditional").isdisjoint(marks)
    return supposes or (inverted and has(verb, *ANY_SUBJECT))


def governor_of(verb: Token) -> Token:
    """Return what a verb hangs on, a second one on the nearest of its form: "to do what he asked and go"."""
    head, inflected = verb.head, verb.tag_ in {"VBD", "VBZ"}
    if not _is_second(verb):
        return head
    if verb.tag_ == "VB" and head.tag_ in {"VBD", "VBZ", "VBN", "VBG", "NN"}:
        below = [one for one in children(head, "xcomp") if one.i < verb.i]  # "wanted to come and then go"
        return next((one for one in (*below, *head.ancestors) if one.tag_ == "VB"), head)
    strayed = inflected and head.tag_ in {"VB", "VBP"} and not is_finite(head)
    return next(filter(is_finite, head.ancestors), head) if strayed else head


def _is_second(verb: Token) -> bool:
    """Tell whether a verb is joined to another whose subject and auxiliaries it shares."""
    return verb.dep_ == "conj" and not has(verb, *AUXILIARIES, *ANY_SUBJECT)


def going_to(verb: Token) -> Token | None:
    """Return what somebody "is going to" or "gonna" do."""
    return child(verb, "xcomp") if (verb.lemma, verb.tag_) == ("go", "VBG") else None


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return has(verb, "aux", among={"to"})


def read_predicate(verb: Token) -> Predicate:
    """Read subject, modal, negation and voice of a verb, through coordination."""
    return Predicate(
        verb=verb,
        subject=subject_of(verb),
        modal=modal_of(verb),
        negation=negation_of(verb),
        passive=is_passive(verb),
        perfect=is_perfect(verb),
    )


def modal_of(verb: Token) -> str | None:
    """Return the lemma of the modal among the helpers of a verb, or of the verb it is the second of."""
    helpers, first = children(verb, *AUXILIARIES), governor_of(verb)
    if not helpers:
        shared = verb.dep_ == "conj" and verb.tag_ == "VB" and is_verbal(first)
        return modal_of(first) if shared else None
    if verb.tag_ == "VBN" and {one.lower_ for one in helpers} <= {"'d", "’d"}:  # "he'd spoken"
        return None
    forms = (_CONTRACTED.get(one.lower_, one.lemma) for one in helpers)
    return next((form for form in forms if form in MODALS), None)


def is_perfect(verb: Token) -> bool:
    """Tell whether "have" is among the helpers of a verb: "would have won", "claims to have won"."""
    return any(one.lemma == "have" for one in children(verb, *AUXILIARIES))


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is a passive: by its helpers, as the second of two, or as a bare participle.

    "Was denied", "were killed and injured", "a claim denied by the firm".
    """
    contracted = has(verb, "auxpass", among={"'s", "’s"}) and has(verb, "dobj")  # "he's sold the shop"
    if leads_on(verb) or (contracted and verb.lemma not in {"give", "pay", "owe", "offer", "award"}):
        return False
    active = has(verb, "nsubj") and has(verb, "aux", "dobj")  # "won the set by two points"
    done_by = has(verb, "agent") and agent_of(verb) is not None and not active
    if done_by or has(verb, "auxpass", "nsubjpass", "csubjpass") or is_at_fault(verb):
        return True
    return verb.tag_ == "VBN" and not has(verb, "aux") and _is_bare_passive(verb)


def _is_bare_passive(participle: Token) -> bool:
    """Tell whether a participle without a helper is a passive."""
    hangs = participle.dep_
    if has(participle, *ANY_SUBJECT):  # "saw two men arrested"
        return not has(participle, "dobj") and hangs in {"ccomp", "ROOT", "pcomp", "conj"}
    return hangs in {"acl", "advcl", "xcomp", "oprd"} or (hangs == "conj" and is_passive(participle.head))


def is_at_fault(verb: Token) -> bool:
    """Tell whether an infinitive says whose fault something is: "the driver is to blame"."""
    return verb.lower_ == "blame" and verb.head.lemma == "be" and not has(verb, "dobj", "auxpass")


def leads_on(verb: Token) -> bool:
    """Tell whether a verb only leads to its infinitive: "used to meet", "went on to win"."""
    used = verb.lemma == "use" and has(verb, "nsubj") and not has(verb, "auxpass", "dobj")
    went = "go on" in particles(verb, "prt", "advmod")
    leads = any(map(is_infinitive, children(verb, "xcomp", "advcl"))) or has(verb, "prep", among={"to"})
    return (used or went) and leads


def next_beside(verb: Token) -> Token | None:
    """Return the verb right behind one that shares its object or agent: "burned and then looted it"."""
    second = child(verb, "conj")
    near = second is not None and second.left_edge.i == verb.i + 2 and not has(second, *ANY_SUBJECT)
    return second if near and following(verb) in {"and", "or", ","} else None


def agent_of(verb: Token) -> Token | None:
    """Return who does what a passive tells: the head of its "by" phrase, unless it says how or how much."""
    ruled_out = next((one for one in children(verb, "agent") if has(one, "neg")), None)
    doer = child(child(ruled_out, "conj"), "pobj") or governed(verb, "by")  # "not by it but by him"
    second = next_beside(verb) if doer is None and has(verb, "auxpass") else None
    if second is not None and second.tag_ == "VBN":  # "was hit and kicked by him"
        return agent_of(second)
    return None if doer is None or _tells_how(doer) else doer


def _tells_how(noun: Token) -> bool:
    """Tell whether what stands behind "by" did nothing: "by half", "by phone"."""
    bare = noun.pos_ == "NOUN" and not noun.lefts
    return noun.lemma in words("grammar", "held_by") or (bare and noun.lemma in words("grammar", "means"))


def doer_and_undergone(verb: Token) -> tuple[Token | None, Token | None]:
    """Return who does what a verb tells and what it is done to, as far as both hang on the verb."""
    subject = subject_of(verb)
    return (agent_of(verb), subject) if is_passive(verb) else (subject, child(verb, "dobj"))


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb it is coordinated with or controlled by."""
    own = child(verb, *ANY_SUBJECT)
    first = governor_of(verb)
    shares = own is None and verb.dep_ in {"conj", "xcomp"} and is_verbal(first)
    return subject_of(first) if shares else own


def negation_of(verb: Token) -> Token | None:
    """Return the word that makes the clause of this verb negative, or None.

    "Not only", "no doubt" and "no fewer than" do not; a determiner "no" on subject,
    object or predicate noun does.
    """
    for one in verb.children:
        found = _negative(one)
        if found is not None:
            return None if found.dep_ == "neg" and _is_delayed(verb) else found
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    return before if before.lower_ == "nor" else _shared_negation(verb)


def _is_delayed(verb: Token) -> bool:
    """Tell whether something was only late: "did not come until six", not "will not come until six"."""
    openers = (verb, *children(verb, "advcl"))
    late = any(has(one, "prep", "mark", among={"until", "till"}) for one in openers)
    return late and any(one.lower_ in {"did", "was", "were", "had"} for one in (verb, *verb.children))


def _negative(word: Token) -> Token | None:
    """Return the word that negates the verb that a word hangs on: the word itself or its determiner."""
    argument = word.dep_ in _ARGUMENTS
    if word.lower_ in words("grammar", "negatives") and (argument or word.dep_ in _NEGATING):
        return None if _is_taken_back(word, argument=argument) else word
    return _no(word) if argument and word.lemma not in words("grammar", "no_doubt") else _negative_below(word)


def _negative_below(word: Token) -> Token | None:
    """Return the word that negates in a phrase: "can no longer pay", "gave money to no one", "at no time"."""
    if word.lower_ in {"longer", "more"} and word.dep_ == "advmod":
        return next((one for one in word.children if one.lower_ == "no"), None)
    noun = child(word, "pobj") if word.dep_ in {"prep", "dative", "agent"} else None
    if noun is None:
        return None
    nobody = noun.lower_ in words("grammar", "nobody") or noun.lemma in words("grammar", "never")
    return (noun if noun.lower_ in words("grammar", "negatives") else _no(noun)) if nobody else None


def _is_taken_back(word: Token, *, argument: bool) -> bool:
    """Tell whether the next word undoes a negation: "not only", "nothing but praise"."""
    bare = following(word) in {"just", "simply"} and has(word.head, "aux", among={"can", "could", "ca"})
    excepted = argument and following(word) in words("grammar", "excepting")
    limited = not bare and following(word) in words("grammar", "not_quite")  # not "cannot just go"
    return following(word, -1) == "or" or excepted or limited  # "whether or not it sank"


def _no(noun: Token) -> Token | None:
    more = [below for one in children(noun, "amod") if one.lower_ == "more" for below in one.children]
    first, limits = noun.left_edge, words("grammar", "not_quite") | words("grammar", "no_doubt")
    if first.lower_ in {"not", "hardly", "scarcely"} and following(first) not in limits:  # "not one came"
        return first
    said = (*children(noun, "det", "preconj", "nummod"), *more)
    denying = (one for one in said if one.lower_ in {"no", "neither", "zero"})  # not "no more than 40 came"
    return next((one for one in denying if following(one, 2) != "than"), None)


def _shared_negation(verb: Token) -> Token | None:
    """Return the negation that "did not A or B", "have not been A and B", "nobody A or B" carry over to B."""
    head = governor_of(verb)
    if not _is_second(verb) or not is_verbal(head) or has(verb, "expl"):
        return None
    subject, both = subject_of(head), _is_like(verb, head) and verb.tag_ in {"VB", "VBN", "VBG"}
    return (child(head, "neg") if both else None) or (None if subject is None else _negative(subject))


def is_negated(token: Token) -> bool:
    """Tell whether what a word tells was not: its clause is negative, or it was left undone."""
    nearly = has(token, "advmod", among={"hardly", "scarcely", "little"})
    limiting = {"just", "merely", "solely"}  # "did not hit just the port"
    partly = any(
        has(one, "advmod", "amod", among=limiting) for one in children(token, *OBJECTS, *COMPLEMENTS)
    )
    return nearly or (negation_of(token) is not None and not partly) or is_left_undone(token)


def is_left_undone(token: Token) -> bool:
    """Tell whether what stands above a deed says that it was not done.

    "Failed to", "has yet to", "without", "short of", "rather than", "no evidence that", "is not the one who".
    """
    hangs = "acl" if is_content(token) else token.dep_
    undone = _UNDONE.get(hangs) if hangs != "conj" or not has(token, *ANY_SUBJECT) else None
    aside = any(stands_behind(start, words("grammar", "instead_of")) for start in (token, token.left_edge))
    without = token.dep_ == "pcomp" and token.head.lower_ == "without"
    return aside or without or (undone is not None and undone(token))


def _fails(verb: Token) -> bool:
    """Tell whether a verb says that what completes it was not done: "failed to", "did not cause it to"."""
    head = child(verb.head, "acomp") or verb.head  # "was not able to go"
    names = {head.lemma, *particles(head, "prt")}
    undone = bool(names & words("grammar", "leaving_undone"))
    if has(head, "advmod", among={"too"}):  # "was too tired to go"
        return not is_negated(head.head if head.dep_ == "acomp" else head)
    said = head.head if head.dep_ == "acomp" and names & words("grammar", "reaching") else head
    if names & words("grammar", "unreached") or not is_negated(said):
        return undone
    return not undone and (_is_raised(head) or head.lemma not in words("grammar", "intending"))


def _is_raised(verb: Token) -> bool:
    """Tell whether a verb's "not" is meant of what it governs: "does not think that it sank" (Horn 1978)."""
    return verb.lemma in words("grammar", "raising") and is_negated(verb)


def _is_lacking(verb: Token) -> bool:
    """Tell whether there is nothing that would say so: "no evidence that", or nobody thinks so."""
    noun = verb.head
    if noun.pos_ == "VERB":
        return _is_raised(noun) if is_finite(verb) else _fails(verb)
    if (verb.dep_ == "ccomp" or is_content(verb)) and _is_untrue(verb):
        return True
    untold = is_content(verb) and noun.lemma in words("grammar", "falsehoods")  # "the lie that it sank"
    return _is_missing(noun, verb) != untold


def _is_missing(noun: Token, verb: Token) -> bool:
    """Tell whether there is none of what would say so, or nobody says it: "no proof", "found no proof"."""
    sure = words("grammar", "no_doubt") | words("grammar", "factive")  # "no doubt that", "not the fact that"
    if noun.pos_ != "NOUN" or noun.dep_ not in _ARGUMENTS or noun.lemma in sure:
        return False
    credited = noun.head.lemma in words("grammar", "crediting")  # not "did not answer the claim that"
    unsaid = credited and verb.tag_ != "VBG" and noun.dep_ != "nsubj" and is_negated(noun.head)
    return has_word(noun, "no") or unsaid


def is_averted(deed: Token) -> bool:
    """Tell whether a deed was kept from being done: "foiled a raid", "was barred from leaving"."""
    if deed.head.lower_ == "of" and deed.head.head.lemma in words("grammar", "absolving"):
        return not is_negated(deed.head.head)  # "was cleared of robbing it"
    gerund = deed.tag_ == "VBG" and deed.head.lower_ == "from"
    if not gerund and deed.dep_ not in OBJECTS | {"nsubjpass"}:
        return False
    verb = deed.head.head if gerund else deed.head
    listed = words("grammar", "preventing" if gerund else "averting")
    return not listed.isdisjoint({verb.lemma, *particles(verb, "prt")}) and not _is_unmet(verb)


def _is_unmet(verb: Token) -> bool:
    """Tell whether what a verb tells was not, or only could have been: "could have foiled it"."""
    return is_negated(verb) or (is_perfect(verb) and modal_of(verb) is not None)


def _is_another(verb: Token) -> bool:
    """Tell whether another did it: "is not the man who left", but not "is not the only man who left"."""
    noun, only = verb.head, has(verb.head, "amod", among=words("grammar", "restricting"))
    return noun.dep_ == "attr" and is_negated(noun.head) and not only


def _is_neither(verb: Token) -> bool:
    """Tell whether two deeds were left undone: "neither confirmed nor denied", "failed to stop or call"."""
    first, negated = governor_of(verb), has(verb.head, "neg", "preconj", among=words("grammar", "negatives"))
    neither = negated and has(verb.head, "cc", among={"or", "nor"})
    return neither or (_is_like(verb, first) and is_left_undone(first))


def _is_like(verb: Token, first: Token) -> bool:
    """Tell whether a second verb has the form of the first, and is not set against it by "but"."""
    alike = verb.tag_ == first.tag_ or (is_finite(verb) and is_finite(first))
    return alike and not has(first, "cc", among={"but"})


def _is_untrue(clause: Token) -> bool:
    """Tell whether a clause is said to be false: "it is not true that", "the claim that it sank is false"."""
    truth = clause.head.head.head if clause.head.dep_ == "pobj" else clause  # "no truth in the report that"
    if truth.lemma == "truth" and has_word(truth, "no"):
        return True
    verb = clause.head.head if clause.head.dep_ == "nsubj" else clause.head
    judged = child(verb, "acomp", "attr") if verb.lemma == "be" else None
    listed = "truths" if is_negated(verb) else "falsehoods"
    return judged is not None and judged != clause.head and judged.lemma in words("grammar", listed)


_UNDONE: dict[str, Callable[[Token], bool]] = {
    "xcomp": _fails,
    "acl": _is_lacking,
    "ccomp": _is_lacking,
    "pcomp": is_averted,
    "pobj": is_averted,
    "relcl": _is_another,
    "conj": _is_neither,
    "csubj": _is_untrue,
}
"""By how a deed hangs on what stands above it, whether that leaves it undone."""


def polarity(*tokens: Token) -> Polarity:
    """Return "denied" when one of the tokens of a predicate is negated; "not tired but hungry" is hungry."""
    apart = [one for one in tokens if one.dep_ == "conj" and has(one.head, "cc", among={"but"})]
    return "denied" if any(is_negated(token) for token in apart or tokens) else "affirmed"


def is_bare(verb: Token) -> bool:
    """Tell whether "be" has neither noun nor adjective nor clause, so that a phrase tells the state."""
    full = has(verb, *COMPLEMENTS, "expl", "ccomp", "xcomp", "csubj")
    return verb.lemma in {"be", "remain", "stay"} and verb.dep_ not in AUXILIARIES and not full


def stating(noun: Token) -> Token | None:
    """Return the "be" with which a noun without an article tells a state: "is under attack"."""
    preposition, verb = noun.head, noun.head.head
    circumstance = preposition.lower_ in words("grammar", "circumstantial")
    first = not circumstance and preposition == child(verb, "prep")
    return verb if first and noun.dep_ == "pobj" and is_bare(verb) and not has(noun, "det", "poss") else None


def is_undone(noun: Token) -> bool:
    """Tell whether a deed told by a noun was not: "no damage or harm", "foiled a raid", "is not at war"."""
    if noun.dep_ == "conj" and is_undone(noun.head):
        return True
    if has_word(noun, *words("grammar", "none_of")) or _is_ruled_out(noun):
        return True
    reached = noun.head.lemma in words("grammar", "doing") or has(noun, "det", among={"any"})
    verb = noun.head if noun.dep_ in OBJECTS | {"nsubjpass"} and reached else stating(noun)
    return is_averted(noun) or (verb is not None and is_negated(verb))


def _is_ruled_out(noun: Token) -> bool:
    """Tell whether a noun's phrase hangs on what says that there was none: "a ban on strikes"."""
    preposition, sign = noun.head.lower_, noun.head.head  # or "no sign of strikes"
    if noun.dep_ == "pobj" and words("grammar", "forbidding") & {preposition, sign.lemma}:
        return True
    if preposition != "of" or sign.lemma not in words("grammar", "signs"):
        return False
    unfound = sign.dep_ == "dobj" and is_negated(sign.head) and not has_word(sign, "the")
    return has_word(sign, "no") or unfound
