import hashlib
import json

import pytest

from waqia import resources
from waqia.errors import ResourceError
from waqia.tagger.training.manifest import digest_of


def test_manifest_has_the_digest_of_every_file():
    folder = resources.models_dir()
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    assert set(manifest["models"]) == {"actors-fast", "actors-accurate", "actors-anercorp"}
    for name, model in manifest["models"].items():
        for file, digest in model["files"].items():
            assert hashlib.sha256((folder / file).read_bytes()).hexdigest() == digest, file
        assert resources.model_digest(name) == model["sha256"] == digest_of([folder / file for file in model["files"]])


def test_unknown_model_is_named():
    with pytest.raises(ResourceError, match="no model 'x' among"):
        resources.model_digest("x")


def test_missing_models_name_both_places(tmp_path, monkeypatch):
    resources.models_dir.cache_clear()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "a" / "waqia" / "resources.py"))
    with pytest.raises(ResourceError, match=r"_models and .*models"):
        resources.models_dir()
    resources.models_dir.cache_clear()
