"""What things are called and what they are: "X, a Turkish firm", "the chair, X", "Y's X".

A description gives the class, the role, the country and the seat of what it describes.
"""

from collections.abc import Iterator

from kgx.annotate.claims.bare_offices import draft_bare_office
from kgx.annotate.claims.classes import NAMED_TYPES, draft_class, may_be, membership
from kgx.annotate.claims.concepts import make_concept
from kgx.annotate.claims.drafts import Context, Draft, find_typed
from kgx.annotate.claims.kin import draft_kin
from kgx.annotate.claims.measures import draft_described, with_what
from kgx.annotate.claims.national_offices import draft_national_office
from kgx.annotate.claims.origins import draft_language, draft_seat, mark_nationality
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.claims.relational import hold_roles, is_place_noun, place_of, role_words
from kgx.annotate.claims.specific import is_generic
from kgx.annotate.claims.taxa import draft_taxon
from kgx.annotate.claims.whereabouts import draft_premises
from kgx.annotate.claims.works import draft_platform, draft_work
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.names.evidence import best_place
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import XSD

_LYING = frozenset({"facility", "place", "event"})
_SEATED = _LYING | {"organization"}
_WHERE = frozenset({"in", "on"})
_BESIDE = frozenset({"employer", "memberOfParty", "militaryBranch"})
"""Relations that leave a trade to be told: "an economist at Y", "a politician for Y"."""
_INTEGER = XSD + "integer"


def clashes(subject: End, noun: str) -> bool:
    """True where a noun can't describe what it stands beside: a place is no chief executive."""
    words = load_concept_words()
    if noun in read_set("nouns.toml", "either"):
        return False
    person, body = noun in words["person"], noun in words["organization"]
    if person and not body:
        return subject.type in ("place", "facility", "product", "work", "event", "law")
    return body and not person and subject.type in ("person", "law", "language")


def draft_description(context: Context, clause: Clause) -> Iterator[Draft]:
    """The drafts of a clause that says what its subject is: its class, its role, its origin."""
    subject = context.refer(clause.subject)
    part = clause.arguments[0]
    if subject is None or subject.iri is None:
        return
    if not _is_said_of(context, clause, subject, part.head):
        return
    if clause.lemma == "age":
        years = End(None, None, context.referents.words(part.tokens), _INTEGER)
        yield context.typed(subject.iri, "age", years)
    elif clause.lemma == "be in":
        yield from _draft_inside(context, clause, subject, part)
    elif part.head == clause.subject.head:  # "the chair of Y" itself
        yield from hold_roles(context, subject, part.head)
    else:
        yield from describe(context, subject, clause.subject.head, part)
        if clause.kind == "apposition":
            yield from draft_kin(context, subject, part.head)
        if clause.kind == "role":
            yield from _works_at(context, subject, clause.subject.head)


def _is_said_of(context: Context, clause: Clause, subject: End, noun: int) -> bool:
    """False for what a noun cannot say of the subject of its clause."""
    if subject.type == "concept" and clause.lemma != "be in" and not _is_defined(context, clause):
        return False
    if clashes(subject, context.referents.parse.lemma[noun]):
        return False
    return clause.kind != "role" or not _is_deed(context, clause.subject.head, noun)


def _draft_inside(context: Context, clause: Clause, subject: End, part: Phrase) -> Iterator[Draft]:
    """ "Orbis, in Norway", "Orbis in Norway grew": where something is."""
    around = context.refer(part)
    if around is None or around.type != "place":
        return
    inside = context.referents.parse.lower[clause.head] == "in"
    if inside and subject.type in ("organization", "event"):
        yield context.typed(subject.iri, "locatedIn", around)
    else:
        yield from place_of(context, subject, around)


def _is_defined(context: Context, clause: Clause) -> bool:
    """True for a class and what it is a kind of: "lithium, a soft metal"."""
    parse, noun = context.referents.parse, clause.arguments[0].head
    bare = not any(c < clause.subject.head for c in parse.children[clause.subject.head])
    article = parse.child(noun, "det")
    kind = article is not None and parse.lower[article] in ("a", "an")
    return clause.kind == "apposition" and bare and kind and parse.tag[noun] == "NN"


def _works_at(context: Context, subject: End, name: int) -> Iterator[Draft]:
    """ "Analyst Ann Lind at Orbis": where someone with a title before the name works."""
    parse = context.referents.parse
    for prep in parse.children[name]:
        at = parse.child(prep, "pobj") if parse.lower[prep] == "at" and prep > name else None
        body = None if at is None else context.refer_to(at)
        if body is not None and (subject.type, body.type) == ("person", "organization"):
            yield context.typed(subject.iri, "employer", body)


def _is_deed(context: Context, name: int, head: int) -> bool:
    """True for what a name before it is no instance of: "A380 operations", "the Orbis purchase",
    "the Orbis hardware"; not of a noun for what one is to another before it: "owner Orbis"."""
    parse = context.referents.parse
    lemma = parse.lemma[head].lower()
    behind = name > head and lemma in context.relations.nouns
    beside = lemma in load_concept_words()["beside"] and not behind
    return beside or parse.tag[head] in ("NNS", "NNPS") or lemma in context.lexicon.nominals


def _is_class(parse: Parse, head: int) -> bool:
    """True for a name that many bear: "a World Heritage Site"."""
    det = parse.child(head, "det")
    return (
        det is not None
        and parse.lower[det] in ("a", "an")
        and type_of_noun(parse.lower[head]) is not None
    )


def describe(context: Context, subject: End, subject_head: int, part: Phrase) -> Iterator[Draft]:
    """What "X is a Y" says: the role, the class, the country."""
    if subject.type == "person":
        yield from _party(context, subject, part)
    named = _tell_who(context, subject, subject_head, part)
    if named is not None:
        yield from named
    elif context.referents.parse.lemma[part.head] in read_set("noun_ties.toml", "names"):
        return  # "under her earlier name, Ann Holm", "its French acronym, UNO"
    elif not _is_over(context.referents.parse, part):
        yield from draft_described(context, subject, part.head)
        yield from _draft_origin(context, subject, part)
        if subject.type == "work":
            yield from draft_work(context, subject, part)
        yield from draft_platform(context, subject, part.head)
        yield from _draft_roles(context, subject, subject_head, part)
    elif subject.type == "person":
        yield from hold_roles(context, subject, part.head)


def _tell_who(
    context: Context, subject: End, subject_head: int, part: Phrase
) -> list[Draft] | None:
    """What a description says by a name: "the winner was X"; None where it holds none."""
    referents = context.referents
    mention = referents.at.get(part.head)
    if subject.type == "concept" and _is_one_of(context, subject_head):
        return list(_identify(context, subject, context.refer(part)))
    if mention is not None and mention.form == "name" and mention.entity != subject.iri:
        if any(t in referents.amounts for t in part.tokens):
            return []  # "the crew was 98% Irish"
        other = referents.entity(mention.entity)
        if (subject.type, other.type) == ("person", "group"):  # "Ann Lind, a Briton"
            return list(mark_nationality(context, subject, [part.head]))
        if _is_class(referents.parse, part.head) and subject.type in NAMED_TYPES - {"person"}:
            return [context.typed(subject.iri, "instanceOf", other)]
        return list(_identify(context, subject, other))
    town = _town_called(context, part.head) if subject.type == "concept" else None
    return None if town is None else list(_identify(context, subject, town))


def _draft_roles(
    context: Context, subject: End, subject_head: int, part: Phrase
) -> Iterator[Draft]:
    """The roles, the office, and the class of what is more than a role, in a description."""
    parse, head = context.referents.parse, part.head
    anchored = list(hold_roles(context, subject, head))
    anchored = anchored or list(draft_national_office(context, subject, head))
    yield from anchored or draft_bare_office(context, subject, part)
    of = any(parse.lower[c] == "of" for c in parse.children[head])
    field = parse.field_end(head) > 0  # "minister for Women"
    whole = field or (of and parse.pos[head] == "PROPN")  # "Secretary of State"
    owner = parse.child(head, "poss")
    somebodys = owner is not None and parse.tag[owner] == "PRP$"  # "his defence minister"
    offices = list(_office(context, subject, head)) if anchored or whole or somebodys else []
    yield from offices
    works = any(one.rule in _BESIDE for one in anchored)
    works = works and not (offices and of)
    role = _tells_role(context, subject, head, anchored=bool(anchored), works=works)
    generic = subject.type != "concept" or is_generic(parse, subject_head)
    if generic and not role and not (offices and whole):
        yield from draft_class(context, subject, head)


def _town_called(context: Context, head: int) -> End | None:
    """What "the city of Basel" is called."""
    parse = context.referents.parse
    below = parse.below(head, "of")
    town = parse.lemma[head].lower() in read_set("nouns.toml", "city", "country", "region")
    found = context.refer_to(below) if town and below is not None else None
    return found if found is not None and found.type == "place" else None


def _is_over(parse: Parse, part: Phrase) -> bool:
    """True for "once the largest maker of glass" and "formerly head of Orbis"."""
    first = part.tokens[0] if part.tokens else part.head
    near = parse.lower[max(first - 1, parse.sent[first]) : first + 1]
    return not read_set("modifiers.toml", "over").isdisjoint(near)


def _draft_origin(context: Context, subject: End, part: Phrase) -> Iterator[Draft]:
    """The country, the seat and the place that a description tells of something named, and what
    group of living things it is in."""
    yield from draft_taxon(context, subject, part.head)
    if subject.type not in NAMED_TYPES:
        return
    parse = context.referents.parse
    owner = parse.child(part.head, "poss")  # "the Danish group's treasurer"
    own = -1 if owner is None else parse.right[owner]
    adjectives = [t for t in part.tokens if own < t < part.head]
    yield from mark_nationality(context, subject, adjectives)
    yield from draft_seat(context, subject, (*adjectives, part.head))
    yield from draft_language(context, subject, part.head, part.tokens)
    yield from _lies(context, subject, part.head)
    for thing in with_what(context, part.head):
        yield from draft_premises(context, subject, thing)


def _tells_role(context: Context, subject: End, head: int, *, anchored: bool, works: bool) -> bool:
    """True for a noun that is a role and no class, or is somebody's own.

    Args:
        anchored: Whether it is told what the subject is that to.
        works: Whether all that is told is where the subject works.
    """
    parse = context.referents.parse
    lemma, owner = parse.lemma[head].lower(), parse.child(head, "poss")
    owned = owner is not None
    if owner is not None and parse.tag[owner] == "NN" and _is_position(context, head):
        owned = False  # "the company's chief executive"
    if subject.type == "person":
        held = anchored and not works and lemma not in read_set("roles.toml", "scholars")
        if held or owned or parse.lemma[head] in read_set("roles.toml", "kin", "anybody"):
            return True
    if subject.type in ("concept", "other") and owned:
        return True  # "the best of it is its size"
    either = lemma in read_set("nouns.toml", "either")
    return either and (anchored or parse.child(head, "prep") is not None)  # "the owner of Y"


def _party(context: Context, subject: End, part: Phrase) -> Iterator[Draft]:
    """ "A Republican", "a Democratic senator": whose member somebody is; "the Liberal leader": whom
    somebody leads."""
    referents, relation = context.referents, context.relations.by_id["memberOfParty"]
    for t in part.tokens:
        mention = referents.at.get(t) if t <= part.head else None
        if mention is None or mention.form != "name" or mention.entity == subject.iri:
            continue
        party = referents.entities[mention.entity]
        if relation.fits("person", party.type) and context.is_party(party):
            body, role = referents.entity(party.id), role_words(referents, part.head)
            led = find_typed(context, context.relations.nouns, role, subject, body)
            heads = led is not None and led[1] and subject.type == "person"
            yield from [context.relate(led, subject, body)] if led is not None and heads else []
            yield context.typed(subject.iri, relation.id, body)


def _office(context: Context, subject: End, head: int) -> Iterator[Draft]:
    """The office with what it is an office of: "president of Norway"."""
    referents = context.referents
    office = context.relations.by_id["position"]
    if subject.type == "person" and _is_position(context, head):
        label = context.referents.entity(make_concept(referents, head))
        yield context.typed(subject.iri, office.id, label)


def _is_position(context: Context, head: int) -> bool:
    """True for a noun for an office."""
    return context.relations.by_id["position"].names("", context.referents.parse.lemma[head])


def _is_one_of(context: Context, head: int) -> bool:
    """True for "one of the mills", which the complement tells more of, not the other way round."""
    parse = context.referents.parse
    return parse.lower[head] == "one" and any(parse.lower[c] == "of" for c in parse.children[head])


def _identify(context: Context, subject: End, other: End | None) -> Iterator[Draft]:
    """ "The winner was X": X is the winner."""
    if other is None or other.iri in (None, subject.iri):
        return
    if subject.type != "concept" or subject.iri is None:
        return
    noun = context.name(subject).partition(" of ")[0].rpartition(" ")[2]
    if other.type != "concept" and noun in load_concept_words()["vague"]:
        return  # "the highest point of it is X"
    if may_be(context, other, subject):
        yield context.typed(other.iri, membership(context, other, subject), subject)


def _lies(context: Context, subject: End, noun: int) -> Iterator[Draft]:
    """ "X is a town in Norway": it lies there."""
    parse = context.referents.parse
    lies = subject.type in _LYING or is_place_noun(parse.lemma[noun].lower())
    if subject.type not in _SEATED or not lies:
        return
    for prep in parse.children[noun]:
        below = parse.child(prep, "pobj") if prep > noun and parse.lower[prep] in _WHERE else None
        for place in () if below is None else spread_out(parse, below):
            around = context.refer_to(place)
            if around is None or around.type != "place":
                around = _whole_of_part(context, place)
            if around is None or around.type != "place":
                continue
            table, on = context.relations.active, parse.lower[prep] == "on"
            found = find_typed(context, table, "be on", subject, around) if on else None
            if found is not None:
                yield context.relate(found, subject, around)
            elif not (on and _may_be_water(context, place)):
                yield from place_of(context, subject, around)


def _whole_of_part(context: Context, part: int) -> End | None:
    """What a part without a name is of: "a town in the north *of Peru*", "on the coast *of
    Sardinia*"; a coast may be a sea's, and counts where the land is known."""
    parse = context.referents.parse
    of = parse.below(part, "of")
    coast = parse.lemma[part] == "coast"
    parts = coast or parse.lemma[part] in read_set("nouns.toml", "region", "directions")
    whole = context.refer_to(of) if parts and of is not None else None
    if whole is None or not coast:
        return whole
    return whole if best_place(context.name(whole)) is not None else None


def _may_be_water(context: Context, name: int) -> bool:
    """True for a name after "the" that nothing shows to be land: "a town on *the Ilsa*"."""
    parse, (first, last) = context.referents.parse, (context.referents.parse.left[name], name)
    land = type_of_noun(parse.lower[last]) == "place" or parse.below(last, "of") is not None
    named = " ".join(parse.text[first + 1 : last + 1])
    return parse.lower[first] == "the" and not land and best_place(named) is None
