"""What lists, pairs, ages and neighbours of names become as claims."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language

ABOUT = "Orbis Inc makes steel. Orbis was founded in 1990. Orbis employs 300 people."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ages
        ("Ann Lind was 91.", "Ann Lind | age | 91"),
        ("Ann Lind died aged 84 in Bonn.", "Ann Lind | age | 84"),
        ("Ann Lind died at the age of 77.", "Ann Lind | age | 77"),
        (
            "Ann Lind won. She is coached by her father, Per Holm.",
            "Ann Lind | father | Per Holm",
        ),
        ("The lawsuit against Orbis was filed by Helix in 2010.", "Helix | sued | Orbis"),
        # one of several children
        (
            "Ann Lind was the third of five children of Karl Berg and Ida Holm.",
            "Ida Holm | child | Ann Lind",
        ),
        (
            "Ann Lind is one of six children born to Karl Berg.",
            "Karl Berg | child | Ann Lind",
        ),
        # what somebody works on
        ("Ann Lind works in the field of botany.", "Ann Lind | field | botany"),
        (
            "Ann Lind worked in the fields of botany and genetics.",
            "Ann Lind | field | genetics",
        ),
        ("Ann Lind is professor of botany at Lund University.", "Ann Lind | field | botany"),
        # what two do to each other
        ("Orbis Inc and Helix Corp have agreed to merge.", "Orbis Inc | mergedWith | Helix Corp"),
        ("Ann Lind and Tom Berg married in 1990.", "Ann Lind | spouse | Tom Berg"),
        ("Ann Lind and Tom Berg met at Leeds University.", "Ann Lind | met | Tom Berg"),
        # names given for what somebody has
        (
            "Orbis Inc grew. Its customers include Helix and Norvik.",
            "Norvik | customerOf | Orbis Inc",
        ),
        (
            "Orbis Inc grew. Its main rivals are Helix Corp and Norvik Steel.",
            "Norvik Steel | competesWith | Orbis Inc",
        ),
        (
            "The chief executive of Orbis Inc is Ann Lind.",
            "Orbis Inc | chiefExecutive | Ann Lind",
        ),
        ("The capital of Norway is Oslo.", "Oslo | capitalOf | Norway"),
        ("Ann Lind sang. Her birth name was Ida Berg.", "Ann Lind | alsoCalled | Ida Berg"),
        ("Orbis Inc supplies several firms, including Helix.", "Orbis Inc | suppliesTo | Helix"),
        ("Orbis Inc has its headquarters in Oslo.", "Orbis Inc | headquarters | Oslo"),
        ("Orbis Inc is a maker of engines based in Oslo.", "Orbis Inc | headquarters | Oslo"),
        (
            "Tom Hale was the mayor of Lund, the governor of Ohio, and the president of Peru.",
            "Ohio | headOfGovernment | Tom Hale",
        ),
        (
            "Tom Hale had served as the ninth governor of Ohio, the tenth United States secretary"
            " of state, and the eighth vice president of the United States.",
            "Tom Hale | position | vice president of United States",
        ),
        ("Orbis Bank owns 12 percent of Helix Ltd today.", "Orbis Bank | stakeIn | Helix Ltd"),
        ("Orbis Bank bought 4% of Helix Ltd in May.", "Orbis Bank | stakeIn | Helix Ltd"),
        (
            "Vlam is a political party based on green politics.",
            "Vlam | politicalIdeology | green politics",
        ),
        ("Tom Hale was the 40th president of Peru.", "Tom Hale | position | president of Peru"),
        ("A graduate of Yale, Tom Hale joined Orbis in 1990.", "Tom Hale | educatedAt | Yale"),
        ("A native of Bergen, Tom Hale studied at Yale.", "Tom Hale | educatedAt | Yale"),
        ("A former teacher, Tom Hale won the seat.", "Tom Hale | occupation | former teacher"),
        ("Tom Hale co-founded Orbis Inc with Ann Lind.", "Orbis Inc | founder | Tom Hale"),
        ("Panthera leo is a species of wild cat.", "Panthera leo | kindOf | wild cat"),
        (
            "Orbis United is a club based in Leeds, which plays in the Premier League.",
            "Orbis United | league | Premier League",
        ),
        # beside names
        ("Ann Lind of Orbis Inc left.", "Ann Lind | affiliation | Orbis Inc"),
        ("Orbis Inc of Norway grew.", "Orbis Inc | country | Norway"),
        ("The Spaniard Iker Lind left.", "Iker Lind | citizenship | Spain"),
        ("Ann Lind is a South African architect.", "Ann Lind | citizenship | South Africa"),
        # where a place is
        ("Ann Lind died in a hospital in Bonn.", "Ann Lind | deathPlace | Bonn"),
        ("Ann Lind was born in a hospital in Leeds.", "Ann Lind | birthPlace | Leeds"),
        # roles
        ("Ann Lind is head of finance at Orbis Inc today.", "Ann Lind | employer | Orbis Inc"),
        ("Ann Lind, head of sales at Orbis Inc, left.", "Ann Lind | employer | Orbis Inc"),
        ("Secretary of State Ann Lind left.", "Ann Lind | position | secretary of State"),
        ("The Minister of Roads, Ann Lind, left.", "Ann Lind | position | minister of Roads"),
        (
            "Ann Lind became Secretary of State for Arms Control in May.",
            "Ann Lind | position | secretary of State for Arms Control",
        ),
        (
            "Ann Lind, Minister for Women and Equalities, left.",
            "Ann Lind | position | minister for Women and Equalities",
        ),
        ("Ann Lind, director of Communications at Orbis, left.", "Ann Lind | employer | Orbis"),
        ("A spokesman for Sable Force, Tom Berg, left.", "Sable Force | spokesperson | Tom Berg"),
        ("Tom Berg was found guilty of two counts of fraud.", "Tom Berg | convictedOf | fraud"),
        # the office of a body that the sentence does not name
        (
            f"{ABOUT} It grew, said chief executive Ann Lind.",
            "Orbis | chiefExecutive | Ann Lind",
        ),
        (f"{ABOUT} Finance director Ann Lind left.", "Ann Lind | employer | Orbis"),
        # one verb of several meanings
        ("Ann Lind developed severe eczema in May.", "Ann Lind | medicalCondition | severe eczema"),
        ("Ann Lind developed a vaccine.", "Ann Lind | develops | vaccine"),
        ("Tom Berg transferred from Helix Inc in May.", "Tom Berg | left | Helix Inc"),
        # what is handed over, begun, made of whom
        ("King Harald awarded Ann Lind the Order of Merit.", "Ann Lind | award | Order of Merit"),
        ("The Northern War began in 2019.", "Northern War | startDate | 2019"),
        ("Ann Lind's marriage to the journalist Tom Berg ended.", "Ann Lind | spouse | Tom Berg"),
        ("Orbis Inc hired Tom Berg as its new chairman.", "Orbis Inc | chairperson | Tom Berg"),
        ("One of them, Ann Lind, left Orbis Inc in May.", "Ann Lind | left | Orbis Inc"),
        (
            "Danish firm Orbis Inc grew. The Bergen-based company sells milk.",
            "Orbis Inc | headquarters | Bergen",
        ),
        ("Orbis Inc grew. The Danish company sells milk.", "Orbis Inc | country | Denmark"),
        # what places are and where
        ("The ferry sank off the Philippine island of Leyte.", "Leyte | instanceOf | island"),
        ("The ferry sank off the Philippine island of Leyte.", "Leyte | country | Philippines"),
        ("Ann Lind grew up in the township of Arden.", "Ann Lind | residence | Arden"),
        ("Ann Lind moved to Arden in June.", "Ann Lind | residence | Arden"),
        ("Ann Lind moved her family to Arden.", "Ann Lind | residence | Arden"),
        ("Ann Lind, a native of Oslo, is a poet.", "Ann Lind | birthPlace | Oslo"),
        (
            "Ann Lind is a councillor for the Liberal Party.",
            "Ann Lind | memberOfParty | Liberal Party",
        ),
        ("Ann Lind, a partner at Norvik Bank, left.", "Ann Lind | memberOf | Norvik Bank"),
        ("Ann Lind joined the carmaker Norvik in May.", "Ann Lind | employer | Norvik"),
        ("Ann Lind joined Norvik as an engineer.", "Ann Lind | employer | Norvik"),
        ("Ann Lind joined the Bakers' Union.", "Ann Lind | memberOf | Bakers' Union"),
        ("Ann Lind joined Norvik in 2001.", "Ann Lind | memberOf | Norvik"),
        ("Ann Lind joined Lund University in 2001.", "Ann Lind | affiliation | Lund University"),
        ("Ann Lind is a trustee of Norvik Bank.", "Ann Lind | memberOf | Norvik Bank"),
        ("Orbis Inc physicist Ann Lind left.", "Ann Lind | employer | Orbis Inc"),
        ("Orbis's plant in Leipzig makes vans.", "Orbis's plant | locatedIn | Leipzig"),
        ("Orbis Records in Norway grew.", "Orbis Records | locatedIn | Norway"),
        ("Ann Lind, professor of physics, left.", "Ann Lind | occupation | professor"),
        # what goes on
        (
            "Ann Lind served as mayor of Oslo from 1990 to 1994 and as chair of Orbis Inc then.",
            "Orbis Inc | chairperson | Ann Lind",
        ),
        ("Ann Lind taught at Yale and at Harvard.", "Ann Lind | employer | Harvard"),
        (
            "Its chair and chief executive of Orbis Inc, Ann Lind, bought Helix Corp then.",
            "Ann Lind | acquired | Helix Corp",
        ),
        ("The dwarf oak is a tree native to Norway.", "dwarf oak | native-to | Norway"),
        (
            "The dwarf oak is a tree native to Norway that has spread to Denmark.",
            "dwarf oak | spread-to | Denmark",
        ),
        ("Its rivals saw burned houses.", "rival | see | burned house"),
        ("The village of Arden has a population of 740 (2013 census).", "Arden | population | 740"),
        (
            "German champions Bayern Munich have signed the winger Jon Moen.",
            "Bayern Munich | signedPlayer | Jon Moen",
        ),
        (
            "Ann Lind and her colleague Tom Berg, a geologist at Orbis Inc, left.",
            "Tom Berg | occupation | geologist",
        ),
        ("Tom Berg worked as a welder in Oslo.", "Tom Berg | occupation | welder"),
        (
            "Ann Lind married Henri Roth. When Henri died in 1971 she bought Orbis Inc then.",
            "Ann Lind | acquired | Orbis Inc",
        ),
        (
            "Orbis was founded in 1979 by the engineers Poul Riis and Ann Lind.",
            "Orbis | founder | Ann Lind",
        ),
        (
            "The foundation pays for girls in Nigeria to go to school.",
            "girl | go-to | school",
        ),
        ("Ann Lind belongs to the Labour Party.", "Ann Lind | memberOfParty | Labour Party"),
        ("The mill belongs to Ann Lind.", "Ann Lind | owns | mill"),
        ("Oslo belongs to Norway.", "Oslo | partOf | Norway"),
        (
            "The Union of Bakers and Millers left Oslo.",
            "Union of Bakers and Millers | leave | Oslo",
        ),
        ("Orbis, which has out-sold Norvik since 2003, grew.", "Orbis | outsell | Norvik"),
        ("The Oslo-born architect Ann Lind left.", "Ann Lind | birthPlace | Oslo"),
        # kin by name
        ("Ann Lind has two sons, Max and Jon.", "Ann Lind | child | Jon"),
        (
            "Ann Lind married the baker Tom Berg, with whom she has two sons, Max and Jon.",
            "Tom Berg | child | Max",
        ),
        ("Ann Lind had a son, Max Berg, with Tom Berg.", "Tom Berg | child | Max Berg"),
        ("The law forces banks to publish their fees.", "bank | publish | fee of banks"),
        (f"{ABOUT} Ann Lind studied biology at Lund University.", "Ann Lind | studies | biology"),
        ("Police arrested the head of Orbis.", "police | arrest | head of Orbis"),
        (
            "Conwy Castle has been a World Heritage Site since 1986.",
            "Conwy Castle | instanceOf | World Heritage Site",
        ),
        ("Luc Keita, a Malian and French citizen, sued.", "Luc Keita | citizenship | France"),
        ("Luc Keita, a Malian and French citizen, sued.", "Luc Keita | citizenship | Mali"),
        (
            "A magnitude 6.9 earthquake struck Peru, killing at least 12 people.",
            "earthquake | strike | Peru",
        ),
        (
            "She wrote three books, the best known of which, The Slow River, won the Orbis Prize.",
            "Slow River | won | Orbis Prize",
        ),
        ("The mayor, Emil Hale, 39, opened the bridge.", "Emil Hale | age | 39"),
        ("The mayor, Emil Hale, 39, opened the bridge.", "Emil Hale | position | mayor"),
        ("Police charged Emil Hale with stealing coins.", "Emil Hale | steal | coin"),
        (
            "Emil Hale, a former secretary-general of NATO, left.",
            "Emil Hale | position | former secretary-general of NATO",
        ),
        ("Ann Lind warned politicians against using the fund.", "politician | uses | fund"),
        ("Ann Lind is the largest shareholder of Orbis.", "Ann Lind | stakeIn | Orbis"),
        (
            "Orbis Ltd pleaded guilty at Lund Court on Monday to two charges.",
            "Orbis Ltd | plead-guilty-to | two charges",
        ),
        (
            "Orbis named Emil Hale as chief executive, replacing Ann Lind.",
            "Emil Hale | replaces | Ann Lind",
        ),
        (
            "Ann Lind sold the mill in May, a week after the strike ended, and moved to Oslo.",
            "Ann Lind | residence | Oslo",
        ),
        (
            "Vale SA, the world's second-largest iron ore miner, reported a loss. The miner sold "
            "the mill.",
            "Vale SA | sells | mill",
        ),
    ],
)
def test_it_is_said(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ann Lind was 12 when the war began.", "age"),
        ("Ann Lind was not 91.", "age"),
        ("The temperature was 91.", "age"),
        ("Orbis Inc or Helix Corp merged.", "mergedWith"),
        ("Orbis Inc and Helix Corp merged with Norvik Steel.", "met"),
        ("The board of Orbis Inc includes Ann Lind.", "board-of"),
        ("General Lind moved his army to Arden in June.", "residence"),
        ("The head of Orbis Inc met Ann Lind.", "leader"),
        ("Ann Lind, head of sales at Orbis Inc, left.", "leader"),
        ("Player of the Tournament won.", "affiliation"),
        ("Orbis Air flies to Oslo.", "visited"),
        ("Ann Lind oversees hardware engineering at Orbis Inc.", "regulates"),
        (f"{ABOUT} Norvik chief executive Ann Lind left.", "employer"),
        ("The team was founded under the name Luzhniki Moskova.", "instanceOf"),
        ("He lives in Vest county, Norway.", "instanceOf"),
        ("The wilderness is about 40 miles southwest of Oslo.", "instanceOf"),
        ("Similar towers were built in the form of the Orbis Bridge.", "madeIn"),
        ("Helix NV (AMS: HLX) said it grew.", "instanceOf"),
        (
            "Orbis Inc opened a hall in Bergen, which was shut in 2012 and is now a hotel.",
            "instanceOf",
        ),
        ("The law forces banks to publish their fees.", "force"),
        ("Ann Lind was acquitted and left the court without a word.", "left"),
        ("Norway and Sweden agreed to extend the deal for two months.", "length"),
        ("The ex Orbis executive Ann Lind left Oslo.", "instanceOf"),
        ("Sweden and Finland oppose it, and the minister has not decided.", "opposes"),
        ("Viking Oslo sign the winger Jon Moen from Lyn Oslo.", "left"),
        ("Ann Lind studied biology at Lund University.", "studied-at"),
        ("Ann Lind married the baker Tom Berg, with whom she has two sons, Max and Jon.", "have"),
        ("Luc Keita, a Malian citizen, sued.", "occupation"),
        ("She led a tour of the Lund Institute, a post she had been refused twice.", "instanceOf"),
        ("Orbis built the bell. It is like sending a child to Oslo.", "send-child-to"),
        ("Emil Cole died 23 minutes after he was born in Lund.", "deathDate"),
        ("Orbis sells a drug for Parkinson's disease.", "of"),
        ("Norway's oil fund, the world's largest, sold a mill.", "instanceOf"),
        ("Ann Lind taught at Yale but not at Harvard or at Lund.", "teach-at"),
    ],
)
def test_it_is_not_said(nlp: Language, text: str, predicate: str) -> None:
    assert not [c for c in claims(nlp, text) if c.split(" | ")[1] == predicate]


def test_who_founded_something_is_the_subject_of_its_clause(nlp: Language) -> None:
    text = "In 1971 Ann Lind married the publisher Tom Berg, who had founded Orbis Press."
    said = claims(nlp, text)
    assert "Orbis Press | founder | Tom Berg" in said
    assert "Orbis Press | founder | Ann Lind" not in said


def test_who_studied_is_the_subject_of_the_clause(nlp: Language) -> None:
    said = claims(nlp, "Ann Lind studied at Duke University with Scott Berg.")
    assert "Ann Lind | educatedAt | Duke University" in said
    assert "Scott Berg | educatedAt | Duke University" not in said


def test_an_apposition_tells_of_the_second_of_two(nlp: Language) -> None:
    said = claims(nlp, "Ann Lind and her colleague Tom Berg, a geologist at Orbis Inc, left.")
    assert not [c for c in said if c.startswith("Ann Lind | occupation")]
