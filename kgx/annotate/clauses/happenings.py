"""Which propositions of a document tell of the same happening.

Two do where their verbs are of one family ("export", "an export deal"), two of their participants
are the same, and neither their times nor their polarity tell them apart; as in the within-document
event coreference of ECB+ (Cybulska & Vossen 2014), with the lemma baseline made strict.
"""

from collections.abc import Sequence
from itertools import combinations

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed
from kgx.types import Proposition

_MOST = 6
"""Participants that are compared; a longer list is no description of one happening."""

_Key = tuple[str, str, str, str]


def share_events(
    parse: Parse, lexicon: Lexicon, told: Sequence[tuple[Clause, Proposition]]
) -> list[Proposition]:
    """The propositions, each with the id of the first that tells of the same happening."""
    first: dict[_Key, Proposition] = {}
    found = []
    for clause, said in told:
        keys = list(_keys(parse, lexicon, clause, said))
        same = next((first[key] for key in keys if key in first and _fits(first[key], said)), None)
        event = None if same is None else same.event or same.id
        told_now = said if event is None else changed(said, event=event)
        for key in keys:
            first.setdefault(key, told_now)
        found.append(told_now)
    return found


def is_happening(parse: Parse, lexicon: Lexicon, clause: Clause, said: Proposition) -> bool:
    """True for a deed that no claim tells, having one entity to tell of: "the minister resigned",
    "the court handed her a fine"; not for what is said, nor for what only a pronoun names."""
    verb = parse.lemma[clause.head]
    says = "saying" in lexicon.verbs.get(verb, ())
    if clause.kind != "verb" or says or verb in ("do", "have"):
        return False
    parts = [(clause.subject, said.subject), *zip(clause.arguments, said.arguments, strict=True)]
    vague = any(
        shown.entity is None and parse.pos[part.head] == "PRON"
        for part, shown in parts
        if part.role in ("subject", "object", "indirect object", "agent")
    )
    tells = any(part.role in ("topic", "complement") for part in clause.arguments)
    return not (vague or tells) and any(shown.entity for _, shown in parts)


def _keys(parse: Parse, lexicon: Lexicon, clause: Clause, said: Proposition) -> list[_Key]:
    """What two tellings of one happening have in common: a verb, two participants, polarity."""
    if clause.kind not in ("verb", "nominal"):
        return []
    ends = {said.subject.entity, *(a.entity for a in said.arguments if a.role != "time")} - {None}
    if len(ends) > _MOST:
        return []
    pairs = combinations(sorted(map(str, ends)), 2)
    verbs = sorted(_family(parse, lexicon, clause))
    return [(verb, one, other, said.polarity) for one, other in pairs for verb in verbs]


def _family(parse: Parse, lexicon: Lexicon, clause: Clause) -> set[str]:
    """The verbs a clause is about: its own, or those its nouns come from, of which "deal" and
    the like say little beside another."""
    if clause.kind == "verb":
        return {parse.lemma[clause.head].lower()}
    words = [parse.lemma[t].lower() for t in clause.relation]
    verbs = {lexicon.nominals[word] for word in words if word in lexicon.nominals}
    return verbs - read_set("verbs.toml", "dealt") or verbs


def _fits(one: Proposition, other: Proposition) -> bool:
    """True unless their times tell two happenings apart."""
    return one.time is None or other.time is None or one.time == other.time
