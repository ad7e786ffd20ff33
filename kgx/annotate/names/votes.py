"""What rules say a name names: the evidence of all its mentions in a document, added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.adherents import members_of
from kgx.annotate.names.context import context_evidence, is_inside
from kgx.annotate.names.evidence import (
    HINT,
    STRONG,
    SURE,
    TOLD,
    Votes,
    best_place,
    name_evidence,
)
from kgx.annotate.names.known_names import is_sporting, is_town_club, known_products
from kgx.annotate.names.renamed import share_renamed
from kgx.annotate.names.series import share_series
from kgx.annotate.names.told import is_earlier_firm, is_told_person, is_told_place
from kgx.annotate.names.words import Name, fold_words, legal_forms, words_in
from kgx.annotate.words.wordlists import read_set

UNTYPED = "MISC"
"""The label of a name that nothing tells the type of."""
MOST_MENTIONS = 50
"""Mentions of a name that are looked at, so that cost stays in bounds."""

_SHORTEST = 2  # letters; a longer acronym of a place stands in the gazetteer
_COPIES = 2.0  # weight of the model's own labels, shared over the mentions
_COPIES_OF_ONE = 1.6  # the same for a name of one word, which it often mistakes
_COPIES_OF_PERSON = 1.0  # the same for a person, whom news first names in full


@dataclass(slots=True)
class Ballot:
    """A name of a document.

    Attributes:
        mentions: In order.
        told: Weight of each kind of evidence for a label.
        votes: Weight of each label, with what full names add.
        longer: What the full names are that it shortens: their labels, each with how it does.
    """

    mentions: list[Name]
    told: dict[tuple[str, str], float]
    votes: Votes
    longer: list[str]

    def best(self) -> str:
        """The label with most votes; `UNTYPED` where they are few."""
        label, weight = max(self.votes.items(), key=lambda x: (x[1], x[0]), default=(UNTYPED, 0.0))
        return label if weight >= 0.5 else UNTYPED

    def is_sure(self) -> bool:
        """True where the text says what it is, or several hints agree."""
        best = self.best()
        said = any(x == best and w >= TOLD and k != "model" for (k, x), w in self.told.items())
        return said or best == "NORP" or self.votes.get(best, 0.0) >= STRONG


def name_key(words: Iterable[str]) -> str:
    """What two spellings of a name share."""
    return _key_of(tuple(words))


@lru_cache(maxsize=16384)
def _key_of(words: tuple[str, ...]) -> str:
    return " ".join(fold_words(words))


def hold_vote(parse: Parse, names: Sequence[Name]) -> dict[str, Ballot]:
    """One ballot for each name, by what its spellings share."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name_key(parse.text[name.start : name.end])].append(name)
    towns = any(is_town_club(parse.text[g[0].start : g[0].end]) for g in groups.values())
    sporting = towns and is_sporting(parse)
    ballots = {key: _count_votes(parse, group, sporting) for key, group in groups.items()}
    _share_full_names(parse, ballots)
    _share_rivals(parse, ballots)
    share_series(parse, ballots)
    share_renamed(parse, ballots)
    return ballots


def _count_votes(parse: Parse, group: list[Name], sporting: bool) -> Ballot:
    """The votes for one name; each kind of evidence counts once, however often it is met."""
    told: dict[tuple[str, str], float] = {}
    for kind, label, weight in _evidence(parse, group, sporting):
        told[kind, label] = max(weight, told.get((kind, label), 0.0))
    votes: Votes = defaultdict(float)
    for (_, label), weight in sorted(told.items()):
        votes[label] += weight
    return Ballot(group, told, votes, [])


def _evidence(parse: Parse, group: list[Name], sporting: bool) -> Iterator[tuple[str, str, float]]:
    words = parse.text[group[0].start : group[0].end]
    labelled = [n.label for n in group if n.label]
    acronym = len(words) == 1 and words[0].isupper() and best_place(words[0]) is None
    inside = sum(is_inside(parse, n.start) and not _narrows_building(parse, n) for n in group)
    if acronym and not inside and len(words[0]) > _SHORTEST:
        labelled = ["ORG" if label == "GPE" else label for label in labelled]
    for label in set(labelled):
        copies = _COPIES if len(words) > 1 else _COPIES_OF_ONE
        if len(words) == 1 and label == "PERSON":
            copies = _COPIES_OF_PERSON
        yield "model", label, copies * labelled.count(label) / len(labelled)
    if inside and not acronym:  # "experts in AI"
        yield "in", "GPE", HINT + min(1.4, 2.0 * inside / len(group))
    if sporting and inside < len(group) and is_town_club(words):
        yield "club", "ORG", SURE
    yield from name_evidence(tuple(words))
    for name in group[:MOST_MENTIONS]:
        yield from context_evidence(parse, name)


def _narrows_building(parse: Parse, name: Name) -> bool:
    """True for a name before the noun of a building, which one is in: "in *Orlo* prison"."""
    head, noun = head_of(parse, name.start, name.end), name.end
    tied = parse.dep[head] == "compound" and parse.head[head] == noun
    return tied and parse.lower[noun] in words_in("small_heads")


def _share_full_names(parse: Parse, ballots: dict[str, Ballot]) -> None:
    """Give a short form the type of the full name it shortens: Okyay, of Osman Okyay."""
    by_last: dict[str, list[Ballot]] = defaultdict(list)
    by_first: dict[str, list[Ballot]] = defaultdict(list)
    by_letters: dict[str, Ballot] = {}
    for key, ballot in ballots.items():
        words = key.split(" ")
        if len(words) == 1:
            continue
        by_last[words[-1]].append(ballot)
        by_first[words[0]].append(ballot)
        by_letters["".join(w[:1] for w in words if w not in words_in("skipped"))] = ballot
        core = " ".join(words[:-1])
        if words[-1] in legal_forms() and core in ballots:
            ballots[core].votes["ORG"] += SURE
    _share_openings(ballots)
    _share_parties(ballots)
    _share_models(parse, ballots)
    _share_vessels(parse, ballots)
    for key, ballot in ballots.items():
        if " " in key:
            continue
        full = by_letters.get(key)
        if full is not None and parse.text[ballot.mentions[0].start].isupper():
            ballot.votes[full.best()] += STRONG
            ballot.longer.append(f"letters {full.best()}")
        else:
            _share_part(parse, ballot, by_last.get(key, []), by_first.get(key, []))


def _share_openings(ballots: dict[str, Ballot]) -> None:
    """Give two words or more that open the name of a firm its type: *Cedar Coast* Airlines; a
    school or a club may be called after a place or a person."""
    openings: dict[str, str] = {}
    for key, ballot in ballots.items():
        words = key.split(" ")
        if words[-1] in read_set("coreference.toml", "forms") and ballot.best() == "ORG":
            for size in range(2, len(words)):
                openings.setdefault(" ".join(words[:size]), key)
    for key in openings.keys() & ballots.keys():
        if best_place(key) is None:
            ballots[key].votes["ORG"] += STRONG
            ballots[key].longer.append("start ORG")


def _share_parties(ballots: dict[str, Ballot]) -> None:
    """Give who the members of a party are its type: the Liberals, of the Liberal Party."""
    for key in ballots.keys() & {" ".join(members_of(tuple(key.split(" ")))) for key in ballots}:
        ballots[key].votes["ORG"] += SURE + STRONG
        ballots[key].longer.append("end ORG")


def _share_models(parse: Parse, ballots: dict[str, Ballot]) -> None:
    """Give what a product is called without its maker the product's type: *the* Kite, of the Orbis
    Kite of Orbis."""
    for key in [k for k, b in ballots.items() if " " in k and b.best() == "PRODUCT"]:
        maker, _, model = key.partition(" ")
        if maker in ballots and model in ballots and ballots[maker].best() == "ORG":
            starts = [n.start for n in ballots[model].mentions[:MOST_MENTIONS]]
            if any(start and parse.lower[start - 1] == "the" for start in starts):
                ballots[model].votes["PRODUCT"] += SURE
                ballots[model].told["maker's", "PRODUCT"] = SURE


def _share_vessels(parse: Parse, ballots: dict[str, Ballot]) -> None:
    """Give the bare name of a ship its type: Orla, of HMS Orla."""
    for key in [k for k in ballots if " " in k]:
        _, _, bare = key.partition(" ")
        first = ballots[key].mentions[0].start
        if bare in ballots and parse.text[first] in words_in("leading_vessels"):
            ballots[bare].votes["PRODUCT"] += SURE + STRONG
            ballots[bare].longer.append("end PRODUCT")


def _share_part(
    parse: Parse, ballot: Ballot, ending: Sequence[Ballot], beginning: Sequence[Ballot]
) -> None:
    """Share the type of the full names that end or begin with a name of one word, and what is told
    of that name alone with these."""
    _share_told(ballot, ending, beginning)
    if is_earlier_firm(ballot, ending):
        ending = [b for b in ending if b.best() != "PERSON"]
    ends, begins = [b.best() for b in ending], [b.best() for b in beginning]
    ballot.longer += [f"end {x}" for x in ends] + [f"start {x}" for x in begins]
    place = best_place(parse.text[ballot.mentions[0].start])
    if place is not None and place.kind in ("country", "continent"):
        return
    if "PERSON" in ends:
        _take_for_surname(ballot, ending)
    elif _is_of_itself(parse, ballot):
        return
    elif any(_is_civic(parse, full) for full in beginning):
        ballot.votes["GPE"] += STRONG
    else:
        body = place is None and not is_told_place(ballot)
        body = body and any(_stands_alone(parse, n) for n in ballot.mentions)
        for label in _labels_shared(parse, ballot, ending, beginning, body=body):
            ballot.votes[label] += STRONG


def _share_told(ballot: Ballot, ending: Sequence[Ballot], beginning: Sequence[Ballot]) -> None:
    """Give full names the type that is told of the name of one word that they end or begin with."""
    if is_told_person(ballot):
        for full in ending:
            _take_for_person(full)
    if ballot.told.get(("has", "ORG")):  # "Helia, whose headquarters", of Helia Livs
        for full in beginning:
            full.told["first word", "ORG"] = SURE
            full.votes["ORG"] += SURE


def _take_for_surname(ballot: Ballot, ending: Sequence[Ballot]) -> None:
    """Vote for a person, whatever lists say where the full name comes first."""
    ballot.votes["PERSON"] += SURE
    first = min(b.mentions[0].start for b in ending if b.best() == "PERSON")
    if first < ballot.mentions[0].start:
        _drop_lists(ballot)


def _is_of_itself(parse: Parse, ballot: Ballot) -> bool:
    """True for a name whose own words tell its type: a part of the world, a product."""
    continental = parse.text[ballot.mentions[0].start] in words_in("continental")
    return continental or ballot.told.get(("words", "PRODUCT"), 0.0) >= STRONG


def _labels_shared(
    parse: Parse,
    ballot: Ballot,
    ending: Sequence[Ballot],
    beginning: Sequence[Ballot],
    *,
    body: bool,
) -> list[str]:
    """The labels of full names that speak for what is short for them.

    Args:
        body: Whether it may be a body's or an event's.
    """
    ends, begins = [b.best() for b in ending], [b.best() for b in beginning]
    told = [x for x in begins if x == "PERSON" or (x == "ORG" and body)][:1]
    told += [x for x in ends if x in ("EVENT", "ORG") and body][:1]
    numbered = bool(beginning) and all(_is_numbered(parse, b) for b in beginning)
    if numbered and not any(x == "ORG" for _, x in ballot.told):
        told.append("PRODUCT")  # Nova, of Nova 2
    products = known_products()  # Nova, of iPod Nova
    return told + ["PRODUCT" for b in ending if parse.text[b.mentions[0].start] in products][:1]


def _is_numbered(parse: Parse, full: Ballot) -> bool:
    """True for a product that a number tells from others of its kind."""
    return full.best() == "PRODUCT" and parse.text[full.mentions[0].end - 1].isdigit()


def _is_civic(parse: Parse, full: Ballot) -> bool:
    """True for a body of the place that its name begins with: Norvik *City* Council."""
    name = full.mentions[0]
    return name.end - name.start > 2 and parse.text[name.start + 1] in words_in("civic")


def _take_for_person(full: Ballot) -> None:
    """Take a full name that ends with such a surname for a person's, unless its words say more, or
    the text says that it is something else."""
    words = any(k in ("words", "company", "places") for k, _ in full.told)
    other = any(k == "copula" and label != "PERSON" for k, label in full.told)
    if not words and not other:
        full.told["surname", "PERSON"] = SURE
        full.votes["PERSON"] += SURE


def _drop_lists(ballot: Ballot) -> None:
    """Take back what lists of names the world knows say of the surname of somebody who was named in
    full before: Lucho *Ferrari*."""
    for kind, label in list(ballot.told):
        if kind in ("words", "company", "club"):
            ballot.votes[label] -= ballot.told.pop((kind, label))


def _share_rivals(parse: Parse, ballots: dict[str, Ballot]) -> None:
    """Give "X, Y's rival", "Y rival X" and their like the type of Y."""
    holder = {t: b for b in ballots.values() for n in b.mentions for t in range(n.start, n.end)}
    for ballot in ballots.values():
        for name in ballot.mentions[:MOST_MENTIONS]:
            owner = None if _is_somebody(ballot) else _rival_of(parse, name)
            if owner is not None and owner in holder and holder[owner] is not ballot:
                label = holder[owner].best()
                if label in ("GPE", "LOC", "NORP"):  # a land's leader, a town's champion
                    continue
                ballot.told["rival", label] = TOLD
                ballot.votes[label] += TOLD


def _is_somebody(ballot: Ballot) -> bool:
    """True for several words that the pipeline's own model takes for a person, and nothing for a
    body: Orbis trader *Ann Lind*."""
    name = ballot.mentions[0]
    person = all(n.label == "PERSON" for n in ballot.mentions) and name.end - name.start > 1
    return person and not any(x == "ORG" for _, x in ballot.told)


def _rival_of(parse: Parse, name: Name) -> int | None:
    """The owner of the noun that a name is called by: *Orbis's* rival X, *Orbis* rival X."""
    nouns = read_set("nouns.toml", "either")
    noun = parse.child(head_of(parse, name.start, name.end), "appos")
    if noun is not None and parse.lemma[noun] in nouns:
        return parse.child(noun, "poss")
    before = name.start - 1
    if before > parse.sent[name.start] and parse.lower[before] in nouns:
        return before - 1 if parse.pos[before - 1] == "PROPN" else parse.child(before, "poss")
    return None


def _stands_alone(parse: Parse, name: Name) -> bool:
    """True unless a name narrows a common noun: the *Aegean* region."""
    head = head_of(parse, name.start, name.end)
    return (
        parse.dep[head] not in ("compound", "amod", "nmod") or parse.pos[parse.head[head]] != "NOUN"
    )
