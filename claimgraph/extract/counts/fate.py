"""What happened to the counted, from the nearest sign to the farthest.

Adjacent words come before the parse tree: a small parser errs more on "12 dead, 30 hurt" than the
order of the words does.
"""

import re
from typing import TYPE_CHECKING

from claimgraph.extract.counts.counted import OBJECTS, Counted
from claimgraph.extract.counts.vocabulary import (
    counts_people,
    event_of_noun,
    events_by_word,
    joined,
    person_class,
    verb_event,
)
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    children,
    has,
    has_word,
    lemma,
    lemmas,
    particles,
)
from claimgraph.extract.grammar.verbs import is_passive
from claimgraph.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ABOARD = re.compile(r"(?:(?:was|were|are|had been) )?(?:aboard|on board)\b")


def event_of(counted: Counted, after: int, before: int) -> str | None:
    """Return the name of what happened to the counted, from the nearest sign to the farthest.

    Args:
        counted: what is counted.
        after: index of the first token behind the number phrase.
        before: index of the first token of the number phrase, bounding words included.
    """
    noun = counted.noun
    named = event_of_noun(noun) if noun is not None else None
    start = noun.i + 1 if noun is not None and noun.i >= counted.number.end else after
    return named or (
        _state_behind(counted.number.doc, start)
        or _verb_before(counted, before)
        or _role(counted)
        or _modifier(noun)
        or ("killed" if are_bodies(counted) else None)
        or _aboard(counted, start)
        or _taking_part(counted)
    )


def _state_behind(doc: "Doc", start: int) -> str | None:
    """Read "12 dead", "35 injured", "100 soldiers were killed and wounded" off the order of the words."""
    index = start
    while index < len(doc) and _passes(doc[index]):
        index += 1
    token = doc[index] if index < len(doc) else None
    event = _state(token) if token is not None else None
    if token is None or event is None or _acts_on_another(token):
        return None
    return joined(event, *_coordinated_states(doc, index + 1))


def _state(token: "Token") -> str | None:
    verbal = token.tag_ in {"VBN", "VBD"}
    down = (
        (events_by_word()["verbs"].get(pair) for pair in particles(token, "prt", "advmod")) if verbal else ()
    )
    told = events_by_word()["states"].get(token.lower_) or verb_event(token, "subjects")
    return next(filter(None, down), None) or told or (verb_event(token) if verbal else None)


def _passes(token: "Token") -> bool:
    return token.pos_ in {"ADV", "AUX"} or lemma(token) in table("harm")["between"]["words"]


def _acts_on_another(verb: "Token") -> bool:
    """Tell whether the verb is active with an object of its own: the counted did it to another."""
    return verb.tag_ == "VBD" and not is_passive(verb) and has(verb, "dobj")


def _coordinated_states(doc: "Doc", index: int) -> list[str]:
    """Return the events that share the number: "killed and injured", "killed, wounded or missing"."""
    found: list[str] = []
    for token in doc[index:]:
        if token.lower_ in {"and", "or", ","} or token.pos_ == "ADV":
            continue
        event = events_by_word()["states"].get(token.lower_)
        if event is None:
            break
        found.append(event)
    return found


def _verb_before(counted: Counted, before: int) -> str | None:
    """Read "killing 12", "Kills 10" where the verb touches the number phrase."""
    verb = counted.number.doc[before - 1] if before else None
    if verb is None or verb.pos_ not in {"VERB", "AUX", "NOUN", "PROPN"}:
        return None  # "down 12 points" downs nothing
    word = verb.lower_
    stems = (
        word.removesuffix("s"),
        word.removesuffix("ing"),
        word.removesuffix("ed"),
        word.removesuffix("d"),
    )
    known = events_by_word()["verbs"]
    event = verb_event(verb) or next((known[stem] for stem in stems if stem in known), None)
    return None if is_passive(verb) else event


def _role(counted: Counted) -> str | None:
    """Read the event off the verb or noun that the counted depends on."""
    head, relation = counted.role
    if relation in {*PASSIVE_SUBJECTS, *OBJECTS} and (lost := _lost(counted, head)):
        return lost
    if relation in PASSIVE_SUBJECTS and (event := verb_event(head)):
        equal = (one for one in children(head, "conj") if not has(one, *ANY_SUBJECT, *OBJECTS))
        return joined(event, *(name for one in equal if (name := verb_event(one))))
    if relation in SUBJECTS:
        return verb_event(head, "subjects")
    if relation in OBJECTS and (event := verb_event(head)):
        partner = verb_event(head.head) if head.dep_ == "conj" and not has(head.head, *OBJECTS) else None
        return joined(event, partner) if partner else event  # "killed or wounded 12 soldiers"
    if relation == "pobj" and head.lower_ in {"of", "to", "among", "in"}:
        named = event_of_noun(head.head) if head.lower_ in {"of", "among"} else None
        return named or events_by_word()["acts"].get(lemma(head.head))
    return _of_clause(counted.noun or counted.anchor)


def _lost(counted: Counted, verb: "Token") -> str | None:
    """Return "killed" for people that are lost as the dead are: "lost 40 men", "claimed 300 lives".

    A firm that loses workers or a town that loses people over years tells no deaths.
    """
    noun = counted.noun
    if noun is not None and noun.lower_ in table("harm")["lives"]["words"]:
        return "killed" if lemma(verb) in table("harm")["lives"]["verbs"] else None
    if noun is None or lemma(verb) != "lose":
        return None
    fallen = lemma(noun) in words("losses", "fallen") or person_class(noun.lemma_) in words("losses", "armed")
    shrunk = (
        noun.lower_ != "people" or has_word(verb, "to") or lemmas(noun.sent) & words("losses", "otherwise")
    )
    return "killed" if fallen or not shrunk else None


def _of_clause(noun: "Token") -> str | None:
    """Read "people who died", "workers, killed in the blast"."""
    for clause in children(noun, "relcl", "acl"):
        if clause.dep_ == "relcl":
            return verb_event(clause) if is_passive(clause) else verb_event(clause, "subjects")
        if clause.tag_ == "VBN":
            return verb_event(clause)
    return None


def _modifier(noun: "Token | None") -> str | None:
    """Read "12 injured passengers"."""
    before = children(noun, "amod", "compound") if noun is not None else []
    return next((state for one in before if (state := events_by_word()["states"].get(one.lower_))), None)


def are_bodies(counted: Counted) -> bool:
    """Tell whether found bodies are counted: "nine bodies were recovered", "the bodies of nine people"."""
    noun, (head, relation) = counted.noun, counted.role
    if noun is None:
        return False
    if lemma(noun) in words("circumstances", "bodies"):
        return not lemmas((head, *noun.children)).isdisjoint(words("circumstances", "found"))
    of = relation == "pobj" and head.lower_ == "of" and person_class(noun.lemma_) is not None
    return of and lemma(head.head) in words("circumstances", "bodies")


def _aboard(counted: Counted, start: int) -> str | None:
    """Read "85 passengers were aboard", "40 people on board", where nothing else happened to them."""
    behind = counted.number.doc[start : start + 3].text.lower()
    return "aboard" if _ABOARD.match(behind) else None


def _taking_part(counted: Counted) -> str | None:
    """Read "500 people joined the march", "5,000 were at the rally"."""
    head, relation = counted.role
    if relation not in SUBJECTS or lemma(head) not in words("circumstances", "taking"):
        return None
    if lemma(head) == "be" and not has_word(head, "at", "on", "in"):
        return None
    known = dict.fromkeys(words("circumstances", "marches"), "attended")
    known |= dict.fromkeys(words("circumstances", "strikes"), "on strike")
    return next((known[lemma(one)] for one in head.subtree if one.i > head.i and lemma(one) in known), None)


def victim_event(noun: "Token") -> str | None:
    """Return what happens to people when a single person fills the role of the harmed, else None."""
    event = _role(Counted(noun.doc[noun.i : noun.i + 1], noun, noun))
    return event if counts_people(event) else None
