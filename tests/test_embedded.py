"""A figure is the same bytes however many were made before it."""

import json

from bokeh.models import HoverTool
from bokeh.plotting import figure

from claimgraph.embedded import item


def drawn(words="reef"):
    made = figure()
    made.text([1], [2], text=[words])
    return item(made)


def test_the_same_figure_is_the_same_bytes():
    assert drawn() == drawn()


def test_words_cannot_end_the_script_element_they_stand_in():
    text = drawn("</script><!-- \u2028")
    assert "<" not in text
    assert "\u2028" not in text
    assert "</script><!-- \u2028" in json.dumps(json.loads(text), ensure_ascii=False)


def ids(node):
    """Yield, in the order written, each id with whether its object stands there."""
    if isinstance(node, dict):
        if "id" in node:
            yield node["id"], len(node) > 1
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from ids(one)


def test_every_object_is_written_before_it_is_referred_to():
    made = figure(x_axis_type="datetime")
    made.scatter([1], [2])
    made.add_tools(HoverTool(tooltips="@x"))
    seen = set()
    for one, whole in ids(json.loads(item(made))["doc"]):
        assert whole != (one in seen)
        seen.add(one)
    assert len(seen) > 30
