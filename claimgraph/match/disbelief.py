"""Somebody is called a liar: the word that is not believed is disputed.

"She made up the story", "the nurse is lying" and a denial that somebody "was telling the
truth" deny what that person said, without saying what. Only what the person said shortly
before, in the same article, of the speaker or as an accusation, is taken to be meant.
"""

import re
from collections.abc import Iterator
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.match.denied import accuses, is_aimed
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import first_failure, opposed, time, utterances
from claimgraph.match.nodes import NOT, Context, Node
from claimgraph.model import Act, Reason

SPEAKING = frozenset({Act.ASSERT, Act.ACCUSE, Act.DENY, Act.EVALUATE})
BACK = 3
"""Paragraphs in which what the person said is looked for."""
_PERSONAL = re.compile(r"\W*(?:he|she|they|her|him|them)\b", re.IGNORECASE)
_WHOSE = re.compile(r" (?:of|for|in|at|to|with|from|who|and) ")
"""What follows these in a name is somebody else's: "a lawyer for Lund"."""
_NAMING = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his) ((?:[a-z][\w’'-]+ ){0,3}[a-z][\w’'-]+)|\b([A-Z][\w’'-]+)")
"""Words of a claim that name somebody: capitalised ones, and what "the" stands before."""
_INSULTS = re.compile(
    r"\ban?\W+[\w-]+(?:\W*,(?: and| or)?| and| or)\W+(?:an?\W+)?liar\b"
    r"|\bliar\W*(?:,| and | or )\W*(?:and |or )?an?\W",
    re.IGNORECASE,
)
"""One name among others that somebody is called, which answers nothing: "a bully, a liar and a coward"."""
_PLAIN_NAME = re.compile(r"[\w’'-]+")


def find(context: Context) -> Iterator[Finding | Miss]:
    """Yield a denial for every statement whose speaker another calls a liar for it."""
    for node in context.nodes.values():
        if node.own_voice or node.claim.act not in SPEAKING or not _calls_a_lie(node):
            continue
        for other in _meant(node, context):
            stopped = first_failure(
                other, node, context, {"utterances": utterances, "time": time, "sides": opposed}
            )
            if stopped is not None:
                yield Miss(other.id, node.id, stopped[0], stopped[1].detail)
                continue
            reason = Reason(
                rule="word called a lie",
                detail="the one says that the other's word is not true",
                spans=(on(other.claim), on(node.claim)),
            )
            yield Finding("denial", other.id, node.id, 0.8, (reason,), f"denial {node.id}")


@cache
def _lying() -> re.Pattern[str]:
    return re.compile("|".join(table("accounts")["called_a_lie"]), re.IGNORECASE)


@cache
def _truthful() -> re.Pattern[str]:
    return re.compile("|".join(table("accounts")["truthful"]), re.IGNORECASE)


def _calls_a_lie(node: Node) -> bool:
    """Tell whether a claim says of somebody else that what he says is made up."""
    text = node.claim.text
    if _truthful().search(text):
        return node.denies
    found = _lying().search(text)
    if found is None or NOT.search(text[: found.start()]) or _INSULTS.search(text):
        return False
    return bool(text[: found.start()].strip(" “”\"'‘’"))  # somebody must be called so


def _meant(node: Node, context: Context) -> list[Node]:
    """Return the statement, with its parts, of the person named, or of the last one who spoke before."""
    before = [
        one
        for one in context.near(node, BACK)
        if one.claim.start < node.claim.start
        and not one.denies
        and one.claim.cue is not None
        and one.claim.act in {Act.ASSERT, Act.ACCUSE, Act.ESTIMATE}
        and one.claim.statement != node.claim.statement
        and not set(one.claim.speakers) & set(node.claim.speakers)
    ]
    if _PERSONAL.match(node.claim.text):
        last = before[-1:] if before and node.paragraph - before[-1].paragraph <= 1 else []
        heard = [one for one in last if _is_person(one, context)]
    else:
        named = {
            word.lower() for role, name in _NAMING.findall(node.claim.text) for word in (role or name).split()
        }
        heard = [one for one in before if named & _names(one, context)]
    answered = [
        one for one in heard if accuses(one) and (one.claim.act is Act.ACCUSE or _touches(one, node, context))
    ]
    if not answered:
        return []
    statement = answered[-1].claim.statement
    return [one for one in answered if one.claim.statement == statement]


def _touches(other: Node, node: Node, context: Context) -> bool:
    """Tell whether a statement is of the one who calls it a lie, or stands just before."""
    return is_aimed(node, other, context) or node.paragraph - other.paragraph <= 1


def _is_person(node: Node, context: Context) -> bool:
    return any(
        context.speakers[one].kind in {"person", "group"}
        for one in node.claim.speakers
        if one in context.speakers
    )


def _names(node: Node, context: Context) -> frozenset[str]:
    """Return the words by which a claim's speakers are known: "Lund", "nurse"."""
    known = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    found = {
        word.lower()
        for one in known
        for name in (one.name, *one.aliases)
        for word in _PLAIN_NAME.findall(_WHOSE.split(name)[0])
    }
    return frozenset(found) - words("generic", "nouns") - {"the", "a", "an", "of", "mr", "mrs", "ms", "dr"}
