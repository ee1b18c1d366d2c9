"""What happened to the counted, from the nearest sign to the farthest.

Adjacent words come before the parse tree: a small parser errs more on "12 dead, 30 hurt" than the
order of the words does.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile, takewhile

from claimgraph.extract.counts.counted import OBJECTS, Counted, event_of_noun, verb_event
from claimgraph.extract.grammar.reality import factuality
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    child,
    children,
    following,
    has,
    has_word,
    lemmas,
)
from claimgraph.extract.grammar.verbs import is_passive
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.harm import counts_people, events_by_word, joined, person_class, phrases_by_verb

NEAR = 8
"""Tokens around a number within which a word says how badly the counted are hurt."""
_UNDERGOING = frozenset({*PASSIVE_SUBJECTS, *OBJECTS})
"""How those hang on a verb to whom it is done."""
_DESCRIBING = frozenset({"ADJ", "ADV", "DET", "PRON", "NOUN", "PROPN", "PART", "NUM"})
_ABOARD = re.compile(r"(?:(?:was|were|are|had been) )?(?:aboard|on board)\b")


def event_of(counted: Counted) -> str | None:
    """Return the name of what happened to the counted, from the nearest sign to the farthest.

    Of what did not happen it is "not injured": a count of its own, and none of the injured.
    """
    signs = _OF_PART if _is_part(counted) else _SIGNS
    event = next((event for sign in signs if (event := sign(counted)) is not None), None)
    if event == "injured":
        event = _by_degree(counted) or event
    if event == "aboard" and factuality(counted.role[0]) != "actual":
        event = "capacity"  # "can carry 40", "was licensed to carry 40"
    return f"not {event}" if event is not None and has(counted.role[0], "neg") else event


def _is_part(counted: Counted) -> bool:
    """Tell whether a part of known ones is counted ("three of the dead"): their fate is no count of it."""
    root = counted.number.root
    whole = root.doc[root.i + 2 : root.i + 3]
    return following(root) == "of" and len(whole) > 0 and whole[0].pos_ in {"DET", "PRON"}


def _by_degree(counted: Counted) -> str | None:
    """Return "seriously injured" or "slightly injured" where a word on the harm says how badly."""
    near = counted.number.doc[max(0, counted.before - NEAR) : counted.after + NEAR]
    for degree in ("seriously", "slightly"):
        said = (token for token in near if token.lower_ in words("losses", degree))
        if any(_tells_injury(token.head) and _is_nearest(counted, token.head) for token in said):
            return f"{degree} injured"
    return None


def _tells_injury(token: Token) -> bool:
    return "injured" in {
        verb_event(token),
        event_of_noun(token),
        events_by_word()["states"].get(token.lower_),
    }


def _is_nearest(counted: Counted, harm: Token) -> bool:
    """Tell whether no other number, and no end of a clause, stands between the counted and a word."""
    first, last = sorted((counted.number.root.i, harm.i))
    return not any(one.like_num or one.is_punct for one in counted.number.doc[first + 1 : last])


def _named(counted: Counted) -> str | None:
    return event_of_noun(counted.noun) if counted.noun is not None else None


def _state_behind(counted: Counted) -> str | None:
    """Read "12 dead", "35 injured", "100 soldiers were killed and wounded" off the order of the words."""
    behind = list(dropwhile(_passes, counted.behind))
    if behind and _is_part(counted) and behind[0].dep_ == "acl":
        return None  # "two of those killed"
    other = not behind or _acts_on_another(behind[0]) or _is_of_outer_clause(behind[0], counted)
    event = None if other else _state(behind[0])
    return joined(event, *_coordinated_states(behind[1:])) if event is not None else None


def _state(token: Token) -> str | None:
    own = verb_event(token) if token.tag_ in {"VBN", "VBD"} else None
    return own or events_by_word()["states"].get(token.lower_) or verb_event(token, "subjects")


def _passes(token: Token) -> bool:
    return token.pos_ in {"ADV", "AUX"} or token.lemma in table("harm")["between"]["words"]


def _acts_on_another(verb: Token) -> bool:
    """Tell whether the verb is active with an object of its own: the counted did it to another."""
    return verb.tag_ == "VBD" and has(verb, "dobj")


def _is_of_outer_clause(verb: Token, counted: Counted) -> bool:
    """Tell whether the counted stand in a clause on the verb's subject: "who shot six was arrested"."""
    subject = child(verb, *ANY_SUBJECT)
    if subject is None or counted.anchor not in subject.subtree:
        return False
    between = takewhile(lambda one: one.i != subject.i, (counted.anchor, *counted.anchor.ancestors))
    return any(one.dep_ in {"relcl", "acl"} for one in between)


def _coordinated_states(behind: Iterable[Token]) -> Iterator[str]:
    """Yield the events that share the number: "killed and injured", "killed, wounded or missing"."""
    for token in behind:
        event = events_by_word()["states"].get(token.lower_)
        if event is not None:
            yield event
        elif token.lower_ not in {"and", "or", ","}:
            return


def _by_phrase(counted: Counted) -> str | None:
    """Read "lost their lives", "were taken to hospital" off the verb and the words behind it."""
    verb, relation = counted.role
    kind = "do" if relation in SUBJECTS else "undergo" if relation in _UNDERGOING else None
    if kind is None:
        return None
    behind = verb.doc[max(verb.i + 1, counted.behind.start if verb.i < counted.before else 0) : verb.sent.end]
    known = phrases_by_verb(kind).get(verb.lemma, ())
    return next((event for phrase, event in known if _begins(behind, phrase)), None)


def _begins(behind: Iterable[Token], phrase: tuple[frozenset[str], ...]) -> bool:
    """Tell whether words follow one another, with only what describes them between: "lost their lives"."""
    wanted = list(phrase)
    for token in behind:
        if token.lemma in wanted[0]:
            wanted.pop(0)
            if not wanted:
                return True
        elif token.pos_ not in _DESCRIBING and "-" not in (token.text, token.nbor(-1).text):
            return False
    return False


def _verb_before(counted: Counted) -> str | None:
    """Read "killing 12", "Kills 10" where the verb touches the number phrase."""
    verb = counted.number.doc[counted.before - 1] if counted.before else None
    if verb is None or verb.pos_ not in {"VERB", "NOUN", "PROPN"} or is_passive(verb):
        return None  # "down 12 points" downs nothing
    stems = (verb.lower_.removesuffix(ending) for ending in ("s", "ing", "ed", "d"))
    known = events_by_word()["verbs"]
    return verb_event(verb) or next((known[stem] for stem in stems if stem in known), None)


def _undergone(counted: Counted) -> str | None:
    """Read "12 were killed", "killed or wounded 12 soldiers"."""
    verb, relation = counted.role
    event = verb_event(verb) if relation in _UNDERGOING else None
    if event is None:
        return None
    equal = [one for one in children(verb, "conj") if not has(one, *ANY_SUBJECT, *OBJECTS)]
    if verb.dep_ == "conj" and relation in OBJECTS and not has(verb.head, *OBJECTS):
        equal.append(verb.head)
    return joined(event, *filter(None, map(verb_event, equal)))


def _done(counted: Counted) -> str | None:
    """Read "12 died", "attended by 12"."""
    verb, relation = counted.role
    if verb.dep_ == "agent":
        return verb_event(verb.head, "subjects")
    return verb_event(verb, "subjects") if relation in SUBJECTS else None


def _of_act(counted: Counted) -> str | None:
    """Read "the deaths of 12 miners", "damage to 40 homes", "made off with 12 paintings"."""
    head, relation = counted.role
    if relation == "pobj" and head.lower_ == "with":
        return verb_event(head.head, "with")
    if relation != "pobj" or head.lower_ not in {"of", "to", "among", "in"}:
        return None
    if _are_lives(head.head):
        return _of_lives(head.head.head)
    named = event_of_noun(head.head) if head.lower_ in {"of", "among"} else None
    return named or events_by_word()["acts"].get(head.head.lemma)


def _lost(counted: Counted) -> str | None:
    """Return "killed" for people that are lost as the dead are: "lost 40 men", "claimed 300 lives".

    A firm that loses workers or a town that loses people over years tells no deaths.
    """
    noun, (verb, relation) = counted.noun, counted.role
    if noun is None or relation not in _UNDERGOING:
        return None
    if _are_lives(noun):
        return _of_lives(verb)
    return "killed" if verb.lemma == "lose" and _may_fall(noun, verb) else None


def _are_lives(noun: Token) -> bool:
    return noun.lower_ in table("harm")["lives"]["words"]


def _of_lives(verb: Token) -> str | None:
    return "killed" if verb.lemma in table("harm")["lives"]["verbs"] else None


def _may_fall(noun: Token, verb: Token) -> bool:
    if noun.lemma in words("losses", "fallen") or person_class(noun.lemma_) in words("losses", "armed"):
        return True
    elsewhere = has_word(verb, "to") or lemmas(noun.sent) & words("losses", "otherwise")
    return noun.lower_ == "people" and not elsewhere


def _of_clause(counted: Counted) -> str | None:
    """Read "people who died", "workers, killed in the blast"."""
    for clause in children(counted.noun or counted.anchor, "relcl", "acl"):
        if clause.dep_ == "relcl" and not is_passive(clause):
            return verb_event(clause, "subjects")
        if clause.dep_ == "relcl" or clause.tag_ == "VBN":
            return verb_event(clause)
    return None


def _modifier(counted: Counted) -> str | None:
    """Read "12 injured passengers"."""
    before = children(counted.noun, "amod", "compound") if counted.noun is not None else []
    return next((state for one in before if (state := events_by_word()["states"].get(one.lower_))), None)


def _as_bodies(counted: Counted) -> str | None:
    return "killed" if are_bodies(counted) else None


def are_bodies(counted: Counted) -> bool:
    """Tell whether found bodies are counted: "nine bodies were recovered", "the bodies of nine people"."""
    noun, (head, _) = counted.noun, counted.role
    if noun is None:
        return False
    if noun.lemma in words("circumstances", "bodies"):
        return not lemmas((head, *noun.children)).isdisjoint(words("circumstances", "found"))
    return head.lower_ == "of" and head.head.lemma in words("circumstances", "bodies")


def _aboard(counted: Counted) -> str | None:
    """Read "85 passengers were aboard", "40 people on board", where nothing else happened to them."""
    return "aboard" if _ABOARD.match(counted.behind[:4].text.lower()) else None


def _taking_part(counted: Counted) -> str | None:
    """Read "500 people joined the march", "5,000 were at the rally"."""
    head, relation = counted.role
    if relation not in SUBJECTS or head.lemma not in words("circumstances", "taking"):
        return None
    if head.lemma == "be" and not has_word(head, "at", "on", "in"):
        return None
    known = dict.fromkeys(words("circumstances", "marches"), "attended")
    known |= dict.fromkeys(words("circumstances", "strikes"), "on strike")
    return next((known[one.lemma] for one in head.subtree if one.i > head.i and one.lemma in known), None)


_ROLES: "tuple[Callable[[Counted], str | None], ...]" = (_lost, _undergone, _done, _of_act, _of_clause)
_SIGNS = (
    _named,
    _by_phrase,
    _state_behind,
    _verb_before,
    *_ROLES,
    _modifier,
    _as_bodies,
    _aboard,
    _taking_part,
)
_OF_PART = tuple(sign for sign in _SIGNS if sign not in {_named, _of_act, _of_clause, _modifier})


def victim_event(noun: Token) -> str | None:
    """Return what happens to people when a single person fills the role of the harmed, else None."""
    one = Counted(noun.doc[noun.i : noun.i + 1], noun, noun, noun.i, noun.i + 1)
    event = next((event for role in (_by_phrase, *_ROLES) if (event := role(one)) is not None), None)
    return event if counts_people(event) else None
