"""What the parser hangs wrongly around names: the subject of its own verb, a place in a place, and
what is native to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import first_below, is_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_INSIDE = frozenset({"det", "amod", "compound", "nmod", "poss"})


def free_subject(parse: Parse, name: int) -> None:
    """Make a name the subject, in place, of the verb after it that has no other and of which the
    parser makes it a modifier: "Kavala County | borders Estonia"."""
    verb = parse.head[name]
    before = [c for c in parse.children[verb] if c < name]
    has_one = any(parse.dep[c] in _SUBJECT for c in parse.children[verb])
    if parse.pos[verb] != "VERB" or has_one or parse.child(verb, "dobj") is None:
        return
    if verb != name + 1 or any(parse.dep[c] not in (*_INSIDE, "prep", "punct") for c in before):
        return
    for c in before:
        if parse.dep[c] in _INSIDE:
            move(parse, c, name)
    parse.dep[name] = "nsubj"


def tie_designation(parse: Parse, token: int) -> None:
    """Tie to the noun after it, in place, a designation that taggers take for a space: "the new
    | N-15 | turbine"."""
    noun = token + 1
    if parse.tag[token] != "_SP" or not parse.text[token][-1].isalnum():
        return
    parse.tag[token], parse.pos[token] = "NNP", "PROPN"
    if parse.tag[noun : noun + 1] in (["NN"], ["NNS"], ["NNP"]):
        for c in parse.children[token][:]:
            move(parse, c, noun)
        move(parse, token, noun, "compound")


def make_home(parse: Parse, noun: int) -> None:
    """Make of what a parser takes for an adverb, in place, what something is: "the city is | home
    | to a museum"."""
    verb = parse.head[noun]
    to = any(parse.lower[c] == "to" for c in parse.children[noun])
    if parse.lower[noun] == "home" and parse.lemma[verb] == "be" and to:
        parse.dep[noun], parse.pos[noun], parse.tag[noun] = "attr", "NOUN", "NN"


def free_born(parse: Parse, born: int) -> None:
    """Make of "*Born* Ann Lind in Oslo, she" a clause that tells what she was called, in place,
    where the parser makes it a word of the name."""
    name = parse.head[born]
    bare = parse.tag[name] == "NNP" and first_below(parse, name) == born == parse.sent[born]
    if parse.lower[born] != "born" or not bare or parse.head[name] == name:
        return
    move(parse, born, parse.head[name], "advcl")
    move(parse, name, born, "oprd")


def hand_born(parse: Parse, preposition: int) -> None:
    """Hang on "born", in place, where and when somebody was, and not on what they were called then:
    "born Ann Lind | in Oslo"."""
    name = parse.head[preposition]
    born = parse.head[name]
    called = parse.dep[name] in ("dobj", "oprd", "attr") and parse.tag[name] == "NNP"
    if called and parse.lower[born] == "born" and parse.lower[preposition] != "of":
        parse.dep[name] = "oprd"
        move(parse, preposition, born)


def name_adherent(parse: Parse, name: int) -> None:
    """Let a name take the place, in place, of the word for who belongs to a party that stands right
    before it: "the Democrat | Ann Lind won"."""
    word, first = parse.head[name], first_below(parse, name)
    known = parse.lower[word] in read_set("name_contexts.toml", "adherent_words")
    if not known or word != first - 1 or not parse.text[word].istitle():
        return
    above, dep = parse.head[word], parse.dep[word]
    move(parse, name, name if above == word else above, dep)
    for c in [
        c for c in parse.children[word] if c < word and parse.dep[c] not in ("amod", "compound")
    ]:
        move(parse, c, name)
    for c in [c for c in parse.children[word] if c > name]:
        move(parse, c, name)
    move(parse, word, name, "compound")


def call_subject(parse: Parse, verb: int) -> None:
    """Make of "the ferry | Helia was built in Oslo", in place, a sentence about the ferry Helia:
    where no other verb is, no clause tells more of a ferry."""
    noun, name = parse.head[verb], parse.child(verb, "nsubj", "nsubjpass")
    if name is None or parse.dep[noun] != "ROOT" or not _is_called(parse, noun, name):
        return
    if parse.dep[name] == "nsubj" and parse.child(verb, "dobj", "attr", "acomp") is None:
        return  # "the ferry Orbis built"
    sentence = range(parse.sent[verb], parse.sent_end[verb])
    if any(parse.tag[t] in _FINITE and not is_below(parse, t, verb) for t in sentence):
        return
    for c in parse.children[noun][:]:
        move(parse, c, verb if c == verb or c > name else noun)
    move(parse, verb, verb, "ROOT")
    tie_noun(parse, noun, name)


def tie_noun(parse: Parse, noun: int, name: int) -> None:
    """Tie to the name right after it, in place, a noun that a parser takes for a subject beside the
    name: "the novel | The Mill was written"."""
    if _is_called(parse, noun, name):
        move(parse, noun, name, "compound")


def _is_called(parse: Parse, noun: int, name: int) -> bool:
    """True for a noun for things that have names, with an article, right before a name without."""
    first = first_below(parse, name)
    told = parse.tag[noun] == "NN" and type_of_noun(parse.lemma[noun].lower()) is not None
    told = told and parse.child(noun, "det") is not None
    return told and parse.tag[name] == "NNP" and first == noun + 1 and parse.text[first] != "the"


def nest_place(parse: Parse, place: int) -> None:
    """Hang, in place, where a place lies on it, and not it on that: "of Melbourne, | Australia";
    and what a list goes on with on its first: "in Hull, | York and Leeds"."""
    around, above = parse.head[place], parse.head[parse.head[place]]
    names = {parse.tag[place], *parse.tag[place + 2 : around + 1]}
    comma = parse.text[place + 1 : place + 2] == [","] and place + 1 < around
    if not comma or names != {"NNP"} or parse.dep[around] != "pobj":
        return
    if parse.child(around, "det", "poss") is not None:
        return  # "of the Hull, Maine school board"
    if parse.lower[above] in ("of", "in", "at", "near", "from", "to"):
        move(parse, around, above)
        listed = parse.child(around, "conj")
        before = [c for c in parse.children[around] if c < place]
        move(parse, place, above, "pobj")
        move(parse, around, place, "appos" if listed is None else "conj")
        for c in before:
            move(parse, c, place)


def part_native(parse: Parse, noun: int) -> None:
    """Make of what something is native to no noun, in place: "a species of fox | native to
    Chile"."""
    kind = noun - 1
    tied = parse.dep[kind] == "compound" and parse.head[kind] == noun
    after = parse.lower[noun + 1 : noun + 2] == ["to"]
    if parse.lower[noun] not in read_set("modifiers.toml", "native") or not tied or not after:
        return
    move(parse, kind, parse.head[noun], "pobj")
    for c in parse.children[noun][:]:
        move(parse, c, kind if c < noun else noun)
    move(parse, noun, kind, "amod")
    move(parse, noun + 1, noun)
    parse.pos[noun], parse.tag[noun] = "ADJ", "JJ"


def make_appointed(parse: Parse, name: int) -> None:
    """Make an object, in place, of who is named to an office in the active: "Orbis, a brewer, named
    | Ann Lind as chair"."""
    verb = parse.head[name]
    above = parse.children[parse.head[verb]] if parse.dep[verb] == "acl" else []
    near = (*parse.children[verb], *above)
    as_ = next((c for c in near if parse.lower[c] == "as" and c > name), None)
    named = parse.dep[name] in ("oprd", "dobj")
    named = named and parse.lemma[verb] in read_set("verbs.toml", "making")
    if as_ is None or not named or parse.child(verb, "auxpass") is not None:
        return
    subject = parse.head[verb]
    while parse.dep[subject] == "appos":
        subject = parse.head[subject]
    beside = parse.text[verb - 1] == "," or verb - 1 == subject
    lone = parse.dep[verb] == "acl" and beside and subject < verb
    if lone and parse.dep[subject] == "ROOT" and parse.pos[subject] in ("NOUN", "PROPN"):
        move(parse, verb, verb, "ROOT")
        move(parse, subject, verb, "nsubj")
        move(parse, as_, verb)
    if parse.child(verb, "nsubj") is not None:
        parse.dep[name], parse.tag[verb] = "dobj", "VBD"


def name_behind(parse: Parse, name: int) -> None:
    """Call a name behind the comma of a noun, in place, what that noun is, where a parser takes it
    for the noun's object: "coached by her father, | Per Lind"."""
    noun = parse.head[name]
    apart = first_below(parse, name) == noun + 2 and parse.text[noun + 1] == ","
    if parse.dep[name] == "dobj" and parse.tag[noun] in ("NN", "NNS") and apart:
        parse.dep[name] = "appos"


def name_nearest(parse: Parse, name: int) -> None:
    """Hang a name without a comma on the noun right before it, in place, where a parser hangs it on
    one further up: "a group of investors led by | the fund Orbis Point"."""
    first = first_below(parse, name)
    noun, above = first - 1, parse.head[name]
    fits = parse.tag[name] == "NNP" and parse.tag[noun] == "NN" and above < noun
    if fits and parse.dep[noun] == "pobj" and is_below(parse, noun, above):
        move(parse, name, noun)


def tells_name(parse: Parse, verb: int) -> bool:
    """True for what tells the name of the noun before it: "a group *called* Orbis", "*calling*
    itself Orbis"."""
    if parse.lower[verb] in read_set("verbs.toml", "naming"):
        return True
    itself = parse.child(verb, "dobj")
    reflexive = itself is not None and parse.lower[itself] in read_set(
        "coreference.toml", "reflexive"
    )
    return reflexive and parse.lemma[verb] in read_set("verbs.toml", "naming_itself")
