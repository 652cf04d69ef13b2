"""A document's own date, where its first or last lines give it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.documents.full_dates import FULL_DATE, date_of, day_comes_first
from summariser.documents.lines import paragraphs
from summariser.schemas.brief import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date as Date

    from summariser.documents.document import Furniture

__all__ = ["find_date"]

_HEAD_PARAGRAPHS, _HEAD_CHARACTERS = 16, 3_000
_TAIL_PARAGRAPHS = 12
_SHORT, _WINDOW = 130, 520
_READING_TIME = "reading time"

_LABEL_WORD = (
    r"(?:date(?:d|line)?|published|posted|issued|released|adopted|conducted|delivered|done|given|made|signed|sealed|"
    r"recorded|held|filed|approved|issue dated|publication date|first published|effective date)"
)
# "Published: 28/08/2025"; in a short line also "Adopted by consensus on 19 June 2026".
_LABEL = re.compile(rf"[\[(]?{_LABEL_WORD}(?:\s(?:on|at|this))?\s?:?\s?", re.IGNORECASE)
_LONG_LABEL = re.compile(
    rf"[\[(]?(?:{_LABEL_WORD}\b[^.!?;|]{{0,60}}|(?:minutes|notes|record|proceedings|transcript) of\b[^!?;|]{{0,200}})"
    r"\s(?:on|at|this)\s",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"[\[(]?(?:last )?(?:updated|modified|revised)(?:\s(?:on|at))?\s?:?\s?", re.IGNORECASE)
# "GENEVA, ", "PORT ELSINGER, Minn., ", "WASHINGTON (AP), "
_PLACE = re.compile(
    r"[^\W\d_a-z][\w'’‘ʻ-]*(?:[ .,/]{1,3}(?:[^\W\d_a-z][\w'’‘ʻ-]*|of|the|and|de|la|le|du|del|al|el|upon|sur|am)){0,7}"
    r"\.?(?: \([^()]{1,30}\))?(?:,|\s(?:–|—|-{1,2}))\s"
)
_DATELINE_END = re.compile(r"(?:,?\s?\([^()]{1,40}\))?\s?(?:—|–|-{1,2}|:|\.)(?:\s|[\"“])")
_TIME = r"(?:,?\s(?:(?:at|/)\s)?\d{1,2}(?:[:.]\d\d){0,2}\s?(?:[ap]\.?m\.?|hrs?|h)?(?:\s[A-Z]{2,4})?)"
_LINE_END = re.compile(rf"{_TIME}?[\s)\]]*(?:$|[|·•,;(.–—-])", re.IGNORECASE)
_LABEL_END = re.compile(rf"{_TIME}?[\s)\]]*(?:$|[|·•;(.–—-]|by\s)|T\d\d:", re.IGNORECASE)
_SET_OFF = re.compile(r"(?:^|[,|·•:–—-])\s*$")
_CONTRACT = re.compile(
    r"(?:this|the present)\b.{0,200}\b(?:agreement|contract|deed|lease|memorandum|treaty|protocol|accord|licen[cs]e)\b"
    r".{0,160}\b(?:made|entered into|dated|concluded|executed|effective)(?:\s(?:at|in)\s[^,.;]{2,40})?"
    r"(?:\s(?:as\sof|on|this)){0,2}\s",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = re.compile(r"(?:the\s)?(?:minutes|notes|record|proceedings|transcript)\b", re.IGNORECASE)
_LONGEST_OPENING = 300  # characters of a paragraph that begins so
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?](?:\s|$)")
_DONE = re.compile(r"(?:done|signed|given|dated|made|sealed)\b[^.!?;|]{0,80}?\s", re.IGNORECASE)


def find_date(text: str, furniture: Sequence[Furniture] = ()) -> tuple[Date, Span] | None:
    """Find the date that a document gives as its own.

    It is taken from a dateline, a line of its own, a byline, "Published …", "Date: …", the opening of a contract, or
    the closing "Done at … on …" of a treaty. A date in a sentence of the article is never taken, nor one without its
    year, nor a numeric one that could be read in two ways unless other dates of the document settle it.

    Args:
        text: The whole text.
        furniture: Stretches to leave out; the line of the reading time is read, for it often holds the date.

    Returns:
        The date and where it stands, or None.
    """
    gaps = [(piece.start, piece.end) for piece in furniture if piece.reason != _READING_TIME]
    blocks = paragraphs(text, gaps)
    day_first = day_comes_first(text)
    head = [block for block in blocks[:_HEAD_PARAGRAPHS] if block[0] <= _HEAD_CHARACTERS]
    tail = blocks[len(head) :][-_TAIL_PARAGRAPHS:]
    for match in (*_head_dates(text, head), *_updates(text, head), *_closing_dates(text, tail)):
        date = date_of(match, day_first=day_first)
        if date is not None:
            return date, Span(start=match.start(), end=match.end(), text=match[0])
    return None


def _head_dates(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Dates of the first paragraphs, then of single lines among them, the likeliest form of each first."""
    for start, end in [*blocks, *_header_lines(text, blocks)]:
        match = FULL_DATE.search(text, start, min(end, start + _WINDOW))
        longest = _LONGEST_OPENING if _OPENING.match(text, start, end) else _SHORT
        if match and (
            _in_prose(text, start, end, match) or (end - start <= longest and _in_line(text, start, end, match))
        ):
            yield match


def _header_lines(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of paragraphs of several lines in which no sentence ends and no line is long: a header, no prose."""
    for start, end in blocks:
        lines = [(start + line.start(), start + line.end()) for line in _LINE.finditer(text[start:end])]
        if len(lines) > 1 and all(b - a <= _SHORT for a, b in lines) and not _SENTENCE.search(text, start, end):
            yield from lines


def _updates(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Dates of an update; they count only where nothing says when the document was published."""
    for start, end in blocks:
        match = FULL_DATE.search(text, start, min(end, start + _SHORT))
        if match and _UPDATED.fullmatch(text, start, match.start()):
            yield match


def _closing_dates(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in blocks:
        match = FULL_DATE.search(text, start, min(end, start + 2 * _SHORT))
        if match is None:
            continue
        placed = _PLACE.fullmatch(text, start, match.start()) and not text[match.end() : end].strip()
        if placed or _DONE.fullmatch(text, start, match.start()):
            yield match


def _in_prose(text: str, start: int, stop: int, match: re.Match[str]) -> bool:
    """Whether the date opens the text: after a label, after a place, or in the first words of a contract."""
    begin, end = match.span()
    if _LABEL.fullmatch(text, start, begin):
        return _LABEL_END.match(text, end, stop) is not None
    if _PLACE.fullmatch(text, start, begin):
        return _DATELINE_END.match(text, end) is not None
    return _CONTRACT.fullmatch(text, start, begin) is not None


def _in_line(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a short line gives the date apart from its other words: "By Bo Ek | 4 March 2025", "…, 21 May 2026"."""
    if _LONG_LABEL.fullmatch(text, start, match.start()):
        return _LABEL_END.match(text, match.end(), end) is not None
    before = text[start : match.start()]
    if _UPDATED.fullmatch(before) or not _LINE_END.match(text, match.end(), end):
        return False
    if text[end - 1] in ".!?" and before and not _PLACE.fullmatch(before):
        return False  # a sentence
    names_weekday = match[0][:1].isalpha() and not match["us_month"]
    return names_weekday or _SET_OFF.search(before) is not None
