"""Citations: exact spans of the sources, numbered in the order in which the note uses them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from summariser.note.words import one_line
from summariser.schemas.note import NoteCitation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summariser.documents import Document
    from summariser.note.sources import Source
    from summariser.schemas import Note, Span
    from summariser.schemas.brief import Commitment, Context, Party, Quote

__all__ = ["CitationBook", "quoted", "renumber"]

_LONGEST_REST = 600  # characters of the rest of a sentence


class CitationBook:
    """Gives numbers to spans; the same span of the same item has one number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, int, int], int] = {}
        self._starts: dict[str, list[int]] = {}
        self.citations: list[NoteCitation] = []

    def cite(self, source: Source, item: Commitment | Context | Quote | Party, *, first: bool = False) -> list[int]:
        """The numbers of the spans an item rests on.

        Args:
            source: Where the item comes from.
            item: Part of its brief.
            first: Only its first span.
        """
        spans = item.evidence[:1] if first else item.evidence
        return list(dict.fromkeys(self._number(source, item.id, span) for span in spans))

    def _number(self, source: Source, item: str, span: Span) -> int:
        key = (source.id, item, span.start, span.end)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.citations) + 1
            self.citations.append(self._citation(number, source, item, span))
        return number

    def _citation(self, number: int, source: Source, item: str, span: Span) -> NoteCitation:
        page = source.brief.provenance.document.page_of(span.start)
        found = NoteCitation(number=number, source=source.id, item=item, span=span.model_copy(), page=page)
        document = source.document
        if document is None or document.text[span.start : span.end] != span.text:
            return found
        starts = self._starts.get(source.id)
        if starts is None:
            starts = self._starts[source.id] = [sentence.start for sentence in document.sentences]
        return _placed(found, document, starts)


def _placed(citation: NoteCitation, document: Document, starts: list[int]) -> NoteCitation:
    """The citation with its paragraph and the rest of its sentence."""
    span = citation.span
    at = bisect_right(starts, span.start) - 1
    if at < 0 or document.sentences[at].end <= span.start:
        return citation
    first, last = document.sentences[at], document.sentences[bisect_right(starts, max(span.start, span.end - 1)) - 1]
    before = document.text[first.start : span.start]
    after = document.text[span.end : last.end] if last.end > span.end else ""
    citation.paragraph = first.paragraph + 1
    citation.before, citation.after = before[-_LONGEST_REST:], after[:_LONGEST_REST]
    return citation


def renumber(note: Note) -> Note:
    """Number the citations of a note from 1 in the order of their first use; those that nothing uses are left out.

    Args:
        note: The note; it is changed.

    Returns:
        The same note.
    """
    known = {citation.number: citation for citation in note.citations}
    order: dict[int, int] = {}
    for numbers in _uses(note):
        for number in numbers:
            order.setdefault(number, len(order) + 1)
        numbers[:] = [order[number] for number in numbers]
    note.citations = [known[old].model_copy(update={"number": new}) for old, new in order.items()]
    return note


def _uses(note: Note) -> Iterator[list[int]]:
    """The lists of numbers in the order in which a reader meets them."""
    yield from (sentence.cites for sentence in note.bottom_line)
    for commitment in note.commitments:
        yield commitment.cites
        yield commitment.proof
    yield from (wording.cites for difference in note.differences for wording in difference.wordings)
    for part in (note.timeline, note.quotes, note.parties, note.facts, note.unknown):
        yield from _cites(part)


def _cites(items: Iterable[object]) -> Iterator[list[int]]:
    yield from (item.cites for item in items)  # type: ignore[attr-defined] # all parts cite


def quoted(citation: NoteCitation) -> str:
    """The span with the rest of its sentence, on one line."""
    return one_line(f"{citation.before}{citation.span.text}{citation.after}")
