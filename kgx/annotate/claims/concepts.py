"""What a phrase refers to: a mention's entity, a literal, or a concept made for it."""

import re

from kgx.annotate.claims.amounts import amount_at, is_fraction, refer_to_amount
from kgx.annotate.claims.class_words import class_label, concept_words
from kgx.annotate.claims.labels import Narrowed, Said, narrow, noun_words
from kgx.annotate.claims.referents import End, Referents, is_counted, load_concept_words
from kgx.annotate.claims.specific import is_specific
from kgx.annotate.coreference.nominals import is_lead
from kgx.annotate.grammar.named import tells_name
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.grammar.phrases import is_nominal, phrase_words
from kgx.annotate.names.words import words_in
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import SCHEMA, XSD, entity_iri
from kgx.types import Entity, EntityType

_SKOS_CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"
_STRING = XSD + "string"
_ACRONYMS = re.compile(r"[A-Z][A-Z0-9]+s")
_INITIALS = 3  # letters of an office: "the MP for Leeds"


_SINGLING = frozenset({"JJS", "JJR", "JJ", "CD", "VBN"})  # "the largest of them, Orbis,"
_PARTED = frozenset({"which", "whom", "them"})
_TOPICS = frozenset({"in", "into", "on", "to", "with"})
_QUOTES = frozenset("\"'“”‘’«»")
_GERUNDS = frozenset({"csubj", "csubjpass"})


def named_in(referents: Referents, head: int) -> MentionSpan | None:
    """The product named right before the noun of its class, "the KTJ-3200 engine"; none before
    what is made for it or of it, "Windows applications"."""
    parse, noun = referents.parse, referents.parse.lemma[head].lower()
    made = type_of_noun(noun) == "product" or noun in read_set("noun_ties.toml", "also_made")
    if not made or noun in read_set("noun_ties.toml", "made_for"):
        return None
    for c in parse.children[head]:
        if parse.dep[c] in ("compound", "nmod") and c in referents.at:
            mention = referents.at[c]
            if mention.form == "name" and referents.entities[mention.entity].type == "product":
                return mention
    return None


def refer(referents: Referents, head: int, tokens: tuple[int, ...]) -> End | None:
    """What a phrase refers to; None where it refers to nothing worth a node."""
    parse = referents.parse
    mention = referents.at.get(head)
    if mention is not None:
        return referents.entity(mention.entity)
    if referents.timed[head]:
        return None
    if parse.tag[head] == "VBG" and parse.dep[head] in _GERUNDS:
        return _make_deed(referents, head)
    of = parse.below(head, "of")
    if parse.tag[head] in _SINGLING or (of is not None and parse.lower[of] in _PARTED):
        beside = referents.at.get(parse.child(head, "appos") or head)
        if beside is not None and beside.form == "name":
            return referents.entity(beside.entity)
    if parse.pos[head] == "PRON" or not is_nominal(parse, head) or is_lead(parse, head):
        return None
    inner = named_in(referents, head)
    if inner is not None:
        return referents.entity(inner.entity)
    counted = is_counted(referents, head)
    below = _passed_on(parse, head, counted=counted)
    if below is not None:
        return refer(referents, below, phrase_words(parse, below))
    amount = amount_at(referents, head, counted=counted)
    if counted or amount is not None or is_fraction(parse, head):
        return refer_to_amount(referents, head, tokens, amount)
    return _refer_to_noun(referents, head)


def _passed_on(parse: Parse, head: int, *, counted: bool) -> int | None:
    """What a noun that only counts or holds something is of: "hundreds | of ships"."""
    words, lemma = load_concept_words(), parse.lemma[head].lower()
    many = lemma in words["counted"] and parse.tag[head] == "NNS"
    passes = many or (lemma in words["transparent"] and not counted)
    if lemma in words["efforts"] and _is_fame(parse, head):
        topic = next((c for c in parse.children[head] if parse.lower[c] in _TOPICS), None)
        below = None if topic is None else parse.child(topic, "pobj")
        alone = below is None or parse.lower[topic or 0] != "with" or parse.pos[below] == "NOUN"
        return below if alone else None  # "her work with Ada Berg" is not on her
    return parse.below(head, "of") if passes else None


def _is_fame(parse: Parse, head: int) -> bool:
    """True for what somebody is known or famous for."""
    up = parse.head[head]
    told = parse.dep[head] == "pobj" and parse.lower[up] == "for"
    return told and parse.lemma[parse.head[up]] in read_set("modifiers.toml", "famed")


def _refer_to_noun(referents: Referents, head: int) -> End | None:
    """The class that a common noun names, or the thing that its owner singles out; the entity of a
    name that no component knows."""
    parse, words = referents.parse, load_concept_words()
    lemma = parse.lemma[head].lower()
    acronym = _ACRONYMS.fullmatch(parse.text[head])
    if parse.pos[head] == "PROPN" and not acronym and not _is_role(parse, head):
        return _unknown_name(referents, head)
    if parse.pos[head] not in ("NOUN", "PROPN") or len(lemma) < 2:
        return None
    if lemma in words["vague"] and not narrow(referents, head, Said("", "")).behind:
        return None  # "a use"; "the use of solar power" is something
    if is_specific(parse, head):
        return owned_thing(referents, head)
    return referents.entity(make_concept(referents, head))


def _is_role(parse: Parse, head: int) -> bool:
    """True for a word with a capital that is a role and no name."""
    word, lemma, person = (
        parse.text[head],
        parse.lemma[head].lower(),
        load_concept_words()["person"],
    )
    if word in words_in("role_letters") or (lemma in person and len(lemma) > _INITIALS):
        return True  # INTERVIEWER:
    office = len(word) <= _INITIALS and parse.child(head, "prep") is not None
    titled = word in words_in("titles") or lemma in person
    return titled and (office or not word.isupper())


def owned_thing(referents: Referents, head: int) -> End | None:
    """The person or body that what belongs to a name singles out ("Chile's science ministry", "his
    grandfather", "the head of Orbis"): an entity called so; None where the owner is not known by
    name."""
    parse, words = referents.parse, load_concept_words()
    owner = next((c for c in parse.children[head] if parse.dep[c] == "poss"), None)
    entity = _owner_of(referents, head) if owner is None else _named_at(referents, owner)
    if entity is None or entity.type == "concept" or not entity.label[:1].isupper():
        return None
    if owner is not None and "'s " in entity.label:
        return None
    called = _name_beside(referents, head)
    if called is not None and called.iri is not None:
        _add_mention(referents, MentionSpan(head, head + 1, head, called.iri, "nominal"))
        return called
    own = f"{referents.words(tuple(concept_words(referents, head)))} {parse.lower[head]}".strip()
    label = f"{own} of {entity.label}" if owner is None else f"{entity.label}'s {own}"
    lemma = parse.lemma[head].lower()
    kind: EntityType = "person" if lemma in words["person"] else "organization"
    iri = entity_iri(label, kind, referents.base)
    if iri not in referents.entities:
        types = (SCHEMA + kind.capitalize(),)
        referents.entities[iri] = Entity(iri, label, kind, types)
    _add_mention(referents, MentionSpan(head, head + 1, head, iri, "nominal"))
    return referents.entity(iri)


def _named_at(referents: Referents, head: int) -> Entity | None:
    mention = referents.at.get(head)
    return None if mention is None else referents.entities[mention.entity]


def _owner_of(referents: Referents, head: int) -> Entity | None:
    """What a person or body is "of"."""
    below = referents.parse.below(head, "of")
    end = None if below is None else refer(referents, below, phrase_words(referents.parse, below))
    return None if end is None or end.iri is None else referents.entities[end.iri]


def _name_beside(referents: Referents, head: int) -> End | None:
    """Who is named beside a noun: "her father, Emil Kahn", "her father, the chemist Emil Kahn",
    "the mayor's Orbis party"."""
    before = referents.at.get(head - 1)
    if before is not None and before.form == "name" and head - 1 in referents.parse.children[head]:
        found = referents.entity(before.entity)
        body = referents.parse.lemma[head] in load_concept_words()["organization"]
        if body and found.type == "organization":
            return found
    beside = referents.parse.child(head, "appos")
    mention = None if beside is None else referents.at.get(beside)
    if mention is not None and mention.form == "name":
        found = referents.entity(mention.entity)
        return found if found.type in ("person", "organization") else None
    return None if beside is None else _name_beside(referents, beside)


def _unknown_name(referents: Referents, head: int) -> End | None:
    """A proper noun that no component took for a name: an entity of type ``other``."""
    parse = referents.parse
    first = head
    while first - 1 in parse.children[head] and parse.pos[first - 1] == "PROPN":
        first -= 1
    if (referents.titled and referents.titled[head]) or head in parse.portfolios:
        return None  # where all words have capitals; Minister of Trade
    if head and parse.text[head - 1] == "-":
        return None  # Wi-Fi
    if referents.label_at[head] or not parse.text[head][:1].isupper() or len(parse.text[head]) < 2:
        return None
    label = referents.words(tuple(range(first, head + 1)))
    iri = entity_iri(label, "other", referents.base)
    if iri not in referents.entities:
        referents.entities[iri] = Entity(iri, label, "other", (SCHEMA + "Thing",))
    _add_mention(referents, MentionSpan(first, head + 1, head, iri, "name"))
    return referents.entity(iri)


def called(referents: Referents, noun: int) -> End | None:
    """What a noun is the kind of where its name comes after it: "a phone called Kite"."""
    parse = referents.parse
    verb = parse.child(noun, "acl", "relcl") if parse.tag[noun] == "NN" else None
    if verb is None or not tells_name(parse, verb):
        return None
    name = parse.child(verb, "oprd", "attr") or parse.child(verb, "dobj")
    mention = None if name is None else referents.at.get(name)
    found = None if mention is None else referents.entity(mention.entity)
    of = parse.below(noun, "of")
    one = parse.child(noun, "conj") is None and (of is None or parse.tag[of] != "NNS")
    if mention is None or mention.form != "name" or not one:
        return None
    closes = parse.text[mention.end : mention.end + 1]
    cut = parse.text[mention.start - 1] in _QUOTES and _QUOTES.isdisjoint(closes)
    return None if cut else found


# ------------------------------------------------------------------ concepts


def make_concept(referents: Referents, head: int, *, plain: bool = False) -> str:
    """The IRI of the concept that a common noun with its classifying modifiers names; made, with
    the broader ones, where it is new. ``plain`` leaves names and nationalities out of it."""
    modifiers = concept_words(referents, head, plain=plain)
    labels = [class_label(referents, modifiers[i:], head) for i in _widths(referents, modifiers)]
    whole = Narrowed(labels[0], labels[0])
    if not plain:
        whole = narrow(referents, head, Said(labels[0], labels[0]))
    if whole.of:
        iri = entity_iri(whole.key, "concept", referents.base)
        referents.complements.setdefault(iri, [(m, head, b) for m, b in whole.of])
    labels = list(dict.fromkeys((whole.key, *labels)))
    vague = load_concept_words()["vague"]
    if len(labels) > 1 and labels[-1].lower() in vague:
        labels.pop()
    iris = [entity_iri(label, "concept", referents.base) for label in labels]
    for i, (iri, label) in enumerate(zip(iris, labels, strict=True)):
        if iri not in referents.entities:
            broader = tuple(b for b in iris[i + 1 : i + 2] if b != iri)
            said, also = (label, ()) if i else (whole.label, whole.also)
            referents.entities[iri] = Entity(
                iri, said, "concept", (_SKOS_CONCEPT,), also, broader=broader
            )
    referents.made.setdefault(iris[0], head)
    first = modifiers[0] if modifiers else head
    _add_mention(referents, MentionSpan(first, head + 1, head, iris[0], "nominal"))
    return iris[0]


def _make_deed(referents: Referents, verb: int) -> End | None:
    """The concept that a gerund with its object names, "kneading dough"; None where there is more
    to it."""
    parse = referents.parse
    object_ = parse.child(verb, "dobj")
    rest = [c for c in parse.children[verb] if parse.dep[c] not in ("punct", "advmod", "prt")]
    if [c for c in rest if c != object_] or (object_ is None and parse.child(verb, "prt")):
        return None
    said = Said("", "") if object_ is None else noun_words(referents, object_, depth=1)
    if object_ is not None and not said.text:
        return None
    particle = [parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "prt"]
    done = " ".join([parse.lower[verb], *particle])
    label, key = (f"{done} {words}".strip() for words in (said.text, said.key))
    iri = entity_iri(key, "concept", referents.base)
    referents.entities.setdefault(iri, Entity(iri, label, "concept", (_SKOS_CONCEPT,)))
    if object_ is not None:
        referents.complements.setdefault(iri, [("of", verb, object_)])
    _add_mention(referents, MentionSpan(verb, verb + 1, verb, iri, "nominal"))
    return referents.entity(iri)


def _widths(referents: Referents, modifiers: list[int]) -> list[int]:
    """How many modifiers may go: none beyond one such as "fake", for a fake nose is no nose, and
    none from within what hyphens join or what may be one name."""
    parse, privative = referents.parse, load_concept_words()["privative"]
    found = [0]
    for i, token in enumerate(modifiers):
        if parse.lower[token] in privative:
            break
        following = modifiers[i + 1] if i + 1 < len(modifiers) else token + 1
        joined = "-" in (parse.text[token], parse.text[token + 1], parse.text[following])
        if not joined and not _are_one_name(referents, token, following):
            found.append(i + 1)
    return found


def _are_one_name(referents: Referents, token: int, following: int) -> bool:
    """True for two words side by side that may be of one name: *World Health* Day rules."""
    parse = referents.parse
    proper = all(
        parse.tag[t] in ("NNP", "NNPS") and parse.text[t] not in words_in("titles")
        for t in (token, following)
    )
    return proper and following == token + 1


def _add_mention(referents: Referents, mention: MentionSpan) -> None:
    if mention.head not in referents.at:
        referents.at[mention.head] = mention
        referents.added[mention.head] = mention
