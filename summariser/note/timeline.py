"""The timeline: dated facts and the days by which something is due."""

from __future__ import annotations

from datetime import date as Date
from typing import TYPE_CHECKING

from summariser.note.recycled import HOLDING
from summariser.schemas.note import NoteCommitment, NoteEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.facts import Fact
    from summariser.schemas.brief import DateRange

__all__ = ["OPEN", "make_timeline", "when_key"]

OPEN = HOLDING | {"proposed"}
"""Statuses of a commitment that is still to be kept."""


def when_key(when: DateRange | None) -> tuple[Date, Date]:
    """Orders dates; what has none comes last."""
    if when is None:
        return Date.max, Date.max
    return when.latest or when.earliest or Date.max, when.earliest or when.latest or Date.max


def make_timeline(
    facts: Sequence[Fact], commitments: Iterable[NoteCommitment], names: Callable[[str], str], citations: CitationBook
) -> list[NoteEvent]:
    """Dated facts and deadlines, by date.

    Args:
        facts: Facts of which some are dated.
        commitments: The commitments of the note.
        names: Name of a party by its id.
        citations: Gives the numbers.
    """
    events = []
    for fact in facts:
        statement = fact.dated
        if statement is None or statement.item.date is None:
            continue
        cites = [number for one in fact.statements for number in citations.cite(one.source, one.item)]
        events.append(
            NoteEvent(
                id="e0",
                date=statement.item.date,
                text=fact.text,
                sources=fact.sources,
                cites=list(dict.fromkeys(cites)),
            )
        )
    for commitment in commitments:
        when = commitment.deadline
        if when is None or not (when.earliest or when.latest) or commitment.status not in OPEN:
            continue
        who = ", ".join(map(names, commitment.by))
        events.append(
            NoteEvent(
                id="e0",
                date=when,
                text=f"Due: {commitment.action}" + (f" ({who})" if who else ""),
                sources=list(commitment.sources),
                cites=list(commitment.cites),
            )
        )
    # By the first day of what has one, so that "2023 to 2025" comes where it begins.
    events.sort(key=lambda event: (event.date.earliest or event.date.latest or Date.max, when_key(event.date)))
    for number, event in enumerate(events, 1):
        event.id = f"e{number}"
    return events
