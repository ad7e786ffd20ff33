"""What clauses and nouns say, as binary statements between entities."""
