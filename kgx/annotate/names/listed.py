"""Evidence for what a name names from the noun that it is listed under with others."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import conjuncts
from kgx.annotate.grammar.tree import first_below, first_conjunct
from kgx.annotate.names.evidence import STRONG, SURE, TOLD, Evidence, company_evidence
from kgx.annotate.names.side_nouns import noun_label, shared_nouns
from kgx.annotate.words.wordlists import read_set


def read_list(parse: Parse, head: int, before: str) -> Iterator[Evidence]:
    """What the noun says that a name is listed under.

    Args:
        head: The word of the name that the others hang on.
        before: The word before the name, in lower case.
    """
    first = first_conjunct(parse, head)
    if parse.dep[head] == "conj" or before in ("as", "including"):
        yield from _listed(parse, head)
    yield from _included(parse, first, head)
    yield from _called(parse, first)


def _called(parse: Parse, first: int) -> Iterator[Evidence]:
    """What the noun in the plural says that names stand behind or are said to be: "their
    *daughters*, X and Y"; "her *novels* are X and Y"."""
    noun, dep = parse.head[first], parse.dep[first]
    if dep == "attr" and parse.lemma[noun] == "be":
        noun = parse.child(noun, "nsubj") or first
    elif dep not in ("appos", "conj") or parse.text[first_below(parse, first) - 1] != ",":
        return
    if parse.tag[noun] != "NNS" or noun >= first:
        return
    kin = parse.lemma[noun] in read_set("roles.toml", "kin")
    label = "PERSON" if kin else noun_label(parse, noun) or ""
    if kin or label == "WORK_OF_ART":
        yield "listed", label, SURE + STRONG
    elif label not in ("", "PERSON"):  # founders may be firms
        yield "listed", label, TOLD
    elif parse.lemma[noun] in shared_nouns() and _is_its(parse, noun):
        yield "listed", "ORG", TOLD  # two of its rivals, Orbis and Helix


def _is_its(parse: Parse, noun: int) -> bool:
    """True for what a body or a thing has: *its* rivals."""
    return any(parse.lower[c] == "its" for c in parse.children[noun])


def _listed(parse: Parse, head: int) -> Iterator[Evidence]:
    """What the noun says that names are listed after: the *villages* of Hexley and X, *firms* such
    as Orbis and X."""
    first = first_conjunct(parse, head)
    if _is_among_firms(parse, first, head):
        yield "listed", "ORG", TOLD
    prep = parse.head[first]
    such = parse.lower[prep] == "as" and parse.lower[prep - 1] == "such"
    among = parse.lower[prep] == "including" and parse.text[prep - 1] == ","
    noun = prep - 2 if such or among else parse.head[prep]  # parsers hang "such as" on the verb
    beside = first - 1  # "carmakers Orbis and X"
    if parse.tag[beside] == "NNS" and parse.head[beside] == first < head:
        label = noun_label(parse, beside)
        if label is not None:
            yield "listed", label, TOLD
    link = parse.lower[prep]
    after = parse.dep[first] == "pobj" and link in ("of", "as", "including") and noun < prep
    several = after and parse.tag[noun] == "NNS"
    label = noun_label(parse, noun) if several else None
    if several and label is None and parse.lemma[noun] in shared_nouns():
        yield "listed", "ORG", 1.6  # investors such as Orbis, producers such as Ann Lind
    if label is not None and (link != "of" or label in ("GPE", "LOC")):
        yield "listed", label, TOLD


def _is_among_firms(parse: Parse, first: int, name: int) -> bool:
    """True for one word joined to two listed companies or more: Airbus, Boeing and *Orla*."""
    others = [t for t in conjuncts(parse, first) if t != name]
    firms = (parse.text[first_below(parse, t) : t + 1] for t in others)
    alone = first_below(parse, name) == name or parse.text[first_below(parse, name)] == "and"
    return len(others) > 1 and alone and all("ORG" in company_evidence(words) for words in firms)


def _included(parse: Parse, first: int, head: int) -> Iterator[Evidence]:
    """What the noun says that names are counted in: its *ships* include the Kestrel and X."""
    verb = parse.head[first]
    if parse.dep[first] != "dobj" or parse.lemma[verb] != "include":
        return
    noun = parse.child(verb, "nsubj")
    label = None if noun is None or parse.tag[noun] != "NNS" else noun_label(parse, noun)
    if label not in (None, "PERSON"):  # customers may be firms
        yield "listed", label, TOLD
    elif noun is not None and parse.child(head, "compound") is None and _is_of_body(parse, noun):
        yield "listed", "ORG", TOLD  # persons would be named in full


def _is_of_body(parse: Parse, noun: int) -> bool:
    """True for those whom a body deals with: "*its* rivals", "*its* suppliers"."""
    owner = parse.child(noun, "poss")
    its = owner is not None and parse.lower[owner] == "its"
    return its and parse.lemma[noun] in read_set("nouns.toml", "either")
