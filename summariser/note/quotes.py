"""Quotes of all sources, each once, the key ones first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from summariser.note.grouping import group_alike
from summariser.note.words import content_stems, fold
from summariser.schemas.note import NoteQuote

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.schemas.brief import Quote

__all__ = ["merge_quotes"]

_RUN: Final = 4  # words
_FEWEST: Final = 5  # words of a quote that may be part of another one
_READABLE: Final = range(6, 46)  # words


@dataclass(frozen=True, eq=False)
class _Said:
    source: Source
    quote: Quote
    speaker: str | None
    folded: str

    @property
    def runs(self) -> list[str]:
        """Runs of its words, by which the same words are found."""
        words = self.folded.split()
        return list(dict.fromkeys(" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))))


def merge_quotes(
    sources: Sequence[Source], book: PartyBook, actions: Collection[str], citations: CitationBook, most: int
) -> list[NoteQuote]:
    """The quotes of a note.

    Args:
        sources: The sources that are used, the newest first.
        book: Their parties.
        actions: What the commitments are about; a quote on one of them is a key quote.
        citations: Gives the numbers.
        most: How many quotes there may be.

    Returns:
        Quotes of speakers with a role, and on a commitment, first. The text is that of the source that quotes most.
    """
    said = [
        _Said(source, quote, book.of(source, quote.speaker), fold(quote.text))
        for source in sources
        for quote in source.brief.quotes
    ]
    matter = frozenset().union(*map(content_stems, actions))
    groups = group_alike(said, lambda one: one.runs, _same)
    ranked = sorted(groups, key=lambda group: -_weight(group, book, matter))
    return [_quote(number, group, citations) for number, group in enumerate(ranked[:most], 1)]


def _same(one: _Said, other: _Said) -> bool:
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    if one.folded == other.folded:
        return True
    shorter, longer = sorted((one.folded, other.folded), key=len)
    return len(shorter.split()) >= _FEWEST and f" {shorter} " in f" {longer} "


def _weight(group: Sequence[_Said], book: PartyBook, matter: frozenset[str]) -> float:
    speaker = next((book.parties[one.speaker] for one in group if one.speaker), None)
    text = max((one.quote.text for one in group), key=len)
    own = content_stems(text)
    weight = 2.0 * (speaker is not None) + 2.0 * (speaker is not None and speaker.role is not None)
    weight += min(3, len(own & matter)) + len({one.source.id for one in group}) - 1
    weight += any(one.quote.marked for one in group)
    return weight + 2.0 * (len(text.split()) in _READABLE)


def _quote(number: int, group: Sequence[_Said], citations: CitationBook) -> NoteQuote:
    longest = max(group, key=lambda one: len(one.folded))
    ordered = [longest, *(one for one in group if one is not longest)]
    cites = [n for one in ordered for n in citations.cite(one.source, one.quote)]
    return NoteQuote(
        id=f"q{number}",
        text=longest.quote.text,
        speaker=next((one.speaker for one in ordered if one.speaker), None),
        marked=longest.quote.marked,
        sources=list(dict.fromkeys(one.source.id for one in ordered)),
        cites=list(dict.fromkeys(cites)),
    )
