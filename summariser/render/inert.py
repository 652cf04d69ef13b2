"""Text of documents and models made harmless to show: one character in, one character out."""

from __future__ import annotations

import re

__all__ = ["one_line", "unformatted", "visible"]

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_PICTURE_OF_NUL = 0x2400
_KEPT = "\t\n\r"

# C0 controls have pictures of their own in Unicode (ESC becomes ␛), so a reader still sees that something was there.
_CONTROLS: dict[int, str] = {
    **{code: chr(_PICTURE_OF_NUL + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
}
# Embeddings, overrides and isolates: they can make a line read differently from what it says.
_DIRECTION_CONTROLS: dict[int, str] = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT)

_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKING_SPACE = re.compile("[ \t\n\r\u2028\u2029]+")


def visible(text: str) -> str:
    """Replace control characters by their pictures and lone surrogates by U+FFFD; the length stays the same.

    Args:
        text: Any text. Tab, line feed and carriage return are kept.

    Returns:
        Text of the same length that can be encoded as UTF-8 and holds no terminal escape.
    """
    return _SURROGATE.sub(_REPLACEMENT, text.translate(_CONTROLS))


def unformatted(text: str) -> str:
    """As `visible`, without the direction controls, for media that cannot isolate a stretch of text.

    Args:
        text: Any text.

    Returns:
        Text of the same length in which nothing reorders its surroundings.
    """
    return visible(text).translate(_DIRECTION_CONTROLS)


def one_line(text: str) -> str:
    """As `unformatted`, with line breaks and runs of spaces made one space each; no-break spaces are kept.

    Args:
        text: Any text.

    Returns:
        One line without white space at its ends.
    """
    return _BREAKING_SPACE.sub(" ", unformatted(text.replace("\x0b", " ").replace("\x0c", " "))).strip()
