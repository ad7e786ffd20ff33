"""Names that the sentence they open, or the noun behind them, says the class of."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.side_nouns import defines, noun_label
from kgx.annotate.names.words import Name

_SHORTEST_LETTERS = 3  # of a name in capitals
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def find_defined(search: Search) -> Iterator[Name]:
    """One word that opens a sentence which says what place or body it is, however it is tagged:
    *Norvik* is a town in Maine; and letters: *NSRA*, the space agency, left."""
    parse = search.parse
    for token in dict.fromkeys(parse.sent):
        told = _are_letters_of(parse, token) or _is_told(parse, token)
        if told and not search.titled[token]:
            yield Name(token, token + 1, "")


def _is_told(parse: Parse, token: int) -> bool:
    """True for a subject that "is", right behind it, says what place or body it is."""
    verb = parse.head[token]
    if parse.dep[token] != "nsubj" or verb != token + 1 or parse.lemma[verb] != "be":
        return False
    noun = parse.child(verb, "attr")
    return noun is not None and parse.tag[token] in _NOUNS and defines(parse, noun)


def _are_letters_of(parse: Parse, token: int) -> bool:
    """True for letters that a noun for a body with an article follows behind a comma."""
    word, noun = parse.text[token], parse.child(token, "appos")
    if noun is None or len(word) < _SHORTEST_LETTERS or not (word.isupper() and word.isalpha()):
        return False
    told = parse.text[token + 1] == "," and parse.child(noun, "det") is not None
    return told and noun_label(parse, noun) == "ORG"
