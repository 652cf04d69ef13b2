"""What is on a page but not of the article: links, adverts, notices, menus, captions, words to machines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.documents.document import Furniture
from summariser.documents.furniture_patterns import (
    BLOCK_TITLE,
    MACHINE,
    MACHINE_GOES_ON,
    MACHINE_SENTENCE,
    PATTERNS,
    REPORTING,
    SECTION_ITEM,
    UI_ITEM,
    Pattern,
)
from summariser.documents.lines import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_furniture"]

_SPACE = re.compile(r"\s")
_SEPARATOR = re.compile(r"\s*[|·•›»>]\s*|\s/\s|\s{2,}|\t")
_BREADCRUMB = re.compile(r"home\s?[>›»/]\s?[^\W\d]", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-–—•*▪●◦‣·►▶]|\(?\d{1,2}[.):]?)\s+\S")
_ADVERT_VOICE = re.compile(r"[▶►]|.*\byou(?:r|rs|[’'](?:ll|re|ve))?\b", re.IGNORECASE)
_SENTENCE_START = re.compile(r"[.!?][\"”’)]{0,2}\s+(?=\S)")
_STOP = re.compile(r"[.!?][\"”’)]{0,2}(?=\s|$)")
_CLOSING_MARK = re.compile(r"<\|im_end\|>|\[/INST\]|\"\s?\}")
_LONGEST_MENU = 400
_FEWEST_SECTIONS = 4
_LONGEST_LINK = 160
_MOST_LINKS = 12
_MOST_COOKIE_NOTICES = 3
_COOKIES = "cookie notice"
_LIST = "list of other articles"


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """Find what is on the page but not of the article.

    Whole paragraphs are taken, and of a paragraph of the article only the sentences that address a machine reader. In
    doubt a paragraph is of the article. Takes linear time.

    Args:
        text: The whole text.

    Returns:
        The stretches in order, not overlapping, each with its reason.
    """
    found = list(_find(text, paragraphs(text)))
    if sum(piece.reason == _COOKIES for piece in found) > _MOST_COOKIE_NOTICES:
        found = [piece for piece in found if piece.reason != _COOKIES]  # the document is about cookies
    return tuple(found)


def _find(text: str, blocks: list[tuple[int, int]]) -> Iterator[Furniture]:
    index = 0
    while index < len(blocks):
        start, end = blocks[index]
        index += 1
        line = _SPACE.sub(" ", text[start:end])
        reason = _reason(line)
        if reason is None and BLOCK_TITLE.fullmatch(line[:_LONGEST_LINK]):
            links = _links_below(text, blocks, index)
            if links:
                yield Furniture(start, end, _LIST)
                yield from (Furniture(*block, _LIST) for block in blocks[index : index + links])
                index += links
        elif reason is None:
            yield from _machine_sentences(line, start)
        else:
            yield Furniture(start, end, reason)
            if reason == "advertisement" and index < len(blocks) and _is_advert_text(text, end, blocks[index]):
                yield Furniture(*blocks[index], reason)
                index += 1


def _reason(line: str) -> str | None:
    """Why a paragraph is furniture as a whole, or None."""
    if _matches(MACHINE, line):
        return MACHINE.reason
    for pattern in PATTERNS:
        if _matches(pattern, line):
            return pattern.reason
    return "menu or share bar" if _is_menu(line) else None


def _matches(pattern: Pattern, line: str) -> bool:
    if len(line) > pattern.longest or not pattern.regex.fullmatch(line):
        return False
    return not (pattern.quotable and REPORTING.search(line))


def _is_menu(line: str) -> bool:
    """Whether a line is a row of entries of a menu, a breadcrumb, a share bar or a footer."""
    if len(line) > _LONGEST_MENU:
        return False
    items = [item for item in _SEPARATOR.split(line) if item]
    if len(items) < 2 or any(len(item) > 60 for item in items):
        return False
    if _BREADCRUMB.match(line):
        return True
    bare = [item.strip(" :.,☰→") for item in items]
    entries = sum(UI_ITEM.fullmatch(item) is not None for item in bare)
    known = entries + sum(SECTION_ITEM.fullmatch(item) is not None for item in bare)
    only_sections = known == len(items) >= _FEWEST_SECTIONS
    return known >= 2 and 2 * known >= len(items) and (entries > 0 or only_sections)


def _links_below(text: str, blocks: list[tuple[int, int]], index: int) -> int:
    """How many of the paragraphs from index on are links under the title of a list."""
    marked = index < len(blocks) and bool(_ITEM.match(text, *blocks[index]))
    count = 0
    while count < _MOST_LINKS and index + count < len(blocks):
        start, end = blocks[index + count]
        adjacent = marked or text.count("\n", blocks[index + count - 1][1], start) < 2
        prose = end - start > _LONGEST_LINK or (text[end - 1] == "." and text.count(" ", start, end) >= 8)
        if not adjacent or prose or marked != bool(_ITEM.match(text, start, end)):
            break
        count += 1
    after = index + count
    if not marked and 0 < count < _MOST_LINKS and after < len(blocks):
        start, end = blocks[after - 1]
        touches = text.count("\n", end, blocks[after][0]) < 2
        if touches and text.count(" ", start, end) < 5:
            count -= 1  # it may be the heading of what comes next
    return count


def _is_advert_text(text: str, above: int, block: tuple[int, int]) -> bool:
    """Whether the paragraph directly under the word "Advertisement" speaks as adverts do."""
    start, end = block
    line = text[start:end]
    if end - start > 300 or text.count("\n", above, start) > 1 or re.search(r"[\"“”]", line) or REPORTING.search(line):
        return False
    return bool(_ADVERT_VOICE.match(line))


def _machine_sentences(line: str, offset: int) -> Iterator[Furniture]:
    """Sentences inside a paragraph of the article that address a machine reader, with those that go on so."""
    taken = 0
    for begin in _SENTENCE_START.finditer(line):
        start = begin.end()
        if start < taken or not MACHINE_SENTENCE.match(line, start, start + 300):
            continue
        taken = _sentence_end(line, start)
        while (after := _SENTENCE_START.match(line, taken - 1)) and MACHINE_GOES_ON.match(
            line, after.end(), after.end() + 300
        ):
            taken = _sentence_end(line, after.end())
        yield Furniture(offset + start, offset + taken, MACHINE.reason)


def _sentence_end(line: str, start: int) -> int:
    stop = _STOP.search(line, start)
    end = stop.end() if stop else len(line)
    mark = _CLOSING_MARK.search(line, start, end)
    return mark.end() if mark else end
