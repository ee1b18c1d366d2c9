"""Of whom or of what a figure is: the phrase, its side, the unit counted and the class of person."""

import re

from claimgraph.extract.counts.counted import OBJECTS, Counted, event_of_noun, role_of
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    MODIFIERS,
    NOMINAL,
    SUBJECTS,
    VERBAL,
    child,
    children,
    following,
    governed,
    particles,
)
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.harm import counts_people, events_by_word, only_people, person_class
from claimgraph.lexicon.sides import side_of

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "case", "punct", "advmod"})
_TELLING_NOTHING = frozenset({"be", "have", "attribute", "list", "compare"})
"""Verbs, beside those of saying, that do nothing to what is counted."""
_LONGEST_BEHIND = 8
"""Words of an "of" phrase that are still the counted's name."""


def unit_of(noun: Token | None, event: str | None) -> tuple[str | None, str | None]:
    """Return the unit counted and the class of person; (None, None) where nothing is counted."""
    if noun is None:
        return ("people", "person") if counts_people(event) else (None, None)
    category = category_of(noun)
    if category is not None or _are_people(noun, event) or side_of(noun.text) is not None:
        return "people", category or "person"
    word = _singular(_hyphenated(noun))
    same = (unit for unit, names in table("units")["same"].items() if word in names)
    return next(same, word), None


def _are_people(noun: Token, event: str | None) -> bool:
    """Tell whether only people can be counted by what befell them, or by its noun ("40 new infections")."""
    named = counts_people(event) and event_of_noun(noun) == event
    return (named or only_people(event)) and noun.lemma not in table("units")["animals"]["words"]


def _hyphenated(noun: Token) -> Token:
    """Return the last part of a word that the parser cuts at its hyphens: of "e-bikes" "bikes"."""
    doc = noun.doc
    while noun.i + 2 < len(doc) and following(noun) == "-":
        torn = noun.whitespace_ or doc[noun.i + 1].whitespace_
        if torn or doc[noun.i + 2].pos_ not in NOMINAL:  # "passers-by"
            break
        noun = doc[noun.i + 2]
    return noun


def _singular(noun: Token) -> str:
    """Return the lemma; capitals in a headline keep the parser from finding the singular."""
    word = noun.lemma
    return re.sub(r"(?<=[a-rt-z])s$", "", re.sub(r"ies$", "y", word)) if noun.pos_ == "PROPN" else word


def category_of(noun: Token, default: str | None = None) -> str | None:
    """Return the class of person of a noun, its modifiers included ("police officers", "civilian deaths")."""
    counting = event_of_noun(noun) is not None or noun.lemma == "toll"
    own = person_class(noun.lemma_)
    for one in children(noun, "amod", "compound", "nmod"):
        told = "soldier" if one.lower_ in words("circumstances", "armed") else person_class(one.lemma_)
        if told not in {None, "person"} and (counting or own in {"police", "person"}):
            return told
    target = governed(noun, "of", "among") if counting else None
    return category_of(target, default) if target is not None else own or default


def phrase_of(noun: Token | None, first: int = 0, stop: int | None = None) -> str | None:
    """Return a noun with its modifiers and an "of" or "from" phrase, without number and article.

    Of a noun behind the number, the token at ``first`` is the first that may belong; of one before
    the number, that at ``stop`` is the first that may not.
    """
    if noun is None or noun.pos_ == "PRON":
        return None
    start, floor = noun.i, first if first <= noun.i else 0
    while start > floor and _leads(noun.doc[start - 1], start, noun):
        start -= 1
    owner = child(noun, "poss")
    if owner is not None:
        start = max(floor, min(start, owner.left_edge.i))
    end = max((one.right_edge.i for one in children(noun, "prep") if _names(one, noun, stop)), default=noun.i)
    end = _hyphenated(noun.doc[end]).i
    return noun.doc[start : end + 1].text.strip(" -–“”\"'’,.") or None


def _names(preposition: Token, noun: Token, stop: int | None) -> bool:
    """Tell whether a phrase behind a noun belongs to its name: short, and without the number."""
    end = preposition.right_edge.i
    near = preposition.i == noun.i + 1 and end - noun.i < _LONGEST_BEHIND
    numbered = stop is not None and noun.i < stop <= end
    return preposition.lower_ in {"of", "from"} and near and not numbered


def _leads(token: Token, start: int, noun: Token) -> bool:
    """Tell whether a token belongs to the modifiers in front of a noun ("worst-hit mountain villages")."""
    if token.tag_ in {"CD", "DT"} or (token.is_punct and token.text not in {"-", "'", "’"}):
        return False
    hyphenated = token.text == "-" or token.doc[token.i + 1].text == "-"
    return hyphenated or (start <= token.head.i <= noun.i and token.dep_ in _MODIFIERS)


def side_of_phrase(of: str | None) -> str | None:
    """Return the side a phrase belongs to; whose "its servicemen" are is not in the phrase."""
    if of is None or of.split()[0].lower() in words("grammar", "own"):
        return None
    return side_of(of)


def holder_of(anchor: Token) -> tuple[bool, str | None]:
    """Return whether a figure counts the speaker's own losses, and the side it names as the loser.

    "We lost 12 men", "our losses are 12 dead", "Peru has suffered 40 casualties".
    """
    loser = _loser(anchor)
    if loser is None:
        return False, None
    own = loser.lower_ in {"we", "our"}
    return own, None if own else side_of(loser.doc[loser.left_edge.i : loser.i + 1].text)


def _loser(anchor: Token) -> Token | None:
    """Return who loses: the subject of a losing verb, or the owner of "losses" that a verb measures."""
    told = (
        (verb, subject)
        for verb in anchor.ancestors
        for one in (verb, *children(verb, *AUXILIARIES))
        if (subject := child(one, *ANY_SUBJECT)) is not None and subject.i < anchor.i
    )
    verb, subject = next(told, (None, None))
    if verb is None or subject is None:
        return None
    if subject.lemma in words("losses", "nouns"):
        return child(subject, "poss", "amod", "compound")
    return subject if verb.lemma in words("losses", "verbs") else None


def measured_noun(anchor: Token) -> Token | None:
    """Return what a share or a sum belongs to: "40 percent of homes", "a fine of $5m", "jewels worth $2m"."""
    head, relation = role_of(anchor)
    if head.lower_ == "worth":
        return head.head if head.head.pos_ in NOMINAL else child(head.head, *SUBJECTS)
    sized = _sized(head, anchor)
    if sized is None or relation not in {"attr", "dobj"}:
        inner = governed(anchor, "of", "in")
        if inner is not None:
            return inner
    if relation == "pobj":
        return _behind_preposition(head, anchor)
    compound = relation in MODIFIERS and head.pos_ in NOMINAL and head.i > anchor.i
    return head if compound else sized


def _behind_preposition(preposition: Token, anchor: Token) -> Token | None:
    head = preposition.head.head if preposition.head.dep_ == "acl" else preposition.head
    return head if head.pos_ in NOMINAL else _sized(head, anchor, "dobj")


def _sized(verb: Token, anchor: Token, *objects: str) -> Token | None:
    """Return the subject (or object) of a verb of size: "revenue rose to $4bn", "put the cost at $2m"."""
    if verb.pos_ not in VERBAL or verb.lemma not in table("units")["sizing"]["words"]:
        return None
    named = (*children(verb, *objects), *children(verb, *ANY_SUBJECT))
    return next((one for one in named if one.i != anchor.i and one.pos_ in NOMINAL), None)


def sized_at(anchor: Token) -> Token | None:
    """Return what a number is put at: the deficit of "put the deficit at 9 percent"."""
    at, relation = role_of(anchor)
    if relation != "pobj" or at.lower_ != "at":
        return None
    thing = at.head if at.head.dep_ == "dobj" else child(at.head, "dobj", "nsubjpass")
    sized = thing is not None and thing.head.lemma in table("units")["estimating"]["words"]
    return thing if sized else None


def general_event(anchor: Token, home: int = 0, *, of_people: bool = True) -> str | None:
    """Return the verb whose subject or object the counted is: the table's name, or the lemma.

    A verb before ``home`` only tells of it ("blamed nine sailors"). ``of_people`` is False where what
    happens to people cannot be meant ("saved $3m").
    """
    verb, relation = role_of(anchor)
    if relation == "pobj":
        verb = verb.head
    elif relation not in {*ANY_SUBJECT, *OBJECTS, "npadvmod", "advmod"}:
        return None
    if verb.pos_ != "VERB" or verb.idx < home or sized_at(anchor) is not None:
        return None
    if verb.lemma in words("acts", "speech") | _TELLING_NOTHING:
        return None
    named = next(iter(particles(verb, "prt")), verb.lemma)
    if named in table("units")["recording"]["words"]:
        return "recorded"
    canonical = events_by_word()["verbs"].get(named, named)
    return named if relation in SUBJECTS or (counts_people(canonical) and not of_people) else canonical


def is_population(found: Counted) -> bool:
    """Tell whether the number says how many live somewhere ("home to 20,000 people")."""
    head, relation = found.role
    if head.lower_ in {"of", "to"}:
        return head.head.lemma in table("units")["population"]["words"]
    resident = found.noun is not None and found.noun.lemma == "resident"
    return resident and relation == "dobj" and head.lemma == "have"


def is_kinship(found: Counted) -> bool:
    """Tell whether the number says how many children somebody has ("a mother of six")."""
    head, _ = found.role
    return head.lower_ == "of" and head.head.lemma in table("units")["kin"]["words"]


def names_a_thing(found: Counted) -> bool:
    """Tell whether number and noun are one name ("4 Corners", "the 7 Mile road"), not a count.

    In running text a counted noun has a small letter; a headline has capitals throughout. A
    name may stand between the number and persons ("40 New Zealand tourists") or a plural.
    """
    doc, first, noun = found.number.doc, found.number.end, found.noun
    if noun is None:
        return False
    if noun.i == first and noun.tag_ == "NNP" and not noun.is_upper:
        return True
    name = doc[first : noun.i + 1]
    if not name.text[:1].isupper() or name[0].is_upper or side_of(name.text):
        return False
    qualified = noun.tag_ == "NNS" or person_class(noun.lemma_) is not None
    return not qualified and not _in_headline(noun)


def _in_headline(token: Token) -> bool:
    """Tell whether a token stands in a sentence whose long words have capitals."""
    long_words = [one for one in token.sent if one.is_alpha and len(one) > 3]
    return sum(one.text[0].isupper() for one in long_words) >= 0.7 * len(long_words)


def sentenced(term: Token) -> Token | None:
    """Return who is sentenced to a term: the object of the verb, or the subject of its passive."""
    before = reversed(term.doc[term.sent.start : term.i])
    verb = next((one for one in before if one.lemma in {"sentence", "jail"} and one.pos_ == "VERB"), None)
    return child(verb, "dobj", "nsubjpass")


def is_the_whole(found: Counted) -> bool:
    """Tell whether a number says of how many others are a part: "seven of the 40 miners"."""
    noun, first = found.noun, found.before
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.i >= first:
        return False
    part = noun.head.head
    return part.i < first and (part.like_num or part.lower_ in words("generic", "quantifiers"))


def is_idle(found: Counted) -> bool:
    """Tell whether a number counts nothing anybody could dispute: "the two countries" refer."""
    before = found.number.doc[max(0, found.before - 1) : found.before]
    definite = any(one.lower_ in {"the", "these", "those"} or one.tag_ == "PRP$" for one in before)
    return definite or (found.noun is not None and found.noun.lemma in table("units")["idle"]["words"])
