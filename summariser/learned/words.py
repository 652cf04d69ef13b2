"""Words of a text as features: names and numbers masked, single words, stems, and runs of two and three."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["phrases", "words_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['ʻʼ][^\W\d_]+)*'?|\d[\d,.]*|[€$£¥%]|[^\w\s]")
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_NAME, _NUMBER = "<P>", "<N>"


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; a run of capitalised words is one name, a number is a number."""
    found: list[str] = []
    for place, match in enumerate(_WORD.finditer(text.replace("’", "'"))):
        word = match.group()
        if word[0].isdigit():
            found.append(_NUMBER)
        elif word[0].isupper() and place and word != "I":
            if found[-1] != _NAME:
                found.append(_NAME)
        else:
            found.append(word.lower())
    return found


def phrases(words: list[str], prefix: str = "") -> Iterator[str]:
    """Features of words: each, its stem, and runs of two and three, with a prefix."""
    for place, word in enumerate(words):
        yield f"{prefix}1:{word}"
        yield f"{prefix}s:{_ENDING.sub('', word)}"
        if place + 1 < len(words):
            yield f"{prefix}2:{word} {words[place + 1]}"
        if place + 2 < len(words):
            yield f"{prefix}3:{word} {words[place + 1]} {words[place + 2]}"
