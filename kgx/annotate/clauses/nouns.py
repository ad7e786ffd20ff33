"""Facts that nouns bear: appositions, roles before names, possessives, nouns that name deeds."""

from collections.abc import Iterator, Sequence

from kgx.annotate.clauses.ages import read_ages
from kgx.annotate.clauses.appositions import read_appositions
from kgx.annotate.clauses.births import read_births
from kgx.annotate.clauses.deeds import read_deeds
from kgx.annotate.clauses.inclusions import read_inclusions
from kgx.annotate.clauses.located import read_locations
from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.clauses.titles import read_roles, read_titles
from kgx.annotate.grammar.parts import Clause, MentionSpan, Phrase
from kgx.annotate.grammar.phrases import is_nominal, noun_clause, phrase_words
from kgx.annotate.words.wordlists import read_set


def read_noun_clauses(
    reader: Reader, names: Sequence[tuple[int, int, str]], mentions: list[MentionSpan]
) -> Iterator[Clause]:
    """Every clause that a noun of the doc bears.

    Args:
        names: The named entities: first token, end, OntoNotes label.
        mentions: The mentions of entities, nominal ones included.
    """
    yield from read_appositions(reader)
    yield from read_locations(reader)
    yield from read_ages(reader)
    yield from read_births(reader)
    yield from read_titles(reader, names)
    yield from read_roles(reader, mentions)
    yield from read_possessives(reader)
    yield from read_inclusions(reader)
    yield from read_deeds(reader)


def read_possessives(reader: Reader) -> Iterator[Clause]:
    """ "X's Y": X has Y; what kind of having is left to the claims."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.dep[token] != "poss" or parse.tag[token] in ("WP$",):
            continue
        owned = parse.head[token]
        if not is_nominal(parse, owned) or reader.timed[token] or reader.timed[owned]:
            continue
        if parse.dep[owned] == "pobj" and parse.lower[owned] in read_set("noun_ties.toml", "stead"):
            continue  # "in Ann's place"
        words = tuple(t for t in phrase_words(parse, owned) if t > parse.right[token])
        if words:
            subject = phrase(reader, token, "subject")
            thing = Phrase(owned, words, "object")
            yield noun_clause(owned, "possessive", "have", subject, [thing])
