"""What the words of a clause itself do to its standing: negation, modals, adverbs, quantifiers."""

from kgx.annotate.clauses.denials import is_denied
from kgx.annotate.clauses.reader import is_passive
from kgx.annotate.grammar.contrasts import is_chosen
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.moods import (
    first_infinitive,
    has_condition,
    is_ahead,
    is_inverted,
    is_question,
    is_subjunctive,
)
from kgx.annotate.standing.verb_words import inherit_auxiliaries, kinds_of, verb_words
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set


def own_words(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """What the clause's own words do: negation, modals, adverbs, quantifiers of its arguments."""
    verb_words(parse, lexicon, clause.head, found)
    passive = parse.child(clause.head, "auxpass")
    finite = passive is not None and parse.tag[passive] != "VB"  # "will fall and be sold"
    if not finite and parse.child(clause.head, "nsubj", "nsubjpass", "aux") is None:
        inherit_auxiliaries(parse, lexicon, clause.head, found)
    for part in (clause.subject, *(a for a in clause.arguments if a.role != "topic")):
        if parse.pos[part.head] not in ("ADV", "VERB") and is_denied(parse, lexicon, part.head):
            found.negative = not found.negative
        elif found.negative and is_chosen(parse, part.head):
            found.negative = False
    _complement_words(parse, lexicon, clause, found)
    _opening_words(parse, clause.head, found)
    if is_subjunctive(parse, clause.head):
        found.weaken("demanded")
    if is_ahead(parse, first_infinitive(parse, clause.head)):
        found.weaken("planned")
    if is_question(parse, clause.head):
        found.weaken("question")
    if has_condition(parse, clause.head) or is_inverted(parse, clause.head):
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
        if parse.lower[c] == "due" and parse.below(c, "to") is not None:
            continue  # "is due to bad weather" tells why
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
