"""Systematic mistakes of the tagger and the parser that the parse itself gives away.

A passive auxiliary belongs to a participle, a subject to a verb and not to its auxiliary, and the
prefix that a hyphen sets apart is no verb: where the parse says otherwise, in contradiction with
itself, it is put right, so that no rule after this has to know.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.grammar.crossings import (
    go_on_in_relative,
    go_on_with_same,
    keep_object,
    keep_subject,
    part_ends,
)
from kgx.annotate.grammar.hyphens import join_numbers, join_prefix, keep_number, tie_compound
from kgx.annotate.grammar.lent import (
    free_agent,
    free_charge,
    keep_distance,
    part_office,
    part_sentences,
    share_roles,
    turn_inverted,
    turn_speaker,
    turn_subject,
)
from kgx.annotate.grammar.reduced import (
    keep_in_bracket,
    make_head,
    reduce_clause,
    reduce_first,
    reduce_object,
    reduce_subject,
)
from kgx.annotate.grammar.scores import free_names
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from spacy.language import Language

    from kgx.annotate.grammar.parse import Parse

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_LIFTED = frozenset({*_SUBJECT, "neg", "prep", "punct", "mark", "npadvmod"})
_OF_NOUNS = ("det", "amod", "compound", "poss", "nummod", "case", "cop", "aux")

_REPAIRED = frozenset(
    {"aux", "auxpass", "advmod", "prep", "acl", "relcl", "advcl", "xcomp", "ccomp", "conj"}
    | {"dobj", "oprd", "pobj", "csubj", "csubjpass", "quantmod", "npadvmod", "appos"}
)
"""Labels of tokens that `repair_parse` looks at more closely."""
_MODIFIERS = frozenset({"based", "headquartered"})

_SAID_IN = frozenset({"in", "at", "during", "on", "to", "after", "before"})
_HELD = frozenset({"belief", "expectation", "fear", "ground", "hope", "knowledge", "view"})
"""Nouns that the that-clause after them belongs to: "said in the hope that"."""

Lemmatize = Callable[[str], str]


def make_lemmatizer(nlp: Language) -> Lemmatize:
    """How the pipeline's own tables lemmatize verbs; where it has none, a form is its own lemma."""
    tables = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.pipe_names else None  # type: ignore[attr-defined]
    names = ("lemma_rules", "lemma_exc", "lemma_index")
    if tables is None or not all(tables.has_table(name) for name in names):
        return str
    rules, exceptions, known = (tables.get_table(name).get("verb", {}) for name in names)

    def lemmatize(form: str) -> str:
        if form in exceptions:
            return str(exceptions[form][0])
        cut = (form[: -len(old)] + new for old, new in rules if form.endswith(old))
        return next((lemma for lemma in cut if lemma in known), form)

    return lemmatize


def repair_parse(parse: Parse, lemmatize: Lemmatize) -> None:
    """Put right what contradicts itself, in place; edges of subtrees have to be computed anew.

    Args:
        lemmatize: Gives the lemma of a verb form in lower case.
    """
    tokens, phrasal = range(len(parse)), read_set("verbs.toml", "phrasal")
    free_names(parse)
    for token in tokens:
        if parse.text[token] == "-":
            join_prefix(parse, lemmatize, token)
            join_numbers(parse, token)
            if parse.tag[token] == "HYPH" and parse.tag[token - 2] != "HYPH":
                tie_compound(parse, token)
        elif parse.text[token] == "(" and parse.dep[token - 1] == "nummod":
            keep_number(parse, token)
        elif parse.text[token] == "[":
            _silence_reference(parse, token)
        elif parse.dep[token] in _SUBJECT and _is_enumerator(parse, token):
            parse.dep[token] = "punct"
    for token in tokens:
        dep, word = parse.dep[token], parse.lower[token]
        if dep not in _REPAIRED and word not in _MODIFIERS:
            continue
        if parse.text[token - 1] == "(" and dep in ("acl", "advcl"):
            keep_in_bracket(parse, token)
        if dep in ("aux", "auxpass"):
            _lift_arguments(parse, token)
        elif dep == "prep" and word == "of":
            free_charge(parse, token)
        elif dep == "prep" and word == "from" and token:
            keep_distance(parse, token)
        elif dep == "prep" and word == "by":
            free_agent(parse, token)
        elif dep in ("advmod", "prep") and parse.head[token] == token - 1:
            said = f"{parse.lemma[token - 1]} {word}"
            passive = dep == "prep" and parse.child(token - 1, "auxpass") is not None
            if (passive or said in phrasal) and not parse.children[token]:
                parse.dep[token] = "prt"  # "was dealt with"
        elif word in _MODIFIERS:
            _make_modifier(parse, token)
        elif dep in ("acl", "relcl"):
            _lift_content(parse, token)
            make_head(parse, token)
        elif dep == "npadvmod" and "WP$" in [parse.tag[c] for c in parse.children[token]]:
            parse.dep[token] = "dobj"  # "whose land the road will cross"
        elif word == "to" and dep == "quantmod":
            part_ends(parse, token)
        elif word == "as" and dep == "prep":
            _open_clause(parse, token)
        elif dep in ("dobj", "oprd") and parse.tag[token] == "NN":
            part_office(parse, token)
            turn_subject(parse, token)
        elif dep == "xcomp" and parse.tag[token] in ("VBD", "VBN"):
            reduce_object(parse, token)
        elif dep in ("advcl", "xcomp") and parse.tag[token] == "VB":
            _tie_to_first(parse, token)
        elif dep == "appos":
            share_roles(parse, token)
        elif dep == "conj" and parse.pos[token] == "ADP":
            go_on_with_same(parse, token)
        elif dep == "conj" and parse.pos[token] == "NOUN":
            _free_verb(parse, lemmatize, token)
        elif dep in ("conj", "advcl", "ccomp") and parse.tag[token] in ("VBD", "VBZ", "VBP"):
            if dep == "conj":
                go_on_in_relative(parse, token)
                reduce_clause(parse, token)
            reduce_first(parse, token)
        elif dep in ("dobj", "pobj") and parse.tag[token] in ("VB", "VBP"):
            _make_noun(parse, token)
        elif dep in ("csubj", "csubjpass") and parse.tag[token] in ("VBN", "VBD"):
            reduce_subject(parse, token)
        elif dep == "pobj" and parse.tag[token] == "VBG":
            _make_gerund(parse, token)
    for token in tokens:
        if parse.dep[token] == "acl":
            turn_speaker(parse, token)
        elif parse.dep[token] == "attr":
            turn_inverted(parse, token)
        elif parse.dep[token] == "ccomp":
            part_sentences(parse, token)
        if parse.dep[token] == "dobj":
            before = parse.child(parse.head[token], "dobj")
            if before is not None and before < token:
                keep_object(parse, before, token)
        elif parse.dep[token] in ("nsubj", "nsubjpass", "auxpass"):
            passive = parse.dep[token] != "nsubj"
            before = parse.child(parse.head[token], "nsubj")
            if before is not None and before < token < parse.head[token]:
                keep_subject(parse, before, token)
            _make_verb(parse, lemmatize, parse.head[token], passive=passive)


def _lift_arguments(parse: Parse, auxiliary: int) -> None:
    """Hang on the verb what the parser hung on its auxiliary."""
    verb = parse.head[auxiliary]
    children = parse.children[auxiliary]
    if verb == auxiliary or not any(parse.dep[c] in _SUBJECT for c in children):
        return
    if any(parse.dep[c] in _SUBJECT for c in parse.children[verb]):
        return
    for c in list(children):
        if parse.dep[c] in _LIFTED:
            move(parse, c, verb)


def _lift_content(parse: Parse, verb: int) -> None:
    """Hang on a verb of saying the that-clause that the parser hung on where it was said: "said in
    a letter that the mill had closed"."""
    mark = parse.children[verb][0] if parse.children[verb] else verb
    noun = parse.head[verb]
    prep = parse.head[noun]
    above = parse.head[prep]
    said = parse.dep[mark] == "mark" and parse.lower[mark] == "that" and noun < mark
    where = parse.dep[noun] == "pobj" and parse.lower[prep] in _SAID_IN
    if (
        not (said and where and parse.lemma[above] in read_set("verbs.toml", "telling"))
        or parse.lemma[noun] in _HELD
    ):
        return
    taken = {parse.dep[c] for c in parse.children[above]} & {"ccomp", "xcomp", "dobj"}
    if parse.dep[prep] == "prep" and above < prep and not taken:
        move(parse, verb, above)
        parse.dep[verb] = "ccomp"


def _is_enumerator(parse: Parse, token: int) -> bool:
    """True for the letter or figure of "(d)" and "2)"."""
    following = parse.text[token + 1 : token + 2]
    plain = parse.text[token].isdecimal() or (len(parse.text[token]) == 1 and token > 0)
    return (
        plain and following == [")"] and all(parse.dep[c] == "punct" for c in parse.children[token])
    )


def _silence_reference(parse: Parse, bracket: int) -> None:
    """Make a reference like "[18]" part of the word before it, as the punctuation it is."""
    inside = parse.text[bracket + 1 : bracket + 3]
    if bracket == parse.sent[bracket] or len(inside) < 2 or inside[1] != "]":
        return
    if not inside[0].isdecimal():
        return
    reference = range(bracket, bracket + 3)
    if not all(parse.sent[t] == parse.sent[bracket] and parse.head[t] != t for t in reference):
        return
    before = bracket - 1
    while parse.head[before] in reference:
        before = parse.head[parse.head[before]]
    for t in reference:
        for c in list(parse.children[t]):
            if c not in reference:
                move(parse, c, parse.head[t] if parse.head[t] not in reference else before)
    for t in reference:
        move(parse, t, bracket - 1)
        parse.dep[t], parse.pos[t] = "punct", "PUNCT"


def _make_modifier(parse: Parse, token: int) -> None:
    """ "Lund based" before a name modifies it, where the parser takes it for a verb."""
    seat, after = token - 1, token + 1
    if seat < 0 or after >= len(parse) or not parse.tag[token].startswith("VB"):
        return
    own = any(parse.dep[c] in (*_SUBJECT, "aux", "auxpass") for c in parse.children[token])
    if not own and parse.tag[seat] == "NNP" and parse.tag[after] == "NNP":
        parse.pos[token], parse.tag[token] = "ADJ", "JJ"


def _make_noun(parse: Parse, token: int) -> None:
    """Call a noun what an article before it makes the object of another word: "the plan"."""
    article = parse.children[token][:1]
    if article and parse.dep[article[0]] == "det" and article[0] < token:
        parse.pos[token], parse.tag[token] = "NOUN", "NN"
        parse.lemma[token] = parse.lower[token]


def _make_gerund(parse: Parse, token: int) -> None:
    """Call "sailing" a clause in "prevented the ferry from sailing", and hang it on the verb."""
    prep = parse.head[token]
    kept = parse.head[prep]
    verbal = not any(parse.dep[c] in _OF_NOUNS for c in parse.children[token])
    if parse.lower[prep] == "from" and parse.dep[kept] == "dobj" and verbal:
        parse.dep[token], parse.pos[token] = "pcomp", "VERB"
        move(parse, prep, parse.head[kept])


def _make_verb(parse: Parse, lemmatize: Lemmatize, token: int, *, passive: bool) -> None:
    """Call a verb what has a passive auxiliary, or a subject and an object, and is no noun phrase
    or adjective: "she was informed of", "similar problems plague"."""
    if parse.pos[token] in ("VERB", "AUX") or parse.text[token][:1].isupper():
        return
    children = parse.children[token]
    if passive and parse.lower[token].endswith(("ed", "en", "n", "t")):
        tag = "VBN"
    elif (
        parse.pos[token] == "NOUN"
        and not any(parse.dep[c] in _OF_NOUNS for c in children)
        and any(parse.dep[c] in ("dobj", "prep") and c > token for c in children)
        and any(parse.dep[c] in _SUBJECT and c < token for c in children)
    ):
        tag = "VBZ" if parse.tag[token] == "NNS" else "VBP"
    else:
        return
    parse.pos[token], parse.tag[token] = "VERB", tag
    parse.lemma[token] = lemmatize(parse.lower[token])


def _open_clause(parse: Parse, as_: int) -> None:
    """Give a verb the subject that the parser hangs on "as": "rose as Orbis beat Helix"."""
    name = parse.child(as_, "pobj")
    verb = -1 if name is None else max([name, *parse.children[name]]) + 1
    if name is None or verb >= len(parse) or parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return
    own = any(parse.dep[c] in _SUBJECT for c in parse.children[verb])
    if own or parse.head[verb] != parse.head[as_] or parse.dep[verb] != "advcl":
        return
    move(parse, name, verb)
    move(parse, as_, verb)
    parse.dep[name], parse.dep[as_] = "nsubj", "mark"


def _tie_to_first(parse: Parse, verb: int) -> None:
    """Hang an infinitive on the noun it follows in "became the first woman to win"."""
    above = parse.head[verb]
    noun = parse.child(above, "attr")
    to = min(parse.children[verb], default=verb)
    if noun is None or parse.tag[to] != "TO" or to <= noun or parse.pos[noun] != "NOUN":
        return
    between = parse.text[noun + 1 : to]
    first = any(parse.lower[c] in ("first", "last", "only") for c in parse.children[noun])
    if first and not {",", ";"} & {*between} and not any(c > to for c in parse.children[noun]):
        move(parse, verb, noun)
        parse.dep[verb] = "relcl"


def _free_verb(parse: Parse, lemmatize: Lemmatize, noun: int) -> None:
    """Make a verb of the first word in the second of "build a team, foster trust, and save time",
    where the parser takes it for a noun in a list of objects: that list would lack its "and"."""
    word, before = noun - 1, parse.head[noun]
    while parse.dep[word - 1] in ("amod", "compound") and parse.head[word - 1] == noun:
        word -= 1
    if word < 1 or parse.dep[word] not in ("amod", "compound") or parse.head[word] != noun:
        return
    verb = before if parse.pos[before] == "VERB" else parse.head[before]
    last = next((c for c in parse.children[verb] if parse.dep[c] == "conj" and c > noun), None)
    joined = [c for t in (before, noun) for c in parse.children[t] if parse.dep[c] == "cc"]
    if parse.text[word - 1] != "," or joined or last is None or parse.pos[verb] != "VERB":
        return
    base = parse.tag[last] in ("VB", "VBP") and parse.text[last - 1] in ("and", "or")
    if not base or lemmatize(parse.lower[word] + "s") != parse.lower[word]:
        return
    parse.pos[word], parse.tag[word] = "VERB", parse.tag[last]
    parse.lemma[word], parse.dep[word], parse.dep[noun] = parse.lower[word], "conj", "dobj"
    move(parse, word, verb)
    move(parse, noun, word)
