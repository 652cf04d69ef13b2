"""What each character is for the comparison of quotations: letter, digit, mark, white space, invisible."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["DASHES", "DOUBLE_QUOTES", "HYPHENS", "INVISIBLE", "LIGATURES", "QUOTES", "SINGLE_QUOTES", "classes_of"]

SINGLE_QUOTES: Final = "'`´‘’‚‛′‵ʹʻʼʽˈˊˋ‹›＇׳"
DOUBLE_QUOTES: Final = '"“”„‟″‶ʺ«»〝〞〟＂「」『』｢｣❝❞״'
QUOTES: Final = SINGLE_QUOTES + DOUBLE_QUOTES
HYPHENS: Final = "-‐‑‒–−﹣－־"
DASHES: Final = "—―⸺⸻﹘⁃"
LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_FIXED: Final = {
    **dict.fromkeys(SINGLE_QUOTES, "q"),
    **dict.fromkeys(DOUBLE_QUOTES, "Q"),
    **dict.fromkeys(HYPHENS, "h"),
    **dict.fromkeys(DASHES, "D"),
    **dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "n"),
    **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹", "S"),
    **dict.fromkeys("%‰‱°", "%"),
    ".": "p",
    ",": "c",
    ":": "k",
    "/": "/",
    "+": "+",
    "_": "o",
    "…": "e",
    "\u00ad": "y",
    "\u200d": "j",
}
# Ranges of code points whose category does not say what matters here.
_RANGES: Final = (
    (0x0E00, 0x0EFF, "z"),  # Thai, Lao: words without spaces, as below
    (0x1000, 0x109F, "z"),  # Myanmar
    (0x1780, 0x17FF, "z"),  # Khmer
    (0x3040, 0x30FF, "z"),  # kana
    (0x3400, 0x9FFF, "z"),  # Han
    (0xF900, 0xFAFF, "z"),
    (0x20000, 0x323AF, "z"),
    (0xFE00, 0xFE0F, "i"),  # variation selectors
    (0xE0100, 0xE01EF, "i"),
    (0x1F1E6, 0x1F1FF, "r"),  # halves of flags
    (0x1F3FB, 0x1F3FF, "m"),  # skin tones
    (0xE0020, 0xE007F, "m"),  # tags of flags
    (0x0600, 0x0605, "x"),  # visible, though of category Cf
)


def classes_of(text: str) -> str:
    """The class of each character of the text, one ASCII letter each.

    `l` lower-case letter, `u` capital, `o` letter without case, `z` letter of a script without spaces, `d` digit,
    `S` superscript digit, `m` mark that belongs to the character before it, `i` invisible, `y` soft hyphen, `j` joiner
    of emoji, `s` white space, `n` line break, `q` single and `Q` double quotation mark, `h` hyphen or short dash,
    `D` long dash, `p` full stop, `c` comma, `k` colon, `/`, `e` ellipsis, `$` currency sign, `%` per cent or degree,
    `+`, `r` half of a flag, `x` anything else.
    """
    return text.translate({ord(char): _class_of(char) for char in set(text)})


def _class_of(char: str) -> str:
    # What is canonically equal must fall in one class, or composed and decomposed text would be cut differently.
    char = unicodedata.normalize("NFD", char)[0]
    if char in _FIXED:
        return _FIXED[char]
    category = unicodedata.category(char)
    for first, last, name in _RANGES:
        if first <= ord(char) <= last and (name != "z" or category.startswith("L")):
            return name
    if char.isspace():
        return "s"
    return _BY_CATEGORY.get(category) or _BY_CATEGORY.get(category[0]) or "x"


_BY_CATEGORY: Final = {"Ll": "l", "Lu": "u", "Lt": "u", "L": "o", "N": "d", "M": "m", "Sc": "$", "Cf": "i"}
