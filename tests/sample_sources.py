"""The invented documents that the note written by hand rests on."""

from __future__ import annotations

import hashlib
from datetime import date

from summariser.schemas.note import NoteSource

__all__ = ["PAGE_TWO", "TEXTS", "sample_sources"]

TEXTS = {
    "s1": (
        "Aldermere raises its share of the Skarn Sound cable\n\n"
        "Aldermere will pay €140 million towards the Skarn Sound cable by 30 June 2026, Energy Minister Ingrid Solvane "
        "told parliament on 11 March 2026.\n\n"
        "“We are not asking anyone to wait for another winter,” Solvane said. The 650-megawatt cable is now due to carry "
        "power by the end of 2028, a year later than the two governments announced in 2024.\n\n"
        "Corvania again promised to open its wholesale market to Aldermere’s suppliers, but only once the cable’s safety "
        "case has been approved. Deputy Prime Minister Tomas Reker gave no date.\n\n"
        "The Meridian Development Bank said it would lend Corvania up to €90 million if both parliaments ratify the "
        "agreement.\n\n"
        "The Skarn Fishermen’s League has refused to accept €2 million in compensation. “A cheque does not bring back "
        "the herring grounds,” its chair, Maud Everling, said."
    ),
    "s2": (
        "Government of Corvania\nSkarn Sound interconnector: progress report\n\n"
        "The survey ship left Port Skarn on 9 January 2026. Corvania will complete the survey of the seabed by 1 March "
        "2026.\n\n"
        "The Government will open the wholesale electricity market to suppliers from Aldermere. The cable will carry "
        "power by the end of 2027, as agreed in 2024.\n\n"
        "Aldermere’s contribution amounts to €120 million. The Meridian Bank has been invited to share the cost of the "
        "converter station.\n\n"
        "The survey is the last open question, Mr Reker told the delegation."
    ),
    "s3": (
        "Memorandum of Understanding between the Republic of Aldermere and the Republic of Corvania\n\n"
        "1. Aldermere shall contribute €120 million to the cost of construction.\n\n"
        "2. Corvania shall open its wholesale electricity market to suppliers from Aldermere once the interconnector is "
        "in service.\n\n"
        "3. The interconnector, with a capacity of 700 megawatts, shall be in service no later than 31 December 2027.\n\n"
        "4. The Parties shall publish the results of the environmental assessment by 31 May 2026.\n\n"
        "Done at Port Skarn on 18 November 2024."
    ),
}
PAGE_TWO = "Aldermere’s contribution amounts"


def sample_sources() -> list[NoteSource]:
    """Three that were used, one that failed, one beside the matter."""

    def digest(key: str) -> str:
        return hashlib.sha256(TEXTS[key].encode()).hexdigest()

    return [
        NoteSource(
            id="s1",
            name="https://courier.example/2026/03/12/skarn-sound-cable",
            title="Aldermere raises its share of the Skarn Sound cable",
            date=date(2026, 3, 12),
            outlet="The Harbour Courier",
            author="Petra Lindqvar",
            url="https://courier.example/2026/03/12/skarn-sound-cable",
            sha256=digest("s1"),
        ),
        NoteSource(
            id="s2",
            name="progress-report.pdf",
            title="Skarn Sound interconnector: progress report",
            date=date(2026, 2, 3),
            date_source="metadata of the file",
            outlet="Government of Corvania",
            sha256=digest("s2"),
            warnings=["page 3 is a picture without a text layer"],
        ),
        NoteSource(
            id="s3",
            name="memorandum-2024.docx",
            title="Memorandum of Understanding between the Republic of Aldermere and the Republic of Corvania",
            date=date(2024, 11, 18),
            sha256=digest("s3"),
        ),
        NoteSource(
            id="s4",
            name="annex-scan.pdf",
            status="failed",
            reason="holds no text: 6 pages are pictures without a text layer",
        ),
        NoteSource(
            id="s5",
            name="harbour-festival.html",
            title="Port Skarn prepares for its harbour festival",
            date=date(2026, 3, 1),
            url="https://courier.example/2026/03/01/harbour-festival",
            sha256="5f" * 32,
            status="irrelevant",
            reason="shares no party and no subject with the others",
        ),
    ]
