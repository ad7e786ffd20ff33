"""How fast RDF is written, loaded and asked, beside plain rdflib on the same quads."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rdflib

from kgx.annotations import read_annotations, write_annotations
from kgx.iris import BASE, claim_iri, relation_iri
from kgx.query import query
from kgx.rdf.files import parse_rdf
from kgx.rdf.quads import spell_line
from kgx.rdf.sort import sort_lines, spell_quads
from kgx.rdf.stream import stream_quads, write_stream
from kgx.store import convert
from kgx.types import Annotation, Claim, Entity, Mention, Modality
from kgx.vocab import prefixes

QUERIES = {
    "what is said of one": "SELECT ?p ?o { ent:firm-7 ?p ?o }",
    "claims on one, with quotes": """
        SELECT ?c ?p ?o ?quote { ?c rdf:subject ent:firm-7 ; rdf:predicate ?p ; rdf:object ?o ;
          prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote }""",
    "denied things, by name": """
        SELECT ?who ?what { ?c kgx:polarity kgx:negative ; rdf:subject/rdfs:label ?who ;
          rdf:object/rdfs:label ?what }""",
    "claims by modality": """
        SELECT ?m (count(?c) AS ?n) { ?c a kgx:Claim ; kgx:modality ?m } GROUP BY ?m""",
    "most mentioned firms": """
        SELECT ?label ?n { ?e a kgx:Organization ; rdfs:label ?label ; kgx:mentions ?n }
        ORDER BY DESC(?n) ?label LIMIT 10""",
}
"""What people ask, by name."""

_FORMATS = {"nq": "nquads", "trig": "trig", "ttl": "turtle", "jsonld": "json-ld"}
_CLAIMS = 20
_QUADS_OF_CLAIM = 23
_MODALITIES: tuple[Modality, ...] = ("asserted", "asserted", "asserted", "planned", "possible")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, in seconds of processor time; ``plain`` is rdflib's."""

    name: str
    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """How many times as fast kgx is."""
        return self.plain / self.ours if self.ours else float("inf")


@dataclass(frozen=True, slots=True)
class Report:
    """All comparisons.

    Attributes:
        quads: How many were written.
        streaming: Seconds from annotations to N-Quads, in bounded memory.
        memory: The most memory while kgx wrote, in MB, beyond what the process had before.
        same: Whether every file, read back, held the same quads, and every answer as many rows.
    """

    quads: int
    streaming: float
    memory: float
    same: bool
    rows: tuple[Row, ...]


def measure_rdf(
    quads: int = 1_000_000, *, tell: Callable[[str], None] = lambda line: None
) -> Report:
    """Write, load and ask so many quads with kgx and with rdflib, in turn.

    Both write quads that are in their memory already. kgx loads to disk and asks there, rdflib its
    memory.

    Args:
        quads: About how many.
        tell: Gets a line when a step is done.
    """
    with TemporaryDirectory(prefix="kgx-bench-") as folder:
        return _measure(Path(folder), quads, tell)


def say_report(report: Report) -> str:
    """The figures as a table."""
    wide = max(len(row.name) for row in report.rows)
    lines = [
        f"{report.quads:,} quads; processor time in seconds",
        f"{'':<{wide}} {'kgx':>9} {'rdflib':>9} {'times':>7}",
        *(
            f"{row.name:<{wide}} {row.ours:9.3f} {row.plain:9.3f} {row.ratio:7.0f}"
            for row in report.rows
        ),
        f"annotations to nq: {report.streaming:.1f} s in {report.memory:,.0f} MB",
        f"read back the same: {'yes' if report.same else 'NO'}",
    ]
    return "\n".join(lines)


def _measure(folder: Path, quads: int, tell: Callable[[str], None]) -> Report:
    corpus = folder / "corpus.jsonl"
    write_annotations(make_corpus(quads), corpus)
    before = _memory()
    streaming, count = _time(partial(_stream, corpus, folder / "graph.nq"))
    memory = _memory() - before
    tell(f"kgx streamed {count:,} quads from annotations in {streaming:.1f} s")
    ours = _write_ours(corpus, folder, tell)
    same = _check(corpus, folder)
    tell(f"read back the same: {'yes' if same else 'NO'}")
    store = folder / "graph.db"
    ours["load"], _ = _time(partial(convert, folder / "graph.nq", store))
    tell(f"kgx loaded in {ours['load']:.1f} s")
    answers = {name: _time(partial(query, store, text)) for name, text in QUERIES.items()}
    ours |= {name: seconds for name, (seconds, _) in answers.items()}
    plain, sizes = _measure_plain(folder, tell)
    same = same and sizes == {name: len(answer) for name, (_, answer) in answers.items()}
    rows = tuple(Row(name, ours[name], seconds) for name, seconds in plain.items())
    return Report(count, streaming, memory, same, rows)


def _write_ours(corpus: Path, folder: Path, tell: Callable[[str], None]) -> dict[str, float]:
    quads = list(stream_quads(_Corpus(corpus)))
    seconds = {}
    for suffix in _FORMATS:
        write = partial(write_stream, quads, folder / f"graph.{suffix}", prefixes=prefixes())
        seconds[f"write {suffix}"], _ = _time(write)
        tell(f"kgx wrote {suffix} in {seconds[f'write {suffix}']:.1f} s")
    return seconds


def _measure_plain(
    folder: Path, tell: Callable[[str], None]
) -> tuple[dict[str, float], dict[str, int]]:
    """rdflib's seconds by what it did, and how many rows it answered by query."""
    plain = rdflib.Dataset(default_union=True)
    loading, _ = _time(partial(plain.parse, folder / "graph.nq", format="nquads"))
    tell(f"rdflib loaded in {loading:.1f} s")
    for prefix, namespace in prefixes().items():
        plain.bind(prefix, namespace)
    seconds, sizes = {}, {}
    for suffix, format in _FORMATS.items():
        write = partial(plain.serialize, folder / "plain", format=format)
        seconds[f"write {suffix}"], _ = _time(write)
        tell(f"rdflib wrote {suffix} in {seconds[f'write {suffix}']:.1f} s")
    seconds["load"] = loading
    for name, text in QUERIES.items():
        seconds[name], answer = _time(partial(_ask, plain, text))
        sizes[name] = len(answer)
        tell(f"rdflib answered {name!r} in {seconds[name]:.1f} s")
    return seconds, sizes


def _ask(plain: rdflib.Dataset, text: str) -> list[object]:
    return list(plain.query(text))


def _stream(corpus: Path, target: Path) -> int:
    return write_stream(stream_quads(_Corpus(corpus)), target, prefixes=prefixes())


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Annotations in a file, to be read more than once."""

    path: Path

    def __iter__(self) -> Iterator[Annotation]:
        return read_annotations(self.path)


def _time(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _memory() -> float:
    """The most memory the process ever had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _check(corpus: Path, folder: Path) -> bool:
    """Whether the files hold the quads of the corpus."""
    whole = _digest(map(spell_line, stream_quads(_Corpus(corpus))))
    bare = _digest(spell_line((s, p, o, "")) for s, p, o, _ in stream_quads(_Corpus(corpus)))
    found = {}
    for suffix in _FORMATS:
        quads, _ = parse_rdf(folder / f"graph.{suffix}")
        found[suffix] = _digest(spell_quads(quads))
    return found == {"nq": whole, "trig": whole, "ttl": bare, "jsonld": whole}


def _digest(lines: Iterable[str]) -> str:
    made = sha256()
    with closing(sort_lines(iter(lines))) as ordered:  # type: ignore[type-var]
        for line in ordered:
            made.update(line.encode())
    return made.hexdigest()


def make_corpus(quads: int) -> Iterator[Annotation]:
    """Annotations of made-up documents that give about so many quads, always the same."""
    documents = max(quads // (_CLAIMS * _QUADS_OF_CLAIM), 1)
    entities = max(documents, 20)
    for number in range(documents):
        yield _make_annotation(f"report-{number}", number, entities)


def _make_annotation(id_: str, number: int, entities: int) -> Annotation:
    numbers = [(number * 7 + step * step) % entities for step in range(_CLAIMS + 1)]
    named = {one: _make_entity(one) for one in numbers}
    claims = [
        _make_claim(id_, place, named[one], named[other], number + place)
        for place, (one, other) in enumerate(pairwise(numbers))
    ]
    mentions = tuple(Mention(c.start, c.start + 6, c.subject) for c in claims)
    return Annotation(
        id_,
        f"Report {number}",
        "2024-05-02",
        None,
        mentions,
        (*named.values(),),
        (),
        (),
        (*claims,),
    )


def _make_entity(number: int) -> Entity:
    type_ = "https://schema.org/Organization"
    return Entity(f"{BASE}firm-{number}", f"Firm {number}", "organization", (type_,))


def _make_claim(id_: str, place: int, one: Entity, other: Entity, seed: int) -> Claim:
    start = place * 60
    quote = f"{one.label} supplies parts to {other.label}"
    verb = relation_iri(("supply to", "buy from", "sue", "invest in")[seed % 4])
    return Claim(
        id=claim_iri(id_, one.id, verb, other.id, str(start)),
        proposition=None,
        subject=one.id,
        predicate=verb,
        predicates=(),
        object=other.id,
        value=None,
        datatype=None,
        start=start,
        end=start + len(quote),
        quote=quote,
        prefix="On Monday, ",
        suffix=f", it said \u201cin {2000 + seed % 25}\u201d.",
        polarity="negative" if seed % 17 == 0 else "positive",
        modality=_MODALITIES[seed % 5],
        confidence=0.5 + (seed % 50) / 100,
    )
