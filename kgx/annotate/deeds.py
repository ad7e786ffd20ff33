"""Nouns that name deeds, with their arguments.

The roles of nominalisations by preposition follow the argument classes of NomBank (Meyers et al.
2004).
"""

from collections.abc import Iterator

from kgx.annotate.arguments import phrase, prepositional
from kgx.annotate.parse import Parse
from kgx.annotate.parts import Clause, Phrase
from kgx.annotate.phrases import noun_clause, phrase_words
from kgx.annotate.reader import Reader, is_predicate
from kgx.annotate.subjects import subjects
from kgx.types import Role


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
    return noun_clause(
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
