"""Verbs and prepositions that lack what the parser gave to the word beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import last_below, move

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_CLOSERS = (",", "-", "–", "—")


def give_subject(parse: Parse, fronted: int) -> None:
    """Make the object of a clause before its main verb, in place, the subject that this verb lacks:
    "After Max died | his widow ran it" (Bever 1970).

    Args:
        fronted: The verb of an adverbial clause.
    """
    verb, guest = parse.head[fronted], parse.child(fronted, "dobj")
    if guest is None or not fronted < guest < verb or parse.tag[verb] not in ("VBD", "VBZ"):
        return
    if parse.dep[fronted] != "advcl" or parse.child(fronted, "mark", "advmod") is None:
        return
    own = any(parse.dep[c] in _SUBJECT for c in parse.children[verb])
    last = last_below(parse, guest)
    near = all(parse.head[t] == verb for t in range(last + 1, verb))
    shut = parse.text[verb - 1] in _CLOSERS and parse.child(guest, "appos") is None
    if near and not (own or shut) and last_below(parse, fronted) == last:
        passive = parse.child(verb, "auxpass") is not None
        move(parse, guest, verb, "nsubjpass" if passive else "nsubj")


def hang_fronted(parse: Parse, preposition: int) -> None:
    """Hang on the verb of its clause, in place, a preposition with a relative pronoun that opens
    it: "| to whom she sold the mill"; after "be" on the adjective: "to whom she is | married"."""
    whom, verb = parse.child(preposition, "pobj"), parse.head[preposition]
    if whom is None or parse.tag[whom] not in ("WP", "WDT") or verb < preposition:
        return
    while parse.pos[verb] not in ("VERB", "AUX") and parse.head[verb] not in (verb, preposition):
        verb = parse.head[verb]
    told = parse.child(verb, "acomp") if parse.lemma[verb] == "be" else None
    if verb > preposition and parse.pos[verb] in ("VERB", "AUX"):
        move(parse, preposition, verb if told is None else told, "prep")


def give_body(parse: Parse, of: int) -> None:
    """Hang after "of", in place, the body whose word the parser makes of the person before it: "by
    Ann Lind of | Lund University"."""
    person = parse.head[of]
    if parse.dep[person] != "nmod":
        return
    body, first = parse.head[person], parse.child(of, "pobj")
    apart = person < of < body and first in (None, body - 1)
    named = parse.tag[person] == parse.tag[body] == "NNP"
    if parse.dep[of] != "prep" or not apart or not named:
        return
    if first is not None:  # "of Lund | University"
        move(parse, first, body, "compound")
    above, dep = parse.head[body], parse.dep[body]
    move(parse, person, person if above == body else above, dep)
    for c in [c for c in parse.children[body] if c < person]:
        move(parse, c, person)
    move(parse, body, of, "pobj")
