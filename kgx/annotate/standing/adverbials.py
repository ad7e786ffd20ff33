"""What a main clause does to a clause that tells when, why, what for or on what condition."""

from kgx.annotate.clauses.denials import is_denied
from kgx.annotate.clauses.reader import goes_on, is_infinitive
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.moods import is_question
from kgx.annotate.standing.verb_words import inherit, kinds_of, verb_words
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set
from kgx.types import Modality

_STEPS = 40  # verbs of wishing, one below another


def under_main_clause(
    parse: Parse, lexicon: Lexicon, here: int, above: int, found: Standing, tied: bool
) -> bool:
    """An adverbial clause: a condition, a purpose, or something beside the clause it hangs on."""
    marks = [parse.lower[c] for c in parse.children[here] if parse.dep[c] in ("mark", "advmod")]
    if tied and "than" in marks:
        found.negative = not found.negative  # "rather than recall"
    past = parse.tag[here] in ("VBD", "VBN") and not any(m in ("if", "unless") for m in marks)
    if tied and not past and any("conditional" in lexicon.markers.get(m, ()) for m in marks):
        found.weaken("conditional")
    elif tied and _is_result(parse, lexicon, here, above):
        inherit(parse, lexicon, above, found)
    elif tied and (is_infinitive(parse, here) or _is_to_come(parse, lexicon, here, marks)):
        found.weaken("planned")
        thing = parse.child(above, "dobj")
        if parse.lemma[above] == "do" and thing is not None and is_denied(parse, lexicon, thing):
            found.negative = not found.negative  # "did nothing to help"
    elif tied and (parse.tag[here] in ("VBZ", "VBP") or (parse.tag[here] == "VBG" and not marks)):
        main = Standing()
        verb_words(parse, lexicon, above, main)
        if _is_command(parse, above):
            found.weaken("demanded")  # "close the valve before you open the tank"
        if is_question(parse, above) or "whenever" in marks:
            found.weaken("conditional")  # "who pays when a pump fails?"
        if _bears_on(parse, lexicon, here, marks):
            found.weaken(main.modality)  # "will close the mill, cutting jobs", "when it arrives"
            share_wish(parse, lexicon, above, found)
    return False


def _is_command(parse: Parse, verb: int) -> bool:
    """True for a bare verb that nobody does: "close the valve"."""
    alone = parse.child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is None
    return alone and parse.tag[verb] == "VB" and parse.head[verb] == verb


def share_wish(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """What comes of a deed is as far off as the deed: "hopes to open a mill, creating jobs"."""
    for _ in range(_STEPS):
        if parse.dep[verb] != "xcomp" or parse.head[verb] == verb:
            return
        verb = parse.head[verb]
        kinds = kinds_of(parse, lexicon, verb)
        wishes: tuple[Modality, ...] = ("planned", "possible", "demanded")
        for modality in wishes:
            if modality in kinds:
                found.weaken(modality)


def _is_result(parse: Parse, lexicon: Lexicon, here: int, verb: int) -> bool:
    """True for "scored to win the match" and "went on to win", where the infinitive tells what
    came of it; "in order to" tells what for."""
    achieves = "achieving" in lexicon.verbs.get(parse.lemma[verb], ())
    achieves = achieves or _recovers(parse, verb)
    results = "resulting" in lexicon.verbs.get(parse.lemma[here], ())
    going = parse.lemma[verb] == "go" and goes_on(parse, verb)
    bare = all(parse.lower[c] == "to" for c in parse.children[here] if parse.dep[c] == "aux")
    plain = bare and parse.lower[parse.left[here]] == "to" and here > verb
    return ((achieves and results) or going) and plain and is_infinitive(parse, here)


def _recovers(parse: Parse, verb: int) -> bool:
    """True for "came from behind" and "fought back"."""
    after = [parse.lemma[verb], *parse.lower[verb + 1 : verb + 3]]
    said = read_set("verbs.toml", "recovering")
    return " ".join(after) in said or " ".join(after[:2]) in said


def _is_to_come(parse: Parse, lexicon: Lexicon, here: int, marks: list[str]) -> bool:
    """True for a clause that tells when what "would" be: "would be mended before it sailed"."""
    main = parse.head[here]
    would = any(parse.dep[c] == "aux" and parse.lower[c] == "would" for c in parse.children[main])
    past = parse.tag[here] in ("VBD", "VBN")
    return would and past and any(lexicon.clause_roles.get(m) == "time" for m in marks)


def _bears_on(parse: Parse, lexicon: Lexicon, here: int, marks: list[str]) -> bool:
    """True for a participle, and for a clause that tells when."""
    return parse.tag[here] == "VBG" or any(lexicon.clause_roles.get(m) == "time" for m in marks)
