"""Numbers on which sources differ, in all their sentences: what remains when those that agree are set aside."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from summariser.grounding.units import MONEY_OR_SHARE
from summariser.note.acts import one_word
from summariser.note.claims import overlap, weight_of, wordings_of
from summariser.note.grouping import group_alike
from summariser.note.relations import ONE_MATTER, RELATED, Relations
from summariser.note.signals import is_part_done, is_to_come
from summariser.note.things import HUMAN, groups_of
from summariser.note.words import content_stems, fold, marks_of, one_line
from summariser.schemas.note import Difference

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.claims import Claim
    from summariser.note.counts import Count

__all__ = ["counting_differences"]

_MOST_TIMES: Final = 4
_TIMES: Final = 2.5  # beyond which less is of one size
_SAME_NUMBER: Final = 1.5  # words, which the same number is worth
_OF_ONE_SIZE: Final = 1.6  # where no word tells that both are of the same thing
_EXACT: Final = 13  # from which on the same number of whatever is the same fact
_BELOW: Final = re.compile(r"\b(?:fewer|less)\s+than\s+$|\b(?:under|below)\s+$", re.IGNORECASE)
_LOOKED_AT: Final = 60  # numbers of one kind in one source
_LONGEST_ABOUT: Final = 120
_ENOUGH: Final = 1.0
_SAME_WEEK_DAYS: Final = 10
_LONG_DAYS: Final = 180  # in which what is counted may have changed
_SAME_TIME_DAYS: Final = 60  # in which what is under way has hardly moved
_COMMON: Final = frozenset(
    map(
        one_word,
        content_stems("""people person worker employee staff member job vote year place part point thing way man woman
        child home house unit case share item day group company"""),
    )
)


def counting_differences(
    counts: Sequence[Count], relations: Relations, names: Collection[str], citations: CitationBook
) -> list[tuple[Difference, list[Claim]]]:
    """Numbers of one thing that differ, each with the sentences that hold them.

    A number that the other source has as well, rounded, in another unit or in words, is set aside first. Of what
    remains two numbers of one kind are of the same thing where the words around them say so, the less the fewer
    others there are in either source that could be meant.

    Args:
        counts: Numbers of all sources, the oldest source first.
        relations: Tells which sources are on one matter.
        names: Names of the parties.
        citations: Gives the numbers.
    """
    comparer = _Comparer(counts, relations, frozenset(word for name in names for word in fold(name).split()))
    found = []
    for group in group_alike(counts, _keys, comparer.differ):
        sides = _by_value(group)
        if len(sides) < 2:
            continue
        cited = [[count.claim for count in side] for side in sides]
        difference = Difference(
            id="d0",
            field="figure",
            about=_about(group),
            wordings=wordings_of(cited, citations),
        )
        found.append((difference, [claim for side in cited for claim in side]))
    return found


def _keys(count: Count) -> frozenset[str]:
    if count.kind:
        kind = f"={count.kind}"
        return frozenset({f"{kind} {word}" for word in count.claim.words} | {kind})
    human = {"=people"} if HUMAN & set(count.things[-1:]) else set()
    return frozenset({f"={each}" for each in (*count.things, *groups_of(count.things))} | human)


class _Comparer:
    """Tells which numbers of two sources differ on the same thing."""

    def __init__(self, counts: Sequence[Count], relations: Relations, known: frozenset[str]) -> None:
        self._known = known
        self._by_kind: dict[tuple[str, str], list[Count]] = defaultdict(list)
        self._relations = relations
        for count in counts:
            self._by_kind[count.claim.source.id, count.kind].append(count)

    def differ(self, one: Count, other: Count) -> bool:
        """Whether two numbers are of the same thing and from different sources; equal ones are none of it."""
        mine, theirs = one.claim.source, other.claim.source
        if mine is theirs or not _comparable(one, other) or self._relations.between(mine.id, theirs.id) < RELATED:
            return False
        shared = overlap(one.claim, other.claim)
        if self._agreed(one, theirs.id, shared) or self._agreed(other, mine.id, shared):
            return False
        return round(self._score(one, other), 6) >= _ENOUGH

    def _agreed(self, count: Count, source: str, shared: float = 0.0) -> bool:
        """Whether a source has the same number of the same, in words that are not much less alike than others."""
        return any(
            overlap(count.claim, each.claim) + (_SAME_NUMBER if count.kind or count.same_thing(each) else 0) >= shared
            for each in self._by_kind[source, count.kind][:_LOOKED_AT]
            if _alike(count, each) and count.near(each)
        )

    def _score(self, one: Count, other: Count) -> float:
        own = {*one.things, *other.things}
        shared = sum(map(weight_of, (one.claim.words & other.claim.words) - own))
        narrow = sum(map(weight_of, (one.words & other.words) - own))
        linked = self._relations.links(one.claim, other.claim)
        told = one.things[-1] not in _COMMON if not one.kind else bool(one.per) and one.kind not in MONEY_OR_SHARE
        low, high = sorted((abs(one.value), abs(other.value)))
        rivals = self._rivals(one, other) + self._rivals(other, one)
        close = (
            self._relations.between(one.claim.source.id, other.claim.source.id) >= ONE_MATTER
            and not rivals
            and high <= _OF_ONE_SIZE * low
        )
        if not (shared or linked or told or close) or (one.kind == "time" and narrow < 1):
            return 0.0
        score = 0.5 * shared + 0.5 * narrow + linked + 0.5 * close
        if told:
            score += 0.5
        if not one.kind:
            mine, theirs = set(one.things[:-1]), set(other.things[:-1])
            if mine & theirs:
                score += 0.5
            elif mine and theirs:
                score -= 0.5
        named = one.names - self._known, other.names - self._known
        if named[0] and named[1] and named[0].isdisjoint(named[1]):
            score -= 1.0
        score -= 0.5 * (not one.kind and _days_apart(one.claim, other.claim) >= _LONG_DAYS)
        score -= 0.5 * (one.per != other.per) + (high > _TIMES * low)
        return score + 0.5 - 0.5 * min(rivals, 3)

    def _rivals(self, one: Count, other: Count) -> int:
        """How many numbers of the source of the second could be meant instead of it."""
        source, back = other.claim.source.id, one.claim.source.id
        rivals = 0
        for each in self._by_kind[source, other.kind][:_LOOKED_AT]:
            if (
                each is other
                or each.near(other)
                or each.per != other.per
                or (not each.kind and not each.same_thing(one))
            ):
                continue
            low, high = sorted((abs(one.value), abs(each.value)))
            if high <= _MOST_TIMES * low and each.older == other.older and not self._agreed(each, back):
                rivals += 1
        return rivals


def _comparable(one: Count, other: Count) -> bool:
    """Whether two numbers are of one kind, size and time, and not the same."""
    low, high = sorted((abs(one.value), abs(other.value)))
    other_kind = one.kind != other.kind or (one.per and other.per and one.per != other.per)
    if other_kind or high > _MOST_TIMES * low or not (one.kind or one.same_thing(other)) or one.near(other):
        return False
    if _is_below(one, other) or _is_below(other, one):
        return False
    if one.kind == "%" and abs(one.value + other.value - 100) <= 1:
        return False  # those who did, and those who did not
    if (one.older, one.part, one.whole) != (other.older, other.part, other.whole):
        return False
    other_year = one.years and other.years and one.years.isdisjoint(other.years)
    apart = other_year or marks_of(one.clause).clash(marks_of(other.clause), ended=True)
    return not apart and not _is_progress(one.claim, other.claim)


def _is_below(one: Count, other: Count) -> bool:
    """Whether a number is only said to be below another: 43 of "fewer than 50"."""
    lead = other.claim.text[max(0, other.at - 12) : other.at]
    return one.value < other.value and bool(_BELOW.search(lead))


def _is_progress(one: Claim, other: Claim) -> bool:
    """Whether one tells how far something has come, and the other of another time or what is to come of it."""
    under_way = is_part_done(one.text), is_part_done(other.text)
    if under_way[0] != under_way[1]:
        return is_to_come((other if under_way[0] else one).text) or _days_apart(one, other) > _SAME_WEEK_DAYS
    return under_way[0] and _days_apart(one, other) > _SAME_TIME_DAYS


def _days_apart(one: Claim, other: Claim) -> int:
    days = one.source.date, other.source.date
    return abs((days[0] - days[1]).days) if days[0] and days[1] else _LONG_DAYS


def _alike(one: Count, other: Count) -> bool:
    return bool(one.kind) or one.same_thing(other) or abs(one.value) >= _EXACT


def _by_value(group: Sequence[Count]) -> list[list[Count]]:
    sides: list[list[Count]] = []
    for count in group:
        home = next((side for side in sides if side[0].near(count)), None)
        if home is None:
            sides.append([count])
        else:
            home.append(count)
    return sides


def _about(group: Sequence[Count]) -> str:
    line = one_line(min((count.clause for count in group), key=len)).strip(" .;,")
    return line if len(line) <= _LONGEST_ABOUT else line[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …"
