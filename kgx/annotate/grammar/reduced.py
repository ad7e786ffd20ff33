"""Clauses cut short to a participle, which parsers take for the verb of the sentence.

"The jet leased in May crashed" leads a parser up the garden path: it reads "leased" as the main
verb and makes of "crashed" what it can (Bever 1970).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.labels import FINITE, SUBJECTS
from kgx.annotate.grammar.tree import is_below, last_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def lift_seat(parse: Parse, participle: int) -> None:
    """Hang on a body, in place, what is told of it and of nothing that it makes: "a manufacturer of
    pumps | based in Oslo"."""
    thing = parse.head[participle]
    prep = parse.head[thing]
    body = parse.head[prep]
    told = parse.tag[participle] == "VBN" and parse.dep[thing] == "pobj" and body < prep
    if not told or parse.lemma[participle] not in read_set("verbs.toml", "of_bodies"):
        return
    made = parse.pos[thing] == "NOUN" and type_of_noun(parse.lemma[thing].lower()) in _THINGS
    if made and type_of_noun(parse.lemma[body].lower()) == "organization":
        move(parse, participle, body)


_THINGS = frozenset({None, "product", "work"})
_WORKS = frozenset({"facility", "organization", "product"})
_WHERE = frozenset({"in", "at", "near", "outside", "off"})


def lift_event(parse: Parse, participle: int) -> None:
    """Hang on an event, in place, where and when it takes place: "a festival of folk music | held
    in Lund"."""
    thing = parse.head[participle]
    of = parse.head[thing]
    event = parse.head[of]
    held = parse.lower[participle] == "held" and parse.dep[thing] == "pobj"
    told = held and parse.lower[of] == "of" and event < of
    if told and type_of_noun(parse.lemma[event].lower()) == "event":
        move(parse, participle, event)


def lift_owned(parse: Parse, participle: int) -> None:
    """Hang on a works or a body, in place, what somebody does to it and nobody to the town that it
    is in: "the refinery at Port Hale, | owned by Orbis"."""
    town = parse.head[participle]
    prep = parse.head[town]
    behind = parse.text[participle - 1] == "," and parse.child(participle, "agent") is not None
    inside = parse.dep[town] == "pobj" and parse.tag[town] == "NNP" and parse.lower[prep] in _WHERE
    owned = parse.lemma[participle] in read_set("verbs.toml", "of_owners")
    works = type_of_noun(parse.lemma[parse.head[prep]].lower()) in _WORKS
    if behind and inside and owned and works:
        move(parse, participle, parse.head[prep])


def lift_charge(parse: Parse, participle: int) -> None:
    """Hang on the verb, in place, what is said of who stands before a court: "went on trial |
    accused of fraud", "appeared in court | charged with theft"."""
    place = parse.head[participle]
    prep = parse.head[place]
    verb = parse.head[prep]
    tried = parse.dep[place] == "pobj" and parse.lower[place] in read_set("verbs.toml", "tried_in")
    charged = parse.lemma[participle] in read_set("verbs.toml", "tried_for")
    charged = charged and parse.tag[participle] == "VBN"
    if tried and charged and parse.child(verb, *SUBJECTS) is not None:
        move(parse, participle, verb, "advcl")


def hold_fronted(parse: Parse, participle: int) -> None:
    """Hang on the thing before the comma, in place, what was done to it: "under the treaty, |
    signed in 1809, | Peru left" signed nothing alone.

    Args:
        participle: A clause of the main verb.
    """
    last = participle - 2
    bare = parse.child(participle, *SUBJECTS, "mark", "aux", "dobj") is None
    thing = parse.lemma[participle] in read_set("verbs.toml", "of_things")
    if parse.tag[participle] != "VBN" or not bare or not thing or last < 1:
        return
    main, fronted = parse.head[participle], last
    while parse.head[fronted] not in (main, fronted):
        fronted = parse.head[fronted]
    noun = parse.child(fronted, "pobj") if parse.dep[fronted] == "prep" else None
    if noun is None or parse.text[participle - 1] != "," or last_below(parse, fronted) != last:
        return
    if fronted < participle < main:
        move(parse, participle, noun, "acl")


def reduce_first(parse: Parse, verb: int) -> None:
    """Make of the verb above what tells more of its subject, in place, where a finite verb below it
    lacks a subject and nothing joins the two: "the statue unveiled in Ghent shows a king"."""
    first = parse.head[verb]
    guest = parse.child(first, "nsubj", "nsubjpass")
    if parse.tag[verb] not in FINITE or not (0 <= first < verb) or guest != first - 1:
        return
    if guest is None or parse.pos[guest] not in ("NOUN", "PROPN") or not _may_be_cut(parse, first):
        return
    opened = any(parse.dep[c] in (*SUBJECTS, "mark", "aux", "cc") for c in parse.children[verb])
    apart = any(w in (",", ";", ":", "-", "–", "—") for w in parse.text[first:verb])
    joined = any(parse.dep[c] == "cc" and c < verb for c in parse.children[first])
    if opened or apart or joined or any(c < verb for c in parse.children[verb]):
        return
    above = parse.head[first]
    move(parse, verb, verb if above == first else above, parse.dep[first])
    for c in [guest, *(c for c in parse.children[first] if c > verb)]:
        move(parse, c, verb)
    move(parse, first, guest, "acl")
    parse.dep[guest], parse.tag[first] = "nsubj", "VBN"


def _may_be_cut(parse: Parse, verb: int) -> bool:
    """True for a form in -ed that has nothing before it nor an object of its own."""
    form = parse.tag[verb] in ("VBD", "VBN") and parse.lower[verb].endswith("ed")
    return form and not any(
        parse.dep[c] in ("dobj", "ccomp", "xcomp", "aux", "auxpass", "neg", "acomp", "attr")
        for c in parse.children[verb]
    )


def make_finite(parse: Parse, thing: int, lemmatize: Callable[[str], str]) -> None:
    """Make the verb of a sentence that has none, in place, of a past form that a parser takes for
    an adjective: "the bid to buy Helix | angered | Ann Lind"."""
    past = (c for c in parse.children[thing] if parse.tag[c] in ("VBN", "VBD") and c < thing)
    word, deed = next(past, thing), parse.head[thing]
    before, noun = word - 1, parse.head[deed]
    shape = parse.dep[thing], parse.dep[deed], parse.dep[noun]
    if shape != ("dobj", "acl", "ROOT") or parse.pos[noun] not in ("NOUN", "PROPN"):
        return
    if not deed < before < word < thing or parse.pos[before] not in ("NOUN", "PROPN"):
        return
    rest = [c for t in (thing, word, before) for c in parse.children[t] if c < before]
    sentence = range(parse.sent[word], parse.sent_end[word])
    if any(parse.tag[t] in (*FINITE, "MD") for t in sentence if t != word):
        return
    move(parse, before, deed, "dobj")
    for c in rest:
        move(parse, c, before)
    move(parse, word, word, "ROOT")
    move(parse, thing, word)
    move(parse, noun, word, "nsubj")
    parse.pos[word], parse.tag[word] = "VERB", "VBD"
    parse.lemma[word] = lemmatize(parse.lower[word])


def make_appointer(parse: Parse, verb: int, lemmatize: Callable[[str], str]) -> None:
    """Make the verb of a sentence that has none, in place, of one that a parser takes for a
    participle though somebody is made something: "Orbis | named Ann Lind chair", "The board of
    Orbis | named Ann Lind to replace"."""
    body, name = parse.head[verb], verb + 1
    whom = parse.child(verb, "oprd", "dobj")
    if not _opens_with(parse, body, verb) or parse.dep[body] != "ROOT":
        return
    if whom is None or parse.tag[name : name + 1] != ["NNP"] or whom < name:
        return
    person = parse.tag[whom] == "NNP" and _takes_office(parse, verb, whom)
    if not person and not (parse.tag[whom] == "NN" and parse.head[name] in (whom, name + 1)):
        return
    sentence = range(parse.sent[verb], parse.sent_end[verb])
    if any(parse.tag[t] in (*FINITE, "MD") for t in sentence):
        return
    move(parse, verb, verb, "ROOT")
    for c in [c for c in parse.children[body] if c > verb]:
        move(parse, c, verb)
    move(parse, body, verb, "nsubj")
    parse.dep[whom] = "dobj" if person else parse.dep[whom]
    parse.pos[verb], parse.tag[verb] = "VERB", "VBD"
    parse.lemma[verb] = lemmatize(parse.lower[verb])


def _opens_with(parse: Parse, body: int, verb: int) -> bool:
    """True where a sentence begins with a noun and all before a verb hangs on it, without marks."""
    before = range(parse.sent[verb], verb)
    return all(is_below(parse, t, body) and parse.pos[t] != "PUNCT" for t in before)


def _takes_office(parse: Parse, verb: int, whom: int) -> bool:
    """True where somebody is named "as" or "to" something, or "to replace" another."""
    after = [c for c in parse.children[verb] if c > whom]
    leading = read_set("verbs.toml", "succeeding", "of_led_bodies")
    return any(
        parse.lower[c] in ("as", "to") or (parse.dep[c] == "xcomp" and parse.lemma[c] in leading)
        for c in after
    )


def go_on_passive(parse: Parse, verb: int) -> None:
    """Coordinate, in place, what is done to things with what was done before: "was built for Ann
    Lind, | sold to Orbis and razed" tells of no Lind that was sold; and what is done to persons:
    "was born in Lund, | raised in Bari"."""
    noun = parse.head[verb]
    top = noun
    while parse.dep[top] in ("pobj", "prep", "agent", "appos") and parse.head[top] != top:
        top = parse.head[top]
    passive = parse.child(top, "auxpass") is not None and top < noun
    listed = parse.child(verb, "conj") is not None and parse.text[verb - 1] == ","
    thing = parse.lemma[verb] in read_set("verbs.toml", "of_things")
    apart = parse.text[verb - 1] == ","
    told = (listed and thing) or (apart and parse.lemma[verb] in read_set("verbs.toml", "of_lives"))
    if parse.tag[noun] == "NNP" and parse.tag[verb] == "VBN" and passive and told:
        move(parse, verb, top, "conj")
        for deed in parse.children[verb]:
            if parse.dep[deed] == "conj" and parse.child(deed, "dobj") is not None:
                parse.tag[deed] = "VBD"  # "and studied law"


def reduce_object(parse: Parse, verb: int) -> None:
    """Make of a past form right after a verb, in place, a word of the noun after it: "saw | burned
    houses"."""
    above, noun = parse.head[verb], parse.child(verb, "dobj")
    last = last_below(parse, verb)
    plain = noun is not None and all(c >= noun for c in parse.children[verb])
    if above != verb - 1 or not plain or noun is None or noun != verb + 1 or last < noun:
        return
    if parse.dep[verb] != "xcomp" or parse.child(above, "dobj") is not None:
        return
    for c in parse.children[verb][:]:
        move(parse, c, above)
    move(parse, verb, noun, "amod")
    parse.tag[verb], parse.pos[verb] = "VBN", "ADJ"


def reduce_holder(parse: Parse, word: int) -> None:
    """Make of a word for who still holds a title, in place, a word of the noun after it: "beat |
    defending champion Ann Lind"."""
    above, noun = parse.head[word], word + 1
    name = parse.child(word, "dobj")
    holds = parse.lower[word] in read_set("roles.toml", "in_office") and above == word - 1
    if not holds or name is None or parse.tag[noun] != "NN" or parse.child(above, "dobj"):
        return
    if noun != name and parse.head[noun] != name:
        return
    for c in parse.children[word][:]:
        move(parse, c, above)
    move(parse, word, noun, "amod")
    parse.tag[word], parse.pos[word] = "JJ", "ADJ"


def reduce_clause(parse: Parse, verb: int) -> None:
    """Make of the first verb in "and guests invited from Lyon found nothing" what tells more of the
    guests: two verbs of one subject would have an "and" between them."""
    above = parse.head[verb]
    before = [c for c in parse.children[above] if parse.dep[c] == "conj" and c < verb]
    if not before:
        return
    first = before[-1]
    guest = parse.child(first, "nsubj")
    could_be = parse.tag[first] == "VBD" and parse.lower[first].endswith("ed")
    if guest != first - 1 or not could_be:
        return
    own = any(parse.dep[c] in SUBJECTS for c in parse.children[verb])
    inside = [parse.dep[c] for c in parse.children[first] if c > first]
    joined = any(parse.dep[c] == "cc" and first < c < verb for c in parse.children[above])
    apart = parse.text[verb - 1] in (",", ";", ":") or parse.pos[verb - 1] in ("ADV", "CCONJ")
    if own or joined or apart or {"cc", "dobj", "ccomp"} & {*inside}:
        return
    move(parse, guest, verb)
    move(parse, first, guest, "acl")
    parse.tag[first] = "VBN"


def reduce_subject(parse: Parse, verb: int) -> None:
    """Make of the first verb in "the team formed to look at it was merged" what tells more of the
    team: a clause that is a subject has a word that opens it."""
    noun = parse.child(verb, "nsubj", "nsubjpass")
    opened = any(
        parse.tag[c] in ("WP", "WDT", "WRB", "WP$")
        or parse.dep[c] in ("aux", "auxpass", "dobj")
        or (parse.dep[c] == "mark" and parse.lower[c - 1] != parse.lower[c])
        for c in parse.children[verb]
    )
    if noun is None or noun > verb or opened or parse.pos[noun] not in ("NOUN", "PROPN"):
        return
    above, passive = parse.head[verb], parse.dep[verb] == "csubjpass"
    move(parse, noun, above, "nsubjpass" if passive else "nsubj")
    move(parse, verb, noun, "acl")
    parse.tag[verb] = "VBN"


def make_head(parse: Parse, token: int) -> None:
    """Make of the last word in "issued a storm warning", in place, the noun it is."""
    noun = parse.head[token]
    own = {parse.dep[c] for c in parse.children[token]}
    if noun != token - 1 or parse.tag[token] != "VBG" or parse.tag[noun] != "NN":
        return
    bare = parse.lower[token] in read_set("noun_ties.toml", "gerunds") and not own & {
        "dobj",
        "advmod",
    }
    if not bare or parse.child(noun, "det", "poss", "nummod") is None:
        return
    above = parse.head[noun]
    parse.dep[token], parse.pos[token], parse.tag[token] = parse.dep[noun], "NOUN", "NN"
    parse.lemma[token] = parse.lower[token]
    move(parse, token, token if above == noun else above)
    for c in list(parse.children[noun]):
        if c != token:
            move(parse, c, token)
    move(parse, noun, token, "compound")


def free_doing(parse: Parse, lemmatize: Lemmatize, things: int) -> None:
    """Make a clause, in place, of what a parser takes for one noun in the plural behind "a": "a
    firm | supplying pumps"."""
    doing, above = things - 1, parse.head[things]
    noun, lemma = doing - 1, lemmatize(parse.lower[doing])
    tags = parse.tag[noun : things + 1]
    if tags not in (["NN", "VBG", "NNS"], ["NN", "NN", "NNS"]) or lemma == parse.lower[doing]:
        return
    if not parse.lower[doing].endswith("ing") or {parse.head[noun], parse.head[doing]} != {things}:
        return
    opens = parse.lower[min(*parse.children[noun], *parse.children[things])]
    if opens not in ("a", "an"):
        return
    move(parse, noun, noun if above == things else above, parse.dep[things])
    for c in [c for c in parse.children[things] if c < noun]:
        move(parse, c, noun)
    move(parse, doing, noun, "acl")
    move(parse, things, doing, "dobj")
    parse.pos[doing], parse.tag[doing], parse.lemma[doing] = "VERB", "VBG", lemma
