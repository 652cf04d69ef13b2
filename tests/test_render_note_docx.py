"""Notes as Word files, opened with python-docx."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree

from summariser.errors import SettingsError
from summariser.render.note import Style, in_reading_order, list_styles, load_style, render_note_docx
from summariser.render.note.words import clean
from tests.brief_strategies import any_text
from tests.hostile_note import hostile_note
from tests.sample_note import note_of_one_page, sample_note
from tests.test_render_note_html import PNG

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.schemas.note import Note


def opened(note: Note, style: Style | None = None) -> Any:
    return docx.Document(io.BytesIO(render_note_docx(note, style or Style())))


def endnotes(document: Any) -> dict[str, Any]:
    """The endnotes by id, parsed."""
    (part,) = [one for one in document.part.package.iter_parts() if str(one.partname) == "/word/endnotes.xml"]
    return {one.get(qn("w:id")): one for one in etree.fromstring(part.blob).iterchildren()}


def said(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


@pytest.mark.parametrize("style", list(list_styles()))
@pytest.mark.parametrize("length", ["long", "short"])
def test_every_reference_leads_to_its_span(style: str, length: str) -> None:
    """The first one is an endnote, the others lead to the bookmark in it; it holds the cited words, source and page."""
    note = in_reading_order(sample_note(length), load_style(style))  # type: ignore[arg-type]
    document = opened(note, load_style(style))
    notes = endnotes(document)
    references = list(document.element.iter(qn("w:endnoteReference")))
    assert [one.get(qn("w:id")) for one in references] == [str(number) for number in range(1, len(references) + 1)]
    assert set(notes) == {"-1", "0", *(one.get(qn("w:id")) for one in references)}
    bookmarks = set()
    for number, reference in enumerate(references, start=1):
        citation = note.citation(number)
        assert citation is not None
        assert reference.get(qn("w:customMarkFollows")) is None, "Word counts by itself"
        endnote = notes[reference.get(qn("w:id"))]
        assert len(list(endnote.iter(qn("w:endnoteRef")))) == 1
        assert f"{citation.before.lstrip()}{citation.span.text}".replace("\n", " ") in said(endnote).replace("  ", " ")
        assert (f"p. {citation.page}" in said(endnote)) is bool(citation.page)
        bookmarks |= {mark.get(qn("w:name")) for mark in endnote.iter(qn("w:bookmarkStart"))}
    for link in document.element.iter(qn("w:hyperlink")):
        anchor = link.get(qn("w:anchor"))
        if anchor:
            assert anchor in bookmarks
            assert anchor == f"evidence{said(link)}"


def test_numbers_that_are_not_in_order_are_written_out() -> None:
    """They are those of the note, so that a number means the same in every format."""
    note = sample_note("short")
    document = opened(note, load_style("ministry"))
    notes = endnotes(document)
    for reference in document.element.iter(qn("w:endnoteReference")):
        assert reference.get(qn("w:customMarkFollows")) == "1"
        number = int(said(reference.getparent()))
        citation = note.citation(number)
        assert citation is not None
        endnote = notes[reference.get(qn("w:id"))]
        assert said(endnote).startswith(str(number))
        assert citation.span.text in said(endnote)
        assert not list(endnote.iter(qn("w:endnoteRef")))


def test_headings_are_navigable_and_styles_are_real() -> None:
    """Title, headings, lists, tables of a style of their own; every style that is named exists."""
    document = opened(sample_note(), load_style("ministry"))
    heads = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert heads[0] == "Bottom line up front"
    assert heads[-1] == "Evidence"
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Title"] == [
        sample_note().title
    ]
    assert {"Heading 2", "List Number", "Quote", "Note Bottom List"} <= {one.style.name for one in document.paragraphs}
    assert {table.style.name for table in document.tables} == {"Note Table"}
    known = {style.style_id for style in document.styles}
    elements = [document.element, *endnotes(document).values()]
    named = {
        one.get(qn("w:val"))
        for each in elements
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for one in each.iter(qn(tag))
    }
    assert named <= known


def test_table_headers_repeat_and_rows_stay_whole() -> None:
    """On every table; the commitments stand as in the other formats."""
    document = opened(sample_note())
    for table in document.tables:
        header, *others = table.rows
        assert header._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in others)
    (commitments,) = [table for table in document.tables if table.cell(0, 0).text == "Who, to whom"]
    assert [cell.text for cell in commitments.rows[1].cells][:3] == [
        "Republic of Corvania", "complete the survey of the seabed", "1 March 2026\n▲ Overdue",
    ]  # fmt: skip
    assert len(commitments.rows) == 9


def test_numbered_paragraphs_run_through_the_file() -> None:
    """Each list starts where the one before ended."""
    document = opened(sample_note(), load_style("ministry"))
    starts = [int(one.get(qn("w:val"))) for one in document.part.numbering_part.element.iter(qn("w:startOverride"))]
    assert starts == [1, 4, 7, 10, 14]


def test_properties_language_and_margins(tmp_path: Path) -> None:
    """Title, subject, author, time, language, marking above, footer and a field for the page below, logo with its words."""
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "style.toml").write_text(
        'letterhead = ["Ministry of Fish", "Quay 3"]\nlogo = "logo.png"\nlogo_alt = "Two herrings"\npaper = "letter"\n'
        'classification = "SECRET"\nfooter = "Burn after reading"\nspelling = "american"\naccent = "#123456"\n',
        "utf-8",
    )
    document = opened(sample_note(), load_style(tmp_path))
    properties = document.core_properties
    assert properties.title == sample_note().title
    assert properties.subject == sample_note().topic
    assert properties.author == "Ministry of Fish"
    assert properties.created.isoformat() == "2026-03-24T08:15:00+00:00"
    assert properties.language == "en-US"
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-US"
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "SECRET"
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("Burn after reading\t")
    assert [one.text.strip() for one in foot._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr") == "Two herrings"
    assert round(section.page_width.cm, 2) == 21.59
    assert [one.text for one in document.paragraphs[1:3]] == ["Ministry of Fish", "Quay 3"]


@settings(max_examples=15, deadline=None)
@given(any_text)
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    """With the tables of the sample."""
    assert len(opened(hostile_note(text)).tables) == len(opened(sample_note()).tables)


def test_hostile_text_is_text() -> None:
    """No field, link or macro but those of the note; the same words as anywhere."""
    note = hostile_note()
    data = render_note_docx(note, Style())
    document = docx.Document(io.BytesIO(data))
    assert clean(note.title) in [paragraph.text for paragraph in document.paragraphs]
    assert not list(document.element.iter(qn("w:instrText"), qn("w:fldSimple")))
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert all(link.startswith(("https://", "http://")) for link in links)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]


def test_the_same_note_gives_the_same_parts() -> None:
    """Nothing in it depends on the day it is written."""
    first, second = (zipfile.ZipFile(io.BytesIO(render_note_docx(sample_note(), Style()))) for _ in range(2))
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }


def test_the_least_note_opens() -> None:
    """Without any reference the part of the endnotes holds the separators only."""
    assert set(endnotes(opened(note_of_one_page()))) == {"-1", "0"}


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says which extra to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"install summariser\[docx\]"):
        render_note_docx(sample_note(), Style())
