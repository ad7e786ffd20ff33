"""What stands beside a name and says whose it is: "Ann Lind of Orbis", "Orbis Steel of Norway",
"the Norwegian Ann Lind"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.classes import class_of
from kgx.annotate.claims.concept_ties import claim_on_concept
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.origins import draft_seat, mark_nationality
from kgx.annotate.claims.referents import Referents, load_concept_words
from kgx.annotate.claims.relational import draft_role, role_words
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.grammar.tree import first_below
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set
from kgx.types import Claim

_BODIES = frozenset({"of", "from"})


def read_beside(context: Context, document: str) -> Iterator[Claim]:
    """Claims that no clause states, each read off a name and what is right beside it."""
    referents = context.referents
    for head, mention in list(referents.at.items()):
        if mention.form == "nominal":
            yield from _describe_body(context, document, mention)
            yield from _describe_person(context, document, mention)
            yield from _tell_class(context, document, mention)
        if mention.form != "name":
            continue
        subject, type_ = mention.entity, referents.entities[mention.entity].type
        below = _below(referents, mention)
        if below is not None:
            for one in _relate(context, mention, referents.at[below]):
                yield claim_on_concept(referents, document, one, head, below)
        elif type_ == "place":
            yield from _describe_place(context, document, mention)
        before = mention.start - 1
        if type_ == "person" and before >= 0 and _is_of_nation(referents, before, mention):
            for one in mark_nationality(context, referents.entity(subject), [before]):
                yield claim_on_concept(referents, document, one, head, before)
        adherent = referents.at.get(before) if type_ == "person" else None
        if adherent is not None and _is_adherent(context, adherent, mention):
            yield claim_on_concept(
                referents, document, belong(context, mention, adherent), head, adherent.head
            )


def _is_adherent(context: Context, word: MentionSpan, name: MentionSpan) -> bool:
    """True for a party's word for its members, right before one's name: *Republican* Ann Lind."""
    referents, parse = context.referents, context.referents.parse
    entity = referents.entities[word.entity]
    beside = parse.head[word.head] in range(name.start, name.end)
    beside = beside or parse.head[name.head] == word.head
    party = entity.type == "group" and context.is_party(entity)
    return word.form == "name" and party and beside


def _describe_body(context: Context, document: str, noun: MentionSpan) -> Iterator[Claim]:
    """ "The Oslo-based company", "the Norwegian group" of a body named elsewhere: its seat and its
    country."""
    referents = context.referents
    entity = referents.entities[noun.entity]
    if entity.type != "organization" or not entity.label[:1].isupper() or noun.end - noun.start < 2:
        return
    if "and" in referents.parse.lower[noun.start : noun.end]:
        return  # of two, each has its own country
    before = tuple(range(noun.start, noun.head))
    subject = referents.entity(noun.entity)
    seats = list(draft_seat(context, subject, before))
    for one in seats or mark_nationality(context, subject, list(before)):
        yield claim_on_concept(referents, document, one, noun.head, noun.start)


def _describe_person(context: Context, document: str, noun: MentionSpan) -> Iterator[Claim]:
    """ "The Dane", "the Danish runner" of somebody named elsewhere: whose citizen they are."""
    referents = context.referents
    entity, article = referents.entities[noun.entity], referents.parse.lower[noun.start]
    if entity.type != "person" or not entity.label[:1].isupper() or article != "the":
        return
    before = [c for c in referents.parse.children[noun.head] if noun.start < c < noun.head]
    subject = referents.entity(noun.entity)
    for one in mark_nationality(context, subject, [*before, noun.head]):
        yield claim_on_concept(referents, document, one, noun.head, noun.start)


def is_called_before(referents: Referents, noun: MentionSpan) -> bool:
    """True for the noun of "the Harbour *party*", whose name stands right before it."""
    name = referents.at.get(noun.head - 1)
    if referents.parse.lower[noun.head] not in words_in("named_bodies"):
        return False
    return name is not None and name.form == "name" and name.entity == noun.entity


def _tell_class(context: Context, document: str, noun: MentionSpan) -> Iterator[Claim]:
    """ "The Harbour party": what a body is that is named right before the noun."""
    referents = context.referents
    if referents.entities[noun.entity].type == "organization" and is_called_before(referents, noun):
        class_ = class_of(context, noun.head)
        if class_ is not None and class_.iri != noun.entity:
            one = context.typed(noun.entity, "instanceOf", class_)
            yield claim_on_concept(referents, document, one, noun.head, noun.head - 1)


def _describe_place(context: Context, document: str, name: MentionSpan) -> Iterator[Claim]:
    """ "The Norwegian island of Vest": what a place is, and whose."""
    referents, parse = context.referents, context.referents.parse
    of = name.start - 1
    if of < 1 or parse.lower[of] != "of" or parse.head[name.head] != of:
        return
    noun = parse.head[of]
    if noun != of - 1 or parse.tag[noun] != "NN" or parse.pos[noun] != "NOUN":
        return
    city = is_country(referents.entities[name.entity])
    city = city and parse.lower[noun] in read_set("nouns.toml", "city")
    if city or parse.child(noun, "compound") is not None:
        return  # "the largest city of Greece", "the capital city of Greece"
    article = parse.child(noun, "det")
    if article is not None and parse.lower[article] in ("a", "an"):
        return  # "a suburb of Lima"
    if parse.lower[noun] not in read_set("nouns.toml", "divisions"):
        return
    subject = referents.entity(name.entity)
    class_ = class_of(context, noun)
    if class_ is None or class_.iri == subject.iri:
        return
    for one in (
        context.typed(subject.iri, "instanceOf", class_),
        *mark_nationality(context, subject, [c for c in parse.children[noun] if c < noun]),
    ):
        yield claim_on_concept(referents, document, one, noun, name.head)


def _below(referents: Referents, name: MentionSpan) -> int | None:
    """The head of the name that is tied to another by "of" or "from" right after it."""
    parse, prep = referents.parse, name.end
    if prep >= len(parse) or parse.lower[prep] not in _BODIES or parse.head[prep] != name.head:
        return None
    below = parse.child(prep, "pobj")
    below = None if below is None else _called_behind(parse, below)
    found = None if below is None else referents.at.get(below)
    title = parse.lower[name.head] in load_concept_words()["person"]  # "Player of the Tournament"
    called = found is not None and (found.form == "name" or is_called_before(referents, found))
    return below if called and not title else None


def _called_behind(parse: Parse, noun: int) -> int:
    """The head of the name right behind a noun, which is called so: "the law firm *Helix*"; the
    noun itself where there is none."""
    name = parse.child(noun, "appos")
    near = name is not None and first_below(parse, name) == noun + 1
    return name if name is not None and near and parse.tag[name] == "NNP" else noun


def _relate(context: Context, name: MentionSpan, other: MentionSpan) -> Iterator[Draft]:
    """What "of" or "from" says of a name and the one after it."""
    referents = context.referents
    one, two = referents.entities[name.entity], referents.entities[other.entity]
    if one.id == two.id:
        return
    of = referents.parse.lower[name.end] == "of"
    country = of and is_country(two)
    if one.type == "person" and two.type == "place" and of:
        rules = list(_draft_ruler(context, name, other))
        yield from rules
        if country and not rules and name.end - name.start > 1:  # "Ann Lind of Peru won"
            yield context.typed(one.id, "citizenship", referents.entity(two.id))
    elif one.type == "person" and two.type == "organization":
        yield belong(context, name, other)
    elif one.type == "organization" and country:
        yield context.typed(one.id, "country", referents.entity(two.id))
    elif _is_firm(referents, name) and two.type == "place" and one.type == "organization":
        yield context.typed(one.id, "locatedIn", referents.entity(two.id))


def _is_firm(referents: Referents, name: MentionSpan) -> bool:
    """True for a name that ends as those of bodies do, with "of" right behind: Lund *Media* of."""
    last, after = referents.parse.text[name.end - 1], referents.parse.text[name.end :][:2]
    plain = after[:1] == ["of"] and after[-1][:1].isupper()
    return plain and last in read_set("name_types.toml", "organization_heads")


def _draft_ruler(context: Context, name: MentionSpan, land: MentionSpan) -> Iterator[Draft]:
    """ "President Ann Lind of Peru", "Mayor Ann Lind of Bari": what she is head of."""
    referents = context.referents
    title = name.start - 1
    if title < 0 or referents.parse.head[title] not in range(name.start, name.end):
        return
    person, country = referents.entity(name.entity), referents.entity(land.entity)
    yield from draft_role(context, person, role_words(referents, title), country)


def belong(context: Context, name: MentionSpan, body: MentionSpan) -> Draft:
    """That a person belongs to a body: to a party as a member."""
    referents = context.referents
    party = context.relations.by_id["memberOfParty"]
    label = referents.entities[body.entity].label
    member = party.names(referents.entities[name.entity].label, label)
    member = member or context.is_party(referents.entities[body.entity])
    member = member or party.names("", referents.parse.lower[body.head])  # "the Harbour party"
    relation = party.id if member else "affiliation"
    return context.typed(name.entity, relation, referents.entity(body.entity))


def _is_of_nation(referents: Referents, token: int, name: MentionSpan) -> bool:
    """True for a nationality that stands as a noun before a person's name, no part of a role."""
    parse = referents.parse
    beside = parse.head[token] in range(name.start, name.end) or parse.head[name.head] == token
    return (
        referents.label_at[token] == "NORP" and beside and nation_of(parse.text[token]) is not None
    )
