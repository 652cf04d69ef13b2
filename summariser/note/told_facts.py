"""Facts that have found their commitment, as tellings of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.note.signals import is_again
from summariser.note.tellings import Telling

if TYPE_CHECKING:
    from summariser.note.mention import Mention

__all__ = ["completed", "telling_of"]


def telling_of(mention: Mention, last: Telling) -> Telling:
    """A fact as the telling of a source that has the commitment nowhere else.

    Args:
        mention: The fact.
        last: What another source tells of the commitment.
    """
    return Telling(
        source=mention.source,
        items=(mention.item,),
        action=last.action,
        status=mention.status,
        deadline=mention.deadline,
        condition=None,
        amount=mention.amount,
        by=(),
        to=(),
        sides=last.sides,
        act=tuple(sorted(mention.clause or mention.words)),
        passage=mention.words,
        wider=mention.words,
        numbers=mention.numbers,
        named=False,
        sure=False,
        again=is_again(mention.passage.text),
        direct=False,
    )


def completed(telling: Telling, mention: Mention) -> Telling | None:
    """A telling with what a fact of its source adds; None where it adds nothing."""
    status = telling.status
    if mention.status in ("fulfilled", "withdrawn") and status in ("new", "reaffirmed", "earlier", "proposed", None):
        status = mention.status
    deadline = telling.deadline or mention.deadline
    amount = telling.amount or mention.amount
    if (status, deadline, amount) == (telling.status, telling.deadline, telling.amount):
        return None
    return replace(telling, items=(*telling.items, mention.item), status=status, deadline=deadline, amount=amount)
