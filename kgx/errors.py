"""The errors kgx raises on purpose. The command line prints each as one line and exits with 1."""

from __future__ import annotations


class KgxError(Exception):
    """Something the user can mend. The message says what, where, why and what to do."""


class ReadError(KgxError):
    """A document cannot be read."""


class RuleError(KgxError):
    """A data file of rules or vocabulary is not what it should be."""


class QueryError(KgxError):
    """A query or the RDF it runs over is malformed, or names what does not exist."""


class WriteError(KgxError):
    """An output cannot be written."""


class AnnotateError(KgxError):
    """A document cannot be annotated."""
