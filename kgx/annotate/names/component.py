"""Names: the model's entities with right bounds and one type a name."""

from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.officers import tie_officers
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, read_ents
from kgx.annotate.names.again import find_again
from kgx.annotate.names.context import is_inside, thing_before
from kgx.annotate.names.disciplines import is_degree, without_disciplines
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.headings import in_datelines, in_titles
from kgx.annotate.names.known_names import known_as
from kgx.annotate.names.languages import name_languages, opens_gloss
from kgx.annotate.names.national_teams import is_team
from kgx.annotate.names.offices import is_person_noun
from kgx.annotate.names.portfolios import hang_on_offices, portfolio_tokens, without_portfolio
from kgx.annotate.names.search import Search
from kgx.annotate.names.spans import find_names, titled_tokens
from kgx.annotate.names.species import name_kinds, species_tokens
from kgx.annotate.names.types import UNTYPED, label_names, name_key
from kgx.annotate.names.unheard import is_unheard, unheard_tokens
from kgx.annotate.names.wider import join_given, widen_names, without_form
from kgx.annotate.names.words import Name, given_names, is_calling, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.noun_kinds import is_mostly
from kgx.annotate.words.quantity_words import quantity_words


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
    typed = label_names(parse, body, doc.vocab)
    named = [(n, label) for n, (label, _) in zip(body, typed, strict=True)]
    known = _known_labels(parse, named)
    found = _settle(doc, parse, named)
    heads = {b.start for b in blocks if b.kind == "headline"}
    dated = in_datelines(parse, blocks, found)
    again = [
        (s, e, label)
        for s, e, label in find_again(doc, parse, known, found + dated, titled, heads)
        if not _is_unit(parse, Name(s, e, label))
    ]
    headed = in_titles(parse, titles, found + again + dated)
    why = {(n.start, n.end): said for n, (_, said) in zip(body, typed, strict=True)}
    why |= {(start, end): "named so elsewhere in the text" for start, end, _ in again}
    why |= {(start, end): "a place in the dateline" for start, end, _ in dated}
    why |= {(start, end): "the model, in a title" for start, end, _ in headed}
    doc._.kgx_why.update((("names", *bounds), said) for bounds, said in why.items())
    names = _without_idle(parse, blocks, [*found, *again, *dated, *headed])
    _write_ents(doc, [n for n in names if not opens_gloss(parse, n[0])])
    return doc


def _settle(
    doc: Doc, parse: Parse, named: Sequence[tuple[Name, str]]
) -> list[tuple[int, int, str]]:
    """Names that are worth keeping with their labels as each is used, and languages."""
    spoken = name_languages(parse)
    kept = [
        (n.start, _end_with_noun(parse, n, label), _as_used(parse, n, label))
        for n, label in named
        if n.start not in spoken
        if label != UNTYPED or n.label or _stands(doc, parse, n)
    ]
    return [*kept, *((t, t + 1, "LANGUAGE") for t in spoken)]


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
    parse.species = species_tokens(parse).union(name_kinds(parse))
    known = [(s, e, "" if _is_guess(doc, s, e, label) else label) for s, e, label in given]
    known = _join_nations(parse, join_given(parse, known))
    officers = tie_officers(parse, lambda word: is_unheard(doc.vocab, word))
    opening = [*officers, *unheard_tokens(doc, parse)]
    found = find_names(Search(parse, known, titled, opening, [False] * len(parse)))
    if parse.species:
        found = [n for n in found if parse.species.isdisjoint(range(n.start, n.end))]
    idle = (_is_unit, _is_calling, is_degree, _is_stage)
    found = [n for n in found if not any(is_idle(parse, n) for is_idle in idle)]
    parse.portfolios = portfolio_tokens(parse, found)
    hang_on_offices(parse)
    found = [n for n in (without_portfolio(parse, n) for n in found) if n is not None]
    found = [n for n in found if not _is_rank(parse, n)]
    found = without_disciplines(parse, found)
    names = widen_names(parse, _without_common(parse, found))
    body = [n for n in names if not titled[n.start] or _is_full_person(n)]
    return body, [n for n in names if titled[n.start] and not _is_full_person(n)]


def _join_nations(parse: Parse, names: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names with the two words of a nationality in one: *Sri Lankan*."""
    whole = {
        start - 1: end
        for start, end, label in names
        if label == "NORP" and start > parse.sent[start] and end - start == 1
        if nation_of(f"{parse.text[start - 1]} {parse.text[start]}") is not None
    }
    apart = [x for x in names if x[0] not in whole and x[0] - 1 not in whole]
    return sorted([*apart, *((start, end, "NORP") for start, end in whole.items())])


def _is_unit(parse: Parse, name: Name) -> bool:
    """True for part of a sum, a figure or a date: *US* $199, 20 degrees *Celsius*, *Feb*."""
    words, end = parse.text[name.start : name.end], name.end
    if not name.label and all(w in words_in("calendar") for w in words if w not in "-–"):
        return True
    if len(words) > 1:
        return False
    after = parse.text[end] if end < len(parse) else ""
    if after.startswith("$") and f"{words[0]}$" in quantity_words()["symbols"]:
        return True
    before = parse.lower[name.start - 1] if name.start else ""
    return words[0] in words_in("temperatures") and before in ("degree", "degrees", "°")


def _is_calling(parse: Parse, name: Name) -> bool:
    """True for the noun for a person or a body that opens its sentence before its name, which the
    model takes for a people: *Geochemist* Ann Lind, *Steelmaker* Orbis."""
    people = name.label in ("NORP", "") and name.end - name.start == 1
    opens = people and name.start == parse.sent[name.start] and name.end < len(parse)
    word = parse.lower[name.start]
    calls = is_person_noun(word) or is_calling(word)
    return opens and is_capitalised(parse.text[name.end]) and calls


def _is_rank(parse: Parse, name: Name) -> bool:
    """True for a rank alone or part of one, which models take for a body or somebody: *Police
    Constable* Ann Lind, *Chief Medical Officer Dr* Ida Holm, Chief *Technology* Officer."""
    words, titles = parse.text[name.start : name.end], words_in("titles")
    leads = words_in("rank_leads")
    after = "".join(parse.text[name.end : name.end + 1])
    known = all(w in leads or w in titles or w in words_in("chair_givers") for w in words)
    return known and not leads.isdisjoint(words) and (words[-1] in titles or after in titles)


def _is_stage(parse: Parse, name: Name) -> bool:
    """True for a step that is counted and names nothing: *Phase* 3, *Phase II*, a *Series A*
    round."""
    numbers = parse.text[name.start + 1 : max(name.end, name.start + 2)]
    counted = len(numbers) == 1 and (numbers[0].isdigit() or not set(numbers[0]) - set("IVXABCD"))
    return counted and parse.text[name.start] in words_in("stages")


def _is_guess(doc: Doc, start: int, end: int, label: str) -> bool:
    """True for a people by the model alone: words that neither a list nor English has, in the
    singular, or somebody's given name and one more."""
    if label != "NORP" or doc[end - 1].tag_ != "NNP":
        return False
    if start and doc[start - 1].lower_ in ("a", "an"):  # is a Kurd
        return False
    if end - start > 1 and doc[start].lower_ in given_names():
        return True
    return all(
        is_unheard(doc.vocab, t.lower_) and nation_of(t.text) is None for t in doc[start:end]
    )


def _is_full_person(name: Name) -> bool:
    """True for a person's name of two words or more, which the model seldom mistakes."""
    return name.label == "PERSON" and name.end - name.start > 1


def _without_common(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Names without those of one word that the text also writes small; an acronym that the text
    introduces in brackets stays."""
    text = parse.text
    small = {w for w in text if w.islower()}
    acronyms = {word for i, word in enumerate(text) if is_bracketed(parse, i, i + 1)}
    within = {w for i, w in enumerate(text) if w.istitle() and i > parse.sent[i]}
    stuff = [n.start for n in names if text[n.start] not in within and _is_stuff(parse, n)]
    for t in stuff:  # no name, whatever the tagger says
        parse.pos[t], parse.tag[t], parse.lemma[t] = "NOUN", "NN", parse.lower[t]
    return [
        n
        for n in names
        if n.start not in stuff
        if n.end - n.start > 1
        or text[n.start].islower()
        or text[n.start].lower() not in small
        or (text[n.start].isupper() and text[n.start] in acronyms)
        or (n.label in ("GPE", "NORP") and _is_placed(text[n.start]))
    ]


def _is_stuff(parse: Parse, name: Name) -> bool:
    """True for the word for an element that opens a sentence: *Nitrogen* is a gas."""
    word = parse.lower[name.start]
    opens = name.end - name.start == 1 and name.start == parse.sent[name.start]
    named = name.label in ("GPE", "LOC", "PERSON") or word in given_names()
    named = named or known_as((parse.text[name.start],)) is not None
    return opens and not named and is_mostly(word, "chemical element")


def _is_placed(word: str) -> bool:
    return nation_of(word) is not None or bool(places_named(word))


def _as_used(parse: Parse, name: Name, label: str) -> str:
    """The label of a mention, whatever the vote: NORP for a nationality used as an adjective, ORG
    for a country that stands for its team, what a thing is that somebody's surname is given to."""
    if label == "GPE" and is_team(parse, name):
        return "ORG"
    if label == "ORG" and _is_town(parse, name):
        return "GPE"
    if label == "PERSON" and name.end - name.start == 1 and name.start > parse.sent[name.start]:
        return thing_before(parse, name) or label
    if name.end - name.start > 1 or label not in ("GPE", "PERSON", "ORG", "LOC", UNTYPED):
        return label
    word = parse.text[name.start]
    used = parse.tag[name.start] == "JJ" or parse.dep[name.start] == "amod"
    return "NORP" if used and nation_of(word) is not None and not places_named(word) else label


def _end_with_noun(parse: Parse, name: Name, label: str) -> int:
    """Where a facility's name ends with the noun that news writes small, "Orlo Hill *airport*"; a
    town's airport goes by the town alone."""
    noun = name.end
    if label != "FAC" or noun >= parse.sent_end[name.start] or parse.tag[noun] != "NN":
        return noun
    if parse.lower[name.start - 1] in ("a", "an"):
        return noun  # "a Lund hospital"
    tied = all(parse.head[t] in range(name.start, noun + 1) for t in range(name.start, noun))
    town = best_place(" ".join(parse.text[name.start : noun])) is not None
    return noun + (tied and not town and parse.lower[noun] in words_in("small_heads"))


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
    that English has not; at its head what a particle ties together."""
    if name.start == parse.sent[name.start]:
        return not words_in("particles").isdisjoint(parse.text[name.start + 1 : name.end - 1])
    return name.end - name.start > 1 or is_unheard(doc.vocab, parse.lower[name.start])
