"""Whether a commitment is new, or an older source holds it already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.commitments import Row, Telling
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["HOLDING", "settle_status"]

HOLDING: Final = frozenset({"new", "reaffirmed", "earlier"})
"""Statuses under which somebody is bound."""

_ENDED: Final = frozenset({"declined", "withdrawn", "fulfilled"})
_SAME_EVENT_DAYS: Final = 3  # papers of the next days report the same event
# Of sources of one day, or of none, the one that knows more counts.
_KNOWS_MORE: Final = ("withdrawn", "fulfilled", "declined", "reaffirmed", "earlier", "new", "proposed")


def settle_status(row: Row) -> tuple[CommitmentStatus, list[Telling]]:
    """The status of a commitment over all its sources, and the older ones that prove it is not new.

    The newest source decides. What it tells as new is `reaffirmed` where a source more than three days older has
    somebody bound to it; what was only proposed before and is promised now is new. What an older source tells as
    withdrawn, refused or done stays so where the newest only looks back.

    Args:
        row: The commitment, its newest telling first.

    Returns:
        The status, and the tellings of older sources that hold it, the oldest first.
    """
    dated = [telling for telling in row.tellings if telling.source.date]
    if not dated:
        return _of_equals(row.tellings), []
    day = dated[0].source.age
    status = _of_equals([telling for telling in dated if telling.source.age == day])
    older = [telling for telling in reversed(dated) if telling.source.age < day]
    if status == "earlier":
        ended = [telling for telling in older if telling.commitment.status in _ENDED]
        if ended:
            return ended[-1].commitment.status, []
    holding = [telling for telling in older if telling.commitment.status in HOLDING]
    if status == "new":
        holding = [telling for telling in holding if day - telling.source.age > _SAME_EVENT_DAYS]
        return ("reaffirmed" if holding else "new"), holding
    return status, holding if status in HOLDING else []


def _of_equals(tellings: Sequence[Telling]) -> CommitmentStatus:
    return min((telling.commitment.status for telling in tellings), key=_KNOWS_MORE.index)
