"""A fact as it may tell of a commitment: what it makes of it, by when, for how much, in which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.candidates.amounts import find_amounts
from summariser.documents.date_words import find_date_words, find_deadline_words
from summariser.grounding.dates import resolve_date
from summariser.grounding.units import MONEY_OR_SHARE
from summariser.note.acts import FAINT, one_word
from summariser.note.fates import done_thing, done_verbs, fated, is_confirmed, is_done, is_ended, moved_to
from summariser.note.signals import (
    is_again,
    is_part_done,
    is_proposed,
    is_to_come,
    looks_back,
    main_clause,
    refers_back,
)
from summariser.note.tellings import told_numbers
from summariser.note.words import content_stems, number_readings

if TYPE_CHECKING:
    from summariser.note.passages import Passage
    from summariser.note.sources import Source
    from summariser.schemas.brief import CommitmentStatus, Context, DateRange

__all__ = ["Mention", "mention_of", "stems_of"]

_COST: Final = re.compile(
    r"\b(?:cost(?:s|ing)?|spen[dt]|spending|paid|price|budget|loan|lend|lent|grant|fund\w*)\b", re.IGNORECASE
)
_BY: Final = re.compile(r"(?:by|before|no\s+later\s+than|not\s+later\s+than)\b", re.IGNORECASE)
_CLAUSES: Final = re.compile(r"\s*[,;:–—]\s+|\s+(?:and|but|although|while|because|that)\s+")
_THE_WHOLE: Final = frozenset("work works project scheme building construction programme program bill plan".split())
_PROMISES: Final = content_stems("promise pledge word offer commitment undertaking vow guarantee")
_GENERIC: Final = _PROMISES | content_stems(
    """proposal idea scheme programme program bill construction work route table moratorium decision deadline date day
    switch completion whole first new long-awaited planned promised last final"""
)
_REPORTING: Final = frozenset(
    map(
        one_word,
        content_stems("""state say tell announce expect application note report believe hope date write today
        yesterday now"""),
    )
)


class Mention(NamedTuple):
    """A fact that may tell of a commitment.

    Attributes:
        source: The source.
        item: What its brief holds.
        passage: Where it stands.
        status: What it makes of a commitment; None where it only gives a sum.
        deadline: By when.
        amount: What it costs.
        words: Stems of its sentence, and of the one before where it takes that up.
        clause: Stems of the clause that holds the deadline, without words of reporting.
        label: Stems of the label of its paragraph.
        numbers: Its numbers, those of its date excepted.
        thing: Stems of what it says is done; empty where it takes up the sentence before.
        fated: Stems of all that it says is done, given up, put off or to stand.
        may_be: Stems of verbs that it has in the past, each of which may be the act of a commitment.
        of_promise: Whether that is a promise, whatever was promised: "stood by its word".
    """

    source: Source
    item: Context
    passage: Passage
    status: CommitmentStatus | None
    deadline: DateRange | None
    amount: str | None
    words: frozenset[str]
    clause: frozenset[str]
    label: frozenset[str]
    numbers: frozenset[tuple[str, str]]
    thing: frozenset[str]
    fated: frozenset[str]
    of_promise: bool
    may_be: frozenset[str]


def mention_of(source: Source, item: Context) -> Mention | None:
    """Read a fact; None where it tells nothing that a commitment may have."""
    passage = source.passages.of(item.evidence[0])
    text = passage.text
    status, deadline = _read(source, text)
    amount = _sum_in(text) if status is not None or not _is_over(source, item) else None
    may_be = stems_of(" ".join(done_verbs(text))) if status is None and not is_part_done(text) else frozenset[str]()
    if status is None and amount is None and not may_be:
        return None
    words = stems_of(text)
    clause = stems_of(_clause_of(text, deadline)) - _REPORTING if deadline else frozenset[str]()
    noun = refers_back(text)
    named_before = noun and deadline and one_word(_stem(noun)) in stems_of(passage.before)
    if passage.before and (noun == "" or named_before or (noun in _THE_WHOLE and amount)):
        words |= stems_of(main_clause(passage.before))
    label = stems_of(passage.label)
    thing = stems_of(done_thing(text)) - FAINT if status == "fulfilled" and noun != "" else frozenset[str]()
    about = stems_of(fated(text))
    dates = item.date.text if item.date else ""
    return Mention(
        source,
        item,
        passage,
        status,
        deadline,
        amount,
        words | label,
        clause,
        label,
        told_numbers([text], dates),
        thing,
        about - _GENERIC - FAINT,
        not about.isdisjoint(_PROMISES),
        may_be,
    )


def _read(source: Source, text: str) -> tuple[CommitmentStatus | None, DateRange | None]:
    """What a fact makes of a commitment, and by when."""
    if is_ended(text):
        return "withdrawn", None
    if is_done(text) and not is_part_done(text):
        return "fulfilled", None
    moved = moved_to(text)
    if moved is not None and (when := _new_day(source, moved)) is not None:
        return "reaffirmed", when
    confirmed = is_confirmed(text)
    if looks_back(text) and not confirmed:
        return "earlier", None
    if is_part_done(text) or not (confirmed or is_to_come(text)):
        return None, None
    found = (text[start:end] for start, end in find_deadline_words(text))
    # Read as a date "by March" may be the last one; as a deadline it is the next.
    read = [resolve_date(words, anchor=source.date, role="deadline") for words in found if _BY.match(words)]
    when = next((one for one in read if one.latest), None)
    again = confirmed or is_again(text)
    return ("proposed" if is_proposed(text) and not confirmed else "reaffirmed" if again else "new"), when


def _new_day(source: Source, words: str) -> DateRange | None:
    """The day at the beginning of some words: "to 15 October 2025, the line told us"."""
    clause = _CLAUSES.split(words, maxsplit=1)[0]
    for start, end in find_date_words(clause):
        when = resolve_date(clause[start:end], anchor=source.date, role="deadline")
        if when.latest and source.date and when.latest >= source.date:
            return when
    return None


def _is_over(source: Source, item: Context) -> bool:
    """Whether a fact is of a time before its source: what was paid last year is no sum of this year's promise."""
    return bool(item.date and item.date.latest and source.date and item.date.latest < source.date)


def _sum_in(text: str) -> str | None:
    """A sum of money that something costs or is given."""
    if not _COST.search(text) or is_part_done(text):
        return None
    sums = [text[a:b] for a, b in find_amounts(text)]
    money = [one for one in sums if any(unit in MONEY_OR_SHARE - {"%", "point"} for _, unit in number_readings(one))]
    return money[0] if len(money) == 1 else None


def _clause_of(text: str, when: DateRange | None) -> str:
    """The clause of a passage that holds its date."""
    clauses = _CLAUSES.split(text)
    return next((clause for clause in clauses if when and when.text in clause), text)


def stems_of(text: str) -> frozenset[str]:
    """Stems of the words of a text, words for the same thing made one."""
    return frozenset(map(one_word, content_stems(text)))


def _stem(noun: str) -> str:
    return min(content_stems(noun), default=noun)
