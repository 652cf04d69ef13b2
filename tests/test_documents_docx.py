"""Reading Word files: paragraphs, tables, notes, tracked changes, and archives that are a trap."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import docx
import pytest

from summariser.documents import read_bytes
from summariser.documents.formats import docx_archive
from summariser.documents.formats.docx import read
from summariser.documents.formats.extract import Extract, Source
from summariser.errors import DocumentError
from tests.paper import archive, drawn, lines, p, word


def extract(data: bytes) -> Extract:
    return read(Source(data))


def blocks(data: bytes) -> list[str]:
    """The paragraphs and rows that were read."""
    return extract(data).text.split("\n\n")


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_headings_and_tables_are_read_in_order() -> None:
    """A row is a line with tabs between its cells; the text of a cell is one line."""
    document = docx.Document()
    document.add_heading("Terms of the agreement", 1)
    document.add_paragraph("Norland will pay by 2031.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["Party", "Sum", "Norland\nSea", "4\tm"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Sudland agreed.")
    assert blocks(saved(document)) == [
        "Terms of the agreement", "Norland will pay by 2031.", "Party\tSum", "Norland Sea\t4 m", "Sudland agreed.",
    ]  # fmt: skip


def test_properties_are_taken_with_care() -> None:
    """Author and last saving are kept; a title counts where the text opens with it or is set as the title."""
    document = docx.Document()
    document.core_properties.author = "Ana Ruiz"
    document.core_properties.title = "Old template"
    document.core_properties.modified = datetime(2027, 3, 4, 9, tzinfo=UTC)
    document.add_paragraph("Report on the fund")
    found = extract(saved(document))
    assert (found.author, found.title) == ("Ana Ruiz", None)
    assert found.date is not None
    assert (found.date.day, found.date.certain) == (date(2027, 3, 4), False)
    document.core_properties.title = "Report on the Fund"
    assert extract(saved(document)).title == "Report on the Fund"
    document.add_paragraph("The fund in ten years", style="Title")
    assert extract(saved(document)).title == "The fund in ten years"


def test_file_without_properties_has_no_date() -> None:
    """Properties that are not there are not made up."""
    found = extract(word(p("Hello.")))
    assert (found.date, found.author, found.title) == (None, None, None)


def test_headers_and_footers_are_furniture() -> None:
    """They are read once, at the top and at the bottom, and no sentence holds them."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of Trade"
    document.sections[0].footer.paragraphs[0].text = "Draft of May"
    document.add_paragraph("Norland will pay.")
    read_document = read_bytes(saved(document), "deal.docx")
    assert read_document.text == "Ministry of Trade\n\nNorland will pay.\n\nDraft of May"
    assert [(piece.start, piece.reason) for piece in read_document.furniture] == [
        (0, "running header"),
        (read_document.text.index("Draft"), "running footer"),
    ]
    assert [sentence.text for sentence in read_document.sentences] == ["Norland will pay."]


def test_tracked_changes_are_read_as_accepted() -> None:
    """Inserted and moved text is in, deleted text is out, and a paragraph whose end was deleted goes on."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    deleted = '<w:del w:id="1"><w:r><w:delText>within a year</w:delText></w:r></w:del>'
    body = (
        f'<w:p>{run.format("Norland will pay ")}{deleted}<w:ins w:id="2">{run.format("by 2031")}</w:ins>'
        f"{run.format('.')}</w:p>"
        f'<w:p><w:moveFrom w:id="3">{run.format("Gone.")}</w:moveFrom></w:p>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>{run.format("One para")}</w:p>'
        f'<w:p>{run.format("graph.")}</w:p><w:p><w:moveTo w:id="5">{run.format("Here.")}</w:moveTo></w:p>'
        '<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc><w:p><w:r><w:t>Old row</w:t></w:r></w:p></w:tc></w:tr>'
        f"<w:tr><w:tc><w:p>{run.format('Kept row')}</w:p></w:tc></w:tr></w:tbl>"
    )
    found = extract(word(body))
    assert found.text.split("\n\n") == ["Norland will pay by 2031.", "One paragraph.", "Here.", "Kept row"]
    assert found.notes == ("It has tracked changes: it is read with all of them accepted.",)


def test_notes_follow_what_refers_to_them() -> None:
    """A footnote stands after its paragraph or row, with its number; endnotes stand at the end."""
    foot = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    parts = {
        "footnotes": f'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{p("See annex II.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("As amended")}{p("in May.")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="1">{p("Figures are provisional.")}</w:endnote>',
    }
    body = (
        f'<w:p><w:r><w:t>Norland will pay.</w:t></w:r>{foot.format(2)}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Sudland</w:t></w:r>{foot.format(3)}</w:p></w:tc></w:tr></w:tbl>"
        + p("It ends.")
    )
    assert blocks(word(body, parts=parts)) == [
        "Norland will pay.", "[1] See annex II.", "Sudland", "[2] As amended in May.", "It ends.",
        "[1] Figures are provisional.",
    ]  # fmt: skip


def test_what_is_not_to_be_seen_is_left_out() -> None:
    """Hidden runs, field codes, and the prompts of empty fields are no text; the notes tell of hidden text."""
    body = (
        "<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> words</w:t></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here.") + "</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtContent>" + p("Filled in.") + "</w:sdtContent></w:sdt>"
    )
    found = extract(word(body))
    assert found.text.split("\n\n") == ["Seen words", "Filled in."]
    assert found.notes == ("Text that is set as hidden was left out.",)


def test_text_boxes_are_read_once() -> None:
    """A box that is stored in two forms for old and new programs stands once, after its paragraph."""
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f'<mc:AlternateContent {namespace}><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert blocks(word(f"<w:p><w:r><w:t>Outside.</w:t></w:r><w:r>{both}</w:r></w:p>")) == ["Outside.", "In the box."]


def test_small_marks_are_kept() -> None:
    """Tabs, line breaks and hyphens that are elements of their own are characters of the text."""
    body = (
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>state</w:t>"
        "<w:softHyphen/></w:r></w:p>"
    )
    assert extract(word(body)).text == "One\ttwo\nnon-state"


def test_comments_and_embedded_documents_are_named() -> None:
    """What is not read is in the notes."""
    comments = '<w:comment w:id="1">' + p("Really?") + "</w:comment>"
    found = extract(word(p("Text.") + '<w:altChunk w:id="x"/>', parts={"comments": comments}))
    assert found.text == "Text."
    assert found.notes == ("It has 1 comment in the margin, not read.", "It has 1 embedded document, not read.")


def test_macros_pictures_and_lost_parts_do_no_harm() -> None:
    """Documents with macros are read without them, and a relation that leads nowhere is passed by."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lost = f'<Relationship Id="r8" Type="{relation}/image" Target="../NULL"/>'
    macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = word(p("Text."), relations=lost, main_type=macros, extra={"word/vbaProject.bin": b"\0" * 50_000_000})
    assert extract(data).text == "Text."


def bomb_of_entries() -> bytes:
    return word(p("x"), extra={f"word/{n}.xml": b"" for n in range(docx_archive.MAX_ENTRIES)})


def entities() -> bytes:
    document = b'<!DOCTYPE x [<!ENTITY a "ha">]><w:document xmlns:w="urn:w">&a;</w:document>'
    return word(p("x"), extra={"word/document.xml": document})


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (bomb_of_entries, "parts, the limit is 10,000"),
        (lambda: word(p(" " * 40_000_000)), "unpacks to far more"),
        (entities, "declares XML entities"),
        (lambda: word(p("text"))[:-30], "is damaged"),
        (lambda: word("<w:p>"), "is damaged"),
        (lambda: word(p("x")).replace(b"word/document.xml", b"word/d0cument.xml", 1), "is damaged"),
        (lambda: archive({"word/document.xml": b"<x/>"}), "is damaged"),
        (lambda: word("<w:p/>"), "holds no text"),
        (lambda: word(p("x"), main_type="application/x-other"), "holds no Word document"),
    ],
    ids=["entries", "ratio", "entities", "truncated", "xml", "name", "parts", "empty", "type"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_bad_word_files_are_refused_in_one_line(make: object, words: str) -> None:
    """Bombs, entities and damage give one clear error each, with a hint."""
    with pytest.raises(DocumentError) as caught:
        read_bytes(make(), "deal.docx")
    assert words in caught.value.message
    assert caught.value.message.startswith("deal.docx ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_unpacked_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts that are each small enough are too large together."""
    monkeypatch.setattr(docx_archive, "MAX_PART_BYTES", 3_000)
    with pytest.raises(DocumentError, match="unpacks to far more"):
        extract(word(p("x" * 2_000), parts={"footnotes": p("y" * 2_000)}))


def test_encrypted_entry_is_told() -> None:
    """A part that needs a password says so."""
    data = bytearray(word(p("x")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(DocumentError, match="is encrypted"):
        extract(bytes(data))


def test_other_office_files_are_named() -> None:
    """A workbook, an old Word file and any other archive are refused by what they are."""
    for data, words in (
        (archive({"xl/workbook.xml": b""}), "Office document other than Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old or encrypted Office document"),
    ):
        with pytest.raises(DocumentError, match=words):
            read_bytes(data, "deal.docx")


def test_a_word_file_that_is_cut_off_is_called_damaged() -> None:
    """And not another kind of archive, for its directory stands at its end."""
    whole = archive({"word/document.xml": b"x" * 5000, "[Content_Types].xml": b""})
    with pytest.raises(DocumentError, match="is damaged"):
        read_bytes(whole[:30] + b"\0" * 200, "deal.docx")


def test_magic_goes_before_the_suffix() -> None:
    """A PDF that is called .docx is read as the PDF it is."""
    assert read_bytes(drawn(lines("A PDF.")), "deal.docx").media_type == "application/pdf"
    assert read_bytes(b"Only text.", "deal.docx").text == "Only text."
