"""A store served over HTTP: SPARQL 1.1 and Graph Store HTTP Protocol, and a page to ask in."""
