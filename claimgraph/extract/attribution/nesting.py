"""Which attribution carries which: "X said that Y had denied Z"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution

_BUCKET = 2_000
"""Characters searched at once for what carries a statement."""


def nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Point each attribution at the smallest one whose content holds its cue.

    Whatever ``parent`` was before is replaced; positions are those in ``found``.
    """
    buckets: defaultdict[int, set[int]] = defaultdict(set)
    for number, attribution in enumerate(found):
        for start, end in attribution.content:
            for bucket in range(start // _BUCKET, end // _BUCKET + 1):
                buckets[bucket].add(number)
    result = []
    for position, inner in enumerate(found):
        start, end = inner.cue[0]
        holders = [
            (sum(e - s for s, e in found[number].content), number)
            for number in sorted(buckets[start // _BUCKET] - {position})
            if any(s <= start and end <= e for s, e in found[number].content)
        ]
        result.append(replace(inner, parent=min(holders)[1] if holders else None))
    return result
