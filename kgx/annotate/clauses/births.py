"""Whose child one is where the sentence tells where one was born: "born in Oslo, the son of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.clauses.subjects import subjects
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import noun_clause, phrase_words
from kgx.annotate.words.wordlists import read_set


def read_births(reader: Reader) -> Iterator[Clause]:
    """What those who were born are to their parents, after a comma."""
    parse = reader.parse
    for verb, word in enumerate(parse.lower):
        if word != "born" or parse.tag[verb] != "VBN":
            continue
        child = _child_after(parse, verb)
        for person in [] if child is None else subjects(reader, verb):
            noun = whose_child(parse, child or 0)
            words = phrase_words(parse, noun)
            named = phrase(reader, person, "subject")
            yield noun_clause(noun, "apposition", "be", named, [Phrase(noun, words, "complement")])


def _child_after(parse: Parse, verb: int) -> int | None:
    """The first noun for a child in the sentence after "born", a comma and an article."""
    for noun in range(verb + 1, parse.sent_end[verb]):
        if parse.dep[noun] in ("nsubj", "nsubjpass", "relcl") or parse.text[noun] == ";":
            return None
        first = parse.left[noun]
        if parse.lower[first] not in ("the", "a", "an") or parse.text[first - 1] != ",":
            continue
        if is_child(parse, noun) and parse.dep[noun] in ("appos", "npadvmod", "dep", "attr"):
            return noun
    return None


def is_child(parse: Parse, noun: int) -> bool:
    """True for "the second son of Y" and "the youngest of four children of Y"."""
    children, whose = read_set("roles.toml", "children"), whose_child(parse, noun)
    return parse.lemma[whose].lower() in children and parse.below(whose, "of") is not None


def whose_child(parse: Parse, noun: int) -> int:
    """The "children" of "the youngest of four children of Y"; else the noun itself."""
    inner = parse.below(noun, "of") if parse.tag[noun] in ("JJ", "JJS", "NN", "RBS") else None
    many = inner is not None and parse.tag[inner] == "NNS"
    return inner if many and inner is not None else noun
