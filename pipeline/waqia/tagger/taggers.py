"""The taggers that ship; the files of one are read when it first reads a sentence."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property

from waqia.errors import ResourceError
from waqia.resources import model_digest, models_dir
from waqia.tagger.camel import CamelToolsTagger
from waqia.tagger.choices import CHOICES, Choice, Guess, Labeller, NameTagger
from waqia.tagger.gazetteer import gazetteer

_FOLDER = "actors"
FIELDS = {"own": "fast.crfsuite", "camel": "camel.crfsuite"}
"""The conditional random field beside each head of the encoder."""


class ShippedTagger:
    """A tagger by name; ``read`` reads its files, and raises ResourceError where they are missing."""

    def __init__(self, name: str, read: Callable[[], Labeller]) -> None:
        self.name = name
        self._read = read

    @cached_property
    def sha256(self) -> str:
        """The digest of the model's files, as the manifest has it."""
        return model_digest(self.name)

    @cached_property
    def _tagger(self) -> Labeller:
        return self._read()

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""
        return self._tagger.tag_all(sentences)


def _fast() -> Labeller:
    from waqia.tagger.crf import CrfTagger

    return CrfTagger(models_dir() / _FOLDER / FIELDS["own"], gazetteer())


def _pair(head: str) -> Labeller:
    from waqia.tagger.crf import CrfTagger
    from waqia.tagger.neural import EncoderTagger
    from waqia.tagger.pair import PairTagger

    folder = models_dir() / _FOLDER
    return PairTagger(EncoderTagger(folder, gazetteer(), head), CrfTagger(folder / FIELDS[head], gazetteer()))


_READERS: dict[str, Callable[[], NameTagger]] = {
    "fast": lambda: ShippedTagger("actors-fast", _fast),
    "accurate": lambda: ShippedTagger("actors-accurate", lambda: _pair("own")),
    "anercorp": lambda: ShippedTagger("actors-anercorp", lambda: _pair("camel")),
    "camel-tools": CamelToolsTagger,
}


@cache
def named_tagger(name: str) -> NameTagger:
    """Return a tagger by name; ``anercorp`` is the accurate one under the labels of that corpus.

    Raises:
        ResourceError: there is no such tagger.
    """
    if name not in _READERS:
        raise ResourceError(f"no tagger {name!r}; there are {', '.join(_READERS)}")
    return _READERS[name]()


def load_tagger(choice: Choice) -> NameTagger | None:
    """Return the tagger of a choice; None for ``none``.

    Raises:
        ResourceError: there is no such choice.
    """
    if choice not in CHOICES:
        raise ResourceError(f"no tagger {choice!r}; there are {', '.join(CHOICES)}")
    return None if choice == "none" else named_tagger("accurate" if choice == "all" else choice)
