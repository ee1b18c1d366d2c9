"""Whether two claims speak of one thing: by its name, else by its noun and what marks it off.

Unknown is no yes: a pronoun, a part, or a thing told apart by place or kind stops a pair.
"""

import re
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of
from claimgraph.match.gates import Verdict, go, stop
from claimgraph.match.nodes import PRONOUNS, Context, Node, camp
from claimgraph.model import Participant

_PLACED = re.compile(
    r"\b(?:in|at|near|outside|inside|off|over|around)\s+(?:the\s+|(?:[a-z]+\s+)?(?:town|city|village|district|province|port)\s+of\s+)?((?:[A-Z][\w’'-]+\s?)+)"
)
_BEHIND = re.compile(r"\s(?:of|in|at|on|near|from|off|over|between|outside|inside|for|against)\s")
_OWNED = re.compile(r"(?:his|her|my)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w.’'-]+")


def one_thing(a: Node, first: Participant, b: Node, second: Participant, context: Context) -> Verdict:
    """Do both speak of one thing?"""
    if first.head in PRONOUNS or second.head in PRONOUNS:
        return stop("a pronoun leaves open what is meant")
    if first.side and second.side and camp(first.side) != camp(second.side):
        return stop(f"{first.text} and {second.text} are of two sides")
    partial = next((one.text for one in (first, second) if _is_partial(one)), None)
    if partial is not None:
        return stop(f"“{partial}” may be another one, or only a part")
    one, two = names(first), names(second)
    if first.head in one and second.head in two:
        return _named_alike(first, one, second, two)
    return _described_alike(a, first, b, second, context)


def _is_partial(phrase: Participant) -> bool:
    """Tell whether a phrase leaves open which one or which part is meant; "the two men" does not."""
    found = _plain(phrase.text)
    open_words = words("apart", "partial")
    if not found or found[0] not in words("apart", "definite"):
        open_words |= words("apart", "numbers")
    return bool(set(found) & open_words)


@cache
def _contrasts() -> tuple[frozenset[str], ...]:
    """Return the rows of words of which two mark off two things."""
    return tuple(frozenset(row) for row in table("apart")["contrasts"])


@cache
def rows_of(noun: str) -> tuple[str, ...]:
    """Return the first word of every row of nouns that can name one thing in which a noun is."""
    return tuple(str(row[0]) for row in table("apart")["one"] if noun in row)


def of_one_row(first: str, second: str) -> bool:
    """Tell whether two nouns can name one thing in one story: an election is a vote."""
    return bool(set(rows_of(first)) & set(rows_of(second)))


def contrasted(first: str, second: str) -> bool:
    """Tell whether two texts mark things off against each other: "in the north", "in the south"."""
    one, two = (frozenset(_plain(text)) for text in (first, second))
    return any(one & contrast and two & contrast and not one & two & contrast for contrast in _contrasts())


def _named_alike(
    first: Participant, one: frozenset[str], second: Participant, two: frozenset[str]
) -> Verdict:
    """Compare two names: one surname, and no two given names."""
    if first.head != second.head and not (first.head in two or second.head in one):
        return stop(f"{first.text} is not known to be {second.text}")
    if one - two and two - one:
        return stop(f"{first.text} and {second.text} are two names")
    return go(first.text)


def _described_alike(a: Node, first: Participant, b: Node, second: Participant, context: Context) -> Verdict:
    """Compare a thing told by a noun with a name or another noun."""
    one, two = names(first), names(second)
    if first.head != second.head and not of_one_row(first.head, second.head):
        beside = second.head in _own_words(first) or first.head in _own_words(second)
        if not (beside and (one & two or ((not one or not two) and context.one_story(a, b)))):
            return stop(f"{first.text} and {second.text} are not known to be one")
    elif one and two and not one & two:
        return stop(f"{first.text} is not {second.text}")
    marks = [
        frozenset(_plain(phrase.text)) - words("apart", "function") - {phrase.head}
        for phrase in (first, second)
    ]
    for contrast in _contrasts():
        if marks[0] & contrast and marks[1] & contrast and not marks[0] & marks[1] & contrast:
            return stop(f"{first.text} is told apart from {second.text}")
    if one & two:
        return go(f"{first.text}")
    marks = [_before_head(phrase) for phrase in (first, second)]
    if marks[0] and marks[1] and not marks[0] & marks[1]:
        return stop(f"{first.text} and {second.text} may be two")
    two_owners = _owner(first) != _owner(second) and _owner(first) and _owner(second)
    if two_owners or _his_and_hers(first, second) or _one_is_owned(a, first, b, second):
        return stop(f"{first.text} and {second.text} belong to two")
    if not context.one_story(a, b) and not _enough_in_common(a, b, context):
        return stop(f"nothing ties {first.text} of one article to that of the other")
    return go(first.text)


def _enough_in_common(a: Node, b: Node, context: Context) -> bool:
    """Tell whether two claims of two articles share names or rare words enough to be of one event."""
    shared = a.specific & b.specific
    return len({term for term in shared if context.is_rare(term)}) > 1


def _plain(text: str) -> list[str]:
    return [
        word.strip("“”\"'‘’.,").lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(text)
    ]


def _own_words(phrase: Participant) -> list[str]:
    """Return the words of a phrase without what its thing is of or at: a roof of the hall is no hall."""
    return _plain(_BEHIND.split(phrase.text, maxsplit=1)[0])


def _before_head(phrase: Participant) -> frozenset[str]:
    """Return the common words before a head noun: the "pay" of "pay talks"."""
    found = [
        word for word in phrase.text.split(" of ")[0].split() if word[:1].islower() or word[:1].isdigit()
    ]
    head = next((place for place, word in enumerate(found) if word.startswith(phrase.head[:4])), len(found))
    return frozenset(word.strip(",") for word in found[:head]) - words("apart", "function")


def _one_is_owned(a: Node, first: Participant, b: Node, second: Participant) -> bool:
    """Tell whether one speaks of "his campaign" and another of "the campaign", which may be his own."""
    if first.head not in words("apart", "belongings") or set(a.claim.speakers) & set(b.claim.speakers):
        return False
    owned = [
        _OWNED.match(phrase.text) is not None or _owner(phrase) is not None for phrase in (first, second)
    ]
    return owned[0] != owned[1] and not names(first) & names(second)


def _owner(phrase: Participant) -> str | None:
    found = re.match(r"([A-Z][\w-]+)[’']s\b", phrase.text)
    return found.group(1).lower() if found else None


def _his_and_hers(first: Participant, second: Participant) -> bool:
    """Tell whether two things are of a man and of a woman: "his van", "her van"."""
    return {phrase.text.split()[0].lower() for phrase in (first, second)} == {"his", "her"}


def names(phrase: Participant) -> frozenset[str]:
    """Return the capitalised words of a phrase, without titles and days."""
    known = (
        words("apart", "titles")
        | words("generic", "calendar")
        | frozenset(table("generic")["sentence_starts"])
    )
    found = [word.strip("“”\"'‘’.,").removesuffix("’s").removesuffix("'s") for word in phrase.text.split()]
    return frozenset(word.lower() for word in found if word[:1].isupper() and word.lower() not in known)


def places(node: Node) -> frozenset[str]:
    """Return the names a claim puts its event at: "in Brask", "near the town of Tine"."""
    return frozenset(
        word.lower()
        for match in _PLACED.finditer(node.claim.text)
        for word in match.group(1).split()
        if word.lower() not in words("generic", "calendar") | frozenset(table("generic")["sentence_starts"])
    )


def one_place(a: Node, b: Node) -> Verdict:
    """Can both be at one place?"""
    one, two = places(a), places(b)
    if not one or not two or one & two:
        return go("no other place is named")
    around = [{word.strip(".,’'\"“”").lower() for word in node.claim.text.split()} for node in (a, b)]
    if one & around[1] or two & around[0] or _both_states(one, two):
        return go("one place is named by both")
    return stop(f"{', '.join(sorted(one))} against {', '.join(sorted(two))}")


def _both_states(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether only one of two places is a country: it may hold the other."""
    return any(side_of(word.title()) for word in one) != any(side_of(word.title()) for word in two)
