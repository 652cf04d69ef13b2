"""The words that attribute a quotation, and where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.speech_verbs import BEFORE_PLACE, WITHOUT_OBJECT
from summariser.candidates.words import DETERMINERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.words import Word

__all__ = ["Cue", "cue_of", "object_end"]

_NOBODY = frozenset({"nobody", "anybody", "anyone", "you", "whoever"})
_CLAUSE = frozenset("that and but as while who whose which when because if whether how why where".split())
_LONGEST_OBJECT = 10  # words of the cue behind its verb
_FARTHEST_SUBJECT = 20  # words before its verb at which a subject still belongs to the cue


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute a quotation.

    Attributes:
        start: First character of subject and verb together.
        end: One past the last.
        subject: The words for the speaker ("Ambassador Henick", "the envoy", "she"), never empty.
        subject_start: Where the subject begins.
    """

    start: int
    end: int
    subject: str
    subject_start: int


def cue_of(text: str, words: Sequence[Word], subject: tuple[int, int] | None, verb: int) -> Cue | None:
    """The cue made of a verb and its subject, with the words that belong to the verb."""
    if subject is None:
        return None
    first, last = subject
    if words[first].low in _NOBODY | {"who", "which"}:
        return None
    stop = max(last, verb)
    if last < verb:
        stop = object_end(words, verb)
    begin = words[first].start if last < verb <= last + _FARTHEST_SUBJECT else words[verb].start
    subject_start, subject_end = words[first].start, words[last].end
    return Cue(begin, words[stop].end, text[subject_start:subject_end], subject_start)


def object_end(words: Sequence[Word], verb: int) -> int:
    """The last word of what belongs to a verb: whom it tells, where and when, but not what it says."""
    if words[verb].low in {"went", "goes"}:  # "went on"
        return min(verb + 1, len(words) - 1)
    stop = verb
    while stop + 1 < len(words) and stop - verb < _LONGEST_OBJECT:
        word = words[stop + 1]
        if word.gap or word.low in _CLAUSE:
            break
        if stop == verb and words[verb].low in WITHOUT_OBJECT and word.low not in BEFORE_PLACE:
            break
        stop += 1
    while stop > verb and words[stop].low in BEFORE_PLACE | DETERMINERS:
        stop -= 1
    return stop
