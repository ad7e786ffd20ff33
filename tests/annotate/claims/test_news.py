"""What news of business, politics, courts and sport says, and what it does not say."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Orbis has partnered with Helix to build a dam in Chile.", "Orbis | partnerOf | Helix"),
        ("Norvik agreed with Orbis to build trams.", "Norvik | makes | tram"),
        ("Torvex named Ann Lind chief executive on Monday.", "Torvex | chiefExecutive | Ann Lind"),
        ("Torvex named Ann Lind as its chief executive.", "Torvex | chiefExecutive | Ann Lind"),
        ("Torvex launched a car called the Kite in Berlin.", "Torvex | released | Kite"),
        ("Torvex launched a car called the Kite in Berlin.", "Kite | instanceOf | car"),
        (
            'Ann Lind read an essay entitled "The Long Field".',
            "The Long Field | instanceOf | essay",
        ),
        ("Tom Berg sued his employer, Lakeview Bank.", "Tom Berg | employer | Lakeview Bank"),
        ("Tom Berg met his Polish counterpart, Jan Nowak, in Oslo.", "Tom Berg | met | Jan Nowak"),
        (
            "Hydral has discovered gas, its partner Eastmed Energy said.",
            "Eastmed Energy | partnerOf | Hydral",
        ),
        ("Ann Lind, a partner at the law firm Kent Grey, won.", "Ann Lind | memberOf | Kent Grey"),
        ("Torvex raised its stake in Kelmar to 25 percent.", "Torvex | stakeIn | Kelmar"),
        (
            "Lakeview Bank led a $25 million funding round in Kelmar.",
            "Lakeview Bank | investsIn | Kelmar",
        ),
        ("Prosecutors charged Ann Lind with fraud.", "Ann Lind | chargedWith | fraud"),
        ("Ann Lind faces charges of tax evasion.", "Ann Lind | chargedWith | tax evasion"),
        ("Ann Lind pleaded guilty to fraud.", "Ann Lind | convictedOf | fraud"),
        ("Torvex hired Ann Lind from Kelmar.", "Ann Lind | left | Kelmar"),
        ("Torino sold Leo Duarte to Lyon.", "Leo Duarte | playsFor | Lyon"),
        ("Midfielder Leo Duarte moved to Juventus.", "Leo Duarte | playsFor | Juventus"),
        ("Leo Duarte, a striker, joined Benfica.", "Leo Duarte | playsFor | Benfica"),
        ('The song was Torvex Rail\'s "Salt Road."', "Salt Road | creator | Torvex Rail"),
        ("Its ships include the Kestrel.", "Kestrel | instanceOf | ship"),
        ("Nearby towns include Graz and Linz.", "Linz | instanceOf | town"),
        ("Tom Berg bought the house that Ann Lind lived in.", "Ann Lind | live-in | house"),
        ("Ann Lind knows the coast like no one else.", "Ann Lind | know | coast"),
        ("Russian leader Ann Lind left.", "Russia | leader | Ann Lind"),
        ("Ann Lind of Peru won the race.", "Ann Lind | citizenship | Peru"),
        ("Ann Lind, a Briton, won the race.", "Ann Lind | citizenship | United Kingdom"),
        ("Ukrainian boxer Ann Lind won.", "Ann Lind | occupation | boxer"),
        ("Ann Lind's Torvex Rail bought the mill.", "Ann Lind | affiliation | Torvex Rail"),
        ('Oskar Holm\'s "No Way Home" opened in Rome.', "No Way Home | creator | Oskar Holm"),
        (
            "The Lions play their home matches at Hartwell Park.",
            "Lions | homeVenue | Hartwell Park",
        ),
        ("Torvex reported record sales of $2.3 billion.", "Torvex | revenue | $2.3 billion"),
        ("Torvex's headquarters are in Basel.", "Torvex | headquarters | Basel"),
        ("Torvex chief executive Ann Lind left.", "Torvex | chiefExecutive | Ann Lind"),
        ("On Monday Torvex chief executive Ann Lind left.", "Torvex | chiefExecutive | Ann Lind"),
        (
            '"It is sad," said Torvex chief executive Ann Lind.',
            "Torvex | chiefExecutive | Ann Lind",
        ),
        ("Ferrovia chief executive Ann Lind left.", "Ferrovia | chiefExecutive | Ann Lind"),
        ("Mariners captain Bo Holm scored twice.", "Mariners | captain | Bo Holm"),
        (
            "Ann Lind, the union's general secretary, called a strike.",
            "Ann Lind | position | general secretary",
        ),
        ("Ann Lind took over Torvex Rail in May.", "Torvex Rail | leader | Ann Lind"),
        ("Torvex Rail took over Kelmar Bank.", "Torvex Rail | acquired | Kelmar Bank"),
        ("Lyon signed Uruguay forward Leo Duarte.", "Lyon | signedPlayer | Leo Duarte"),
        ("Torino sold the Uruguay forward Leo Duarte.", "Leo Duarte | playsFor | Uruguay"),
        (
            "Holm is survived by his wife, Ida, a son, Daniel, and two grandchildren.",
            "Holm | child | Daniel",
        ),
        (
            "Former Torvex Rail chief executive Ann Lind left.",
            "Ann Lind | former-chief-executive-of | Torvex Rail",
        ),
        ("Former Rovers captain Bo Holm left.", "Bo Holm | former-captain-of | Rovers"),
        ("Veteran Rovers striker Bo Holm left.", "Bo Holm | playsFor | Rovers"),
        ("Ex-Torvex Rail chairman Bo Holm left.", "Bo Holm | ex-chairman-of | Torvex Rail"),
        ("Ann Lind, of Mersey Police, left.", "Ann Lind | affiliation | Mersey Police"),
        ("Ann Lind, 51, of the Green Party, won.", "Ann Lind | memberOfParty | Green Party"),
        (
            "She ruled out working with the Homeland Party, led by Bo Holm.",
            "Homeland Party | leader | Bo Holm",
        ),
        (
            "Bo Holm met members of the Dalka party, headed by Ann Lind.",
            "Dalka | leader | Ann Lind",
        ),
        ("Ann Lind beat defending champion Ida Holm.", "Ann Lind | defeated | Ida Holm"),
        (
            "GOMA, Republic of Congo - A drone strike on a market killed 14 people.",
            "drone strike | kill | 14 people",
        ),
        ("Ann Lind was sworn in as mayor of Lund.", "Lund | headOfGovernment | Ann Lind"),
        ("The dam flooded the villages of Orlo and Pienza.", "dam | flood | Pienza"),
        ("Ann Lind's party, the Justice Front, won.", "Ann Lind | memberOfParty | Justice Front"),
        ("Ann Lind, Amnesty's Europe director, left.", "Ann Lind | employer | Amnesty"),
        ("Torvik have named Jan Nowak as their head coach.", "Torvik | headCoach | Jan Nowak"),
        ("Jan Nowak, who rides for Team Velda, won.", "Jan Nowak | playsFor | Team Velda"),
        ("A train crashed near Velda in northern Spain.", "Velda | country | Spain"),
        (
            "Nepal's parliament elected Ann Lind as the country's first female prime minister.",
            "Nepal | headOfGovernment | Ann Lind",
        ),
        (
            "The governor of Russia's Kursk region, Ann Lind, left.",
            "Kursk | headOfGovernment | Ann Lind",
        ),
        ("Somalia's al-Shabab group stormed a hotel.", "al-Shabab | country | Somalia"),
        ("A London-based banker, Ann Lind, was fined.", "Ann Lind | residence | London"),
        (
            "Real Madrid's Ann Lind scored as they beat Sevilla 4-1.",
            "Real Madrid | defeated | Sevilla",
        ),
        (
            "Porto United have completed the signing of Ann Lind.",
            "Porto United | signedPlayer | Ann Lind",
        ),
        ("Torvex bought the US brand Sunny Crust.", "Sunny Crust | country | US"),
        (
            "Torvex Foods grew. The company's founder and chief executive, Ann Lind, left.",
            "Torvex Foods | chiefExecutive | Ann Lind",
        ),
        ("Jordan's King Faisal attended.", "Jordan | headOfState | King Faisal"),
        ("Ann Lind spoke during a visit to Kyiv.", "Ann Lind | visited | Kyiv"),
        ("Ann Lind married her partner, the dancer Tom Berg.", "Tom Berg | partner | Ann Lind"),
        ("Ann Lind has died in a Nairobi hospital.", "Ann Lind | deathPlace | Nairobi"),
        ("He led the Premier League side Torvik.", "Torvik | league | Premier League"),
        ("The Pacific nation of Vanuatu signed a pact.", "Vanuatu | signed | pact"),
        ("The army left Myanmar's Rakhine state.", "Rakhine | country | Myanmar"),
        (
            "Liverpool moved top with a 2-0 win over Tottenham.",
            "Liverpool | defeated | Tottenham",
        ),
        (
            "The Oslo-based lender named Ann Lind, head of its bank, as interim chief executive.",
            "Ann Lind | position | interim chief executive",
        ),
        ("Torvex is listed on the Lund Stock Exchange.", "Torvex | listedOn | Lund Stock Exchange"),
        ("Velda Airport serves Lund.", "Velda Airport | serves | Lund"),
        (
            "The Harbour Prize is given out by Orbis Bank.",
            "Harbour Prize | conferredBy | Orbis Bank",
        ),
        ("Jan Holm joined Lyon. The Dane was born in Metz.", "Jan Holm | citizenship | Denmark"),
        ("England captain Ann Lind was hurt.", "England | captain | Ann Lind"),
        ("Students in Bangladesh marched in the capital, Dhaka.", "Dhaka | capitalOf | Bangladesh"),
        (
            "Ann Lind released her album Low Tide. The lead single from the album, Salt Road, was "
            "a hit.",
            "Salt Road | partOf | Low Tide",
        ),
        ("Rebels seized the town of Velda in the east of Mali.", "Velda | country | Mali"),
        (
            "Peru's conservative New Harbour party won. Its leader, Ann Lind, spoke.",
            "New Harbour | leader | Ann Lind",
        ),
        ("Peru's conservative New Harbour party won.", "New Harbour | country | Peru"),
        ("Tom Berg founded the Velda Daily newspaper.", "Velda Daily | instanceOf | newspaper"),
        (
            "Chanda Mwewa has sacked his defence minister, Tom Berg.",
            "Tom Berg | position | defence minister",
        ),
        (
            "Torvex has named Ada Holm as its new chief executive.",
            "Torvex | chiefExecutive | Ada Holm",
        ),
        ("Ann Lind won 12 caps for Scotland.", "Ann Lind | playsFor | Scotland"),
        ("Ann Lind appeared in court charged with fraud.", "Ann Lind | chargedWith | fraud"),
        ("The all-rounder Ann Lind was hurt.", "Ann Lind | occupation | all-rounder"),
        ("The vice-captain Ann Lind was hurt.", "Ann Lind | position | vice-captain"),
        ("Ann Lind graduated from the Velda.", "Ann Lind | educatedAt | Velda"),
        ("A Boeing 737 owned by Velda Air crashed.", "Velda Air | owns | Boeing 737"),
        ("She edits the news site Velda Zhurnal.", "Velda Zhurnal | instanceOf | news site"),
    ],
)
def test_news_says(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Torvex launched a car called the Kite in Berlin.", "called-in"),
        ("The Senate confirmed Ann Lind as ambassador to Japan.", "represents"),
        ("Peru and Chile signed a trade agreement in Lima.", "trade-agreement-in"),
        ("The storm made landfall in Florida.", "madeIn"),
        ("Ann Lind made her debut in Paris.", "madeIn"),
        ("Torvex has ordered 40 jets from Kelmar in a deal worth $6 billion.", "order-in"),
        ("Floods have forced 20,000 people from their homes.", "of"),
        ("Ann Lind, Amnesty's Europe director, left.", "manager"),
        ("He won a stage of the Cresta Tour in Italy.", "country"),
        ("They left the South American bloc Torvex.", "country"),
        ("The British Museum director Ann Lind left.", "citizenship"),
        ("Peru's vice-president, Bo Holm, left.", "headOfState"),
        ("Orbis's ex-chairman, Bo Holm, left.", "chairperson"),
        ("Peru has appointed its first female central bank governor.", "headOfGovernment"),
        ("Norland's centre-right National Coalition has won.", "instanceOf"),
        ("Ann Lind, a business partner of Tom Berg, left.", "partner"),
        ("President Tom Berg insulted the wife of Prime Minister Bo Holm.", "spouse"),
        ("Torvex, listed on the Lund Stock Exchange, runs three mines.", "subsidiaryOf"),
        ("Orbis's third signing after the goalkeeper Ann Lind is here.", "signing-after"),
        ("The second single from the album Low Tide was a hit.", "album-of"),
        ("Students in Chile marched in the capital, Dhaka.", "capitalOf"),
        ("Torvex has named Ada Holm as its next chief executive.", "chiefExecutive"),
        ("Former Torvex CEO Ann Lind replied.", "chiefExecutive"),
        ("Sports coach Ann Lind left.", "headCoach"),
        ("Former Norland Party leader Bo Holm left.", "leader"),
        ("The club sold the Uruguay forward Leo Duarte to Lyon.", "acquired"),
        ("Holm is survived by his wife, Ida, a son, Bo, and two grandchildren.", "occupation"),
        ("In Bergen chief executive Ann Lind left.", "chiefExecutive"),
        ("GOMA, Republic of Congo - A strike on a market killed 14 people.", "instanceOf"),
        ("The Dalka party marched through Oslo, led by Ann Lind.", "lead"),
    ],
)
def test_news_does_not_say(nlp: Language, text: str, predicate: str) -> None:
    assert not [c for c in claims(nlp, text) if c.split(" | ")[1] == predicate]


def test_a_ban_is_no_crime(nlp: Language) -> None:
    said = claims(nlp, "Tom Berg was banned for two years for doping.")
    assert "Tom Berg | sentencedTo | two years" in said
    assert "Tom Berg | sentencedTo | doping" not in said


def test_what_a_prize_is_won_for_is_no_prize(nlp: Language) -> None:
    said = claims(nlp, "Ann Lind was shortlisted for the Velda Prize for her novel The Salt Road.")
    assert "Ann Lind | nominatedFor | Velda Prize" in said
    assert "Ann Lind | nominatedFor | The Salt Road" not in said


def test_who_joins_from_a_body_left_it(nlp: Language) -> None:
    said = claims(nlp, "Ann Lind joined Torvex from Kelmar.")
    assert "Ann Lind | employer | Torvex" in said and "Ann Lind | left | Kelmar" in said
    assert "Ann Lind | affiliation | Kelmar" not in said


def test_a_preposition_at_the_end_takes_its_noun(nlp: Language) -> None:
    said = claims(nlp, "Tom Berg bought the house that Ann Lind lived in.")
    assert "Ann Lind | live | house" not in said
