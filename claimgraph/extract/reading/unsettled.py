"""The words by which an article says that something is hearsay, still being looked into, or not yet final.

Each rule reads one construction of everyday reports; the words it may hold are in ``lexicon/caveats.toml``.
"""

from collections.abc import Iterator

from claimgraph.extract.grammar.tree import children, governed, has, has_word, lemmas, particles
from claimgraph.extract.grammar.verbs import (
    is_conditional,
    is_infinitive,
    is_passive,
    is_perfect,
    is_present,
    modal_of,
    negation_of,
    subject_of,
)
from claimgraph.extract.reading.caveat import (
    AHEAD,
    CLAUSES,
    SPEAKING,
    Caveat,
    asks,
    is_asking,
    is_open,
    left_undone,
    predicate,
    whole,
    with_helpers,
)
from claimgraph.extract.reading.vocabulary import is_typed, noun_lemma
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.deeds import noun_types


def _reportedly(adverb: Token) -> Caveat | None:
    """As in "reportedly lost", "allegedly threatened"."""
    verb, known = adverb.head, adverb.lower_ in words("hedges", "hearsay") and adverb.dep_ == "advmod"
    planned = known and has(verb, "aux", among=words("caveats", "to_come"))
    if not known or planned or verb.pos_ not in {"VERB", "AUX"}:
        return None
    beside = set(whole(*children(verb, "conj")))  # what follows "and" may be known
    return Caveat("hearsay", (adverb,), tuple(one for one in whole(verb) if one not in beside))


def _passed_on(verb: Token) -> Caveat | None:
    """As in "is believed to have fled", "it was rumoured that", "a letter said to be by the king"."""
    told = children(verb, "xcomp", "ccomp", "oprd") if verb.lemma in words("caveats", "held") else []
    by_nobody = is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if not told or not by_nobody or has(verb, "agent") or negation_of(verb) is not None:
        return None
    of = verb.head if verb.dep_ == "acl" else subject_of(verb)
    return Caveat("hearsay", with_helpers(verb, verb), whole(of, *told))


def _citing(word: Token) -> Caveat | None:
    """As in "citing people close to the talks", "speaking on condition of anonymity"."""
    cites = word.lemma in words("caveats", "citing") and word.tag_ == "VBG" and word.head.lower_ != "without"
    heads = children(word, "dobj") if cites else []
    described = {one.lower_ for head in heads for one in head.subtree if head.pos_ != "PROPN"}
    anonymous = word.lower_ == "anonymity" and word.dep_ == "pobj"
    if not anonymous and words("caveats", "undisclosed").isdisjoint(described):
        return None
    terms = [one for one in word.ancestors if one.lower_ == "on"] if anonymous else []
    return Caveat("undisclosed", (word, *whole(*heads), *terms[:1]), tuple(word.sent))


def _not_excluded(verb: Token) -> Caveat | None:
    """As in "arson has not been ruled out", "would not rule out sabotage"."""
    way = f"{verb.lemma} out" if has_word(verb, "out") else verb.lemma
    why = negation_of(verb) if way in words("caveats", "excluding") else None
    thing = next(iter(children(verb, "dobj")), subject_of(verb) if is_passive(verb) else None)
    known = why is not None and thing is not None and thing.lemma in words("caveats", "causes")
    return Caveat("unclear", with_helpers(verb, why), whole(thing)) if known else None


def _rumour(noun: Token) -> Caveat | None:
    """As in "rumours that he had fled", "there is talk that", "gossip has it that"."""
    if noun.lemma not in words("caveats", "rumours"):
        return None
    told = [one for one in children(noun, *CLAUSES) if has(one, "mark", among={"that"})]
    if not told and noun.dep_ in {"nsubj", "attr"} and noun.head.lemma in {"be", "have"}:
        told = children(noun.head, "ccomp")
    return Caveat("hearsay", (noun,), whole(*told)) if told else None


def _pictured(verb: Token) -> Caveat | None:
    """As in "a video that appears to show", "a photo purporting to show", "footage said to show"."""
    if verb.lemma not in words("caveats", "purporting"):
        return None
    shown = [one for one in children(verb, "xcomp", "advcl", "ccomp") if is_infinitive(one)]
    shown = [one for one in shown if one.lemma in words("caveats", "showing")]
    subject = verb.head if verb.dep_ in {"acl", "relcl"} else subject_of(verb)
    pictured = subject is not None and subject.lemma in words("caveats", "pictures")
    return Caveat("pictured", (verb, *shown), whole(*shown)) if shown and pictured else None


def _supposed(word: Token) -> Caveat | None:
    """As in "may have been cut by an anchor", "was probably caused by": of an event, put as possible."""
    verb = word.head
    if word.dep_ == "aux":
        guessed = word.lower_ in words("hedges", "modals") and is_perfect(verb)
    else:
        past = verb.tag_ in {"VBD", "VBN"} and modal_of(verb) is None
        guessed = past and word.dep_ == "advmod" and word.lower_ in words("hedges", "guessing")
    if not guessed or is_conditional(verb) or not _is_happening(verb):
        return None
    return Caveat("supposed", (word, verb), whole(verb))


def _is_happening(verb: Token) -> bool:
    """Tell whether a verb, or the noun that it says there was, is of an event, or of what caused one."""
    nouns = children(verb, "attr", "nsubj") if verb.lemma == "be" else []
    named = any(noun_lemma(one) in noun_types() for one in nouns)
    return named or is_typed(verb) or verb.lemma in words("caveats", "causing")


def _too_early(word: Token) -> Caveat | None:
    """As in "too early to say who had done it", "premature to speculate about the cause"."""
    early = word.lower_ in words("caveats", "early")
    if not early or not (word.lower_ == "premature" or has(word, "advmod", among={"too"})):
        return None
    told = [one for parent in (word, predicate(word)) for one in children(parent, *CLAUSES)]
    told = [one for one in told if is_infinitive(one) and one.lemma in words("caveats", "telling")]
    about = whole(*map(_question, told))
    return Caveat("unclear", (word, *told), about) if is_open(about) else None


def _unsaid(verb: Token) -> Caveat | None:
    """As in "would not say whether", "did not explain how": a question that somebody left open."""
    why = negation_of(verb) if verb.lemma in words("caveats", "unsaid") else None
    if why is None:
        return None
    subject, about = subject_of(verb), whole(*(one for one in children(verb, "ccomp") if asks(one)))
    left = subject is not None and subject.lower_ not in SPEAKING and is_open(about)
    return Caveat("unsaid", with_helpers(verb, why), about) if left else None


def _looked_into(word: Token) -> Caveat | None:
    """As in "is investigating whether", "under investigation", "trying to establish how"."""
    told = word.head if word.dep_ in CLAUSES else word
    if any(has_word(one, "when") for one in (word, *children(word, *CLAUSES), *children(told, "advcl"))):
        return None  # "was investigating a report when it went off" tells of the blast
    about = whole(_under_way(word))
    known = any(map(is_asking, about)) or not words("caveats", "topics").isdisjoint(lemmas(about))
    return Caveat("pending", (word,), about) if known and is_open(about) else None


def _under_way(word: Token) -> Token | None:
    """Return what an inquiry is into that goes on, by its noun, preposition or verb."""
    if word.lemma in words("caveats", "inquiries"):
        opened = word.head.lemma in words("caveats", "opening") and word.dep_ in {"dobj", "nsubjpass"}
        goes_on = is_perfect(word.head) or is_present(word.head)  # what was opened then may be closed
        return (_question(word) or _question(word.head)) if opened and goes_on else None
    if not words("caveats", "looking_into").isdisjoint((word.lemma, *particles(word, "prep"))):
        done = subject_of(word) if has(word, "auxpass", among={"being"}) else None
        return _question(word) if word.tag_ == "VBG" and has(word, "aux") else done
    if word.lower_ == "under" and lemmas(children(word, "pobj")) & words("caveats", "inquiries"):
        return subject_of(word.head)
    tries = word.dep_ == "xcomp" and word.head.tag_ == "VBG" and word.head.lemma in words("caveats", "trying")
    return _question(word) if tries and word.lemma in words("caveats", "finding_out") else None


def _awaited(word: Token) -> Caveat | None:
    """As in "results are awaited", "has reached no conclusion", "the tests were inconclusive"."""
    findings = words("caveats", "findings")
    waited = [one for one in _waited_for(word) if one is not None and one.lemma in findings]
    return Caveat("pending", (word,), whole(*waited)) if waited else None


def _waited_for(word: Token) -> Iterator[Token | None]:
    if word.lemma in words("caveats", "awaiting") and not is_infinitive(word):
        yield from (*children(word, "dobj"), governed(word, "for", "on"))
        yield subject_of(word) if is_passive(word) else None
    elif word.lower_ in words("caveats", "inconclusive"):
        yield _described(word)
    elif word.dep_ in {"dobj", "pobj"} and word.head.lemma in words("caveats", "reaching"):
        yield word if has(word, "det", among={"no"}) or left_undone(word.head) is not None else None


def _described(word: Token) -> Token | None:
    """Return what an adjective is said of, before its noun or behind "is"."""
    return word.head if word.dep_ == "amod" else subject_of(predicate(word))


def _provisional(word: Token) -> Caveat | None:
    """As in "preliminary figures", "the toll is provisional", "the toll could rise"."""
    counted: Token | None = None
    if word.lower_ in words("caveats", "provisional"):
        counted = _described(word)
    elif word.lemma in words("caveats", "changing") and _is_to_come(word):
        counted = subject_of(word) or subject_of(word.head)
    if counted is None:
        return None
    if word.dep_ == "amod" and counted.lemma in words("caveats", "first_reports"):
        return Caveat("initial", (word, counted), tuple(word.sent))
    said = counted.lemma in words("caveats", "counts")
    return Caveat("provisional", (word,), whole(counted)) if said else None


def _is_to_come(verb: Token) -> bool:
    modal = has(verb, "aux", among=AHEAD | words("caveats", "to_come"))
    return modal or (verb.dep_ == "xcomp" and verb.head.lemma in words("acts", "expected"))


def _differing(word: Token) -> Caveat | None:
    """As in "conflicting reports", "accounts differ"."""
    told = [word.head] if word.lower_ in words("caveats", "conflicting") and word.dep_ == "amod" else []
    if word.lemma in words("caveats", "differ"):
        told = children(word, "nsubj")
    many = [one for one in told if one.tag_ == "NNS" and one.lemma in words("caveats", "accounts")]
    return Caveat("differing", (word, *many), whole(*many)) if many else None


def _question(verb: Token) -> Token | None:
    """Return the question that a verb asks, or the thing it asks into: "whether", "the cause of"."""
    behind = [one for way in children(verb, "prep") for one in children(way, "pobj", "pcomp")]
    things = [*children(verb, "ccomp", "xcomp"), *children(verb, "dobj"), *behind]
    return next((one for one in things if asks(one) or one.lemma in words("caveats", "topics")), None)


RULES = (
    _reportedly, _passed_on, _rumour, _citing, _pictured, _supposed, _too_early, _unsaid, _not_excluded,
    _looked_into, _awaited, _provisional, _differing,
)  # fmt: skip
OPENING = (
    "awaiting", "changing", "citing", "conflicting", "differ", "early", "excluding", "findings", "held",
    "inconclusive", "inquiries", "looking_into", "finding_out", "provisional", "purporting", "rumours",
    "unsaid",
)  # fmt: skip
"""The lists that a rule's first word is of, beside "under", "anonymity" and hedges."""
