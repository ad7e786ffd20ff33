"""How old someone is where a clause says so: "She was 91", "died aged 84", "died at 91"."""

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.iris import XSD

_INTEGER = XSD + "integer"
_OLDEST = 120
_ENDING = frozenset({"die", "pass"})


def draft_age(context: Context, clause: Clause, subject: End | None) -> Iterator[Draft]:
    """The age of a person when the document was written, or when they died."""
    if subject is None or subject.type != "person" or clause.polarity == "negative":
        return
    parse = context.referents.parse
    found = _be(parse, clause) if clause.kind == "copula" else _at_end(parse, clause)
    if found is not None:
        yield context.typed(subject.iri, "age", End(None, None, parse.text[found], _INTEGER))


def _be(parse: Parse, clause: Clause) -> int | None:
    """The number in "She was 91"; not in "She was 12 when the war began"."""
    timed = clause.time is not None or parse.child(clause.head, "advcl") is not None
    if timed or parse.dep[clause.head] not in ("ROOT", "ccomp", "conj"):
        return None
    for part in clause.arguments:
        if part.role == "complement" and not part.marker and part.tokens == (part.head,):
            return part.head if _is_age(parse, part.head) else None
    return None


def _at_end(parse: Parse, clause: Clause) -> int | None:
    """The number in "died aged 84", "died at 91", "died at the age of 91"."""
    if parse.lemma[clause.head] not in _ENDING:
        return None
    for t in range(clause.head + 2, min(clause.head + 12, parse.sent_end[clause.head])):
        before = parse.lower[t - 1]
        after = before in ("aged", "at") or parse.lower[t - 2 : t] == ["age", "of"]
        if after and _is_age(parse, t):
            return t
    return None


def _is_age(parse: Parse, token: int) -> bool:
    text = parse.text[token]
    following = parse.text[token + 1 : token + 2]
    whole = following not in (["-"], ["–"], ["%"], [":"])
    return whole and text.isdecimal() and len(text) < 4 and 0 < int(text) <= _OLDEST
