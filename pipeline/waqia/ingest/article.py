"""The one place where fields become an :class:`~waqia.records.Article`, or a failure that says why not."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from waqia.errors import IngestError
from waqia.ingest.language import detect_language, has_arabic
from waqia.ingest.published import normalise_published
from waqia.ingest.sources import Limits, Source
from waqia.records import Article, Failure

_OTHER_LANGUAGES = {"fa": "Persian", "ur": "Urdu", "ckb": "Sorani Kurdish"}
_HASH_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Raw:
    """What a reader found for one article: its fields as parsed, and the 1-based line they stand on."""

    fields: Mapping[str, object]
    line: int | None = None


def build_article(raw: Raw, limits: Limits) -> Article:
    """Check fields and make the article.

    Fields: ``text`` (needed), ``id``, ``title``, ``published_at`` or ``date``, ``source``, ``url``; others
    are ignored, and a mapping under ``article`` is looked into. Without an id the first 16 hex digits of the
    text's SHA-256 serve. A title, source or url that isn't a string, and a date that can't be read without
    guessing, become null.

    Raises:
        IngestError: ``missing_text``, ``empty_text``, ``invalid_unicode``, ``too_large`` or ``no_arabic``.
    """
    fields = raw.fields
    inner = fields.get("article")
    if isinstance(inner, Mapping):
        fields = {**{"id": fields.get("id")}, **inner}
    text = _text(fields, limits)
    encoded = _utf8(text, "text")
    if len(encoded) > limits.text:
        raise IngestError(
            "too_large",
            f"the text has {len(encoded):,} bytes in UTF-8; the limit is {limits.text:,} (--max-bytes)",
        )
    language = _language(text)
    digest = hashlib.sha256(encoded).hexdigest()
    published = fields.get("published_at")
    return Article(
        id=_id(fields.get("id")) or digest[:_HASH_LETTERS],
        title=_string(fields, "title"),
        text=text,
        published_at=normalise_published(fields.get("date") if published is None else published),
        source=_string(fields, "source"),
        url=_string(fields, "url"),
        language=language,
        content_sha256=digest,
    )


def article_or_failure(raw: Raw, source: Source, limits: Limits) -> Article | Failure:
    """Return the article of ``raw``, or the failure that stands for it."""
    try:
        return build_article(raw, limits)
    except IngestError as error:
        return source.failure(error.reason, error.message, id=_readable_id(raw.fields), line=raw.line)


def _text(fields: Mapping[str, object], limits: Limits) -> str:
    text = fields.get("text")
    if text is None:
        found = ", ".join(sorted(map(str, fields))[:8]) or "none"
        raise IngestError("missing_text", f'no field "text"; fields found: {found}')
    if not isinstance(text, str):
        raise IngestError("missing_text", f'"text" is {_kind(text)}; it should be a string')
    if not text.strip():
        raise IngestError("empty_text", '"text" holds nothing but white space')
    return text


def _language(text: str) -> str | None:
    if not has_arabic(text):
        raise IngestError("no_arabic", "the text holds no Arabic letter; waqia reads Arabic news")
    language = detect_language(text)
    if language in _OTHER_LANGUAGES:
        raise IngestError("no_arabic", f"the text is {_OTHER_LANGUAGES[language]}, not Arabic")
    return language


def _id(value: object) -> str | None:
    if isinstance(value, str):
        _utf8(value, "id")
        return value if value.strip() else None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return None


def _readable_id(fields: Mapping[str, object]) -> str | None:
    inner = fields.get("article")
    for candidate in (inner.get("id") if isinstance(inner, Mapping) else None, fields.get("id")):
        try:
            found = _id(candidate)
        except IngestError:
            continue
        if found:
            return found
    return None


def _string(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    _utf8(value, name)
    return value


def _utf8(value: str, name: str) -> bytes:
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        raise IngestError(
            "invalid_unicode",
            f'"{name}" holds half a surrogate pair (U+{code:04X}) at character {error.start}; no text',
        ) from error


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
