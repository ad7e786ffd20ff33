"""What is repaired about a word, by the label that the parser gave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kgx.annotate.grammar.agents import hand_agent
from kgx.annotate.grammar.bracketed import keep_in_bracket
from kgx.annotate.grammar.continued import (
    go_on_after_aside,
    go_on_after_infinitive,
    go_on_blaming,
    go_on_in_relative,
    go_on_saying,
    go_on_with_same,
    hand_down,
    lift_content,
)
from kgx.annotate.grammar.crossings import part_ends
from kgx.annotate.grammar.described import describe_nearest, describe_person
from kgx.annotate.grammar.freed import (
    free_after_aside,
    free_after_relative,
    free_before_name,
    free_before_second,
    free_third,
    free_verb,
    free_verbs,
)
from kgx.annotate.grammar.given import part_gift
from kgx.annotate.grammar.handed import free_content, make_object
from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.joined import (
    join_after_bracket,
    join_after_comma,
    join_holders,
    join_measures,
    join_name,
    join_offices,
    join_on_board,
    join_parents,
    join_under,
    lift_rank,
    list_kin,
    name_holder,
    name_kin,
)
from kgx.annotate.grammar.labels import FINITE, SUBJECTS
from kgx.annotate.grammar.lacking import (
    give_passive,
    give_root,
    give_second,
    give_subject,
    part_kin,
    tie_of_which,
)
from kgx.annotate.grammar.lent import (
    count_among,
    find_so,
    free_after_worth,
    free_charge,
    free_purpose,
    hang_role,
    part_office,
    share_roles,
    tie_to_first,
    turn_subject,
)
from kgx.annotate.grammar.listed import (
    list_among,
    list_behind,
    list_holder,
    list_included,
    list_object,
    list_owners,
)
from kgx.annotate.grammar.marks import free_sum
from kgx.annotate.grammar.named import (
    call_subject,
    make_appointed,
    make_home,
    name_adherent,
    name_behind,
    name_nearest,
    part_native,
)
from kgx.annotate.grammar.officers import make_forward
from kgx.annotate.grammar.partitives import name_one_of, name_part, own_part, tell_of_part
from kgx.annotate.grammar.reduced import (
    free_doing,
    go_on_passive,
    hold_fronted,
    make_appointer,
    make_head,
    reduce_clause,
    reduce_first,
    reduce_holder,
    reduce_object,
    reduce_subject,
)
from kgx.annotate.grammar.retagged import (
    MODIFIERS,
    make_gerund,
    make_kind,
    make_modifier,
    make_noun,
    make_office,
    make_particle,
    make_second,
)
from kgx.annotate.grammar.second_clauses import give_joined
from kgx.annotate.grammar.states import tie_particle, tie_state
from kgx.annotate.grammar.towns import part_towns
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

Repairs = Mapping[str, tuple[Callable[["Parse", int], object], ...]]
"""What to do about a token, in order, by its label."""

_LIFTED = frozenset({*SUBJECTS, "neg", "prep", "punct", "mark", "npadvmod"})
_PARTICIPLE = frozenset({"VBD", "VBN"})


def repair_word(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    """Repair what a word hangs on, or what hangs on it, by its label."""
    dep, word = parse.dep[token], parse.lower[token]
    if parse.text[token - 1] == "(" and dep in ("acl", "advcl"):
        keep_in_bracket(parse, token)
    if dep in ("aux", "auxpass"):
        _lift_arguments(parse, token)
    elif dep == "prep" and word in _PREPOSITIONS:
        for repair in _PREPOSITIONS[word]:
            repair(parse, token)
    elif dep == "advmod" and parse.tag[token] == "NNP":
        join_name(parse, token)
    elif word == "forward" and dep == "advmod" and parse.tag[token + 1 : token + 2] == ["NNP"]:
        make_forward(parse, token)
    elif dep in ("advmod", "prep") and parse.head[token] == token - 1:
        make_home(parse, token)
        make_particle(parse, token, dep)
    elif word in MODIFIERS:
        make_modifier(parse, token)
    elif dep == "advmod":
        tie_particle(parse, token)
    elif dep == "conj":
        _repair_conjunct(parse, lemmatize, token)
    elif dep == "appos":
        _repair_apposition(parse, lemmatize, token)
    else:
        if dep == "acl" and parse.dep[parse.head[token]] == "ROOT":
            make_appointer(parse, token, lemmatize)
        repair_by_label(_BY_LABEL, parse, token)


def repair_by_label(repairs: Repairs, parse: Parse, token: int) -> None:
    """Repair a word in place by those of the repairs that are for its label, in order."""
    for repair in repairs.get(parse.dep[token], ()):
        repair(parse, token)


def _repair_conjunct(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    if parse.tag[token] == "NNP":
        part_towns(parse, token)
    if parse.pos[token] == "ADP":
        go_on_with_same(parse, token)
    elif parse.pos[token] == "PROPN":
        list_behind(parse, token)
        list_object(parse, token)
        list_holder(parse, token)
        name_kin(parse, token)
        name_holder(parse, token)
    elif parse.pos[token] == "NOUN":
        for free in _FREED:
            free(parse, lemmatize, token)
        for join in _JOINED:
            join(parse, token)
    elif parse.tag[token] in FINITE:
        for go_on in _WENT_ON:
            go_on(parse, token)
    elif parse.tag[token] == "VBN":
        go_on_after_infinitive(parse, token)


def _repair_modifier(parse: Parse, verb: int) -> None:
    if parse.tag[verb] == "VBD" and parse.child(verb, *SUBJECTS) is None:
        parse.tag[verb] = "VBN"  # "developed and published by"
    if parse.tag[verb] == "NN" and parse.child(verb, "agent") is not None:
        parse.pos[verb], parse.tag[verb] = "VERB", "VBN"  # "a firm run by"
    if parse.dep[verb] == "relcl":
        call_subject(parse, verb)
        give_root(parse, verb)
    own_part(parse, verb)
    lift_content(parse, verb)
    free_content(parse, verb)
    make_head(parse, verb)
    go_on_passive(parse, verb)


def _repair_apposition(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    free_doing(parse, lemmatize, token)
    free_after_aside(parse, lemmatize, token)
    free_after_relative(parse, lemmatize, token)
    free_before_name(parse, lemmatize, token)
    free_before_second(parse, lemmatize, token)
    name_nearest(parse, token)
    name_adherent(parse, token)
    name_nearest(parse, token)
    share_roles(parse, token)
    join_offices(parse, token)
    list_kin(parse, token)
    lift_rank(parse, token)
    part_gift(parse, token)
    name_one_of(parse, token)
    name_part(parse, token)
    list_included(parse, token)
    list_owners(parse, token)
    describe_person(parse, token)
    describe_nearest(parse, token)


def _repair_owned(parse: Parse, noun: int) -> None:
    free_after_worth(parse, parse.head[noun])
    if "WP$" in [parse.tag[c] for c in parse.children[noun]]:
        parse.dep[noun] = "dobj"  # "whose land the road will cross"
    elif parse.tag[noun] == "NNP":
        join_name(parse, noun)
        join_after_comma(parse, noun)


def _repair_object(parse: Parse, token: int) -> None:
    if parse.lower[token] == "dead" and parse.lemma[token - 1] in read_set("verbs.toml", "killing"):
        parse.dep[token] = "prt"  # "was shot dead"
    elif parse.lower[token] == "record":
        free_sum(parse, token)
    elif parse.tag[token] == "NN":
        part_office(parse, token)
        turn_subject(parse, token)
    elif parse.dep[token] == "dobj":
        make_noun(parse, token)
        hand_down(parse, token)
    tie_state(parse, token)
    if parse.tag[token] == "NNP":
        name_behind(parse, token)
        make_appointed(parse, token)


def _repair_gerund(parse: Parse, token: int) -> None:
    if parse.tag[token] == "VBG":
        make_gerund(parse, token)


def _repair_clause(parse: Parse, verb: int) -> None:
    dep, tag = parse.dep[verb], parse.tag[verb]
    if dep == "advcl" and tag == "VBG":
        go_on_blaming(parse, verb)
    if dep == "xcomp" and tag in _PARTICIPLE:
        reduce_object(parse, verb)
    elif dep in ("xcomp", "pcomp") and parse.lower[verb] == "managing":
        make_office(parse, verb)
    elif dep == "xcomp" and tag == "VBG":
        make_object(parse, verb)
        make_kind(parse, verb)
        reduce_holder(parse, verb)
    elif dep == "advcl" and tag == "VBN":
        hold_fronted(parse, verb)
    elif dep in ("advcl", "xcomp") and tag == "VB":
        tie_to_first(parse, verb)
        if dep == "xcomp":
            free_purpose(parse, verb)
    elif dep == "ccomp" and tag == "JJ":
        find_so(parse, verb)
    elif dep in ("advcl", "ccomp") and tag in FINITE:
        tie_of_which(parse, verb)
        give_second(parse, verb)
        reduce_first(parse, verb)
        give_subject(parse, verb)


def _repair_subject(parse: Parse, verb: int) -> None:
    if parse.tag[verb] in _PARTICIPLE:
        reduce_subject(parse, verb)


def _lift_arguments(parse: Parse, auxiliary: int) -> None:
    """Hang on the verb what the parser hung on its auxiliary."""
    verb = parse.head[auxiliary]
    children = parse.children[auxiliary]
    if verb == auxiliary or not any(parse.dep[c] in SUBJECTS for c in children):
        return
    if any(parse.dep[c] in SUBJECTS for c in parse.children[verb]):
        return
    for c in list(children):
        if parse.dep[c] in _LIFTED:
            move(parse, c, verb)


_FREED = (make_second, free_third, free_verb, free_verbs)
"""What is done about a noun joined to another that may be a verb."""

_JOINED = (part_kin, join_parents, list_kin, join_holders, join_after_bracket, join_measures)
"""What is done about any noun joined to another."""

_WENT_ON = (
    give_joined,
    give_passive,
    give_second,
    go_on_in_relative,
    go_on_after_aside,
    go_on_after_infinitive,
    go_on_saying,
    reduce_clause,
    reduce_first,
)
"""What is done about a finite verb joined to another."""

_PREPOSITIONS: Repairs = {
    "of": (free_charge,),
    "among": (count_among, list_among),
    "as": (hang_role,),
    "by": (hand_agent,),
    "under": (join_under,),
}
"""What is repaired about a preposition."""

_BY_LABEL: Repairs = {
    "acl": (_repair_modifier,),
    "relcl": (_repair_modifier,),
    "agent": (hand_agent,),
    "npadvmod": (_repair_owned,),
    "quantmod": (part_ends,),
    "dobj": (_repair_object,),
    "oprd": (_repair_object,),
    "acomp": (_repair_object,),
    "pcomp": (_repair_clause,),
    "pobj": (join_on_board, tell_of_part, part_native, make_noun, _repair_gerund),
    "xcomp": (_repair_clause,),
    "advcl": (_repair_clause,),
    "ccomp": (_repair_clause,),
    "csubj": (_repair_subject,),
    "csubjpass": (_repair_subject,),
}
"""What is repaired about a token with a label."""

REPAIRED = frozenset({"aux", "auxpass", "advmod", "appos", "conj", "prep", *_BY_LABEL})
"""Labels of words that `repair_word` repairs."""
