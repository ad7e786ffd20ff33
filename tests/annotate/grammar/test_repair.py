"""Repairs of the parse: what contradicts itself → what the clauses read then."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse, parse_of, spread
from kgx.annotate.grammar.parts import read_ents
from kgx.annotate.grammar.repair import repair_parse
from kgx.annotate.grammar.retagged import make_lemmatizer


def parsed(nlp: Language, words: str, tags: str, deps: str, heads: list[int]) -> Parse:
    """A parse as a parser might give it, repaired."""
    pos = [tag.partition("/")[0] for tag in tags.split()]
    fine = [tag.partition("/")[2] for tag in tags.split()]
    text = words.split()
    doc = Doc(nlp.vocab, text, tags=fine, pos=pos, deps=deps.split(), heads=heads, lemmas=text)
    parse = parse_of(doc, read_ents(doc))
    repair_parse(parse, make_lemmatizer(nlp))
    spread(parse)
    return parse


def test_subject_hangs_on_the_verb(nlp: Language) -> None:
    tags = "PRON/PRP AUX/VBD ADV/RB VERB/VBN"
    parse = parsed(nlp, "It was well received", tags, "nsubj auxpass advmod ROOT", [1, 3, 3, 3])
    assert parse.head == [3, 3, 3, 3]
    assert (parse.left[3], parse.right[3]) == (0, 3)


def test_what_has_a_passive_auxiliary_is_a_participle(nlp: Language) -> None:
    tags = "NOUN/NN AUX/VBD ADJ/JJ"
    parse = parsed(nlp, "Staff were informed", tags, "nsubjpass auxpass ROOT", [2, 2, 2])
    assert (parse.pos[2], parse.tag[2], parse.lemma[2]) == ("VERB", "VBN", "inform")


def test_noun_with_subject_and_object_is_a_verb(nlp: Language) -> None:
    tags = "NOUN/NNS NOUN/NN DET/DT NOUN/NN"
    parse = parsed(nlp, "roads parallel the river", tags, "nsubj ROOT det dobj", [1, 1, 3, 1])
    assert (parse.pos[1], parse.tag[1], parse.lemma[1]) == ("VERB", "VBP", "parallel")


def test_verb_in_a_list_of_verbs_is_no_word_of_an_object(nlp: Language) -> None:
    words = "We build teams , foster trust , and save time"
    tags = "PRON/PRP VERB/VBP NOUN/NNS PUNCT/, ADJ/JJ NOUN/NN PUNCT/, CCONJ/CC VERB/VB NOUN/NN"
    deps = "nsubj ROOT dobj punct amod conj punct cc conj dobj"
    parse = parsed(nlp, words, tags, deps, [1, 1, 1, 2, 5, 2, 1, 1, 1, 8])
    assert (parse.pos[4], parse.lemma[4], parse.head[4]) == ("VERB", "foster", 1)
    assert (parse.dep[5], parse.head[5]) == ("dobj", 4)


def test_noun_phrase_stays_a_noun(nlp: Language) -> None:
    tags = "PRON/PRP DET/DT NOUN/NN ADP/IN NOUN/NN"
    parse = parsed(nlp, "it a place of peace", tags, "nsubj det ROOT prep pobj", [2, 2, 2, 2, 3])
    assert parse.pos[2] == "NOUN"


@pytest.mark.parametrize(
    ("text", "subject", "lemma"),
    [
        ("The bridge was re-opened in May.", "bridge", "re-open"),
        ("Hale was re-elected chairman of Orbis.", "Hale", "re-elect"),
        ("The firm re-designed the valve.", "firm", "re-design"),
    ],
)
def test_prefix_is_part_of_its_verb(nlp: Language, text: str, subject: str, lemma: str) -> None:
    doc = nlp(text)
    clause = next(c for c in doc._.kgx_clauses if c.kind == "verb")
    assert doc[clause.subject.head].text == subject
    assert doc._.kgx_parse.lemma[clause.head] == lemma


def test_prefix_is_part_of_its_noun(nlp: Language) -> None:
    doc = nlp("The town offers courses to many non-residents of the area.")
    (clause,) = doc._.kgx_clauses
    assert [doc[a.tokens[0] : a.tokens[-1] + 1].text for a in clause.arguments] == [
        "courses",
        "many non-residents of the area",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The vice-president of Orbis, Bo Hall, resigned.",
        "Its co-founder, Bo Hall, left.",
        "The ex-minister sold it.",
    ],
)
def test_prefix_of_a_subject(nlp: Language, text: str) -> None:
    parse = nlp(text)._.kgx_parse
    word = parse.text.index("-") + 1
    assert (parse.dep[word], parse.dep[word - 2]) == ("nsubj", "prefix")
    assert parse.tag[parse.head[word]] == "VBD"


def test_pipeline_without_tables_keeps_forms() -> None:
    assert make_lemmatizer(Language())("went") == "went"


def test_reference_is_punctuation(nlp: Language) -> None:
    tags = "NOUN/NNS VERB/VBD PUNCT/-LRB- NUM/CD PUNCT/-RRB- NOUN/NNS"
    words, deps = "Studies tested [ 18 ] learners", "nsubj ROOT punct dobj punct appos"
    parse = parsed(nlp, words, tags, deps, [1, 1, 3, 1, 3, 3])
    assert [parse.dep[t] for t in (2, 3, 4)] == ["punct", "punct", "punct"]
    assert parse.head[5] == 1


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Amoreira, founded in 1921, exports mainly to France.", "export", "Amoreira"),
        ("Velken, a family firm, imports from Kenya.", "import", "Velken"),
        ("Ann Lind, a physicist, studies at Lund University.", "study", "Lind"),
    ],
)
def test_verb_after_an_aside(nlp: Language, text: str, verb: str, subject: str) -> None:
    doc = nlp(text)
    (clause,) = (c for c in doc._.kgx_clauses if c.lemma.split()[0] == verb)
    assert doc[clause.subject.head].text == subject


@pytest.mark.parametrize(
    "text",
    ["Orbis, a maker of pumps, leaders of the field.", "Ann Lind, a friend, and works of art."],
)
def test_noun_after_an_aside(nlp: Language, text: str) -> None:
    assert not any(c.kind == "verb" for c in nlp(text)._.kgx_clauses)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("In March Grace Hale succeeded Max Lind.", "succeed", "Hale"),
        ("In October Peru and Chile signed a treaty.", "sign", "Peru"),
        ("In May Orbis Foods bought Helix.", "buy", "Foods"),
        ("Today Brandal Instruments is based in Oslo.", "base", "Instruments"),
        ("After Max died his widow, Ada, ran the firm.", "run", "widow"),
    ],
)
def test_subject_after_what_comes_first(nlp: Language, text: str, verb: str, subject: str) -> None:
    doc = nlp(text)
    found = [c for c in doc._.kgx_clauses if doc._.kgx_parse.lemma[c.head] == verb]
    assert doc[found[0].subject.head].text == subject


def test_body_of_a_person(nlp: Language) -> None:
    doc = nlp("A team led by Dr Yuki Aramaki of Hokkaido University has described a snail.")
    (clause,) = (c for c in doc._.kgx_clauses if c.lemma == "lead by")
    assert doc[clause.arguments[0].head].text == "Aramaki"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The board granted licences for mining to Peru.", "Peru"),
        ("Lind joined Rovers from Sporting Hasselt.", "Hasselt"),
    ],
)
def test_preposition_after_an_object(nlp: Language, text: str, what: str) -> None:
    (clause,) = (c for c in nlp(text)._.kgx_clauses if c.kind == "verb")
    assert nlp(text)[clause.arguments[1].head].text == what


def test_a_word_keeps_its_label_where_it_cannot_hang_where_its_prefix_does(nlp: Language) -> None:
    tags = "PRON/PRP VERB/VBP VERB/VBN PUNCT/HYPH VERB/VBN NOUN/NN"
    deps = "nsubj ROOT dep punct ccomp dobj"
    parse = parsed(nlp, "They say re - elected staff", tags, deps, [1, 1, 5, 5, 1, 4])
    assert (parse.head[4], parse.dep[4]) == (1, "ccomp")
    assert (parse.head[2], parse.dep[2]) == (4, "prefix")


def test_that_before_the_subject_of_a_whole_clause_is_none(nlp: Language) -> None:
    tags = "DET/DT NOUN/NN PRON/WDT PROPN/NNP VERB/VBP DET/DT NOUN/NN"
    deps = "det ROOT nsubj nsubj acl det dobj"
    parse = parsed(nlp, "the plea that Orbis reopen the mill", tags, deps, [1, 1, 4, 4, 1, 6, 4])
    assert (parse.dep[2], parse.dep[3]) == ("mark", "nsubj")


def test_what_follows_a_fronted_phrase_is_the_sentence(nlp: Language) -> None:
    tags = "ADP/IN DET/DT NOUN/NN PRON/PRP VERB/VBD NOUN/NN"
    deps = "ROOT det pobj nsubj relcl dobj"
    parse = parsed(nlp, "After the war she led Orbis", tags, deps, [0, 2, 0, 4, 2, 4])
    assert (parse.head[4], parse.dep[4]) == (4, "ROOT")
    assert (parse.head[0], parse.dep[0]) == (4, "prep")


@pytest.mark.parametrize("text", ["the the -", "an in-", "They met in -"])
def test_a_text_may_end_with_a_hyphen(nlp: Language, text: str) -> None:
    assert nlp(text).text == text
