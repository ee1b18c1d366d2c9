"""Names in headlines, where capitals tell nothing: only what the text below names is read."""

import re
from collections.abc import Iterator

from claimgraph.extract.speakers.cast import Actor, Cast
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.names import surname
from claimgraph.extract.speakers.units import Row, is_headline


def repeated_names(rows: tuple[Row, ...], cast: Cast) -> list[tuple[Mention, Actor]]:
    """Return the mentions in headlines of sides, and of actors that the text names."""
    return [pair for row in rows if is_headline(row.paragraph) for pair in _in_headline(row, cast)]


def _in_headline(row: Row, cast: Cast) -> Iterator[tuple[Mention, Actor]]:
    offset, index = row.paragraph.start, row.paragraph.index
    taken: list[tuple[int, int]] = []
    for name, actor in _names(cast):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row.paragraph.text):
            start, end = match.start() + offset, match.end() + offset
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                side = actor.side if actor.form in {"body", "state"} else None
                yield (
                    Mention(
                        (start, end),
                        (start, end),
                        "body" if actor.form == "body" else "name",
                        name,
                        side=side,
                        paragraph=index,
                    ),
                    actor,
                )
    for unit in row.units:
        if unit.letter == "S" and unit.side and all(unit.end <= a or unit.start >= b for a, b in taken):
            span = (unit.start, unit.end)
            yield (
                Mention(span, span, "state", unit.text, side=unit.side, paragraph=index),
                cast.state(unit.side),
            )


def _names(cast: Cast) -> list[tuple[str, Actor]]:
    """Return the names by which the text calls its actors, the longest first."""
    names: dict[str, Actor] = {}
    for actor in cast.actors:
        if actor.form in {"person", "body", "outlet", "name"}:
            for alias in (*actor.aliases, *([surname(actor.name)] if actor.form == "person" else ())):
                if len(alias) > 2 and alias[:1].isupper():
                    names.setdefault(alias, actor)
    return sorted(names.items(), key=lambda pair: (-len(pair[0]), pair[0]))
