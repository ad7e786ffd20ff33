"""Annotations held against gold ones: what is right, what is missing, what is too much."""

from kgx.evaluate.score import Evaluation, Score, evaluate
from kgx.evaluate.show import show_evaluation, to_json

__all__ = ["Evaluation", "Score", "evaluate", "show_evaluation", "to_json"]
