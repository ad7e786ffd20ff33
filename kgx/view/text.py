"""Entities, paths, counts and answers as text for a terminal.

Everything that comes from documents is added as plain text: nothing in a name or a quote is read as
markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgx.graph.build import Graph, entity_of
from kgx.graph.generals import find_general
from kgx.graph.measures import Summary
from kgx.graph.paths import Step
from kgx.graph.records import Evidence
from kgx.query.table import one_line
from kgx.rdf.vocabulary import read_generals, read_relations
from kgx.types import Claim
from kgx.vocab import VOCABULARY, prefixes

_NOT_STATED = {
    "possible": "possible",
    "planned": "planned",
    "conditional": "conditional",
    "question": "asked",
    "demanded": "demanded",
}


def show_entity(graph: Graph, iri: str, *, limit: int | None = None) -> RenderableType:
    """An entity: its types, names and links, and what is said of it, each with its quote.

    Args:
        graph: As `build_graph` makes it.
        iri: A node, such as `find_entity` returns.
        limit: How many statements at most, those with the most evidence first.
    """
    entity = entity_of(graph, iri)
    names = _namespaces(graph)
    head = Text.assemble((one_line(entity.label), "bold"), "  ", (entity.type, "cyan"))
    facts = [
        ("IRI", [iri]),
        ("types", [_shorten(class_, names) for class_ in entity.types]),
        ("also called", list(entity.aliases)),
        ("same as", [_shorten(same, names) for same in entity.same_as]),
        ("broader", [label_of(graph, broader) for broader in entity.broader]),
        ("mentions", [_count_mentions(graph, iri)]),
    ]
    lines = [
        Text.assemble((f"{name}: ", "dim"), one_line(", ".join(said)))
        for name, said in facts
        if said
    ]
    return Group(head, *lines, *_show_statements(graph, iri, names, limit))


def _count_mentions(graph: Graph, iri: str) -> str:
    documents = graph.nodes[iri]["documents"]
    shown = ", ".join(documents[:5]) + (", ..." if len(documents) > 5 else "")
    return f"{graph.nodes[iri]['mentions']} in {shown}" if documents else "none"


def _show_statements(
    graph: Graph, iri: str, names: dict[str, str], limit: int | None
) -> Iterator[RenderableType]:
    last = ""
    found = sorted(_statements_of(graph, iri), key=lambda said: (said[2], -len(said[3]), said[:3]))
    for subject, target, predicate, evidence in found[:limit]:
        heading = _shorten(predicate, names)
        if heading != last:
            general = find_general(predicate, (item.claim for item in evidence))
            kind = f"  {_shorten(general, names)}" if general != predicate else ""
            yield Text.assemble((f"\n{label_predicate(graph, predicate)}", "bold"), (kind, "dim"))
            last = heading
        forward = subject == iri
        other = label_of(graph, target if forward else subject)
        yield Text.assemble("  ", ("→ " if forward else "← ", "dim"), (other, "green"))
        yield from (
            Padding(_show_evidence(graph, item), (0, 0, 0, 6), expand=False) for item in evidence
        )
    if limit is not None and len(found) > limit:
        yield Text(f"\n... and {len(found) - limit} more statements", style="dim")


def _statements_of(graph: Graph, iri: str) -> Iterator[tuple[str, str, str, tuple[Evidence, ...]]]:
    for subject, target, predicate, edge in graph.out_edges(iri, keys=True, data=True):
        yield subject, target, predicate, tuple(edge["evidence"])
    for subject, target, predicate, edge in graph.in_edges(iri, keys=True, data=True):
        if subject != target:
            yield subject, target, predicate, tuple(edge["evidence"])


def _show_evidence(graph: Graph, evidence: Evidence) -> Text:
    """Marks, the sentence with its quote underlined, and where it is."""
    claim = evidence.claim
    marks = ", ".join(standing_marks(graph, claim))
    return Text.assemble(
        (f"[{marks}] ", "yellow" if not claim.stands else "dim"),
        _show_sentence(claim),
        (f"  ({_place_of(evidence)})", "dim"),
    )


def _show_sentence(claim: Claim) -> Text:
    parts = (claim.prefix, "default"), (claim.quote, "underline"), (claim.suffix, "default")
    sentence = Text.assemble(*((one_line(text), style) for text, style in parts if text))
    return Text.assemble("“", sentence, "”")


def _place_of(evidence: Evidence) -> str:
    claim, date = evidence.claim, evidence.document.date
    day = f", {date}" if date else ""
    return f"{one_line(evidence.document.id)}{day}, {claim.start}–{claim.end}"


def standing_marks(graph: Graph, claim: Claim) -> list[str]:
    """How a claim is meant, in words: ``denied``, ``planned``, ``says X``, ``0.84``."""
    marks = ["denied"] if claim.polarity == "negative" else []
    marks += [_NOT_STATED[claim.modality]] if claim.modality in _NOT_STATED else []
    marks += [f"says {label_of(graph, claim.attributed_to)}"] if claim.attributed_to else []
    marks += [f"time {claim.time}"] if claim.time else []
    marks += [f"inferred by {claim.derived_by}"] if claim.derived_by else []
    return [*map(one_line, marks), f"{claim.confidence:.2f}"]


def show_path(graph: Graph, steps: Sequence[Step]) -> RenderableType:
    """A path: its entities and relations in one line, then each step with its best evidence."""
    chain = Text(label_of(graph, steps[0].start), style="bold")
    for step in steps:
        chain.append(_arrow(graph, step), style="dim")
        chain.append(label_of(graph, step.end), style="bold")
    return Group(chain, *(_show_step(graph, number, step) for number, step in enumerate(steps, 1)))


def _arrow(graph: Graph, step: Step) -> str:
    name = _step_label(graph, step)
    mark = "" if step.asserted else " (not asserted)"
    if step.predicate is None:
        return f" –[{name}]{mark}– "
    return f" –{name}{mark}→ " if step.forward else f" ←{name}{mark}– "


def _step_label(graph: Graph, step: Step) -> str:
    if step.predicate is None:
        return str(one_line(graph.graph["events"][step.event].label))
    return label_predicate(graph, step.predicate)


def _show_step(graph: Graph, number: int, step: Step) -> RenderableType:
    ends = (step.start, step.end) if step.forward else (step.end, step.start)
    first, last = (label_of(graph, iri) for iri in ends)
    link = "and" if step.predicate is None else _step_label(graph, step)
    head = Text.assemble((f"{number}. ", "dim"), f"{first} {link} {last}")
    if step.predicate is None:
        head.append(f", both in one event: {_step_label(graph, step)}")
    best = sorted(step.evidence, key=lambda e: (not e.claim.stands, -e.claim.confidence))[:1]
    return Group(
        head, *(Padding(_show_evidence(graph, item), (0, 0, 0, 3), expand=False) for item in best)
    )


def label_of(graph: Graph, node: str) -> str:
    """The label of a node; the last part of the IRI of what is none."""
    if node in graph:
        return one_line(str(graph.nodes[node]["label"]))
    return one_line(node.rpartition("/")[2] or node)


def label_predicate(graph: Graph, predicate: str) -> str:
    """A predicate in words: those of a coined one, else its name."""
    coined = f"{graph.graph['base']}relation/"
    if predicate.startswith(coined):
        return one_line(predicate.removeprefix(coined).replace("-", " "))
    if predicate.startswith(VOCABULARY):
        name = predicate.removeprefix(VOCABULARY)
        terms = (*read_relations(), *read_generals())
        return next((str(t["label"]) for t in terms if t["id"] == name), one_line(name))
    return one_line(_shorten(predicate, _namespaces(graph)))


def _namespaces(graph: Graph) -> dict[str, str]:
    return {name: prefix for prefix, name in prefixes(graph.graph["base"]).items()}


def _shorten(iri: str, names: dict[str, str]) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = names.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else iri


def show_summary(summary: Summary, graph: Graph | None = None) -> RenderableType:
    """The counts of a graph as tables; with the graph, entities and predicates by label."""
    counts = Table(box=None, show_header=False, pad_edge=False)
    counts.add_column()
    counts.add_column(justify="right")
    for name, count, note in _count_lines(summary):
        counts.add_row(name, f"{count:,}", note)
    return Group(
        counts,
        _ranking("types", [*summary.types.items()]),
        _ranking("predicates", [(_name(graph, iri), n) for iri, n in summary.predicates]),
        _ranking("general predicates", [(_name(graph, iri), n) for iri, n in summary.generals]),
        _ranking("most connected", [(_name(graph, iri), n) for iri, n in summary.connected]),
    )


def _name(graph: Graph | None, iri: str) -> str:
    if graph is None:
        return one_line(iri.rpartition("/")[2] or iri)
    return label_of(graph, iri) if iri in graph else label_predicate(graph, iri)


def _count_lines(summary: Summary) -> list[tuple[str, int, str]]:
    standing = f"{summary.denied:,} denied, {summary.unsure:,} possible, planned or asked"
    return [
        ("documents", summary.documents, ""),
        ("entities", summary.entities, ""),
        ("concepts", summary.concepts, ""),
        ("mentions", summary.mentions, ""),
        ("claims", summary.claims, f"{standing}, {summary.attributed:,} by speakers"),
        ("statements", summary.statements, f"{summary.asserted:,} asserted"),
        ("predicates", summary.distinct, f"{summary.covering:,} have 90 % of the statements"),
        ("general", summary.general, f"{summary.spanning:,} have 90 % of the statements"),
        ("events", summary.events, ""),
    ]


def _ranking(title: str, rows: Sequence[tuple[str, int]]) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in rows:
        table.add_row(Text(f"  {name}"), f"{count:,}")
    return Group(Text(f"\n{title}", style="bold"), table) if rows else Group()
