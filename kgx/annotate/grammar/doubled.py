"""Two subjects or two objects that a parser gives one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.continued import part_aside
from kgx.annotate.grammar.crossings import keep_object, keep_subject
from kgx.annotate.grammar.freed import free_second
from kgx.annotate.grammar.handed import keep_first_object, name_source, part_deed
from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.joined import join_name, name_champions
from kgx.annotate.grammar.named import tie_noun
from kgx.annotate.grammar.reduced import make_finite
from kgx.annotate.grammar.retagged import make_participle, make_verb

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def repair_doubled(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    """Repair a second object or subject of one verb, and what has a subject and is no verb."""
    dep, above = parse.dep[token], parse.head[token]
    before = parse.child(above, "dobj" if dep == "dobj" else "nsubj")
    if dep == "dobj":
        make_participle(parse, lemmatize, above)
        free_second(parse, lemmatize, token)
        part_deed(parse, lemmatize, token)
        if parse.dep[above] == "acl":
            make_finite(parse, token, lemmatize)
        if parse.pos[above] == "NOUN":
            join_name(parse, token)  # "the train maker | Orbis"
        if before is not None and before < token:
            name_champions(parse, token)
            if not name_source(parse, token) and not keep_first_object(parse, before, token):
                keep_object(parse, before, token)
        return
    if dep in ("nsubj", "nsubjpass"):
        part_aside(parse, token)
        first = parse.child(above, dep)
        if first is not None and first < token < above:
            tie_noun(parse, first, token)
    if before is not None and before < token < above:
        keep_subject(parse, before, token)
    make_verb(parse, lemmatize, parse.head[token], passive=dep != "nsubj")
