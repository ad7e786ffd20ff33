"""Names: bounds, types, one vote a name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language


def names_of(nlp: Language, text: str) -> dict[str, str]:
    """The names of a text with their labels."""
    skipped = ("DATE", "CARDINAL", "ORDINAL", "MONEY", "TIME", "QUANTITY", "PERCENT")
    return {e.text: e.label_ for e in nlp(text).ents if e.label_ not in skipped}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("It was sold to the Vessel Group last year.", "Vessel Group", "ORG"),
        ("The museum is in Washington, D.C. and is small.", "Washington, D.C.", "GPE"),
        ("She moved to St. John's, Newfoundland.", "St. John's", "GPE"),
        ("The inquiry was led by Rear Admiral Sofia Conti.", "Sofia Conti", "PERSON"),
        ("They loaded the corvette Zubra at night.", "Zubra", "PRODUCT"),
        ("Orbis appointed Ann Lind to succeed Tom Berg as chair.", "Orbis", "ORG"),
        ("Velmar Azul employs 300 people.", "Velmar Azul", "ORG"),
        ("Velmar Azul is listed in Lisbon.", "Velmar Azul", "ORG"),
        ("Sandvo sells boats.", "Sandvo", "ORG"),
        ("The Dutch yard Van der Brug delivered the ferry.", "Van der Brug", "ORG"),
        ("They chose the Lockheed Martin F-35 over it.", "Lockheed Martin F-35", "PRODUCT"),
        ("Airbus, BAE Systems and Leonardo will lead it.", "Leonardo", "ORG"),
        ("Ann Lind is county executive of Harford County.", "Harford County", "LOC"),
        ("She met the chief executive of Elvia Kraft.", "Elvia Kraft", "ORG"),
        ("Boeing 737 Max jets were grounded.", "Boeing 737 Max", "PRODUCT"),
        ("It was reported by Defence Weekly.", "Defence Weekly", "ORG"),
        ("Torvex Foods was renamed Helvar Nederland in 2019.", "Helvar Nederland", "ORG"),
        ("Torvex Foods rebranded as Helvar Mat.", "Helvar Mat", "ORG"),
        ("Torvex Foods changed its name to Helvar Mat.", "Helvar Mat", "ORG"),
        ("The Zubra 2 drone is small. Peru tested the Zubra.", "Zubra", "PRODUCT"),
        ("The Polish truckmaker Zubra closed.", "Zubra", "ORG"),
        ("The fintech startup Zubra was founded in 2014.", "Zubra", "ORG"),
        (
            "The European Bank for Reconstruction and Development lent it money.",
            "European Bank for Reconstruction and Development",
            "ORG",
        ),
        ("The Centre for Science and Zubra agreed.", "Centre for Science", "ORG"),
        ("The game Zubra was released in 1994.", "Zubra", "PRODUCT"),
        ("The M41 motorway was closed.", "M41", "FAC"),
        ("Interstate 95 was closed.", "Interstate 95", "FAC"),
        ("She joined the World Commission on Dams.", "World Commission on Dams", "ORG"),
        ("The European Commission on Monday fined it.", "European Commission", "ORG"),
        ("The report said that Per Holm had left.", "Per Holm", "PERSON"),
        ("Chief executive Per Strand left.", "Per Strand", "PERSON"),
        ("She took over from Per Dahl in May.", "Per Dahl", "PERSON"),
        ("The Polish brewery Zubra closed.", "Zubra", "ORG"),
        ("They thanked the philanthropist Zubra Dal for it.", "Zubra Dal", "PERSON"),
        ("Kestrin, which is owned by the city, will raise wages.", "Kestrin", "ORG"),
        ("Norway's economy grew faster than Denmark's.", "Norway", "GPE"),
        ("She studied at the University of Bergen.", "University of Bergen", "ORG"),
        ("He joined the Ministry of Trade and Industry.", "Ministry of Trade and Industry", "ORG"),
        ("The Dairy Farmers’ Union called a strike.", "Dairy Farmers’ Union", "ORG"),
        ("He met the Seal Bay Fishermen's Union.", "Seal Bay Fishermen's Union", "ORG"),
        ("She founded Van der Laan Shipping BV.", "Van der Laan Shipping BV", "ORG"),
        ("Prime Minister Ingrid Solberg spoke in Oslo.", "Ingrid Solberg", "PERSON"),
        ("Baron Holm\n\nJoshua Abraham Holm lived there.", "Joshua Abraham Holm", "PERSON"),
        ("The jury praised the potter Hideo Tanabe.", "Hideo Tanabe", "PERSON"),
        ("The army ordered nine KLR-450 engines.", "KLR-450", "PRODUCT"),
        ("Apple sold the 30 GB iPod to students.", "iPod", "PRODUCT"),
        ("Two F-35s and an F-16 flew over the city.", "F-16", "PRODUCT"),
        ("They sailed from the port of Narvik at dawn.", "Narvik", "GPE"),
        ("Reports by Reuters were denied.", "Reuters", "ORG"),
        ("Her novel, Salt on the Sill, sold well.", "Salt on the Sill", "WORK_OF_ART"),
        (
            "She wrote The House at the Edge of Lund.",
            "The House at the Edge of Lund",
            "WORK_OF_ART",
        ),
        ('She won it for her novel "Half of a Red Moon."', "Half of a Red Moon", "WORK_OF_ART"),
        ("She founded the Collège mondial de Sarn.", "Collège mondial de Sarn", "ORG"),
        ("The Museo nacional del Sarn bought it.", "Museo nacional del Sarn", "FAC"),
        ("Its ships include the Zubra and a barge.", "Zubra", "PRODUCT"),
        ("His novels include The Mill, The Harbour and Salt Road.", "Salt Road", "WORK_OF_ART"),
        ("His novels include The Red Mill and The Harbour.", "The Red Mill", "WORK_OF_ART"),
        ("It is kept in the State Archives in Turin.", "State Archives", "ORG"),
        ("The Sarno Vale Shipyard won. Sarno Vale has grown.", "Sarno Vale", "ORG"),
        (
            "She led the Zubra School of Painting, Sculpture and Architecture.",
            "Zubra School of Painting, Sculpture and Architecture",
            "ORG",
        ),
        (
            "He ran the Department of Health, Education, and Welfare.",
            "Department of Health, Education, and Welfare",
            "ORG",
        ),
        ('Police banned the group "Wolf Dawn."', "Wolf Dawn", "ORG"),
        ("The anti-Zubra Harbour Party lost.", "Harbour Party", "ORG"),
        ("Ukrainian boxer Ann Lind won.", "Ukrainian", "NORP"),
        ("He starred in The Loneliest Girl.", "The Loneliest Girl", "WORK_OF_ART"),
        ("The film The Long Road won.", "The Long Road", "WORK_OF_ART"),
        ("She worked at The Hague.", "The Hague", "GPE"),
        ("She worked at The Bank of Norway.", "Bank of Norway", "ORG"),
        ("Christian Wilhelm Holm was a chemist.", "Christian Wilhelm Holm", "PERSON"),
        ("He studied at Lorne-Wattle University.", "Lorne-Wattle University", "ORG"),
        (
            "Al-Qaeda in the Norland Peninsula claimed it.",
            "Al-Qaeda in the Norland Peninsula",
            "ORG",
        ),
        ("The South American country has a mill.", "South American", "NORP"),
        ("The deputy for Trade Ann Lind resigned.", "Ann Lind", "PERSON"),
        ("They queued at the new Terminal 3 for hours.", "Terminal 3", "FAC"),
        ("The trawler towed the MV Hessing to port.", "MV Hessing", "PRODUCT"),
        ("Fans of the Bergen Tigers sang.", "Bergen Tigers", "ORG"),
        ("A licence came from Transport Scotland.", "Transport Scotland", "ORG"),
        ("Natural England opposed the road.", "Natural England", "ORG"),
        ("The road that National Highways first proposed was built.", "National Highways", "ORG"),
        ("People from the villages of Hexley and Thornby came.", "Thornby", "GPE"),
        ("Helix sold its Baltic fleet.", "Baltic", "LOC"),
        ("They fasted during Ramadan.", "Ramadan", "EVENT"),
        ("The A380, registered F-WWOW, landed.", "F-WWOW", "PRODUCT"),
        ("A plane with the registration EI-DCX was damaged.", "EI-DCX", "PRODUCT"),
        ("The helicopter (9M-MRO) was lost.", "9M-MRO", "PRODUCT"),
        ("The Herald's Ellen Prior gave it five stars.", "Ellen Prior", "PERSON"),
        ("Cedar won money from investors such as Temvora.", "Temvora", "ORG"),
        ("The Linds, who live in Oslo, sold the mill.", "Linds", "NORP"),
        ("It was made by two producers, including Ann Lind and Tom West.", "Tom West", "PERSON"),
        ("Skywriter is an album by the Blink 9, released in May.", "Blink 9", "ORG"),
        ("It was released through Music for Villages.", "Music for Villages", "ORG"),
        ("He said cloud provider Skyhalt had grown.", "Skyhalt", "ORG"),
        ("On Monday Nimbrel Inc sold the mill.", "Nimbrel Inc", "ORG"),
        ("CORK, Ireland - Nimbrel Inc sold the mill.", "Nimbrel Inc", "ORG"),
        ("It was made by Cedar Bank in Asia and by Mubi elsewhere.", "Mubi", "ORG"),
        ("She made The Salt Road, a film about a mill.", "Salt Road", "WORK_OF_ART"),
        ("The streets of Old Athens are steep.", "Old Athens", "GPE"),
        ("He met Lucho Ferrari in May, and Ferrari left.", "Ferrari", "PERSON"),
        ("It bought titanium from VSNOR-Avisma last year.", "VSNOR-Avisma", "ORG"),
        ("Curator Lydia Banholm found it.", "Lydia Banholm", "PERSON"),
        ("His counsel, Mungo Aird KC, said so.", "Mungo Aird", "PERSON"),
        ("They thanked Norland Police's DI Karen Innes.", "Karen Innes", "PERSON"),
        ("It has a yard in Lorna do Monte, Portugal.", "Lorna do Monte", "GPE"),
        ("The mill lies in Lorn an der Sulm.", "Lorn an der Sulm", "GPE"),
        ("The Orvane 9 is an aircraft made by Helix.", "Orvane 9", "PRODUCT"),
        ("The satellites, Sola 1 and Sola 2, were built by Helix.", "Sola 2", "PRODUCT"),
        ("The firm sold Helvix OS in 2011.", "Helvix OS", "PRODUCT"),
        ("The army sent No. 12 Squadron to Malta.", "No. 12 Squadron", "ORG"),
        ("Helvix launched its Ibis 2 rocket from Kiruna.", "Ibis 2", "PRODUCT"),
        ("The vaccine, known as Malvax, is made in Basel.", "Malvax", "PRODUCT"),
        ("They found a planet orbiting the star Kora 12.", "Kora 12", "GPE"),
        ("NSRA, the space agency, chose Orbis.", "NSRA", "ORG"),
        ("It leased jets from the Irish lessor Shannon Wings.", "Shannon Wings", "ORG"),
        ("The carmaker Velden has a car, the Velden Iris. The Iris is fast.", "Iris", "PRODUCT"),
        ("The first, PNS Hamza, was commissioned in Karachi.", "PNS Hamza", "PRODUCT"),
        ("The navy flies the Orvane T5 from its base.", "Orvane T5", "PRODUCT"),
        ("The Lorna Wind Farm has 72 turbines.", "Lorna Wind Farm", "FAC"),
        ("Estaleiros Duarte, a shipbuilder, won a contract.", "Estaleiros Duarte", "ORG"),
        (
            "The group sold its Austrian cement subsidiary Donauzement to Holcim.",
            "Donauzement",
            "ORG",
        ),
        ("Pinehurst Brewing of Vermont makes four beers.", "Vermont", "GPE"),
        ("It makes four cars, including Old Hollow and Orla Jay.", "Orla Jay", "PRODUCT"),
        ("Helix unveiled the S7, which powers the new Hanlong X3 phone.", "Hanlong X3", "PRODUCT"),
        ("It is in the Musée Lenoir in Lyon.", "Musée Lenoir", "FAC"),
        ("The results were published in The Lancet.", "Lancet", "WORK_OF_ART"),
        ("The mill is run by the cooperative Arrozur.", "Arrozur", "ORG"),
        ("Kestrel sued Orbis over a patent.", "Kestrel", "ORG"),
        ("Vostra employs 300 people. Vostra will close.", "Vostra", "ORG"),
        ("Ann Vostra left. Vostra sued the bank.", "Vostra", "PERSON"),
        ("Brazil's Verdal looked at the mill.", "Verdal", "ORG"),
        ("Rival Hallmere withdrew its bid.", "Hallmere", "ORG"),
        ("Publisher Raw Fury says a patch is due.", "Raw Fury", "ORG"),
        ("Lewis Holm won. Rival Holm sulked.", "Holm", "PERSON"),
        ("Insurer Hessing bought a rival.", "Hessing", "ORG"),
        ("Carmaker Dravelin declined to comment.", "Dravelin", "ORG"),
        ("The printer was built by Lumetra in 2020.", "Lumetra", "ORG"),
        ("Norland's opposition leader Wanjiru Lind left.", "Wanjiru Lind", "PERSON"),
        ("She wrote to the Cedar Coast Echo.", "Cedar Coast Echo", "ORG"),
        ("Analysts at Bank Oostveld agreed.", "Bank Oostveld", "ORG"),
        ("In Oslo, Hessing fell 4% after the report.", "Hessing", "ORG"),
        ("It broke the Lorne Conventions of 1923.", "Lorne Conventions", "LAW"),
        ("He landed at the John B. Lind airport.", "John B. Lind airport", "FAC"),
        ("A drone of the type Kestrelo-6 fell.", "Kestrelo-6", "PRODUCT"),
        ("Two Kestrel tanks burned near the mill.", "Kestrel", "PRODUCT"),
        ("The fair was at the Holm Convention Center.", "Holm Convention Center", "FAC"),
        ("They crossed Lake Vostrand by boat.", "Lake Vostrand", "LOC"),
        ("Calder acquired two rivals – Orland Glassworks and Hessing.", "Orland Glassworks", "ORG"),
        ("Orland Glassworks employs forty people.", "Orland Glassworks", "ORG"),
        ("Orbis opened an office in Bergen.", "Orbis", "ORG"),
        ("Helix Bank appointed Sela Kruse to its supervisory board.", "Sela Kruse", "PERSON"),
        ("Torvex shares closed 6 percent higher.", "Torvex", "ORG"),
        ("The navy bought six Orla-class frigates.", "Orla", "PRODUCT"),
        ("Norland, which has a population of 6 million, grew.", "Norland", "GPE"),
        ("Orbis left Bergen and employs 45 people.", "Orbis", "ORG"),
        ("Sarvo Tupa posted a loss of 4 million euros.", "Sarvo Tupa", "ORG"),
        ("The bank owns 52 percent of Tomar Bebidas.", "Tomar Bebidas", "ORG"),
        ("Karl Virtanen took over from Ritva Aalto in June.", "Ritva Aalto", "PERSON"),
        ("Baffin's Bay Company was sold in 2020.", "Baffin's Bay Company", "ORG"),
        ("A merger with Britain's Marlow & Finch never came about.", "Marlow & Finch", "ORG"),
        ("Tverrvik, coached by Ivar Moen, lost the final.", "Tverrvik", "ORG"),
        ("A Dutch company, Van der Brug, lent two cranes.", "Van der Brug", "ORG"),
        ("Hedlund et al. found no difference.", "Hedlund", "PERSON"),
        ("Her best-known work, the Harbour Suite, was sold.", "Harbour Suite", "WORK_OF_ART"),
        ("Orbis Television Productions UK was sold.", "Orbis Television Productions UK", "ORG"),
        ("She won twice at the 2012 Harbour Games in Hull.", "2012 Harbour Games", "EVENT"),
        ("The wreck lay on the bed of the Baltic.", "Baltic", "LOC"),
        ("The firm unveiled its Kestrel phone in May.", "Kestrel", "PRODUCT"),
        ("They run Orbis Studio 2.4.1 on it.", "Orbis Studio 2.4.1", "PRODUCT"),
        ("The technology blog Gadgetto had a photo of it.", "Gadgetto", "ORG"),
        ("Shares in Boeing fell.", "Boeing", "ORG"),
        ("She won the Hessing Prize in May.", "Hessing Prize", "MISC"),
        ("Karl “Kalle” Moen drew the boat.", "Karl “Kalle” Moen", "PERSON"),
        ("He coached the Norway national handball team.", "Norway national handball team", "ORG"),
        ("He wrote the song “Havets lange hvile” in May.", "Havets lange hvile", "WORK_OF_ART"),
        ("They met at the Tverrvik Hall of Fame.", "Tverrvik Hall of Fame", "FAC"),
        ("It was left to the 2nd Earl of Tverrvik.", "2nd Earl of Tverrvik", "PERSON"),
        ("It is rare. WHO say that salt helps.", "WHO", "ORG"),
        ("Rain fell on Salta Province of Chile.", "Salta Province", "LOC"),
        ("She bought an iPlayer at noon.", "iPlayer", "PRODUCT"),
        ("It runs on Windows 7 and older.", "Windows 7", "PRODUCT"),
        ("They read it on Tverrvik.com today.", "Tverrvik.com", "ORG"),
        ("They met Orbis Chief Executive Ann Lind.", "Ann Lind", "PERSON"),
        ("The trader Sunil Varghane was fined twice.", "Sunil Varghane", "PERSON"),
        ("Fire broke out at the Rouen mill.", "Rouen", "GPE"),
        ("The road to Tverrvik was cut.", "Tverrvik", "GPE"),
        ("They praised the iPod Nova for it.", "iPod Nova", "PRODUCT"),
        ("She lived in the People's Republic of China.", "People's Republic of China", "GPE"),
        ("Analysts praised Lockheed Martin for it.", "Lockheed Martin", "ORG"),
        (
            "She led the Agency for Roads and Rail in Norland (ARRN).",
            "Agency for Roads and Rail in Norland",
            "ORG",
        ),
        ("The Nordic Salt and Soda Company closed.", "Nordic Salt and Soda Company", "ORG"),
        (
            "The Hessing–Tverrvik Friendship Bridge opened.",
            "Hessing–Tverrvik Friendship Bridge",
            "FAC",
        ),
        ("European Commissioner for Competition Ilse Brandt said so.", "Ilse Brandt", "PERSON"),
        ("She met Minister of Foreign Affairs Karim Aydin.", "Karim Aydin", "PERSON"),
        ("Minister of Roads Sirvo Talen opened the bridge.", "Sirvo Talen", "PERSON"),
        ("She was Minister of Health of Peru.", "Peru", "GPE"),
        ("The Minister of Health and Orbis signed a deal.", "Orbis", "ORG"),
        ("Shells hit the Al-Basira mosque in Mosul.", "Al-Basira mosque", "FAC"),
        ("The 14th Armored Division held the town.", "14th Armored Division", "ORG"),
        ("The General Staff denied the report.", "General Staff", "ORG"),
        ("Hezbollah denied the report.", "Hezbollah", "ORG"),
        ("Major General Rashid Karam survived.", "Rashid Karam", "PERSON"),
        ("She met Crown Prince Karim bin Salah.", "Karim bin Salah", "PERSON"),
        ("Minister Ilse van der Meer visited Irbil.", "Ilse van der Meer", "PERSON"),
        ("The Bundeswehr sent two ships.", "Bundeswehr", "ORG"),
        ("The Spanish–Norse War ended.", "Spanish–Norse War", "EVENT"),
        ("The gunners shelled Tverrvik at dawn.", "Tverrvik", "GPE"),
        ("At the fair, Ann Lind unveiled iPhone 9, along with a tablet.", "iPhone 9", "PRODUCT"),
        ("They traded with the Soviet Union.", "Soviet Union", "GPE"),
        ("It fell to the Hessing Empire.", "Hessing Empire", "LOC"),
        ("A mill of Cartiera Tombolini burned down.", "Cartiera Tombolini", "ORG"),
        ("Emeka joined Hapoel Tverrvik from Lagos.", "Hapoel Tverrvik", "ORG"),
        ("They fell in the Bundesliga.", "Bundesliga", "ORG"),
        ("Air Finland filed for bankruptcy.", "Air Finland", "ORG"),
        ("The lorry burned on County Route 14 near Hessing.", "County Route 14", "FAC"),
        ("The mayor met Han Min-seo and Sato Ken on Monday.", "Han Min-seo", "PERSON"),
        ("A Bill Holm-style foundation was set up.", "Bill Holm", "PERSON"),
        ("She starred in A Barn Without Doors last year.", "A Barn Without Doors", "WORK_OF_ART"),
        ("He read A Matter of Salt and Sand to her.", "A Matter of Salt and Sand", "WORK_OF_ART"),
        ("Germany's Hansa Reederei bought two ships.", "Hansa Reederei", "ORG"),
        ("They met Italy's Ilaria Conti in Rome.", "Ilaria Conti", "PERSON"),
        ("The sermon was about Matthew 5:3.", "Matthew", "WORK_OF_ART"),
        ("He lived by the Gospel of Mark.", "Gospel of Mark", "WORK_OF_ART"),
        ("He read from Leviticus.", "Leviticus", "WORK_OF_ART"),
        ("A court ordered Sony to pay Siemens 3 million euros.", "Siemens", "ORG"),
        ("Torvik have signed a new singer.", "Torvik", "ORG"),
        ("Peru's Tavira Osei beat Chile's Ida Moen 6-4.", "Tavira Osei", "PERSON"),
        ("Ethiopia's Tigist Gelana was second.", "Tigist Gelana", "PERSON"),
        ("Former Barclays trader Miles Hartnoll was fined.", "Miles Hartnoll", "PERSON"),
        ("She flew to Oslo with her crewmate Anil Deshpande.", "Anil Deshpande", "PERSON"),
        ("She won the Harbour Prize in Literature.", "Harbour Prize in Literature", "MISC"),
        ("She won the Harbour Prize in London.", "Harbour Prize", "MISC"),
        (
            "Ann Lind has won the Women's Prize for Fiction for her debut, Salt.",
            "Women's Prize for Fiction",
            "MISC",
        ),
        ("The crew flew a Boeing 787 Dreamliner home.", "Boeing 787 Dreamliner", "PRODUCT"),
        ("He won the Giro d'Italia last year.", "Giro d'Italia", "EVENT"),
        ("Ethiopia's Tamirat Bekele took the title.", "Tamirat Bekele", "PERSON"),
        ("They won after a 31-24 victory over New Zealand.", "New Zealand", "ORG"),
        ("American Coco Ellery lost to Ida Moen.", "Coco Ellery", "PERSON"),
        ("The Kenyan start-up Safiri has raised $30m.", "Safiri", "ORG"),
        ("Sri Lankan cricketer Kusal Perera left.", "Sri Lankan", "NORP"),
        ("She lost in the second round of Wimbledon.", "Wimbledon", "EVENT"),
        ("She was held at Orlo Hill airport.", "Orlo Hill airport", "FAC"),
        ("She was held in Evin prison.", "Evin prison", "FAC"),
        ("She flew from Geneva airport.", "Geneva", "GPE"),
        ("She edits the news site Velda Zhurnal.", "Velda Zhurnal", "ORG"),
        ("He coached the Denmark women's handball team.", "Denmark women's handball team", "ORG"),
        ("HK Halden beat them.", "HK Halden", "ORG"),
        ("Sheffield captain Dean Pryce scored.", "Sheffield", "ORG"),
        ("Vrana was declared a World Heritage Site.", "World Heritage Site", "MISC"),
        ("She toured Europe in the Nine Years' War.", "Nine Years' War", "EVENT"),
        ("Norvik drew 1-1 with Halden Town.", "Halden Town", "ORG"),
        ("Halden Town were relegated in May.", "Halden Town", "ORG"),
        ("Ann Lind joined Halden Town in May.", "Halden Town", "ORG"),
        ("The storm hit Halden Town in May.", "Halden Town", "LOC"),
        ("Real Pineda lost to Sporting Norvik.", "Real Pineda", "ORG"),
        ("She trained at the École des Beaux-Arts in Paris.", "École des Beaux-Arts", "ORG"),
        ("Henk de Vaal's Freedom Party won.", "Henk de Vaal", "PERSON"),
        ("The Centre des Archives d’Outre-Lac closed.", "Centre des Archives d’Outre-Lac", "ORG"),
        ("Lyon came from behind to beat Benfica 3-2.", "Lyon", "ORG"),
        ("The United Nations Special Envoy for Peru left.", "United Nations", "ORG"),
        ("The UN Resident Coordinator, Ann Lind, left.", "UN", "ORG"),
        ('Her first novel, Fem unga ("Five Young Ones"), came out.', "Fem unga", "WORK_OF_ART"),
        ("His film, Den vita båten (1952), was short.", "Den vita båten", "WORK_OF_ART"),
        ("Halden Town came from behind to beat Norvik 2-1.", "Halden Town", "ORG"),
        ("Halmella is a genus of moss.", "Halmella", "MISC"),
        ("It beat St Hilda's Grammar School.", "St Hilda's Grammar School", "ORG"),
        ("The Electorate of Saxony joined it.", "Electorate of Saxony", "LOC"),
        ("She married Otto III of Tessen in 1231.", "Tessen", "GPE"),
        ("Maria Teresa of Arvona was his heir.", "Arvona", "GPE"),
        ("Halmellidae is a family of beetles.", "Halmellidae", "MISC"),
    ],
)
def test_span_and_label(nlp: Language, text: str, name: str, label: str) -> None:
    assert names_of(nlp, text).get(name) == label


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("UAVs have changed the war.", "UAVs"),
        ("Jets are hard to build.", "Jets"),
        ("The president resigned. The President left.", "President"),
        ("Home Minister Ivar Moen spoke.", "Home"),
        ("She became Attorney General in May.", "Attorney General"),
        ("Orbis Chief Financial Officer Karl Moen left.", "Chief Financial Officer"),
        ("The Humanitarian Coordinator for Peru, Ann Lind, left.", "Coordinator"),
        ("The UN Resident Coordinator, Ann Lind, left.", "Resident Coordinator"),
        ("He said “The Rain Will Stop,” and left.", "The Rain Will Stop"),
        ("It was built after the Filipino-American war.", "American"),
    ],
)
def test_no_name(nlp: Language, text: str, word: str) -> None:
    assert word not in names_of(nlp, text)


def test_a_surname_has_the_type_of_the_full_name(nlp: Language) -> None:
    text = "Torvald Brekkan opened the shop in May. Prices will not rise, Brekkan said."
    assert names_of(nlp, text)["Brekkan"] == "PERSON"


def test_a_full_name_has_the_type_of_the_surname(nlp: Language) -> None:
    names = names_of(nlp, "They met Wim Terpstra. Terpstra, who is 61, left.")
    assert names["Wim Terpstra"] == names["Terpstra"] == "PERSON"


def test_a_surname_that_is_a_plural_speaks_as_one_person(nlp: Language) -> None:
    text = "Ann Waters opened the fair. Waters said that all went well."
    assert names_of(nlp, text).get("Waters") == "PERSON"


def test_a_surname_that_is_a_word_acts_as_one_person(nlp: Language) -> None:
    text = "Clara Jobs opened the shop. Jobs has sold it. Jobs were lost in the region."
    persons = [e.text for e in nlp(text).ents if e.label_ == "PERSON"]
    assert persons == ["Clara Jobs", "Jobs"]


@pytest.mark.parametrize(
    ("told", "persons"),
    [
        ("Clara Jobs opened the shop. Jobs welcomed the guests.", ["Clara Jobs", "Jobs"]),
        ("Clara Jobs told of new jobs. Jobs disappeared in May.", ["Clara Jobs"]),
    ],
)
def test_a_surname_that_is_a_plural_did_it(nlp: Language, told: str, persons: list[str]) -> None:
    assert [e.text for e in nlp(told).ents if e.label_ == "PERSON"] == persons


def test_one_name_has_one_type(nlp: Language) -> None:
    text = (
        "Calder bought two ships. In March Calder sold one. Analysts like Calder.\n\n"
        "Calder Lines Ltd was founded in 1890."
    )
    labels = {e.label_ for e in nlp(text).ents if e.text == "Calder"}
    assert labels == {"ORG"}


def test_a_title_in_capitals_repeats_names_of_the_body(nlp: Language) -> None:
    text = (
        "BREKKAN WINS IN BERGEN\n\n"
        "Torvald Brekkan won the vote in Bergen on Sunday with a clear majority of the seats."
    )
    assert {"BREKKAN": "PERSON", "BERGEN": "GPE"}.items() <= names_of(nlp, text).items()


def test_an_acronym_that_is_also_a_word(nlp: Language) -> None:
    text = "The Western Harbour Office (WHO) met those who fish. The WHO has nine members."
    assert names_of(nlp, text)["WHO"] == "ORG"


def test_a_surname_that_is_also_a_title(nlp: Language) -> None:
    text = "Alice Bishop opened the shop in May. Prices will not rise, Bishop said."
    assert names_of(nlp, text).get("Bishop") == "PERSON"


def test_acronym_in_brackets(nlp: Language) -> None:
    text = "The North Sea Fishing Council (NSFC) met in Hull. The NSFC has nine members."
    assert names_of(nlp, text)["NSFC"] == "ORG"


def test_dateline_names_a_place(nlp: Language) -> None:
    text = "SEVILLE, Spain, May 24 - The match ended without a goal and without much of a crowd."
    assert {"SEVILLE": "GPE", "Spain": "GPE"}.items() <= names_of(nlp, text).items()


def test_a_sum_is_no_part_of_who_pays_it(nlp: Language) -> None:
    names = names_of(nlp, "The stewards fined Falcon 50,000 euros for an unsafe release.")
    assert "Falcon" in names
    assert not [name for name in names if "50" in name]


def test_a_compatriot_is_a_person(nlp: Language) -> None:
    assert names_of(nlp, "Ann Lind beat her compatriot Falilat Ojo.")["Falilat Ojo"] == "PERSON"


def test_what_a_dateline_has_in_brackets_is_an_agency(nlp: Language) -> None:
    doc = nlp("LJUBLJANA, March 9 (Adria Newswire) - Ann Lind won the vote on Sunday.")
    assert ("Adria Newswire", "ORG") in [(e.text, e.label_) for e in doc.ents]


def test_dateline_names_a_place_that_is_not_known(nlp: Language) -> None:
    text = "TVERRVIK (Coastwire) – The match ended without a goal and without much of a crowd."
    assert names_of(nlp, text)["TVERRVIK"] == "GPE"


def test_a_dateline_with_its_country_names_a_place_that_bodies_are_called_after(
    nlp: Language,
) -> None:
    text = "TARNBY, Norway, 14 May – The mill closed.\n\nAnna Berg of Tarnby University said so."
    assert names_of(nlp, text)["TARNBY"] == "GPE"


def test_a_name_ends_before_an_emoji(nlp: Language) -> None:
    assert "Karl Moen" in names_of(nlp, "Karl Moen 🎉 bought the shop.")


def test_a_name_begins_behind_an_emoji(nlp: Language) -> None:
    text = "They won 🎊. 👨‍👩‍👧‍👦 😀🎉 Karl Moen 🚢 bought the shop."
    assert "Karl Moen" in names_of(nlp, text)


def test_a_name_repeated_without_end_is_no_name(nlp: Language) -> None:
    assert all(len(name.split()) <= 20 for name in names_of(nlp, "Karl Moen " * 2000))


@pytest.mark.parametrize(
    "text",
    [
        'He wrote the song "Salt Roads,',
        'The song "Salt Roads.',
        'They bought a lake originally called "Lake Orla',
        "of Norvik Street is a series of children's novels written's",
    ],
)
def test_a_text_that_breaks_off_is_survived(nlp: Language, text: str) -> None:
    assert names_of(nlp, text) is not None


def test_boilerplate_names_nothing(nlp: Language) -> None:
    text = "The match ended without a goal on Sunday.\n\nPhoto: Ann Lind"
    assert "Ann Lind" not in names_of(nlp, text)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Kale",
                "Group",
                "of",
                "the",
                "Ann",
                "Lind",
                ",",
                "(",
                ")",
                "’",
                "'s",
                "X-1",
                "in",
                "\n",
            ]
        )
    )
)
def test_any_words_are_survived(nlp: Language, words: list[str]) -> None:
    doc = nlp(" ".join(words))
    assert all(e.text.strip() == e.text for e in doc.ents if e.label_ in ("PERSON", "ORG", "GPE"))


def test_a_body_is_known_without_its_legal_form(nlp: Language) -> None:
    doc = nlp("Acme Robotics Inc. sold Lumina. Acme Robotics is headquartered in San Jose.")
    assert [e.text for e in doc.ents][::2] == ["Acme Robotics Inc.", "Acme Robotics"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iodine is rare. The sea has iodine.", "Iodine"),
        ("NOW, THEREFORE, they agree.", "THEREFORE"),
        ("Deliveries start in Norway on Nov. 1 at last.", "Nov."),
        ("The Company shall pay the Supplier.", "Company"),
        ("Will Cedar merge with Elm?", "Will Cedar"),
        ("They met Orbis Chief Executive Ann Lind.", "Orbis Chief Executive"),
        ("She is Chief Medical Officer of Orbis.", "Medical Officer"),
        ("She met Minister of Foreign Affairs Karim Aydin.", "Affairs"),
        ("Ann Lind, the Minister of Fisheries, left.", "Fisheries"),
        ("Ann Lind became Minister of Trade and Industry.", "Industry"),
        (
            "The European Commissioner for Competition left.",
            "European Commissioner for Competition",
        ),
        ("The Secretary of State for Scotland left.", "State for Scotland"),
        ("The Vandellas' Anfield Choir sued.", "Vandellas' Anfield Choir"),
    ],
)
def test_taken_for_no_name(nlp: Language, text: str, name: str) -> None:
    assert name not in names_of(nlp, text)


def test_a_repeated_run_is_one_name(nlp: Language) -> None:
    text = "They founded Heron Built Games. In May, Heron Built Games hired ten people."
    assert [e.text for e in nlp(text).ents].count("Heron Built Games") == 2


def test_a_body_is_met_by_its_first_word_before_who_is_of_it(nlp: Language) -> None:
    text = "Breakwater Ventures led the round. Breakwater partner Ann Lind will join the board."
    assert names_of(nlp, text).get("Breakwater") == "ORG"


def test_a_body_is_met_by_its_first_word(nlp: Language) -> None:
    text = "Leila Moe took over Cedar Bank in 2019. Cedar was small then."
    assert names_of(nlp, text).get("Cedar") == "ORG"


def test_the_first_words_of_an_airline_are_the_airline(nlp: Language) -> None:
    text = "Cedar Coast Airlines lost two jets. Passengers like Cedar Coast, a study says."
    assert names_of(nlp, text).get("Cedar Coast") == "ORG"


def test_a_firm_called_after_its_town(nlp: Language) -> None:
    text = "Aarhus AG, the toymaker, was founded in 1897. Aarhus AG still has a works in Aarhus."
    assert [e.label_ for e in nlp(text).ents if e.text.startswith("Aarhus")] == [
        "ORG",
        "ORG",
        "GPE",
    ]


def test_two_bodies_are_not_one(nlp: Language) -> None:
    assert "Orbis Toys and Radio Hut" not in names_of(
        nlp, "It is sold at Orbis Toys and Radio Hut."
    )


@pytest.mark.parametrize(
    "text", ["Orbis, Vestra Group's rival, fell.", "Vestra Group rival Orbis fell."]
)
def test_a_rival_is_of_one_kind(nlp: Language, text: str) -> None:
    assert names_of(nlp, text).get("Orbis") == "ORG"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Shares in Kite Foods (OSE: KTFD) fell.", "KTFD"),
        ("Karl Moen, MD, FACP, treats knees.", "FACP"),
        ("They met the Founder at the gate.", "Founder"),
        ("Steelmaker Huta Śląska will close its furnace.", "Steelmaker"),
        ("Team | Played | Points\nLarvik | 8 | 24\nTverrvik | 8 | 21\n", "Played"),
    ],
)
def test_no_names(nlp: Language, text: str, missing: str) -> None:
    assert missing not in names_of(nlp, text)


def test_who_wrote_is_a_person(nlp: Language) -> None:
    text = "By Dana Whitlow | The Sill | 14:20 GMT\n\nThe mill closed on Friday, the owner said."
    assert names_of(nlp, text)["Dana Whitlow"] == "PERSON"


def test_an_acronym_that_is_no_known_place_is_a_body(nlp: Language) -> None:
    doc = nlp("Acquisition Director Ann Lind and the DSB wrote to the firm in Oslo.")
    assert {e.text: e.label_ for e in doc.ents}["DSB"] == "ORG"


@pytest.mark.parametrize(
    "text",
    [
        "Norhavn is a historical region in Denmark. The main paper is Norhavn Tidende.",
        "Norhavn is a market town and civil parish in the Lund district of Kent. "
        "The Norhavn Mercury covers Norhavn.",
        "In Norhavn, a town in Kent, the Norhavn Mercury was sold.",
    ],
)
def test_a_place_stays_one_whatever_is_named_after_it(nlp: Language, text: str) -> None:
    assert names_of(nlp, text)["Norhavn"] in ("GPE", "LOC")
