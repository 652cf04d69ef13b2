"""What stands around a span: its sentence, the words before it, the sentence before, the label of its paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.note.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summariser.documents import Document
    from summariser.schemas import Span

__all__ = ["Passage", "Passages"]

_LABEL: Final = 4  # words: "Native planting."
_NEAR: Final = 12  # spans
_GAP: Final = 3  # characters between two sentences: a stop and a space
_LONGEST: Final = 600  # characters of a sentence that are looked at
_NUMBERED: Final = re.compile(r"^(?:\(?[\da-z]{1,3}(?:\.\d{1,3})*[.)]\s*)+", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"^[A-Z][A-Z.]*(?: [A-Z][A-Z.]*){0,4}: ")


class Passage(NamedTuple):
    """A span in its surroundings; as far as the evidence of the brief tells where its source is not at hand.

    Attributes:
        text: Its sentence.
        lead: The words of the sentence before the span.
        before: The sentence before, where that is no heading.
        label: A heading of few words that stands before it in its paragraph.
    """

    text: str
    lead: str = ""
    before: str = ""
    label: str = ""


class Passages:
    """Finds the surroundings of spans in one document.

    Args:
        document: The document, where it is at hand.
        evidence: Spans of the brief, of which some are sentences.
    """

    def __init__(self, document: Document | None, evidence: Iterable[Span] = ()) -> None:
        self._document = document
        self._spans = sorted(evidence, key=lambda span: (span.start, -span.end))
        self._starts = [sentence.start for sentence in document.sentences] if document else []

    def of(self, span: Span) -> Passage:
        """The surroundings of a span."""
        document = self._document
        if document is None or document.text[span.start : span.end] != span.text:
            return self._of_evidence(span)
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or document.sentences[at].end <= span.start:
            return Passage(one_line(span.text))
        own = document.sentences[at]
        text = document.text[max(own.start, span.start - _LONGEST) : max(own.end, span.end)][: 2 * _LONGEST]
        lead = document.text[max(own.start, span.start - _LONGEST) : span.start]
        before = document.sentences[at - 1] if at else None
        label = told = ""
        if before is not None:
            words = _NUMBERED.sub("", one_line(before.text))
            if before.paragraph == own.paragraph and 0 < len(words.split()) <= _LABEL:
                label = words
            elif not before.heading:
                told = words[:_LONGEST]
        return Passage(_CAPITALS.sub("", one_line(text)), one_line(lead), told, label)

    def _of_evidence(self, span: Span) -> Passage:
        """What the other spans tell: the one that holds it, and the one that ends where that begins."""
        near = self._spans[: bisect_right(self._spans, span.start, key=lambda each: each.start)][-_NEAR:]
        whole = max((each for each in near if each.end >= span.end), key=lambda each: len(each.text), default=span)
        before = next((each for each in reversed(near) if 0 <= whole.start - each.end <= _GAP), None)
        return Passage(
            text=one_line(whole.text),
            lead=one_line(whole.text[: span.start - whole.start]),
            before=one_line(before.text) if before else "",
        )
