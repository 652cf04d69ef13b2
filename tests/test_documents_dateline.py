"""The document's own date."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.dateline import find_date
from summariser.documents.full_dates import FULL_DATE, date_of, day_comes_first
from summariser.documents.furniture import find_furniture

SEEDS = Path(__file__).parents[1] / "seeds"
BODY = "\n".join(f"Article {number}. It binds both sides in every case." for number in range(1, 30))

FOUND = {
    "GENEVA, 12 March 2025 — Talks began.": "2025-03-12",
    "PORT ELSINGER, Minn., Oct. 14, 2025 -- Tamarack ended merger talks.": "2025-10-14",
    "LONDON, Sept. 5, 2025 (Reuters) - The bank rose.": "2025-09-05",
    "WASHINGTON (AP), March 3, 2025 — The vote is near.": "2025-03-03",
    "Basel, 4 March 2025. Helvaris Pharma AG has granted a licence.": "2025-03-04",
    "New York, 3 March 2025: He spoke.": "2025-03-03",
    "March 3, 2025": "2025-03-03",
    "FRIDAY, 6 MARCH 2026": "2026-03-06",
    "Monday, 3 March 2025 10:30 GMT": "2025-03-03",
    "Wednesday 21 June 2023 at 6.30 p.m.": "2023-06-21",
    "Nuku‘alofa, Kingdom of Tonga, 21 May 2025": "2025-05-21",
    "Dakar, 18–19 June 2025": "2025-06-19",
    "Address of the incoming Mayor to the Annual Council, 21 May 2026": "2026-05-21",
    "MINUTES of the meeting held in the Pilots’ Room on Wednesday 21 June 2023 at 6.30 p.m.": "2023-06-21",
    "PUERTO LINDO, Chile – November 6, 2025 – Maree S.A. signed.": "2025-11-06",
    "Maree closes mill\nBy Bo Ek\nPosted: Feb 11, 2025 / 09:42 AM CST\n\nThe mill shut.": "2025-02-11",
    "PUBLIC NOTICE No. MW/118\nDated 7 October 2024\n\nThe road is shut.": "2024-10-07",
    "THIS AGREEMENT is made in Makawesi on 17 April 2026 between Acme and Orrin.": "2026-04-17",
    "Published January 22, 2026, 18:42 GMT\n\nTalks ended.": "2026-01-22",
    f"{BODY}\n\nSary-Bulak, 12 October 2023": "2023-10-12",
    "Date: 2025-03-12": "2025-03-12",
    "Date: 2025-03-12T10:00:00Z": "2025-03-12",
    "Published 4 Feb 2025": "2025-02-04",
    "Published: 28/08/2025 09:15 | By a staff writer in Lusaka": "2025-08-28",
    "Posted 05/05/2025": "2025-05-05",
    "By Ann Lee | 4 Feb 2025 | Politics": "2025-02-04",
    "By Teodoro Vance | March 3, 2026, 5:14 a.m. ET": "2026-03-03",
    "4 Feb 2025 · 3 min read": "2025-02-04",
    "Adopted by consensus on 19 June 2026": "2026-06-19",
    "Conducted in Kingston on 8 August 2025 by Desmond Achebe-Li. Edited for length.": "2025-08-08",
    "This Agreement is made on this 3rd day of May 2025 between A and B.": "2025-05-03",
    "This Harbour Lease (this “Lease”) is entered into\nas of March 3, 2026, between A and B.": "2026-03-03",
    "Last updated 5 May 2025": "2025-05-05",
    "Updated 6 May 2025\nPublished 5 May 2025": "2025-05-05",
    f"TREATY\n{BODY}\nDone at Entebbe on 19 June 2026, in English and French.": "2026-06-19",
    "Posted 11/07/2025 6:15 a.m.\n\nA memo of 10/20/2025 says so.": "2025-11-07",
    "Posted 11/07/2025 6:15 a.m.\n\nA memo of 20/10/2025 says so.": "2025-07-11",
}

NOT_FOUND = [
    "Tashkent, September 18 (TDI): In a move to enhance collaboration",
    "Posted 11/07/2025 6:15 a.m.",
    "Posted 11/07/2025\n\nMemos of 20/10/2025 and 10/20/2025 differ.",
    "March 2025",
    "30 February 2025",
    "99/99/2025",
    "On 3 May 2019 the bridge fell. Nobody was hurt.",
    "The bridge fell on Monday 3 May 2019.",
    "In a letter dated 3 May 2019, the minister wrote that he agreed.",
    "Signed on 3 May 2019, the treaty binds both states.",
    "Given the attack on 3 May 2020 the bank closed early.",
    "Published figures show that on 3 May 2020 the bank lost money.",
    "Report on the accident of 3 May 2019",
    "A treaty made on 3 May 2019 was recalled by ministers of the four states.",
    "The deal, reached 3 May 2019, was void.",
    "Minister: “I knew it on 3 May 2019.”",
    "He was born in Geneva, 3 May 1950, and died there.",
    "The ceasefire of Sunday, 3 May 2020, held.",
    f"{BODY}\nThe bridge was done away with on 3 May 2019.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_own_date_is_found(text: str, expected: str) -> None:
    """Datelines, headers, bylines, contracts and closings give the date, with the words that say it."""
    found = find_date(text, find_furniture(text))
    assert found is not None
    day, span = found
    assert day == date.fromisoformat(expected)
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_dates_are_not_taken(text: str) -> None:
    """A date in a sentence, one without its year, and one of two possible readings are nobody's own date."""
    assert find_date(text) is None


def test_furniture_is_no_source() -> None:
    """A date in a caption or a link line is not the document's."""
    text = "Also read: Geneva, 4 March 2025\nThe ministers met."
    assert find_date(text, find_furniture(text)) is None


@pytest.mark.parametrize(
    "name",
    ["000_5e4f01ce9f475515", "001_river_basin_accord", "005_ministers_health_declaration", "016_dockworkers_wage_deal",
     "023_refugee_host_conference", "025_software_services_agreement", "034_saved_page_trade_deal"],
)  # fmt: skip
def test_seeds(name: str) -> None:
    """The date found is the one in the hand-made labels, or none where they have none."""
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    labelled = json.loads((SEEDS / f"{name}.gold.json").read_text(encoding="utf-8"))["date"]
    found = find_date(text, find_furniture(text))
    assert (found[0].isoformat() if found else None) == labelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 March 2025, 4/13/2025", False),
        ("13/4/2025 and 14.5.2025", True),
        ("13/4/2025 and 4/13/2025", None),
        ("x", None),
    ],
)
def test_order_of_numeric_dates(text: str, expected: bool | None) -> None:
    """Unambiguous dates of a document tell how to read the others."""
    assert day_comes_first(text) is expected


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y", "%b. %d, %Y"]),
)
def test_full_dates_round_trip(day: date, form: str) -> None:
    """Every day in every form is read as itself."""
    match = FULL_DATE.search(f"x {day.strftime(form)} y")
    assert match is not None
    assert date_of(match) == day


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.booleans())
def test_numeric_dates_are_read_only_where_they_are_clear(day: date, day_first: bool) -> None:
    """Without an order a numeric date is read only if no other day could be meant."""
    match = FULL_DATE.fullmatch(day.strftime("%d/%m/%Y" if day_first else "%m/%d/%Y"))
    assert match is not None
    assert date_of(match, day_first=day_first) == day
    clear = day.day > 12 or day.day == day.month
    assert date_of(match) == (day if clear else None)


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    """Whatever the text, a span that is found is exact."""
    found = find_date(text)
    assert found is None or text[found[1].start : found[1].end] == found[1].text
