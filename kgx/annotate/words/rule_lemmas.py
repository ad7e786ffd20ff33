"""Lemmas by the rules of spaCy's English lemmatizer, sooner.

What the rules say depends on a word, its coarse tag and its morphology alone, so it is found once
for each of these combinations, and then known; and the lemmas of a doc are set together.
"""

from collections.abc import Collection
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc, Token

from kgx.annotate.words.lemmas import find_lemma
from kgx.annotate.words.wordlists import read_lists

_SHORTEST = 4
"""Letters of a form without its prefix, at least."""
_DOERS = ("ers", "ors", "0s")
"""Ends of forms that are plurals, though the tables have them as they stand alone."""
_MOST = 200_000
"""Combinations that are kept: more than the common words of English have."""


class QuickLemmatizer(EnglishLemmatizer):
    """A rule lemmatizer that sets what spaCy's sets, but of the lemmas that its tables list for a
    noun the first and not the last: "taxes" are no "taxis"; a noun or a verb that the tables have
    as it stands has no lemma that they have not, "they wed", and a verb that they have without its
    prefix has that with it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.known: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        if len(self.known) > _MOST:
            self.known.clear()
        known, keep, lemmas = self.known, self.vocab.strings.add, []
        for token, (lemma, *looks) in enumerate(doc.to_array([LEMMA, ORTH, POS, MORPH]).tolist()):
            if self.overwrite or not lemma:
                key = tuple(looks)
                if key not in known:
                    known[key] = self.lemmatize(doc[token])[0]
                lemma = keep(known[key])
            lemmas.append(lemma)
        column: Any = np.array(lemmas, dtype=np.uint64).reshape(-1, 1)
        doc.from_array([LEMMA], column)
        return doc

    def rule_lemmatize(self, token: Token) -> list[str]:
        """The lemmas of a token, the likeliest first."""
        found = super().rule_lemmatize(token)
        if token.pos_ == "VERB" and found[0] not in self._verbs():
            known = token.lower_ in self._verbs()  # "they wed"
            whole = token.lower_ if known else self._find_prefixed(token.lower_)
            return [whole] if whole else found
        if token.pos_ != "NOUN":
            return found
        nouns = self.lookups.get_table("lemma_index", {}).get("noun", ())
        persons = token.lower_.endswith(_DOERS)  # "bikers"
        if found[0] not in nouns and token.lower_ in nouns and not persons:
            return [token.lower_]  # "specimen" is no plural of "speciman"
        several = self.lookups.get_table("lemma_exc", {}).get("noun", {}).get(token.lower_, ())
        return [*several, *found] if len(several) > 1 and found[0] in several else found

    def _find_prefixed(self, form: str) -> str:
        """The lemma of a form that the tables have without its prefix, "rebranded"; empty for
        others."""
        for prefix in read_lists("verbs.toml")["prefixes"]:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) >= _SHORTEST:
                lemma = find_lemma(self.lookups, rest, "verb")
                if lemma in self._verbs():
                    return prefix + lemma
        return ""

    def _verbs(self) -> Collection[str]:
        """The verbs of the tables in their first form; looked up once a form, see ``known``."""
        verbs: Collection[str] = self.lookups.get_table("lemma_index", {}).get("verb", ())
        return verbs


@Language.factory("kgx_lemmatizer", assigns=["token.lemma"], default_config={"overwrite": False})
def make_quick_lemmatizer(nlp: Language, name: str, overwrite: bool) -> QuickLemmatizer:
    """The component to replace spaCy's ``lemmatizer`` with."""
    return QuickLemmatizer(nlp.vocab, None, name, mode="rule", overwrite=overwrite)


def quicken_lemmas(nlp: Language) -> None:
    """Let the lemmatizer of a pipeline, where it is spaCy's own and goes by rules, take less
    time."""
    for name, component in nlp.pipeline:
        if type(component) is EnglishLemmatizer and component.mode == "rule":
            config = {"overwrite": component.overwrite}
            quick: Any = nlp.replace_pipe(name, "kgx_lemmatizer", config=config)
            quick.initialize(lookups=component.lookups)
