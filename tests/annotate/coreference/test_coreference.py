"""Entities and their mentions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.coreference.aliases import cluster_names
from kgx.annotate.coreference.nodes import join_words
from kgx.annotate.names.words import given_genders
from kgx.types import Document

LATER = ["kgx_links", "kgx_propositions", "kgx_standing", "kgx_claims", "kgx_learned"]


def resolve(nlp: Language, text: str, id_: str = "doc") -> Doc:
    """A doc as it is after coreference."""
    doc = nlp.make_doc(text)
    doc._.kgx_document = Document(id_, text)
    with nlp.select_pipes(disable=LATER):
        return nlp(doc)


def mentions_of(doc: Doc, label: str) -> list[str]:
    """The words of the mentions of the entity with this label."""
    iris = {iri for iri, e in doc._.kgx_entities.items() if e.label == label}
    return [doc[m.start : m.end].text for m in doc._.kgx_mentions if m.entity in iris]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "Ann Lind runs the yard. She bought it in May.",
            "Ann Lind",
            ["Ann Lind", "She"],
            id="she",
        ),
        pytest.param(
            "HMS Orla was a destroyer. She was built by Lund Marine. Her crew numbered 90.",
            "HMS Orla",
            ["HMS Orla", "She", "Her"],
            id="a ship of which the text tells",
        ),
        pytest.param(
            "Ann Lind sailed on the ferry Orla. Her wreck was found in 2004.",
            "Orla",
            ["Orla", "Her"],
            id="what only ships have",
        ),
        pytest.param(
            "Ann Lind took the ferry Orla. She slept until noon.",
            "Ann Lind",
            ["Ann Lind", "She"],
            id="a person before a ship",
        ),
        pytest.param(
            "HMS Royal Linnet was laid down in 1910. In 1914 Royal Linnet took part in the war.",
            "HMS Royal Linnet",
            ["HMS Royal Linnet", "Royal Linnet"],
            id="a ship by its bare name",
        ),
        pytest.param(
            "The Zefra is a smartphone. The phone costs 499 euros.",
            "Zefra",
            ["Zefra", "The phone"],
            id="a wider noun",
        ),
        pytest.param(
            "Torvald Brekkan opened the shop. Brekkan was late, but he smiled.",
            "Torvald Brekkan",
            ["Torvald Brekkan", "Brekkan", "he"],
            id="surname",
        ),
        pytest.param(
            "John Lund, 2nd Earl of Tverrvik, died in 1870. The Earl of Tverrvik had no son.",
            "John Lund",
            ["John Lund", "2nd Earl of Tverrvik", "Earl of Tverrvik"],
            id="a rank beside the name",
        ),
        pytest.param(
            "Orbis has raised a million euros from Norvik and the Lund Investment Bank, the "
            "company said on Monday.",
            "Orbis",
            ["Orbis", "the company"],
            id="the company that a clause it says is about",
        ),
        pytest.param(
            '"We never sold a ship," said Ann Lind, a former engineer at Norvik Ltd, in May.',
            "Norvik Ltd",
            ["Norvik Ltd"],
            id="who left a body does not speak for it",
        ),
        pytest.param(
            "Lund United have sold Emil Hale. They visit Oslo City on Saturday.",
            "Lund United",
            ["Lund United", "They"],
            id="a body spoken of as several",
        ),
        pytest.param(
            "The coins came from the Lindische Landesmuseum. The museum was founded in 1877.",
            "Lindische Landesmuseum",
            ["Lindische Landesmuseum", "The museum"],
            id="a noun within the last word of a name",
        ),
        pytest.param(
            "Ann Lind filmed a widow who sold her mill.",
            "widow",
            ["a widow who sold her mill", "her"],
            id="whose something is, in a clause of it",
        ),
        pytest.param(
            "Emil Cole died in Lund. His mother, Jane Cole, sued. Ms Cole won.",
            "Jane Cole",
            ["Jane Cole", "Cole"],
            id="a surname after the title of one of two",
        ),
        pytest.param(
            "He is to meet Vice-President Hsiao Bi-khim in Oslo on Friday.",
            "Hsiao Bi-khim",
            ["Hsiao Bi-khim"],
            id="a given name that parsers lose",
        ),
        pytest.param(
            "Storm Ingrid left 200 homes dark. Ingrid is the ninth storm of the year.",
            "Storm Ingrid",
            ["Storm Ingrid", "Ingrid"],
            id="a storm by its name alone",
        ),
        pytest.param(
            '"It works," said Emil Hale, who led the trial. The sixth boy fell ill, he said.',
            "Emil Hale",
            ["Emil Hale", "he"],
            id="who spoke before speaks again",
        ),
        pytest.param(
            "The F-35 flew first. Two F-35s landed.", "F-35", ["F-35", "F-35s"], id="plural"
        ),
        pytest.param(
            "Orbis ordered five Boeing 737s.", "Boeing 737", ["Boeing 737s"], id="plural alone"
        ),
        pytest.param(
            "The Danish brewer Holm Group grew last year. The Danish firm hired 90 people.",
            "Holm Group",
            ["Holm Group", "The Danish firm"],
            id="nominal by what the name was said to be",
        ),
        pytest.param(
            "The Baltic Shipowners' Association met in Riga. Costs rose, the Baltic group said.",
            "Baltic Shipowners' Association",
            ["Baltic Shipowners' Association", "the Baltic group"],
            id="nominal by a word of the name",
        ),
        pytest.param(
            "The Green Harbour Party won. The party took nine seats.",
            "Green Harbour Party",
            ["Green Harbour Party", "The party"],
            id="nominal by the head of the name",
        ),
        pytest.param(
            "They live in the coastal city of Izmir.",
            "Izmir",
            ["the coastal city of Izmir", "Izmir"],
            id="city of X",
        ),
        pytest.param(
            "The parish of Orlo is long and thin.",
            "Orlo",
            ["The parish of Orlo", "Orlo"],
            id="parish of X",
        ),
        pytest.param(
            '"I saw the crane fall," said Ann Lind.', "Ann Lind", ["I", "Ann Lind"], id="I"
        ),
        pytest.param(
            '"We will buy another crane," said Ann Lind, chair of the Vessel Group.',
            "Vessel Group",
            ["We", "Vessel Group"],
            id="we",
        ),
        pytest.param(
            "Holm Lines A/S owns a ferry. Holm Lines hired Ann Lind.",
            "Holm Lines",
            ["Holm Lines A/S", "Holm Lines"],
            id="legal form",
        ),
        pytest.param(
            "Ottilie Marchbanks made bowls. Born Ottilie Kahn in Vienna, she moved to Hull.",
            "Ottilie Marchbanks",
            ["Ottilie Marchbanks", "Ottilie Kahn", "she"],
            id="born",
        ),
        pytest.param(
            "Norway bought two cranes. It is likely that prices will rise.",
            "Norway",
            ["Norway"],
            id="pleonastic it",
        ),
        pytest.param(
            "Norway bought two cranes. It is raining there.",
            "Norway",
            ["Norway"],
            id="the weather",
        ),
        pytest.param(
            "The firm Calder Nets paid. “If they make the glue, it will hold,” Karl Moen said.",
            "Calder Nets",
            ["Calder Nets", "they"],
            id="they are not it",
        ),
        pytest.param(
            "The workers went on strike. The workers made toys, among them a bear.",
            "workers",
            ["The workers", "The workers"],
            id="a list begins with what was just said",
        ),
        pytest.param(
            "Karl Moen resigned. Every farmer loves his land.",
            "Karl Moen",
            ["Karl Moen"],
            id="each has his own",
        ),
        pytest.param(
            "Ann Lind met Eva Holm in Oslo on Monday, and Lind paid her.",
            "Ann Lind",
            ["Ann Lind", "Lind"],
            id="object is not subject",
        ),
        pytest.param(
            "By Ann Lind\n\nI saw the crane fall on Monday. My boat sank under it.",
            "Ann Lind",
            ["Ann Lind", "I", "My"],
            id="I is who signs",
        ),
        pytest.param(
            "I, Torvald Brekkan, give my boat to the town. I keep the oars.",
            "Torvald Brekkan",
            ["I", "Torvald Brekkan", "my", "I"],
            id="I, Torvald",
        ),
        pytest.param(
            "We tested three cranes in May. We found that one of them fell in our yard.",
            "authors",
            ["We", "We", "our"],
            id="we who did something are the authors",
        ),
        pytest.param(
            "An interview with Ann Lind\n\nWhen did you buy your yard?\n\nI bought it in May.\n\n"
            "Who helped you?\n\nMy son did.",
            "Ann Lind",
            ["Ann Lind", "you", "your", "I", "you", "My"],
            id="interview without marked turns",
        ),
        pytest.param(
            "Ann Lind and her son Bo Lind bought a yard. They sold it in May.",
            "Ann Lind and her son Bo Lind",
            ["Ann Lind and her son Bo Lind", "They"],
            id="they are what and joins",
        ),
        pytest.param(
            "A group of sailors met in Oslo. The sailors sang.",
            "group of sailors",
            ["A group of sailors", "The sailors"],
            id="a group of sailors is the sailors",
        ),
        pytest.param(
            "A cyclone hit the coast on Monday. The storm killed nine people.",
            "cyclone",
            ["A cyclone", "The storm"],
            id="another word for the same",
        ),
        pytest.param(
            "Six ships left Oslo on Monday. The ships came back in May.",
            "Six ships",
            ["Six ships", "The ships"],
            id="number left out",
        ),
        pytest.param(
            "The Front for Harbour Reform (FHR) won. FHR took nine seats.",
            "Front for Harbour Reform",
            ["Front for Harbour Reform", "FHR", "FHR"],
            id="acronym in brackets",
        ),
        pytest.param(
            "Peter Vane, better known as Toby Rask, sang. Rask was late.",
            "Peter Vane",
            ["Peter Vane", "Toby Rask", "Rask"],
            id="better known as",
        ),
        pytest.param(
            "Prime Minister Marta Holm met the miners. The prime minister said she would help.",
            "Marta Holm",
            ["Marta Holm", "The prime minister", "she"],
            id="title before, noun after",
        ),
        pytest.param(
            "Dr Holm treated a boy. The doctor left early.",
            "Holm",
            ["Holm", "The doctor"],
            id="title that stands for a noun",
        ),
        pytest.param(
            "When he came home, Torvald Brekkan found the door open.",
            "Torvald Brekkan",
            ["he", "Torvald Brekkan"],
            id="cataphora in a clause",
        ),
        pytest.param(
            "In her first speech, Ann Lind promised lower taxes.",
            "Ann Lind",
            ["her", "Ann Lind"],
            id="cataphora in a phrase",
        ),
        pytest.param("Every miner loves his mother.", "miner", [], id="bound pronouns stay out"),
        pytest.param(
            "Shares in Norvik rose. The Oslo-based shipping company said its profit had doubled.",
            "Norvik",
            ["Norvik", "The Oslo-based shipping company", "its"],
            id="a phrase that says something new",
        ),
        pytest.param(
            "Volvo and Saab announced a merger. The two companies said they would cut jobs.",
            "Volvo and Saab",
            ["Volvo and Saab", "The two companies", "they"],
            id="the two companies",
        ),
        pytest.param(
            "Ola Vik, 56, a miner from Kiruna, was hurt. The 56-year-old was flown to hospital.",
            "Ola Vik",
            ["Ola Vik", "The 56-year-old"],
            id="by age",
        ),
        pytest.param(
            "A woman was found in her flat. The woman, named as Ann Lind, was a nurse.",
            "Ann Lind",
            ["A woman", "her", "Ann Lind"],
            id="named later",
        ),
        pytest.param(
            "Hurricane Marta hit Cuba on Monday. The hurricane killed nine people.",
            "Hurricane Marta",
            ["Hurricane Marta", "The hurricane"],
            id="first word of a name",
        ),
        pytest.param(
            "Microsoft sued Google. The company said it had lost money.",
            "Microsoft",
            ["Microsoft"],
            id="two that are as likely",
        ),
        pytest.param(
            "The Irish Stock Exchange fell. The Irish government said nothing.",
            "Irish Stock Exchange",
            ["Irish Stock Exchange"],
            id="a nationality is no word of a name",
        ),
        pytest.param(
            "Trade grew in Izmir. The Izmir area has nine ports.",
            "Izmir",
            ["Izmir", "Izmir"],
            id="an area around a place",
        ),
        pytest.param(
            "Farah Aziz won. The Kenyan runner beat her rival Lena Moe.",
            "Farah Aziz",
            ["Farah Aziz", "The Kenyan runner", "her"],
            id="the nationality of who was just named",
        ),
        pytest.param(
            "Bo Lind met the miners. The Danish minister said no.",
            "Bo Lind",
            ["Bo Lind"],
            id="a nation has ministers of its own",
        ),
        pytest.param(
            "Eva Holm is a nurse. She saved a boy. The boy left.",
            "Eva Holm",
            ["Eva Holm", "She"],
            id="the same noun before a name in mind",
        ),
        pytest.param(
            "SpaceX failed. The company, which Elon Musk founded, said its rocket fell.",
            "SpaceX",
            ["SpaceX", "The company, which Elon Musk founded", "its"],
            id="a clause that adds",
        ),
        pytest.param(
            "Mr Salo and Mrs Salo sold a house. Mrs Salo moved to Spain.",
            "Mrs Salo",
            ["Salo", "Salo"],
            id="Mr and Mrs of one name",
        ),
        pytest.param(
            "The trawler Aurora sank. The vessel had nine men on board.",
            "Aurora",
            ["Aurora", "The vessel"],
            id="a wider word",
        ),
        pytest.param(
            "Orders doubled, the chair of Danish firm the Holm Group told reporters.",
            "Holm Group",
            ["Danish firm", "Holm Group"],
            id="a noun right before the name",
        ),
        pytest.param(
            "The film, directed by Ana Silva, won a prize. The director thanked the crew.",
            "Ana Silva",
            ["Ana Silva", "The director"],
            id="called after what one does",
        ),
        pytest.param(
            "Erik Dahl scored twice for Larvik. The striker has eleven goals.",
            "Erik Dahl",
            ["Erik Dahl", "The striker"],
            id="the one player",
        ),
        pytest.param(
            "Erik Dahl and Bo Wilk scored for Larvik. The striker has eleven goals.",
            "Erik Dahl",
            ["Erik Dahl"],
            id="one of two players",
        ),
        pytest.param(
            "Koivisto Oyj closed a mill. The Finnish papermaker blamed demand.",
            "Koivisto Oyj",
            ["Koivisto Oyj", "The Finnish papermaker"],
            id="a maker of anything",
        ),
        pytest.param(
            "Thomas Holm left the yard in May. The 41-year-old joined a bank.",
            "Thomas Holm",
            ["Thomas Holm", "The 41-year-old"],
            id="an age that is news",
        ),
        pytest.param(
            "The 717 program ended in May. Workers moved to the C-18 program.",
            "717 program",
            [],
            id="another designation",
        ),
        pytest.param(
            "Two new studies and six old studies exist. The six studies are long.",
            "six old studies",
            ["six old studies", "The six studies"],
            id="the same number",
        ),
        pytest.param(
            "He read case studies. The studies of Lind are new.",
            "case study",
            [],
            id="a narrower kind",
        ),
        pytest.param(
            "Ships sail around the world. Lind wrote a book about the world of ants. "
            "A man saw the world.",
            "world",
            ["the world", "the world"],
            id="what there is one of",
        ),
        pytest.param(
            "Ann Lind met Thomas Holm in May. He sold her a mill.",
            "Thomas Holm",
            ["Thomas Holm", "He"],
            id="a given name of men",
        ),
        pytest.param(
            "Ann Lind and Erik Lind mourn their son, Emil. Her child drowned in May.",
            "Emil",
            ["Emil", "Her child"],
            id="a child of one of two",
        ),
        pytest.param(
            "Her parents took Emma home. The child of Ann Lind slept. Emma Berg saw her parents. "
            "They feared for their child.",
            "Emma Berg",
            ["Emma", "Emma Berg", "her", "their child"],
            id="the child of her parents",
        ),
        pytest.param(
            "A storm hit the port. The 1999 storm at the port was worse.",
            "storm",
            [],
            id="a year that narrows",
        ),
        pytest.param(
            "The farmers met in May. The farmers who sold their land stayed away.",
            "farmer",
            [],
            id="a clause that says which",
        ),
        pytest.param(
            "Knowledge is needed. The clerks lost their knowledge.",
            "knowledge",
            [],
            id="what is owned is no matter in general",
        ),
        pytest.param(
            "Jon Berg is at the mill, he runs it. There's Ann Lind, who is an editor. "
            "There's of course Karl Vik, who is the editor and he writes the page.",
            "Karl Vik",
            ["Karl Vik", "he"],
            id="there is",
        ),
        pytest.param(
            "Lumba Island is dry. A ferry serves the island of Lumba.",
            "Lumba Island",
            ["Lumba Island", "the island of Lumba", "Lumba"],
            id="the island of X is X Island",
        ),
        pytest.param(
            "The Orbis Museum bought the Helix Tower in May. It holds nine ships.",
            "Orbis Museum",
            ["Orbis Museum", "It"],
            id="a sentence goes on about its subject",
        ),
        pytest.param(
            "The Orbis Museum opened in May. When it comes to ships, it has nine.",
            "Orbis Museum",
            ["Orbis Museum", "it"],
            id="when it comes to",
        ),
        pytest.param(
            "Ann Lind left the Central Institute of River Motors in May. CIRM leads some programs.",
            "Central Institute of River Motors",
            ["Central Institute of River Motors", "CIRM"],
            id="initials that were not introduced",
        ),
        pytest.param(
            "Ann Lind spoke of the death of her son. His death shocked the town.",
            "death of her son",
            ["the death of her son", "His death"],
            id="whose it was after of",
        ),
        pytest.param(
            "Ivar Moen and Ann Lind wed in May. The couple live in Hull.",
            "Ivar Moen and Ann Lind",
            ["Ivar Moen and Ann Lind", "The couple"],
            id="couple",
        ),
        pytest.param(
            "Ivar Moen and his wife, Ann, lost their son, Bo. The parents moved to Hull.",
            "Ivar Moen and his wife, Ann",
            ["Ivar Moen and his wife, Ann", "their", "The parents"],
            id="parents of a child",
        ),
        pytest.param(
            "Thomas Berg and his wife, Ann Berg, were charged in May. The Bergs deny the charges.",
            "Thomas Berg and his wife, Ann Berg",
            ["Thomas Berg and his wife, Ann Berg", "Bergs"],
            id="family",
        ),
        pytest.param(
            "Norway beat Sweden 2-0 in Hull. The Norwegians scored twice.",
            "Norway",
            ["Norway", "Norwegians"],
            id="people for their team",
        ),
        pytest.param(
            "Norway and Sweden share a border. The Norwegians like fish.",
            "Norway",
            ["Norway"],
            id="people of a country",
        ),
        pytest.param(
            'Ann Lind wrote "The Silent Mill" in 1990. The novel won a prize.',
            "The Silent Mill",
            ["The Silent Mill", "The novel"],
            id="kind of a work",
        ),
        pytest.param(
            'Ann Lind wrote the play "The Silent Mill" in 1990. The novel won a prize.',
            "The Silent Mill",
            ["The Silent Mill"],
            id="another kind of work",
        ),
        pytest.param(
            "President Ann Lind spoke in May. The President then left.",
            "Ann Lind",
            ["Ann Lind", "The President"],
            id="noun with a capital",
        ),
        pytest.param(
            "The University of Tverrvik opened in 1866. The University has ten schools.",
            "University of Tverrvik",
            ["University of Tverrvik", "University"],
            id="name that recalls a longer one",
        ),
        pytest.param(
            "Tverrvik Group makes ropes. The Company has 300 workers.",
            "Tverrvik Group",
            ["Tverrvik Group", "The Company"],
            id="Company",
        ),
        pytest.param(
            "Tverrvik, a town, was poor. Tverrvik was wet. Lind left Tverrvik for a dry town. "
            "Lind ran. Lind slept. The town was full.",
            "Tverrvik",
            ["Tverrvik", "Tverrvik", "Tverrvik", "The town"],
            id="said once of another",
        ),
        pytest.param(
            "A fire destroyed the old mill. The building was empty.",
            "old mill",
            ["the old mill", "The building"],
            id="wider noun",
        ),
        pytest.param(
            "The Spanish–American War began in 1898. He fought in the Filipino-American war, too.",
            "Spanish–American War",
            ["Spanish–American War"],
            id="two peoples tell a war",
        ),
        pytest.param(
            "Airline orders ten jets\n\nHULL – Orbis, an airline, ordered ten jets in May.",
            "Orbis",
            ["Airline", "Orbis"],
            id="noun of a headline",
        ),
        pytest.param(
            "Potter who left Vienna\n\nEva Dahl left Vienna in May. The potter Bo Lind taught her.",
            "Bo Lind",
            ["Bo Lind"],
            id="noun of a headline told apart",
        ),
        pytest.param(
            "Baker wins prize\n\nThe baker Ann Lind won in May. The baker Bo Moen lost.",
            "Ann Lind",
            ["Ann Lind"],
            id="noun of a headline that two are called by",
        ),
        pytest.param(
            "Bo Lind is a singer and actor. He is the son of the actor and dancer Karl Moen.",
            "Bo Lind",
            ["Bo Lind", "He"],
            id="what and joins is said of the subject",
        ),
        pytest.param(
            "Ann Lind took the role of captain in May. In June Bo Moen began his role as mate.",
            "role of captain",
            [],
            id="another's role",
        ),
        pytest.param(
            "People without a boat wait on the quay. Those people with a boat had left.",
            "people",
            [],
            id="those who are told after",
        ),
        pytest.param(
            "Ann Lind served as the mayor of Hull. An aide was late. The mayor left in May.",
            "Ann Lind",
            ["Ann Lind", "The mayor"],
            id="who serves as something",
        ),
        pytest.param(
            "Oslo is the capital city of Norway.", "Norway", ["Norway"], id="capital of a country"
        ),
        pytest.param(
            "Vantor Holding AG cut its forecast. Its online business grew. The company runs 1,100 "
            "stores.",
            "Vantor Holding AG",
            ["Vantor Holding AG", "its", "Its", "The company"],
            id="what somebody owns is not the company",
        ),
        pytest.param(
            "Forecast cut\n\nZURICH, Nov 12 (Reuters) - Shares in Vantor Holding AG fell on Monday "
            "after the Swiss clothing retailer cut its forecast.",
            "Vantor Holding AG",
            ["Vantor Holding AG", "the Swiss clothing retailer", "its"],
            id="the agency of a dateline is not in mind",
        ),
        pytest.param(
            "France and Italy opened rail links between Nice and Turin. The two countries signed a "
            "pact.",
            "France and Italy",
            ["France and Italy", "The two countries"],
            id="two countries are no cities",
        ),
        pytest.param(
            "Ann Lind and Ida Berg met two women. Ida Berg won the women's singles.",
            "two women",
            [],
            id="what women compete in is nobody's",
        ),
        pytest.param(
            "Ann Lind has met Pope Leo. She asked the Pope for help.",
            "Pope Leo",
            ["Pope Leo", "the Pope"],
            id="who is called by the title of a name",
        ),
        pytest.param(
            "Orbis Foods has ordered a series. It will be written by Ann Lind.",
            "Orbis Foods",
            ["Orbis Foods"],
            id="no body is written",
        ),
        pytest.param(
            "They sailed to the U.S. state of Oregon. The state is wet.",
            "U.S.",
            ["U.S."],
            id="the state of a land is not the land",
        ),
        pytest.param(
            "Ann Lind directed the drama Snow Road. The film won a prize.",
            "Snow Road",
            ["Snow Road", "The film"],
            id="a drama is a film",
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_a_name_of_one_word_after_a_title_tells_no_gender(nlp: Language) -> None:
    doc = resolve(nlp, "Max Hale sold it. Cllr Ambrose left, as her sister is ill.")
    assert "her" in mentions_of(doc, "Ambrose")


def test_what_one_person_is_is_not_several(nlp: Language) -> None:
    text = "Ann Hale is a trustee of Orbis Bank and a critic of the mayor. They live in Lund."
    doc = resolve(nlp, text)
    assert not any("trustee" in e.label for e in doc._.kgx_entities.values() if e.type == "person")


def test_a_union_is_no_firm(nlp: Language) -> None:
    text = "Orbis Foods will close. Orbis Foods has lost money. Orbis Foods made pies. "
    doc = resolve(nlp, text + "The Unia union called it unfair. The firm is old.")
    assert "The firm" in mentions_of(doc, "Orbis Foods")


def test_role_that_spoke_is_the_person_named_next(nlp: Language) -> None:
    doc = resolve(
        nlp,
        "Orders have doubled, the chair of the Vessel Group told reporters.\n\n"
        "Torvald Brekkan said the yard had hired ninety people since the spring.",
    )
    assert "the chair of the Vessel Group" in mentions_of(doc, "Torvald Brekkan")


def test_we_without_a_body_is_no_one(nlp: Language) -> None:
    doc = resolve(nlp, '"We saw the crane fall," said Ann Lind.')
    assert all(doc[m.start].text != "We" for m in doc._.kgx_mentions)


def test_we_who_tell_of_their_study(nlp: Language) -> None:
    doc = resolve(nlp, "In this paper we ask why mills close. Our results are from two towns.")
    assert mentions_of(doc, "authors") == ["we", "Our"]


def test_the_first_of_a_name_is_nobody_who_writes(nlp: Language) -> None:
    doc = resolve(nlp, "Charles I ruled from 1625. The death of Charles I shocked the town.")
    assert mentions_of(doc, "Charles I") == ["Charles I", "Charles I"]
    assert not mentions_of(doc, "author")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We all need bees. We eat what they make, and we should care.", id="anybody"),
        pytest.param("What do you need?\n\nI need a boat.\n\nWhy you?\n\nI sail.", id="unnamed"),
    ],
)
def test_first_persons_of_no_one(nlp: Language, text: str) -> None:
    doc = resolve(nlp, text)
    assert {doc[m.start].lower_ for m in doc._.kgx_mentions}.isdisjoint({"i", "we"})


def test_two_who_are_asked_tell_each_other_apart(nlp: Language) -> None:
    doc = resolve(
        nlp,
        "A talk with Ann Lind and Karl Vik\n\nWho are you?\n\nI'm Ann Lind. I draw.\n\n"
        "And I'm Karl Vik.\n\nHow did you meet?\n\nI saw Ann at a mill, and I liked her boat.\n\n"
        "I sail.",
    )
    assert mentions_of(doc, "Ann Lind") == ["Ann Lind", "I", "Ann Lind", "I", "Ann", "her"]
    assert mentions_of(doc, "Karl Vik") == ["Karl Vik", "I", "Karl Vik", "I", "I"]


def test_label_alias_and_iri(nlp: Language) -> None:
    doc = resolve(
        nlp, "Calder Lines Ltd bought a ferry. Calder Lines paid nine million euros for it."
    )
    entity = next(e for e in doc._.kgx_entities.values() if e.type == "organization")
    assert (entity.label, entity.aliases) == ("Calder Lines", ("Calder Lines Ltd",))
    assert entity.id.endswith("/calder-lines")


def test_classes_of_places(nlp: Language) -> None:
    doc = resolve(nlp, "She flew from Norway to Izmir.")
    classes = {e.label: e.types[0].rsplit("/", 1)[1] for e in doc._.kgx_entities.values()}
    assert classes == {"Norway": "Country", "Izmir": "City"}


def test_nationality_is_no_entity_as_an_adjective(nlp: Language) -> None:
    assert resolve(nlp, "A Turkish firm bought the yard.")._.kgx_entities == {}


def test_unnamed_things_of_two_documents_stay_apart(nlp: Language) -> None:
    text = "The baker closed her shop. The baker moved away."
    one, other = (set(resolve(nlp, text, id_)._.kgx_entities) for id_ in ("a", "b"))
    assert one and not one & other


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ann Lind/person", "Lind/person"], [0, 0]),
        (["Lind/person", "Ann Lind/person"], [1, 1]),
        (["Ann Lind/person", "Eva Lind/person", "Ann Lind/person", "Lind/person"], [0, 1, 0, 0]),
        (["European Space Agency/organization", "ESA/organization"], [0, 0]),
        (["Porto St-Marc/organization", "PSM/organization"], [0, 0]),
        (["Bayern Munich/organization", "Bayern/organization"], [0, 0]),
        (["Orbis Munich/organization", "Orbis/organization"], [0, 1]),
        (["Calder Lines Ltd/organization", "Calder/organization"], [0, 0]),
        (["Holm Bank/organization", "Holm Lines/organization", "Holm/organization"], [0, 1, 2]),
        (["Holm Lines A / S/organization", "Holm Lines/organization"], [0, 0]),
        (["Holm/organization", "Holm Commercial Ferries/organization"], [0, 1]),
        (["U.S. Navy/organization", "US Navy/organization"], [0, 0]),
        (["United States Navy/organization", "U.S. Navy/organization"], [0, 0]),
        (["Cyclone Dara/event", "Dara/event"], [0, 0]),
        (["2012 Summer Harbour Games/event", "2012 Harbour Games/event"], [0, 0]),
        (["2012 Winter Olympic Games/event", "2012 Olympics/event"], [0, 0]),
        (["2012 Olympics/event", "2014 Olympics/event"], [0, 1]),
        (["Aldric/person", "Aldric I/person"], [0, 0]),
        (["Aldric I/person", "Aldric II/person"], [0, 1]),
        (["Orbis/organization", "Orbis Computer/organization"], [1, 1]),
        (["Food Board of Elm and Norr/law", "Food Board Elm Norr/law"], [0, 0]),
        (["K2 Max/product", "K2/product"], [0, 1]),
        (["Orbis Pictures/organization", "Orbis/organization"], [0, 1]),
        (["Orbis Norway/organization", "Orbis/organization"], [0, 1]),
        (["Vane University Press/organization", "Vane University/organization"], [0, 1]),
        (["Orbis/organization", "Orbis Group/organization"], [1, 1]),
        (["Harbour Rescue School/facility", "HRS/organization"], [0, 0]),
        (["J. R. Brekkan/person", "John Robert Brekkan/person"], [1, 1]),
        (["John Robert Brekkan/person", "John R. Brekkan/person"], [0, 0]),
        (["Ann Lind/person", "Eva Lind/person"], [0, 1]),
        (["Ann Lind/person", "PC Lind/person"], [0, 0]),
        (["Ann Lind/person", "Eva Lind/person", "PC Lind/person"], [0, 1, 2]),
        (["Boeing Kite/product", "Kite/product"], [0, 0]),
        (["787 Kite/product", "Kite/product"], [0, 0]),
        (["Ilse van der Meer/person", "Van der Meer/person"], [0, 0]),
        (["Karim al-Basri/person", "Basri/person"], [0, 0]),
        (["iPod Nova/product", "Nova/product", "iPod/product"], [0, 0, 2]),
        (["Mac OS X Lynx/product", "OS X Lynx/product", "Lynx/product"], [0, 0, 0]),
        (["European Water Board/organization", "European/organization"], [0, 1]),
        (["Turkey/place", "Türkiye/place"], [0, 0]),
        (["Lind/person", "Lind/organization"], [0, 1]),
    ],
)
def test_aliases(names: list[str], expected: list[int]) -> None:
    given_names = [(tuple(n.rsplit("/", 1)[0].split()), n.rsplit("/", 1)[1]) for n in names]
    assert cluster_names(given_names) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Farmers", "’", "Union"], "Farmers’ Union"),
        (["A.", "B.", "Lind"], "A. B. Lind"),
        (["Rask", "&", "Partners"], "Rask & Partners"),
        (["x", "-", "ray"], "x-ray"),
        (["Kite", "A410", "M"], "Kite A410M"),
    ],
)
def test_join_words(words: list[str], expected: str) -> None:
    assert join_words(words) == expected


TEXTS = st.lists(
    st.sampled_from(
        [
            "Ann Lind said it fell.",
            '"We sold it," she said.',
            "The firm, Holm Group, hired her.",
            "They left Oslo.",
            "The city",
            "\n\n",
            "Q: Why?\nA: I know.",
        ]
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_mentions_are_sorted_and_belong_to_entities(nlp: Language, parts: list[str]) -> None:
    doc = resolve(nlp, " ".join(parts))
    mentions = doc._.kgx_mentions
    assert [(m.start, m.end) for m in mentions] == sorted((m.start, m.end) for m in mentions)
    assert all(m.start <= m.head < m.end and m.entity in doc._.kgx_entities for m in mentions)


def test_a_town_is_called_as_it_is_written_small(nlp: Language) -> None:
    doc = nlp("TARN, Norway, 14 May – The mill in Tarn closed. Tarn is a town.")
    labels = {e.label for e in doc._.kgx_entities.values()}
    assert "Tarn" in labels and "TARN" not in labels


def test_a_saying_is_not_shortened() -> None:
    names = (("Back", "to", "the", "Kite"), "other"), (("Kite",), "other")
    assert cluster_names(names) == [0, 1]


def test_a_town_in_capitals_shortens_no_court() -> None:
    names = (("LEEDS",), "place"), (("Leeds", "Crown", "Court"), "organization")
    assert cluster_names(names) == [0, 1]
    names = (("TARNBY",), "place"), (("Tarnby", "University"), "organization")
    assert cluster_names(names) == [0, 1]
    names = (("TARNBY",), "place"), (("Tarnby",), "place"), (("Tarnby", "Fair"), "event")
    assert cluster_names(names) == [0, 0, 2]


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Orbis Homes grew. Orbis sold it. Tom Orbis left.", "Orbis", "Orbis Homes"),
        ("Tom Orbis left. Orbis Homes grew. Orbis sings.", "Orbis", "Tom Orbis"),
        (
            "The carmaker Velden has a car, the Velden Iris. The Iris is fast.",
            "Iris",
            "Velden Iris",
        ),
        ("Tom Orbis left. Orbis Homes grew. Orbis employs 60 people.", "Orbis", "Orbis Homes"),
        (
            "Banco Orbis grew. Orbis moved to Hull. Tom Orbis left.",
            "Orbis",
            "Banco Orbis",
        ),
        (
            "Banco Orbis grew. Tom Orbis left. Orbis sings.",
            "Orbis",
            "Tom Orbis",
        ),
    ],
)
def test_a_bare_name_is_of_a_firm_or_of_somebody(
    nlp: Language, text: str, name: str, full: str
) -> None:
    doc = resolve(nlp, text)
    alone = [m for m in doc._.kgx_mentions if doc[m.start : m.end].text == name]
    assert [doc._.kgx_entities[m.entity].label for m in alone] == [full]


def test_a_headline_shortens_what_is_named_below_it(nlp: Language) -> None:
    text = (
        "Norvik weighs bid\n\nNorvik Group Ltd sold three mills on Monday. Norvik also left Oslo."
    )
    found = mentions_of(resolve(nlp, text), "Norvik Group Ltd")
    assert found == ["Norvik", "Norvik Group Ltd", "Norvik"]


def test_a_paragraph_opens_with_whom_the_text_is_about(nlp: Language) -> None:
    about = "Ann Lind ran a museum. She led it well. She was praised. She wrote. She sang."
    last = "In 1983 she had a daughter, Ida Berg. Ida Berg is an architect."
    doc = nlp(f"{about} {last}\n\nShe left the museum in 1990.")
    assert mentions_of(doc, "Ann Lind")[-1] == "She"
    assert len(mentions_of(doc, "Ann Lind")) == 7


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("henri", "m"),
        ("olga", "f"),
        ("viktors", "m"),
        ("ilze", "f"),
        ("deepak", "m"),
        ("andrea", ""),
        ("jean", ""),
    ],
)
def test_given_names_tell_a_gender_where_lists_agree(name: str, gender: str) -> None:
    assert given_genders().get(name, "") == gender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A former treasurer of Cedar Bank was jailed on Monday. Ann Lind, 51, was convicted.",
            ["A former treasurer of Cedar Bank", "Ann Lind"],
            id="the description comes first",
        ),
        pytest.param(
            "A man was shot on Monday. Ann Lind, 43, heard it.",
            ["Ann Lind"],
            id="a witness",
        ),
        pytest.param(
            "A 20-year-old driver was fined on Monday. Ann Lind, 43, lost a leg.",
            ["Ann Lind"],
            id="another age",
        ),
        pytest.param(
            "A former treasurer was jailed on Monday. Ann Lind was convicted.",
            ["Ann Lind"],
            id="no age",
        ),
    ],
)
def test_who_is_described_before_being_named(nlp: Language, text: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), "Ann Lind") == expected


def test_a_club_goes_by_its_last_word_in_a_text_about_matches(nlp: Language) -> None:
    text = (
        "Tamale Rovers won the cup final with a late goal by their striker in the second half. "
        "Rovers play a tournament in May. The goalkeeper of Rovers was unbeaten in six matches."
    )
    assert mentions_of(resolve(nlp, text), "Tamale Rovers").count("Rovers") == 2


def test_an_acronym_in_brackets_is_the_name_whatever_its_type(nlp: Language) -> None:
    doc = resolve(nlp, "She spoke at the Worldwide Millers Conference (WWMC). WWMC was sold out.")
    (event,) = (e for e in doc._.kgx_entities.values() if e.type == "event")
    assert {event.label, *event.aliases} == {"Worldwide Millers Conference", "WWMC"}


def test_whose_website_is_no_body(nlp: Language) -> None:
    doc = resolve(nlp, "Cedar Bank sold the mill. Its website says so, and the website is new.")
    assert [e.type for e in doc._.kgx_entities.values() if "website" in e.label] == ["work"]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "Ann Lind, chair of Cedar Bank, resigned. She said her company was sound.",
            "Cedar Bank",
            ["Cedar Bank", "her company"],
            id="who leads it",
        ),
        pytest.param(
            "Cedar Bank's lawyer, Ann Lind, resigned. She said her firm was sound.",
            "Cedar Bank",
            ["Cedar Bank"],
            id="who works for it and has a firm",
        ),
        pytest.param(
            "Ann Lind, chair of Cedar Bank, resigned. She said her party was sound.",
            "Cedar Bank",
            ["Cedar Bank"],
            id="no bank is a party",
        ),
    ],
)
def test_whose_body_is_the_one_they_speak_for(
    nlp: Language, text: str, label: str, expected: list[str]
) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_a_like_noun_is_said_of_no_firm_that_is_less_in_mind(nlp: Language) -> None:
    text = "Orbis Group sued Torvex over a plan of Torvex. The company declined to comment."
    assert mentions_of(resolve(nlp, text), "Orbis Group") == ["Orbis Group"]


def test_a_body_called_so_is_meant_and_not_one_of_that_name_in_passing(nlp: Language) -> None:
    text = (
        "Norland's central bank met on Monday. The bank left its rate as it was. Economists at "
        "Helix Bank expected that. Ann Lind has led the bank since 2021."
    )
    assert mentions_of(resolve(nlp, text), "Helix Bank") == ["Helix Bank"]


def test_a_carrier_is_the_airline(nlp: Language) -> None:
    text = "Velda Air, an airline, will sell six jets. The carrier will end flights to Lima."
    assert mentions_of(resolve(nlp, text), "Velda Air") == ["Velda Air", "The carrier"]


def test_two_companies_that_say_something_are_not_its_subject(nlp: Language) -> None:
    text = "Holm Bryggeri has agreed to buy the mill of Tomar for cash, the two companies said."
    assert mentions_of(resolve(nlp, text), "Holm Bryggeri") == ["Holm Bryggeri"]


def test_who_gave_a_message_speaks_in_it(nlp: Language) -> None:
    text = (
        'Ann Lind left this farewell, "I have made many of my friends here, and I thank you." '
        "Bo Holm, the chair of Cedar Bank, said nothing."
    )
    assert mentions_of(resolve(nlp, text), "Ann Lind") == ["Ann Lind", "I", "my", "I"]


def test_an_airline_is_one_of_whose_name_is_a_plural(nlp: Language) -> None:
    text = "Norvik Airlines met Cedar Bank. The airline, which is the third largest, bought jets."
    assert mentions_of(resolve(nlp, text), "Norvik Airlines")[1].startswith("The airline")


def test_the_company_is_not_the_subject_of_its_verb(nlp: Language) -> None:
    text = "Norvik Lines hired a tug. Cedar Bank urged the company to stop using the engine."
    assert mentions_of(resolve(nlp, text), "Norvik Lines") == ["Norvik Lines", "the company"]


def test_the_firm_is_the_one_its_speaker_leads(nlp: Language) -> None:
    text = (
        "Norvik Lines hired a tug. The union Havna sued. Norvik's managing director, Ann Lind, "
        "said the firm would pay."
    )
    assert "the firm" in mentions_of(resolve(nlp, text), "Norvik Lines")


def test_our_company_is_the_body_of_who_speaks(nlp: Language) -> None:
    text = '"Our company is sound," said Ann Lind, chair of Cedar Bank. "We have cash."'
    expected = ["Our", "Our company", "Cedar Bank", "We"]
    assert mentions_of(resolve(nlp, text), "Cedar Bank") == expected


def test_whose_agency_is_named_right_after(nlp: Language) -> None:
    doc = resolve(nlp, "Norland's investigative agency BEA has requested money.")
    assert mentions_of(doc, "BEA") == ["Norland's investigative agency", "BEA"]


def test_at_the_head_of_is_nobody(nlp: Language) -> None:
    doc = resolve(nlp, "Bo Lind leads Cedar Bank. He stood at the head of it.")
    assert not any(doc[m.start : m.end].text.endswith("head") for m in doc._.kgx_mentions)


def test_the_only_firm_of_a_text_is_the_company_far_on(nlp: Language) -> None:
    text = (
        "Cedar Bank opened in 1970. It was small. Rain fell all summer. The roads were bad. "
        "Nobody came by train. In 1980 the company moved."
    )
    assert mentions_of(resolve(nlp, text), "Cedar Bank")[-1] == "the company"


@pytest.mark.parametrize(
    "text",
    [
        "Orbis Air flies to Lund. It is Orbis Air's oldest route.",
        "Orbis Air was fined. It should not use a route that belongs to Orbis Air.",
    ],
)
def test_a_subject_is_nobody_named_after_it_in_its_clause(nlp: Language, text: str) -> None:
    assert "It" not in mentions_of(resolve(nlp, text), "Orbis Air")


def test_what_is_named_in_the_next_clause_may_be_the_subject(nlp: Language) -> None:
    doc = resolve(nlp, "Ann Lind left. She had been ill, but Ann Lind never spoke of it.")
    assert "She" in mentions_of(doc, "Ann Lind")
