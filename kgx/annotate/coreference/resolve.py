"""One pass over a doc that puts names, noun phrases and pronouns together in things."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from kgx.annotate.coreference.aliases import cluster_names
from kgx.annotate.coreference.cataphora import MOST_OPEN, take_cataphors
from kgx.annotate.coreference.discourse import (
    Discourse,
    add_mention,
    add_thing,
    keep_in_mind,
    start_discourse,
    take_over,
    things_in_mind,
)
from kgx.annotate.coreference.first_person import resolve_first_person
from kgx.annotate.coreference.headlines import TITLES, take_headlines
from kgx.annotate.coreference.introduced import take_introduced
from kgx.annotate.coreference.joined import find_joined
from kgx.annotate.coreference.name_candidates import read_names
from kgx.annotate.coreference.nominals import (
    Candidate,
    find_nominals,
    number_sentences,
    title_nouns,
    words,
)
from kgx.annotate.coreference.noun_mentions import holds, note_owner, take_nominal
from kgx.annotate.coreference.pronouns import find_antecedent, rivals_in_clause
from kgx.annotate.coreference.recalled import take_recalled
from kgx.annotate.coreference.renames import join_renamed
from kgx.annotate.coreference.roles import (
    Description,
    agent_nouns,
    find_close_nouns,
    find_descriptions,
    find_names_of,
    is_many,
    speaks,
)
from kgx.annotate.coreference.salience import WINDOW
from kgx.annotate.coreference.things import MOST, Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_types import type_of_noun

_JOINED, _NATION, _NO_NAME = -3, -2, -1
_NATION_ROLE = 0.3
"""What an adjective such as "Turkish" adds to the salience of the country."""


_ASIDE = frozenset({"dateline", "byline"})
_SINGLE, _MANY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_LEAST_BEFORE, _LEAST_NOUN = 3, 4
"""Letters before a noun that ends a word, and of the noun, at least."""
_FEW = 4
"""Mentions of a thing that are looked at again."""


def _cluster(
    texts: Sequence[tuple[tuple[str, ...], str]],
    names: Sequence[Candidate],
    blocks: Sequence[Block],
) -> list[int]:
    """As `cluster_names`, the names of titles after those of the text: a headline shortens what is
    named in full below it."""
    titled = [(b.start, b.end) for b in blocks if b.kind in TITLES]
    late = [any(s <= name.start < e for s, e in titled) for name in names]
    order = sorted(range(len(names)), key=lambda n: (late[n], n))
    found = cluster_names([texts[n] for n in order])
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
    d = start_discourse(parse, names, doc._.kgx_quotes, sentences, doc._.kgx_blocks)
    texts = _name_texts(parse, names.names)
    clusters = join_renamed(parse, names.names, _cluster(texts, names.names, doc._.kgx_blocks))
    said = find_descriptions(parse, names.at, names.names)
    described = {x.head for found in said.values() for x in found}
    close = find_close_nouns(parse, names.at, names.names)
    called = find_names_of(parse, names.at) | {n: h for n, h in close.items() if n not in described}
    aside = {i for b in doc._.kgx_blocks if b.kind in _ASIDE for i in range(b.start, b.end)}
    waiting: dict[int, Candidate] = {}
    named: dict[int, Thing] = {}
    for head, number, candidate in _in_order(d, said):
        if number == _NATION:
            _take_nation(d, candidate)
        elif number == _JOINED:
            _take_joined(d, candidate)
        elif number >= 0:
            thing = named.get(clusters[number])
            if thing is None and take_recalled(d, candidate):
                continue
            if thing is None:
                thing = named[clusters[number]] = add_thing(d, candidate)
            _take_name(d, thing, candidate, texts[number][0], said.get(head, ()))
            if head in aside and len(thing.mentions) == 1 and thing.type != "place":
                d.recent.pop(thing.number, None)  # the agency and the reporter are not in mind
            if head in waiting and thing.type in ("place", "facility", waiting[head].type):
                add_mention(d, thing, waiting[head], "the noun of its name")
        elif candidate.form == "pronoun":
            _take_pronoun(d, candidate)
        elif head in called:
            waiting[called[head]] = candidate
        elif head not in described:
            take_nominal(d, candidate)
    take_headlines(d)
    resolve_first_person(d)
    doc._.kgx_why.update((("coreference", head), why) for head, why in d.why.items())
    return d.things


def _name_texts(parse: Parse, names: Sequence[Candidate]) -> list[tuple[tuple[str, ...], str]]:
    """The words and the type of each name. Of one surname, who is called Mr and who is called Mrs
    are two: the title is a word of theirs."""
    texts: list[tuple[tuple[str, ...], str]] = [
        (tuple(w for w in parse.text[c.start : c.end] if not w.isspace()), c.type or "other")
        for c in names
    ]
    titled = words_in("male_titles", "female_titles")
    genders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for candidate, (name, _) in zip(names, texts, strict=True):
        if len(name) == 1 and candidate.gender:
            genders[name].add(candidate.gender)
    for n, candidate in enumerate(names):
        name, type_ = texts[n]
        title = parse.text[max(0, candidate.start - 1)]
        if len(genders[name]) > 1 and title in titled:
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
    before = candidate.start - 1
    while before >= 0 and d.parse.text[before] in words_in("titles"):
        title = d.parse.lower[before].rstrip(".")
        thing.nouns.add(title_nouns().get(title, title))
        thing.words.add(title)
        before -= 1
    if len(name) > 1 and thing.type != "person":
        of = next((i for i, w in enumerate(name) if w in ("of", "for") and i), len(name))
        last = name[of - 1].lower()
        if thing.type not in ("work", "other") or type_of_noun(last) in (None, thing.type):
            thing.nouns.add(last)
        if name[0] in words_in("leading_events") or name[0] in words_in("leading_places"):
            thing.nouns.add(name[0].lower())
    if thing.type == "organization":
        thing.nouns.update(_nouns_in(name[-1].lower()))
    thing.gender = thing.gender or candidate.gender
    thing.many = thing.many or is_many(d.parse, candidate.head)
    if thing.type == "person":
        thing.numbers.update(_age_after(d, candidate))
    for noun in agent_nouns(d.parse, candidate.head):
        if type_of_noun(noun) in (None, thing.type):
            thing.nouns.add(noun)
    if fresh:
        _take_described(d, thing, said)
    if fresh and thing.type == "person" and len(name) > 1:
        take_introduced(d, thing, candidate)
    if d.open:
        take_cataphors(d, thing, candidate)
    if d.unnamed is not None and fresh and thing.type == "person":
        if len(name) > 1 and not said and _may_be(d, candidate):
            take_over(d, thing, d.unnamed, "who spoke under a role and is named a sentence later")
        d.unnamed = None
    add_mention(d, thing, candidate)
    for x in said:
        thing.nouns.add(x.noun)
        thing.words |= x.words
        if x.gender and not thing.gender and thing.type == "person":
            thing.gender = x.gender
        d.thing_at[x.head] = thing.number
        thing.roles.append(x.head)
        note_owner(d, thing, x.head)


def _nouns_in(word: str) -> list[str]:
    """The noun for a body that a word of a name ends with: "Landes*museum*", "Norvik*bank*"."""
    ends = (word[n:] for n in range(_LEAST_BEFORE, len(word) - _LEAST_NOUN + 1))
    return [end for end in ends if type_of_noun(end) == "organization"][:1]


def _age_after(d: Discourse, name: Candidate) -> list[str]:
    """The number between commas after a name."""
    parse, end = d.parse, name.end
    aged = parse.text[end : end + 1] == [","] and parse.text[end + 2 : end + 3] in ([","], ["."])
    return [parse.text[end + 1]] if aged and parse.text[end + 1].isdigit() else []


def _take_described(d: Discourse, thing: Thing, said: Sequence[Description]) -> None:
    """Give a name what was said of the phrase it stands by: "a man ... the man, Bo Lind"."""
    for x in said:
        if not x.definite:
            continue
        for other in reversed(d.recent.values()):
            near = thing.type == other.type and x.noun in other.nouns and not other.names
            if near and not other.plural and x.words <= other.words:
                take_over(d, thing, other, "who is named a sentence later")
                thing.nouns |= other.nouns
                return


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


def _may_be(d: Discourse, candidate: Candidate) -> bool:
    """True for a speaker in the sentence after the one in which a role spoke: news names people
    one sentence late."""
    last = d.unnamed.last if d.unnamed is not None else -WINDOW
    return 0 < candidate.sentence - last <= 1 and speaks(d.parse, candidate.head)


def _take_pronoun(d: Discourse, pronoun: Candidate) -> None:
    """A third-person pronoun."""
    if pronoun.label in words("reflexive"):
        if d.parse.dep[pronoun.head] not in ("dobj", "pobj", "dative", "attr", "conj"):
            return  # "the star itself"
        subject = _subject_of(d, pronoun.head)
        if subject is not None:
            add_mention(d, subject, pronoun, "the subject of its clause")
        return
    barred = {d.thing_at[h] for h in rivals_in_clause(d.parse, pronoun.head)}
    quote = d.quote_at[pronoun.head]
    if quote >= 0:
        speaker = d.quotes[quote].speaker
        if speaker is not None:
            barred.add(d.thing_at[speaker])
    near = things_in_mind(d, pronoun.sentence, WINDOW)
    window = [t for t in near if not holds(t, pronoun.head) and not _is_other(t, pronoun)]
    listed = _listed_before(d.parse, pronoun.head)
    if listed is not None:
        window = [t for t in window if t.number == d.thing_at[listed]]
    opens = _opens_paragraph(d, pronoun)
    thing = find_antecedent(d.parse, pronoun, window, barred, quote, opens=opens)
    if thing is not None:
        add_mention(d, thing, pronoun, "the most salient thing that agrees with the pronoun")
    else:
        here = [p for p in d.open[-MOST_OPEN:] if p.sentence == pronoun.sentence]
        d.open = [*here, pronoun]


def _listed_before(parse: Parse, token: int) -> int | None:
    """What "them" stands for that begins a list: the last noun in "sold toys, among *them*"."""
    prep = parse.head[token]
    begins = parse.lower[prep] == "among" and prep == token - 1 and prep >= 2
    return prep - 2 if begins and parse.text[prep - 1] == "," else None


def _opens_paragraph(d: Discourse, pronoun: Candidate) -> bool:
    """True in the first sentence of a block."""
    at = bisect_right(d.blocks, pronoun.head, key=lambda b: b.start) - 1
    return at >= 0 and d.sentences[d.blocks[at].start] == pronoun.sentence


def _is_other(thing: Thing, pronoun: Candidate) -> bool:
    """True for a body that the sentence calls "they" before an "it", or the other way round."""
    rivals = _SINGLE if pronoun.label in _MANY else _MANY if pronoun.label in _SINGLE else ()
    return any(
        m.label in rivals and m.form == "pronoun" and m.sentence == pronoun.sentence
        for m in thing.mentions[-_FEW:]
    )


def _subject_of(d: Discourse, token: int) -> Thing | None:
    """The thing that is the subject of a token's clause."""
    verb = d.parse.head[token]
    for _ in range(4):
        for c in d.parse.children[verb]:
            if d.parse.dep[c] in ("nsubj", "nsubjpass") and d.thing_at[c] >= 0:
                return d.things[d.thing_at[c]]
        verb = d.parse.head[verb]
    return None
