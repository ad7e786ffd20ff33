"""Past participles, so that one relation has one name in every tense and voice: "sells X to Y", "is
selling X to Y" and "X was sold to Y" all say ``sold to`` of X."""

import functools
import re
from collections.abc import Mapping

from kgx.annotate.words.tables import read_table
from kgx.errors import RuleError

_NAME = "participles.toml"
_PREFIXES = ("re", "over", "under", "out", "un", "mis", "with", "fore")
_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")


@functools.cache
def load_irregular() -> Mapping[str, str]:
    """Participles by lemma, of the verbs that the spelling rules get wrong.

    Raises:
        RuleError: A participle is no word.
    """
    raw = read_table(_NAME)
    for lemma, participle in raw.items():
        if not (isinstance(participle, str) and participle.isalpha()):
            raise RuleError(f"{_NAME}: {lemma} = {participle!r}: must be a word")
    return raw


def participle_of(lemma: str) -> str:
    """The past participle of a verb's lemma; words after the verb are kept.

    >>> participle_of("sell"), participle_of("carry out"), participle_of("ban")
    ('sold', 'carried out', 'banned')
    >>> participle_of("retake"), participle_of("review")
    ('retaken', 'reviewed')
    """
    verb, _, rest = lemma.partition(" ")
    known = load_irregular()
    done = known.get(verb) or _with_prefix(known, verb) or _regular(verb)
    return f"{done} {rest}".rstrip()


def _with_prefix(known: Mapping[str, str], verb: str) -> str:
    """The participle of "retake", which goes like "take"; empty where nothing is known of it."""
    found = (p for p in _PREFIXES if verb.startswith(p) and verb.removeprefix(p) in known)
    prefix = next(found, None)
    return "" if prefix is None else prefix + known[verb.removeprefix(prefix)]


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u", ""):
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    return verb + (verb[-1] if _ONE_SYLLABLE.fullmatch(verb) else "") + "ed"
