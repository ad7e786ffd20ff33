"""Interviews: who speaks in a turn, which blocks ask, and who answers."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, Quote, read_ents

FEWEST_QUESTIONS = 2
"""Blocks that ask, which make a text an interview."""
_ANSWERS = frozenset({"a", "answer"})


def first_word(parse: Parse, block: Block) -> int:
    """The first token of a block that is no white space."""
    return next((i for i in range(block.start, block.end) if parse.pos[i] != "SPACE"), block.start)


def find_guest(doc: Doc, blocks: list[Block]) -> int | None:
    """Who answers where turns are marked "Q" and "A": the first person named before them."""
    first = next((b.start for b in blocks if b.kind == "turn"), 0)
    named = (e for e in doc.ents if e.label_ == "PERSON" and e.end <= first)
    guest = next(named, None)
    return None if guest is None else guest.root.i


def find_initials(doc: Doc) -> dict[str, int]:
    """The root of the first name of each person by its initials, where no other person has them:
    interviews mark turns with these."""
    named: dict[str, dict[str, int]] = {}
    for start, end, label in read_ents(doc):
        if label != "PERSON" or end - start < 2:
            continue
        ent = doc[start:end]
        words = ent.text.split()
        if len(words) > 1:
            letters = "".join(w[0] for w in words).upper()
            named.setdefault(letters, {}).setdefault(ent.text, ent.root.i)
    return {k: min(roots.values()) for k, roots in named.items() if len(roots) == 1}


def find_answers(doc: Doc, parse: Parse, blocks: Sequence[Block]) -> dict[int, int]:
    """Blocks that answer the questions of an interview whose turns no name marks, with who speaks:
    the one person that the headline names."""
    asked = find_questions(parse, blocks)
    if len(asked) < FEWEST_QUESTIONS or any(b.kind == "turn" for b in blocks):
        return {}
    spoken_to = any(
        parse.lower[i] in ("you", "your")
        for n in asked
        for i in range(blocks[n].start, blocks[n].end)
    )
    title = {i for b in blocks if b.kind in ("headline", "deck") for i in range(b.start, b.end)}
    named = [e for e in doc.ents if e.label_ == "PERSON" and e.start in title]
    if not spoken_to or len({e.text for e in named}) != 1:
        return {}
    return {
        n: named[0].root.i
        for n in range(asked[0] + 1, len(blocks))
        if n not in asked and blocks[n].kind in ("paragraph", "item")
    }


def find_questions(parse: Parse, blocks: Sequence[Block]) -> list[int]:
    """The numbers of the blocks that end with a question and that a block without one follows."""
    ends = [_last(parse, b) == "?" and b.kind not in ("row", "boilerplate") for b in blocks]
    return [n for n in range(len(blocks) - 1) if ends[n] and not ends[n + 1]]


def _last(parse: Parse, block: Block) -> str:
    """The last token of a block that is no white space."""
    inside = range(block.end - 1, block.start - 1, -1)
    return next((parse.text[i] for i in inside if parse.pos[i] != "SPACE"), "")


def read_turn(
    parse: Parse, block: Block, guest: int | None, initials: Mapping[str, int]
) -> list[Quote]:
    """The words of an interview turn, said by whom the line names, in full or by initials, or by
    the guest where it is an answer."""
    start = first_word(parse, block)
    colon = next((i for i in range(start, block.end) if parse.text[i] == ":"), None)
    if colon is None or colon + 1 >= block.end:
        return []
    names = [i for i in range(start, colon) if parse.text[i][:1].isupper()]
    speaker = names[-1] if names and len(parse.text[names[-1]]) > 1 else None
    if colon == start + 1:
        speaker = initials.get(parse.text[start].replace(".", ""), speaker)
    if parse.lower[start] in _ANSWERS and colon == start + 1:
        speaker = guest
    return [Quote(colon + 1, block.end, speaker)]
