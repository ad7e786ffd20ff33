"""Words whose tag or lemma the parse contradicts: what has an article is no verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.labels import SUBJECTS
from kgx.annotate.grammar.tree import first_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from spacy.language import Language

    from kgx.annotate.grammar.parse import Parse

MODIFIERS = frozenset({"based", "headquartered"})
"""Participles that make a modifier of the name before them: "Lund based"."""

_TAKEN = (*SUBJECTS, "dobj", "pobj", "attr", "appos", "conj", "oprd", "ROOT")
_OF_NOUNS = ("det", "amod", "compound", "poss", "nummod", "case", "cop", "aux")


def make_lemmatizer(nlp: Language) -> Lemmatize:
    """How the pipeline's own tables lemmatize verbs; where it has none, a form is its own lemma."""
    tables = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.pipe_names else None  # type: ignore[attr-defined]
    names = ("lemma_rules", "lemma_exc", "lemma_index")
    if tables is None or not all(tables.has_table(name) for name in names):
        return str
    rules, exceptions, known = (tables.get_table(name).get("verb", {}) for name in names)

    def lemmatize(form: str) -> str:
        if form in exceptions:
            return str(exceptions[form][0])
        cut = (form[: -len(old)] + new for old, new in rules if form.endswith(old))
        return next((lemma for lemma in cut if lemma in known), form)

    return lemmatize


def make_modifier(parse: Parse, token: int) -> None:
    """ "Lund based" before a name modifies it, where the parser takes it for a verb."""
    seat, after = token - 1, token + 1
    if seat < 0 or after >= len(parse) or not parse.tag[token].startswith("VB"):
        return
    own = any(parse.dep[c] in (*SUBJECTS, "aux", "auxpass") for c in parse.children[token])
    if not own and parse.tag[seat] == "NNP" and parse.tag[after] == "NNP":
        parse.pos[token], parse.tag[token] = "ADJ", "JJ"


def make_office(parse: Parse, managing: int) -> None:
    """Make one office, in place, of "managing" and the noun after it: "serves as | managing
    director" manages no director."""
    noun = managing + 1
    office = parse.lower[managing] == "managing" and parse.dep[noun] == "dobj"
    if not office or parse.lemma[noun] not in read_set("roles.toml", "managing"):
        return
    above, dep = parse.head[managing], parse.dep[managing]
    move(parse, noun, noun if above == managing else above)
    for c in [c for c in parse.children[managing] if c != noun]:
        move(parse, c, noun)
    move(parse, managing, noun, "amod")
    parse.dep[noun] = "pobj" if dep == "pcomp" else "attr" if dep == "xcomp" else dep
    parse.pos[managing], parse.tag[managing] = "ADJ", "JJ"


def make_kind(parse: Parse, doing: int) -> None:
    """Make of a form in -ing, in place, what kind of thing is dealt in: "sells | picking software"
    picks no software."""
    verb, noun = parse.head[doing], doing + 1
    deals = parse.lemma[verb] in read_set("verbs.toml", "dealing") and verb == doing - 1
    if not deals or noun >= len(parse) or parse.tag[noun] not in ("NN", "NNS"):
        return
    if parse.head[noun] != doing or parse.dep[noun] != "dobj" or parse.child(verb, "dobj"):
        return
    if not any(c < noun for c in parse.children[noun]):
        for c in parse.children[doing][:]:
            move(parse, c, verb)
        move(parse, doing, noun, "amod")
        parse.dep[noun] = "dobj"
        parse.pos[doing], parse.lemma[doing] = "ADJ", parse.lower[doing]


def make_noun(parse: Parse, token: int) -> None:
    """Call a noun what an article before it makes the object of another word: "the plan"."""
    article = parse.children[token][:1]
    if parse.tag[token] not in ("VB", "VBP"):
        return
    if article and parse.dep[article[0]] == "det" and article[0] < token:
        parse.pos[token], parse.tag[token] = "NOUN", "NN"
        parse.lemma[token] = parse.lower[token]


def make_title(parse: Parse, token: int) -> None:
    """Call a noun, in place, the adjective in a compound that is a noun for somebody: "chief |
    executive Ann Lind"."""
    person = parse.children[token] and type_of_noun(parse.lower[token]) == "person"
    if person and parse.tag[parse.head[token]] == "NNP":
        parse.pos[token], parse.tag[token] = "NOUN", "NN"
        parse.lemma[token] = parse.lower[token]


def make_single(parse: Parse) -> None:
    """Call a noun, in place, the record in "the lead | single from Orbis", which taggers take for
    an adjective."""
    leads, after = read_set("noun_ties.toml", "lead_words"), ("IN", ",", ".", "CC", "VBZ", "VBD")
    for token, word in enumerate(parse.lower):
        lead = token - 1
        if word != "single" or parse.tag[token] != "JJ" or parse.lower[lead] not in leads:
            continue
        if parse.tag[token + 1 : token + 2] and parse.tag[token + 1] not in after:
            continue
        parse.pos[token], parse.tag[token] = "NOUN", "NN"
        above, dep = parse.head[lead], parse.dep[lead]
        if parse.head[token] in (lead, above) and dep in _TAKEN:
            move(parse, token, token if above == lead else above, dep)
            for c in parse.children[lead][:]:
                move(parse, c, token)
            move(parse, lead, token, "compound")


def call_letters(parse: Parse) -> None:
    """Call nouns, in place, the letters for what has no name of its own, and names those with a
    number: "is an | NGO", "the satellite, | TriSat-3"."""
    common = read_set("names.toml", "common_letters")
    for token, word in enumerate(parse.text):
        one = word.removesuffix("s")
        if one in common and parse.pos[token] in ("PROPN", "NOUN"):
            parse.pos[token], parse.tag[token] = "NOUN", "NN" if one == word else "NNS"
            parse.lemma[token] = one
        elif parse.tag[token] == "CD" and word[:1].isupper() and any(map(str.isdigit, word)):
            parse.pos[token], parse.tag[token] = "PROPN", "NNP"


def make_gerund(parse: Parse, token: int) -> None:
    """Call "sailing" a clause in "prevented the ferry from sailing", and hang it on the verb."""
    prep = parse.head[token]
    kept = parse.head[prep]
    verbal = not any(parse.dep[c] in _OF_NOUNS for c in parse.children[token])
    if parse.lower[prep] == "from" and parse.dep[kept] == "dobj" and verbal:
        parse.dep[token], parse.pos[token] = "pcomp", "VERB"
        move(parse, prep, parse.head[kept])


def make_verb(parse: Parse, lemmatize: Lemmatize, token: int, *, passive: bool) -> None:
    """Call a verb what has a passive auxiliary, or a subject and an object, and is no noun phrase
    or adjective: "she was informed of", "similar problems plague"."""
    if parse.pos[token] in ("VERB", "AUX") or parse.text[token][:1].isupper():
        return
    children = parse.children[token]
    if passive and parse.lower[token].endswith(("ed", "en", "n", "t")):
        tag = "VBN"
    elif (
        parse.pos[token] == "NOUN"
        and not any(parse.dep[c] in _OF_NOUNS for c in children)
        and any(parse.dep[c] in ("dobj", "prep") and c > token for c in children)
        and any(parse.dep[c] in SUBJECTS and c < token for c in children)
    ):
        tag = "VBZ" if parse.tag[token] == "NNS" else "VBP"
    else:
        return
    parse.pos[token], parse.tag[token] = "VERB", tag
    parse.lemma[token] = lemmatize(parse.lower[token])


def make_participle(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    """Call a verb, in place, the adjective that goes on after "and" with an object of its own: "has
    cut jobs and | closed plants"."""
    first = parse.head[token]
    ending = parse.lower[token].endswith("ed") and parse.pos[token] == "ADJ"
    if ending and parse.dep[token] == "conj" and parse.pos[first] == "VERB":
        parse.pos[token], parse.tag[token] = "VERB", parse.tag[first]
        parse.lemma[token] = lemmatize(parse.lower[token])


def make_second(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    """Call a verb, in place, a bare noun in the plural that "and" joins to a verb and that goes on:
    "was founded in 1974 and | reports to the ministry"."""
    children, lemma = parse.children[token], lemmatize(parse.lower[token])
    first = parse.head[token]
    before = {parse.lower[c] for c in parse.children[first] if parse.dep[c] == "prep"}
    verbal = parse.tag[token] == "NNS" and parse.pos[first] == "VERB"
    joined = verbal and parse.lower[token - 1] in ("and", "but")
    bare = all(c > token for c in children) and lemma != parse.lower[token]
    gapped = any(parse.lower[c] in before for c in children)  # "rose to 5 and profits to 3"
    goes_on = any(parse.dep[c] in ("dobj", "prep") for c in children)
    if joined and bare and goes_on and not gapped:
        parse.pos[token], parse.tag[token], parse.lemma[token] = "VERB", "VBZ", lemma


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
    "Orbis, founded in 1921, | exports to Chile"."""
    if parse.tag[noun] != "NNS" or parse.text[noun - 1] != ",":
        return
    subject, form = parse.head[noun], parse.lower[noun]
    bare = not any(c < noun for c in parse.children[noun])
    single = parse.head[subject] == subject and parse.tag[subject] in ("NN", "NNP", "NNPS")
    if not bare or not single or parse.text[subject + 1] != ",":
        return
    after = [c for c in parse.children[noun] if c == noun + 1 or c == noun + 2]
    told = any(parse.dep[c] in ("prep", "advmod", "prt") and parse.lower[c] != "of" for c in after)
    if noun - 1 == subject + 1 or not told or lemmatize(form) == form or parse.text[noun] != form:
        return
    for c in [c for c in parse.children[subject] if c > noun]:
        move(parse, c, noun)
    move(parse, noun, noun, "ROOT")
    move(parse, subject, noun, "nsubj")
    parse.pos[noun], parse.tag[noun], parse.lemma[noun] = "VERB", "VBZ", lemmatize(form)


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


def make_particle(parse: Parse, token: int, dep: str) -> None:
    """Make of a bare preposition right after its verb a part of the verb: "was dealt | with".

    Args:
        dep: The label of the token.
    """
    verb = token - 1
    passive = dep == "prep" and parse.child(verb, "auxpass") is not None
    cut = dep == "prep" and parse.tag[verb] == "VBN" and "by" in parse.lower[token + 1 : token + 2]
    phrasal = f"{parse.lemma[verb]} {parse.lower[token]}" in read_set("verbs.toml", "phrasal")
    away = dep == "advmod" and parse.lower[token] in ("away", "down", "off", "out", "up")
    if phrasal:  # "were turned back | at the border"
        for c in [
            c for c in parse.children[token] if parse.dep[c] == "prep" and parse.lower[c] != "of"
        ]:
            move(parse, c, verb)
    if (passive or cut or phrasal or away) and not parse.children[token]:
        parse.dep[token] = "prt"
