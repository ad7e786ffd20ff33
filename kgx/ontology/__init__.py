"""Ontologies that users bring, read from any of the forms they come in."""

from kgx.ontology.read import read_ontology, read_prefixes
from kgx.ontology.terms import Ontology, OntologyClass, Property

__all__ = ["Ontology", "OntologyClass", "Property", "read_ontology", "read_prefixes"]
