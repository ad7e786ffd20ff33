"""To be written."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate import parts  # noqa: F401  registers the attributes


@Language.factory("kgx_layout")
def make_layout(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    return lambda doc: doc
