"""What the shape of a clause tells of its standing: questions, conditions, wishes, plans."""

from kgx.annotate.clauses.reader import is_infinitive
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.wordlists import read_set

_QUOTING = frozenset({'"', "`", "``", "“"})
_RANKS = ("1st", "2nd", "3rd", "th")


def is_subjunctive(parse: Parse, verb: int) -> bool:
    """True for "that all salt be taxed", which nobody says is so."""
    mark, passive = parse.child(verb, "mark"), parse.child(verb, "auxpass")
    bare = parse.tag[verb if passive is None else passive] == "VB"
    that = mark is not None and parse.lower[mark] == "that"
    return that and bare and parse.child(verb, "aux") is None


def is_ahead(parse: Parse, verb: int) -> bool:
    """True for an infinitive that stands alone or after a noun: "Orbis to cut jobs", "a summit to
    be held in May"."""
    dep, mark = parse.dep[verb], parse.child(verb, "mark")
    wished = mark is not None and parse.lower[mark] == "for"  # "calls for salt to be cheap"
    return is_infinitive(parse, verb) and (
        wished or dep == "ROOT" or (dep == "relcl" and not is_singled_out(parse, parse.head[verb]))
    )


def first_infinitive(parse: Parse, verb: int) -> int:
    """The first of what "and" joins bare verbs to: "Orbis *to cut* jobs and | drop routes"."""
    while parse.dep[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass", "aux") is None:
        if not parse.tag[verb] == parse.tag[parse.head[verb]] == "VB":
            break
        verb = parse.head[verb]
    return verb


def is_singled_out(parse: Parse, noun: int) -> bool:
    """True for "the first woman", "the only one", "the youngest player", "the 20th country"."""
    return parse.lower[noun] in ("first", "last") or any(
        parse.lower[c] in read_set("modifiers.toml", "ranking")
        or parse.tag[c] in ("JJS", "RBS")
        or (parse.lower[c][0].isdigit() and parse.lower[c].endswith(_RANKS))
        for c in parse.children[noun]
    )


def is_question(parse: Parse, verb: int) -> bool:
    """True for the verb of a question, or what it shares the fate of."""
    last = parse.sent_end[verb] - 1
    if parse.lower[last] == ")" and any(w == "(" for w in parse.lower[verb:last]):
        return False  # what the brackets ask
    while last > verb and (
        parse.tag[last] in ("_SP", "''") or parse.lower[last] in ('"', ")", "”")
    ):
        last -= 1
    if parse.lower[last] != "?":
        return False
    here = verb
    while parse.dep[here] in ("xcomp", "conj", "ccomp", "acomp") and parse.head[here] != here:
        here = parse.head[here]
    return parse.head[here] == here


def is_inverted(parse: Parse, verb: int) -> bool:
    """True for a condition without "if": "had Orbis sold", "should it fail"."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if _is_after_had(parse, verb, subject):
        return True
    if parse.dep[verb] != "advcl":
        return False
    opening = parse.child(verb, "aux", "auxpass")
    first = verb if opening is None else opening
    word = parse.lower[first]
    return subject is not None and first < subject and word in ("had", "were", "should")


def _is_after_had(parse: Parse, verb: int, subject: int | None) -> bool:
    """True where the parser takes the "had" of "would have sailed had Orbis agreed" for a verb."""
    had = parse.head[verb]
    if subject is None or parse.dep[verb] != "ccomp" or parse.lower[had] != "had":
        return False
    mains = [c for c in parse.children[had] if parse.dep[c] == "ccomp" and c < had]
    would = any(parse.tag[a] == "MD" for c in mains for a in parse.children[c])
    return would and had < subject and parse.child(had, "nsubj", "nsubjpass") is None


def has_condition(parse: Parse, verb: int) -> bool:
    """True if the clause holds under an if-clause of its own; "if compared to" is none, nor is one
    in the words that a verb of saying quotes."""
    for c in parse.children[verb]:
        if parse.dep[c] != "advcl" or parse.lower[c] == "compared":
            continue
        mark = parse.child(c, "mark")
        if mark is None or parse.lower[mark] not in ("if", "unless"):
            continue
        between = parse.lower[verb:mark] if verb < mark else parse.lower[parse.right[c] : verb]
        if not _QUOTING.intersection(between):
            return True
    return False
