"""Days on which sources differ though they are of the same act, found in all their sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.grounding.dates import find_date_words, resolve_date
from summariser.note.acts import one_word
from summariser.note.claims import overlap, weight_of, wordings_of
from summariser.note.grouping import group_alike
from summariser.note.relations import RELATED
from summariser.note.words import content_stems, marks_of, one_line
from summariser.schemas.note import Difference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date as Date

    from summariser.note.citations import CitationBook
    from summariser.note.claims import Claim
    from summariser.note.relations import Relations

__all__ = ["day_differences"]

_FAMILIES: Final = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for name, pattern in {
        "start": r"beg[iau]n\w*|start\w*|commenc\w*|launch\w*|(?:re)?open(?:s|ed|ing)?|inaugurat\w*|return\w*|resum\w*|"
        r"first|go(?:es)? live|tak(?:e|es|ing) effect|(?:in|into) (?:force|service|operation)|effective|"
        r"run again|sail again",
        "launch": r"launch\w*|lift-?off|lifts? off|fl(?:y|ies|ight)|blast\w*",
        "end": r"clos(?:e|es|ed|ing|ure)|ends?|ended|ending|finish\w*|complet\w*|expir\w*|shuts?|shut down|final|"
        r"over|lasts?",
        "deliver": r"deliver\w*|hand(?:s|ed|ing)? over|handover|arriv\w*|land(?:s|ed|ing)?|ashore|dock(?:s|ed)?",
        "leave": r"leav(?:e|es|ing)|left|out|mov(?:e|es|ed|ing)|vacat\w*|evict\w*|clear\w*|depart\w*|evacuat\w*|gone",
        "pay": r"pay\w*|paid|salary|salaries|wages?|instal+ments?|transfer\w*|refund\w*|disburs\w*|repa(?:y|id)\w*",
        "meet": r"meet(?:s|ing|ings)?|talks|hearings?|sessions?|sitting|summit|conference|negotiat\w*|gather\w*",
        "vote": r"vot(?:e|es|ed|ing)|ballots?|elect\w*|referendum|polls?",
        "sign": r"sign(?:s|ed|ing)?|signature|conclud\w*",
        "publish": r"submit\w*|reports?|publish\w*|present(?:s|ed)?|publication|findings",
        "apply": r"appl(?:y|ies|ied|ications?)|regist(?:er|ration)\w*|claims?|claimed|deadline|enrol\w*",
        "trial": r"trial|court|hearing|sentenc\w*|verdict|ruling",
        "strike": r"strikes?|stoppage|walk(?:s|ed)? out|walk-?out|industrial action|down tools",
        "build": r"build\w*|construct\w*|works?|dig|digging|ground|foundations?",
    }.items()
}
_FROM: Final = re.compile(r"^(?:from|since|as of|as from|starting|beginning|not before|after)\b", re.IGNORECASE)
_TO: Final = re.compile(r"^(?:by|until|till|before|through|to|no later than)\b", re.IGNORECASE)
_LIMIT_BEFORE: Final = re.compile(
    r"\b(?P<word>from|since|by|until|till|before|to)\s+(?:the\s+(?:end|close|start)\s+of\s+)?$", re.IGNORECASE
)
_RELATIVE: Final = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|morning|afternoon|evening|night|ago|last|next|this|current|previous|"
    r"coming|"
    r"mon|tues|wednes|thurs|fri|satur|sun)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\d")
_VAGUE: Final = re.compile(
    r"\b(?:mid|middle|early|late|spring|summer|autumn|fall|winter|around|about|half|quarter)\b", re.IGNORECASE
)
_MOST_VAGUE: Final = 190  # days
_VAGUE_GAP: Final = 31
_MOST_APART: Final = 400
_ENOUGH: Final = 2.0
_LOOKED_AT: Final = 40  # days of one source
_SAME_DAY: Final = 1.5  # words, which the same day is worth
_CLAUSE_ENDS: Final = re.compile(r"[,;:()]\s|\s[–—-]\s|\s(?:and|but|although|while|who|which|that)\s")
_LONGEST_ABOUT: Final = 120
_OLDER: Final = re.compile(
    r"\b(?:instead of|rather than|originally|initially|previously|was to|were to|had been|not|postponed from)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class _Day:
    """A date of a sentence, with what happens on it.

    Attributes:
        claim: The sentence.
        text: Its words.
        first: The first day it can be.
        last: The last day.
        clause: The clause around it.
        limit: "from", "to" or "".
    """

    claim: Claim
    text: str
    first: Date
    last: Date
    clause: str
    limit: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its clause."""
        return frozenset(map(one_word, content_stems(self.clause)))

    @cached_property
    def acts(self) -> frozenset[str]:
        """Families of the verbs and nouns of its clause."""
        return frozenset(name for name, pattern in _FAMILIES.items() if pattern.search(self.clause))

    def near(self, other: _Day) -> bool:
        """Whether both can be the same day."""
        gap = max((other.first - self.last).days, (self.first - other.last).days)
        vague = _VAGUE.search(self.text) or _VAGUE.search(other.text)
        return gap <= (_VAGUE_GAP if vague else 1)


def day_differences(
    claims: Sequence[Claim], relations: Relations, citations: CitationBook
) -> list[tuple[Difference, list[Claim]]]:
    """Days of one act that differ, each with the sentences that hold them.

    Args:
        claims: Sentences of all sources, the oldest source first.
        relations: Tells which sources are on one matter.
        citations: Gives the numbers.
    """
    days = [day for claim in claims for day in _days_of(claim)]
    comparer = _Comparer(days, relations)
    found = []
    for group in group_alike(days, _keys, comparer.differ):
        sides: list[list[_Day]] = []
        for day in group:
            home = next((side for side in sides if side[0].near(day)), None)
            if home is None:
                sides.append([day])
            else:
                home.append(day)
        if len(sides) < 2:
            continue
        cited = [[day.claim for day in side] for side in sides]
        about = one_line(min((day.clause for day in group), key=len)).strip(" .;,")
        difference = Difference(
            id="d0",
            field="deadline",
            about=about if len(about) <= _LONGEST_ABOUT else about[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …",
            wordings=[
                wording.model_copy(update={"latest": side[0].last})
                for wording, side in zip(wordings_of(cited, citations), sides, strict=True)
            ],
        )
        found.append((difference, [claim for side in cited for claim in side]))
    return found


def _days_of(claim: Claim) -> list[_Day]:
    found = []
    for start, end in find_date_words(claim.text):
        words = claim.text[start:end]
        if _RELATIVE.search(words) and not _DAY.search(words):
            continue
        when = resolve_date(words, anchor=claim.source.date, role="date")
        first, last = when.earliest or when.latest, when.latest or when.earliest
        if first is None or last is None or (last - first).days > _MOST_VAGUE:
            continue
        limit = "from" if _FROM.match(words) else "to" if _TO.match(words) else ""
        if not limit and (before := _LIMIT_BEFORE.search(claim.text[max(0, start - 30) : start])):
            limit = "from" if before["word"].lower() in ("from", "since") else "to"
        if limit == "to" and last.day == 1 and re.match(r"(?:before|until|till)\b", words, re.IGNORECASE):
            last = first = last - timedelta(days=1)
        left = [match.end() for match in _CLAUSE_ENDS.finditer(claim.text, 0, start)]
        right = _CLAUSE_ENDS.search(claim.text, end)
        at = left[-1] if left else 0
        if left and start - at < 8 and claim.text[at - 2] == ":":
            at = left[-2] if len(left) > 1 else 0  # "First electric train: December 2028"
        clause = claim.text[at : right.start() if right else len(claim.text)]
        found.append(_Day(claim, words, first, last, clause, limit))
    return found


def _keys(day: _Day) -> frozenset[str]:
    return day.claim.words | {f"={act}" for act in day.acts} | {f"={day.first.year}"}


class _Comparer:
    """Tells which days of two sources differ for the same act."""

    def __init__(self, days: Sequence[_Day], relations: Relations) -> None:
        self._relations = relations
        self._days: dict[str, list[_Day]] = defaultdict(list)
        for day in days:
            self._days[day.claim.source.id].append(day)

    def differ(self, one: _Day, other: _Day) -> bool:
        """Whether two days are of one act and from different sources; equal ones are none of it."""
        mine, theirs = one.claim.source, other.claim.source
        if mine is theirs or one.near(other) or abs((one.last - other.last).days) > _MOST_APART:
            return False
        if one.limit and other.limit and one.limit != other.limit:
            return False
        if marks_of(one.clause).clash(marks_of(other.clause), ended=True):
            return False
        if self._relations.between(mine.id, theirs.id) < RELATED:
            return False
        if self._agreed(one, theirs.id, other) or self._agreed(other, mine.id, one):
            return False
        return self._score(one, other) >= _ENOUGH

    def _agreed(self, day: _Day, source: str, than: _Day) -> bool:
        """Whether a source has the same day for the same, in words that are not much less alike than others."""
        least = overlap(day.claim, than.claim) - _SAME_DAY
        return any(
            day.near(each) and overlap(day.claim, each.claim) >= least for each in self._days[source][:_LOOKED_AT]
        )

    def _score(self, one: _Day, other: _Day) -> float:
        shared = sum(map(weight_of, one.claim.words & other.claim.words))
        narrow = sum(map(weight_of, one.words & other.words))
        linked = self._relations.links(one.claim, other.claim)
        same = bool(one.acts & other.acts)
        if not (narrow >= 1 or same):
            return 0.0
        score = 0.5 * shared + 0.5 * narrow + linked + same - (bool(one.acts and other.acts) and not same)
        score += 0.5 * (one.limit == other.limit != "")
        lone = [
            sum(
                not any(day.near(each) for each in self._days[back][:_LOOKED_AT])
                for day in self._days[source][:_LOOKED_AT]
            )
            for source, back in (
                (one.claim.source.id, other.claim.source.id),
                (other.claim.source.id, one.claim.source.id),
            )
        ]
        return score + 1.0 - 0.25 * (min(sum(lone), 10) - 2)
