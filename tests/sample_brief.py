"""A brief of a news article written by hand, with spans that are true, and what it takes to write others."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from summariser.documents import Document
from summariser.schemas import (
    Brief,
    Commitment,
    Context,
    Coverage,
    CoverageChunk,
    DateRange,
    DocumentInfo,
    Dropped,
    Party,
    PromptInfo,
    Provenance,
    Quote,
    Span,
    SummarySentence,
    Usage,
)

SEED = Path(__file__).parents[1] / "seeds" / "000_5e4f01ce9f475515.txt"


def document_of(text: str, name: str, day: date | None = None) -> Document:
    """A document of this text as it would be read from a UTF-8 file."""
    return Document(text=text, name=name, sha256=hashlib.sha256(text.encode()).hexdigest(), date=day)


def provenance_of(document: Document) -> Provenance:
    """What a run of the local model would note."""
    return Provenance(
        document=DocumentInfo(name=document.name, sha256=document.sha256, date=document.date),
        model="qwen2.5-coder-1.5b-instruct-q4_k_m",
        mode="json_schema",
        prompt=PromptInfo(name="brief", version="1.0.0", sha256="4f" * 32),
        schema_sha256="9c" * 32,
        usage=Usage(input_tokens=5120, cached_input_tokens=3890, output_tokens=746, calls=4, retries=1),
        seconds=41.37,
        created=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        summariser_version="0.1.0",
    )


class Cutter:
    """Cuts spans out of a text by their words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, words: str, after: int = 0) -> Span:
        """The first stretch with these words, from `after` on."""
        start = self.text.index(words, after)
        return Span(start=start, end=start + len(words), text=words)


def seed_document() -> Document:
    """The news article of the seed set."""
    return document_of(SEED.read_bytes().decode("utf-8"), SEED.name)


def seed_brief() -> Brief:
    """A brief of the article as a careful reader would write it."""
    document = seed_document()
    cut = Cutter(document.text)
    return Brief(
        title="US and Uzbekistan sign a memorandum on critical minerals",
        summary=[
            SummarySentence(
                text="The United States and Uzbekistan signed a Memorandum of Understanding on critical minerals "
                "and undertook to advance efforts in the sector.",
                cites=["x1", "c2"],
            ),
            SummarySentence(
                text="It follows the pledge of the C5+1 leaders in September 2023 "
                "to establish a Critical Minerals Dialogue.",
                cites=["c1", "x2"],
            ),
            SummarySentence(
                text="Ambassador Henick called the collaboration essential for resilient, secure supply chains.",
                cites=["q1"],
            ),
        ],
        parties=_parties(cut),
        commitments=_commitments(cut),
        context=_context(cut),
        quotes=[
            Quote(
                id="q1",
                text="Our collaboration with Uzbekistan is essential for building resilient, secure supply chains "
                "that support the future energy landscape",
                speaker="p1",
                cue="Ambassador Henick remarked",
                marked=True,
                evidence=[
                    cut(
                        "Our collaboration with Uzbekistan is essential for building resilient, secure supply chains "
                        "that support the future energy landscape"
                    )
                ],
            ),
            Quote(
                id="q2",
                text="We are thrilled to mark this achievement in our expanding Strategic Partnership with Uzbekistan",
                speaker="p1",
                cue="the envoy added",
                marked=False,
                evidence=[
                    cut(
                        "We are thrilled to mark this achievement in our expanding "
                        "Strategic Partnership with Uzbekistan"
                    )
                ],
            ),
        ],
        coverage=_coverage(document),
        provenance=provenance_of(document),
    )


def _parties(cut: Cutter) -> list[Party]:
    return [
        Party(
            id="p1",
            name="Jonathan Henick",
            kind="person",
            role="US Ambassador to Uzbekistan",
            represents="p3",
            aliases=["Henick", "Ambassador Henick"],
            evidence=[cut("Jonathan Henick"), cut("Ambassador Henick")],
        ),
        Party(
            id="p2",
            name="Omonullo Nasritdinkhodjaev",
            kind="person",
            role="Uzbek First Deputy Minister of Geology",
            represents="p4",
            evidence=[cut("Omonullo Nasritdinkhodjaev")],
        ),
        Party(id="p3", name="United States", kind="state", aliases=["US"], evidence=[cut("US")]),
        Party(id="p4", name="Uzbekistan", kind="state", evidence=[cut("Uzbekistan")]),
        Party(
            id="p5",
            name="C5+1 leaders",
            kind="group",
            role="heads of state of the United States and five Central Asian states",
            evidence=[
                cut(
                    "US President Joe Biden, Uzbek President Shavkat Mirziyoyev, and leaders from Kazakhstan, "
                    "Kyrgyzstan, "
                    "Tajikistan, and Turkmenistan"
                )
            ],
        ),
        Party(
            id="p6",
            name="US Embassy in Uzbekistan",
            kind="organisation",
            represents="p3",
            evidence=[cut("US Embassy in Uzbekistan")],
        ),
        Party(id="p7", name="European Union", kind="organisation", evidence=[cut("European Union")]),
    ]


def _commitments(cut: Cutter) -> list[Commitment]:
    return [
        Commitment(
            id="c1",
            by=["p5"],
            action="establish a Critical Minerals Dialogue",
            status="earlier",
            evidence=[
                cut(
                    "US President Joe Biden, Uzbek President Shavkat Mirziyoyev, and leaders from Kazakhstan, "
                    "Kyrgyzstan, "
                    "Tajikistan, and Turkmenistan had pledged to establish a Critical Minerals Dialogue"
                )
            ],
        ),
        Commitment(
            id="c2",
            by=["p3", "p4"],
            to=["p4", "p3"],
            action="advance efforts in the critical minerals sector",
            status="new",
            evidence=[
                cut("have signed a Memorandum of Understanding (MoU)"),
                cut("This agreement underscores a mutual commitment to advancing efforts in this vital sector"),
            ],
        ),
        Commitment(
            id="c3",
            by=["p3", "p4"],
            action="uphold high standards of environmental protection, labor practices, and governance in mining",
            status="reaffirmed",
            evidence=[
                cut(
                    "the MoU also emphasizes the commitment to high standards of environmental protection, "
                    "labor practices, "
                    "and governance in the global mining sector"
                )
            ],
        ),
        Commitment(
            id="c4",
            by=["p4"],
            action="augment the processing of critical raw materials for domestic and international markets",
            status="proposed",
            evidence=[
                cut(
                    "The country’s mining strategy is focused on augmenting CRM processing for both domestic and "
                    "international markets"
                )
            ],
        ),
    ]


def _context(cut: Cutter) -> list[Context]:
    return [
        Context(
            id="x1",
            statement="The US Ambassador and the Uzbek First Deputy Minister of Geology signed "
            "a Memorandum of Understanding.",
            kind="event",
            evidence=[
                cut(
                    "US Ambassador to Uzbekistan Jonathan Henick and Uzbek First Deputy Minister of Geology Omonullo "
                    "Nasritdinkhodjaev have signed a Memorandum of Understanding (MoU)."
                )
            ],
        ),
        Context(
            id="x2",
            statement="The C5+1 summit was held in New York in September 2023.",
            kind="background",
            date=DateRange(text="September 2023", earliest=date(2023, 9, 1), latest=date(2023, 9, 30)),
            evidence=[cut("the C5+1 summit held in New York in September 2023")],
        ),
        Context(
            id="x3",
            statement="MINExpo International takes place in Las Vegas from September 24 to 26.",
            kind="next_step",
            date=DateRange(text="September 24 to 26"),
            evidence=[cut("premier global event scheduled from September 24 to 26 in Las Vegas")],
        ),
        Context(
            id="x4",
            statement="Uzbekistan signed a partnership with the European Union on critical raw materials "
            "in April 2024.",
            kind="background",
            date=DateRange(text="April 2024", earliest=date(2024, 4, 1), latest=date(2024, 4, 30)),
            evidence=[
                cut(
                    "Uzbekistan’s recent strategic partnership with the European Union on critical raw materials "
                    "(CRMs), "
                    "signed in April 2024"
                )
            ],
        ),
        Context(
            id="x5",
            statement="Uzbekistan holds the second-largest reserves of critical raw materials in Central Asia.",
            kind="figure",
            evidence=[cut("the second-largest reserves of CRMs in Central Asia")],
        ),
    ]


def _coverage(document: Document) -> Coverage:
    """The ledger of the article: its two link lines are skipped, all else is read."""
    text = document.text
    chunks: list[CoverageChunk] = []
    done = 0
    while (start := text.find("Also Read:", done)) >= 0:
        end = text.index("\n", start) + 1
        chunks.append(CoverageChunk(start=done, end=start, status="read"))
        chunks.append(CoverageChunk(start=start, end=end, status="skipped", reason="link line"))
        done = end
    chunks.append(CoverageChunk(start=done, end=len(text), status="read"))
    return Coverage(
        characters=len(text),
        read=sum(chunk.end - chunk.start for chunk in chunks if chunk.status == "read"),
        chunks=chunks,
        dropped=[
            Dropped(part="quotes", reason="not in the source", value="This is a historic day for both of our nations"),
            Dropped(
                part="commitments", reason="no party is bound", value="highlights the growing strategic partnership"
            ),
        ],
        warnings=["The document has no date of its own: relative dates were left as they stand."],
    )
