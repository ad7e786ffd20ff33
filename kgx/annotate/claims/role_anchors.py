"""What a role is a role in: the "Y" of "the chair of Y", "Y's chair", "Y chair X"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.boards import find_governed
from kgx.annotate.claims.concepts import refer
from kgx.annotate.claims.drafts import Context
from kgx.annotate.claims.referents import End, Referents, is_person_noun, load_concept_words
from kgx.annotate.claims.wording import property_name
from kgx.annotate.claims.works import find_platforms
from kgx.annotate.clauses.owners import has_maker
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import conjuncts, phrase_words
from kgx.annotate.words.wordlists import read_set

_ANCHORS: dict[str, tuple[str, ...]] = {
    "of": (),
    "at": ("organization", "facility"),
    "for": ("organization", "place"),
    "to": ("organization",),
    "in": ("organization",),
    "by": ("person", "organization"),
    "between": ("organization",),
    "from": ("work",),
    "on": ("work",),
    "about": (),
    "over": ("place", "facility"),
    "across": ("place", "facility"),
}
"""Prepositions before what a role is a role in, with the types it may be of; empty: any."""
_OWNING = frozenset({"poss", "compound", "nmod", "amod"})
_NO_OWNERS = frozenset({"concept", "group", "language"})
_MAKERS = frozenset({"person", "organization", "work"})


def is_relational(noun: str) -> bool:
    """True for nouns that say what someone does to something: "maker of trucks"."""
    return noun.endswith(("er", "or", "ist")) and len(noun) > 4


def find_anchors(context: Context, head: int) -> Iterator[tuple[End, str]]:
    """What a role is a role in, with the preposition before it: after "of", before "'s", or as the
    name before the noun; these two have no preposition."""
    referents = context.referents
    parse = referents.parse
    for c in (*_shared_owner(parse, head), *parse.children[head], *_shared_of(parse, head)):
        if parse.lower[c] == "of" and _brings_which(parse, c):
            yield from _whose(context, head)
        elif parse.dep[c] in ("prep", "agent") and _is_anchor(context, head, c):
            yield from _after_preposition(referents, head, c)
        elif parse.tag[c] == "WP$":
            yield from _whose(context, head)
        elif c < head and parse.dep[c] in _OWNING and c in referents.at:
            end = referents.entity(referents.at[c].entity)
            if end.type not in _NO_OWNERS and not _is_no_owner(context, head, c, end):
                yield end, ""
    yield from _where(context, head)


def _after_preposition(
    referents: Referents, noun: int, preposition: int
) -> Iterator[tuple[End, str]]:
    """What a role is "of", with the preposition; what a body of a place governs, for that place."""
    parse, word = referents.parse, referents.parse.lower[preposition]
    for object_ in _objects_after(referents, preposition, noun):
        if object_ in parse.portfolios or parse.lemma[object_] in read_set("roles.toml", "origins"):
            continue  # "Minister of Trade", "a composer of Hungarian descent"
        governed = list(find_governed(referents, object_))
        yield from ((body, word) for body in governed)
        end = None if governed else refer(referents, object_, phrase_words(parse, object_))
        types = _ANCHORS[word]
        if end is not None and (not types or end.type in types):
            yield end, word


def _is_no_owner(context: Context, head: int, before: int, end: End) -> bool:
    """True for a name or a pronoun before the noun for a role that tells whence somebody is or what
    made something, and for "its" before a noun that nothing bears."""
    referents, parse = context.referents, context.referents.parse
    noun = parse.lemma[head].lower()
    borne = _is_borne(noun) or noun in context.relations.nouns
    borne = borne or property_name(parse, head) in context.relations.properties
    loose = parse.lower[before] in ("its", "their") and not borne
    branch = end.type == "place" and is_over_branch(parse, head, before)
    made = parse.dep[before] == "compound" and end.type in _MAKERS and has_maker(parse, head)
    whence = _tells_whence(context, before, noun, end)
    return loose or made or whence or branch or before in find_platforms(referents, head)


def is_over_branch(parse: Parse, role: int, place: int) -> bool:
    """True for the land of "Orbis's US president", which is where a body has a branch."""
    owner = parse.child(role, "poss")
    return owner is not None and owner < place < role


def _is_anchor(context: Context, noun: int, preposition: int) -> bool:
    """True for a preposition before what a role is a role in; "to" only where a relation says so,
    "a supplier to Orbis"."""
    parse, word = context.referents.parse, context.referents.parse.lower[preposition]
    said = f"{parse.lemma[noun].lower()} {word}" in context.relations.nouns
    return word in _ANCHORS and (word != "to" or said)


def _tells_whence(context: Context, place: int, noun: str, end: End) -> bool:
    """True for "Lima architect" and "Welsh wife", who are so of no place; for "Lima mayor" not."""
    parse, office = context.referents.parse, context.relations.by_id["position"]
    unknown = end.type == "other" and is_relational(noun)  # "Olympic diver"
    person = unknown or (end.type == "place" and is_person_noun(noun))
    if parse.dep[place] == "poss" or not person:
        return False
    said = (relation for relation, _ in context.relations.nouns.get(noun, ()))
    of_place = office.names("", noun) or any(r.fits("person", "place") for r in said)
    adjective = parse.dep[place] == "amod" and parse.tag[place] == "JJ"
    return adjective or not (of_place or context.is_country(end))


def _objects_after(referents: Referents, preposition: int, noun: int) -> Iterator[int]:
    """What stands after a preposition, with the names that "and" adds to a name; of a child each of
    the parents."""
    parse = referents.parse
    child = parse.lemma[noun].lower() in read_set("roles.toml", "children")
    for object_ in parse.children[preposition]:
        if parse.dep[object_] == "pobj":
            yield object_
            name = parse.child(object_, "appos")  # "of the painter Karl Hale and Ida"
            heads = (object_, *([] if name is None else [name]))
            if name is not None and parse.tag[object_] == "NNS":
                yield name  # "by the painters Karl Hale and Ida Berg"
            added = [(head, c) for head in heads for c in conjuncts(parse, head)[1:]]
            yield from (c for head, c in added if child or _are_alike(referents, head, c))


def _are_alike(referents: Referents, *tokens: int) -> bool:
    """True for names of things of one type."""
    found = [referents.at.get(t) for t in tokens]
    named = [m for m in found if m is not None and m.form == "name"]
    types = {referents.entities[m.entity].type for m in named}
    return len(named) == len(tokens) and len(types) == 1


def _shared_of(parse: Parse, head: int) -> list[int]:
    """The "of" after a noun coordinated with this one, where both share their article: "the capital
    and largest city | of Peru", "the founder and | chair | of Orbis"."""
    if parse.dep[head] == "conj":
        own = any(c > head and parse.dep[c] == "prep" for c in parse.children[head])
        bare = parse.child(head, "det", "poss") is None and not own
        first = parse.children[parse.head[head]] if bare else []
        return [c for c in first if c > head and parse.lower[c] == "of"]
    other = parse.child(head, "conj")
    if other is None or parse.child(head, "det") is None or parse.child(other, "det", "poss"):
        return []
    if any(c > head and parse.dep[c] == "prep" for c in parse.children[head]):
        return []
    return [c for c in parse.children[other] if parse.lower[c] == "of"]


def _shared_owner(parse: Parse, head: int) -> list[int]:
    """Whose a noun is that "and" joins to one of theirs: "*Orbis's* founder and chair"."""
    first = parse.head[head]
    owner = parse.child(first, "poss") if parse.dep[head] == "conj" else None
    bare = parse.child(head, "det", "poss") is None and parse.tag[head] == "NN"
    one = owner is not None and bare and parse.tag[first] == "NN"
    return [owner] if one and owner is not None and is_person_noun(parse.lemma[first]) else []


def _whose(context: Context, head: int) -> Iterator[tuple[End, str]]:
    """What "whose" stands for before a noun, or "of which" behind it: "the mill, whose owner, Ann
    Lind, ", "a land the capital of which is"."""
    parse = context.referents.parse
    clause = parse.head[head]
    if parse.dep[clause] == "relcl" and parse.head[clause] < head:
        end = context.refer_to(parse.head[clause])
        if end is not None and end.type not in (None, "concept", "group"):
            yield end, ""


def _brings_which(parse: Parse, preposition: int) -> bool:
    pronoun = parse.child(preposition, "pobj")
    return pronoun is not None and parse.tag[pronoun] in ("WDT", "WP")


def _where(context: Context, head: int) -> Iterator[tuple[End, str]]:
    """Whose an office is of which a clause with "where" tells: "Peru, where the leader is Lind"."""
    parse = context.referents.parse
    clause, noun = parse.head[head], parse.lemma[head].lower()
    told = parse.dep[clause] == "relcl" and parse.lemma[clause] == "be"
    own = parse.child(head, "poss") is not None or parse.below(head, "of", "at") is not None
    if (
        not told
        or own
        or not any(parse.lower[c] == "where" for c in parse.children[clause] if c < head)
    ):
        return
    end, nouns = context.refer_to(parse.head[clause]), context.relations.nouns
    said = (*nouns.get(noun, ()), *nouns.get(f"{parse.lower[head - 1]} {noun}", ()))
    if end is not None and any(turned and r.fits(end.type or "", "person") for r, turned in said):
        yield end, "of"


def _is_borne(noun: str) -> bool:
    """True for nouns that persons and bodies bear: a chair, a unit; no model, no system."""
    words = load_concept_words()
    return noun in words["person"] or noun in words["organization"] or is_relational(noun)
