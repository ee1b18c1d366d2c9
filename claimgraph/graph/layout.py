"""Where the nodes of a drawing go: the same graph and seed give the same places.

Connected parts are laid out apart by springs and packed side by side, largest first, so
that small disputes do not drift round a large one. Units are pixels of the drawing as it
opens, so that room for a symbol and its label can be kept.

The springs are those of Fruchterman and Reingold, "Graph drawing by force-directed
placement" (1991). networkx has them too, but asks for SciPy from 500 nodes on.
"""

from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

Place = tuple[float, float]
Places = npt.NDArray[np.float64]

SPRING = 78.0
"""Length in pixels that an edge tends to."""
ROOM = np.array([84.0, 40.0])
"""Pixels kept free between two nodes, across and down: a label is wider than high."""
GRAVITY = np.array([0.2, 0.45])
"""Pull to the middle, across and down, that keeps long chains in a picture wider than high."""
GAP = 70.0
"""Pixels between two connected parts."""
ASPECT = 1.5
"""Width of the whole by its height."""


def lay_out(graph: "nx.Graph[str]", *, seed: int = 7) -> dict[str, Place]:
    """Return a place in pixels for each node, the whole centred on (0, 0).

    Args:
        graph: any graph; direction, weights and parallel edges are ignored.
        seed: where the springs start from.
    """
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(graph.nodes))
    plain.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in graph.edges() if a != b))
    parts = sorted(
        (sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part)
    )
    placed = _pack([_spring(plain, part, seed) for part in parts])
    return {
        node: (float(x), float(y))
        for part, box in zip(parts, placed, strict=True)
        for node, (x, y) in zip(part, box, strict=True)
    }


def _spring(graph: "nx.Graph[str]", part: Sequence[str], seed: int) -> Places:
    """Return the places of one connected part, its lower left corner at (0, 0)."""
    size = len(part)
    if size == 1:
        return np.zeros((1, 2))
    generator = np.random.default_rng([seed, size])
    places = generator.normal(size=(size, 2)) * SPRING * np.sqrt(size) / 2
    index = {node: number for number, node in enumerate(part)}
    within = graph.subgraph(part).edges()  # in an order that hashing decides
    joined = sorted(sorted((index[a], index[b])) for a, b in within)
    ends = np.array(joined, dtype=int).reshape(-1, 2)
    steps = max(60, min(250, 25_000 // size))
    for heat in np.linspace(SPRING * np.sqrt(size) / 4, 1.0, steps):
        push = _repulsion(places)
        pull = places[ends[:, 1]] - places[ends[:, 0]]
        pull *= np.linalg.norm(pull, axis=1, keepdims=True) / SPRING
        np.add.at(push, ends[:, 0], pull)
        np.add.at(push, ends[:, 1], -pull)
        push -= (places - places.mean(axis=0)) * GRAVITY
        length = np.maximum(np.linalg.norm(push, axis=1, keepdims=True), 1e-9)
        places += push / length * np.minimum(length, heat)
    return _apart(places)


def _repulsion(places: Places) -> Places:
    """Return the push of every node on every other, which falls with their distance."""
    away = places[:, None, :] - places[None, :, :]
    square = np.maximum((away**2).sum(axis=2), 1.0)
    np.fill_diagonal(square, np.inf)
    push: Places = (away * (SPRING**2 / square)[:, :, None]).sum(axis=1)
    return push


def _apart(places: Places) -> Places:
    """Move nodes until each has its room, and the whole to (0, 0)."""
    order = np.sign(np.subtract.outer(np.arange(len(places)), np.arange(len(places))))
    for _ in range(200):
        away = [np.subtract.outer(along, along) for along in places.T]
        lack = [room - np.abs(one) for room, one in zip(ROOM, away, strict=True)]
        close = (lack[0] > 0) & (lack[1] > 0)
        np.fill_diagonal(close, val=False)
        if not close.any():
            break
        # along the axis that needs the smaller move, each of the two half of it
        across = (lack[0] < lack[1]) & close
        for axis, apart in enumerate((across, close & ~across)):
            rows = apart.any(axis=1)
            sign = np.where(away[axis][rows] == 0, order[rows], np.sign(away[axis][rows]))
            places[rows, axis] += (sign * lack[axis][rows] * apart[rows]).sum(axis=1) * 0.35
    moved: Places = places - places.min(axis=0)
    return moved


def _pack(boxes: Sequence[Places]) -> list[Places]:
    """Set the parts on shelves, so that the whole has about the aspect wanted, centred."""
    if not boxes:
        return []
    sizes = [box.max(axis=0) + GAP for box in boxes]
    area = sum(float(width * height) for width, height in sizes)
    shelf = max(float(np.sqrt(area * ASPECT)) * 1.1, *(float(width) for width, _ in sizes))
    x = y = tallest = 0.0
    corners: list[tuple[float, float]] = []
    for width, height in sizes:
        if x and x + width > shelf:
            x, y, tallest = 0.0, y - tallest, 0.0
        corners.append((x, y - float(height)))
        x, tallest = x + float(width), max(tallest, float(height))
    placed = [box + np.array(corner) for box, corner in zip(boxes, corners, strict=True)]
    every = np.concatenate(placed)
    middle = (every.max(axis=0) + every.min(axis=0)) / 2
    return [box - middle for box in placed]
