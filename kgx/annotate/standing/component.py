"""How far what a clause says stands: polarity, modality, and who says so.

A clause inherits from what it hangs on: the rules walk from its head up the dependency tree. What
is denied, planned, possible, conditional, asked or demanded is never asserted.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.clauses.denials import is_denied
from kgx.annotate.grammar.lent import TRAILER
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Quote
from kgx.annotate.grammar.tree import last_word
from kgx.annotate.standing.above import climb
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.words import own_description, own_noun, own_words
from kgx.annotate.words.lexicon import Lexicon, load_lexicon
from kgx.records import changed


@Language.factory("kgx_standing", assigns=["doc._.kgx_clauses"])
def make_standing(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that gives every clause its standing."""
    lexicon = load_lexicon()

    def mark_standing(doc: Doc) -> Doc:
        parse, quotes = doc._.kgx_parse, doc._.kgx_quotes
        inside = quote_at(len(doc), quotes)
        doc._.kgx_clauses = [judge(parse, lexicon, inside, c) for c in doc._.kgx_clauses]
        return doc

    return mark_standing


def quote_at(size: int, quotes: list[Quote]) -> list[Quote | None]:
    """For each token the quotation it is in."""
    inside: list[Quote | None] = [None] * size
    for quote in quotes:
        for i in range(quote.start, min(quote.end, size)):
            inside[i] = quote
    return inside


def judge(parse: Parse, lexicon: Lexicon, inside: list[Quote | None], clause: Clause) -> Clause:
    """The clause with its standing."""
    if clause.auxiliary is not None:
        stood = judge(
            parse, lexicon, inside, changed(clause, head=clause.auxiliary, auxiliary=None)
        )
        return changed(stood, head=clause.head, auxiliary=clause.auxiliary)
    found = Standing()
    if clause.kind in ("verb", "copula"):
        own_words(parse, lexicon, clause, found)
    elif clause.kind == "nominal":
        own_noun(parse, lexicon, clause.head, found)
        found.negative |= is_denied(parse, lexicon, clause.subject.head)
    elif clause.kind in ("role", "apposition"):
        own_description(parse, lexicon, clause, found)
    climb(parse, lexicon, clause, found)
    found.speaker = _find_speaker(parse, inside[clause.head], clause.head, found.speaker)
    if not found.negative and found.modality == "asserted" and found.speaker is None:
        return clause
    return changed(
        clause,
        polarity="negative" if found.negative else "positive",
        modality=found.modality,
        speaker=found.speaker,
    )


def _find_speaker(parse: Parse, quote: Quote | None, head: int, said: int | None) -> int | None:
    """Who says a clause: whom the sentence names, else whoever is quoted, else a source behind a
    dash at the end.

    Args:
        said: Who says so by the words of the sentence; "it" tells less than a quotation does.
    """
    if quote is not None and (said is None or parse.lower[said] == "it"):
        said = quote.speaker
    last = last_word(parse, head)
    return last if said is None and parse.dep[last] == TRAILER else said
