"""When and how long: dates of births and foundings, terms of sentences."""

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft, base_of, find_typed, marker_of, state
from kgx.annotate.claims.referents import End, date_type
from kgx.annotate.claims.relations import Said
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.iris import XSD

_STRING = XSD + "string"


def draft_term(
    context: Context, clause: Clause, base: str, subject: End | None, part: Phrase, table: Said
) -> Iterator[Draft]:
    """ "Sentenced to four years in prison": a time that says how much, not when.

    Args:
        subject: What it is said of: the object of an active clause if ``table`` is the passive one.
        table: The relations by what says them.
    """
    marker = marker_of(context, clause, part)
    if not marker or subject is None or subject.iri is None:
        return
    parse = context.referents.parse
    after = [c for c in parse.children[part.head] if parse.lower[c] in ("for", "over", "on")]
    words = tuple(t for t in part.tokens if not after or t < after[0])
    term = End(None, None, context.referents.words(words), _STRING)
    found = find_typed(context, table, f"{base} {marker}", subject, term)
    if found is None or found[1] or "text" not in found[0].range:
        return  # "known for years"
    yield context.typed(subject.iri, found[0].id, term)
    for prep in after:
        crime = None if parse.lower[prep] == "on" else parse.child(prep, "pobj")
        for head in [] if crime is None else spread_out(parse, crime):
            other, key = context.refer_to(head), f"{base} {parse.lower[prep]}"
            said = None if other is None else find_typed(context, table, key, subject, other)
            same = said is not None and said[0] is found[0]  # "banned for two years for doping"
            yield from state(context, {} if same else table, key, key, subject, other)


def draft_date(context: Context, clause: Clause, base: str, subject: End | None) -> Iterator[Draft]:
    """When someone was born or died, when something was founded."""
    dated = clause.time is not None and "/" not in clause.time and clause.time[:1] != "P"
    if clause.time is None or not dated or subject is None or subject.type is None:
        return
    idiom = " ".join(clause.lemma.split()[:2])  # "take place"
    said = idiom if idiom in context.lexicon.idioms else base
    theme = clause.arguments[0] if clause.arguments and not clause.passive else None
    if theme is not None and theme.role == "object":  # "entered service with the navy"
        both = f"{base} {context.referents.parse.lemma[theme.head]}"
        said = both if both in context.relations.dates else said
    if _is_first(context, clause):
        said = f"first {said}"
    key = f"be {said}" if clause.passive else said
    when = End(None, None, clause.time, date_type(clause.time))
    done = theme is not None and theme.role == "object" and not theme.marker
    bare = theme is not None and not marker_of(context, clause, theme)
    if not (done and bare and said == base and _is_made(context, base, theme)):
        yield from _date(context, key, subject, when)
    if theme is not None and done and bare:
        yield from _date(context, f"be {base}", context.refer(theme), when)


def _is_made(context: Context, base: str, theme: Phrase | None) -> bool:
    """True for what is dated by being made, unlike who makes it: "formed a venture in 2011"; a shop
    that opens its doors is dated itself."""
    made = theme is not None and f"be {base}" in context.relations.dates
    return made and theme is not None and context.referents.parse.child(theme.head, "poss") is None


def _is_first(context: Context, clause: Clause) -> bool:
    """True for "first flew", of which a relation may tell."""
    parse = context.referents.parse
    first = any(parse.lower[c] == "first" for c in parse.children[clause.head])
    said = f"first {base_of(context, clause)}"
    return first and (f"be {said}" if clause.passive else said) in context.relations.dates


def _date(context: Context, key: str, subject: End | None, when: End) -> Iterator[Draft]:
    if subject is None or subject.type is None:
        return
    for relation, _ in context.relations.dates.get(key, ()):
        if relation.fits(subject.type, None):
            yield context.typed(subject.iri, relation.id, when)
