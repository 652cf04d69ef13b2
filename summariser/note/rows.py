"""The table of commitments: one row for each, whoever tells of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summariser.note.acts import FAINT, act_words
from summariser.note.differences import same_sums
from summariser.note.recycled import settle_status
from summariser.note.signals import main_clause
from summariser.note.timeline import OPEN, when_key
from summariser.note.words import one_line
from summariser.schemas.note import NoteCommitment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date as Date

    from summariser.note.citations import CitationBook
    from summariser.note.commitments import Row
    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.note.tellings import Telling
    from summariser.schemas.brief import DateRange

__all__ = ["make_rows"]

_RICH_ENOUGH: Final = 0.6  # of the words of the richest wording
_FAINT: Final = 0.4
_NO_CLAUSE: Final = re.compile(r"(?:the|an?|its|their|his|her|our|at|in|on|no)\b|\d")
_LEFT_OPEN: Final = re.compile(r"\b(?:it|them|they|this|these|remaining|rest)\b")
_LONGEST_ACTION: Final = 40  # words


def make_rows(
    rows: Sequence[Row], sources: Sequence[Source], book: PartyBook, citations: CitationBook, as_of: Date
) -> list[tuple[NoteCommitment, Row]]:
    """Make the table.

    Args:
        rows: The commitments with their tellings.
        sources: The sources that are used.
        book: The parties.
        citations: Gives the numbers.
        as_of: The day that overdue is reckoned from.

    Returns:
        The commitments by deadline, undated ones last, each with its tellings.
    """
    ages = sorted(source.age for source in sources if source.date)
    span = (ages[0], ages[-1]) if ages else (0, 0)
    made = [(_commitment(row, book, citations, as_of, span), row) for row in rows]
    made.sort(key=lambda pair: (when_key(pair[0].deadline), -pair[1].newest.source.age, pair[0].action))
    for number, (commitment, _) in enumerate(made, 1):
        commitment.id = f"c{number}"
    return made


def _commitment(
    row: Row, book: PartyBook, citations: CitationBook, as_of: Date, span: tuple[int, int]
) -> NoteCommitment:
    told = row.tellings
    status, proof = settle_status(row, *span)
    deadline = _deadline(told)
    open_still = status in OPEN
    amount = _first(told, lambda telling: telling.amount)
    clearest = _clearest(told, amount)
    if amount and not same_sums(clearest.action, amount):
        amount = clearest.amount  # the other one stands among the differences
    return NoteCommitment(
        id="c0",
        by=_bound(told, book),
        to=list(dict.fromkeys(party for telling in told for party in telling.to)),
        action=_acted(clearest),
        status=status,
        deadline=deadline,
        overdue=bool(open_still and deadline and deadline.latest and deadline.latest < as_of),
        condition=_first(told, lambda telling: telling.condition),
        amount=one_line(amount) if amount else None,
        sources=list(dict.fromkeys(telling.source.id for telling in told)),
        cites=_cited(told, citations),
        proof=_cited(proof, citations),
    )


def _cited(tellings: Iterable[Telling], citations: CitationBook) -> list[int]:
    numbers = (n for telling in tellings for item in telling.items for n in citations.cite(telling.source, item))
    return list(dict.fromkeys(numbers))


def _bound(told: Sequence[Telling], book: PartyBook) -> list[str]:
    """All that are bound; an official only where no source names the body it acts for.

    Where a source names them beside the act, others that a source has bound by the way are not.
    """
    naming = [telling for telling in told if telling.named and telling.by]
    fewest = min((set(telling.by) for telling in told if telling.by), key=len, default=set())
    if not naming and all(fewest <= set(telling.by) for telling in told if telling.by):
        naming = [telling for telling in told if set(telling.by) == fewest]
    told = naming or told
    every = list(dict.fromkeys(party for telling in told for party in telling.by))
    together = [set(telling.by) for telling in told]
    return [
        party
        for party in every
        if not any(
            chief in every and not any({party, chief} <= named for named in together)
            for chief in book.with_chiefs([party]) - {party}
        )
    ]


def _clearest(told: Sequence[Telling], amount: str | None) -> Telling:
    """The newest wording that says nearly as much as the richest, and names no other sum than the row."""
    named = [telling for telling in told if telling.direct] or list(told)
    fitting = [telling for telling in named if not amount or same_sums(telling.action, amount)] or named
    short = [telling for telling in fitting if len(telling.action.split()) <= _LONGEST_ACTION] or fitting
    clear = [telling for telling in short if _is_clear(telling)] or short
    richest = max(map(_says, clear))
    return next(telling for telling in clear if _says(telling) >= _RICH_ENOUGH * richest)


def _says(telling: Telling) -> float:
    """How much an act says by itself."""
    words = set(act_words(main_clause(telling.action)))
    return sum(_FAINT if word in FAINT else 1.0 for word in words)


def _is_clear(telling: Telling) -> bool:
    """Whether an act is a clause that does not leave to guess of what it speaks: not "finish the remaining nine"."""
    action = main_clause(telling.action)
    return action[:1].islower() and not _NO_CLAUSE.match(action) and not _LEFT_OPEN.search(action)


def _acted(telling: Telling) -> str:
    """The act without what hangs on it; its condition stands by itself."""
    return main_clause(one_line(telling.action))


def _deadline(told: Sequence[Telling]) -> DateRange | None:
    """The deadline in the newest source that gives one; days that can be told go before words alone."""
    given = [telling.deadline for telling in told if telling.deadline]
    exact = [deadline for deadline in given if deadline.earliest or deadline.latest]
    return next(iter(exact or given), None)


def _first(told: Sequence[Telling], field: Callable[[Telling], str | None]) -> str | None:
    words = next((value for telling in told if (value := field(telling))), None)
    return one_line(words) if words else None
