"""Facts that tell of a commitment: that it is done or given up, that its day or its sum is another one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from summariser.note.acts import FAINT
from summariser.note.apart import is_apart
from summariser.note.fates import is_replaced
from summariser.note.grouping import WordIndex
from summariser.note.mention import mention_of, stems_of
from summariser.note.signals import refers_back
from summariser.note.told_facts import completed, telling_of
from summariser.note.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.commitments import Row
    from summariser.note.mention import Mention
    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.note.tellings import Telling

__all__ = ["attach_mentions"]

_BOUND: Final = frozenset({"new", "reaffirmed", "proposed"})
_OPENS: Final = frozenset({"new", "proposed", None})
_POSSESSIVE: Final = re.compile(r"['’]s?\b")
_LOOKED_AT: Final = 6  # tellings of a row
_SHORTLY: Final = 300  # characters
_ENOUGH: Final = 0.7
_BY_WORDS: Final = 0.9
_FAINT: Final = 0.4
_ALL_OF_IT: Final = 0.9
_TAKES_UP: Final = 0.15  # what is given up, done or renewed was promised before
_NAMED: Final = 0.2
_OTHERS: Final = 0.2
_NUMBER: Final = 0.4
_LABEL: Final = 0.3
_SAME_VERB: Final = 0.1
_MOST_SHARE: Final = 0.9  # of the likeness, where only the words of the fact are in the commitment
_FEWEST_OWN: Final = 2


def attach_mentions(rows: Sequence[Row], sources: Sequence[Source], book: PartyBook) -> None:
    """Give the rows the facts that tell of them. Facts make no rows of their own.

    A fact tells of a commitment where it says that something is done, given up or to come, or gives a sum, and holds
    most words of the act, or all its own words of weight are of the act; who is bound and numbers count, too.

    Args:
        rows: The commitments; their tellings grow.
        sources: The sources that are used.
        book: Their parties.
    """
    finder = _Finder(rows, book)
    for source in sorted(sources, key=lambda one: (one.age, one.id)):
        for item in source.brief.context:
            mention = mention_of(source, item)
            if mention is not None:
                finder.attach(mention)
    for row in rows:
        row.tellings.sort(key=lambda telling: -telling.source.age)


@dataclass
class _Known:
    """What the tellings of a row hold together."""

    words: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    sides: frozenset[str]

    def add(self, telling: Telling) -> None:
        """Add a telling."""
        self.words |= telling.words
        self.numbers |= telling.numbers
        self.sides |= telling.sides


class _Finder:
    """Finds the row that a fact tells of."""

    def __init__(self, rows: Sequence[Row], book: PartyBook) -> None:
        self._rows, self._book = rows, book
        self._index = WordIndex()
        self._uses: Counter[str] = Counter()
        self._own: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._known: list[_Known] = []
        for number, row in enumerate(rows):
            known = _Known(frozenset(), frozenset(), frozenset())
            for telling in row.tellings:
                known.add(telling)
                spans = (span for item in telling.items for span in item.evidence)
                self._own[telling.source.id] += [(span.start, span.end) for span in spans]
            self._known.append(known)
            self._uses.update(known.words)
            self._index.add(number, sorted(known.words))
        self._present = _present(book)
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for party in book.parties.values():
            for name in dict.fromkeys(fold(name).removeprefix("the ") for name in party.names):
                self._names[name.partition(" ")[0]].append((f" {name} ", party.id))

    def attach(self, mention: Mention) -> None:
        """Give a fact to the row it tells of, if any."""
        if self._is_told(mention):
            return
        named = self._named(mention)
        number = None
        if mention.may_be:
            done = mention._replace(status="fulfilled")
            number = self._best(done, named, [at for at, row in enumerate(self._rows) if _is_done_in(row, mention)])
            mention = mention if number is None else done
        if number is None and (mention.status is not None or mention.amount):
            number = self._best(mention, named)
        if number is None and mention.status is not None:
            number = self._only_one(mention, named)
        if number is None and mention.deadline and mention.status in _BOUND:
            number = self._just_before(mention, named)
        if number is None:
            return
        row = self._rows[number]
        own = next((at for at, told in enumerate(row.tellings) if told.source is mention.source), None)
        if own is None:
            telling = telling_of(mention, row.newest)
            self._known[number].add(telling)
            row.tellings.append(telling)
            row.tellings.sort(key=lambda telling: -telling.source.age)
        elif (whole := completed(row.tellings[own], mention)) is not None:
            row.tellings[own] = whole

    def _best(self, mention: Mention, named: dict[str, str], among: Sequence[int] | None = None) -> int | None:
        """The row that a fact tells of most."""
        scored = [
            (score, -number)
            for number in self._index.candidates(sorted(mention.words))
            if (among is None or number in among) and (score := self._score(mention, number, named)) >= _ENOUGH
        ]
        return -max(scored)[1] if scored else None

    def _only_one(self, mention: Mention, named: dict[str, str]) -> int | None:
        """The row of "stood by its word": the only older one of a party that the passage names."""
        if not mention.of_promise or mention.status == "new" or any(word in self._uses for word in mention.fated):
            return None
        older = [
            number
            for number, row in enumerate(self._rows)
            if not self._known[number].sides.isdisjoint(named)
            and all(telling.source.age < mention.source.age for telling in row.tellings)
        ]
        return older[0] if len(older) == 1 else None

    def _just_before(self, mention: Mention, named: dict[str, str]) -> int | None:
        """The only row shortly before that has no day: "The handover is to take place by 30 June"."""
        if refers_back(mention.passage.text) is None:
            return None
        start = mention.item.evidence[0].start
        found = [
            (number, telling)
            for number, row in enumerate(self._rows)
            for telling in row.tellings
            if telling.source is mention.source and 0 <= start - telling.items[-1].evidence[-1].end <= _SHORTLY
        ]
        if len(found) != 1 or found[0][1].deadline is not None or found[0][1].status not in _BOUND:
            return None
        return found[0][0] if named.keys() <= self._known[found[0][0]].sides else None

    def _is_told(self, mention: Mention) -> bool:
        """Whether a commitment of the source rests on words of the same passage."""
        own = self._own.get(mention.source.id, ())
        if is_replaced(mention.passage.text):
            return False
        return any(start < span.end and span.start < end for start, end in own for span in mention.item.evidence)

    def _score(self, mention: Mention, number: int, named: dict[str, str]) -> float:
        """How much a fact tells of a row; 0 where it tells of another thing, or nothing new."""
        row, known = self._rows[number], self._known[number]
        if _overlaps(row, mention):
            return 0.0
        told = _looked_at([telling for telling in row.tellings if telling.direct])
        numbers = known.numbers & mention.numbers
        tells = mention.status not in _BOUND or mention.deadline or mention.amount or numbers
        here = not known.sides.isdisjoint(self._present[mention.source.id])
        adds = tells or (here and all(telling.source is not mention.source for telling in row.tellings))
        if not adds or is_apart(mention, told):
            return 0.0
        if mention.thing and mention.thing.isdisjoint(known.words):
            return 0.0
        shared = mention.words & known.words - FAINT
        own = mention.clause - (stems_of(" ".join(named.values())) - known.words)
        whole = len(own) > _FEWEST_OWN and own <= known.words
        sides = self._sides(mention, known.sides, named)
        sure = numbers or whole or (mention.status is None and sides > 0)
        if not shared or (len(shared) == 1 and not sure and self._uses[next(iter(shared))] > 1):
            return 0.0
        score = max(_part(telling.words, mention.words) for telling in _looked_at(row.tellings))
        if whole or len(own - FAINT) >= _FEWEST_OWN:
            score = max(score, _MOST_SHARE * _part(own, known.words))
        labelled = bool(mention.label and mention.label <= known.words)
        score += _NUMBER * bool(numbers) + _LABEL * labelled + _SAME_VERB * bool(mention.words & known.words & FAINT)
        near = numbers or whole or labelled or sides > 0 or any(one.source is mention.source for one in told)
        if mention.status not in _OPENS and (here or sides > 0):
            near, score = near or len(shared) >= _FEWEST_OWN, score + _TAKES_UP
        if self._is_all_of_it(mention, known, sides):
            near, score = True, max(score, _ALL_OF_IT)
        if not near and (score < _BY_WORDS or len(shared) < _FEWEST_OWN):
            return 0.0  # another source, nobody named, no number: few words may be chance
        return score + sides

    def _is_all_of_it(self, mention: Mention, known: _Known, sides: float) -> bool:
        """Whether what has become of something is told of the act and of no other: "the harbour line was scrapped"."""
        own = mention.fated
        if not own or not own <= known.words or not any(self._uses[word] == 1 for word in own):
            return False
        here = sides > 0 or not known.sides.isdisjoint(self._present[mention.source.id])
        return here or len(own) >= _FEWEST_OWN or any(word[:1].isupper() for word in _inner(mention.passage.text, own))

    def _named(self, mention: Mention) -> dict[str, str]:
        """The parties that a passage names, each with the names it is given there."""
        text = _searched(mention.passage.text)
        found: dict[str, str] = {}
        for word in dict.fromkeys(text.split()):
            for name, party in self._names.get(word, ()):
                if name in text:
                    found[party] = found.get(party, "") + name
        return found

    def _sides(self, mention: Mention, bound: frozenset[str], named: dict[str, str]) -> float:
        """Whether the passage names who is bound, or only others at its beginning."""
        if not bound.isdisjoint(named):
            return _NAMED
        text = _searched(mention.passage.text)
        opening = text[: len(text) // 3].split()
        others = (names.split() for party, names in named.items() if self._book.parties[party].kind != "person")
        return -_OTHERS * any(names[0] in opening for names in others)


def _present(book: PartyBook) -> dict[str, set[str]]:
    """The parties of each source."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in book.parties.values():
        for source, _ in party.members:
            found[source.id].add(party.id)
    return found


def _is_done_in(row: Row, mention: Mention) -> bool:
    """Whether a later fact has the verb of an act in the past: "was awarded", where "award the grant" was promised."""
    return any(
        told.act and told.act[0] in mention.may_be and told.source.age < mention.source.age for told in row.tellings
    )


def _overlaps(row: Row, mention: Mention) -> bool:
    """Whether a row rests on words of the same passage."""
    spans = [
        span for one in row.tellings if one.source is mention.source for item in one.items for span in item.evidence
    ]
    return any(span.start < own.end and own.start < span.end for span in spans for own in mention.item.evidence)


def _inner(text: str, stems: frozenset[str]) -> list[str]:
    """The words of a passage with these stems."""
    return [word for word in text.split() if not stems_of(word).isdisjoint(stems)]


def _looked_at(told: Sequence[Telling]) -> Sequence[Telling]:
    """Few tellings that stand for all: the newest and the oldest ones."""
    return told if len(told) <= _LOOKED_AT else [*told[: _LOOKED_AT // 2], *told[-_LOOKED_AT // 2 :]]


def _searched(text: str) -> str:
    """A text in which folded names are looked for, without the mark of possession."""
    return f" {fold(_POSSESSIVE.sub(' ', text))} "


def _part(words: frozenset[str], other: frozenset[str]) -> float:
    """The weight of the words of one that are in the other."""
    whole = sum(map(_weight, words))
    return sum(map(_weight, words & other)) / whole if whole else 0.0


def _weight(word: str) -> float:
    return _FAINT if word in FAINT else 1.0
