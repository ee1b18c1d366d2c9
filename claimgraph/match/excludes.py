"""What excludes what: whether two answers to one question cannot both be true.

The answers and their sorts are data (``lexicon/questions.toml``, ``lexicon/sorts.toml``).
"""

from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import camp
from claimgraph.lexicon.sorts import covers, exclude
from claimgraph.lexicon.stems import stem
from claimgraph.model import Proposition

MINUTES = 10
"""Minutes by which two times of day differ at least to be two."""


def excludes(one: Proposition, two: Proposition) -> str | None:
    """Return in words why two answers to one question exclude each other, None when they need not."""
    if one.predicate != two.predicate or not (one.answers and two.answers):
        return None
    if one.complement != two.complement:
        return None
    return _COMPARED.get(one.predicate, _by_answer)(one, two)


def _by_sort(one: Proposition, two: Proposition) -> str | None:
    family = one.predicate
    if one.denied != two.denied:
        yes, no = (two, one) if one.denied else (one, two)
        denied = yes.value.lower() == no.value.lower() or covers(no.value, yes.value, family)
        return f"“{yes.value}” against not “{no.value}”" if denied else None
    if one.denied or not exclude(one.value, two.value, family):
        return None
    if family == "weapon" and not (_is_one(one.value) and _is_one(two.value)):
        return None  # whoever fires mortars may fire rockets as well
    return f"“{one.value}” against “{two.value}”"


def _is_one(phrase: str) -> bool:
    """Tell whether a phrase is of a single thing: "a knife", and neither "knives" nor "artillery"."""
    first, *rest = phrase.lower().partition(" with ")[0].partition(" of ")[0].split()
    return first in words("apart", "function") and bool(rest) and not rest[-1].endswith("s")


def _by_filler(one: Proposition, two: Proposition) -> str | None:
    """Compare whom a shot was meant for: phrases that share no word, and neither a pronoun."""
    if one.denied or two.denied or one.agent is None or two.agent is None:
        return None
    if {one.agent.head, two.agent.head} & words("generic", "nouns"):
        return None
    first, second = ({stem(word) for word in answer.value.split()} for answer in (one, two))
    little = {stem(word) for word in words("apart", "function")}
    return None if (first & second) - little else f"“{one.value}” against “{two.value}”"


def _by_side(one: Proposition, two: Proposition) -> str | None:
    """Compare who has a place: two sides exclude each other, and a side's word that it has not."""
    if one.agent is None or two.agent is None or not (one.agent.side and two.agent.side):
        return None
    same = camp(one.agent.side) == camp(two.agent.side)
    turned = one.denied != two.denied
    if turned != same or (one.denied and two.denied):
        return None
    return f"“{one.value}” against {'not ' if turned else ''}“{two.value}”"


def _by_answer(one: Proposition, two: Proposition) -> str | None:
    """Compare answers of a list: of two ways "not" gives the other, of more only yes excludes yes."""
    entry = table("questions").get(one.predicate, {})
    first, second = (
        _turned(answer, entry) if entry.get("two_way") else (answer.value, answer.denied)
        for answer in (one, two)
    )
    if first[0] == second[0]:
        return f"“{first[0]}” against not so" if first[1] != second[1] else None
    if first[1] or second[1]:
        return None
    return f"“{first[0]}” against “{second[0]}”"


def _turned(answer: Proposition, entry: dict[str, object]) -> tuple[str, bool]:
    """Return an answer with its "not" taken into it, where there is no third."""
    if not answer.denied:
        return answer.value, False
    listed = entry.get("answers", {})
    others = [value for value in listed if value != answer.value] if isinstance(listed, dict) else []
    return (others[0], False) if len(others) == 1 else (answer.value, True)


def _by_measure(one: Proposition, two: Proposition) -> str | None:
    if one.denied or two.denied or not _MEASURED[one.predicate](one.value, two.value):
        return None
    return f"“{one.value}” against “{two.value}”"


def _other_time(one: str, two: str) -> bool:
    """Tell whether two times of day of one zone, or of none named, are minutes apart."""
    (first, _, zone), (second, _, other) = one.partition(" "), two.partition(" ")
    if zone != other:
        return False
    minutes = [60 * int(hour) + int(minute) for hour, minute in (time.split(":") for time in (first, second))]
    return min(abs(minutes[0] - minutes[1]), 24 * 60 - abs(minutes[0] - minutes[1])) >= MINUTES


def _other_bearing(one: str, two: str) -> bool:
    """Tell whether two directions exclude each other: "south" and "southwest" need not."""
    return not (one in two or two in one)


_MEASURED = {"age": lambda one, two: one != two, "clock": _other_time, "bearing": _other_bearing}
PARTICULARS = frozenset(_MEASURED)
"""Questions answered by a number or a direction."""
_COMPARED = {
    "weapon": _by_sort,
    "cause": _by_sort,
    "target": _by_filler,
    "holder": _by_side,
    **dict.fromkeys(PARTICULARS, _by_measure),
}
"""How the answers to a question are compared, where they are none of a list."""


@cache
def passing() -> frozenset[str]:
    """Return the questions whose answer changes from day to day."""
    return frozenset(name for name, entry in table("questions").items() if entry.get("passing"))


def is_other_manner(one: Proposition, two: Proposition) -> bool:
    """Tell whether of two deeds of one type the one that was not is told by its manner, and the other not so.

    Who "did not drown" may have been strangled.
    """
    manners = words("deeds", "manners")
    denied = [told.lemma for told in (one, two) if told.denied and told.lemma in manners]
    return bool(denied) and one.lemma != two.lemma


def done_once(predicate: str, lemma: str) -> bool:
    """Tell whether a deed is done to one thing only once, so that two doers exclude each other."""
    return not words("deeds", "once").isdisjoint({predicate, lemma})
