"""How far what a clause says stands: polarity, modality, and who says so.

A clause inherits from what it hangs on: the rules walk from its head up the dependency tree and at
each step ask the word above what it does to the word below, after the signatures of implicative and
factive verbs (Karttunen 2012; TruthTeller, Lotan et al. 2013) and the attribution spans of PARC
(Pareti 2015). What is denied, planned, possible, conditional, asked or demanded is never asserted.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.lexicon import Lexicon, load_lexicon
from kgx.annotate.parse import Parse
from kgx.annotate.parts import Clause, Quote
from kgx.types import Modality

_STEPS = 40  # a clause nested deeper inherits no more
_STRENGTH: dict[Modality, int] = {
    "asserted": 0,
    "planned": 1,
    "possible": 2,
    "demanded": 3,
    "conditional": 4,
    "question": 5,
}


@dataclass(slots=True)
class Standing:
    """What has been gathered on the way up."""

    negative: bool = False
    modality: Modality = "asserted"
    speaker: int | None = None

    def weaken(self, modality: Modality) -> None:
        """Take the weaker of two modalities."""
        if _STRENGTH[modality] > _STRENGTH[self.modality]:
            self.modality = modality


@Language.factory("kgx_standing", assigns=["doc._.kgx_clauses"])
def make_standing(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that gives every clause its standing."""
    lexicon = load_lexicon()

    def mark_standing(doc: Doc) -> Doc:
        parse, quotes = doc._.kgx_parse, doc._.kgx_quotes
        inside = quote_at(len(doc), quotes)
        doc._.kgx_clauses = [judge(parse, lexicon, inside, c) for c in doc._.kgx_clauses]
        return doc

    return mark_standing


def quote_at(size: int, quotes: list[Quote]) -> list[Quote | None]:
    """For each token the quotation it is in."""
    inside: list[Quote | None] = [None] * size
    for quote in quotes:
        for i in range(quote.start, min(quote.end, size)):
            inside[i] = quote
    return inside


def judge(parse: Parse, lexicon: Lexicon, inside: list[Quote | None], clause: Clause) -> Clause:
    """The clause with its standing."""
    found = Standing()
    quote = inside[clause.head]
    if clause.kind in ("verb", "copula"):
        own(parse, lexicon, clause, found)
    elif clause.kind == "nominal":
        _own_noun(parse, lexicon, clause.head, found)
    climb(parse, lexicon, clause, found)
    if found.speaker is None and quote is not None:
        found.speaker = quote.speaker
    return replace(
        clause,
        polarity="negative" if found.negative else "positive",
        modality=found.modality,
        speaker=found.speaker,
    )


# ------------------------------------------------------------------ in the clause itself


def own(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """What the clause's own words do: negation, modals, adverbs, quantifiers of its arguments."""
    _verb_words(parse, lexicon, clause.head, found)
    if parse.child(clause.head, "nsubj", "nsubjpass", "aux", "auxpass") is None:
        _inherit_auxiliaries(parse, lexicon, clause.head, found)
    for part in (clause.subject, *(a for a in clause.arguments if a.role != "topic")):
        if _denies(parse, lexicon, part.head):
            found.negative = not found.negative
    for c in parse.children[clause.head]:
        if parse.dep[c] == "acomp":
            _adjective(lexicon, parse.lemma[c], found)
    if any(
        parse.dep[c] == "mark" and parse.lower[c] == "whether" for c in parse.children[clause.head]
    ):
        found.weaken("question")
    if any(
        parse.dep[c] == "mark" and parse.lower[c] == "that" and c == parse.sent[c]
        for c in parse.children[clause.head]
    ):
        found.weaken("possible")  # "That she left was ...": the rest tells whether she did
    if _is_question(parse, clause.head):
        found.weaken("question")
    if _has_condition(parse, clause.head):
        found.weaken("conditional")
    said = _according_to(parse, clause.head) or _put_in(parse, lexicon, clause.head)
    if said is not None:
        found.speaker = said


def _verb_words(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    for c in parse.children[verb]:
        dep, word = parse.dep[c], parse.lower[c]
        if dep == "neg":
            found.negative = not found.negative
        elif dep == "aux":
            if word in lexicon.modals:
                found.weaken(_modality(parse, lexicon, verb, word))
        elif dep in ("advmod", "preconj", "cc"):
            kinds = lexicon.adverbs.get(word, ())
            if "negative" in kinds and (dep != "cc" or (word == "nor" and c < verb)):
                found.negative = not found.negative
            if "possible" in kinds:
                found.weaken("possible")
    if _is_longer_no(parse, verb):
        found.negative = not found.negative
    if (
        parse.tag[verb] in ("VBG", "VB")
        and any(parse.lemma[c] == "be" and parse.dep[c] == "aux" for c in parse.children[verb])
        and parse.lemma[verb] == "go"
    ):
        found.weaken("planned")


def _modality(parse: Parse, lexicon: Lexicon, verb: int, word: str) -> Modality:
    modality = lexicon.modals[word]
    if word in ("'d", "’d") and parse.tag[verb] == "VBN":
        return "asserted"  # "he'd gone"
    return modality


def _is_longer_no(parse: Parse, verb: int) -> bool:
    """True for "no longer", which spaCy hangs on the verb as an adverb with a child "no"."""
    return any(
        parse.dep[c] == "advmod"
        and parse.lower[c] in ("longer", "more")
        and any(parse.lower[g] == "no" for g in parse.children[c])
        for c in parse.children[verb]
    )


def _inherit_auxiliaries(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """A verb coordinated with another shares its modal, and its "not" across "or"."""
    first = verb
    while parse.dep[first] == "conj" and parse.child(first, "nsubj", "nsubjpass", "aux") is None:
        above = parse.head[first]
        joined = {parse.lower[c] for c in parse.children[above] if parse.dep[c] == "cc"}
        if parse.pos[above] not in ("VERB", "AUX"):
            return
        for c in parse.children[above]:
            if parse.dep[c] == "aux" and parse.lower[c] in lexicon.modals and c < verb:
                found.weaken(_modality(parse, lexicon, above, parse.lower[c]))
            if parse.dep[c] == "neg" and joined & {"or", "nor"}:
                found.negative = not found.negative
        first = above


def _denies(parse: Parse, lexicon: Lexicon, head: int) -> bool:
    """True if a noun phrase says that there is none: "no deal", "nobody", "neither side"."""
    if "negative_pronouns" in lexicon.markers.get(parse.lower[head], ()):
        return True
    for c in parse.children[head]:
        if parse.dep[c] in (
            "det",
            "amod",
            "neg",
            "preconj",
        ) and "negative_determiners" in lexicon.markers.get(parse.lower[c], ()):
            few = parse.lower[c] == "few"
            return not few or not any(parse.dep[g] == "det" for g in parse.children[head] if g != c)
    return False


def _is_question(parse: Parse, verb: int) -> bool:
    last = parse.sent_end[verb] - 1
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


def _has_condition(parse: Parse, verb: int) -> bool:
    """True if the clause holds under an if-clause of its own."""
    for c in parse.children[verb]:
        if parse.dep[c] == "advcl" and any(
            parse.dep[m] == "mark" and parse.lower[m] in ("if", "unless") for m in parse.children[c]
        ):
            return True
    return False


def _according_to(parse: Parse, verb: int) -> int | None:
    """The head of X in "according to X"."""
    for c in parse.children[verb]:
        if parse.dep[c] == "prep" and parse.lower[c] == "according":
            to = parse.child(c, "prep")
            source = None if to is None else parse.child(to, "pobj")
            if source is not None:
                return source
    return None


def _put_in(parse: Parse, lexicon: Lexicon, verb: int) -> int | None:
    """Who speaks in a clause of saying set between commas: "the firm, she said, was sold"."""
    for c in parse.children[verb]:
        if (
            parse.dep[c] in ("parataxis", "ccomp", "dep")
            and "saying" in lexicon.verbs.get(parse.lemma[c], ())
            and parse.child(c, "nsubj") is not None
            and parse.child(c, "ccomp", "dobj", "mark", "advmod", "prep") is None
            and parse.right[c] < verb
        ):
            return parse.child(c, "nsubj")
    return None


def _own_noun(parse: Parse, lexicon: Lexicon, noun: int, found: Standing) -> None:
    """What the words before a noun that names a deed do: "no deal", "a planned merger"."""
    if _denies(parse, lexicon, noun):
        found.negative = True
    for c in parse.children[noun]:
        if parse.dep[c] in ("amod", "compound", "advmod"):
            kinds = lexicon.adjectives.get(parse.lower[c], ())
            if "not_yet" in kinds:
                found.weaken("planned" if parse.lower[c] in _PLANNED_WORDS else "possible")


_PLANNED_WORDS = frozenset(
    {
        "planned",
        "proposed",
        "future",
        "upcoming",
        "expected",
        "intended",
        "next",
        "forthcoming",
        "pending",
    }
)


# ------------------------------------------------------------------ on the way up


def climb(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """Gather what the words above the clause do to it.

    ``tied`` is True while the clause shares the fate of what is above it (complements); once a
    clause is left that only modifies (a relative clause, "after signing"), what is above still
    tells who speaks, no longer whether it holds.
    """
    here, tied = clause.head, True
    if clause.kind in ("role", "apposition", "possessive"):
        tied = False
    for _ in range(_STEPS):
        above = parse.head[here]
        if above == here:
            return
        tied = _step(parse, lexicon, here, above, found, tied)
        here = above


def _step(
    parse: Parse, lexicon: Lexicon, here: int, above: int, found: Standing, tied: bool
) -> bool:
    dep = parse.dep[here]
    if parse.pos[above] in ("VERB", "AUX"):
        if dep in ("ccomp", "xcomp", "csubj", "csubjpass", "oprd", "dobj", "parataxis"):
            return _under_verb(parse, lexicon, here, above, found, tied)
        if dep == "advcl":
            return _adverbial(parse, lexicon, here, found, tied)
        if dep == "conj":
            return tied
        if dep == "prep" and tied:
            return _after_verb_preposition(parse, lexicon, here, above, found)
        return False
    if dep in ("xcomp", "prep") and parse.pos[above] == "ADJ":
        if tied:
            _adjective(lexicon, parse.lemma[above], found)
        return tied
    if dep in ("acl", "ccomp", "relcl") and tied and _opens_with_that(parse, here):
        if "content" not in lexicon.nouns.get(parse.lemma[above], ()):
            found.weaken("possible")  # "reports that he left": told, not established
        return False
    if dep == "acl" and tied and _is_infinitive(parse, here):
        _after_noun(lexicon, parse.lemma[above], found)
        return False
    if dep == "pcomp":
        kinds = lexicon.markers.get(parse.lower[above], ())
        if tied and "negative_prepositions" in kinds:
            found.negative = not found.negative
        return tied
    if dep in ("acomp", "conj", "pobj"):
        return tied
    return tied and dep in ("ccomp", "acomp")


def _opens_with_that(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "mark" and parse.lower[c] == "that" for c in parse.children[verb])


def _under_verb(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing, tied: bool
) -> bool:
    """A complement of a verb: what that verb's class says of it, then what befalls the verb."""
    kinds = lexicon.verbs.get(parse.lemma[verb], frozenset())
    clausal = parse.dep[here] in ("ccomp", "parataxis", "csubj", "csubjpass")
    noun = parse.dep[here] == "dobj"
    infinitive = parse.dep[here] == "xcomp" or _is_infinitive(parse, here)
    # an infinitive has no finite verb: "told him to go" demands, "told him that he goes" says
    if kinds & {"saying", "denying"} and clausal and not infinitive:
        if found.speaker is None:
            found.speaker = _sayer(parse, verb)
        if found.modality == "conditional" and _is_backshifted(parse, here, verb):
            found.modality = "planned"
        if tied and "denying" in kinds:
            found.negative = not found.negative
        elif tied and ("possible" in kinds or _is_hearsay(parse, lexicon, here, verb)):
            found.weaken("possible")
        if tied and any(parse.dep[c] == "neg" for c in parse.children[verb]):
            found.weaken("possible")
        return False
    if tied and parse.dep[here] in ("csubj", "csubjpass"):
        found.weaken("possible")  # "that he left was often said"
    if tied:
        if "denying" in kinds:
            found.negative = not found.negative
            if found.speaker is None:
                found.speaker = _sayer(parse, verb)
        elif "negative" in kinds and not noun:
            found.negative = not found.negative
        elif "planned" in kinds and (not noun or parse.lemma[verb] in _AWAITING):
            found.weaken("planned")
        elif "demanded" in kinds and (infinitive or clausal or noun):
            found.weaken("demanded")
        elif "possible" in kinds and (not noun or parse.lemma[verb] in _AWAITING):
            found.weaken("possible")
        for c in parse.children[verb]:
            if parse.dep[c] == "acomp" and clausal:
                _adjective(lexicon, parse.lemma[c], found)
        below = Standing()
        _verb_words(parse, lexicon, verb, below)
        found.negative ^= below.negative
        found.weaken(below.modality)
        if _has_condition(parse, verb):
            found.weaken("conditional")
    return tied


def _is_hearsay(parse: Parse, lexicon: Lexicon, here: int, verb: int) -> bool:
    """True for what is said by nobody in particular: "that she left was often repeated"."""
    if "established" in lexicon.verbs.get(parse.lemma[verb], ()):
        return False
    impersonal = parse.child(verb, "auxpass") is not None and parse.child(verb, "agent") is None
    return impersonal or parse.dep[here] in ("csubj", "csubjpass")


def _is_backshifted(parse: Parse, here: int, verb: int) -> bool:
    """True for the "would" that "will" becomes after a past verb of saying."""
    return (
        parse.tag[verb] in ("VBD", "VBN")
        and any(
            parse.dep[c] == "aux" and parse.lower[c] in ("would", "'d", "’d")
            for c in parse.children[here]
        )
        and not _has_condition(parse, here)
    )


_AWAITING = frozenset(
    {
        "plan",
        "propose",
        "expect",
        "await",
        "seek",
        "consider",
        "mull",
        "eye",
        "want",
        "weigh",
        "anticipate",
        "schedule",
    }
)


def _sayer(parse: Parse, verb: int) -> int | None:
    """The head of who says; of a passive ("X was told by Y that"), the agent."""
    agent = parse.child(verb, "agent")
    if agent is not None:
        return parse.child(agent, "pobj")
    for _ in range(_STEPS):
        own_subject = parse.child(verb, "nsubj")
        if own_subject is not None:
            return own_subject if parse.lower[own_subject] not in ("it", "which", "that") else None
        if parse.dep[verb] in ("conj", "advcl", "xcomp") and parse.head[verb] != verb:
            verb = parse.head[verb]
        elif parse.dep[verb] in ("acl", "relcl"):
            return parse.head[verb]
        else:
            return None
    return None


def _adverbial(parse: Parse, lexicon: Lexicon, here: int, found: Standing, tied: bool) -> bool:
    marks = [parse.lower[c] for c in parse.children[here] if parse.dep[c] in ("mark", "advmod")]
    if tied and "than" in marks:
        found.negative = not found.negative  # "rather than recall"
    past = parse.tag[here] in ("VBD", "VBN") and not any(m in ("if", "unless") for m in marks)
    if tied and not past and any("conditional" in lexicon.markers.get(m, ()) for m in marks):
        found.weaken("conditional")
    elif tied and _is_infinitive(parse, here):
        found.weaken("planned")
    return False


_SELECTED = frozenset({"of", "at", "on", "to", "into"})
"""Prepositions that a verb mostly selects: "accused of being aimed at forcing"."""


def _after_verb_preposition(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing
) -> bool:
    """A deed after a verb and its preposition: "accused of taking", "called for talks"."""
    kinds = lexicon.verbs.get(parse.lemma[verb], frozenset())
    word = parse.lower[here]
    if "possible" in kinds and word in ("of", "with", "for"):
        found.weaken("possible")
    elif "negative" in kinds and word == "from":
        found.negative = not found.negative
    elif "demanded" in kinds and word == "for":
        found.weaken("demanded")
    elif "planned" in kinds and word in ("for", "on", "to"):
        found.weaken("planned")
    return word in _SELECTED or (word == "in" and parse.lemma[verb] == "be")


def _adjective(lexicon: Lexicon, lemma: str, found: Standing) -> None:
    kinds = lexicon.adjectives.get(lemma, frozenset())
    if "negative" in kinds:
        found.negative = not found.negative
    elif "planned" in kinds:
        found.weaken("planned")
    elif "possible" in kinds:
        found.weaken("possible")


def _after_noun(lexicon: Lexicon, lemma: str, found: Standing) -> None:
    kinds = lexicon.nouns.get(lemma, frozenset())
    if "negative" in kinds:
        found.negative = not found.negative
    elif "possible" in kinds:
        found.weaken("possible")
    elif "planned" in kinds:
        found.weaken("planned")


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "aux" and parse.tag[c] == "TO" for c in parse.children[verb])
