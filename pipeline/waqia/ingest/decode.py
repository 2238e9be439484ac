"""Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, windows-1256, ISO-8859-6.

Text is never altered: newlines stay as they came, nothing is replaced, and what can't be decoded whole is
refused. A byte order mark is no text.
"""

import codecs
import re

from charset_normalizer import from_bytes

from waqia.errors import IngestError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ARABIC_CHARSETS = ["cp1256", "iso8859_6"]
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_ARABIC = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 8192


def binary_kind(head: bytes) -> str | None:
    """Say what kind of binary data begins like ``head``; None if it looks like text.

    Text has no NUL in its first 8 KiB and fewer than 1 in 50 control characters, unless it begins with a
    UTF-16 or UTF-32 byte order mark.
    """
    head = head[:_HEAD]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return None
    if b"\x00" in head or len(_CONTROL.findall(head)) * 50 > len(head):
        return "binary data"
    return None


def decode(data: bytes) -> str:
    r"""Decode one text.

    UTF-8 is tried first. Other bytes are windows-1256 or ISO-8859-6, whichever charset-normalizer finds the
    likelier; but damaged UTF-8 is refused rather than read as one of them.

    >>> decode("قُطعت الخدمة".encode("cp1256"))  # "the service was cut"
    'قُطعت الخدمة'

    Raises:
        IngestError: ``bad_encoding``, with the offset of the first byte that is no UTF-8.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data.removeprefix(bom), encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        high = len(_HIGH.findall(data))
        if 4 * len(_UTF8_ARABIC.findall(data)) > high:
            raise _refused("UTF-8", error) from error
        best = from_bytes(data, cp_isolation=_ARABIC_CHARSETS).best()
        if best is None:
            raise _refused("UTF-8, windows-1256 or ISO-8859-6", error) from error
        return _strict(data, best.encoding)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refused(encoding, error) from error


def _refused(encoding: str, error: UnicodeDecodeError) -> IngestError:
    byte = error.object[error.start : error.start + 1].hex()
    return IngestError(
        "bad_encoding", f"byte 0x{byte} at offset {error.start} is not {encoding}; save the text as UTF-8"
    )
