"""Clauses that a verb bears.

Clause types follow ClausIE (Del Corro & Gemulla 2013); subjects of verbs that have none of their
own follow the rules of control and raising that PredPatt (White et al. 2016) applies to the same
kind of parse; coordination is distributed as OpenIE6 (Kolluru et al. 2020) argues for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kgx.annotate.lexicon import Lexicon
from kgx.annotate.parse import Parse
from kgx.annotate.parts import Clause, Phrase
from kgx.annotate.phrases import (
    clause_words,
    conjuncts,
    is_alternative,
    is_nominal,
    is_relative,
    phrase_words,
)
from kgx.types import Role

_NOT_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound", "prt", "case", "nmod", "punct"})
_SUBJECT = ("nsubj", "nsubjpass")
_NOTHING: list[Phrase | None] = [None]
_MOST = 12  # conjuncts distributed; a longer list is a list, not a clause


@dataclass(slots=True)
class Reader:
    """What reading one doc needs at hand.

    Attributes:
        parse: The parse.
        lexicon: The lists of verbs, nouns and prepositions.
        timed: For each token, True inside a time expression.
        named: For each token the OntoNotes label of the name it is in, "" outside.
        memo: Subjects already found, by verb.
    """

    parse: Parse
    lexicon: Lexicon
    timed: list[bool]
    named: list[str]
    memo: dict[int, list[int]] = field(default_factory=dict)


def is_predicate(parse: Parse, token: int) -> bool:
    """True if the token is a verb that bears a clause."""
    return (
        parse.pos[token] in ("VERB", "AUX")
        and parse.tag[token].startswith("VB")
        and parse.dep[token] not in _NOT_PREDICATE
    )


def is_passive(parse: Parse, verb: int) -> bool:
    """True if the verb's subject is what it is done to: with a passive auxiliary, as a bare
    participle after a noun, or coordinated with a passive."""
    deps = [parse.dep[c] for c in parse.children[verb]]
    if "auxpass" in deps or "nsubjpass" in deps or ("agent" in deps and "aux" not in deps):
        return True
    if "aux" in deps or "nsubj" in deps:
        return False
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBD":
        return "dobj" not in deps  # "the jet announced last year": taggers prefer the past tense
    if parse.tag[verb] != "VBN":
        return False
    if parse.dep[verb] in ("acl", "advcl", "relcl", "ROOT"):
        return parse.dep[verb] != "ROOT" or "agent" in deps
    if parse.dep[verb] == "conj" and is_predicate(parse, parse.head[verb]):
        return is_passive(parse, parse.head[verb])
    return False


# ------------------------------------------------------------------ subjects


def subjects(reader: Reader, verb: int) -> list[int]:
    """The heads of the phrases that are the verb's surface subject, distributed; empty where the
    text has none."""
    if verb not in reader.memo:
        reader.memo[verb] = []  # a cycle finds nothing
        reader.memo[verb] = _subjects(reader, verb)
    return reader.memo[verb]


def _subjects(reader: Reader, verb: int) -> list[int]:
    parse = reader.parse
    own = parse.child(verb, *_SUBJECT)
    if own is not None:
        if is_relative(parse, own):
            antecedent = _antecedent(parse, verb)
            return [] if antecedent is None else [antecedent]
        return spread_out(parse, own)
    if parse.child(verb, "expl") is not None:
        there = parse.child(verb, "attr", "dobj")
        return [] if there is None else spread_out(parse, there)
    if parse.child(verb, "csubj", "csubjpass") is not None:
        return []
    dep, head = parse.dep[verb], parse.head[verb]
    if dep == "conj":
        return subjects(reader, head) if is_predicate(parse, head) else []
    if dep == "acl":
        return _controller(reader, verb, head) if _is_infinitive(parse, verb) else [head]
    if dep == "relcl":
        return [] if _has_object_gap(parse, verb) else [head]
    if dep in ("xcomp", "ccomp", "advcl", "pcomp"):
        return _controller(reader, verb, head)
    return []


def spread_out(parse: Parse, head: int) -> list[int]:
    """A phrase's conjuncts, or the head alone where they can't be told apart safely."""
    group = conjuncts(parse, head)
    return [head] if len(group) > _MOST or is_alternative(parse, group) else group


def members(reader: Reader, head: int) -> list[int]:
    """The names that spell out a plural: "two rivals - Orbis and Helix", "cities: Lyon, Turin"."""
    parse = reader.parse
    if parse.tag[head] != "NNS":
        return []
    spelled = [c for c in parse.children[head] if parse.dep[c] == "appos" and reader.named[c]]
    return [m for c in spelled for m in conjuncts(parse, c) if reader.named[m]]


def _antecedent(parse: Parse, verb: int) -> int | None:
    """The noun a relative clause hangs on."""
    here = verb
    while parse.dep[here] in ("conj", "xcomp", "ccomp") and parse.head[here] != here:
        here = parse.head[here]
    return parse.head[here] if parse.dep[here] in ("relcl", "acl") else None


def _controller(reader: Reader, verb: int, head: int) -> list[int]:
    """Who does what a verb without a subject says: the object of the verb above where that verb
    hands the deed on ("told him to go"), else its subject."""
    parse = reader.parse
    marker = parse.lower[head] if parse.dep[head] == "prep" else ""
    while not is_predicate(parse, head):
        if parse.dep[head] != "prep":
            marker = ""  # "fresh from winning": not a complement of the verb above
        if is_nominal(parse, head) and parse.dep[head] in ("nsubj", "appos"):
            return []
        if parse.head[head] == head:
            return []
        head = parse.head[head]
    if parse.lemma[head] == "be" and parse.dep[verb] == "advcl" and not _is_infinitive(parse, verb):
        return subjects(reader, head)
    given = parse.child(head, "dobj", "dative")
    hands_on = parse.dep[verb] in ("xcomp", "ccomp") or marker in ("of", "from", "into")
    if given is not None and hands_on and parse.lemma[head] not in reader.lexicon.subject_control:
        return spread_out(parse, given) if is_nominal(parse, given) else []
    return subjects(reader, head)


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "aux" and parse.tag[c] == "TO" for c in parse.children[verb])


def _has_object_gap(parse: Parse, verb: int) -> bool:
    return parse.child(verb, *_SUBJECT) is not None


# ------------------------------------------------------------------ arguments


def phrase(reader: Reader, head: int, role: Role, marker: tuple[int, ...] = ()) -> Phrase:
    """The phrase of a head, without what belongs to its conjuncts."""
    return Phrase(head, phrase_words(reader.parse, head), role, marker)


def stand_in(reader: Reader, token: int, verb: int) -> int | None:
    """The token, or for a relative pronoun the noun it stands for."""
    return _antecedent(reader.parse, verb) if is_relative(reader.parse, token) else token


def objects(reader: Reader, verb: int) -> list[Phrase]:
    """The bare objects and complements of a verb, one for each conjunct."""
    parse = reader.parse
    found: list[Phrase] = []
    for c in parse.children[verb]:
        dep = parse.dep[c]
        if dep in ("dobj", "attr", "oprd") or (dep == "dative" and parse.tag[c] != "IN"):
            role: Role = {"dobj": "object", "dative": "indirect object"}.get(dep, "complement")  # type: ignore[assignment]
            if dep == "attr" and parse.child(verb, "expl") is not None:
                continue
            head = stand_in(reader, c, verb)
            if head is not None and (dep != "dobj" or not reader.timed[head]):
                heads = [head] if head != c else members(reader, c) or spread_out(parse, c)
                found.extend(phrase(reader, h, role) for h in heads)
            elif head is not None:
                found.append(phrase(reader, head, "time"))
        elif dep == "acomp":
            found.append(Phrase(c, phrase_words(parse, c), "complement"))
    gap = _object_gap(reader, verb)
    if gap is not None and not any(p.role == "object" for p in found):
        found.append(phrase(reader, gap, "object"))
    return found


def _object_gap(reader: Reader, verb: int) -> int | None:
    """The noun that a relative clause without an object of its own takes as object ("the engine
    Brazil bought")."""
    parse = reader.parse
    if parse.dep[verb] != "relcl" or is_passive(parse, verb) or parse.lemma[verb] == "be":
        return None
    own = parse.child(verb, "nsubj")
    if own is None or is_relative(parse, own):
        return None
    if parse.child(verb, "dobj", "ccomp", "xcomp", "acomp", "attr") is not None:
        return None
    stranded = any(
        parse.dep[c] == "prep" and parse.child(c, "pobj", "pcomp") is None
        for c in parse.children[verb]
    )
    opens = parse.left[verb]
    if stranded or (parse.tag[opens] in ("WRB", "IN") and parse.lower[opens] != "that"):
        return None
    head = parse.head[verb]
    return None if reader.timed[head] else head


def prepositional(reader: Reader, verb: int) -> list[Phrase]:
    """The prepositional and adverbial arguments of a verb, in order."""
    parse = reader.parse
    found: list[Phrase] = []
    for c in parse.children[verb]:
        dep = parse.dep[c]
        if parse.lower[c] == "according":
            continue  # it tells who says so
        if dep in ("prep", "agent") or (dep == "dative" and parse.tag[c] in ("IN", "TO")):
            found.extend(_after_preposition(reader, c, verb, (c,)))
        elif dep == "npadvmod" or (dep == "advmod" and reader.timed[c]):
            role: Role = "time" if reader.timed[c] else "manner"
            found.append(Phrase(c, phrase_words(parse, c), role))
    return found


def _after_preposition(
    reader: Reader, prep: int, verb: int, marker: tuple[int, ...]
) -> Iterator[Phrase]:
    parse = reader.parse
    lead = tuple(
        c for c in parse.children[prep] if parse.dep[c] in ("advmod", "prt", "fixed") and c < prep
    )
    second = [
        c
        for c in parse.children[prep]
        if parse.dep[c] in ("pcomp", "prep") and parse.pos[c] == "ADP" and not parse.children[c]
    ]
    marker = (*marker, *second)  # "due to", "such as"
    for c in parse.children[prep]:
        dep = parse.dep[c]
        if c in second:
            continue
        if dep == "pobj":
            head = stand_in(reader, c, verb)
            if head is None:
                continue
            if f"{parse.lower[prep]} {parse.lower[c]}" in reader.lexicon.complex_prepositions:
                for inner in parse.children[c]:
                    if parse.dep[inner] == "prep":
                        yield from _after_preposition(reader, inner, verb, (*marker, c, inner))
                continue
            between = parse.lower[prep] == "between"
            heads = [head] if head != c or between else spread_out(parse, c)
            for h in heads:
                role = _prepositional_role(reader, prep, h)
                yield phrase(reader, h, role, (*lead, *marker))
        elif dep == "prep":
            yield from _after_preposition(reader, c, verb, (*marker, c))
        elif dep == "pcomp":
            yield Phrase(c, clause_words(parse, c), "manner", marker)


def _prepositional_role(reader: Reader, prep: int, head: int) -> Role:
    parse = reader.parse
    if parse.dep[prep] == "agent":
        return "time" if reader.timed[head] else "agent"
    if reader.timed[head]:
        return "time"
    return reader.lexicon.roles.get(parse.lower[prep], "other")


def content(reader: Reader, verb: int) -> list[Phrase]:
    """The clause a verb of saying, thinking or wanting governs, as one argument."""
    parse = reader.parse
    governs = parse.lemma[verb] in reader.lexicon.verbs
    return [
        Phrase(c, clause_words(parse, c), "topic")
        for c in parse.children[verb]
        if (parse.dep[c] == "ccomp" and (governs or parse.child(c, "mark") is not None))
        or (parse.dep[c] == "xcomp" and parse.pos[c] not in ("VERB", "AUX"))
    ]


# ------------------------------------------------------------------ relations


def verb_group(parse: Parse, verb: int) -> list[int]:
    """The verb with its auxiliaries, negation, particle, and the adverbs between them or right
    before."""
    group = {verb}
    for c in parse.children[verb]:
        if parse.dep[c] in ("aux", "auxpass", "neg", "prt"):
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


@dataclass(frozen=True, slots=True)
class Chain:
    """A verb with the raising and control verbs above it: "is likely to enter"."""

    tokens: tuple[int, ...]
    top: int


def chain_of(reader: Reader, verb: int) -> Chain:
    """The words from the topmost verb that shares the verb's subject down to the verb."""
    parse = reader.parse
    tokens, top = verb_group(parse, verb), verb
    while parse.dep[top] == "xcomp" and parse.child(top, *_SUBJECT) is None:
        above = parse.head[top]
        link: list[int] = []
        if parse.dep[above] in ("acomp", "oprd") and parse.pos[above] == "ADJ":
            link, above = [above], parse.head[above]
        if not is_predicate(parse, above) or parse.child(above, "dobj", "dative") is not None:
            break
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
    return bool(below) and own is None


# ------------------------------------------------------------------ clauses


def read_clauses(reader: Reader) -> Iterator[Clause]:
    """Every clause that a verb of the doc bears, coordination distributed, in order."""
    for verb in range(len(reader.parse)):
        if is_predicate(reader.parse, verb) and not hands_down(reader, verb):
            yield from _clauses(reader, verb)


def _clauses(reader: Reader, verb: int) -> Iterator[Clause]:
    parse = reader.parse
    heads = subjects(reader, verb)
    if not heads:
        return
    bare = objects(reader, verb)
    further = _shared(reader, verb, prepositional(reader, verb)) + content(reader, verb)
    further.sort(key=lambda p: p.tokens[0] if p.tokens else p.head)
    indirect = [p for p in bare if p.role == "indirect object"]
    direct = [p for p in bare if p.role != "indirect object"]
    passive = is_passive(parse, verb)
    chain = chain_of(reader, verb)
    alike = [] if direct else _alike(further, verb)
    for subject in heads:
        for one in direct or alike or _NOTHING:
            others = [p for p in further if p not in alike]
            mine = ([] if one is None else [one]) + indirect + others
            mine = [p for p in mine if p.tokens and p.head != subject]
            if mine or _says_enough(parse, chain.top):
                yield make_clause(reader, verb, chain, subject, mine, passive=passive)


def _alike(further: list[Phrase], verb: int) -> list[Phrase]:
    """The conjuncts after the preposition of a verb's first argument: one fact each."""
    after = [p for p in further if p.marker and p.head > verb and p.role not in ("time", "manner")]
    return [p for p in further if after and p.marker == after[0].marker]


def _says_enough(parse: Parse, verb: int) -> bool:
    """True if a verb alone tells a fact: "the firm will appeal", not "to check"."""
    if parse.lemma[verb] == "be":
        return False
    return parse.dep[verb] not in ("pcomp", "advcl", "xcomp", "acl", "relcl") or (
        parse.child(verb, *_SUBJECT) is not None
    )


def _shared(reader: Reader, verb: int, own: list[Phrase]) -> list[Phrase]:
    """A verb's own prepositional arguments; fronted times of the first of coordinated verbs hold
    for all."""
    parse = reader.parse
    if parse.dep[verb] != "conj" or not is_predicate(parse, parse.head[verb]):
        return own
    first = parse.head[verb]
    if parse.child(verb, *_SUBJECT) is not None:
        return own
    fronted = [
        p
        for p in prepositional(reader, first)
        if p.role == "time" and p.head < first and p.tokens and p.tokens[-1] < first
    ]
    return fronted + own


def make_clause(
    reader: Reader,
    verb: int,
    chain: Chain,
    subject: int,
    arguments: list[Phrase],
    *,
    passive: bool,
) -> Clause:
    """Put a clause together; a preposition that opens the only object joins the relation."""
    parse = reader.parse
    arguments = [_without(parse, p, verb) for p in arguments]
    relation = list(chain.tokens)
    lemma = [parse.lemma[verb]]
    lemma += [parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "prt"]
    arguments = _fold(parse, verb, relation, lemma, arguments)
    words = [*relation, *(t for p in arguments for t in (*p.marker, *p.tokens))]
    first = _without(parse, phrase(reader, subject, "subject"), verb)
    inside = parse.sent[verb], parse.sent_end[verb]
    everything = [t for t in (*words, *first.tokens) if inside[0] <= t < inside[1]]
    return Clause(
        head=verb,
        kind="copula" if parse.lemma[verb] == "be" else "verb",
        relation=tuple(sorted(set(relation))),
        lemma=" ".join(lemma),
        subject=first,
        arguments=tuple(arguments),
        start=min(everything),
        end=max(everything) + 1,
        passive=passive,
    )


def _without(parse: Parse, part: Phrase, verb: int) -> Phrase:
    """The phrase less the clause in it that the verb bears: "the engine" of "the engine that Brazil
    bought"."""
    if part.head == verb or verb not in part.tokens:
        return part
    branch = verb
    while parse.head[branch] != part.head and parse.head[branch] != branch:
        branch = parse.head[branch]
    if parse.dep[branch] not in ("relcl", "acl"):
        return part
    left, right = parse.left[branch], parse.right[branch]
    kept = tuple(t for t in part.tokens if not left <= t <= right)
    return replace(part, tokens=kept)


def _fold(
    parse: Parse, verb: int, relation: list[int], lemma: list[str], arguments: list[Phrase]
) -> list[Phrase]:
    """Move the preposition of the first argument after the verb into the relation, where no bare
    object comes first ("work on | engines", "was bought by | Acme")."""
    if any(p.role in ("object", "complement") and not p.marker for p in arguments):
        return arguments
    after = [p for p in arguments if p.head > verb and p.marker]
    first = next((p for p in after if p.role not in ("time", "manner")), None)
    if first is None:
        return arguments
    relation.extend(first.marker)
    lemma.extend(parse.lower[t] for t in first.marker)
    role: Role = "agent" if first.role == "agent" else "object"
    folded = Phrase(first.head, first.tokens, role)
    return [folded, *(p for p in arguments if p is not first)]
