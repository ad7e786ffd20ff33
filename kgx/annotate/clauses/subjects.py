"""Who does what a verb says.

Subjects of verbs that have none of their own follow the rules of control and raising that PredPatt
(White et al. 2016) applies to the same kind of parse; coordination is distributed as OpenIE6
(Kolluru et al. 2020) argues for.
"""

from kgx.annotate.clauses.bidding import whom_before
from kgx.annotate.clauses.reader import (
    Reader,
    is_aside,
    is_infinitive,
    is_passive,
    is_predicate,
)
from kgx.annotate.clauses.stand_ins import antecedent, members, spread_out, told_of
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import is_nominal, is_relative
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_OWNERS = frozenset({"ORG", "PERSON", "GPE", "NORP"})


_LEFT = frozenset({"ORG", "GPE", "LOC", "FAC"})


def subjects(reader: Reader, verb: int) -> list[int]:
    """The heads of the phrases that are the verb's surface subject, distributed; empty where the
    text has none."""
    if verb not in reader.memo:
        reader.memo[verb] = []  # a cycle finds nothing
        reader.memo[verb] = _subjects(reader, verb)
    return reader.memo[verb]


def _subjects(reader: Reader, verb: int) -> list[int]:
    parse = reader.parse
    own = parse.child(verb, *NOUN_SUBJECTS)
    if own is not None:
        relative = is_relative(parse, own)
        if relative:
            return told_of(reader, own, verb)
        return members(reader, own) or spread_out(parse, own)
    if parse.child(verb, "expl") is not None:
        there = parse.child(verb, "attr", "dobj")
        return [] if there is None else spread_out(parse, there)
    clausal = parse.child(verb, "csubj", "csubjpass")
    if clausal is not None:
        return [clausal] if parse.tag[clausal] == "VBG" or is_infinitive(parse, clausal) else []
    if is_aside(parse, verb) or _is_of_report(parse, verb):
        return []
    return _subjects_above(reader, verb)


def _subjects_above(reader: Reader, verb: int) -> list[int]:
    """Whom a verb without a subject takes from what it hangs on."""
    parse = reader.parse
    dep, head = parse.dep[verb], parse.head[verb]
    bare = parse.tag[verb] == "VB" and parse.child(verb, "mark", "aux", "prep") is None
    if dep == "advcl" and bare and verb < head:
        return []  # "Avoid the mill: the road is closed."
    if dep == "conj":
        return subjects(reader, head) if is_predicate(parse, head) else []
    if dep == "acomp":
        return subjects(reader, head)
    if dep == "acl":
        if is_infinitive(parse, verb):
            return _controller(reader, verb, head)
        return _users(reader, verb, head) or [head]
    if dep == "relcl" and is_infinitive(parse, verb):
        if _is_no_doer(parse, head):
            return []
        if _is_held(reader, head):
            return _controller(reader, verb, head)
    if dep == "relcl":
        return [] if _has_object_gap(parse, verb) else [head]
    return _controller(reader, verb, head) if dep in _CONTROLLED else []


_CONTROLLED = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})


def _is_of_report(parse: Parse, verb: int) -> bool:
    """True for a participle after who said it: "The drug failed, the firm said, | sending its
    shares down", which the firm did not do."""
    said = parse.head[verb]
    if (
        parse.dep[verb] != "advcl"
        or parse.tag[verb] != "VBG"
        or parse.text[parse.left[verb] - 1] != ","
    ):
        return False
    told = parse.child(said, "ccomp")
    return (
        told is not None
        and told < said < verb
        and parse.lemma[said] in read_set("verbs.toml", "telling")
    )


def _is_no_doer(parse: Parse, noun: int) -> bool:
    """True for the noun of "cut to 7 euros to match it" and "May is the best time to see it"."""
    vague = parse.lemma[noun] in read_set("nouns.toml", "vague")
    return parse.pos[noun] in ("NUM", "SYM") or (vague and parse.dep[noun] == "attr")


def _users(reader: Reader, verb: int, noun: int) -> list[int]:
    """Who does something "using" something, where the parser hangs that on what it is done to:
    "looked for the wreck using sonar"."""
    parse = reader.parse
    able = type_of_noun(parse.lemma[noun].lower()) in ("person", "organization", "product")
    if parse.lower[verb] != "using" or able or reader.named[noun]:
        return []
    above = noun
    while parse.dep[above] in ("dobj", "pobj", "prep", "conj") and parse.head[above] != above:
        above = parse.head[above]
    active = is_predicate(parse, above) and above < noun and not is_passive(parse, above)
    return subjects(reader, above) if active else []


def _controller(reader: Reader, verb: int, head: int) -> list[int]:
    """Who does what a verb without a subject says: the object of the verb above where that verb
    hands the deed on ("told him to go"), else its subject."""
    parse = reader.parse
    while parse.dep[head] == "conj" and parse.pos[head] == "ADP":
        head = parse.head[head]  # "accused them of lying and | of stealing"
    marker, from_ = (parse.lower[head], head) if parse.dep[head] == "prep" else ("", verb)
    able = parse.head[head]
    if marker == "of" and parse.pos[able] == "ADJ" and is_nominal(parse, parse.head[able]):
        return [parse.head[able]]  # "a phone capable of showing films"
    if _is_by_nobody(parse, marker, able):
        return []
    if parse.dep[verb] == "ccomp" and _is_finite(parse, verb):  # "which Orbis says will be sold"
        whose = antecedent(parse, head) if parse.dep[head] == "relcl" else None
        return [] if whose is None else [whose]
    doer = _doer_beside(parse, verb, head)
    if doer is not None:
        return spread_out(parse, doer)
    while not is_predicate(parse, head):
        if parse.dep[head] != "prep":
            marker = ""  # "fresh from winning": not a complement of the verb above
        if is_nominal(parse, head) and not _is_held(reader, head):
            owner = _owner(reader, head)
            return [] if owner is None else spread_out(parse, owner)
        if parse.head[head] == head:
            return []
        head = parse.head[head]
    return _controller_in(reader, verb, head, marker, from_)


def _is_by_nobody(parse: Parse, marker: str, above: int) -> bool:
    """True where a preposition brings in what nobody named does: "water is vital *for* growing
    rice", "it is *like* sending a child away"."""
    if marker == "for":
        return parse.pos[above] == "ADJ" and _is_means(parse, above)
    return marker == "like" and parse.lemma[above] == "be"


def _controller_in(reader: Reader, verb: int, head: int, marker: str, from_: int) -> list[int]:
    """The same, of the verb above that bears a clause.

    Args:
        marker: The preposition between the two verbs, if any.
        from_: Where it stands, else the verb below.
    """
    parse = reader.parse
    if parse.lemma[head] == "be" and parse.dep[verb] == "advcl" and not is_infinitive(parse, verb):
        return subjects(reader, head)
    if parse.lemma[head] == "be" and is_infinitive(parse, verb):
        return _planners(reader, head)
    passive = parse.child(head, "auxpass") is not None
    grantee = _grantee(parse, verb, head)
    if grantee is not None:
        return spread_out(parse, grantee)
    if marker == "for" and passive and not _is_judged(parse, head):
        return []  # "claims were made against officials for choosing Orbis"
    follows = _follows(parse, verb, head)
    taken = ("dobj", "dative", "oprd") if follows else ("dobj", "dative")
    given = None if passive else parse.child(head, *taken)  # "was fined a million for"
    if given is not None:
        beside = given == _before(parse, verb)
        owner = _owner(reader, given) if beside else None
        if owner is not None and parse.lemma[given].lower() in reader.lexicon.control_nouns:
            return spread_out(parse, owner)  # "supports our plan to build"
        hands_on = follows or _hands_on(reader, verb, head, marker, beside=beside)
        if given < from_ and hands_on:
            return spread_out(parse, given) if is_nominal(parse, given) else []
    whom = whom_before(parse, verb, head)
    if whom is not None:
        return spread_out(parse, whom)
    found = subjects(reader, head)
    takes = parse.lemma[head] in ("take", "cost") or parse.child(head, "acomp") is not None
    nobody = takes and [parse.lower[s] for s in found] == ["it"]
    return [] if nobody else found  # "it took years to build": who built is not said


def _hands_on(reader: Reader, verb: int, head: int, marker: str, *, beside: bool) -> bool:
    """True where what a verb governs does the deed of the verb below: "told him to go".

    Args:
        beside: Whether it stands right before the verb below.
    """
    parse, above = reader.parse, reader.parse.head[verb]
    if parse.lower[above - 1 : above + 1] == ["out", "of"]:  # "made money out of selling boats"
        return parse.lemma[head] in read_set("verbs.toml", "dissuading")
    if marker in read_set("verbs.toml", "handing_markers") or (
        marker == "for" and _is_judged(parse, head)
    ):
        return True
    if marker == "with" and parse.lemma[head] in read_set("verbs.toml", "charging"):
        return True
    if beside and parse.lemma[head] in read_set("verbs.toml", "handing"):
        return True
    given = parse.child(head, "dobj")
    leaves = parse.lemma[head] == "leave" and given is not None
    if leaves and given is not None and reader.named[given] in _LEFT:
        return False  # "left Orbis to join Helix"
    aims = "aiming" in reader.lexicon.verbs.get(parse.lemma[head], ())
    able = given is not None and type_of_noun(parse.lemma[given].lower()) == "person"
    if beside and aims and able:
        return True  # "paid doctors to prescribe"
    controls = parse.lemma[head] in reader.lexicon.object_control
    return parse.dep[verb] in ("xcomp", "ccomp") and (controls or not is_infinitive(parse, verb))


def _grantee(parse: Parse, verb: int, giver: int) -> int | None:
    """Who does what somebody gives them a contract to do: "awarded *Orbis* a contract to run"; who
    gives a promise keeps it."""
    given, taker = parse.child(giver, "dobj"), parse.child(giver, "dative")
    gives = parse.lemma[giver] in read_set("verbs.toml", "granting")
    if given is None or taker is None or not gives or not is_infinitive(parse, verb):
        return None
    if parse.lemma[given] in read_set("noun_ties.toml", "pledges"):
        return None
    to = parse.child(taker, "pobj") if parse.tag[taker] in ("IN", "TO") else taker
    return to if parse.head[verb] in (given, giver) else None


def _follows(parse: Parse, verb: int, head: int) -> bool:
    """True where who is appointed takes the place: "named Ann Lind chair, replacing"."""
    installing = read_set("verbs.toml", "installing", "signing_up")
    return parse.lower[verb] in ("replacing", "succeeding") and parse.lemma[head] in installing


def _is_means(parse: Parse, adjective: int) -> bool:
    return parse.lower[adjective] not in read_set("modifiers.toml", "doing")


def _is_judged(parse: Parse, verb: int) -> bool:
    return parse.lemma[verb] in read_set("verbs.toml", "judging")


def _is_finite(parse: Parse, verb: int) -> bool:
    """True for a verb with a tense or a modal of its own."""
    modal = any(parse.dep[c] == "aux" and parse.tag[c] == "MD" for c in parse.children[verb])
    return modal or parse.tag[verb] in ("VBZ", "VBP")


def _before(parse: Parse, verb: int) -> int | None:
    """The object of the verb above that ends right before an infinitive."""
    given = parse.child(parse.head[verb], "dobj")
    ends = given is not None and parse.right[given] == parse.left[verb] - 1
    return given if ends and is_infinitive(parse, verb) else None


def _doer_beside(parse: Parse, verb: int, head: int) -> int | None:
    """Who does a participle that the parser hangs on the verb above: "followed by Germany having
    a loss"."""
    by = parse.child(head, "agent")
    name = None if by is None else parse.child(by, "pobj")
    bare = parse.tag[verb] == "VBG" and parse.left[verb] == verb and parse.dep[verb] == "advcl"
    return name if bare and name is not None and parse.right[name] == verb - 1 else None


def _planners(reader: Reader, verb: int) -> list[int]:
    """Who does what "is to" be done: "he is to leave", but of "her plan is to leave" her."""
    parse = reader.parse
    found = []
    judged = parse.child(verb, "acomp")  # "it is desirable to keep them"
    judged = None if judged is None or parse.lemma[judged] in reader.lexicon.raising else judged
    for head in subjects(reader, verb):
        if judged is not None and parse.lower[head] == "it":
            continue
        plan = parse.lemma[head].lower() in reader.lexicon.control_nouns
        owner = parse.child(head, "poss")
        found += [head] if not plan else [] if owner is None else spread_out(parse, owner)
    return found


def _is_held(reader: Reader, noun: int) -> bool:
    """True for an object that ties its verb's subject to the verb below it: "has the right to
    vote"; "read the formula for calculating it" does not."""
    parse = reader.parse
    subject = parse.dep[noun] in ("nsubj", "nsubjpass", "appos")
    owned = _owner(reader, noun) is not None
    return parse.lemma[noun].lower() in reader.lexicon.control_nouns and not (subject or owned)


def _owner(reader: Reader, noun: int) -> int | None:
    """Whose a plan or a right is, as its own phrase says: "Ann's plan", "the Orbis plan", "the plan
    of Orbis"."""
    parse = reader.parse
    owner = parse.child(noun, "poss")
    if owner is not None:
        return owner
    near = [c for c in parse.children[noun] if c < noun and parse.dep[c] in ("compound", "nmod")]
    of = parse.child(noun, "prep")
    if of is not None and parse.lower[of] in ("of", "by"):
        near += [c for c in parse.children[of] if parse.dep[c] == "pobj"]
    return next((c for c in near if reader.named[c] in _OWNERS), None)


def _has_object_gap(parse: Parse, verb: int) -> bool:
    return parse.child(verb, *NOUN_SUBJECTS) is not None
