"""What the words of a clause itself do to its standing: negation, modals, adverbs, quantifiers."""

from dataclasses import dataclass

from kgx.annotate.clauses.denials import is_denied
from kgx.annotate.clauses.reader import is_infinitive, is_passive
from kgx.annotate.grammar.contrasts import is_chosen
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set
from kgx.types import Modality

_QUOTING = frozenset({'"', "`", "``", "“"})
_CONJUNCTS = 40  # how far a verb looks along those it is coordinated with
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


def own_words(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """What the clause's own words do: negation, modals, adverbs, quantifiers of its arguments."""
    verb_words(parse, lexicon, clause.head, found)
    passive = parse.child(clause.head, "auxpass")
    finite = passive is not None and parse.tag[passive] != "VB"  # "will fall and be sold"
    if not finite and parse.child(clause.head, "nsubj", "nsubjpass", "aux") is None:
        _inherit_auxiliaries(parse, lexicon, clause.head, found)
    for part in (clause.subject, *(a for a in clause.arguments if a.role != "topic")):
        if parse.pos[part.head] not in ("ADV", "VERB") and is_denied(parse, lexicon, part.head):
            found.negative = not found.negative
        elif found.negative and is_chosen(parse, part.head):
            found.negative = False
    _complement_words(parse, lexicon, clause, found)
    _opening_words(parse, clause.head, found)
    if _is_subjunctive(parse, clause.head):
        found.weaken("demanded")
    if _is_ahead(parse, _first_infinitive(parse, clause.head)):
        found.weaken("planned")
    if is_question(parse, clause.head):
        found.weaken("question")
    if has_condition(parse, clause.head) or _is_inverted(parse, clause.head):
        found.weaken("conditional")
    said = _according_to(parse, clause.head) or _put_in(parse, lexicon, clause.head)
    if said is not None:
        found.speaker = said


def _complement_words(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """Add what the adjectives after a verb do: "is likely", "is wrong"."""
    copula = clause.kind == "copula"
    for c in parse.children[clause.head]:
        if parse.dep[c] != "acomp":
            continue
        if copula and "disposed" in lexicon.adjectives.get(parse.lemma[c], ()):
            continue
        denied = found.negative
        mark_adjective(lexicon, parse.lemma[c], found)
        if copula:
            found.negative = denied  # "is wrong" says that it is


def _opening_words(parse: Parse, verb: int, found: Standing) -> None:
    """Add what the word that opens a clause does."""
    for c in parse.children[verb]:
        if parse.dep[c] == "mark" and parse.lower[c] == "whether":
            found.weaken("question")
        elif parse.dep[c] == "mark" and parse.lower[c] == "that" and c == parse.sent[c]:
            found.weaken("possible")  # "That she left was ...": the rest tells whether she did


def _is_subjunctive(parse: Parse, verb: int) -> bool:
    """True for "that all salt be taxed", which nobody says is so."""
    mark, passive = parse.child(verb, "mark"), parse.child(verb, "auxpass")
    bare = parse.tag[verb if passive is None else passive] == "VB"
    that = mark is not None and parse.lower[mark] == "that"
    return that and bare and parse.child(verb, "aux") is None


def _is_ahead(parse: Parse, verb: int) -> bool:
    """True for an infinitive that stands alone or after a noun: "Orbis to cut jobs", "a summit to
    be held in May"."""
    dep, mark = parse.dep[verb], parse.child(verb, "mark")
    wished = mark is not None and parse.lower[mark] == "for"  # "calls for salt to be cheap"
    return is_infinitive(parse, verb) and (
        wished or dep == "ROOT" or (dep == "relcl" and not is_singled_out(parse, parse.head[verb]))
    )


def _first_infinitive(parse: Parse, verb: int) -> int:
    """The first of what "and" joins bare verbs to: "Orbis *to cut* jobs and | drop routes"."""
    while parse.dep[verb] == "conj" and parse.child(verb, "nsubj", "nsubjpass", "aux") is None:
        if not parse.tag[verb] == parse.tag[parse.head[verb]] == "VB":
            break
        verb = parse.head[verb]
    return verb


def kinds_of(parse: Parse, lexicon: Lexicon, verb: int) -> frozenset[str]:
    """The classes of a verb, with its particle where it has one: "call off"."""
    lemma = parse.lemma[verb]
    particle = parse.child(verb, "prt")
    alone = lexicon.verbs.get(lemma, frozenset())
    if particle is None:
        return alone
    return lexicon.verbs.get(f"{lemma} {parse.lower[particle]}", alone)


def verb_words(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """Add what negations, modals and adverbs below a verb do to the standing found."""
    for c in parse.children[verb]:
        dep, word = parse.dep[c], parse.lower[c]
        if dep == "neg" and parse.lower[c - 1] == "need" and parse.dep[c - 1] == "aux":
            found.weaken("possible")  # who need not pay may
        elif dep == "neg":
            merely = read_set("modifiers.toml", "merely")  # "is not just a hobby" is one
            found.negative = found.negative != merely.isdisjoint(parse.lower[c + 1 : c + 2])
        elif dep == "aux":
            if word in lexicon.modals:
                found.weaken(_modality(parse, lexicon, verb, word))
        elif dep in ("advmod", "preconj", "cc"):
            kinds = lexicon.adverbs.get(word, ())
            if "negative" in kinds and (dep != "cc" or (word == "nor" and c < verb)):
                found.negative = not found.negative
            if "possible" in kinds:
                found.weaken("possible")
    longer = any(parse.dep[c] == "acomp" and _is_longer_no(parse, c) for c in parse.children[verb])
    if longer or _is_longer_no(parse, verb) or is_yet_to(parse, verb):
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
    if modality == "conditional" and _is_habit(parse, verb):
        return "asserted"
    return modality


def _is_habit(parse: Parse, verb: int) -> bool:
    """True for the "would" of what one used to do: "she would often walk there"."""
    before = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "advmod" and c < verb}
    often = not before.isdisjoint(read_set("modifiers.toml", "habitual"))
    return often and not has_condition(parse, verb)


def _is_longer_no(parse: Parse, verb: int) -> bool:
    """True for "no longer", which spaCy hangs on the verb as an adverb with a child "no"."""
    return any(
        parse.dep[c] == "advmod"
        and parse.lower[c] in ("longer", "more")
        and any(parse.lower[g] == "no" for g in parse.children[c])
        for c in parse.children[verb]
    )


def is_yet_to(parse: Parse, verb: int) -> bool:
    """True for the "has" of "has yet to sell"."""
    return parse.lemma[verb] in ("have", "be") and any(
        parse.lower[c] == "yet" and c > verb and parse.lower[c + 1 : c + 2] == ["to"]
        for c in (verb + 1, *parse.children[verb])
        if c < len(parse)
    )


def _inherit_auxiliaries(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """A verb coordinated with another shares its modal, and its "not" across "or"."""
    first = verb
    for _ in range(_CONJUNCTS):
        own = parse.child(first, "nsubj", "nsubjpass", "aux")
        if parse.dep[first] != "conj" or own is not None:
            return
        above = parse.head[first]
        joined = {parse.lower[c] for c in parse.children[above] if parse.dep[c] == "cc"}
        if parse.pos[above] not in ("VERB", "AUX"):
            return
        for c in parse.children[above]:
            if parse.dep[c] == "aux" and parse.lower[c] in lexicon.modals and c < verb:
                found.weaken(_modality(parse, lexicon, above, parse.lower[c]))
            neither = parse.dep[c] == "preconj" and parse.lower[c] == "neither"
            if (parse.dep[c] == "neg" or neither) and joined & {"or", "nor"}:
                found.negative = not found.negative
        first = above


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


def _is_inverted(parse: Parse, verb: int) -> bool:
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


def _according_to(parse: Parse, verb: int) -> int | None:
    """The head of X in "according to X"."""
    for c in parse.children[verb]:
        if parse.dep[c] == "prep" and parse.lower[c] == "according":
            source = parse.below(c, "to")
            if source is not None:
                return source
    return None


def _put_in(parse: Parse, lexicon: Lexicon, verb: int) -> int | None:
    """Who speaks in a clause of saying set between commas: "the firm, she said, was sold"; what is
    said is no such clause."""
    if "saying" in lexicon.verbs.get(parse.lemma[verb], ()):
        return None
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


def mark_adjective(lexicon: Lexicon, lemma: str, found: Standing) -> None:
    """Add what an adjective with "be" does to the standing found: "unlikely", "set to"."""
    kinds = lexicon.adjectives.get(lemma, frozenset())
    if "negative" in kinds:
        found.negative = not found.negative
    elif "planned" in kinds:
        found.weaken("planned")
    elif "possible" in kinds:
        found.weaken("possible")


def own_noun(parse: Parse, lexicon: Lexicon, noun: int, found: Standing) -> None:
    """What the words before a noun that names a deed do: "no deal", "a planned merger"."""
    if is_denied(parse, lexicon, noun):
        found.negative = True
    for c in parse.children[noun]:
        if parse.dep[c] in ("amod", "compound", "advmod"):
            kinds = lexicon.adjectives.get(parse.lower[c], ())
            if "undone" in kinds or ("failed" in kinds and not is_trying(parse, lexicon, noun)):
                found.negative = True
            if "not_yet" in kinds:
                planned = parse.lower[c] in read_set("modifiers.toml", "planned")
                found.weaken("planned" if planned else "possible")
        elif parse.dep[c] == "acl" and is_passive(parse, c):
            found.negative ^= "undoing" in kinds_of(parse, lexicon, c)


def is_trying(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """True for a deed that takes place though nothing comes of it: "a failed bid"."""
    return "trying" in lexicon.nouns.get(parse.lemma[noun], ())


def own_description(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """What the words before a noun for what someone is do: "the supposed owner, Orbis"."""
    found.negative ^= is_denied(parse, lexicon, clause.arguments[0].head)
    for c in parse.children[clause.arguments[0].head]:
        if "unestablished" in lexicon.adjectives.get(parse.lower[c], ()):
            found.weaken("possible")


_RANKS = ("1st", "2nd", "3rd", "th")


def is_singled_out(parse: Parse, noun: int) -> bool:
    """True for "the first woman", "the only one", "the youngest player", "the 20th country"."""
    return parse.lower[noun] in ("first", "last") or any(
        parse.lower[c] in read_set("modifiers.toml", "ranking")
        or parse.tag[c] in ("JJS", "RBS")
        or (parse.lower[c][0].isdigit() and parse.lower[c].endswith(_RANKS))
        for c in parse.children[noun]
    )


def inherit(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """Share what befalls a verb: its negation, its modal."""
    below = Standing()
    verb_words(parse, lexicon, verb, below)
    found.negative ^= below.negative
    found.weaken(below.modality)
