"""Labels and tags of a parse that many rules ask for."""

NOUN_SUBJECTS = ("nsubj", "nsubjpass")
SUBJECTS = (*NOUN_SUBJECTS, "csubj", "csubjpass", "expl")
NUMBERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
"""Labels of what the model finds and that is no name."""
FINITE = ("VBD", "VBZ", "VBP")
PREMODIFIERS = frozenset({"amod", "compound", "nmod"})
