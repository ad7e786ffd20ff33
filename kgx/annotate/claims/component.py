"""Claims: what clauses say, as binary statements with standing and evidence."""

from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.claims.around_persons import read_around
from kgx.annotate.claims.bare_offices import find_main_body
from kgx.annotate.claims.beside_names import read_beside
from kgx.annotate.claims.borders import read_borders
from kgx.annotate.claims.callings import read_callings
from kgx.annotate.claims.concept_ties import read_complements, tie_concepts
from kgx.annotate.claims.concepts import make_concept
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.evidence import make_claim, sentence_around
from kgx.annotate.claims.examples import read_examples
from kgx.annotate.claims.generals import load_generals
from kgx.annotate.claims.noun_senses import generalise, tie_descriptions
from kgx.annotate.claims.propositions import make_proposition
from kgx.annotate.claims.referents import End, all_mentions, is_counted, read_referents
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.claims.shared_out import share_out
from kgx.annotate.claims.statements import draft
from kgx.annotate.claims.tables import read_tables
from kgx.annotate.claims.works import read_years
from kgx.annotate.clauses.happenings import is_happening, share_events
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import phrase_words
from kgx.annotate.words.lexicon import load_lexicon
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import BASE
from kgx.records import changed
from kgx.types import Claim, Document, Proposition

_Gist = tuple[object, ...]


@Language.factory("kgx_claims", assigns=["doc._.kgx_propositions", "doc._.kgx_claims"])
def make_claims(nlp: Language, name: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that turns clauses into propositions and claims."""
    lexicon, relations, generals = load_lexicon(), load_relations(), load_generals()

    def state_claims(doc: Doc) -> Doc:
        referents = read_referents(doc, base)
        main = find_main_body(referents)
        generalise(referents, doc._.kgx_mentions, doc._.kgx_blocks)
        tie_descriptions(referents, doc._.kgx_clauses)
        called = read_callings(referents)
        context = Context(referents, relations, lexicon, generals, base, main, called)
        told, claims = tell_clauses(context, document_id(doc), doc._.kgx_clauses)
        _add_bare(doc, context, claims)
        doc._.kgx_propositions = share_events(referents.parse, lexicon, told)
        doc._.kgx_claims = _tell_of_each(doc, claims.values(), base)
        doc._.kgx_entities = referents.entities
        doc._.kgx_mentions = all_mentions(referents, doc._.kgx_mentions)
        return doc

    return state_claims


def _add_bare(doc: Doc, context: Context, claims: dict[_Gist, Claim]) -> None:
    """Add, in place, the claims that no clause states: of tables, of names and what stands beside
    them, of concepts."""
    document = document_id(doc)
    bare = (
        *read_tables(doc, context.referents, document),
        *read_examples(context, document),
        *read_beside(context, document),
        *read_around(context, document),
        *read_years(context, document),
        *read_borders(context, document),
        *read_complements(context, document, _spoken_of(claims)),
    )
    told_of = {gist[:4] for gist in claims}
    for claim in bare:  # what somebody says in the sentence is not the author's beside
        if _gist(claim)[:4] not in told_of:
            claims.setdefault(_gist(claim), claim)
    for claim in tie_concepts(context, document, _spoken_of(claims)):
        claims.setdefault(_gist(claim), claim)


def _tell_of_each(doc: Doc, claims: Iterable[Claim], base: str) -> list[Claim]:
    """The claims, those of several as claims of each, every one once."""
    document, members = document_id(doc), doc._.kgx_joined
    told: dict[_Gist, Claim] = {}
    for claim in claims:
        for one in share_out(claim, members, document, base):
            told.setdefault(_gist(one), one)
    return list(told.values())


def _spoken_of(claims: dict[_Gist, Claim]) -> set[str]:
    """The IRIs of all entities that claims speak of."""
    return {c.subject for c in claims.values()} | {c.object or "" for c in claims.values()}


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
            granted = changed(clause, modality="asserted") if _is_granted(clause, one) else clause
            claim = make_claim(
                referents, document, one, span, around, clause=granted, said=said, speaker=speaker
            )
            claims.setdefault(_gist(claim), claim)
    return told, claims


def _is_granted(clause: Clause, one: Draft) -> bool:
    """True for what somebody is who "may remain chair": that they are it is not what is open."""
    lasts = clause.lemma.split()[0] in read_set("verbs.toml", "remaining")
    return lasts and clause.polarity == "positive" and one.rule != "coined"


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


def _gist(claim: Claim) -> _Gist:
    """What two claims of one sentence share when they say the same."""
    end = claim.object or claim.value
    where = claim.start - len(claim.prefix)
    standing = (claim.polarity, claim.modality, claim.attributed_to)
    return claim.subject, claim.predicate, end, where, standing


def _whole_of(parse: Parse, part: int) -> int | None:
    """Those of whom some speak: "many of the prisoners said"; the head of a body is no part."""
    return None if parse.pos[part] == "NOUN" else parse.below(part, "of")


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
