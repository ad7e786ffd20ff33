"""Languages: words for a people where a text speaks of what is spoken: "speaks German and French",
"four official languages: German", "translated into Turkish"."""

from __future__ import annotations

from kgx.annotate.grammar.labels import PREMODIFIERS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set

_SPOKEN_OF = frozenset({"language", "dialect", "tongue"})


def name_languages(parse: Parse) -> list[int]:
    """The words for peoples that name their languages, in order; their tags are those of names
    from now on, in place."""
    names = [t for t, dep in enumerate(parse.dep) if dep in _HEADS and parse.text[t][:1].isupper()]
    found = [t for t in names if _may_name(parse, t) and _is_spoken(parse, t)]
    for token in found:
        parse.pos[token], parse.tag[token] = "PROPN", "NNP"
        if parse.dep[token] == "acomp":
            parse.dep[token] = "attr"
    return found


def opens_gloss(parse: Parse, token: int) -> bool:
    """True for a language before what something is called in it: "(Welsh: Caerdydd)"."""
    set_off = 0 < token < len(parse) - 2 and parse.text[token + 1] == ":"
    known = parse.lower[token] in words_in("spoken") or nation_of(parse.text[token]) is not None
    opened = set_off and parse.text[token - 1] in ("(", ";", ",")
    return opened and known and not _is_land(parse, token)


def is_of_language(parse: Parse, token: int) -> bool:
    """True for a word for a people before what is of its language: "an English teacher", "an
    English-language daily"."""
    after = token + 1 + (parse.text[token + 1 : token + 2] == ["-"])
    return not words_in("of_languages").isdisjoint(parse.lower[after : after + 1])


def _may_name(parse: Parse, token: int) -> bool:
    """True for a bare word for a people: not "the German"."""
    bare = parse.child(token, "det", "poss", "nummod") is None
    known = parse.lower[token] in words_in("spoken")
    return (
        bare and (known or nation_of(parse.text[token]) is not None) and not _is_land(parse, token)
    )


_HEADS = PREMODIFIERS | {
    *("dobj", "pobj", "conj", "appos", "attr", "acomp", "nsubj", "nsubjpass", "oprd"),
}


def _is_land(parse: Parse, token: int) -> bool:
    """True for a plural, and for a country itself: "Germans", "Germany"."""
    nation = nation_of(parse.text[token])
    several = parse.tag[token] in ("NNS", "NNPS") and parse.lower[token].endswith("s")
    return several or (nation is not None and nation.name == parse.text[token])


def _is_spoken(parse: Parse, token: int) -> bool:
    """True where what the word, or the first of its list, hangs on is of languages."""
    first = first_conjunct(parse, token)
    return _hangs_on_language(parse, first) or (
        first != token and parse.lemma[first].lower() in _SPOKEN_OF
    )


def _hangs_on_language(parse: Parse, token: int) -> bool:
    dep, up = parse.dep[token], parse.head[token]
    if dep in PREMODIFIERS:
        next_to = up - token == 1 + (parse.text[token + 1] == "-")
        told = next_to and is_of_language(parse, token)
        return told and parse.lower[up] != "languages"  # "Iranian languages" are many
    if _is_tongue(parse, token):
        return True
    if dep in ("dobj", "nsubjpass"):
        return parse.lemma[up].lower() in read_set("verbs.toml", "voicing")
    if dep == "pobj" and parse.lower[up] in ("in", "into", "from"):
        return parse.lemma[parse.head[up]].lower() in read_set("verbs.toml", "worded")
    if dep == "appos":
        return parse.lemma[up].lower() in _SPOKEN_OF
    if dep in ("attr", "acomp", "nsubj"):
        sides = [c for c in parse.children[up] if parse.dep[c] in ("nsubj", "attr")]
        return any(parse.lemma[c].lower() in _SPOKEN_OF for c in sides if c != token)
    return False


def _is_tongue(parse: Parse, token: int) -> bool:
    """True for a word for a people that means its language where nothing is before or after it:
    "the use of *English*"; its people are "the English"."""
    word, after = parse.lower[token], parse.text[token + 1 : token + 2]
    alone = not after or not after[0][:1].isupper()
    tongue = word.endswith(("ish", "ch", "lsh")) and word not in words_in("no_tongues")
    return tongue and alone and parse.dep[token] in ("nsubj", "nsubjpass", "dobj", "pobj")
