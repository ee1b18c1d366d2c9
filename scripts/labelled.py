"""How much of the labelled stories is found, and how much of what is reported is right.

``make labelled`` runs it on what was invented for this project (``claimgraph/training/stories``): short
reports with one plain conflict each, short reports with none, stories in one to nine articles, stories
told by three papers each, and groups of ten statements of one matter, three against three and four that
only tempt.
Half of them were never learnt from; ``--half learnt`` shows the other half. What was reported is told
by how sure it was called, too. The last lines tell how often two statements of one speaker, and of two,
were told to be so.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from claimgraph.match import match
from claimgraph.report.sureness import GRADES, sureness
from claimgraph.tracker import ClaimGraph
from claimgraph.training.contrasts import contrasts, lines, stories
from claimgraph.training.examples import Story
from claimgraph.training.speakers import rates, scored, statements
from claimgraph.training.weights import labelled

TRAINING = Path(__file__).parents[1] / "claimgraph" / "training"
STORIES = TRAINING / "stories"
CONTRASTS = TRAINING / "judge" / "contrasts"
HALVES = ("unread", "learnt")
LEADS = {"stories": 20, "trios": 20, "reports": 3}
"""Leads of a story, or of a report, that count as shown."""
OF_GROUP = 3
"""Leads of a contrast group that count as shown."""


def main() -> int:
    """Print a line for each sort of story."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="unread", help="which half (unread)")
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    spoken: dict[str, Counter[str]] = {}
    for name in LEADS:
        for sort, found in _counted(name, asked.half).items():
            sys.stdout.write(f"{sort:6} {_line(found)}\n")
            counts.update(found)
            spoken |= {sort: found} if found["labelled"] else {}
    groups = _in_groups(asked.half)
    sys.stdout.write(f"groups {_line(groups)}\n")
    for grade in GRADES:
        right, all_ = ([one[f"{what} {grade}"] for one in (counts, groups)] for what in ("right", "reported"))
        told = f"right {right[0]} of {all_[0]}; of groups {right[1]} of {all_[1]}"
        sys.stdout.write(f"called {grade:4} {told}\n")
    for sort, found in spoken.items():
        sys.stdout.write(_speakers(sort, found))
    return 0


def _speakers(sort: str, counts: Counter[str]) -> str:
    """Return how many labelled statements are claims, and how often one speaker was told as one."""
    told = [f"speakers of {sort}: {counts['covered']} of {counts['labelled']} labelled statements are claims"]
    for where in ("within", "across"):
        precision, recall = rates(counts, where)
        measure = 2 * precision * recall / (precision + recall or 1)
        of_all = f"precision {precision:.3f}, recall {recall:.3f}, F1 {measure:.3f}"
        told.append(f"one speaker {where} articles: {of_all}")
    return "\n".join([*told, ""])


def _counted(name: str, half: str) -> dict[str, Counter[str]]:
    spoken = STORIES / f"{name}_speakers.jsonl"
    labels = list(statements(spoken, half)) if spoken.exists() else []
    found: dict[str, Counter[str]] = {}
    for story, strengths in _stories(name, half):
        sort = story.name.split("_")[1]
        counts = found.setdefault(sort, Counter())
        counts.update(_scored(story, strengths, LEADS[name]))
        counts.update(scored(labels, story.collection))
    return found


def _stories(name: str, half: str) -> Iterator[tuple[Story, dict[int, str]]]:
    articles = STORIES / f"{name}_articles.jsonl"
    for story, _, strengths in labelled(STORIES / f"{name}_labels.jsonl", [articles], half):
        yield story, strengths


def _in_groups(half: str) -> Counter[str]:
    """Count what is found of the contrast groups of a half."""
    every = (group for path in sorted(CONTRASTS.glob("*.jsonl")) for group in contrasts(path))
    groups = [one for one in every if one.half == half]
    counts: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "groups.jsonl"
        file.write_text(lines(groups), encoding="utf-8")
        with ClaimGraph.open([file]) as read:
            for story in stories(groups, read.collection()):
                counts.update(_scored(story, {0: "plain"}, OF_GROUP))
    return counts


def _scored(story: Story, strengths: dict[int, str], most: int) -> Counter[str]:
    """Count the plain conflicts that are found, or shown as leads, and the disputes that are right."""
    found = match(story.collection)
    disputes = [_answered(story, one.pairs) for one in found.disputes]
    leads = _answered(story, [(one.a, one.b) for one in found.leads[:most]])
    plain = {place for place, strength in strengths.items() if strength == "plain"}
    reported = set().union(*disputes)
    grades: Counter[str] = Counter()
    for dispute, right in zip(found.disputes, disputes, strict=True):
        grade = sureness(dispute)
        grades.update([f"reported {grade}", *([f"right {grade}"] if right else [])])
    return grades + Counter(
        listed=len(plain),
        found=len(plain & reported),
        shown=len(plain & (reported | leads)),
        reported=len(disputes),
        right=sum(map(bool, disputes)),
    )


def _answered(story: Story, pairs: Iterable[Collection[str]]) -> set[int]:
    """Return the listed disputes that pairs of claims are right about; one of more claims is of none."""
    return set().union(*(story.answered(*pair) for pair in pairs if len(pair) == 2))


def _line(counts: Counter[str]) -> str:
    return (
        f"found {counts['found']} of {counts['listed']}, with leads {counts['shown']};"
        f" reported {counts['reported']}, right {counts['right']}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
