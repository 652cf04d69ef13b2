"""A note written by hand from three invented documents, with spans that are true, and one that is hostile throughout."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal

from summariser.schemas.brief import DateRange, PromptInfo, Span, Usage
from summariser.schemas.note import (
    Difference,
    LeftOut,
    Note,
    NoteCitation,
    NoteCommitment,
    NoteEvent,
    NoteFact,
    NoteParty,
    NoteProvenance,
    NoteQuote,
    NoteSentence,
    Unknown,
    Wording,
)
from tests.sample_sources import PAGE_TWO, TEXTS, sample_sources

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["note_of_one_page", "sample_note"]

_CREATED = datetime(2026, 3, 24, 8, 15, tzinfo=UTC)


class _Writer:
    """Numbers citations in the order in which they are first asked for."""

    def __init__(self) -> None:
        self.citations: list[NoteCitation] = []

    def __call__(self, source: str, words: str, item: str = "c1") -> int:
        text = TEXTS[source]
        start = text.index(words)
        for one in self.citations:
            if (one.source, one.span.start, one.span.text) == (source, start, words):
                return one.number
        end = start + len(words)
        marks = [mark for mark in (". ", "\n") if mark in text[:start]]
        first = max((text.rindex(mark, 0, start) + len(mark) for mark in marks), default=0)
        stops = [at + 1 for mark in (". ", ".\n") if (at := text.find(mark, end - 1)) >= 0]
        last = max(end, min([*stops, len(text)]))
        number = len(self.citations) + 1
        self.citations.append(
            NoteCitation(
                number=number,
                source=source,
                item=item,
                span=Span(start=start, end=end, text=words),
                page=(2 if start >= text.index(PAGE_TWO) else 1) if source == "s2" else None,
                paragraph=text.count("\n\n", 0, start) + 1,
                before=text[first:start],
                after=text[end:last],
            )
        )
        return number


def _days(text: str, earliest: date | None, latest: date | None) -> DateRange:
    return DateRange(text=text, earliest=earliest, latest=latest)


def _parties(cite: Callable[..., int]) -> list[NoteParty]:
    return [
        NoteParty(id="p1", name="Republic of Aldermere", kind="state", aliases=["Aldermere"], sources=["s1", "s3"],
                  cites=[cite("s1", "Aldermere", "p1"), cite("s3", "Republic of Aldermere", "p1")]),
        NoteParty(id="p2", name="Republic of Corvania", kind="state", aliases=["Corvania", "Government of Corvania"],
                  sources=["s1", "s2", "s3"], cites=[cite("s1", "Corvania", "p2"), cite("s2", "Government of Corvania", "p2"),
                                                     cite("s3", "Republic of Corvania", "p2")]),
        NoteParty(id="p3", name="Ingrid Solvane", kind="person", role="Energy Minister", represents="p1",
                  aliases=["Solvane"], sources=["s1"], cites=[cite("s1", "Ingrid Solvane", "p3")]),
        NoteParty(id="p4", name="Tomas Reker", kind="person", role="Deputy Prime Minister", represents="p2",
                  aliases=["Mr Reker"], sources=["s1", "s2"],
                  cites=[cite("s1", "Tomas Reker", "p4"), cite("s2", "Mr Reker", "p4")]),
        NoteParty(id="p5", name="Meridian Development Bank", kind="organisation", aliases=["Meridian Bank"],
                  sources=["s1", "s2"],
                  cites=[cite("s1", "Meridian Development Bank", "p5"), cite("s2", "Meridian Bank", "p5")]),
        NoteParty(id="p6", name="Skarn Fishermen’s League", kind="organisation", sources=["s1"],
                  cites=[cite("s1", "Skarn Fishermen’s League", "p6")]),
        NoteParty(id="p7", name="Maud Everling", kind="person", role="chair", represents="p6", sources=["s1"],
                  cites=[cite("s1", "Maud Everling", "p7")]),
    ]  # fmt: skip


def _commitments(cite: Callable[..., int]) -> list[NoteCommitment]:
    return [
        NoteCommitment(
            id="c1", by=["p2"], action="complete the survey of the seabed", status="new", overdue=True,
            deadline=_days("by 1 March 2026", None, date(2026, 3, 1)), sources=["s2"],
            cites=[cite("s2", "will complete the survey of the seabed by 1 March 2026", "c1")],
        ),
        NoteCommitment(
            id="c2", by=["p1", "p2"], action="publish the results of the environmental assessment", status="earlier",
            deadline=_days("by 31 May 2026", None, date(2026, 5, 31)), sources=["s3"],
            cites=[cite("s3", "shall publish the results of the environmental assessment by 31 May 2026", "c4")],
        ),
        NoteCommitment(
            id="c3", by=["p1"], action="pay €140 million towards the Skarn Sound cable", status="new",
            amount="€140 million", deadline=_days("by 30 June 2026", None, date(2026, 6, 30)), sources=["s1"],
            cites=[cite("s1", "will pay €140 million towards the Skarn Sound cable by 30 June 2026", "c1")],
        ),
        NoteCommitment(
            id="c4", by=["p1", "p2"], action="bring the cable into service", status="reaffirmed",
            deadline=_days("by the end of 2028", None, date(2028, 12, 31)), sources=["s1", "s2", "s3"],
            cites=[cite("s1", "due to carry power by the end of 2028", "c2"),
                   cite("s2", "will carry power by the end of 2027", "c3")],
            proof=[cite("s3", "shall be in service no later than 31 December 2027", "c3")],
        ),
        NoteCommitment(
            id="c5", by=["p2"], to=["p1"], action="open its wholesale electricity market to suppliers from Aldermere",
            status="reaffirmed", condition="only once the cable’s safety case has been approved",
            sources=["s1", "s2", "s3"],
            cites=[cite("s1", "promised to open its wholesale market to Aldermere’s suppliers", "c3"),
                   cite("s2", "will open the wholesale electricity market to suppliers from Aldermere", "c2")],
            proof=[cite("s3", "shall open its wholesale electricity market to suppliers from Aldermere", "c2")],
        ),
        NoteCommitment(
            id="c6", by=["p5"], to=["p2"], action="lend up to €90 million", status="new", amount="up to €90 million",
            condition="if both parliaments ratify the agreement", sources=["s1"],
            cites=[cite("s1", "would lend Corvania up to €90 million if both parliaments ratify the agreement", "c4")],
        ),
        NoteCommitment(
            id="c7", by=["p6"], action="accept €2 million in compensation", status="declined", amount="€2 million",
            sources=["s1"], cites=[cite("s1", "has refused to accept €2 million in compensation", "c5")],
        ),
        NoteCommitment(
            id="c8", by=["p5"], action="share the cost of the converter station", status="proposed", sources=["s2"],
            cites=[cite("s2", "has been invited to share the cost of the converter station", "c4")],
        ),
    ]  # fmt: skip


def _differences(cite: Callable[..., int]) -> list[Difference]:
    def wording(source: str, words: str, item: str) -> Wording:
        return Wording(source=source, text=words, cites=[cite(source, words, item)])

    return [
        Difference(
            id="d1", field="deadline", about="when the cable goes into service", items=["c4"],
            wordings=[wording("s3", "shall be in service no later than 31 December 2027", "c3"),
                      wording("s2", "will carry power by the end of 2027", "c3"),
                      wording("s1", "due to carry power by the end of 2028", "c2")],
        ),
        Difference(
            id="d2", field="amount", about="Aldermere’s contribution", items=["c3"],
            wordings=[wording("s2", "Aldermere’s contribution amounts to €120 million", "x2"),
                      wording("s1", "will pay €140 million towards the Skarn Sound cable by 30 June 2026", "c1")],
        ),
        Difference(
            id="d3", field="figure", about="capacity of the cable", items=["f1"],
            wordings=[wording("s3", "a capacity of 700 megawatts", "x1"), wording("s1", "650-megawatt cable", "x2")],
        ),
    ]  # fmt: skip


def _timeline(cite: Callable[..., int]) -> list[NoteEvent]:
    return [
        NoteEvent(id="e1", date=_days("18 November 2024", date(2024, 11, 18), date(2024, 11, 18)), sources=["s3"],
                  text="Aldermere and Corvania sign a memorandum of understanding at Port Skarn.",
                  cites=[cite("s3", "Done at Port Skarn on 18 November 2024", "x2")]),
        NoteEvent(id="e2", date=_days("9 January 2026", date(2026, 1, 9), date(2026, 1, 9)), sources=["s2"],
                  text="The survey ship leaves Port Skarn.",
                  cites=[cite("s2", "The survey ship left Port Skarn on 9 January 2026", "x1")]),
        NoteEvent(id="e3", date=_days("11 March 2026", date(2026, 3, 11), date(2026, 3, 11)), sources=["s1"],
                  text="Ingrid Solvane tells parliament of the higher contribution.",
                  cites=[cite("s1", "Energy Minister Ingrid Solvane told parliament on 11 March 2026", "x1")]),
    ]  # fmt: skip


def _quotes(cite: Callable[..., int]) -> list[NoteQuote]:
    def quote(number: int, source: str, words: str, speaker: str, *, marked: bool = True) -> NoteQuote:
        cites = [cite(source, words, f"q{number}")]
        return NoteQuote(id=f"q{number}", text=words, speaker=speaker, marked=marked, sources=[source], cites=cites)

    return [
        quote(1, "s1", "We are not asking anyone to wait for another winter,", "p3"),
        quote(2, "s1", "A cheque does not bring back the herring grounds,", "p7"),
        quote(3, "s2", "The survey is the last open question", "p4", marked=False),
    ]


def sample_note(length: Literal["short", "long"] = "long") -> Note:
    """A note that shows everything a note can show, its citations numbered as they appear in the plain style."""
    cite = _Writer()
    bottom_line = [
        NoteSentence(
            text="Aldermere will pay €140 million towards the cable by 30 June 2026, €20 million more than the "
            "€120 million of the memorandum of 2024.",
            items=["c3", "d2"],
            cites=[cite("s1", "will pay €140 million towards the Skarn Sound cable by 30 June 2026", "c1"),
                   cite("s3", "shall contribute €120 million", "c1")],
        ),
        NoteSentence(
            text="Service has slipped by a year, to the end of 2028, and Corvania’s survey of the seabed was due on "
            "1 March 2026.",
            items=["c4", "c1"],
            cites=[cite("s1", "due to carry power by the end of 2028", "c2"),
                   cite("s2", "will complete the survey of the seabed by 1 March 2026", "c1")],
        ),
        NoteSentence(
            text="Corvania promises to open its market as it did in 2024, now on a new condition and without a date.",
            items=["c5"],
            cites=[cite("s1", "promised to open its wholesale market to Aldermere’s suppliers", "c3"),
                   cite("s3", "shall open its wholesale electricity market to suppliers from Aldermere", "c2"),
                   cite("s1", "Deputy Prime Minister Tomas Reker gave no date", "x4")],
        ),
    ]  # fmt: skip
    # In the order of the page: what is new, then what is recycled, then the rest by deadline.
    cite("s1", "would lend Corvania up to €90 million if both parliaments ratify the agreement", "c4")
    commitments = _commitments(cite)
    return Note(
        title="Skarn Sound cable: who owes what, and by when",
        topic="Electricity interconnector between Aldermere and Corvania",
        audience="the Minister for Energy",
        length=length,
        as_of=date(2026, 3, 24),
        bottom_line=bottom_line,
        commitments=commitments,
        differences=_differences(cite),
        timeline=_timeline(cite),
        facts=[
            NoteFact(id="f1", kind="figure", text="The memorandum provides for a capacity of 700 megawatts.",
                     sources=["s3"], cites=[cite("s3", "a capacity of 700 megawatts", "x1")]),
            NoteFact(id="f2", kind="next_step", text="Both parliaments have yet to ratify the agreement.",
                     sources=["s1"], cites=[cite("s1", "if both parliaments ratify the agreement", "x3")]),
            NoteFact(id="f3", kind="background", text="The two governments announced the cable in 2024.",
                     sources=["s1"], cites=[cite("s1", "the two governments announced in 2024", "x5")]),
        ],
        quotes=_quotes(cite),
        parties=_parties(cite),
        unknown=[
            Unknown(kind="deadline", text="No source says when Corvania will open its market.", items=["c5"],
                    cites=[cite("s1", "gave no date", "x4")]),
            Unknown(kind="deadline", text="The bank’s loan has no date.", items=["c6"]),
            Unknown(kind="coverage", text="Page 3 of the progress report could not be read."),
            Unknown(kind="source", text="The annex could not be read at all."),
        ],
        sources=sample_sources(),
        citations=cite.citations,
        left_out=[LeftOut(text="The bank will decide in April.", reason="“April” is not in the evidence")],
        warnings=["1 of 5 documents could not be read: annex-scan.pdf.", "1 page of progress-report.pdf was not read."],
        provenance=NoteProvenance(
            model="qwen2.5-coder-1.5b-instruct-q4_k_m",
            prompt=PromptInfo(name="note", version="1.0.0", sha256="7d" * 32),
            usage=Usage(input_tokens=9210, output_tokens=1204, calls=13, retries=1),
            seconds=88.4,
            created=_CREATED,
            summariser_version="0.1.0",
        ),
    )  # fmt: skip


def note_of_one_page() -> Note:
    """The least note there is: nothing was found."""
    return Note(
        title="Nothing to report",
        as_of=date(2026, 3, 24),
        provenance=NoteProvenance(created=_CREATED, summariser_version="0.1.0"),
    )
