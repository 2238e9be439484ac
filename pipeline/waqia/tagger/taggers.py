"""The taggers that ship; the files of one are read when it first reads a sentence."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property

from waqia.errors import ResourceError
from waqia.resources import models_dir
from waqia.tagger.choices import CHOICES, Choice, Guess, NameTagger
from waqia.tagger.gazetteer import gazetteer

_FOLDER, _FAST = "actors", "fast.crfsuite"


class ShippedTagger:
    """A tagger by name; ``read`` reads its files, and raises ResourceError where they are missing."""

    def __init__(self, name: str, read: Callable[[], NameTagger]) -> None:
        self.name = name
        self._read = read

    @cached_property
    def _tagger(self) -> NameTagger:
        return self._read()

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""
        return self._tagger.tag_all(sentences)


def _fast() -> NameTagger:
    from waqia.tagger.crf import CrfTagger

    return CrfTagger(models_dir() / _FOLDER / _FAST, gazetteer())


def _accurate() -> NameTagger:
    from waqia.tagger.neural import EncoderTagger

    return EncoderTagger(models_dir() / _FOLDER, gazetteer())


@cache
def load_tagger(choice: Choice) -> NameTagger | None:
    """Return a tagger; None for ``none``.

    Raises:
        ResourceError: there is no such tagger.
    """
    if choice == "none":
        return None
    if choice == "fast":
        return ShippedTagger("actors-fast", _fast)
    if choice in ("accurate", "all"):
        return ShippedTagger("actors-accurate", _accurate)
    raise ResourceError(f"no tagger {choice!r}; there are {', '.join(CHOICES)}")
