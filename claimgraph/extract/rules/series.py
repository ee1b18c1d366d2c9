"""What goes on behind a semicolon: "X said the grid had failed; crews had been sent out".

A further part is still reported when its tense is shifted back ("had", "would", "could"), as
nobody's own words are. "The firm said profits fell; its shares dropped" may be the writer's.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.predicates import SUBJECTS
from claimgraph.extract.rules.passage import Finding, Passage
from claimgraph.extract.rules.subjects import finite_tag

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHIFTED = frozenset(("had", "would", "could", "might"))
_ENDS = frozenset((".", "!", "?"))
_REPORTING = frozenset(("clause", "garden_path", "trailing", "parenthetical"))


def continue_series(passage: Passage, findings: list[Finding]) -> None:
    """Add to what is said in the past the parts behind semicolons that are still reported, in place."""
    heads = sorted(finding.head.i for finding in findings)
    for finding in findings:
        if finding.rule not in _REPORTING or not finding.content or not finding.source:
            continue
        last = max(finding.content | finding.core())
        if finding.content & passage.inside or finite_tag(finding.head) != "VBD":
            continue
        end = _reported_until(passage, last + 1, heads)
        if end is not None:
            finding.content |= set(range(last + 1, end)) - finding.core()


def _reported_until(passage: Passage, first: int, heads: list[int]) -> int | None:
    """Return where the last shifted part ends that follows on a semicolon, if there is one."""
    end = None
    for low, high in _parts(passage.doc, first):
        parted = any(low <= head < high for head in heads)
        if parted or any(index in passage.inside for index in range(low, high)):
            return end
        if any(_is_shifted(token) for token in passage.doc[low:high]):
            end = high
    return end


def _parts(doc: "Doc", first: int) -> "list[tuple[int, int]]":
    """Return the stretches between semicolons from a place on to the sentence's end."""
    parts = []
    while first < len(doc) and doc[first].text == ";":
        stop = first + 1
        while stop < len(doc) and doc[stop].text != ";" and doc[stop].text not in _ENDS:
            stop += 1
        parts.append((first + 1, stop))
        first = stop
    return parts


def _is_shifted(auxiliary: "Token") -> bool:
    """Whether a word puts a clause with a subject of its own back in time, as reporting does."""
    verb = auxiliary.head
    return (
        auxiliary.lower_ in _SHIFTED
        and auxiliary.dep_ == "aux"
        and any(child.dep_ in SUBJECTS for child in verb.children)
    )
