"""What someone or something is to another: "the chair of Y", "Y's unit", "a club of Y"."""

from collections.abc import Iterator

from kgx.annotate.claims.class_words import concept_words
from kgx.annotate.claims.drafts import Context, Draft, Found, find_typed
from kgx.annotate.claims.referents import End, Referents, is_person_noun, load_concept_words
from kgx.annotate.claims.role_anchors import find_anchors, is_relational
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import told_class
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_SPANNING = frozenset({"over", "across"})
_OF_OTHERS = {"": "hired", "for": "sent"}
"""Lists of ``roles.toml`` with roles that are not held for what comes after a preposition."""
_WHOSE = frozenset({"", "of", "at", "for", "by"})
"""Those after which a noun says the same as with "of"."""


def hold_roles(context: Context, subject: End, head: int) -> Iterator[Draft]:
    """ "X, the chair of Y", "Y's chair X", "Y chair X": X is chair of Y."""
    referents = context.referents
    parse = referents.parse
    if parse.pos[head] not in ("NOUN", "PROPN") or subject.iri is None:
        return
    if _is_part_played(parse, head):
        return
    told = told_class(parse, head)
    honoured = parse.below(told, "of")  # "the club's player of the year"
    if honoured is not None and parse.lemma[honoured] in read_set("roles.toml", "honoured_for"):
        return
    label = role_words(referents, told)
    for noun in dict.fromkeys((head, told)):
        for anchor, preposition in find_anchors(context, noun):
            yield from _hold(context, subject, head, label, anchor, preposition)


def _is_part_played(parse: Parse, kin: int) -> bool:
    """True for the daughter of "starred Ann Lind as his daughter Nora", who is one in a story."""
    top = parse.head[kin] if parse.dep[kin] in ("compound", "nmod") else kin
    as_ = parse.dep[top] == "pobj" and parse.lower[parse.head[top]] == "as"
    return as_ and parse.lemma[kin].lower() in read_set("roles.toml", "kin")


def hold_role_at(context: Context, subject: End, head: int, anchor: End) -> Iterator[Draft]:
    """ "Was named chair at Y": what comes after the verb's "at" says whose chair X is."""
    label = role_words(context.referents, head)
    if subject.iri is not None and label:
        yield from _hold(context, subject, head, label, anchor, "at")


def _hold(
    context: Context, subject: End, head: int, label: str, anchor: End, preposition: str
) -> Iterator[Draft]:
    """That a role is held over what comes after a preposition, or before a possessive."""
    referents = context.referents
    last = label.split()[-1] if label else ""
    if anchor.iri is None or anchor.iri == subject.iri or not label:
        return
    tied = f"{label} {preposition}" in context.relations.nouns  # "a sister city of Y"
    if anchor.type == "place" and not tied and _tells_where(context, subject, last, preposition):
        yield from place_of(context, subject, anchor)
        return
    found = find_role(context, subject, (label, last), preposition, anchor)
    another_s = _OF_OTHERS.get(preposition)
    if another_s is not None and last in read_set("roles.toml", another_s):
        found = None  # "its lawyer" has a firm of his own, an "envoy for Peru" is not Peru's
    part = _part_held(referents, head, label, preposition, anchor)
    gone = set(label.split()) & read_set("roles.toml", "past")  # "a former partner at"
    bare = (preposition, subject.type) == ("", "person")
    if found is None and bare and context.is_country(anchor):
        if _is_abroad(last, referents.entities[anchor.iri].label):
            return
        yield context.typed(subject.iri, "citizenship", anchor)  # "US film director"
    elif part:
        yield from _hold_part(context, subject, part, anchor)
    elif found is not None:
        yield context.relate(found, subject, anchor)
    elif preposition == "at" and not gone and _may_employ(context, subject, anchor):
        yield context.typed(subject.iri, "employer", anchor)
    elif preposition in _WHOSE and (preposition, anchor.type) != ("for", "place"):
        yield from _coin_role(context, subject, label, preposition, anchor)


def _is_abroad(noun: str, land: str) -> bool:
    """True for work that may be about a land that is not one's own: "Germany correspondent",
    "Germany director", but not "US director".

    Args:
        land: The name of the land.
    """
    if noun in read_set("roles.toml", "abroad"):
        return True
    return noun in read_set("roles.toml", "managing") and land.istitle()


def _may_employ(context: Context, subject: End, body: End) -> bool:
    return context.relations.by_id["employer"].fits(subject.type or "", body.type)


def _part_held(referents: Referents, head: int, label: str, preposition: str, anchor: End) -> str:
    """What a role over a part of a body is called, "chief of staff"; empty for one over it all."""
    last = label.split()[-1]
    charge = "" if preposition in ("of", "by") else _charge(referents, head, last)
    if charge:
        return f"{label} of {charge}"
    heads = last in read_set("roles.toml", "heading") and _is_over_part(referents, head, anchor)
    return label if heads else ""


def _tells_where(context: Context, subject: End, noun: str, preposition: str) -> bool:
    """True for "the district of Lund" and for "Norway's maker of engines", which is no maker of
    Norway."""
    if preposition in _SPANNING:
        return False
    said = context.relations.nouns.get(noun, ())
    type_ = subject.type or ""
    known = any(r.fits(*(("place", type_) if turned else (type_, "place"))) for r, turned in said)
    if is_place_noun(noun) and not known:
        return True
    if preposition or subject.type not in ("organization", "facility"):
        return False
    bound = known or noun in read_set("roles.toml", "bound")
    return "makes" in [relation.id for relation, _ in said] or not bound


def _charge(referents: Referents, head: int, noun: str) -> str:
    """What a role is over inside the body it is one of: "staff" in "Orbis's chief of staff"."""
    parse = referents.parse
    if not is_person_noun(noun):
        return ""  # "its album of covers"
    below = parse.below(head, "of")
    if below is None or (parse.pos[below] != "NOUN" and below not in parse.portfolios):
        return ""
    return referents.words((*concept_words(referents, below), below)).lower()


def _is_over_part(referents: Referents, head: int, body: End) -> bool:
    """True for "marketing director", who directs no firm, but not for "club director"."""
    parse = referents.parse
    before = [c for c in parse.children[head] if c < head and parse.dep[c] == "compound"]
    parts = [c for c in before if parse.tag[c] in ("NN", "NNS") and c not in referents.at]
    partial = read_set("roles.toml", "partial")
    if any(parse.lower[c] in partial for c in parse.children[head] if c < head):
        return True  # "scientific director"
    lands = [referents.entity(referents.at[c].entity) for c in before if c in referents.at]
    if any(land.type == "place" and land.iri != body.iri for land in lands):
        return True  # "Orbis's Africa director"
    return any(type_of_noun(parse.lemma[c].lower()) != body.type for c in parts)


def _hold_part(context: Context, subject: End, label: str, anchor: End) -> Iterator[Draft]:
    """A role over a part of a body is no role over the body: who holds it works there."""
    if (subject.type, anchor.type) == ("person", "organization"):
        yield context.typed(subject.iri, "employer", anchor)
    else:
        yield name_role(context, subject, label, anchor)


def _coin_role(
    context: Context, subject: End, label: str, preposition: str, anchor: End
) -> Iterator[Draft]:
    """A role that no typed relation knows, in the text's words: "sister-in-law of". A product is
    no role in a place, and only a person has one in a thing without a type."""
    noun = label.split()[-1].partition("-")[0]
    held = is_relational(noun) or is_person_noun(noun)
    if preposition != "of" and subject.type in ("product", "work") and anchor.type == "place":
        yield context.typed(subject.iri, "countryOfOrigin", anchor)
    elif anchor.type in ("concept", "other") and context.relations.by_id["position"].names(
        "", noun
    ):
        return  # "chief of staff": the office says it all
    elif anchor.type == "organization" and noun in read_set("roles.toml", "kin", "anybody"):
        return  # "their son" is no son of a firm
    elif (preposition, anchor.type, subject.type) == ("", "place", "concept") and not held:
        return  # "its enemy is the Norland lynx", which is of no land
    elif anchor.type not in ("concept", "other") or held:
        yield name_role(context, subject, label, anchor)


def name_role(context: Context, subject: End, label: str, anchor: End) -> Draft:
    """A role in the text's words."""
    noun = label.split()[-1].partition("-")[0]
    nouns = context.generals.nouns
    general = nouns.get(noun) or nouns["person" if is_person_noun(noun) else "other"]
    return context.coin(subject.iri or "", f"{label} of", anchor, general)


def draft_role(context: Context, subject: End, label: str, anchor: End) -> Iterator[Draft]:
    """The typed relation that a whole role says of two, if there is one."""
    found = find_role(context, subject, (label, label), "of", anchor)
    if found is not None:
        yield context.relate(found, subject, anchor)


def find_role(
    context: Context, subject: End, nouns: tuple[str, str], preposition: str, anchor: End
) -> Found | None:
    """The relation that a noun, whole or its last word alone, says with or without a preposition;
    none for a role that is past or still to come."""
    if set(nouns[0].split()) & read_set("roles.toml", "past", "to_come"):
        return None
    table = context.relations.nouns
    if set(nouns[0].split()) & read_set("roles.toml", "lesser"):
        nouns = (nouns[0], nouns[0])  # a vice chairman is no chairman
    keys = [f"{noun} {preposition}" for noun in nouns]
    keys += nouns if preposition in _WHOSE else ()
    every = (find_typed(context, table, key, subject, anchor) for key in keys)
    return next((found for found in every if found is not None), None)


def is_place_noun(noun: str) -> bool:
    """True for nouns whose "of a place" tells where: clubs, firms, cities, districts; a birthplace
    is of somebody."""
    return noun not in read_set("nouns.toml", "homes") and any(
        noun in read_set("nouns.toml", kind)
        for kind in ("organization", "place", "city", "region", "facility")
    )


def role_words(referents: Referents, head: int) -> str:
    """The role a noun names, with what belongs to the title ("deputy prime minister"), names,
    nationalities and determiners left out."""
    parse = referents.parse
    bodies, kept = read_set("roles.toml", "bodies"), [head]
    for c in reversed(parse.children[head]):
        if c > head or parse.dep[c] not in ("compound", "amod", "nmod"):
            continue
        plain = not referents.label_at[c] and not (
            parse.text[c][:1].isupper() and nation_of(parse.text[c]) is not None
        )
        is_organization = c in referents.at or parse.lower[c] in bodies
        if plain and not is_organization and not parse.children[c]:
            kept.append(c)
    kept.sort()
    words = [parse.lower[t] for t in kept[:-1]]
    words.append(_prefixed(parse, head) + parse.lemma[head].lower() + _hyphenated(referents, head))
    before = parse.lower[max(kept[0] - 2, 0) : kept[0]]
    if not read_set("modifiers.toml", "over").isdisjoint(before):
        words.insert(0, "former")
    idle = load_concept_words()["dropped"] - {"prime", "former", "next"}
    idle |= read_set("roles.toml", "of_holders")
    if type_of_noun(words[-1]) == "work":
        idle -= {words[-1]}  # a single
    gone = read_set("roles.toml", "gone")
    return " ".join("former" if w in gone else w for w in words if w not in idle)


def _prefixed(parse: Parse, head: int) -> str:
    """What a hyphen ties to a noun and makes another role of it: "vice-", "ex-"."""
    tied = head > 1 and parse.text[head - 1] == "-"
    other = read_set("roles.toml", "lesser", "past", "to_come")
    fellow = tied and parse.lower[head] in read_set("roles.toml", "fellows")
    other = other | {"co"} if fellow else other
    return f"{parse.lower[head - 2]}-" if tied and parse.lower[head - 2] in other else ""


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


def place_of(context: Context, subject: End, place: End) -> Iterator[Draft]:
    """ "Japan's Orbis", "the Lagos club Orbis": where an organization or a facility belongs."""
    lies = subject.type in ("organization", "facility", "place", "concept")
    if lies and place.iri is not None and subject.iri not in (None, place.iri):
        whole = context.is_country(place) and subject.type in ("organization", "place")
        yield context.typed(subject.iri, "country" if whole else "locatedIn", place)
