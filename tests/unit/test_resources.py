import json

import pytest

from waqia import resources
from waqia.errors import ResourceError


def test_models_dir_holds_a_manifest():
    manifest = json.loads((resources.models_dir() / "MANIFEST.json").read_text())
    assert isinstance(manifest["models"], dict)


def test_missing_models_name_both_places(tmp_path, monkeypatch):
    resources.models_dir.cache_clear()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "a" / "waqia" / "resources.py"))
    with pytest.raises(ResourceError, match=r"_models and .*models"):
        resources.models_dir()
    resources.models_dir.cache_clear()
