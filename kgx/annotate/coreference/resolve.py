"""One pass over a doc that puts names, noun phrases and pronouns together in things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kgx.annotate.coreference.aliases import cluster_names
from kgx.annotate.coreference.couples import note_couple
from kgx.annotate.coreference.discourse import (
    Discourse,
    add_mention,
    add_thing,
    keep_in_mind,
    start_discourse,
)
from kgx.annotate.coreference.first_person import resolve_first_person
from kgx.annotate.coreference.headlines import TITLES, take_headlines
from kgx.annotate.coreference.joined import find_joined
from kgx.annotate.coreference.name_candidates import Names, read_names
from kgx.annotate.coreference.name_mentions import take_name
from kgx.annotate.coreference.namesakes import find_parents, tell_firms
from kgx.annotate.coreference.nominals import Candidate, find_nominals, number_sentences
from kgx.annotate.coreference.noun_mentions import joined_in, take_nominal
from kgx.annotate.coreference.pronoun_mentions import take_pronoun
from kgx.annotate.coreference.recalled import take_recalled
from kgx.annotate.coreference.renames import join_renamed
from kgx.annotate.coreference.roles import (
    Description,
    find_close_nouns,
    find_descriptions,
    find_named_after,
    find_names_of,
)
from kgx.annotate.coreference.shared_surnames import share_surnames
from kgx.annotate.coreference.things import MOST, Thing
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of

_JOINED, _NATION, _NO_NAME = -3, -2, -1
_NATION_ROLE = 0.3
"""What an adjective such as "Turkish" adds to the salience of the country."""
_ASIDE = frozenset({"dateline", "byline"})


def _cluster(
    texts: Sequence[tuple[tuple[str, ...], str]],
    names: Sequence[Candidate],
    blocks: Sequence[Block],
    parents: Collection[tuple[int, int]],
) -> list[int]:
    """As `cluster_names`, the names of titles after those of the text: a headline shortens what is
    named in full below it."""
    titled = {token for b in blocks if b.kind in TITLES for token in range(b.start, b.end)}
    late = [name.start in titled for name in names]
    order = sorted(range(len(names)), key=lambda n: (late[n], n))
    apart = {(texts[whole][0], texts[part][0]) for whole, part in parents}
    found = cluster_names([texts[n] for n in order], apart)
    clusters = [0] * len(names)
    first: dict[int, int] = {}
    for place, group in sorted(zip(order, found, strict=True)):
        clusters[place] = first.setdefault(group, place)
    return clusters


def resolve_things(doc: Doc) -> list[Thing]:
    """The things that a doc speaks of, in order of first appearance, with their mentions."""
    parse: Parse = doc._.kgx_parse
    sentences = number_sentences(parse)
    names = read_names(doc, parse, sentences)
    blocks: list[Block] = doc._.kgx_blocks
    d = start_discourse(parse, names, doc._.kgx_quotes, sentences, blocks)
    told = _read_told(parse, names, blocks)
    for _, number, candidate in _in_order(d, told.said):
        if number == _NATION:
            _take_nation(d, candidate)
        elif number == _JOINED:
            _take_joined(d, candidate)
        elif number >= 0:
            _take_named(d, told, number, candidate)
        else:
            _take_unnamed(d, told, candidate)
    take_headlines(d)
    resolve_first_person(d)
    for thing in d.things:
        thing.members = tuple(joined_in(d, thing))
    doc._.kgx_why.update((("coreference", head), why) for head, why in d.why.items())
    return d.things


@dataclass(slots=True)
class _Told:
    """What is known of the names of a doc before they are read in order.

    Attributes:
        names: Their words.
        clusters: The number of the first name of the same thing, for each name.
        said: The descriptions beside names, by the heads of these.
        described: The heads of these descriptions.
        called: Heads of names, by the heads of nouns that say what is called so.
        aside: Tokens of datelines and bylines.
        waiting: Nouns met before the names that they call something by.
        things: What names have named so far, by cluster.
    """

    names: list[tuple[str, ...]]
    clusters: list[int]
    said: Mapping[int, Sequence[Description]]
    described: set[int]
    called: dict[int, int]
    aside: set[int]
    waiting: dict[int, Candidate] = field(default_factory=dict)
    things: dict[int, Thing] = field(default_factory=dict)


def _read_told(parse: Parse, names: Names, blocks: Sequence[Block]) -> _Told:
    texts = _name_texts(parse, names.names)
    firms = tell_firms(parse, names.names, texts)
    clusters = _cluster(firms, names.names, blocks, find_parents(parse, names))
    clusters = join_renamed(parse, names.names, clusters)
    said = find_descriptions(parse, names.at, names.names)
    described = {x.head for found in said.values() for x in found}
    close = find_close_nouns(parse, names.at, names.names)
    called = find_names_of(parse, names.at) | {n: h for n, h in close.items() if n not in described}
    called |= find_named_after(parse, names.at, names.names)
    aside = {i for b in blocks if b.kind in _ASIDE for i in range(b.start, b.end)}
    return _Told([name for name, _ in texts], clusters, said, described, called, aside)


def _take_named(d: Discourse, told: _Told, number: int, candidate: Candidate) -> None:
    head, cluster = candidate.head, told.clusters[number]
    thing = told.things.get(cluster)
    if thing is None and take_recalled(d, candidate):
        return
    if thing is None:
        thing = told.things[cluster] = add_thing(d, candidate)
    take_name(d, thing, candidate, told.names[number], told.said.get(head, ()))
    note_couple(d, candidate)
    if head in told.aside and len(thing.mentions) == 1 and thing.type != "place":
        d.recent.pop(thing.number, None)  # the agency and the reporter are not in mind
    if len(thing.mentions) == 1 and _is_seat(d, candidate):
        d.recent.pop(thing.number, None)
    noun = told.waiting.get(head)
    if noun is not None and thing.type in ("place", "facility", noun.type):
        add_mention(d, thing, noun, "the noun of its name")


def _is_seat(d: Discourse, name: Candidate) -> bool:
    """True for a place that only tells of what stands behind it: *Lund*-based Orbis."""
    after = d.parse.lower[name.end : name.end + 2]
    return name.type == "place" and after[:1] == ["-"] and after[-1] in words_in("hyphened")


def _take_unnamed(d: Discourse, told: _Told, candidate: Candidate) -> None:
    """A pronoun or a noun phrase."""
    if candidate.form == "pronoun":
        barred = _named_below(d, told, candidate) | _quoted_speaker(d, told, candidate)
        take_pronoun(d, candidate, barred)
    elif candidate.head in told.called:
        _take_called(d, told, candidate)
    elif candidate.head not in told.described:
        take_nominal(d, candidate)


def _take_called(d: Discourse, told: _Told, noun: Candidate) -> None:
    """A noun of a name: a mention of what is called so, at once where the name stands before it."""
    name = told.called[noun.head]
    if name < noun.head and d.thing_at[name] >= 0:
        add_mention(d, d.things[d.thing_at[name]], noun, "the noun of its name")
    else:
        told.waiting[name] = noun


def _name_texts(parse: Parse, names: Sequence[Candidate]) -> list[tuple[tuple[str, ...], str]]:
    """The words and the type of each name. A surname after Mr or Mrs is of the one of that gender
    who was named in full; without one, who is called Mr and who is called Mrs are two: the title is
    a word of theirs."""
    texts: list[tuple[tuple[str, ...], str]] = [
        (tuple(w for w in parse.text[c.start : c.end] if not w.isspace()), c.type or "other")
        for c in names
    ]
    texts = share_surnames(parse, names, texts)
    titled = words_in("male_titles") | words_in("female_titles")
    genders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    full: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for candidate, (name, type_) in zip(names, texts, strict=True):
        if len(name) == 1 and candidate.gender:
            genders[name].add(candidate.gender)
        if len(name) > 1 and type_ == "person" and candidate.gender:
            full[name[-1], candidate.gender].append(name)
    for n, candidate in enumerate(names):
        name, type_ = texts[n]
        title = parse.text[max(0, candidate.start - 1)]
        if len(name) > 1 or title not in titled:
            continue
        whole = set(full[name[0], candidate.gender])
        others = {g for (last, g), found in full.items() if last == name[0] and found}
        if len(whole) == 1 and len(others) > 1:
            texts[n] = whole.pop(), type_
        elif len(genders[name]) > 1:
            texts[n] = (title, *name), type_
    return texts


def _in_order(
    d: Discourse, said: Mapping[int, Sequence[Description]]
) -> list[tuple[int, int, Candidate]]:
    """All candidates by head token, each with its position among the names, or a mark."""
    names = d.names
    order = [(c.head, n, c) for n, c in enumerate(names.names)]
    order += [(c.head, _NATION, c) for c in names.nations]
    order += [(c.head, _NO_NAME, c) for c in names.people]
    nominals = find_nominals(d.parse, names.at, names.dated, d.sentences)
    order += [(c.head, _NO_NAME, c) for c in nominals]
    named = {x.head: c for c in names.names for x in said.get(c.head, ())}
    joined = list(find_joined(d.parse, [c for _, n, c in order if n != _NATION], named))
    order += [(c.head, _JOINED, c) for c in joined]
    order.sort(key=lambda x: x[:2])
    return order


def _take_joined(d: Discourse, joined: Candidate) -> None:
    """What "and" joins, a thing of its own that "they" may refer to."""
    thing = add_thing(d, joined)
    add_mention(d, thing, joined, "what 'and' joins")
    thing.nouns.clear()


def _take_nation(d: Discourse, candidate: Candidate) -> None:
    """An adjective such as "Turkish", which makes the country more salient."""
    nation = nation_of(" ".join(d.parse.text[candidate.start : candidate.end]))
    if nation is None or not nation.same_as:
        return
    for thing in d.recent.values():
        if thing.type == "place" and thing.names:
            place = best_place(" ".join(thing.names[0]))
            if place is not None and place.same_as[:1] == nation.same_as[:1]:
                thing.weight = min(MOST, thing.salience(candidate.sentence) + _NATION_ROLE)
                thing.last = max(thing.last, candidate.sentence)
                keep_in_mind(d, thing)
                return


_SCOPE = 40
"""Tokens after a subject in which a name is looked for."""


def _named_below(d: Discourse, told: _Told, pronoun: Candidate) -> set[int]:
    """The things that are named in the clause of a subject, after it: none of them is it (Principle
    C of Chomsky's "Lectures on Government and Binding", 1981)."""
    head, parse = pronoun.head, d.parse
    if parse.dep[head] not in NOUN_SUBJECTS:
        return set()
    last = min(parse.right[parse.head[head]], head + _SCOPE)
    below = [t for t in range(head + 1, last + 1) if d.names.at[t] >= 0]
    found = {
        told.clusters[d.names.at[t]] for t in below if not _goes_on(parse, t, parse.head[head])
    }
    return {told.things[c].number for c in found if c in told.things}


def _quoted_speaker(d: Discourse, told: _Told, pronoun: Candidate) -> set[int]:
    """Who says a pronoun in quotation marks, where the name stands behind these."""
    quote = d.quote_at[pronoun.head]
    speaker = d.quotes[quote].speaker if quote >= 0 else None
    if speaker is None or d.names.at[speaker] < 0:
        return set()
    thing = told.things.get(told.clusters[d.names.at[speaker]])
    return set() if thing is None else {thing.number}


def _goes_on(parse: Parse, token: int, verb: int) -> bool:
    """True for a token in a clause that is beside the verb's own, or tells when or why."""
    while token != verb and parse.head[token] != token:
        if parse.dep[token] in ("advcl", "parataxis") or (
            parse.dep[token] == "conj" and parse.pos[token] in ("VERB", "AUX")
        ):
            return True
        token = parse.head[token]
    return token != verb
