"""``MANIFEST.json`` of the models folder: the files of each model and the digest over them."""

import hashlib
import json
from pathlib import Path

from waqia.tagger.lists import CLUSTERS, PLACES, WORDS
from waqia.tagger.neural import FEATURES
from waqia.tagger.taggers import FIELDS

_LISTS = (WORDS, CLUSTERS, PLACES)
_ENCODER = ("encoder.onnx", "encoder.json", FEATURES, "tokenizer.json")
_FILES = {
    "actors-fast": (FIELDS["own"], *_LISTS),
    "actors-accurate": (*_ENCODER, FIELDS["own"], *_LISTS),
    "actors-anercorp": (*_ENCODER, FIELDS["camel"], *_LISTS),
}


def digest_of(paths: list[Path]) -> str:
    """Return the SHA-256 over the SHA-256 of each file, in order."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def write_manifest(models: Path, folder: str) -> None:
    """Write the manifest of the taggers in ``models/folder``."""
    table = {
        name: {
            "files": {
                f"{folder}/{file}": hashlib.sha256((models / folder / file).read_bytes()).hexdigest() for file in files
            },
            "sha256": digest_of([models / folder / file for file in files]),
        }
        for name, files in _FILES.items()
    }
    (models / "MANIFEST.json").write_text(json.dumps({"models": table}, indent=1) + "\n", encoding="utf-8")
