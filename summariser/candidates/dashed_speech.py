"""Speech that a dash opens at the head of its paragraph, as in translations: `—We are late —said Ms Rao—, and wet`."""

from __future__ import annotations

import re

from summariser.candidates.cues import find_cue
from summariser.candidates.unmarked_speech import Speech

__all__ = ["find_dashed"]

_OPENS = re.compile(r"[—–](?=[^\W\d_]|[¿¡])")
_ASIDE = re.compile(r"(?P<end>[.,;:!?…]?)\s+[—–](?P<words>[a-z][^—–\n]{2,160}?)(?:[—–][.,;:]?\s*|\.?\s*$)")


def find_dashed(text: str, start: int, end: int) -> Speech | None:
    """The speech of the paragraph `text[start:end]` and its attribution between dashes, or None.

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: One past its end.
    """
    opening = _OPENS.match(text, start, end)
    if opening is None:
        return None
    spans: list[tuple[int, int]] = []
    cue = None
    position = opening.end()
    for aside in _ASIDE.finditer(text, position, end):
        told = find_cue(text, aside.start("words"), aside.end("words"), before_speech=False)
        if told is None or told.start != aside.start("words"):
            continue
        cue = cue or told
        spans.append((position, aside.start("words") - 1))
        position = aside.end()
    if cue is None:
        return None
    spans.append((position, end))
    pieces = ((begin, begin + len(text[begin:stop].rstrip())) for begin, stop in spans)
    return Speech(tuple((begin, stop) for begin, stop in pieces if begin < stop), cue)
