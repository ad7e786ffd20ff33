"""Labels and tags of a parse that many rules ask for."""

NOUN_SUBJECTS = ("nsubj", "nsubjpass")
SUBJECTS = (*NOUN_SUBJECTS, "csubj", "csubjpass", "expl")
FINITE = ("VBD", "VBZ", "VBP")
PREMODIFIERS = frozenset({"amod", "compound", "nmod"})
