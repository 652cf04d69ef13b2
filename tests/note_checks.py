"""What has to hold of every note, whatever it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summariser.schemas import Brief, Note


def cited_numbers(note: Note) -> Iterator[int]:
    """All numbers that a note cites, in the order of reading."""
    parts: tuple[Sequence[Any], ...] = (note.timeline, note.quotes, note.parties, note.facts, note.unknown)
    for sentence in note.bottom_line:
        yield from sentence.cites
    for commitment in note.commitments:
        yield from (*commitment.cites, *commitment.proof)
    for difference in note.differences:
        yield from (number for wording in difference.wordings for number in wording.cites)
    for part in parties_of(parts):
        yield from part.cites


def parties_of(parts: Iterable[Sequence[Any]]) -> Iterator[Any]:
    """The items of several parts."""
    for part in parts:
        yield from part


def check_note(note: Note, briefs: Sequence[Brief]) -> None:
    """See that every citation is an exact span of its brief, every reference resolves, and no commitment is lost."""
    by_digest: dict[str, list[Brief]] = {}
    for brief in briefs:
        by_digest.setdefault(brief.provenance.document.sha256, []).append(brief)
    _check_citations(note, by_digest)
    _check_references(note)
    _check_order(note)
    _check_nothing_lost(note, by_digest)


def _check_citations(note: Note, briefs: dict[str, list[Brief]]) -> None:
    numbers = [citation.number for citation in note.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert list(dict.fromkeys(cited_numbers(note))) == numbers
    for citation in note.citations:
        source = note.source(citation.source)
        assert source is not None
        assert source.status == "used"
        assert source.sha256 is not None
        spans = [
            span
            for brief in briefs[source.sha256]
            for item in (*brief.commitments, *brief.context, *brief.quotes, *brief.parties)
            if item.id == citation.item
            for span in item.evidence
        ]
        document = next((brief.document for brief in briefs[source.sha256] if brief.document), None)
        if citation.item:
            assert citation.span in spans
        else:  # a sentence that no item rests on
            assert document is not None
            assert document.text[citation.span.start : citation.span.end] == citation.span.text
        if document is not None and citation.paragraph is not None:
            start, end = citation.span.start - len(citation.before), citation.span.end + len(citation.after)
            assert document.text[start:end] == f"{citation.before}{citation.span.text}{citation.after}"


def _check_references(note: Note) -> None:
    parties = {party.id for party in note.parties}
    items = {item.id for part in (note.commitments, note.facts, note.timeline, note.quotes) for item in part}
    items |= {difference.id for difference in note.differences}
    sources = {source.id for source in note.sources}
    for party in note.parties:
        assert party.represents is None or party.represents in parties - {party.id}
    for commitment in note.commitments:
        assert {*commitment.by, *commitment.to} <= parties
        assert set(commitment.proof) <= set(commitment.cites)
    for quote in note.quotes:
        assert quote.speaker is None or quote.speaker in parties
    for sentence in note.bottom_line:
        assert set(sentence.items) <= items
    for difference in note.differences:
        assert set(difference.items) <= items
    for unknown in note.unknown:
        assert set(unknown.items) <= items | sources


def _check_order(note: Note) -> None:
    for letter, part in (("c", note.commitments), ("e", note.timeline), ("f", note.facts), ("q", note.quotes)):
        assert [item.id for item in part] == [f"{letter}{number}" for number in range(1, len(part) + 1)]
    days = [commitment.deadline.latest for commitment in note.commitments if commitment.deadline]
    known = [day for day in days if day]
    assert known == sorted(known)


def _check_nothing_lost(note: Note, briefs: dict[str, list[Brief]]) -> None:
    cited = {
        (citation.source, citation.item)
        for commitment in note.commitments
        for number in commitment.cites
        if (citation := note.citation(number))
    }
    for source in note.sources:
        if source.status == "used" and source.sha256:
            for commitment in briefs[source.sha256][0].commitments:
                assert (source.id, commitment.id) in cited


def essence(note: Note) -> dict[str, Any]:
    """All of a note but when and how it came about."""
    return note.model_dump(exclude={"provenance"})
