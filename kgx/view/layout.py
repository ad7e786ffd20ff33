"""Where the nodes of a small graph go on paper: the same places every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kgx.graph.build import Graph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[float, float]
Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    east: float
    south: float
    north: float


_ROOMY = 8  # links that a node has room for all around at a distance of one step
_ROUNDS = 200  # of pulling distances to what they should be; small graphs settle in fewer
_PUSHES = 400  # of moving boxes apart at most


def place_nodes(
    graph: Graph,
    sizes: Mapping[str, Size],
    gaps: Mapping[Pair, float] | None = None,
    *,
    step: Size = (2.4, 1.35),
    width: float = 14.0,
) -> dict[str, Point]:
    """Give every node a place such that no two boxes overlap.

    What hangs together is laid out by stress majorization (Gansner, Koren and North 2004): the
    distance of two nodes on paper follows the number of links between them. The parts are then
    set side by side, the largest first.

    Args:
        graph: Few nodes: time grows with the square of their number, or faster.
        sizes: Width and height of each node's box.
        gaps: How much room the boxes of two linked nodes should leave between them across; none
            by default.
        step: How far apart linked nodes should be, across and down.
        width: How far to the right parts may be set beside one another.

    Returns:
        The centre of each box; x grows to the right, y upwards.
    """
    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
    order = {node: number for number, node in enumerate(graph)}
    links = _measure_links(graph, sizes, gaps or {}, step[0])
    laid = [_place_part(links, sorted(part, key=order.__getitem__), sizes, step) for part in parts]
    return _set_side_by_side(laid, sizes, gap=step[1] / 3, width=width)


def _measure_links(
    graph: Graph, sizes: Mapping[str, Size], gaps: Mapping[Pair, float], step: float
) -> nx.Graph[str]:
    """Who is linked, and how many steps apart they should be: one, or more to leave the gap, or
    because one of them has many links."""
    links: nx.Graph[str] = nx.Graph()
    links.add_nodes_from(graph)
    for one, other in graph.edges():
        gap = gaps.get((one, other), gaps.get((other, one), 0.0))
        needed = (sizes[one][0] + sizes[other][0]) / 2 + gap
        crowd = max(graph.degree[one], graph.degree[other]) / _ROOMY
        links.add_edge(one, other, length=max(1.0, needed / step) * max(1.0, crowd) ** 0.5)
    return links


def _place_part(
    links: nx.Graph[str], nodes: Sequence[str], sizes: Mapping[str, Size], step: Size
) -> dict[str, Point]:
    import numpy as np

    lengths = {
        node: nx.single_source_dijkstra_path_length(links, node, weight="length") for node in nodes
    }
    wanted = np.array([[float(lengths[a][b]) for b in nodes] for a in nodes])
    places = _settle_stress(wanted) * np.array(step)
    boxes = np.array([sizes[node] for node in nodes])
    places = _push_apart(places, boxes)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, places, strict=True)}


def _settle_stress(wanted: Floats) -> Floats:
    """Places whose distances come near to those wanted, from a start on a circle."""
    import numpy as np

    count = len(wanted)
    if count == 1:
        return np.zeros((1, 2))
    turns = 2 * np.pi * np.arange(count) / count
    places = np.column_stack([np.cos(turns), np.sin(turns)]) * wanted.max(initial=1.0) / 2
    weights = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    for _ in range(_ROUNDS):
        apart = np.linalg.norm(places[:, None] - places[None], axis=2)
        pull = -weights * np.divide(wanted, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        places = inverse @ (pull @ places)
    return _lay_flat(places)


def _lay_flat(places: Floats) -> Floats:
    """Turn the long side across, and mirror so that the first node is on the upper left."""
    import numpy as np

    centred = places - places.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=True)
    turned: Floats = centred @ axes.T
    turned = turned * np.where(turned[0] > 0, [-1.0, 1.0], [1.0, -1.0])
    return turned


def _push_apart(places: Floats, boxes: Floats, gap: float = 0.25) -> Floats:
    """Move overlapping boxes apart along the side on which less is to do."""
    import numpy as np

    places = places.copy()
    for _ in range(_PUSHES):
        moved = False
        for one in range(len(places)):
            for other in range(one + 1, len(places)):
                away = places[other] - places[one]
                lack = (boxes[one] + boxes[other]) / 2 + gap - np.abs(away)
                if (lack <= 1e-6).any():
                    continue
                side = int(lack[1] < lack[0])
                push = lack[side] / 2 * (1.0 if away[side] >= 0 else -1.0)
                places[one, side] -= push
                places[other, side] += push
                moved = True
        if not moved:
            break
    return places


def _set_side_by_side(
    parts: Sequence[Mapping[str, Point]], sizes: Mapping[str, Size], *, gap: float, width: float
) -> dict[str, Point]:
    """Set each part as high up as it fits beside those set before, then as far left."""
    placed: dict[str, Point] = {}
    taken: list[_Frame] = []
    for part in parts:
        frame = _frame_of(part, sizes, gap)
        left, top = _find_room(frame.east - frame.west, frame.north - frame.south, taken, width)
        across, up = left - frame.west, top - frame.north
        placed |= {node: (x + across, y + up) for node, (x, y) in part.items()}
        taken.append(
            _Frame(frame.west + across, frame.east + across, frame.south + up, frame.north + up)
        )
    return placed


def _frame_of(part: Mapping[str, Point], sizes: Mapping[str, Size], gap: float) -> _Frame:
    """What a part covers, with room to its right and below."""
    return _Frame(
        min(x - sizes[node][0] / 2 for node, (x, _) in part.items()),
        max(x + sizes[node][0] / 2 for node, (x, _) in part.items()) + gap,
        min(y - sizes[node][1] / 2 for node, (_, y) in part.items()) - gap,
        max(y + sizes[node][1] / 2 for node, (_, y) in part.items()),
    )


def _find_room(wide: float, high: float, taken: Sequence[_Frame], width: float) -> Point:
    """The left upper corner of free room: in a corner between what is taken, or at its edge."""
    lefts = sorted({0.0, *(frame.east for frame in taken)})
    tops = sorted({0.0, *(frame.south for frame in taken)}, reverse=True)
    for top in tops:
        for left in lefts:
            fits = left == 0 or left + wide <= width
            if fits and not any(_overlaps(frame, left, top, wide, high) for frame in taken):
                return left, top
    return 0.0, tops[-1]


def _overlaps(frame: _Frame, left: float, top: float, wide: float, high: float) -> bool:
    near = 1e-9
    return (
        left < frame.east - near
        and frame.west + near < left + wide
        and top > frame.south + near
        and frame.north - near > top - high
    )
