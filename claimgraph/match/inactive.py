"""What stayed where it was did nothing elsewhere: "the jets remained grounded", "a jet shot down a plane".

A state in which a thing does not act (``lexicon/opposites.toml``) is held against a deed whose
doer is that thing. It must be named in both, by a word that few claims have.
"""

from claimgraph.lexicon import words
from claimgraph.match.finding import Finding, on
from claimgraph.match.nodes import PRONOUNS, Context, Node, per_claim
from claimgraph.model import Event, Participant, Reason


def inactive(a: Node, b: Node, context: Context) -> Finding | None:
    """One says that a thing did not act at all, the other what it did."""
    return _at_rest(a, b, context) or _at_rest(b, a, context)


def tells_of_rest(node: Node) -> bool:
    """Tell whether a claim can be one of two of which one says that a thing did not act."""
    return bool(_states(node) or _deeds(node))


def _at_rest(resting: Node, acting: Node, context: Context) -> Finding | None:
    for state in _states(resting):
        for deed in _deeds(acting):
            shared = _named(resting, state, context) & _words(deed.agent) & _telling(acting, context)
            if not shared:
                continue
            thing = ", ".join(sorted(shared))
            reason = Reason(
                rule="at rest against a deed",
                detail=f"“{state.lemma}” and “{deed.lemma}” exclude each other; both are said of {thing}",
                spans=(on(resting.claim, state.trigger), on(acting.claim, deed.trigger)),
            )
            return Finding("contradiction", acting.id, resting.id, 0.75, (reason,), f"at rest {thing}")
    return None


@per_claim
def _states(node: Node) -> tuple[Event, ...]:
    """Return the states a claim tells of in which a thing does nothing."""
    inactive_words = words("opposites", "inactive")
    return tuple(one for one in node.actual_events if not one.negated and one.lemma in inactive_words)


@per_claim
def _deeds(node: Node) -> tuple[Event, ...]:
    """Return the deeds a claim tells of that have a doer."""
    deeds = words("opposites", "deeds")
    return tuple(
        one for one in node.actual_events if not one.negated and one.agent is not None and one.type in deeds
    )


def _named(node: Node, event: Event, context: Context) -> frozenset[str]:
    """Return the words for what is at rest; a pronoun stands for what its speaker named just before."""
    found: set[str] = set()
    for one in (event.agent, event.patient):
        if one is not None:
            found |= context.meant(node) if one.head in PRONOUNS else _words(one)
    return frozenset(found)


def _telling(node: Node, context: Context) -> frozenset[str]:
    general = words("generic", "nouns")
    return frozenset(term for term in node.specific if term not in general and context.is_rare(term))


def _words(one: Participant | None) -> frozenset[str]:
    if one is None:
        return frozenset()
    return frozenset({word.strip("“”\"'.,’").lower() for word in one.text.split()} | {one.head})
