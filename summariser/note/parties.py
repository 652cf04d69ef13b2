"""Parties of several documents become one where their names say so."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.note.casing import in_normal_case
from summariser.note.grouping import UnionFind
from summariser.note.names import NameKeys, is_acronym, is_generic, keys_as_body, keys_of, offices_of
from summariser.note.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.note.sources import Source
    from summariser.schemas.brief import Party, PartyKind

__all__ = ["MergedParty", "PartyBook", "merge_parties"]

_MOST_CLAIMANTS = 8


@dataclass
class MergedParty:
    """One party under all its names.

    Attributes:
        id: "p1" for the one that takes part most.
        members: The party in each source, the newest source first.
        keys: Keys of all its names.
    """

    id: str
    members: list[tuple[Source, Party]]
    keys: list[NameKeys] = field(default_factory=list)
    represents: str | None = None

    @property
    def kind(self) -> PartyKind:
        """What most sources say it is."""
        return Counter(party.kind for _, party in self.members).most_common(1)[0][0]

    @property
    def name(self) -> str:
        """The fullest of its names."""
        own = [(keys.size, party.name) for (_, party), keys in zip(self.members, self.keys, strict=True)]
        fullest = max(size for size, _ in own)
        often = Counter(name for size, name in own if size == fullest)
        best = min(often, key=lambda name: (name.isupper(), -often[name], -len(name), name))
        if not best.isupper():
            return best
        # Set in capitals in a letterhead, perhaps not so in the text.
        every = [name for _, party in self.members for name in (party.name, *party.aliases)]
        written = next((name for name in every if fold(name) == fold(best) and not name.isupper()), None)
        return written or in_normal_case(best, every)

    @property
    def role(self) -> str | None:
        """Its role in the newest source that tells one."""
        return next((party.role for _, party in self.members if party.role), None)

    @property
    def names(self) -> list[str]:
        """All its names, the fullest first, each once."""
        every = [self.name]
        for _, party in self.members:
            every += [party.name, *party.aliases]
        return list(dict.fromkeys(every))

    @property
    def aliases(self) -> list[str]:
        """Its other names, without those that differ in case or marks only."""
        distinct = {fold(name): name for name in reversed(self.names)}
        distinct.pop(fold(self.name), None)
        return [name for name in self.names if distinct.get(fold(name)) == name]


class PartyBook:
    """The parties of a note, and which of them a party of one source is.

    Args:
        parties: The parties in order.
    """

    def __init__(self, parties: Iterable[MergedParty]) -> None:
        self.parties = {party.id: party for party in parties}
        self._ids = {
            (source.id, member.id): party.id for party in self.parties.values() for source, member in party.members
        }
        for party in self.parties.values():
            chiefs = (self.of(source, member.represents) for source, member in party.members)
            party.represents = next((chief for chief in chiefs if chief and chief != party.id), None)

    def of(self, source: Source, party_id: str | None) -> str | None:
        """The id in the note of a party of one source, or None where the source has no such party."""
        return self._ids.get((source.id, party_id)) if party_id else None

    def all_of(self, source: Source, party_ids: Iterable[str]) -> tuple[str, ...]:
        """The ids in the note, each once."""
        return tuple(dict.fromkeys(found for each in party_ids if (found := self.of(source, each))))

    def with_chiefs(self, party_ids: Iterable[str]) -> frozenset[str]:
        """These parties, and those they act for."""
        found: set[str] = set()
        for each in party_ids:
            current: str | None = each
            while current and current not in found:
                found.add(current)
                current = self.parties[current].represents
        return frozenset(found)


def merge_parties(sources: Sequence[Source]) -> PartyBook:
    """Find out which parties are the same.

    Full names count first, with titles, legal forms, order of words and diacritics folded away. A short form (surname,
    acronym, "the council", a ministry without its state) then joins the one party that can be meant; where two can, it
    stays alone. Two people of one surname with different first names never become one, nor do parties of two kinds.

    Args:
        sources: The sources that are used, in order.

    Returns:
        The parties; those that take part most come first.
    """
    nodes = [(source, party) for source in sources for party in source.brief.parties]
    merger = _Merger(nodes)
    merger.by_full_names()
    merger.by_short_names()
    merged = [
        MergedParty("", [nodes[at] for at in members], [merger.keys[at] for at in members])
        for members in merger.union.groups().values()
    ]
    weight = _part_taken(sources)
    merged.sort(key=lambda one: -sum(weight[source.id, party.id] for source, party in one.members))
    for number, party in enumerate(merged, 1):
        party.id = f"p{number}"
    return PartyBook(merged)


def _part_taken(sources: Sequence[Source]) -> Counter[tuple[str, str]]:
    """How often each party of a source is bound, is owed something, speaks or is acted for."""
    often: Counter[tuple[str, str]] = Counter()
    for source in sources:
        brief = source.brief
        for commitment in brief.commitments:
            often.update((source.id, party) for party in commitment.by for _ in range(2))
            often.update((source.id, party) for party in commitment.to)
        often.update((source.id, quote.speaker) for quote in brief.quotes if quote.speaker)
        often.update((source.id, party.represents) for party in brief.parties if party.represents)
    return often


class _Merger:
    """Joins nodes, one for each party of each source, by their keys."""

    def __init__(self, nodes: Sequence[tuple[Source, Party]]) -> None:
        keys = [keys_of(party) for _, party in nodes]
        bodies = {key for each in keys if each.kind == "body" for key in each.strong}
        self.keys = [keys_as_body(party, bodies) or own for (_, party), own in zip(nodes, keys, strict=True)]
        self._offices = [offices_of(party) for _, party in nodes]
        self.union = UnionFind(len(nodes))
        self._sources = [source.id for source, _ in nodes]
        self._people: dict[int, set[tuple[str, str]]] = {
            at: {keys.person} for at, keys in enumerate(self.keys) if keys.person
        }
        self._documents: dict[int, set[str]] = {at: {name} for at, name in enumerate(self._sources)}

    def by_full_names(self) -> None:
        """Join those that share a full name."""
        by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, keys in enumerate(self.keys):
            for key in keys.strong:
                by_key[keys.kind, key].append(at)
        for name in sorted(by_key):
            first, *rest = by_key[name]
            for at in rest:
                self._join(first, at)

    def by_short_names(self) -> None:
        """Join short forms with the one party that can be meant."""
        holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        claimants: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, keys in enumerate(self.keys):
            if keys.short:
                holders[keys.kind, keys.short].append(at)
            for key in keys.claims:
                if key != keys.short:
                    claimants[keys.kind, key].append(at)
        # Common nouns last: who "the council" is depends on which councils are one.
        for name in sorted(claimants.keys() | holders.keys(), key=lambda each: (is_generic(each[1]), each)):
            self._settle(name, holders.get(name, []), claimants.get(name, []))

    def _settle(self, name: tuple[str, str], holders: list[int], claimants: list[int]) -> None:
        if name[0] == "body" and not is_generic(name[1]):
            self._join_parts(claimants, fewest=1 if is_acronym(name[1]) else 2)
        held = {self.union.find(at) for at in holders}
        claimed = {self.union.find(at) for at in claimants} - held
        if len(claimed) > 1 and name[0] == "person":
            self._by_office(holders, claimants)
            return
        if len(claimed) == 1:
            meant = next(iter(claimed))
            for at in holders:
                if not self._side_by_side(at, meant):
                    self._join(meant, at)
        elif not claimed and name[0] == "person":
            for at in holders[1:]:
                self._join(holders[0], at)

    def _by_office(self, holders: list[int], claimants: list[int]) -> None:
        """Join bare surnames with the one of several bearers who has the same office."""
        for at in holders:
            same = {self.union.find(other) for other in claimants if self._offices[at] & self._offices[other]}
            if len(same) == 1 and not self._side_by_side(at, next(iter(same))):
                self._join(next(iter(same)), at)

    def _join_parts(self, claimants: list[int], *, fewest: int) -> None:
        """Join bodies that share a short form and of whose names one holds all the words of the other."""
        roots = sorted({self.union.find(at) for at in claimants})
        if not 1 < len(roots) <= _MOST_CLAIMANTS:
            return
        for number, one in enumerate(roots):
            for other in roots[number + 1 :]:
                bags = self.keys[one].bag, self.keys[other].bag
                contained = bags[0] < bags[1] or bags[1] < bags[0]
                if contained and min(map(len, bags)) >= fewest and not self._side_by_side(one, other):
                    self._join(one, other)

    def _side_by_side(self, one: int, other: int) -> bool:
        """Whether a document lists both as parties of their own."""
        return not self._documents[self.union.find(one)].isdisjoint(self._documents[self.union.find(other)])

    def _join(self, one: int, other: int) -> None:
        left, right = self.union.find(one), self.union.find(other)
        if left == right:
            return
        people = self._people.get(left, set()), self._people.get(right, set())
        if any(a != b and a[1] == b[1] for a in people[0] for b in people[1]):
            return
        self.union.union(left, right)
        root = self.union.find(left)
        self._people[root] = people[0] | people[1]
        self._documents[root] = self._documents[left] | self._documents[right]
