"""Words that parsers give to one verb or noun and that belong to another beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.grammar.given import hand_receiver
from kgx.annotate.grammar.lacking import give_body, hang_fronted, turn_located
from kgx.annotate.grammar.tree import last_below, move, opens_at
from kgx.annotate.words.lexicon import load_lexicon
from kgx.annotate.words.quantity_words import currencies
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NOUNS = ("NOUN", "PROPN")


def hand_preposition(parse: Parse, preposition: int) -> None:
    """Hang a preposition after an object on the verb or the noun that it belongs to, in place."""
    if parse.head[preposition] > preposition:
        hang_fronted(parse, preposition)
        turn_located(parse, preposition)
    if preposition > 1 and _is_second(parse, preposition):
        move(parse, preposition, preposition - 1)
        return
    if parse.lower[preposition] == "from":
        _free_source(parse, preposition)
    if parse.lower[preposition] == "to":
        hand_receiver(parse, preposition)
    if parse.lower[preposition] == "in":
        _hold_sum(parse, preposition)
    if parse.lower[preposition] == "of":
        give_body(parse, preposition)
    else:
        _free_from_list(parse, preposition)
        _free_from_amount(parse, preposition)


def _is_second(parse: Parse, preposition: int) -> bool:
    """True for the second of "in protest | at": what it brings in is no place."""
    noun, first = preposition - 1, preposition - 2
    whole = f"{parse.lower[first]} {parse.lower[noun]}" in load_lexicon().complex_prepositions
    beside = parse.head[preposition] == parse.head[first] and parse.head[noun] == first
    return whole and beside and parse.dep[noun] == "pobj"


def _free_from_list(parse: Parse, preposition: int) -> None:
    """Hang on the verb, in place, what comes after a list and hangs on its first noun: "bought
    tanks, jets and trucks | from Mali"."""
    near = first = parse.head[preposition]
    while parse.dep[first] == "conj" and parse.pos[first] in _NOUNS:
        first = parse.head[first]
    verb = parse.head[first]
    if parse.dep[first] != "dobj" or parse.pos[verb] != "VERB":
        return
    listed = [c for c in parse.children[near] if near < c < preposition and parse.dep[c] == "conj"]
    if listed:
        counts = parse.lemma[verb] == "include"  # "include a spa and an inn | in Lund": the inn is
        move(parse, preposition, listed[-1] if counts else verb)


def _free_source(parse: Parse, from_: int) -> None:
    """Hang on a verb of joining or hiring, in place, where somebody comes from, and on one of
    getting whose money it is: "joined Rovers | from Orbis", "received funding | from Orbis"."""
    name, source = parse.head[from_], parse.child(from_, "pobj")
    verb = parse.head[name]
    engaged = parse.lemma[verb] == "join" or parse.lemma[verb] in read_set("verbs.toml", "engaging")
    named = parse.dep[name] == "dobj" and parse.text[name][:1].isupper()
    if engaged and named and source is not None and parse.tag[source] == "NNP":
        move(parse, from_, verb)
    paid = parse.lemma[name] in read_set("noun_ties.toml", "paid_from")
    receives = parse.lemma[verb] in read_set("verbs.toml", "receiving")
    if paid and receives and parse.dep[name] == "dobj":
        move(parse, from_, verb)


def _free_from_amount(parse: Parse, preposition: int) -> None:
    """Hang on the verb, in place, what comes after a sum: "paid $2 million | to Orbis"; what a sum
    is "in" only after verbs of investing, else it says what the sum is made of."""
    amount = parse.head[preposition]
    verb = parse.head[amount]
    money = any(parse.tag[c] == "$" for c in parse.children[amount] if c < amount)
    if not money or parse.dep[amount] != "dobj" or parse.pos[verb] != "VERB":
        return
    spends = parse.lemma[verb] in read_set("verbs.toml", "investing")
    if spends if parse.lower[preposition] in ("in", "into") else parse.lower[preposition] in _PAID:
        move(parse, preposition, verb)


_PAID = frozenset({"to", "for", "from", "on"})


def _hold_sum(parse: Parse, in_: int) -> None:
    """Hang on a sum of money, in place, what it is "in": "unlocked 2 billion euros | in funds"."""
    verb, kind = parse.head[in_], parse.child(in_, "pobj")
    money = None if parse.pos[verb] != "VERB" else parse.child(verb, "dobj")
    if money is None or kind is None or last_below(parse, money) != in_ - 1:
        return
    paid = any(parse.tag[c] == "$" for c in parse.children[money])
    paid = paid or parse.lower[money] in currencies()
    bare = parse.child(kind, "det", "poss", "nummod") is None and parse.tag[kind] in ("NN", "NNS")
    if paid and bare and parse.lemma[kind] not in read_set("noun_ties.toml", "summed"):
        move(parse, in_, money)


def rejoin_extraposed(parse: Parse, clause: int) -> None:
    """Hang a clause on the "it is true" that it fills out, in place, where what is said stands
    around the verb of saying: "It is not true, she said, | that they paid"."""
    said = parse.head[clause]
    told = parse.lemma[said] in read_set("verbs.toml", "telling")
    mark = parse.child(clause, "mark")
    if not told or mark is None or parse.lower[mark] != "that" or clause < said:
        return
    first = parse.head[said] if parse.dep[said] == "parataxis" else parse.child(said, "ccomp")
    it = None if first is None or first > said else parse.child(first, "nsubj")
    if first is None or it is None or parse.lower[it] != "it" or parse.lemma[first] != "be":
        return
    judged = parse.child(first, "acomp", "attr") is not None
    if judged and parse.child(first, "ccomp", "xcomp") is None:
        move(parse, clause, first)
        if parse.dep[first] == "ROOT":
            move(parse, said, said, "ROOT")
            move(parse, first, said, "ccomp")


def free_content(parse: Parse, verb: int) -> None:
    """Call a mark, in place, the "that" of "the rumour that Orbis bought Helix", which buys no
    rumour: the verb has an object of its own."""
    that, noun, thing = min(parse.children[verb], default=verb), parse.head[verb], None
    if parse.lower[that] == "that" and parse.dep[that] == "dobj":
        thing = next((c for c in parse.children[verb] if parse.dep[c] == "dobj" and c > verb), None)
    kinds = load_lexicon().nouns.get(parse.lemma[noun], frozenset())
    if thing is not None and kinds & {"told", "content"}:
        parse.dep[that], parse.tag[that], parse.dep[verb] = "mark", "IN", "acl"


def part_deed(parse: Parse, lemmatize: Callable[[str], str], noun: int) -> None:
    """Make a clause, in place, of the "phrase" after "let": "lets | Chile | ship | copper"."""
    let, verb, doer = parse.head[noun], noun - 1, noun - 2
    if parse.lemma[let] != "let" or parse.dep[noun] != "dobj" or doer <= let:
        return
    named = parse.tag[doer] in ("NNP", "NNPS") and parse.head[doer] in (noun, verb)
    doing = lemmatize(parse.lower[verb] + "s") == parse.lower[verb]
    if parse.tag[verb] != "NN" or parse.head[verb] != noun or not named or not doing:
        return
    for c in [c for t in (noun, verb) for c in parse.children[t] if c < doer]:
        move(parse, c, doer)
    move(parse, verb, let, "ccomp")
    move(parse, doer, verb, "nsubj")
    move(parse, noun, verb)
    for c in [c for c in parse.children[let] if c > noun and parse.dep[c] == "prep"]:
        move(parse, c, verb)
    parse.pos[verb], parse.tag[verb] = "VERB", "VB"
    parse.lemma[verb] = parse.lower[verb]


def make_object(parse: Parse, token: int) -> None:
    """Make an object, in place, of the noun that a headline leaves without its article: "court
    overturns | ruling against the mill"."""
    verb = parse.head[token]
    noun = parse.lower[token] in read_set("noun_ties.toml", "gerunds")
    goes_on = parse.lemma[verb] in read_set("verbs.toml", "going_on")
    own = parse.child(token, "dobj", "nsubj", "advmod", "acomp", "attr", "ccomp", "xcomp")
    if verb != token - 1 or not noun or goes_on or own is not None:
        return
    if parse.child(verb, "dobj") is None:
        parse.dep[token], parse.pos[token], parse.tag[token] = "dobj", "NOUN", "NN"
        parse.lemma[token] = parse.lower[token]


def name_source(parse: Parse, name: int) -> bool:
    """Hang a name, in place, on the noun right before it that a preposition brings in, where the
    parser makes a second object of it: "bought it from the investor | Ann Lind"; whether it was."""
    noun = opens_at(parse, name) - 1
    shape = parse.tag[name], parse.dep[noun], parse.tag[noun]
    if shape != ("NNP", "pobj", "NN") or noun < parse.head[name]:
        return False
    if parse.child(noun, "det", "poss") is None:
        return False
    move(parse, name, noun, "appos")
    return True


def _whole_of(parse: Parse, part: int) -> int | None:
    """The pronoun for what a part is of: "half of *it*"."""
    whole = parse.below(part, "of")
    return whole if whole is not None and parse.lower[whole] in ("it", "them") else None


def keep_first_object(parse: Parse, first: int, second: int) -> bool:
    """Of two objects that a comma alone parts loosen the second, in place: "cut its rate on Monday,
    | its first cut in years"; whether it was.

    Args:
        first: The head of the first object.
        second: The head of the other.
    """
    opens = opens_at(parse, second)
    owned = parse.child(second, "poss", "det") or _whole_of(parse, second)
    joined = any(
        parse.dep[c] == "cc" and first < c < second
        for t in (parse.head[second], first)
        for c in parse.children[t]
    )
    apart = parse.text[opens - 1] == "," and last_below(parse, first) < opens - 2
    if parse.pos[second] == "NOUN" and owned is not None and apart and not joined:
        parse.dep[second] = "dep"
        return True
    return False
