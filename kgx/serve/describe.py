"""What an endpoint says of itself (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

import pyoxigraph as ox

from kgx.serve.negotiate import ROWS, TRIPLES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = {
    ROWS[0]: "SPARQL_Results_JSON",
    ROWS[1]: "SPARQL_Results_XML",
    ROWS[2]: "SPARQL_Results_CSV",
    ROWS[3]: "SPARQL_Results_TSV",
    TRIPLES[0]: "Turtle",
    TRIPLES[1]: "N-Triples",
    TRIPLES[2]: "RDF_XML",
    TRIPLES[3]: "JSON-LD",
}


def describe_service(url: str, media_type: str, *, writable: bool, network: bool) -> bytes:
    """The service description of an endpoint.

    Args:
        url: Its address.
        media_type: One of `TRIPLES`.
        writable: Whether it takes updates.
        network: Whether queries may ask other endpoints.
    """
    text = f"""
        PREFIX sd: <{_SD}>
        INSERT DATA {{
            _:service a sd:Service ; sd:endpoint <{url}> ;
                sd:supportedLanguage sd:SPARQL11Query{", sd:SPARQL11Update" if writable else ""} ;
                sd:feature sd:UnionDefaultGraph{", sd:BasicFederatedQuery" if network else ""} ;
                sd:resultFormat {", ".join(f"<{_FORMATS}{name}>" for name in _RESULTS.values())} ;
                sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
        }}"""
    store = ox.Store()
    store.update(text)
    format = ox.RdfFormat.from_media_type(media_type)
    triples = (quad.triple for quad in store)
    return ox.serialize(triples, format=format, prefixes={"sd": _SD}) or b""
