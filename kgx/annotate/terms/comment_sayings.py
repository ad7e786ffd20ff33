"""What the comment of a property tells of how texts say it: "A person who founded this
organization", "The place where the person was born", "Indicates that a person leads a body".

The object of a property is what its comment mostly is about; its subject is what else the relative
clause names. Words that comments have whatever they are about tell nothing: a word weighs as much
as it is rare in ``data/comment_words.tsv``, which ``python -m kgx.annotate.build.comment_words``
counts, and in the comments of the same ontology (inverse document frequency: Sparck Jones 1972).
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.terms.class_types import Types, type_of_label
from kgx.annotate.terms.label_sayings import PREPOSITIONS, Form, Saying
from kgx.annotate.words.tables import read_lines
from kgx.annotate.words.wordlists import read_set

LEAST = 5.0
"""The weight of a word that may tell: in at most one comment of a hundred and fifty."""
_NAME = "comment_words.tsv"
_MOST, _LONGEST = 2000, 300
"""Comments read of an ontology, and characters of each, at most."""
_HAVING = ("of", "for")


@dataclass(frozen=True, slots=True)
class Weights:
    """How often words stand in comments: by part of speech and lemma, of so many comments."""

    counts: Mapping[tuple[str, str], int]
    comments: int

    def weigh(self, pos: str, lemma: str) -> float:
        """The natural logarithm of how many comments there are for each that has the word."""
        return math.log(self.comments / max(1, self.counts.get((pos, lemma), 0)))


@functools.cache
def load_weights() -> Weights:
    """The counts that kgx brings along; the first line tells of how many comments."""
    rows = [line.split("\t") for line in read_lines(_NAME, 3)]
    return Weights({(pos, lemma): int(n) for pos, lemma, n in rows[1:]}, int(rows[0][2]))


def read_comments(nlp: Language, comments: Mapping[str, str]) -> dict[str, Doc]:
    """The comments of an ontology by property, read with the parser of a pipeline.

    Only the first 300 characters of the first 2,000 are read, so that any ontology takes bounded
    time; none where the pipeline has no parser.
    """
    pipes = [p for name, p in nlp.pipeline if not name.startswith("kgx_") and name != "ner"]
    if "parser" not in nlp.pipe_names:
        return {}
    some = [(iri, text) for iri, text in comments.items() if text][:_MOST]
    return {iri: _parse(nlp, pipes, text[:_LONGEST]) for iri, text in some}


def _parse(nlp: Language, pipes: list[Callable[[Doc], Doc]], text: str) -> Doc:
    doc = nlp.make_doc(text)
    for pipe in pipes:
        doc = pipe(doc)
    return doc


def weigh_words(docs: Iterable[Doc]) -> Weights:
    """The weights of words, with the comments of this ontology counted too."""
    shipped, own = load_weights(), list(docs)
    counts = Counter(shipped.counts)
    for doc in own:
        counts.update(count_words(doc))
    return Weights(counts, shipped.comments + len(own))


def count_words(doc: Doc) -> set[tuple[str, str]]:
    """The verbs and nouns of the first sentence of a comment."""
    return {(t.pos_, _lemma(t)) for t in _first(doc) if t.pos_ in ("VERB", "NOUN") and t.is_alpha}


def say_comment(doc: Doc, weights: Weights, domain: Types, range_: Types) -> Iterator[Saying]:
    """The sayings that the first sentence of a comment tells, without those of general words and
    of clauses between other things than its ends.

    Args:
        domain, range_: The coarse types of subjects and objects.
    """
    root = next((t for t in _first(doc) if t.dep_ == "ROOT"), None)
    if root is None:
        return
    for form, token, preposition, turned in _find_words(root, domain, range_):
        pos = "NOUN" if form == "noun" else "VERB"
        plain = _lemma(token) in read_set("verbs.toml", "plain")
        known = token.pos_ == pos and token.is_alpha and not plain
        if known and weights.weigh(pos, _lemma(token)) >= LEAST:
            words = f"{_lemma(token)} {preposition}".rstrip()
            yield Saying(form, words, turned, "comment")


_Word = tuple[Form, Token, str, bool]


def _find_words(root: Token, domain: Types, range_: Types) -> Iterator[_Word]:
    if root.pos_ in ("NOUN", "PROPN", "PRON"):
        yield from _of_object(root, domain, range_)
        return
    for verb in (t for t in root.subtree if t.dep_ in ("ccomp", "ROOT") and t.pos_ == "VERB"):
        yield from _of_sentence(verb, domain, range_)
    about = next((c for c in root.children if c.dep_ == "dobj"), None)
    if about is not None and root.pos_ == "VERB" and _subject(root) is None:
        yield from _of_object(about, domain, range_)


def _of_object(noun: Token, domain: Types, range_: Types) -> Iterator[_Word]:
    """What a phrase for the object tells: its noun, where it is one for who has it, and the clauses
    that describe it."""
    nouns = [noun, *noun.conjuncts]
    owners = [c for one in nouns for c in one.children if c.dep_ == "poss"]
    having = (c for one in nouns for c in one.children if c.dep_ == "prep" and c.lower_ in _HAVING)
    owners += [o for preposition in having for o in _governs(preposition)]
    if any(_is_of(owner, domain) for owner in owners):
        yield from (("noun", one, "", False) for one in nouns)
    if any(_is_of(one, range_) for one in nouns):
        for clause in (c for one in nouns for c in one.children if c.dep_ in ("relcl", "acl")):
            for verb in (clause, *clause.conjuncts):
                yield from _of_clause(verb, _subject(verb) or _subject(clause), domain)


def _of_clause(verb: Token, subject: Token | None, domain: Types) -> Iterator[_Word]:
    """The verb of a clause that describes the object and names the subject of a property."""
    if any(c.dep_ in ("attr", "acomp", "xcomp", "oprd") for c in verb.children):
        return
    own = subject is None or subject.tag_ in ("WDT", "WP")
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ not in ("WDT", "WP")]
    after = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in PREPOSITIONS]
    agents = [o for c in verb.children if c.dep_ == "agent" for o in _governs(c)]
    led = [(p, o) for p in after for o in _governs(p) if _is_of(o, domain)]
    participle = verb.tag_ == "VBN" and verb.dep_ == "acl"
    if (participle or _is_passive(verb)) and own:
        if any(_is_of(agent, domain) for agent in agents):
            yield "verb", verb, "", False
        elif led:
            yield "passive", verb, led[0][0].lower_, True
    elif own and (subject is not None or verb.tag_ == "VBG"):
        if any(_is_of(o, domain) for o in objects):
            yield "verb", verb, "", True
        elif led and not objects:
            yield "verb", verb, led[0][0].lower_, True
    elif subject is not None and _is_of(subject, domain) and not objects:
        yield from _with_place(verb, [p.lower_ for p in after if not led])


def _with_place(verb: Token, after: list[str]) -> Iterator[_Word]:
    """The verb of what the subject does to the object, or where: "the place where it stands"."""
    form: Form = "passive" if _is_passive(verb) else "verb"
    where = any(c.lower_ in ("where", "when") for c in verb.children)
    for word in after[:1] or (("in", "at") if where else ("",)):
        if word or form == "verb":
            yield form, verb, word, False


def _of_sentence(verb: Token, domain: Types, range_: Types) -> Iterator[_Word]:
    """The verb of a sentence between nouns for the classes of subject and object."""
    subject = _subject(verb)
    prepositions = [c for c in verb.children if c.dep_ in ("prep", "agent")]
    ends = [(c, "") for c in verb.children if c.dep_ == "dobj"]
    ends += [(o, p.lower_) for p in prepositions for o in _governs(p)]
    if subject is None or not ends:
        return
    object_, preposition = ends[0]
    forth = _is_of(subject, domain) and _is_of(object_, range_)
    if forth == (_is_of(subject, range_) and _is_of(object_, domain)):  # or nobody knows which
        return
    if _is_passive(verb) and prepositions and prepositions[0].dep_ == "agent":
        yield "verb", verb, "", forth
    else:
        yield ("passive" if _is_passive(verb) else "verb"), verb, preposition, not forth


def _is_of(noun: Token, types: Types) -> bool:
    """True for a noun for a class of these types, or for one that anything is called by; for
    pronouns by whether they are for persons."""
    if noun.pos_ == "PRON":
        persons = noun.lower_ in ("someone", "somebody", "who", "whom")
        return noun.lower_ == "something" or (persons and "person" in types)
    nouns, anything = (noun, *noun.conjuncts), read_set("nouns.toml", "anything")
    return any(_lemma(n) in anything or type_of_label(_lemma(n)) in types for n in nouns)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in NOUN_SUBJECTS), None)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _governs(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep_ == "pobj"]


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _first(doc: Doc) -> Iterator[Token]:
    for sentence in doc.sents:
        yield from sentence
        return
