"""Drafts: binary statements on their way to claims.

Voice is normalised: "X was bought by Y" is the same edge as "Y bought X".
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from kgx.annotate.claims.concepts import called, refer
from kgx.annotate.claims.generals import Generals
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.claims.relations import KGX, Relation, Relations, Said
from kgx.annotate.claims.wording import preposition_of
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import conjuncts, is_alternative, phrase_words
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import relation_iri
from kgx.records import quick
from kgx.types import Entity

Found = tuple[Relation, bool]
"""A relation that words say, with whether they say it from its object to its subject."""


@quick
@dataclass(frozen=True, slots=True)
class Draft:
    """A binary statement on its way to a claim: ``rule`` names what made it."""

    subject: str
    predicate: str
    object: End
    rule: str
    predicates: tuple[str, ...] = ()


@dataclass(slots=True)
class Context:
    """What drafting in one doc needs at hand.

    Attributes:
        main: The IRI of the organization that the text is about, empty if there is none, and
            whether no other is spoken of half as often.
        callings: By the IRI of an entity, the words that the text calls it by.
        bases: What `base_of` found, by the head of the clause.
        countries: The IRIs that `country_entity` found, by the name of the country.
    """

    referents: Referents
    relations: Relations
    lexicon: Lexicon
    generals: Generals
    base: str
    main: tuple[str, bool]
    callings: Mapping[str, frozenset[str]]
    bases: dict[int, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)

    def coin(self, subject: str, words: str, object_: End, general: str, *also: str) -> Draft:
        """A statement in a predicate coined from words, with the general predicate that it is a
        kind of, if any, and other words that say the same."""
        predicate = relation_iri(words, self.base)
        others = (relation_iri(one, self.base) for one in also)
        wider = (KGX + general,) if general else ()
        further = tuple(iri for iri in others if iri != predicate)
        return Draft(subject, predicate, object_, "coined", (*further, *wider))

    def typed(self, subject: str | None, id_: str, object_: End) -> Draft:
        """A statement in a typed relation. The subject must be an entity."""
        relation = self.relations.by_id[id_]
        return Draft(subject or "", relation.iri, object_, id_, relation.further)

    def relate(self, found: Found, subject: End, object_: End) -> Draft:
        """A statement in a relation found for two ends, from the object if it is reversed."""
        relation, turned = found
        first, second = (object_, subject) if turned else (subject, object_)
        return self.typed(first.iri, relation.id, second)

    def name(self, end: End) -> str:
        """The name of an entity, or the words of a literal."""
        return end.value or "" if end.iri is None else self.referents.entities[end.iri].label

    def is_called(self, iri: str | None, nouns: Collection[str]) -> bool:
        """True for an entity that the text calls by one of the nouns: *the probe* Helia, *a space
        probe*, *Ann's album*."""
        if iri is None:
            return False
        made = self.referents.entities[iri].label.rpartition(" ")[2]
        return made in nouns or not self.callings.get(iri, frozenset()).isdisjoint(nouns)

    def is_country(self, end: End) -> bool:
        """True for an entity that is a country."""
        return end.iri is not None and is_country(self.referents.entities[end.iri])

    def is_party(self, entity: Entity) -> bool:
        """True for a party by its name, and for what it calls those who belong to it."""
        called = self.relations.by_id["memberOfParty"].names("", entity.label)
        own = read_set("name_contexts.toml", "adherent_words")
        return called or (entity.type == "group" and entity.label.lower() in own)

    def is_circumstance(self, preposition: str) -> bool:
        """True for a preposition, of one word or several, whose object is no party to a fact."""
        words = [w for w in preposition.split() if w not in ("the", "a", "an")]
        known = self.lexicon.circumstances
        return (
            " ".join(words) in known
            or words[-1:] == ["than"]
            or (bool(words) and words[0] in known)
        )

    def refer_to(self, head: int) -> End | None:
        """What the phrase of a head refers to."""
        return refer(self.referents, head, phrase_words(self.referents.parse, head))

    def refer(self, part: Phrase) -> End | None:
        """What an argument refers to; of alternatives ("Hale or Berg") nobody knows which."""
        end = refer(self.referents, part.head, part.tokens)
        parse = self.referents.parse
        if end is not None and end.type != "concept":
            group = conjuncts(parse, part.head)
            return None if is_alternative(parse, group) else end
        return end if end is None else called(self.referents, part.head) or end


def base_of(context: Context, clause: Clause) -> str:
    """The lemma of the verb with its particle, without a folded preposition."""
    known = context.bases.get(clause.head)
    if known is None:
        parse = context.referents.parse
        words = [parse.lemma[clause.head].lower()]
        words += [parse.lower[c] for c in parse.children[clause.head] if parse.dep[c] == "prt"]
        known = context.bases[clause.head] = " ".join(words)
    return known


def marker_of(context: Context, clause: Clause, part: Phrase) -> str:
    """The preposition of an argument, folded or not; empty for a bare one."""
    if part.marker:
        return preposition_of(context.referents, part)
    if clause.kind in ("verb", "copula") and part is clause.arguments[0]:
        base = base_of(context, clause)
        if clause.lemma != base and clause.lemma.startswith(base + " "):
            return clause.lemma[len(base) + 1 :]
    return ""


def find_typed(context: Context, table: Said, key: str, subject: End, object_: End) -> Found | None:
    """The first relation said in these words whose ends fit."""
    nouns = context.relations.nouns
    for relation, turned in table.get(key, ()):
        first, second = (object_, subject) if turned else (subject, object_)
        unknown = first.type == "other" and relation.unknown and table is not nouns
        type_ = relation.domain[0] if unknown else first.type
        if type_ is None or not relation.fits(type_, second.type):
            continue
        if not relation.counts_in(second.amount):
            continue
        if second.type == "person" and context.name(first) in read_set("nouns.toml", "any_body"):
            continue  # "she ran the business", whosever it is
        if not (
            _may_be(context, first, relation.domain) and _may_be(context, second, relation.range)
        ):
            continue
        if key in relation.plain or _are_named(context, relation, first, second):
            return relation, turned
    return None


def _are_named(context: Context, relation: Relation, first: End, second: End) -> bool:
    """True for ends that the names show to be such, or what the text calls the object: "lies on
    *the river* Ilsa"."""
    subject, object_ = context.name(first), context.name(second)
    if relation.names(subject, object_):
        return True
    called = second.type == "place" and context.is_called(second.iri, relation.object_words)
    return called and relation.names(subject, f"{object_} {relation.object_words[0]}")


def _may_be(context: Context, end: End, types: tuple[str, ...]) -> bool:
    """False for a class of persons where classes may stand and persons may not."""
    if end.type != "concept" or not types or "person" in types:
        return True
    noun = context.name(end).partition(" of ")[0].rpartition(" ")[2]
    return type_of_noun(noun) != "person" and noun not in read_set("nouns.toml", "agents")


def draft_typed(
    context: Context, table: Said, key: str, subject: End, object_: End
) -> Iterator[Draft]:
    """The statement in a typed relation, if there is one."""
    found = find_typed(context, table, key, subject, object_)
    if found is not None:
        yield context.relate(found, subject, object_)


def state(
    context: Context,
    table: Said,
    key: str,
    coined: str,
    subject: End | None,
    object_: End | None,
) -> Iterator[Draft]:
    """One statement in a typed relation where there is one, else in a coined one."""
    if subject is None or object_ is None or subject.iri is None or subject.iri == object_.iri:
        return
    found = find_typed(context, table, key, subject, object_)
    if found is None:
        yield _coin(context, key, coined, table is context.relations.passive, subject.iri, object_)
        return
    yield context.relate(found, subject, object_)


def _coin(
    context: Context, key: str, coined: str, passive: bool, subject: str, object_: End
) -> Draft:
    """A statement in the text's words, a verb folded into its near-synonym."""
    generals = context.generals
    general, folded = generals.find(key, passive), generals.fold(key, passive)
    if folded == key or not (passive or coined == key):
        return context.coin(subject, coined, object_, general)
    return context.coin(subject, folded, object_, general, coined)
