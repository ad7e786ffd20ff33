"""All documents together: annotations to one `networkx.MultiDiGraph`, and what to ask it."""

from kgx.graph.build import Graph, build_graph
from kgx.graph.measures import Summary, describe_graph
from kgx.graph.merge import Merges, apply_merges, merge_table
from kgx.graph.paths import Step, find_entity, find_path
from kgx.graph.records import Event, Evidence, Participant, Source

__all__ = [
    "Event",
    "Evidence",
    "Graph",
    "Merges",
    "Participant",
    "Source",
    "Step",
    "Summary",
    "apply_merges",
    "build_graph",
    "describe_graph",
    "find_entity",
    "find_path",
    "merge_table",
]
