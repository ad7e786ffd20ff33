"""Names that recall what is in mind: "the Bergs", "the Norwegians" for a team, "the Company"."""

from __future__ import annotations

from kgx.annotate.coreference.discourse import Discourse, add_mention, things_in_mind
from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.coreference.noun_mentions import find_thing
from kgx.annotate.coreference.salience import HEAD_WINDOW, WINDOW
from kgx.annotate.coreference.things import Thing
from kgx.annotate.names.evidence import best_place
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_types import noun_types
from kgx.records import changed


def take_recalled(d: Discourse, name: Candidate) -> bool:
    """Make a name of one word after "the" a mention of what it recalls, if that is in mind: a
    people of the team of the country just spoken of, the plural of a surname of the two whom "and"
    joined, a noun with a capital of what the noun would be. True where there is such a thing."""
    if d.parse.lower[max(0, name.start - 1)] != "the" or name.end - name.start > 1:
        return False
    mention, lower = name, d.parse.lower[name.head]
    if name.label == "NORP":
        thing = _find_team(d, name)
    elif lower in noun_types():
        noun = changed(
            name, form="nominal", label=lower, type=noun_types()[lower], article="definite"
        )
        thing, _ = find_thing(d, noun, -1)
        if thing is not None and thing.type == "place":
            mention = noun  # "the Kingdom" is no name of Norland
    elif name.type == "person" and lower.endswith("s"):
        thing = _find_family(d, name)
    else:
        return False
    if thing is None or not (thing.names or thing.is_joined):
        return False
    add_mention(d, thing, mention, "what is in mind and called so")
    return True


def _find_team(d: Discourse, people: Candidate) -> Thing | None:
    nation = nation_of(d.parse.text[people.head])
    if nation is None or not nation.same_as:
        return None
    for thing in reversed(things_in_mind(d, people.sentence, WINDOW)):
        place = best_place(" ".join(thing.names[0])) if thing.names else None
        own = place is not None and place.same_as[:1] == nation.same_as[:1]
        if own and thing.type == "organization":
            return thing
    return None


def _find_family(d: Discourse, plural: Candidate) -> Thing | None:
    surname = d.parse.text[plural.head]
    surname = surname.removesuffix("es" if surname.endswith(("ses", "zes", "xes")) else "s")
    for thing in reversed(things_in_mind(d, plural.sentence, HEAD_WINDOW)):
        if thing.is_joined and thing.type == "person":
            first = thing.mentions[0]
            if surname in d.parse.text[first.start : first.end]:
                return thing
    return None
