"""Titles and roles beside names, after MinIE's implicit extractions (Gashteovski et al. 2017)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgx.annotate.clauses.reader import Reader
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, MentionSpan, Phrase
from kgx.annotate.grammar.phrases import noun_clause, phrase_words
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_TITLED = frozenset({"PERSON", "ORG"})
"""Names before which a noun phrase of any length is a role; before others one noun is."""

_LONGEST_TITLE = 20
"""Words of a title before a name, at most."""

_NO_TITLE = frozenset({"DET", "PRON", "PUNCT", "NUM", "ADV", "PART", "CCONJ"})
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "case", "det", "advmod", "conj"})


def read_titles(reader: Reader, names: Sequence[tuple[int, int, str]]) -> Iterator[Clause]:
    """ "company chair X", "Turkish firm X", "President X": common nouns right before a name; and
    "X turbojet engine": a product's name before the noun of its class."""
    parse = reader.parse
    for start, end, label in names:
        if label not in ("PERSON", "ORG", "PRODUCT", "FAC", "GPE", "LOC", "WORK_OF_ART", "EVENT"):
            continue
        head = head_of(parse, start, end)
        before = _title_words(reader, head, start)
        subject = Phrase(head, tuple(range(start, end)), "subject")
        whose = label == "ORG" and len(before) == 1 and _is_land(parse, before[0])
        if before and not whose and (label in _TITLED or _is_class(parse, before, label)):
            for title in _split(parse, before):
                complement = Phrase(title[-1], title, "complement")
                yield noun_clause(title[-1], "role", "be", subject, [complement])
        title = () if before or label != "PERSON" else _title_of(parse, head, start)
        if title:
            complement = Phrase(title[0], title, "complement")
            yield noun_clause(title[0], "role", "be", subject, [complement])
        if label == "PRODUCT":
            after = _class_words(reader, head, end)
            if after:
                complement = Phrase(after[-1], after, "complement")
                yield noun_clause(after[-1], "role", "be", subject, [complement])


def _title_of(parse: Parse, head: int, start: int) -> tuple[int, ...]:
    """The words of a title that goes on after its noun: "Secretary of State", before a name."""
    for c in parse.children[head]:
        inside = c < start and parse.dep[c] in ("nmod", "compound") and parse.right[c] == start - 1
        if inside and parse.lower[c] in read_set("nouns.toml", "person"):
            of = next((t for t in parse.children[c] if t > c and parse.lower[t] == "of"), None)
            return () if of is None else tuple(range(c, start))
    return ()


def _split(parse: Parse, words: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The titles of "founder and chief executive"; where they are not all roles of one person, the
    last alone."""
    cut = [t for t in words if parse.dep[t] == "cc"]
    if not cut:
        return [words]
    parts = [tuple(t for t in words if a < t < b) for a, b in pairwise([-1, *cut, words[-1] + 1])]
    persons = read_set("nouns.toml", "person")
    roles = all(p and parse.tag[p[-1]] == "NN" and parse.lemma[p[-1]] in persons for p in parts)
    return parts if roles else parts[-1:]


def _is_land(parse: Parse, noun: int) -> bool:
    """True for the noun for the place whose a body is: "the *state* Water Board"."""
    return type_of_noun(parse.lemma[noun].lower()) == "place"


def _is_class(parse: Parse, before: tuple[int, ...], label: str) -> bool:
    """True for one noun before a name that may be its class: "the ship Orbis"; of a place only a
    noun for places ("the city Izmir", not "mainland Australia")."""
    if len(before) > 1 or (before[0] > 0 and parse.text[before[0] - 1] == "-"):
        return False
    return label not in ("GPE", "LOC") or type_of_noun(parse.lemma[before[0]].lower()) == "place"


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
                yield noun_clause(head, "role", "be", subject, [Phrase(head, words, "complement")])


def _title_words(reader: Reader, head: int, start: int) -> tuple[int, ...]:
    """The run of words before a name that ends in a common noun or a title, in its noun phrase."""
    parse = reader.parse
    first = start
    while first > max(parse.sent[start], start - _LONGEST_TITLE):
        t = first - 1
        if not _premodifies(parse, t, head, start):
            break
        first = t
    while first < start and parse.pos[first] in _NO_TITLE:
        first += 1
    last = start - 1
    while last >= first and parse.lower[last] in read_set("concepts.toml", "titles"):
        last -= 1  # "botanist | Dame Ann Lind"
    if last < first or not _ends_title(parse, last):
        return ()
    while first <= last and reader.timed[first]:
        first += 1
    if first == last > 1 and parse.text[last - 1] == "-" and parse.lower[last] == "based":
        first = last - 2  # "Lund-based Orbis"
    while first > 1 and parse.tag[first - 1] == "HYPH":
        first -= 2  # "state-owned company"
    return tuple(range(first, last + 1))


def _ends_title(parse: Parse, last: int) -> bool:
    """True for a common noun, a title, or what a hyphen ties to a place; not for "2nd" and "year":
    "the 2nd Earl", "the financial year"."""
    if parse.text[last][0].isdecimal() or parse.lemma[last] in read_set("nouns.toml", "vague"):
        return False
    if last > 1 and parse.text[last - 1] == "-" and parse.tag[last - 2] == "JJ":
        return parse.lower[last] in read_set("nouns.toml", "person")  # no "right-wing Orbis"
    title = parse.pos[last] == "PROPN" and parse.lower[last] in read_set("nouns.toml", "person")
    based = parse.lower[last] in ("based", "headquartered") and parse.text[last - 1] == "-"
    return title or based or (parse.pos[last] == "NOUN" and parse.tag[last] == "NN")


def _premodifies(parse: Parse, token: int, head: int, start: int) -> bool:
    """True if the token is a word of the same noun phrase, left of the name."""
    if parse.lower[token] == "and" and parse.dep[token] == "cc":
        token = parse.head[token]  # "founder and chief executive"
    if parse.dep[token] in ("punct", "cc", "prep", "mark"):
        return parse.lower[token] in ("'s", "’s")
    here = token
    for _ in range(6):
        if here == head or (here >= start and parse.left[here] <= token):
            return here != token
        measures = parse.dep[here] == "npadvmod" and parse.dep[parse.head[here]] == "amod"
        if parse.dep[here] not in _PREMODIFIERS and not measures:
            # "the Turkish firm" as head, the name as its close apposition
            return _close_apposition(parse, here, head, start)
        here = parse.head[here]
    return False


def _close_apposition(parse: Parse, noun: int, head: int, start: int) -> bool:
    return parse.head[head] == noun and parse.dep[head] == "appos" and noun < start


def _runs_on(parse: Parse, noun: int) -> bool:
    """True for what something else is on the product before it: "Kart Rush is an Atari 800 game",
    "the Atari game Kart Rush"."""
    one = any(parse.lower[c] in ("a", "an") for c in parse.children[noun])
    told = (parse.dep[noun] == "attr" and one) or parse.tag[noun + 1 : noun + 2] == ["NNP"]
    return told and parse.lemma[noun] in read_set("nouns.toml", "programs")


def _class_words(reader: Reader, head: int, end: int) -> tuple[int, ...]:
    """The words after a product's name up to the common noun it modifies."""
    parse, lexicon = reader.parse, reader.lexicon
    noun = parse.head[head]
    if parse.dep[head] not in ("compound", "nmod") or noun < end or parse.pos[noun] != "NOUN":
        return ()
    words = tuple(range(end, noun + 1))
    plain = all(parse.pos[t] in ("NOUN", "ADJ", "PROPN") for t in words)
    goods = type_of_noun(parse.lemma[noun]) in ("product", "work")  # not "iPhone owner"
    goods = goods and parse.lemma[noun] not in read_set("noun_ties.toml", "goods")
    goods = goods and not _runs_on(parse, noun)
    class_ = goods and parse.tag[noun] == "NN" and parse.lemma[noun] not in lexicon.nominals
    return words if plain and class_ and len(words) <= 4 else ()
