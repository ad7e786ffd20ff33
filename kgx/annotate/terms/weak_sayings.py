"""How properties are said that neither a relation kgx knows nor their own label tells: by words of
their comments, and by words near to those of their labels.

Such a saying counts only between things that are known to be of the classes asked for, and where no
other property between such things is said so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from spacy.language import Language

from kgx.annotate.terms.comment_sayings import read_comments, say_comment, weigh_words
from kgx.annotate.terms.label_sayings import Saying
from kgx.annotate.terms.near_words import say_near
from kgx.annotate.terms.sayings import Phrasebook, Said, Spoken
from kgx.records import changed
from kgx.types import EntityType


def add_weak_sayings(book: Phrasebook, nlp: Language) -> None:
    """Add to a phrasebook what comments and near words say of the properties that no relation says.

    Args:
        nlp: Its parser reads the comments; its vectors tell which words are near.
    """
    tables = {"noun": book.nouns, "verb": book.verbs, "passive": book.passives}
    some = {iri: spoken for iri, spoken in book.spoken.items() if _is_open(spoken)}
    found: dict[tuple[str, str], dict[str, Saying]] = defaultdict(dict)
    for iri, saying in _find_weak(some, nlp):
        found[saying.form, saying.words].setdefault(iri, saying)
    for (form, words), by_property in found.items():
        for iri, saying in by_property.items():
            spoken = book.spoken[iri]
            others = [some[other] for other in by_property if other != iri]
            others += [s for s, _ in tables[form].get(words, ()) if s.by == ""]
            if all(_is_apart(spoken, other) for other in others):
                _add(tables[form], words, changed(some[iri], by=saying.source), saying.turned)
                book.spoken[iri] = changed(spoken, sayings=(*spoken.sayings, saying))


def _is_open(spoken: Spoken) -> bool:
    """True for a property that no relation says and whose ends are known to be of some types."""
    said = any(saying.form == "relation" for saying in spoken.sayings)
    told = bool(spoken.domain) and bool(spoken.range - {"text"})
    return told and not said and len(spoken.range) < len(get_args(EntityType))


def _find_weak(some: dict[str, Spoken], nlp: Language) -> Iterator[tuple[str, Saying]]:
    docs = read_comments(nlp, {iri: spoken.property.comment for iri, spoken in some.items()})
    weights = weigh_words(docs.values())
    for iri, doc in docs.items():
        for saying in say_comment(doc, weights, some[iri].domain, some[iri].range):
            yield iri, saying
    for iri, spoken in some.items():
        for saying in spoken.sayings:
            yield from ((iri, near) for near in say_near(nlp.vocab, saying))


def _is_apart(one: Spoken, other: Spoken) -> bool:
    """True for properties that hold between things of other types."""
    return any(
        a and b and a.isdisjoint(b)
        for a, b in ((one.domain, other.domain), (one.range, other.range))
    )


def _add(table: Said, words: str, spoken: Spoken, turned: bool) -> None:
    table.setdefault(words, []).append((spoken, turned))
