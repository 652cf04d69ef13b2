"""The sources of a note in order, and which of them are there twice."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.note.casing import in_normal_case
from summariser.note.grouping import WordIndex
from summariser.note.passages import Passages
from summariser.note.words import fold, number_readings
from summariser.schemas.note import NoteSource

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date as Date

    from summariser.documents import Document
    from summariser.schemas import Brief, Span
    from summariser.schemas.brief import Commitment, Context, Party, Quote
    from summariser.schemas.note import SourceStatus

__all__ = ["Failure", "Source", "find_duplicates", "order_sources", "source_entries"]

_SHINGLE: Final = 4  # words
_FEWEST_SHINGLES: Final = 12  # of which less could be alike by chance
_SKETCH: Final = 16
_ALIKE: Final = 0.85
_SAME_NEWS_DAYS: Final = 31
_RECORD: Final = re.compile(
    r"\b(?:minutes|summary|record|report|transcript)\s+of\s+(?:the|a|its)\b[^.]{0,60}\b(?:meeting|sitting|session|hearing)",
    re.IGNORECASE,
)
_HEAD: Final = 300  # characters in which the head of a document begins


@dataclass(frozen=True)
class Failure:
    """A document that could not be read, or of which no brief could be made.

    Attributes:
        name: Its name as the user gave it.
        reason: Why, without any of its text.
    """

    name: str
    reason: str


@dataclass(frozen=True, eq=False)
class Source:
    """A document with its brief.

    Attributes:
        id: "s1" for the newest.
        brief: Its brief.
    """

    id: str
    brief: Brief

    @cached_property
    def date(self) -> Date | None:
        """The document's own date, or the day of the event of which it says at its head that it is the record."""
        return date_of(self.brief)

    @property
    def document(self) -> Document | None:
        """The document itself, where it is at hand."""
        return self.brief.document

    @property
    def age(self) -> int:
        """Orders sources from the oldest to the newest; undated ones come first."""
        return self.date.toordinal() if self.date else 0

    @cached_property
    def passages(self) -> Passages:
        """Finds what stands around a span of it."""
        return Passages(self.document, (span for item in self.items for span in item.evidence))

    @cached_property
    def items(self) -> list[Party | Commitment | Context | Quote]:
        """All that the brief holds, parties last."""
        return [*self.brief.commitments, *self.brief.context, *self.brief.quotes, *self.brief.parties]

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Runs of words in the evidence of everything but parties."""
        told = self.items[: len(self.items) - len(self.brief.parties)]
        spans = {(span.start, span.end): span for item in told for span in item.evidence}
        return frozenset(run for key in sorted(spans) for run in _runs(spans[key]))


def _runs(span: Span) -> list[str]:
    words = fold(span.text).split()
    return [" ".join(words[at : at + _SHINGLE]) for at in range(max(0, len(words) - _SHINGLE + 1))]


def date_of(brief: Brief) -> Date | None:
    """The date of a brief's document, or else the day of the event that its first lines are the record of.

    The record of a sitting, a meeting, a ceremony often has no date but that. One that refers to several days, to a
    month or to a day further down tells nothing of its own.
    """
    info = brief.provenance.document
    if info.date is not None or not brief.context:
        return info.date
    first = brief.context[0]
    when = first.date
    record = len(first.evidence) > 1 or _RECORD.search(first.statement)
    at_head = record and first.evidence[0].start <= _HEAD
    if not at_head or first.kind != "event" or when is None or when.latest is None or when.earliest != when.latest:
        return None
    return when.latest


def order_sources(briefs: Sequence[Brief]) -> list[Source]:
    """Number the sources from the newest to the oldest, undated ones last, whatever order they come in."""

    def rank(brief: Brief) -> tuple[bool, int, str, str, str]:
        info = brief.provenance.document
        content = brief.model_dump_json(exclude={"provenance"})
        date = date_of(brief)
        newest = -date.toordinal() if date else 0
        return date is None, newest, info.name, info.sha256, hashlib.sha256(content.encode()).hexdigest()

    return [Source(f"s{number}", brief) for number, brief in enumerate(sorted(briefs, key=rank), 1)]


def find_duplicates(sources: Sequence[Source]) -> dict[str, str]:
    """Find sources that are there twice.

    A source repeats another where it is the same file, or where the passages its brief rests on are nearly all in the
    other's, with the same numbers, and both are of about the same time. The older one is kept.

    Args:
        sources: All sources in order.

    Returns:
        For each source that repeats another, the reason.
    """
    index = WordIndex()
    kept: list[Source] = []
    by_digest: dict[str, Source] = {}
    found: dict[str, str] = {}
    # The oldest first; undated ones last. Reversed ties, so that of equal ones the first in order is kept.
    for source in sorted(sources, key=lambda one: (one.date is None, one.age)):
        digest = source.brief.provenance.document.sha256
        twin = by_digest.get(digest)
        if twin is not None:
            found[source.id] = f"the same file as {twin.id}"
            continue
        sketch = sorted(source.shingles, key=_hash)[:_SKETCH]
        twin = next((kept[at] for at in index.candidates(sketch) if _repeats(source, kept[at])), None)
        if twin is not None:
            found[source.id] = f"nearly the same text as {twin.id}"
            continue
        by_digest[digest] = source
        index.add(len(kept), sketch)
        kept.append(source)
    return found


def _hash(run: str) -> bytes:
    return hashlib.blake2b(run.encode(), digest_size=8).digest()


def _repeats(source: Source, other: Source) -> bool:
    ours, theirs = source.shingles, other.shingles
    if min(len(ours), len(theirs)) < _FEWEST_SHINGLES:
        return False
    shared = len(ours & theirs)
    if shared < _ALIKE * max(len(ours), len(theirs)):
        return False
    if source.date and other.date and abs(source.age - other.age) > _SAME_NEWS_DAYS:
        return False
    return _numbers(source) == _numbers(other)


def _numbers(source: Source) -> frozenset[tuple[str, str]]:
    texts = {span.text for item in source.items for span in item.evidence}
    return frozenset(reading for text in texts for reading in number_readings(text))


def source_entries(
    sources: Sequence[Source],
    duplicates: Mapping[str, str],
    irrelevant: Mapping[str, str],
    failed: Collection[Failure] = (),
) -> list[NoteSource]:
    """What the note says of each source; those that failed come last, by name."""
    entries = []
    for source in sources:
        info, coverage = source.brief.provenance.document, source.brief.coverage
        status: SourceStatus = (
            "duplicate" if source.id in duplicates else "irrelevant" if source.id in irrelevant else "used"
        )
        entries.append(
            NoteSource(
                id=source.id,
                name=info.name,
                title=in_normal_case(source.brief.title) or None,
                date=source.date,
                date_source=info.date_source if info.date or not source.date else "first lines",
                outlet=info.outlet,
                author=info.author,
                url=info.url,
                sha256=info.sha256,
                status=status,
                reason=duplicates.get(source.id) or irrelevant.get(source.id),
                warnings=list(coverage.warnings),
            )
        )
    for number, failure in enumerate(sorted(set(failed), key=lambda one: (one.name, one.reason)), len(entries) + 1):
        entries.append(NoteSource(id=f"s{number}", name=failure.name, status="failed", reason=failure.reason))
    return entries
