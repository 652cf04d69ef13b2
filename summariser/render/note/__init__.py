"""A briefing note in every format: HTML, Markdown, Word, PDF, tables and a calendar, each in a house style."""

from summariser.render.note.deadlines import deadlines_ics
from summariser.render.note.docx import render_note_docx
from summariser.render.note.html import render_note_html
from summariser.render.note.markdown import render_note_markdown
from summariser.render.note.pdf import render_note_pdf
from summariser.render.note.reading_order import in_reading_order
from summariser.render.note.style import Style
from summariser.render.note.styles import copy_style, list_styles, load_style
from summariser.render.note.tables import commitments_csv, commitments_xlsx

__all__ = [
    "Style",
    "commitments_csv",
    "commitments_xlsx",
    "copy_style",
    "deadlines_ics",
    "in_reading_order",
    "list_styles",
    "load_style",
    "render_note_docx",
    "render_note_html",
    "render_note_markdown",
    "render_note_pdf",
]
