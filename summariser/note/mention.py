"""A fact as it may tell of a commitment: what it makes of it, by when, for how much, in which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.candidates.amounts import find_amounts
from summariser.documents.date_words import find_deadline_words
from summariser.grounding.dates import resolve_date
from summariser.grounding.units import MONEY_OR_SHARE
from summariser.note.acts import FAINT, one_word
from summariser.note.signals import (
    done_thing,
    is_again,
    is_confirmed,
    is_done,
    is_ended,
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


def mention_of(source: Source, item: Context) -> Mention | None:
    """Read a fact; None where it tells nothing that a commitment may have."""
    passage = source.passages.of(item.evidence[0])
    text = passage.text
    status, deadline = _read(source, text)
    amount = _sum_in(text) if status is not None or not _is_over(source, item) else None
    if status is None and amount is None:
        return None
    words = stems_of(text)
    clause = stems_of(_clause_of(text, deadline)) - _REPORTING if deadline else frozenset[str]()
    noun = refers_back(text)
    named_before = noun and deadline and one_word(_stem(noun)) in stems_of(passage.before)
    if passage.before and (noun == "" or named_before or (noun in _THE_WHOLE and amount)):
        words |= stems_of(main_clause(passage.before))
    label = stems_of(passage.label)
    thing = stems_of(done_thing(text)) - FAINT if status == "fulfilled" and noun != "" else frozenset[str]()
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
    )


def _read(source: Source, text: str) -> tuple[CommitmentStatus | None, DateRange | None]:
    """What a fact makes of a commitment, and by when."""
    if is_ended(text):
        return "withdrawn", None
    if is_done(text) and not is_part_done(text):
        return "fulfilled", None
    if looks_back(text) or is_part_done(text):
        return None, None
    if is_confirmed(text):
        return "reaffirmed", None
    if not is_to_come(text):
        return None, None
    found = (text[start:end] for start, end in find_deadline_words(text))
    # Read as a date "by March" may be the last one; as a deadline it is the next.
    read = [resolve_date(words, anchor=source.date, role="deadline") for words in found if _BY.match(words)]
    when = next((one for one in read if one.latest), None)
    return ("proposed" if is_proposed(text) else "reaffirmed" if is_again(text) else "new"), when


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
