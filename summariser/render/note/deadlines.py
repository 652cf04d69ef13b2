"""The deadlines of a note as a calendar."""

from __future__ import annotations

import hashlib
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from summariser.render.note.extras import need
from summariser.render.note.gather import OPEN
from summariser.render.note.rows import commitment_rows
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from summariser.render.note.rows import CommitmentRow
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note, NoteCommitment

__all__ = ["deadlines_ics"]

_LONGEST_SUMMARY = 200


def deadlines_ics(note: Note, style: Style) -> str:
    """The deadlines of open commitments as an iCalendar file.

    Args:
        note: The note.
        style: The house style.

    Returns:
        One all-day event on the last day of each deadline that is known. Its identifier rests on who owes whom what,
        so that a calendar takes a moved deadline for the same event.

    Raises:
        SettingsError: The library is not installed.
    """
    need("icalendar", "note", "a calendar")
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//summariser//briefing note//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(note.title) or "Briefing note")
    created = note.provenance.created
    stamp = (created if created.tzinfo else created.replace(tzinfo=UTC)).astimezone(UTC)
    taken: dict[str, int] = {}
    for commitment, row in commitment_rows(note, style):
        if commitment.status not in OPEN or row.latest is None:
            continue
        event = Event()
        event.add("uid", _identifier(row, taken))
        event.add("dtstamp", stamp)
        event.add("dtstart", row.latest)
        event.add("dtend", row.latest + timedelta(days=1))
        event.add("summary", f"{row.who}: {row.what}"[:_LONGEST_SUMMARY])
        event.add("description", _description(commitment, row))
        event.add("categories", [row.status])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _identifier(row: CommitmentRow, taken: dict[str, int]) -> str:
    digest = hashlib.sha256("\0".join([row.who, row.to_whom, row.what]).encode()).hexdigest()[:32]
    taken[digest] = taken.get(digest, 0) + 1
    suffix = f"-{taken[digest]}" if taken[digest] > 1 else ""
    return f"{digest}{suffix}@summariser.invalid"


def _description(commitment: NoteCommitment, row: CommitmentRow) -> str:
    lines = [
        f"To: {row.to_whom}" if row.to_whom else "",
        f"Deadline: “{row.deadline}”" if row.deadline else "",
        f"Condition: {row.condition}" if row.condition else "",
        f"Amount: {row.amount}" if row.amount else "",
        f"Status: {row.status}" + (", overdue" if commitment.overdue else ""),
        f"Sources: {row.sources}",
        row.evidence,
    ]
    return "\n".join(filter(None, lines))
