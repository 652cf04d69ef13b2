"""Speech without quotation marks in paragraphs of its own, below the words that lead up to it: `Ms Rao said:`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue
from summariser.candidates.cues import find_cue
from summariser.candidates.first_person import addresses, first_person, here_and_now
from summariser.candidates.layout import is_personal
from summariser.candidates.marks import OPENING
from summariser.candidates.unmarked_speech import says_in_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Sentence

__all__ = ["find_led_paragraphs", "leading_cue", "spoken_pieces"]

_SAID = re.compile(
    r"\b(?:said|says|saying|tells|told|added|adds|adding|commented|comments|commenting|continued|continues|stated|states|"
    r"explained|explains|remarked|remarks|replied|replies|responded|responds|wrote|writes|observed|concluded|concludes|"
    r"declared|declares|warned|warns|statement|comment|quote|message|response|reaction|reply|apology)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\b(?:said|says|told|added|replied|announced|commented|according to)\b")
_STATEMENT = re.compile(
    r"(?:An?\s|The\s)?(?:\w+\s)?(?:statement|comment|quote|message|response|reaction)s?\s"
    r"(?:from|by|of|(?:is\s|may\sbe\s|can\sbe\s)?(?:attributable|attributed)\sto)\s"
    r"(?P<who>[^:\n]{3,120}):$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:[^:\n]{2,80},\s)?(?P<who>[^:,\n]{2,80}?)\s(?:has\s|have\s|today\s|later\s|also\s)?"
    r"(?:issued|released|gave|made|published|provided|sent|posted)\s(?:the\sfollowing|this|a|an|its)\s(?:[\w-]+\s){0,2}"
    r"(?:statement|comment|response|message|reply|note|apology)\b[^:\n]{0,80}:"
)
_NAMED = re.compile(
    r"(?:^|,\s)(?P<who>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w.’'-]*){1,3})(?:,\s[^:“”\n]{3,100}|\s\([^()\n]{2,80}\))?"
    r"(?:\s(?:on|about|in|at|after)\s[^:“”\n]{3,80})?:[*_]{0,3}$"
)
_QUOTE_MARK = re.compile(r"(?:>[ \t]*){1,3}")
_LIST_MARK = re.compile(r"\s*(?:[•▪●◦‣·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|\|)")
_MARKED = re.compile(r"“[^“”]{1,600}”|\"[^\"]{1,600}\"|«[^«»]{1,600}»")
_CLOSED = re.compile(r"[.!?…][”\"’'»)*_]{0,3}$")
_NOTES = re.compile(
    r"[\W_]*(?:ends?\b\W*$|notes?\b|further\s+information|more\s+information|background|contacts?\b|media\b|press\b|"
    r"for\s+(?:more|further|media|press|all)\b|about\s|editor|share\b|published\b|related\b|read\s+more)",
    re.IGNORECASE,
)
_OF_THE_RELEASE = re.compile(
    r"(?:This|Today[’']s|The)\s(?:latest\s|new\s)?(?:announcement|news|move|statement|visit|comes|follows|builds|marks)\b"
)
_NOBODY = frozenset({"i", "we", "it", "you"})
_LONGEST_SPEECH = 12  # paragraphs


def find_led_paragraphs(text: str, blocks: Sequence[Sequence[Sentence]]) -> dict[int, Cue]:
    """Find the paragraphs that are speech led up to by a paragraph that ends in an attribution and a colon.

    The first paragraph behind it is speech for certain. The others are up to the last that "we", "you", "this" show to
    be spoken, before the next attribution, a heading, a list, quotation marks, or the notes.

    Args:
        text: The whole text.
        blocks: The sentences of each paragraph outside turns.

    Returns:
        The attribution by the number of the paragraph.
    """
    found: dict[int, Cue] = {}
    for number, block in enumerate(blocks[:-1]):
        cue = _leads(text, block) if number not in found else None
        first = _words(text, blocks[number + 1])
        if cue is None or not _is_speech(text, blocks[number + 1]):
            continue
        if not (addresses(first) or here_and_now(first) or says_in_person(cue.subject)):
            continue
        last = number + 1
        for following in range(number + 2, min(len(blocks), number + 1 + _LONGEST_SPEECH)):
            words = _words(text, blocks[following])
            if not words.strip("> "):
                continue
            if not _is_speech(text, blocks[following]) or _narrates(words, cue):
                break
            if addresses(words) or here_and_now(words) or (first[0] == words[0] == ">"):
                last = following
        found |= dict.fromkeys(range(number + 1, last + 1), cue)
    return found


def spoken_pieces(text: str, block: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The words of a paragraph, line by line where each begins with the mark of a quotation."""
    start, end = block[0].start, block[-1].end
    if not _QUOTE_MARK.match(text, start):
        yield start, end
        return
    while start < end:
        mark = _QUOTE_MARK.match(text, start)
        begin = mark.end() if mark else start
        stop = text.find("\n", begin, end)
        stop = end if stop < 0 else stop
        if text[begin:stop].strip():
            yield begin, begin + len(text[begin:stop].rstrip())
        start = stop + 1


def leading_cue(text: str, block: Sequence[Sentence]) -> Cue | None:
    """The attribution and colon that end a paragraph: `Ms Rao said:`, `Hale Ltd issued this statement:`, `Ann Lee:`."""
    last = block[-1]
    end = last.start + len(last.text.rstrip(" \t\r\n*_"))
    if text[end - 1 : end] != ":":
        return None
    for pattern in (_STATEMENT, _ISSUED):
        if told := pattern.fullmatch(text, last.start, end):
            return Cue(last.start, end - 1, told["who"], told.start("who"))
    cue = find_cue(text, last.start, end, before_speech=True)
    named = _NAMED.search(text, last.start, end) if cue is None else None
    if named and is_personal(named["who"]):
        return Cue(named.start("who"), named.end("who"), named["who"], named.start("who"))
    return cue


def _leads(text: str, block: Sequence[Sentence]) -> Cue | None:
    cue = leading_cue(text, block)
    if cue is None or cue.subject.casefold() in _NOBODY or not _SAID.search(text, cue.start, block[-1].end):
        return None
    return cue


def _is_speech(text: str, block: Sequence[Sentence]) -> bool:
    """Whether a paragraph can be speech without marks: whole sentences, no heading, list, notes or quotation."""
    words = _words(text, block)
    bare = _QUOTE_MARK.sub("", words, count=1)
    if block[0].heading or not bare or bare[0] in OPENING or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if _LIST_MARK.match(bare) or _NOTES.match(bare) or _CLOSED.search(bare) is None:
        return False
    outside = _MARKED.sub(" ", bare)  # “I only read it,” she said: the first person is another's
    return first_person(outside) or not _REPORTS.search(outside)


def _narrates(words: str, cue: Cue) -> bool:
    """Whether a paragraph tells of the speaker by name, or of the release itself."""
    names = [part for part in cue.subject.replace(",", " ").split() if part[0].isupper()]
    return _OF_THE_RELEASE.match(words) is not None or (bool(names) and names[-1] in words)


def _words(text: str, block: Sequence[Sentence]) -> str:
    return text[block[0].start : block[-1].end].strip()
