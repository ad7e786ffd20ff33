"""Where names begin and end: the model's spans, trimmed and joined, and the ones it missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block
from kgx.annotate.names.acronyms import find_acronyms, find_spelled_out
from kgx.annotate.names.called_after import find_bodies_of_fields, find_parties
from kgx.annotate.names.demonyms import find_demonyms
from kgx.annotate.names.evidence import company_evidence
from kgx.annotate.names.foreign import find_foreign
from kgx.annotate.names.known_names import find_known, joins_known
from kgx.annotate.names.offices import is_person_noun, past_particles, with_surname, without_calling
from kgx.annotate.names.runs import (
    find_defined,
    find_designations,
    find_missed,
    find_repeated,
    find_runs,
    is_double,
    name_run,
)
from kgx.annotate.names.towns import find_towns
from kgx.annotate.names.trims import is_code, trim_name
from kgx.annotate.names.unheard import find_unheard
from kgx.annotate.names.whole import complete_name, is_place_in_full
from kgx.annotate.names.words import DESIGNATION, Name, is_capitalised, words_in
from kgx.annotate.names.work_titles import find_titles
from kgx.annotate.words.gazetteer import nation_of

_DONE = frozenset({"to", "by", "with"})
"""Words between who or what something is done to and by or to whom."""


def find_names(
    parse: Parse,
    entities: Sequence[tuple[int, int, str]],
    titled: list[bool],
    unheard: Sequence[int] = (),
) -> list[Name]:
    """Names in order, without overlap.

    Args:
        entities: Spans and labels of the model, name labels only.
        titled: Per token, whether its block is in title case or capitals, where a capital says
            nothing.
        unheard: Tokens that open sentences and are no English words.
    """
    taken = [False] * len(parse)
    found = _take(find_titles(parse, titled), taken)
    found.extend(find_known(parse, taken, titled, shortest=2))
    found += _take(find_spelled_out(parse, titled), taken)
    found += _take(find_parties(parse, titled), taken)
    found += _take(find_foreign(parse, titled), taken)
    found += _take(find_bodies_of_fields(parse, titled), taken)
    overlong = ("WORK_OF_ART", "EVENT", "LAW")  # the model's spans of these go on too far
    long = [(s, e) for s, e, label in entities if e - s > 1 and label not in overlong]
    runs = [name_run(parse, start, end) for start, end in find_runs(parse, titled)]
    found += _take((n for n in (*runs, *find_repeated(parse, titled, long)) if n), taken)
    towns = (n for n in find_towns(parse) if not _is_inside(n, long))
    found += _take(towns, taken)
    found += _trim_entities(parse, entities, taken, titled)
    found.extend(find_acronyms(parse, taken))
    found.extend(find_known(parse, taken, titled))
    found.extend(find_missed(parse, taken, titled, trim_name))
    found.extend(find_demonyms(parse, taken, titled))
    found.extend(find_designations(parse, taken))
    found.extend(find_defined(parse, taken, titled))
    found += _take(find_unheard(unheard, taken, titled), taken)
    found = [n for n in found if not is_code(parse, n.start, n.end)]
    found = _join_pairs(parse, sorted(found, key=lambda n: n.start))
    return _label(parse, _drop_covered([complete_name(parse, n) for n in found]), entities)


def _is_inside(name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    """True within a longer span."""
    size = name.end - name.start
    return any(s <= name.start and name.end <= e and e - s > size for s, e in spans)


def _take(names: Iterable[Name], taken: list[bool]) -> list[Name]:
    """Those of the names that nothing covers, which from now on cover what they stand on."""
    found = []
    for name in names:
        if not any(taken[name.start : name.end]):
            found.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
    return found


def _trim_entities(
    parse: Parse, entities: Sequence[tuple[int, int, str]], taken: list[bool], titled: list[bool]
) -> list[Name]:
    """The model's spans that nothing covers, trimmed, and those of persons with what the parse
    ties to them."""
    found: list[Name] = []
    for start, end, label in _split_lists(parse, entities):
        name = None if any(taken[start:end]) else trim_name(parse, start, end, label)
        if name is None:
            continue
        if not titled[name.start]:
            name = _extend(parse, name, taken)
        elif name.end - name.start > 1 and parse.text[name.end - 1].isdigit():
            name = Name(name.start, name.end - 1, name.label)  # a score
        found.append(name)
        taken[name.start : name.end] = [True] * (name.end - name.start)
    return found


def _label(
    parse: Parse, names: Sequence[Name], entities: Sequence[tuple[int, int, str]]
) -> list[Name]:
    """Names in order, with the model's labels where it agrees, and with what else they hold."""
    label_of = {(s, e): label for s, e, label in entities}
    labelled = [
        n if n.label else Name(n.start, n.end, _label_inside(n, label_of), n.title) for n in names
    ]
    held = {i for n in labelled for i in range(n.start, n.end)}
    whole = [with_surname(parse, without_calling(parse, n), held) for n in labelled]
    return sorted(whole, key=lambda n: (n.start, n.end))


def _drop_covered(names: list[Name]) -> list[Name]:
    """Names in order without those that one before them now covers."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _join_pairs(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Names, two words side by side that the model took for two names made one where the parse
    makes them one: Atlético Valverde."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and _is_hyphened(parse, last, name):
            joined[-1] = Name(last.start, name.end, last.label)
        elif last is not None and _are_one(parse, last, name):
            joined[-1] = Name(last.start, name.end, name.label)
        else:
            joined.append(name)
    return joined


def _is_hyphened(parse: Parse, last: Name, name: Name) -> bool:
    """True for two names that a hyphen makes a double one."""
    hyphen = last.end
    return hyphen + 1 == name.start and parse.text[hyphen] == "-" and is_double(parse, hyphen)


def _are_one(parse: Parse, last: Name, name: Name) -> bool:
    """True for two words side by side that are one name, by the parse or as a listed company."""
    words = name.end - name.start == last.end - last.start == 1
    if not words or last.end != name.start or parse.text[last.start] in words_in("titles"):
        return False
    if DESIGNATION.fullmatch(parse.text[name.start]):
        return False
    apart = {last.label, name.label} & {"NORP", "PRODUCT", "EVENT"}
    return _are_company(parse, last.start) or (_are_compound(parse, last.start) and not apart)


def _are_compound(parse: Parse, token: int) -> bool:
    return parse.head[token] == token + 1 and parse.dep[token] == "compound"


def _are_company(parse: Parse, token: int) -> bool:
    """True for a listed company's name of two words, whatever the parse."""
    return "ORG" in company_evidence(parse.text[token : token + 2])


def _split_lists(
    parse: Parse, entities: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The model's spans, those of several names cut between them: at commas and brackets, a
    person's also at small words."""
    for start, end, label in entities:
        if label not in ("PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT"):
            yield start, end, label
            continue
        begin = start
        for i in range(start, end):
            if _is_cut(parse, begin, i, end, label):
                if i > begin:
                    yield begin, i, label
                begin = i + 1
        if begin < end:
            yield begin, end, label


def _are_two(parse: Parse, start: int, at: int, end: int) -> bool:
    """True for two bodies of two words or more that "and" joins, neither of which a word such as
    Group ends."""
    heads = words_in("organization_heads")
    first = start + (parse.lower[start] in words_in("leaders"))
    long = at - first > 1 and end - at > 2 and "of" not in parse.text[start:end]
    return long and not {parse.text[at - 1], parse.text[end - 1]} & heads


def _tells_of_two(parse: Parse, start: int) -> bool:
    """True after what takes two: *between* Orbis and Helix, *a merger of* Orbis and Helix."""
    before = start - 1
    before -= parse.lower[before] in words_in("leaders")
    pair = parse.lower[before] in ("of", "by") and parse.lemma[before - 1] in words_in("of_two")
    return before > 0 and (pair or parse.lower[before] == "between")


def _is_of_verb(parse: Parse, token: int) -> bool:
    """True for a small word that says to or by whom something is done: sold Orbis *to* Helix."""
    marks = parse.dep[token] in ("prep", "dative", "agent")
    return marks and parse.text[token] in _DONE and parse.pos[parse.head[token]] == "VERB"


def _is_cut(parse: Parse, begin: int, i: int, end: int, label: str) -> bool:
    word = parse.text[i]
    if word in (",", ";"):
        more = i + 1 < end and parse.text[i + 1] not in words_in("suffixes")
        return more and not is_place_in_full(parse, begin, end)
    if word in ("(", "[", ")", "]", "|") or "](" in word or "://" in word:
        return True
    if label == "PRODUCT" and word == "and":
        return True
    if word in ("and", "or", "-", "–", "for", "to") and joins_known(parse, begin, i, end):
        return True
    if label == "ORG" and word == "and" and _are_two(parse, begin, i, end):
        return True
    if label == "ORG" and word == "and" and _tells_of_two(parse, begin):
        return True
    if label == "ORG" and (word == "from" or _is_of_verb(parse, i)):
        return True
    return label == "PERSON" and word in words_in("cuts")


def _label_inside(name: Name, labels: dict[tuple[int, int], str]) -> str:
    """The model's label where its span covers a name nearly alone."""
    for lead in (0, -1, -2):
        for trail in (0, 1):
            label = labels.get((name.start + lead, name.end + trail))
            if label:
                return label
    return ""


def _extend(parse: Parse, name: Name, taken: list[bool]) -> Name:
    """A person's name with the capitalised words that the parse ties to it."""
    start, end = name.start, name.end
    royal = parse.text[start - 1] in words_in("royal_titles") and parse.head[start - 1] == start
    if royal and end - start == 1 and start > parse.sent[start] and not taken[start - 1]:
        return Name(start - 1, end, name.label, True)
    if name.label not in ("PERSON", "ORG", ""):
        return name
    if name.label == "PERSON":
        end = past_particles(parse, end)
        while _goes_on(parse, start, end, taken):
            end += 1
    while _is_led(parse, start, end, taken, name.label):
        start -= 1
    return Name(start, end, name.label, name.title)


def _goes_on(parse: Parse, start: int, end: int, taken: list[bool]) -> bool:
    """True where the word after a person's name is more of it."""
    return (
        end < len(parse)
        and not taken[end]
        and parse.tag[end] == "NNP"
        and is_capitalised(parse.text[end])
        and parse.sent[end] == parse.sent[start]
        and start <= end - 1
        and (parse.head[end - 1] == end or start <= parse.head[end] < end)
        and parse.text[end] not in words_in("not_names", "degrees")
    )


def _is_led(parse: Parse, start: int, end: int, taken: list[bool], label: str) -> bool:
    """True where the word before a name is more of it, no title and no nationality."""
    before = start - 1
    if start == parse.sent[start] or taken[before] or parse.tag[before] != "NNP":
        return False
    word, person = parse.text[before], label == "PERSON"
    above = parse.head[before]
    tied = parse.dep[before] == "compound" and start <= above < end
    alone = above == before and not parse.children[before]
    return (
        (tied or alone)
        and is_capitalised(word)
        and (person or len(word) > 2)
        and word not in words_in("titles", "ranks", "office_fields", "not_names")
        and not (person and nation_of(word))
        and not is_person_noun(parse.lower[before])
    )


def titled_tokens(parse: Parse, blocks: Sequence[Block]) -> list[bool]:
    """Per token, whether its block is written in title case or in capitals, or heads a table."""
    marks = [False] * len(parse)
    row = False
    for block in blocks:
        head, row = block.kind == "row" and not row, block.kind == "row"
        words = [w for w in parse.text[block.start : block.end] if w[:1].isalpha() and len(w) > 3]
        small = sum(w.islower() for w in words)
        title = block.kind in ("headline", "deck", "byline") and small <= 0.25 * len(words)
        shouted = bool(words) and all(w.isupper() for w in words)
        head = head and not any(w.isdigit() for w in parse.text[block.start : block.end])
        if block.kind == "dateline" or head or (len(words) > 1 and (title or shouted)):
            marks[block.start : block.end] = [True] * (block.end - block.start)
    return marks
