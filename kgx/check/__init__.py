"""Checks of a graph: against SHACL shapes, and against the texts it was read in."""

from kgx.check.shapes import Violation, check_shapes, read_shapes, validate
from kgx.check.verify import Mismatch, Passage, Verified, verify

__all__ = [
    "Mismatch",
    "Passage",
    "Verified",
    "Violation",
    "check_shapes",
    "read_shapes",
    "validate",
    "verify",
]
