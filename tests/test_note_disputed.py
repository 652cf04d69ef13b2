"""Differences between sentences, whether a brief holds them or not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from summariser.note import build_note
from tests.note_checks import check_note
from tests.sample_note_briefs import brief_of

if TYPE_CHECKING:
    from summariser.schemas import Brief

HEAD = "The Orrin Canal at Velmouth is run by Castle Waterways."


def source(words: str, name: str, day: date) -> Brief:
    """A document on the canal that ends with these words, of which its brief holds nothing."""
    return brief_of(
        f"Orrin Canal\n\n{HEAD} {words}", name, day, parties=[{"name": "Castle Waterways", "kind": "organisation"}]
    )


def shown(older: str, newer: str) -> list[list[str]]:
    briefs = [source(older, "a.txt", date(2025, 3, 3)), source(newer, "b.txt", date(2025, 3, 6))]
    note = build_note(briefs, as_of=date(2025, 3, 10), length="long")
    check_note(note, briefs)
    return [[wording.text for wording in each.wordings] for each in note.differences]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("The flood drove 310 families from their homes.", "Some 450 families had to leave."),
        ("The lock can seat 600 at concerts.", "The lock has 480 seats for concerts."),
        ("The new bank is 4.2 km long.", "Length of the bank: 2,400 metres."),
        ("The mean yield was 7.5 t/ha.", "Farmers averaged six tonnes a hectare."),
        ("Twelve sluices will be replaced.", "It will replace 14 sluices."),
        ("Deaths: 23.", "Thirty-one people died in the flood."),
        ("The repair will cost SEK 14 million.", "The repair costs 19 million crowns."),
        ("The canal reopens on 6 May.", "The canal is to be opened again on 20 May."),
        ("Keys are to be handed over by 30 June.", "The keys are delivered by 31 August."),
        ("The county pays for the repair in full.", "The town is to fund all these works."),
        ("Ruth Barker leads the inquiry.", "The inquiry is headed by Peter Mason."),
        ("It will offer carers a free canal pass.", "It has had to drop its offer of a canal pass to carers."),
        ("No barge left the depot at Wick.", "A third of all barges left the depot at Wick."),
        ("Leaks found in the past six months: 84 (past year: 91)", "The divers found 57 leaks."),
        ("The county council will lead the restoration.", "The National Library leads the restoration."),
        ("It can pump 80,000 cubic metres of river water a day.", "Nominal flow: 60,000 m³ per day."),
    ],
)
def test_sentences_that_differ_are_shown(older: str, newer: str) -> None:
    """Numbers, days, payers, heads, what is dropped and what is denied, in words of each source's own."""
    assert shown(older, newer) == [[older, newer]]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("The bank is 6,200 cm wide.", "The bank has a width of 62 metres."),
        ("It counted 7,312 barges.", "Some 7,300 barges passed."),
        ("Seats: 24.", "The boat has two dozen seats."),
        ("The repair will cost A$14 million.", "The repair costs US$9 million."),
        ("The kiln burnt 1,500 mt of lime.", "The kiln burnt 1,500 tonnes of lime."),
        ("The wage rose from 22 to 30 crowns.", "The wage is now 30 crowns."),
        ("Last year, 410 barges passed.", "This year 530 barges passed."),
        ("Eleven of the county's fourteen sluices work.", "Eleven sluices work."),
        ("The works last eighteen months.", "The works last a year and a half."),
        ("62 per cent of the crew are women.", "38 per cent of the crew are men."),
        ("The canal closes at the end of September.", "The canal is shut until 30 September."),
        ("The canal opens on 6 May.", "The council meets on 20 May."),
        ("Farms with fewer than 50 sheep pay no toll.", "We pay no toll, having forty-three sheep."),
    ],
)
def test_other_words_for_the_same_are_no_difference(older: str, newer: str) -> None:
    """Units, rounding, number words, other times, parts of a whole, other acts."""
    assert shown(older, newer) == []


def test_sources_on_other_matters_do_not_differ() -> None:
    """No name and no number joins them."""
    other = brief_of("Hill Farm\n\nSome 450 families live here.", "c.txt", date(2025, 3, 6), parties=[])
    briefs = [source("The flood drove 310 families away.", "a.txt", date(2025, 3, 3)), other]
    assert build_note(briefs, as_of=date(2025, 3, 10)).differences == []


def test_places_that_only_titles_name_tell_that_sources_are_on_one_matter() -> None:
    def differences(older: str, newer: str) -> int:
        texts = f"{older}\n\nSome 2,400 ledgers got wet.", f"{newer}\n\nDamage: 3,800 ledgers wet."
        briefs = [brief_of(text, f"{at}.txt", date(2025, 3, at), parties=[]) for at, text in enumerate(texts, 3)]
        for brief, title in zip(briefs, (older, newer), strict=True):
            brief.title = title
        return len(build_note(briefs, as_of=date(2025, 3, 10)).differences)

    assert (
        differences("Fire at the office in Velmouth, Ashcombe", "First meeting on the Velmouth office, Ashcombe") == 1
    )
    assert differences("Fire at the office in Velmouth, Ashcombe", "First meeting on the Larkhill office, Draycot") == 0


ELSEWHERE = (
    "Ruth Barker of Castle Waterways spoke with Peter Mason of the Velmouth Trust, Ana Lopes of the Wick Society, Tom Hale of "
    "the Skarn Guild and Ida Reis of the Marle Club. The flood drove {} families from their homes."
)
OTHERS = (
    "Ruth Barker of Castle Waterways met Bo Ek of the Lisk Council, Nia Rao of the Dunmore Bank, Eli Vik of the Corin Mission "
    "and Uma Sen of the Tolv Union near Peska, at Ravno. The flood drove {} families from their homes."
)


def test_sources_that_share_few_of_their_names_are_not_on_one_matter() -> None:
    """Two long documents that name one person and one body alike may tell of two floods."""
    few = [
        brief_of(
            text.format(number),
            name,
            date(2025, 3, day),
            parties=[{"name": "Castle Waterways", "kind": "organisation"}],
        )
        for text, number, name, day in ((ELSEWHERE, 310, "a.txt", 3), (OTHERS, 450, "b.txt", 6))
    ]
    assert build_note(few, as_of=date(2025, 3, 10), length="long").differences == []
    alike = [
        brief_of(
            ELSEWHERE.format(number),
            name,
            date(2025, 3, day),
            parties=[{"name": "Castle Waterways", "kind": "organisation"}],
        )
        for number, name, day in ((310, "a.txt", 3), (450, "b.txt", 6))
    ]
    assert len(build_note(alike, as_of=date(2025, 3, 10), length="long").differences) == 1
