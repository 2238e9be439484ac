"""Where the files that ship beside the code are found, installed or in a checkout."""

import json
from functools import cache
from pathlib import Path

from waqia.errors import ResourceError

_MANIFEST = "MANIFEST.json"


@cache
def models_dir() -> Path:
    """Return the folder of models: ``waqia/_models`` in a wheel, ``models/`` in a checkout.

    An editable install doesn't see what the wheel carries, so both places are looked at.

    Raises:
        ResourceError: neither holds a MANIFEST.json; the message names both.
    """
    package = Path(__file__).parent
    places = (package / "_models", package.parents[1] / "models")
    for place in places:
        if (place / _MANIFEST).is_file():
            return place
    looked = " and ".join(map(str, places))
    raise ResourceError(f"no models: {_MANIFEST} should stand in one of {looked}; install waqia again")


def model_digest(name: str) -> str:
    """Return the SHA-256 of a model's files, as the manifest has it.

    Raises:
        ResourceError: the manifest has no such model.
    """
    path = models_dir() / _MANIFEST
    known = json.loads(path.read_text(encoding="utf-8"))["models"]
    if name not in known:
        raise ResourceError(f"{path}: no model {name!r} among {sorted(known)}; install waqia again")
    digest: str = known[name]["sha256"]
    return digest
