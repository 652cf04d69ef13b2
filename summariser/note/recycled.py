"""Whether a commitment is new, or an older source holds it already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.commitments import Row
    from summariser.note.tellings import Telling
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["HOLDING", "settle_status"]

HOLDING: Final = frozenset({"new", "reaffirmed", "earlier"})
"""Statuses under which somebody is bound."""

_ENDED: Final = frozenset({"declined", "withdrawn", "fulfilled"})
_SAME_EVENT_DAYS: Final = 3  # papers of the next days report the same event
_STALE_DAYS: Final = 365
_SILENT_DAYS: Final = 31  # after which what was due in the meantime is no news
# Of sources of one day, or of none, the one that knows more counts.
_KNOWS_MORE: Final = ("withdrawn", "fulfilled", "declined", "reaffirmed", "earlier", "new", "proposed")


def settle_status(row: Row, first: int = 0, last: int = 0) -> tuple[CommitmentStatus, list[Telling]]:
    """The status of a commitment over all its sources, and the older ones that prove it is not new.

    The newest source decides. What it tells as new is `reaffirmed` where a source more than three days older has
    somebody bound to it; what was only proposed before and is promised now is new. What an older source tells as
    withdrawn, refused or done stays so where the newest only looks back. What no source tells any more since a year, or
    since its day has passed, is `earlier`.

    Args:
        row: The commitment, its newest telling first.
        first: Age of the oldest source of the note.
        last: Age of the newest source of the note.

    Returns:
        The status, and the tellings of older sources that hold it, the oldest first.
    """
    telling_of_it = [telling for telling in row.tellings if telling.status is not None]
    dated = [telling for telling in telling_of_it if telling.source.date]
    if not dated:
        return _of_equals(telling_of_it), []
    day = dated[0].source.age
    newest = [telling for telling in dated if telling.source.age == day]
    status = _of_equals(newest)
    older = [telling for telling in reversed(dated) if telling.source.age < day]
    if status == "earlier":
        ended = [telling for telling in older if telling.status in _ENDED]
        if ended:
            return ended[-1].status or status, []
    holding = [telling for telling in older if telling.status in HOLDING]
    if status == "reaffirmed" and not holding and day > first > 0 and not any(telling.again for telling in newest):
        status = "new"  # neither its own words nor an older source bear it out
    if status == "new":
        holding = [telling for telling in holding if day - telling.source.age > _SAME_EVENT_DAYS]
        if not holding and _is_stale(dated, day, last):
            return "earlier", dated
        return ("reaffirmed" if holding else "new"), holding
    return status, holding if status in HOLDING else []


def _is_stale(dated: Sequence[Telling], day: int, last: int) -> bool:
    """Whether newer sources are silent on something told long ago, or due since."""
    due = [telling.deadline.latest for telling in dated if telling.deadline and telling.deadline.latest]
    passed = bool(due) and max(due).toordinal() < last
    return last - day > _STALE_DAYS or (passed and last - day > _SILENT_DAYS)


def _of_equals(tellings: Sequence[Telling]) -> CommitmentStatus:
    told = [telling.status for telling in tellings if telling.status is not None]
    return min(told, key=_KNOWS_MORE.index)
