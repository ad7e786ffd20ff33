"""Words that open a sentence as its subject and that English has not: names, though a capital says
nothing there and the model saw none."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import told_class
from kgx.annotate.names.search import Search
from kgx.annotate.names.side_nouns import noun_label
from kgx.annotate.names.words import Name, words_in

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
_NAMED = frozenset({"GPE", "LOC", "FAC", "ORG", "WORK_OF_ART", "PRODUCT"})
_SHORTEST = 3  # letters


def unheard_tokens(doc: Doc, parse: Parse) -> list[int]:
    """The tokens that open sentences and that the pipeline's vectors do not have; none where it has
    no vectors."""
    vocab = doc.vocab
    if not vocab.vectors_length:
        return []
    return [
        token
        for token in dict.fromkeys(parse.sent)
        if (parse.dep[token] in _SUBJECTS or _is_held(parse, token))
        and _is_singular(vocab, parse, token)
        and parse.text[token].istitle()
        and len(parse.text[token]) >= _SHORTEST
        and parse.text[token].isalpha()
        and (parse.tag[token] == "NNS" or is_unheard(vocab, parse.lower[token]))
    ]


def _is_held(parse: Parse, token: int) -> bool:
    """True for what the shares that a sentence opens with are of: *Torvex* shares fell."""
    return parse.dep[token] == "compound" and parse.lower[token + 1] in words_in("holdings")


def is_unheard(vocab: Vocab, word: str) -> bool:
    """True for a word without a vector; the vocabulary does not grow by the question."""
    return get_string_id(word) not in vocab.vectors


def _is_singular(vocab: Vocab, parse: Parse, token: int) -> bool:
    """True for a name in the singular, and for a noun unless the sentence says what it is, and that
    is nothing that has a name: "*Brevik* is a town", but not "graphite is a mineral"; no plural is
    "Orbis", whose singular English has not."""
    verb = parse.head[token]
    if parse.tag[token] == "NN" and parse.lemma[verb] == "be":
        attr = parse.child(verb, "attr")
        return attr is not None and _has_names(parse, told_class(parse, attr))
    if parse.tag[token] == "NNS":
        single = parse.lower[token].removesuffix("s")
        return parse.lemma[token].lower() == single and is_unheard(vocab, single)
    return parse.tag[token] in ("NN", "NNP")


def _has_names(parse: Parse, noun: int) -> bool:
    """True for a noun for what each has a name of its own: a town, a firm, a ship; no drug."""
    return noun_label(parse, noun) in _NAMED and parse.lemma[noun] not in words_in("nameless")


def find_unheard(search: Search) -> Iterator[Name]:
    """Names of one word that English has not."""
    return (Name(t, t + 1, "") for t in search.unheard if not search.titled[t])
