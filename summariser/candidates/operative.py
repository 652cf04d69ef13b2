"""Operative paragraphs of a declaration, whose subject stands above them: `We, the Leaders of …,` `1. RESOLVE to …`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts_of
from summariser.candidates.clauses import Head
from summariser.candidates.performatives import find_complement
from summariser.candidates.word_order import is_adverb

if TYPE_CHECKING:
    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["find_operative"]

_DECLARES = re.compile(r"^\W{0,3}We,?\s+(?:the\b|[A-Z])", re.MULTILINE)
_HEAD = 1500  # characters in which a declaration says who declares
_MARKER = re.compile(r"(?:\(?(?:[a-z]{1,2}|[ivxIVX]{1,5}|\d{1,2})[).]|\d{1,2}\.\d{1,2}\.?|[-–—•*▪●])\s+")
_VERBS = frozenset(
    "resolve undertake commit pledge agree promise vow decide covenant bind reaffirm renew reiterate determine".split()
)
_LIKE = {"decide": "agree", "resolve": "agree", "determine": "agree"}
_STATUS: dict[str, CommitmentStatus] = {"renew": "reaffirmed"}


def find_operative(reader: Reader) -> dict[int, list[Undertaking]]:
    """Find what the paragraphs of a declaration bind those who declare it to.

    Returns:
        By index of the sentence, those that hold something only.
    """
    if _DECLARES.search(reader.text, 0, _HEAD) is None:
        return {}
    found = {}
    for sentence in reader.document.sentences:
        marker = _MARKER.match(sentence.text)
        begin = marker.end() if marker else 0
        word = re.match(r"[^\W\d_]+", sentence.text[begin:])
        if word is None or not word.group()[0].isupper():
            continue
        items = _operative(reader, reader.line(sentence), sentence.start + begin)
        if items:
            found[sentence.index] = items
    return found


def _operative(reader: Reader, line: Line, start: int) -> list[Undertaking]:
    verb = line.at(start)
    while verb < len(line.tokens) and is_adverb(line.tokens[verb]):
        verb += 1
    low = line.low(verb)
    if low not in _VERBS:
        return []
    tokens = line.tokens
    if low in _LIKE:  # read as a verb of the same construction
        tokens = [*tokens[:verb], tokens[verb]._replace(low=_LIKE[low]), *tokens[verb + 1 :]]
    found = find_complement(tokens, verb, negated=False)
    if found is None:
        return []
    head = Head(verb, verb, verb, relative=False, link="")
    items = acts_of(reader, line, head, found.action, (start, start), _STATUS.get(found.kind, "new"), negated=False)
    return [replace(item, thing=not found.verbal and not number) for number, item in enumerate(items)]
