"""Notes as PDF, opened with PDFium."""

from __future__ import annotations

import ctypes
import importlib.util
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from summariser.errors import SettingsError
from summariser.render.note import Style, list_styles, load_style, render_note_pdf
from tests.hostile_note import HOSTILE, hostile_note
from tests.sample_note import note_of_one_page, sample_note
from tests.test_render_note_html import PNG

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.schemas.note import Note


def opened(note: Note, style: Style | None = None) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(render_note_pdf(note, style or Style()))


def text_of(pdf: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def links(pdf: pypdfium2.PdfDocument) -> list[tuple[str, str | tuple[int, float]]]:
    """The words of each link, and its address or the page and the height that it leads to."""
    found: list[tuple[str, str | tuple[int, float]]] = []
    for page in pdf:
        text = page.get_textpage()
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page.raw, position, link):
            box = pdfium.FS_RECTF()
            pdfium.FPDFLink_GetAnnotRect(link, box)
            words = text.get_text_bounded(box.left - 0.5, box.bottom - 0.5, box.right + 0.5, box.top + 0.5)
            found.append((" ".join(words.split()), _target(pdf, link)))
    return found


def _target(pdf: pypdfium2.PdfDocument, link: Any) -> str | tuple[int, float]:
    action = pdfium.FPDFLink_GetAction(link)
    if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
        size = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, size)
        return buffer.value.decode()
    dest = pdfium.FPDFLink_GetDest(pdf.raw, link) or pdfium.FPDFAction_GetDest(pdf.raw, action)
    has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFDest_GetLocationInPage(dest, has_x, has_y, has_zoom, x, y, zoom)
    return pdfium.FPDFDest_GetDestPageIndex(pdf.raw, dest), y.value


@pytest.mark.parametrize("style", list(list_styles()))
@pytest.mark.parametrize("length", ["long", "short"])
def test_every_reference_leads_to_its_span(style: str, length: str) -> None:
    """A click on a number goes to the place where this number and the cited words stand."""
    note = sample_note(length)  # type: ignore[arg-type]
    pdf = opened(note, load_style(style))
    numbers = [(words, target) for words, target in links(pdf) if words.startswith("[") and not isinstance(target, str)]
    assert len(numbers) > 20
    for words, target in numbers:
        assert isinstance(target, tuple)
        citation = note.citation(int(words.strip("[]")))
        assert citation is not None
        page, top = target
        below = pdf[page].get_textpage().get_text_bounded(0, top - 70, pdf[page].get_width(), top)
        _, found, entry = " ".join(below.replace("\ufffe", "").split()).partition(words)
        assert found
        assert " ".join(f"{citation.before}{citation.span.text}".split())[:70] in entry


def test_the_evidence_leads_back_and_the_sources_out() -> None:
    """As many arrows as references; addresses are those of the sources."""
    found = links(opened(sample_note()))
    assert (
        len([1 for words, _ in found if "↑" in words]) == len([1 for words, _ in found if words.startswith("[")]) > 50
    )
    assert {target for _, target in found if isinstance(target, str)} == {
        "https://courier.example/2026/03/12/skarn-sound-cable", "https://courier.example/2026/03/01/harbour-festival",
    }  # fmt: skip


def test_bookmarks_are_the_sections() -> None:
    """In order, each on its page."""
    pdf = opened(sample_note(), load_style("ministry"))
    marks = [(item.get_title(), item.get_dest().get_index()) for item in pdf.get_toc()]
    assert [title for title, _ in marks][:3] == [
        "Bottom line up front",
        "What is new",
        "What has been announced before",
    ]
    assert marks[-1][0] == "How this note was made"
    for title, index in marks:
        assert title in pdf[index].get_textpage().get_text_range()


def test_every_page_has_marking_footer_and_number() -> None:
    """And the header of a table comes again where it goes on."""
    pdf = opened(sample_note(), load_style("ministry"))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    for number, text in enumerate(pages, start=1):
        assert "OFFICIAL" in text
        assert "Every statement rests on the numbered evidence." in text
        assert f"{number} / {len(pages)}" in text
    heads = [number for number, text in enumerate(pages) if "Who, to whom" in text]
    rows = [
        number
        for number, text in enumerate(pages)
        if "Declined" in text or ("Overdue\r\n" in text and "31 May 2026\r\n" in text)
    ]
    assert set(rows) <= set(heads)


def test_metadata_language_and_tags() -> None:
    """Title, author and time of the note; tagged, in PDF/UA-1."""
    data = render_note_pdf(sample_note(), load_style("newsroom"))
    pdf = pypdfium2.PdfDocument(data)
    metadata = pdf.get_metadata_dict()
    assert metadata["Title"] == sample_note().title
    assert metadata["CreationDate"].startswith("D:20260324")
    assert pdfium.FPDFCatalog_IsTagged(pdf.raw)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"en-US" in data
    assert round(pdf[0].get_width()) == 612


@pytest.mark.parametrize("length", ["long", "short"])
def test_all_words_of_the_note_are_there(length: str) -> None:
    """Sentences, commitments, wordings, quotes, sources, evidence."""
    note = sample_note(length)  # type: ignore[arg-type]
    text = text_of(opened(note)).replace("\ufffe", "")
    for said in (
        [one.text for one in note.bottom_line]
        + [one.text for one in note.quotes[:2]]
        + [one.title or one.name for one in note.sources]
    ):
        assert said in text
    if length == "long":
        assert all(one.text in text for one in note.facts + note.timeline + note.unknown)


def test_the_same_note_gives_the_same_bytes() -> None:
    """Today and tomorrow."""
    assert render_note_pdf(sample_note(), Style()) == render_note_pdf(sample_note(), Style())


def test_hostile_text_is_set_as_text() -> None:
    """Nothing of it is run as Typst, nothing becomes a link; the file is up to the standard still."""
    data = render_note_pdf(hostile_note(length="short"), Style())
    pdf = pypdfium2.PdfDocument(data)
    text = text_of(pdf).replace("\u200b", "").replace("\ufffe", "")
    assert '#import "x.typ": y =HYPERLI' in text
    assert "<script>alert(1)</script>" in text
    assert "{{7*7}} ${x}" in text
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert all(target.startswith("https://courier.example/") for _, target in links(pdf) if isinstance(target, str))
    assert "W" * 300 in HOSTILE


@pytest.mark.parametrize(
    "text",
    [
        "#",
        "*",
        "_",
        "`",
        "$",
        "@a",
        "<a>",
        "\\",
        "//",
        "/*",
        "[",
        "]",
        "= ",
        "- ",
        "~",
        "---",
        '"',
        "#{",
        "\u4f60\u597d ",
    ],
)
def test_marks_of_typst_mean_nothing(text: str) -> None:
    """Each stands on the page as it is."""
    note = sample_note("short")
    note.bottom_line[0].text = f"Sign {text}here"
    shown = text_of(opened(note)).replace("\ufffe", "-")
    if text.isascii():
        assert f"Sign {text}here" in shown


def test_the_house_style_shows(tmp_path: Path) -> None:
    """Letterhead, logo, an unknown font: the embedded one stands in."""
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "style.toml").write_text(
        'letterhead = ["Ministry of Fish"]\nlogo = "logo.png"\nlogo_alt = "Two herrings"\n[fonts]\ntext = ["Nowhere Sans"]\n',
        "utf-8",
    )
    pdf = opened(sample_note("short"), load_style(tmp_path))
    assert text_of(pdf).startswith("Ministry of Fish")
    assert any(thing.type == pdfium.FPDF_PAGEOBJ_IMAGE for thing in pdf[0].get_objects(max_depth=6))


def test_a_picture_that_is_none_is_a_clear_error(tmp_path: Path) -> None:
    """It begins like one, but cannot be read: no word of the note is in the message."""
    (tmp_path / "logo.png").write_bytes(PNG[:20])
    (tmp_path / "style.toml").write_text('logo = "logo.png"\nlogo_alt = "x"\n', "utf-8")
    with pytest.raises(SettingsError, match="could not be set") as caught:
        render_note_pdf(sample_note(), load_style(tmp_path))
    assert "Skarn" not in str(caught.value)


def test_the_least_note() -> None:
    """One page."""
    assert len(opened(note_of_one_page())) == 1


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says which extra to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"install summariser\[note\]"):
        render_note_pdf(sample_note(), Style())
