"""States: what stands right behind an object and is part of what its verb says, "took the firm |
over", "set him | free", and what an aside says that a subject is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.tree import first_below, last_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def tie_particle(parse: Parse, adverb: int) -> None:
    """Make of an adverb a part of its verb, in place: "brought the firm | back"."""
    if parse.lower[adverb] in read_set("verbs.toml", "object_particles") and _is_behind(
        parse, adverb
    ):
        parse.dep[adverb] = "prt"
    elif parse.tag[adverb] == "JJ":
        tie_state(parse, adverb)


def tie_state(parse: Parse, state: int) -> None:
    """Make of an adjective, or of one that a tagger takes for a noun, a part of a verb that says
    little without it, in place: "set him | free", "took Orbis | public"."""
    tied = parse.lemma[parse.head[state]] in read_set("verbs.toml", "resulting")
    known = parse.tag[state] == "JJ" or parse.lower[state] in read_set("modifiers.toml", "states")
    if tied and known and (_is_behind(parse, state) or _free_object(parse, state)):
        parse.dep[state], parse.pos[state], parse.tag[state] = "prt", "ADJ", "JJ"


def free_state(parse: Parse, noun: int) -> None:
    """Make no object, in place, of what somebody is when they leave or come back: "died | a
    pauper", "returned | a hero"."""
    verb, article = parse.head[noun], parse.child(noun, "det")
    ends = parse.lemma[verb] in read_set("verbs.toml", "ending_as")
    one = article is not None and parse.lower[article] in ("a", "an")
    if ends and one and type_of_noun(parse.lemma[noun].lower()) == "person":
        parse.dep[noun] = "dep"


def hold_state(parse: Parse, preposition: int) -> None:
    """Hang on a subject, in place, what an aside right behind it says that it has been in for how
    long: "The Union, | in power for 16 years, | fell" fell in no power."""
    verb, noun = parse.head[preposition], parse.child(preposition, "pobj")
    subject = parse.child(verb, *NOUN_SUBJECTS)
    if subject is None or noun is None or not subject < preposition < noun < verb:
        return
    behind = last_below(parse, subject) == preposition - 2 and parse.text[preposition - 1] == ","
    closes = parse.text[last_below(parse, preposition) + 1] == ","
    lasts = parse.below(noun, "for", "since") or parse.below(preposition, "for", "since")
    if behind and closes and lasts:
        move(parse, preposition, subject)


def free_role(parse: Parse, preposition: int) -> None:
    """Hang on a subject, in place, what it was "at the time" or "by then", which a parser makes a
    part of that: "Lind, | at the time mayor of Lund, | left"."""
    when = next((w for w in _WHEN if w == parse.lower[preposition : preposition + len(w)]), None)
    if when is None or parse.text[preposition - 1] != ",":
        return
    last, above = preposition + len(when) - 1, parse.head[preposition]
    role = next((c for c in parse.children[preposition] if c > last), None)
    subject = above if above < preposition else parse.child(above, *NOUN_SUBJECTS)
    if role is None or subject is None or parse.pos[role] != "NOUN" or subject > preposition:
        return
    for c in [c for c in parse.children[role] if c <= last]:
        move(parse, c, preposition if c == last else last, "pobj" if c == last else "")
    move(parse, role, subject, "appos")
    move(parse, preposition, role)


def call_beside(parse: Parse, as_: int) -> None:
    """Hang on a name, in place, what a phrase before a sentence says that it is: "With Ann Lind |
    as its head, Orbis left"."""
    role, name = parse.child(as_, "pobj"), as_ - 1
    with_ = parse.head[name]
    if role is None or parse.lower[as_] != "as" or parse.lower[with_] != "with":
        return
    if parse.dep[name] == "pobj" and parse.tag[name] == "NNP" and with_ < parse.head[with_]:
        move(parse, role, name, "appos")
        move(parse, as_, role)


def call_while(parse: Parse, word: int) -> None:
    """Hang on a subject, in place, what it was "while" or "though" it did something: "While head of
    Orbis, | Ann Lind met him"."""
    if word != parse.sent[word] or parse.lower[word] not in read_set("modifiers.toml", "reducing"):
        return
    above = parse.head[word]
    reduced = parse.dep[above] == "advcl" and parse.pos[above] == "NOUN"
    role = above if reduced else next((c for c in parse.children[word] if c > word), None)
    subject = parse.child(parse.head[above] if reduced else above, *NOUN_SUBJECTS)
    if role is None or subject is None or not word < role < subject:
        return
    told = parse.pos[role] == "NOUN" and parse.child(role, *NOUN_SUBJECTS, "cop") is None
    if told and parse.text[first_below(parse, subject) - 1] == ",":
        move(parse, role, subject, "appos")
        move(parse, word, role, "mark")


_WHEN = (["at", "the", "time"], ["at", "that", "time"], ["by", "then"])


def _free_object(parse: Parse, state: int) -> bool:
    """Make an object, in place, of a firm that a parser takes for a word of the noun that it makes
    of a state: "took the | firm | public"; whether it was."""
    firm, verb = state - 1, parse.head[state]
    word = parse.head[firm] == state and parse.dep[firm] in ("compound", "amod")
    if parse.dep[state] != "dobj" or not word or type_of_noun(parse.lower[firm]) != "organization":
        return False
    for c in parse.children[state][:]:
        move(parse, c, verb if c == firm else firm)
    parse.dep[firm], parse.pos[firm], parse.tag[firm] = "dobj", "NOUN", "NN"
    parse.lemma[firm] = parse.lower[firm]
    return True


def _is_behind(parse: Parse, word: int) -> bool:
    """True for a bare word right behind the object of its verb, or behind the verb of a passive."""
    verb = parse.head[word]
    done = parse.child(verb, "dobj")
    near = done is not None and done < word and last_below(parse, done) == word - 1
    passive = verb == word - 1 and parse.child(verb, "auxpass") is not None
    return (near or passive) and not parse.children[word]
