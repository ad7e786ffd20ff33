"""The words of a verb: its group, and the raising and control verbs above it."""

from dataclasses import dataclass

from kgx.annotate.clauses.bidding import whom_before
from kgx.annotate.clauses.reader import Reader, is_extracted, is_passive, is_predicate
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse


def verb_group(parse: Parse, verb: int) -> list[int]:
    """The verb with its auxiliaries, negation, particle, and the adverbs between them or right
    before."""
    group = {verb}
    for c in parse.children[verb]:
        if parse.dep[c] in ("aux", "auxpass", "neg", "prt", "prefix"):
            group.add(c)
    first, last = min(group), max(group)
    for c in parse.children[verb]:
        if parse.dep[c] == "advmod" and first < c < last and not parse.children[c]:
            group.add(c)
    while (
        first - 1 in parse.children[verb]
        and parse.dep[first - 1] == "advmod"
        and parse.tag[first - 1] == "RB"
        and not parse.children[first - 1]
        and first - 1 > parse.sent[verb]
    ):
        first -= 1
        group.add(first)
    return sorted(group)


def shared_auxiliaries(parse: Parse, verb: int) -> list[int]:
    """The auxiliaries that a participle shares with the one it is coordinated with: "were called
    up and | sent home"."""
    here = verb
    while (
        parse.dep[here] == "conj"
        and parse.tag[here] in ("VBN", "VBD")
        and parse.child(here, *NOUN_SUBJECTS, "aux", "auxpass") is None
    ):
        here = parse.head[here]
        found = [c for c in parse.children[here] if parse.dep[c] in ("aux", "auxpass")]
        if found:
            passive = parse.dep[found[-1]] == "auxpass"
            return found if passive and is_passive(parse, verb) else []
    return []


@dataclass(frozen=True, slots=True)
class Chain:
    """A verb with the raising and control verbs above it: "is likely to enter"."""

    tokens: tuple[int, ...]
    top: int


def chain_of(reader: Reader, verb: int) -> Chain:
    """The words from the topmost verb that shares the verb's subject down to the verb."""
    parse = reader.parse
    tokens, top = [*shared_auxiliaries(parse, verb), *verb_group(parse, verb)], verb
    while parse.dep[top] == "xcomp" and parse.child(top, *NOUN_SUBJECTS) is None:
        above = parse.head[top]
        link: list[int] = []
        if parse.dep[above] in ("acomp", "oprd") and parse.pos[above] == "ADJ":
            link, above = [above], parse.head[above]
        if not is_predicate(parse, above) or parse.child(above, "dobj", "dative") is not None:
            break
        if not link and parse.child(above, "acomp") is not None:
            break  # "it feels good to win"
        if whom_before(parse, top, above) is not None:
            break  # "called on the bank to pay"
        if is_extracted(parse, above):
            break  # "the mill, which Orbis reckons to be worth little"
        tokens = [*verb_group(parse, above), *link, *tokens]
        top = above
    return Chain(tuple(sorted(set(tokens))), top)


def hands_down(reader: Reader, verb: int) -> bool:
    """True if the verb only carries another ("is likely to enter"), so that the lower one tells
    the fact."""
    parse = reader.parse
    below = [c for c in parse.children[verb] if parse.dep[c] == "xcomp" and is_predicate(parse, c)]
    below += [
        x
        for c in parse.children[verb]
        if parse.dep[c] == "acomp"
        for x in parse.children[c]
        if parse.dep[x] == "xcomp"
        and is_predicate(parse, x)
        and parse.lemma[c] in reader.lexicon.raising
    ]
    own = parse.child(verb, "dobj", "dative", "attr")
    if below and own is None:
        own = whom_before(parse, below[0], verb)
    if below and parse.head[below[0]] == verb:
        own = own or parse.child(verb, "acomp")
    return bool(below) and own is None


def is_resolve(reader: Reader, verb: int) -> bool:
    """True for a verb whose own deed is a fact beside the one it carries: who "agreed to sell" has
    agreed, sold or not."""
    parse = reader.parse
    return (
        "resolving" in reader.lexicon.verbs.get(parse.lemma[verb], ())
        and parse.dep[verb] != "xcomp"
        and parse.child(verb, "auxpass", "acomp") is None
    )
