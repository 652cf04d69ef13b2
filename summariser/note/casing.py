"""Names and titles printed in capitals throughout, in the case they would have in a sentence. Evidence stays exact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["in_normal_case"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL: Final = frozenset(
    """a an and as at by for from in into of on or over per the to under up with de del der des di du la le les van von
    y e""".split()
)
_STAY: Final = frozenset(
    """EU UN UK US USA UAE NATO OPEC ASEAN WHO IMF OECD NGO AG SA NV BV II III IV VI VII VIII IX XI XII TV AI CEO PLC
    LLC LLP""".split()
)
_VOWELS: Final = frozenset("AEIOUYÀÁÂÄÅÃÆÈÉÊËÌÍÎÏÒÓÔÖÕØÙÚÛÜĀĒĪŌŪ")
_PREFIXES: Final = frozenset("CO RE PRE NON SUB MULTI POST ANTI EX".split())
_TITLES: Final = {
    "MR": "Mr",
    "MRS": "Mrs",
    "MS": "Ms",
    "DR": "Dr",
    "ST": "St",
    "LTD": "Ltd",
    "PTY": "Pty",
    "GMBH": "GmbH",
}


def in_normal_case(text: str, spelled: Iterable[str] = ()) -> str:
    """A text of capitals with capitals only where words begin; any other text as it is.

    Acronyms stay: words without a vowel, and well-known ones. So does a single word, which may be one.

    Args:
        text: A name or a title.
        spelled: Other names for the same; a word that they print is written as they do.
    """
    if not text.isupper() or len(_WORD.findall(text)) < 2:
        return text
    known = {word.upper(): word for name in spelled if not name.isupper() for word in _WORD.findall(name)}

    def written(match: re.Match[str]) -> str:
        word: str = match.group()
        opening = match.start() == 0 or text[: match.start()].rstrip()[-1:] in (".", ":", "?", "!", "–", "—")
        if word in _TITLES:
            return str(_TITLES[word])
        if word.lower() in _SMALL:
            return word.capitalize() if opening else word.lower()
        if word in known:
            return str(known[word])
        if word in _STAY or _VOWELS.isdisjoint(word):
            return word
        before = text[: match.start()]
        joined = before.endswith("-") and (_WORD.findall(before) or [""])[-1] in _PREFIXES
        if joined:
            return word.lower()
        return f"{word[:2]}{word[2:].capitalize()}" if word[1:2] in ("'", "’") else word.capitalize()

    return _WORD.sub(written, text)
