"""What a name names: one vote a name over all its mentions in a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgx.annotate.name_evidence import (
    HINT,
    STRONG,
    SURE,
    Votes,
    best_place,
    context_evidence,
    head_of,
    is_inside,
    place_evidence,
    word_evidence,
)
from kgx.annotate.name_words import Name, fold_words, legal_forms, words_in
from kgx.annotate.parse import Parse

UNTYPED = "MISC"
"""The label of a name that nothing tells the type of."""
MOST_MENTIONS = 50
"""Mentions of a name that are looked at, so that cost stays in bounds."""

_COPIES = 2.0  # weight of the model's own labels, shared over the mentions
_COPIES_OF_ONE = 1.6  # the same for a name of one word, which it often mistakes
_COPIES_OF_PERSON = 1.0  # the same for a person, whom news first names in full


def name_key(words: Iterable[str]) -> str:
    """What two spellings of a name share."""
    return " ".join(fold_words(words))


def vote_labels(parse: Parse, names: Sequence[Name]) -> list[str]:
    """One label for each name, the same for all mentions of a name."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name_key(parse.text[name.start : name.end])].append(name)
    votes = {key: collect_votes(parse, group) for key, group in groups.items()}
    _share_full_names(parse, groups, votes)
    label = {key: _winner(v) for key, v in votes.items()}
    return [label[name_key(parse.text[n.start : n.end])] for n in names]


def collect_votes(parse: Parse, group: Sequence[Name]) -> Votes:
    """The votes for one name; each kind of evidence counts once, however often it is met."""
    first = group[0]
    words = parse.text[first.start : first.end]
    kinds: dict[tuple[str, str], float] = {}
    labelled = [n.label for n in group if n.label]
    for n in labelled:
        copies = (
            _COPIES if len(words) > 1 else _COPIES_OF_PERSON if n == "PERSON" else _COPIES_OF_ONE
        )
        kinds["model", n] = kinds.get(("model", n), 0.0) + copies / len(labelled)
    inside = sum(is_inside(parse, n.start) for n in group)
    if inside:
        kinds["in", "GPE"] = HINT + min(1.4, 2.0 * inside / len(group))
    for label, weight in word_evidence(words).items():
        kinds["words", label] = weight
    for label, weight in place_evidence(words).items():
        kinds["places", label] = weight
    for name in group[:MOST_MENTIONS]:
        for kind, label, weight in context_evidence(parse, name):
            kinds[kind, label] = max(weight, kinds.get((kind, label), 0.0))
    votes: Votes = defaultdict(float)
    for (_, label), weight in sorted(kinds.items()):
        votes[label] += weight
    return votes


def _winner(votes: Votes) -> str:
    best = max(votes.items(), key=lambda x: (x[1], x[0]), default=(UNTYPED, 0.0))
    return best[0] if best[1] >= 0.5 else UNTYPED


def _share_full_names(parse: Parse, groups: dict[str, list[Name]], votes: dict[str, Votes]) -> None:
    """Give a short form the type of the full name it shortens: Okyay, of Osman Okyay."""
    long = [key for key in groups if " " in key]
    by_last: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[str]] = defaultdict(list)
    by_letters: dict[str, str] = {}
    legal = legal_forms()
    for key in long:
        words = key.split(" ")
        by_last[words[-1]].append(key)
        by_first[words[0]].append(key)
        by_letters["".join(w[:1] for w in words if w not in words_in("skipped"))] = key
        core = " ".join(words[:-1])
        if words[-1] in legal and core in votes:
            votes[core]["ORG"] += SURE
    for key, group in groups.items():
        if " " in key:
            continue
        if parse.text[group[0].start].isupper() and key in by_letters:
            votes[key][_winner(votes[by_letters[key]])] += STRONG
        else:
            _share_part(
                parse, group, votes, votes[key], by_last.get(key, []), by_first.get(key, [])
            )


def _share_part(
    parse: Parse,
    group: Sequence[Name],
    votes: dict[str, Votes],
    own: Votes,
    ending: Sequence[str],
    beginning: Sequence[str],
) -> None:
    """Share the type of the full names that end or begin with a name of one word."""
    place = best_place(parse.text[group[0].start])
    if place is not None and place.kind in ("country", "continent"):
        return
    if any(_winner(votes[full]) == "PERSON" for full in ending):
        own["PERSON"] += SURE
        return
    body = place is None and any(_stands_alone(parse, n) for n in group)
    for full in beginning:
        label = _winner(votes[full])
        if label == "PERSON" or (label == "ORG" and body):
            own[label] += STRONG
            break
    for full in ending:
        label = _winner(votes[full])
        if label in ("EVENT", "ORG") and body:
            own[label] += STRONG
            break


def _stands_alone(parse: Parse, name: Name) -> bool:
    """True unless a name narrows a common noun: the *Aegean* region."""
    head = head_of(parse, name.start, name.end)
    return (
        parse.dep[head] not in ("compound", "amod", "nmod") or parse.pos[parse.head[head]] != "NOUN"
    )
