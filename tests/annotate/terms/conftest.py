"""Ontologies that tests of several files restate texts in."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import write_ontology

LIBRARY = """
:Book a owl:Class ; rdfs:label "book" .
:Program a owl:Class ; rdfs:label "software" .
:Machine a owl:Class ; rdfs:label "computer" .
:Person a owl:Class ; rdfs:label "person" .
:Place a owl:Class ; rdfs:label "place" .
:Country a owl:Class ; rdfs:label "country" .
:Group a owl:Class ; rdfs:label "ethnic group" .
:author a owl:ObjectProperty ; rdfs:label "author" ; rdfs:domain :Book ; rdfs:range :Person .
:publisher a owl:ObjectProperty ; rdfs:label "publisher" ; rdfs:domain :Book .
:illustrator a owl:ObjectProperty ; rdfs:label "illustrator" ;
    rdfs:domain :Book ; rdfs:range :Person .
:genre a owl:ObjectProperty ; rdfs:label "genre" ; rdfs:domain :Book .
:producer a owl:ObjectProperty ; rdfs:label "producer" ; rdfs:domain :Book ; rdfs:range :Person .
:platform a owl:ObjectProperty ; rdfs:label "platform" ;
    rdfs:domain :Program ; rdfs:range :Machine .
:location a owl:ObjectProperty ; rdfs:label "location" ; rdfs:domain :Place ; rdfs:range :Place .
:country a owl:ObjectProperty ; rdfs:label "country" ; rdfs:domain :Place ; rdfs:range :Country .
:capital a owl:ObjectProperty ; rdfs:label "capital" ; rdfs:domain :Country ; rdfs:range :Place .
:people a owl:ObjectProperty ; rdfs:label "ethnic group" ;
    rdfs:domain :Country ; rdfs:range :Group .
:editor a owl:ObjectProperty ; rdfs:label "editor" ; rdfs:domain :Book ; rdfs:range :Person .
:pages a owl:DatatypeProperty ; rdfs:label "page count" ;
    rdfs:domain :Book ; rdfs:range xsd:integer .
:code a owl:DatatypeProperty ; rdfs:label "catalogue number" ;
    rdfs:domain :Book ; rdfs:range xsd:string .
:from a owl:ObjectProperty ; rdfs:label "country" ; rdfs:domain :Book ; rdfs:range :Country .
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "library.ttl", LIBRARY)
