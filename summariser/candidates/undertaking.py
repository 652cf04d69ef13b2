"""One candidate commitment, before it is known who is meant and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["Undertaking"]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One candidate commitment.

    Attributes:
        sentence: Index of its sentence.
        start: First character of the clause that carries it.
        end: One past its last.
        action: (start, end) of what will be done.
        subject: (start, end) of the words for who is bound; empty where it is whoever speaks or issues the document.
        by: Names of the entities found in the subject, the first one the head.
        status: What the wording shows.
        condition: (start, end) of the words that make it depend on something, or None.
        group: True where the subject is a set defined elsewhere ("both sides", "they").
        lead: (start, end) of the words of the clause before its subject, or None.
        more: (start, end) of further passages that carry it, in order.
        negated: Whether it is an undertaking not to do what `action` says and "not" stands outside of it.
        personal: Whether the speaker binds himself ("I"), and not the body he speaks for.
        thing: Whether `action` names a thing ("a loan of $5 million") and no act.
        likely: Whether only its words make it likely and the grammar does not show it.
        asker: (start, end) of the words for who asked for what is refused, or None.
    """

    sentence: int
    start: int
    end: int
    action: tuple[int, int]
    subject: tuple[int, int]
    by: tuple[str, ...]
    status: CommitmentStatus
    condition: tuple[int, int] | None
    group: bool
    lead: tuple[int, int] | None = None
    more: tuple[tuple[int, int], ...] = ()
    negated: bool = False
    personal: bool = False
    thing: bool = False
    likely: bool = False
    asker: tuple[int, int] | None = None
