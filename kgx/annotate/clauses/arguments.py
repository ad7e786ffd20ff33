"""What a verb says of its subject: objects, complements, prepositional and clausal arguments."""

from collections.abc import Iterator

from kgx.annotate.clauses.reader import Reader, is_aside, is_infinitive, is_passive
from kgx.annotate.clauses.subjects import antecedent, members, spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import clause_words, conjuncts, is_one, is_relative, phrase_words
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed
from kgx.types import Role


def phrase(reader: Reader, head: int, role: Role, marker: tuple[int, ...] = ()) -> Phrase:
    """The phrase of a head, without what belongs to its conjuncts."""
    return Phrase(head, phrase_words(reader.parse, head), role, marker)


def stand_in(reader: Reader, token: int, verb: int) -> int | None:
    """The token, or for a relative pronoun the noun it stands for."""
    return antecedent(reader.parse, verb) if is_relative(reader.parse, token) else token


def objects(reader: Reader, verb: int) -> list[Phrase]:
    """The bare objects and complements of a verb, one for each conjunct."""
    parse = reader.parse
    found: list[Phrase] = []
    for c in parse.children[verb]:
        dep = parse.dep[c]
        if dep in ("dobj", "attr", "oprd") or (dep == "dative" and parse.tag[c] != "IN"):
            role: Role = {"dobj": "object", "dative": "indirect object"}.get(dep, "complement")  # type: ignore[assignment]
            if dep == "attr" and parse.child(verb, "expl") is not None:
                continue
            if dep == "attr" and parse.dep[verb] == "pcomp" and parse.lower[c] == "what":
                continue  # "at what is their largest meeting"
            if dep == "dobj" and _stands_for_clause(reader, c, verb):
                continue
            head = stand_in(reader, c, verb)
            if head is not None and (dep != "dobj" or not reader.timed[head]):
                heads = [head] if head != c else members(reader, c) or spread_out(parse, c)
                found.extend(phrase(reader, h, role) for h in heads)
            elif head is not None:
                found.append(phrase(reader, head, "time"))
        elif dep == "acomp" and (parse.lower[c] != "first" or parse.child(verb, "xcomp") is None):
            found.extend(_complement(reader, c, h) for h in _complements(parse, c))
        elif dep == "ccomp":
            found.extend(_small_clause(reader, c))
    gap = _object_gap(reader, verb)
    if gap is not None and not any(p.role == "object" for p in found):
        found.append(phrase(reader, gap, "object"))
    return [p for p in found if any(_is_spoken(parse.text[t]) for t in p.tokens)]


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


def _small_clause(reader: Reader, head: int) -> list[Phrase]:
    """A clause without a verb as object and complement: "made | it | easier to read"."""
    parse = reader.parse
    inner = parse.child(head, "nsubj")
    if inner is None or inner > head or parse.pos[head] not in ("ADJ", "NOUN", "ADV"):
        return []
    if parse.child(head, "mark", "aux", "cop", "dobj") is not None:
        return []
    left, right = parse.left[inner], parse.right[inner]
    rest = tuple(t for t in phrase_words(parse, head) if not left <= t <= right)
    return [phrase(reader, inner, "object"), Phrase(head, rest, "complement")] if rest else []


_MEASURES = frozenset({"condition", "degree", "extent", "ground", "point"})
"""Nouns that a clause with "that" fills out rather than describes: "to the point that"."""


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
    stranded = any(
        parse.dep[c] == "prep" and parse.child(c, "pobj", "pcomp") is None
        for c in parse.children[verb]
    )
    opens = parse.left[verb]
    if stranded or (parse.tag[opens] in ("WRB", "IN") and parse.lower[opens] != "that"):
        return None
    head = parse.head[verb]
    told = reader.lexicon.nouns.get(parse.lemma[head], frozenset()) & {"content", "told"}
    whole = parse.child(verb, "mark") is not None and (told or parse.lemma[head] in _MEASURES)
    return None if reader.timed[head] or whole else head


def prepositional(reader: Reader, verb: int) -> list[Phrase]:
    """The prepositional and adverbial arguments of a verb, in order."""
    parse = reader.parse
    found: list[Phrase] = []
    for c in parse.children[verb]:
        dep = parse.dep[c]
        if parse.lower[c] in ("according", "including") or is_connective(reader, c):
            continue  # it tells who says so, what is part of a group, or nothing
        if dep in ("prep", "agent") or (dep == "dative" and parse.tag[c] in ("IN", "TO")):
            found.extend(after_preposition(reader, c, verb, (c,)))
        elif dep == "npadvmod" or (dep == "advmod" and (reader.timed[c] or _tells_how(reader, c))):
            role: Role = "time" if reader.timed[c] else "manner"
            vague = parse.lemma[c] in read_set("nouns.toml", "vague")
            every = vague and parse.child(c, "relcl") is not None
            words = clause_words(parse, c) if every else phrase_words(parse, c)
            found.append(Phrase(c, words, role))  # "every time she speaks"
    return [p for p in found if any(parse.text[t][:1].isalnum() for t in p.tokens)]


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


def is_connective(reader: Reader, prep: int) -> bool:
    """True for "in conclusion", "for example" and the like."""
    parse = reader.parse
    words = parse.lower[prep : parse.right[prep] + 1]
    if words[:3] in (["in", "order", "for"], ["in", "order", "to"]):
        return True
    return len(words) < 6 and " ".join(words) in reader.lexicon.connectives


def after_preposition(
    reader: Reader, prep: int, verb: int, marker: tuple[int, ...]
) -> Iterator[Phrase]:
    """What stands after a preposition, one phrase for each conjunct."""
    parse = reader.parse
    lead = tuple(
        c for c in parse.children[prep] if parse.dep[c] in ("advmod", "prt", "fixed") and c < prep
    )
    second = [
        c
        for c in parse.children[prep]
        if parse.dep[c] in ("pcomp", "prep") and parse.pos[c] == "ADP" and not parse.children[c]
    ]
    marker = (*marker, *second)  # "due to", "such as"
    for c in parse.children[prep]:
        dep = parse.dep[c]
        if c in second:
            continue
        if dep == "pobj":
            head = stand_in(reader, c, verb)
            if head is None:
                continue
            words, inner = f"{parse.lower[prep]} {parse.lower[c]}", parse.child(c, "prep")
            if inner is not None and words in reader.lexicon.complex_prepositions:
                yield from after_preposition(reader, inner, verb, (*marker, c, inner))
                continue
            heads = [head] if head != c else members(reader, c) or spread_out(parse, c)
            for h in heads:
                role = _prepositional_role(reader, prep, h, verb)
                yield phrase(reader, h, role, (*lead, *marker))
        elif dep == "prep":
            own = parse.child(prep, "pobj") is None  # "from 1970 to 1985": two phrases
            yield from after_preposition(reader, c, verb, (*marker, c) if own else (c,))
        elif dep == "conj" and parse.pos[c] == "ADP" and _is_added(parse, c):
            yield from after_preposition(reader, c, verb, (c,))
        elif dep == "pcomp":
            yield Phrase(c, clause_words(parse, c), "manner", (*lead, *marker))


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
    frame = lexicon.frames.get(lexicon.nominals.get(lemma, lemma), {})
    role = frame.get(word) or lexicon.roles.get(word, "other")
    if role == "amount" and not _counts(parse, head):
        role = lexicon.roles.get(word, "other")  # "sell films for | download"
    if role == "complement" and prep >= 2 and parse.lower[prep - 2 : prep] == ["as", "well"]:
        return "other"  # "as well as Hale, she saw Lind"
    if role == "time" and reader.named[head] not in ("", "EVENT"):
        return "other"  # "named after Bohr": no time
    return role


def _counts(parse: Parse, head: int) -> bool:
    """True for a sum or a number, or a noun with one."""
    near = (head, *parse.children[head])
    return any(parse.pos[t] in ("NUM", "SYM") for t in near) or parse.pos[head] != "NOUN"


_PLACES = frozenset({"GPE", "LOC", "FAC"})


def _is_range(parse: Parse, prep: int, verb: int) -> bool:
    """True for "from A to B" before the subject, which says of how much the clause holds: "From
    tyres to toys, rubber is everywhere"."""
    opening = prep if parse.lower[prep] == "from" else parse.head[prep]
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if parse.lower[opening] != "from" or subject is None or opening > subject:
        return False
    return any(w == "to" for w in parse.lower[opening : parse.right[opening] + 1])


def content(reader: Reader, verb: int) -> list[Phrase]:
    """The clause a verb of saying, thinking or wanting governs, as one argument."""
    parse = reader.parse
    kinds = reader.lexicon.verbs.get(parse.lemma[verb], frozenset())
    said = [
        Phrase(c, clause_words(parse, c), "topic")
        for c in parse.children[verb]
        if (parse.dep[c] == "ccomp" and _governs(reader, verb, c, kinds))
        or (parse.dep[c] == "xcomp" and parse.pos[c] not in ("VERB", "AUX"))
    ]
    return said + _handed_on(reader, verb)


def _handed_on(reader: Reader, verb: int) -> list[Phrase]:
    """What a verb has its object do: "forced | users | to pay"."""
    parse = reader.parse
    given = parse.child(verb, "dobj")
    if given is None or parse.lemma[verb] not in reader.lexicon.object_control:
        return []
    return [
        Phrase(c, clause_words(parse, c), "complement")
        for c in parse.children[verb]
        if parse.dep[c] == "xcomp" and c > given and is_infinitive(parse, c)
    ]


_GOVERNING = frozenset(
    {"saying", "denying", "established", "planned", "possible", "demanded", "negative", "resolving"}
)


def _governs(reader: Reader, verb: int, clause: int, kinds: frozenset[str]) -> bool:
    """True if a clause is what a verb says or thinks, and no sentence of its own that the parser
    ties to it across a colon: "She asked one thing: the mill had closed."."""
    parse = reader.parse
    if clause < verb:
        between = parse.lower[parse.right[clause] : verb]
        return "saying" in kinds and not {":", ";"} & {*between}
    asks = parse.tag[parse.left[clause]] in ("WP", "WRB", "WP$")  # "saw | why they left"
    opened = asks or parse.child(clause, "mark") is not None
    if parse.tag[clause] in ("VBN", "VBG") and parse.child(clause, "aux", "auxpass") is None:
        opened = parse.child(clause, "nsubj", "nsubjpass") is not None  # "saw | the mill closed"
    if not opened and parse.child(verb, "dobj") is not None:
        first = parse.left[clause]
        if parse.text[first - 1] == ",":
            return False  # "She opened a mill, he ran it."
    elif parse.left[clause] == verb + 1 and parse.child(clause, "nsubj", "nsubjpass") is not None:
        opened = True  # "figures | she will need it"
    return bool(opened or kinds & _GOVERNING) and not _small_clause(reader, clause)
