"""What a graph holds as pandas data frames; pandas comes with the extra ``notebook``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgx.errors import KgxError
from kgx.graph.build import Graph, list_evidence
from kgx.graph.generals import find_general
from kgx.graph.records import Evidence
from kgx.view.text import label_of, label_predicate

if TYPE_CHECKING:
    import pandas as pd

CLAIMS = (
    "subject",
    "predicate",
    "object",
    "general",
    "polarity",
    "modality",
    "said by",
    "time",
    "confidence",
    "quote",
    "document",
    "start",
    "end",
    "claim",
)
ENTITIES = ("label", "type", "mentions", "documents", "same as", "entity")


def frame_claims(graph: Graph) -> pd.DataFrame:
    """The claims of a graph, one a row, in the order of documents and of their text.

    Labels stand for entities and predicates; ``general`` is the general predicate that a coined one
    is a kind of, else the predicate itself; ``said by`` is empty where it is the author. ``start``
    and ``end`` are the quote's place in its document, ``[start, end)`` in code points, and
    ``claim`` is the claim's IRI.
    """
    pd = _need_pandas()
    rows = [_row_of(graph, item, target) for item, target in list_evidence(graph)]
    return pd.DataFrame(rows, columns=list(CLAIMS))


def _row_of(graph: Graph, evidence: Evidence, target: str) -> tuple[object, ...]:
    claim = evidence.claim
    return (
        label_of(graph, claim.subject),
        label_predicate(graph, claim.predicate),
        label_of(graph, target),
        label_predicate(graph, find_general(claim.predicate, [claim])),
        claim.polarity,
        claim.modality,
        label_of(graph, claim.attributed_to) if claim.attributed_to else "",
        claim.time or "",
        claim.confidence,
        claim.quote,
        evidence.document.id,
        claim.start,
        claim.end,
        claim.id,
    )


def frame_entities(graph: Graph) -> pd.DataFrame:
    """The entities of a graph, one a row, those mentioned most first.

    ``documents`` is a count, ``same as`` the first IRI in a public knowledge base.
    """
    pd = _need_pandas()
    rows = [
        (
            label_of(graph, iri),
            node["type"],
            node["mentions"],
            len(node["documents"]),
            next(iter(node["same_as"]), ""),
            iri,
        )
        for iri, node in graph.nodes(data=True)
        if node["type"] != "literal"
    ]
    rows.sort(key=lambda row: (-row[2], row[-1]))
    return pd.DataFrame(rows, columns=list(ENTITIES))


def _need_pandas() -> Any:
    try:
        import pandas
    except ModuleNotFoundError as err:
        raise KgxError("a data frame needs an extra: pip install 'kgx-extract[notebook]'") from err
    return pandas
