"""What tells of a part of things: "two men, one of whom is wanted", "books, the best of which won a
prize", "the single from the album, Paper Boats", "is 40 percent owned by Orbis"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move, opens_at
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NEAR = 12  # tokens between "of whom" and its verb


def name_one_of(parse: Parse, one: int) -> None:
    """Give a verb its subject, in place, in "two men, one of whom, | Karl Hale, | is wanted"."""
    whom, noun = parse.below(one, "of"), parse.head[one]
    if whom is None or parse.tag[whom] not in ("WP", "WDT") or noun > one:
        return
    verbs = range(whom + 1, min(parse.sent_end[one], whom + _NEAR))
    verb = next((t for t in verbs if parse.pos[t] == "VERB"), None)
    named = (c for t in (one, noun) for c in parse.children[t] if c > one)
    name = next((c for c in named if parse.dep[c] == "appos"), one)
    if verb is None or parse.dep[verb] not in ("conj", "ccomp"):
        return
    main, taken = parse.head[verb], parse.child(verb, "nsubj", "nsubjpass")
    if taken == noun and main > verb and parse.child(main, "nsubj", "nsubjpass") is None:
        move(parse, noun, main, "nsubj")
        move(parse, verb, noun, "relcl")
    elif taken is not None:
        return
    move(parse, name, verb, "nsubj" if parse.child(verb, "auxpass") is None else "nsubjpass")


def tell_of_part(parse: Parse, which: int) -> None:
    """Make a clause of its own, in place, of what is told of a part of things: "wrote books, | the
    best known of which, The Mill, won a prize"."""
    part = parse.head[parse.head[which]]
    whole = parse.head[part]
    verb = parse.head[whole]
    above = parse.head[verb]
    parted = parse.tag[which] in ("WDT", "WP") and parse.dep[part] == "appos"
    if not parted or parse.dep[whole] not in ("nsubj", "nsubjpass") or above >= whole:
        return
    if parse.dep[verb] != "ccomp" or parse.child(above, "dobj") is not None:
        return
    label = parse.dep[whole]
    move(parse, whole, above, "dobj")
    move(parse, verb, whole, "relcl")
    move(parse, part, verb, label)


def name_part(parse: Parse, name: int) -> None:
    """Hang a title, in place, on the song that it is of and not on the album that was told of
    before: "the second single from the album, | Paper Boats"."""
    album = parse.head[name]
    prep = parse.head[album]
    song = parse.head[prep]
    before = [c for c in parse.children[album] if c < album]
    told = [parse.lower[c] for c in before] == ["the"] and parse.lemma[album] in ("album", "record")
    lemma = parse.lemma[song]
    if parse.text[opens_at(parse, name) - 1] != ",":
        return  # "from the album Low Tide"
    of = parse.lower[prep] in ("from", "on", "off")
    if told and of and lemma in read_set("works.toml", "music"):
        move(parse, name, song)


def own_part(parse: Parse, owned: int) -> None:
    """Give a participle, in place, the share before it, where a parser hangs it on that: "Helix is
    | 40 percent | owned by Orbis"."""
    share, verb = parse.head[owned], parse.head[parse.head[owned]]
    part = parse.lemma[share] in read_set("noun_ties.toml", "percentages")
    if not part or share != owned - 1 or parse.lower[owned + 1 : owned + 2] != ["by"]:
        return
    if parse.dep[share] == "attr" and parse.lemma[verb] == "be":
        above, dep = parse.head[verb], parse.dep[verb]
        move(parse, owned, owned if above == verb else above, dep)
        for c in parse.children[verb][:]:
            move(parse, c, owned, {"nsubj": "nsubjpass"}.get(parse.dep[c], parse.dep[c]))
        move(parse, verb, owned, "auxpass")
    elif parse.dep[share] == "appos":
        move(parse, owned, verb, "acl")
    else:
        return
    move(parse, share, owned, "npadvmod")
    parse.pos[owned], parse.tag[owned] = "VERB", "VBN"
