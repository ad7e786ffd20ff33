"""Quotations: which words are quoted, and who says them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from spacy.attrs import SPACY
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, Quote
from kgx.annotate.layout.interviews import (
    find_answers,
    find_guest,
    find_initials,
    first_word,
    read_turn,
)
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.records import changed

_STRAIGHT = '"'
_SINGLE_OPEN, _SINGLE_CLOSE = "‘", "’"
_FAR = 40
"""Tokens between a quotation and the verb of saying in its own sentence, at most."""
_WHERE = frozenset(["in", "at", "on", "near", "from", "outside"])
_LED = 8
"""Words before a speaker's name and a colon, at most."""
_REACH = 150
"""Tokens between a quotation and any verb of saying that may be its own, at most."""


@Language.factory(
    "kgx_quotes", assigns=["doc._.kgx_quotes"], requires=["doc._.kgx_parse", "doc._.kgx_blocks"]
)
def make_quotes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that finds quotations and their speakers."""
    return find_quotes


def find_quotes(doc: Doc) -> Doc:
    """Set ``doc._.kgx_quotes``, in order; what an interviewee says in a turn counts as quoted."""
    parse: Parse = doc._.kgx_parse
    blocks: list[Block] = doc._.kgx_blocks
    spaced = doc.to_array(SPACY).astype(bool).tolist()
    quotes: list[Quote] = []
    carried: Quote | None = None
    open_: set[int] = set()  # numbers of the quotations that the next paragraph goes on with
    spoken = _find_spoken(doc, parse, blocks)
    for n, block in enumerate(blocks):
        if n in spoken:
            quotes.extend(spoken[n])
            continue
        spans, unclosed = _quoted_spans(parse, spaced, block)
        goes_on = unclosed and any(_opens(parse, b) for b in blocks[n + 1 : n + 2])
        if not spans:
            carried = None
            continue
        if unclosed and not goes_on:
            spans[-1] = _close(parse, *spans[-1])
        again = spans[0][0] == first_word(parse, block)
        found = _attribute(parse, block, spans, carried if again else None)
        quotes.extend(found)
        carried = found[-1] if unclosed else None
        if goes_on:
            open_.add(len(quotes) - 1)
    doc._.kgx_quotes = _fill_open(quotes, open_)
    return doc


def _find_spoken(doc: Doc, parse: Parse, blocks: list[Block]) -> dict[int, list[Quote]]:
    """What is said in an interview, by the number of the block: its turns, else its answers."""
    turns = {n: b for n, b in enumerate(blocks) if b.kind == "turn"}
    if turns:
        guest, initials = find_guest(doc, blocks), find_initials(doc)
        return {n: read_turn(parse, b, guest, initials) for n, b in turns.items()}
    answers = find_answers(doc, parse, blocks)
    firsts = {n: first_word(parse, blocks[n]) for n in answers}
    return {n: [Quote(firsts[n], blocks[n].end, who)] for n, who in answers.items()}


def _close(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """The bounds of a quotation whose closing mark is forgotten: no more than its sentence."""
    return start, min(end, max(start + 1, parse.sent_end[min(start + 2, end - 1)]))


def _fill_open(quotes: list[Quote], open_: set[int]) -> list[Quote]:
    """Give a quotation without a speaker, which the next paragraph goes on with, that one's."""
    filled = list(quotes)
    for n in sorted(open_, reverse=True):
        if filled[n].speaker is None and n + 1 < len(filled):
            filled[n] = changed(filled[n], speaker=filled[n + 1].speaker, cue=filled[n + 1].cue)
    return filled


def _opens(parse: Parse, block: Block) -> bool:
    """True for a block that begins with a quotation mark."""
    opens = read_lists("quotes.toml")["open"]
    return parse.text[first_word(parse, block)] in (*opens, _STRAIGHT, _SINGLE_OPEN, "`")


def _quoted_spans(
    parse: Parse, spaced: Sequence[bool], block: Block
) -> tuple[list[tuple[int, int]], bool]:
    """Quoted runs of a block, marks included, and whether the last was left open."""
    opens, closes = read_lists("quotes.toml")["open"], read_lists("quotes.toml")["close"]
    spans: list[tuple[int, int]] = []
    start, closing = -1, ""
    for i in range(block.start, block.end):
        word = parse.text[i]
        if start < 0:
            if word == _STRAIGHT and (i + 1 < block.end):
                start, closing = i, _STRAIGHT
            elif word in opens:
                start, closing = i, closes[opens.index(word)]
            elif word == "`" and parse.text[i + 1 : i + 2] == ["`"] and not spaced[i]:
                start, closing = i, closes[opens.index("``")]  # the tokenizer parts the two
            elif word == _SINGLE_OPEN and _closes_single(parse, spaced, i, block.end):
                start, closing = i, _SINGLE_CLOSE
        elif (
            word == closing
            or (closing in ("”", "''") and word == _STRAIGHT)
            or (closing == _STRAIGHT and word == "”")
        ):
            if closing == _SINGLE_CLOSE and not _ends_single(parse, spaced, i):
                continue
            spans.append((start, i + 1))
            start = -1
    if start >= 0:
        spans.append((start, block.end))
    return spans, start >= 0


def _ends_single(parse: Parse, spaced: Sequence[bool], token: int) -> bool:
    """True where a single mark closes a quotation and is no apostrophe."""
    return (
        not spaced[token - 1]
        and parse.tag[token] != "POS"
        and (parse.pos[token - 1] == "PUNCT" or spaced[token] or token + 1 == len(parse))
    )


def _closes_single(parse: Parse, spaced: Sequence[bool], token: int, end: int) -> bool:
    return any(
        parse.text[i] == _SINGLE_CLOSE and _ends_single(parse, spaced, i)
        for i in range(token + 1, min(end, token + 200))
    )


def _attribute(
    parse: Parse, block: Block, spans: Sequence[tuple[int, int]], carried: Quote | None
) -> list[Quote]:
    """The quotations of one block with their speakers: by a verb of saying in the sentence, else
    by the one before that goes on, else by a verb of saying in the block."""
    quoted = {i for s, e in spans for i in range(s, e)}
    cues = [
        i
        for i in range(block.start, block.end)
        if i not in quoted and _is_cue(parse, i) and speaker_of(parse, i, quoted) is not None
    ]
    found: list[Quote] = []
    for n, (start, end) in enumerate(spans):
        after = spans[n + 1][0] if n + 1 < len(spans) else block.end
        before = spans[n - 1][1] if n else block.start
        cue = _near_cue(parse, cues, start, end, before, after)
        if cue is None and n == 0 and carried is not None:
            found.append(Quote(start, end, carried.speaker, carried.cue))
            continue
        goes_on = n and not _is_far(parse, spans[n - 1][1], start, end)
        if cue is None and goes_on and _is_long(parse, start, end):
            found.append(Quote(start, end, found[-1].speaker, found[-1].cue))
            continue
        if cue is None and cues and _is_long(parse, start, end):
            at = bisect_left(cues, start)
            near = cues[max(0, at - 1) : at + 2]
            cue = min(near, key=lambda c: _distance(c, start, end))
            cue = None if _is_far(parse, cue, start, end) else cue
        speaker = _named_before(parse, start) if cue is None else speaker_of(parse, cue, quoted)
        found.append(Quote(start, end, speaker, cue))
    return _fill_backwards(parse, found)


def _named_before(parse: Parse, start: int) -> int | None:
    """The name that a colon ties to a quotation, with no more than titles before it: Mayor Ann
    Lind: "We won." """
    name, first = start - 2, parse.sent[start - 1] if start else 0
    if start < 2 or parse.text[start - 1] != ":" or parse.tag[name] != "NNP":
        return None
    led = [i for i in range(first, name) if parse.pos[i] not in ("PUNCT", "SPACE")]
    told = any(parse.pos[i] in ("VERB", "AUX") or parse.lower[i] in _WHERE for i in led)
    return None if told or len(led) > _LED else name


def _distance(cue: int, start: int, end: int) -> tuple[int, int]:
    """How far a verb is from a quotation; the earlier of two as far comes first."""
    return min(abs(cue - start), abs(cue - end)), cue


def _is_far(parse: Parse, cue: int, start: int, end: int) -> bool:
    """True where too many sentences end between a quotation and a verb of saying, or the end of the
    quotation before: more than one, or any where it is part of another sentence."""
    if cue > end + _REACH or cue < start - _REACH:
        return True
    if cue >= start:
        return _count_stops(parse, end, cue) > 1
    led = parse.text[start - 1] == "," or parse.pos[start - 1] not in ("PUNCT", "SPACE")
    return _count_stops(parse, cue - 2, start) > 0 if led else _count_stops(parse, cue, start) > 1


def _count_stops(parse: Parse, start: int, end: int) -> int:
    """How many sentences end between two tokens."""
    return sum(parse.text[i] in (".", "?", "!") for i in range(max(0, start), end))


def _fill_backwards(parse: Parse, quotes: list[Quote]) -> list[Quote]:
    """Give a quotation without a speaker that of the next one in its block."""
    filled = list(quotes)
    for n in range(len(filled) - 2, -1, -1):
        here, after = filled[n], filled[n + 1]
        if (
            here.speaker is None
            and after.speaker is not None
            and _is_long(parse, here.start, here.end)
        ):
            filled[n] = Quote(here.start, here.end, after.speaker, after.cue)
    return filled


def _is_long(parse: Parse, start: int, end: int) -> bool:
    """True for quoted clauses rather than a quoted word."""
    return any(parse.pos[i] in ("VERB", "AUX") for i in range(start, end)) and end - start > 4


def _near_cue(
    parse: Parse, cues: Sequence[int], start: int, end: int, before: int, after: int
) -> int | None:
    """The verb of saying that stands with a quotation: after it up to the end of the sentence, or
    before it in the same sentence."""
    last = next((i for i in range(end - 2, start, -1) if parse.pos[i] != "SPACE"), start)
    if parse.text[last] != ".":
        at = bisect_left(cues, end)
        for cue in cues[at : at + _FAR]:
            if cue < min(after, end + _FAR) and not _stops(parse, end, cue):
                return cue
    at = bisect_left(cues, start)
    for cue in reversed(cues[max(0, at - _FAR) : at]):
        if before <= cue < start and start - cue < _FAR and not _stops(parse, cue, start):
            return cue
    return None


def _stops(parse: Parse, start: int, end: int) -> bool:
    """True if a sentence ends between two tokens."""
    return _count_stops(parse, start, end) > 0


@cache
def _verbs() -> frozenset[str]:
    return read_set("quotes.toml", "verbs")


def _is_cue(parse: Parse, token: int) -> bool:
    """True for a verb of saying, for ``according`` and for ``in the words of``."""
    if parse.lower[token] == "according" or _is_words_of(parse, token):
        return True
    if parse.pos[token] != "VERB":
        return False
    return parse.lemma[token].lower() in _verbs() or _gives_message(parse, token)


def _gives_message(parse: Parse, verb: int) -> bool:
    """True for "issued a statement" and "left this farewell"."""
    if parse.lemma[verb] not in read_set("quotes.toml", "giving"):
        return False
    what = parse.child(verb, "dobj")
    return what is not None and parse.lemma[what] in read_set("quotes.toml", "messages")


def _is_words_of(parse: Parse, token: int) -> bool:
    before, after = parse.lower[max(0, token - 2) : token], parse.lower[token + 1 : token + 2]
    return parse.lower[token] == "words" and before == ["in", "the"] and after == ["of"]


def speaker_of(parse: Parse, cue: int, quoted: set[int]) -> int | None:
    """The head token of who speaks, for what `_is_cue` holds of; None if there is none outside the
    quoted tokens."""
    if parse.lower[cue] == "according":
        return parse.below(cue, "to")
    if _is_words_of(parse, cue):
        who = parse.child(cue + 1, "pobj")
        return None if who is None else _name_beside(parse, who)
    verb = cue
    for _ in range(4):
        subject = parse.child(verb, "nsubj")
        if subject is not None and subject not in quoted:
            return _name_beside(parse, _resolve_relative(parse, subject, verb))
        if parse.dep[verb] not in ("conj", "advcl", "xcomp", "acl", "relcl"):
            break
        if parse.dep[verb] == "acl":
            return parse.head[verb] if parse.head[verb] not in quoted else None
        verb = parse.head[verb]
    return _beside(parse, cue, quoted)


def _resolve_relative(parse: Parse, subject: int, verb: int) -> int:
    """The noun for ``who`` in ``the man who said``."""
    if parse.lower[subject] in ("who", "which", "that") and parse.dep[verb] == "relcl":
        return parse.head[verb]
    return subject


def _name_beside(parse: Parse, subject: int) -> int:
    """The name in apposition to a role: Lind in ``chief executive Ann Lind``."""
    if parse.pos[subject] != "NOUN":
        return subject
    name = parse.child(subject, "appos")
    return name if name is not None and parse.tag[name] == "NNP" else subject


def _beside(parse: Parse, cue: int, quoted: set[int]) -> int | None:
    """The name or pronoun right before or after a verb that the parse gives no subject."""
    size = len(parse)
    after = cue + 1
    if after < size and after not in quoted and parse.sent[after] == parse.sent[cue]:
        end = after
        while (
            end < size
            and parse.tag[end] in ("NNP", "NNPS", "PRP", "DT", "NN")
            and end not in quoted
        ):
            end += 1
        if end > after and parse.tag[end - 1] in ("NNP", "PRP", "NN"):
            return end - 1
    before = cue - 1
    if before >= 0 and before not in quoted and parse.tag[before] in ("NNP", "PRP"):
        return before
    return None
