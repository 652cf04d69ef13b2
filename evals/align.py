"""Which predicted item stands for which gold item: the best one-to-one assignment, items left over where none fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["assign"]

# Similarities are compared in steps of 1/10,000, so that rounding errors of sums never decide.
_STEPS = 10_000
_PREFERENCE_STEPS = 1_000
_FAR = 1 << 62


def assign(
    similarity: Sequence[Sequence[float]],
    *,
    floor: float,
    preference: Sequence[Sequence[float]] | None = None,
) -> list[tuple[int, int]]:
    """The one-to-one assignment with the greatest sum of similarity above the floor.

    A pair gains what its similarity exceeds the floor by, an item left alone gains nothing. So a good pair is never
    broken up to make two poor ones. Pairs at or above the floor are made rather than not. Among assignments that gain
    the same, the one with the greatest sum of preference is taken, then the one that keeps to the order of the items.

    Written here because importing an optimiser takes longer than assigning every item of a data set: the pairs at or
    above the floor fall into many small groups, and each is solved by itself in O(n²m).

    Args:
        similarity: A row per gold item, a column per prediction, each entry 0 to 1.
        floor: The least similarity of a pair, 0 to 1.
        preference: Breaks ties; same shape, each entry 0 to 1.

    Returns:
        Pairs (row, column), ordered by row.
    """
    columns = len(similarity[0]) if similarity else 0
    unit = min(len(similarity), columns) * _PREFERENCE_STEPS + 1
    gains: dict[int, dict[int, int]] = {}
    for row, values in enumerate(similarity):
        allowed = {
            column: (1 + round((value - floor) * _STEPS)) * unit
            + (round(preference[row][column] * _PREFERENCE_STEPS) if preference else 0)
            for column, value in enumerate(values)
            if value >= floor
        }
        if allowed:
            gains[row] = allowed
    pairs: list[tuple[int, int]] = []
    for rows, group in _groups(gains):
        if len(rows) == 1:
            row = rows[0]
            pairs.append((row, max(group, key=lambda column: (gains[row][column], -column))))
        else:
            pairs.extend(_solve(rows, group, gains))
    return sorted(pairs)


def _groups(gains: dict[int, dict[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that are joined by pairs, group by group."""
    by_column: dict[int, list[int]] = {}
    for row, allowed in gains.items():
        for column in allowed:
            by_column.setdefault(column, []).append(row)
    seen: set[int] = set()
    for first in gains:
        if first in seen:
            continue
        seen.add(first)
        rows, columns, waiting = [], set[int](), [first]
        while waiting:
            row = waiting.pop()
            rows.append(row)
            for column in gains[row].keys() - columns:
                columns.add(column)
                waiting.extend(other for other in by_column[column] if other not in seen)
                seen.update(by_column[column])
        yield sorted(rows), sorted(columns)


def _solve(rows: list[int], columns: list[int], gains: dict[int, dict[int, int]]) -> list[tuple[int, int]]:
    """Solve one group by shortest augmenting paths (Kuhn 1955, Munkres 1957) in whole numbers."""
    if len(rows) <= len(columns):
        cost = [[-gains[row].get(column, 0) for column in columns] for row in rows]
        chosen = _shortest_paths(cost)
        pairs = [(rows[i], columns[j]) for i, j in chosen]
    else:
        cost = [[-gains[row].get(column, 0) for row in rows] for column in columns]
        chosen = _shortest_paths(cost)
        pairs = [(rows[j], columns[i]) for i, j in chosen]
    return [(row, column) for row, column in pairs if column in gains[row]]


def _shortest_paths(cost: list[list[int]]) -> list[tuple[int, int]]:
    """Give each row a column of its own at the least total cost; there are no fewer columns than rows."""
    height, width = len(cost), len(cost[0])
    row_price = [0] * height
    column_price = [0] * (width + 1)
    holder = [-1] * (width + 1)  # the row that holds a column; column `width` is where each row starts from
    for start in range(height):
        holder[width] = start
        column = width
        distance = [_FAR] * width
        came_from = [width] * width
        reached = [width]
        waiting = list(range(width))
        while holder[column] >= 0:
            row = holder[column]
            price = row_price[row]
            for other in waiting:
                length = cost[row][other] - price - column_price[other]
                if length < distance[other]:
                    distance[other] = length
                    came_from[other] = column
            nearest = min(waiting, key=distance.__getitem__)
            step = distance[nearest]
            for other in reached:
                row_price[holder[other]] += step
                column_price[other] -= step
            for other in waiting:
                distance[other] -= step
            waiting.remove(nearest)
            reached.append(nearest)
            column = nearest
        while column != width:
            previous = came_from[column]
            holder[column] = holder[previous]
            column = previous
    return [(row, column) for column, row in enumerate(holder[:width]) if row >= 0]
