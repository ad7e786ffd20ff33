"""From clauses to binary statements between what their arguments refer to: a rule for each kind."""

from collections.abc import Iterator

from kgx.annotate.claims.age_claims import draft_age
from kgx.annotate.claims.copulas import draft_adjective, draft_copula
from kgx.annotate.claims.dated import draft_date, draft_term
from kgx.annotate.claims.descriptions import (
    describe,
    draft_description,
    draft_possessive,
    is_trade,
)
from kgx.annotate.claims.drafts import Context, Draft, base_of, find_typed, marker_of, state
from kgx.annotate.claims.edgeless import is_equated, is_left_so, is_score, turns
from kgx.annotate.claims.included import draft_included, with_examples
from kgx.annotate.claims.joint import draft_joint
from kgx.annotate.claims.kin import draft_named_kin
from kgx.annotate.claims.measures import draft_measures
from kgx.annotate.claims.objects import (
    can_act,
    common_noun,
    degree,
    hands_deed_on,
    is_installed,
    is_verdict,
    is_where,
    researches,
    what_is_made,
)
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.claims.relational import hold_roles
from kgx.annotate.claims.slots import WEAK_ROLES, is_tally, is_worth_edge
from kgx.annotate.claims.whereabouts import draft_whereabouts, is_carried, place_object
from kgx.annotate.clauses.subjects import spread_out
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import is_nominal
from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.wordlists import read_set

_PARTY = frozenset({"to", "from", "with", "against", "for", "on"})
"""Prepositions after an object that bring in whom one deals with: "sold engines to Brazil"."""


def draft(context: Context, clause: Clause) -> Iterator[Draft]:
    """The binary statements of a clause."""
    if clause.kind in ("verb", "copula"):
        measures, rest = draft_measures(context, clause)
        draft_clause = _draft_verb if clause.kind == "verb" else draft_copula
        yield from draft_clause(context, rest)
        yield from measures
    elif clause.kind in ("role", "apposition"):
        yield from draft_description(context, clause)
    elif clause.kind == "possessive":
        yield from draft_possessive(context, clause)
    elif clause.kind == "nominal":
        yield from _draft_deed(context, clause)


def _draft_verb(context: Context, clause: Clause) -> Iterator[Draft]:
    parse, relations = context.referents.parse, context.relations
    subject = context.refer(clause.subject)
    base = base_of(context, clause)
    if is_equated(parse, clause):
        return
    says = base == "say" or any(a.role == "topic" for a in clause.arguments)
    yield from draft_date(context, clause, base, subject)
    yield from draft_age(context, clause, subject)
    yield from draft_joint(context, clause, base, subject)
    theme: End | None = None
    taker: End | None = None
    stake = light = ""
    whose = False
    turned = base in read_set("verbs.toml", "turning") and turns(clause)
    for part in with_examples(context, clause.arguments):
        if is_left_so(parse, base, part):
            continue
        if part.role == "time":
            yield from draft_term(context, clause, base, subject, part)
        if part.role in WEAK_ROLES:
            continue
        marker = marker_of(context, clause, part)
        if says and marker and marker not in ("to", "about", "of", "against"):
            continue
        if marker == "from to" or (marker and not is_nominal(parse, part.head)):
            continue
        taken = list(_draft_office(context, clause, base, marker, subject, part))
        if taken:
            yield from taken
            continue
        if is_score(parse, subject, part):
            continue
        if turned and not clause.passive and is_verdict(base, marker, part):
            continue
        if marker == "as" and theme is not None and is_installed(base, theme):
            yield from describe(context, theme, part.head, part)
            continue
        if whose and marker == "with":
            continue  # "has two sons with Ann, Max and Jon"
        other = context.refer(part)
        if other is None:
            if not marker and parse.pos[part.head] == "ADJ":
                verb = _participle(context, clause, base) if clause.passive else base
                yield from draft_adjective(context, subject, part.head, verb)
            elif not marker and part.role in ("object", "complement"):
                yield from _draft_vague(context, clause, base, subject, part)
                light = light or common_noun(parse, part.head)
            continue
        if clause.passive:
            yield from _draft_passive(context, clause, base, marker, subject, part, other)
        elif not marker:
            made = what_is_made(clause, part)
            if made is not None:
                if base in read_set("verbs.toml", "making") and theme is not None:
                    yield from describe(context, theme, made.head, part)
            elif part.role == "complement":
                yield from _draft_complement(context, clause, base, subject, part, other)
            elif part.role == "indirect object":
                yield from _draft_taker(context, base, subject, other)
                taker = None if base in read_set("verbs.toml", "depriving") else other
            else:
                theme = other
                kin = list(draft_named_kin(context, clause, subject, part.head, other))
                listed = kin or list(draft_included(context, clause, base, other))
                if listed:
                    theme = None if kin else theme
                    whose = whose or bool(kin)
                    yield from listed
                    continue
                yield from place_object(context, base, subject, part, other)
                if parse.lemma[part.head] in read_set("nouns.toml", "stakes"):
                    stake = parse.lemma[part.head]
                    yield from _draft_vague(context, clause, base, subject, part)
                if turned:
                    continue  # "made it larger", "left 30 people dead"
                hands_on = hands_deed_on(context, clause, base)
                if hands_on and can_act(parse, part.head, other):
                    continue  # "forced banks to pay": nobody forced banks
                table = {} if hands_on else relations.active
                yield from state(context, table, base, base, subject, other)
                yield from _draft_counted(context, base, subject, other)
        else:
            if is_tally(context, clause, part):
                continue
            where = is_where(marker, theme, other)
            if not where:
                yield from _draft_theme(context, base, marker, theme, other)
            yield from draft_whereabouts(
                context, base, marker, subject, part, other, context.relations.active
            )
            between = light or (stake if marker == "in" else "")  # "take place in"
            coined = f"{base} {between} {marker}" if between else f"{base} {marker}"
            between = between or degree(context, clause)
            untyped = researches(context, clause, base, theme) or is_carried(context, clause, base)
            table = {} if untyped else relations.active
            key = f"{base} {between} {marker}" if between else coined
            alone = where or theme is None or theme.iri is None or key in table
            party = marker in _PARTY and other.type not in (None, "concept")
            if (
                marker == "as"
                and other.type != "concept"
                and base not in read_set("verbs.toml", "naming_as")
            ):
                continue  # "as Orbis rose": no role
            if (alone or party) and is_worth_edge(context, clause, part, other):
                yield from state(context, table, key, coined, subject, other)
    if theme is not None and taker is not None:  # "awarded her the Orbis Prize"
        yield from _draft_handed(context, base, theme, taker)


def _draft_taker(context: Context, base: str, subject: End | None, taker: End) -> Iterator[Draft]:
    """ "Gave her a prize" gave it to her, "fined her a million" fined her."""
    deprived = base in read_set("verbs.toml", "depriving")
    key = base if deprived else f"{base} to"
    table = {} if deprived else context.relations.active
    yield from state(context, table, key, key, subject, taker)


def _draft_counted(context: Context, base: str, subject: End | None, thing: End) -> Iterator[Draft]:
    """ "30,000 people fled the city": a number of people is no node, so what they did it to is."""
    amount = None if subject is None or subject.iri is not None else subject.amount
    bears = base in read_set("verbs.toml", "bearing")
    if subject is None or amount is None or thing.iri is None or bears:
        return
    if (amount.kind == "count" and amount.unit) or " of " in (subject.value or ""):
        yield context.coin(thing.iri, f"{participle_of(base)} by", subject, "")


def _draft_office(
    context: Context, clause: Clause, base: str, marker: str, subject: End | None, part: Phrase
) -> Iterator[Draft]:
    """ "Became the mayor of Oslo", "was elected president", "served as chair": what a person is."""
    verb = _participle(context, clause, base) if clause.passive else base
    taking = f"{verb} {marker}".strip() in read_set("verbs.toml", "taking")
    if subject is None or subject.type != "person" or not taking:
        return
    noun = context.referents.parse.lemma[part.head].lower()
    office = noun in load_concept_words()["person"] or is_trade(noun)
    if part.role in ("complement", "object") and office:
        yield from describe(context, subject, clause.subject.head, part)


def _draft_vague(
    context: Context, clause: Clause, base: str, subject: End | None, part: Phrase
) -> Iterator[Draft]:
    """ "Play a role in pollination": where the object names nothing, what it is of or in is the
    other end."""
    parse = context.referents.parse
    verb = _participle(context, clause, base) if clause.passive else base
    noun = common_noun(parse, part.head)
    for prep in parse.children[part.head] if noun else ():
        inner = parse.child(prep, "pobj") if parse.dep[prep] == "prep" else None
        if inner not in part.tokens or context.is_circumstance(parse.lower[prep]):
            continue
        words = f"{verb} {noun} {parse.lower[prep]}"
        for head in spread_out(parse, inner):
            other = context.refer_to(head)
            yield from state(context, context.relations.active, words, words, subject, other)


def _draft_theme(
    context: Context, base: str, marker: str, theme: End | None, other: End
) -> Iterator[Draft]:
    """ "Sold the engine to Brazil": the engine was sold to Brazil."""
    if (
        theme is not None
        and not context.is_circumstance(marker)
        and base not in read_set("verbs.toml", "staying")
    ):
        done = f"{participle_of(base)} {marker}"
        table = context.relations.passive
        yield from state(context, table, f"{base} {marker}", done, theme, other)


def _draft_handed(context: Context, base: str, theme: End, taker: End) -> Iterator[Draft]:
    """What typed relation there is between what is handed over and who gets it."""
    found = find_typed(context, context.relations.passive, f"{base} to", theme, taker)
    if found is not None:
        first, second = (taker, theme) if found[1] else (theme, taker)
        yield context.typed(first.iri, found[0].id, second)


def _draft_passive(
    context: Context,
    clause: Clause,
    base: str,
    marker: str,
    subject: End | None,
    part: Phrase,
    other: End,
) -> Iterator[Draft]:
    relations = context.relations
    if part.role == "agent" or marker == "by":
        if other.iri is not None:
            yield from state(context, relations.active, base, base, other, subject)
    elif not marker:
        yield from _draft_complement(
            context, clause, _participle(context, clause, base), subject, part, other
        )
    elif is_worth_edge(context, clause, part, other):
        done = f"{_participle(context, clause, base)} {marker}"
        noun = context.referents.parse.lemma[clause.subject.head].lower()
        deed = base == "make" and noun in read_set("verbs.toml", "carried_out")
        table = {} if deed else relations.passive  # "the draw was made in Geneva"
        yield from state(context, table, f"{base} {marker}", done, subject, other)
        yield from draft_whereabouts(context, base, marker, subject, part, other, table)


def _participle(context: Context, clause: Clause, base: str) -> str:
    """The participle that the text shows, else the one of the lemma."""
    parse, verb = context.referents.parse, clause.head
    shown = parse.tag[verb] == "VBN" and " " not in base
    return parse.lower[verb] if shown else participle_of(base)


def _draft_naming(context: Context, clause: Clause, subject: End, other: End) -> Iterator[Draft]:
    """ "A firm called Orbis": Orbis is a firm; "Orbis, known as Helix": another name."""
    mention = context.referents.at.get(clause.subject.head)
    if mention is not None and mention.form == "name":
        if other.type != "concept":
            yield context.typed(subject.iri or "", "alsoCalled", other)
    elif other.type != "concept":
        yield from describe(context, other, clause.arguments[0].head, clause.subject)


def _draft_complement(
    context: Context, clause: Clause, verb: str, subject: End | None, part: Phrase, other: End
) -> Iterator[Draft]:
    """ "X became chair of Y", "X was named chair of Y": the role, under the verb that gives it."""
    if subject is None or subject.iri is None:
        return
    if verb in read_set("verbs.toml", "naming") and other.iri is not None:
        yield from _draft_naming(context, clause, subject, other)
        return
    anchored = list(hold_roles(context, subject, part.head, part.tokens))
    if anchored:
        yield from anchored
    elif other.iri != subject.iri:
        yield context.coin(subject.iri, verb, other, context.generals.prepositions["as"])


def _draft_deed(context: Context, clause: Clause) -> Iterator[Draft]:
    parse, relations = context.referents.parse, context.relations
    subject = context.refer(clause.subject)
    verb = context.lexicon.nominals[parse.lemma[clause.head]]
    for part in clause.arguments:
        if part.role in ("time", "manner"):
            continue
        other = context.refer(part)
        marker = " ".join(parse.lower[t] for t in part.marker)
        if marker in ("", "by") or other is None:
            continue
        if part.role != "object" and other.type == "concept" and marker != "with":
            continue
        of = marker == "of"
        key = verb if of else f"{verb} {marker}"
        table = relations.passive if clause.passive else relations.active
        yield from state(context, table, key, f"{clause.lemma} {marker}", subject, other)
