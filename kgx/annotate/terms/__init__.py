"""Claims in the terms of a user's ontology."""
