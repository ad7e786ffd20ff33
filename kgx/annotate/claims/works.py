"""What the noun that describes a work says of it: "a 1946 picture book", "a reggae song"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.class_words import concept_words
from kgx.annotate.claims.concept_ties import claim_on_concept
from kgx.annotate.claims.concepts import make_concept
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End, Referents, date_type
from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.wordlists import read_set
from kgx.annotate.words.years import is_year
from kgx.types import Claim

_RUN = frozenset({"product", "work"})


def read_years(context: Context, document: str) -> Iterator[Claim]:
    """When a work came out by the year in brackets after its title: "Salt and Stone (1986)"."""
    referents, parse = context.referents, context.referents.parse
    for name in [m for m in referents.at.values() if m.form == "name"]:
        behind = name.end + 1
        titled = referents.entities[name.entity].type == "work"
        if titled and is_bracketed(parse, behind, behind + 1) and is_year(parse.text[behind]):
            year = parse.text[behind]
            end = End(None, None, year, date_type(year))
            draft = context.typed(name.entity, "publicationDate", end)
            yield claim_on_concept(referents, document, draft, name.head, behind)


def draft_work(context: Context, subject: End, part: Phrase) -> Iterator[Draft]:
    """When a work came out, and its genre."""
    referents, parse = context.referents, context.referents.parse
    years = [t for t in part.tokens if t < part.head and is_year(parse.text[t])]
    if years:
        year = parse.text[years[0]]
        yield context.typed(subject.iri, "publicationDate", End(None, None, year, date_type(year)))
    lemma, no_genres = parse.lemma[part.head].lower(), read_set("works.toml", "no_genres")
    narrowing = [
        t
        for t in concept_words(referents, part.head, plain=True)
        if not is_year(parse.text[t]) and parse.lower[t] not in no_genres
    ]
    if lemma not in read_set("nouns.toml", "work") or not narrowing:
        return
    last = narrowing[-1]
    if parse.pos[last] not in ("NOUN", "PROPN"):
        return  # "her best-known work"
    music = lemma in read_set("works.toml", "music")
    class_ = make_concept(referents, last if music else part.head, plain=True)
    yield context.typed(subject.iri, "genre", referents.entity(class_))


def draft_platform(context: Context, subject: End, noun: int) -> Iterator[Draft]:
    """What "an Atari 800 game" and "a Windows application" run on.

    Args:
        noun: What is said of the subject.
    """
    for t in find_platforms(context.referents, noun) if subject.type in _RUN else ():
        named = context.referents.at[t].entity
        yield context.typed(subject.iri, "platform", context.referents.entity(named))


def find_platforms(referents: Referents, noun: int) -> list[int]:
    """The heads of the names of products before a noun for what runs on them."""
    parse = referents.parse
    if parse.lemma[noun].lower() not in read_set("nouns.toml", "programs"):
        return []
    named = [c for c in parse.children[noun] if c < noun and c in referents.at]
    at = {c: referents.at[c] for c in named if parse.dep[c] in ("compound", "nmod")}
    of = {c: referents.entities[m.entity].type for c, m in at.items() if m.form == "name"}
    return [c for c, type_ in of.items() if type_ == "product"]
