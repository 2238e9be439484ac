"""The taggers that ship, loaded when first asked for."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from waqia.errors import ResourceError
from waqia.resources import models_dir
from waqia.tagger.choices import CHOICES, Choice, Guess, NameTagger
from waqia.tagger.gazetteer import gazetteer

_FOLDER, _FAST = "actors", "fast.crfsuite"


class FastTagger:
    """The conditional random field."""

    name = "actors-fast"

    def __init__(self, path: Path) -> None:
        from waqia.tagger.crf import CrfTagger

        self._field = CrfTagger(path, gazetteer())

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""
        return [self._field.guess(words) for words in sentences]


@cache
def load_tagger(choice: Choice) -> NameTagger | None:
    """Return a tagger, loaded once; None for ``none``.

    Raises:
        ResourceError: the model's files are missing, or there is no such tagger.
    """
    if choice == "none":
        return None
    if choice == "fast":
        return FastTagger(models_dir() / _FOLDER / _FAST)
    if choice in ("accurate", "all"):
        from waqia.tagger.neural import EncoderTagger

        return EncoderTagger(models_dir() / _FOLDER, gazetteer())
    raise ResourceError(f"no tagger {choice!r}; there are {', '.join(CHOICES)}")
