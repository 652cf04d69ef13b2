"""What stands before the verb of a clause: where the clause begins, what leads in to it, who is its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.clause_starts import (
    FINITE,
    HARD,
    LEADS,
    SINGLES,
    clause_start,
    is_finite,
    is_lead,
    is_past,
    over_labels,
)
from summariser.candidates.lexicon import LEGAL_FORMS
from summariser.candidates.verbs import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, SAYING, SUBORDINATORS
from summariser.candidates.word_order import is_adverb, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = ["Head", "clause_head"]

_RELATIVE = frozenset({"which", "who", "whom", "whose", "that"})
_QUOTES = frozenset('“”"')
_MODALS = frozenset({"will", "would", "shall"})
_QUANTIFIERS = frozenset({"both", "each", "all", "either", "neither"})
_BEFORE_RELATIVE = frozenset({",", "of", "both", "all", ")"})
_LONGEST_ASIDE = 30
_LONGEST_BRACKET = 12
_MOST_ASIDES = 8
_LONGEST_SPOKESMAN = 10
_SPOKEN_BY = frozenset("through via represented led headed acting speaking by".split())


class Head(NamedTuple):
    """What stands before the verb of a clause, as numbers of tokens.

    Attributes:
        clause: The first token of the clause.
        start: The first token of the subject.
        end: One past its last; equal to `start` where there is none.
        relative: Whether a relative pronoun stands for the subject ("the clerk, who will report").
        link: Word that joins the clause to the one before it ("that", "if"), or an empty string.
    """

    clause: int
    start: int
    end: int
    relative: bool
    link: str


def clause_head(tokens: Sequence[Token], verb: int, names: frozenset[int]) -> Head:
    """Find clause, lead-in and subject of the verb group that begins at `tokens[verb]`.

    Args:
        tokens: The sentence.
        verb: Number of the first token of the verb group.
        names: Numbers of the tokens at which the name of a party begins.
    """
    end = _over_asides(tokens, verb)
    while low_at(tokens, end - 1) in {"and", "but"}:
        before = _verb_before(tokens, end - 1)  # "Acme will sell and will lease back"
        if before is not None and tokens[verb].low in SAYING and tokens[before].low in _MODALS:
            before = _verb_before(tokens, before)  # "promised that nobody would go and said …"
        if before is None:
            return _opening_name(tokens, end - 1, names)
        end = _over_asides(tokens, before)
        verb = before
    if end > 1 and tokens[end - 1].low in _RELATIVE and tokens[end - 2].low not in SAYING:
        return _relative(tokens, end - 1, names)
    begin, link = clause_start(tokens, end)
    start = _subject_start(tokens, begin, end, names)
    apposed = _apposed_name(tokens, start, end, verb, names)
    return Head(begin, start, apposed or end, relative=False, link=link)


def _over_asides(tokens: Sequence[Token], end: int) -> int:
    """One past the last token of the subject: adverbs, brackets and parentheses before the verb are passed over."""
    for _ in range(_MOST_ASIDES):
        while end and is_adverb(tokens[end - 1]) and not _is_subject(tokens, end - 1):
            end -= 1
        last = low_at(tokens, end - 1)
        opening = _opening_mark(tokens, end - 1, "(" if last == ")" else ",") if last in {",", ")"} else None
        if not opening:
            return end - 1 if last == "," else end
        end = _before_spokesman(tokens, opening)
    return end


def _before_spokesman(tokens: Sequence[Token], end: int) -> int:
    """`Acme, through its chairman, Mr Lee, offered`: the comma that opens the aside in which another stands."""
    for i in range(end - 1, max(0, end - _LONGEST_SPOKESMAN), -1):
        if tokens[i].low == ",":
            return i if low_at(tokens, i + 1) in _SPOKEN_BY else end
        if not tokens[i].word:
            break
    return end


def _is_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether "both", "each" stands by itself and not beside a noun ("the ministers each")."""
    return tokens[i].low in _QUANTIFIERS and (i == 0 or not tokens[i - 1].word)


def _opening_mark(tokens: Sequence[Token], close: int, mark: str) -> int | None:
    """The comma or bracket that opens what the mark `tokens[close]` closes."""
    depth = 0
    longest = _LONGEST_ASIDE if mark == "," else _LONGEST_BRACKET
    for i in range(close - 1, max(0, close - longest) - 1, -1):
        low = tokens[i].low
        if low == mark and depth == 0:
            return i
        depth += (low == ")") - (low == "(")
        hard = HARD - {"(", ")"} - (_QUOTES if mark == "(" else frozenset())
        if depth < 0 or tokens[i].stop or (depth == 0 and low in hard):
            return None
    return None


def _verb_before(tokens: Sequence[Token], end: int) -> int | None:
    """The first token of the nearest finite verb group before `tokens[end]`, whose subject the next one shares."""
    for i in range(end - 1, -1, -1):
        if tokens[i].low in ";:—" or tokens[i].stop:
            return None
        if is_finite(tokens[i]) or tokens[i].low in SAYING or (i and is_past(tokens, i, DETERMINERS | PREPOSITIONS)):
            first = i
            while first > 1 and tokens[first - 1].low in FINITE | ADVERBS:
                first -= 1
            return first
    return None


def _opening_name(tokens: Sequence[Token], end: int, names: frozenset[int]) -> Head:
    """The name with which the clause before "and" opens: "Provider acknowledges receipt and shall pay"."""
    begin, link = clause_start(tokens, end)
    start = stop = _subject_start(tokens, begin, end, names)
    if start in names or (start + 1 in names and tokens[start].low in DETERMINERS):
        stop = start + 1
        while stop < end and tokens[stop].capital:
            stop += 1
    return Head(begin, start, stop, relative=False, link=link)


def _apposed_name(tokens: Sequence[Token], start: int, end: int, verb: int, names: frozenset[int]) -> int | None:
    """`the owners' body, the Fleet Association, undertook`: one past the name, where only it tells who is meant."""
    if end + 1 >= verb or tokens[end].low != "," or any(i in names for i in range(start, end)):
        return None
    first = end + 2 if tokens[end + 1].low == "the" else end + 1
    if first not in names:
        return None
    return next((i for i in range(first, verb) if tokens[i].low == ","), None)


def _relative(tokens: Sequence[Token], pronoun: int, names: frozenset[int]) -> Head:
    """The antecedent of "who" or "which" is the subject."""
    end = pronoun
    while low_at(tokens, end - 1) in _BEFORE_RELATIVE:
        opening = _opening_mark(tokens, end - 1, "(") if tokens[end - 1].low == ")" else None
        end = end - 1 if opening is None else opening
    begin, _ = clause_start(tokens, end)
    start = max(end - 1, 0)
    while start > begin and start not in names and tokens[start].low not in DETERMINERS:
        if tokens[start - 1].low in PREPOSITIONS | {"and", ","}:
            break
        start -= 1
    return Head(start, start, end, relative=True, link="")


def _subject_start(tokens: Sequence[Token], begin: int, end: int, names: frozenset[int]) -> int:
    """Where the subject begins in `tokens[begin:end]`: behind what leads in to it."""
    begin = over_labels(tokens, begin, end)
    if begin >= end or begin in names:
        return min(begin, end)
    if tokens[end - 1].low in PRONOUNS or tokens[end - 1].low == "there":
        return end - 1
    if is_lead(tokens[begin]):
        begin = _over_commas(tokens, begin, end)
    if tokens[begin].low not in LEADS:
        return begin
    for i in range(begin + 1, end):
        before = tokens[i - 1]
        if before.low in PREPOSITIONS | SUBORDINATORS | DETERMINERS | {"and", "or"} or not before.word:
            continue
        if tokens[i].low in DETERMINERS or i in names:
            return i
    return begin + 1 if tokens[begin].low in SINGLES else begin


def _over_commas(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Behind the last comma of what leads in, or before a list that is the subject."""
    for i in range(begin, end - 1):
        if tokens[i].low != "," or tokens[i + 1].text.rstrip(".") in LEGAL_FORMS:
            continue
        begin = i + 1
        rest = {token.low for token in tokens[begin:end]}
        if {",", "and"} <= rest and (tokens[begin].capital or tokens[begin].low in DETERMINERS):
            break
    return begin
