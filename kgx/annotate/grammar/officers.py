"""Bodies named right before an office and who holds it: "Torvex | chief executive Ann Lind"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import is_below, move
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NAMES = frozenset({"NNP", "NNPS"})
_WHERE = frozenset({"in", "at", "on", "near"})


def tie_officers(parse: Parse, is_unheard: Callable[[str], bool]) -> list[int]:
    """Hang bodies, in place, on the nouns for the offices behind them, where parsers make verbs or
    subjects of them.

    Args:
        is_unheard: True for a word, in lower case, that English has not.

    Returns:
        The tokens that open sentences and name such bodies.
    """
    opening: list[int] = []
    for noun in range(1, len(parse)):
        _call_rival(parse, noun)
        office = _office_start(parse, noun)
        body = office - 1
        if office:
            _hang_before(parse, office, noun)
            _hang_owner(parse, office, noun)
        if body < 0 or not _is_office(parse, office, noun):
            continue
        if not (parse.text[body][:1].isupper() and parse.text[body].isalpha()):
            continue
        first = body == parse.sent[noun]
        named = _is_body(parse, body, noun, is_unheard) if first else parse.tag[body] in _NAMES
        if not named or _is_place_of(parse, body):
            continue
        if first:
            opening.append(body)
            parse.tag[body], parse.pos[body] = "NNP", "PROPN"
            parse.lemma[body] = parse.text[body]
        if parse.head[body] != noun:
            _hang(parse, body, noun)
    return opening


def _office_start(parse: Parse, noun: int) -> int:
    """Where the words begin that end with a noun and that a name follows, an office if it is
    somebody's; 0 where there are none."""
    name, office = parse.head[noun], noun
    follows = parse.dep[noun] == "compound" and noun < name and parse.text[name][:1].isupper()
    if not follows or any(t not in _NAMES for t in parse.tag[noun + 1 : name + 1]):
        return 0
    while parse.head[office - 1] == noun and parse.text[office - 1].islower():
        office -= 1
    return office if parse.text[noun].islower() else 0


def _is_office(parse: Parse, office: int, noun: int) -> bool:
    """True for what firms and teams have, and for what a firm is to another."""
    words = " ".join(parse.lower[office : noun + 1])
    return words in read_set("roles.toml", "corporate", "team_offices", "firm_ties")


def _is_body(parse: Parse, body: int, noun: int, is_unheard: Callable[[str], bool]) -> bool:
    """True for the first word of a sentence that English has not, and for the many whom a team is
    called after."""
    if parse.tag[body] != "NNS":
        return is_unheard(parse.lower[body])
    single = parse.lemma[body].lower()
    if parse.lower[body] in read_set("roles.toml", "no_teams"):
        return False  # "Sports coach"
    alive = is_kind_of(single, "person") or is_kind_of(single, "animal")
    return parse.lower[noun] in read_set("roles.toml", "team_offices") and alive


def _is_place_of(parse: Parse, body: int) -> bool:
    """True for the town of "in Lund chief executive Ann Lind said"."""
    return parse.dep[body] == "pobj" and parse.lower[parse.head[body]] in _WHERE


def _hang(parse: Parse, body: int, noun: int) -> None:
    """Hang a body on the noun for an office; what held the office below it takes its place."""
    top = noun
    while is_below(parse, noun, body) and parse.head[top] != body:
        top = parse.head[top]
    if top != noun:
        above, dep = parse.head[body], parse.dep[body]
        move(parse, top, top if above == body else above, dep)
        for c in [c for c in parse.children[body] if c != top and parse.dep[c] != "compound"]:
            move(parse, c, top)
    move(parse, body, noun, "compound")


def _hang_before(parse: Parse, office: int, noun: int) -> None:
    """Hang on the noun for an office what opens the sentence and tells of its holder: "*Former*
    Norvik Rail chairman Ann Lind"."""
    first = parse.sent[noun]
    named = all(parse.text[t][:1].isupper() for t in range(first, office))
    if not named or parse.lower[first] not in read_set("roles.toml", "before_offices"):
        return
    if first < office - 1:
        move(parse, first, noun, "amod")
        parse.tag[first], parse.pos[first] = "JJ", "ADJ"


def _call_rival(parse: Parse, word: int) -> None:
    """Call a noun, in place, the adjective between whose it is and who: "Orbis's *rival* Helix"."""
    ties = parse.lower[word] in read_set("roles.toml", "firm_ties")
    whose = parse.tag[word - 1] in ("POS", "PRP$")
    if ties and whose and parse.dep[word] == "amod" and parse.tag[word] == "JJ":
        parse.dep[word], parse.tag[word], parse.pos[word] = "compound", "NN", "NOUN"


def _hang_owner(parse: Parse, office: int, noun: int) -> None:
    """Hang on the noun for what a firm is to another the other, which parsers hang on its name:
    "*Orbis's* rival Helix Air"."""
    name = parse.head[noun]
    owner = parse.child(name, "poss")
    tied = " ".join(parse.lower[office : noun + 1]) in read_set("roles.toml", "firm_ties")
    if owner is not None and tied and parse.right[owner] == office - 1:
        move(parse, owner, noun)


def make_forward(parse: Parse, forward: int) -> None:
    """Make a player, in place, of the adverb in "bought the Uruguay | forward Leo Duarte"."""
    team, name = forward - 1, forward + 1
    while parse.tag[parse.head[name]] == "NNP" and parse.head[name] > name:
        name = parse.head[name]
    if parse.tag[team] not in (*_NAMES, "JJ") or parse.pos[parse.head[forward]] != "VERB":
        return
    move(parse, forward, name, "compound")
    parse.tag[forward], parse.pos[forward] = "NN", "NOUN"
    parse.lemma[forward] = "forward"
    for c in [c for c in parse.children[team] if parse.dep[c] == "det"]:
        move(parse, c, name)
    move(parse, team, forward, "compound" if parse.tag[team] in _NAMES else "amod")
