"""The dependency parse as plain lists: what every rule after the parser reads.

Walking spaCy's tokens costs a Python object a step; rules that look at every token many times read
these lists instead. Built once a doc by the component ``kgx_parse``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from kgx.annotate.grammar.contrasts import part_contrasts
from kgx.annotate.grammar.crossings import (
    rejoin_conjuncts,
    rejoin_possessions,
    tie_regions,
    uncross_appositions,
)
from kgx.annotate.grammar.gaps import part_gaps
from kgx.annotate.grammar.lent import part_trailer
from kgx.annotate.grammar.parts import read_ents, read_text
from kgx.annotate.grammar.repair import repair_parse
from kgx.annotate.grammar.retagged import make_lemmatizer
from kgx.annotate.grammar.titles import join_titles
from kgx.annotate.words.noun_types import type_of_noun

_CONTRACTED = {"’s": "be", "’re": "be", "’m": "be", "’ve": "have", "’ll": "will", "’d": "would"}
"""Lemmas of auxiliaries contracted with a typographic apostrophe, which the lemmatizer leaves."""

_DASHES = frozenset({"-", "–", "—"})
_PROPER = {"NNP": "NN", "NNPS": "NNS"}
"""A name is not written in lower case: taggers call some common nouns proper ones."""

_COMMON = frozenset({"NN", "NNS"})


_COLUMNS: list[int | str] = [LEMMA, POS, TAG, DEP, SENT_START, IDX, LENGTH]
_KNOWN: dict[int, str] = {}
_MOST = 200_000
"""Lemmas, tags and labels that are kept by their keys."""


@dataclass(slots=True)
class Parse:
    """Parallel lists over the tokens of a doc.

    Attributes:
        source: The text of the doc; no list.
        starts, ends: Offsets in it, in code points, ``[start, end)``.
        text, lower, lemma, pos, tag, dep: Strings, as spaCy names them.
        head: Index of the governor; a root is its own.
        children: Indices of the dependents, in order.
        sent: Index of the token that starts the sentence.
        sent_end: Index after the last token of the sentence.
        left, right: First and last token of the subtree, ``[left, right]`` inclusive.
        plain: The lemma in lower case; ``0`` for a number.
        phrases: By head, the words of phrases read before; forgotten when the tree changes.
        titles: Labels of the titles that open sentences, by their ``(start, end)``, in order.
        species: Tokens of the scientific names of species, once names are known.
        portfolios: Tokens of the fields of offices, once names are known.
    """

    source: str
    starts: list[int]
    ends: list[int]
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    sent: list[int]
    sent_end: list[int]
    left: list[int]
    right: list[int]
    plain: list[str] = field(default_factory=list)
    phrases: dict[int, tuple[int, ...]] = field(default_factory=dict)
    titles: dict[tuple[int, int], str] = field(default_factory=dict)
    species: set[int] = field(default_factory=set)
    portfolios: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.text)

    def subtree(self, token: int) -> list[int]:
        """The token and all it governs, in order of the text."""
        found, queue = [], [token]
        while queue:
            here = queue.pop()
            found.append(here)
            queue.extend(self.children[here])
        found.sort()
        return found

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        dep = self.dep
        for c in self.children[token]:
            if dep[c] in deps:
                return c
        return None

    def below(self, token: int, *prepositions: str) -> int | None:
        """What the first dependent with one of these words brings in: "mills" in "one of the
        mills"."""
        lower = self.lower
        for c in self.children[token]:
            if lower[c] in prepositions:
                return self.child(c, "pobj")
        return None

    def field_end(self, office: int) -> int:
        """Behind the last word of the field of an office, "of Trade"; 0 where it has none."""
        start = end = office + 2 + (self.lower[office + 2 : office + 3] == ["the"])
        while end in self.portfolios:
            end += 1
        return end if end > start else 0


def parse_of(doc: Doc, names: Sequence[tuple[int, int, str]]) -> Parse:
    """Read a parsed doc into lists; no subtree has an edge beyond its head yet."""
    source, table = read_text(doc), doc.to_array(_COLUMNS).reshape(-1, len(_COLUMNS))
    columns: list[list[int]] = table.T.tolist()  # type: ignore[assignment]
    *spelled, marks, starts, lengths = columns
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    text = [source[start:end] for start, end in zip(starts, ends, strict=True)]
    lower = [word.lower() for word in text]
    lemma, pos, tag, dep = (_spell(keys, doc.vocab.strings) for keys in spelled)
    steps = doc.to_array(HEAD).view("int64").tolist()
    head = [i + step for i, step in enumerate(steps)]
    tree = (head, _hang(head), *_find_sentences(marks))
    edges = (list(range(len(head))), list(range(len(head))))
    parse = Parse(source, starts, ends, text, lower, lemma, pos, tag, dep, *tree, *edges)
    _mend_tags(parse)
    _lower_openings(parse, {i for s, e, _ in names if e - s > 1 for i in range(s, e)})
    return parse


def _mend_tags(parse: Parse) -> None:
    """Call no name what is small, and nouns what the tag does; spell out contracted auxiliaries."""
    text, lower, tag, pos = parse.text, parse.lower, parse.tag, parse.pos
    for i, name in enumerate(tag):
        if name in _PROPER and text[i].islower():
            name = tag[i] = _PROPER[name]
        if name == "FW" and type_of_noun(lower[i]) is not None:
            name = tag[i] = "NN"
        if name in _COMMON:
            pos[i] = "NOUN"
        elif lower[i] in _CONTRACTED and pos[i] in ("AUX", "VERB"):
            parse.lemma[i] = _CONTRACTED[lower[i]]


def _hang(head: list[int]) -> list[list[int]]:
    """The dependents of every token."""
    children: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    return children


def _find_sentences(marks: list[int]) -> tuple[list[int], list[int]]:
    """For every token where its sentence starts and ends, by spaCy's marks of starts."""
    size = len(marks)
    sent, sent_end = [0] * size, [size] * size
    starts = [i for i, mark in enumerate(marks) if mark == 1 or i == 0]
    for start, end in pairwise([*starts, size]):
        sent[start:end] = [start] * (end - start)
        sent_end[start:end] = [end] * (end - start)
    return sent, sent_end


def _lower_openings(parse: Parse, named: set[int]) -> None:
    """Make a word that opens a sentence the common noun that it is more often than a name in the
    doc, "Bees sting ... near bees", or that it is as several persons: "Farmers' union".

    Args:
        named: Tokens of names of several words.
    """
    opening = _openings(parse)
    doubted = [i for i in sorted(opening - named) if _may_be_common(parse, i)]
    small, lead = _find_small(parse, {parse.lower[i] for i in doubted}, opening)
    for i in doubted:
        word = parse.lower[i]
        if word in small and lead[word] > 0:
            parse.pos[i], parse.tag[i] = "NOUN", parse.tag[small[word]]
            parse.lemma[i] = parse.lemma[small[word]]
        elif _are_owners(parse, i):
            parse.pos[i], parse.tag[i], parse.lemma[i] = "NOUN", "NNS", word[:-1]


def _are_owners(parse: Parse, token: int) -> bool:
    """True for persons in the plural who own something: *Farmers'* union."""
    word = parse.lower[token]
    owns = parse.text[token + 1 : token + 2] in (["'"], ["’"])
    return owns and word.endswith("s") and type_of_noun(word[:-1]) == "person"


def _find_small(
    parse: Parse, words: set[str], opening: set[int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Where words stand as small nouns, and how much oftener they are small than names; those that
    open a sentence do not count."""
    found: dict[str, int] = {}
    lead = dict.fromkeys(words, 0)
    for i in [i for i, word in enumerate(parse.lower) if word in words] if words else ():
        word = parse.lower[i]
        if parse.text[i] == word:
            lead[word] += 1
            if parse.tag[i] in _COMMON:
                found[word] = i
        if parse.tag[i] in _PROPER and i not in opening:
            lead[word] -= 1
    return found, lead


def _may_be_common(parse: Parse, opener: int) -> bool:
    """True for the first word of a sentence where it is taken for a name of one word."""
    alone = parse.tag[opener + 1 : opener + 2] != ["NNP"]
    return parse.tag[opener] in _PROPER and alone and len(parse.text[opener]) > 2


def _openings(parse: Parse) -> set[int]:
    """The first word of each sentence."""
    found = set()
    for start in dict.fromkeys(parse.sent):
        end = parse.sent_end[start]
        found.add(next((i for i in range(start, end) if parse.tag[i] != "_SP"), start))
    return found


def _spell(keys: list[int], strings: StringStore) -> list[str]:
    """The strings of a column, each looked up once and then known: a key is made of its string."""
    if len(_KNOWN) > _MOST:
        _KNOWN.clear()
    for key in set(keys).difference(_KNOWN):
        _KNOWN[key] = strings[key] if key else ""
    return list(map(_KNOWN.__getitem__, keys))


def _demote_openers(parse: Parse) -> None:
    """Call the first word of a sentence a common noun where the text also writes it small:
    "Iodine is rare" after "iodine"."""
    small = {w for w, tag in zip(parse.text, parse.tag, strict=True) if tag in ("NN", "NNS")}
    for i in range(len(parse) - 1):
        alone = parse.sent[i] == i and not parse.tag[i + 1].startswith("NNP")
        if alone and parse.tag[i] in ("NNP", "NNPS") and parse.lower[i] in small:
            parse.tag[i], parse.pos[i] = parse.tag[i].replace("NNP", "NN"), "NOUN"
            parse.lemma[i] = parse.lemma[i].lower()


def spread(parse: Parse, roots: Iterable[int] | None = None) -> None:
    """Compute the edges of every subtree, or of those below some roots, from heads and children,
    bottom up, without recursion."""
    head, children, left, right = parse.head, parse.children, parse.left, parse.right
    parse.phrases.clear()
    order = [i for i, h in enumerate(head) if h == i] if roots is None else [*roots]
    for here in order:  # which grows
        left[here] = right[here] = here
        order += children[here]
    for i in reversed(order):
        h = head[i]
        if left[i] < left[h]:
            left[h] = left[i]
        if right[i] > right[h]:
            right[h] = right[i]


def find_dashes(doc: Doc, parse: Parse) -> Iterator[int]:
    """Dashes with space around them."""
    for i, word in enumerate(parse.text):
        if word in _DASHES and i and doc[i].whitespace_ and doc[i - 1].whitespace_:
            yield i


def labels_of(size: int, names: Sequence[tuple[int, int, str]]) -> list[str]:
    """For each token the label of the entity it is in, "" outside."""
    labels = [""] * size
    for start, end, label in names:
        labels[start:end] = [label] * (end - start)
    return labels


@Language.factory("kgx_parse", assigns=["doc._.kgx_parse"])
def make_parse(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that keeps the parse as lists on ``doc._.kgx_parse``, repaired."""
    lemmatize = make_lemmatizer(nlp)

    def keep_parse(doc: Doc) -> Doc:
        names = read_ents(doc)
        parse = parse_of(doc, names)
        _demote_openers(parse)
        join_titles(parse, names)
        repair_parse(parse, lemmatize)
        uncross_appositions(parse)
        rejoin_conjuncts(parse)
        rejoin_possessions(parse)
        part_contrasts(parse)
        labels = labels_of(len(doc), names)
        tie_regions(parse, labels)
        part_gaps(parse, labels)
        for dash in find_dashes(doc, parse):
            part_trailer(parse, dash, labels)
        spread(parse)
        parse.plain = ["0" if lemma.isdigit() else lemma.lower() for lemma in parse.lemma]
        doc._.kgx_parse = parse
        return doc

    return keep_parse
