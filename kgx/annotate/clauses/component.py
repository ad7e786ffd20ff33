"""What is said: the clauses of a doc, from its verbs and its nouns."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.clauses.nouns import read_noun_clauses
from kgx.annotate.clauses.reader import Reader
from kgx.annotate.clauses.verbs import read_clauses
from kgx.annotate.grammar.attachments import attach_names
from kgx.annotate.grammar.labels import NUMBERS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, Clause, TimeSpan, read_ents
from kgx.annotate.times.joins import open_interval
from kgx.annotate.words.lexicon import add_frames, load_lexicon
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed

_SILENT = frozenset({"row", "byline", "dateline", "boilerplate"})
_BESIDE = frozenset({"apposition", "role"})
_GLANCE = 12  # tokens that tell whether a sentence is in capitals
_LASTING = frozenset({"", "for", "over", "during", "throughout"})
_TIMES = frozenset({"DATE", "TIME"})


@Language.factory("kgx_propositions", assigns=["doc._.kgx_clauses"])
def make_propositions(nlp: Language, name: str, frames: str = "") -> Callable[[Doc], Doc]:
    """The component that finds the clauses of a doc, in order of their relations.

    Args:
        frames: A file with the frames of one's own verbs, see `add_frames`; none if empty.
    """
    lexicon = add_frames(load_lexicon(), frames) if frames else load_lexicon()

    def find_clauses(doc: Doc) -> Doc:
        parse: Parse = doc._.kgx_parse
        names, found = read_ents(doc), doc._.kgx_times
        timed = time_tokens(len(doc), names, found)
        attach_names(parse, names)
        reader = Reader(parse, lexicon, timed, name_tokens(len(doc), names))
        silent = silent_tokens(len(doc), doc._.kgx_blocks)
        clauses = [*read_clauses(reader), *read_noun_clauses(reader, names, doc._.kgx_mentions)]
        clauses = [c for c in clauses if not silent[c.head] and has_word(parse, c)]
        clauses = [c for c in clauses if c.kind not in _BESIDE or not is_shouted(parse, c)]
        clauses.sort(key=lambda c: (c.head, c.subject.head, c.kind))
        times = [t for t in found if t.when]
        doc._.kgx_clauses = [date_clause(c, times, reader) for c in clauses]
        return doc

    return find_clauses


def has_word(parse: Parse, clause: Clause) -> bool:
    """True if the subject has a word in it: "#" and "=" do nothing."""
    return any(c.isalnum() for t in clause.subject.tokens for c in parse.text[t])


def is_shouted(parse: Parse, clause: Clause) -> bool:
    """True in a sentence in capitals, where what looks like a name and its role may be a verb."""
    start, end = parse.sent[clause.head], parse.sent_end[clause.head]
    words = [word for word in parse.text[start : min(end, start + _GLANCE)] if word.isalpha()]
    return len(words) > 3 and all(map(str.isupper, words))


def silent_tokens(size: int, blocks: list[Block]) -> list[bool]:
    """For each token, whether it stands where nothing is said in clauses: in a table, a byline."""
    silent = [False] * size
    for block in blocks:
        if block.kind in _SILENT:
            silent[block.start : block.end] = [True] * (block.end - block.start)
    return silent


def name_tokens(size: int, names: Sequence[tuple[int, int, str]]) -> list[str]:
    """For each token the OntoNotes label of the name it is in, "" outside."""
    named = [""] * size
    for start, end, label in names:
        if label not in NUMBERS:
            named[start:end] = [label] * (end - start)
    return named


def time_tokens(
    size: int, names: Sequence[tuple[int, int, str]], times: list[TimeSpan]
) -> list[bool]:
    """For each token, whether it is inside a time expression."""
    timed = [False] * size
    spans = [(s, e) for s, e, label in names if label in _TIMES]
    spans += [(t.start, t.end) for t in times]
    for start, end in spans:
        for i in range(start, end):
            timed[i] = True
    return timed


def _is_ranked(parse: Parse, since: int) -> bool:
    """True for what is the first or the most of all since then."""
    noun = parse.head[since]
    near = [*parse.children[noun], *parse.children[since - 1]]
    ranks = read_set("modifiers.toml", "ranking")
    return any(parse.tag[c] == "JJS" or parse.lower[c] in ranks for c in near if c < since)


def _is_of_former(parse: Parse, clause: Clause, opens: int) -> bool:
    """True for the time of what there was before: "rose to 8.6% from 7.1% | in 2021"."""
    markers = {parse.lower[p.marker[0]]: p for p in clause.arguments if p.marker}
    former, first = markers.get("from"), clause.arguments[0]
    risen = clause.lemma.endswith(" to") and clause.lemma in read_set("measures.toml", "reaching")
    close = former is not None and former.tokens and former.tokens[-1] == opens - 1
    return bool(risen and close and first.head < opens)


def date_clause(clause: Clause, times: list[TimeSpan], reader: Reader) -> Clause:
    """The clause with the first time in its arguments, of ``times`` in order."""
    described = clause.kind in ("apposition", "role")  # "mayor in 2017"
    for argument in clause.arguments:
        if argument.role == "time" or described:
            inside = (*argument.marker, *argument.tokens)
            at = bisect_left(times, inside[0], key=lambda t: t.start) if inside else len(times)
            if at < len(times) and times[at].start <= inside[-1]:  # "from 2012" of "to 2016"
                time = times[at]
                before = time.start - 1 if described else (argument.marker or (-1,))[-1]
                marker = reader.parse.lower[before] if before >= 0 else ""
                if ":" in time.when[:3] and marker in ("before", "after", "by", "until"):
                    continue  # "before midnight" of no day
                if marker == "since" and _is_ranked(reader.parse, before):
                    continue  # "the first cut since 2012" lasted no years
                if time.when.startswith("P") and marker not in _LASTING:
                    continue  # "after two years of decline" is no time of its own
                if _is_of_former(reader.parse, clause, inside[0]):
                    continue
                return changed(clause, time=open_interval(time.when, marker))
    return clause
