"""Pairs of quotation marks in a stretch of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["OPENING", "Marked", "find_marked"]

OPENING = "“\"‘'«„‹‚`"
"""Characters that may open a quotation."""

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", '"': '"', "``": "''"}
_SINGLE = {"‘": "’", "‚": "‘’", "'": "'"}
_MARK = re.compile(r"``|''|[“”„\"«»‹›‘’‚']")
_OPENS_AFTER = set(' \t\r\n\v\f\u00a0\u202f([{—–-:,;/“"«„*_')
_LEADS_UP = ("", ":", ",")  # what stands before speech that is left open at the end of its paragraph
_STOPS = (".", "!", "?")  # or before speech that goes on behind its attribution, which begins with a capital
_EMPHASIS = "*_"
_ENDS_SPEECH = set(",.!?…;—–")
_ELIDED = re.compile(r"(?:tis|twas|twere|tween|neath|em|til|bout|n|\d0s)\b", re.IGNORECASE)
_DROPPED = re.compile(r"(?:\b(?:o|an|th|ol|wi)|[a-z]{2}in)$")


@dataclass(frozen=True, slots=True)
class Marked:
    """The inside of a pair of quotation marks.

    Attributes:
        start: First character after the opening mark.
        end: Position of the closing mark, or the end of the paragraph where the speech runs on in the next one.
        left: Where the opening mark stands.
        right: One past the closing mark.
        closed: False where no closing mark was found and the next paragraph opens again.
    """

    start: int
    end: int
    left: int
    right: int
    closed: bool = True


def find_marked(text: str, start: int, end: int, *, runs_on: bool) -> Iterator[Marked]:
    """Yield the outermost marked passages of `text[start:end]`, one paragraph, in order.

    Curly, straight, angle, low and single marks are known, and the doubled accents of wire copy. An apostrophe is not
    taken for a closing mark where it stands between letters or ends a plural. A quotation inside another belongs to
    the outer one. Takes linear time.

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: One past its end.
        runs_on: Whether the next paragraph opens with a quotation mark, so that a mark left open here is no mistake.
    """
    marks = list(_MARK.finditer(text, start, end))
    unclosed: set[str] = set()  # kinds for which the rest of the paragraph was searched in vain
    lopsided: set[str] = set()  # kinds of which more open than close
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        kind = mark.group()
        if not _opens(text, mark, start, end):
            continue
        close = None
        if kind not in unclosed:
            if kind in _SINGLE:
                close = _single_close(text, marks, number, end, unclosed)
            else:
                close = _double_close(text, marks, number, unclosed, lopsided)
        if close is not None:
            left, right = _with_emphasis(text, mark.start(), marks[close].end(), start, end)
            yield Marked(mark.end(), marks[close].start(), left, right)
            number = close + 1
        elif runs_on and _leads_up(text, start, mark):
            yield Marked(mark.end(), end, mark.start(), end, closed=False)
            return


def _leads_up(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the words before a mark lead up to speech, or end the sentence before it."""
    before = text[start : mark.start()].rstrip()[-1:]
    return before in _LEADS_UP or (before in _STOPS and text[mark.end()].isupper())


def _with_emphasis(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """A passage with the asterisks or underscores that set it in bold or italics: `**“We won,”** he said`."""
    while left > start and right < end and text[left - 1] in _EMPHASIS and text[right] == text[left - 1]:
        left, right = left - 1, right + 1
    return left, right


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    kind = mark.group()
    if kind not in _CLOSERS and kind not in _SINGLE:
        return False
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1] if mark.start() > start else " "
    if after.isspace():
        return kind == "«" and after in "\u00a0\u202f "
    if kind in _SINGLE:
        elided = kind == "'" and (before == "'" or _ELIDED.match(text, mark.end(), end) is not None)
        return before in _OPENS_AFTER and not elided
    if kind == "»":
        return after.isalnum() and before in _OPENS_AFTER
    return kind != '"' or not before.isdigit()  # 6" is a length


def _double_close(
    text: str, marks: Sequence[re.Match[str]], number: int, unclosed: set[str], lopsided: set[str]
) -> int | None:
    """The mark that closes the double mark before `marks[number]`: the partner where they pair, else the next."""
    kind = marks[number - 1].group()
    closers = _CLOSERS[kind]
    first = None
    depth = 0
    for index in range(number, len(marks)):
        found = marks[index].group()
        if found == kind and kind not in closers:
            depth += 1
        elif found in closers:
            if kind == '"' and _only_opens(text, marks[index]):
                return None
            if depth == 0 or kind in lopsided:
                return index
            depth -= 1
            first = index if first is None else first
    (unclosed if first is None else lopsided).add(kind)
    return first


def _only_opens(text: str, mark: re.Match[str]) -> bool:
    """A straight mark between a space and a letter opens: the one before it was never closed."""
    return text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1].isalnum()


def _single_close(text: str, marks: Sequence[re.Match[str]], number: int, end: int, unclosed: set[str]) -> int | None:
    """The closing single mark: not an apostrophe, and not inside a double quotation that opened later."""
    kind = marks[number - 1].group()
    closers = _SINGLE[kind]
    doubtful = None
    inner = ""
    for index in range(number, len(marks)):
        mark = marks[index]
        found = mark.group()
        if found in _CLOSERS or found == "”":
            inner = _inside(text, mark, inner)
            continue
        if inner:
            continue
        if found == kind and (kind != "'" or doubtful is not None) and _opens(text, mark, 0, end):
            return doubtful
        if found not in closers:
            continue
        verdict = _closes(text, mark.start(), end)
        if verdict:
            return index
        if verdict is None and doubtful is None:
            doubtful = index
    if doubtful is None:
        unclosed.add(kind)
    return doubtful


def _inside(text: str, mark: re.Match[str], inner: str) -> str:
    """The double mark that waits for its partner after this one, or nothing."""
    found = mark.group()
    if inner:
        return "" if found in _CLOSERS[inner] else inner
    opens = found in _CLOSERS and (found != '"' or text[mark.start() - 1] in _OPENS_AFTER)
    return found if opens else ""


def _closes(text: str, position: int, end: int) -> bool | None:
    """Whether the mark closes a quotation; None where it may be the apostrophe of a plural or of a dropped letter."""
    before = text[position - 1]
    after = text[position + 1] if position + 1 < end else " "
    if after.isalnum() or before.isspace():
        return False
    if before in _ENDS_SPEECH or after in ',.;:!?)—–”"*_' or position + 1 >= end:
        return True
    if before in "sS" or _DROPPED.search(text[max(0, position - 5) : position]):
        return None
    return True
