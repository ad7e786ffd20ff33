"""What a name names: evidence from its words, its neighbours and the gazetteer, and one vote a
name over all its mentions in a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from kgx.annotate.gazetteer import Place, nation_of, places_named
from kgx.annotate.name_words import DESIGNATION, Name, words_in
from kgx.annotate.parse import Parse
from kgx.annotate.wordlists import read_lists, read_set

Votes = dict[str, float]
"""Label to weight."""

UNTYPED = "MISC"
"""The label of a name that nothing tells the type of."""

_COPIES = 2.0  # weight of the model's own labels, shared over the mentions
_COPIES_OF_ONE = 1.6  # the same for a name of one word, which it often mistakes
_SURE = 4.0  # full name, title, designation
_STRONG = 3.0  # the words of the name itself, a country
_COPIES_OF_PERSON = 1.0  # the same for a person, whom news first names in full
_TOLD = 2.5  # a common noun beside the name
_HINT = 0.6  # a preposition or a verb

_SIDE_NOUNS = (
    ("person", "PERSON"),
    ("organization", "ORG"),
    ("country", "GPE"),
    ("city", "GPE"),
    ("place", "LOC"),
    ("facility", "FAC"),
    ("work", "WORK_OF_ART"),
    ("event", "EVENT"),
    ("law", "LAW"),
    ("product", "PRODUCT"),
)


@cache
def side_labels() -> dict[str, str]:
    """The label that a common noun gives a name beside it; the first list that holds it counts."""
    labels: dict[str, str] = {}
    for key, label in _SIDE_NOUNS:
        for noun in sorted(read_set("nouns.toml", key) - read_set("nouns.toml", "either")):
            labels.setdefault(noun, label)
    return labels


def name_key(words: Iterable[str]) -> str:
    """What two spellings of a name share."""
    return " ".join(w.replace("’", "'").rstrip(".") or w for w in words).casefold()


def vote_labels(parse: Parse, names: Sequence[Name]) -> list[str]:
    """One label for each name, the same for all mentions of a name."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name_key(parse.text[name.start : name.end])].append(name)
    votes = {key: _evidence(parse, group) for key, group in groups.items()}
    _share_full_names(parse, groups, votes)
    label = {key: _winner(v) for key, v in votes.items()}
    return [label[name_key(parse.text[n.start : n.end])] for n in names]


def _winner(votes: Votes) -> str:
    best = max(votes.items(), key=lambda x: (x[1], x[0]), default=(UNTYPED, 0.0))
    return best[0] if best[1] >= 0.5 else UNTYPED


def _evidence(parse: Parse, group: Sequence[Name]) -> Votes:
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
    inside = sum(_is_inside(parse, n.start) for n in group)
    if inside:
        kinds["in", "GPE"] = _HINT + min(1.4, 2.0 * inside / len(group))
    for label, weight in _from_words(words).items():
        kinds["words", label] = weight
    for label, weight in _from_gazetteer(words).items():
        kinds["places", label] = weight
    for name in group[:50]:
        for kind, label, weight in _from_context(parse, name):
            kinds[kind, label] = max(weight, kinds.get((kind, label), 0.0))
    votes: Votes = defaultdict(float)
    for (_, label), weight in sorted(kinds.items()):
        votes[label] += weight
    return votes


def _from_words(words: Sequence[str]) -> Votes:
    """What the words of a name say: Kale *Group*, *University* of Oslo, *F-16*."""
    if DESIGNATION.fullmatch(words[-1]) and words[-1] not in words_in("not_designations"):
        return {"PRODUCT": _SURE}
    if len(words) == 1:
        return {"ORG": _STRONG} if words[0] in words_in("agencies") else {}
    of = next((i for i, w in enumerate(words) if w in ("of", "for") and i), len(words))
    anchor = words[of - 1]
    if words[0] in words_in("leading_organizations"):
        return {"ORG": _TOLD}
    if words[0] in words_in("leading_towns"):
        return {"GPE": _TOLD - 1}
    if words[0] in words_in("leading_events"):
        return {"EVENT": _STRONG}
    if words[0] in words_in("leading_places") and anchor not in words_in("organization_heads"):
        return {"LOC": _TOLD}
    if words[0] == "University":
        return {"ORG": _STRONG}
    if len(words) == 2 and words[1].isdigit() and not words[0].isupper():
        return {"PRODUCT": 1.0}
    for key, label, weight in (
        ("organization_heads", "ORG", _STRONG),
        ("event_heads", "EVENT", _TOLD),
        ("law_heads", "LAW", _TOLD),
        ("facility_heads", "FAC", _TOLD),
        ("place_heads", "LOC", _TOLD),
        ("product_heads", "PRODUCT", _TOLD),
        ("work_heads", "WORK_OF_ART", _TOLD),
    ):
        if anchor in words_in(key):
            return {label: weight}
    return {}


def _from_gazetteer(words: Sequence[str]) -> Votes:
    """What the gazetteer says: sure of countries, less so the smaller a place."""
    name = " ".join(words)
    place = best_place(name)
    votes: Votes = {}
    if place is not None:
        if place.kind in ("country", "territory"):
            votes["GPE"] = _STRONG
        elif place.kind == "continent":
            votes["LOC"] = _STRONG + 1
        elif place.kind == "region":
            votes["GPE"] = 1.5
        else:
            votes["GPE"] = 1.8 if place.population >= 1_000_000 else 1.2
            if place.population < 100_000:
                votes["GPE"] = 0.6
    elif len(words) == 1 and nation_of(name) is not None:
        votes["NORP"] = _STRONG
    return votes


@cache
def best_place(name: str) -> Place | None:
    """The likeliest place of a name, if there is one."""
    places = places_named(name)
    return places[0] if places else None


def _from_context(parse: Parse, name: Name) -> list[tuple[str, str, float]]:
    """What stands around one mention, as (kind of evidence, label, weight)."""
    found: list[tuple[str, str, float]] = []
    if name.title:
        found.append(("title", "PERSON", _SURE))
    head = head_of(parse, name.start, name.end)
    up = parse.head[head]
    dep = parse.dep[head]
    if name.start > parse.sent[name.start]:
        before = name.start - 1
        if parse.text[before] in words_in("titles") and parse.head[before] == head:
            found.append(("title", "PERSON", _SURE))
        elif label := _noun_label(parse, before):
            found.append(("noun before", label, _TOLD))
        elif parse.lemma[before] in _shared_nouns() and name.end - name.start == 1:
            found.append(("noun before", "ORG", 1.2))
        if (
            parse.lower[before] == "of"
            and before
            and _noun_label(parse, before - 1) in ("GPE", "LOC")
        ):
            found.append(("of", "GPE", _STRONG))
        plural = parse.tag[head] == "NNPS" and head == name.start
        if plural and name.label in ("PRODUCT", "") and parse.lower[before] == "the":
            found.append(("people", "NORP", 2.0))
    if parse.lower[name.end : name.end + 2] == ["et", "al."]:
        found.append(("et al.", "PERSON", _STRONG))
    for child in parse.children[head]:
        if parse.dep[child] == "appos" and child >= name.end:
            if parse.text[child].isdigit() and len(parse.text[child]) <= 2:
                found.append(("age", "PERSON", _STRONG))
            elif label := _noun_label(parse, child):
                found.append(("apposition", label, _TOLD))
        elif parse.dep[child] == "relcl" and _starts_with_who(parse, child):
            found.append(("who", "PERSON", 2.0))
    if dep == "appos" and not name.start <= up < name.end and (label := _noun_label(parse, up)):
        found.append(("apposition", label, _TOLD))
    if parse.lower[name.end - 1] == "family":
        found.append(("family", "NORP", 9.0))
    if (
        dep in ("compound", "nummod", "nmod")
        and up == name.end
        and (label := _noun_label(parse, up))
    ):
        numbered = parse.text[name.end - 1].isdigit() and label == "PRODUCT"
        body = parse.lower[up] in words_in("named_bodies")
        if label in ("LOC", "FAC", "GPE") or numbered or body:
            found.append(("noun after", label, 2.0 if body else 1.6))
    if dep == "dobj" and parse.lemma[up] in words_in("body_verbs"):
        found.append(("bought", "ORG", 2.2))
    if dep == "nsubj" and parse.lemma[up] in words_in("speech_verbs"):
        found += [("speech", "PERSON", _HINT + 0.2), ("speech", "ORG", _HINT - 0.2)]
    if dep == "nsubj" and parse.lemma[up] == "be":
        attr = parse.child(up, "attr")
        if attr is None and _lies_in(parse, up):
            found.append(("lies", "GPE", 1.0))
        if attr is not None and (label := _noun_label(parse, attr)):
            found.append(("copula", label, 2.0))
    return found


def _noun_label(parse: Parse, token: int) -> str | None:
    if parse.pos[token] not in ("NOUN", "PROPN"):
        return None
    lemma = parse.lemma[token].lower()
    label = side_labels().get(lemma)
    ends = read_lists("nouns.toml")["person_ends"]
    return "PERSON" if label is None and lemma.endswith(ends) else label


@cache
def _shared_nouns() -> frozenset[str]:
    """Nouns for bodies that a person may be called by as well."""
    return read_set("nouns.toml", "either") & read_set("nouns.toml", "organization")


def _lies_in(parse: Parse, verb: int) -> bool:
    """True for ``is in``."""
    return any(
        parse.dep[c] == "prep" and parse.lower[c] == "in" and c == verb + 1
        for c in parse.children[verb]
    )


def _starts_with_who(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] in ("who", "whom") for c in parse.children[verb])


def _is_inside(parse: Parse, start: int) -> bool:
    """True for a name after ``in`` or its like: a place, unless one puts money in it."""
    before = start - 1
    if start > parse.sent[start] and parse.lower[before] == "the":
        before -= 1
    if before < parse.sent[start] or parse.lower[before] not in (
        "in",
        "near",
        "across",
        "throughout",
    ):
        return False
    return parse.lemma[parse.head[before]].lower() not in words_in("put_into")


def head_of(parse: Parse, start: int, end: int) -> int:
    """The token of ``[start, end)`` that hangs on a token outside; the last such."""
    for token in range(end - 1, start - 1, -1):
        if not start <= parse.head[token] < end or parse.head[token] == token:
            return token
    return end - 1


def _share_full_names(parse: Parse, groups: dict[str, list[Name]], votes: dict[str, Votes]) -> None:
    """Give a short form the type of the full name it shortens: Okyay, of Osman Okyay."""
    by_last: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[str]] = defaultdict(list)
    for key in groups:
        words = key.split(" ")
        if len(words) > 1:
            by_last[words[-1]].append(key)
            by_first[words[0]].append(key)
    by_letters = {
        "".join(w[:1] for w in k.split(" ") if w not in words_in("skipped")): k
        for k in groups
        if " " in k
    }
    legal = {w.rstrip(".").casefold() for w in read_set("coreference.toml", "legal")}
    for key in groups:
        words = key.split(" ")
        if len(words) > 2 and words[-1] in legal and (core := " ".join(words[:-1])) in votes:
            votes[core]["ORG"] += _SURE
    for key in groups:
        if " " in key:
            continue
        if parse.text[groups[key][0].start].isupper() and key in by_letters:
            votes[key][_winner(votes[by_letters[key]])] += _STRONG
            continue
        place = best_place(parse.text[groups[key][0].start])
        if place is not None and place.kind in ("country", "continent"):
            continue
        for full in by_last.get(key, []):
            if _winner(votes[full]) == "PERSON":
                votes[key]["PERSON"] += _SURE
                break
        else:
            alone = any(_stands_alone(parse, n) for n in groups[key])
            for full in by_first.get(key, []):
                label = _winner(votes[full])
                if label == "PERSON" or (label == "ORG" and place is None and alone):
                    votes[key][label] += _STRONG
                    break
            for full in by_last.get(key, []):
                label = _winner(votes[full])
                if label in ("EVENT", "ORG") and alone and place is None:
                    votes[key][label] += _STRONG
                    break


def _stands_alone(parse: Parse, name: Name) -> bool:
    """True unless a name narrows a common noun: the *Aegean* region."""
    head = head_of(parse, name.start, name.end)
    return (
        parse.dep[head] not in ("compound", "amod", "nmod") or parse.pos[parse.head[head]] != "NOUN"
    )
