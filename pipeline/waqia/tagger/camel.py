"""CAMeL Tools' recogniser of names as a tagger, for users who have its data (Obeid et al. 2020).

Nothing is downloaded: camel-tools fetches a catalogue as soon as its recogniser is imported without data, so the data
folder is looked at first.
"""

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from waqia.errors import ResourceError
from waqia.tagger.choices import Guess

if TYPE_CHECKING:
    from camel_tools.ner import NERecognizer

_TYPES = {"PERS": "PER", "ORG": "ORG", "LOC": "LOC"}
_CATALOGUE, _COMPONENT = "catalogue.json", "NamedEntityRecognition"


def data_folder() -> Path:
    """Return where camel-tools keeps its data: ``CAMELTOOLS_DATA``, or a folder in the user's home."""
    named = os.environ.get("CAMELTOOLS_DATA")
    return Path(named).expanduser() if named else Path.home() / ".camel_tools"


class CamelToolsTagger:
    """The pretrained recogniser; its labels carry no probability, so each is taken for certain."""

    name = "camel-tools"

    @cached_property
    def sha256(self) -> str:
        """The digest over the files of the model, by name."""
        whole = hashlib.sha256()
        for path in sorted(path for path in self._folder.rglob("*") if path.is_file()):
            with path.open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
        return whole.hexdigest()

    @cached_property
    def _folder(self) -> Path:
        folder = data_folder()
        missing = ResourceError(
            f"CAMeL Tools has no NER data in {folder}: install it with `camel_data -i ner-arabert` (about 540 MB), "
            "or set CAMELTOOLS_DATA to the folder that has it, or choose another of --actors"
        )
        if not (folder / _CATALOGUE).exists():
            raise missing
        from camel_tools.data import CATALOGUE

        model = Path(CATALOGUE.get_dataset(_COMPONENT).path)
        if not model.is_dir():
            raise missing
        return model

    @cached_property
    def _recogniser(self) -> "NERecognizer":
        folder = str(self._folder)
        from camel_tools.ner import NERecognizer

        return NERecognizer(folder, use_gpu=False)

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence.

        Raises:
            ResourceError: the data are not installed.
        """
        known = self._recogniser.tokenizer
        readable = [[word if known.tokenize(word) else known.unk_token for word in words] for words in sentences]
        made = []
        for words, labels in zip(readable, self._recogniser.predict(readable), strict=True):
            kept = [_label(label) for label in labels]
            made.append(Guess(kept, [1.0] * len(words)))
        return made


def _label(label: str) -> str:
    mark, _, kind = label.partition("-")
    return f"{mark}-{_TYPES[kind]}" if kind in _TYPES else "O"
