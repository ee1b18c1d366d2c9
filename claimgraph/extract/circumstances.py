"""What befell the counted where no verb of harm tells it: found dead, aboard, on the march, on strike.

The words are in ``lexicon/circumstances.toml``. Asked only where ``counted`` finds nothing.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.extract.counted import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, Counted, nominal_role
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

STRIKING = "on strike"
_NOT_WORKING = re.compile(r"(?i)\b(?:down\w* tools|stop\w* work|walk\w* (?:out|off)|on strike|off work)\b")
WORKING = frozenset({"worker", "student", "police"})
"""Classes of persons who can stay away from work."""


def circumstance(counted: Counted, after: int) -> str | None:
    """Return the event the words around a count tell, or None.

    Args:
        counted: what is counted.
        after: index of the first token behind the number phrase.
    """
    noun = counted.noun
    start = noun.i + 1 if noun is not None and noun.i >= counted.number.end else after
    return (
        ("killed" if are_bodies(counted) else None)
        or _said_aboard(counted, start)
        or _on_a_vessel(counted)
        or _taking_part(counted)
        or _crowd(counted)
    )


def are_bodies(counted: Counted) -> bool:
    """Tell whether found bodies are counted: "nine bodies were recovered", "the bodies of nine people"."""
    noun = counted.noun
    if noun is None:
        return False
    if noun.lemma_.lower() in words("circumstances", "bodies"):
        governors = [nominal_role(counted.anchor)[0], *noun.children]
        return any(
            token.lemma_.lower() in words("circumstances", "found") or token.lower_ == "dead"
            for token in governors
        )
    head, relation = nominal_role(counted.anchor)
    of_people = relation == "pobj" and head.lower_ == "of" and reading.person_class(noun.lemma_) is not None
    return of_people and head.head.lemma_.lower() in words("circumstances", "bodies")


def _said_aboard(counted: Counted, start: int) -> str | None:
    """Read "85 passengers were aboard", "40 people on board", where nothing else happened to them."""
    behind = counted.number.doc[start : start + 3].text.lower()
    return "aboard" if re.match(r"(?:(?:was|were|are|had been) )?(?:aboard|on board)\b", behind) else None


def _on_a_vessel(counted: Counted) -> str | None:
    """Read "80 people were on the vessel" and "the boat was filled with 150 people"."""
    head, relation = nominal_role(counted.anchor)
    if counted.noun is not None and reading.person_class(counted.noun.lemma_) is None:
        return None
    if relation in SUBJECTS and head.lemma_.lower() == "be":
        places = [child for child in head.children if child.lower_ in {"on", "in", "inside"}]
        return "aboard" if any(_is_vessel(_object(place)) for place in places) else None
    full = (
        relation == "pobj"
        and head.lower_ == "with"
        and head.head.lemma_.lower() in words("circumstances", "full_of")
    )
    if full:
        filled = next(
            (child for child in head.head.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None
        )
        if _is_vessel(filled):
            return "aboard"
        marched = any(token.lemma_.lower() in words("circumstances", "marches") for token in head.doc)
        return "attended" if marched else None  # "the square was packed with 80,000 people"
    return None


def _is_vessel(noun: "Token | None") -> bool:
    return noun is not None and noun.lemma_.lower() in words("circumstances", "vessels")


def _object(preposition: "Token") -> "Token | None":
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


@cache
def _joined() -> dict[str, str]:
    """Return noun -> the event of those who take part in what it names."""
    marches = dict.fromkeys(words("circumstances", "marches"), "attended")
    return marches | dict.fromkeys(words("circumstances", "strikes"), STRIKING)


def _taking_part(counted: Counted) -> str | None:
    """Read "500 people joined the march", "half of the drivers stayed away", "a turnout of 80 percent"."""
    head, relation = nominal_role(counted.anchor)
    lemma = head.lemma_.lower()
    if relation in SUBJECTS and lemma in words("circumstances", "taking"):
        things = (token.lemma_.lower() for token in head.subtree if token.i > head.i)
        event = next((_joined()[thing] for thing in things if thing in _joined()), None)
        return event if lemma != "be" or _is_at(head) else None
    if relation in SUBJECTS and lemma in words("circumstances", "absent") and counted.noun is not None:
        away = any(child.lower_ in {"away", "home", "out"} for child in head.children)
        striking = lemma == "strike" and not any(child.dep_ in OBJECTS for child in head.children)
        at_work = reading.person_class(counted.noun.lemma_) in WORKING or _workforce(counted.noun)
        return STRIKING if at_work and (away or striking) else None
    return None


def _crowd(counted: Counted) -> str | None:
    """Read "there were 40,000 protesters" and "a turnout of two million people"."""
    if counted.noun is None or (kind := reading.person_class(counted.noun.lemma_)) is None:
        return None
    head, relation = nominal_role(counted.anchor)
    if kind == "protester" and relation == "attr" and head.lemma_ == "be":
        return "attended"
    measure = head.head.lemma_.lower() if relation == "pobj" and head.lower_ == "of" else ""
    voting = counted.noun.lemma_.lower() == "voter"
    return "attended" if measure in words("circumstances", "crowds") and not voting else None


def _workforce(noun: "Token") -> bool:
    return noun.lemma_.lower() in words("circumstances", "staff")


def _is_at(verb: "Token") -> bool:
    """Tell whether "be" says where somebody was: "5,000 people were at the rally"."""
    return any(child.lower_ in {"at", "on", "in"} for child in verb.children)


def strike_share(anchor: "Token", noun: "Token | None") -> str | None:
    """Return that a share is of those on strike: "85 percent turnout", "participation of 77 percent"."""
    near = [token for token in (noun, anchor.head, anchor.head.head) if token is not None]
    measured = any(token.lemma_.lower() in words("circumstances", "turnouts") for token in near)
    told = any(token.lemma_.lower() in words("circumstances", "strikes") for token in anchor.sent)
    behind = anchor.doc[anchor.i + 1 : anchor.i + 8].text
    return STRIKING if (measured and told) or _NOT_WORKING.search(behind) else None
