"""The quantities of a statement, each with what it counts, the clause it stands in, and the time it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.candidates.lexicon import MONTHS_AND_DAYS
from summariser.grounding.quantities import quantities
from summariser.grounding.units import MONEY_OR_SHARE
from summariser.grounding.wordforms import plain
from summariser.note.acts import one_word
from summariser.note.signals import is_part_done
from summariser.note.words import content_stems, fold, number_readings
from summariser.schemas.brief import Commitment

if TYPE_CHECKING:
    from summariser.note.sources import Source
    from summariser.schemas.brief import Context, DateRange

__all__ = ["Measure", "measures_of"]

_CLAUSE_ENDS: Final = re.compile(r"[,;:]\s|\s[–—-]\s|\s(?:and|but|although|while|who|which|that)\s")
_AFTER: Final = re.compile(r"^[\s-]*(?P<noun>(?:[^\W\d_][\w’'-]*\s*){1,4})")
_OF_TIME: Final = frozenset("second minute hour day week month year decade century am pm ordinal degree".split())
_PER: Final = re.compile(r"^\W*(?:a|an|per|each|every)\s+(?P<per>[a-z-]+)")
_CALENDAR_WORDS: Final = frozenset(map(str.lower, MONTHS_AND_DAYS))
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CAPACITY: Final = frozenset({"MW", "GW", "kW", "mwh", "gwh", "kwh", "twh"})


@dataclass(frozen=True, eq=False)
class Measure:
    """A quantity of one statement.

    Attributes:
        source: Where it stands.
        item: What the brief holds.
        date: When it is, or by when.
        readings: Its values with the unit.
        unit: The unit; "" where it counts things.
        thing: Stem of what it counts, where the unit does not say.
        words: Stems of its clause, numbers and the unit excepted.
        clause: The clause.
        text: The whole passage.
        row: Number of the commitment it belongs to, or -1.
    """

    source: Source
    item: Commitment | Context
    date: DateRange | None
    readings: frozenset[tuple[str, str]]
    unit: str
    thing: str
    words: frozenset[str]
    clause: str
    text: str
    row: int = -1

    @property
    def of_capacity(self) -> bool:
        """Whether it tells how much something can carry or make."""
        return self.unit in _CAPACITY

    @property
    def is_measure(self) -> bool:
        """Whether it has a unit that is neither a currency nor a share: kilometres, tonnes."""
        return bool(self.unit) and self.unit.partition("/")[0] not in MONEY_OR_SHARE

    @cached_property
    def value(self) -> float:
        """Its value as first read."""
        return max(float(value) for value, _ in self.readings)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of its clause that are written as names, but for the first."""
        words = self.clause.split()[1:]
        return frozenset(fold(word) for word in words if word[:1].isupper() and not word.isupper()) - _CALENDAR_WORDS

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Months, days and years of its clause."""
        words = frozenset(fold(self.clause).split())
        return words & _CALENDAR_WORDS | {word for word in words if _YEAR.fullmatch(word)}

    @cached_property
    def progress(self) -> bool:
        """Whether it tells how far something has come by the day of its source."""
        return is_part_done(self.text)

    @property
    def period(self) -> DateRange | None:
        """The time it is of, where its clause says."""
        when = self.date
        return when if when is not None and when.latest is not None and when.text in self.clause else None


def measures_of(source: Source, item: Commitment | Context, row: int = -1) -> list[Measure]:
    """The quantities of a fact or commitment, in order; those of time, ordinals and the numbers of its date are none.

    Args:
        source: Where it stands.
        item: What the brief holds.
        row: Number of the commitment it belongs to, or -1.
    """
    if isinstance(item, Commitment):
        text, when = plain(item.evidence[0].text), item.deadline
    else:
        text, when = plain(item.statement), item.date
    date = number_readings(when.text) if when else frozenset()
    found, position = [], 0
    for quantity in quantities(text):
        at = text.find(quantity.text, position)
        if at < 0:
            continue
        position = at + len(quantity.text)
        readings = frozenset((str(value.normalize()), unit) for value, unit in quantity.readings if value)
        units = {unit for _, unit in readings}
        if not readings or readings <= date or units & _OF_TIME or any(unit.startswith("code") for unit in units):
            continue
        unit = next(iter(sorted(units, reverse=True)))
        clause = _clause(text, at, position)
        thing = _thing(text[position:]) if not unit else ""
        if not unit and not thing:
            continue
        per = _PER.match(text[position:]) if unit in MONEY_OR_SHARE else None
        unit = f"{unit}/{per['per']}" if per else unit
        words = frozenset(map(one_word, content_stems(clause))) - content_stems(quantity.text) - {thing}
        found.append(Measure(source, item, when, readings, unit, thing, words, clause, text, row))
    return found


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a stretch of a text."""
    before = [match.end() for match in _CLAUSE_ENDS.finditer(text, 0, start)]
    after = _CLAUSE_ENDS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _thing(rest: str) -> str:
    """The stem of what a bare number counts: "passengers" of "212,000 passengers in 2023"."""
    found = _AFTER.match(rest)
    if not found:
        return ""
    for word in found["noun"].split():
        if word in ("in", "on", "at", "by", "for", "from", "to", "and", "or", "per", "a", "an", "than", "with"):
            return ""
        stems = content_stems(word)
        if stems and word.islower() and word.endswith(("s", "people", "children", "men", "women", "staff", "crew")):
            return one_word(min(stems))
    return ""
