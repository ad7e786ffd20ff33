"""Values of properties that are named after them: a genre, a language, a type of voice.

Where a property's own name is that of the class of its objects, a noun for one of that class says
it alone, in what the text says its subject to be: "X is an Italian tenor", "a sonata for piano".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.clauses.owners import find_preposition
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.class_types import Types, accepts, type_of_label
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.fitting import fits
from kgx.annotate.terms.sayings import Phrasebook, Spoken
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_kinds import is_kind_of, is_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import entity_iri
from kgx.ontology.terms import Ontology, Property, label_words
from kgx.types import Claim, Entity, EntityType

_CONCRETE = frozenset({"person", "organization", "place", "facility", "event", "work", "group"})
_MEANT = {"instrument": "musical instrument"}
"""What a noun means as the name of a property, where it may mean more."""
_THINGS = ("person", "organization", "location", "artifact", "time", "number", "event")
_OF_NOUN = frozenset({"NOUN", "PROPN", "ADJ"})
_LEADING = ("for", "in", "of", "with")
_INTO = frozenset(
    ["prep", "pobj", "attr", "acomp", "acl", "appos", "conj", "xcomp", "advcl", "dobj", "relcl"]
)
_FURTHEST = 8
_MOST = 4
"""Words of a value, at most."""


@dataclass(frozen=True, slots=True)
class Named:
    """A property named after what it has for objects, and the nouns for that."""

    spoken: Spoken
    kinds: tuple[str, ...]
    type: EntityType = "concept"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property where it stands: tokens ``[start, stop)``."""

    named: Named
    subject: Candidate
    object: End
    start: int
    stop: int


def find_named(book: Phrasebook) -> list[Named]:
    """The properties of a phrasebook that are named after their objects."""
    found = []
    for spoken in book.spoken.values():
        kinds = tuple(_find_kinds(book.ontology, spoken.property))
        typed: EntityType = "language" if spoken.range == {"language"} else "concept"
        if kinds and accepts(spoken.range, typed):
            found.append(Named(spoken, kinds, typed))
    return [n for n in found if not any(_is_narrower(n, other) for other in found)]


def _is_narrower(one: Named, other: Named) -> bool:
    """True for a property whose name has nouns besides that of another, as "fusion genre" has
    beside "genre"."""
    words, plain = (set(label_words(n.spoken.property.labels[0]).split()) for n in (one, other))
    return words > plain and any(map(is_noun, words - plain))


def _find_kinds(ontology: Ontology, property_: Property) -> Iterator[str]:
    own = dict.fromkeys(h for label in property_.labels for h in _heads(label_words(label)))
    classes = [ontology.classes[iri] for iri in property_.range if iri in ontology.classes]
    names = [label_words(label) for class_ in classes for label in class_.labels]
    if not names and not property_.range:
        names = list(own)
    for name in names:
        heads = set(_heads(name))
        words = set(label_words(property_.labels[0]).split())
        if heads & own.keys() or heads & words:
            yield from (name, *_heads(name)) if is_noun(name) else _heads(name)


def _heads(words: str) -> Iterator[str]:
    """The noun that heads a label, in the singular: "language" of "languages spoken or written";
    of "instrumentation" also the noun that it comes from."""
    head = words.split(" of ")[0].split(" spoken")[0].rsplit(" ", 1)[-1]
    forms = (head, head.removesuffix("s"), head.removesuffix("ation"))
    yield from (
        _MEANT.get(f, f) for f in dict.fromkeys(forms) if is_noun(f) and not _is_concrete(f)
    )


def _is_concrete(noun: str) -> bool:
    """True for a noun for persons, places or other things, and for one that tells nothing."""
    type_ = type_of_label(noun)
    concrete = type_ in _CONCRETE or any(is_kind_of(noun, kind) for kind in _THINGS)
    return noun in read_set("nouns.toml", "sorts") or (type_ != "concept" and concrete)


def find_values(
    referents: Referents,
    candidates: list[Candidate],
    properties: list[Named],
    kinds: Mapping[str, Types],
) -> Iterator[Value]:
    """The values in what the sentences say their subjects to be, and those that are called by their
    class: "works in the field of botany".

    Args:
        kinds: What entities are besides their own type, by IRI.
    """
    for c in candidates:
        for named in properties if c.via > c.head and c.named and c.end.iri else ():
            if may_have(c, named, kinds):
                for head in _find_heads(referents.parse, c.via):
                    if not _may_tell(referents.parse, head, c, named):
                        continue
                    for start, stop, words in _find_nouns(referents, head, named):
                        yield Value(named, c, make_end(referents, words, named), start, stop)
    at = {c.head: c for c in candidates if c.named and c.end.iri}
    for named in properties:
        for noun, lemma in enumerate(referents.parse.lemma):
            called = _find_called(referents, noun) if lemma in named.kinds else None
            subject = None if called is None else find_subject(referents.parse, noun, at)
            if called and subject is not None and may_have(subject, named, kinds):
                start, stop = called
                words = _spell(referents, start, stop)
                if words:
                    yield Value(named, subject, make_end(referents, words, named), start, stop)


def _may_tell(parse: Parse, head: int, c: Candidate, named: Named) -> bool:
    """False for a person whose trade tells no language: "a Welsh carpenter"."""
    person = named.type == "language" and c.end.type == "person"
    return not person or parse.lemma[head].lower() in read_set("works.toml", "of_language")


def may_have(c: Candidate, named: Named, kinds: Mapping[str, Types]) -> bool:
    """True for what may be a subject of a property, whatever it is said to be."""
    domain, told = named.spoken.domain, kinds.get(c.end.iri or "", frozenset())
    return fits(c, domain, kinds) and not (told and domain and told.isdisjoint(domain))


def _find_called(referents: Referents, noun: int) -> tuple[int, int] | None:
    """What a noun for a class calls so: "the field of botany", "the botany field"; None for names
    of nations, adjectives and what is told apart by other words."""
    parse = referents.parse
    of = next((c for c in parse.children[noun] if parse.lower[c] == "of" and c == noun + 1), None)
    value = None if of is None else parse.child(of, "pobj")
    if value is not None and parse.pos[value] in ("NOUN", "PROPN"):
        first = value
        while first - 1 > noun + 1 and parse.pos[first - 1] in _OF_NOUN:
            first -= 1
        return first, value + 1
    first = noun
    while first > 0 and parse.dep[first - 1] == "compound" and parse.head[first - 1] <= noun:
        first -= 1
    return (first, noun) if first < noun else None


def find_subject(parse: Parse, noun: int, at: Mapping[int, Candidate]) -> Candidate | None:
    """What the clause around a noun is about, or the name that a phrase with it describes."""
    here = noun
    for _ in range(_FURTHEST):
        up = parse.head[here]
        if up == here or parse.dep[here] not in _INTO:
            break
        here = up
        if here in at:
            return at[here]
        if parse.pos[here] in ("VERB", "AUX"):
            subject = parse.child(here, "nsubj") or parse.child(here, "nsubjpass")
            if subject is not None and parse.tag[subject] not in ("WDT", "WP"):
                return at.get(subject)
    return None


def _find_heads(parse: Parse, via: int) -> Iterator[int]:
    """The noun that something is said to be, and those of which, for which or in which it is."""
    if parse.pos[via] == "NOUN":
        yield via
        if parse.dep[via] == "conj":  # "a tenor, painter and poet": the words end with the last
            yield from _find_conjuncts(parse, via)
    done = [c for c in parse.children[via] if parse.dep[c] == "acl" and parse.tag[c] == "VBN"]
    if parse.pos[via] == "NOUN" or parse.tag[via] == "VBN":
        for up in (via, *done):
            for word in _LEADING:
                preposition = find_preposition(parse, up, word)
                if preposition is not None and preposition > via:
                    yield from _find_governed(parse, preposition)


def _find_conjuncts(parse: Parse, noun: int) -> Iterator[int]:
    while parse.dep[noun] == "conj" and parse.pos[parse.head[noun]] == "NOUN":
        noun = parse.head[noun]
        yield noun


def _find_governed(parse: Parse, preposition: int) -> Iterator[int]:
    here = parse.child(preposition, "pobj")
    while here is not None:
        yield here
        here = parse.child(here, "conj")


def _find_nouns(referents: Referents, head: int, named: Named) -> Iterator[tuple[int, int, str]]:
    """The longest nouns of these kinds in a phrase, with the tokens they cover."""
    parse = referents.parse
    names = (m for m in referents.at.values() if m.form == "name" and m.end - m.start > 1)
    inside = {t for m in names if m.start <= head < m.end for t in range(m.start, m.end)}
    first = head
    while first > parse.sent[head] and (
        parse.pos[first - 1] in _OF_NOUN or parse.text[first - 1] == "-"
    ):
        first -= 1
    start = first
    while start <= head:
        for stop in range(min(start + 2 * _MOST, head + 1), start, -1):
            words = _spell(referents, start, stop)
            told = _is_value(words, named) or _is_of_work(parse, words, head, stop - 1, named)
            if words and told and not inside.intersection(range(start, stop)):
                yield start, stop, words
                start = stop - 1
                break
        start += 1


def _spell(referents: Referents, start: int, stop: int) -> str:
    """Words as the text has them with the last in the singular; empty for too many, and for half
    of what a hyphen joins."""
    parse = referents.parse
    around = {*parse.text[max(start - 1, 0) : start], *parse.text[stop : stop + 1]}
    said = referents.words(tuple(range(start, stop)))
    if len(said.split()) > _MOST or "-" in (*around, parse.text[start], parse.text[stop - 1]):
        return ""
    last = parse.text[stop - 1]
    plural = parse.tag[stop - 1] in ("NNS", "NNPS")
    return said.removesuffix(last) + parse.lemma[stop - 1] if plural else said


def _is_value(words: str, named: Named) -> bool:
    noun = words.lower()
    if noun in named.kinds or (nation_of(words) is not None and named.type != "language"):
        return False
    language = is_kind_of(noun, "language")
    if named.type == "language" and nation_of(words) is not None:
        return False
    if language and words[:1].isupper() and named.type != "language":
        return False  # English is a discipline, too
    return _is_genre(noun, named) or any(is_kind_of(noun, kind) for kind in named.kinds)


def _is_genre(noun: str, named: Named) -> bool:
    return "genre" in named.kinds and noun in read_set("works.toml", "genres")


def _is_of_work(parse: Parse, words: str, head: int, last: int, named: Named) -> bool:
    """True for the name of a genre before a noun for a work, and by itself: "an indie rock song",
    "a work of detective fiction"."""
    if "genre" not in named.kinds or words.lower() not in read_set("works.toml", "genre_names"):
        return False
    noun = parse.lemma[head].lower()
    return last == head or noun in named.kinds or type_of_label(noun) == "work"


def make_end(referents: Referents, words: str, named: Named) -> End:
    """A value as an entity, added to those of the doc."""
    label = words if named.type == "language" or words.isupper() else words.lower()
    iri = entity_iri(label, named.type, referents.base)
    if iri not in referents.entities:
        types = ("http://www.w3.org/2004/02/skos/core#Concept",) if named.type == "concept" else ()
        referents.entities[iri] = Entity(iri, label, named.type, types)
    return End(iri, referents.entities[iri].type)


def drop_longer(
    claims: Iterable[Claim], values: Iterable[Claim], entities: Mapping[str, Entity]
) -> Iterator[Claim]:
    """The claims without those whose object is a longer phrase around a value that another claim
    gives the same subject: "lesser known lyric poem" beside "lyric poem"."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in values:
        told[claim.subject, claim.predicate].append(entities[claim.object or ""].label)
    for claim in claims:
        label = "" if claim.object is None else entities[claim.object].label
        shorter = told.get((claim.subject, claim.predicate), ())
        if not any(s != label and f" {s} " in f" {label} " for s in shorter):
            yield claim
