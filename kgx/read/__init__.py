"""Files, folders, tables and standard input to documents."""

from kgx.read.documents import FORMATS, count_documents, read

__all__ = ["FORMATS", "count_documents", "read"]
