"""The arguments of clauses whose verb is left out.

They are the phrases that `gaps` set apart, or those of the verb that an auxiliary stands for ("but
Chile did not").
"""

from kgx.annotate.clauses.objects import objects
from kgx.annotate.clauses.prepositions import after_preposition, prepositional
from kgx.annotate.clauses.reader import Reader, is_infinitive, is_predicate, phrase
from kgx.annotate.grammar.gaps import GAPS
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.types import Role


def gaps_of(parse: Parse, verb: int) -> list[int]:
    """What stands first in each clause that leaves the verb out."""
    return [c for c in parse.children[verb] if parse.dep[c] in GAPS]


def fill_gap(reader: Reader, verb: int, gap: int, given: list[Phrase]) -> list[Phrase]:
    """The arguments of a clause that leaves the verb out, in order.

    Its bare phrases do what those of the full clause do; where it has none, those hold for it too,
    as does what stands before the full clause.

    Args:
        given: The arguments of the full clause.
    """
    parse = reader.parse
    remnants = [gap, *(c for c in parse.children[gap] if parse.dep[c] == "orphan")]
    own: list[Phrase] = []
    roles = [p for p in given if not p.marker and p.role != "topic" and p.head > verb]
    bare = iter([p.role for p in roles])
    for token in remnants:
        if parse.tag[token] in ("IN", "TO"):
            own.extend(after_preposition(reader, token, verb, (token,)))
        elif token != gap or parse.dep[gap] != "gap:subject":
            role: Role = next(bare, "object")
            own.append(phrase(reader, token, "time" if reader.timed[token] else role))
    held = [p for p in given if p.tokens and p.tokens[-1] < verb]
    if all(p.marker for p in own):
        held += roles
    dated = any(p.role == "time" for p in own)
    kept = [p for p in held if not (dated and p.role == "time")]
    return [*kept, *own]


_BESIDE = frozenset({*NOUN_SUBJECTS, "neg", "advmod", "mark", "cc", "punct", "preconj"})
_ALIKE = frozenset({"as", "so", "neither", "nor"})


def is_elided(parse: Parse, verb: int) -> bool:
    """True for an auxiliary that stands for a verb said before: "but Chile did not", "as did
    France", "than Ann did"."""
    above = parse.head[verb]
    return (
        parse.lemma[verb] in ("do", "have", "be")
        and parse.dep[verb] in ("advcl", "conj")
        and above < verb
        and is_predicate(parse, above)
        and (parse.lemma[verb] == "do" or parse.child(verb, "neg") == verb + 1)
        and all(parse.dep[c] in _BESIDE for c in parse.children[verb])
    )


def stood_for(reader: Reader, verb: int) -> int | None:
    """The verb that such an auxiliary stands for, None where that is unsure."""
    parse = reader.parse
    full = parse.head[verb]
    words = {parse.lower[c] for c in parse.children[verb]}
    below = [c for c in parse.children[full] if parse.dep[c] == "xcomp" and is_predicate(parse, c)]
    said = parse.child(full, "ccomp") is not None
    if said or (parse.dep[verb] == "advcl" and not words & _ALIKE):
        return None
    if parse.child(verb, *NOUN_SUBJECTS) is not None:
        return None if below else full
    ahead = [c for c in below if is_infinitive(parse, c)]
    return ahead[0] if ahead and parse.lemma[verb] == "do" else None


def arguments_of(reader: Reader, verb: int, auxiliary: int) -> list[Phrase]:
    """What a verb has beside it where an auxiliary stands for it: all but when the first was."""
    found = [*objects(reader, verb), *prepositional(reader, verb)]
    return [p for p in found if p.role not in ("time", "manner") and auxiliary not in p.tokens]
