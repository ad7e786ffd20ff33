"""Claims: what clauses say, as binary statements with standing and evidence."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.claims.around_persons import read_around
from kgx.annotate.claims.bare_offices import find_main_body
from kgx.annotate.claims.beside_names import read_beside
from kgx.annotate.claims.concept_ties import read_complements, tie_concepts
from kgx.annotate.claims.concepts import make_concept
from kgx.annotate.claims.drafts import Context
from kgx.annotate.claims.evidence import make_claim, sentence_around
from kgx.annotate.claims.examples import read_examples
from kgx.annotate.claims.generals import load_generals
from kgx.annotate.claims.noun_senses import generalise, tie_descriptions
from kgx.annotate.claims.referents import End, Referents, is_counted
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.claims.statements import draft
from kgx.annotate.claims.tables import read_tables
from kgx.annotate.claims.wording import preposition_of, write_out
from kgx.annotate.clauses.component import time_tokens
from kgx.annotate.clauses.confidence import grade_clause
from kgx.annotate.clauses.happenings import is_happening, share_events
from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import (
    Clause,
    MentionSpan,
    Phrase,
    QuantitySpan,
    read_ents,
)
from kgx.annotate.grammar.phrases import phrase_words
from kgx.annotate.names.spans import titled_tokens
from kgx.annotate.words.lexicon import load_lexicon
from kgx.annotate.words.noun_types import type_of_noun
from kgx.iris import BASE
from kgx.records import changed
from kgx.types import Argument, Claim, Document, Entity, Proposition, Relation

_SPOKEN_LEMMA = {"apposition": "be", "role": "be", "possessive": "have"}
_SPOKEN_TEXT = {"apposition": "is", "role": "is", "possessive": "has"}
_Gist = tuple[object, ...]


@Language.factory("kgx_claims", assigns=["doc._.kgx_propositions", "doc._.kgx_claims"])
def make_claims(nlp: Language, name: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that turns clauses into propositions and claims."""
    lexicon, relations, generals = load_lexicon(), load_relations(), load_generals()

    def state_claims(doc: Doc) -> Doc:
        referents, document = read_referents(doc, base), document_id(doc)
        context = Context(referents, relations, lexicon, generals, base, find_main_body(referents))
        generalise(referents, doc._.kgx_mentions, doc._.kgx_blocks)
        tie_descriptions(referents, doc._.kgx_clauses)
        told, claims = tell_clauses(context, document, doc._.kgx_clauses)
        bare = (
            *read_tables(doc, referents, document),
            *read_examples(context, document),
            *read_beside(context, document),
            *read_around(context, document),
            *read_complements(context, document),
        )
        told_of = {gist[:4] for gist in claims}
        for claim in bare:  # what somebody says in the sentence is not the author's beside
            if _gist(claim)[:4] not in told_of:
                claims.setdefault(_gist(claim), claim)
        spoken = {c.subject for c in claims.values()} | {c.object or "" for c in claims.values()}
        for claim in tie_concepts(context, document, spoken):
            claims.setdefault(_gist(claim), claim)
        doc._.kgx_propositions = share_events(referents.parse, lexicon, told)
        doc._.kgx_claims = list(claims.values())
        doc._.kgx_entities = referents.entities
        doc._.kgx_mentions = all_mentions(referents, doc._.kgx_mentions)
        return doc

    return state_claims


def tell_clauses(
    context: Context, document: str, clauses: list[Clause]
) -> tuple[list[tuple[Clause, Proposition]], dict[_Gist, Claim]]:
    """The propositions of clauses, each with its clause, and the claims made of them, by gist."""
    referents = context.referents
    told: list[tuple[Clause, Proposition]] = []
    claims: dict[_Gist, Claim] = {}
    for clause in clauses:
        drafts = list(draft(context, clause))
        if not drafts and clause.kind == "possessive" and not _is_had(context, clause):
            continue
        speaker, said = find_speaker(context, clause), None
        if clause.kind != "role" or clause.arguments[0].head != clause.subject.head:
            said = make_proposition(referents, clause, f"p{len(told) + 1}", speaker)
            if not drafts and is_happening(referents.parse, context.lexicon, clause, said):
                said = changed(said, event=said.id)
            told.append((clause, said))
        span = referents.starts[clause.start], referents.ends[clause.end - 1]
        around = sentence_around(referents, clause.start, clause.end - 1)
        for one in drafts:
            claim = make_claim(
                referents, document, one, span, around, clause=clause, said=said, speaker=speaker
            )
            claims.setdefault(_gist(claim), claim)
    return told, claims


def _is_had(context: Context, clause: Clause) -> bool:
    """True for a possessive that tells what somebody has: "the mill's new wheel"; a deed is told as
    one, and a noun beside a name by what it says of the name."""
    parse, noun = context.referents.parse, clause.head
    deed = parse.lemma[noun].lower() in context.lexicon.nominals
    named = parse.child(noun, "appos") is not None or parse.dep[noun] in ("appos", "compound")
    return not (deed or named) and parse.pos[clause.subject.head] != "PRON"


def document_id(doc: Doc) -> str:
    """The id of the document a doc was made of, empty where it has none."""
    document: Document | None = doc._.kgx_document
    return "" if document is None else document.id


def read_referents(doc: Doc, base: str) -> Referents:
    """What the tokens of a doc refer to, from its names, times and mentions."""
    parse: Parse = doc._.kgx_parse
    entities: dict[str, Entity] = doc._.kgx_entities
    names = read_ents(doc)
    label_at = [""] * len(doc)
    for start, end, label in names:
        label_at[start:end] = [label] * (end - start)
    at: dict[int, MentionSpan] = {}
    for mention in doc._.kgx_mentions:
        head = mention.head
        if mention.form == "name":  # names are bound: their head may have moved
            if _tells_nation(entities, mention, label_at):
                continue
            head = top_of(parse, mention.start, mention.end)
        held = at.get(head)
        if held is None or mention.end - mention.start > held.end - held.start:
            at[head] = mention
    return Referents(
        text=parse.source,
        parse=parse,
        base=base,
        starts=parse.starts,
        ends=parse.ends,
        label_at=label_at,
        timed=time_tokens(len(doc), names, doc._.kgx_times),
        at=at,
        amounts=amounts_at(doc._.kgx_quantities),
        entities=dict(entities),
        titled=titled_tokens(parse, doc._.kgx_blocks),
    )


def _tells_nation(entities: dict[str, Entity], mention: MentionSpan, label_at: list[str]) -> bool:
    """True for an adjective that stands for a country: not an end of a claim by itself."""
    return label_at[mention.start] == "NORP" and entities[mention.entity].type == "place"


def amounts_at(quantities: list[QuantitySpan]) -> dict[int, QuantitySpan]:
    """Quantities by the tokens that may head their phrases: all their own, and for what is counted
    the noun alone."""
    found: dict[int, QuantitySpan] = {}
    for q in quantities:
        own = (q.head,) if q.amount.kind == "count" else range(q.start, q.end)
        found.update(dict.fromkeys(own, q))
    return found


def all_mentions(referents: Referents, mentions: list[MentionSpan]) -> list[MentionSpan]:
    """The mentions found before, moved to their concepts where they speak of a class, and those
    that claims asked for, in order.

    A class that is named again is no second mention of one thing: of a concept the first is kept.
    """
    classes = referents.classes
    found = [changed(m, entity=classes[m.entity]) if m.entity in classes else m for m in mentions]
    met = {m.entity for m in found}
    for mention in sorted(referents.added.values(), key=lambda m: m.start):
        concept = referents.entities[mention.entity].type == "concept"
        if not concept or mention.entity not in met:
            found.append(mention)
            met.add(mention.entity)
    return sorted(found, key=lambda m: (m.start, m.end, m.entity))


def _gist(claim: Claim) -> _Gist:
    """What two claims of one sentence share when they say the same."""
    end = claim.object or claim.value
    where = claim.start - len(claim.prefix)
    standing = (claim.polarity, claim.modality, claim.attributed_to)
    return claim.subject, claim.predicate, end, where, standing


def _whole_of(parse: Parse, part: int) -> int | None:
    """Those of whom some speak: "many of the prisoners said"; the head of a body is no part."""
    if parse.pos[part] == "NOUN":
        return None
    of = parse.child(part, "prep")
    return parse.child(of, "pobj") if of is not None and parse.lower[of] == "of" else None


def _kind_of_speakers(context: Context, noun: int) -> End | None:
    """The class of those who speak and have no name: "two officials said"."""
    referents = context.referents
    person = type_of_noun(referents.parse.lemma[noun].lower()) == "person"
    spoken = person and referents.parse.pos[noun] == "NOUN" and is_counted(referents, noun)
    return referents.entity(make_concept(referents, noun)) if spoken else None


def find_speaker(context: Context, clause: Clause) -> str | None:
    """The IRI of who says so; None for the author."""
    if clause.speaker is None:
        return None
    words = phrase_words(context.referents.parse, clause.speaker)
    end = context.refer(Phrase(clause.speaker, words, "subject"))
    if end is None or end.iri is None:
        of = _whole_of(context.referents.parse, clause.speaker)
        end = _kind_of_speakers(context, clause.speaker) if of is None else context.refer_to(of)
    return None if end is None else end.iri


# ------------------------------------------------------------------ propositions


def make_proposition(
    referents: Referents, clause: Clause, id_: str, speaker: str | None
) -> Proposition:
    """The clause in the text's words."""
    start, end = referents.starts[clause.start], referents.ends[clause.end - 1]
    subject = changed(clause.subject, role="object") if clause.passive else clause.subject
    return Proposition(
        id=id_,
        subject=make_argument(referents, subject, lies=clause.lemma == "be in"),
        relation=_relation(referents, clause),
        arguments=tuple([make_argument(referents, a) for a in clause.arguments]),
        start=start,
        end=end,
        polarity=clause.polarity,
        modality=clause.modality,
        attributed_to=speaker,
        time=clause.time,
        confidence=round(grade_clause(referents.parse, clause), 3),
    )


def _relation(referents: Referents, clause: Clause) -> Relation:
    if not clause.relation:
        preposition = clause.lemma.removeprefix("be") if clause.lemma.startswith("be ") else ""
        text = _SPOKEN_TEXT[clause.kind] + preposition
        return Relation(text, None, None, _SPOKEN_LEMMA[clause.kind] + preposition)
    start, end = _offsets(referents, clause.relation)
    return Relation(referents.words(clause.relation), start, end, clause.lemma)


def make_argument(referents: Referents, part: Phrase, *, lies: bool = False) -> Argument:
    """An argument in the text's words, its preposition included.

    Args:
        lies: The clause tells where it lies, so that its own words don't.
    """
    tokens = part.tokens if lies else write_out(referents, part)
    if part.marker and referents.parse.lower[part.marker[0]] == "where":  # "Porto, where she lives"
        text, start, end = (
            f"{preposition_of(referents, part)} {referents.words(tokens)}",
            None,
            None,
        )
    else:
        tokens = part.marker + tokens
        text, (start, end) = referents.words(tokens), _offsets(referents, tokens)
    mention = referents.at.get(part.head)
    return Argument(
        text=text,
        start=start,
        end=end,
        role=part.role,
        entity=None if mention is None else mention.entity,
    )


def _offsets(referents: Referents, tokens: tuple[int, ...]) -> tuple[int | None, int | None]:
    """Code points of a run of tokens; None where the tokens are not one run."""
    if not tokens or tokens[-1] - tokens[0] + 1 != len(tokens):
        return None, None
    return referents.starts[tokens[0]], referents.ends[tokens[-1]]
