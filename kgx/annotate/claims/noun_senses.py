"""What nouns refer to: the name they stand beside or are said of, or a class of things."""

from kgx.annotate.claims.concepts import make_concept
from kgx.annotate.claims.labels import Said, narrow
from kgx.annotate.claims.referents import Referents, load_concept_words
from kgx.annotate.claims.specific import is_bare
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, Clause, MentionSpan
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed


def generalise(referents: Referents, mentions: list[MentionSpan], blocks: list[Block]) -> None:
    """Turn chains that speak of a class ("dinosaurs ... these creatures ... they") into mentions of
    its concept; a chain that names something, or speaks of one thing, stays what it is."""
    parse = referents.parse
    first: dict[str, MentionSpan] = {}
    titles = {i for b in blocks if b.kind in ("headline", "deck") for i in range(b.start, b.end)}
    mentions = sorted(mentions, key=lambda m: m.head in titles)
    named = {m.entity for m in mentions if m.form == "name"}
    for mention in mentions:
        if mention.form == "nominal" and mention.entity not in named:
            first.setdefault(mention.entity, mention)
    classes: dict[str, str] = {}
    for owned in (False, True):  # what is owned is called after its owner
        for iri, mention in first.items():
            head = mention.head
            told = is_class(parse, head) or _is_told_apart(referents, iri, head)
            if (parse.child(head, "poss") is not None) == owned and told:
                held = referents.at.pop(head, None)
                classes[iri] = make_concept(referents, head)
                referents.added.pop(head, None)
                if held is not None:
                    referents.at[head] = held
        for head, mention in list(referents.at.items()):
            if mention.entity in classes:
                referents.at[head] = changed(mention, entity=classes[mention.entity])
    referents.classes.update(classes)


def _is_told_apart(referents: Referents, iri: str, head: int) -> bool:
    """True for what is told apart by what it is of alone, wherever it is met: "the decline of
    bees"."""
    vague = referents.parse.lemma[head].lower() in load_concept_words()["vague"]
    common = referents.entities[iri].type == "other" and referents.parse.pos[head] == "NOUN"
    return common and not vague and bool(narrow(referents, head, Said("", "")).behind)


def is_class(parse: Parse, head: int) -> bool:
    """True for a noun that may speak of a class: in the plural or bare, and not vague; and for
    what there is one of ("the world")."""
    if parse.pos[head] != "NOUN" or parse.lemma[head].lower() in load_concept_words()["vague"]:
        return False
    unique = parse.lemma[head].lower() in read_set("coreference.toml", "unique")
    return parse.tag[head] == "NNS" or is_bare(parse, head) or unique


def _is_kind(parse: Parse, head: int) -> bool:
    """True for a noun that speaks of a class where something is told of it: also "the oak"."""
    lemma = parse.lemma[head].lower()
    common = parse.tag[head] == "NN" and lemma not in load_concept_words()["vague"]
    return is_class(parse, head) or (common and type_of_noun(lemma) is None)


def tie_descriptions(referents: Referents, clauses: list[Clause]) -> None:
    """Let a noun refer to the name it stands beside, "the lender" in "the lender, Orbis,", or is
    said of, where it goes on to tell more: "Lind is a lawyer who advises Orbis"."""
    for clause in clauses:
        _tie_installed(referents, clause)
        said = clause.kind == "copula" or (clause.kind == "verb" and clause.lemma == "become")
        if said and not _tells_more(referents.parse, clause):
            continue
        if not said and clause.kind not in ("apposition", "role"):
            continue
        named, noun = referents.at.get(clause.subject.head), clause.arguments[0]
        forms = ("name", "pronoun", "nominal") if said else ("name",)
        inside = noun.head in clause.subject.tokens or named is None or named.form not in forms
        if said and named is None and _is_kind(referents.parse, clause.subject.head):
            iri = make_concept(referents, clause.subject.head)
            named = referents.at.get(clause.subject.head)
            inside = named is None or named.entity != iri
        held = referents.at.get(noun.head)
        side = held is not None and _is_side(referents, clause, noun.head)
        if not inside and (held is None or side) and named is not None:
            first, last = noun.tokens[0], noun.head + 1
            referents.at[noun.head] = MentionSpan(first, last, noun.head, named.entity, "nominal")


def _is_side(referents: Referents, clause: Clause, noun: int) -> bool:
    """True for the plural before the name of a body: "champions Bayern Munich"."""
    after = min(clause.subject.tokens, default=-1) == noun + 1
    body = referents.label_at[clause.subject.head] == "ORG"
    return clause.kind == "apposition" and after and body


def _tie_installed(referents: Referents, clause: Clause) -> None:
    """Let "its chair" be who is made that: "Orbis appointed Ann Lind as its chair"."""
    verb = referents.parse.lemma[clause.head].lower()
    if clause.kind != "verb" or verb not in read_set("verbs.toml", "installing"):
        return
    whom = next((p for p in clause.arguments if p.role == "object" and not p.marker), None)
    named = None if whom is None else referents.at.get(whom.head)
    if named is None or named.form == "nominal":
        return
    for part in clause.arguments:
        after = [referents.parse.lower[t] for t in part.marker] == ["as"]
        if after and part.head not in referents.at and part.tokens:
            first = part.tokens[0]
            span = MentionSpan(first, part.head + 1, part.head, named.entity, "nominal")
            referents.at[part.head] = span


def _tells_more(parse: Parse, clause: Clause) -> bool:
    """True where "X is a Y" is so, and a clause hangs on Y."""
    noun = clause.arguments[0] if clause.arguments else None
    if noun is None or noun.role != "complement" or noun.marker or clause.polarity == "negative":
        return False
    clausal = parse.child(noun.head, "relcl", "acl") is not None
    return clausal and clause.modality == "asserted" and parse.tag[noun.head] == "NN"
