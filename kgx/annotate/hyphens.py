"""Words and numbers that a hyphen joins and the tokenizer parts: "re-elected", "737-800"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.tree import move
from kgx.annotate.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.parse import Parse

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
Lemmatize = Callable[[str], str]


def join_numbers(parse: Parse, hyphen: int) -> None:
    """Make one modifier of the numbers in "the 737-800 range"."""
    numbers = (hyphen - 1, hyphen + 1)
    inside = 0 < hyphen < len(parse) - 1
    if not (inside and all(parse.text[t].isdecimal() for t in numbers)):
        return
    if parse.dep[hyphen - 1] in ("nmod", "nummod") and parse.dep[hyphen + 1] == "prep":
        parse.dep[hyphen + 1] = "nummod"


def join_prefix(parse: Parse, lemmatize: Lemmatize, hyphen: int) -> None:
    """Make the word after a prefix ("re-elected", "non-residents") the head of what the prefix and
    the hyphen head."""
    prefix, word = hyphen - 1, hyphen + 1
    if (
        prefix < 0
        or word >= len(parse)
        or parse.lower[prefix] not in read_set("modifiers.toml", "prefixes")
    ):
        return
    if parse.sent[prefix] != parse.sent[word] or parse.dep[prefix] in ("compound", "amod"):
        return
    is_verb = parse.tag[prefix].startswith("VB")
    three = (prefix, hyphen, word)
    joint = parse.tag[word] in ("VBN", "JJ") and parse.head[prefix] == parse.head[word]
    if joint and not is_verb:
        parse.pos[word], parse.tag[word] = "ADJ", "JJ"  # "comes pre-loaded"
    tied = parse.dep[prefix] == parse.dep[word] or parse.head[word] in three[:2]
    noun = tied and parse.pos[word] == "NOUN"
    if not (is_verb or joint or noun or parse.lower[prefix] == "non"):
        return
    outer = next(t for t in three if parse.head[t] == t or parse.head[t] not in three)
    above, dep, tag = parse.head[outer], parse.dep[outer], parse.tag[prefix]
    move(parse, word, word if above in three else above)
    for c in (*parse.children[prefix], prefix, *parse.children[hyphen], hyphen):
        if c != word:
            move(parse, c, word)
    parse.dep[word], parse.dep[prefix], parse.dep[hyphen] = dep, "prefix", "prefix"
    if is_verb:
        parse.pos[word], parse.tag[word] = "VERB", tag
        parse.lemma[word] = f"{parse.lower[prefix]}-{lemmatize(parse.lower[word])}"
        for c in parse.children[word]:
            if c > word and parse.dep[c] in _SUBJECT:
                parse.dep[c] = "oprd"
