"""Word lists and lemmas: what the rules of every stage look up."""
