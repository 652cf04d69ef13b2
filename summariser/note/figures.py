"""Figures on which sources differ though they are of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summariser.note.grouping import group_alike
from summariser.note.measures import Measure, measures_of
from summariser.note.words import dice, fold, marks_of, one_line, shared_part
from summariser.schemas.note import Difference, Wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.commitments import Row
    from summariser.note.facts import Fact

__all__ = ["figure_differences"]

_LONGEST_ABOUT: Final = 120
_SAME_SUM: Final = 0.42  # where both are sums of one currency, or shares
_SAME_THING: Final = 0.25  # where both count the same things: passengers, doses
_SAME_PART: Final = 0.5  # of the words of the shorter clause, where both measure the same
_MOST_TIMES: Final = 8
_FEWEST_SHARED: Final = 2  # words
_SAME_TIME_DAYS: Final = 60  # in which what is under way has hardly moved


def figure_differences(
    facts: Sequence[tuple[str, Fact]],
    rows: Sequence[tuple[str, Row]],
    names: Collection[str],
    citations: CitationBook,
) -> list[Difference]:
    """Numbers on which sources differ though they state the same fact, or tell the same commitment.

    Args:
        facts: The facts of the note, dated or not, with their ids.
        rows: The commitments of the note with their ids.
        names: Names of the parties: one party may go by several.
        citations: Gives the numbers.

    Returns:
        The differences without ids.
    """
    told = [(number, telling) for number, (_, row) in enumerate(rows) for telling in row.tellings]
    row_of = {(telling.source.id, item.id): number for number, telling in told for item in telling.items}
    measures = [
        measure
        for number, telling in told
        for item in telling.items
        for measure in measures_of(telling.source, item, number)
    ]
    ids: dict[tuple[str, str], str] = {key: rows[number][0] for key, number in row_of.items()}
    for fact_id, fact in facts:
        for one in fact.statements:
            if ids.setdefault((one.source.id, one.item.id), fact_id) == fact_id:
                measures += measures_of(one.source, one.item)
    measures.sort(key=lambda one: (one.source.age, one.source.id, one.item.id))
    alone = _alone(measures)
    known = frozenset(word for name in names for word in fold(name).split())
    found = []
    for alike in group_alike(measures, _keys, lambda one, other: _same(one, other, alone, known)):
        group = _of_one_value(alike)
        groups = _by_value(group)
        if len(groups) < 2 or len({one.source.id for one in group}) < 2:
            continue
        items = list(dict.fromkeys(filter(None, (ids[one.source.id, one.item.id] for one in group))))
        wordings = [
            Wording(
                source=same[0].source.id,
                text=one_line(same[0].item.evidence[0].text),
                cites=list(dict.fromkeys(n for one in same for n in citations.cite(one.source, one.item))),
            )
            for same in groups
        ]
        found.append(Difference(id="d0", field="figure", about=_about(group), items=items, wordings=wordings))
    return found


def _keys(measure: Measure) -> frozenset[str]:
    return measure.words | {f"={measure.unit}", f"={measure.unit} {measure.thing}"}


def _alone(measures: Sequence[Measure]) -> frozenset[tuple[str, str]]:
    """Sources with a unit that they use for one value only."""
    values: dict[tuple[str, str], set[frozenset[tuple[str, str]]]] = {}
    for measure in measures:
        values.setdefault((measure.source.id, measure.unit), set()).add(measure.readings)
    return frozenset(key for key, found in values.items() if len(found) == 1)


def _same(one: Measure, other: Measure, alone: frozenset[tuple[str, str]], known: frozenset[str]) -> bool:
    """Whether two measures are of the same thing, told by different sources."""
    if one.source is other.source or one.unit != other.unit or one.thing != other.thing:
        return False  # a source that gives two numbers tells two facts
    if _of_other_rows(one, other) or _of_other_times(one, other) or not _comparable(one, other):
        return False
    named = one.names - known, other.names - known
    if named[0] and named[1] and named[0].isdisjoint(named[1]):
        return False
    return not marks_of(one.clause).clash(marks_of(other.clause)) and _alike(one, other, alone)


def _of_other_rows(one: Measure, other: Measure) -> bool:
    """Whether they belong to two commitments, or one to a commitment whose sum or measure is not that of a fact."""
    if one.row == other.row or one.of_capacity:
        return False
    return min(one.row, other.row) >= 0 or not one.thing


def _alike(one: Measure, other: Measure, alone: frozenset[tuple[str, str]]) -> bool:
    """Whether the words of two clauses say the same, as far as what they measure leaves it open."""
    if one.row == other.row >= 0:
        return bool(one.thing)  # sums and measures of a commitment are its amount
    if max(one.row, other.row) >= 0 and (one.progress or other.progress):
        return False  # how far a promise has come is no contradiction
    shared = len(one.words & other.words)
    likeness = dice(one.words, other.words)
    if one.thing or one.of_capacity:
        enough = shared >= _FEWEST_SHARED or (shared > 0 and (one.of_capacity or _of_same_time(one, other)))
        single = one.of_capacity and all((each.source.id, each.unit) in alone for each in (one, other))
        return single or (enough and likeness >= _SAME_THING)
    if one.is_measure:
        return shared > 0 and shared_part(one.words, other.words) >= _SAME_PART
    return one.progress == other.progress and shared >= _FEWEST_SHARED and likeness >= _SAME_SUM


def _comparable(one: Measure, other: Measure) -> bool:
    """Whether both are of one size: 320 passengers of a ship are not the 240,000 of a year."""
    low, high = sorted((one.value, other.value))
    return high <= _MOST_TIMES * low


def _of_other_times(one: Measure, other: Measure) -> bool:
    """Whether both are of different times, so that another number is no contradiction."""
    if one.calendar and other.calendar and one.calendar.isdisjoint(other.calendar):
        return True
    periods = one.period, other.period
    if periods[0] and periods[1]:
        return (periods[0].earliest, periods[0].latest) != (periods[1].earliest, periods[1].latest)
    if not (one.progress or other.progress):
        return False
    days = one.source.date, other.source.date
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > _SAME_TIME_DAYS


def _of_same_time(one: Measure, other: Measure) -> bool:
    periods = one.period, other.period
    return bool(periods[0] and periods[1]) and not _of_other_times(one, other)


def _of_one_value(group: Sequence[Measure]) -> list[Measure]:
    """The measures of the sources that give one value: from one that gives two nobody can tell which is meant."""
    values: dict[str, set[frozenset[tuple[str, str]]]] = {}
    for one in group:
        values.setdefault(one.source.id, set()).add(one.readings)
    return [one for one in group if len(values[one.source.id]) == 1]


def _by_value(group: Sequence[Measure]) -> list[list[Measure]]:
    groups: list[list[Measure]] = []
    for one in group:
        home = next((same for same in groups if not same[0].readings.isdisjoint(one.readings)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _about(group: Sequence[Measure]) -> str:
    """The shortest clause that states it."""
    line = one_line(min((one.clause for one in group), key=len)).rstrip(" .;,")
    return line if len(line) <= _LONGEST_ABOUT else line[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …"
