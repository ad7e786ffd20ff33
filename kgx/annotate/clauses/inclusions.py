"""What a text lists as part of a group: "several firms, including Orbis"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import is_nominal, noun_clause, phrase_words


def read_inclusions(reader: Reader) -> Iterator[Clause]:
    """One clause for each member of a group in the plural, in order."""
    parse = reader.parse
    for token in range(len(parse)):
        marker = _marker(parse, token)
        if not marker:
            continue
        group, member = _group(parse, token), parse.child(token, "pobj")
        if member is None or group > token or parse.tag[group] not in _SEVERAL:
            continue
        words = tuple(t for t in phrase_words(parse, group) if t < marker[0])
        if not is_nominal(parse, member) or group not in words:
            continue
        for one in spread_out(parse, member):
            part = phrase(reader, one, "object")
            if part.tokens and part.tokens[0] > token:
                subject = Phrase(group, words, "subject")
                yield noun_clause(one, "inclusion", "include", subject, [part], relation=marker)


def _group(parse: Parse, token: int) -> int:
    """What a list of members is of: the noun it hangs on; of a verb, the object, else the
    subject."""
    above = parse.head[token]
    if parse.pos[above] not in ("VERB", "AUX"):
        return above
    nouns = [c for c in parse.children[above] if parse.dep[c] in _ENDS and c < token]
    return nouns[-1] if nouns else above


_ENDS = frozenset({"dobj", "attr", "nsubj", "nsubjpass"})
_SEVERAL = frozenset({"NNS", "NNPS"})


def _marker(parse: Parse, token: int) -> tuple[int, ...]:
    """The words that open a list of members, () for any other token."""
    if parse.dep[token] != "prep":
        return ()
    if parse.lower[token] == "including":
        return (token,)
    if parse.lower[token] == "among" and parse.child(token, "fixed") == token + 1:
        return (token, token + 1)
    such = token > 0 and parse.lower[token] == "as" and parse.lower[token - 1] == "such"
    return (token - 1, token) if such else ()
