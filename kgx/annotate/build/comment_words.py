"""Count the words of comments in public vocabularies: which of them tell nothing of a property.

    python -m kgx.annotate.build.comment_words

writes ``data/comment_words.tsv`` from the comments of the properties of schema.org, FOAF, ORG,
PROV, DCTERMS, DCAT, SSN, SOSA, OWL-Time, Brick and DOAP that rdflib brings along. A row is a part
of speech, a lemma and the number of comments whose first sentence has it; the first row tells of
how many. Words in fewer than three comments are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rdflib import namespace

from kgx.annotate.build import DATA
from kgx.annotate.load import MODEL, load_model
from kgx.annotate.terms.comment_sayings import count_words, read_comments

_VOCABULARIES = "SDO FOAF ORG PROV DCTERMS DCAT SSN SOSA TIME BRICK DOAP"
_TERM = re.compile(r"^    ([a-z]\w*): URIRef  # (.+)$", re.MULTILINE)
_LEAST = 3


def list_comments() -> Iterator[tuple[str, str]]:
    """The comments of properties by vocabulary and name."""
    folder = Path(namespace.__file__).parent
    for name in _VOCABULARIES.split():
        text = (folder / f"_{name}.py").read_text(encoding="utf-8")
        yield from ((f"{name}:{term}", comment) for term, comment in _TERM.findall(text))


def main() -> None:
    """Write the table."""
    counts: Counter[tuple[str, str]] = Counter()
    comments = dict(list_comments())
    nlp = load_model(MODEL)
    for iri, text in comments.items():
        for doc in read_comments(nlp, {iri: text}).values():
            counts.update(count_words(doc))
    rows = [f"all\t\t{len(comments)}\n"]
    rows += [f"{p}\t{w}\t{n}\n" for (p, w), n in sorted(counts.items()) if n >= _LEAST]
    target = DATA / "comment_words.tsv"
    target.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
