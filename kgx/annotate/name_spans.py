"""Where names begin and end: the model's spans, trimmed and joined, and the ones it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgx.annotate.gazetteer import nation_of, places_named
from kgx.annotate.parse import Parse
from kgx.annotate.parts import Block
from kgx.annotate.wordlists import read_set

NAME_LABELS = frozenset(
    ["PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "NORP", "LAW", "LANGUAGE"]
)

DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,5}-\d{1,5}[A-Za-z0-9]{0,4}|[A-Z]{1,3}\d{3,4}[A-Za-z]{0,4})(?:-[A-Z0-9]{1,4})?"
)
"""KTJ-3200, F-16, Su-57M, A320neo: letters and a number that name a model."""

_CLOSED = frozenset(["DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "INTJ", "PART", "PUNCT", "SPACE", "NUM"])
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]+")
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_OPENERS = frozenset("\"'“‘«([#*_")
_CLOSERS = frozenset("\"'”’».,;:!?-–—…")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)``; ``label`` is the model's, empty where it saw none; ``title``
    tells that a person's title stands before it."""

    start: int
    end: int
    label: str
    title: bool = False


def words_in(key: str) -> frozenset[str]:
    """A list of ``names.toml``."""
    return read_set("names.toml", key)


def is_capitalised(word: str) -> bool:
    """True for a word that begins with a capital, or with one after one or two small letters."""
    return word[:1].isupper() or bool(_CAMEL.match(word))


def find_names(
    parse: Parse, entities: Sequence[tuple[int, int, str]], titled: list[bool]
) -> list[Name]:
    """Names in order, without overlap.

    Args:
        entities: Spans and labels of the model, name labels only.
        titled: Per token, whether its block is in title case or capitals, where a capital says
            nothing.
    """
    heads = words_in("organization_heads") | words_in("facility_heads") | words_in("event_heads")
    heads |= words_in("law_heads")
    found: list[Name] = []
    taken = [False] * len(parse)
    for run_start, run_end in _runs(parse, titled):
        name = _whole_run(parse, run_start, run_end, heads)
        if name is not None:
            found.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
    loose: list[Name] = []
    for start, end, label in _split_lists(parse, entities):
        if any(taken[start:end]):
            continue
        name = trim_name(parse, start, end, label)
        if name is not None and not titled[name.start]:
            name = _extend(parse, name, taken)
        if name is not None:
            loose.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
    found.extend(loose)
    found.extend(_acronyms(parse, taken))
    found.extend(_missed(parse, taken, titled))
    found.extend(_designations(parse, taken))
    label_of = {(s, e): label for s, e, label in entities}
    relabelled = [
        n if n.label else Name(n.start, n.end, _label_inside(n, label_of), n.title) for n in found
    ]
    relabelled.sort(key=lambda n: (n.start, n.end))
    return relabelled


def _split_lists(
    parse: Parse, entities: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The model's spans, those of several names cut between them: at commas and brackets, a
    person's also at small words."""
    for start, end, label in entities:
        if label not in ("PERSON", "ORG", "GPE", "LOC", "NORP"):
            yield start, end, label
            continue
        begin = start
        for i in range(start, end):
            if _is_cut(parse, i, end, label):
                if i > begin:
                    yield begin, i, label
                begin = i + 1
        if begin < end:
            yield begin, end, label


def _is_cut(parse: Parse, i: int, end: int, label: str) -> bool:
    word = parse.text[i]
    if word in (",", ";"):
        return i + 1 < end and parse.text[i + 1] not in words_in("suffixes")
    if word in ("(", "[", ")", "]", "|"):
        return True
    return label == "PERSON" and word in ("of", "from", "and", "with", "in", "at", "for", "to")


def _acronyms(parse: Parse, taken: list[bool]) -> Iterator[Name]:
    """Acronyms in brackets after the words they are made of: World Health Organisation (WHO)."""
    for i in range(1, len(parse) - 1):
        word = parse.text[i]
        if taken[i] or not (word.isupper() and word.isalpha() and 1 < len(word) < 9):
            continue
        if parse.text[i - 1] == "(" and parse.text[i + 1] == ")" and i > 1 and taken[i - 2]:
            big = [w[0] for w in parse.text[max(0, i - 12) : i - 1] if w[:1].isupper()]
            if "".join(big[-len(word) :]) == word:
                yield Name(i, i + 1, "")
                taken[i] = True


def _label_inside(name: Name, labels: dict[tuple[int, int], str]) -> str:
    """The model's label where its span covers a name nearly alone."""
    for lead in (0, -1, -2):
        for trail in (0, 1):
            label = labels.get((name.start + lead, name.end + trail))
            if label:
                return label
    return ""


def _runs(parse: Parse, titled: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words whose shape says that they are one name: joined by ``of``, ``&``,
    an apostrophe, or by nothing."""
    takes_of = words_in("takes_of")
    size, i = len(parse), 0
    while i < size:
        if titled[i] or not (is_capitalised(parse.text[i]) or _ORDINAL.fullmatch(parse.text[i])):
            i += 1
            continue
        start, end = i, i + 1
        body = False
        while end < size and parse.sent[end] == parse.sent[start]:
            word = parse.text[end]
            after = parse.text[end + 1] if end + 1 < size else ""
            if is_capitalised(word) and parse.pos[end] not in ("PRON", "DET"):
                end += 1
            elif word == "&" and is_capitalised(after):
                end += 2
            elif word in ("of", "for") and parse.text[end - 1] in takes_of:
                step = 2 if after.lower() == "the" and end + 2 < size else 1
                if not is_capitalised(parse.text[min(end + step, size - 1)]):
                    break
                body = True
                end += step + 1
            elif word == "and" and body and _closes_body(parse, start, end):
                end += 2
            elif word in ("'", "’") and parse.text[end - 1].endswith("s") and is_capitalised(after):
                if not _is_plural_noun(parse, end - 1):
                    break
                end += 2
            else:
                break
        yield start, end
        i = end


def _closes_body(parse: Parse, start: int, end: int) -> bool:
    """True where ``and`` goes on with the field of a body: Ministry of Trade and Industry."""
    bodies = ("Ministry", "Department", "Office", "Committee", "Commission", "Institute", "Bureau")
    after = end + 1
    return (
        any(parse.text[i] in bodies for i in range(start, end))
        and after < len(parse)
        and is_capitalised(parse.text[after])
        and not places_named(parse.text[after])
        and parse.head[after] in range(start, after)
    )


def _is_plural_noun(parse: Parse, token: int) -> bool:
    """True for a word that can be a plural inside a name: Industrialists’, Teachers'."""
    word = parse.text[token]
    return parse.tag[token] in ("NNPS", "NNS", "NNP") and len(word) > 5 and not places_named(word)


def _whole_run(parse: Parse, start: int, end: int, heads: frozenset[str]) -> Name | None:
    """A run that its own words show to be one name: it ends with a head word such as Group, or
    holds one before ``of``."""
    while start < end and (
        parse.pos[start] in _CLOSED and not (parse.tag[start].startswith("NNP"))
    ):
        start += 1
    while end > start + 1 and parse.text[end - 1] in words_in("not_names"):
        end -= 1
    if end - start < 2:
        return None
    ofs = [i for i in range(start + 1, end) if parse.text[i] in ("of", "for")]
    anchor = ofs[0] - 1 if ofs else end - 1
    if parse.text[anchor] not in heads | words_in("place_heads") | words_in("takes_of"):
        return None
    if not ofs and parse.text[anchor] not in heads | words_in("place_heads"):
        return None
    if parse.text[start].lower() in ("the", "a", "an", "this", "our", "its"):
        start += 1
    if end - start < 2 or any(parse.text[i] in _POSSESSIVE for i in (start,)):
        return None
    return Name(start, end, "")


def trim_name(parse: Parse, start: int, end: int, label: str) -> Name | None:
    """A span without determiners, titles, possessive endings and marks; None where no name is
    left."""
    titles, title = words_in("titles"), False
    lower_ok = label in ("WORK_OF_ART", "EVENT", "LAW")
    while start < end:
        word = parse.text[start]
        if parse.pos[start] in ("SPACE", "PUNCT") or word in _OPENERS or word.lower() in ("the", "a", "an", "this", "that", "our", "its", "his", "their") or (
            not lower_ok
            and word.islower()
            and not (
                start + 1 < end
                and word in words_in("particles")
                and is_capitalised(parse.text[start + 1])
            )
        ):
            start += 1
        else:
            break
    while end > start:
        word = parse.text[end - 1]
        if (
            parse.pos[end - 1] in ("SPACE", "PUNCT")
            or word in _POSSESSIVE
            or word in _CLOSERS
            or (not lower_ok and word.islower())
            or (word.isdigit() and label in ("PERSON", "GPE", "NORP"))
        ):
            end -= 1
        else:
            break
    if label in ("PERSON", "ORG", "NORP", "GPE"):
        start, title = _strip_titles(parse, start, end, titles)
    if start >= end or not _could_be_name(parse, start, end, label):
        return None
    return Name(start, end, label, title)


def _strip_titles(parse: Parse, start: int, end: int, titles: frozenset[str]) -> tuple[int, bool]:
    """Where a person's name begins after titles and nationality, and whether a title was there."""
    heads = words_in("organization_heads")
    if any(parse.text[i] in heads and parse.text[i] not in titles for i in range(start, end)):
        return start, False
    at, title = start, False
    while at < end - 1:
        word = parse.text[at]
        if word in words_in("royal_titles") and end - at == 2:
            return at, True
        if parse.text[at + 1] in ("of", "for") and word in titles:
            return end, False  # King of Athens: a role
        role = at == parse.sent[start] and end - at > 2 and word.lower() in _person_nouns()
        if word in titles or role:
            title = True
        elif not (parse.text[at + 1] in titles and (nation_of(word) or word.startswith("Ex-"))):
            break
        at += 1
    if at == start or not title:
        return start, False
    if parse.text[at] in titles:  # a title alone
        return end, True
    return at, title


def _person_nouns() -> frozenset[str]:
    return read_set("nouns.toml", "person")


def _could_be_name(parse: Parse, start: int, end: int, label: str) -> bool:
    """False for what only looks like a name: plural acronyms, lower-case words, bare titles,
    common nouns that begin a sentence."""
    words = parse.text[start:end]
    if label in ("WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "NORP"):
        return any(w[:1].isupper() for w in words)
    if label in ("PERSON", "GPE", "LOC") and any(w[-1:].isdigit() for w in words):
        return False
    if end - start > 1:
        return any(is_capitalised(w) for w in words) and not all(
            w in words_in("not_names") or w in words_in("titles") for w in words
        )
    word = words[0]
    if _PLURAL_ACRONYM.fullmatch(word) or word in words_in("not_names"):
        return False
    if not is_capitalised(word) and not DESIGNATION.fullmatch(word):
        return False
    first = start == parse.sent[start]
    return not (first and parse.pos[start] in ("NOUN", "ADJ", "VERB", "ADV") and label != "NORP")


def _extend(parse: Parse, name: Name, taken: list[bool]) -> Name:
    """A person's name with the capitalised words that the parse ties to it."""
    start, end = name.start, name.end
    if end - start == 1 and start > parse.sent[start] and not taken[start - 1]:
        if parse.text[start - 1] in words_in("royal_titles") and parse.head[start - 1] == start:
            return Name(start - 1, end, name.label, True)
    if name.label not in ("PERSON", "ORG", ""):
        return name
    titles = words_in("titles")
    while (
        name.label == "PERSON"
        and end < len(parse)
        and not taken[end]
        and parse.tag[end] == "NNP"
        and is_capitalised(parse.text[end])
        and parse.sent[end] == parse.sent[start]
        and start <= end - 1
        and (parse.head[end - 1] == end or start <= parse.head[end] < end)
        and parse.text[end] not in words_in("not_names")
    ):
        end += 1
    while (
        start > parse.sent[start]
        and not taken[start - 1]
        and parse.tag[start - 1] == "NNP"
        and is_capitalised(parse.text[start - 1])
        and (
            (parse.dep[start - 1] == "compound" and start <= parse.head[start - 1] < end)
            or (parse.head[start - 1] == start - 1 and not parse.children[start - 1])
        )
        and parse.text[start - 1] not in titles
        and parse.text[start - 1] not in words_in("not_names")
        and not (name.label == "PERSON" and nation_of(parse.text[start - 1]))
        and parse.lower[start - 1] not in _person_nouns()
    ):
        start -= 1
    return Name(start, end, name.label, name.title)


def _missed(parse: Parse, taken: list[bool], titled: list[bool]) -> Iterator[Name]:
    """Runs of proper nouns that nothing covers."""
    i, size = 0, len(parse)
    while i < size:
        if taken[i] or titled[i] or not _is_proper(parse, i):
            i += 1
            continue
        end = i + 1
        while (
            end < size
            and not taken[end]
            and parse.sent[end] == parse.sent[i]
            and _is_proper(parse, end)
        ):
            end += 1
        name = trim_name(parse, i, end, "PERSON")
        if name is not None and _is_worth(parse, name):
            yield Name(name.start, name.end, "", name.title)
            taken[name.start : name.end] = [True] * (name.end - name.start)
        i = end


def _is_proper(parse: Parse, token: int) -> bool:
    return parse.tag[token] in ("NNP", "NNPS") and is_capitalised(parse.text[token])


def _is_worth(parse: Parse, name: Name) -> bool:
    """True unless a run is one word that capitals alone make a name of."""
    if name.end - name.start > 1 or name.title:
        return True
    word = parse.text[name.start]
    return not word.isupper() and len(word) > 2 and name.start != parse.sent[name.start]


def _designations(parse: Parse, taken: list[bool]) -> Iterator[Name]:
    """Designations of models that nothing covers."""
    stop = words_in("not_designations")
    for i, word in enumerate(parse.text):
        if not taken[i] and DESIGNATION.fullmatch(word) and word not in stop:
            yield Name(i, i + 1, "PRODUCT")
            taken[i] = True


def titled_tokens(parse: Parse, blocks: Sequence[Block]) -> list[bool]:
    """Per token, whether its block is written in title case or in capitals."""
    marks = [False] * len(parse)
    for block in blocks:
        words = [w for w in parse.text[block.start : block.end] if w[:1].isalpha() and len(w) > 3]
        small = sum(w.islower() for w in words)
        if (len(words) > 1 and block.kind != "dateline" and small <= 0.25 * len(words)) or block.kind == "dateline":
            marks[block.start : block.end] = [True] * (block.end - block.start)
    return marks
