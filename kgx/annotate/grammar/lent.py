"""Words that parsers hang on the noun beside them and that belong to the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import FINITE, NOUN_SUBJECTS, SUBJECTS
from kgx.annotate.grammar.tree import first_below, last_below, last_word, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_LONGEST_TRAILER = 4
TRAILER = "trailer"
"""Label of who says what a headline says, after a dash at its end."""


def turn_subject(parse: Parse, noun: int) -> None:
    """Make a subject, in place, of the object of a verb without one that what is fronted stands
    before: "in the hall stood | a portrait"."""
    verb = parse.head[noun]
    before = [c for c in parse.children[verb] if c < verb]
    if parse.tag[verb] not in FINITE or noun < verb or not before:
        return
    if parse.lemma[verb] not in read_set("verbs.toml", "inverting"):
        return
    fronted = parse.dep[before[-1]] == "prep" and last_below(parse, before[-1]) == verb - 1
    plain = all(parse.dep[c] in ("prep", "punct", "advmod", "cc") for c in before)
    if fronted and plain and parse.dep[verb] in ("ROOT", "conj", "ccomp"):
        parse.dep[noun] = "nsubj"


def turn_inverted(parse: Parse, noun: int) -> None:
    """Make a subject, in place, of the noun after the verb in "were Orbis to sell the mill"."""
    verb = parse.head[noun]
    deed = parse.child(verb, "xcomp")
    bare = parse.child(verb, "nsubj", "nsubjpass", "expl") is None and verb < noun
    if parse.lower[verb] == "were" and bare and deed is not None and parse.tag[deed] == "VB":
        parse.dep[noun] = "nsubj"


def part_sentences(parse: Parse, verb: int) -> None:
    """Coordinate, in place, what a semicolon parts: "Denmark joined the union; Norway did not"."""
    after, stop = parse.head[verb], last_below(parse, verb) + 1
    own = parse.child(after, *NOUN_SUBJECTS)
    if own is None or parse.dep[after] != "ROOT" or parse.text[stop : stop + 1] != [";"]:
        return
    if not stop < own < after or '"' in parse.text[stop:own]:
        return
    for c in [c for c in parse.children[after] if c < stop and c != verb]:
        move(parse, c, verb)
    move(parse, verb, verb, "ROOT")
    move(parse, after, verb, "conj")


def free_purpose(parse: Parse, verb: int) -> None:
    """Call a purpose, in place, what comes after whom one works with: "partnered with Orbis | to
    build a dam" has partnered, dam or not."""
    above = parse.head[verb]
    if parse.lemma[above] not in read_set("verbs.toml", "joining") or verb < above:
        return
    with_ = [c for c in parse.children[above] if parse.lower[c] == "with" and above < c < verb]
    if with_ and parse.child(with_[0], "pobj") is not None:
        parse.dep[verb] = "advcl"


def find_so(parse: Parse, adjective: int) -> None:
    """Make an object, in place, of what a parser takes for the subject of a clause without a verb:
    "found | the firm guilty of fraud"."""
    verb, thing = parse.head[adjective], parse.child(adjective, "nsubj")
    if thing is None or parse.lemma[verb] not in read_set("verbs.toml", "finding"):
        return
    own = parse.child(adjective, "cop", "aux", "mark") or parse.child(verb, "dobj", "auxpass")
    if own is None and verb < thing < adjective:
        move(parse, thing, verb, "dobj")
        parse.dep[adjective] = "oprd"


def tie_to_first(parse: Parse, verb: int) -> None:
    """Hang an infinitive on the noun it follows in "became the first woman to win"."""
    above = parse.head[verb]
    noun = parse.child(above, "attr")
    to = min(parse.children[verb], default=verb)
    if noun is None or parse.tag[to] != "TO" or to <= noun or parse.pos[noun] != "NOUN":
        return
    between = parse.text[noun + 1 : to]
    first = any(parse.lower[c] in ("first", "last", "only") for c in parse.children[noun])
    if first and not {",", ";"} & {*between} and not any(c > to for c in parse.children[noun]):
        move(parse, verb, noun, "relcl")


def share_roles(parse: Parse, name: int) -> None:
    """Hang a name after joined roles on the first of them, in place: "its chair and chief
    executive, Ann Lind,"."""
    role = parse.head[name]
    if parse.tag[name] == "CD":
        _give_age(parse, name)
    _tell_of_second(parse, name)
    role = parse.head[name]
    if parse.tag[name] != "NNP" or parse.dep[role] != "conj" or not _is_role(parse, role):
        return
    first, bare = role, True
    while parse.dep[first] == "conj" and _is_role(parse, first):
        bare = bare and parse.child(first, "det", "poss", "nummod") is None
        first = parse.head[first]
    if bare and _is_role(parse, first) and parse.dep[first] != "conj":
        move(parse, name, first)


def _tell_of_second(parse: Parse, told: int) -> None:
    """Hang on the second of two, in place, what tells of one: "Lind and her husband, | the painter
    Max Berg"."""
    first = parse.head[told]
    second = parse.child(first, "conj")
    if second is None or not first < second < told or parse.tag[told] not in ("NN", "NNP"):
        return
    opens = first_below(parse, told)
    near = parse.text[opens - 1] == "," and last_below(parse, second) in (opens - 2, opens - 1)
    owned = parse.tag[second] == "NN" and parse.child(second, "poss") is not None
    if near and owned and parse.tag[first] == "NNP":
        move(parse, told, second)


def _give_age(parse: Parse, age: int) -> None:
    """Hang an age on the name before it, in place: "the mayor, Emil Hale, | 39,"."""
    name = age - 2
    beside = name >= 0 and parse.text[age - 1] == "," and parse.tag[name] == "NNP"
    if beside and parse.dep[name] == "appos" and parse.head[name] == parse.head[age]:
        move(parse, age, name)


def _is_role(parse: Parse, noun: int) -> bool:
    return parse.tag[noun] in ("NN", "NNP") and type_of_noun(parse.lemma[noun].lower()) == "person"


def free_charge(parse: Parse, of: int) -> None:
    """Hang on the verb, in place, what one is accused of: "acquitted the firm | of fraud",
    "acquitted the head of the firm | of fraud"."""
    noun = parse.head[of]
    verb, first = parse.head[noun], None
    if parse.pos[noun] == "VERB":
        verb, first = noun, next((c for c in parse.children[noun] if parse.lower[c] == "of"), of)
        if first >= of or not _is_charge(parse, of):
            return
    elif parse.dep[noun] == "pobj" and parse.lower[verb] == "of" and _is_charge(parse, of):
        first, verb = verb, parse.head[verb]
        verb = parse.head[verb] if parse.dep[verb] == "dobj" else verb
    elif parse.dep[noun] == "npadvmod":  # "found guilty last month | of fraud"
        guilty = parse.child(verb, "oprd", "acomp")
        if guilty is not None and parse.lower[guilty] == "guilty":
            move(parse, of, guilty)
        return
    elif parse.dep[noun] == "appos" and parse.dep[verb] == "dobj":
        verb = parse.head[verb]  # "convicted the trader Bo Holm | of fraud"
    elif parse.dep[noun] != "dobj":
        return
    if parse.lemma[verb] not in read_set("verbs.toml", "ridding"):
        return
    move(parse, of, verb)
    whom = parse.child(verb, "dobj")
    if first is not None and whom is not None and whom < first:
        move(parse, first, whom)


def _is_charge(parse: Parse, of: int) -> bool:
    """True if "of" leads to a deed or to what somebody has: "of fraud", "of his savings"."""
    below = parse.child(of, "pobj")
    if below is None:
        return parse.child(of, "pcomp") is not None
    owner, det = parse.child(below, "poss"), parse.child(below, "det")
    own = owner is not None and parse.pos[owner] == "PRON"
    return own or (owner is None and det is None and parse.pos[below] == "NOUN")


def count_among(parse: Parse, among: int) -> None:
    """Make the subject, in place, of what is counted in "Among its customers are | Orbis"."""
    verb = parse.head[among]
    counted = parse.child(verb, "attr")
    told = among < verb and parse.lemma[verb] == "be" and parse.child(verb, *SUBJECTS) is None
    if told and counted is not None and counted > verb:
        parse.dep[counted] = "nsubj"


def hang_role(parse: Parse, as_: int) -> None:
    """Hang "as" on "has", in place, where the parser hangs it on the name before it: "has Ann Lind
    | as its chair"."""
    name = parse.head[as_]
    verb = parse.head[name]
    if parse.dep[name] == "dobj" and parse.tag[name] == "NNP" and parse.lemma[verb] == "have":
        move(parse, as_, verb)


def free_after_worth(parse: Parse, worth: int) -> None:
    """Hang on the verb, in place, what the parser hangs on "worth" after its sum: "won a contract
    worth $2 million | from Orbis"."""
    priced = parse.head[worth]
    if parse.lower[worth] != "worth" or parse.dep[worth] != "amod" or parse.dep[priced] != "dobj":
        return
    for c in [c for c in parse.children[worth] if parse.dep[c] in ("prep", "dative")]:
        move(parse, c, parse.head[priced])
    for c in [c for c in parse.children[worth] if parse.dep[c] == "xcomp"]:
        move(parse, c, priced, "acl")


def part_office(parse: Parse, noun: int) -> None:
    """Part, in place, a name from the office that one is given: "elected | Ann Lind | chair"."""
    verb = parse.head[noun]
    if parse.lemma[verb] not in read_set("verbs.toml", "installing") or noun < verb:
        return
    own = [c for c in parse.children[noun] if c < noun]
    names = [c for c in own if parse.dep[c] in ("compound", "nmod") and parse.text[c][:1].isupper()]
    run = len(names)
    if not run or own[:run] != names or parse.text[noun][:1].isupper():
        return
    if type_of_noun(parse.lemma[noun]) != "person" or names[-1] - names[0] + 1 != run:
        return
    name = names[-1]
    if parse.pos[name] != "PROPN":
        return
    move(parse, name, verb, "dobj")
    for c in names[:-1]:
        move(parse, c, name)
    parse.dep[noun] = "oprd"


def part_trailer(parse: Parse, dash: int, labels: list[str]) -> None:
    """Free the speaker at the end of a headline, in place: "Firm sells drones to Mali - minister".

    Args:
        dash: A dash with space around it, before the last words of its sentence.
        labels: For each token the OntoNotes label of the name it is in, "" outside.
    """
    head = last_word(parse, dash)
    end = head + 1
    type_ = type_of_noun(parse.lemma[head])
    speaks = labels[head] in ("PERSON", "ORG") or type_ in ("person", "organization")
    if not dash < head <= dash + _LONGEST_TRAILER or not speaks:
        return
    if any(parse.pos[t] in ("VERB", "AUX", "NUM", "PRON") for t in range(dash + 1, end)):
        return
    if not any(parse.pos[t] in ("VERB", "AUX") for t in range(parse.sent[dash], dash)):
        return
    for t in range(dash, end):
        _give_back(parse, t, [c for c in parse.children[t] if c < dash])
    for t in range(dash, head):
        move(parse, t, head, "punct" if t == dash else "compound")
    move(parse, head, head, TRAILER)


def _give_back(parse: Parse, token: int, words: list[int]) -> None:
    """Let the last of the words before a dash stand where a token stood whose words they were."""
    for word in words[:-1]:
        move(parse, word, words[-1])
    for word in words[-1:]:
        if parse.dep[word] in ("compound", "nmod", "amod"):
            parse.dep[word] = parse.dep[token]
        move(parse, word, parse.head[token])
