"""Names in headlines, where capitals tell nothing: only what the text below names is read."""

import re
from collections.abc import Iterator

from claimgraph.extract.speakers.cast import Actor, Cast
from claimgraph.extract.speakers.mentions import Form, Mention
from claimgraph.extract.speakers.names import surname
from claimgraph.extract.speakers.units import Row, is_headline
from claimgraph.model import Span


def repeated_names(rows: tuple[Row, ...], cast: Cast) -> list[tuple[Mention, Actor]]:
    """Return the mentions in headlines of sides, and of actors that the text names; the longest first."""
    known = sorted(_names(cast).items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return [
        pair
        for row in rows
        if is_headline(row.paragraph)
        for pair in _disjoint(_in_headline(row, known, cast))
    ]


def _disjoint(found: Iterator[tuple[Mention, Actor]]) -> Iterator[tuple[Mention, Actor]]:
    taken: list[Span] = []
    for mention, actor in found:
        start, end = mention.core
        if all(end <= low or start >= high for low, high in taken):
            taken.append(mention.core)
            yield mention, actor


def _in_headline(row: Row, known: list[tuple[str, Actor]], cast: Cast) -> Iterator[tuple[Mention, Actor]]:
    offset, index = row.paragraph.start, row.paragraph.index
    for name, actor in known:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row.paragraph.text):
            span = (match.start() + offset, match.end() + offset)
            form: Form = "body" if actor.form == "body" else "name"
            yield Mention(span, span, form, name, side=actor.side, paragraph=index), actor
    for unit in row.units:
        if unit.letter == "S" and unit.side:
            span = (unit.start, unit.end)
            state = cast.state(unit.side)
            yield Mention(span, span, "state", unit.text, side=unit.side, paragraph=index), state


def _names(cast: Cast) -> dict[str, Actor]:
    """Return the names by which the text calls its actors."""
    names: dict[str, Actor] = {}
    for actor in cast.actors:
        last = (surname(actor.name),) if actor.form == "person" else ()
        for alias in (*actor.aliases, *last) if actor.form in {"person", "body", "outlet", "name"} else ():
            if len(alias) > len("AP") and alias[:1].isupper():
                names.setdefault(alias, actor)
    return names
