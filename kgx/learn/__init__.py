"""Learning relations from examples: sentences with their triples in, a rules file out."""

from __future__ import annotations
