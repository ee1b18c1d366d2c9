"""How kinds of nodes and edges look, and what they are called.

Kinds of nodes differ by shape as well as colour, kinds of edges by dashes as well; disputes
are the largest and only crossed symbols. The symbols' colours are those of Okabe and Ito,
"Color universal design" (2008), which colour-blind readers tell apart.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How a kind of node looks: a Bokeh marker, its size in pixels, its colour."""

    marker: str
    size: int
    colour: str


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """How a kind of edge looks, and what it says, from its start to its end and back."""

    colour: str
    dash: str
    width: float
    forth: str
    back: str
    arrow: bool = False


NODES: dict[str, NodeStyle] = {  # drawn in this order, the last on top
    "source": NodeStyle("triangle", 13, "#767676"),
    "subject": NodeStyle("hex", 14, "#009e73"),
    "claim": NodeStyle("square", 11, "#f0c05a"),
    "speaker": NodeStyle("circle", 16, "#0072b2"),
    "dispute": NodeStyle("diamond_cross", 28, "#d55e00"),
}
EDGES: dict[str, EdgeStyle] = {
    "reported_in": EdgeStyle("#9a9a9a", "dotted", 1.0, "reported in", "reports"),
    "about": EdgeStyle("#009e73", "dotted", 1.2, "about", "subject of"),
    "via": EdgeStyle("#0072b2", "dotted", 1.4, "passed on", "came through"),
    "said": EdgeStyle("#0072b2", "solid", 1.4, "said", "said by"),
    "speaks_for": EdgeStyle("#0072b2", "dashdot", 1.4, "speaks for", "spoken for by", arrow=True),
    "agrees": EdgeStyle("#117733", "solid", 2.2, "agrees with", "agrees with"),
    "repeats": EdgeStyle("#117733", "dashed", 1.6, "repeats", "repeated by"),
    "disputes": EdgeStyle("#b34700", "solid", 2.6, "stands on a side of", "sides"),
    "denies": EdgeStyle("#b34700", "dashed", 2.0, "denies", "denied by", arrow=True),
    "reverses": EdgeStyle("#8a3d77", "dashed", 2.4, "takes back", "taken back by", arrow=True),
}
