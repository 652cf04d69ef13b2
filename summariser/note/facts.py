"""Facts that several sources state become one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.note.grouping import group_alike
from summariser.note.words import content_stems, dice, marks_of, number_readings, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.sources import Source
    from summariser.schemas.brief import Context, ContextKind

__all__ = ["Fact", "Statement", "merge_facts"]

_SAME: Final = 0.7
_SAME_ON_ONE_DAY: Final = 0.5


@dataclass(frozen=True, eq=False)
class Statement:
    """A fact as one source states it.

    Attributes:
        source: The source.
        item: What its brief holds.
    """

    source: Source
    item: Context

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its words, without numbers and dates."""
        return content_stems(self.item.statement)

    @cached_property
    def numbers(self) -> frozenset[tuple[str, str]]:
        """Values with their units, those of its date excepted."""
        own = number_readings(self.item.statement)
        return own - number_readings(self.item.date.text) if self.item.date else own


@dataclass(frozen=True)
class Fact:
    """One fact with all statements of it.

    Attributes:
        statements: The newest source first.
    """

    statements: list[Statement]

    @property
    def text(self) -> str:
        """The statement of the newest source."""
        return one_line(self.statements[0].item.statement)

    @property
    def kind(self) -> ContextKind:
        """What most sources take it for."""
        return Counter(statement.item.kind for statement in self.statements).most_common(1)[0][0]

    @property
    def dated(self) -> Statement | None:
        """The statement with the most exact date that can be resolved."""
        known = [one for one in self.statements if one.item.date and (one.item.date.earliest or one.item.date.latest)]
        return min(known, key=_vagueness, default=None)

    @property
    def sources(self) -> list[str]:
        """Ids of its sources."""
        return list(dict.fromkeys(statement.source.id for statement in self.statements))


def _vagueness(statement: Statement) -> int:
    when = statement.item.date
    if when is None or when.earliest is None or when.latest is None:
        return 1_000_000
    return (when.latest - when.earliest).days


def merge_facts(sources: Sequence[Source]) -> list[Fact]:
    """The context of all sources, each fact once.

    Statements are of one fact where their words are nearly the same and numbers and days do not differ.

    Args:
        sources: The sources that are used, the newest first.

    Returns:
        The facts; those that most sources state come first, then those of the newest source.
    """
    statements = [Statement(source, item) for source in sources for item in source.brief.context]
    groups = group_alike(statements, lambda one: one.words, _same)
    facts = [Fact(group) for group in groups]
    return sorted(facts, key=lambda fact: -len(fact.sources))


def _same(one: Statement, other: Statement) -> bool:
    mine, theirs = one.item.date, other.item.date
    likeness = dice(one.words, other.words)
    if likeness < _SAME_ON_ONE_DAY or marks_of(one.item.statement).clash(marks_of(other.item.statement)):
        return False
    if one.numbers != other.numbers and not (one.numbers and other.numbers and one.numbers & other.numbers):
        return False
    if mine and theirs and (mine.earliest or mine.latest) and (theirs.earliest or theirs.latest):
        return (mine.earliest, mine.latest) == (theirs.earliest, theirs.latest)
    return likeness >= _SAME
