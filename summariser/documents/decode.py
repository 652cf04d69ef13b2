"""Bytes become text: which encoding they are in, or what they are if they are no text."""

from __future__ import annotations

import codecs
import re

from summariser.errors import DocumentError

__all__ = ["decode"]

# How other files begin, and what to call them.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document other than Word's (.xlsx, .pptx, .odt)"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office document (.doc, .xls)"),
    (b"{\\rtf", "a rich-text document (.rtf)"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# The longer marks come first: the mark of UTF-32 begins like that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Western text in windows-1252 does not hold: text in another encoding, read as windows-1252, does.
_NOT_WESTERN = re.compile(
    r"[a-z][À-ÖØ-ÞŠŽŸŒ]|\w[‚„ƒˆ˜]|[^\W\d_][¢-¶¸»¼½¾¿¡«†‡‰‹›\u00a0\u00ad±×÷]+[^\W\d_]|[¤¦¨¬¯´¸]|[À-ÿ]{3}"
)
_BEST_GOOD_TO_BAD = 4
_SAMPLE = 1 << 20


def decode(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode the bytes of a document.

    Args:
        data: All of its bytes, at least one.
        name: What to call it in an error.

    Returns:
        Its text without a byte-order mark, the name of the encoding, and notes on how it was found.

    Raises:
        DocumentError: The bytes are no text, or in no known encoding.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise DocumentError(f"{name} looks like {kind}, which is not read", hint="save it as PDF, .docx or text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, name, mark, encoding)
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError:
        pass
    damaged = data.decode(errors="replace")
    bad = damaged.count("\ufffd")
    if sum(character > "\x7f" for character in damaged[:_SAMPLE]) >= (_BEST_GOOD_TO_BAD + 1) * bad:
        return damaged, "utf-8", (f"It is UTF-8 with damage: {bad} × \ufffd stands for what could not be read.",)
    return _guess(data, name)


def _decode_marked(data: bytes, name: str, mark: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        if encoding == "utf-8":
            return data[len(mark) :].decode(), encoding, ()
        return data.decode(encoding), encoding, (f"It was decoded as {encoding}, as its byte-order mark says.",)
    except UnicodeDecodeError:
        raise DocumentError(
            f"{name} begins with the mark of {encoding} but is not in it", hint="save it as UTF-8"
        ) from None


def _guess(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    encoding = _guess_encoding(data)
    try:
        text = data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        text = None
    if encoding is None or text is None:
        raise DocumentError(f"{name} is not text in an encoding that is known", hint="save it as UTF-8")
    label = "windows-1252" if encoding == "cp1252" else encoding.replace("_", "-")
    return text, label, (f"It is not UTF-8; it was decoded as {label}, which is a guess.",)


def _guess_encoding(data: bytes) -> str | None:
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if even or odd:
        # UTF-16 without its mark: Latin letters leave every second byte empty.
        if min(even, odd) == 0 and max(even, odd) > len(data) // 8:
            return "utf-16-le" if odd else "utf-16-be"
        return None
    try:
        if not _NOT_WESTERN.search(data.decode("cp1252")):
            return "cp1252"
    except UnicodeDecodeError:
        pass
    # Detectors take short Western texts for Central European ones, so theirs is the second opinion.
    from charset_normalizer import from_bytes  # heavy, and seldom needed

    best = from_bytes(data[:_SAMPLE], cp_exclusion=["cp1252", "latin_1"]).best()
    return best.encoding if best else None
