"""A graph as a picture; matplotlib comes with the extra ``notebook``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from textwrap import fill
from typing import TYPE_CHECKING, Any

from kgx.errors import KgxError
from kgx.graph.build import Graph
from kgx.graph.records import Evidence
from kgx.view.colours import COLOURS
from kgx.view.layout import Pair, Point, Size, place_nodes
from kgx.view.text import label_of, label_predicate

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK, _FAINT = "#333333", "#888888"
_LABEL, _ARROW = 9.5, 8.0  # sizes of letters, in points
_LETTER, _LINE = 0.09, 0.17  # inches a letter is wide on average, and a line high, in a label
_WRAP = 20  # letters a line of a label holds
_MARGIN, _LEGEND = 0.3, 0.45  # inches around the picture, and for the legend below it


@dataclass(frozen=True, slots=True)
class _Arrow:
    """All statements between two nodes that are asserted, or all that are not."""

    start: str
    end: str
    words: str
    asserted: bool
    bend: float


def draw_graph(graph: Graph, *, most: int = 40) -> Figure:
    """Draw entities as boxes, coloured by type, and statements as arrows.

    An arrow is solid where some claim asserts the statement, dashed where it is only denied,
    planned, possible or the like, which is written before its name. Entities of which nothing is
    said are left out. The same graph gives the same picture.

    Args:
        graph: As `build_graph` makes it.
        most: How many nodes at most; more are hard to read. What is taken begins with the node of
            the most statements and grows along them, to the next best connected node each time.

    Returns:
        A figure as large as the graph needs; ``figure.savefig("graph.png")`` writes it.

    Raises:
        KgxError: The extra with matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as err:
        raise KgxError("a picture needs an extra: pip install 'kgx-extract[notebook]'") from err

    shown = _take_most_connected(graph, most)
    labels = {node: fill(label_of(graph, node), _WRAP) for node in shown}
    sizes = {node: _size_of(label) for node, label in labels.items()}
    arrows = list(_arrows_of(shown))
    places = place_nodes(shown, sizes, _gaps_for(arrows))
    figure = Figure()
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    _fit_paper(figure, axes, places, sizes)
    for arrow in arrows:
        _draw_arrow(axes, arrow, places, sizes)
    for node, label in labels.items():
        _draw_box(axes, label, str(graph.nodes[node]["type"]), places[node], sizes[node])
    _draw_legend(axes, {str(graph.nodes[node]["type"]) for node in shown})
    return figure


def _take_most_connected(graph: Graph, most: int) -> Graph:
    """The part of a graph to draw, its nodes in an order that depends on nothing but the graph."""
    kept = _grow_from_hub(graph, most)
    shown = Graph(**graph.graph)
    for start, end, key, edge in sorted(graph.edges(keys=True, data=True), key=lambda e: e[:3]):
        if start in kept and end in kept:
            shown.add_edge(start, end, key, **edge)
    shown.add_nodes_from((node, graph.nodes[node]) for node in tuple(shown))
    return shown


def _grow_from_hub(graph: Graph, most: int) -> set[str]:
    """The best connected node, then over and over the best of those linked to what is taken."""
    best = sorted((-degree, node) for node, degree in graph.degree if degree)
    taken: set[str] = set()
    near: list[tuple[int, str]] = []
    for start in best:
        heappush(near, start)
        while near and len(taken) < most:
            _, node = heappop(near)
            if node not in taken:
                taken.add(node)
                linked = {*graph.successors(node), *graph.predecessors(node)}
                for other in linked - taken:
                    heappush(near, (-graph.degree[other], other))
    return taken


def _gaps_for(arrows: Sequence[_Arrow]) -> dict[Pair, float]:
    """Room for the words of an arrow, its head and a bit of its line."""
    gaps: dict[Pair, float] = {}
    for arrow in arrows:
        pair = min(arrow.start, arrow.end), max(arrow.start, arrow.end)
        wide = max(map(len, arrow.words.split("\n"))) * _LETTER * _ARROW / _LABEL + 0.6
        gaps[pair] = max(gaps.get(pair, 0.0), wide)
    return gaps


def _size_of(label: str) -> Size:
    lines = label.split("\n")
    return max(map(len, lines)) * _LETTER + 0.22, len(lines) * _LINE + 0.16


def _fit_paper(
    figure: Figure, axes: Axes, places: Mapping[str, Point], sizes: Mapping[str, Size]
) -> None:
    """Make one unit of the axes one inch, and the figure what is drawn and a margin."""
    corners = [
        (x + side * sizes[node][0] / 2, y + side * sizes[node][1] / 2)
        for node, (x, y) in places.items()
        for side in (-1, 1)
    ] or [(0.0, 0.0)]
    west, east = (pick(x for x, _ in corners) for pick in (min, max))
    south, north = (pick(y for _, y in corners) for pick in (min, max))
    west, east, north = west - _MARGIN, max(east, west + 7) + _MARGIN, north + _MARGIN
    south -= _MARGIN + _LEGEND
    figure.set_size_inches(east - west, north - south)
    axes.set(xlim=(west, east), ylim=(south, north))
    axes.axis("off")


def _arrows_of(graph: Graph) -> Iterator[_Arrow]:
    """One arrow for each direction and standing between two nodes, bent where there are more."""
    words: dict[tuple[str, str], dict[tuple[str, bool], list[str]]] = {}
    for start, end, predicate, edge in graph.edges(keys=True, data=True):
        pair = (start, end) if start <= end else (end, start)
        name = _say_statement(label_predicate(graph, predicate), edge["evidence"])
        arrows = words.setdefault(pair, defaultdict(list))
        arrows[start, edge["asserted"]].append(name)
    for (first, second), arrows in words.items():
        for number, ((start, asserted), names) in enumerate(arrows.items()):
            bend = 0.3 * (number - (len(arrows) - 1) / 2)
            end = second if start == first else first
            said = "\n".join(fill(name, _WRAP) for name in names)
            yield _Arrow(start, end, said, asserted, bend if start == first else -bend)


def _say_statement(name: str, evidence: Sequence[Evidence]) -> str:
    """The name of a predicate, after how it is meant where no claim of it stands."""
    if not evidence or any(item.claim.stands for item in evidence):
        return name
    claim = max((item.claim for item in evidence), key=lambda claim: claim.confidence)
    marks = ["denied"] if claim.polarity == "negative" else []
    marks += [claim.modality] if claim.modality != "asserted" else []
    return f"({', '.join(marks)}) {name}"


def _draw_box(axes: Axes, label: str, type_: str, place: Point, size: Size) -> None:
    from matplotlib.patches import FancyBboxPatch

    box = FancyBboxPatch(
        (place[0] - size[0] / 2, place[1] - size[1] / 2),
        *size,
        boxstyle="round,pad=0,rounding_size=0.1",
        facecolor=COLOURS[type_],
        edgecolor=_INK,
        linewidth=0.8,
        zorder=2,
    )
    axes.add_patch(box)
    _write(axes, place, label, size=_LABEL, zorder=4, color=_INK)


def _draw_arrow(
    axes: Axes, arrow: _Arrow, places: Mapping[str, Point], sizes: Mapping[str, Size]
) -> None:
    from matplotlib.patches import FancyArrowPatch

    if arrow.start == arrow.end:
        return
    start = _leave_box(places[arrow.start], sizes[arrow.start], places[arrow.end])
    end = _leave_box(places[arrow.end], sizes[arrow.end], places[arrow.start])
    colour = _INK if arrow.asserted else _FAINT
    line = FancyArrowPatch(
        start,
        end,
        connectionstyle=f"arc3,rad={arrow.bend}",
        arrowstyle="-|>",
        mutation_scale=11,
        shrinkA=0,
        shrinkB=1,
        linestyle="-" if arrow.asserted else "--",
        linewidth=1.1,
        color=colour,
        zorder=1,
    )
    axes.add_patch(line)
    middle = _middle_of(start, end, arrow.bend)
    paper = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.9}
    _write(axes, middle, arrow.words, size=_ARROW, zorder=3, color=colour, bbox=paper)


def _middle_of(start: Point, end: Point, bend: float) -> Point:
    """The middle of an arc as matplotlib's ``arc3`` bends it."""
    across, up = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0] + bend * up) / 2, (start[1] + end[1] - bend * across) / 2


def _leave_box(centre: Point, size: Size, toward: Point) -> Point:
    """Where the line from the centre of a box towards a point crosses its border."""
    across, up = toward[0] - centre[0], toward[1] - centre[1]
    share = min(
        size[0] / 2 / abs(across) if across else 1.0, size[1] / 2 / abs(up) if up else 1.0, 1.0
    )
    return centre[0] + across * share, centre[1] + up * share


def _write(axes: Axes, place: Point, words: str, **how: Any) -> None:
    """Write words as they are: no part of a name is taken for mathematics."""
    axes.text(*place, words, ha="center", va="center", parse_math=False, linespacing=1.1, **how)


def _draw_legend(axes: Axes, types: set[str]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    keys: list[Patch | Line2D] = [
        Patch(facecolor=colour, edgecolor=_INK, linewidth=0.8, label=type_)
        for type_, colour in COLOURS.items()
        if type_ in types
    ]
    keys.append(Line2D([], [], color=_INK, label="asserted"))
    keys.append(Line2D([], [], color=_FAINT, linestyle="--", label="not asserted"))
    axes.legend(
        handles=keys,
        loc="lower left",
        ncols=len(keys),
        frameon=False,
        fontsize=_ARROW,
        handlelength=1.6,
        columnspacing=1.2,
    )
