"""Entities and mentions from the things a document speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.names.acronyms import is_acronym
from kgx.annotate.names.adherents import members_of
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.known_names import known_products
from kgx.annotate.names.words import DESIGNATION, core_of, fold_words, is_rank, words_in
from kgx.iris import SCHEMA, digest, entity_iri, slug
from kgx.types import Entity, EntityType

_CLASSES: dict[str, tuple[str, ...]] = {
    "person": ("Person",),
    "organization": ("Organization",),
    "place": ("Place",),
    "facility": ("Place",),
    "product": ("Product",),
    "work": ("CreativeWork",),
    "event": ("Event",),
    "law": ("Legislation",),
    "language": ("Language",),
    "group": (),
    "concept": (),
    "other": ("Thing",),
}
_SCALES = frozenset({"m", "bn", "tn", "k"})
_TIGHT = frozenset(
    [
        *("'s", "’s", "’", "'", "n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'m", "’m"),
        *(",", ".", ")", "-", "–", "/", "%", "!", "?", ":", ";"),
    ]
)
_COMPLEMENT = 3
"""Tokens after "of" that a label keeps at most."""
_PLACE_CLASSES = {
    "country": ("Country", "Place"),
    "territory": ("AdministrativeArea", "Place"),
    "region": ("AdministrativeArea", "Place"),
    "city": ("City", "Place"),
    "continent": ("Continent", "Place"),
}


def make_entities(
    parse: Parse, things: Sequence[Thing], base: str, document: str
) -> tuple[dict[str, Entity], list[MentionSpan], dict[str, tuple[str, ...]]]:
    """The entities of a document by IRI, in order of appearance, their mentions in order, and the
    members of those that are several.

    A thing with a name is an entity; one without is if it is met twice, and its IRI holds a digest
    of the document's id, so that it is never taken for another document's.
    """
    kept = [t for t in things if t.names or _is_met_again(t)]
    labels = [label_of(parse, t) for t in kept]
    iris = _assign_iris(kept, labels, base, document)
    entities: dict[str, Entity] = {}
    mentions: list[MentionSpan] = []
    for thing, label, iri in zip(kept, labels, iris, strict=True):
        entities[iri] = _make_entity(thing, label, iri)
        said = (m for m in thing.mentions if m.label != "and" or parse.dep[m.head] == "cc")
        mentions += [MentionSpan(m.start, m.end, m.head, iri, m.form) for m in said]
    mentions.sort(key=lambda m: (m.start, m.end, m.entity))
    at = {t.number: iri for t, iri in zip(kept, iris, strict=True)}
    joined = {at[t.number]: tuple(at[m] for m in t.members if m in at) for t in kept if t.members}
    return entities, mentions, joined


def _is_met_again(thing: Thing) -> bool:
    spoken_of = bool(thing.called) or any(m.form == "nominal" for m in thing.mentions)
    return len(thing.mentions) > 1 and spoken_of


def _assign_iris(
    things: Sequence[Thing], labels: Sequence[str], base: str, document: str
) -> list[str]:
    """One IRI a thing; of two that would share one, the less mentioned gets its type appended, and
    where that tells too little a digest of where it is first mentioned. A country's team never
    goes by the country's IRI."""
    wanted = [
        entity_iri(label, entity_type(t), base)
        if t.names
        else f"{base}{slug(label)}-{digest(document, label, str(_first(t).start))[:6]}"
        for label, t in zip(labels, things, strict=True)
    ]
    wanted = [
        f"{iri}-{t.type}" if t.type == "organization" and t.names and _is_country(label) else iri
        for iri, label, t in zip(wanted, labels, things, strict=True)
    ]
    order = sorted(range(len(things)), key=lambda n: (-len(things[n].mentions), n))
    taken: set[str] = set()
    given = [""] * len(things)
    for n in order:
        iri = wanted[n]
        if iri in taken:
            iri = f"{iri}-{entity_type(things[n])}"
        while iri in taken:
            iri = f"{iri}-{digest(document, iri, str(_first(things[n]).start))[:6]}"
        taken.add(iri)
        given[n] = iri
    return given


def _is_country(label: str) -> bool:
    place = best_place(label)
    return place is not None and place.kind in ("country", "territory")


def _first(thing: Thing) -> Candidate:
    return min(thing.mentions, key=lambda m: (m.start, m.end))


def entity_type(thing: Thing) -> EntityType:
    """The type of the entity that a thing becomes."""
    return thing.type or "other"


def label_of(parse: Parse, thing: Thing) -> str:
    """The best name: the fullest without its legal form, as most often written; for a thing
    without a name the first phrase with an article, without that."""
    if thing.names:
        name = _best_name(thing.names)
        name = _in_singular(name) if thing.type == "product" else name
        name = name[:-1] if _ENDS_IN_NUMERAL.search(name) else name
        return name.title() if name.isupper() and _is_shouted(thing, name) else name
    if thing.called:
        return thing.called
    nominals = (m for m in thing.mentions if m.form == "nominal")
    first = min(nominals, key=lambda m: (_is_bare(parse, m), m.start))
    start = first.start
    while start < first.head and parse.pos[start] in ("DET", "PRON", "PUNCT", "SPACE"):
        start += 1
    if first.owner >= 0 and start <= first.owner < first.head:
        start = min(first.owner + 1, first.head)
        while start < first.head and parse.tag[start] in ("POS", "DT"):
            start += 1
    if parse.tag[start] == "$":  # "the £430m bypass"
        while start < first.head and (
            parse.pos[start] in ("SYM", "NUM") or parse.lower[start] in _SCALES
        ):
            start += 1
    last = first.head if parse.dep[first.head] != "cc" else first.end - 1
    return join_words(parse.text[start : _end_of_complement(parse, last) + 1])


_ENDS_IN_NUMERAL = re.compile(r" [IVX]\.$")
"""A numeral behind which a sentence ended."""


def _in_singular(name: str) -> str:
    """One of the things of a product's name that is met in the plural alone: Boeing 737s, iPads."""
    one = name.removesuffix("s")
    return one if one[-1:].isdigit() or one in known_products() else name


def _is_shouted(thing: Thing, name: str) -> bool:
    """True for a place or a person's full name, whose capitals are no acronym's."""
    if thing.type == "place":
        small = (name.title(),) in thing.names  # LUND, and Lund
        return len(name) > 5 or small or (len(name) > 3 and best_place(name.title()) is not None)
    return thing.type == "person" and " " in name


def _is_bare(parse: Parse, noun: Candidate) -> bool:
    """True for a noun without an article; what "and" joins needs none."""
    return noun.article == "bare" and noun.label != "and" and parse.pos[noun.start] != "DET"


def _end_of_complement(parse: Parse, last: int) -> int:
    """The last token of a noun with the noun after its "of", where that is short: the development
    is one thing, the development *of writing* another."""
    of = last + 1
    inner = parse.child(of, "pobj") if parse.lower[of : of + 1] == ["of"] else None
    short = inner is not None and parse.head[of] == last and inner - of <= _COMPLEMENT
    return inner if inner is not None and short and parse.tag[inner] in ("NN", "NNS") else last


def _best_name(names: Sequence[tuple[str, ...]]) -> str:
    """The fullest of the names that hold the one most often met, or that share initials with it
    where it is an acronym."""
    known = set(names)
    if len(known) == 1:
        return join_words(names[0])
    many = {members_of(fold_words(n)) for n in known}  # the Liberals, of the Liberal Party
    whole = [n for n in names if fold_words(n) not in many]
    plain = [n for n in whole if not is_rank(n) and not _is_of_other_number(n, known)]
    counts = Counter(plain or names)
    cores = {name: core_of(fold_words(name)) for name in counts}
    often = max(counts, key=lambda n: (counts[n], len(cores[n])))
    usual = set(cores[often])
    word = often[0].replace(".", "") if len(often) == 1 else ""
    letters = set(word) if word and is_acronym(word) else set()

    def rank(name: tuple[str, ...]) -> tuple[bool, int, bool, int, int]:
        initials = {w[0] for w in name if w[0].isupper()}
        fits = usual <= set(cores[name]) or (len(name) > 1 and not initials.isdisjoint(letters))
        shouted = all(w.isupper() for w in name) and len("".join(name)) > 4
        return fits, len(cores[name]), not shouted, -len(name), counts[name]

    best = max((n for n in names if n in counts), key=rank)  # the first of equals
    return join_words(best)


def _is_of_other_number(name: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    """True for F-35s beside F-35, and for Liberal beside the Liberals: a party goes by its members,
    who are many."""
    one, several = (*name[:-1], name[-1].removesuffix("s")), (*name[:-1], f"{name[-1]}s")
    members = one[-1].lower() in words_in("adherent_words")
    return several in known if members else one != name and one in known


def join_words(tokens: Iterable[str]) -> str:
    """Words as they are printed: no space before possessive endings and marks or around hyphens.

    >>> join_words(["Teachers", "’", "Union"]), join_words(["She", "Does", "n't", "Mind"])
    ('Teachers’ Union', "She Doesn't Mind")
    """
    text = ""
    for word in tokens:
        if word.isspace():
            continue
        tight = word in _TIGHT
        glued = text.endswith(("-", "–", "/", "(")) or _is_model(text, word)
        text += word if not text or tight or glued else f" {word}"
    return text


def _is_model(text: str, word: str) -> bool:
    """True for the last letter of a model's name, which the tokenizer takes for a unit: A400|M."""
    last = text.rpartition(" ")[2]
    return len(word) == 1 and word.isupper() and bool(DESIGNATION.fullmatch(last))


def _make_entity(thing: Thing, label: str, iri: str) -> Entity:
    aliases = dict.fromkeys(join_words(n) for n in thing.names)
    aliases.pop(label, None)
    type_ = entity_type(thing)
    return Entity(iri, label, type_, _classes(label, type_), tuple(aliases))


def _classes(label: str, type_: EntityType) -> tuple[str, ...]:
    names = _CLASSES[type_]
    if type_ == "place":
        place = best_place(label)
        if place is not None:
            names = _PLACE_CLASSES.get(place.kind, names)
    return tuple(SCHEMA + n for n in names)
