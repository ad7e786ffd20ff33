"""The component that adds the claims of rules files to those of the grammar."""

from collections.abc import Callable, Collection, Iterator, Sequence, Set
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan, read_ents
from kgx.annotate.learned.across import find_nearest, find_thing_pairs
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.anchors import find_anchors, name_of
from kgx.annotate.learned.doubts import is_doubtful
from kgx.annotate.learned.judge import (
    Rules,
    Verdict,
    compile_rules,
    find_triggered,
    find_triggers,
    judge_features,
    judge_pair,
    weigh_verdict,
)
from kgx.annotate.learned.kinds import kind_of
from kgx.annotate.learned.names import Lexicon, find_names, spell
from kgx.annotate.learned.pairs import find_pairs
from kgx.annotate.learned.prior import lower_confidence, lower_odds, rate_of
from kgx.annotate.learned.rules import read_rules
from kgx.annotate.learned.spans import Cuts, choose_cuts, find_candidates
from kgx.annotate.learned.state import look_up, name_relation, state_verdict
from kgx.annotate.learned.told import read_told
from kgx.iris import BASE
from kgx.records import changed
from kgx.types import Claim

SHIPPED = Path(__file__).parent.parent / "data" / "learned_rules.toml"
"""The rules that kgx ships, learned by ``python -m kgx.learn.shipped``."""


@Language.factory(
    "kgx_learned",
    default_config={"rules": (), "ontology": ""},
    assigns=["doc._.kgx_claims"],
    requires=["doc._.kgx_claims"],
)
def make_learned(
    nlp: Language, name: str, rules: Sequence[str], ontology: str, base: str = BASE
) -> Callable[[Doc], Doc]:
    """The component that applies rules files.

    Args:
        rules: Paths of rules files, from ``kgx learn``; without any, those that kgx ships.
        ontology: Path of the ontology whose domains and ranges claims must keep; empty for none.
        base: What the IRIs of claims begin with.

    Raises:
        RuleError: A file cannot be read or is no rules file.
    """
    compiled = compile_rules(r for path in rules or (SHIPPED,) for r in read_rules(Path(path)))
    check = None
    if ontology:
        from kgx.annotate.terms.domains import make_check  # reads ontologies, which is not light

        check = make_check(nlp, Path(ontology), base)

    def add_claims(doc: Doc) -> Doc:
        found = add_learned_claims(doc, compiled, base)
        return found if check is None else check(found)

    return add_claims


def add_learned_claims(doc: Doc, rules: Rules, base: str) -> Doc:
    """Add to ``doc._.kgx_claims`` what the rules find and no claim of the same sentence says."""
    anchors, verdicts = judge_doc(doc, rules, base)
    claims: list[Claim] = list(doc._.kgx_claims)
    stated = {gist for claim in claims for gist in _gists(claim)}
    anywhere = {gist[1:] for gist in stated}
    told = read_told(doc, claims)
    said = look_up(doc)
    found: list[tuple[Verdict, Claim]] = []
    for verdict in verdicts:
        claim = state_verdict(doc, verdict, said, base)
        if claim.polarity == "negative":  # of what, nobody knows
            continue
        if verdict.relation.across and not anywhere.isdisjoint(g[1:] for g in _gists(claim)):
            continue
        if not stated.isdisjoint(_turned(claim)):  # the same, or that it is the other way round
            continue
        if stated.isdisjoint(_gists(claim)) and not is_doubtful(doc, verdict, claim, told):
            stated.update(_gists(claim))
            found.append((verdict, claim))
            doc._.kgx_why["claim", claim.id] = verdict.reasons
    known = _predicates_of(rules)
    doc._.kgx_claims = [*claims, *_keep_likely(doc, claims, found, known)]
    _mention_relatives(doc, anchors, known)
    return doc


def _keep_likely(
    doc: Doc, claims: list[Claim], found: list[tuple[Verdict, Claim]], known: Set[str]
) -> Iterator[Claim]:
    """The claims that are sure enough for a text that says so much, or so little, of their kind."""
    sentences = len(set(doc._.kgx_parse.sent)) if found else 0
    rate = rate_of(claims, [claim for _, claim in found], known, sentences)
    for verdict, claim in found:
        relation = verdict.relation
        odds = lower_odds(rate, claim.confidence, relation.usual)
        if not odds or relation.scale * verdict.score + odds >= 0:
            yield changed(claim, confidence=lower_confidence(claim.confidence, odds))


def _predicates_of(rules: Rules) -> frozenset[str]:
    """The predicates of the relations that rules know, further ones included."""
    named = (name_relation(r.relation, r.predicates) for r in rules.relations)
    return frozenset(p for predicate, further in named for p in (predicate, *further))


def _mention_relatives(doc: Doc, anchors: list[Anchor], learned: Set[str]) -> None:
    """Let relative pronouns be mentions of what the claims of their sentence are about, if it is
    no class of things.

    Args:
        learned: The predicates of the relations that the rules know.
    """
    parse: Parse = doc._.kgx_parse
    entities = doc._.kgx_entities
    about: dict[str | None, list[tuple[int, int]]] = {}
    for claim in doc._.kgx_claims:
        if not learned.isdisjoint((claim.predicate, *claim.predicates)):
            sentence = (claim.start - len(claim.prefix), claim.end + len(claim.suffix))
            for iri in (claim.subject, claim.object):
                about.setdefault(iri, []).append(sentence)
    found = [
        MentionSpan(a.start, a.end, a.head, a.iri, "pronoun")
        for a in anchors
        if a.form == "relative"
        and a.iri is not None
        and a.iri in entities
        and entities[a.iri].type != "concept"
        and any(start <= parse.starts[a.head] < end for start, end in about.get(a.iri, ()))
    ]
    if found:
        mentions = {*doc._.kgx_mentions, *found}
        doc._.kgx_mentions = sorted(mentions, key=lambda m: (m.start, m.end, m.entity, m.form))


def find_verdicts(doc: Doc, rules: Rules, base: str) -> list[Verdict]:
    """What the rules find in a doc: the best for each relation of two things in a sentence, or in
    the whole text, in the order of the text; of a relation and its reverse, the better."""
    return judge_doc(doc, rules, base)[1]


def judge_doc(doc: Doc, rules: Rules, base: str) -> tuple[list[Anchor], list[Verdict]]:
    """The anchors of the sentences that have a trigger, and the verdicts of `find_verdicts`."""
    parse: Parse = doc._.kgx_parse
    nationalities = [start for start, _, label in read_ents(doc) if label == "NORP"]
    triggered = find_triggered(parse, rules, nationalities)
    _add_named(doc, parse, rules, triggered)
    if not triggered and not rules.free and rules.across is None:
        return [], []
    best: dict[tuple[int, str, tuple[str, str]], Verdict] = {}
    every: list[Anchor] = []
    for cuts, numbers in _list_cuts(rules):
        anchors = whole = find_ends(doc, base, rules.names, cuts)
        if not rules.free:
            anchors = [a for a in whole if parse.sent[a.head] in triggered]
        every += anchors
        found = _judge_pairs(doc, rules, triggered, anchors, numbers)
        for verdict in (*found, *_judge_things(doc, rules, whole, cuts)):
            where = -1 if verdict.relation.across else parse.sent[verdict.subject.head]
            ends = (verdict.subject.key, verdict.object.key)
            key = (where, verdict.relation.relation, min(ends, ends[::-1]))
            if key not in best or verdict.score > best[key].score:
                best[key] = verdict
    ranked = sorted(
        _drop_rivals(parse, list(best.values())),
        key=lambda v: (v.subject.head, v.object.head, v.relation.relation),
    )
    return every, ranked


def _drop_rivals(parse: Parse, verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts without those that cannot hold beside a surer one in their sentence."""
    for single in ("subject", "object"):
        best: dict[tuple[int, str, str], float] = {}
        keys = [_rivalry(parse, v, single) for v in verdicts]
        for verdict, key in zip(verdicts, keys, strict=True):
            if key is not None:
                best[key] = max(best.get(key, verdict.score), verdict.score)
        verdicts = [
            verdict
            for verdict, key in zip(verdicts, keys, strict=True)
            if key is None or verdict.score >= best[key]
        ]
    return verdicts


def _rivalry(parse: Parse, verdict: Verdict, single: str) -> tuple[int, str, str] | None:
    """What a verdict shares with those that it cannot hold beside; None if there are none."""
    if single not in verdict.relation.single:
        return None
    other = verdict.object if single == "subject" else verdict.subject
    return parse.sent[verdict.subject.head], verdict.relation.relation, other.key


def _list_cuts(rules: Rules) -> list[tuple[Cuts, frozenset[int]]]:
    """The ways to cut ends, with the relations of sentences that have each, if any."""
    within = [cuts for cuts, _ in rules.cuts]
    across = [] if rules.across is None else [cuts for cuts, _ in rules.across.cuts]
    return [*rules.cuts, *((cuts, frozenset[int]()) for cuts in across if cuts not in within)]


def find_ends(doc: Doc, base: str, names: Lexicon, cuts: Cuts) -> list[Anchor]:
    """The anchors of a doc, cut as ``cuts`` tell if there are any."""
    if not cuts:
        return find_anchors(doc, base, names)
    return choose_cuts(doc._.kgx_parse, find_candidates(doc, base, names), cuts)


def _add_named(doc: Doc, parse: Parse, rules: Rules, triggered: dict[int, frozenset[int]]) -> None:
    """Add to the triggered relations, by sentence, those with an object that they know."""
    for first, last, name in find_names(doc.text, rules.names) if rules.objects else ():
        span = doc.char_span(first, last)
        if span is not None:
            where = parse.sent[span.start]
            triggered[where] = triggered.get(where, frozenset()).union(
                rules.objects.get(spell(name), ())
            )


def _judge_pairs(
    doc: Doc,
    rules: Rules,
    triggered: dict[int, frozenset[int]],
    anchors: list[Anchor],
    numbers: frozenset[int],
) -> Iterator[Verdict]:
    parse: Parse = doc._.kgx_parse
    entities = doc._.kgx_entities
    kinds: dict[int, str] = {}
    triggers: dict[int, dict[int, list[int]]] = {}
    active = {start: (rules.free | told) & numbers for start, told in triggered.items()}
    for subject, object_, others in find_pairs(parse, anchors, rules.types):
        where = parse.sent[subject.head]
        wanted = rules.fitting[subject.type, object_.type] & active.get(where, rules.free & numbers)
        if wanted:
            if where not in triggers:
                triggers[where] = find_triggers(parse, rules, where)
            for anchor in (subject, object_):
                if anchor.head not in kinds:
                    kinds[anchor.head] = kind_of(entities, anchor)
            both = kinds[subject.head], kinds[object_.head]
            known = _named_by(doc, rules, subject, object_) if rules.names else ((), ())
            yield from judge_pair(
                parse, rules, subject, object_, both, others, wanted, triggers[where], known
            )


def _named_by(
    doc: Doc, rules: Rules, subject: Anchor, object_: Anchor
) -> tuple[Collection[int], Collection[int]]:
    """The numbers of the relations that know two ends by their names."""
    first, second = name_of(doc, subject), name_of(doc, object_)
    return rules.subjects.get(first, ()), rules.objects.get(second, ())


def _judge_things(doc: Doc, rules: Rules, anchors: list[Anchor], cuts: Cuts) -> Iterator[Verdict]:
    """What the rules across sentences whose ends are so cut find, between the nearest mentions of
    two things."""
    if rules.across is None:
        return
    for pair in find_thing_pairs(doc, anchors, rules.across.types):
        types = pair.subject.type, pair.object.type
        for relation, total, held in judge_features(rules.across, pair.features, types):
            if relation.cuts != cuts:
                continue
            one, other = find_nearest(pair.subject, pair.object)
            yield weigh_verdict(relation, one, other, total, held)


def _gists(claim: Claim) -> Iterator[tuple[int, str, str, str | None]]:
    """What two claims of one sentence share when they say the same: under any of their
    predicates."""
    where = claim.start - len(claim.prefix)
    for predicate in (claim.predicate, *claim.predicates):
        yield where, claim.subject, predicate, claim.object or claim.value


def _turned(claim: Claim) -> Iterator[tuple[int, str, str, str | None]]:
    """The gists of a claim whose ends change places."""
    for where, subject, predicate, end in _gists(claim):
        yield where, end or "", predicate, subject
