"""Who "I" and "we" are: in a quotation who speaks, elsewhere who writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgx.annotate.coreference.bodies import note_bodies
from kgx.annotate.coreference.discourse import Discourse, take_over
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block
from kgx.annotate.layout.interviews import FEWEST_QUESTIONS, find_questions

_LEAST = 2
"""First persons outside of quotations that make a writer without a name worth an entity."""
_SHARE_PAST = 0.25
"""Of the verbs with "we" as subject, those in the past where it means certain people."""


def resolve_first_person(d: Discourse) -> None:
    """Let "I" and "we" refer.

    In a quotation "I" is who speaks and "we" the body that the text says the speaker speaks for.
    Elsewhere they are who writes: the person of the byline or who says "I am Ann Lind", else one
    unnamed author a document and, for "we", authors. In an interview "you" is who answers.
    """
    note_bodies(d)
    singular, plural = words("first_singular"), words("first_plural")
    told: dict[bool, list[int]] = {False: [], True: []}
    for i in (i for i, pos in enumerate(d.parse.pos) if pos == "PRON"):
        word = d.parse.lower[i]
        if (word not in singular and word not in plural) or d.names.at[i] >= 0:
            continue  # no first person, or "Aldric I"
        if d.quote_at[i] < 0:
            told[word in plural].append(i)
            continue
        who = _speaker_of(d, i, plural=word in plural)
        if who is not None:
            _refer(d, i, who)
            _take_own_body(d, i, who)
    _take_writers(d, told[False], plural=False)
    _take_writers(d, told[True], plural=True)
    _take_second_person(d)


def _speaker_of(d: Discourse, token: int, *, plural: bool) -> Thing | None:
    """Who a first person in a quotation is."""
    speaker = d.quotes[d.quote_at[token]].speaker
    who = None if speaker is None else d.thing_of(speaker)
    if who is None:
        return None
    if plural:
        return _body_of(d, who)
    return who if who.type == "person" else None


def _refer(d: Discourse, token: int, who: Thing) -> None:
    word = d.parse.lower[token]
    plural = word in words("first_plural")
    who.mentions.append(
        Candidate(token, token + 1, token, "pronoun", word, d.sentences[token], plural=plural)
    )
    d.thing_at[token] = who.number
    d.why[token] = (
        "who speaks in the quotation" if d.quote_at[token] >= 0 else "who writes, or is asked"
    )


def _take_own_body(d: Discourse, token: int, who: Thing) -> None:
    """Let "our company" and, of who is asked, "your firm" be the body that they speak for."""
    noun = d.parse.head[token]
    own = d.thing_of(noun) if d.parse.dep[token] == "poss" else None
    body = _body_of(d, who)
    if own is None or own.names or own is body or body is None or not own.mentions:
        return
    first = own.mentions[0]
    if first.head == noun and first.label in words("own_bodies") and not first.modifiers:
        take_over(d, body, own, "the body that the owner speaks for")


def _take_writers(d: Discourse, pronouns: Sequence[int], *, plural: bool) -> None:
    """Let the first persons outside of quotations refer to who writes; where several say who they
    are, only these are resolved."""
    said = {i: t for i in pronouns if (t := _said_to_be(d, i)) is not None}
    byline = [i for b in d.blocks if b.kind == "byline" for i in range(b.start, b.end)]
    signed = {t.number: t for i in byline if (t := _named_at(d, i)) is not None}
    named = signed or {t.number: t for t in said.values()}
    if not plural and (len(named) > 1 or (not named and _is_interview(d))):
        for token, who in _speakers_of_blocks(d, pronouns, said).items():
            _refer(d, token, who)
        return
    if len(named) == 1 and not plural:
        (writer,) = named.values()
    elif len(pronouns) < _LEAST or (plural and not _tells(d, pronouns)):
        return
    else:
        writer = Thing(len(d.things), None if plural else "person", plural=plural)
        writer.called = "authors" if plural else "author"
        d.things.append(writer)
    for token in pronouns:
        _refer(d, token, writer)


def _speakers_of_blocks(
    d: Discourse, pronouns: Sequence[int], said: Mapping[int, Thing]
) -> dict[int, Thing]:
    """Who the first persons of each block are: who says there who they are; of two who speak in
    turn, the one whom the block does not name."""
    asked = set(find_questions(d.parse, d.blocks))
    speakers = {t.number: t for t in said.values()}
    block_of = {i: n for n, b in enumerate(d.blocks) for i in range(b.start, b.end)}
    spoken: dict[int, dict[int, Thing]] = defaultdict(dict)
    for token, who in said.items():
        spoken[block_of.get(token, -1)][who.number] = who
    found: dict[int, Thing] = {}
    for token in pronouns:
        n = block_of.get(token, -1)
        told = n >= 0 and n not in asked
        here = spoken.get(n) or (_not_named(d, d.blocks[n], speakers) if told else {})
        if token in said:
            found[token] = said[token]
        elif len(here) == 1:
            (found[token],) = here.values()
    return found


def _not_named(d: Discourse, block: Block, speakers: Mapping[int, Thing]) -> Mapping[int, Thing]:
    """The one of two speakers whom a block does not name, where it names the other."""
    named = {t.number for i in range(block.start, block.end) if (t := _named_at(d, i)) is not None}
    left = {k: t for k, t in speakers.items() if k not in named}
    return left if len(speakers) == 2 and len(left) == 1 else {}


def _tells(d: Discourse, pronouns: Sequence[int]) -> bool:
    """True where "we" did things once or tell of a work of theirs; the "we" of "we all need bees"
    is anybody."""
    parse = d.parse
    if any(_is_of_work(parse, i) for i in pronouns):
        return True
    verbs = [parse.head[i] for i in pronouns if parse.dep[i] == "nsubj"]
    past = [
        v
        for v in verbs
        if parse.tag[v] == "VBD" or any(parse.tag[c] == "VBD" for c in parse.children[v] if c < v)
    ]
    return len(past) >= _LEAST and _SHARE_PAST * len(verbs) <= len(past)


def _is_of_work(parse: Parse, pronoun: int) -> bool:
    """True for "our results" and for the subject of what is done "in this study"."""
    works, verb = words("own_work"), parse.head[pronoun]
    if parse.dep[pronoun] == "poss":
        return parse.lemma[verb] in words("own_results") or parse.lemma[verb] in works
    preps = [c for c in parse.children[verb] if parse.lower[c] == "in" and parse.dep[c] == "prep"]
    nouns = [n for c in preps if (n := parse.child(c, "pobj")) is not None]
    return parse.dep[pronoun] == "nsubj" and any(
        parse.lemma[n] in works
        and any(parse.lower[c] in ("this", "present") for c in parse.children[n])
        for n in nouns
    )


def _is_interview(d: Discourse) -> bool:
    return len(find_questions(d.parse, d.blocks)) >= FEWEST_QUESTIONS


def _take_second_person(d: Discourse) -> None:
    """Let "you" in a question be the person who answers it in the next block."""
    for n in find_questions(d.parse, d.blocks):
        number = d.quote_at[d.blocks[n + 1].end - 1]
        speaker = d.quotes[number].speaker if number >= 0 else None
        who = None if speaker is None else d.thing_of(speaker)
        if who is None or who.type != "person":
            continue
        for i in range(d.blocks[n].start, d.blocks[n].end):
            if d.parse.lower[i] in words("second"):
                _refer(d, i, who)
                _take_own_body(d, i, who)


def _named_at(d: Discourse, token: int) -> Thing | None:
    """The person whose name a token is in."""
    who = d.thing_of(token) if d.names.at[token] >= 0 else None
    return who if who is not None and who.type == "person" else None


def _said_to_be(d: Discourse, token: int) -> Thing | None:
    """The person of "I am Ann Lind", "I, Ann Lind," and "my name is Ann Lind"."""
    parse = d.parse
    beside = parse.child(token, "appos")
    if beside is None:
        up = parse.head[token]
        subject = token if parse.dep[token] == "nsubj" else up
        mine = parse.dep[token] == "poss" and parse.lemma[up] == "name"
        verb = parse.head[subject]
        if (subject != token and not mine) or parse.lemma[verb] != "be":
            return None
        beside = parse.child(verb, "attr")
    return None if beside is None else _named_at(d, _name_given(parse, beside))


def _name_given(parse: Parse, noun: int) -> int:
    """The name in "a girl named Ann"; the noun itself where none follows."""
    verb = parse.child(noun, "acl")
    name = None if verb is None else parse.child(verb, "oprd", "dobj", "attr")
    given = verb is not None and parse.lower[verb] in ("named", "called")
    return name if given and name is not None else noun


def _body_of(d: Discourse, speaker: Thing) -> Thing | None:
    """What a speaker means by "we"."""
    if speaker.type == "organization":
        return speaker
    return d.things[speaker.body] if speaker.body >= 0 else None
