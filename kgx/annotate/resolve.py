"""One pass over a doc that puts candidates together in things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kgx.annotate.aliases import cluster_names
from kgx.annotate.antecedents import (
    HEAD_WINDOW,
    WINDOW,
    find_antecedent,
    find_by_type,
    find_by_word,
    find_same_head,
    rivals_in_clause,
    role_of,
)
from kgx.annotate.gazetteer import nation_of
from kgx.annotate.name_spans import NAME_LABELS
from kgx.annotate.name_types import UNTYPED, best_place, head_of
from kgx.annotate.nominals import Candidate, Gender, find_nominals, number_sentences, words
from kgx.annotate.parse import Parse
from kgx.annotate.parts import Quote
from kgx.annotate.roles import Description, find_bodies, find_descriptions, find_names_of, speaks
from kgx.annotate.things import MOST, Thing, type_of_label
from kgx.annotate.wordlists import read_set

_NATION = -2
_NATION_ROLE = 0.3
_CITY_NOUNS = frozenset(["city", "town", "village", "capital", "port", "municipality", "resort"])
_COUNTRY_NOUNS = frozenset(["country", "nation", "state", "kingdom", "republic"])


@dataclass(slots=True)
class Discourse:
    """The state of the pass.

    Attributes:
        things: In order of first appearance; those with one nominal mention are no entities yet.
        recent: Those of the last sentences, the last mentioned last.
        thing_at: Per token, the number of the thing whose mention it heads, or -1.
        quote_at: Per token, the number of its quotation, or -1.
        unnamed: A person who spoke under a role and has no name yet.
    """

    parse: Parse
    quotes: Sequence[Quote]
    thing_at: list[int]
    quote_at: list[int]
    things: list[Thing] = field(default_factory=list)
    recent: list[Thing] = field(default_factory=list)
    unnamed: Thing | None = None


def resolve_things(doc: Doc) -> list[Thing]:
    """The things that a doc speaks of, in order of first appearance, with their mentions."""
    parse: Parse = doc._.kgx_parse
    sentences = number_sentences(parse)
    names, people, in_name, dated = read_names(doc, parse, sentences)
    quote_at = [-1] * len(parse)
    for n, q in enumerate(doc._.kgx_quotes):
        quote_at[q.start : q.end] = [n] * (q.end - q.start)
    d = Discourse(parse, doc._.kgx_quotes, [-1] * len(parse), quote_at)
    texts = [
        (tuple(w for w in parse.text[c.start : c.end] if not w.isspace()), c.type or "other")
        for c in names
    ]
    clusters = cluster_names(texts)
    said = find_descriptions(parse, in_name, names)
    described = {x.head for found in said.values() for x in found}
    called = find_names_of(parse, in_name)
    waiting: dict[int, Candidate] = {}
    order = [(c.head, n, c) for n, c in enumerate(names)]
    order += [(c.head, -1 if c.form == "nominal" else _NATION, c) for c in people]
    order += [(c.head, -1, c) for c in find_nominals(parse, in_name, dated, sentences)]
    order.sort(key=lambda x: x[:2])
    named: dict[int, Thing] = {}
    for head, number, candidate in order:
        if number == _NATION:
            _take_nation(d, candidate)
        elif number >= 0:
            thing = named.get(clusters[number])
            if thing is None:
                thing = named[clusters[number]] = _new_thing(d, candidate)
            _take_name(d, thing, candidate, texts[number][0], said.get(head, ()))
            if head in waiting and thing.type in ("place", "facility"):
                _mention(d, thing, waiting[head])
        elif candidate.form == "pronoun":
            _take_pronoun(d, candidate)
        elif head in called:
            waiting[called[head]] = candidate
        elif head not in described:
            _take_nominal(d, candidate)
    _take_first_person(d, names, in_name, sentences)
    return d.things


def _new_thing(d: Discourse, candidate: Candidate) -> Thing:
    """A thing first met in a candidate."""
    thing = Thing(len(d.things), candidate.type, candidate.gender, candidate.plural)
    d.things.append(thing)
    return thing


def _mention(d: Discourse, thing: Thing, candidate: Candidate) -> None:
    """Let a candidate be a mention of a thing."""
    thing.add(candidate, role_of(d.parse, candidate.head))
    thing.quote = d.quote_at[candidate.head]
    d.thing_at[candidate.head] = thing.number
    if not d.recent or d.recent[-1] is not thing:
        d.recent = [
            t for t in d.recent if t is not thing and candidate.sentence - t.last <= HEAD_WINDOW
        ]
        d.recent.append(thing)


def _take_name(
    d: Discourse,
    thing: Thing,
    candidate: Candidate,
    name: tuple[str, ...],
    said: Sequence[Description],
) -> None:
    """A name, with what the words beside it say."""
    fresh = not thing.mentions
    thing.names.append(name)
    thing.words.update(w.lower() for w in name)
    if len(name) > 1 and thing.type != "person":
        of = next((i for i, w in enumerate(name) if w in ("of", "for") and i), len(name))
        thing.nouns.add(name[of - 1].lower())
    thing.gender = thing.gender or candidate.gender
    if d.unnamed is not None and fresh and thing.type == "person":
        if len(name) > 1 and not said and _may_be(d, candidate):
            _take_over(d, thing, d.unnamed)
        d.unnamed = None
    _mention(d, thing, candidate)
    for x in said:
        thing.nouns.add(x.noun)
        thing.words |= x.words
        if x.gender and not thing.gender and thing.type == "person":
            thing.gender = x.gender
        d.thing_at[x.head] = thing.number


def _take_nation(d: Discourse, candidate: Candidate) -> None:
    """An adjective such as "Turkish", which makes the country more salient."""
    nation = nation_of(" ".join(d.parse.text[candidate.start : candidate.end]))
    if nation is None or not nation.same_as:
        return
    for thing in d.recent:
        if thing.type == "place" and thing.names:
            place = best_place(" ".join(thing.names[0]))
            if place is not None and place.same_as[:1] == nation.same_as[:1]:
                thing.weight = min(MOST, thing.salience(candidate.sentence) + _NATION_ROLE)
                thing.last = max(thing.last, candidate.sentence)
                return


def _may_be(d: Discourse, candidate: Candidate) -> bool:
    """True for a speaker in the sentence after the one in which a role spoke: news names people
    one sentence late."""
    last = d.unnamed.last if d.unnamed is not None else -WINDOW
    return 0 < candidate.sentence - last <= 1 and speaks(d.parse, candidate.head)


def _take_over(d: Discourse, thing: Thing, other: Thing) -> None:
    """Make the mentions of one thing another's."""
    for m in other.mentions:
        thing.add(m, 0.0)
        d.thing_at[m.head] = thing.number
    other.mentions.clear()
    d.recent = [t for t in d.recent if t is not other]


def _take_pronoun(d: Discourse, pronoun: Candidate) -> None:
    """A third-person pronoun."""
    if pronoun.label in words("reflexive"):
        if d.parse.dep[pronoun.head] not in ("dobj", "pobj", "dative", "attr", "conj"):
            return  # "the star itself"
        subject = _subject_of(d, pronoun.head)
        if subject is not None:
            _mention(d, subject, pronoun)
        return
    barred = {d.thing_at[h] for h in rivals_in_clause(d.parse, pronoun.head)}
    quote = d.quote_at[pronoun.head]
    if quote >= 0:
        speaker = d.quotes[quote].speaker
        if speaker is not None:
            barred.add(d.thing_at[speaker])
    window = [t for t in d.recent if not _holds(t, pronoun.head)]
    thing = find_antecedent(d.parse, pronoun, window, barred, quote)
    if thing is not None:
        _mention(d, thing, pronoun)


def _subject_of(d: Discourse, token: int) -> Thing | None:
    """The thing that is the subject of a token's clause."""
    verb = d.parse.head[token]
    for _ in range(4):
        for c in d.parse.children[verb]:
            if d.parse.dep[c] in ("nsubj", "nsubjpass") and d.thing_at[c] >= 0:
                return d.things[d.thing_at[c]]
        verb = d.parse.head[verb]
    return None


def _take_nominal(d: Discourse, nominal: Candidate) -> None:
    """A noun phrase: what it refers to, else a thing of its own."""
    owner = d.thing_at[nominal.owner] if nominal.owner >= 0 else -1
    if _is_said_of_subject(d, nominal):
        return
    thing = (
        find_same_head(nominal, owner, d.recent)
        or find_by_word(nominal, d.recent)
        or find_by_type(nominal, d.recent, _places_for(d, nominal))
    )
    if thing is None or _holds(thing, nominal.head):
        thing = _new_thing(d, nominal)
    definite = nominal.article in ("definite", "possessive") and not nominal.plural
    if not thing.names and thing.type == "person" and definite and speaks(d.parse, nominal.head):
        d.unnamed = thing
    if owner >= 0:
        thing.owners.add(owner)
    _mention(d, thing, nominal)


def _is_said_of_subject(d: Discourse, nominal: Candidate) -> bool:
    """True for what a sentence says its subject is ("It is the largest town"); kept as a
    description of the subject, unless denied."""
    verb = d.parse.head[nominal.head]
    if d.parse.dep[nominal.head] != "attr" or d.parse.lemma[verb] != "be":
        return False
    subject = d.parse.child(verb, "nsubj")
    if subject is None or d.thing_at[subject] < 0:
        return False
    thing = d.things[d.thing_at[subject]]
    denied = any(d.parse.dep[c] == "neg" for c in d.parse.children[verb])
    if not denied and thing.type == nominal.type and thing.plural == nominal.plural:
        thing.nouns.add(nominal.label)
        thing.words |= nominal.modifiers
        thing.gender = thing.gender or nominal.gender
    return True


def _places_for(d: Discourse, nominal: Candidate) -> list[int]:
    """Numbers of the recent places that a noun such as "city" or "country" can mean."""
    if nominal.type != "place":
        return []
    fitting = []
    for thing in d.recent:
        if thing.type != "place" or not thing.names:
            continue
        place = best_place(" ".join(thing.names[0]))
        kind = None if place is None else place.kind
        if nominal.label in _CITY_NOUNS:
            fits = kind == "city" or (kind is None and bool(thing.nouns & _CITY_NOUNS))
        elif nominal.label in _COUNTRY_NOUNS:
            fits = kind in ("country", "territory")
        else:
            fits = kind not in ("country", "continent", "city")
        if fits:
            fitting.append(thing.number)
    return fitting


def _take_first_person(
    d: Discourse, names: Sequence[Candidate], in_name: Sequence[int], sentences: Sequence[int]
) -> None:
    """ "I" in a quotation is who speaks, "we" the body that the text says the speaker speaks for."""
    parse = d.parse
    people = [(c.head, c.start) for c in names if c.type == "person"]
    for noun, tokens in find_bodies(parse, people).items():
        person = d.thing_at[noun]
        bodies = [d.things[n] for n in (_thing_of(d, names, in_name, t) for t in tokens) if n >= 0]
        bodies = [b for b in bodies if b.type == "organization" and b.names]
        if person >= 0 and bodies and d.things[person].body < 0:
            d.things[person].body = bodies[0].number
    singular, plural = words("first_singular"), words("first_plural")
    for i, number in enumerate(d.quote_at):
        if number < 0 or parse.pos[i] not in ("PRON", "DET"):
            continue
        mine, ours = (
            parse.text[i] in singular or parse.lower[i] in singular,
            parse.lower[i] in plural,
        )
        if not (mine or ours):
            continue
        speaker = d.quotes[number].speaker
        who = -1 if speaker is None else _thing_of(d, names, in_name, speaker)
        if who >= 0 and ours:
            who = d.things[who].body if d.things[who].type == "person" else who
        elif who >= 0 and d.things[who].type != "person":
            who = -1
        if who >= 0:
            gender: Gender = ""
            d.things[who].mentions.append(
                Candidate(
                    i,
                    i + 1,
                    i,
                    "pronoun",
                    parse.lower[i],
                    None,
                    ours,
                    gender,
                    "bare",
                    -1,
                    frozenset(),
                    sentences[i],
                )  # fmt: skip
            )
            d.thing_at[i] = who


def _thing_of(d: Discourse, names: Sequence[Candidate], in_name: Sequence[int], token: int) -> int:
    """The number of the thing that a token names or heads a mention of, or -1."""
    if d.thing_at[token] >= 0:
        return d.thing_at[token]
    return d.thing_at[names[in_name[token]].head] if in_name[token] >= 0 else -1


def _holds(thing: Thing, token: int) -> bool:
    """True if the last mention of a thing has the token inside: a phrase never refers to what it
    is part of."""
    last = thing.mentions[-1] if thing.mentions else None
    return last is not None and last.start <= token < last.end


def read_names(
    doc: Doc, parse: Parse, sentences: Sequence[int]
) -> tuple[list[Candidate], list[Candidate], list[int], list[bool]]:
    """The names of a doc as candidates; people and nations called by an adjective; per token the number of its name or -1; and per token
    whether a time or number holds it."""
    names: list[Candidate] = []
    people: list[Candidate] = []
    in_name = [-1] * len(parse)
    dated = [False] * len(parse)
    for ent in doc.ents:
        label, start, end = ent.label_, ent.start, ent.end
        if label not in NAME_LABELS and label != UNTYPED:
            dated[start:end] = [True] * (end - start)
            continue
        head = head_of(parse, start, end)
        if label == "NORP" and not _is_noun_use(parse, start, head):
            people.append(_nation(parse, start, end, head, sentences[head]))
            continue
        if label == "NORP" and parse.tag[head] in ("NNP", "NN") and parse.lower[start - 1] == "the":
            people.append(_person_by_nation(parse, start, end, sentences[head]))
            continue
        plural = parse.tag[head] in ("NNPS", "NNS") and label in ("NORP", UNTYPED)
        in_name[start:end] = [len(names)] * (end - start)
        names.append(
            Candidate(
                start,
                end,
                head,
                "name",
                label,
                type_of_label(label),
                plural,
                _title_gender(parse, start),
                "bare",
                -1,
                frozenset(),
                sentences[head],
            )  # fmt: skip
        )
    return names, people, in_name, dated


def _nation(parse: Parse, start: int, end: int, head: int, sentence: int) -> Candidate:
    """A nationality used as an adjective: no mention, but it brings its country to mind."""
    return Candidate(
        start, end, head, "name", "NORP", "place", False, "", "bare", -1, frozenset(), sentence
    )


def _person_by_nation(parse: Parse, start: int, end: int, sentence: int) -> Candidate:
    """One person called by nationality: "the Nigerian"."""
    return Candidate(
        start - 1, end, end - 1, "nominal", "person", "person", False, "", "definite", -1,
        frozenset(), sentence,
    )  # fmt: skip


def _is_noun_use(parse: Parse, start: int, head: int) -> bool:
    """True for a nationality used as a noun: "the Turks", "a German"."""
    return parse.tag[head] in ("NNPS", "NNS", "NNP") and parse.dep[head] not in (
        "amod", "compound", "nmod", "poss",
    )  # fmt: skip


def _title_gender(parse: Parse, start: int) -> Gender:
    """The gender that a title before a name tells."""
    if start == 0:
        return ""
    for word in (parse.text[start - 1], parse.text[start]):
        if word in read_set("names.toml", "female_titles"):
            return "f"
        if word in read_set("names.toml", "male_titles"):
            return "m"
    return ""
