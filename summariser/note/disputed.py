"""Differences that the sentences of the sources show beside those of commitments and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.note.claims import claims_of
from summariser.note.counting import counting_differences
from summariser.note.counts import counts_of
from summariser.note.days import day_differences
from summariser.note.relations import Relations
from summariser.note.turned import turned_differences

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.claims import Claim
    from summariser.note.sources import Source
    from summariser.schemas.note import Difference

__all__ = ["with_sentences"]


def with_sentences(
    found: list[Difference],
    sources: Sequence[Source],
    names: Collection[str],
    ids: Mapping[tuple[str, str], str],
    citations: CitationBook,
) -> list[Difference]:
    """Add the differences between sentences to those found, each only once.

    Args:
        found: Differences of commitments and facts.
        sources: The sources that are used.
        names: Names of the parties.
        ids: For a source and an item of its brief the item of the note that shows it.
        citations: Gives the numbers.
    """
    ordered = sorted(sources, key=lambda source: (source.age, source.id))
    claims = [claim for source in ordered for claim in claims_of(source)]
    known = {number: (one.source, one.span.start, one.span.end) for number, one in enumerate(citations.citations, 1)}
    shown = [(one.field, [known[each] for wording in one.wordings for each in wording.cites]) for one in found]
    added = []
    counts = [count for claim in claims for count in counts_of(claim)]
    relations = Relations(claims, counts)
    more = [
        *turned_differences(claims, relations, citations),
        *day_differences(claims, relations, citations),
        *counting_differences(counts, relations, names, citations),
    ]
    for difference, cited in more:
        if not any(_told(cited, places) >= (1 if field == difference.field else 2) for field, places in shown):
            shows = (ids.get((claim.source.id, claim.item)) for claim in cited)
            difference.items = list(dict.fromkeys(filter(None, shows)))
            added.append(difference)
    return [*found, *added]


def _told(cited: Sequence[Claim], places: Sequence[tuple[str, int, int]]) -> int:
    """Of how many sources a difference already shows a sentence."""
    held = {
        claim.source.id
        for claim in cited
        for source, start, end in places
        if source == claim.source.id and start < claim.span.end and claim.span.start < end
    }
    return len(held)
