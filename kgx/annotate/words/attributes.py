"""Coarse tags, morphology and irregular lemmas by the rules of the model's attribute ruler, sooner.

spaCy's `AttributeRuler` tries all its patterns at every token. Nearly all of them look at one
token alone: its tag, its label and whether it is one of a few words; so what they say is found
once for each of these combinations, and then known. Those that ask for the shape of a word are
tried where a doc has such a word, which few have.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_MOST = 200_000  # words whose shape is remembered
_LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})


@dataclass(slots=True)
class Plan:
    """How the patterns of a ruler are gone through.

    Attributes:
        size: How many rules the ruler had.
        short: A matcher of the patterns for one token that look at word, tag and label alone.
        shaped: A matcher of the patterns with a token that asks for the shape of a word.
        other: A matcher of the other patterns.
        shapes: Those that patterns ask for.
        seen: Whether a word, by its key, has one of them.
        words: Keys of the words that short patterns name.
        known: What short patterns set for a word (0 for all but ``words``), tag, label, and white
            space or not.
    """

    size: int
    short: Matcher
    shaped: Matcher
    other: Matcher
    shapes: list[re.Pattern[str]] = field(default_factory=list)
    seen: dict[int, bool] = field(default_factory=dict)
    words: set[int] = field(default_factory=set)
    known: dict[tuple[int, ...], dict[Any, Any]] = field(default_factory=dict)


class QuickRuler(AttributeRuler):
    """An attribute ruler that sets what spaCy's sets."""

    plan: Plan | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.plan is None or self.plan.size != len(self.attrs):
            self.plan = _make_plan(self)
        for token, attributes in enumerate([*_find_attributes(self, self.plan, doc)]):
            set_token_attrs(doc[token], attributes)
        return doc


@Language.factory("kgx_attribute_ruler", assigns=["token.pos", "token.morph", "token.lemma"])
def make_ruler(nlp: Language, name: str) -> QuickRuler:
    """The component to replace spaCy's ``attribute_ruler`` with."""
    return QuickRuler(nlp.vocab, name)


def quicken(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline, where it is spaCy's own, take less time."""
    for name, component in nlp.pipeline:
        if isinstance(component, AttributeRuler) and type(component) is AttributeRuler:
            if any("_" in attributes for attributes in component.attrs):
                continue  # extension attributes of two rules for one token would have to be joined
            quick: Any = nlp.replace_pipe(name, "kgx_attribute_ruler")
            quick.add_patterns(component.patterns)
            quick.plan = _make_plan(quick)


def _make_plan(ruler: AttributeRuler) -> Plan:
    short, shaped, other = (Matcher(ruler.vocab) for _ in range(3))
    plan = Plan(len(ruler.attrs), short, shaped, other)
    for number, rule in enumerate(ruler.patterns):
        patterns: Any = rule["patterns"]
        for pattern in patterns:
            words = _named_words(pattern[0]) if len(pattern) == 1 else None
            shapes = [token["LOWER"]["REGEX"] for token in pattern if _asks_for_shape(token)]
            matcher = plan.short if words is not None else plan.shaped if shapes else plan.other
            matcher.add(str(number), [pattern])
            plan.shapes += map(re.compile, shapes)
            plan.words.update(ruler.vocab.strings.add(word) for word in words or ())
    return plan


def _named_words(token: dict[str, Any]) -> list[str] | None:
    """The words that a pattern for one token asks for; None where it looks at something else."""
    word = token.get("LOWER", {"IN": []})
    if not _LOOKED_AT.issuperset(token):
        return None
    if isinstance(word, str):
        return [word]
    return list(word["IN"]) if word.keys() == {"IN"} else None


def _asks_for_shape(token: dict[str, Any]) -> bool:
    """True for a token of a pattern that has to have a word of some shape."""
    word = token.get("LOWER")
    return token.get("OP", "1") in ("1", "+") and isinstance(word, dict) and "REGEX" in word


def _has_shape(ruler: AttributeRuler, plan: Plan, words: set[int]) -> bool:
    """True if one of the words of a doc, by their keys, has a shape that patterns ask for."""
    if len(plan.seen) > _MOST:
        plan.seen.clear()
    for word in words - plan.seen.keys():
        said = ruler.vocab.strings[word]
        plan.seen[word] = any(shape.search(said) for shape in plan.shapes)
    return any(map(plan.seen.__getitem__, words))


def _find_attributes(ruler: AttributeRuler, plan: Plan, doc: Doc) -> Iterator[dict[Any, Any]]:
    """What to set, for each token."""
    further: dict[int, list[int]] = defaultdict(list)
    looks = doc.to_array([LOWER, TAG, DEP, IS_SPACE]).tolist() if len(doc) else []
    matches = plan.other(doc, allow_missing=True)
    if _has_shape(ruler, plan, {look[0] for look in looks}):
        matches += plan.shaped(doc, allow_missing=True)
    for rule, start, end in matches:
        number = int(ruler.vocab.strings[rule])
        index = ruler.indices[number]
        further[start + index if index >= 0 else end + index].append(number)
    for token, (word, *others) in enumerate(looks):
        key = (word if word in plan.words else 0, *others)
        if token in further:
            yield _attributes_at(ruler, plan, doc, token, further[token])
        elif key in plan.known:
            yield plan.known[key]
        else:
            yield plan.known.setdefault(key, _attributes_at(ruler, plan, doc, token, []))


def _attributes_at(
    ruler: AttributeRuler, plan: Plan, doc: Doc, token: int, further: list[int]
) -> dict[Any, Any]:
    """What short patterns set, with what further rules do; the later rule wins."""
    matches = plan.short(doc[token : token + 1], allow_missing=True)
    found: dict[Any, Any] = {}
    for number in sorted([*further, *(int(ruler.vocab.strings[m[0]]) for m in matches)]):
        found.update(ruler.attrs[number])
    return found
