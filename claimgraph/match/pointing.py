"""What a denial points at: words that only point, the charge it names, the teller it names.

Plain questions about a denial, and the claims they lead to. "Denied that was the case" and
"called the accusations false" say nothing of their own; "the fraud claims" names the charge;
"the Herald's report" names whose word it is, and then nobody else's is meant.
"""

import re

from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.nodes import Context, Node, proper_names
from claimgraph.match.sentences import around
from claimgraph.model import Act

LONGEST = 8
"""Words of a denial that can still name but a charge or a teller."""
FEWEST = 3
"""Letters of a name that is a name: "The AP report"."""
COPULA = re.compile(r"\s+(?:is|are|was|were|be|been|being|has|have|had|has been|have been|had been)\s*$")
NAMED = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*")


def pointer(denial: Node) -> str:
    """Return the words of a denial that say what it is of: of "the report was untrue", "the report"."""
    text = denial.claim.text.split(" as ", 1)[0]
    if denial.claim.denial is not None:
        before = denial.claim.denial[0] - denial.claim.start
        if before > 0 and (subject := COPULA.search(text[:before])) is not None:
            text = text[: subject.start()]
    return text.strip(" “”\"'‘’.,")


def charged_with(denial: Node, other: Node) -> bool:
    """Tell whether a claim can be the accusation denied: a charge, told harm, or what came just before."""
    next_to = denial.paragraph == other.paragraph and denial.sentence - other.sentence <= 1
    if next_to or not denial.terms & words("pointers", "charges"):
        return True
    harm = any(is_harmful(event.type) and not event.negated for event in other.actual_events)
    return harm or other.claim.act is Act.ACCUSE


def named_teller(denial: Node, context: Context) -> tuple[str, list[Node]] | None:
    """Return whose word a denial is of, by name, and what that speaker says before it.

    None when the denial names no teller. The speaker may say nothing that was read.
    """
    text = pointer(denial)
    tellers = [
        name.group()
        for name in NAMED.finditer(text)
        if _tells(text[name.end() :])
        and name.group().casefold() not in {"the", "that", "this", "mr", "mrs", "ms"}
    ]
    for name in tellers:
        bare = re.sub(r"^(?:The|That|This|Any|These|Those|All|His|Her|Its|Their)\s+", "", name)
        said = [
            other
            for other in context.by_source[denial.claim.source]
            if other.claim.start < denial.claim.start and _is_named(bare, other, context)
        ]
        if len(bare) >= FEWEST - 1:
            return bare, said
    return None


def _tells(rest: str) -> bool:
    """Tell whether words after a name are a noun for what was told ("'s report", " news story")."""
    found = re.match(r"(?:['’]s?)?((?:\s+[a-z-]+){1,3})", rest)
    return found is not None and any(
        word.removesuffix("s") in words("pointers", "told") or word in words("pointers", "told")
        for word in found.group(1).split()
    )


def _is_named(name: str, other: Node, context: Context) -> bool:
    wanted = set(re.findall(r"[\w&]+", name.casefold()))
    for one in other.claim.speakers:
        speaker = context.speakers.get(one)
        if speaker is None or (speaker.kind == "publisher" and other.own_voice):
            continue
        for known in (speaker.name, *speaker.aliases):
            if wanted <= set(re.findall(r"[\w&]+", known.casefold())):
                return True
    return False


def same_charge(denial: Node, context: Context) -> list[Node]:
    """Return the charges of the kind a denial names, said before it in its article: "the fraud claims"."""
    text = denial.claim.text
    kinds = {event.type for event in denial.claim.events if is_harmful(event.type)}
    if not kinds or len(text.split()) > LONGEST or not denial.terms & words("pointers", "accounts"):
        return []
    return [
        other
        for other in context.by_source[denial.claim.source]
        if other.claim.start < denial.claim.start
        and not other.own_voice
        and any(
            event.type in kinds and not event.negated and not _somebody_else(event, denial, context)
            for event in other.actual_events
        )
    ]


def _somebody_else(event: object, denial: Node, context: Context) -> bool:
    """Tell whether a deed is said to be that of a person or body with another name than the denier's."""
    agent = getattr(event, "agent", None)
    if agent is None:
        return False
    named = proper_names(agent.text)
    return bool(named) and not named & deniers(denial, context)


def deniers(denial: Node, context: Context) -> frozenset[str]:
    """Return the capitalised words for the denier, the side spoken for, and whom the denial names."""
    known = [
        name
        for one in denial.claim.speakers
        if one in context.speakers
        for name in (context.speakers[one].name, *context.speakers[one].aliases)
    ]
    sides = [part.title() for side in denial.sides for part in re.split(r"[-:]", side)]
    return frozenset().union(*(proper_names(text) for text in (*known, *sides, denial.claim.text)))


def earlier_charges(denial: Node, context: Context) -> list[Node]:
    """Return the last accusation against the denier, however far before: "the allegations had no merit"."""
    if not denial.terms & words("pointers", "charges"):
        return []
    names = deniers(denial, context)
    before = [
        other
        for other in context.by_source[denial.claim.source]
        if other.claim.start < denial.claim.start
        and other.claim.act is Act.ACCUSE
        and any(
            name in other.claim.text and re.search(rf"\b{re.escape(name)}\b", other.claim.text)
            for name in names
        )
    ]
    nearest = before[-1] if before else None
    return [
        other for other in before if nearest is not None and other.claim.statement == nearest.claim.statement
    ]


def sentence_of(node: Node, context: Context) -> str:
    """Return the sentence a claim stands in, with whoever says it."""
    text = context.sources[node.claim.source].text
    start, end = around(text, node.claim.start, node.claim.end)
    return text[start:end]
