"""Noun phrases read off the parse: their words, their conjuncts, what stands for them."""

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, ClauseKind, Phrase
from kgx.annotate.words.noun_types import type_of_noun

_LEFT_OUT = frozenset(
    {"conj", "cc", "preconj", "parataxis", "advcl", "mark", "dep", "intj", "orphan"}
)
_PLAIN = frozenset({"det", "amod", "compound", "pobj", "poss", "nummod", "punct"})
_CLAUSAL = frozenset({"relcl", "acl", "appos", "ccomp", "csubj"})
MOST = 12
"""Conjuncts distributed; a longer list is a list, not a clause."""
LONGEST = 200
"""Tokens below a word that a phrase takes in with it; what is longer is no part of a phrase, so
that the work on a sentence grows with its length and not with its square."""
_DIVIDES = frozenset({",", "(", "[", "–", "—", "-", ";", ":"})
_MARKS = frozenset({"[", "]", "`", "``", "'", "''", '"', "“", "”", "‘", "’", "-"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})


def is_nominal(parse: Parse, token: int) -> bool:
    """True if the token can head a noun phrase."""
    return parse.pos[token] in _NOMINAL or parse.tag[token] in ("NN", "NNS", "NNP", "NNPS")


def is_relative(parse: Parse, token: int) -> bool:
    """True for a pronoun or adverb that opens a relative clause."""
    return parse.lower[token] in _RELATIVE and parse.tag[token] in ("WDT", "WP", "WRB", "WP$", "IN")


def is_indefinite(parse: Parse, head: int) -> bool:
    """True for a noun or a name behind "a" that is no part of a title: *A* Thousand Fields."""
    article = parse.child(head, "det")
    return article is not None and parse.text[article] in ("a", "an")


def conjuncts(parse: Parse, head: int) -> list[int]:
    """The head and the nouns coordinated with it, in order; no more than one beyond ``MOST``. What
    follows "rather than" is none."""
    found, here, dep, children = [head], head, parse.dep, parse.children
    while len(found) <= MOST and "conj" in [dep[c] for c in children[here]]:
        following = [
            c
            for c in parse.children[here]
            if parse.dep[c] == "conj"
            and (
                is_nominal(parse, c) if is_nominal(parse, head) else parse.pos[c] == parse.pos[head]
            )
            and parse.child(c, "nsubj", "nsubjpass") is None
            and not _is_set_aside(parse, c)
        ]
        if not following:
            break
        found.extend(following)
        here = following[-1]
    return found


def _is_set_aside(parse: Parse, token: int) -> bool:
    """True for the second of "bad weather rather than poor sails"."""
    joints = [c for c in parse.children[parse.head[token]] if parse.dep[c] == "cc" and c < token]
    return bool(joints) and parse.lower[joints[-1]] == "than"


def is_alternative(parse: Parse, heads: list[int]) -> bool:
    """True if the coordination offers alternatives ("or", "nor") and so can't be distributed."""
    return any(
        parse.lower[c] in ("or", "nor")
        for h in heads
        for c in parse.children[h]
        if parse.dep[c] == "cc"
    )


def is_one(parse: Parse, head: int) -> bool:
    """True if a coordination is one thing that can't be told of each conjunct: alternatives, what
    something lies between, and a list too long to be multiplied."""
    dep = parse.dep
    if "conj" not in [dep[c] for c in parse.children[head]]:
        return False
    group = conjuncts(parse, head)
    if len(group) == 1:
        return False
    between = parse.lower[parse.head[head]] == "between" and parse.dep[head] == "pobj"
    return len(group) > MOST or between or is_alternative(parse, group) or _is_held(parse, group)


def _is_held(parse: Parse, heads: list[int]) -> bool:
    """True for the roles of one person: "its founder and chair, Ann Lind,"."""
    name = parse.child(heads[0], "appos")
    if name is None or parse.tag[name] != "NNP" or name < heads[-1]:
        return False
    bare = all(parse.child(h, "det", "poss", "nummod") is None for h in heads[1:])
    return bare and all(
        parse.tag[h] in ("NN", "NNP") and type_of_noun(parse.lemma[h].lower()) == "person"
        for h in heads
    )


def phrase_words(parse: Parse, head: int) -> tuple[int, ...]:
    """The words of the phrase of a head, in order.

    Without its conjuncts, unless the coordination `is_one`, without what commas set off
    (appositions, non-restrictive clauses), and without punctuation at the edges.
    """
    known = parse.phrases.get(head)
    if known is None:
        known = parse.phrases[head] = _read_words(parse, head)
    return known


def _read_words(parse: Parse, head: int) -> tuple[int, ...]:
    kept: list[int] = []
    queue = [head]
    top = not is_one(parse, head)
    children, left, right = parse.children, parse.left, parse.right
    while queue:
        here = queue.pop()
        kept.append(here)
        queue += [
            c
            for c in children[here]
            if right[c] - left[c] < LONGEST and _belongs(parse, c, top=top)
        ]
        top = False
    kept.sort()
    return trim(parse, kept)


def clause_words(parse: Parse, head: int) -> tuple[int, ...]:
    """The words of a clause that is an argument, in order, without punctuation at the edges; none
    if it is longer than any argument."""
    if parse.right[head] - parse.left[head] >= LONGEST:
        return ()
    return trim(parse, parse.subtree(head))


def _belongs(parse: Parse, child: int, *, top: bool) -> bool:
    dep = parse.dep[child]
    if dep in _PLAIN:
        return parse.tag[child] != "_SP"
    if dep in _LEFT_OUT:
        return not top and dep in ("conj", "cc", "preconj", "mark")
    if dep == "case":
        return not top
    if dep == "relcl":
        return False
    if dep in _CLAUSAL or dep == "prep":
        return not _set_off(parse, child)
    return parse.tag[child] != "_SP"


def _set_off(parse: Parse, child: int) -> bool:
    first = parse.left[child]
    return parse.lower[first] in _DIVIDES or (first > 0 and parse.lower[first - 1] in _DIVIDES)


def trim(parse: Parse, tokens: list[int]) -> tuple[int, ...]:
    """The tokens without marks and conjunctions at their edges."""
    first, last = 0, len(tokens)
    if last > 2 and parse.text[tokens[1]] == "]" and parse.text[tokens[0]].isdecimal():
        first = 2  # "[23] Letters", divided after the bracket
    while first < last and _is_edge(parse, tokens[first]):
        first += 1
    while last > first and (
        _is_edge(parse, tokens[last - 1]) or parse.dep[tokens[last - 1]] == "cc"
    ):
        last -= 1
    return tuple(tokens[first:last])


def _is_edge(parse: Parse, token: int) -> bool:
    return parse.tag[token] == "_SP" or (
        (parse.pos[token] == "PUNCT" or parse.lower[token] in _MARKS)
        and parse.lower[token] not in ("%", "$", "€", "£")
    )


def text_of(doc_text: str, starts: list[int], ends: list[int], tokens: tuple[int, ...]) -> str:
    """The words as the text has them; a gap between runs becomes one space.

    Args:
        starts, ends: Offsets of every token, in code points.
    """
    if not tokens:
        return ""
    first = last = tokens[0]
    pieces: list[str] = []
    if tokens[-1] - first + 1 == len(tokens):  # one run, as nearly always
        return " ".join(doc_text[starts[first] : ends[tokens[-1]]].split())
    for t in tokens[1:]:
        if t != last + 1:
            pieces.append(doc_text[starts[first] : ends[last]])
            first = t
        last = t
    pieces.append(doc_text[starts[first] : ends[last]])
    return " ".join(" ".join(pieces).split())


def noun_clause(
    head: int,
    kind: ClauseKind,
    lemma: str,
    subject: Phrase,
    arguments: list[Phrase],
    *,
    relation: tuple[int, ...] = (),
    passive: bool = False,
) -> Clause:
    """A clause that a noun bears, from its parts."""
    tokens = [*relation, *subject.tokens, *(t for a in arguments for t in (*a.marker, *a.tokens))]
    return Clause(
        head=head,
        kind=kind,
        relation=relation,
        lemma=lemma,
        subject=subject,
        arguments=tuple(arguments),
        start=min(tokens),
        end=max(tokens) + 1,
        passive=passive,
    )
