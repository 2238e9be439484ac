"""The catalogue of constructs: ``time_rules.toml``, one rule an entry, each with an example that is a test."""

import tomllib
from functools import cache
from typing import Literal

import msgspec

from waqia.errors import LexiconError
from waqia.lexicon.load import lexicon_dir

_FILE = "time_rules.toml"
_UNBOUNDED = -1


class TimeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One construct. ``id`` begins with the rule that mentions carry (``time.duration.range.hyphen``).

    ``span`` is the words of ``example`` that are tagged. Durations have ``min_seconds`` and ``max_seconds`` (-1
    for unbounded), dates ``value`` (empty for null) as resolved against ``REFERENCE``, numbers ``number`` and
    ``ordinal``.
    """

    id: str
    kind: Literal["duration", "date", "number"]
    example: str
    gloss: str
    span: str
    counter_example: str
    source: str
    min_seconds: int = 0
    max_seconds: int = _UNBOUNDED
    value: str = ""
    number: float = 0
    ordinal: bool = False

    @property
    def upper(self) -> int | None:
        """The upper bound in seconds, None for unbounded."""
        return None if self.max_seconds == _UNBOUNDED else self.max_seconds

    @property
    def rule(self) -> str:
        """The id that mentions carry."""
        return ".".join(self.id.split(".")[:3])


@cache
def rules() -> tuple[TimeRule, ...]:
    """Return the catalogue that ships with the package.

    Raises:
        LexiconError: the file is no TOML or a rule has unknown or missing keys.
    """
    try:
        table = tomllib.loads((lexicon_dir() / _FILE).read_text(encoding="utf-8"))
        return msgspec.convert(table.get("rule", []), tuple[TimeRule, ...])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"{_FILE}: {error}") from error
