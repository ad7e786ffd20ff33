"""How sure a clause is: a log-linear model of what can go wrong in reading it.

Each feature is a property one can see in the parse; its weight is in ``data/confidence.toml``. The
sigmoid of their sum is the probability that a careful reader finds subject, relation and arguments
right, as far as crowd-sourced tuples tell (CaRB, Bhardwaj et al. 2019, development part).
"""

import functools
import math
from collections.abc import Mapping
from itertools import repeat

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.tables import read_table
from kgx.errors import RuleError

_NAME = "confidence.toml"
_LONG_SUBJECT = 10
_LONG_ARGUMENTS = 20
_MANY = 4


@functools.cache
def load_weights(name: str = _NAME) -> Mapping[str, float]:
    """The weight of each feature, ``bias`` included, from a file of the package.

    Raises:
        RuleError: A weight is no number, or there is no bias.
    """
    raw = read_table(name)
    for key, value in raw.items():
        if not isinstance(value, int | float):
            raise RuleError(f"{name}: {key} = {value!r}: must be a number")
    if "bias" not in raw:
        raise RuleError(f"{name}: there is no bias")
    return raw


def grade_clause(parse: Parse, clause: Clause) -> float:
    """The probability that a clause is read right, in (0, 1)."""
    return weigh(load_weights(), clause_features(parse, clause))


def weigh(weights: Mapping[str, float], features: list[str]) -> float:
    """What a log-linear model gives features that hold, in (0, 1); those without a weight tell
    nothing."""
    total = weights["bias"] + sum(map(weights.get, features, repeat(0.0)))
    return 1.0 / (1.0 + math.exp(-total))


def clause_features(parse: Parse, clause: Clause) -> list[str]:
    """The names of the features that hold of a clause."""
    arguments = clause.arguments
    size = sum([len(a.tokens) for a in arguments])
    found: list[str] = [clause.kind]
    if clause.modality != "asserted":
        found.append(clause.modality)
    if clause.polarity == "negative":
        found.append("negative")
    if not arguments:
        found.append("no arguments")
    elif len(arguments) >= _MANY:
        found.append("many arguments")
    if clause.kind in ("verb", "copula"):
        found += _verb_features(parse, clause)
    found += _shape_features(parse, clause, size)
    found += _place_features(parse, clause)
    if len(clause.subject.tokens) > _LONG_SUBJECT:
        found.append("long subject")
    if size > _LONG_ARGUMENTS:
        found.append("long arguments")
    if parse.pos[clause.subject.head] == "PRON":
        found.append("pronoun")
    if arguments:
        found.append(f"first {arguments[0].role}")
        found.append(f"first as {parse.dep[arguments[0].head]}")
        found.append(f"first words {min(len(arguments[0].tokens), 14) // 2 * 2}")
    return found


def _verb_features(parse: Parse, clause: Clause) -> list[str]:
    verb, subject = clause.head, clause.subject.head
    dep, tag, own = parse.dep[verb], parse.tag[verb], parse.head[subject] == verb
    found = [f"as {dep}", f"as {dep}, {'own' if own else 'far'} subject", f"tag {tag}"]
    if clause.passive:
        found.append("passive")
    if parse.lower[clause.relation[0]] == "to":
        found.append("bare infinitive")
    if tag == "VBG" and len(clause.relation) == 1:
        found.append("bare participle")
    if not own:
        found.append("subject from elsewhere")
    if subject > verb:
        found.append("subject after verb")
    if len(clause.relation) > 2:
        found.append("long relation")
    return found


def _shape_features(parse: Parse, clause: Clause, size: int) -> list[str]:
    """How long the parts are, which come together, and where the clause ends."""
    start, end = parse.sent[clause.head], parse.sent_end[clause.head]
    last = max([a.tokens[-1] for a in clause.arguments if a.tokens], default=clause.head)
    after = min(last + 1, len(parse) - 1)
    return [
        f"argument words {min(size, 28) // 4 * 4}",
        f"sentence words {min(end - start, 60) // 12 * 12}",
        "roles " + " + ".join([a.role for a in clause.arguments[:2]]),
        "ends the sentence" if after >= end - 1 else f"before {parse.dep[after]}",
    ]


def _place_features(parse: Parse, clause: Clause) -> list[str]:
    """What the clause and its subject hang on, and the words its relation opens and closes with."""
    above, subject = parse.head[clause.head], clause.subject
    preps = sum([parse.dep[t] == "prep" for t in subject.tokens])
    found = [f"under {parse.dep[above]}", f"subject as {parse.dep[subject.head]}"]
    found.append(f"subject prepositions {min(preps, 3)}")
    ends = zip(("opens", "closes"), clause.relation[:1] + clause.relation[-1:], strict=False)
    found += [f"{side} {parse.lower[t]}" for side, t in ends]
    return found
