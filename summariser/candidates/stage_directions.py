"""Stage directions in a transcript, such as "[Laughter.]", and what is said between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["without_stage_directions"]

_STAGE = re.compile(r"[\[(][^\[\]()\n]{3,120}[\])]")
_STAGE_WORDS = re.compile(
    r"\b(?:interruptions?|interjections?|interjecting|laughter|applause|cheers|cheering|jeers|boos|shouting|heckling|"
    r"hear,? hear|pauses?|silence|withdrew|cross-?talk|inaudible|indiscernible|unintelligible|off[ -]?mic\w*|"
    r"(?:audio|sound|technical|microphone|video|connection|feed|recording|translation|interpretation) (?:\w+ )?"
    r"(?:difficult\w+|fault|problems?|failure|lost|cuts? out|drops? out|gap|ends|stops)|speaking in \w+|in translation|"
    r"the (?:committee|witness|witnesses|hearing|meeting|sitting|session|recording|interview|house|council) \w+|"
    r"adjourned|suspended|resumed|overlapping|simultaneous\w*|nods|laughs|chuckles|smiles|sighs|coughs|gestures|"
    r"phone rings|"
    r"bell|gavel|(?:[-—–]|, )\s?(?:editor|ed\.?))\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\.?[ \t]*(?:\r?\n|$)")


def without_stage_directions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of `text[start:end]` between stage directions such as "[Laughter.]", without outer space.

    A bracket inside a sentence ("the [company's] plan") is the editor's word and stays.
    """
    position = start
    for match in _STAGE.finditer(text, start, end):
        if not _is_stage(text, match, start, end):
            continue
        yield from _trimmed(text, position, match.start())
        position = match.end()
    yield from _trimmed(text, position, end)


def _is_stage(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if _STAGE_WORDS.search(match.group()):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    behind = text[match.end() : match.end() + 3]
    if not line and _ALONE.match(behind):
        return True
    before = text[max(start, match.start() - 3) : match.start()].rstrip()
    after = text[match.end() : min(end, match.end() + 3)].lstrip()
    return match.group()[0] == "[" and (not before or before[-1] in '.!?…—–-”"') and not after[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(bare)
