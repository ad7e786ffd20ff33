"""What follows from a graph by rules, kept apart from what it states."""

from kgx.infer.rules import Rule, read_rule, shipped_rules
from kgx.infer.run import Inference, draw_inferences, infer, to_dataset

__all__ = [
    "Inference",
    "Rule",
    "draw_inferences",
    "infer",
    "read_rule",
    "shipped_rules",
    "to_dataset",
]
