"""Offices of a body that the sentence does not name: "said chief executive Ann Lind" in a text
about Orbis, "the mayor is Ann Lind" in one about Norvik."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.claims.relational import draft_role, role_words
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.wordlists import read_set

_RIVALS = frozenset({"rival", "competitor"})
_FEWEST = 3
"""Mentions of what a text is about, at least."""


def find_main_body(referents: Referents) -> tuple[str, bool]:
    """The organization that a text speaks of more often than of any other, empty if there is none,
    and whether it does so more than twice as often."""
    counts = Counter(
        mention.entity
        for mention in referents.at.values()
        if referents.entities[mention.entity].type == "organization"
    )
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if first[1] < _FEWEST or first[1] == second[1]:
        return "", False
    return first[0], first[1] > 2 * second[1]


def draft_bare_office(context: Context, subject: End, part: Phrase) -> Iterator[Draft]:
    """The office of a person in the body that the text is about, where the sentence speaks of no
    other; where others come up often, the sentence before must speak of it and of no other too."""
    referents = context.referents
    if not context.main[0] or not _is_bare(referents, part):
        return
    label = role_words(referents, part.head)
    if subject.type == "organization" and label in _RIVALS and subject.iri != context.main[0]:
        if not _bodies_near(referents, part.head, before=False) - {context.main[0], subject.iri}:
            rival = referents.entity(context.main[0])
            yield context.typed(subject.iri, "competesWith", rival)
        return
    if subject.type != "person":
        return
    if label not in read_set("roles.toml", "corporate"):
        return
    main, alone = context.main
    if _bodies_near(referents, part.head, before=not alone) - {main} or (
        not alone and main not in _bodies_near(referents, part.head, before=True)
    ):
        return
    body = referents.entity(main)
    held = list(draft_role(context, subject, label, body))
    yield from held or [context.typed(subject.iri, "employer", body)]


def draft_local_office(context: Context, subject: End, part: Phrase) -> Iterator[Draft]:
    """What a place has, where a text opens with the place and the sentence names no other before:
    "The mayor is Ann Lind".

    Args:
        subject: Who or what the phrase is said to be.
    """
    referents = context.referents
    label = role_words(referents, part.head)
    if label not in read_set("roles.toml", "local") or not _is_bare(referents, part):
        return
    article = referents.parse.lower[part.tokens[0]] == "the"
    place = find_topic(referents, "place") if article else ""
    before = range(referents.parse.sent[part.head], part.head)
    if place and all(referents.at[t].entity == place for t in before if t in referents.at):
        yield from draft_role(context, subject, label, referents.entity(place))


def find_topic(referents: Referents, *types: str) -> str:
    """What of some types a text opens with and says what it is, empty if it opens otherwise."""
    parse = referents.parse
    opening = (referents.at.get(t) for t in range(parse.sent_end[0]))
    first = next((m for m in opening if m is not None and m.form == "name"), None)
    if first is None or referents.entities[first.entity].type not in types:
        return ""
    verb = parse.head[first.head]
    told = parse.child(verb, "attr") if parse.lemma[verb] == "be" else None
    defined = told is not None and parse.dep[first.head] == "nsubj" and parse.dep[verb] == "ROOT"
    return first.entity if defined else ""


def _is_bare(referents: Referents, part: Phrase) -> bool:
    """True for an office with nothing beside it that could say whose."""
    parse = referents.parse
    below = [c for c in parse.children[part.head] if parse.dep[c] in ("poss", "prep", "relcl")]
    if parse.lower[part.tokens[0] - 1] == "and":
        return False  # "the company's president and chief executive Ann Lind"
    named = any(t in referents.at and t != part.head for t in part.tokens)
    return not below and not named


def _bodies_near(referents: Referents, head: int, *, before: bool) -> set[str]:
    """The organizations that the sentence of a token speaks of, and the one before it."""
    parse = referents.parse
    start = parse.sent[head]
    first = parse.sent[start - 1] if start and before else start
    near = (referents.at.get(t) for t in range(first, parse.sent_end[head]))
    return {
        mention.entity
        for mention in near
        if mention is not None and referents.entities[mention.entity].type == "organization"
    }
