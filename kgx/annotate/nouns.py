"""Facts that nouns bear: appositions, roles before names, possessives, nouns that name deeds.

Appositions and titles follow MinIE's implicit extractions (Gashteovski et al. 2017); the roles of
nominalisations by preposition follow the argument classes of NomBank (Meyers et al. 2004).
"""

from collections.abc import Iterator

from kgx.annotate.parse import Parse
from kgx.annotate.parts import Clause, ClauseKind, MentionSpan, Phrase
from kgx.annotate.phrases import is_nominal, phrase_words
from kgx.annotate.verbs import Reader, is_predicate, phrase, prepositional, spread_out, subjects
from kgx.annotate.wordlists import read_set
from kgx.types import Role

_PLACES = frozenset({"GPE", "LOC"})


def read_noun_clauses(
    reader: Reader, names: list[tuple[int, int, str]], mentions: list[MentionSpan]
) -> Iterator[Clause]:
    """Every clause that a noun of the doc bears.

    Args:
        names: The named entities: first token, end, OntoNotes label.
        mentions: The mentions of entities, nominal ones included.
    """
    yield from read_appositions(reader)
    yield from read_locations(reader)
    yield from read_titles(reader, names)
    yield from read_roles(reader, mentions)
    yield from read_possessives(reader)
    yield from read_deeds(reader)


def _clause(
    head: int,
    kind: ClauseKind,
    lemma: str,
    subject: Phrase,
    arguments: list[Phrase],
    *,
    relation: tuple[int, ...] = (),
    passive: bool = False,
) -> Clause:
    tokens = [*relation, *subject.tokens, *(t for a in arguments for t in (*a.marker, *a.tokens))]
    return Clause(
        head=head,
        kind=kind,
        relation=relation,
        lemma=lemma,
        subject=subject,
        arguments=tuple(arguments),
        start=min(tokens),
        end=max(tokens) + 1,
        passive=passive,
    )


# ------------------------------------------------------------------ appositions


def read_appositions(reader: Reader) -> Iterator[Clause]:
    """ "X, the chair of Y," says what X is."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.dep[token] != "appos" or not is_nominal(parse, token):
            continue
        head = parse.head[token]
        if not is_nominal(parse, head) or reader.timed[head]:
            continue
        if _is_age(reader, head, token):
            age = Phrase(token, (token,), "amount")
            yield _clause(token, "apposition", "age", phrase(reader, head, "subject"), [age])
        if parse.pos[token] in ("NUM", "SYM", "PRON") or parse.pos[head] in ("NUM", "SYM"):
            continue
        if reader.timed[token]:
            continue
        if reader.named[token] in _PLACES and reader.named[head] in _PLACES:
            around = Phrase(token, phrase_words(parse, token), "place")
            yield _clause(token, "apposition", "be in", phrase(reader, head, "subject"), [around])
            continue
        subject, described = head, token
        if reader.named[token] and not reader.named[head]:
            if parse.tag[head] == "NNS":
                continue  # "two rivals - Orbis and Helix"
            subject, described = token, head
        elif reader.named[token] or parse.pos[token] == "PROPN":
            continue  # two names: "Izmir, Türkiye", "International Business Machines (IBM)"
        for one in spread_out(parse, described) if described == token else [described]:
            words = _own_words(parse, one, subject)
            if words:
                complement = Phrase(one, words, "complement")
                yield _clause(
                    one, "apposition", "be", phrase(reader, subject, "subject"), [complement]
                )


def _is_age(reader: Reader, head: int, token: int) -> bool:
    """True for the number in "Jane Roe, 51,"."""
    parse = reader.parse
    return (
        reader.named[head] == "PERSON"
        and parse.text[token].isdecimal()
        and len(parse.text[token]) <= 3
        and parse.text[token - 1] == ","
        and not parse.children[token]
    )


def _own_words(parse: Parse, head: int, without: int) -> tuple[int, ...]:
    """The words of a phrase less the subtree of one token in it."""
    left, right = parse.left[without], parse.right[without]
    return tuple(
        t
        for t in phrase_words(parse, head)
        if not left <= t <= right or not left <= without <= right or parse.head[without] != head
    )


def read_locations(reader: Reader) -> Iterator[Clause]:
    """ "The Kroll Gallery in Hamburg", "the Orbis summit in Lyon": where a named thing is."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.dep[token] != "pobj" or reader.named[token] not in _PLACES | {""}:
            continue
        prep = parse.head[token]
        thing = parse.head[prep]
        if parse.lower[prep] != "in" or parse.dep[prep] != "prep" or not _is_named(reader, thing):
            continue
        around = Phrase(token, phrase_words(parse, token), "place")
        name = phrase(reader, thing, "subject")
        before = tuple(t for t in name.tokens if t < prep)
        if before and before[-1] < around.tokens[0]:
            subject = Phrase(thing, before, "subject")
            yield _clause(prep, "apposition", "be in", subject, [around])


def _is_named(reader: Reader, token: int) -> bool:
    """True for a name of what has a place, and for a noun that a name is part of."""
    parse = reader.parse
    if reader.named[token]:
        return reader.named[token] in ("ORG", "FAC", "EVENT", "LOC", "GPE")
    return parse.pos[token] == "NOUN" and any(
        parse.dep[c] in ("compound", "nmod") and reader.named[c] in ("ORG", "EVENT", "FAC")
        for c in parse.children[token]
    )


# ------------------------------------------------------------------ titles and roles


_TITLED = frozenset({"PERSON", "ORG"})
"""Names before which a noun phrase of any length is a role; before others one noun is."""


def read_titles(reader: Reader, names: list[tuple[int, int, str]]) -> Iterator[Clause]:
    """ "company chair X", "Turkish firm X", "President X": common nouns right before a name; and
    "X turbojet engine": a product's name before the noun of its class."""
    parse = reader.parse
    for start, end, label in names:
        if label not in ("PERSON", "ORG", "PRODUCT", "FAC", "GPE", "LOC", "WORK_OF_ART", "EVENT"):
            continue
        head = name_head(parse, start, end)
        before = _title_words(reader, head, start)
        subject = Phrase(head, tuple(range(start, end)), "subject")
        if before and (label in _TITLED or len(before) == 1):
            complement = Phrase(before[-1], before, "complement")
            yield _clause(before[-1], "role", "be", subject, [complement])
        if label == "PRODUCT":
            after = _class_words(parse, head, end)
            if after:
                complement = Phrase(after[-1], after, "complement")
                yield _clause(after[-1], "role", "be", subject, [complement])


def read_roles(reader: Reader, mentions: list[MentionSpan]) -> Iterator[Clause]:
    """ "The chair of Y", "Y's chair", where it refers to someone the text names."""
    parse = reader.parse
    for mention in mentions:
        head = mention.head
        if mention.form != "nominal" or parse.pos[head] != "NOUN":
            continue
        anchored = any(
            parse.dep[c] == "poss" or (parse.dep[c] == "prep" and parse.lower[c] == "of")
            for c in parse.children[head]
        )
        if anchored and parse.dep[head] not in ("appos", "attr"):
            words = phrase_words(parse, head)
            if head in words:
                subject = Phrase(head, words, "subject")
                yield _clause(head, "role", "be", subject, [Phrase(head, words, "complement")])


def name_head(parse: Parse, start: int, end: int) -> int:
    """The token of a span that is governed from outside it, the last one where several are."""
    outside = [
        t for t in range(start, end) if not start <= parse.head[t] < end or parse.head[t] == t
    ]
    return outside[-1] if outside else end - 1


def _title_words(reader: Reader, head: int, start: int) -> tuple[int, ...]:
    """The run of words before a name that ends in a common noun or a title, in its noun phrase."""
    parse = reader.parse
    first = start
    while first > parse.sent[start]:
        t = first - 1
        if not _premodifies(parse, t, head, start):
            break
        first = t
    while first < start and parse.pos[first] in (
        "DET",
        "PRON",
        "PUNCT",
        "NUM",
        "ADV",
        "PART",
        "CCONJ",
    ):
        first += 1
    if first == start:
        return ()
    last = start - 1
    while first < start and reader.timed[first]:
        first += 1
    title = parse.pos[last] == "PROPN" and parse.lower[last] in read_set("nouns.toml", "person")
    based = parse.lower[last] in ("based", "headquartered") and parse.text[last - 1] == "-"
    if title or based or (parse.pos[last] == "NOUN" and parse.tag[last] == "NN"):
        return tuple(range(first, start))
    return ()


def _premodifies(parse: Parse, token: int, head: int, start: int) -> bool:
    """True if the token is a word of the same noun phrase, left of the name."""
    if parse.dep[token] in ("punct", "cc", "prep", "mark"):
        return parse.lower[token] in ("'s", "’s")
    here = token
    for _ in range(6):
        if here == head or (here >= start and parse.left[here] <= token):
            return here != token
        if parse.dep[here] not in (
            "compound",
            "amod",
            "nmod",
            "poss",
            "case",
            "det",
            "advmod",
        ) and not (parse.dep[here] == "npadvmod" and parse.dep[parse.head[here]] == "amod"):
            # "the Turkish firm" as head, the name as its close apposition
            return _close_apposition(parse, here, head, start)
        here = parse.head[here]
    return False


def _close_apposition(parse: Parse, noun: int, head: int, start: int) -> bool:
    return parse.head[head] == noun and parse.dep[head] == "appos" and noun < start


def _class_words(parse: Parse, head: int, end: int) -> tuple[int, ...]:
    """The words after a product's name up to the common noun it modifies."""
    noun = parse.head[head]
    if parse.dep[head] not in ("compound", "nmod") or noun < end or parse.pos[noun] != "NOUN":
        return ()
    words = tuple(range(end, noun + 1))
    plain = all(parse.pos[t] in ("NOUN", "ADJ", "PROPN") for t in words)
    return words if plain and len(words) <= 4 else ()


# ------------------------------------------------------------------ possessives


def read_possessives(reader: Reader) -> Iterator[Clause]:
    """ "X's Y": X has Y; what kind of having is left to the claims."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.dep[token] != "poss" or parse.tag[token] in ("WP$",):
            continue
        owned = parse.head[token]
        if not is_nominal(parse, owned) or reader.timed[token] or reader.timed[owned]:
            continue
        words = tuple(
            t
            for t in phrase_words(parse, owned)
            if not parse.left[token] <= t <= parse.right[token]
        )
        if words:
            subject = phrase(reader, token, "subject")
            thing = Phrase(owned, words, "object")
            yield _clause(owned, "possessive", "have", subject, [thing])


# ------------------------------------------------------------------ nouns that name deeds


def read_deeds(reader: Reader) -> Iterator[Clause]:
    """Nominalisations with their arguments: "the export deal with Brazil for its engine"."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.pos[token] == "NOUN" and parse.lemma[token] in reader.lexicon.nominals:
            clause = _read_deed(reader, token)
            if clause is not None:
                yield clause


def _read_deed(reader: Reader, noun: int) -> Clause | None:
    parse = reader.parse
    arguments = [p for p in prepositional(reader, noun) if p.tokens]
    times = [
        Phrase(c, phrase_words(parse, c), "time")
        for c in parse.children[noun]
        if reader.timed[c] and parse.dep[c] in ("compound", "nmod", "poss", "amod")
    ]
    agents = _agents(reader, noun, arguments)
    theme = next((p for p in arguments if _marker(parse, p) == "of"), None)
    passive = False
    if agents:
        subject = phrase(reader, agents[0], "subject")
        rest = [p for p in arguments if p.head != agents[0]]
    elif theme is not None:
        subject = Phrase(theme.head, theme.tokens, "subject")
        rest, passive = [p for p in arguments if p is not theme], True
    else:
        about = next((p for p in arguments if _marker(parse, p) == "for"), None)
        if about is None or not _is_deal(reader, noun):
            return None
        subject = Phrase(about.head, about.tokens, "subject")
        rest = [p for p in arguments if p is not about]
    rest = [_deed_role(parse, p) for p in rest]
    if not any(p.role != "time" for p in rest):
        return None
    words = _deed_words(reader, noun)
    lemma = " ".join(parse.lemma[t].lower() for t in words)
    return _clause(
        noun,
        "nominal",
        lemma,
        subject,
        [*rest, *times],
        relation=words,
        passive=passive,
    )


def _is_deal(reader: Reader, noun: int) -> bool:
    return reader.lexicon.nominals[reader.parse.lemma[noun]] in (
        "deal",
        "agree",
        "contract",
        "order",
    )


def _marker(parse: Parse, part: Phrase) -> str:
    return parse.lower[part.marker[-1]] if part.marker else ""


def _deed_role(parse: Parse, part: Phrase) -> Phrase:
    role: Role = "object" if _marker(parse, part) == "of" else part.role
    return Phrase(part.head, part.tokens, role, part.marker)


def _deed_words(reader: Reader, noun: int) -> tuple[int, ...]:
    """The noun with the common nouns compounded to it ("export deal"), names and times left out."""
    parse = reader.parse
    first = noun
    while (
        first - 1 >= parse.sent[noun]
        and parse.dep[first - 1] == "compound"
        and parse.pos[first - 1] == "NOUN"
        and not reader.timed[first - 1]
        and parse.head[first - 1] in range(first, noun + 1)
    ):
        first -= 1
    return tuple(range(first, noun + 1))


def _agents(reader: Reader, noun: int, arguments: list[Phrase]) -> list[int]:
    """Who does the deed: the possessor, the noun after "by", or the subject of a light verb that
    governs it ("signed a deal with")."""
    parse = reader.parse
    owner = parse.child(noun, "poss")
    if owner is not None and not reader.timed[owner]:
        return [owner]
    by = next((p for p in arguments if _marker(parse, p) == "by"), None)
    if by is not None:
        return [by.head]
    verb = _light_verb(reader, noun)
    return [] if verb is None else subjects(reader, verb)[:1]


def _light_verb(reader: Reader, noun: int) -> int | None:
    parse = reader.parse
    above, dep = parse.head[noun], parse.dep[noun]
    if dep == "conj":
        above, dep = parse.head[above], parse.dep[above]
    if dep == "pobj" and parse.lower[above] in ("in", "into"):
        above, dep = parse.head[above], "dobj"
    if dep == "dobj" and is_predicate(parse, above) and parse.lemma[above] in reader.lexicon.light:
        return above
    return None
