"""Further ends for relations whose examples have more than names: titles, phrases, their parts.

"The Lord of the Keys", "science fiction" in "a science fiction novel", "President of Bursa" in "the
fourth President of Bursa": what an example calls an end is often no name that the grammar found, or
more or less than it. Here every span that may be meant is a candidate, and of those that overlap,
weights learned from examples tell which is cut as the ends of examples are. The number of spans is
linear in the words of a sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.anchors import find_anchors
from kgx.annotate.learned.names import Lexicon, Spelling, spell
from kgx.annotate.words.wordlists import read_set
from kgx.iris import entity_iri
from kgx.types import Entity, EntityType

_NOUNS = frozenset({"NOUN", "PROPN"})
_INNER = frozenset({"compound", "amod", "nmod", "nummod", "punct"})
_LONGEST = 12
"""Words of an end, at most."""
_MOST_PARTS = 4
"""Words before the head of a phrase that each begin a shorter one, at most."""
_MOST_OPENINGS = 3
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_LEAST = 3
"""Letters of an end, at least."""

REFERRING = frozenset({"pronoun", "relative", "nationality"})
"""Forms of anchors that name nothing by their own words."""
_OPEN = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})
_LONG = 6
"""Words from which on all spans are alike in length."""

BIAS = "bias"
"""Among the weights of cuts: what speaks for any span."""
Cuts = Mapping[str, float]
"""Weights of the features of a span: how much each tells that it is what an example would give."""
Span = tuple[int, int, str]
"""``[start, end)`` and the form."""


def find_candidates(doc: Doc, base: str, names: Lexicon | None = None) -> list[Anchor]:
    """The anchors of `find_anchors` and all further spans that may be ends, by their heads; they
    overlap, and a head may have several."""
    found = find_anchors(doc, base, names)
    return sorted([*found, *_find_more(doc, base, found)], key=lambda a: (a.head, a.start, a.end))


def choose_cuts(parse: Parse, candidates: list[Anchor], cuts: Cuts) -> list[Anchor]:
    """Of candidates that overlap the one that is cut best, the better of two first. What refers
    to a thing without naming it stays, but within what is more likely an end than not: "she" in a
    title."""
    bias = cuts.get(BIAS)
    kept: list[Anchor] = []
    taken: set[int] = set()
    scored = []
    for anchor in candidates:
        score = math.inf if bias is None else 0.0
        if anchor.form not in REFERRING:
            score = sum((cuts.get(f, 0.0) for f in cut_features(parse, anchor)), bias or 0.0)
        scored.append((score, anchor))
    for _, anchor in sorted(scored, key=lambda row: (-row[0], row[1].start, -row[1].end)):
        inside = range(anchor.start, anchor.end)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(anchor)
    return sorted(kept, key=lambda a: a.head)


def cut_features(parse: Parse, anchor: Anchor) -> Iterator[str]:
    """What tells whether a span is the whole of what is meant, or a part, or too much: the words
    outside and inside of each edge, what kind of span it is, and how long."""
    start, end, form = anchor.start, anchor.end, anchor.form
    before, after = _word_before(parse, start), _word_after(parse, end)
    out = "start" if before is None else _shape(parse, before)
    off = "end" if after is None else _shape(parse, after)
    first, last = _shape(parse, start), _shape(parse, end - 1)
    yield f"{out} [ {first}"
    yield f"{last} ] {off}"
    yield f"{out} [ ] {off}"
    yield f"{form} {out} ["
    yield f"{form} ] {off}"
    yield f"{form} {out} [ {first} {last} ] {off}"
    yield "start [" if before is None else f"{parse.lower[before]} ["
    yield "] end" if after is None else f"] {parse.lower[after]}"
    yield f"{form} {anchor.type} of {min(end - start, _LONG)}"
    yield f"{form} as {parse.dep[anchor.head]}"
    yield from (f"with {parse.lower[t]}" for t in sorted({start, end - 1}) if _tells(parse, t))


def _word_before(parse: Parse, start: int) -> int | None:
    first = parse.sent[start]
    return next((t for t in range(start - 1, first - 1, -1) if not parse.text[t].isspace()), None)


def _word_after(parse: Parse, end: int) -> int | None:
    last = parse.sent_end[end - 1]
    return next((t for t in range(end, last) if not parse.text[t].isspace()), None)


def _tells(parse: Parse, token: int) -> bool:
    return parse.pos[token] in ("NOUN", "ADJ") or parse.lower[token] == "the"


def _shape(parse: Parse, token: int) -> str:
    """What kind of word a token is: ``Name`` in capitals, ``noun``, ``adj``, ``verb``, ``be`` and
    its like, ``number``, ``word`` of function, or a mark as it is."""
    text, pos = parse.text[token], parse.pos[token]
    if text[:1].isupper():
        return "Name"
    if text[:1].isdigit():
        return "number"
    return (
        pos.lower()
        if text[:1].isalpha() and pos in _OPEN
        else "word"
        if text[:1].isalpha()
        else text
    )


# ------------------------------------------------------------------ all spans


def _find_more(doc: Doc, base: str, found: list[Anchor]) -> list[Anchor]:
    parse: Parse = doc._.kgx_parse
    taken = {(a.start, a.end) for a in found if a.form in ("name", "literal", "nominal")}
    labels: dict[Spelling, Entity] = {}
    for entity in doc._.kgx_entities.values():
        labels.setdefault(spell(entity.label), entity)
    wide: dict[tuple[int, int], Anchor] = {}
    for start, end, form in sorted(_find_spans(parse)):
        place = (start, end)
        if place not in taken and place not in wide and end - start <= _LONGEST:
            label = " ".join(doc[start:end].text.split())
            if len(label) >= _LEAST and not label.isdigit():
                wide[place] = _make_anchor(parse, place, form, label, labels, base)
    return [wide[place] for place in sorted(wide)]


def _make_anchor(
    parse: Parse,
    place: tuple[int, int],
    form: str,
    label: str,
    labels: dict[Spelling, Entity],
    base: str,
) -> Anchor:
    start, end = place
    known = labels.get(spell(label))
    type_: EntityType = "concept" if label.islower() else "other"
    entity = known or Entity(entity_iri(label, type_, base), label, type_)
    head = top_of(parse, start, end)
    return Anchor(start, end, head, entity.type, form, entity.id, entity.id, makes=entity)


def _find_spans(parse: Parse) -> Iterator[Span]:
    first = 0
    while first < len(parse):
        last = parse.sent_end[first]
        yield from _find_runs(parse, first, last)
        yield from _find_quotes(parse, first, last)
        yield from _find_openings(parse, first, last)
        first = max(last, first + 1)
    for head, pos in enumerate(parse.pos):
        if pos in _NOUNS:
            yield from _find_phrases(parse, head)
        elif pos == "ADJ":
            yield head, head + 1, "phrase"


# ------------------------------------------------------------------ names and titles


def _find_runs(parse: Parse, first: int, last: int) -> Iterator[Span]:
    """Words in capitals side by side; the same with the small words that titles have inside, and
    without the article they begin with."""
    plain, titles = read_set("learned.toml", "joins"), read_set("learned.toml", "title_joins")
    for start in range(first, last):
        if not _is_capital(parse, start):
            continue
        opens = start == first or not _is_capital(parse, start - 1)
        article = start > first and parse.lower[start - 1] in ("the", "a", "an")
        if not opens and not article:
            continue
        for joins, form in ((frozenset[str](), "run"), (plain, "run"), (titles, "title")):
            yield start, _end_of_run(parse, start, last, joins), form


def _end_of_run(parse: Parse, start: int, last: int, joins: frozenset[str]) -> int:
    """Where the words in capitals from ``start`` on end, few small words in between."""
    end = start + 1
    for token in range(start + 1, min(last, start + _LONGEST)):
        if _is_capital(parse, token) or parse.text[token] in ("!", "?"):
            end = token + 1
        elif parse.lower[token] not in joins or token - end > 2:
            break
    return end


def _find_openings(parse: Parse, first: int, last: int) -> Iterator[Span]:
    """What a sentence begins with, up to each of its first verbs and its first bracket."""
    if not _is_capital(parse, first):
        return
    stops = 0
    for token in range(first + 1, min(last, first + _LONGEST + 1)):
        if parse.text[token] == "(" or parse.tag[token] in _FINITE:
            end = token - parse.text[token - 1].isspace()
            if end > first:
                yield first, end, "opening"
            stops += 1
            if stops == _MOST_OPENINGS or parse.text[token] == "(":
                return


def _is_capital(parse: Parse, token: int) -> bool:
    return parse.text[token][:1].isupper() or parse.text[token][:1].isdigit()


def _find_quotes(parse: Parse, first: int, last: int) -> Iterator[Span]:
    """What stands in quotation marks, without the mark that closes the sentence."""
    opening, closing = read_set("learned.toml", "opening"), read_set("learned.toml", "closing")
    opened: int | None = None
    for token in range(first, last):
        text = parse.text[token]
        if opened is not None and text in closing:
            end = token - (parse.text[token - 1] in (",", "."))
            if end > opened:
                yield opened, end, "quote"
            opened = None
        elif text in opening:
            opened = token + 1


# ------------------------------------------------------------------ phrases and their parts


def _find_phrases(parse: Parse, head: int) -> Iterator[Span]:
    """A noun with the words before it, one more at a time, and with what follows "of"."""
    start = head
    most = max(parse.sent[head], head - _MOST_PARTS)
    while start > most and _is_inside(parse, start, head):
        start -= 1
    end = head + 1
    of = _end_of_office(parse, head)
    for first in range(start, end):
        if parse.pos[first] not in ("PUNCT", "SYM"):
            yield first, end, "phrase"
            if of is not None:
                yield first, of, "office"


def _is_inside(parse: Parse, start: int, head: int) -> bool:
    """True if the word before ``start`` belongs to the phrase that begins there."""
    before = start - 1
    return parse.dep[before] in _INNER and start <= parse.head[before] <= head


def _end_of_office(parse: Parse, head: int) -> int | None:
    """Where "President of the Republic" ends, from "President"; None without a name after "of"."""
    last = parse.sent_end[head]
    if head + 2 >= last or parse.lower[head + 1] != "of":
        return None
    start = head + 2 + (parse.lower[head + 2] == "the")
    if start >= last or not _is_capital(parse, start):
        return None
    return _end_of_run(parse, start, last, read_set("learned.toml", "joins"))
