"""Countries and towns that stand for their team: "France beat Argentina 3-1", "28 caps for
Ireland", "Norvik captain Ann Lind"."""

from __future__ import annotations

import re

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.words import Name, words_in
from kgx.annotate.words.gazetteer import is_nation

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def is_team(parse: Parse, name: Name) -> bool:
    """True for a mention of the name of a country, or of a town, that means its team."""
    place = best_place(" ".join(parse.text[name.start : name.end]))
    if place is not None and place.kind == "city":
        return _is_before_player(parse, name)
    if place is None or (place.kind not in ("country", "territory") and not is_nation(place)):
        return False
    head = head_of(parse, name.start, name.end)
    dep, up = parse.dep[head], parse.head[head]
    if dep in ("compound", "nmod") and up >= name.end:
        return parse.lemma[name.end].lower() in words_in("sport_nouns")
    if dep == "pobj" and parse.lower[up] == "for":
        return _is_played(parse, parse.head[up])
    return _competes(parse, head) and _is_match(parse, head)


def _is_before_player(parse: Parse, name: Name) -> bool:
    """True for the town of "*Norvik* captain Ann Lind", which is the club's."""
    words = parse.text[name.end : name.end + 2]
    players = words_in("team_ranks")
    return len(words) > 1 and words[0] in players and words[1][:1].isupper()


def _is_played(parse: Parse, governor: int) -> bool:
    """True for what is done for a team: *played* for X, *won 28 caps* for X."""
    objects = [c for c in parse.children[governor] if parse.dep[c] in ("dobj", "attr")]
    return any(parse.lemma[i] in words_in("played_for") for i in (governor, *objects))


def _competes(parse: Parse, head: int) -> bool:
    """True for the subject or the object of what teams and athletes do."""
    dep, up = parse.dep[head], parse.head[head]
    if dep == "pobj":
        dep, up = parse.lower[up], parse.head[up]
    if dep in ("over", "against", "by", "to") and parse.lemma[up] in words_in("matches_won"):
        return True  # a victory over X
    verbs = words_in("team_verbs")
    if dep in ("dobj", "nsubj", "nsubjpass", "to", "with", "against", "by"):
        return parse.lemma[up] in verbs
    return False


def _is_match(parse: Parse, token: int) -> bool:
    """True in a sentence with a score or a word for a match."""
    words = range(parse.sent[token], parse.sent_end[token])
    return any(
        parse.lemma[i].lower() in words_in("matches") or _SCORE.fullmatch(parse.text[i])
        for i in words
    ) or any(
        parse.text[i] in ("-", "–") and parse.text[i - 1].isdigit() and parse.text[i + 1].isdigit()
        for i in words[1:-1]
    )
