"""What excludes what: whether two answers to one question cannot both be true.

The answers and their sorts are data (``lexicon/questions.toml``, ``lexicon/sorts.toml``).
"""

from collections.abc import Callable
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import camp
from claimgraph.lexicon.sorts import covers, exclude
from claimgraph.lexicon.stems import stem
from claimgraph.model import Participant, Proposition

MINUTES = 10
"""Minutes by which two times of day differ at least to be two."""


def excludes(one: Proposition, two: Proposition) -> str | None:
    """Return in words why two answers to one question exclude each other, None when they need not."""
    alike = one.predicate == two.predicate and one.complement == two.complement
    if not (alike and one.answers and two.answers):
        return None
    listed = "answers" in table("questions").get(one.predicate, {})
    return _by_list(one, two) if listed else _by_value(one, two)


def _by_list(one: Proposition, two: Proposition) -> str | None:
    """Compare answers of a list: yes excludes yes and, of two answers, "not" excludes "not"."""
    if one.value == two.value:
        return f"“{one.value}” against not so" if one.denied != two.denied else None
    two_way = table("questions")[one.predicate].get("two_way", False)
    if one.denied != two.denied or (one.denied and not two_way):
        return None
    return f"“{one.value}” against “{two.value}”"


def _by_value(one: Proposition, two: Proposition) -> str | None:
    """Compare answers that are none of a list: by their sorts, as a number or direction, or as a phrase."""
    family = one.predicate
    if one.denied != two.denied:
        yes, no = (two.value, one.value) if one.denied else (one.value, two.value)
        sorted_ = family in table("sorts")
        denied = sorted_ and (yes.lower() == no.lower() or covers(no, yes, family))
        return f"“{yes}” against not “{no}”" if denied else None
    apart = _APART.get(family)
    if one.denied or apart is None or not apart(one, two):
        return None
    return f"“{one.value}” against “{two.value}”"


def _other_cause(one: Proposition, two: Proposition) -> bool:
    """Tell whether two causes are of two sorts, or two weapons: a mine, or a missile."""
    return any(exclude(one.value, two.value, family) for family in ("cause", "weapon"))


def _other_weapon(one: Proposition, two: Proposition) -> bool:
    """Tell whether each names a single weapon: whoever fires mortars may fire rockets as well."""
    single = all(told.value.lower().split()[0] in words("apart", "function") for told in (one, two))
    return single and exclude(one.value, two.value, "weapon")


def _other_target(one: Proposition, two: Proposition) -> bool:
    """Tell whether those whom a shot was meant for share no word, and neither shooter is a pronoun."""
    if any(told.agent is None or told.agent.head in words("generic", "nouns") for told in (one, two)):
        return False
    first, second = ({stem(word) for word in told.value.split()} for told in (one, two))
    return first & second <= {stem(word) for word in words("apart", "function")}


def _other_holder(one: Proposition, two: Proposition) -> bool:
    """Tell whether two sides are each said to have a place."""
    sides = {camp(told.agent.side) for told in (one, two) if told.agent is not None and told.agent.side}
    return len(sides) > 1


def _other_time(one: Proposition, two: Proposition) -> bool:
    """Tell whether two times of day of one zone, or of none named, are minutes apart."""
    (first, _, zone), (second, _, other) = one.value.partition(" "), two.value.partition(" ")
    if zone != other:
        return False
    minutes = [60 * int(hour) + int(minute) for hour, minute in (time.split(":") for time in (first, second))]
    return min(abs(minutes[0] - minutes[1]), 24 * 60 - abs(minutes[0] - minutes[1])) >= MINUTES


def _other_bearing(one: Proposition, two: Proposition) -> bool:
    """Tell whether two directions exclude each other: "south" and "southwest" need not."""
    return not (one.value in two.value or two.value in one.value)


_APART: dict[str, Callable[[Proposition, Proposition], bool]] = {
    "weapon": _other_weapon,
    "cause": _other_cause,
    "target": _other_target,
    "holder": _other_holder,
    "first": lambda one, two: _other_holder(one, two) or exclude(one.value, two.value, "doer"),
    **dict.fromkeys(("age", "aim"), lambda one, two: one.value != two.value),
    "clock": _other_time,
    "bearing": _other_bearing,
}
"""When two answers to a question that has no list of them exclude each other."""


@cache
def passing() -> frozenset[str]:
    """Return the questions whose answer changes from day to day."""
    return frozenset(name for name, entry in table("questions").items() if entry.get("passing"))


def is_other_manner(one: Proposition, two: Proposition) -> bool:
    """Tell whether what was not done is told by its manner: who "did not drown" may have been strangled."""
    denied = {told.lemma for told in (one, two) if told.denied}
    return one.lemma != two.lemma and not denied.isdisjoint(words("deeds", "manners"))


def done_once(told: Proposition) -> bool:
    """Tell whether a deed is done to one thing only once, so that two doers exclude each other."""
    known = told.patient is not None and is_known(told.patient)
    once = words("deeds", "once") | (words("deeds", "once_of_one") if known else frozenset())
    return not once.isdisjoint({told.predicate, told.lemma})


def is_known(who: Participant) -> bool:
    """Tell whether a phrase tells of one that is known: "the bridge", not "a bridge" or "access"."""
    return who.text.lower().startswith("the ")
