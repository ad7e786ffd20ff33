"""What parsers hang on the wrong word: sentence → its propositions, or what they must not say."""

from __future__ import annotations

import pytest
from spacy.language import Language


def propositions(nlp: Language, text: str) -> set[str]:
    """Subject, relation and arguments, parted by bars."""
    return {
        " | ".join([p.subject.text, p.relation.text, *(a.text for a in p.arguments)])
        for p in nlp(text)._.kgx_propositions
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The lake is home to rainbow trout and kokanee salmon.",
            "The lake | is | home to rainbow trout and kokanee salmon",
        ),
        ("She wants to showcase products.", "She | wants to showcase | products"),
        ("They sent food to Tarsin camp.", "They | sent | food | to Tarsin camp"),
        (
            "Volunteers opened a teacher training college.",
            "Volunteers | opened | a teacher training college",
        ),
        (
            "It was established in 1868 as a teacher training college.",
            "It | was established as | a teacher training college | in 1868",
        ),
        ("On the wall hung a map of Lund.", "a map of Lund | hung | On the wall"),
        ("Having sold her boat, Ann Lind left Lund.", "Ann Lind | Having sold | her boat"),
        ("The jury convicted Emil Hale of arson.", "The jury | convicted | Emil Hale | of arson"),
        (
            "Ann Lind wrote three books, the best known of which, The Slow River, won a prize.",
            "the best known of which | won | a prize",
        ),
        (
            "Norvik Copper and Freeport Ltd, which owns the mine, reported a loss.",
            "Freeport Ltd | owns | the mine",
        ),
        (
            "The pledge covers the merger, which regulators have yet to approve.",
            "regulators | have to approve | the merger",
        ),
        (
            "Judges convicted the head of the bank of fraud.",
            "Judges | convicted | the head of the bank | of fraud",
        ),
        (
            "Police accused the chairman of Orbis of lying.",
            "Police | accused | the chairman of Orbis | of lying",
        ),
        (
            "Norvik has sold the mill to Helix Corp, the two firms announced on Monday.",
            "Norvik | has sold | the mill | to Helix Corp",
        ),
        ("Were Orbis to sell the mill, Helix would buy it.", "Orbis | Were to sell | the mill"),
        ("Denmark joined the union; Norway did not.", "Norway | joined | the union"),
        ("They chose Ann Lind chair.", "They | chose | Ann Lind | chair"),
        (
            "The board named Ann Lind chief executive.",
            "The board | named | Ann Lind | chief executive",
        ),
        (
            "The bell was handed to the museum by Ann Lind.",
            "The bell | was handed to | the museum | by Ann Lind",
        ),
        (
            "The fresco uncovered in Lund on Friday shows Emil Hale.",
            "The fresco uncovered in Lund on Friday | shows | Emil Hale",
        ),
        ("Ann Lind runs Orbis (founded in 1994).", "Orbis | founded | in 1994"),
        ("Helix closes its mill - union", "Helix | closes | its mill"),
        ("Emil Hale robbed the mill, which he denies.", "he | denies"),
        ("The bureau issued a storm warning.", "The bureau | issued | a storm warning"),
        (
            "Her son, the sculptor Emil Hale, left Lund.",
            "the sculptor Emil Hale | is | Her son",
        ),
        ("Orbis competes with web giant Google's Maps service.", "Google | has | Maps service"),
        (
            "Ann Lind, whom Orbis hired and later sacked, left.",
            "Orbis | later sacked | Ann Lind",
        ),
        ("The mill grinds and sells flour.", "The mill | grinds | flour"),
    ],
)
def test_what_is_put_right(nlp: Language, text: str, said: str) -> None:
    assert said in propositions(nlp, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Orbis was inspired by a painting by Ann Lind.", "a painting by Ann Lind"),
        ("They hired a painter of boats.", "a painter of boats"),
        ("Orbis denies the charge, which Helix disputes.", "the charge"),
        ("Ann Lind came and saw Lund.", "came"),
        ("The party fell to 15.", "15"),
    ],
)
def test_what_stays(nlp: Language, text: str, said: str) -> None:
    assert any(said in whole.split(" | ") for whole in propositions(nlp, text))


def test_a_headline_ends_with_who_says_so(nlp: Language) -> None:
    doc = nlp("Helix sells mill to Orbis - Ann Lind\n\nThe mill employs 40 people.")
    speakers = {p.relation.lemma: p.attributed_to for p in doc._.kgx_propositions}
    assert (speakers["sell"] or "").endswith("ann-lind") and speakers["employ"] is None


def test_a_noun_after_a_dash_says_nothing(nlp: Language) -> None:
    (said,) = [
        p
        for p in nlp("She sold the mill - a ruin in Lund.")._.kgx_propositions
        if p.relation.lemma == "sell"
    ]
    assert said.attributed_to is None


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("The judge fined Ann Lind 3,000 euros. The judge left.", "fine Ann Lind"),
        ("Helix lent Ann Lind a boat.", "lend-to Ann Lind"),
        ("The coach had Ann Lind sent off for a foul.", "sent-off-for foul"),
    ],
)
def test_who_something_is_done_to(nlp: Language, text: str, edge: str) -> None:
    doc = nlp(text)
    labels = {iri: entity.label for iri, entity in doc._.kgx_entities.items()}
    told = {
        f"{c.predicate.rpartition('/')[2]} {labels.get(c.object, c.value)}"
        for c in doc._.kgx_claims
    }
    assert edge in told


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Orbis faced Helix Union in Lund.", "locatedIn"),
        ("Ann Lind studies whales at Lund University.", "educatedAt"),
        ("The mill is the Danish group's best.", "country"),
        ("Ida Holm, the Danish group's treasurer, left.", "citizenship"),
        ("Ann Berg is the mother of the singer Lia Tan.", "child"),
        ("Ann Lind, who studied at Lund University, met Emil Hale.", "affiliation"),
        ("Orbis, which was founded in 1871, was taken over by Helix last year.", "founder"),
    ],
)
def test_what_is_not_told(nlp: Language, text: str, rule: str) -> None:
    assert rule not in {claim.rule for claim in nlp(text)._.kgx_claims}


def test_a_spell_is_no_date(nlp: Language) -> None:
    (said,) = nlp("Orbis fell to 15 seats after 12 years in power.")._.kgx_propositions
    assert said.time is None


def test_from_one_year_to_another_is_one_time(nlp: Language) -> None:
    (said,) = nlp("Ann Lind ran Orbis from 1978 to 1990.")._.kgx_propositions
    assert said.time == "1978/1990"


def test_what_follows_a_verb_of_doing_is_no_subject(nlp: Language) -> None:
    said = propositions(
        nlp, "Lind moved to Oslo, and in August 1799 entered the school of Dr. Berg."
    )
    assert "Lind | entered | the school of Dr. Berg | in August 1799" in said
