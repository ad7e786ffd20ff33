"""From clauses to binary statements between what their arguments refer to.

Each rule reads one kind of clause and yields drafts: subject, predicate, object. Voice is
normalised: "X was bought by Y" is the same edge as "Y bought X".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kgx.annotate.concepts import (
    End,
    Referents,
    is_generic,
    load_concept_words,
    make_concept,
    refer,
)
from kgx.annotate.gazetteer import nation_of
from kgx.annotate.lexicon import Lexicon
from kgx.annotate.parts import Clause, Phrase
from kgx.annotate.phrases import is_nominal, phrase_words
from kgx.annotate.relations import Relation, Relations
from kgx.annotate.wordlists import read_set
from kgx.iris import entity_iri, relation_iri
from kgx.types import Entity

_NAMED_TYPES = frozenset({"organization", "person", "product", "place", "facility", "work"})
_PAST = frozenset(
    {
        "former",
        "ex",
        "late",
        "onetime",
        "then",
        "ex-",
        "outgoing",
        "erstwhile",
        "future",
        "incoming",
        "acting",
    }
)
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_NO_POSITION = frozenset(
    {"man", "woman", "boy", "girl", "child", "person", "resident", "guest", "friend"}
)
_NAMING = frozenset({"called", "named", "dubbed", "nicknamed", "christened"})
_LOOSE = frozenset(
    {
        "under",
        "without",
        "despite",
        "than",
        "like",
        "unlike",
        "amid",
        "during",
        "as",
        "since",
        "after",
        "before",
        "per",
        "besides",
        "throughout",
    }
)
"""Prepositions whose object is a circumstance, not a party: no edge beside an object."""
_STAKES = frozenset({"share", "stake", "interest", "holding", "shareholding"})
_WEAK_OBJECTS = frozenset({"time", "manner", "topic", "cause"})


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
    """What drafting in one doc needs at hand."""

    referents: Referents
    relations: Relations
    lexicon: Lexicon
    base: str

    def coin(self, words: str) -> str:
        """The IRI of a coined predicate."""
        return relation_iri(words, self.base)

    def marker_word(self, part: Phrase) -> str:
        """The last word of an argument's own preposition."""
        return self.referents.parse.lower[part.marker[-1]] if part.marker else ""

    def refer(self, part: Phrase) -> End | None:
        """What an argument refers to."""
        return refer(self.referents, part.head, part.tokens)


def draft(context: Context, clause: Clause) -> Iterator[Draft]:
    """The binary statements of a clause."""
    if clause.kind == "verb":
        yield from _draft_verb(context, clause)
    elif clause.kind == "copula":
        yield from _draft_copula(context, clause)
    elif clause.kind in ("role", "apposition"):
        yield from _describe_with(context, clause)
    elif clause.kind == "possessive":
        yield from _draft_possessive(context, clause)
    else:
        yield from _draft_deed(context, clause)


def _typed(
    table: dict[str, list[tuple[Relation, bool]]], key: str, subject: End, object_: End
) -> tuple[Relation, bool] | None:
    """The first relation said in these words whose ends fit, with whether it is reversed."""
    for relation, turned in table.get(key, ()):
        ends = (object_, subject) if turned else (subject, object_)
        if ends[0].type is not None and relation.fits(ends[0].type, ends[1].type):
            return relation, turned
    return None


def _state(
    context: Context,
    table: dict[str, list[tuple[Relation, bool]]],
    key: str,
    coined: str,
    subject: End | None,
    object_: End | None,
) -> Iterator[Draft]:
    """One statement in a typed relation where there is one, else in a coined one."""
    if subject is None or object_ is None or subject.iri is None or subject.iri == object_.iri:
        return
    found = _typed(table, key, subject, object_)
    if found is None:
        yield Draft(subject.iri, context.coin(coined), object_, "coined")
        return
    relation, turned = found
    if turned and object_.iri is not None:
        subject, object_ = object_, subject
    if subject.iri is not None and not (turned and subject.iri is None):
        yield Draft(subject.iri, relation.iri, object_, relation.id, relation.equivalents)


# ------------------------------------------------------------------ verbs


def _base(context: Context, clause: Clause) -> str:
    """The lemma of the verb with its particle, without a folded preposition."""
    parse = context.referents.parse
    words = [parse.lemma[clause.head].lower()]
    words += [parse.lower[c] for c in parse.children[clause.head] if parse.dep[c] == "prt"]
    return " ".join(words)


def _marker(context: Context, clause: Clause, part: Phrase) -> str:
    """The preposition of an argument, folded or not; empty for a bare one."""
    parse = context.referents.parse
    if part.marker:
        return " ".join(parse.lower[t] for t in part.marker)
    if clause.kind in ("verb", "copula") and part is clause.arguments[0]:
        base = _base(context, clause)
        if clause.lemma != base and clause.lemma.startswith(base + " "):
            return clause.lemma[len(base) + 1 :]
    return ""


def _draft_verb(context: Context, clause: Clause) -> Iterator[Draft]:
    parse, relations = context.referents.parse, context.relations
    subject = context.refer(clause.subject)
    base = _base(context, clause)
    says = base == "say" or any(a.role == "topic" for a in clause.arguments)
    theme: End | None = None
    stake = ""
    for part in clause.arguments:
        if part.role in _WEAK_OBJECTS:
            continue
        marker = _marker(context, clause, part)
        if says and marker and marker not in ("to", "about", "of", "against"):
            continue
        if marker and not is_nominal(parse, part.head):
            continue
        other = context.refer(part)
        if other is None:
            continue
        if clause.passive:
            yield from _draft_passive(context, clause, base, marker, subject, part, other)
        elif not marker:
            if part.role == "complement":
                yield from _draft_complement(context, clause, base, subject, part, other)
            elif part.role == "indirect object":
                yield from _state(
                    context, relations.active, f"{base} to", f"{base} to", subject, other
                )
            else:
                theme = other
                yield from _object_place(context, base, subject, part, other)
                stake = parse.lemma[part.head] if parse.lemma[part.head] in _STAKES else ""
                yield from _state(context, relations.active, base, base, subject, other)
        elif _is_worth_edge(context, clause, part, other):
            key = f"{base} {stake} {marker}" if stake and marker == "in" else f"{base} {marker}"
            yield from _state(context, relations.active, key, key, subject, other)
            if theme is not None and theme.type not in (None, "concept") and other.type == "place":
                done = f"{_participle(context, clause.head)} {marker}"
                yield from _state(context, relations.passive, key, done, theme, other)


def _object_place(
    context: Context, base: str, subject: End | None, part: Phrase, other: End
) -> Iterator[Draft]:
    """ "Opened a plant in Bursa" opened something in Bursa, wherever the parser hangs the place."""
    parse = context.referents.parse
    if other.type != "concept":
        return
    for prep in parse.children[part.head]:
        place = parse.child(prep, "pobj") if parse.lower[prep] in ("in", "near", "at") else None
        if place is not None and place in part.tokens:
            around = refer(context.referents, place, (place,))
            if around is not None and around.type in ("place", "facility"):
                key = f"{base} {parse.lower[prep]}"
                yield from _state(context, context.relations.active, key, key, subject, around)


def _is_worth_edge(context: Context, clause: Clause, part: Phrase, other: End) -> bool:
    """A prepositional argument makes an edge where it is the verb's only object, a name or an
    amount; a class of things beside an object ("with a pen") is left to the proposition."""
    first = part is clause.arguments[0] and not part.marker
    if not first and context.marker_word(part) in _LOOSE:
        return False
    if other.iri is None and context.referents.label_at[part.head] == "MONEY":
        return True
    return (
        first
        or other.type not in (None, "concept")
        or (other.iri is None and part.role == "purpose")
    )


def _draft_passive(
    context: Context,
    clause: Clause,
    base: str,
    marker: str,
    subject: End | None,
    part: Phrase,
    other: End,
) -> Iterator[Draft]:
    relations = context.relations
    if part.role == "agent" or marker == "by":
        if other.iri is not None:
            yield from _state(context, relations.active, base, base, other, subject)
    elif not marker:
        yield from _draft_complement(
            context, clause, _participle(context, clause.head), subject, part, other
        )
    elif _is_worth_edge(context, clause, part, other):
        done = f"{_participle(context, clause.head)} {marker}"
        yield from _state(context, relations.passive, f"{base} {marker}", done, subject, other)


def _participle(context: Context, verb: int) -> str:
    """The past participle of a verb as far as the text shows it, else its lemma."""
    parse = context.referents.parse
    return parse.lower[verb] if parse.tag[verb] in ("VBN", "VBD") else parse.lemma[verb].lower()


def _draft_naming(context: Context, clause: Clause, subject: End, other: End) -> Iterator[Draft]:
    """ "A firm called Orbis": Orbis is a firm; "Orbis, known as Helix": another name."""
    mention = context.referents.at.get(clause.subject.head)
    if mention is not None and mention.form == "name":
        relation = context.relations.by_id["alsoCalled"]
        yield Draft(subject.iri or "", relation.iri, other, relation.id, relation.equivalents)
    elif other.type != "concept":
        yield from _describe(context, other, clause.arguments[0].head, clause.subject)


def _draft_complement(
    context: Context, clause: Clause, verb: str, subject: End | None, part: Phrase, other: End
) -> Iterator[Draft]:
    """ "X became chair of Y", "X was named chair of Y": the role, under the verb that gives it."""
    if subject is None or subject.iri is None:
        return
    if verb in _NAMING and other.iri is not None:
        yield from _draft_naming(context, clause, subject, other)
        return
    anchored = list(_roles(context, subject, part.head, part.tokens))
    if anchored:
        yield from anchored
    elif other.iri != subject.iri:
        yield Draft(subject.iri, context.coin(verb), other, "coined")


# ------------------------------------------------------------------ descriptions


def _draft_copula(context: Context, clause: Clause) -> Iterator[Draft]:
    parse = context.referents.parse
    subject = context.refer(clause.subject)
    if subject is None or subject.iri is None:
        return
    for part in clause.arguments:
        if part.role in _WEAK_OBJECTS:
            continue
        marker = _marker(context, clause, part)
        if marker:
            if parse.lemma[part.head] in context.lexicon.nominals:
                continue  # "is in talks with": the noun tells it
            other = context.refer(part)
            key = f"be {marker}"
            if other is not None and _is_worth_edge(context, clause, part, other):
                yield from _state(context, context.relations.active, key, key, subject, other)
        elif part.role == "complement" and is_nominal(parse, part.head):
            yield from _describe(context, subject, clause.subject.head, part)
        elif part.role == "complement":
            yield from _draft_adjective(context, subject, part.head)


def _draft_adjective(context: Context, subject: End, adjective: int) -> Iterator[Draft]:
    """ "X is responsible for Y", "X is Turkish"."""
    parse, referents = context.referents.parse, context.referents
    if parse.text[adjective][:1].isupper():
        yield from _nationality(context, subject, [adjective])
    for prep in parse.children[adjective]:
        object_ = parse.child(prep, "pobj") if parse.dep[prep] == "prep" else None
        if object_ is not None:
            other = refer(referents, object_, phrase_words(parse, object_))
            key = f"{parse.lemma[adjective].lower()} {parse.lower[prep]}"
            yield from _state(context, context.relations.active, key, key, subject, other)


def _describe_with(context: Context, clause: Clause) -> Iterator[Draft]:
    subject = context.refer(clause.subject)
    part = clause.arguments[0]
    if subject is None or subject.iri is None:
        return
    if subject.type == "concept" and clause.lemma != "be in":
        return
    if clause.lemma == "age":
        relation = context.relations.by_id["age"]
        years = End(None, None, context.referents.words(part.tokens), _INTEGER)
        yield Draft(subject.iri, relation.iri, years, "age", relation.equivalents)
    elif clause.lemma == "be in":
        around = context.refer(part)
        if around is not None and around.type == "place":
            yield from _place_of(context, subject, around)
    elif part.head == clause.subject.head:  # "the chair of Y" itself
        yield from _roles(context, subject, part.head, part.tokens)
    else:
        yield from _describe(context, subject, clause.subject.head, part)


def _describe(context: Context, subject: End, subject_head: int, part: Phrase) -> Iterator[Draft]:
    """What "X is a Y" says: the role, the class, the country."""
    referents = context.referents
    parse = referents.parse
    mention = referents.at.get(part.head)
    if mention is not None and mention.form == "name" and mention.entity != subject.iri:
        yield from _identify(context, subject, referents.entity(mention.entity))
        return
    if subject.type in _NAMED_TYPES:
        adjectives = [t for t in part.tokens if t < part.head]
        yield from _nationality(context, subject, adjectives)
        yield from _based(context, subject, part)
    anchored = list(_roles(context, subject, part.head, part.tokens))
    yield from anchored
    head = part.head
    if subject.type == "person" and (
        anchored or parse.lemma[head] in _NO_POSITION or parse.child(head, "poss") is not None
    ):
        return
    if subject.type == "concept" and not is_generic(parse, subject_head):
        return
    other = _class_of(context, head)
    if other is None or subject.iri in (None, other.iri):
        return
    id_ = {"person": "position", "concept": "kindOf"}.get(subject.type or "", "instanceOf")
    relation = context.relations.by_id[id_]
    yield Draft(subject.iri, relation.iri, other, id_, relation.equivalents)


def _class_of(context: Context, head: int) -> End | None:
    """The class that a description names, whatever its head is a mention of."""
    referents = context.referents
    parse, words = referents.parse, load_concept_words()
    below = next((c for c in parse.children[head] if parse.lower[c] == "of"), None)
    lemma = parse.lemma[head].lower()
    if lemma in words["transparent"] and below is not None:
        inner = parse.child(below, "pobj")
        return None if inner is None else _class_of(context, inner)
    if parse.pos[head] not in ("NOUN", "PROPN") or lemma in words["vague"]:
        return None
    if parse.pos[head] == "PROPN" and parse.lower[head] not in words["person"]:
        return None
    return referents.entity(make_concept(referents, head, plain=True))


def _identify(context: Context, subject: End, other: End) -> Iterator[Draft]:
    """ "The winner was X": X is the winner."""
    if subject.type == "concept" and other.iri is not None and subject.iri is not None:
        id_ = "position" if other.type == "person" else "instanceOf"
        relation = context.relations.by_id[id_]
        yield Draft(other.iri, relation.iri, subject, id_, relation.equivalents)


def _nationality(context: Context, subject: End, adjectives: list[int]) -> Iterator[Draft]:
    """ "A Turkish firm" is of Türkiye."""
    referents = context.referents
    for t in adjectives:
        if referents.parse.text[t][:1].isupper() and subject.iri is not None:
            country = country_entity(context, referents.parse.text[t])
            if country is not None and country != subject.iri:
                id_ = "countryOfOrigin" if subject.type in ("product", "work") else "country"
                relation = context.relations.by_id[id_]
                yield Draft(
                    subject.iri, relation.iri, referents.entity(country), id_, relation.equivalents
                )
                return


def country_entity(context: Context, demonym: str) -> str | None:
    """The entity of the country a nationality word names, made where the text has none."""
    place = nation_of(demonym)
    if place is None:
        return None
    entities = context.referents.entities
    for iri, entity in entities.items():
        if entity.type == "place" and (
            set(entity.same_as) & set(place.same_as) or entity.label == place.name
        ):
            return iri
    iri = entity_iri(place.name, "place", context.base)
    if iri not in entities:
        types = ("https://schema.org/Country", "https://schema.org/Place")
        entities[iri] = Entity(iri, place.name, "place", types, same_as=place.same_as)
    return iri


def _place_of(context: Context, subject: End, place: End) -> Iterator[Draft]:
    """ "Japan's Orbis", "the Lagos club Orbis": where an organization or a facility belongs."""
    if (
        subject.iri is None
        or place.iri is None
        or subject.type
        not in (
            "organization",
            "facility",
            "place",
            "concept",
        )
    ):
        return
    country = "https://schema.org/Country" in context.referents.entities[place.iri].types
    is_country = country and subject.type in ("organization", "place")
    relation = context.relations.by_id["country" if is_country else "locatedIn"]
    yield Draft(subject.iri, relation.iri, place, relation.id, relation.equivalents)


def _based(context: Context, subject: End, part: Phrase) -> Iterator[Draft]:
    """ "The Izmir-based manufacturer" has its seat in Izmir."""
    referents = context.referents
    parse = referents.parse
    if subject.type != "organization" or subject.iri is None:
        return
    for t in part.tokens:
        if parse.lower[t] in ("based", "headquartered") and t >= 2 and parse.text[t - 1] == "-":
            place = referents.at.get(t - 2)
            if place is not None and referents.entities[place.entity].type == "place":
                relation = context.relations.by_id["headquarters"]
                yield Draft(
                    subject.iri,
                    relation.iri,
                    referents.entity(place.entity),
                    "headquarters",
                    relation.equivalents,
                )


def _roles(context: Context, subject: End, head: int, tokens: tuple[int, ...]) -> Iterator[Draft]:
    """ "X, the chair of Y", "Y's chair X", "Y chair X": X is chair of Y."""
    referents = context.referents
    parse = referents.parse
    if parse.pos[head] not in ("NOUN", "PROPN") or subject.iri is None:
        return
    label = role_words(referents, head)
    last = label.split()[-1] if label else ""
    for anchor in _anchors(context, head, tokens):
        if anchor.iri is None or anchor.iri == subject.iri or not label:
            continue
        if anchor.type == "place" and _is_place_noun(last) and last not in context.relations.nouns:
            yield from _place_of(context, subject, anchor)
            continue
        past = set(label.split()) & _PAST
        found = (
            None
            if past
            else (
                _typed(context.relations.nouns, label, subject, anchor)
                or _typed(context.relations.nouns, last, subject, anchor)
            )
        )
        if found is None:
            if anchor.type != "concept" or _is_relational(last):
                yield Draft(subject.iri, context.coin(f"{label} of"), anchor, "coined")
        elif found[1]:
            yield Draft(anchor.iri, found[0].iri, subject, found[0].id, found[0].equivalents)
        else:
            further = (found[0].iri, *found[0].equivalents)
            yield Draft(subject.iri, context.coin(f"{label} of"), anchor, found[0].id, further)


def _is_place_noun(noun: str) -> bool:
    """True for nouns whose "of a place" tells where: clubs, firms, cities, districts."""
    return any(
        noun in read_set("nouns.toml", kind)
        for kind in ("organization", "place", "city", "region", "facility")
    )


def _is_relational(noun: str) -> bool:
    """True for nouns that say what someone does to something: "maker of trucks"."""
    return noun.endswith(("er", "or", "ist")) and len(noun) > 4


def role_words(referents: Referents, head: int) -> str:
    """The role a noun names, with what belongs to the title ("deputy prime minister"), names,
    nationalities and determiners left out."""
    parse = referents.parse
    kept = [head]
    for c in reversed(parse.children[head]):
        if c > head or parse.dep[c] not in ("compound", "amod", "nmod"):
            continue
        plain = not referents.label_at[c] and not (
            parse.text[c][:1].isupper() and nation_of(parse.text[c]) is not None
        )
        is_organization = c in referents.at or _organization_word(parse.lower[c])
        if plain and not is_organization and not parse.children[c]:
            kept.append(c)
    kept.sort()
    words = [parse.lower[t] for t in kept[:-1]]
    words.append(parse.lemma[head].lower() + _hyphenated(referents, head))
    if any(
        parse.lower[t] in ("formerly", "previously", "once")
        for t in (kept[0] - 1, kept[0] - 2)
        if t >= 0
    ):
        words.insert(0, "former")
    return " ".join(
        w for w in words if w not in load_concept_words()["dropped"] or w in ("prime", "former")
    )


def _hyphenated(referents: Referents, head: int) -> str:
    """What hyphens tie to the end of a noun: "-in-law"."""
    last = head
    text = referents.parse.text
    while (
        last + 2 < len(text)
        and text[last + 1] == "-"
        and referents.ends[last] == referents.starts[last + 1]
    ):
        last += 2
    return "".join(text[head + 1 : last + 1]).lower()


def _organization_word(word: str) -> bool:
    return word in (
        "company",
        "firm",
        "group",
        "bank",
        "party",
        "union",
        "club",
        "team",
        "agency",
        "government",
        "association",
    )


def _anchors(context: Context, head: int, tokens: tuple[int, ...]) -> Iterator[End]:
    """What a role is a role in: after "of", before "'s", or as the name before the noun."""
    referents = context.referents
    parse = referents.parse
    for c in parse.children[head]:
        if parse.dep[c] == "prep" and parse.lower[c] in ("of", "at", "for"):
            for object_ in parse.children[c]:
                if parse.dep[object_] == "pobj":
                    end = refer(referents, object_, phrase_words(parse, object_))
                    if end is not None and (parse.lower[c] == "of" or end.type == "organization"):
                        yield end
        elif (
            c < head and parse.dep[c] in ("poss", "compound", "nmod", "amod") and c in referents.at
        ):
            end = referents.entity(referents.at[c].entity)
            if end.type not in ("concept", "group"):
                yield end


# ------------------------------------------------------------------ possessives


def _draft_possessive(context: Context, clause: Clause) -> Iterator[Draft]:
    """ "Türkiye's KTJ-3200": only where both ends are named."""
    referents = context.referents
    owner, thing = context.refer(clause.subject), clause.arguments[0]
    if owner is None or owner.iri is None:
        return
    context.refer(thing)  # "his grandfather" becomes an entity here
    named = referents.at.get(thing.head)
    if (
        named is not None
        and named.form == "nominal"
        and referents.entities[named.entity].type == "person"
    ):
        yield from _roles(context, referents.entity(named.entity), thing.head, thing.tokens)
        return
    other = context.refer(thing)
    if other is None or other.type in (None, "concept", "person") or other.iri == owner.iri:
        return
    if named is not None and named.form != "name":
        return
    if owner.type == "place" and other.type in ("product", "work"):
        relation = context.relations.by_id["countryOfOrigin"]
        yield Draft(other.iri, relation.iri, owner, relation.id, relation.equivalents)
    elif owner.type == "place":
        yield from _place_of(context, other, owner)
    elif owner.type != "concept" and other.type not in ("place", "group"):
        yield Draft(owner.iri, context.coin("have"), other, "coined")


# ------------------------------------------------------------------ nouns that name deeds


def _draft_deed(context: Context, clause: Clause) -> Iterator[Draft]:
    parse, relations = context.referents.parse, context.relations
    subject = context.refer(clause.subject)
    verb = context.lexicon.nominals[parse.lemma[clause.head]]
    for part in clause.arguments:
        if part.role in ("time", "manner"):
            continue
        other = context.refer(part)
        marker = " ".join(parse.lower[t] for t in part.marker)
        if marker in ("", "by") or other is None:
            continue
        if part.role != "object" and other.type == "concept" and marker != "with":
            continue
        of = marker == "of"
        key = verb if of else f"{verb} {marker}"
        table = relations.passive if clause.passive else relations.active
        yield from _state(context, table, key, f"{clause.lemma} {marker}", subject, other)
