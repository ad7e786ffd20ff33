"""Properties told by what their ends are: "a song from the album Norvik", where one property alone
leads from works to albums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.fitting import fits
from kgx.annotate.terms.sayings import Phrasebook, Spoken
from kgx.annotate.words.noun_kinds import is_noun
from kgx.ontology.terms import label_words

_LINKS = frozenset({"from", "on", "in", "of", "within", "at", "for"})
_INTO = frozenset({"prep", "pobj", "conj", "appos", "acl", "compound", "nmod", "agent"})
_FURTHEST = 5
"""Steps in the tree from what is told to the noun that its subject is said to be."""
_BROAD = frozenset(
    ["thing", "entity", "object", "place", "person", "human", "agent", "organization"]
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A property that its ends tell, and the tokens of what was said of them."""

    spoken: Spoken
    subject: Candidate
    object: Candidate
    via: int


def find_ranges(book: Phrasebook) -> dict[str, list[Spoken]]:
    """The properties by the noun for the class of their objects, where that is a narrow one."""
    found: dict[str, list[Spoken]] = defaultdict(list)
    for spoken in book.spoken.values():
        for iri in spoken.property.range:
            class_ = book.ontology.classes.get(iri)
            for noun in {label_words(label) for label in class_.labels} if class_ else ():
                if is_noun(noun) and noun not in _BROAD:
                    found[noun].append(spoken)
    return dict(found)


def find_ties(
    parse: Parse,
    candidates: list[Candidate],
    ranges: Mapping[str, list[Spoken]],
    kinds: Mapping[str, Types],
) -> Iterator[Tie]:
    """The pairs that one property alone can tie: what a sentence is about, and a name described by
    a noun for a class that stands in what is said of that."""
    about = [c for c in candidates if c.named and c.end.iri and c.via > c.head]
    described = [c for c in candidates if c.named and c.end.iri and c.start > 0]
    for other in described:
        noun = _describing(parse, other)
        wanted = [] if noun is None else ranges.get(parse.lemma[noun].lower(), [])
        subject = next((c for c in about if _hangs_on(parse, noun or 0, c.via)), None)
        if not wanted or subject is None or subject.end.iri == other.end.iri:
            continue
        fitting = [s for s in wanted if fits(subject, s.domain, kinds)]
        same = parse.lemma[subject.via].lower() == parse.lemma[noun or 0].lower()
        if len(fitting) == 1 and not same:
            yield Tie(fitting[0], subject, other, noun or 0)


def _describing(parse: Parse, c: Candidate) -> int | None:
    """The noun right before a name that tells what it is, through a quotation mark: "album"."""
    before = c.start - 1
    if parse.text[before] in ('"', "“", "'", "‘", ",") and before > 0:
        before -= 1
    noun = parse.pos[before] == "NOUN" and parse.text[before].islower()
    return before if noun and parse.tag[before] == "NN" else None


def _hangs_on(parse: Parse, noun: int, via: int) -> bool:
    """True for a noun in what a preposition ties to another: "a song from the album"."""
    here, linked = noun, False
    for _ in range(_FURTHEST):
        if here == via:
            return linked
        if parse.dep[here] not in _INTO and here != noun:
            return False
        linked = linked or (parse.dep[here] == "prep" and parse.lower[here] in _LINKS)
        here = parse.head[here]
    return False
