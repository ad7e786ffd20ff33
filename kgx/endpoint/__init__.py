"""SPARQL 1.1 endpoints elsewhere: asking them, and loading RDF into them."""
