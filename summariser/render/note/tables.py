"""The commitments of a note as CSV and as a workbook."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from summariser.render.note.extras import need
from summariser.render.note.rows import HEADINGS, commitment_rows
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note

__all__ = ["commitments_csv", "commitments_xlsx"]

# What makes a spreadsheet take a cell for a formula, the full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_WIDTHS = (5, 24, 20, 46, 14, 14, 24, 10, 34, 18, 13, 36, 70, 50)
_LONGEST_CELL = 32_767


def commitments_csv(note: Note, style: Style) -> str:
    """The commitments as CSV as RFC 4180 describes it.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text.

    Args:
        note: The note.
        style: The house style.

    Returns:
        Header and rows, lines ended by CR LF; days as 2025-03-12. Write it with a byte-order mark (`utf-8-sig`) for
        spreadsheets that do not expect UTF-8.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for _, row in commitment_rows(note, style):
        writer.writerow([_inert(value) for value in row])
    return out.getvalue()


def commitments_xlsx(note: Note, style: Style) -> bytes:
    """The commitments as a workbook: dates as dates, a frozen header, a filter on every column.

    Args:
        note: The note.
        style: The house style.

    Returns:
        The file; every text is stored as text, so that none can be a formula or a link.

    Raises:
        SettingsError: The library is not installed.
    """
    need("xlsxwriter", "note", "a workbook")
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    created = note.provenance.created
    stamp = (created if created.tzinfo else created.replace(tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": clean(note.title)[:255], "subject": "Commitments", "author": "", "created": stamp})
    formats = {"iso": "yyyy-mm-dd", "12 March 2025": "d mmmm yyyy", "March 12, 2025": "mmmm d, yyyy"}
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": formats[style.date_style], "valign": "top", "align": "left"})
    overdue = book.add_format({"bold": True, "font_color": "#8F2317", "valign": "top"})
    sheet = book.add_worksheet("Commitments")
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    rows = commitment_rows(note, style)
    for index, (_, row) in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(index, column, value, text)
            elif isinstance(value, date):
                sheet.write_datetime(index, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a day
            elif value:
                marked = overdue if value == "Overdue" and HEADINGS[column] == "Mark" else text
                sheet.write_string(index, column, value[:_LONGEST_CELL], marked)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(HEADINGS) - 1)
    sheet.set_landscape()
    sheet.set_paper(1 if style.paper == "letter" else 9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    book.close()
    return out.getvalue()


def _inert(value: str | int | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
