"""Evidence for what a name names from what hangs on it and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import told_class
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import (
    HINT,
    STRONG,
    SURE,
    TOLD,
    Evidence,
    best_place,
    company_evidence,
)
from kgx.annotate.names.lands import read_land
from kgx.annotate.names.side_nouns import noun_label, shared_nouns
from kgx.annotate.names.words import Name, given_names, is_calling, words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set

_PLACES_AFTER = ("coreference.toml", "named_before")
_MOST_WORDS = 4
"""Words of a name that may be somebody's, less than."""
_WHERE = frozenset({"in", "on", "of", "near"})
_DEFINED = frozenset({"GPE", "LOC", "FAC", "ORG", "PRODUCT", "WORK_OF_ART"})


def read_beside(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What appositions and relative clauses say: X, *the chair*; X, *61*; X, *who*."""
    for child in parse.children[head]:
        if parse.dep[child] == "appos" and child >= name.end:
            if parse.text[child].isdigit() and len(parse.text[child]) <= 2:
                yield "age", "PERSON", STRONG
            elif _is_citizen(parse, child):
                yield "apposition", "PERSON", SURE
            elif label := _class_label(parse, child):
                yield "apposition", label, SURE if label == "WORK_OF_ART" else TOLD
            elif _is_trade(parse, child) and parse.lower[name.start] not in given_names():
                yield "apposition", "ORG", 2.2
        elif parse.dep[child] == "acl" and parse.lower[child] in words_in("led"):
            yield "led", "ORG", TOLD
        elif parse.dep[child] == "relcl" and _starts_with_who(parse, child):
            led = parse.lower[name.start - 1] == "the"
            several = led and parse.tag[child] == "VBP"
            yield "who", *(("NORP", STRONG) if several else ("PERSON", 2.0))  # the Greens, who sit
    up = parse.head[head]
    if parse.dep[head] == "appos" and not name.start <= up < name.end:
        label = _class_label(parse, up)
        if label is None and _is_bought(parse, up):
            label = "ORG"  # "acquired two rivals, X and Y"
        if label:
            yield "apposition", label, TOLD


def _is_trade(parse: Parse, noun: int) -> bool:
    """True for a noun for what firms do, and some persons: *a shipbuilder*, *a brewer*."""
    return parse.lemma[noun] in shared_nouns() or is_calling(parse.lower[noun])


def _is_citizen(parse: Parse, noun: int) -> bool:
    """True for "a Mongolian", which somebody is."""
    one = noun > 0 and parse.lower[noun - 1] in ("a", "an")
    return one and nation_of(parse.text[noun]) is not None


def _class_label(parse: Parse, noun: int) -> str | None:
    """The label that a noun in apposition tells; none for the last word of another name: "Ann Lind
    (Green Party)"."""
    label = noun_label(parse, told_class(parse, noun))
    inside = parse.tag[noun] == "NNP" and label == "ORG" and parse.child(noun, "det") is None
    return None if inside and _is_named(parse, noun) else label


def _is_named(parse: Parse, noun: int) -> bool:
    """True for a noun that is a word of a name: Green *Party*, *University* of Lund."""
    after = parse.below(noun, "of")
    words = [c for c in parse.children[noun] if parse.dep[c] == "compound"]
    return any(parse.tag[c] == "NNP" for c in (*words, *(() if after is None else [after])))


def _is_for_works(parse: Parse, preposition: int) -> bool:
    """True for "the author *of* X", "starred *in* X" and "the screenplay *for* X"."""
    above, marker = parse.head[preposition], parse.lower[preposition]
    lemma = parse.lemma[above].lower()
    if marker == "in":
        return parse.pos[above] == "VERB" and lemma in ("star", "co-star")
    listed = {"of": frozenset({"author", "co-author"}), "for": words_in("written_for")}
    return parse.pos[above] == "NOUN" and lemma in listed.get(marker, ())


def read_above(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What the noun or verb above a name says: the X *movement*; *buy* X; X *is* a town."""
    dep, up = parse.dep[head], parse.head[head]
    if dep in ("compound", "nummod", "nmod") and up == name.end:
        yield from _noun_after(parse, name, up)
    elif dep == "pobj" and parse.lower[up] == "during":
        yield "during", "MISC", 2.0  # an event, or a time
    elif (
        dep == "pobj" and parse.tag[name.end : name.end + 1] != ["POS"] and _is_for_works(parse, up)
    ):
        yield "made", "WORK_OF_ART", TOLD
    elif done := read_land(parse, name, head) or _done_to(parse, name, head):
        yield done
    elif dep == "nsubj":
        yield from _verb_after(parse, name, up)
    elif dep == "pobj" and parse.lower[up - 1 : up + 1] == ["known", "as"]:
        yield from _called(parse, up - 1, up)  # a vaccine known as X
    elif dep == "attr" and parse.lemma[up] == "be":
        yield from _identity(parse, name, up)
    elif dep in ("oprd", "dobj", "attr") and parse.lower[up] in read_set("verbs.toml", "naming"):
        yield from _called(parse, up, up)  # a bridge named X


def _done_to(parse: Parse, name: Name, head: int) -> Evidence | None:
    """What is done to what a name names: "buy X", "X fell 4%"."""
    dep, up = parse.dep[head], parse.head[head]
    if dep == "dobj" and parse.lemma[up] in words_in("place_verbs"):
        return "attacked", "GPE", 2.0
    if dep == "dobj" and parse.lemma[up] in words_in("product_verbs"):
        return "launched", "PRODUCT", 1.2
    if _is_bought(parse, head):
        return "bought", "ORG", 2.2
    if _is_share(parse, head):
        return "shares", "ORG", TOLD
    fined = dep in ("dobj", "dative") and parse.lemma[up] in words_in("fining")
    if fined and _is_lone(parse, name):
        return "fined", "ORG", 1.2
    if dep == "nsubjpass" and parse.lower[up] == "spoken":
        return "spoken", "LANGUAGE", SURE
    return None


def _called(parse: Parse, participle: int, alone: int) -> Iterator[Evidence]:
    """What the noun says that a participle for a name hangs on, "a bridge named X"."""
    tied = parse.dep[participle] in ("acl", "relcl")
    label = noun_label(parse, parse.head[participle] if tied else alone)
    if label:
        yield "called", label, TOLD


def _identity(parse: Parse, name: Name, verb: int) -> Iterator[Evidence]:
    """What the noun says that a name is said to be the one of: "its chair is X", "the capital is
    X"; whoever wins may be a team."""
    noun = parse.child(verb, "nsubj")
    if noun is None or parse.tag[noun] != "NN" or parse.child(noun, "det", "poss") is None:
        return
    label = noun_label(parse, told_class(parse, noun))
    known = best_place(" ".join(parse.text[name.start : name.end])) is not None
    if label == "PERSON":
        held = parse.lemma[noun] not in read_set("roles.toml", "no_trades")
        if held and not known and name.end - name.start > 1:
            yield "identity", label, TOLD
    elif label is not None and not known:
        yield "identity", label, TOLD


def _noun_after(parse: Parse, name: Name, noun: int) -> Iterator[Evidence]:
    """What the noun that a name stands before says: the X *movement*."""
    label = noun_label(parse, noun)
    one = any(parse.lower[c] in ("a", "an") for c in parse.children[noun])  # a Maoist party
    body = parse.lower[noun] in words_in("named_bodies") and not one
    numbered = any(map(str.isdigit, parse.text[name.end - 1])) and label == "PRODUCT"
    if label == "FAC" and name.label == "PERSON" and name.end - name.start > 1:
        yield "noun after", "FAC", SURE  # the Ann B. Lind airport
    elif parse.lemma[noun] in words_in("periods"):
        yield "noun after", "MISC", STRONG
    elif parse.lemma[noun] in ("language", "dialect"):
        yield "noun after", "LANGUAGE", TOLD
    elif parse.lemma[noun] in words_in("works"):
        yield "noun after", "GPE", 1.2  # the Rouen mill
    elif parse.lemma[noun] in words_in("arms") and _is_model(parse, name):
        yield "noun after", "PRODUCT", 2.0  # Kestrel tanks
    elif parse.lemma[noun] in words_in("programs") and _is_one(parse, name, noun):
        yield "noun after", "PRODUCT", TOLD  # the Photon application
    elif label and (label in ("LOC", "FAC", "GPE") or numbered or body):
        built = parse.lower[noun] in words_in("small_heads") | read_set(*_PLACES_AFTER)
        built = built and best_place(" ".join(parse.text[name.start : name.end])) is None
        yield "noun after", label, TOLD if body or numbered or built else 1.6
    elif label == "PRODUCT" and _has_maker(parse, noun, name.start):
        yield "noun after", label, TOLD  # "its Orbis phone"


def _verb_after(parse: Parse, name: Name, verb: int) -> Iterator[Evidence]:
    """What the verb that a name is the subject of says: X *said*, X *is* a town."""
    lemma = parse.lemma[verb]
    if _speaks_of_itself(parse, verb) and _is_lone(parse, name):
        yield "of itself", "ORG", 2.2
    if lemma in words_in("mind_verbs"):
        yield "speech", "PERSON", HINT + 0.2
        yield "speech", "ORG", HINT - 0.2
    elif _is_lone(parse, name) and _does_as_firm(parse, verb):
        yield "acts", "ORG", 2.2
    elif _is_unheard(parse, name) and _does_as_firm(parse, verb):
        yield "acts", "ORG", 1.6
    elif _is_several(parse, name, verb):
        yield "several", "ORG", TOLD  # Orbis have won
    elif lemma == "have" and _is_peopled(parse, verb):
        yield "population", "GPE", TOLD
    elif lemma == "be":
        attr = parse.child(verb, "attr")
        if attr is None and _lies_in(parse, verb):
            yield "lies", "GPE", 1.0
        elif attr is not None and (label := noun_label(parse, told_class(parse, attr))):
            yield "copula", label, STRONG if defines(parse, attr) else 2.0
        elif attr is not None and parse.lemma[attr] in ("language", "dialect"):
            yield "copula", "LANGUAGE", STRONG


def _speaks_of_itself(parse: Parse, verb: int) -> bool:
    """True for what a body says: "X said *it* would build a mill", "X said *its* profit fell"."""
    told = parse.child(verb, "ccomp") if parse.lemma[verb] in words_in("mind_verbs") else None
    subject = None if told is None else parse.child(told, "nsubj", "nsubjpass")
    if told is None or subject is None or not verb < subject:
        return False
    if parse.lower[subject] == "it":
        return parse.lemma[told] != "be" and parse.lemma[told] not in _weather()
    owner = parse.child(subject, "poss")
    return owner is not None and parse.lower[owner] == "its"


def _weather() -> frozenset[str]:
    return read_set("coreference.toml", "weather", "pleonastic")


def _does_as_firm(parse: Parse, verb: int) -> bool:
    """True for the verb of what firms do, and for one with such a verb joined to it: "opened a
    plant and *employs* 45 people"."""
    joined = (c for c in parse.children[verb] if parse.dep[c] == "conj")
    verbs = (verb, *(c for c in joined if parse.child(c, *NOUN_SUBJECTS) is None))
    return any(_acts_as_firm(parse, v) for v in verbs)


def _acts_as_firm(parse: Parse, verb: int) -> bool:
    """True for what firms do: *leases*, *cut jobs*, *appointed Ann Lind as chief executive*."""
    lemma = parse.lemma[verb]
    if lemma in words_in("firm_verbs"):
        return True
    object_ = parse.child(verb, "dobj", "oprd")
    noun = None if object_ is None else parse.lemma[object_]
    if lemma in read_set("verbs.toml", "installing", "promoting"):
        as_ = next((c for c in parse.children[verb] if parse.lower[c] in ("as", "to")), None)
        role = None if as_ is None else parse.child(as_, "pobj")
        executive = words_in("executives")
        return noun in executive or (role is not None and parse.lemma[role] in executive)
    return lemma in words_in("firm_doings") and noun in words_in("firm_objects")


def _is_peopled(parse: Parse, verb: int) -> bool:
    """True for what has a population or inhabitants."""
    what = parse.child(verb, "dobj")
    return what is not None and parse.lemma[what] in ("population", "inhabitant")


def _is_several(parse: Parse, name: Name, verb: int) -> bool:
    """True for one name, no plural, whose verb is one: "*Orbis* have won", of a club or a band."""
    last, head = name.end - 1, head_of(parse, name.start, name.end)
    alone = parse.child(head, "conj", "det") is None and parse.tag[last] == "NNP"
    helped = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    plural = any(parse.lower[c] in ("have", "are", "were") for c in (*helped[:1], verb))
    straight = name.label != "NORP" and last + 1 in (verb, *helped)
    return alone and plural and straight and parse.child(verb, "mark") is None


def _is_lone(parse: Parse, name: Name) -> bool:
    """True for one word that is nobody's given name; news first names persons in full."""
    return name.end - name.start == 1 and parse.lower[name.start] not in given_names()


def _is_unheard(parse: Parse, name: Name) -> bool:
    """True for two words or three of which the first is nobody's given name."""
    several = 1 < name.end - name.start < _MOST_WORDS
    return several and parse.lower[name.start] not in given_names() and not name.title


def defines(parse: Parse, noun: int) -> bool:
    """True for what a definition says of a place, a body or a product: *a town in Maine*, *a car
    made by Orbis*."""
    article = parse.child(noun, "det")
    if article is None or parse.lower[article] not in ("a", "an") or parse.tag[noun] != "NN":
        return False
    nouns = [noun, *(c for c in parse.children[noun] if parse.dep[c] == "conj")]
    lying = [c for n in nouns for c in parse.children[n] if parse.lower[c] in words_in("lying")]
    links = [c for above in (*nouns, *lying) for c in parse.children[above]]
    where = (parse.child(c, "pobj") for c in links if parse.lower[c] in _WHERE)
    made = any(parse.child(c, "agent") for c in parse.children[noun] if parse.dep[c] == "acl")
    named = made or any(parse.tag[w] in ("NNP", "NNPS") for w in where if w is not None)
    return named and noun_label(parse, noun) in _DEFINED


def _is_model(parse: Parse, name: Name) -> bool:
    """True for one word that is no land's or people's, as the models of arms are called."""
    word = parse.text[name.start]
    bare = name.end - name.start == 1 and not word.isupper()
    return bare and best_place(word) is None and nation_of(word) is None


def _is_one(parse: Parse, name: Name, noun: int) -> bool:
    """True for "the" before one word that is no place's and one noun for what is called so."""
    words = parse.text[name.start : name.end]
    article = name.start > 0 and parse.lower[name.start - 1] == "the"
    known = best_place(" ".join(words)) or company_evidence(words)
    return article and parse.tag[noun] == "NN" and not known


def _has_maker(parse: Parse, noun: int, start: int) -> bool:
    """True for a noun whose owner stands before a name: *Orbis's* Kite phone."""
    return any(parse.dep[c] == "poss" and c < start for c in parse.children[noun])


def _is_share(parse: Parse, token: int) -> bool:
    """True for the subject of what shares do by a per cent, or what "and" joins to it."""
    while parse.dep[token] == "conj" and parse.head[token] < token:
        token = parse.head[token]
    verb = parse.head[token]
    if parse.dep[token] != "nsubj" or parse.lemma[verb] not in words_in("share_verbs"):
        return False
    return any(
        w in ("%", "percent") for w in parse.lower[verb : min(verb + 6, parse.sent_end[verb])]
    )


def _is_bought(parse: Parse, token: int) -> bool:
    """True for what is done to which one does to a firm: "bought Orbis", "Orbis was bought"."""
    verb = parse.lemma[parse.head[token]]
    done = parse.dep[token] == "dobj" or (parse.dep[token] == "nsubjpass" and verb != "found")
    return done and verb in words_in("body_verbs")


def _starts_with_who(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] in ("who", "whom") for c in parse.children[verb])


def _lies_in(parse: Parse, verb: int) -> bool:
    """True for ``is in``."""
    return any(
        parse.dep[c] == "prep" and parse.lower[c] == "in" and c == verb + 1
        for c in parse.children[verb]
    )
