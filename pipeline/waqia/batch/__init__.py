"""Runs over many articles: every article is on its own, and a bad one never stops the others."""

from waqia.batch.run import StoppedError, Tally, process, process_inputs

__all__ = ["StoppedError", "Tally", "process", "process_inputs"]
