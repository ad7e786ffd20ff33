"""Noun phrases as mentions of the things they refer to, and whose these are."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kgx.annotate.coreference.bodies import body_of, find_own_body, find_speakers_body
from kgx.annotate.coreference.discourse import Discourse, add_mention, add_thing
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.noun_antecedents import Found, find_noun_antecedent
from kgx.annotate.coreference.pronouns import rivals_in_clause
from kgx.annotate.coreference.roles import speaks
from kgx.annotate.coreference.same_noun import Around
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.names.evidence import best_place
from kgx.annotate.words.wordlists import read_set

_MOST_JOINED = 6  # nouns that a sentence says its subject is


def take_nominal(d: Discourse, nominal: Candidate) -> None:
    """A noun phrase: what it refers to, else a thing of its own."""
    if nominal.label in words("unique"):
        _take_unique(d, nominal)
        return
    _settle_owners(d)
    owner = d.thing_at[nominal.owner] if nominal.owner >= 0 else -1
    if _is_said_of_subject(d, nominal):
        return
    thing, why = find_thing(d, nominal, owner)
    if thing is None or holds(thing, nominal.head):
        why = "first spoken of here"
        thing = add_thing(d, nominal)
    elif thing.type == "other":
        thing.type = nominal.type or "other"
    definite = nominal.article in ("definite", "possessive") and not nominal.plural
    if not thing.names and thing.type == "person" and definite and speaks(d.parse, nominal.head):
        d.unnamed = thing
    note_owner(d, thing, nominal.head)
    add_mention(d, thing, nominal, why)


def find_thing(d: Discourse, nominal: Candidate, owner: int) -> Found:
    """The thing of before that a noun phrase refers to; only what has an article refers back. The
    first of the special answers counts, then what `find_noun_antecedent` chooses."""
    if nominal.article in ("indefinite", "bare") or _points_ahead(d, nominal):
        return None, ""
    for find, why in _SPECIAL:
        thing = find(d, nominal, owner)
        if thing is not None:
            return thing, why
    mates = _subjects_beside(d, nominal)
    things = [t for t in d.recent.values() if t.number not in mates]
    return find_noun_antecedent(nominal, _look_around(d, nominal, owner), things)


def _look_around(d: Discourse, nominal: Candidate, owner: int) -> Around:
    """What stands around a noun phrase."""
    return Around(
        owner,
        body_of(d, d.things[owner]) if owner >= 0 else -1,
        _capitals(d, nominal),
        _places_for(d, nominal),
        d.parse.dep[nominal.head] in NOUN_SUBJECTS,
        nominal.end == nominal.head + 1 or d.parse.text[nominal.head + 1] == ",",
        _is_told_apart(d, nominal.head),
        d.parse.tag[nominal.head] == "NNS",
        "own" in d.parse.lower[nominal.start : nominal.head],
    )


def _subjects_beside(d: Discourse, nominal: Candidate) -> set[int]:
    """Numbers of the subjects of the verb that a noun for a body, or a share of it, is the object
    of, which it cannot be: Orbis urged the company, Orbis owns half of the company."""
    done = _share_in(d, nominal.head)
    if nominal.type != "organization" or d.parse.dep[done] not in ("dobj", "dative"):
        return set()
    rivals = rivals_in_clause(d.parse, done)
    mates = [m for m in rivals if d.parse.dep[m] in NOUN_SUBJECTS]
    if d.parse.lemma[d.parse.head[done]] in words("hired_to"):  # Ann Lind of Orbis advised the firm
        mates += [t for m in mates for t in range(d.parse.left[m], d.parse.right[m] + 1)]
    joined = {t.number for t in d.recent.values() if t.is_joined for m in mates if holds(t, m)}
    return joined | {d.thing_at[m] for m in mates if d.thing_at[m] >= 0}


def _share_in(d: Discourse, whole: int) -> int:
    """The share in "*22%* of the company" and "a *stake* in it"; of others the noun itself."""
    parse = d.parse
    prep = parse.head[whole]
    part = parse.head[prep]
    inside = parse.dep[whole] == "pobj" and parse.lower[prep] in ("of", "in")
    shares = read_set("noun_ties.toml", "stakes", "percentages")
    return part if inside and parse.lemma[part].lower() in shares else whole


def _points_ahead(d: Discourse, nominal: Candidate) -> bool:
    """True for "those people with a boat": what follows tells who is meant, nothing before."""
    last = nominal.end - 1
    return d.parse.lower[nominal.start] == "those" and last > nominal.head


def _find_reported(d: Discourse, nominal: Candidate, owner: int) -> Thing | None:
    """The body that a clause is about, of which a noun at its end says who says so: "Orbis will
    close the mill, *the company* said"."""
    parse, verb = d.parse, d.parse.head[nominal.head]
    bare = not (nominal.modifiers or nominal.complement or nominal.plural)
    if nominal.label not in words("general") or not bare:
        return None
    clause = parse.child(verb, "ccomp") if speaks(parse, nominal.head) else None
    subject = None if clause is None else parse.child(clause, *NOUN_SUBJECTS)
    if clause is None or clause > nominal.start or subject is None or d.thing_at[subject] < 0:
        return None
    thing = d.things[d.thing_at[subject]]
    fits = nominal.type == "organization" and thing.type in (nominal.type, "other")
    return thing if fits and thing.names and not thing.plural else None


def _is_told_apart(d: Discourse, noun: int) -> bool:
    """True for "the people who eat there": a clause without a comma tells which are meant."""
    parse = d.parse
    return any(
        parse.dep[c] == "relcl" and parse.text[parse.left[c] - 1] != ","
        for c in parse.children[noun]
        if c > noun
    )


def _find_kin(d: Discourse, nominal: Candidate, owner: int) -> Thing | None:
    """The one person of whom the owner was said to be kin: "Ann's parents ... their child"; the
    two whose child was spoken of: "their son Bo ... the parents"."""
    if nominal.plural and nominal.label in words("elders") and not nominal.modifiers:
        return _find_parents(d, owner)
    if owner < 0 or nominal.plural or nominal.modifiers:
        return None
    kin = d.things[owner]
    pairs = [(words("elders"), words("offspring")), (words("spouses"), words("spouses"))]
    met = any(
        nominal.label in one and not kin.nouns.isdisjoint(other)
        for pair in pairs
        for one, other in (pair, pair[::-1])
    )
    if not met:
        return None
    people = [
        t
        for t in (d.things[n] for n in sorted(kin.owners))
        if t.type == "person" and not t.plural and t.mentions
    ]
    fits = len(people) == 1 and not {people[0].gender, nominal.gender} >= {"m", "f"}
    return people[0] if fits else None


def _find_parents(d: Discourse, owner: int) -> Thing | None:
    """The two, joined by "and", whose child the owner or, without one, somebody in mind is."""
    return parents_of(d, d.recent.values() if owner < 0 else [d.things[owner]])


def parents_of(d: Discourse, children: Iterable[Thing]) -> Thing | None:
    """The two, joined by "and", whose child one of these is said to be."""
    pairs = {
        n
        for child in children
        if not child.nouns.isdisjoint(words("offspring"))
        for n in child.owners
        if d.things[n].is_joined and d.things[n].type == "person"
    }
    return d.things[pairs.pop()] if len(pairs) == 1 else None


def _take_unique(d: Discourse, nominal: Candidate) -> None:
    """What there is one of, "the world", which no pronoun is taken to refer to."""
    plain = nominal.article == "definite" and not nominal.modifiers and not nominal.complement
    if not plain or nominal.plural:
        return
    thing = d.unique.get(nominal.label)
    if thing is None:
        thing = d.unique[nominal.label] = add_thing(d, nominal)
    thing.add(nominal, 0.0)
    d.thing_at[nominal.head] = thing.number
    d.why[nominal.head] = "there is one of it"


def note_owner(d: Discourse, thing: Thing, noun: int) -> None:
    """Keep whose a noun says a thing is: "*her* death", "the death of *the child*"; who follows
    "of" is known only later."""
    parse = d.parse
    owner = parse.child(noun, "poss")
    owner = parse.below(noun, "of") if owner is None else owner
    if owner is not None:
        d.owned.append((thing, owner))


def _settle_owners(d: Discourse) -> None:
    for thing, token in d.owned:
        owner = d.thing_at[token]
        if owner >= 0:
            thing.owners.add(owner)
            thing.owners.update(joined_in(d, d.things[owner]))
    d.owned.clear()


def joined_in(d: Discourse, thing: Thing) -> list[int]:
    """Numbers of the things that "and" joins in one."""
    if thing.members or not thing.is_joined:
        return list(thing.members)
    joined = thing.mentions[0]
    first = d.parse.head[joined.head]
    heads = [t for t in range(joined.start, joined.end) if t == first or d.parse.dep[t] == "conj"]
    return [d.thing_at[t] for t in heads if d.thing_at[t] >= 0]


def _capitals(d: Discourse, nominal: Candidate) -> frozenset[str]:
    """The modifiers that are written with a capital, in lower case."""
    people = nominal.label == "person" and d.parse.lower[nominal.head] != "person"  # the Norwegian
    inside = range(nominal.start + 1, nominal.head + people)
    return frozenset(d.parse.lower[i] for i in inside if d.parse.text[i][:1].isupper())


def _is_said_of_subject(d: Discourse, nominal: Candidate) -> bool:
    """True for what a sentence says its subject is ("It is the largest town"); kept as a
    description of the subject, unless denied."""
    said = _first_joined(d, nominal)
    verb = d.parse.head[said]
    subject = _known_as(d, nominal)
    if subject is None and d.parse.dep[said] != "attr":
        return False
    known = subject is not None
    subject = subject if known else d.parse.child(verb, "nsubj")
    if subject is None or d.thing_at[subject] < 0:
        return False
    thing = d.things[d.thing_at[subject]]
    denied = any(d.parse.dep[c] == "neg" for c in d.parse.children[verb])
    holds = (known or d.parse.lemma[verb] == "be") and not denied
    if holds and thing.type == nominal.type and thing.plural == nominal.plural:
        thing.nouns.add(nominal.label)
        thing.words |= nominal.modifiers
        thing.gender = thing.gender or nominal.gender
    return True


def _first_joined(d: Discourse, nominal: Candidate) -> int:
    """The head of the first of what "and" joins a noun phrase to: "is an *actor* and singer"."""
    head, steps = nominal.head, 0
    while d.parse.dep[head] == "conj" and nominal.article != "definite" and steps < _MOST_JOINED:
        head, steps = d.parse.head[head], steps + 1
    return head


def _known_as(d: Discourse, nominal: Candidate) -> int | None:
    """What is said to be registered or known *as* something, or who serves *as* something."""
    parse = d.parse
    as_ = parse.head[nominal.head]
    if parse.lower[as_] != "as" or parse.dep[as_] != "prep" or nominal.type is None:
        return None
    verb = parse.head[as_]
    if nominal.article in ("indefinite", "definite") and parse.lemma[verb] in words("serving"):
        above = parse.head[verb] if parse.dep[verb] in ("xcomp", "conj", "advcl") else verb
        subject = parse.child(verb, "nsubj")
        return parse.child(above, "nsubj", "nsubjpass") if subject is None else subject
    if nominal.article != "indefinite" or parse.pos[verb] != "VERB":
        return None
    return parse.child(verb, "nsubjpass")


def _places_for(d: Discourse, nominal: Candidate) -> frozenset[int]:
    """Numbers of the recent places, alone or joined by "and", that a noun such as "city" or
    "country" can mean."""
    if nominal.type != "place":
        return frozenset()
    places = [t for t in d.recent.values() if t.type == "place"]
    return frozenset(t.number for t in places if _is_place_for(d, nominal, t))


def _is_place_for(d: Discourse, nominal: Candidate, thing: Thing) -> bool:
    """True for a named place that a noun can mean, and for what "and" joins if no member of it is
    known for a place of another kind."""
    if thing.is_joined:
        members = [d.things[n] for n in joined_in(d, thing)]
        return all(_kind_of(t) is None or _is_place_for(d, nominal, t) for t in members)
    kind = _kind_of(thing)
    cities = read_set("nouns.toml", "city")
    if nominal.label in cities:
        fits = kind == "city" or (kind is None and bool(thing.nouns & cities))
    elif nominal.label in read_set("nouns.toml", "country") - {"state"}:
        fits = kind in ("country", "territory")
    else:
        fits = kind in ("region", "territory") or nominal.label in thing.nouns
    return fits and bool(thing.names)


def _kind_of(thing: Thing) -> str | None:
    """What the gazetteer says that a named place is."""
    place = best_place(" ".join(thing.names[0])) if thing.names else None
    return None if place is None else place.kind


def holds(thing: Thing, token: int) -> bool:
    """True if the last mention of a thing has the token inside: a phrase never refers to what it
    is part of."""
    last = thing.mentions[-1] if thing.mentions else None
    return last is not None and last.start <= token < last.end


def _find_own_body(d: Discourse, nominal: Candidate, owner: int) -> Thing | None:
    return find_own_body(d, nominal, owner) if nominal.article == "possessive" else None


def _find_speakers_body(d: Discourse, nominal: Candidate, owner: int) -> Thing | None:
    return find_speakers_body(d, nominal)


_SPECIAL: tuple[tuple[Callable[[Discourse, Candidate, int], Thing | None], str], ...] = (
    (_find_kin, "the one whose kin the owner is"),
    (_find_reported, "whom the clause that it says is about"),
    (_find_own_body, "the body that the owner speaks for"),
    (_find_speakers_body, "the body that who says so speaks for"),
)
"""What a noun phrase may refer to before anything else is looked at, and why it does."""
