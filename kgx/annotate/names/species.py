"""Scientific names of species, which name a class of living things and no single one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import given_names, words_in
from kgx.annotate.words.tables import read_data

_GENUS = re.compile(r"[A-Z][a-z]{2,}|[A-Z]\.")
_LATIN = re.compile(r"[a-z]{3,}(?:us|a|um|is|ii|ae)")
_MAY_BE_LATIN = re.compile(r"[a-z]{3,}(?:us|a|um|is|i|ae|or|ax|ans|ens|ense)")
_SURELY_LATIN = re.compile(r"[a-z]{3,}(?:ensis|ense|idis|oides|icola|icus|osum|orum|arum|iae|ii)")
_LATIN_GENUS = re.compile(r"[A-Z][a-z]{3,}(?:us|a|um|is|es|ys|on|os|ix|ops|ium|ella)")


def species_tokens(parse: Parse) -> set[int]:
    """The tokens of the names of species: a genus and an epithet in Latin dress, the one or the
    other known; once a text has told a genus, any Latin word after it."""
    pairs = list(_pairs(parse))
    told = {parse.text[i] for i in pairs if _is_sure(parse, i)}
    return {t for i in pairs if parse.text[i] in told for t in (i, i + 1)}


def name_kinds(parse: Parse) -> set[int]:
    """Words that open a sentence which says that they are a stuff, an illness or the like, of which
    nothing is the name: "*Cuprite* is a mineral"; their tags are those of nouns from now on, in
    place."""
    kinds = set(_find_kinds(parse))
    for token in kinds:
        parse.pos[token], parse.tag[token] = "NOUN", "NN"
    return kinds


def _find_kinds(parse: Parse) -> Iterator[int]:
    for token in dict.fromkeys(parse.sent):
        verb = parse.head[token]
        if parse.dep[token] != "nsubj" or parse.lemma[verb] != "be" or verb != token + 1:
            continue
        noun = parse.child(verb, "attr")
        told = noun is not None and parse.lemma[noun] in words_in("kinds")
        if told and parse.text[token].istitle() and parse.lower[token] not in given_names():
            yield token


def _pairs(parse: Parse) -> Iterator[int]:
    text = parse.text
    for i in [i for i in range(len(parse) - 1) if text[i][0].isupper() and text[i + 1].islower()]:
        epithet = text[i + 1]
        if not _GENUS.fullmatch(text[i]):
            continue
        latin = _MAY_BE_LATIN.fullmatch(epithet) or epithet in words_in("epithets")
        if latin and epithet not in words_in("no_epithets"):
            yield i


def _is_sure(parse: Parse, token: int) -> bool:
    genus, epithet = parse.text[token], parse.text[token + 1]
    if parse.lower[token + 2 : token + 5] == ["is", "a", "species"]:
        return True
    if epithet in words_in("epithets") or _SURELY_LATIN.fullmatch(epithet):
        return genus in _genera() or genus[-1] == "." or bool(_LATIN_GENUS.fullmatch(genus))
    return genus in _genera() and bool(_LATIN.fullmatch(epithet))


@cache
def _genera() -> frozenset[str]:
    return frozenset(read_data("genera.txt").split())
