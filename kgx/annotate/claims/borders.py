"""Which places a border lies between, whatever is told of it: "the border between Peru and
Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kgx.annotate.claims.concept_ties import claim_on_concept
from kgx.annotate.claims.drafts import Context
from kgx.annotate.grammar.phrases import conjuncts
from kgx.annotate.words.wordlists import read_set
from kgx.types import Claim


def read_borders(context: Context, document: str) -> Iterator[Claim]:
    """That two places border on each other, read off a noun for the line between them."""
    referents, parse = context.referents, context.referents.parse
    for noun, lemma in enumerate(parse.lemma):
        between = parse.below(noun, "between") if parse.tag[noun] == "NN" else None
        if between is None or lemma not in read_set("noun_ties.toml", "borders"):
            continue
        sides = [context.refer_to(head) for head in conjuncts(parse, between)]
        places = [s for s in sides if s is not None and s.type == "place" and s.iri is not None]
        for one, other in combinations(places, 2) if len(sides) == len(places) == 2 else ():
            draft = context.typed(one.iri, "borders", other)
            yield claim_on_concept(referents, document, draft, noun, between)
