"""What reading the clauses of a doc needs at hand, and which verbs bear one."""

from dataclasses import dataclass, field
from functools import cache

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import phrase_words
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set
from kgx.types import Role

_CONJUNCTS = 40  # how far a verb looks along those it is coordinated with
_NOT_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "prt", "case", "nmod", "punct", "prefix"}
)


@dataclass(slots=True)
class Reader:
    """What reading one doc needs at hand.

    Attributes:
        parse: The parse.
        lexicon: The lists of verbs, nouns and prepositions.
        timed: For each token, True inside a time expression.
        named: For each token the OntoNotes label of the name it is in, "" outside.
        memo: Subjects already found, by verb.
    """

    parse: Parse
    lexicon: Lexicon
    timed: list[bool]
    named: list[str]
    memo: dict[int, list[int]] = field(default_factory=dict)


def phrase(reader: Reader, head: int, role: Role, marker: tuple[int, ...] = ()) -> Phrase:
    """The phrase of a head, without what belongs to its conjuncts."""
    return Phrase(head, phrase_words(reader.parse, head), role, marker)


def is_predicate(parse: Parse, token: int) -> bool:
    """True if the token is a verb that bears a clause."""
    return (
        parse.pos[token] in ("VERB", "AUX")
        and parse.lower[token][-1:].isalpha()
        and parse.tag[token].startswith("VB")
        and parse.dep[token] not in _NOT_PREDICATE
    )


def is_passive(parse: Parse, verb: int) -> bool:
    """True if the verb's subject is what it is done to: with a passive auxiliary, as a bare
    participle after a noun, or coordinated with a passive."""
    for _ in range(_CONJUNCTS):
        told = _tells_voice(parse, verb)
        if told is not None:
            return told
        verb = parse.head[verb]
    return False


def _tells_voice(parse: Parse, verb: int) -> bool | None:
    """Whether a verb itself is passive; None if the verb it is coordinated with tells."""
    deps = [parse.dep[c] for c in parse.children[verb]]
    if "auxpass" in deps or "nsubjpass" in deps or ("agent" in deps and "aux" not in deps):
        return True
    if _is_had_done(parse, verb):
        return True
    if "aux" in deps or "nsubj" in deps:
        return False
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBD":
        return "dobj" not in deps  # "the jet announced last year": taggers prefer the past tense
    done = parse.tag[verb] == "VBN" or _is_done_too(parse, verb)
    if not done or {"dobj", "oprd"} <= {*deps}:  # "Orbis named Lind its chair"
        return False
    if parse.dep[verb] in ("acl", "advcl", "relcl", "ROOT"):
        return parse.dep[verb] != "ROOT" or "agent" in deps
    if parse.dep[verb] == "conj" and is_predicate(parse, parse.head[verb]):
        return None
    return False


def _is_done_too(parse: Parse, verb: int) -> bool:
    """True for a past form of what things undergo, behind a passive: "was built and *launched*"."""
    bare = parse.tag[verb] == "VBD" and parse.child(verb, "dobj", "ccomp", "xcomp") is None
    return bare and parse.dep[verb] == "conj" and parse.lemma[verb] in _undergone()


@cache
def _undergone() -> frozenset[str]:
    return read_set("verbs.toml", "undergone")


def _is_had_done(parse: Parse, verb: int) -> bool:
    """True for the participle of "had a player sent off"."""
    above = parse.head[verb]
    had = parse.dep[verb] == "ccomp" and parse.lemma[above] == "have" and above < verb
    participle = parse.tag[verb] in ("VBN", "VBD") and parse.child(verb, "nsubj") is not None
    return had and participle and parse.child(verb, "aux", "mark", "dobj") is None


def is_infinitive(parse: Parse, verb: int) -> bool:
    """True for a verb with "to"."""
    return any(parse.dep[c] == "aux" and parse.tag[c] == "TO" for c in parse.children[verb])


def is_aside(parse: Parse, verb: int) -> bool:
    """True for "as reported in May", which tells how the rest is known or done."""
    mark = parse.child(verb, "mark")
    bare = parse.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    participle = parse.dep[verb] == "advcl" and parse.tag[verb] in ("VBN", "VBD")
    return participle and bare and mark is not None and parse.lower[mark] == "as"


def is_late(parse: Parse, verb: int) -> bool:
    """True for "it was not until May that", which tells when and denies nothing."""
    until = any(
        parse.lower[c] == "until" or parse.lower[parse.left[c]] == "until"
        for c in parse.children[verb]
        if parse.dep[c] in ("prep", "advcl") and c > verb
    )
    subject = parse.child(verb, "nsubj")
    it = subject is not None and parse.lower[subject] == "it" and parse.lemma[verb] == "be"
    return it and until and parse.child(verb, "neg") is not None


def is_extracted(parse: Parse, verb: int) -> bool:
    """True for a verb between a relative pronoun and the clause the pronoun is the subject of: "the
    mill, which Orbis reckons to be worth little"."""
    own = [c for c in parse.children[verb] if parse.dep[c] == "nsubj"]
    return len(own) > 1 and parse.tag[own[0]] in ("WDT", "WP")


def is_cleft(parse: Parse, verb: int) -> bool:
    """True for the verb of "what they drilled was a well", which says that they drilled one."""
    what = parse.child(verb, "dobj")
    subject = parse.dep[verb] == "csubj" and parse.lemma[parse.head[verb]] == "be"
    return subject and what is not None and parse.lower[what] == "what"


def goes_on(parse: Parse, verb: int) -> bool:
    """True for "went on to win", which tells what came next."""
    return any(parse.lower[c] == "on" and parse.dep[c] != "prep" for c in parse.children[verb])
