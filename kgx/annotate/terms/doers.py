"""What the words of a property tell of: the subject and the object of a verb, what a passive tells
of, what a noun is of or what its sentence is about. Nothing else around is an end of it."""

from __future__ import annotations

from kgx.annotate.clauses.owners import is_said_of
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import is_one_of_many
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.terms.ends import Candidate

_RELATIVE = frozenset({"WDT", "WP"})
_SAID_OF = frozenset({"attr", "appos", "conj", "relcl", "oprd"})
"""Labels of what is said of the word above."""
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_MADE = frozenset({"product", "work", "other"})
_LEADS = frozenset({"where", "which", "whose", "who", "that", "with"})
"""Words that begin what is told of the name right before them."""
_STEPS = 3
"""Steps from a noun down to whose it is, at most."""
_MOST_JOINED = 12
"""Steps from a name up to the first of those it is joined to, at most."""
_BARE = frozenset({"xcomp", "advcl", "conj"})
"""Clauses whose subject may be that of the verb above."""


def may_do(parse: Parse, verb: int, doer: Candidate, done: Candidate) -> bool:
    """True for the subject of a verb, or what that is said to be or to describe, and for what the
    verb governs, by itself or with a preposition."""
    subject = _find_subject(parse, verb)
    return (subject is None or _is_meant(parse, doer, subject)) and _is_governed(parse, verb, done)


def is_undergoer(parse: Parse, verb: int, end: Candidate) -> bool:
    """True for what a passive has for a subject, or the clause that it opens or goes on: "born in
    Oslo, Lind"; also where nothing tells what that is, as of a participle after a noun, which
    parsers often hang on another."""
    subject = parse.child(verb, "nsubjpass")
    above = parse.head[verb]
    opens = parse.dep[verb] == "advcl" and verb < above
    if subject is None and (opens or parse.dep[verb] == "conj"):
        subject = parse.child(above, *NOUN_SUBJECTS)
    elif parse.dep[verb] == "acl" and above == verb - 1 and parse.pos[above] == "NOUN":
        subject = above
    if subject is None or parse.tag[subject] in _RELATIVE:
        return True
    up = parse.head[end.head]
    renamed = parse.lower[up] == "as" and parse.head[up] == verb  # "was founded as Orbis"
    owner = parse.child(subject, "poss") == end.head  # the novel's first edition
    return renamed or owner or _is_meant(parse, end, subject)


def is_about(parse: Parse, noun: int, end: Candidate, *, turned: bool) -> bool:
    """True for an end that a noun tells of in one of the ways there are; ``turned``, where the noun
    tells what the end is, and not what it has."""
    ways = _ABOUT_WHAT_IS if turned else _ABOUT_WHAT_HAS
    return any(way(parse, noun, end) for way in ways)


def _is_near(parse: Parse, noun: int, end: Candidate) -> bool:
    """True for what a noun hangs on or has below it."""
    here = first_conjunct(parse, end.head)
    for _ in range(_STEPS):
        if here == noun or parse.head[here] == here:
            break
        here = parse.head[here]
    above = {here, parse.head[noun], parse.head[parse.head[noun]]}
    return here == noun or not above.isdisjoint((end.head, end.via))


def _is_called(parse: Parse, noun: int, end: Candidate) -> bool:
    """True for a subject that a noun may tell the name of: not "was hired by the | owner"."""
    first = _find_whole(parse, noun)
    led = parse.dep[first] == "pobj" and parse.lower[parse.head[first]] not in ("as", "with")
    return not led and parse.dep[first] not in ("dobj", "poss") and _is_topic(parse, noun, end)


def _find_whole(parse: Parse, noun: int) -> int:
    """The noun that tells what something is, or that of which it is one: "the first in a series of
    | novels"."""
    first = first_conjunct(parse, noun)
    many = parse.head[parse.head[first]]
    if parse.dep[first] != "pobj" or not is_one_of_many(parse, many):
        return first
    inside = parse.dep[many] == "pobj" and parse.lower[parse.head[many]] == "in"
    return parse.head[parse.head[many]] if inside else many


def _is_told(parse: Parse, noun: int, end: Candidate) -> bool:
    """True for what a clause tells of: Canada, in "Canada, where they are one of the | groups"."""
    here = noun
    for _ in range(_STEPS + 1):
        part = parse.lower[here] == "of" or parse.lower[parse.head[here]] == "of"
        if not part and parse.dep[here] not in _SAID_OF:
            return False
        here = parse.head[here]
        if here == end.head:
            return True
    return False


def _leads_to(parse: Parse, noun: int, end: Candidate) -> bool:
    """True for a name right before the words that begin what is told of it: "Norway, where | an
    ethnic group is", "Orbis, with | revenue of"."""
    words = parse.lower[end.stop : noun]
    opens = words[1:] if words[:1] == [","] else words
    return bool(opens) and opens[0] in _LEADS and _LEADS.isdisjoint(opens[1:])


def _is_topic(parse: Parse, _noun: int, end: Candidate) -> bool:
    """True for what opens a sentence, also in quotation marks, and for the subject of a clause that
    hangs on no noun."""
    head = first_conjunct(parse, end.head)
    verb = parse.head[head]
    first = parse.sent[end.head]
    opens = 0 <= end.start <= first + 1 or (parse.lower[first] == "in" and end.start <= first + 2)
    named = end.via >= 0 and parse.dep[end.via] in NOUN_SUBJECTS
    return opens or named or (parse.dep[head] in NOUN_SUBJECTS and parse.dep[verb] in _MAIN)


def _find_subject(parse: Parse, verb: int) -> int | None:
    """The noun or name that a verb has for a subject: of a relative clause what that tells of, of
    an open clause the subject of the verb above; None where none is told."""
    subject = parse.child(verb, *NOUN_SUBJECTS)
    if subject is not None and parse.tag[subject] in _RELATIVE and parse.dep[verb] == "relcl":
        return parse.head[verb]
    if subject is not None:
        return subject
    if parse.dep[verb] in ("acl", "relcl"):
        return parse.head[verb]
    above = parse.head[verb]
    return _find_subject(parse, above) if parse.dep[verb] in _BARE and above != verb else None


def _is_meant(parse: Parse, end: Candidate, noun: int) -> bool:
    """True for an end that a noun stands in, is joined to, or is said of."""
    if end.start <= noun < end.stop or noun in (end.head, end.via):
        return True
    up = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[up] in ("of", "among"):  # one of those who
        of = parse.head[up]
        noun = _find_subject(parse, of) or noun if parse.lemma[of] == "be" else of
    joined = first_conjunct(parse, end.head) == first_conjunct(parse, noun)
    return joined or is_said_of(parse, noun, end.head) or is_said_of(parse, end.head, noun)


def _is_governed(parse: Parse, verb: int, end: Candidate) -> bool:
    """True for an object, or what follows a preposition of the verb; also as a name beside one."""
    here = end.head
    if end.via >= 0 and parse.head[here] == end.via:
        here = end.via
    for _ in range(_MOST_JOINED):
        linked = parse.dep[here] in ("conj", "appos") or parse.dep[parse.head[here]] == "cc"
        if not linked:
            break
        here = parse.head[here]
    here = parse.head[here] if parse.dep[here] == "cc" else here  # "as well as"
    if parse.dep[here] == "compound" and end.end.type in _MADE:
        here = parse.head[here]  # "the Norvik arcade system"
    up = parse.head[here]
    return up == verb or (parse.dep[here] in ("pobj", "pcomp") and parse.head[up] == verb)


_ABOUT_WHAT_IS = (_is_near, _is_told, _is_called)
"""How a noun may tell what an end is."""

_ABOUT_WHAT_HAS = (_is_near, _is_told, _leads_to, _is_topic)
"""How a noun may tell what an end has."""
