"""What a verb says after prepositions, in adverbs and in clauses of time: with whom, where, how."""

from collections.abc import Iterator

from kgx.annotate.clauses.reader import Reader, is_aside, phrase
from kgx.annotate.clauses.stand_ins import members, spread_out, stand_in
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import clause_words, phrase_words
from kgx.annotate.words.wordlists import read_set
from kgx.types import Role


def prepositional(reader: Reader, verb: int) -> list[Phrase]:
    """The prepositional and adverbial arguments of a verb, in order."""
    parse = reader.parse
    found: list[Phrase] = []
    for c in parse.children[verb]:
        dep = parse.dep[c]
        if parse.lower[c] in ("according", "including") or is_connective(reader, c):
            continue  # it tells who says so, what is part of a group, or nothing
        if _stands_apart(parse, c):
            continue
        if dep in ("prep", "agent") or (dep == "dative" and parse.tag[c] in ("IN", "TO")):
            found.extend(after_preposition(reader, c, verb, (c,)))
        elif dep == "npadvmod" or (dep == "advmod" and (reader.timed[c] or _tells_how(reader, c))):
            role: Role = "time" if reader.timed[c] else "manner"
            vague = parse.lemma[c] in read_set("nouns.toml", "vague")
            every = vague and parse.child(c, "relcl") is not None
            words = clause_words(parse, c) if every else phrase_words(parse, c)
            found.append(Phrase(c, words, role))  # "every time she speaks"
    return [p for p in found if any(parse.text[t][:1].isalnum() for t in p.tokens)]


def _stands_apart(parse: Parse, prep: int) -> bool:
    """True for what a semicolon or a bracket parts from the verb: "sells tickets (from €9)"."""
    after = parse.text[parse.right[prep] + 1 : parse.right[prep] + 2]
    return (prep > 0 and parse.text[prep - 1] == "(") or (
        after == [";"] and prep < parse.head[prep]
    )


def _tells_how(reader: Reader, adverb: int) -> bool:
    """True for an adverb after its verb that says how, how far or where: "died suddenly"."""
    parse = reader.parse
    return (
        adverb > parse.head[adverb]
        and parse.tag[adverb] in ("RB", "RBR")
        and "connecting" not in reader.lexicon.adverbs.get(parse.lower[adverb], ())
    )


def circumstances(reader: Reader, verb: int) -> list[Phrase]:
    """The adverbial clauses of a verb that tell when or why."""
    parse = reader.parse
    found = []
    for c in parse.children[verb]:
        if parse.dep[c] == "advcl" and not is_aside(parse, c):
            mark = parse.child(c, "mark", "advmod")
            role = None if mark is None else reader.lexicon.clause_roles.get(parse.lower[mark])
            if role is not None:
                found.append(Phrase(c, clause_words(parse, c), role))
    return found


_LONGEST_CONNECTIVE = 5
"""Words of "on the other hand" and the like, at most."""


def is_connective(reader: Reader, prep: int) -> bool:
    """True for "in conclusion", "for example" and the like."""
    parse = reader.parse
    end = parse.right[prep] + 1
    if parse.lower[prep : min(end, prep + 3)] in (["in", "order", "for"], ["in", "order", "to"]):
        return True
    short = end - prep <= _LONGEST_CONNECTIVE
    return short and " ".join(parse.lower[prep:end]) in reader.lexicon.connectives


def after_preposition(
    reader: Reader, prep: int, verb: int, marker: tuple[int, ...]
) -> Iterator[Phrase]:
    """What stands after a preposition, one phrase for each conjunct."""
    parse = reader.parse
    below = parse.children[prep]
    lead = tuple(c for c in below if parse.dep[c] in _LEADS and c < prep and not _ranks(parse, c))
    second = [c for c in below if _is_second(parse, c)]
    marker = (*marker, *second)  # "due to", "such as"
    for c in below:
        dep = parse.dep[c]
        if c in second:
            continue
        if dep == "pobj":
            yield from _object_of(reader, prep, c, verb, lead, marker)
        elif dep == "prep":
            own = parse.child(prep, "pobj") is None  # "from 1970 to 1985": two phrases
            yield from after_preposition(reader, c, verb, (*marker, c) if own else (c,))
        elif dep == "conj" and parse.pos[c] == "ADP" and _is_added(parse, c):
            yield from after_preposition(reader, c, verb, (c,))
        elif dep == "pcomp":
            yield Phrase(c, clause_words(parse, c), "manner", (*lead, *marker))


_LEADS = frozenset({"advmod", "prt", "fixed"})


def _ranks(parse: Parse, adverb: int) -> bool:
    """True for the "first" of "married first to Bo Hale", which is no part of the preposition."""
    return parse.lower[adverb] in read_set("modifiers.toml", "in_turn")


def _is_second(parse: Parse, token: int) -> bool:
    """True for the second word of a preposition of two: "due | to"."""
    joined = parse.dep[token] in ("pcomp", "prep") and parse.pos[token] == "ADP"
    return joined and not parse.children[token]


def _object_of(
    reader: Reader,
    prep: int,
    noun: int,
    verb: int,
    lead: tuple[int, ...],
    marker: tuple[int, ...],
) -> Iterator[Phrase]:
    """The phrases of a noun after a preposition and of its conjuncts; of "in charge of the mill"
    that of the mill."""
    parse = reader.parse
    head = stand_in(reader, noun, verb)
    if head is None:
        return
    words, inner = f"{parse.lower[prep]} {parse.lower[noun]}", parse.child(noun, "prep")
    if inner is not None and words in reader.lexicon.complex_prepositions:
        yield from after_preposition(reader, inner, verb, (*marker, noun, inner))
        return
    heads = [head] if head != noun else members(reader, noun) or spread_out(parse, noun)
    for h in heads:
        yield phrase(reader, h, _prepositional_role(reader, prep, h, verb), (*lead, *marker))


def _is_added(parse: Parse, preposition: int) -> bool:
    """True for the second one of "at Yale and at Lund"; "or" and "but not" add nothing."""
    above = parse.children[parse.head[preposition]]
    joints = [parse.lower[c] for c in above if parse.dep[c] == "cc" and c < preposition]
    denied = parse.child(preposition, "neg") is not None or parse.lower[preposition - 1] == "not"
    return joints[-1:] == ["and"] and not denied


def _prepositional_role(reader: Reader, prep: int, head: int, verb: int) -> Role:
    parse = reader.parse
    if parse.dep[prep] == "agent":
        return "time" if reader.timed[head] else "agent"
    if reader.timed[head]:
        return "time"
    if _is_range(parse, prep, verb) and reader.named[head] not in _PLACES:
        return "manner"
    lexicon, word, lemma = reader.lexicon, parse.lower[prep], parse.lemma[verb]
    if word == "with" and _is_absolute(parse, head):
        return "manner"
    frame = lexicon.frames.get(lexicon.nominals.get(lemma, lemma), {})
    role = frame.get(word) or lexicon.roles.get(word, "other")
    if role == "amount" and not _counts(parse, head):
        role = lexicon.roles.get(word, "other")  # "sell films for | download"
    if role == "complement" and prep >= 2 and parse.lower[prep - 2 : prep] == ["as", "well"]:
        return "other"  # "as well as Hale, she saw Lind"
    named = lemma == "name" or reader.named[head] not in ("", "EVENT")
    if role == "time" and named:
        return "other"  # "named after Bohr": no time
    return role


def _counts(parse: Parse, head: int) -> bool:
    """True for a sum or a number, or a noun with one."""
    near = (head, *parse.children[head])
    return any(parse.pos[t] in ("NUM", "SYM") for t in near) or parse.pos[head] != "NOUN"


def _is_absolute(parse: Parse, head: int) -> bool:
    """True for the phrase of "with half of the votes counted", a clause of its own: nobody does
    anything with the votes."""
    told = parse.child(head, "acl")
    last = parse.right[head]
    ends = last == told if told is not None else parse.dep[last] == "acl"
    verb = last if told is None else told
    return ends and parse.tag[verb] in ("VBN", "VBG") and parse.text[parse.left[verb] - 1] != ","


_PLACES = frozenset({"GPE", "LOC", "FAC"})


def _is_range(parse: Parse, prep: int, verb: int) -> bool:
    """True for "from A to B" before the subject, which says of how much the clause holds: "From
    tyres to toys, rubber is everywhere"."""
    opening = prep if parse.lower[prep] == "from" else parse.head[prep]
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if parse.lower[opening] != "from" or subject is None or opening > subject:
        return False
    return any(w == "to" for w in parse.lower[opening : parse.right[opening] + 1])
