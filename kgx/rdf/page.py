"""The relations of the vocabulary as a page to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kgx.rdf.vocabulary import read_generals, read_relations

_HEAD = """# The relations kgx knows

Written by `kgx vocabulary --to md` from `kgx/annotate/data/relations.toml`. A claim is typed by the
first relation that its words say and its ends fit; anything else keeps the text's own words, as
`rel:work-on`, and has [the general predicate](#general-predicates) that it is a kind of beside it.
Relations read from subject to object. The prefixes are those of every kgx graph; `kgx vocabulary`
writes all terms as Turtle.
"""
_GENERALS = """## General predicates

From `kgx/annotate/data/generals.toml`. A predicate coined from the text's words, such as
`rel:nurture`, is an `rdfs:subPropertyOf` one of these, as are many of the relations above, and its
statements hold under both. They read from subject to object, in the active voice. `...` stands for
any other verb with that preposition.

| predicate | meaning | said |
|---|---|---|"""
Relation = Mapping[str, Any]
_KINDS = ("symmetric", "transitive", "functional")


def vocabulary_page() -> str:
    """Every relation with its ends, its equivalents and how it is said, as Markdown.

    >>> "### kgx:spouse" in vocabulary_page()
    True
    """
    relations = read_relations()
    relations_part = [*_table(relations), "", *map(_section, relations)]
    return "\n".join([_HEAD, *relations_part, _GENERALS, *map(_general, read_generals()), ""])


def _table(relations: Iterable[Relation]) -> Iterator[str]:
    yield "| relation | from | to | equivalents |"
    yield "|---|---|---|---|"
    for r in relations:
        name = f"[{r['label']}](#kgx{r['id'].lower()})"
        yield f"| {name} | {_ends(r, 'domain')} | {_ends(r, 'range')} | {_same(r)} |"


def _general(general: Relation) -> str:
    wider = f" A kind of `kgx:{general['broader']}`." if "broader" in general else ""
    said = ", ".join(general["said"])
    return f"| `kgx:{general['id']}` | {general['comment']}{wider} | {said} |"


def _ends(relation: Relation, key: str) -> str:
    return ", ".join(relation.get(key, ())) or "any"


def _same(relation: Relation) -> str:
    prefixes = {"schema": "schema", "wikidata": "wdt"}
    return ", ".join(f"{p}:{relation[key]}" for key, p in prefixes.items() if key in relation)


def _section(relation: Relation) -> str:
    lines = [f"### kgx:{relation['id']}", "", relation["comment"], *_facts(relation), ""]
    return "\n".join(lines)


def _facts(relation: Relation) -> Iterator[str]:
    kinds = [kind for kind in _KINDS if relation.get(kind)]
    facts = {
        "Kind": ", ".join(kinds),
        "Broader": f"kgx:{relation['broader']}" if "broader" in relation else "",
        "General": f"`kgx:{relation['general']}`" if "general" in relation else "",
        "Inverse": f"kgx:{relation['inverse']}" if "inverse" in relation else "",
        "Name of the subject holds": ", ".join(relation.get("subject_words", ())),
        "Name of the object holds": ", ".join(relation.get("object_words", ())),
        "Its subject is never of": ", ".join(relation.get("no_subjects", ())),
        "Its object is never of": ", ".join(relation.get("no_objects", ())),
        "Said": "; ".join(_said(relation)),
    }
    shown = [f"- {key}: {value}" for key, value in facts.items() if value]
    yield from ([""] if shown else [])
    yield from shown


def _said(relation: Relation) -> Iterator[str]:
    """How it is said from X to Y: verbs in their lemmas, passives in brackets."""
    shapes = {
        "X {} Y": "verbs",
        "Y {} X": "reversed",
        "X [be] {} Y": "passive",
        "Y [be] {} X": "passive_reversed",
        "X {} in the year Y": "dates",
        "X, {} of Y": "nouns",
        "Y, {} of X": "nouns_reversed",
        "X has {} of Y": "measures",
        "X [be] Y {}": "adjectives",
        "X has so many {}": "counts",
    }
    for shape, key in shapes.items():
        yield from (shape.format(words) for words in relation.get(key, ()))
