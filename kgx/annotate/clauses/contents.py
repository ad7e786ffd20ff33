"""The clauses that a verb governs: what is said, and what an object is made to do."""

from kgx.annotate.clauses.reader import Reader, is_infinitive, phrase
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import clause_words, phrase_words


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
    return bool(opened or kinds & _GOVERNING) and not small_clause(reader, clause)


def small_clause(reader: Reader, head: int) -> list[Phrase]:
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
