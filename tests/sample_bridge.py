"""A tiny brief with everything the article of the seed set lacks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from summariser.schemas import (
    Brief,
    Commitment,
    Coverage,
    CoverageChunk,
    DateRange,
    Party,
    Quote,
    SummarySentence,
)
from tests.sample_brief import Cutter, document_of, provenance_of

if TYPE_CHECKING:
    from summariser.documents import Document

BRIDGE = (
    "Mayor Ana Silva told the Harbour Council on Tuesday that the city will pay €2.4 million for the new bridge "
    "by 1 March 2027 if the council approves the plan.\r\n"
    "“We will finish the bridge,” she said, “before the winter storms come back.”\r\n"
)


def bridge_document() -> Document:
    """Two lines with CRLF; its quote is interrupted by its attribution."""
    return document_of(BRIDGE, "bridge.txt", date(2026, 11, 24))


def bridge_brief() -> Brief:
    """Its brief: a deadline, a condition, an amount, and a quote in two spans."""
    document = bridge_document()
    cut = Cutter(BRIDGE)
    return Brief(
        title="Mayor Silva promises a bridge",
        summary=[SummarySentence(text="The city will pay for the new bridge on a condition.", cites=["c1"])],
        parties=[
            Party(id="p1", name="Ana Silva", kind="person", role="Mayor", represents="p3", evidence=[cut("Ana Silva")]),
            Party(id="p2", name="Harbour Council", kind="organisation", evidence=[cut("Harbour Council")]),
            Party(id="p3", name="the city", kind="organisation", evidence=[cut("the city")]),
        ],
        commitments=[
            Commitment(
                id="c1",
                by=["p3"],
                to=["p2"],
                action="pay for the new bridge",
                status="new",
                deadline=DateRange(text="by 1 March 2027", latest=date(2027, 3, 1)),
                condition="if the council approves the plan",
                amount="€2.4 million",
                evidence=[cut("the city will pay €2.4 million for the new bridge by 1 March 2027")],
            )
        ],
        quotes=[
            Quote(
                id="q1",
                text="We will finish the bridge, before the winter storms come back.",
                speaker="p1",
                cue="she said",
                marked=True,
                evidence=[cut("We will finish the bridge,"), cut("before the winter storms come back.")],
            )
        ],
        coverage=Coverage(
            characters=len(BRIDGE), read=len(BRIDGE), chunks=[CoverageChunk(start=0, end=len(BRIDGE), status="read")]
        ),
        provenance=provenance_of(document).model_copy(
            update={"model": "gpt-5-mini", "base_url": "https://models.example/v1", "cost_usd": 0.0031}
        ),
    )
