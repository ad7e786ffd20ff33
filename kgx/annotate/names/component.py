"""Names: the model's entities with right bounds and one type a name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, read_ents
from kgx.annotate.names.context import head_of, is_byline, is_inside
from kgx.annotate.names.evidence import is_part_of_place
from kgx.annotate.names.known_names import is_sporting
from kgx.annotate.names.national_teams import is_team
from kgx.annotate.names.spans import find_names, titled_tokens
from kgx.annotate.names.species import species_tokens
from kgx.annotate.names.types import UNTYPED, label_names, name_key
from kgx.annotate.names.wider import widen_names, without_form
from kgx.annotate.names.words import Name, is_capitalised, is_rank, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named

_SHORTEST_PART = 3
LONGEST_NAME = 12
"""Tokens of the longest name looked for again."""
_ACRONYM = 3  # letters, at least
_Index = dict[str, list[tuple[list[str], str]]]


@Language.factory("kgx_names", assigns=["doc.ents"], requires=["doc._.kgx_parse", "doc.ents"])
def make_names(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that corrects ``doc.ents``.

    Labels are OntoNotes', and ``MISC`` for a name that nothing tells the type of; dates and
    numbers pass through where no name lies over them.
    """
    return correct_names


def correct_names(doc: Doc) -> Doc:
    """Rewrite ``doc.ents``."""
    parse: Parse = doc._.kgx_parse
    blocks: list[Block] = doc._.kgx_blocks
    titled = titled_tokens(parse, blocks)
    body, titles = names_of(doc, titled)
    typed = label_names(parse, body)
    named = [(n, label) for n, (label, _) in zip(body, typed, strict=True)]
    known = _known_labels(parse, named)
    found = [
        (n.start, n.end, _as_used(parse, n, label))
        for n, label in named
        if label != UNTYPED or n.label or _stands(doc, parse, n)
    ]
    heads = {b.start for b in blocks if b.kind == "headline"}
    again = _find_again(doc, parse, known, found, titled, heads)
    dated = _in_datelines(parse, blocks, found + again)
    headed = _in_titles(parse, titles, found + again + dated)
    why = {(n.start, n.end): said for n, (_, said) in zip(body, typed, strict=True)}
    why |= {(start, end): "named so elsewhere in the text" for start, end, _ in again}
    why |= {(start, end): "a place in the dateline" for start, end, _ in dated}
    why |= {(start, end): "the model, in a title" for start, end, _ in headed}
    doc._.kgx_why.update((("names", *bounds), said) for bounds, said in why.items())
    _write_ents(doc, _without_idle(parse, blocks, [*found, *again, *dated, *headed]))
    return doc


def _known_labels(parse: Parse, named: Sequence[tuple[Name, str]]) -> dict[str, str]:
    """Labels by the key of a name, and of a firm's name without its legal form."""
    known = {name_key(parse.text[n.start : n.end]): label for n, label in named}
    for name, label in named:
        if core := without_form(parse, name):
            known.setdefault(name_key(core), label)
    return known


def _without_idle(
    parse: Parse, blocks: Sequence[Block], found: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Names without those that stand in boilerplate alone."""
    idle = {i for b in blocks if b.kind == "boilerplate" for i in range(b.start, b.end)}
    if not idle:
        return found
    told = {name_key(parse.text[s:e]) for s, e, _ in found if s not in idle}
    return [f for f in found if f[0] not in idle or name_key(parse.text[f[0] : f[1]]) in told]


def _write_ents(doc: Doc, names: list[tuple[int, int, str]]) -> None:
    """Make names the entities of a doc, with the model's dates and numbers where none lies."""
    labelled = words_in("labels")
    taken = {i for s, e, _ in names for i in range(s, e)}
    others = [x for x in read_ents(doc) if x[2] not in labelled]
    free = [x for x in others if taken.isdisjoint(range(x[0], x[1]))]
    spans = [Span(doc, s, e, label=label) for s, e, label in sorted([*names, *free])]
    doc.ents = tuple(filter_spans(spans))


def names_of(doc: Doc, titled: list[bool]) -> tuple[list[Name], list[Name]]:
    """The names of a doc with their right bounds, in order: those of the body, which the rest goes
    by, and those of titles."""
    parse: Parse = doc._.kgx_parse
    labelled = words_in("labels")
    given = [x for x in read_ents(doc) if x[2] in labelled]
    living = species_tokens(parse)
    found = find_names(parse, given, titled)
    if living:
        found = [n for n in found if living.isdisjoint(range(n.start, n.end))]
    names = widen_names(parse, _without_common(parse, found))
    body = [n for n in names if not titled[n.start] or _is_full_person(n)]
    return body, [n for n in names if titled[n.start] and not _is_full_person(n)]


def _is_full_person(name: Name) -> bool:
    """True for a person's name of two words or more, which the model seldom mistakes."""
    return name.label == "PERSON" and name.end - name.start > 1


def _without_common(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Names without those of one word that the text also writes small; an acronym that the text
    introduces in brackets stays."""
    text = parse.text
    small = {w for w in text if w.islower()}
    acronyms = {
        text[i] for i in range(1, len(text) - 1) if text[i - 1] == "(" and text[i + 1] == ")"
    }
    return [
        n
        for n in names
        if n.end - n.start > 1
        or text[n.start].islower()
        or text[n.start].lower() not in small
        or (text[n.start].isupper() and text[n.start] in acronyms)
        or (n.label in ("GPE", "NORP") and _is_placed(text[n.start]))
    ]


def _is_placed(word: str) -> bool:
    return nation_of(word) is not None or bool(places_named(word))


def _as_used(parse: Parse, name: Name, label: str) -> str:
    """The label of a mention, whatever the vote: NORP for a nationality used as an adjective, ORG
    for a country that stands for its team."""
    if label == "GPE" and is_team(parse, name):
        return "ORG"
    if label == "ORG" and _is_town(parse, name):
        return "GPE"
    if name.end - name.start > 1 or label not in ("GPE", "PERSON", "ORG", "LOC", UNTYPED):
        return label
    word = parse.text[name.start]
    used = parse.tag[name.start] == "JJ" or parse.dep[name.start] == "amod"
    return "NORP" if used and nation_of(word) is not None and not places_named(word) else label


def _is_town(parse: Parse, name: Name) -> bool:
    """True where a firm's name means the town it is called after: "a plant in *Lund*, where"."""
    word = parse.text[name.start]
    before = name.start - 1
    bare = name.end - name.start == 1 and before >= parse.sent[name.start]
    if not bare or parse.lower[before] != "in" or not is_inside(parse, name.start):
        return False
    after = [w for w in parse.lower[name.end : name.end + 2] if w != ","]
    return after[:1] == ["where"] or bool(places_named(word))


def _stands(doc: Doc, parse: Parse, name: Name) -> bool:
    """True where a name without a type is worth keeping: in mid-sentence, and several words or one
    that English has not."""
    if name.start == parse.sent[name.start]:
        return False
    return name.end - name.start > 1 or bool(doc.vocab[parse.lower[name.start]].is_oov)


def _index_known(known: dict[str, str], clubs: frozenset[str]) -> _Index:
    """Known names, and what is short for them, by their first word, the longest first."""
    by_first: _Index = defaultdict(list)
    for key, label in sorted(known.items(), key=lambda x: (-len(x[0]), x[0])):
        words = key.split(" ")
        if label != UNTYPED and len(words) <= LONGEST_NAME:
            by_first[words[0]].append((words, label))
        if label == "PERSON" and 1 < len(words) < 5 and len(words[-1]) > 2 and not is_rank(words):
            by_first[words[-1]].append((words[-1:], label))
        if label == "ORG" and _is_shortened(words):
            by_first[words[0]].append((words[:1], label))
        if label in ("ORG", "EVENT") and len(initials := _initials(words)) >= _ACRONYM:
            by_first[initials.upper()].append(([initials], label))
    for last in clubs:
        by_first[last].append(([last], "ORG"))
    return by_first


def _find_again(
    doc: Doc,
    parse: Parse,
    known: dict[str, str],
    found: Sequence[tuple[int, int, str]],
    titled: list[bool],
    heads: set[int],
) -> list[tuple[int, int, str]]:
    """Mentions of known names that were missed, longest first; in titles case is no matter, and
    the word that opens a headline needs no more than its capital."""
    clubs = _club_ends(parse, known)
    by_first = _index_known(known, clubs)
    taken = [False] * len(parse)
    for start, end, _ in found:
        taken[start:end] = [True] * (end - start)
    again: list[tuple[int, int, str]] = []
    for i, word in enumerate(parse.text):
        if taken[i] or not (is_capitalised(word) or word[:1].isdigit()):  # 2nd Earl of X
            continue
        key = name_key((word,))
        told = by_first.get(key, [])
        if not titled[i] and word.isupper():
            told = told + by_first.get(key.upper(), [])
        for words, label in told:
            end = i + len(words)
            if any(taken[i:end]) or parse.sent_end[i] < end:
                continue
            if [name_key((w,)) for w in parse.text[i:end]] != words:
                continue
            club = words[0] in clubs and not titled[i]
            if len(words) == 1 and not (
                i in heads or club or _is_name_again(doc, parse, i, titled)
            ):
                continue
            again.append((i, end, label))
            taken[i:end] = [True] * len(words)
            break
    return again


def _club_ends(parse: Parse, known: dict[str, str]) -> frozenset[str]:
    """The last words, small, that one club of a text about matches has: Cedar *Rovers*."""
    ends = Counter(key.rpartition(" ")[2] for key, x in known.items() if x == "ORG" and " " in key)
    clubs = [w for w, n in ends.items() if n == 1 and w.title() in _clubs()]
    return frozenset(clubs) if clubs and is_sporting(parse) else frozenset()


def _clubs() -> frozenset[str]:
    return words_in("team_heads", "club_ends")


def _initials(words: Sequence[str]) -> str:
    """The first letters of the words of a name that are no particles."""
    return "".join(w[0] for w in words if w not in words_in("skipped") and w[0].isalpha())


def _is_shortened(words: Sequence[str]) -> bool:
    """True for a body that its first word may stand for: *Cedar* Bank."""
    first, last = (w.title() for w in (words[0], words[-1]))
    return (
        len(words) == 2
        and last in words_in("organization_heads")
        and len(first) > _SHORTEST_PART
        and first not in words_in("shared_openers")
        and nation_of(first) is None
        and not places_named(first)
    )


def _is_name_again(doc: Doc, parse: Parse, token: int, titled: list[bool]) -> bool:
    """False for a common word that a capital makes look like a known name."""
    if titled[token]:
        return parse.pos[token] in ("PROPN", "NOUN", "ADJ", "VERB", "X")
    if parse.pos[token] == "PROPN":
        return True
    if token == parse.sent[token]:  # a word that English has not is a name there too
        return bool(doc.vocab[parse.lower[token]].is_oov) or _acts_alone(parse, token)
    return parse.pos[token] in ("NOUN", "VERB") or bool(doc.vocab[parse.lower[token]].is_oov)


def _acts_alone(parse: Parse, token: int) -> bool:
    """True for a bare word as subject that its verb takes for one person: "Jobs has said"."""
    verb = parse.head[token]
    if parse.dep[token] != "nsubj" or parse.pos[token] != "NOUN" or parse.children[token]:
        return False
    finite = next((c for c in parse.children[verb] if parse.dep[c] == "aux"), verb)
    if parse.tag[token] == "NNS" and parse.lemma[verb] in words_in("speech_verbs"):
        return True
    if parse.tag[token] == "NNS" and parse.tag[finite] == "VBD" and parse.lower[finite] != "were":
        return parse.lower[token] not in parse.text  # "Jobs announced", where no jobs are told of
    if parse.tag[token] == "NNS":
        return parse.tag[finite] == "VBZ" or parse.lower[finite] == "was"
    return parse.tag[finite] in ("VBZ", "VBD", "MD")


def _in_titles(
    parse: Parse, names: Sequence[Name], found: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The model's names in titles that the body does not repeat: those of several words whose
    type the model gives, and places."""
    taken = {i for s, e, _ in found for i in range(s, e)}
    kept: list[tuple[int, int, str]] = []
    for n in names:
        if not taken.isdisjoint(range(n.start, n.end)) or not n.label:
            continue
        text = " ".join(parse.text[n.start : n.end])
        places = places_named(text)
        part = is_part_of_place(parse.text[n.start : n.end])
        if part or (n.label in ("GPE", "LOC") and places):
            kept.append((n.start, n.end, "GPE"))
        elif n.end - n.start > 1 and (n.label == "PERSON" or is_byline(parse, n)):
            kept.append((n.start, n.end, "PERSON"))
        elif n.label == "NORP" and nation_of(text):
            kept.append((n.start, n.end, "NORP"))
        elif (
            parse.text[n.end - 1]
            and head_of(parse, n.start, n.end) == n.end - 1
            and n.label == "ORG"
        ):
            kept.append((n.start, n.end, n.label))
    return kept


def _in_datelines(
    parse: Parse, blocks: Sequence[Block], found: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The places that datelines begin with."""
    taken = {i for s, e, _ in found for i in range(s, e)}
    shortened = {name_key((parse.text[s],)) for s, e, _ in found if e - s > 1}
    kept: list[tuple[int, int, str]] = []
    for block in blocks:
        if block.kind != "dateline":
            continue
        end = _end_of_place(parse, block, shortened)
        if end > block.start and taken.isdisjoint(range(block.start, end)):
            kept.append((block.start, end, "GPE"))
        for i in range(block.start + 1, block.end):
            after_comma = parse.text[i - 1] == "," and places_named(parse.text[i])
            if (
                after_comma
                and i not in taken
                and i not in {k for s, e, _ in kept for k in range(s, e)}
            ):
                kept.append((i, i + 1, "GPE"))
    return kept


def _end_of_place(parse: Parse, block: Block, shortened: set[str]) -> int:
    """Where the place that a dateline begins with ends: a known one, else the words in capitals,
    unless they may shorten another name."""
    for end in range(min(block.start + 3, block.end), block.start, -1):
        words = [w.title() if w.isupper() else w for w in parse.text[block.start : end]]
        if places_named(" ".join(words)):
            return end
    end = block.start
    while end < block.end and parse.text[end].isupper() and parse.text[end].isalpha():
        end += 1
    first = parse.text[block.start]
    is_place = end - block.start <= 3 and len(first) > 2 and name_key((first,)) not in shortened
    return end if is_place else block.start
