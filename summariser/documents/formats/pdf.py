"""Reading PDF files: the text layer, page by page."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from summariser.documents.formats.composer import confirmed_title, one_line
from summariser.documents.formats.extract import Extract, FoundDate, Source
from summariser.documents.formats.pdf_lines import PageLines, page_lines
from summariser.documents.formats.pdf_pages import compose_pages
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_PAGES", "read"]

MAX_PAGES = 2_000
"""Longest PDF, in pages."""

_END = b"%%EOF"
_TAIL = 4096  # bytes at the end that must hold the mark; some servers add a few of their own
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(source: Source) -> Extract:
    """Read a PDF.

    Args:
        source: The file.

    Returns:
        The text of its pages in order. Running headers, footers and page numbers are marked as furniture; a page
        without a text layer is a gap. Divided words are put together, and a paragraph that goes on over a page stands
        in one.

    Raises:
        DocumentError: It is encrypted, cut off, damaged, too long, or holds no text at all.
    """
    if _END not in source.data.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        raise DocumentError("is cut off: the end of the PDF is missing", hint="fetch or copy it again")
    with closing(_open(source.data)) as pdf:
        count = len(pdf)
        if count > MAX_PAGES:
            raise DocumentError(f"has {count:,} pages, the limit is {MAX_PAGES:,}", hint="split it")
        composed = compose_pages([_page(pdf, index) for index in range(count)])
        metadata = pdf.get_metadata_dict(skip_empty=True)
        unread = list(_unread(pdf))
    if composed.empty:
        reasons = " and ".join(_by_reason(composed.gaps)) or "all pages are blank"
        raise DocumentError(f"holds no text: {reasons}", hint="run text recognition (OCR) on it")
    composer = composed.composer
    return Extract(
        text=composer.text,
        pages=composer.pages,
        gaps=tuple(composer.gaps),
        furniture=tuple(composer.furniture),
        notes=(*(f"Not read: {reason}." for reason in _by_reason(composed.gaps)), *unread),
        title=confirmed_title(metadata.get("Title"), composer.text),
        author=one_line(metadata.get("Author")),
        date=_date(metadata.get("CreationDate", "")),
    )


def _open(data: bytes) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise DocumentError("is encrypted and needs a password", hint="save it without one") from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise DocumentError("is encrypted in a way that is not known", hint="save it without encryption") from None
        raise DocumentError("is damaged: it cannot be opened as a PDF", hint="fetch or save it again") from None


def _page(pdf: Any, index: int) -> PageLines | None:
    """The lines of a page; None for one that is damaged."""
    import pypdfium2

    try:
        with closing(pdf[index]) as page:
            return page_lines(page, index + 1)
    except pypdfium2.PdfiumError:
        return None


def _by_reason(gaps: dict[int, str]) -> Iterator[str]:
    """The pages that were not read, a line for each reason: "pages 2 and 5 to 7 (a picture …)"."""
    for reason in dict.fromkeys(gaps.values()):
        numbers = [number for number, why in gaps.items() if why == reason]
        yield f"{'page' if len(numbers) == 1 else 'pages'} {_ranges(numbers)} ({reason})"


def _ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    words = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _unread(pdf: Any) -> Iterator[str]:
    """What the file holds beside its pages, which is not read."""
    import pypdfium2.raw as pdfium

    if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
        yield "It holds a form; what was filled in was not read."
    attached = pdf.count_attachments()
    if attached:
        yield f"It has {attached} attached {'file' if attached == 1 else 'files'}, not read."


def _date(value: str) -> FoundDate | None:
    match = _DAY.match(value)
    try:
        return FoundDate(Date(*map(int, match.groups())), "the day the PDF was made", certain=False) if match else None
    except ValueError:
        return None
