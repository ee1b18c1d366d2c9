"""Names in headlines, where capitals tell nothing: only what the text below names is read."""

import re
from collections.abc import Iterator

from claimgraph.extract.speakers.cast import Actor, Cast
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.names import surname
from claimgraph.extract.speakers.units import Row, is_headline, meets


def repeated_names(rows: tuple[Row, ...], cast: Cast) -> list[tuple[Mention, Actor]]:
    """Return the mentions in headlines of sides, and of actors that the text names; the longest first."""
    known = sorted(_names(cast).items(), key=lambda pair: (-len(pair[0]), pair[0]))
    found: list[tuple[Mention, Actor]] = []
    for row in rows:
        for mention, actor in _in_headline(row, known, cast) if is_headline(row.paragraph) else ():
            if not any(meets(mention.core, other.core) for other, _ in found):
                found.append((mention, actor))
    return found


def _in_headline(row: Row, known: list[tuple[str, Actor]], cast: Cast) -> Iterator[tuple[Mention, Actor]]:
    offset, index = row.paragraph.start, row.paragraph.index
    for name, actor in known:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row.paragraph.text):
            span = (match.start() + offset, match.end() + offset)
            yield Mention(span, span, "name", name, side=actor.side, paragraph=index), actor
    for unit in row.units:
        if unit.side:
            span = (unit.start, unit.end)
            mention = Mention(span, span, "state", unit.text, side=unit.side, paragraph=index)
            yield mention, cast.state(unit.side)


def _names(cast: Cast) -> dict[str, Actor]:
    """Return the names by which the text calls its actors."""
    names: dict[str, Actor] = {}
    for actor in cast.actors:
        last = (surname(actor.name),) if actor.form == "person" else ()
        for alias in (*actor.aliases, *last) if actor.form in {"person", "body", "outlet", "name"} else ():
            if len(alias) > len("AP") and alias[:1].isupper():
                names.setdefault(alias, actor)
    return names
