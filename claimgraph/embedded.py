"""A Bokeh figure as a page of ours holds it: the library, and what it draws as JSON.

Invariant: the same figure gives the same bytes, in any process. Bokeh is imported when used.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any


@cache
def library() -> str:
    """Return BokehJS, as installed, as one script. It makes no request."""
    from bokeh.resources import Resources  # noqa: PLC0415 - takes most of a second

    return Resources(mode="inline", components=["bokeh"]).js_raw[0]


def item(figure: Any) -> str:
    """Return what BokehJS's ``embed_item`` takes, as JSON that can stand in a script element.

    Ids are counted anew: Bokeh's own go on from figure to figure.
    """
    from bokeh.embed import json_item  # noqa: PLC0415

    made = json_item(figure)
    writer = _Writer({one["id"]: one for one in _objects(made)})
    text = json.dumps(writer.rewritten(made), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@dataclass(slots=True)
class _Writer:
    """Rewrites Bokeh's JSON so that it does not tell what was made before it, in what process.

    Ids are counted from 1 as they are met. The entries of a map come in the order of their names:
    Bokeh's own changes with the hash seed. An object is written where it is met first, which need
    not be where Bokeh wrote it, and by its id from then on.
    """

    objects: dict[str, dict[str, Any]]
    names: dict[str, str] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)

    def rewritten(self, node: Any) -> Any:
        if isinstance(node, list | tuple):
            return [self.rewritten(one) for one in node]
        if not isinstance(node, dict):
            return node
        if "id" in node:
            if node["id"] in self.written:
                return {"id": self.name(node["id"])}
            self.written.add(node["id"])
            node = self.objects[node["id"]]
        if node.get("type") == "map" and all(isinstance(key, str) for key, _ in node.get("entries", ())):
            node = node | {"entries": sorted(node.get("entries", ()), key=itemgetter(0))}
        return {
            key: self.name(value) if key in {"id", "root_id"} else self.rewritten(value)
            for key, value in node.items()
        }

    def name(self, identity: str) -> str:
        return self.names.setdefault(identity, f"b{len(self.names) + 1}")


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    """Yield what has an id and more, which is not only a reference."""
    if isinstance(node, dict):
        if len(node) > 1 and "id" in node:
            yield node
        node = list(node.values())
    if isinstance(node, list | tuple):
        for one in node:
            yield from _objects(one)
