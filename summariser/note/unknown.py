"""What a reader would want to know and no source tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summariser.grounding.wordforms import stem
from summariser.note.timeline import OPEN
from summariser.note.words import content_stems
from summariser.schemas.note import Unknown, UnknownKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.schemas.note import NoteCommitment, NoteQuote, NoteSource

__all__ = ["find_unknown"]

_OF_MONEY: Final = frozenset(
    map(stem, "pay fund finance invest lend grant donate contribute reimburse compensate subsidise subsidize".split())
)
_SAID_OF_MANY: Final[dict[UnknownKind, str]] = {
    "deadline": "Of {count} commitments no source says by when they are due",
    "amount": "Of {count} commitments to pay no source says how much",
    "party": "Of {count} commitments no source names who is bound",
    "speaker": "Of {count} quotes no source names the speaker",
    "date": "{count} sources have no date",
    "coverage": "{count} sources were not read whole",
    "source": "{count} sources could not be read",
}
_FEW: Final = {"short": 5, "long": 25}


def find_unknown(
    commitments: Sequence[NoteCommitment],
    quotes: Sequence[NoteQuote],
    book: PartyBook,
    used: Sequence[Source],
    entries: Sequence[NoteSource],
    *,
    length: str,
) -> list[Unknown]:
    """Find what is not known: deadlines, amounts, who is bound, who speaks, dates of sources, parts that were not read.

    Args:
        commitments: Of the note.
        quotes: Of the note.
        book: The parties.
        used: The sources that are used.
        entries: All sources as the note lists them.
        length: "short" puts several of a kind into one line sooner.
    """
    found: list[Unknown] = []
    open_ones = [commitment for commitment in commitments if commitment.status in OPEN]
    for commitment in open_ones:
        about = {"items": [commitment.id], "cites": list(commitment.cites)}
        what = f"{commitment.action}{_who(commitment, book)}"
        if commitment.deadline is None:
            found.append(Unknown(kind="deadline", text=f"By when is not said: {what}", **about))
        elif not (commitment.deadline.earliest or commitment.deadline.latest):
            words = f"“{commitment.deadline.text}”"
            found.append(Unknown(kind="deadline", text=f"Which day {words} means is not said: {what}", **about))
        if commitment.amount is None and content_stems(commitment.action) & _OF_MONEY and not _has_digit(commitment):
            found.append(Unknown(kind="amount", text=f"How much is not said: {what}", **about))
        if not _is_named(commitment, book):
            found.append(Unknown(kind="party", text=f"Who exactly is bound is not said: {what}", **about))
    found += [
        Unknown(kind="speaker", text="The speaker of a quote is not named", items=[quote.id], cites=list(quote.cites))
        for quote in quotes
        if quote.speaker is None
    ]
    names = {entry.id: entry.name for entry in entries}
    found += [
        Unknown(kind="date", text=f"No date is known of {names[source.id]}", items=[source.id])
        for source in used
        if source.date is None
    ]
    found += [unread for source in used if (unread := _unread(source, names[source.id]))]
    found += [
        Unknown(kind="source", text=f"{entry.name} could not be read: {entry.reason}", items=[entry.id])
        for entry in entries
        if entry.status == "failed"
    ]
    return list(_gathered(found, _FEW.get(length, _FEW["short"])))


def _who(commitment: NoteCommitment, book: PartyBook) -> str:
    names = ", ".join(book.parties[party].name for party in commitment.by)
    return f" ({names})" if names else ""


def _has_digit(commitment: NoteCommitment) -> bool:
    return any(char.isdigit() for char in commitment.action)


def _is_named(commitment: NoteCommitment, book: PartyBook) -> bool:
    """Whether one of the bound has a name and not only a description in small letters."""
    return any(not book.parties[party].name.islower() for party in commitment.by)


def _unread(source: Source, name: str) -> Unknown | None:
    lost = [chunk for chunk in source.brief.coverage.chunks if chunk.status in ("failed", "truncated")]
    if not lost:
        return None
    characters = sum(chunk.end - chunk.start for chunk in lost)
    text = f"{name}: {characters:,} of {source.brief.coverage.characters:,} characters were not read"
    return Unknown(kind="coverage", text=text, items=[source.id])


def _gathered(found: Sequence[Unknown], few: int) -> Iterable[Unknown]:
    """The same, with one line for all of a kind where there are many."""
    for kind in dict.fromkeys(unknown.kind for unknown in found):
        same = [unknown for unknown in found if unknown.kind == kind]
        if len(same) <= few:
            yield from same
            continue
        items = list(dict.fromkeys(item for unknown in same for item in unknown.items))
        cites = list(dict.fromkeys(number for unknown in same for number in unknown.cites))
        yield Unknown(kind=kind, text=_SAID_OF_MANY[kind].format(count=len(items)), items=items, cites=cites)
