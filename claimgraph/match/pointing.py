"""What a denial points at: words that only point, the charge it names, the teller it names.

Plain questions about a denial, and the claims they lead to. "Denied that was the case" and
"called the accusations false" say nothing of their own; "the fraud claims" names the charge;
"the Herald's report" names whose word it is, and then nobody else's is meant.
"""

import re
from collections.abc import Iterator
from functools import cache

from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.likeness import kin
from claimgraph.match.nodes import Context, Node, proper_names
from claimgraph.match.sentences import around
from claimgraph.model import Act, Event

FALSIFYING = frozenset({"fabricate", "forge", "invent", "falsify", "concoct"})
CHARGES_OF = re.compile(r"\b(?:charges?|counts?) of\b", re.IGNORECASE)
"""Words for what somebody stands trial for: a denial of them is one of the accuser's word."""
LONGEST = 8
"""Words of a denial that can still name but a charge or a teller."""
FEWEST = 3
"""Letters of a name that is a name: "The AP report"."""
OPEN_END = re.compile(r"\b(?:in|with|to|for|of|from)$")
SHORT_SUBJECT = 5
"""Words before a verb of denial that say only who denies: "the firm has always denied"."""
DENYING = re.compile(
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)"
    r"|contest(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rebut(?:s|ted)?)",
    re.IGNORECASE,
)
FURTHER = re.compile(r",|\b(?:and|but|saying|because)\b")
"""Where what is denied ends, and the speaker says more."""
COPULA = re.compile(r"\s+(?:is|are|was|were|be|been|being|has|have|had|has been|have been|had been)\s*$")
NAMED = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*")


def pointer(denial: Node) -> str:
    """Return the words of a denial that say what it is of: of "the report was untrue", "the report"."""
    text = denial.claim.text.split(" as ", 1)[0]
    if denial.claim.denial is not None:
        before, end = (place - denial.claim.start for place in denial.claim.denial)
        of_something = OPEN_END.search(text[:end]) is not None  # "had no part in the sale"
        if before > 0 and not of_something and (subject := COPULA.search(text[:before])) is not None:
            text = text[: subject.start()]
        elif 0 < before < end < len(text) and len(text[:before].split()) <= SHORT_SUBJECT:
            text = FURTHER.split(text[end:])[0] if DENYING.fullmatch(text[before:end]) else text
        if (charge := charge_called_false(denial)) is not None:
            text = charge
    return text.strip(" “”\"'‘’.,")


def charge_called_false(denial: Node) -> str | None:
    """Return the word for the charge where a denial calls one false: "these baseless accusations"."""
    if denial.claim.denial is None:
        return None
    start, end = (place - denial.claim.start for place in denial.claim.denial)
    said = denial.claim.text[max(start, 0) : max(end, 0)].split()
    named = len(said) > 1 and said[-1].lower().removesuffix("s") in words("denials", "charge_nouns")
    return said[-1] if named else None


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
    made = re.match(rf"\s+(?:\w+\s+)?(?:{'|'.join(sorted(_charging()))})\b((?:\s+[\w-]+){{1,6}})", rest)
    return any(
        word.removesuffix("s") in words("pointers", "told") or word in words("pointers", "told")
        for match in (found, made)
        if match is not None
        for word in match.group(1).split()
    )


@cache
def _charging() -> frozenset[str]:
    """Return the forms of verbs for making a charge: "makes", "levelled"."""
    bases = words("denials", "charging")
    regular = {f"{one.removesuffix('e')}{end}" for one in bases for end in ("ed", "es", "ing", "s")}
    return frozenset(
        bases | regular | {f"{one}s" for one in bases} | {"made", "brought", "levelled", "threw", "flung"}
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
    kinds = {
        event.type for event in denial.claim.events if is_harmful(event.type) and not _calls_false(event)
    }
    counts = CHARGES_OF.search(text) is not None
    short = len(text.split()) <= LONGEST and denial.terms & words("pointers", "accounts")
    if not kinds or not (short or counts):
        return []
    return [
        other
        for other in context.by_source[denial.claim.source]
        if (other.claim.start < denial.claim.start or counts)
        and not other.own_voice
        and (other.claim.act is Act.ACCUSE or not counts)
        and any(
            _of_kind(event, kinds, counts=counts) and not _somebody_else(event, denial, context)
            for event in other.actual_events
        )
    ]


def _calls_false(event: Event) -> bool:
    """Tell whether what looks like a deed is a word for what is not true: "called the charge fabricated"."""
    return event.patient is None and event.lemma in FALSIFYING


def _of_kind(event: Event, kinds: set[str], *, counts: bool) -> bool:
    """Tell whether an event is of the kind charged; a count in court may go by another name of the deed."""
    same = event.type in kinds or (counts and any(kin(event.type, kind) for kind in kinds))
    return same and not event.negated


def _somebody_else(event: Event, denial: Node, context: Context) -> bool:
    """Tell whether a deed is said to be that of another: one with another name, or "another driver"."""
    agent = event.agent
    if agent is None:
        return False
    if re.match(r"(?:another|some other|a different|others?)\b", agent.text.lower()):
        return True
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


def _accusations_before(denial: Node, context: Context) -> Iterator[Node]:
    """Yield the accusations that the denial's article makes before it, in order."""
    for other in context.by_source[denial.claim.source]:
        if other.claim.start < denial.claim.start and other.claim.act is Act.ACCUSE:
            yield other


def earlier_charges(denial: Node, context: Context) -> list[Node]:
    """Return the last accusation against the denier, however far before: "the allegations had no merit"."""
    if not denial.terms & words("pointers", "charges"):
        return []
    names = deniers(denial, context)
    before = [
        other
        for other in _accusations_before(denial, context)
        if any(
            name in other.claim.text and re.search(rf"\b{re.escape(name)}\b", other.claim.text)
            for name in names
        )
    ]
    nearest = before[-1] if before else None
    return [
        other for other in before if nearest is not None and other.claim.statement == nearest.claim.statement
    ]


def only_charges(denial: Node, context: Context) -> list[Node]:
    """Return the accusation before a denial of "the allegations", where its article makes no second one."""
    if not denial.terms & words("pointers", "charges"):
        return []
    names = deniers(denial, context)
    before = [
        other
        for other in _accusations_before(denial, context)
        if not set(other.claim.speakers) & set(denial.claim.speakers)
    ]
    one = {other.claim.statement for other in before}
    named = any(
        event.agent is not None
        and proper_names(event.agent.text)
        and not proper_names(event.agent.text) & names
        for other in before
        for event in other.actual_events
    )
    return before if len(one) == 1 and not named else []


def sentence_of(node: Node, context: Context) -> str:
    """Return the sentence a claim stands in, with whoever says it."""
    text = context.sources[node.claim.source].text
    start, end = around(text, node.claim.start, node.claim.end)
    return text[start:end]
