"""Words whose tag or lemma the parse contradicts: what has an article is no verb."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.labels import SUBJECTS
from kgx.annotate.grammar.tree import move
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

    @lru_cache(maxsize=1 << 14)
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


def make_trained(parse: Parse, doing: int) -> None:
    """Make part of a compound, in place, of the noun that a parser takes for the subject of a form
    in -ing within it: "a | teacher training college".

    Args:
        doing: A word in a compound.
    """
    noun, above = doing - 1, parse.head[doing]
    if parse.tag[doing] == "VBG" and parse.head[noun] == doing and parse.dep[noun] == "nsubj":
        for c in parse.children[noun][:]:
            move(parse, c, above)
        move(parse, noun, above, "compound")
        parse.pos[doing], parse.tag[doing], parse.lemma[doing] = "NOUN", "NN", parse.lower[doing]


def make_noun(parse: Parse, token: int) -> None:
    """Call a noun what an article before it makes the object of another word: "the plan", "a 40
    percent holding"."""
    article = parse.children[token][:1]
    doing = parse.tag[token] == "VBG" and parse.child(token, "dobj") is None
    if parse.tag[token] not in ("VB", "VBP") and not doing:
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
        and any(parse.dep[c] in ("dobj", "prep", "xcomp") and c > token for c in children)
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
