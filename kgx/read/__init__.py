"""Files, folders, tables and standard input to documents."""

from kgx.read.documents import FORMATS, read

__all__ = ["FORMATS", "read"]
