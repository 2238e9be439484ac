"""The taggers to choose from, by name, without loading any.

``none`` is rules alone; ``fast`` a conditional random field, ``accurate`` a small encoder, both beside the rules in
articles that have an event; ``all`` is ``accurate`` in every article; ``camel-tools`` is the recogniser of CAMeL Tools
in place of ours, for users who have its data.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

Choice = Literal["none", "fast", "accurate", "all", "camel-tools"]
CHOICES: tuple[Choice, ...] = ("none", "fast", "accurate", "all", "camel-tools")
DEFAULT: Choice = "accurate"


class Guess(NamedTuple):
    """A sentence's labels, and for each word how probable its label is, 0 to 1."""

    labels: list[str]
    sure: list[float]


class Labeller(Protocol):
    """Labels the words of sentences with B-PER, I-PER, B-ORG, ... and O."""

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""


class NameTagger(Labeller, Protocol):
    """A labeller with what provenance says of it."""

    @property
    def name(self) -> str:
        """The model's name, as provenance has it."""

    @property
    def sha256(self) -> str:
        """The digest of the model's files, as provenance has it."""
