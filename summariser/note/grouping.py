"""Groups of things that are alike, found through their words, so that few pairs are ever compared."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

__all__ = ["UnionFind", "WordIndex", "group_alike"]

T = TypeVar("T")

_LONGEST_LIST = 48  # groups under one key, beyond which the key tells nothing
_MOST_CANDIDATES = 12


class UnionFind:
    """Joins numbers into groups.

    Args:
        count: The numbers are 0 to count - 1.
    """

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, number: int) -> int:
        """The least number of its group."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def union(self, one: int, other: int) -> None:
        """Join two groups."""
        one, other = self.find(one), self.find(other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)

    def groups(self) -> dict[int, list[int]]:
        """The members of each group, in order, by its least number."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.find(number)].append(number)
        return dict(found)


class WordIndex:
    """Finds the groups that share most words with something.

    Looking up takes time linear in the number of words: a list under a key that has grown too long is read only where
    no rarer key leads anywhere, and then in part.

    Args:
        weight: How much a key tells.

    Attributes:
        steps: Entries read so far.
    """

    def __init__(self, weight: Callable[[Hashable], float] = lambda _key: 1.0) -> None:
        self._lists: dict[Hashable, list[int]] = defaultdict(list)
        self._weight = weight
        self.steps = 0

    def add(self, group: int, keys: Iterable[Hashable]) -> None:
        """Enter a group under its keys; once under each."""
        for key in keys:
            entries = self._lists[key]
            if not entries or entries[-1] != group:
                entries.append(group)

    def candidates(self, keys: Collection[Hashable]) -> list[int]:
        """The groups that share most with these keys, the best first; a bounded number."""
        scores: dict[int, float] = defaultdict(float)
        known = sorted((key for key in keys if key in self._lists), key=lambda key: (len(self._lists[key]), str(key)))
        for key in known:
            entries = self._lists[key]
            if len(entries) > _LONGEST_LIST and scores:
                break
            for group in entries[:_LONGEST_LIST]:
                scores[group] += self._weight(key)
                self.steps += 1
        return sorted(scores, key=lambda group: (-scores[group], group))[:_MOST_CANDIDATES]


def group_alike(
    items: Sequence[T],
    keys: Callable[[T], Collection[Hashable]],
    alike: Callable[[T, T], bool],
    *,
    looked_at: int = 3,
) -> list[list[T]]:
    """Put items into groups, each item into the first group that it is like.

    Args:
        items: The items; their order decides.
        keys: Words or other keys, one of which two items that are alike share.
        alike: Whether two items are alike.
        looked_at: Members of a group that an item is compared with.

    Returns:
        The groups in the order of their first items.
    """
    index = WordIndex()
    groups: list[list[T]] = []
    for item in items:
        own = keys(item)
        for number in index.candidates(own):
            if any(alike(member, item) for member in groups[number][:looked_at]):
                groups[number].append(item)
                break
        else:
            groups.append([item])
            index.add(len(groups) - 1, own)
    return groups
