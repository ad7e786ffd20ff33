"""The bare objects and complements of a verb, with those that others lend it."""

from kgx.annotate.clauses.contents import small_clause
from kgx.annotate.clauses.reader import Reader, is_infinitive, is_passive, phrase
from kgx.annotate.clauses.stand_ins import antecedent, members, spread_out, stand_in
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import clause_words, conjuncts, is_one, is_relative
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed
from kgx.types import Role

_ROLES: dict[str, Role] = {
    "dobj": "object",
    "dative": "indirect object",
    "attr": "complement",
    "oprd": "complement",
}


def objects(reader: Reader, verb: int) -> list[Phrase]:
    """The bare objects and complements of a verb, one for each conjunct."""
    parse = reader.parse
    found: list[Phrase] = []
    for c in parse.children[verb]:
        dep = parse.dep[c]
        if dep in _ROLES and (dep != "dative" or parse.tag[c] != "IN"):
            found.extend(_nouns(reader, verb, c))
        elif dep == "acomp" and (parse.lower[c] != "first" or parse.child(verb, "xcomp") is None):
            found.extend(_complement(reader, c, h) for h in _complements(parse, c))
        elif dep == "ccomp":
            found.extend(small_clause(reader, c))
    gap = _object_gap(reader, verb)
    if gap is not None and not any(p.role == "object" for p in found):
        found.append(phrase(reader, gap, "object"))
    return [p for p in found if any(_is_spoken(parse.text[t]) for t in p.tokens)]


def _nouns(reader: Reader, verb: int, noun: int) -> list[Phrase]:
    """An object, or a noun for what the subject is, with those it is coordinated with."""
    parse = reader.parse
    dep = parse.dep[noun]
    if dep == "attr" and parse.child(verb, "expl") is not None:
        return []
    if dep == "attr" and parse.dep[verb] == "pcomp" and parse.lower[noun] == "what":
        return []  # "at what is their largest meeting"
    if dep == "dobj" and _stands_for_clause(reader, noun, verb):
        return []
    head = stand_in(reader, noun, verb)
    if head is None:
        return []
    if dep == "dobj" and _lasts(reader, head):
        return [phrase(reader, head, "time")]
    heads = [head] if head != noun else members(reader, noun) or spread_out(parse, noun)
    return [phrase(reader, h, _ROLES[dep]) for h in heads]


def _lasts(reader: Reader, head: int) -> bool:
    """True for a time that is no object: "played | four years", not "ended | four years of war"."""
    parse = reader.parse
    of = parse.child(head, "prep")
    what = parse.child(of, "pobj") if of == head + 1 and parse.lower[of] == "of" else None
    return reader.timed[head] and (what is None or reader.timed[what])


def lent_objects(reader: Reader, verb: int) -> list[Phrase]:
    """The objects that a bare verb shares with the one it is coordinated with: "makes and sells |
    engines", "whom Orbis hired and fired"; "came and saw Lund" shares none."""
    parse = reader.parse
    first = parse.head[verb]
    if parse.dep[verb] == "conj" and parse.dep[first] == "relcl":
        own = parse.child(verb, "nsubj", "nsubjpass", "dobj", "ccomp", "xcomp", "prt")
        whom = parse.child(first, "dobj")
        doer = parse.pos[verb - 1] in ("NOUN", "PROPN", "PRON")  # "and Helix sold"
        shared = whom is not None and is_relative(parse, whom) and own is None and not doer
        idle = parse.lemma[verb] in read_set("verbs.toml", "idle")
        return objects(reader, first) if shared and not idle and not is_passive(parse, verb) else []
    after = [c for c in parse.children[verb] if c > verb and parse.dep[c] not in ("cc", "punct")]
    last = after[0] if len(after) == 1 and parse.dep[after[0]] == "conj" else None
    if last is None or parse.child(last, "dobj") is None or is_passive(parse, verb):
        return []
    joint = all(parse.dep[t] in ("cc", "punct") for t in range(verb + 1, last))
    alone = parse.child(last, "nsubj", "aux", "mark") is None and joint
    idle = parse.lemma[verb] in read_set("verbs.toml", "idle")
    return objects(reader, last) if alone and not idle else []


def _stands_for_clause(reader: Reader, token: int, verb: int) -> bool:
    """True for the "which" of "he robbed the bank, which he denies": no bank is denied."""
    parse = reader.parse
    if parse.lower[token] != "which" or parse.lemma[verb] not in read_set("verbs.toml", "avowing"):
        return False
    noun = antecedent(parse, verb)
    if noun is not None and parse.dep[parse.head[noun]] == "pcomp":
        return True  # "charged with spreading lies, which she denies"
    known = (
        frozenset() if noun is None else reader.lexicon.nouns.get(parse.lemma[noun], frozenset())
    )
    return not known & {"content", "told"}


def _complements(parse: Parse, head: int) -> list[int]:
    """An adjective after a copula with those it is coordinated with: "was cheap but not safe"."""
    if is_one(parse, head):
        return [head]
    denied = [c for c in parse.children[head] if parse.dep[c] == "conj"]
    found = conjuncts(parse, head)
    return found + [c for c in denied if c not in found and parse.child(c, "neg") is not None]


_SHARED = frozenset({"more", "less", "most", "least", "too", "equally"})


def _complement(reader: Reader, first: int, head: int) -> Phrase:
    """One of coordinated adjectives, with the degree they share: "more complex and | opaque"."""
    parse, found = reader.parse, phrase(reader, head, "complement")
    deed = _judged(parse, parse.head[first])
    if deed is not None:
        return changed(found, tokens=(*found.tokens, *clause_words(parse, deed)))
    own = head == first or parse.child(head, "advmod", "neg", "det") is not None
    degree = () if own else parse.children[first]
    shared = tuple(c for c in degree if parse.lower[c] in _SHARED and c < first)
    return changed(found, tokens=(*shared, *found.tokens))


def _judged(parse: Parse, verb: int) -> int | None:
    """The infinitive that an "it" stands for: "it is vital | to sell the port"."""
    subject, deed = parse.child(verb, "nsubj"), parse.child(verb, "xcomp")
    it = subject is not None and parse.lower[subject] == "it" and parse.lemma[verb] == "be"
    return deed if it and deed is not None and deed > verb and is_infinitive(parse, deed) else None


def _is_spoken(word: str) -> bool:
    """True for a word with a letter or a digit."""
    return word.isalnum() or any(map(str.isalnum, word))


def _object_gap(reader: Reader, verb: int) -> int | None:
    """The noun that a relative clause without an object of its own takes as object ("the engine
    Brazil bought")."""
    parse = reader.parse
    if parse.dep[verb] != "relcl" or is_passive(parse, verb) or parse.lemma[verb] == "be":
        return None
    own = parse.child(verb, "nsubj")
    if own is None or is_relative(parse, own):
        return None
    if parse.child(verb, "dobj", "ccomp", "xcomp", "acomp", "attr") is not None:
        return None
    if "WP$" in parse.tag[parse.left[verb] : own]:
        return None  # "the mill whose owner cooked"
    opens = parse.left[verb]
    if parse.tag[opens] in ("WRB", "IN") and parse.lower[opens] != "that":
        return None
    head = parse.head[verb]
    filled = (
        reader.timed[head]
        or _is_occasion(parse, head)
        or _is_stranded(parse, verb)
        or _fills_out(reader, head, verb)
    )
    return None if filled else head


def _is_occasion(parse: Parse, noun: int) -> bool:
    """True for "the second time" that something is done, which does not do the time."""
    ranks = read_set("modifiers.toml", "ranking")
    counted = any(parse.lower[c] in ranks for c in parse.children[noun] if c < noun)
    return counted and parse.lemma[noun] in ("time", "occasion")


def _is_stranded(parse: Parse, verb: int) -> bool:
    """True for a verb with a preposition that has nothing after it: "the mill (that) she works
    in"."""
    preps = (c for c in parse.children[verb] if parse.dep[c] == "prep")
    return any((parse.child(c, "pobj", "pcomp") or 0) < c for c in preps)


def _fills_out(reader: Reader, noun: int, verb: int) -> bool:
    """True for a clause with "that" that says what a noun is: "the claim that she sold it"."""
    lemma = reader.parse.lemma[noun]
    told = reader.lexicon.nouns.get(lemma, frozenset()) & {"content", "told"}
    filled = bool(told) or lemma in read_set("noun_ties.toml", "filled_out")
    return filled and reader.parse.child(verb, "mark") is not None
