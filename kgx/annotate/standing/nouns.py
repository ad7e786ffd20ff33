"""What a noun above a clause does to its standing: "the plan to sell", "reports that he left"."""

from kgx.annotate.clauses.denials import is_denied
from kgx.annotate.clauses.reader import is_infinitive
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.moods import is_singled_out
from kgx.annotate.standing.speakers import attribute
from kgx.annotate.standing.verb_words import kinds_of, verb_words
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set


def judge_under_noun(parse: Parse, lexicon: Lexicon, here: int, noun: int, found: Standing) -> bool:
    """What a noun does to the clause or the preposition that hangs on it; whether they still share
    the fate of what is above."""
    dep = parse.dep[here]
    if dep == "prep":
        return parse.pos[noun] == "NOUN" and _after_preposition(parse, lexicon, here, noun, found)
    if parse.lower[noun] in read_set("modifiers.toml", "felt") and dep == "ccomp":
        return False  # "was not aware that they had left": they had
    if _opens_with_that(parse, here):
        if any(parse.lower[c] == "so" for c in parse.children[noun]):
            return False  # "so bad that it broke"
        if parse.lemma[noun] == "doubt" and is_denied(parse, lexicon, noun):
            return False
        if _is_refuted(parse, lexicon, noun):
            found.negative = not found.negative
            attribute(parse, parse.head[noun], found)
            return False
        kinds = lexicon.nouns.get(parse.lemma[noun], frozenset())
        unsure = "told" in kinds or (dep != "relcl" and "content" not in kinds)
        if unsure or _is_missing(parse, lexicon, noun):
            found.weaken("possible")  # "reports that he left": told, not established
        return False
    if dep in ("acl", "relcl") and is_infinitive(parse, here):
        _after_noun(parse, lexicon, noun, found)
        return _is_held(parse, noun)
    elif dep == "acl":
        _beside_noun(parse, lexicon, here, noun, found)
    return dep == "ccomp"


def _is_refuted(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """True for what was told and somebody denies: "denied reports that he left"."""
    verb, kinds = parse.head[noun], lexicon.nouns.get(parse.lemma[noun], frozenset())
    denies = "denying" in kinds_of(parse, lexicon, verb) and parse.dep[noun] == "dobj"
    return denies and bool({"told", "possible"} & kinds) and parse.child(verb, "neg") is None


def _is_held(parse: Parse, noun: int) -> bool:
    """True for what one has or is in, so that who has not has not what follows: "is in talks to
    buy", "had plans to buy"."""
    above = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[above] in ("in", "under"):
        return parse.lemma[parse.head[above]] == "be"
    return parse.dep[noun] == "dobj" and parse.lemma[above] in ("have", "hold")


def _after_preposition(
    parse: Parse, lexicon: Lexicon, prep: int, noun: int, found: Standing
) -> bool:
    """A deed after a noun and its preposition: "plans for a sale", "the delay in delivery"."""
    if parse.dep[noun] == "dobj" or parse.child(prep, "pcomp") is not None:
        _in_noun(parse, lexicon, noun, found)
        return True
    kinds = lexicon.nouns.get(parse.lemma[noun], frozenset())
    if parse.dep[noun] in ("nsubj", "nsubjpass", "pobj") and "planned" in kinds:
        found.weaken("planned")  # "talks on a merger ended"
    if "lacking" in kinds:
        found.negative = not found.negative
    return False


def _beside_noun(parse: Parse, lexicon: Lexicon, verb: int, noun: int, found: Standing) -> None:
    """A participle after a noun: "should have a ship built", "the risk of Orbis closing"."""
    above = parse.head[noun]
    if parse.tag[verb] == "VBG" and parse.dep[noun] == "pobj" and parse.lower[above] == "of":
        risk = parse.head[above]
        if lexicon.nouns.get(parse.lemma[risk], frozenset()) & {"planned", "possible"}:
            _in_noun(parse, lexicon, risk, found)
    if _is_imagined(parse, lexicon, noun):
        found.weaken("possible")


def _is_imagined(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """True for what a verb with a modal or a wish has for an indefinite object: "should have a ship
    built by Orbis"."""
    article, verb = parse.child(noun, "det"), parse.head[noun]
    if parse.dep[noun] != "dobj" or article is None or parse.lower[article] not in ("a", "an"):
        return False
    below = Standing()
    verb_words(parse, lexicon, verb, below)
    wished = {"planned", "demanded", "possible"} & lexicon.verbs.get(parse.lemma[verb], frozenset())
    return bool(wished) or below.modality != "asserted"


def _in_noun(parse: Parse, lexicon: Lexicon, noun: int, found: Standing) -> None:
    """A deed after a noun and its preposition: "take part in building", "plans for selling"."""
    kinds = lexicon.nouns.get(parse.lemma[noun], frozenset())
    if is_denied(parse, lexicon, noun) != bool(kinds & {"negative", "lacking"}):
        found.negative = not found.negative
    if "planned" in kinds:
        found.weaken("planned")
    elif "possible" in kinds:
        found.weaken("possible")


def _is_missing(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """True for what there is none of: "no evidence that", "did not find proof that"."""
    verb = parse.head[noun]
    denied = any(parse.dep[c] == "neg" for c in parse.children[verb])
    return denied or is_denied(parse, lexicon, noun)


def _is_undone(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """True for a plan that there is none of, or that a verb calls off."""
    kinds = kinds_of(parse, lexicon, parse.head[noun])
    off = parse.dep[noun] in ("dobj", "nsubjpass") and "undoing" in kinds
    return off != is_denied(parse, lexicon, noun)


def _is_failed(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """True for "a failed bid", "a cancelled deal" and "failed in its bid"."""
    prep, words = parse.head[noun], (parse.lower[c] for c in parse.children[noun])
    before = any({"failed", "undone"} & {*lexicon.adjectives.get(word, ())} for word in words)
    verb = parse.head[prep]
    return before or (
        parse.dep[noun] == "pobj" and parse.lower[prep] == "in" and parse.lemma[verb] == "fail"
    )


def _opens_with_that(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "mark" and parse.lower[c] == "that" for c in parse.children[verb])


def _after_noun(parse: Parse, lexicon: Lexicon, noun: int, found: Standing) -> None:
    """An infinitive after a noun is meant rather than done ("a contract to supply"), but for "the
    first to land"."""
    kinds = lexicon.nouns.get(parse.lemma[noun], frozenset())
    if _is_undone(parse, lexicon, noun):
        found.negative = not found.negative  # "no plan to sell", "dropped its plan to sell"
    if "negative" in kinds or _is_failed(parse, lexicon, noun):
        found.negative = not found.negative
    elif "possible" in kinds:
        found.weaken("possible")
    elif not is_singled_out(parse, noun):
        found.weaken("planned")
    else:
        _share_verb(parse, lexicon, noun, found)


def _share_verb(parse: Parse, lexicon: Lexicon, noun: int, found: Standing) -> None:
    """What befalls the verb of who is singled out: "would have been the first to land", "will be
    succeeded by Ann Lind, the first woman to lead it"."""
    verb = noun
    while parse.dep[verb] in ("appos", "pobj", "agent", "attr") and parse.head[verb] != verb:
        verb = parse.head[verb]
    if parse.pos[verb] in ("VERB", "AUX"):
        below = Standing()
        verb_words(parse, lexicon, verb, below)
        found.weaken(below.modality)
