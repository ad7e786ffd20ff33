"""Systematic mistakes of the tagger and the parser that the parse itself gives away.

A passive auxiliary belongs to a participle, a subject to a verb and not to its auxiliary, and the
prefix that a hyphen sets apart is no verb: where the parse says otherwise, in contradiction with
itself, it is put right, so that no rule after this has to know.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.grammar.bracketed import free_from_bracket
from kgx.annotate.grammar.brought_out import (
    hand_after_date,
    hang_on_work,
    lift_namesake,
    lift_work,
    rejoin_deed,
)
from kgx.annotate.grammar.by_label import REPAIRED, Repairs, repair_by_label, repair_word
from kgx.annotate.grammar.dated import free_day
from kgx.annotate.grammar.described import describe_done, describe_shown
from kgx.annotate.grammar.doubled import repair_doubled
from kgx.annotate.grammar.given import free_share
from kgx.annotate.grammar.handed import hand_preposition, rejoin_extraposed
from kgx.annotate.grammar.hyphens import (
    Lemmatize,
    join_numbers,
    join_prefix,
    keep_number,
    tie_compound,
    tie_prefix,
)
from kgx.annotate.grammar.joined import name_parent, tie_title
from kgx.annotate.grammar.labels import FINITE, SUBJECTS
from kgx.annotate.grammar.lacking import (
    describe_subject,
    give_of_which,
    hang_fronted,
    make_opener,
)
from kgx.annotate.grammar.lent import part_sentences, turn_inverted
from kgx.annotate.grammar.listed import tell_of_kin
from kgx.annotate.grammar.marks import (
    is_enumerator,
    silence_degrees,
    silence_reference,
    silence_stops,
    tie_currencies,
)
from kgx.annotate.grammar.named import (
    free_born,
    free_subject,
    hand_born,
    nest_place,
    tie_designation,
)
from kgx.annotate.grammar.no_verbs import free_after_to, free_nouns
from kgx.annotate.grammar.payees import free_payees
from kgx.annotate.grammar.reduced import lift_charge, lift_event, lift_owned, lift_seat
from kgx.annotate.grammar.retagged import (
    MODIFIERS,
    call_letters,
    make_single,
    make_title,
    make_trained,
)
from kgx.annotate.grammar.roads import free_links
from kgx.annotate.grammar.scores import free_names
from kgx.annotate.grammar.second_clauses import part_object
from kgx.annotate.grammar.shared_forms import call_bases
from kgx.annotate.grammar.small_given import tie_given
from kgx.annotate.grammar.speakers import give_speaker, turn_said, turn_speaker
from kgx.annotate.grammar.states import call_beside, call_while, free_role, free_state, hold_state
from kgx.annotate.grammar.towns import tie_towns
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_MARKS = frozenset({"-", "(", "["})
_DOUBLED = frozenset({"dobj", "nsubj", "nsubjpass", "auxpass"})


def repair_parse(parse: Parse, lemmatize: Lemmatize) -> None:
    """Put right what contradicts itself, in place; edges of subtrees have to be computed anew.

    Args:
        lemmatize: Gives the lemma of a verb form in lower case.
    """
    tokens = range(len(parse))
    for repair in _FIRST:
        repair(parse)
    free_links(parse, lemmatize)
    free_after_to(parse, lemmatize)
    for token in tokens:
        _repair_parts(parse, lemmatize, token)
    for token in tokens:
        if parse.dep[token] in REPAIRED or parse.lower[token] in MODIFIERS:
            repair_word(parse, lemmatize, token)
    for token in tokens:
        repair_by_label(_TURNED, parse, token)
        if parse.dep[token] in _DOUBLED:
            repair_doubled(parse, lemmatize, token)


def _repair_parts(parse: Parse, lemmatize: Lemmatize, token: int) -> None:
    """Repair what a word is a part of: marks first, then names and what stands before nouns."""
    if parse.text[token] in _MARKS:
        _repair_mark(parse, lemmatize, token)
    elif parse.dep[token] in SUBJECTS and is_enumerator(parse, token):
        parse.dep[token] = "punct"
    elif parse.tag[token] == "_SP":
        tie_designation(parse, token)
    elif parse.dep[token] == "nmod":
        nest_place(parse, token)
    elif parse.dep[token] == "compound":
        _repair_compound(parse, token)


def _repair_mark(parse: Parse, lemmatize: Lemmatize, mark: int) -> None:
    """Repair what stands beside a hyphen or an opening bracket."""
    if parse.text[mark] == "-":
        join_prefix(parse, lemmatize, mark)
        join_numbers(parse, mark)
        tie_prefix(parse, mark)
        if parse.tag[mark] == "HYPH" and parse.tag[mark - 2] != "HYPH":
            tie_compound(parse, mark)
    elif parse.text[mark] == "[":
        silence_reference(parse, mark)
    elif parse.dep[mark - 1] == "nummod":
        keep_number(parse, mark)


def _repair_compound(parse: Parse, token: int) -> None:
    if parse.tag[parse.head[token]] in FINITE:
        free_subject(parse, token)
    elif parse.tag[token] == "VBG":
        make_trained(parse, token)
    elif parse.tag[token] == "JJ":
        make_title(parse, token)
    elif parse.text[token] in read_set("names.toml", "days"):
        free_day(parse, token)
    elif parse.text[token] in read_set("names.toml", "titles", "rank_leads"):
        tie_title(parse, token)


def _hang_loose(parse: Parse, token: int) -> None:
    hang_fronted(parse, token)
    if parse.dep[token] == "dep":
        hang_on_work(parse, token)


_FIRST: tuple[Callable[[Parse], object], ...] = (
    free_names,
    tie_given,
    free_nouns,
    tie_towns,
    call_letters,
    call_bases,
    make_single,
    silence_degrees,
    silence_stops,
    tie_currencies,
    free_payees,
)
"""What is repaired first, all over a text, in order."""

_TURNED: Repairs = {
    "amod": (free_born, make_opener),
    "appos": (name_parent,),
    "nsubj": (free_from_bracket,),
    "nsubjpass": (free_from_bracket,),
    "acl": (
        turn_speaker,
        lift_seat,
        lift_event,
        lift_owned,
        lift_work,
        lift_namesake,
        rejoin_deed,
        lift_charge,
    ),
    "attr": (turn_inverted, tell_of_kin),
    "dep": (_hang_loose, describe_subject),
    "npadvmod": (describe_subject,),
    "ccomp": (part_object, part_sentences, rejoin_extraposed, give_speaker),
    "relcl": (turn_said, give_of_which, describe_done),
    "conj": (describe_done,),
    "advcl": (make_opener, describe_subject, describe_shown),
    "nummod": (free_share,),
    "dobj": (free_state,),
    "mark": (call_while,),
    "advmod": (call_while,),
    "prep": (
        call_while,
        hold_state,
        free_role,
        call_beside,
        hand_after_date,
        hand_born,
        hand_preposition,
    ),
}
"""What is repaired last, once every word hangs where it belongs."""
