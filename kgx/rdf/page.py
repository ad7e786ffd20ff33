"""The relations of the vocabulary as a page to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgx.annotate.relations import Relation, load_relations

_HEAD = """# The relations kgx knows

Written by `kgx vocabulary --to md` from `kgx/annotate/data/relations.toml`. A claim is typed by the
first relation that its words say and its ends fit; anything else keeps the text's own words, as
`rel:work-on`. Relations read from subject to object. The prefixes are those of every kgx graph;
`kgx vocabulary` writes all terms as Turtle.
"""
_KINDS = ("symmetric", "transitive", "functional")


def vocabulary_page() -> str:
    """Every relation with its ends, its equivalents and how it is said, as Markdown.

    >>> "### kgx:spouse" in vocabulary_page()
    True
    """
    relations = load_relations().by_id.values()
    return "\n".join([_HEAD, *_table(relations), "", *map(_section, relations)])


def _table(relations: Iterable[Relation]) -> Iterator[str]:
    yield "| relation | from | to | equivalents |"
    yield "|---|---|---|---|"
    for r in relations:
        yield f"| [{r.label}](#kgx{r.id.lower()}) | {_ends(r.domain)} | {_ends(r.range)} | {_same(r)} |"


def _ends(types: tuple[str, ...]) -> str:
    return ", ".join(types) or "any"


def _same(relation: Relation) -> str:
    schema = [f"schema:{relation.schema}"] if relation.schema else []
    wikidata = [f"wdt:{relation.wikidata}"] if relation.wikidata else []
    return ", ".join(schema + wikidata)


def _section(relation: Relation) -> str:
    lines = [f"### kgx:{relation.id}", "", relation.comment, *_facts(relation), ""]
    return "\n".join(lines)


def _facts(relation: Relation) -> Iterator[str]:
    kinds = [kind for kind in _KINDS if getattr(relation, kind)]
    facts = {
        "Kind": ", ".join(kinds),
        "Broader": f"kgx:{relation.broader}" if relation.broader else "",
        "Inverse": f"kgx:{relation.inverse}" if relation.inverse else "",
        "Name of the subject holds": ", ".join(relation.subject_words),
        "Name of the object holds": ", ".join(relation.object_words),
        "Said": "; ".join(_said(relation)),
    }
    shown = [f"- {key}: {value}" for key, value in facts.items() if value]
    yield from ([""] if shown else [])
    yield from shown


def _said(relation: Relation) -> Iterator[str]:
    """How it is said from X to Y: verbs in their lemmas, passives in brackets."""
    shapes = {
        "X {} Y": relation.verbs,
        "Y {} X": relation.reversed,
        "X [be] {} Y": relation.passive,
        "Y [be] {} X": relation.passive_reversed,
        "X {} in the year Y": relation.dates,
        "X, {} of Y": relation.nouns,
        "Y, {} of X": relation.nouns_reversed,
    }
    for shape, said in shapes.items():
        yield from (shape.format(words) for words in said)
