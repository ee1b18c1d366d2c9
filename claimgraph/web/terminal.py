"""The same questions in a terminal, for those who work over ssh: a line of answer each.

Invariant: nothing an article says can steer the terminal: control characters are spelled out.
"""

import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from claimgraph.decisions import VERDICTS
from claimgraph.errors import ClaimgraphError
from claimgraph.report.quoting import Segment, visible
from claimgraph.tracker.deciding import Word, who_is_here
from claimgraph.tracker.reviewing import decide
from claimgraph.web.queue import Item, Reviewer, items, last_word, under_way
from claimgraph.web.showing import Shower, Told, View

if TYPE_CHECKING:
    from claimgraph.tracker import ClaimGraph

ANSWERS = {"y": "confirm", "n": "reject", "u": "unsure", "e": "other-event"}
HELP = (
    "y opposed, n not, u cannot tell, e other events (add why: n two villages),"
    " z undo, s later, a whole articles, w what was compared, q stop"
)
WIDEST = 100


def ask(tracker: "ClaimGraph", *, by: str | None, blind: bool, given: TextIO, shown: TextIO) -> None:
    """Ask about one item after the other until nothing is left or the reviewer stops.

    Args:
        by: who decides; the account's name when None.
        blind: hide what the program and others say.
    """
    _Session(tracker, Reviewer(by or who_is_here(), blind), given, shown).run()


class _Session:
    """One reviewer at one terminal."""

    def __init__(self, tracker: "ClaimGraph", reviewer: Reviewer, given: TextIO, shown: TextIO) -> None:
        self.tracker, self.reviewer, self.given, self.shown = tracker, reviewer, given, shown
        self.later: list[str] = []

    def run(self) -> None:
        while True:
            found = items(self.tracker, blind=self.reviewer.blind)
            waiting = [one for one in found if not one.decided(self.reviewer)]
            waiting.sort(key=lambda one: self.later.index(one.id) + 1 if one.id in self.later else 0)
            now = under_way(found, self.reviewer)
            self.say(f"\n{sum(one.decided(self.reviewer) for one in now)} of {len(now)} decided")
            if not waiting:
                self.say("Nothing is left to decide.")
                return
            self.show(waiting[0])
            if not self.answered(waiting[0]):
                return

    def say(self, text: str) -> None:
        width = min(WIDEST, shutil.get_terminal_size().columns)
        for line in text.split("\n"):
            self.shown.write(textwrap.fill(visible(line), width, subsequent_indent="  ") + "\n")
        self.shown.flush()

    def show(self, item: Item) -> None:
        self.say("\n".join(_lines(self.view(item))))
        if not self.reviewer.blind:
            for one in item.said.words:
                self.say(f"{one.decision.by} {VERDICTS[one.decision.verdict].does}")

    def view(self, item: Item) -> View:
        return Shower(self.tracker.findings()).view(item, blind=self.reviewer.blind)

    def answered(self, item: Item) -> bool:
        """Take one answer on an item; tell whether to go on."""
        while True:
            self.shown.write(f"{HELP}\n> ")
            self.shown.flush()
            line = self.given.readline()
            key, _, why = line.strip().partition(" ")
            if not line or key == "q":
                return False
            try:
                if self.does(key.lower(), why, item):
                    return True
            except ClaimgraphError as error:
                self.say(str(error))

    def does(self, key: str, why: str, item: Item) -> bool:
        """Do what a key says; tell whether the item is done with."""
        name = self.reviewer.name
        if key in ANSWERS:
            said = decide(self.tracker, item.id, Word(ANSWERS[key], "", why, name, self.reviewer.blind))
            self.say(f"kept: {VERDICTS[said.decision.verdict].does}")
            return True
        if key == "s":
            self.later = [*(one for one in self.later if one != item.id), item.id]
            return True
        if key == "z":
            last = last_word(self.tracker, self.reviewer)
            if last is None:
                self.say("You have said nothing yet.")
                return False
            decide(self.tracker, last.id, Word("undo", why=why or "taken back", by=name))
            self.say(f"taken back: {last.shown}")
            return True
        if key == "a":
            self.say("\n".join(_articles(self.view(item))))
        if key == "w" and not self.reviewer.blind:
            self.say(str(self.tracker.why(item.sides[0][0], item.sides[1][0])))
        return False


def _lines(view: View) -> Iterator[str]:
    yield ""
    if view.kind:
        yield f"{view.kind}, score {view.score}. {view.means}"
    if view.doubts:
        yield f"Doubtful: {'; '.join(view.doubts)}."
    yield view.question
    for place, side in enumerate(view.sides, start=1):
        for one in side:
            yield ""
            yield f"{place}. {one.statement.voice.name} {one.statement.position} ({_where(one)}):"
            yield from (text for text in (one.before, _marked(one.passage), one.after) if text)
    yield ""


def _articles(view: View) -> Iterator[str]:
    for text in view.texts:
        yield f"\n{text.label}, {text.publisher}, {text.published}".rstrip(", ")
        yield from map(_marked, text.paragraphs)


def _where(one: Told) -> str:
    origin = one.statement.origin
    dates = (f"{date.label.lower()} {date.date}" for date in one.dates)
    return ", ".join(filter(None, (origin.label, origin.publisher, *dates)))


def _marked(passage: tuple[Segment, ...]) -> str:
    """Return a passage on one line, the words claimed between arrows."""
    return " ".join("".join(f"»{one.text}«" if one.marked else one.text for one in passage).split())
