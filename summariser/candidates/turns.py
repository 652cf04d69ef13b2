"""Turns of a transcript or an interview: `CHAIR: Thank you.`"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.cues import Cue

if TYPE_CHECKING:
    from summariser.documents import Document

__all__ = ["Turn", "find_turns"]

MIN_TURNS = 3
# "CHAIR:", "Q41 Tomos Prydderch:", "Dr. Brück (RSA):", and in the American style "Mr. LINDQVIST." or "The CHAIRWOMAN."
_LABEL = re.compile(
    r"^[ \t]*(?:Q\d+\.?[ \t]+)?(?P<label>(?:(?:Mr|Mrs|Ms|Dr|St|Prof|Sen|Rep|Gov)\.[ \t]+)?[^\W\d_][^\n:.?!]{0,60}?)"
    r"(?P<note>[ \t]*\([^()\n]{1,60}\))?[ \t]*(?::(?=[ \t]+\S|[ \t]*\r?$)"
    r"|(?<=[A-Z][A-Z])\.(?=[ \t]+[\w“\"‘\[(]))",
    re.MULTILINE,
)
_STAGE = re.compile(r"[\[(][^\[\]()\n]{3,120}[\])]")
_STAGE_WORDS = re.compile(
    r"\b(?:interruption|laughter|applause|pause|withdrew|crosstalk|inaudible|the (?:committee|witness|hearing|meeting|"
    r"sitting|session|recording|interview)|adjourned|suspended|resumed|overlapping|nods|laughs|phone rings|bell)\b",
    re.IGNORECASE,
)
_FIELD_NAMES = frozenset(
    """chair date time venue place subject re to from cc present apologies members witnesses source note notes members present
    in attendance agenda item contact contacts tel email published updated corrected correction author photo image
    location reference ref motion resolved resolution vote action actions decision members absent chair present
    officers present also present copyright topic oral evidence related""".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break.

    Attributes:
        spans: Its pieces; stage directions and line breaks lie between them.
        cue: The label, as cue and as subject.
    """

    spans: tuple[tuple[int, int], ...]
    cue: Cue

    @property
    def start(self) -> int:
        """Where the label begins."""
        return self.cue.start

    @property
    def end(self) -> int:
        """One past the last word."""
        return self.spans[-1][1]


def find_turns(document: Document) -> list[Turn]:
    """Find the turns of a document that is a transcript: at least three, and a label that comes back."""
    labels = [match for match in _LABEL.finditer(document.text) if _is_label(match.group("label"))]
    labels = [match for match in labels if not _in_furniture(document, match.start("label"))]
    counts = Counter(match.group("label").casefold() for match in labels)
    styles = {_style(match) for match in labels if counts[match.group("label").casefold()] > 1}
    labels = [
        match
        for match in labels
        if counts[match.group("label").casefold()] > 1 or (_style(match) in styles and not _is_field(match))
    ]
    counts = Counter(match.group("label").casefold() for match in labels)
    repeated = sum(count for count in counts.values() if count >= 2)
    if len(labels) < MIN_TURNS or repeated < 2:
        return []
    paragraphs = {sentence.paragraph for sentence in document.sentences}
    mostly = len(labels) >= 0.4 * len(paragraphs)
    turns = []
    for number, match in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else len(document.text)
        spans = _pieces(document, match.end(), stop, beyond=mostly)
        if spans:
            start, end = match.span("label")
            turns.append(Turn(spans, Cue(start, end, document.text[start:end], start)))
    return turns


def _is_label(label: str) -> bool:
    words = label.split()
    if not words or len(words) > 6:
        return False
    return all(
        word[0].isupper() or not word[0].isalpha() or word in {"of", "the", "de", "van", "bin", "al"} for word in words
    )


def _style(match: re.Match[str]) -> tuple[bool, str]:
    """Labels of one document are set alike: capitals or not, colon or full stop."""
    return match.group("label").split()[-1].isupper(), match.group().rstrip()[-1]


def _is_field(match: re.Match[str]) -> bool:
    """`Present: …` in the head of minutes is no turn."""
    return match.group("label").casefold() in _FIELD_NAMES


def _in_furniture(document: Document, position: int) -> bool:
    return any(item.start <= position < item.end for item in document.furniture)


def _pieces(document: Document, start: int, stop: int, *, beyond: bool) -> tuple[tuple[int, int], ...]:
    """The sentences between two labels, split at stage directions and at the ends of paragraphs.

    Only in a document that is mostly turns does a turn go on beyond its first paragraph.
    """
    text = document.text
    pieces: list[tuple[int, int]] = []
    paragraph = None
    for sentence in document.sentences:
        if sentence.end <= start or sentence.start >= stop:
            continue
        if not beyond and paragraph is not None and sentence.paragraph != paragraph:
            break
        begin = max(sentence.start, start)
        for left, right in _without_stage(text, begin, min(sentence.end, stop)):
            glued = pieces and paragraph == sentence.paragraph and not text[pieces[-1][1] : left].strip()
            if glued:
                pieces[-1] = (pieces[-1][0], right)
            else:
                pieces.append((left, right))
        paragraph = sentence.paragraph
    return tuple(pieces)


def _without_stage(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bounds, position = [], start
    for match in _STAGE.finditer(text, start, end):
        if match.group().startswith("[") or _STAGE_WORDS.search(match.group()):
            bounds.append((position, match.start()))
            position = match.end()
    bounds.append((position, end))
    trimmed = []
    for left, right in bounds:
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            trimmed.append((left, right))
    return trimmed
