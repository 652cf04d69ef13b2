"""Proper names of a statement that its evidence does not hold."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.candidates.lexicon import FUNCTION_WORDS, HONORIFICS, MONTHS_AND_DAYS, ORGANISATION_WORDS, TITLE_WORDS
from summariser.candidates.states import state_by_adjective
from summariser.grounding.ordinary_words import ORDINARY
from summariser.grounding.units import ONES, TENS
from summariser.grounding.wordforms import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

__all__ = ["unborne_names"]

_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_](?![^\W_]))*(?:['&][^\W_]+)*")
_BEGINS: Final = re.compile(r"(?:^|[.!?:;\n]|[.!?:;,\n]\s*[\"'“‘«(\[]|^\s*[\"'“‘«(\[•*-])\s*$")
_JOINS: Final = re.compile(r"\s+|-|\.\s+")
_LONGEST_STATE: Final = 4  # words
_JOINERS: Final = frozenset({"of", "and", "the", "da", "do"})


class _Word(NamedTuple):
    text: str
    folded: str
    start: int
    end: int
    begins: bool
    """Whether it begins a sentence."""
    joined: bool
    """Whether only white space or a hyphen parts it from the word before."""

    @property
    def capital(self) -> bool:
        return any(char.isupper() for char in self.text)


class _Known(NamedTuple):
    """What the evidence and the allowed names hold: words with a capital, others, neighbours, states."""

    names: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    states: frozenset[str]


def unborne_names(said: str, borne: str, allowed: Collection[str]) -> Iterator[str]:
    """Give a reason for each name of a statement that neither its evidence nor the allowed names hold.

    Case does not count but for acronyms ("US" is not "us"); an adjective of a state is as good as its name. Two words
    that make one name must stand side by side somewhere.

    Args:
        said: The statement.
        borne: The evidence.
        allowed: Names that need not stand in the evidence.
    """
    known = _known(borne, allowed)
    words = _words(said)
    before: _Word | None = None  # a word that may be one name with the next
    at = 0
    while at < len(words):
        word = words[at]
        state, length = _state(words, at)
        if state is not None:
            if state not in known.states:
                yield f"name “{said[word.start : words[at + length - 1].end]}” is not in the evidence"
            before = None
            at += length
            continue
        at += 1
        if not word.capital or _is_plain(word, known):
            before = None
        elif not _is_known(word, known):
            yield f"name “{word.text}” is not in the evidence"
            before = None
        else:
            if (
                before is not None
                and word.joined
                and not word.text.isupper()
                and (before.folded, word.folded) not in known.pairs
            ):
                yield f"“{before.text} {word.text}” is not one name in the evidence"
            before = None if _ends_name(word) else word


def _is_plain(word: _Word, known: _Known) -> bool:
    """Whether a capital is only that of a sentence's first word, or of a month, or of "I"."""
    if word.text == "I" or word.text in MONTHS_AND_DAYS:
        return True
    lower = word.text.lower()
    if not word.begins or word.text[1:] != lower[1:]:
        return False
    if lower in known.words or lower in ORDINARY or lower in ONES or lower in TENS or word.text in FUNCTION_WORDS:
        return True
    return word.folded not in known.names and stem(lower) in known.stems


def _is_known(word: _Word, known: _Known) -> bool:
    acronym = len(word.folded) > 1 and word.text.isupper()
    return word.folded in known.names or (not acronym and word.folded in known.words)


def _ends_name(word: _Word) -> bool:
    """Whether the next word need not be of one name with this one: a title, an acronym, a possessive."""
    titles = TITLE_WORDS | HONORIFICS | ORGANISATION_WORDS
    return word.text in titles or word.text.isupper() or word.text.lower().endswith("'s")


def _known(borne: str, allowed: Collection[str]) -> _Known:
    names: set[str] = set()
    lower: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    states: set[str] = set()
    for text in (borne, *allowed):
        words = _words(text)
        states.update(state for at in range(len(words)) if (state := _state(words, at)[0]))
        pairs.update((left.folded, right.folded) for left, right in itertools.pairwise(words) if right.joined)
        names.update(word.folded for word in words if word.capital)
        lower.update(word.folded for word in words if not word.capital)
    return _Known(frozenset(names), frozenset(lower), frozenset(map(stem, lower)), frozenset(pairs), frozenset(states))


def _words(text: str) -> list[_Word]:
    words = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        begins = bool(_BEGINS.search(gap)) if end else True
        folded = match.group().casefold().removesuffix("'s").replace(".", "")
        words.append(_Word(match.group(), folded, *match.span(), begins, bool(end and _JOINS.fullmatch(gap))))
        end = match.end()
    return words


def _state(words: Sequence[_Word], at: int) -> tuple[str | None, int]:
    """The state whose name or adjective begins at a word, and how many words it takes."""
    if not words[at].capital or words[at].text == "The":
        return None, 1
    for length in range(min(_LONGEST_STATE, len(words) - at), 0, -1):
        run = words[at : at + length]
        if not all(word.capital or word.text in _JOINERS for word in run) or not all(word.joined for word in run[1:]):
            continue
        name = " ".join(word.text for word in run).removesuffix("'s")
        state = state_by_adjective(name) or (state_by_adjective(name.removesuffix("s")) if name.endswith("s") else None)
        if state:
            return state.name, length
    return None, 1
