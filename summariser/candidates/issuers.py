"""Who issues a document, named alone on a line at its head in words that do not tell a body by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.abbreviating import abbreviates
from summariser.candidates.lexicon import LEGAL_FORMS, ORGANISATION_WORDS
from summariser.candidates.mentions import Mention
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.states import state_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.documents import Document

__all__ = ["find_issuers"]

_NAME = re.compile(r"(?P<name>[^\W\d_a-z][^\n,:;!?|()]{4,80}?)(?:\s*\((?P<short>[^\W\d_a-z]{2,10})\))?\s*")
_ISSUED = re.compile(
    r"(?:[^\n]{0,30}\s)?(?:circular|bulletin|newsletter|notice|(?:press|media|news)\s+release|announcement)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("of the and for de del da do dos des du la le les et e y i a in on och und der die das".split())
_HEAD = 4  # lines
_FEWEST = 2  # words


def find_issuers(document: Document) -> Iterator[Mention]:
    """The body that fills a line at the head: its short form stands behind it, or the next line says what it issues."""
    lines = document.sentences[:_HEAD]
    for line, below in zip(lines, document.sentences[1 : _HEAD + 1], strict=False):
        match = _NAME.fullmatch(line.text)
        if match is None or not _is_name(match["name"]):
            continue
        short = match["short"]
        issues = line.index == 0 and _ISSUED.match(below.text)
        if issues or (short and abbreviates(short, match["name"])):
            start, end = line.start, line.start + match.end("name")
            yield Mention(start, end, match["name"], kind="organisation", full_start=start)


def _is_name(words: str) -> bool:
    """Not `FREE TRADE AGREEMENT (FTA)`: some word tells a body, or no ordinary noun ends it."""
    parts = _WORD.findall(words)
    large = [part for part in parts if part.casefold() not in _SMALL]
    if len(large) < _FEWEST or not all(part[0].isupper() for part in large) or state_by_name(words):
        return False
    told = any(part.title() in ORGANISATION_WORDS or part in LEGAL_FORMS for part in large)
    return told or not is_ordinary(large[-1].casefold())
