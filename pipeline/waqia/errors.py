"""Errors of waqia: one root, and messages that name the file, the line, the value and what would be right."""


class WaqiaError(Exception):
    """Root of every error that waqia raises on purpose."""


class LexiconError(WaqiaError):
    """A word list or rule file is wrong; the program stops."""


class IngestError(WaqiaError):
    """An input can't be turned into an article; becomes a failure record unless ``--strict``.

    ``reason`` is the stable code that goes to the failures ledger.
    """

    def __init__(self, reason: str, message: str, *, path: str | None = None, line: int | None = None) -> None:
        self.reason = reason
        self.path = path
        self.line = line
        self.message = message
        where = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{where}{message}")


class OutputError(WaqiaError):
    """A record can't be written where it should go."""


class ResourceError(WaqiaError):
    """A file that ships with waqia is missing or was altered."""


class DataError(WaqiaError):
    """A file given for training or evaluation, or what training needs, is wrong or missing."""
