"""What trade press, annual reports and reports on projects say, and what they do not say."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Torvex has supplied pumps to the Helvar Navy.", "Torvex | suppliesTo | Helvar Navy"),
        ("Torvex supplied Helvar Steel with pumps.", "Torvex | supplies | pump"),
        ("Ann Lind lost her seat to Bo Holm.", "Bo Holm | defeated | Ann Lind"),
        ("Torvex supplied Helvar Steel with pumps.", "Torvex | suppliesTo | Helvar Steel"),
        ("Torvex provides Helvar Steel with pumps.", "Torvex | provides | pump"),
        ("The Lorna Dam has a capacity of 320 MW.", "Lorna Dam | installedCapacity | 320 MW"),
        ("Torvex Foods has 60 staff.", "Torvex Foods | numberOfEmployees | 60 staff"),
        ("Torvex Foods has a staff of 60.", "Torvex Foods | numberOfEmployees | 60"),
        ("The Orna 5 is a phone. It retails for US $199.", "Orna 5 | costs | US $199"),
        ("The Orna probe was built at a cost of $8 million.", "Orna | costs | $8 million"),
        ("Torvex built the Orna probe at a cost of $8 million.", "Orna | costs | $8 million"),
        (
            "The Water Trust, an NGO headquartered in Nairobi, grew.",
            "Water Trust | headquarters | Nairobi",
        ),
        ("The port of Limbe is operated by Torvex.", "Torvex | operates | port of Limbe"),
        ("Torvex won a contract worth $3 million.", "contract | worth | $3 million"),
        ("The deal is worth $3 million.", "deal | worth | $3 million"),
        ("Torvex paid $4 million for Helvar Foods.", "Torvex | acquired | Helvar Foods"),
        ("Torvex sold its 5% in Helvar Foods.", "Torvex | sell-stake-in | Helvar Foods"),
        ("Torvex sold its stake in Lorna Airport.", "Torvex | sell-stake-in | Lorna Airport"),
        ("A gang calling itself Black Heron stole data.", "Black Heron | steal | data"),
        ("A jury convicted the trader Bo Holm of fraud.", "Bo Holm | convictedOf | fraud"),
        ("A jury found Bo Holm guilty of fraud.", "Bo Holm | convictedOf | fraud"),
        ("The game has its roots in China.", "game | have-root-in | China"),
        ("The campaign has offices in Natal.", "campaign | have-office-in | Natal"),
        ("Germany's Orbis and Italy's Kelmar plan to buy Torvex.", "Kelmar | acquired | Torvex"),
        (
            "Torvex Foods makes pies. Its rivals include Rondola and Helvar Foods.",
            "Rondola | competesWith | Torvex Foods",
        ),
        ("The offer values Orbis Foods at $3 million.", "Orbis Foods | worth | $3 million"),
        ("Torvex is valued at $3 billion.", "Torvex | worth | $3 billion"),
        (
            "Torvex won a contract worth $3 million from Helvar Steel.",
            "Torvex | win-from | Helvar Steel",
        ),
        (
            "Brightwell Pharma, a drugmaker based in Leeds, named Sandra Okoro as chief executive.",
            "Brightwell Pharma | chiefExecutive | Sandra Okoro",
        ),
        (
            "Torvex, a drugmaker based in Leeds, named Sandra Okoro as chief executive.",
            "Torvex | chiefExecutive | Sandra Okoro",
        ),
        (
            "Glenmore Foods, which is owned by 2,100 farmers, exports butter to Chile.",
            "Glenmore Foods | exports | butter",
        ),
        (
            "Ann Lind is the founder and chairwoman of Torvex Foods.",
            "Torvex Foods | chairperson | Ann Lind",
        ),
        (
            "Sahel Solar is a joint venture of Atlas Energie and Sonnwerk.",
            "Sonnwerk | stakeIn | Sahel Solar",
        ),
        (
            "Sahel Solar, a joint venture of the firm Atlas Energie and Germany's Sonnwerk, grew.",
            "Sonnwerk | stakeIn | Sahel Solar",
        ),
        (
            "Microlith Foods has 31,000 employees in 60 countries.",
            "Microlith Foods | numberOfEmployees | 31,000 employees",
        ),
        ("Torvex Foods's budget is $4 million.", "Torvex Foods | budget | $4 million"),
        (
            "Torvex Foods makes jam. Revenue rose to $4 million. Net profit fell to $1 million.",
            "Torvex Foods | netProfit | $1 million",
        ),
        ("Calgary-based Helix Foods sold it.", "Helix Foods | headquarters | Calgary"),
        ("Apple sells the iPhoto, iMovie, and GarageBand programs.", "Apple | sells | iMovie"),
        (
            "The Kestrel T5 and Merlin T2 aircraft were built by Helix Motors.",
            "Kestrel T5 | manufacturer | Helix Motors",
        ),
        (
            "Helix Foods bought Lund Bank. Helix makes jam. The Oslo-based firm has 40 workers.",
            "Helix Foods | headquarters | Oslo",
        ),
        (
            "They saw the Itá Bridge. The bridge, 1.4 km long, links Paraguay with Brazil and was "
            "built by Torvex.",
            "Itá Bridge | connects | Brazil",
        ),
        (
            "Peru has chosen the Portuguese firm Águas do Norte to run its network.",
            "Águas do Norte | country | Portugal",
        ),
        ("The drug, sold as Nervex, is made by Torvex.", "drug | alsoCalled | Nervex"),
        ("The satellite, TriSat-3, weighs 5 kg and will study ice.", "TriSat-3 | weight | 5 kg"),
        ("Lindqvist Media of Stockholm makes books.", "Lindqvist Media | locatedIn | Stockholm"),
        ("It chose the Polish company Zakupy24 in May.", "Zakupy24 | country | Poland"),
        (
            "Lund Bank lent Volta Air money. The airline was founded in 2008.",
            "Volta Air | foundingDate | 2008",
        ),
        ("Ann Lind wrote the Photon application.", "Photon | creator | Ann Lind"),
        ("The Data Authority fined Torvex €2 million.", "Data Authority | sanctioned | Torvex"),
        (
            "The Data Authority fined the grocery chain Torvex Foods 40 million kronor for fraud.",
            "Data Authority | sanctioned | Torvex Foods",
        ),
        (
            "The Data Authority fined Torvex Foods £4.2m for poor controls.",
            "Data Authority | sanctioned | Torvex Foods",
        ),
        ("Helvar Steel is 67 percent owned by Torvex.", "Torvex | stakeIn | Helvar Steel"),
        (
            "Helvar Steel, 67 percent owned by Torvex, will close.",
            "Torvex | stakeIn | Helvar Steel",
        ),
        (
            "Torvex Foods acquired a 60 percent holding in Helvar Steel.",
            "Torvex Foods | stakeIn | Helvar Steel",
        ),
        ("Helvar Steel owner Torvex Foods paid.", "Torvex Foods | owns | Helvar Steel"),
        ("Helvar parent Torvex Foods paid.", "Helvar | subsidiaryOf | Torvex Foods"),
        ("Ann Lind founded the foods startup Zubra.", "Zubra | founder | Ann Lind"),
        (
            "The army awarded Torvex Foods the right to build the port.",
            "Torvex Foods | makes | port",
        ),
        (
            "The refinery at Port Hale, owned by Torvex Foods, processes crude.",
            "Torvex Foods | owns | refinery",
        ),
        ("Torvex is a supplier to Volkswagen.", "Torvex | suppliesTo | Volkswagen"),
        ("Torvex, a supplier to Volkswagen, closed.", "Torvex | suppliesTo | Volkswagen"),
        ("Ryanair's rival Wizz Air reported it.", "Wizz Air | competesWith | Ryanair"),
        (
            "A group of investors led by the hedge fund Arrow Point bought Torvex Foods.",
            "Arrow Point | instanceOf | hedge fund",
        ),
        (
            "Velda Foods sued. The High Court agreed, but the company sued Torvex Bank.",
            "Velda Foods | sued | Torvex Bank",
        ),
        (
            "Torvex Foods moved its head office from Lund to Oslo.",
            "Torvex Foods | headquarters | Oslo",
        ),
        (
            "Torvex contracted Helvar Steel to build the bridge.",
            "Helvar Steel | build | bridge",
        ),
        ("Torvex enlisted Helvar Steel to supply rails.", "Helvar Steel | supplies | rail"),
        ("The board picked Ann Lind to lead Torvex Foods.", "Torvex Foods | leader | Ann Lind"),
        ("Ingrid Moe of the law firm Moe Dahl said so.", "Ingrid Moe | affiliation | Moe Dahl"),
        ("Ann Lind wants to found Torvex Foods.", "Torvex Foods | founder | Ann Lind"),
        ("Ann Lind left to found the robotics startup Zubra.", "Zubra | founder | Ann Lind"),
        (
            "Torvex Foods grew. The company's chief executive is Ann Lind. She left Helvar Bank.",
            "Ann Lind | left | Helvar Bank",
        ),
        (
            "The biggest shareholder is the Danish investor Ann Lind. She left Helvar Bank.",
            "Ann Lind | left | Helvar Bank",
        ),
        ("The A71 road links Brno with Ostrava.", "A71 | connects | Brno"),
        (
            "Finance chief Per Strand will leave. He will be succeeded by Lena Hauge.",
            "Lena Hauge | replaces | Per Strand",
        ),
        ("Torvex Foods received money from Helvar Bank.", "Helvar Bank | funds | Torvex Foods"),
        ("Torvex Foods went public on the Nasdaq in 2021.", "Torvex Foods | listedOn | Nasdaq"),
        ("Torvex Foods built a factory in Lund.", "factory | locatedIn | Lund"),
        ("The Orla Bridge was built in Lund.", "Orla Bridge | locatedIn | Lund"),
        ("Torvex supplies refineries and airlines.", "Torvex | suppliesTo | refinery"),
        ("Torvex supplies refineries and airlines.", "Torvex | suppliesTo | airline"),
        ("Torvex supplies solar panels.", "Torvex | supplies | solar panel"),
        ("Torvex Foods makes resins.", "Torvex Foods | makes | resin"),
        (
            "Orbis Foods makes jam. Helix Bank plans to buy it.",
            "Helix Bank | acquired | Orbis Foods",
        ),
        (
            "Orbis Foods makes jam. The fund Nordpension owns 22% of the company.",
            "Nordpension | stakeIn | Orbis Foods",
        ),
        ("Datakraft was set up in Trondheim in 1999.", "Datakraft | foundingPlace | Trondheim"),
        ("Torvex Foods is building a plant in Georgia.", "plant | locatedIn | Georgia"),
        ("Torvex Foods runs factories in Lund.", "Torvex Foods | operatesIn | Lund"),
        (
            "The airline Orbis Air has jets. Ann Lind owns the tour operator Sonnreisen and two "
            "hotels. The airline has 80 employees.",
            "Orbis Air | numberOfEmployees | 80 employees",
        ),
        (
            "The offer gives Torvex Foods a market value of $3 million.",
            "Torvex Foods | marketCapitalization | $3 million",
        ),
        (
            "Torvex Foods grew. Its customers include the supermarket group Dunmore, the online "
            "retailer Pikto and Norway.",
            "Norway | customerOf | Torvex Foods",
        ),
        ("They chose the Rosomir made by the firm Torvex.", "Rosomir | manufacturer | Torvex"),
        ("Orbis is 60% owned by the Finnish state.", "Finnish state | own-part-of | Orbis"),
        (
            "It fights AutoShelf of the United States. In June the US firm sued Torvex Foods.",
            "AutoShelf | sued | Torvex Foods",
        ),
        (
            "Staff of the Fermann Institute run Orbis Foods. The start-up makes jam.",
            "Orbis Foods | makes | jam",
        ),
        ("Ann Lind held the same post at Torvex Foods.", "Ann Lind | employer | Torvex Foods"),
        ("Torvex Foods makes jam.", "Torvex Foods | makes | jam"),
        ("Torvex Foods makes drones.", "Torvex Foods | makes | drone"),
        ("Torvex Foods makes software.", "Torvex Foods | makes | software"),
        (
            "Torvex Foods makes jam. Its chairman is the trader Ann Lind.",
            "Torvex Foods | chairperson | Ann Lind",
        ),
        (
            "Torvex Foods, a Lund firm supplying pumps to Peru, grew.",
            "Torvex Foods | supplies | pump",
        ),
        (
            "Torvex Foods, a biotechnology company developing drugs, has raised money. Foxglove "
            "Capital led the round. Ann Lind founded the company in 2016.",
            "Torvex Foods | founder | Ann Lind",
        ),
        (
            "Torvex Foods sued Lund Steel. Its chief executive is Ann Lind.",
            "Torvex Foods | chiefExecutive | Ann Lind",
        ),
        (
            "Norrfjell bought Torvex Foods from the Lind family, which had owned it since 1921.",
            "Lind family | owns | Torvex Foods",
        ),
        (
            "Norway's Orlo group will buy Keeps Motors, a Dutch maker of valves. Calder Street "
            "Partners acquired the Rotterdam-based company in 2017.",
            "Calder Street Partners | acquired | Keeps Motors",
        ),
        (
            "The Navy bought 40 Orlo 8x8 armoured vehicles. The Orlo is armed with a cannon.",
            "Orlo | armed-with | cannon",
        ),
    ],
)
def test_it_is_said(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Torvex supplied the army with pumps.", "supplies | army"),
        ("The strike cost 30 jobs.", "costs"),
        ("Menon replaced the co-founder Wendy Strauss in 2023.", "replaces | co"),
        ("Torvex sued Helvar Steel in Oslo.", "locatedIn"),
        ("Torvex built the Lorna wind farm.", "makes"),
        ("Torvex Foods paid Helvar Steel $4 million for Lund Mills.", "acquired"),
        ("Torvex Foods, whose brands include Kvik and Solbar, was fined.", "hasPart"),
        ("A jury found Bo Holm guilty of fraud.", "jury"),
        ("Teachers' union Unia called a strike.", "Teachers"),
        ("Torvex Foods has debts of $3 million to Helvar Bank.", "have-to"),
        ("Torvex Foods built a factory.", "makes"),
        ("Bidders include Torvex Foods and Helvar Steel.", "hasPart"),
        ("Torvex Foods sold the mill for $8 million.", "Torvex Foods | costs"),
        ("Torvex Foods lost the contract to Helvar Steel.", "defeated"),
        ("Torvex Foods filed a lawsuit against Helvar Steel in Oslo.", "locatedIn"),
        ("Torvex Foods signed a pact with Helvar Steel in Oslo.", "locatedIn"),
        ("The Lorna Bridge links Oslo with the suburb of Petrov.", "kindOf"),
        ("Torvex sold the Orna probe at a profit of $8 million.", "Orna | netProfit"),
        ("Torvex, a unit of the Ohio-based firm Brandt Industries, grew.", "Torvex | headquarters"),
        ("Torvex and Helix agreed on the supply of 40 doses of vaccine to Mali.", "agree-to"),
        ("Calgary-based Helix Foods sold it.", "sell | Calgary"),
        ("Apple sells the iPhone and iPad apps.", "sells | iPad"),
        ("Helix Foods bought Lund Bank. The Oslo-based firm has 40 workers.", "headquarters"),
        ("The storm hit Torvex Foods. Revenue fell to $4 million.", "| revenue |"),
        ("Torvex Foods discovered gas off Cyprus.", "inventor"),
        ("Torvex Foods sold its 5% stake in Helvar Steel.", "sells"),
        ("Helvar Steel is 67 percent owned by Torvex.", "owns"),
        ("Lund Bank cost Torvex Foods $3 million.", "Lund Bank | costs | Torvex"),
        ("Torvex named Ann Lind as his successor.", "replaces | Torvex"),
        ("The army gave Torvex Foods a promise to build a port.", "Torvex Foods | makes"),
        ("The refinery at Port Hale, owned by Torvex Foods, closed.", "Port Hale"),
        ("Torvex Foods, the parent of Helvar Steel, paid.", "instanceOf"),
        ("Torvex Foods paid its lawyer, Ann Lind.", "employer"),
        (
            "The chief executive may be Ann Lind. She left Helvar Bank.",
            "Ann Lind | left",
        ),
        (
            "A group of investors led by the hedge fund Arrow Point bought Torvex Foods.",
            "Arrow Point | acquired",
        ),
        ("Ann Lind, a former partner at Helvar Bank, left.", "| employer | Helvar Bank"),
        ("Goldman Sachs and Nordea are advising the companies.", "advise | Goldman"),
        ("The state Water Board sold it.", "instanceOf"),
        ("The mine lies 80 km from Antofagasta.", "from"),
        ("Torvex Foods built a factory in Lund.", "madeIn"),
        ("Ann Lind made her fortune in Botswana.", "madeIn"),
        ("Torvex Foods made room for a mill.", "makes"),
        (
            "Hale's Brewery will close its Bridge Street site. The town owns the site.",
            "locatedIn | Bridge Street site",
        ),
        ("Ann Lind of the firm Holt Brandeis represented the company.", "represents"),
        ("Orbis Foods grew. Its founder, the trader Bo Holm, met Ann Lind.", "founder | Ann Lind"),
        ("Torvex Foods's competitors include drones from Peru.", "hasPart"),
        ("Orbis is 60% owned by the Finnish state.", "own |"),
        ("Torvex Foods grew. Ann Lind is its chief executive.", "'s chief executive"),
        ("Torvex Foods grew. Its chairman is the trader Ann Lind.", "Torvex Foods's chairman"),
        (
            "Torvex has investors including Orbis Ventures, the trader Ann Lind and the Lund Fund.",
            "Orbis Ventures | instanceOf",
        ),
    ],
)
def test_it_is_not_said(nlp: Language, text: str, predicate: str) -> None:
    assert not [c for c in claims(nlp, text) if predicate in c]
