"""The commitments of a note as plain rows, for tables and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.render.note.blocks import plain
from summariser.render.note.gather import NOT_NAMED, Gatherer, sorted_commitments
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from datetime import date

    from summariser.render.note.style import Style
    from summariser.schemas.note import Note, NoteCommitment

__all__ = ["HEADINGS", "CommitmentRow", "commitment_rows"]

HEADINGS = (
    "No.", "Who", "To whom", "What", "By when (latest)", "Not before", "Deadline in the source’s words", "Mark",
    "Condition", "Amount", "Status", "Sources", "Evidence", "Made before",
)  # fmt: skip
"""The headings of the columns, in the order of a row."""


class CommitmentRow(NamedTuple):
    """One commitment; all text on one line, empty where unknown."""

    number: int
    who: str
    to_whom: str
    what: str
    latest: date | None
    earliest: date | None
    deadline: str
    mark: str
    condition: str
    amount: str
    status: str
    sources: str
    evidence: str
    proof: str


def commitment_rows(note: Note, style: Style) -> list[tuple[NoteCommitment, CommitmentRow]]:
    """Every commitment with its row, by deadline; nothing is left out of a short note either."""
    gatherer = Gatherer(note, style)
    return [
        (commitment, _row(gatherer, commitment, number))
        for number, commitment in enumerate(sorted_commitments(note), start=1)
    ]


def _row(gatherer: Gatherer, commitment: NoteCommitment, number: int) -> CommitmentRow:
    deadline = commitment.deadline
    mark = "Overdue" if commitment.overdue else "" if deadline and (deadline.latest or deadline.earliest) else "No date"
    return CommitmentRow(
        number=number,
        who=gatherer.names(commitment.by) or NOT_NAMED,
        to_whom=gatherer.names(commitment.to),
        what=clean(commitment.action),
        latest=deadline.latest if deadline else None,
        earliest=deadline.earliest if deadline else None,
        deadline=clean(deadline.text) if deadline else "",
        mark=mark,
        condition=clean(commitment.condition or ""),
        amount=clean(commitment.amount or ""),
        status=commitment.status.capitalize(),
        sources="; ".join(
            f"{gatherer.source_tag(source)} {gatherer.source_label(source)}, {gatherer.source_day(source)}"
            for source in commitment.sources
        ),
        evidence=_quoted(gatherer, commitment.cites),
        proof=_quoted(gatherer, commitment.proof),
    )


def _quoted(gatherer: Gatherer, numbers: list[int]) -> str:
    """The cited words with number and source."""
    entries = filter(None, map(gatherer.entry, dict.fromkeys(numbers)))
    return " ".join(f"[{entry.number}] “{entry.span}” ({plain(entry.source)})" for entry in entries)
