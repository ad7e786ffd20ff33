"""Apply rules to a graph until nothing new follows, and write what followed, with its premises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib import PROV, RDF, Literal, URIRef
from rdflib.term import Node, Variable

from kgx.errors import QueryError, RuleError
from kgx.infer.rules import Pattern, Rule
from kgx.iris import BASE, digest
from kgx.rdf.oxigraph import from_ox, to_ox, to_quads
from kgx.rdf.vocabulary import vocabulary as read_vocabulary
from kgx.vocab import KGX, prefixes

Triple = tuple[Node, Node, Node]

_ROUNDS = 20
_SUBJECT, _PREDICATE, _OBJECT = (
    ox.NamedNode(str(term)) for term in (RDF.subject, RDF.predicate, RDF.object)
)
_MOST = 5_000_000


@dataclass(frozen=True, slots=True)
class Inference:
    """A triple that a rule infers from premises: triples that are stated or inferred before."""

    triple: Triple
    rule: str
    premises: tuple[Triple, ...]


def infer(
    store: ox.Store,
    rules: Sequence[Rule],
    *,
    vocabulary: rdflib.Graph | None = None,
    on_note: Callable[[str], None] = lambda note: None,
) -> list[Inference]:
    """What the rules infer from the default graph of a store, in order of rules and triples.

    A triple is inferred once, from the first premises found; what the store holds is not inferred.
    The store is left with what followed in its default graph.

    Args:
        vocabulary: Triples that rules may use but that are no premises, as which relations are
            symmetric.
        on_note: Told where rules go on without end: they are stopped after 20 rounds.

    Raises:
        RuleError: A rule fails, or more than 5,000,000 triples follow.
    """
    known = frozenset(vocabulary or ())
    added = [quad for quad in to_quads(vocabulary) if quad not in store] if vocabulary else []
    store.bulk_extend(added)
    found: list[Inference] = []
    fresh = True
    for _ in range(_ROUNDS):
        before = len(found)
        for rule in rules:
            found += _apply(store, rule, known)
            if len(found) > _MOST:
                raise RuleError(f"{rule.name}: more than {_MOST:,} triples follow: narrow the rule")
        fresh = len(found) > before
        if not fresh:
            break
    if fresh:
        on_note(
            f"the rules are stopped after {_ROUNDS} rounds: what they infer goes on without end"
        )
    for quad in added:
        store.remove(quad)
    return found


def _apply(store: ox.Store, rule: Rule, known: frozenset[Triple]) -> list[Inference]:
    """What one rule infers that the store does not hold; it is added."""
    new: dict[Triple, Inference] = {}
    for bound in _solve(store, rule):
        for pattern in rule.conclusions:
            triple = _fill(pattern, bound)
            if triple is None or triple in new or _holds(store, triple):
                continue
            premises = (p for p in (_fill(q, bound) for q in rule.premises) if p and p not in known)
            new[triple] = Inference(triple, rule.name, tuple(sorted(premises)))
    ordered = [new[triple] for triple in sorted(new)]
    store.bulk_extend(_to_quad(one.triple) for one in ordered)
    return ordered


def _solve(store: ox.Store, rule: Rule) -> Iterator[Mapping[str, Node]]:
    """The solutions of a rule's premises, in order."""
    try:
        answer = store.query(rule.select, prefixes=prefixes())
    except (SyntaxError, ValueError, RuntimeError, OSError) as err:
        raise RuleError(f"{rule.name}: fails: {' '.join(str(err).split())}") from err
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError(f"{rule.name}: has no solutions to infer from")
    names = [variable.value for variable in answer.variables]
    rows = sorted(answer, key=lambda solution: [str(solution[name]) for name in names])
    for solution in rows:
        values = ((name, solution[name]) for name in names)
        yield {name: from_ox(value) for name, value in values if value is not None}


def _fill(pattern: Pattern, bound: Mapping[str, Node]) -> Triple | None:
    """A pattern with its variables filled; None where one is not bound, or for no triple of RDF."""
    terms = [bound.get(str(t)) if isinstance(t, Variable) else t for t in pattern]
    subject, predicate, object_ = terms
    if not isinstance(predicate, URIRef) or subject is None or object_ is None:
        return None
    return None if isinstance(subject, Literal) else (subject, predicate, object_)


def _to_quad(triple: Triple) -> ox.Quad:
    subject, predicate, object_ = map(to_ox, triple)
    return ox.Quad(subject, predicate, object_)  # type: ignore[arg-type]


def _holds(store: ox.Store, triple: Triple) -> bool:
    return _to_quad(triple) in store


# ------------------------------------------------------------------ RDF


def draw_inferences(
    store: ox.Store,
    rules: Sequence[Rule],
    *,
    base: str = BASE,
    on_note: Callable[[str], None] = lambda note: None,
) -> tuple[rdflib.Dataset, int]:
    """What rules and the vocabulary infer from the default graph of a store, as `to_dataset` writes
    it, and how many statements that is. The arguments and errors are those of `infer`."""
    found = infer(store, rules, vocabulary=read_vocabulary(), on_note=on_note)
    return to_dataset(found, store, base=base), len(found)


def to_dataset(
    inferences: Iterable[Inference], store: ox.Store, *, base: str = BASE
) -> rdflib.Dataset:
    """Inferences as RDF: their triples, and for each a ``kgx:Inference`` with its rule and the
    claims or inferences it follows from; all in one graph, ``inferred`` below ``base``."""
    dataset = rdflib.Dataset()
    for prefix, namespace in prefixes(base).items():
        dataset.bind(prefix, namespace)
    graph = dataset.graph(URIRef(f"{base}inferred"))
    by_triple = {one.triple: one for one in inferences}
    for one in by_triple.values():
        graph.add(one.triple)
        name = _name(one.triple, base)
        subject, predicate, object_ = one.triple
        for key, value in (
            (RDF.type, KGX.Inference),
            (RDF.subject, subject),
            (RDF.predicate, predicate),
            (RDF.object, object_),
            (KGX.derivedBy, Literal(one.rule)),
        ):
            graph.add((name, key, value))
        for premise in one.premises:
            for source in _sources(premise, by_triple, store, base):
                graph.add((name, PROV.wasDerivedFrom, source))
    return dataset


def _name(triple: Triple, base: str) -> URIRef:
    return URIRef(f"{base}inference/{digest(*(term.n3() for term in triple))}")


def _sources(
    premise: Triple, inferred: Mapping[Triple, Inference], store: ox.Store, base: str
) -> Iterator[URIRef]:
    """What states a premise: the inference it is, else its claims."""
    if premise in inferred:
        yield _name(premise, base)
        return
    terms: Any = map(to_ox, premise)
    subject, predicate, object_ = terms
    default = ox.DefaultGraph()
    for quad in store.quads_for_pattern(None, _SUBJECT, subject, default):
        parts = ((_PREDICATE, predicate), (_OBJECT, object_))
        if all(ox.Quad(quad.subject, key, value) in store for key, value in parts):
            yield URIRef(str(from_ox(quad.subject)))
