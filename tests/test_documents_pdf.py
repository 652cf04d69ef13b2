"""Reading PDF files: pages, paragraphs, furniture, gaps, and files that cannot be read."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Table

from summariser.documents import read_bytes
from summariser.documents.formats import pdf as pdf_module
from summariser.documents.formats.extract import Extract, Source
from summariser.documents.formats.pdf import read
from summariser.errors import DocumentError
from tests.paper import BODY, HEADING, JUSTIFIED, drawn, flowing, lines, paragraphs, picture, together

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SENTENCE = "The Government of Norland will pay 4 million euros to the common fund by 2031, said a spokesman for it. "
PROSE = SENTENCE * 6


def extract(data: bytes) -> Extract:
    return read(Source(data))


def page_of(found: Extract, words: str) -> int:
    """The page on which some words begin."""
    start = found.text.index(words)
    return next(page.number for page in found.pages if page.start <= start < page.end)


def test_paragraphs_are_whole_and_know_their_page() -> None:
    """Lines broken to fit the width are put together; pages tile the text, and a span knows its page."""
    texts = [f"{PROSE}Paragraph number {number} ends here." for number in range(12)]
    found = extract(flowing(paragraphs(*texts, style=JUSTIFIED)))
    assert found.text.split("\n\n") == texts
    assert [page.number for page in found.pages] == [1, 2]
    assert [page.start for page in found.pages] == [0, found.pages[0].end]
    assert found.pages[-1].end == len(found.text)
    assert page_of(found, "Paragraph number 0") == 1
    assert page_of(found, "Paragraph number 11") == 2


def test_ragged_paragraphs_without_space_between_them_are_told_apart() -> None:
    """Where the next word would have fitted into the line above, a paragraph has ended."""
    tight = BODY.clone("tight", spaceAfter=0)
    texts = [PROSE + "It ends.", "A short one.", PROSE + "So does this."]
    assert extract(flowing(paragraphs(*texts, style=tight))).text.split("\n\n") == texts


def test_headings_stand_apart() -> None:
    """A line in larger or bold type is no part of the text below it."""
    story = [*paragraphs("Terms of the agreement", style=HEADING), *paragraphs(PROSE)]
    assert extract(flowing(story)).text.split("\n\n")[0] == "Terms of the agreement"


def test_a_paragraph_goes_on_over_the_page() -> None:
    """Its two parts are one, each on its page, and what stands between them is before or after it."""
    data = flowing(paragraphs(*[PROSE.strip()] * 13), header="Ministry of Trade", footer="Draft of May, page {page}")
    found = extract(data)
    assert len(found.pages) == 2
    cut = found.pages[1].start
    assert found.text[:cut].endswith(" ")
    assert not found.text[:cut].endswith("\n ")
    body = [piece for piece in found.text.split("\n\n") if "Norland" in piece]
    assert body == [PROSE.strip()] * 13
    assert page_of(found, "Draft of May, page 1") == 1
    assert page_of(found, "Draft of May, page 2") == 2


def test_running_headers_and_footers_are_furniture() -> None:
    """They are marked on each page with their reason, also where a number in them grows with the pages."""
    story = paragraphs(*[PROSE] * 40)
    found = extract(flowing(story, header="Ministry of Trade", footer="Report 2027 – {page} of 9"))
    marked = [(found.text[piece.start : piece.end], piece.reason) for piece in found.furniture]
    count = len(found.pages)
    assert count >= 3
    assert marked.count(("Ministry of Trade", "running header")) == count
    assert [reason for text, reason in marked if text.startswith("Report 2027")] == ["running footer"] * count
    document = read_bytes(flowing(story, header="Ministry of Trade", footer="{page}"), "report.pdf")
    assert not any("Ministry of Trade" in sentence.text for sentence in document.sentences)
    assert {piece.reason for piece in document.furniture} == {"running header", "page number"}


def test_divided_words_are_put_together() -> None:
    """A hyphen at the end of a line goes where it only divides, and stays where it belongs to the word."""
    found = extract(
        drawn(
            lines(
                "The minister said that the govern-",
                "ment would keep the well-",
                "known Franco-",
                "German plan, and the interna-",
                "tional trade-",
                "off was known: no one likes a trade-off or the off side",
                "of trade in Article-",
                "19 matters.",
            )
        )
    )
    assert found.text == (
        "The minister said that the government would keep the well-known Franco-German plan, and the international "
        "trade-off was known: no one likes a trade-off or the off side of trade in Article-19 matters."
    )


def test_ligatures_and_soft_hyphens_are_letters_again() -> None:
    """A hyphen that is drawn is a hyphen, whatever its code."""
    assert extract(drawn(lines("A well\u00adknown plan."))).text == "A well-known plan."


def test_columns_are_read_one_after_the_other() -> None:
    """The text of the first column goes on at the top of the second."""
    texts = [f"{SENTENCE * 3}Paragraph {number} ends." for number in range(14)]
    found = extract(flowing(paragraphs(*texts), columns=2))
    assert found.text.split("\n\n") == texts


def test_rows_of_a_table_have_tabs_between_their_cells() -> None:
    """Each row is a line of its own."""
    rows = [["Party", "Amount", "By"], ["Norland", "4 million euros", "May 2031"], ["Sudland", "2 million", "2032"]]
    found = extract(flowing([*paragraphs(PROSE), Table(rows)]))
    assert found.text.split("\n\n")[-3:] == ["\t".join(row) for row in rows]


def test_items_of_a_list_stand_apart() -> None:
    """Bullets and numbers begin a paragraph, and an item that is broken into lines is whole."""
    items = ["1. " + SENTENCE * 2 + "So be it.", "2. Sudland will follow.", "• " + SENTENCE.strip(), "• Nothing else."]
    assert extract(flowing(paragraphs(*items, style=BODY.clone("tight", spaceAfter=0)))).text.split("\n\n") == items


def test_footnotes_stand_after_the_text_of_their_page() -> None:
    """Notes in smaller type do not interrupt a paragraph that goes on over the page."""
    first = together(
        lines("The parties agreed that the fund", y=140),
        lines("1 See annex II.", "2 As amended.", y=90, size=8, step=10),
    )
    second = lines("would open in the spring of 2031.", y=760)
    found = extract(drawn(together(lines("It begins."), first), together(second, lines("It ends here."))))
    assert found.text == (
        "It begins.\n\n1 See annex II.\n\n2 As amended.\n\n"
        "The parties agreed that the fund would open in the spring of 2031.\n\nIt ends here."
    )
    assert page_of(found, "2 As amended.") == 1


def test_turned_text_is_read_along_its_lines() -> None:
    """A table printed sideways reads like any other text; a stamp at a slant is furniture."""

    def sideways(page: Canvas) -> None:
        page.translate(300, 100)
        page.rotate(90)
        lines("The first line of a page that", "is printed sideways.", x=0, y=0)(page)

    def stamped(page: Canvas) -> None:
        lines("Nothing is agreed yet.")(page)
        page.translate(200, 300)
        page.rotate(45)
        page.setFont("Helvetica", 60)
        page.drawString(0, 0, "DRAFT")

    found = extract(drawn(sideways, stamped))
    assert found.text.split("\n\n")[0] == "The first line of a page that is printed sideways."
    assert [found.text[piece.start : piece.end] for piece in found.furniture] == ["DRAFT"]


def test_scanned_page_is_a_gap() -> None:
    """A page without text is named in the notes and has its place in the text; what surrounds it is read."""
    stamp = lines("Case 12, page 4", y=810, size=8)
    pages = [lines("Before."), picture, lines("Between."), together(picture, stamp), lines("After.", "", "")]
    found = extract(drawn(*pages, together(picture, lines("Case 12, page 6", y=810, size=8))))
    assert [gap.reason for gap in found.gaps] == [
        f"page {number}: a picture without a text layer" for number in (2, 4, 6)
    ]
    for gap in found.gaps:
        assert gap.end > gap.start
        assert found.text[gap.start : gap.end].isspace()
    assert found.notes == ("Not read: pages 2, 4 and 6 (a picture without a text layer).",)
    assert [page.number for page in found.pages] == [1, 2, 3, 4, 5, 6]
    assert {"Before.", "Between.", "After."} <= set(found.text.split("\n\n"))


def test_pdf_without_any_text_is_refused() -> None:
    """A scan says what to do; so does a PDF of blank pages."""
    with pytest.raises(DocumentError, match=r"holds no text: pages 1 to 2 \(a picture") as caught:
        extract(drawn(picture, picture))
    assert "OCR" in caught.value.hint
    with pytest.raises(DocumentError, match="all pages are blank"):
        extract(drawn(lambda _: None))


def test_drawn_letters_are_a_gap() -> None:
    """A page of shapes only may hold words drawn as shapes."""
    found = extract(drawn(lines("Words."), lambda page: page.line(10, 10, 200, 200)))
    assert [gap.reason for gap in found.gaps] == ["page 2: drawings without a text layer"]


def test_blank_page_is_no_gap() -> None:
    """There is nothing on it to be lost."""
    found = extract(drawn(lines("One."), lambda _: None, lines("Three.")))
    assert (found.gaps, found.text) == ((), "One.\n\nThree.")
    assert page_of(found, "Three.") == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (drawn(lines("Secret."), encrypt="open sesame"), "is encrypted and needs a password"),
        (drawn(lines("Cut off."))[:-40], "is cut off"),
        (b"%PDF-1.7\nnothing\n%%EOF", "is damaged"),
    ],
    ids=["encrypted", "truncated", "damaged"],
)
def test_unreadable_pdf_says_why_in_one_line(data: bytes, words: str) -> None:
    """The message names the file and what is wrong; the hint says what to do."""
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "deal.pdf")
    assert caught.value.message.startswith(f"deal.pdf {words}")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_number_of_pages_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF with more pages than the limit is refused before any is read."""
    monkeypatch.setattr(pdf_module, "MAX_PAGES", 2)
    monkeypatch.setattr(pdf_module, "page_lines", lambda *_: pytest.fail("a page was read"))
    with pytest.raises(DocumentError, match="has 3 pages, the limit is 2"):
        extract(drawn(*[lines("x")] * 3))


def test_damaged_page_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """One page that cannot be loaded does not cost the others."""
    import pypdfium2

    whole = pdf_module.page_lines

    def breaking(page: object, number: int) -> object:
        if number == 2:
            raise pypdfium2.PdfiumError("no page")
        return whole(page, number)

    monkeypatch.setattr(pdf_module, "page_lines", breaking)
    found = extract(drawn(lines("One."), lines("Two."), lines("Three.")))
    assert [gap.reason for gap in found.gaps] == ["page 2: damaged"]
    assert found.text.split() == ["One.", "Three."]


def test_metadata_are_taken_with_care() -> None:
    """A title counts where the document opens with it; the day it was made is no certain date."""
    page = lines("Report on the common fund", "It was set up in 2031.")
    found = extract(drawn(page, title="Report on the Common Fund", author="Ana Ruiz"))
    assert (found.title, found.author) == ("Report on the Common Fund", "Ana Ruiz")
    assert extract(drawn(page, title="Microsoft Word - final2.doc")).title is None
    assert found.date is not None
    assert not found.date.certain


def test_dateline_goes_before_the_day_the_file_was_made() -> None:
    """Its source is kept with the date; a date of the caller goes before both."""
    dated = drawn(lines("OSLO, 4 March 2027 – The parties met and agreed on the fund."))
    document = read_bytes(dated, "deal.pdf")
    assert (document.date, document.date_source) == (date(2027, 3, 4), "dateline")
    plain = read_bytes(drawn(lines("The parties met.")), "deal.pdf")
    assert plain.date is not None
    assert plain.date_source == "the day the PDF was made"
    given = read_bytes(dated, "deal.pdf", date=date(2020, 1, 1))
    assert (given.date, given.date_source) == (date(2020, 1, 1), None)


def test_what_is_beside_the_pages_is_named() -> None:
    """Attached files and the fields of forms are not read, and the notes say so."""
    import pypdfium2

    with pypdfium2.PdfDocument(drawn(lines("See attached."))) as pdf:
        pdf.new_attachment("budget.csv").set_data(b"a,b")
        out = io.BytesIO()
        pdf.save(out)

    def form(page: Canvas) -> None:
        lines("Name:")(page)
        page.acroForm.textfield(name="name", x=200, y=700)

    assert extract(out.getvalue()).notes == ("It has 1 attached file, not read.",)
    assert extract(drawn(form)).notes == ("It holds a form; what was filled in was not read.",)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3_000), st.integers(0, 255))
def test_damage_anywhere_gives_text_or_a_document_error(place: int, value: int) -> None:
    """Whatever byte is changed, pages, gaps and furniture still fit the text."""
    data = bytearray(drawn(lines("One line.", "Another line."), picture))
    data[place % len(data)] = value
    try:
        found = extract(bytes(data))
    except DocumentError:
        return
    assert found.text.strip()
    assert all(0 <= part.start < part.end <= len(found.text) for part in (*found.gaps, *found.furniture, *found.pages))
