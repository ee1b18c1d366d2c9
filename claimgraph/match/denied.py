"""What a denial is of, and of whose deed: the questions its readings are tried with.

Every function here is a plain question about a denial, or about a denial and one claim.
"""

import re
from dataclasses import replace
from datetime import timedelta

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.lexicon.sides import side_of, sides_in
from claimgraph.match.likeness import Alike, shared_terms, told
from claimgraph.match.nodes import (
    HARM,
    PRONOUNS,
    Context,
    Node,
    camps,
    general_words,
    per_claim,
    proper_names,
)
from claimgraph.match.pointing import pointer
from claimgraph.model import Act, Event, Participant

LONGEST_POINTER = 8
"""Words of a denial that can still be a mere pointer."""

OWN_DEED = re.compile(r"\W*(?:\w+ing|any|all|its|their|his|her)\b", re.IGNORECASE)
"""How a denial begins that is of the denier's own deed: "shelling …", "any use of …"."""

SOMEBODY_ELSE = re.compile(
    r"(?:another|an other|some other|a different|someone else|somebody else|others?)\b", re.IGNORECASE
)
"""A doer who is told apart from whoever was named."""

ONE_PERSON = frozenset({"he", "she", "i", "me", "him", "her"})

THE_CASE = re.compile(
    r"(?:that )?(?:any of )?(?:that|this|it|such) (?:was|is|were|had been|has been|to be)"
    r" (?:so|true|correct|right|the case|accurate)"
    r"|(?:that )?(?:anything|nothing|none|any|it|this|that|such a thing)"
    r"(?: of (?:the (?:sort|kind)|that|this))?"
    r" (?:had |has |have )?(?:ever )?(?:happened|occurred|took place|taken place)"
    r"|(?:that )?(?:the|this|that|any such)"
    r" (?:incident|event|episode|encounter|contact|exchange|conversation)"
    r" (?:had |has )?(?:n['’]t )?(?:never |ever |not )?(?:happened|occurred|took place|taken place)"
)
"""A denial that only says that what was said is so, or that it happened."""

TITLES = frozenset(
    {
        "The",
        "President",
        "Minister",
        "Ministry",
        "Prime",
        "Foreign",
        "Defence",
        "Defense",
        "Government",
        "Company",
    }
)
"""Capitalised words of a speaker's name that name nobody by themselves."""

WEAK = frozenset(
    {
        "begin",
        "continue",
        "halt",
        "agree",
        "send",
        "support",
        "hold",
        "win",
        "lose",
        "pay",
        "acquire",
        "close",
    }
)
"""Types of event so common that a bare "not" about one answers nothing by itself."""


def opposite_deed(denial: Node, other: Node) -> bool:
    """Tell whether the deed claimed is said to be another side's than the denier's."""
    agents = {event.agent.side for event in told(other) if event.agent is not None and event.agent.side}
    if not agents and other.claim.act is Act.ACCUSE and other.claim.target:
        agents = {other.claim.target}
    return bool(agents and denial.sides and not camps(agents) & camps(denial.sides))


def is_aimed(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether a claim is directed at the denier, or names him or his side."""
    at_side = bool(other.claim.target and camps({other.claim.target}) & camps(denial.sides))
    return at_side or names(other, denial, context)


def named_sides(denial: Node) -> frozenset[str]:
    """Return the other sides a denial names: "the Azeri report" is Azerbaijan's."""
    return _sides_named(denial) - denial.sides


def points_back(denial: Node, named: frozenset[str] = frozenset()) -> bool:
    """Tell whether a denial says nothing of its own: "that", "the claim as a lie", "any wrongdoing".

    ``named`` are words that name whose report is denied: "the Gazette's report".
    """
    text = pointer(denial).lower()
    if text in PRONOUNS or not text or THE_CASE.fullmatch(text):
        return True
    general = words("generic", "claim_nouns") | words("generic", "blanket")
    said = [term for term in denial.claim.terms if term in text and term not in named]
    denying = denying_words(denial) | words("pointers", "modifiers") | words("denials", "falsity_adjectives")
    content = [
        term
        for term in said
        if term in general or not any(word.startswith(term.removesuffix("e")) for word in denying)
    ]
    return bool(content) and all(term in general for term in content) and len(text.split()) <= LONGEST_POINTER


@per_claim
def denying_words(denial: Node) -> frozenset[str]:
    """Return the words of a claim that only deny: of "the report was untrue", "untrue"."""
    if denial.claim.denial is None:
        return frozenset()
    start, end = (position - denial.claim.start for position in denial.claim.denial)
    return frozenset(re.findall(r"[\w-]+", denial.claim.text[max(0, start) : max(0, end)].lower()))


def accuses(node: Node) -> bool:
    """Tell whether a claim can be what a pointing denial means: somebody's word, or told harm."""
    harmful = any(is_harmful(event.type) for event in told(node))
    toll = any(quantity.event in HARM for quantity in node.claim.quantities)
    return not node.own_voice or harmful or toll


def names(other: Node, denial: Node, context: Context) -> bool:
    """Tell whether a claim names the denier, or the side the denier speaks for."""
    if not _sides_named(other).isdisjoint(denial.sides):
        return True
    text = other.claim.text
    return any(
        name in text and re.search(rf"\b{re.escape(name)}\b", text) for name in _known_by(denial, context)
    )


@per_claim
def _sides_named(node: Node) -> frozenset[str]:
    return frozenset(side for _, _, side in sides_in(node.claim.text))


@per_claim
def _known_by(denial: Node, context: Context) -> frozenset[str]:
    """Return the words with a capital for the denier and the side spoken for."""
    known = [context.speakers[one] for one in denial.claim.speakers if one in context.speakers]
    said = (word for one in known for name in (one.name, *one.aliases) for word in name.split())
    capitals = {word.strip(".,’'") for word in said if word[:1].isupper()}
    # "a Ugandan rebel group" is not whoever is called Ugandan
    capitals = {word for word in capitals if side_of(word) is None or side_of(word) in denial.sides}
    sides = {part.title() for side in denial.sides for part in re.split(r"[-:]", side)}
    return frozenset(name for name in (capitals | sides) - TITLES if len(name) > 2)


def with_blame(other: Node, denial: Node) -> Node:
    """Return a claim with the deeds it ascribes to the denier in passing counted as stated."""
    if not any(event.presupposed for event in other.claim.events):
        return other
    events = tuple(
        event.model_copy(update={"presupposed": False})
        if event.presupposed
        and event.agent is not None
        and event.agent.side
        and camps({event.agent.side}) & camps(denial.sides)
        else event
        for event in other.claim.events
    )
    if all(one is another for one, another in zip(events, other.claim.events, strict=True)):
        return other
    return replace(other, claim=other.claim.model_copy(update={"events": events}))


def said_before(denial: Node, other: Node) -> bool:
    """Tell whether a denial was printed days before the claim, of an event not dated earlier."""
    if denial.published is None or other.published is None or denial.claim.source == other.claim.source:
        return False
    later = other.published[0] > denial.published[1] + timedelta(days=3)
    dated = other.when if other.claim.happened.date else None
    return later and not (dated is not None and dated[0] <= denial.published[1])


def plain_enough(denial: Node, other: Node, match: Alike, context: Context) -> bool:
    """Ask more of a denial that is only a "not", and of one in another article.

    "Denied X" says itself that X was said. "Did not X" may answer nobody: it must be of a
    known type of event, or share rare words with what it is set against.
    """
    rare = sum(context.is_rare(term) for term in shared_terms(denial, other))
    rare += match.a.lemma == match.b.lemma and match.a.lemma in general_words()  # "charged at her", no charge
    elsewhere = not context.one_story(denial, other)
    if not denial.explicit:
        if not match.b.negated:
            return False
        known = match.a.type in table("events") and match.a.type not in WEAK
        if match.a.type not in table("events") and (named_apart(denial, other) or _other_doer(match)):
            return False
        of_somebody = 2 if match.a.agent is not None else 3  # "solving the problem" is said of nobody
        return rare >= (0 if known else of_somebody) + (2 if elsewhere else 0)
    return rare >= (1 if elsewhere else 0)


def _other_doer(match: Alike) -> bool:
    """Tell whether one event is somebody's, by name, and the other that of a thing or person at large."""
    doers = [event.agent for event in (match.a, match.b) if event.agent is not None]
    at_large = [re.match(r"(?:an?|one|any|every|no) ", one.text.lower()) is not None for one in doers]
    return sum(at_large) == 1 and any(one.text[:1].isupper() for one in doers)


@per_claim
def what_is_denied(denial: Node) -> Node:
    """Return the denial with only the negated events, when some are negated and others are not.

    A plea of "not guilty to poisoning a patient" says no to the deed, not to the word "guilty".
    """
    events = denial.actual_events
    events = tuple(event for event in events if event.type != "guilty") or events
    negated = tuple(event for event in events if event.negated)
    kept = negated if negated and len(negated) < len(events) else events
    return replace(denial, claim=denial.claim.model_copy(update={"events": kept}))


def whose_deed(denial: Node, other: Node, match: Alike, context: Context) -> bool:
    """Tell whether the deed claimed can be the one denied: nobody denies a third party's deed as his own."""
    claimed, denied = match.a, match.b
    agent, own = claimed.agent, denied.agent
    if another_person(denial, other, match, context) or owns_to_it(other, claimed, denied):
        return False
    if agent is not None and (SOMEBODY_ELSE.match(agent.text) or _person_and_body(agent, own)):
        return False
    if agent is None or not agent.side or not denial.sides or not denial.claim.cue:
        return True
    if own is not None and own.side:
        return bool(camps({agent.side}) & camps({own.side}))
    if own is not None and own.head in PRONOUNS | {"i", "we"}:
        return bool(camps({agent.side}) & camps(denial.sides))
    if points_at_report(denial) or not OWN_DEED.match(denial.claim.text):
        return True
    return bool(camps({agent.side}) & camps(denial.sides))


def other_count(denial: Node, other: Node) -> bool:
    """Tell whether each counts harm of one kind, exactly, and no count is in both."""
    one, two = _exact_counts(denial), _exact_counts(other)
    return any(one[event].isdisjoint(two[event]) for event in one.keys() & two.keys())


def _exact_counts(node: Node) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for count in node.claim.quantities:
        if count.event in HARM and count.low is not None and count.low == count.high:
            found.setdefault(count.event, set()).add(count.low)
    return found


def _person_and_body(claimed: Participant, denied: Participant | None) -> bool:
    """Tell whether one deed is a person's and the other a body's: "he worked there", "her firm never did"."""
    bodies = frozenset(table("institutions")["heads"])
    return denied is not None and any(
        one.head in ONE_PERSON and two.head in bodies for one, two in ((claimed, denied), (denied, claimed))
    )


def only_a_verdict(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether a court finds on a plea: it decides what was denied; nobody disputes the finding."""
    cue = denial.claim.cue
    text = context.sources[denial.claim.source].text
    pleads = cue is not None and re.match(r"(?:has |had )?pl(?:ea|e)d", text[cue[0] : cue[1]].lower())
    if not pleads:
        return False
    names = [context.speakers[one].name for one in other.claim.speakers if one in context.speakers]
    bench = any(set(name.lower().split()) & words("accounts", "bench") for name in names)
    found = any(event.type in {"convict", "acquit", "guilty"} for event in other.claim.events)
    return bench or (found and other.own_voice)


def owns_to_it(other: Node, claimed: Event, denied: Event) -> bool:
    """Tell whether a person admits as his own deed what another says he himself did not do."""
    pronouns = PRONOUNS | {"i", "we"}
    own = [event.agent is None or event.agent.head in pronouns for event in (claimed, denied)]
    return other.claim.act is Act.ADMIT and all(own)


def another_person(denial: Node, other: Node, match: Alike, context: Context) -> bool:
    """Tell whether a person denies a deed of his own that the claim lays on somebody else, or on nobody."""
    claimed, denied = match.a, match.b
    own = denied.agent is None or denied.agent.head in PRONOUNS | {"i", "we"}
    persons = [context.speakers[one] for one in denial.claim.speakers if one in context.speakers]
    if not own or not persons or points_at_report(denial):
        return False
    if claimed.agent is None:  # that a girl was shot is not said of whoever denies shooting her
        alone = all(one.kind == "person" for one in persons)
        return alone and other.own_voice and not names(other, denial, context)
    if any(one.kind != "person" or (one.side or "").startswith("defence") for one in persons):
        return False
    agent = claimed.agent
    if (
        agent.side is not None
        or agent.head in PRONOUNS
        or not any(word[:1].isupper() for word in agent.text.split())
    ):
        return False
    known = {
        word.lower().strip(".,")
        for one in persons
        for name in (one.name, *one.aliases)
        for word in name.split()
    }
    return not known & {word.lower().strip(".,’'s") for word in agent.text.split()}


def named_apart(a: Node, b: Node) -> bool:
    """Tell whether each names something the other does not, and they share no name."""
    one, two = proper_names(a.claim.text), proper_names(b.claim.text)
    return bool(one and two) and not one & two


def points_at_report(denial: Node) -> bool:
    """Tell whether what is denied is somebody's report of an event, not a deed of the denier."""
    return bool(denial.terms & words("generic", "claim_nouns"))
