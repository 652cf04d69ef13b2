"""The seed article with the real local model: what a newcomer sees."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summariser import Summariser
from summariser.models.store import pull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser import Brief

SEED = Path(__file__).parent.parent / "seeds" / "000_5e4f01ce9f475515.txt"
pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def briefs() -> Iterator[list[Brief]]:
    """The brief of the article, made twice with one model held open."""
    pull()
    with Summariser("local") as summariser:
        yield [summariser.summarise(SEED, strict=True) for _ in range(2)]


def test_the_article_as_its_readers_expect_it(briefs: list[Brief]) -> None:
    """Both quotes with their speaker, the two states, the pledge of 2023 as earlier, nothing from links."""
    brief = briefs[0]
    names = {party.id: party.name for party in brief.parties}
    quotes = {quote.text.split()[0]: (quote.marked, names.get(quote.speaker or "")) for quote in brief.quotes}
    assert quotes == {"Our": (True, "Jonathan Henick"), "We": (False, "Jonathan Henick")}
    assert {"United States", "Uzbekistan"} <= set(names.values())
    assert not {"TDI", "MoU", "Las Vegas", "New York"} & set(names.values())
    pledges = [c for c in brief.commitments if "Critical Minerals Dialogue" in c.action]
    assert [pledge.status for pledge in pledges] == ["earlier"]
    items = [*brief.parties, *brief.commitments, *brief.context, *brief.quotes]
    text = SEED.read_text(encoding="utf-8")
    for span in (span for item in items for span in item.evidence):
        assert text[span.start : span.end] == span.text
        assert "Also Read" not in span.text
    assert brief.summary
    assert brief.coverage.lossless


def test_a_second_run_has_the_same_items_and_reads_less(briefs: list[Brief]) -> None:
    """The same document again gives the same items, and most of the prompt comes from the prefix cache.

    The summary is the model's own wording: with the prefix from the cache its floating-point sums are ordered otherwise,
    and a near tie between two words can fall the other way.
    """
    first, second = briefs
    hidden = {"provenance", "summary"}
    assert first.model_dump(exclude=hidden) == second.model_dump(exclude=hidden)
    usage = second.provenance.usage
    assert usage.calls == 1
    assert usage.cached_input_tokens > 0.9 * usage.input_tokens
