"""A numeral as it is read: its value, its extent, and what stands around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral over tokens ``[first, last)``; ``cut`` characters of the first token are proclitics.

    ``article`` says that ال stands before it; ``kind`` is ``digits``, ``words``, ``fraction`` or ``ordinal``;
    ``scale`` is the last multiplier read (1 if none), ``joined`` that it is unit + و + tens (خمسة وعشرون).
    """

    first: int
    last: int
    value: int | float
    kind: str
    cut: int
    article: bool
    conjunction: bool
    scale: float = 1
    joined: bool = False

    @property
    def ordinal(self) -> bool:
        """True for ordinals."""
        return self.kind == "ordinal"
