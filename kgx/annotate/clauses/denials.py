"""Noun phrases that say there is none, or hardly any."""

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set


def is_denied(parse: Parse, lexicon: Lexicon, head: int) -> bool:
    """True if a noun phrase says that there is none: "no deal", "nobody", "neither side"."""
    if parse.dep[head] == "pobj" and parse.lower[parse.head[head]] in ("like", "unlike"):
        return False  # "sings like nobody else"
    if "negative_pronouns" in lexicon.markers.get(parse.lower[head], ()):
        return not _is_titled(parse, head)
    for c in parse.children[head]:
        if parse.dep[c] == "advmod" and parse.lower[c] in _SCARCELY:
            return not _ANY.isdisjoint(parse.lower[c + 1 : c + 2])  # "hardly anyone"
        if parse.dep[c] not in ("det", "amod", "neg", "preconj"):
            continue
        if _is_titled(parse, c):
            continue
        if parse.lower[c] == "not":
            return (_not_less() | _SOME).isdisjoint(parse.lower[c + 1 : c + 2])
        if parse.dep[c] == "det" and any(parse.lower[g] in _SCARCELY for g in parse.children[c]):
            return parse.lower[c] in _ANY  # "hardly any ships"
        if parse.lower[c] == "little":
            return _is_mass(parse, head)
        if "negative_determiners" in lexicon.markers.get(parse.lower[c], ()):
            beside = [g for g in parse.children[head] if g != c and parse.dep[g] == "det"]
            own = parse.lower[c] == "few" and (beside or parse.lower[c - 1] == "a")
            return not own and parse.lower[c + 1] not in _not_less()
    opening = parse.lower[max(head - 3, 0) : head]
    return opening == ["few", "if", "any"]


def _not_less() -> frozenset[str]:
    """Words that make of a "no" or "not" before them no denial: "no fewer than 40 ships"."""
    return _NOT_LESS | read_set("modifiers.toml", "merely")


def _is_titled(parse: Parse, token: int) -> bool:
    """True for the "No" of "read No Logo": a capital within a sentence, before another."""
    before, after = parse.text[token - 1 : token], parse.text[token + 1 : token + 2]
    inside = token > parse.sent[token] and before[0][-1].isalnum() and after
    return bool(inside) and parse.text[token].istitle() and after[0][:1].isupper()


def _is_mass(parse: Parse, head: int) -> bool:
    """True if "little" says how little there is ("little change"), not how small it is."""
    return parse.tag[head] == "NN" and parse.child(head, "det", "poss", "nummod") is None


_SCARCELY = frozenset({"hardly", "scarcely", "barely"})
_ANY = frozenset({"a", "an", "any", "anyone", "anybody", "anything"})
_NOT_LESS = frozenset({"less", "fewer", "more", "least"})
_SOME = frozenset({"all", "every", "everyone", "everybody", "everything"})
"""Words after "not" that leave some: of "not all" some did."""
