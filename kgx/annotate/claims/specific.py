"""Whether a noun speaks of a class of things or of one: what its article and its owner tell."""

from kgx.annotate.claims.referents import load_concept_words
from kgx.annotate.grammar.parse import Parse


def is_specific(parse: Parse, head: int) -> bool:
    """True for a phrase that means one person or body the text has named elsewhere or not at all
    ("his grandfather", "the bank"): no class of things, and left out where it is not resolved."""
    words = load_concept_words()
    lemma = parse.lemma[head].lower()
    if parse.tag[head] != "NN" or not (lemma in words["person"] or lemma in words["organization"]):
        return False
    deps = {parse.dep[c]: parse.lower[c] for c in parse.children[head]}
    if "poss" in deps:
        return True
    if lemma not in words["person"] and parse.dep[head] not in ("nsubj", "nsubjpass"):
        return False
    definite = deps.get("det") in ("the", "this", "that")
    modified = any(parse.dep[c] in ("compound", "amod", "nmod") for c in parse.children[head])
    return definite and (lemma in words["person"] or not modified)


def is_bare(parse: Parse, head: int) -> bool:
    """True for a noun without article, owner or number: a mass, or a kind."""
    return not any(parse.dep[c] in ("det", "poss", "nummod") for c in parse.children[head])


def is_generic(parse: Parse, head: int) -> bool:
    """True for a phrase that speaks of a class: bare, or with "a"; "the first toy" does not."""
    return not any(
        parse.dep[c] in ("poss", "nummod", "relcl", "acl", "ccomp")
        or (parse.dep[c] == "det" and parse.lower[c] not in ("a", "an"))
        for c in parse.children[head]
    )
