"""Names of clubs: *Halden Town* were relegated, *Real* Pineda beat them."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.scores import find_sides, has_points
from kgx.annotate.names.evidence import STRONG, SURE, Evidence, best_place
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, given_names, words_in
from kgx.annotate.words.wordlists import read_set


def read_clubs(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What one mention of a name that ends as clubs' do is in a match or for a player.

    Args:
        head: The head of the mention.
    """
    words = parse.text[name.start : name.end]
    if _is_side(parse, name):
        yield "result", "ORG", SURE
    if len(words) < 2 or words[-1] not in words_in("club_ends"):
        return
    if best_place(" ".join(words)) is None and _plays(parse, name, head):
        yield "club", "ORG", STRONG


def _is_side(parse: Parse, name: Name) -> bool:
    """True for a side in a result, but for players, and countries and towns that play by name."""
    player = name.end - name.start > 1 and parse.lower[name.start] in given_names()
    place = best_place(" ".join(parse.text[name.start : name.end])) is not None
    return not player and not place and has_points(parse.text, name.end)


def find_sides_of_games(search: Search) -> Iterator[Name]:
    """The teams of a result: *Halden Town* 3, *Lund Rovers* 1; players are no teams."""
    for sides in find_sides(search.parse.text):
        for side in sides:
            person = len(side) > 1 and search.parse.lower[side.start] in given_names()
            yield Name(side.start, side.stop, "" if person else "ORG")


def with_club_word(parse: Parse, name: Name) -> Name | None:
    """A club's name with the word before it that opens a sentence and that parsers take for an
    adjective: *Real* Pineda beat them."""
    before, verb = name.start - 1, parse.head[name.end - 1]
    opens = before >= 0 and before == parse.sent[before] == parse.sent[name.start]
    if not opens or parse.text[before] not in words_in("club_leads") or name.title:
        return None
    plays = parse.dep[name.end - 1] == "nsubj" and parse.lemma[verb] in words_in("team_verbs")
    return Name(before, name.end, "ORG") if plays else None


def _plays(parse: Parse, name: Name, head: int) -> bool:
    """True for what teams do and what befalls them, for whom one plays or whom one joins, and
    before a player."""
    dep, verb = parse.dep[head], parse.head[head]
    if parse.lower[name.end : name.end + 1] and parse.lower[name.end] in _players():
        return True
    if dep in NOUN_SUBJECTS:
        helped = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
        several = any(parse.lower[c] in ("have", "are", "were") for c in (*helped[:1], verb))
        one = parse.child(head, "conj") is None
        below = [c for c in parse.children[verb] if parse.dep[c] in ("xcomp", "advcl")]
        meant = [c for c in below if parse.tag[c] == "VB"]  # came back to beat
        deeds = {parse.lemma[t] for t in (verb, *meant)}
        return (several and one) or not deeds.isdisjoint(words_in("team_verbs", "table_verbs"))
    if dep == "pobj" and parse.lower[verb] in ("for", "by", "to", "against", "with"):
        return parse.lemma[parse.head[verb]] in words_in("team_verbs", "player_verbs")
    return dep == "dobj" and parse.lemma[verb] in words_in("team_verbs", "joining_verbs")


def _players() -> frozenset[str]:
    return read_set("coreference.toml", "players") | read_set("roles.toml", "team_offices")
