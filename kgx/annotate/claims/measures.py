"""How much of something there is: "has a population of 45,000", "is 300 metres tall", "rose 12% to
$3 billion".

The measure is the predicate and the amount the object, whatever the verb: one edge for "Norvik's
population is 45,000" and "Norvik, a port with a population of 45,000".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kgx.annotate.claims.drafts import Context, Draft, Found, base_of, marker_of
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.labels import PREMODIFIERS
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import conjuncts
from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed

_WITH = frozenset({"with", "at", "on"})
_SENTENCES_BACK = 2
"""Sentences before a measure without an owner in which the owner is looked for."""


def draft_measures(context: Context, clause: Clause) -> tuple[list[Draft], Clause]:
    """What a clause with a verb says of how much there is of something, and the clause without the
    objects that say nothing else."""
    found: list[Draft] = []
    parse, amounts = context.referents.parse, context.referents.amounts
    sentence = range(parse.sent[clause.head], parse.sent_end[clause.head])
    if not amounts or amounts.keys().isdisjoint(sentence):
        return found, clause
    if sum(p.role == "time" for p in clause.arguments) > 1:
        return found, clause  # of several times nobody knows which is the amount's
    base = base_of(context, clause)
    spent: list[Phrase] = []
    for part in clause.arguments:
        marker = marker_of(context, clause, part)
        if not clause.passive or _is_paid(context, part):
            had = list(_had(context, clause, base, marker, part))
            spent += [part] * bool(had)
            found += had
        if not clause.passive:
            found += _sized(context, clause, part)
            found += _raised(context, clause, part)
        found += _reached(context, clause, base, marker, part)
        found += _changed(context, clause, base, part)
    if clause.polarity == "positive" and clause.modality == "asserted":
        for part in (clause.subject, *clause.arguments):
            found += _beside(context, part)
            found += _worth(context, part)
    return found, _leave(clause, base, spent) if spent else clause


def _leave(clause: Clause, base: str, spent: list[Phrase]) -> Clause:
    """The clause without some arguments."""
    rest = tuple(p for p in clause.arguments if p not in spent)
    folded = clause.arguments[0] in spent
    return changed(clause, arguments=rest, lemma=base if folded else clause.lemma)


def _beside(context: Context, part: Phrase) -> Iterator[Draft]:
    """ "Norvik, with a population of 45,000, lies ..."."""
    if part.head in context.referents.at:
        for noun in with_what(context, part.head):
            amount = _of(context, noun)
            if amount is not None:
                yield from _measure(context, context.refer(part), noun, amount)


def draft_described(context: Context, subject: End, noun: int) -> Iterator[Draft]:
    """What the noun that describes something says of it: "a port with a population of 45,000", "a
    city of 230,000 people"."""
    living = _of(context, noun) if subject.type == "place" else None
    counted = None if living is None or living.amount is None else living.amount.unit
    if living is not None and counted in read_set("measures.toml", "living"):
        yield context.typed(subject.iri, "population", living)
    for measure in with_what(context, noun):
        amount = _of(context, measure)
        if amount is not None:
            yield from _measure(context, subject, measure, amount)


def with_what(context: Context, noun: int) -> Iterator[int]:
    """What a noun is said to be with, to the right of it."""
    parse = context.referents.parse
    for prep in parse.children[noun]:
        below = parse.child(prep, "pobj") if prep > noun and parse.lower[prep] == "with" else None
        if below is not None:
            yield below


def draft_owned(context: Context, owner: End, thing: Phrase) -> Iterator[Draft]:
    """ "Orbis's revenue of $3 billion"."""
    amount = _of(context, thing.head)
    if amount is not None:
        yield from _measure(context, owner, thing.head, amount)


def _had(context: Context, clause: Clause, base: str, marker: str, part: Phrase) -> Iterator[Draft]:
    """ "Has a population of 45,000", "reported $3 billion in sales", "has 300 employees", "lies at
    an altitude of 900 metres"."""
    parse = context.referents.parse
    spread = base in read_set("measures.toml", "spreading")
    spread = spread and parse.lemma[part.head] in read_set("measures.toml", "spread")
    given = base == "give" and _taker(clause) is not None
    having = not marker and (spread or given or base in read_set("measures.toml", "having"))
    gained = marker == "at" and parse.lemma[part.head] in read_set("measures.toml", "gains")
    if gained or not (having or marker in _WITH) or parse.child(part.head, "poss") is not None:
        return  # "sold the mill at a profit"
    noun: int | None = part.head
    amount = _of(context, part.head)
    counted = context.relations.counts.get(parse.lemma[part.head].lower(), [])
    if amount is None and having:
        amount, noun = _amount(context, part.head), _in(context, clause, part)
    if amount is None:
        return
    if noun is None or (counted and noun != part.head):
        yield from _typed(context, counted, context.refer(clause.subject), amount)
    else:
        yield from _measure(context, context.refer(_holder(context, clause, part)), noun, amount)


def _is_paid(context: Context, part: Phrase) -> bool:
    """True for a cost or a price."""
    return context.referents.parse.lemma[part.head] in read_set("measures.toml", "paid")


def _holder(context: Context, clause: Clause, part: Phrase) -> Phrase:
    """Whose measure it is: of what is built "at a cost of", of what is given "a market value of",
    of the subject else."""
    taker = _taker(clause)
    if taker is not None:
        return taker
    if clause.passive or not _is_paid(context, part):
        return clause.subject
    dep = context.referents.parse.dep
    done = (a for a in clause.arguments if dep[a.head] == "dobj" and a.head != part.head)
    return next(done, clause.subject)


def _taker(clause: Clause) -> Phrase | None:
    """Who is given something."""
    return next((a for a in clause.arguments if a.role == "indirect object"), None)


def _in(context: Context, clause: Clause, amount: Phrase) -> int | None:
    """The measure of an amount in "$3 billion in sales", wherever the parser hangs it."""
    parse = context.referents.parse
    below = [parse.child(c, "pobj") for c in parse.children[amount.head] if parse.lower[c] == "in"]
    after = max(amount.tokens) + 2
    beside = (
        a.head
        for a in clause.arguments
        if a.head == after and [parse.lower[t] for t in a.marker] == ["in"]
    )
    return next((b for b in (*below, *beside) if b is not None), None)


def _sized(context: Context, clause: Clause, part: Phrase) -> Iterator[Draft]:
    """ "Is 300 metres tall", "stands 300 metres high"."""
    parse = context.referents.parse
    sizes = context.relations.adjectives
    if part.role != "complement" or parse.lower[part.head] not in sizes:
        return
    for adjective in conjuncts(parse, part.head):
        amount = _beside_size(context, adjective)
        if amount is not None:
            said = sizes.get(parse.lower[adjective], [])
            yield from _typed(context, said, context.refer(clause.subject), amount)


def _beside_size(context: Context, adjective: int) -> End | None:
    """The amount right before an adjective, right after "worth"."""
    parse = context.referents.parse
    for c in parse.children[adjective]:
        near = c > adjective if parse.lower[adjective] == "worth" else c == adjective - 1
        if parse.dep[c] == "npadvmod" and near:
            return _amount(context, c)
    return None


def _worth(context: Context, part: Phrase) -> Iterator[Draft]:
    """ "A contract worth $3 million"; what a name before "worth" is worth, it may not be."""
    parse = context.referents.parse
    for c in parse.children[part.head]:
        priced = parse.lower[c] == "worth" and parse.pos[part.head] == "NOUN"
        amount = _beside_size(context, c) if priced else None
        if amount is not None:
            said = context.relations.adjectives["worth"]
            yield from _typed(context, said, context.refer(part), amount)


def _raised(context: Context, clause: Clause, part: Phrase) -> Iterator[Draft]:
    """ "Is 12 metres above sea level", "lies 900 feet above the sea"; "its elevation is", too."""
    parse, above = context.referents.parse, context.referents.parse.head[part.head]
    sea = "sea" in (parse.lower[t] for t in part.tokens) and parse.lower[above] == "above"
    height = parse.child(above, "npadvmod") if sea else None
    amount = None if height is None else _amount(context, height)
    if amount is not None:
        elevation, noun = context.relations.by_id["elevation"], clause.subject.head
        measured = parse.lemma[noun].lower() in elevation.measures
        owner = _owner(context, noun) if measured else context.refer(clause.subject)
        yield from _typed(context, [(elevation, False)], owner, amount)


def _reached(
    context: Context, clause: Clause, base: str, marker: str, part: Phrase
) -> Iterator[Draft]:
    """ "Orbis's revenue rose to $3 billion": the revenue of Orbis is so much."""
    noun = clause.subject.head
    words = f"be {participle_of(base)}" if clause.passive else base
    if f"{words} {marker}".strip() not in read_set("measures.toml", "reaching"):
        return
    amount = _amount(context, part.head)
    if amount is not None:
        yield from _measure(context, _owner(context, noun), noun, amount)


def _owner(context: Context, noun: int) -> End | None:
    """Whose measure a noun is."""
    parse = context.referents.parse
    holder = parse.child(noun, "poss")
    if holder is None:
        holder = parse.below(noun, "of", "at")
    return _spoken_of(context, noun) if holder is None else context.refer_to(holder)


def _spoken_of(context: Context, noun: int) -> End | None:
    """Whose "Revenue" is that opens its sentence without an owner: of the firm that is the subject
    of the sentence before, or of the one before that where that opens with a measure too."""
    parse, measures = context.referents.parse, context.relations.measures
    own = [
        parse.dep[c] for c in parse.children[noun] if parse.dep[c] not in (*PREMODIFIERS, "prep")
    ]
    for _ in range(_SENTENCES_BACK):
        known = parse.lemma[noun].lower() in measures or parse.lower[noun] in measures
        start = parse.sent[noun]
        bare = not own and all(parse.dep[t] in PREMODIFIERS for t in range(start, noun))
        if not (known and bare and start):
            return None
        before = range(parse.sent[start - 1], start)
        root = next((t for t in before if parse.dep[t] == "ROOT"), start)
        subject = parse.child(root, "nsubj", "nsubjpass")
        if subject is None:
            return None
        owner = context.refer_to(subject)
        if owner is not None and owner.type == "organization":
            return owner
        noun = subject
    return None


def _changed(context: Context, clause: Clause, base: str, part: Phrase) -> Iterator[Draft]:
    """ "Shares fell 6.2%": they fell by so much."""
    parse = context.referents.parse
    bare = part.role in ("manner", "amount", "object") and not part.marker
    if clause.passive or not bare or base not in read_set("measures.toml", "changing"):
        return
    amount = _amount(context, part.head)
    subject = None if amount is None else context.refer(clause.subject)
    if amount is None or parse.dep[part.head] != "npadvmod" or subject is None:
        return
    if subject.iri is not None:
        general = context.generals.find(f"{base} by", False)
        yield context.coin(subject.iri, f"{base} by", amount, general)


def _of(context: Context, noun: int) -> End | None:
    """The amount in "a population of 45,000"."""
    below = context.referents.parse.below(noun, "of")
    return None if below is None else _amount(context, below)


def _amount(context: Context, head: int) -> End | None:
    """The amount that a phrase is; None where it is no figure."""
    if head not in context.referents.amounts:
        return None
    end = context.refer_to(head)
    return end if end is not None and end.iri is None and end.amount is not None else None


def _measure(context: Context, holder: End | None, noun: int, amount: End) -> Iterator[Draft]:
    """The measure that a noun names, of its holder: a relation, or one coined from its words."""
    parse = context.referents.parse
    if holder is None or holder.iri is None:
        return
    plain = read_set("measures.toml", "plain")
    before = [
        parse.lower[c] for c in parse.children[noun] if c < noun and parse.dep[c] in PREMODIFIERS
    ]
    measures, lemma = context.relations.measures, parse.lemma[noun].lower()
    lemma = parse.lower[noun] if parse.lower[noun] in measures else lemma  # "sales"
    words = " ".join([*(w for w in before if w not in plain), lemma])
    typed = _typed(context, measures.get(words, []), holder, amount)
    if typed:
        yield from typed
        return
    alike = (r.counts_in(amount.amount) for r, _ in measures.get(lemma, ()))
    known = lemma in read_set("measures.toml", "nouns") or any(alike)
    named = (c for c in parse.children[noun] if parse.dep[c] != "poss")
    if known and not ("-" in words or any(parse.pos[c] == "PROPN" for c in named)):
        yield context.coin(holder.iri, words, amount, "")


def _typed(context: Context, said: list[Found], holder: End | None, amount: End) -> list[Draft]:
    """The amount in the first of some relations that fits its holder, if one does."""
    if holder is None or holder.iri is None:
        return []
    fitting = (
        context.typed(holder.iri, relation.id, amount)
        for relation, _ in said
        if relation.fits(holder.type or "", None) and relation.counts_in(amount.amount)
    )
    return [*islice(fitting, 1)]
