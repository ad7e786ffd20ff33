"""Examples from public collections, in the vocabulary's relations.

KnowledgeNet (Mesquita et al. 2019), Re-DocRED (Tan et al. 2022) and TekGen as Text2KGBench
(Mihindukulasooriya et al. 2023) packs it. Their relations become those of the vocabulary by their
Wikidata properties; the others are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kgx.annotate.claims.relations import WIKIDATA, load_relations
from kgx.learn.examples import Example, Fact, Said, Scope, find_spans
from kgx.learn.lines import read_lines

KNOWLEDGENET: dict[str, tuple[str, bool]] = {
    "1": ("subsidiaryOf", False),
    "2": ("founder", False),
    "3": ("affiliation", False),
    "4": ("chiefExecutive", False),
    "5": ("foundingDate", False),
    "6": ("headquarters", False),
    "9": ("educatedAt", False),
    "10": ("citizenship", False),
    "11": ("residence", False),
    "12": ("birthPlace", False),
    "14": ("deathDate", False),
    "15": ("birthDate", False),
    "25": ("spouse", False),
    "34": ("child", True),
    "45": ("memberOfParty", False),
}
"""Relations by property of KnowledgeNet, each with whether its ends change places."""


def read_knowledgenet(path: Path) -> Iterator[Example]:
    """The documents of a file of KnowledgeNet: ``passages`` with ``properties`` and ``facts``."""
    for _, row in read_lines(path):
        text = row["text"]
        facts, scopes = [], []
        for passage in row["passages"]:
            read = frozenset(KNOWLEDGENET[p][0] for p in passage["properties"] if p in KNOWLEDGENET)
            scopes.append(Scope(passage["start"], passage["end"], read))
            for fact in passage["facts"]:
                relation, turned = KNOWLEDGENET[fact["property"]]
                ends = [_exact(text, fact[end]) for end in ("subject", "object")]
                if turned:
                    ends.reverse()
                facts.append(Fact(ends[0], relation, ends[1]))
        yield Example(str(row["id"]), text, tuple(facts), tuple(scopes))


def _exact(text: str, span: list[int]) -> Said:
    start, end = span
    return Said(text[start:end], ((start, end),), exact=True)


def read_redocred(folder: Path, *, everything: bool = False) -> Iterator[Example]:
    """The documents of a folder of Re-DocRED: ``input.jsonl`` and ``gold.jsonl`` in one order.

    Args:
        everything: Keep the relations that the vocabulary lacks, as Wikidata's IRIs.
    """
    names = {r.wikidata: r.id for r in load_relations().by_id.values() if r.wikidata}
    both = zip(read_lines(folder / "input.jsonl"), read_lines(folder / "gold.jsonl"), strict=True)
    for (_, document), (_, gold) in both:
        text = document["text"]
        ends = [
            Said(e["name"], tuple((start, end) for start, end in e["mentions"]))
            for e in gold["entities"]
        ]
        facts = tuple(
            Fact(ends[head], names.get(relation, WIKIDATA + relation), ends[tail])
            for head, relation, tail in gold["relations"]
            if everything or relation in names
        )
        yield Example(str(document["id"]), text, facts)


def read_tekgen(paths: Iterable[Path]) -> Iterator[Example]:
    """The training sentences of ontologies: one triple a line, others left unsaid."""
    names = {r.wikidata: r.id for r in load_relations().by_id.values() if r.wikidata}
    for path in paths:
        for _, row in read_lines(path):
            relation = names.get(row["rel"])
            if relation is not None:
                text = row["sent"]
                subject, object_ = (
                    Said(row[key], find_spans(text, row[key])) for key in ("sub_label", "obj_label")
                )
                yield Example(row["id"], text, (Fact(subject, relation, object_),), ())
