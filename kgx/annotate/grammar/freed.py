"""Verbs that taggers take for nouns in the plural or for words of an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.labels import FINITE
from kgx.annotate.grammar.tree import first_below, move

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def free_third(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Call a verb, in place, a bare noun in the plural that "and" joins to a name after a verb's
    preposition: "flows through Lund and | empties into the sea"."""
    name, lemma = parse.head[noun], lemmatize(parse.lower[noun])
    verb = parse.head[parse.head[name]]
    named = parse.dep[name] == "pobj" and parse.text[name][:1].isupper()
    joined = parse.lower[noun - 1] == "and" and not parse.children[noun]
    after = next((c for c in parse.children[verb] if c == noun + 1), None)
    goes_on = after is not None and parse.dep[after] == "prep"
    shaped = parse.tag[noun] == "NNS" and parse.tag[verb] == "VBZ" and lemma != parse.lower[noun]
    if named and joined and goes_on and shaped:
        move(parse, noun - 1, verb)
        move(parse, noun, verb)
        move(parse, noun + 1, noun)
        parse.pos[noun], parse.tag[noun], parse.lemma[noun] = "VERB", "VBZ", lemma


def free_verb(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Make a verb of the first word in the second of "build a team, foster trust, and save time",
    where the parser takes it for a noun in a list of objects: that list would lack its "and"."""
    word, before = noun - 1, parse.head[noun]
    while parse.dep[word - 1] in ("amod", "compound") and parse.head[word - 1] == noun:
        word -= 1
    if word < 1 or parse.dep[word] not in ("amod", "compound") or parse.head[word] != noun:
        return
    verb = before if parse.pos[before] == "VERB" else parse.head[before]
    last = next((c for c in parse.children[verb] if parse.dep[c] == "conj" and c > noun), None)
    joined = [c for t in (before, noun) for c in parse.children[t] if parse.dep[c] == "cc"]
    if parse.text[word - 1] != "," or joined or last is None or parse.pos[verb] != "VERB":
        return
    base = parse.tag[last] in ("VB", "VBP") and parse.text[last - 1] in ("and", "or")
    if not base or lemmatize(parse.lower[word] + "s") != parse.lower[word]:
        return
    parse.pos[word], parse.tag[word] = "VERB", parse.tag[last]
    parse.lemma[word], parse.dep[word], parse.dep[noun] = parse.lower[word], "conj", "dobj"
    move(parse, word, verb)
    move(parse, noun, word)


def free_second(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Make a verb, in place, of the first word of the object in "produces and | exports pipes":
    what follows "and" after a verb is a verb."""
    first = parse.head[noun]
    second = first + 2
    joined = second < noun and parse.lower[first + 1] == "and" and parse.head[first + 1] == first
    if not joined or parse.head[second] != noun or parse.tag[second] != "NNS":
        return
    lemma = lemmatize(parse.lower[second])
    if parse.tag[first] == "VBZ" and lemma != parse.lower[second] and not parse.children[second]:
        move(parse, second, first, "conj")
        move(parse, noun, second)
        parse.pos[second], parse.tag[second] = "VERB", "VBZ"
        parse.lemma[second] = lemma


def free_verbs(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Make verbs, in place, of what a tagger takes for nouns after a name in a sentence without
    another verb: "Orbis Robotics | designs and manufactures | robots"."""
    first, second = parse.head[noun], noun
    while second - 1 > first and parse.head[second - 1] == noun:
        second -= 1
    name = first - 1
    shape = parse.tag[first], parse.lower[second - 1], parse.tag[second]
    if shape not in (("NNS", "and", "VBZ"), ("NNS", "and", "NNS")) or second == noun:
        return
    forms = [lemmatize(parse.lower[t]) for t in (first, second)]
    inside = range(parse.sent[first], parse.sent_end[first])
    verbs = any(parse.tag[t] in ("VBZ", "VBP", "VBD", "MD") for t in inside if t != second)
    named = parse.head[name] == first and parse.text[name][:1].isupper()
    if verbs or not named or parse.head[first] != first or second - 2 != first:
        return
    if parse.lower[first] in forms or parse.lower[second] in forms:
        return
    for c in [c for c in parse.children[first] if c < name]:
        move(parse, c, name)
    move(parse, second, first, "conj")
    move(parse, noun, second, "dobj")
    for c in [c for c in parse.children[first] if c > noun]:
        move(parse, c, second)
    parse.dep[name] = "nsubj"
    for token, lemma in zip((first, second), forms, strict=True):
        parse.pos[token], parse.tag[token], parse.lemma[token] = "VERB", "VBZ", lemma


def free_after_aside(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Make the verb of a sentence without one, in place, of a form in -s right after an aside:
    "Orbis, founded in 1921, | exports to Chile", "Orbis, founded in 1921, | makes the Kestrel"."""
    if parse.tag[noun] != "NNS" or parse.text[noun - 1] != ",":
        return
    subject, form = parse.head[noun], parse.lower[noun]
    bare = not any(c < noun for c in parse.children[noun])
    single = parse.head[subject] == subject and parse.tag[subject] in ("NN", "NNP", "NNPS")
    if not bare or not single or parse.text[subject + 1] != ",":
        return
    after = [c for c in parse.children[noun] if c == noun + 1 or c == noun + 2]
    told = any(parse.dep[c] in ("prep", "advmod", "prt") and parse.lower[c] != "of" for c in after)
    done = parse.tag[noun + 1 : noun + 2] in (["DT"], ["PRP$"])
    if noun - 1 == subject + 1 or not (told or done) or lemmatize(form) == form:
        return
    if parse.text[noun] != form:
        return
    for c in [c for c in parse.children[subject] if c > noun]:
        opens = done and first_below(parse, c) == noun + 1
        move(parse, c, noun, "dobj" if opens and parse.dep[c] == "appos" else "")
    move(parse, noun, noun, "ROOT")
    move(parse, subject, noun, "nsubj")
    parse.pos[noun], parse.tag[noun], parse.lemma[noun] = "VERB", "VBZ", lemmatize(form)


def free_before_name(parse: Parse, lemmatize: Lemmatize, name: int) -> None:
    """Make the verb of a sentence without one, in place, of a form in -s between a noun and one
    name: "The offer | values Orbis at $3 billion". One name is of one thing, not of several."""
    verb = parse.head[name]
    subject, form, first = verb - 1, parse.lower[verb], first_below(parse, name)
    shaped = parse.tag[verb] == "NNS" and parse.head[verb] == verb and first == verb + 1
    single = parse.tag[name].startswith("NNP") and parse.child(name, "conj", "cc") is None
    told = parse.head[subject] == verb and parse.dep[subject] in ("compound", "amod")
    after = [c for c in parse.children[verb] if c > name and parse.dep[c] == "prep"]
    if not (shaped and single and told and after) or parse.child(verb, "det") is None:
        return
    inside = range(parse.sent[verb], parse.sent_end[verb])
    if any(parse.tag[t] in FINITE for t in inside) or lemmatize(form) in (form, ""):
        return
    for c in [c for c in parse.children[verb] if c < subject]:
        move(parse, c, subject)
    parse.dep[subject], parse.dep[name] = "nsubj", "dobj"
    parse.pos[subject], parse.tag[subject] = "NOUN", "NN"
    parse.pos[verb], parse.tag[verb], parse.lemma[verb] = "VERB", "VBZ", lemmatize(form)


def free_after_relative(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Make a verb, in place, of a form in -s before a noun right after a relative clause, where the
    sentence has none: "The firm, which Lind owns, | exports butter"."""
    verb, subject = first_below(parse, noun), noun
    while parse.head[subject] != subject:
        subject = parse.head[subject]
    told = parse.child(subject, "relcl")
    bare = parse.tag[verb] == "NNS" and parse.head[verb] == noun and parse.text[verb - 1] == ","
    if not bare or told is None or not parse.sent[noun] <= subject < told < verb:
        return
    form = parse.lower[verb]
    if parse.pos[subject] not in ("NOUN", "PROPN") or parse.text[verb] != form:
        return
    if lemmatize(form) == form:
        return
    for c in [c for c in parse.children[subject] if c > noun]:
        move(parse, c, verb)
    move(parse, verb, verb, "ROOT")
    move(parse, noun, verb, "dobj")
    move(parse, subject, verb, "nsubj")
    parse.pos[verb], parse.tag[verb], parse.lemma[verb] = "VERB", "VBZ", lemmatize(form)


def free_before_second(parse: Parse, lemmatize: Lemmatize, name: int) -> None:
    """Make a verb, in place, of a form in -s before a name right after an aside, where the subject
    goes on with "and" and another verb: "The bridge, 9 km long, | links Lund with Hull and was"."""
    subject, verb = parse.head[name], name
    while parse.children[verb][:1] and parse.children[verb][0] < verb:
        verb = parse.children[verb][0]
    second, form = parse.head[subject], parse.lower[verb]
    shaped = parse.tag[verb] == "NNS" and parse.head[verb] == name and parse.text[verb - 1] == ","
    joined = [c for c in parse.children[subject] if c > name and parse.lower[c] == "and"]
    clause = parse.dep[subject] in ("nsubj", "nsubjpass") and parse.dep[second] == "ROOT"
    if not (shaped and joined and clause) or lemmatize(form) == form or parse.text[verb] != form:
        return
    if parse.child(subject, "conj") is not None or not subject < verb < second:
        return
    move(parse, verb, verb, "ROOT")
    move(parse, subject, verb, "nsubj")
    move(parse, name, verb, "dobj")
    for c in [joined[0], *(c for c in parse.children[name] if parse.dep[c] == "prep")]:
        move(parse, c, verb)
    move(parse, second, verb, "conj")
    parse.pos[verb], parse.tag[verb], parse.lemma[verb] = "VERB", "VBZ", lemmatize(form)
