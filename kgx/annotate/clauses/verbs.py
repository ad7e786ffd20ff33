"""Clauses that a verb bears.

Clause types follow ClausIE (Del Corro & Gemulla 2013); coordination is distributed as OpenIE6
(Kolluru et al. 2020) argues for.
"""

from collections.abc import Iterator

from kgx.annotate.clauses.chains import Chain, chain_of, hands_down, is_resolve, verb_group
from kgx.annotate.clauses.contents import content
from kgx.annotate.clauses.gapped import arguments_of, fill_gap, gaps_of, is_elided, stood_for
from kgx.annotate.clauses.objects import lent_objects, objects
from kgx.annotate.clauses.prepositions import circumstances, prepositional
from kgx.annotate.clauses.reader import (
    Reader,
    is_infinitive,
    is_late,
    is_passive,
    is_predicate,
    phrase,
)
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.clauses.subjects import subjects
from kgx.annotate.clauses.whereabouts import place_told
from kgx.annotate.grammar.contrasts import is_chosen, is_denied_beside
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import clause_words, phrase_words
from kgx.annotate.grammar.relatives import TO_WORKS
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed
from kgx.types import Role

_TO_BODIES = ("of_led_bodies", "keeping_up")
_NOTHING: list[Phrase | None] = [None]


def read_clauses(reader: Reader) -> Iterator[Clause]:
    """Every clause that a verb of the doc bears, coordination distributed, in order."""
    for verb in range(len(reader.parse)):
        if is_predicate(reader.parse, verb):
            if is_elided(reader.parse, verb):
                yield from _elided(reader, verb)
            elif not hands_down(reader, verb):
                yield from _clauses(reader, verb)
            elif is_resolve(reader, verb):
                yield from _resolves(reader, verb)


def _clauses(reader: Reader, verb: int) -> Iterator[Clause]:
    parse = reader.parse
    heads = [] if is_late(parse, verb) else subjects(reader, verb)
    if not heads:
        yield from _undertakings(reader, verb)
        return
    bare = objects(reader, verb) or lent_objects(reader, verb)
    further = _read_further(reader, verb, bare)
    indirect, direct = _sort_out(bare)
    passive = is_passive(parse, verb)
    chain = chain_of(reader, verb)
    there = parse.child(verb, "expl")
    if there is not None and not direct and not any(p.role == "place" for p in further):
        direct = [phrase(reader, head, "complement") for head in heads]
        heads = [there]  # "There were | 3,800 guests"
    if _counts(parse, direct):
        heads = heads[:1]  # "Orbis and Helix are two ships"
    alike = [] if direct else _alike(further, verb)
    others = [p for p in further if p not in alike and not is_denied_beside(parse, p.head)]
    for subject in heads:
        for one in direct or alike or _NOTHING:
            mine = [*([] if one is None else [one]), *indirect, *others]
            mine = [p for p in mine if p.tokens and p.head != subject]
            if mine or _says_enough(parse, chain.top):
                yield make_clause(reader, verb, chain, subject, mine, passive=passive)
    for gap in gaps_of(parse, verb):
        mine = fill_gap(reader, verb, gap, [*bare, *further])
        for subject in spread_out(parse, gap) if parse.dep[gap] == "gap:subject" else heads:
            yield make_clause(reader, verb, chain, subject, mine, passive=passive)


def _read_further(reader: Reader, verb: int, bare: list[Phrase]) -> list[Phrase]:
    """The arguments of a verb that are no bare objects, in order; when and why where there are no
    others."""
    parse = reader.parse
    found = _shared(reader, verb, prepositional(reader, verb)) + content(reader, verb)
    found += place_told(reader, verb) + _lent_agents(reader, verb)
    if not bare and not found:
        bare_be = parse.lemma[verb] == "be" and parse.child(verb, "expl") is None
        found = [p for p in circumstances(reader, verb) if p.head > verb or not bare_be]
    return sorted(found, key=lambda p: p.tokens[0] if p.tokens else p.head)


def _bearer(reader: Reader, verb: int) -> int | None:
    """The noun or adjective that an infinitive says is to be done: "the deal to lease ships", "it
    is vital to lease ships"."""
    parse, lexicon, above = reader.parse, reader.lexicon, reader.parse.head[verb]
    if parse.dep[verb] == "acl":
        return above if "undertaking" in lexicon.nouns.get(parse.lemma[above], ()) else None
    found = parse.child(above, "acomp") if parse.dep[verb] == "xcomp" else None
    kinds = () if found is None else lexicon.adjectives.get(parse.lower[found], ())
    return found if "demanded" in kinds or "possible" in kinds else None


def _undertakings(reader: Reader, verb: int) -> Iterator[Clause]:
    """What is to be done where nobody says by whom: "the deal to lease | ships | from Orbis"."""
    bearer = _bearer(reader, verb) if is_infinitive(reader.parse, verb) else None
    if bearer is None or bearer > verb:
        return
    parse = reader.parse
    chain = Chain((bearer, *verb_group(parse, verb)), verb)
    further = prepositional(reader, verb)
    for thing in objects(reader, verb):
        if thing.role == "object" and parse.pos[thing.head] in ("NOUN", "PROPN"):
            yield make_clause(reader, verb, chain, thing.head, further, passive=True)


def _elided(reader: Reader, auxiliary: int) -> Iterator[Clause]:
    """The clause of a verb that an auxiliary stands for: "Peru signed the pact, but Chile did
    not"."""
    parse, verb = reader.parse, stood_for(reader, auxiliary)
    heads = [] if verb is None else subjects(reader, auxiliary)
    if verb is None or parse.lower[verb] in ("be", "have", "do"):
        return
    chain = Chain((verb, *(c for c in parse.children[verb] if parse.dep[c] == "prt")), verb)
    arguments = arguments_of(reader, verb, auxiliary)
    for subject in heads:
        passive = is_passive(parse, verb)
        clause = make_clause(reader, verb, chain, subject, arguments, passive=passive)
        yield changed(clause, auxiliary=auxiliary)


def _resolves(reader: Reader, verb: int) -> Iterator[Clause]:
    """What someone resolved, with the deed as its topic: "Orbis | agreed | to sell the mill"."""
    parse = reader.parse
    chain = Chain(tuple(verb_group(parse, verb)), verb)
    deeds = [
        Phrase(c, clause_words(parse, c), "topic")
        for c in parse.children[verb]
        if parse.dep[c] == "xcomp"
    ]
    arguments = [*prepositional(reader, verb), *deeds]
    for subject in subjects(reader, verb):
        yield make_clause(reader, verb, chain, subject, arguments, passive=False)


def _sort_out(bare: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """What goes into each fact of a verb, and what makes a fact each: its objects, or else its
    complements; a complement beside an object says what that object is or becomes."""
    shared = [p for p in bare if p.role == "indirect object"]
    direct = [p for p in bare if p.role != "indirect object"]
    if any(p.role == "object" for p in direct):
        shared += [p for p in direct if p.role == "complement"]
        direct = [p for p in direct if p.role != "complement"]
    return shared, direct


def _alike(further: list[Phrase], verb: int) -> list[Phrase]:
    """The conjuncts after the preposition of a verb's first argument: one fact each."""
    after = [p for p in further if p.marker and p.head > verb and p.role not in ("time", "manner")]
    return [p for p in further if after and p.marker == after[0].marker]


def _says_enough(parse: Parse, verb: int) -> bool:
    """True if a verb alone tells a fact: "the firm will appeal", not "to check"."""
    if parse.lemma[verb] == "be":
        return False
    return parse.dep[verb] not in ("pcomp", "advcl", "xcomp", "acl", "relcl") or (
        parse.child(verb, *NOUN_SUBJECTS) is not None
    )


def _shared(reader: Reader, verb: int, own: list[Phrase]) -> list[Phrase]:
    """A verb's own prepositional arguments; fronted times of the first of coordinated verbs hold
    for all."""
    parse = reader.parse
    if parse.dep[verb] != "conj" or not is_predicate(parse, parse.head[verb]):
        return own
    first = parse.head[verb]
    if parse.child(verb, *NOUN_SUBJECTS) is not None:
        return own
    fronted = [
        p
        for p in prepositional(reader, first)
        if p.role == "time" and p.head < first and p.tokens and p.tokens[-1] < first
    ]
    return fronted + own


def _lent_agents(reader: Reader, verb: int) -> list[Phrase]:
    """By whom the next participle says that both are done: "was written | and directed by Lind";
    not "was injured and treated by doctors"."""
    parse, joint = reader.parse, verb + 2
    if parse.tag[verb] != "VBN" or parse.lower[verb + 1 : joint] not in (["and"], ["&"], ["or"]):
        return []
    if parse.head[joint : joint + 1] != [verb] or parse.dep[joint] != "conj":
        return []
    made = read_set("works.toml", *TO_WORKS) | read_set("verbs.toml", *_TO_BODIES)
    alike = parse.tag[joint] == "VBN" and {parse.lemma[verb], parse.lemma[joint]} <= made
    return [p for p in prepositional(reader, joint) if p.role == "agent"] if alike else []


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
    relation = _without_denial(parse, verb, chain, arguments)
    inside = set(relation)
    arguments = [_without(parse, p, verb) for p in arguments if not inside.issuperset(p.tokens)]
    lemma = [parse.lemma[verb]]
    lemma += [parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "prt"]
    arguments = _take_idiom(reader, verb, relation, lemma, arguments)
    arguments = _fold(parse, verb, relation, lemma, arguments)
    words = [*relation, *(t for p in arguments for t in (*p.marker, *p.tokens))]
    whole = _counts(parse, arguments) or parse.dep[subject] in ("csubj", "csubjpass")
    words_of = clause_words if whole else phrase_words
    named = Phrase(subject, words_of(parse, subject), "subject")
    first = _without(parse, named, verb)
    start, end = parse.sent[verb], parse.sent_end[verb]
    everything = [t for t in (*words, *first.tokens) if start <= t < end]
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


def _without_denial(parse: Parse, verb: int, chain: Chain, arguments: list[Phrase]) -> list[int]:
    """The words of a chain, for "did not sell ships but trains" and its trains without "not"."""
    if not any(is_chosen(parse, p.head) for p in arguments):
        return list(chain.tokens)
    return [t for t in chain.tokens if parse.dep[t] != "neg" or parse.head[t] != verb]


def _counts(parse: Parse, arguments: list[Phrase]) -> bool:
    """True for a complement that counts what its subject lists: "A and B are | two ships"."""
    return any(
        p.role == "complement"
        and any(parse.tag[c] == "CD" and parse.lower[c] != "one" for c in parse.children[p.head])
        and parse.tag[p.head] == "NNS"
        for p in arguments
    )


def _without(parse: Parse, part: Phrase, verb: int) -> Phrase:
    """The phrase less the clause in it that the verb bears: "the engine" of "the engine that Brazil
    bought"."""
    if part.head == verb or verb not in part.tokens:
        return part
    branch = verb
    while parse.head[branch] != part.head and parse.head[branch] != branch:
        branch = parse.head[branch]
    after = parse.dep[branch] == "amod" and branch > part.head  # "a phone capable of ..."
    if parse.dep[branch] not in ("relcl", "acl") and not after:
        return part
    left, right = parse.left[branch], parse.right[branch]
    kept = tuple(t for t in part.tokens if not left <= t <= right)
    return changed(part, tokens=kept)


def _take_idiom(
    reader: Reader, verb: int, relation: list[int], lemma: list[str], arguments: list[Phrase]
) -> list[Phrase]:
    """Move a bare word that makes one meaning with its verb into the relation: "took place", "went
    public"."""
    parse = reader.parse
    for part in arguments:
        said = f"{parse.lemma[verb]} {parse.lower[part.head]}"
        bare = part.role in ("object", "complement") and len(part.tokens) == 1
        if bare and said in reader.lexicon.idioms:
            relation.append(part.head)
            lemma.append(parse.lower[part.head])
            return [p for p in arguments if p is not part]
    return arguments


def _fold(
    parse: Parse, verb: int, relation: list[int], lemma: list[str], arguments: list[Phrase]
) -> list[Phrase]:
    """Move the preposition of the first argument after the verb into the relation, where no bare
    object comes first ("work on | engines", "was bought by | Acme")."""
    if any(p.role in ("object", "complement") and not p.marker for p in arguments):
        return arguments
    after = [p for p in arguments if p.head > verb and p.marker]
    first = next((p for p in after if p.role not in ("time", "manner")), None)
    if first is not None and parse.lower[first.marker[0]] == "compared":
        return arguments  # "fell 2 percent compared with a rise of 1 percent"
    told = any(p.role == "topic" for p in arguments)
    if first is None or (told and first.role == "place"):
        return arguments  # "said | in a letter | that she would go"
    relation.extend(first.marker)
    focusing = read_set("modifiers.toml", "focusing")  # "exports mainly to"
    lemma.extend(w for t in first.marker if (w := parse.lower[t]) not in focusing)
    role: Role = "agent" if first.role == "agent" else "object"
    folded = Phrase(first.head, first.tokens, role)
    return [folded, *(p for p in arguments if p is not first)]
