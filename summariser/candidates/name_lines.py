"""Lines above or below a quotation that name who says it: `Ann Lee, Director of Ports`, a name above its office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue
from summariser.candidates.kinds import is_given
from summariser.candidates.layout import HONORIFIC, is_office, is_personal
from summariser.candidates.lexicon import TITLE_HEADS
from summariser.candidates.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Sentence

__all__ = ["named_above", "named_below"]

_WORD = r"[^\W\d_][\w.’'-]*"
_NAME = re.compile(
    rf"[\s*_#>]{{0,8}}(?P<dash>[–—-]{{1,2}}\s?)?[*_]{{0,3}}(?P<name>{_WORD}(?:[ \t]+{_WORD}){{1,6}})[*_]{{0,3}}"
    r"(?:(?:,|[ \t]+[–—-]|[ \t]+\|)[*_]{0,3}\s+(?P<role>[^.;:“”\n]{3,120})|[ \t]+\((?P<bracketed>[^()\n]{2,80})\))?"
    r"[.:]?[*_\s]{0,4}"
)
_OF_BODY = re.compile(r"[\s*_]{0,4}(?P<words>[^\W\d_a-z][^.;:?!“”\n]{2,100}?)[*_\s]{0,4}")
_SMALL = frozenset(
    "of the for and in at on & de la le du des da do dos del di van von der den bin ibn al el y e".split()
)


def named_above(text: str, blocks: Sequence[Sequence[Sentence]], number: int) -> Cue | None:
    """Who is named in the line right above a paragraph, or two lines above it with the office between.

    Args:
        text: The whole text.
        blocks: The sentences of each paragraph.
        number: The paragraph that is a quotation.
    """
    if not number:
        return None
    near = _named(text, blocks[number - 1])
    if near is not None:
        return near
    far = _named(text, blocks[number - 2], apart=True) if number > 1 else None
    return far if far is not None and _is_office_line(text, blocks[number - 1]) else None


def named_below(text: str, blocks: Sequence[Sequence[Sentence]], number: int) -> Cue | None:
    """Who is named in the line right below a paragraph, alone only where the next line holds the office.

    Args:
        text: The whole text.
        blocks: The sentences of each paragraph.
        number: The paragraph that is a quotation.
    """
    if number + 1 >= len(blocks):
        return None
    return _named(text, blocks[number + 1])


def _named(text: str, block: Sequence[Sentence], *, apart: bool = False) -> Cue | None:
    """The person whom a line names; with `apart` an office is known to follow.

    What shows the name to be one is an office behind it or a dash before it, else a title or a first name.
    """
    match = _NAME.fullmatch(text, block[0].start, block[-1].end) if len(block) == 1 else None
    if match is None or any(word[0].islower() and word not in _SMALL for word in match["name"].split()):
        return None
    words = match["name"]
    titled = HONORIFIC.match(words) is not None or words.split()[0].title() in TITLE_HEADS
    bare = " ".join(HONORIFIC.sub("", words).split()[words.split()[0].title() in TITLE_HEADS :])
    if not titled and not is_personal(" ".join(word for word in words.split() if word not in _SMALL)):
        return None
    office = (match["role"] or match["bracketed"]) and is_role(match["role"] or match["bracketed"])
    if not (office or apart or titled or match["dash"] or is_given(bare)):
        return None
    start = match.start("name")
    return Cue(start, start + len(words), words, start)


def _is_office_line(text: str, block: Sequence[Sentence]) -> bool:
    match = _OF_BODY.fullmatch(text, block[0].start, block[-1].end) if len(block) == 1 else None
    if match is None:
        return False
    words = match["words"]
    parts = [part for part in words.replace(",", " ").split() if part not in _SMALL]
    return is_office(words) or is_role(words) or all(part[0].isupper() or not part[0].isalpha() for part in parts)
