"""Commitments as CSV, as a workbook and as a calendar."""

from __future__ import annotations

import csv
import importlib.util
import io
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import icalendar
import openpyxl
import pytest
from hypothesis import given, settings

from summariser.errors import SettingsError
from summariser.render.note import Style, commitments_csv, commitments_xlsx, deadlines_ics, load_style
from summariser.render.note.rows import HEADINGS
from tests.brief_strategies import any_text
from tests.hostile_note import HOSTILE, hostile_note
from tests.sample_note import note_of_one_page, sample_note

if TYPE_CHECKING:
    from summariser.schemas.note import Note

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "\r=1",
    "＝1",
    '=HYPERLINK("http://x.example")',
    "=cmd|' /C calc'!A0",
]


def read_csv(note: Note) -> list[list[str]]:
    return list(csv.reader(io.StringIO(commitments_csv(note, Style()), newline=""), strict=True))


def sheet_of(note: Note, style: Style | None = None) -> openpyxl.worksheet.worksheet.Worksheet:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(commitments_xlsx(note, style or Style()))).worksheets
    return sheet


def events(note: Note) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(deadlines_ics(note, Style())).walk("VEVENT"))


# CSV


def test_csv_has_a_row_for_each_commitment() -> None:
    """In a short note, too; by deadline, days in ISO form, evidence with its words."""
    head, *rows = read_csv(sample_note("short"))
    assert head == list(HEADINGS)
    assert len(rows) == 8
    first = dict(zip(head, rows[0], strict=True))
    assert first["Who"] == "Republic of Corvania"
    assert first["By when (latest)"] == "2026-03-01"
    assert first["Mark"] == "Overdue"
    assert first["Evidence"].startswith("[4] “will complete the survey of the seabed by 1 March 2026” (S2 ")
    assert dict(zip(head, rows[4], strict=True))["Made before"].startswith("[6] “shall open its wholesale")
    assert commitments_csv(sample_note(), Style()).endswith("\r\n")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    """An apostrophe stands before whatever a spreadsheet would reckon with."""
    for row in read_csv(hostile_note(text))[1:]:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "\t", "\r"))


@settings(max_examples=40, deadline=None)
@given(any_text)
def test_any_text_keeps_the_rows_of_a_csv(text: str) -> None:
    """Quotation marks, commas, line breaks: eight rows of fourteen cells."""
    rows = read_csv(hostile_note(text))
    assert [len(row) for row in rows] == [len(HEADINGS)] * 9


# Workbook


def test_the_workbook_has_dates_filter_and_frozen_header() -> None:
    """Dates are dates in the format of the house; every column has a width and a filter."""
    sheet = sheet_of(sample_note(), load_style("newsroom"))
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert sheet.max_row == 9
    latest = sheet.cell(2, HEADINGS.index("By when (latest)") + 1)
    assert latest.value == datetime(2026, 3, 1)  # noqa: DTZ001 - a day
    assert latest.is_date
    assert latest.number_format == "mmmm d, yyyy"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:N9"
    assert all(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJKLMN")
    assert sheet.cell(2, HEADINGS.index("Mark") + 1).value == "Overdue"


@pytest.mark.parametrize("text", [*FORMULAS, HOSTILE, "http://x.example", "1", "W" * 40_000])
def test_every_text_of_a_workbook_is_text(text: str) -> None:
    """No formula, no number, no link; it opens."""
    sheet = sheet_of(hostile_note(text))
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            assert cell.data_type in {"s", "n", "d"}
            assert cell.data_type != "n" or cell.value is None or cell.column == 1
            assert cell.hyperlink is None


# Calendar


def test_the_calendar_has_the_open_deadlines_only() -> None:
    """All-day events on the last day; refused, done and undated ones are not in it."""
    note = sample_note()
    found = events(note)
    assert [event["dtstart"].dt for event in found] == [
        date(2026, 3, 1), date(2026, 5, 31), date(2026, 6, 30), date(2028, 12, 31),
    ]  # fmt: skip
    assert all(event["dtend"].dt - event["dtstart"].dt == timedelta(days=1) for event in found)
    assert found[2]["summary"] == "Republic of Aldermere: pay €140 million towards the Skarn Sound cable"
    assert "S1 The Harbour Courier" in found[2]["description"]
    assert "“will pay €140 million" in found[2]["description"]
    for commitment in note.commitments:
        commitment.status = "fulfilled"
    assert events(note) == []


def test_an_event_keeps_its_identifier_when_its_day_moves() -> None:
    """And two alike have two."""
    note, moved = sample_note(), sample_note()
    assert moved.commitments[2].deadline is not None
    moved.commitments[2].deadline.latest = date(2026, 7, 31)
    assert [event["uid"] for event in events(note)] == [event["uid"] for event in events(moved)]
    note.commitments.append(note.commitments[2].model_copy())
    uids = [event["uid"] for event in events(note)]
    assert len(set(uids)) == len(uids) == 5


@pytest.mark.parametrize(
    "text", [HOSTILE, "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n", "a;b,c\\n\nATTACH:http://x.example", *FORMULAS]
)
def test_no_text_adds_a_line_to_the_calendar(text: str) -> None:
    """Four events with the same properties as ever; no line is longer than 75 bytes."""
    before, after = events(sample_note()), events(hostile_note(text))
    assert [sorted(event) for event in after] == [sorted(event) for event in before]
    lines = deadlines_ics(hostile_note(text), Style()).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)


@settings(max_examples=40, deadline=None)
@given(any_text)
def test_any_text_makes_a_calendar(text: str) -> None:
    """It parses, with four events."""
    assert len(events(hostile_note(text))) == 4


# All


def test_a_note_without_commitments() -> None:
    """A header, an empty sheet, an empty calendar."""
    note = note_of_one_page()
    assert read_csv(note) == [list(HEADINGS)]
    assert sheet_of(note).max_row == 1
    assert events(note) == []


@pytest.mark.parametrize("write", [commitments_xlsx, deadlines_ics])
def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, write: object) -> None:
    """One line that says which extra to install; CSV needs none."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"install summariser\[note\]"):
        write(sample_note(), Style())  # type: ignore[operator]
    assert commitments_csv(sample_note(), Style())
