"""Where a clause begins and ends around its verb: what leads in, who is its subject, where its predicate stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.cues import SPEECH_VERBS
from summariser.candidates.verb_groups import parenthesis_end
from summariser.candidates.verbs import (
    ADVERBS,
    DETERMINERS,
    DOING,
    NOUN_OR_VERB,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = ["Head", "clause_head", "predicate_end", "split_predicate"]

_HARD = frozenset(';:—–“”"()[]?!•*')
_LINKS = frozenset({"that", "whether", "if", "unless", "because", "although", "though", "while", "whereas", "but", "so", "yet", "where", "lest"})
_RELATIVE = frozenset({"which", "who", "whom", "whose"})
_FINITE = frozenset(
    """will shall would must may can could might should is are was were has have had does do did 'll cannot said says told
    agreed pledged promised took came went made gave left kept held met paid ran""".split()
)
_LEADS = frozenset("today yesterday tomorrow now then meanwhile however instead also finally first second third separately still thus later".split())
_CUTS = frozenset({"which", "who", "whose", "where", "while", "whereas", "although", "though", "but", "because", "since", "adding", "saying", "so", "as", "yet", "when", "according", "including", "making", "leaving"}) - {"including", "leaving", "when", "as", "making"}
_LONGEST_ASIDE = 30
_LONGEST_LISTED = 9


class Head(NamedTuple):
    """What stands before the verb of a clause, as bounds of tokens.

    Attributes:
        clause: Number of the first token of the clause.
        start: Number of the first token of the subject.
        end: One past its last; equal to `start` where there is none.
        relative: Whether a relative pronoun stands for the subject ("the clerk, who will report").
        link: Word that joins the clause to the one before it ("that", "if"), or an empty string.
    """

    clause: int
    start: int
    end: int
    relative: bool
    link: str


def clause_head(tokens: Sequence[Token], verb: int, names: frozenset[int], low: int = 0) -> Head:
    """Find clause, lead-in and subject of the verb group that begins at `tokens[verb]`.

    Args:
        tokens: The sentence.
        verb: Number of the first token of the verb group.
        names: Numbers of the tokens at which the name of a party begins.
        low: Number of the first token that may belong to the clause.
    """
    end = _over_asides(tokens, verb, low)
    if end > low and tokens[end - 1].low in _RELATIVE:
        return _relative(tokens, end - 1, names, low)
    begin, link = _clause_start(tokens, end, low)
    start = _subject_start(tokens, begin, end, names)
    return Head(begin, start, end, False, link)


def _over_asides(tokens: Sequence[Token], end: int, low: int) -> int:
    """One past the last token of the subject: adverbs, brackets and parentheses before the verb are passed over."""
    for _ in range(8):
        while end > low and (tokens[end - 1].low in ADVERBS or tokens[end - 1].low.endswith("ly")) and not tokens[end - 1].capital:
            if tokens[end - 1].low in {"both", "each", "all", "either", "neither"} and (end - 1 == low or not tokens[end - 2].word):
                break
            end -= 1
        last = tokens[end - 1].low if end > low else ""
        opening = None
        if last == ",":
            opening = _opening_comma(tokens, end - 1, low)
        elif last == ")":
            opening = next((i for i in range(end - 2, max(low, end - 14) - 1, -1) if tokens[i].low == "("), None)
        if opening is None or opening <= low:
            return end - 1 if last == "," else end
        end = opening
    return end


def _opening_comma(tokens: Sequence[Token], close: int, low: int) -> int | None:
    for i in range(close - 1, max(low, close - _LONGEST_ASIDE) - 1, -1):
        if tokens[i].low == ",":
            return i
        if tokens[i].low in _HARD or tokens[i].stop:
            return None
    return None


def _relative(tokens: Sequence[Token], pronoun: int, names: frozenset[int], low: int) -> Head:
    """The antecedent of "who" or "which" is the subject."""
    end = pronoun
    while end > low and tokens[end - 1].low in {",", "of", "both", "all"}:
        end -= 1
    begin, _ = _clause_start(tokens, end, low)
    start = end - 1
    while start > begin and tokens[start - 1].low not in PREPOSITIONS | {"and", ",", "by"} and tokens[start].low not in DETERMINERS:
        if start in names:
            break
        start -= 1
    return Head(start, max(begin, start), end, True, "")


def _clause_start(tokens: Sequence[Token], end: int, low: int) -> tuple[int, str]:
    """The first token of the clause whose subject ends before `tokens[end]`, and the word that joins it on."""
    i = end
    while i > low:
        token = tokens[i - 1]
        if token.low in _HARD or token.stop:
            return i, ""
        if token.low == "," and not _goes_back(tokens, i, end, low):
            return _after_comma(tokens, i, end, low)
        if token.low in _LINKS and not (token.low == "that" and _demonstrative(tokens, i - 1, low)):
            if token.low == "so" and i < end and tokens[i].low == "that":
                return i + 1, "so"
            return i, token.low
        if token.low in SPEECH_VERBS and i < end and not tokens[i - 1].capital and _opens(tokens, i):
            return i, "that"
        if token.low == "and" and _clause_before(tokens, i - 1, low):
            return i, "and"
        i -= 1
    return low, ""


def _demonstrative(tokens: Sequence[Token], i: int, low: int) -> bool:
    """`at the end of that year`, `that offer`: no conjunction."""
    return i > low and tokens[i - 1].low in PREPOSITIONS


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause may begin here: a pronoun, a determiner or a name follows."""
    return tokens[i].low in PRONOUNS | DETERMINERS or tokens[i].capital or tokens[i].text[0].isdigit()


def _goes_back(tokens: Sequence[Token], i: int, end: int, low: int) -> bool:
    """Whether the comma before `tokens[i]` only divides the members of a list: "Fiji, Samoa and Tonga"."""
    segment = [token.low for token in tokens[i:end]]
    if "and" not in segment or len(segment) > 2 * _LONGEST_LISTED + 4:
        return False
    if segment[0] != "and" and any(low_ in _FINITE for low_ in segment):
        return False
    before = _segment_before(tokens, i - 1, low)
    words = tokens[before : i - 1]
    if not words or len(words) > _LONGEST_LISTED or words[0].low in PREPOSITIONS | SUBORDINATORS | _LEADS | PRONOUNS:
        return False
    return (words[0].capital or words[0].low in DETERMINERS) and not any(word.low in _FINITE for word in words)


def _segment_before(tokens: Sequence[Token], comma: int, low: int) -> int:
    i = comma
    while i > low and tokens[i - 1].low != "," and tokens[i - 1].low not in _HARD and not tokens[i - 1].stop:
        if tokens[i - 1].low in _LINKS:
            break
        i -= 1
    return i


def _after_comma(tokens: Sequence[Token], i: int, end: int, low: int) -> tuple[int, str]:
    """A clause begins behind the comma, unless what stands before it only leads in to it."""
    before = _segment_before(tokens, i - 1, low)
    words = tokens[before : i - 1]
    while words and (words[0].low in {"and", "but", "(", ")"} or not words[0].word):
        words = words[1:]
        before += 1
    if words and (words[0].low in PREPOSITIONS | SUBORDINATORS | _LEADS or words[0].low.endswith("ly")):
        if before > low and tokens[before - 1].low == ",":
            further, link = _after_comma(tokens, before, end, low)
            if further < before:
                return further, link
        return before, ""
    return i, tokens[i].low if i < end and tokens[i].low in {"and", "but"} else ""


def _clause_before(tokens: Sequence[Token], conjunction: int, low: int) -> bool:
    """Whether a clause of its own stands before "and", so that it joins clauses and no names."""
    following = tokens[conjunction + 1].low if conjunction + 1 < len(tokens) else ""
    if following in PRONOUNS:
        return True
    for i in range(conjunction - 1, low - 1, -1):
        token = tokens[i]
        if token.low in _HARD or token.stop or token.low in {",", "that"}:
            return False
        if token.low in _FINITE or (token.low.endswith("ed") and not token.capital and tokens[i - 1].word and i > low and tokens[i - 1].low not in DETERMINERS):
            return True
    return False


def _subject_start(tokens: Sequence[Token], begin: int, end: int, names: frozenset[int]) -> int:
    """Where the subject begins in `tokens[begin:end]`: behind what leads in to it."""
    begin = _over_labels(tokens, begin, end)
    if begin >= end:
        return end
    if tokens[end - 1].low in PRONOUNS:
        return end - 1
    comma = next((i for i in range(end - 1, begin - 1, -1) if tokens[i].low == ","), None)
    if comma is not None and (tokens[begin].low in PREPOSITIONS | SUBORDINATORS | _LEADS or tokens[begin].low.endswith("ly")):
        inner = begin
        while True:
            close = next((i for i in range(inner, end) if tokens[i].low == ","), None)
            if close is None or close + 1 >= end:
                break
            inner = close + 1
            if tokens[inner].low not in PREPOSITIONS | SUBORDINATORS and not _list_ahead(tokens, inner, end):
                continue
            if _list_ahead(tokens, inner, end):
                break
        begin = inner
    if tokens[begin].low not in PREPOSITIONS | SUBORDINATORS | _LEADS:
        return begin
    for i in range(begin + 1, end):
        token = tokens[i]
        if tokens[i - 1].low in PREPOSITIONS | SUBORDINATORS | {"and", "or"} or not tokens[i - 1].word:
            continue
        if token.low in DETERMINERS and tokens[i - 1].low not in DETERMINERS:
            return i
        if i in names and tokens[i - 1].low not in DETERMINERS:
            return i
    return begin + 1 if tokens[begin].low in _LEADS else begin


def _list_ahead(tokens: Sequence[Token], i: int, end: int) -> bool:
    rest = [token.low for token in tokens[i:end]]
    return "," in rest and "and" in rest and (tokens[i].capital or tokens[i].low in DETERMINERS)


def _over_labels(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Past the number or letter of a paragraph: "2.1", "(a)", "•"."""
    while begin < end and (not tokens[begin].word or tokens[begin].low in {"and", "but", "or"}):
        begin += 1
    if begin < end and tokens[begin].text[0].isdigit() and begin + 1 < end:
        following = tokens[begin + 1]
        if following.capital or following.low == ".":
            begin += 1 if following.capital else 2
    return begin


def predicate_end(tokens: Sequence[Token], verb: int, stop: int | None = None) -> int:
    """One past the last token of the predicate that begins at `tokens[verb]`; limits and conditions belong to it."""
    stop = len(tokens) if stop is None else stop
    depth = 0
    i = verb
    while i < stop:
        token = tokens[i]
        if token.low in "([":
            depth += 1
        elif token.low in ")]":
            if depth == 0:
                return i
            depth -= 1
        elif depth == 0 and i > verb and (token.low in ";:—–”“\"?!" or token.stop):
            return i
        elif depth == 0 and token.low == "," and _cut_at_comma(tokens, i, stop):
            return i
        elif depth == 0 and i > verb and token.low in {"because", "whereas", "although"}:
            return i
        elif depth == 0 and token.low == "and" and i > verb and _new_clause(tokens, i + 1, stop):
            return i
        i += 1
    while stop > verb and not tokens[stop - 1].word and tokens[stop - 1].low not in ")%":
        stop -= 1
    return stop


def _cut_at_comma(tokens: Sequence[Token], comma: int, stop: int) -> bool:
    if comma + 1 >= stop:
        return True
    following = tokens[comma + 1]
    if following.low in {"which", "who", "whose", "where"}:
        close = parenthesis_end(tokens, comma)
        return close is None or close + 2 >= stop
    if following.low in _CUTS:
        return True
    if following.low in {"and", "or"}:
        return _new_clause(tokens, comma + 2, stop)
    return _attribution(tokens, comma + 1, stop) or _apposed_comment(tokens, comma + 1)


def _attribution(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """`, the ministry said in a statement`: the words of a report close the clause."""
    for j in range(i, min(stop, i + 9)):
        low = tokens[j].low
        if low in SPEECH_VERBS and (j > i or low in {"said", "says"}):
            return j == i or not any(t.low in {"that", "to"} for t in tokens[i:j])
        if low in PREPOSITIONS - {"of", "for"} or (low == "," and j - i > 6):
            return False
    return False


def _apposed_comment(tokens: Sequence[Token], i: int) -> bool:
    """`, a step that …`, `, a demand of the union`: a comment on the whole clause."""
    return (
        i + 1 < len(tokens)
        and tokens[i].low in {"a", "an"}
        and tokens[i + 1].low in {"move", "step", "promise", "pledge", "demand", "concession", "position", "decision", "measure", "strip", "figure", "change"}
    )


def _new_clause(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """Whether a clause with a subject of its own begins here, behind "and"."""
    while i < stop and (tokens[i].low in ADVERBS or tokens[i].low == ","):
        i += 1
    if i >= stop:
        return False
    low = tokens[i].low
    if low in {"that"} or (low in PRONOUNS and low != "you"):
        return True
    if low in {"will", "shall", "would", "to", "not", "is", "are", "has", "have", "must"}:
        return False
    for j in range(i, min(stop, i + 14)):
        token = tokens[j]
        if token.low in _HARD or token.stop or token.low in {"that", "which", "who", "whose", "to", "and", "if", "whose"}:
            return False
        if token.low in {"will", "shall", "would", "is", "are", "was", "were", "has", "had", "must", "may", "can", "cannot", "does", "did"} and j > i:
            return True
        if token.low == "," and j - i > 4:
            return False
    return False


def split_predicate(tokens: Sequence[Token], verb: int, end: int) -> list[tuple[int, int, bool | None]]:
    """Divide a predicate where a second act begins: "return the data and destroy its copies".

    Returns:
        For each act its first token, one past its last, and whether "not" stands before it; None where it shares what
        stands before the first.
    """
    parts: list[tuple[int, int, bool | None]] = []
    start, negated = verb, None
    i = verb + 1
    depth = 0
    while i < end:
        low = tokens[i].low
        depth += (low in "([") - (low in ")]")
        if depth == 0 and low in {"and", "but"} and (found := _second_act(tokens, start, i + 1, end)):
            parts.append((start, i, negated))
            start, negated = found
            i = start
        i += 1
    parts.append((start, end, negated))
    return [(a, _trim(tokens, a, b), flag) for a, b, flag in parts]


def _trim(tokens: Sequence[Token], start: int, end: int) -> int:
    while end > start + 1 and tokens[end - 1].low in {",", "and", "but", ";", "either"}:
        end -= 1
    return end


def _second_act(tokens: Sequence[Token], start: int, i: int, end: int) -> tuple[int, bool | None] | None:
    """The first token of the act that begins behind "and", and its own negation."""
    marked, negated = False, False
    while i < end and (tokens[i].low in ADVERBS or tokens[i].low in {"will", "shall", "would", "to", "not"} or tokens[i].low.endswith("ly")):
        marked = marked or tokens[i].low in {"will", "shall", "would", "to"}
        negated = negated or tokens[i].low == "not"
        i += 1
    if i >= end or not tokens[i].text[0].isalpha() or tokens[i].low in DETERMINERS | PREPOSITIONS:
        return None
    if marked:
        return i, negated
    low = tokens[i].low
    if low not in DOING or i - start < 3 or i + 1 >= end:
        return None
    following = tokens[i + 1]
    if following.low in {"it", "them", "so", "or", "and", ",", "of"}:
        return None
    if low in NOUN_OR_VERB and not (following.low in DETERMINERS or following.text[0].isdigit()):
        return None
    return i, None
