"""How two entities hang together: names to nodes, and the best paths between nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from math import log2
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
from rapidfuzz import fuzz, process

from kgx.errors import QueryError
from kgx.graph.build import Graph
from kgx.graph.records import Evidence
from kgx.iris import slug
from kgx.vocab import VOCABULARY

if TYPE_CHECKING:
    from kgx.graph.records import Event

_NOT_ASSERTED = 3.0  # what a denied or merely possible link costs more than a sure one
_SAME_EVENT = 2.0  # what meeting in one event costs more than a statement
_HUB = 0.15  # what doubling the neighbours of a node adds to every step at it
_CONCEPT = 0.8  # what a concept adds to every step at it: two texts seldom mean the same "contract"
_CLASSING = frozenset(
    VOCABULARY + name
    for name in ("instanceOf", "kindOf", "occupation", "position", "relatedTo", "genre")
)
"""What ties a thing to the class it belongs to."""
_MOST_IDLE = 20  # paths that tell little, looked at before giving up on those that do
_MOST_TRIED = 1000  # paths looked at for those that are short enough
_MOST_TOGETHER = 12  # an event with more participants relates none of them

Link: TypeAlias = tuple[float, str, str, str, str]
"""Cost, subject, object, predicate or "", event or ""."""


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a path, from ``start`` to ``end``, both IRIs.

    Attributes:
        predicate: The statement's predicate; None where the two only take part in one event.
        forward: True if ``start`` is the statement's subject.
        asserted: True if a claim of it stands.
        evidence: The claims of the statement, or those of the event.
        event: The IRI of the event where the two meet.
    """

    start: str
    end: str
    predicate: str | None
    forward: bool
    asserted: bool
    evidence: tuple[Evidence, ...] = ()
    event: str | None = None

    def turned(self) -> Step:
        """The same link walked the other way."""
        return Step(
            self.end,
            self.start,
            self.predicate,
            not self.forward,
            self.asserted,
            self.evidence,
            self.event,
        )


def find_entity(graph: Graph, name: str) -> str:
    """The IRI of the entity that a name means best.

    Taken in turn: an IRI, the exact label, an alias, either without regard to case, the words
    without accents and punctuation. Of several, the one mentioned most.

    Raises:
        QueryError: There is none; the message names the nearest.

    >>> from kgx.graph.build import build_graph
    >>> from kgx.types import Annotation, Entity
    >>> chile = Entity("https://example.org/kg/chile", "Chile", "place")
    >>> find_entity(build_graph([Annotation("d", entities=(chile,))]), "CHILE")
    'https://example.org/kg/chile'
    """
    if name in graph and graph.nodes[name]["type"] != "literal":
        return name
    for is_named in _WAYS:
        found = [iri for iri in _entities(graph) if is_named(graph, iri, name)]
        if found:
            return min(found, key=lambda iri: (-graph.nodes[iri]["mentions"], iri))
    raise QueryError(_missing_message(graph, name))


def _entities(graph: Graph) -> Iterator[str]:
    return (iri for iri, node in graph.nodes(data=True) if node["type"] != "literal")


_WAYS: tuple[Callable[[Graph, str, str], bool], ...] = (
    lambda graph, iri, name: name == graph.nodes[iri]["label"],
    lambda graph, iri, name: name in graph.nodes[iri]["aliases"],
    lambda graph, iri, name: name.casefold() == graph.nodes[iri]["label"].casefold(),
    lambda graph, iri, name: name.casefold() in map(str.casefold, graph.nodes[iri]["aliases"]),
    lambda graph, iri, name: slug(name) == iri.rpartition("/")[2],
    lambda graph, iri, name: slug(name) in map(slug, _names(graph, iri)),
)
"""What a name may match, strictest first."""


def _missing_message(graph: Graph, name: str) -> str:
    names = {n for iri in _entities(graph) for n in _names(graph, iri)}
    names = {n for n in names if len(n) >= len(name) * 0.6}  # "up" is part of too many
    near = process.extract(name, sorted(names), scorer=fuzz.WRatio, limit=3, score_cutoff=65)
    hint = f"; nearest: {', '.join(match[0] for match in near)}" if near else ""
    return f"no entity named {name!r}{hint or ' in this graph'}"


def _names(graph: Graph, iri: str) -> list[str]:
    return [graph.nodes[iri]["label"], *graph.nodes[iri]["aliases"]]


def find_path(
    graph: Graph, start: str, end: str, *, limit: int = 1, longest: int = 6
) -> list[list[Step]]:
    """The best paths between two entities, over statements walked either way.

    Asserted and confident statements come before others, statements before mere participation in
    one event, and entities with few neighbours before hubs. What merely belongs to one class is not
    linked by it ("both are engines"), unless nothing else links the two.

    Args:
        start: An IRI or a name; so is ``end``.
        limit: How many paths at most.
        longest: How many steps a path has at most.

    Raises:
        QueryError: There is no such entity, or no path.
    """
    first, last = find_entity(graph, start), find_entity(graph, end)
    if first == last:
        raise QueryError(f"{start!r} and {end!r} are one entity: name two")
    links = _link_entities(graph)
    paths = _choose_paths(graph, _walk_paths(graph, links, first, last, longest), limit)
    if not paths:
        raise QueryError(f"no path of at most {longest} steps between {start!r} and {end!r}")
    return paths


def _choose_paths(graph: Graph, paths: Iterator[list[Step]], limit: int) -> list[list[Step]]:
    """The first paths that tell something; those that do not where there is no other."""
    telling: list[list[Step]] = []
    idle: list[list[Step]] = []
    while len(telling) < limit and len(idle) < limit + _MOST_IDLE:
        path = next(paths, None)
        if path is None:
            break
        (telling if _tells(graph, path) else idle).append(path)
    return telling or idle[:limit]


def _tells(graph: Graph, path: list[Step]) -> bool:
    """False for a path over a class that both neighbours only belong to, and over a third that
    takes part in the event where the two meet."""
    for before, after in pairwise(path):
        class_ = graph.nodes[before.end]["type"] == "concept"
        alike = before.predicate in _CLASSING and after.predicate in _CLASSING
        if class_ and alike and before.forward and not after.forward:
            return False
        if before.event is not None and before.event == after.event:
            return False
    return True


def _walk_paths(
    graph: Graph, links: nx.Graph[str], first: str, last: str, longest: int
) -> Iterator[list[Step]]:
    """Simple paths, cheapest first (Yen 1971)."""
    if first not in links or last not in links:
        return
    reach = nx.single_source_shortest_path_length(links, first, cutoff=longest)
    if last not in reach:
        return
    near = links.subgraph(reach)
    for nodes in islice(nx.shortest_simple_paths(near, first, last, weight="cost"), _MOST_TRIED):
        if len(nodes) - 1 <= longest:
            pairs = nx.utils.pairwise(nodes)
            yield [_make_step(graph, links.edges[pair]["link"], pair[0]) for pair in pairs]


def _make_step(graph: Graph, link: Link, start: str) -> Step:
    _, one, other, predicate, event = link
    if predicate:
        edge = graph.edges[one, other, predicate]
        step = Step(one, other, predicate, True, edge["asserted"], tuple(edge["evidence"]))
    else:
        asserted = _is_asserted(graph.graph["events"][event])
        step = Step(one, other, None, True, asserted, _event_evidence(graph, event), event)
    return step if step.start == start else step.turned()


def _event_evidence(graph: Graph, event: str) -> tuple[Evidence, ...]:
    edges = graph.edges(data=True)
    return tuple(item for *_, edge in edges for item in edge["evidence"] if item.event == event)


def _link_entities(graph: Graph) -> nx.Graph[str]:
    """The best link of every two entities that have one, with its cost."""
    best: dict[tuple[str, str], Link] = {}
    for link in _weigh_links(graph):
        _, one, other, *_ = link
        pair = (one, other) if one < other else (other, one)
        if pair not in best or link < best[pair]:
            best[pair] = link
    links: nx.Graph[str] = nx.Graph()
    links.add_edges_from((*pair, {"link": best[pair]}) for pair in sorted(best))
    costs = {iri: _cost_of_node(graph, iri, degree) for iri, degree in links.degree()}
    for one, other, edge in links.edges(data=True):
        edge["cost"] = edge["link"][0] + costs[one] + costs[other]
    return links


def _cost_of_node(graph: Graph, iri: str, degree: int) -> float:
    concept = graph.nodes[iri]["type"] == "concept"
    return _HUB * log2(degree) + (_CONCEPT if concept else 0.0)


def _weigh_links(graph: Graph) -> Iterator[Link]:
    kinds = {iri: node["type"] for iri, node in graph.nodes(data=True)}
    for one, other, predicate, edge in graph.edges(keys=True, data=True):
        if one != other and kinds[other] != "literal":
            yield _cost(edge["asserted"], edge["confidence"]), one, other, predicate, ""
    events = graph.graph["events"]
    told = {item.event for *_, edge in graph.edges(data=True) for item in edge["evidence"]}
    for iri in sorted(told & events.keys()):
        yield from _weigh_meetings(events[iri])


def _weigh_meetings(event: Event) -> Iterator[Link]:
    cost = _cost(_is_asserted(event), event.confidence) + _SAME_EVENT
    entities = sorted({participant.entity for participant in event.participants} - {""})
    if len(entities) <= _MOST_TOGETHER:
        for one, other in combinations(entities, 2):
            yield cost, one, other, "", event.id


def _is_asserted(event: Event) -> bool:
    return event.polarity == "positive" and event.modality == "asserted"


def _cost(asserted: bool, confidence: float) -> float:
    return 1.0 + (1.0 - confidence) + (0.0 if asserted else _NOT_ASSERTED)
