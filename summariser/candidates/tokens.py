"""Words, numbers and marks of a stretch of text, in order, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

from summariser.candidates.irregular import is_participle

__all__ = ["Token", "tokens_of"]

_TOKEN = re.compile(
    r"[^\W_]+(?:[-.&'’ʻ‘][^\W_]+)*"  # a word, also "re-open", "U.S", "O'Hara"
    r"|\d[\d.,]*\d|\d"
    r"|[^\w\s]",
)
_NUMBER = re.compile(r"\d[\d.,]*\d(?![\d])|\d")
_REPEATED = re.compile(r"\(\d{1,4}\)(?=\s+[a-z])")  # "thirty (30) days"
_SUFFIX = re.compile(r"(?:n['’]t|['’](?:ll|s|re|ve|d|m))$", re.IGNORECASE)
_STEMS = {"wo": "will", "ca": "can", "sha": "shall"}
_ABBREVIATION = re.compile(r"[A-Z][a-z]{0,3}|[A-Z](?:\.[A-Z])*|Corp|Messrs|Sept")


class Token(NamedTuple):
    """A word, a number or a mark.

    Attributes:
        start: First character.
        end: One past the last.
        text: The characters between.
        low: The same in lower case, with a straight apostrophe; "n't" is "not", "'ll" is "will".
        stop: Whether it ends a sentence inside the stretch: the full stop after a number, a label, a heading.
    """

    start: int
    end: int
    text: str
    low: str
    stop: bool = False

    @property
    def word(self) -> bool:
        """Whether it is a word or a number and no mark."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Split `text[start:end]`; a number repeated in brackets ("thirty (30) days") is left out. Takes linear time.

    Args:
        text: The whole text.
        start: Where the stretch begins.
        end: One past its end.

    Returns:
        The tokens; a suffix such as "'ll", "'s" or "n't" is one of its own.
    """
    found: list[Token] = []
    position = start
    while match := (_TOKEN.search(text, position, end)):
        begin, stop = match.span()
        if text[begin].isdigit() and (number := _NUMBER.match(text, begin, end)):
            stop = max(number.end(), _word_end(text, number.end(), end))
        if text[begin] == "(" and found and found[-1].word and (repeated := _REPEATED.match(text, begin, end)):
            position = repeated.end()
            continue
        position = stop
        found += _pieces(text, begin, stop)
        if text[begin] == ".":
            found[-1] = found[-1]._replace(stop=_ends(text, found, end))
    return [_spelt_out(found, i) for i in range(len(found))]


def _spelt_out(found: list[Token], i: int) -> Token:
    """`'d` is "had" before a participle, else "would"."""
    token = found[i]
    if token.low != "'d" or i + 1 >= len(found):
        return token
    after = i + 1
    while after + 1 < len(found) and (
        found[after].low in {"not", "never", "just", "also"} or found[after].low.endswith("ly")
    ):
        after += 1
    return token._replace(low="had" if is_participle(found[after].low) or found[after].low == "been" else "would")


def _word_end(text: str, position: int, end: int) -> int:
    """Where the letters end that stand right behind a number: "30th", "5bn"."""
    while position < end and text[position].isalpha():
        position += 1
    return position


def _pieces(text: str, begin: int, stop: int) -> list[Token]:
    suffix = _SUFFIX.search(text, begin, stop)
    if suffix is None or suffix.start() == begin:
        return [_token(text, begin, stop)]
    stem = _token(text, begin, suffix.start())
    ending = _token(text, suffix.start(), stop)
    if ending.low == "not":
        stem = stem._replace(low=_STEMS.get(stem.low, stem.low))
    return [stem, ending]


def _token(text: str, begin: int, stop: int) -> Token:
    words = text[begin:stop]
    low = words.lower().replace("’", "'")
    return Token(begin, stop, words, {"n't": "not", "'ll": "will"}.get(low, low))


def _ends(text: str, found: list[Token], end: int) -> bool:
    dot = found[-1]
    rest = text[dot.end : min(end, dot.end + 40)]
    if not rest[:1].isspace() or not rest.lstrip()[:1].isupper():
        return False
    before = found[-2] if len(found) > 1 else None
    return before is None or before.end != dot.start or not _ABBREVIATION.fullmatch(before.text)
