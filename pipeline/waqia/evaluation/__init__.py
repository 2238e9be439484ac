"""Scores of article records against reference records; ``waqia evaluate`` prints them."""

from waqia.evaluation.scores import Evaluation, Row, evaluate, read_records

__all__ = ["Evaluation", "Row", "evaluate", "read_records"]
