"""Verdicts that their sentence speaks against: better not stated."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from spacy.tokens import Doc

from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.judge import Verdict
from kgx.annotate.learned.told import KIN, Told, sentence_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.types import Claim, Entity

_OF_ONE = frozenset({"birthPlace", "deathPlace", "headquarters", "founder"})
"""What a clause says of one alone."""
_ONE_AT_A_TIME = frozenset({"spouse", "chiefExecutive", "founder", "birthDate", "deathDate"})
"""Of what the grammar tells of one, nothing else is told of it in the same sentence."""
_LONGEST_BRACKET = 12
_TITLE = 6
"""Words before and after two ends that a title may stand in."""
_FURTHEST = 10  # steps up from an object to the subject of its clause
_OF_DOER = frozenset(
    {"birthPlace", "deathPlace", "affiliation", "educatedAt", "memberOfParty", "residence"}
)
"""What a clause says of its subject, if that is a person."""


def is_doubtful(doc: Doc, verdict: Verdict, claim: Claim, told: Told) -> bool:
    """True where the grammar reads the sentence otherwise: another was born there, the two are
    related in another way, she is called a sister who would be a daughter; where it is no fact; and
    of what is told of several at once.
    """
    if not {claim.subject, claim.object or ""}.isdisjoint(doc._.kgx_joined):
        return True
    if claim.modality != "asserted" or not _is_dated(claim) or _is_gainsaid(verdict, claim, told):
        return True
    if claim.object is None and _is_of_bracket(doc, verdict, told.until):
        return True
    relation, ends = verdict.relation.relation, (verdict.subject, verdict.object)
    if relation in _OF_DOER and _is_of_another(doc, *ends, told.at):
        return True
    classes = bool(verdict.relation.cuts)  # examples tell whether it relates classes of things
    if not classes and any(_is_class(doc, a) for a in ends):
        return True
    if relation in _CALLED and _is_other_family(doc, verdict, told):
        return True
    return _is_told_otherwise(doc, relation, *ends, told.at)


def _is_told_otherwise(
    doc: Doc, relation: str, subject: Anchor, object_: Anchor, at: Mapping[int, str]
) -> bool:
    """True where words that only some relations are told in tell another."""
    parse: Parse = doc._.kgx_parse
    match relation:
        case "founder":
            owns = _owns_person(parse, object_.head)
            return owns or _is_of_another(doc, object_, subject, at)
        case "educatedAt":
            return _researches(doc, object_)
        case "citizenship":
            return _is_birth(parse, object_)
        case "memberOfParty":
            return _is_no_party(doc, subject, object_, at)
        case "residence":
            return _is_of_cargo(parse, object_.head)
        case "chiefExecutive":
            return _is_other_chief(parse, subject, object_)
        case "spouse":
            both = (subject, object_), (object_, subject)
            return any(_is_of_spouse(parse, *ends) for ends in both)
        case "child":
            return _is_parent_too(parse, object_.head)
    return False


def _owns_person(parse: Parse, owner: int) -> bool:
    """True for whose somebody else is: "founded by | her students"."""
    owned = parse.lemma[parse.head[owner]].lower()
    return parse.dep[owner] == "poss" and type_of_noun(owned) == "person"


def _is_parent_too(parse: Parse, person: int) -> bool:
    """True for the one with whom somebody has children: "had a son | with Ann Lind"."""
    with_ = parse.head[person]
    noun = parse.head[with_]
    having = parse.lemma[noun] == "have" or parse.lemma[noun] in read_set("roles.toml", "children")
    return parse.lower[with_] == "with" and having


def _is_of_spouse(parse: Parse, one: Anchor, other: Anchor) -> bool:
    """True where a wife or a husband of one of two is spoken of who is not the other: "insulted the
    wife of Ann Lind"."""
    noun = parse.head[one.head]
    noun = parse.head[noun] if parse.lower[noun] == "of" else noun
    if parse.lemma[noun] not in read_set("coreference.toml", "spouses"):
        return False
    said = {parse.dep[noun], parse.dep[other.head]}  # "his wife was named Ann Lind"
    is_one = parse.head[noun] == parse.head[other.head] and not said.isdisjoint(("attr", "oprd"))
    beside = other.head in parse.children[noun] or noun in parse.children[other.head]
    return not (is_one or beside or parse.dep[noun] == "appos")


def _is_gainsaid(verdict: Verdict, claim: Claim, told: Told) -> bool:
    """True where the claims of the sentence relate the two in another way, or give one of them
    another such end."""
    where, end = sentence_of(claim), claim.object or claim.value or ""
    relation, pair = verdict.relation.relation, (where, claim.subject, end)
    if relation == "educatedAt" and pair in told.pairs:
        return True  # who taught there, or was sent away
    if any(pair in told.related[group] for group in _AGAINST.get(relation, ())):
        return True
    if relation in KIN and pair in told.related[relation]:
        return True
    if claim.object is None or relation in _OF_ONE:
        predicates = (claim.predicate, *claim.predicates)
        if any((where, predicate, end) in told.ends for predicate in predicates):
            return True
    return relation in _ONE_AT_A_TIME and (where, claim.predicate, claim.subject) in told.held


_AGAINST: Mapping[str, tuple[str, ...]] = {
    "founder": ("bought", "led"),
    "affiliation": ("taught", "left"),
    "chiefExecutive": ("parted",),
    "headquarters": ("works",),
    "subsidiaryOf": ("owned", "listed"),
}
"""What who has a relation to somebody is not said to have: who leads a firm is not its founder for
that, who studied there is no affiliate, where a firm has branches is no seat, an owner is
no subsidiary of what it owns."""


_CALLED = {"child": ("parents", "children"), "spouse": ("spouses", "spouses")}
"""The lists of ``learned.toml`` with what the ends of a relation of kin may be called."""


def _is_other_family(doc: Doc, verdict: Verdict, told: Told) -> bool:
    """True where the two are called kin of another kind, or one plays the other."""
    if any(_plays(doc, a, told) for a in (verdict.subject, verdict.object)):
        return True
    parents, children = _CALLED[verdict.relation.relation]
    return _is_other_kin(doc, verdict.subject, parents) or _is_other_kin(
        doc, verdict.object, children
    )


def _is_no_party(doc: Doc, person: Anchor, party: Anchor, at: Mapping[int, str]) -> bool:
    """True for "her birthday party", for a body whose name says what else it is or that is no body,
    and for what is another's: "Ann Lind's Freedom Party".

    Args:
        at: Persons by the head tokens of their mentions.
    """
    if party.form == "nominal" or party.type == "person":
        return True
    owner = doc._.kgx_parse.child(party.head, "poss")
    if owner is not None and at.get(owner, person.key) != person.key:
        return True
    words = doc._.kgx_parse.lower[party.start : party.end]
    return not read_set("learned.toml", "no_parties").isdisjoint(words)


def _is_birth(parse: Parse, country: Anchor) -> bool:
    """True for "a Swedish-born painter", who may be of another country since."""
    return parse.lower[country.end : country.end + 2] == ["-", "born"]


def _researches(doc: Doc, school: Anchor) -> bool:
    """True for the school of "studies whales at Lund University"."""
    parse: Parse = doc._.kgx_parse
    verb = school.head
    for _ in range(_FURTHEST):
        if parse.pos[verb] == "VERB" or parse.head[verb] == verb:
            break
        verb = parse.head[verb]
    now = parse.tag[verb] in ("VBZ", "VBP") and parse.lemma[verb] == "study"
    return now and parse.child(verb, "dobj") is not None


def _is_of_another(doc: Doc, person: Anchor, other: Anchor, at: Mapping[int, str]) -> bool:
    """True where the clause that the other end stands in has another person for its subject:
    "Berg, who joined Orbis, met Ann Lind" says nothing of where Lind works.

    Args:
        at: Persons by the head tokens of their mentions.
    """
    parse: Parse = doc._.kgx_parse
    doer = _find_doer(parse, other.head, person.head)
    if doer is None:
        return False
    if doer not in at and parse.lower[doer] in ("he", "she") and person.form == "name":
        return person.start > doer  # "born in Lund, she met Ann Lind"
    return at.get(doer, person.key) != person.key


def _is_of_cargo(parse: Parse, place: int) -> bool:
    """True for where something is brought: "moved the army to Kiel" tells of no home."""
    above = parse.head[place]
    verb = parse.head[above] if parse.pos[above] == "ADP" else above
    carries = parse.lemma[verb].lower() in read_set("verbs.toml", "carrying")
    moved = parse.child(verb, "dobj") if carries else None
    return moved is not None and parse.lemma[moved].lower() not in read_set(
        "noun_ties.toml", "household"
    )


_NEAR = 5
"""Words from "former" to the office, a body's name between."""


def _is_other_chief(parse: Parse, organization: Anchor, person: Anchor) -> bool:
    """True where the words between and beside the ends name an officer for one field alone, or
    below the chief, and none for all, "chief financial officer", "vice president", or that the post
    was left."""
    first, second = sorted((organization, person), key=lambda a: a.start)
    start, end = parse.sent[first.start], parse.sent_end[second.end - 1]
    words = parse.lower[max(start, first.start - _TITLE) : min(end, second.end + _TITLE)]
    chiefs, leaving = (read_set("learned.toml", key) for key in ("chiefs", "leaving"))
    gone, below = read_set("roles.toml", "past"), read_set("roles.toml", "lesser") | {"former"}
    if any(w in leaving and after in ("as", "from") for w, after in pairwise(words)):
        return True  # "resigned as chief executive"
    before = dict(enumerate(words, 1))
    former = [range(n, n + _NEAR) for n, word in enumerate(words) if word in gone]
    if any(word in chiefs and n in near for n, word in enumerate(words) for near in former):
        return True  # "former Orbis CEO"
    told = [n for n, word in enumerate(words) if word in (*chiefs, "president")]
    if any(words[n] in chiefs and before.get(n) not in below for n in told):
        return False
    fields = read_set("learned.toml", "fields")
    officer = any(w == "officer" and before.get(n) in fields for n, w in enumerate(words))
    return officer or any(before.get(n) in below for n in told)


def _plays(doc: Doc, anchor: Anchor, told: Told) -> bool:
    """True for a name alone in brackets after a person's: who plays a part, or another name."""
    alone = is_bracketed(doc._.kgx_parse, anchor.start, anchor.end)
    held = told.until.get(anchor.start - 1) if anchor.form == "name" and alone else None
    person = held is not None and doc._.kgx_entities[held].type == "person"
    return person and held != anchor.key


def _is_of_bracket(doc: Doc, verdict: Verdict, until: Mapping[int, str]) -> bool:
    """True for a date in brackets after another's name: "Berg (born 1932) met Lind"."""
    text: list[str] = doc._.kgx_parse.text
    for token in range(verdict.object.start - 1, verdict.object.start - _LONGEST_BRACKET, -1):
        if token < 1 or text[token] == ")":
            return False
        if text[token] == "(":
            return until.get(token, verdict.subject.key) != verdict.subject.key
    return False


def _find_doer(parse: Parse, object_: int, subject: int) -> int | None:
    """The subject of the clause that an object stands in, or of the clause above that it shares;
    None where the way up leads over the subject of a claim."""
    here = object_
    for _ in range(_FURTHEST):
        if here == subject or parse.dep[here] in ("nsubj", "nsubjpass"):
            return None
        if parse.pos[here] in ("VERB", "AUX"):
            found = parse.child(here, "nsubj", "nsubjpass")
            if found is not None and parse.tag[found] not in ("WP", "WDT"):
                return found
            if parse.dep[here] in ("relcl", "acl"):
                return parse.head[here]
        if parse.head[here] == here:
            return None
        here = parse.head[here]
    return None


def _is_dated(claim: Claim) -> bool:
    """False for a date that is none: "more than 200"."""
    return not claim.predicate.endswith("Date") or (claim.value or "")[:1].isdigit()


def _is_class(doc: Doc, anchor: Anchor) -> bool:
    """True for a noun that has no name, and for a pronoun for a class: "a chair"."""
    entities: dict[str, Entity] = doc._.kgx_entities
    if anchor.form == "name" or anchor.iri not in entities:
        return False
    entity = entities[anchor.iri]
    small = entity.label[:1].islower()
    return small and (anchor.form == "nominal" or entity.type in ("concept", "other"))


def _is_other_kin(doc: Doc, anchor: Anchor, own: str) -> bool:
    """True for a name beside a noun of another kinship than the one found; not for "Ada, a
    daughter of Emil", which says whose.

    Args:
        own: The list of ``learned.toml`` with the nouns that fit.
    """
    parse: Parse = doc._.kgx_parse
    near = {parse.head[anchor.head], *parse.children[anchor.head]} - {anchor.head}
    kin = read_set("roles.toml", "kin")
    return any(
        parse.lemma[t].lower() in kin - read_set("learned.toml", own)
        and not any(parse.lower[c] == "of" for c in parse.children[t])
        for t in near
    )
