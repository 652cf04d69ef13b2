"""Numbers of a sentence with what they count, made comparable: "1.2 million boxes", "15.5 m", "two thirds"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.candidates.lexicon import MONTHS_AND_DAYS
from summariser.grounding.dates import find_date_words
from summariser.grounding.quantities import quantities
from summariser.note.acts import one_word
from summariser.note.things import is_share_of, same_things, things_of
from summariser.note.unit_words import per_of, read_number, shares_of
from summariser.note.words import content_stems, fold

if TYPE_CHECKING:
    from summariser.note.claims import Claim

__all__ = ["Count", "counts_of"]

_IMPERIAL: Final = re.compile(r"\b(?:miles?|foot|feet|ft|yards?|inch(?:es)?|acres?|gallons?|barrels?)\b")
_DOZENS: Final = re.compile(r"[ -]dozen\b")
_ROUGH: Final = re.compile(
    r"\b(?:about|around|some|roughly|approximately|approx|nearly|almost|over|above|under|below|more than|less than|"
    r"fewer than|close to|just (?:over|under|short of)|up to|at least|at most|well over|a little (?:over|under)|"
    r"an estimated|as many as|upwards of|or so|c|ca|circa)\.?\W{0,2}(?:[€£$]|[A-Z]{2,3}\$?)?$",
    re.IGNORECASE,
)
_OR_SO: Final = re.compile(r"^(?:\s+\w+)?\s+(?:or so|or more|odd|plus)\b|^\+")
_OLDER: Final = re.compile(
    r"\b(?:last (?:year|season|month|week|time)|(?:a|one|two|three|four|five|ten) (?:years?|decades?) (?:ago|"
    r"earlier|before)|"
    r"previous\w*|formerly|used to|until now|at present|existing|originally|initially|the year before|"
    r"in the past(?! \w+ (?:days?|weeks?|months?|years?)\b)|"
    r"as before|pre-\w+|was once|years? ago|estimate[sd]? of)\b",
    re.IGNORECASE,
)
_OLDER_BEFORE: Final = re.compile(
    r"\b(?:against|from|instead of|in place of|rather than|compared (?:with|to)|not|former|old|present|than the)\s+"
    r"(?:(?:a|an|the|some|about|around|nearly|only|just)\s+){0,2}(?:[€£$]|[A-Z]{2,3}\$?\s?)?$"
)
_OLDER_LEAD: Final = re.compile(
    r"(?:(?:in|by|until|at the end of) )?(?:last|the previous|the year before|(?:a|one|two|three|four|five|ten|"
    r"twenty) "
    r"(?:years?|decades?) (?:ago|earlier|before)|previously|formerly|until now|until then|in the past|"
    r"originally)\b[^,.;]{0,40},",
    re.IGNORECASE,
)
_PART_BEFORE: Final = re.compile(
    r"\b(?:of (?:which|whom|them|these|those)|including|include[sd]?|another|(?:a|an) (?:further|additional|extra)|"
    r"the (?:remaining|other)|reserve of|contingency of|plus)\s+(?:[\w’'-]+\s+){0,2}(?:[€£$]|[A-Z]{2,3}\$?\s?)?$",
    re.IGNORECASE,
)
_PART_AFTER: Final = re.compile(
    r"^\s*(?:[\w-]+\s+)?(?:more\b(?!\s+than)|others\b|further\b|additional\b|extra\b|of (?:them|these|those|"
    r"which|whom)\b)",
    re.IGNORECASE,
)
_CLAUSE_ENDS: Final = re.compile(r"[,;:)]\s|\s\(|\s[–—-]\s|\s(?:and|but|although|while|who|which|that)\s")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_CALENDAR_WORDS: Final = frozenset(map(str.lower, MONTHS_AND_DAYS))
_YEAR: Final = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]\d|\d)")
_FINE: Final = 100  # below which a whole number is exact
_ROUGHLY: Final = 0.1
_CALENDAR_GAP: Final = 0.03  # three months and ninety days
_TELLING: Final = 13  # from which on a number tells something though nobody knows what it counts
_LONG_LIST: Final = 40


@dataclass(frozen=True, eq=False)
class Count:
    """A number of a sentence.

    Attributes:
        claim: The sentence.
        at: Where it stands in the text of the sentence.
        text: Its words.
        value: In the basic unit of its kind.
        kind: What it is: a currency, "%", the basic unit of a measure, or "" where it counts things.
        per: What it is for each of.
        things: Stems of what it counts, the noun last.
        rough: Whether it is said to be no exact number.
        clause: The clause around it.
        whole: Whether another number is part of it: 14 of "eleven of the 14 districts".
    """

    claim: Claim
    at: int
    text: str
    value: float
    kind: str
    per: str
    things: tuple[str, ...]
    rough: bool
    clause: str
    whole: bool = False

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the words of its clause, those of the number excepted."""
        own = content_stems(self.text)
        return frozenset(map(one_word, content_stems(self.clause) - own)) - frozenset(self.things)

    @cached_property
    def older(self) -> bool:
        """Whether its clause, or the beginning of its sentence, looks to another time."""
        before = self.claim.text[: self.at]
        return bool(_OLDER.search(self.clause) or _OLDER_LEAD.match(before) or _OLDER_BEFORE.search(before[-40:]))

    @cached_property
    def part(self) -> bool:
        """Whether it is part of another number, or comes on top of it."""
        before, after = self.claim.text[: self.at], self.claim.text[self.at + len(self.text) :]
        return bool(_PART_BEFORE.search(before[-60:]) or _PART_AFTER.match(after))

    @cached_property
    def years(self) -> frozenset[str]:
        """Years of its clause."""
        return frozenset(_YEAR.findall(self.clause))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of its clause that are written as names, but for the first of the sentence."""
        words = _WORD.findall(self.clause)
        if self.claim.text.startswith(self.clause[:12]):
            words = words[1:]
        return frozenset(fold(word) for word in words if word[:1].isupper() and len(word) > 2) - _CALENDAR_WORDS

    def near(self, other: Count) -> bool:
        """Whether both can be the same number, rounded or not."""
        return _near(self, other)

    def same_thing(self, other: Count) -> bool:
        """Whether both count the same."""
        return same_things(self.things, other.things)

    def links(self, other: Count) -> bool:
        """Whether both are the same number, and hardly by chance."""
        telling = self.same_thing(other) or bool(self.kind and other.kind) or abs(self.value) >= _TELLING
        return telling and (self.kind == other.kind or not (self.kind and other.kind)) and self.near(other)


def _near(one: Count, other: Count) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    if low == high:
        return True
    if high - low <= 1e-9 * high:
        return True
    gap = (high - low) / high
    if one.kind == "time" and gap <= _CALENDAR_GAP:
        return True
    if one.rough or other.rough:
        return gap <= _ROUGHLY
    if (
        high < _FINE
        and float(one.value).is_integer()
        and float(other.value).is_integer()
        and not (one.kind or other.kind)
    ):
        return False
    return any(abs(round(a.value, b_digits) - b.value) < 1e-9 * high for a, b, b_digits in _roundings(one, other))


def _roundings(one: Count, other: Count) -> list[tuple[Count, Count, int]]:
    """Each number rounded to the place of the last digit that counts of the other."""
    return [(a, b, -_place(b.value)) for a, b in ((one, other), (other, one)) if _place(b.value) > _place(a.value)]


def _place(value: float) -> int:
    """The power of ten of the last digit of a number that is not zero."""
    text = f"{abs(value):.6g}"
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent or 0)
    if fraction:
        return shift - len(fraction)
    return shift + len(whole) - len(whole.rstrip("0"))


def counts_of(claim: Claim) -> list[Count]:
    """The numbers of a sentence that can be compared: those of time, of dates and of labels are none."""
    text = claim.text
    taken = find_date_words(text)
    found: list[Count] = []
    position, last = 0, 0
    for start, end, value in shares_of(text):
        found.append(Count(claim, start, text[start:end], value, "%", "", (), True, _clause(text, start, end)))
        taken.append((start, end))
    for quantity in quantities(text)[:_LONG_LIST]:
        at = text.find(quantity.text, position)
        if at < 0:
            continue
        whole = last > 0 and is_share_of(text[last:at])
        end = position = last = at + len(quantity.text)
        if any(start < end and at < stop for start, stop in taken) or _is_label(text, at, end):
            continue
        if dozens := _DOZENS.match(text[end:]):
            end = position = last = end + dozens.end()
        read = read_number(quantity.readings[0], text, at, end)
        if read is None:
            continue
        value, kind, end = read
        if dozens:
            value, kind = value * 12, ""
        things = () if kind else things_of(text, at, end)
        if not kind and not things and value < _TELLING:
            continue
        per = per_of(text[end:]) if kind else ""
        rough = bool(
            _ROUGH.search(text[max(0, at - 24) : at]) or _IMPERIAL.search(text[at:end]) or _OR_SO.match(text[end:])
        )
        found.append(Count(claim, at, text[at:end], value, kind, per, things, rough, _clause(text, at, end), whole))
    return found


def _is_label(text: str, at: int, end: int) -> bool:
    """Whether a number is one of a list, a paragraph, an hour or a score."""
    before, after = text[max(0, at - 14) : at], text[end : end + 3]
    return bool(
        re.search(
            r"(?:\b(?:no|nos|article|art|section|item|phase|lot|route|line|room|page|chapter|paragraph|clause|rule|"
            r"unit|block|dec|bill|act|level|grade|term|day|step|stage|division|account|annex|table|figure|pier|"
            r"berth|gate|"
            r"aged?|session|round|part)\.?\s|[#№/:]|\d\s?:\s?)$",
            before,
            re.IGNORECASE,
        )
        or re.match(r"\s?[:/]\s?\d", after)
    )


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a stretch of a text."""
    before = [match.end() for match in _CLAUSE_ENDS.finditer(text, 0, start)]
    after = _CLAUSE_ENDS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
