"""Documents with pages, and furniture from the format and from the words together."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from summariser.documents import Document, Furniture, Page
from summariser.documents.formats.composer import Composer, clean, one_line

TEXT = "Ministry\n\nNorland will pay.\n\nAdvertisement\n\nSudland agreed.\n\nRead more: More"


def test_page_of_an_offset() -> None:
    """Each character is on the page whose stretch holds it; one past the end is on the last page."""
    document = Document(TEXT, "x", "0", pages=(Page(1, 0, 10), Page(3, 10, len(TEXT))))
    assert [document.page_of(offset) for offset in (0, 9, 10, len(TEXT))] == [1, 1, 3, 3]
    assert Document(TEXT, "x", "0").page_of(3) is None


def test_furniture_of_format_and_words_is_merged() -> None:
    """Both are kept in order; where they overlap, what the format shows counts."""
    link = TEXT.index("Read more")
    marked = (Furniture(0, 8, "running header"), Furniture(link, len(TEXT), "running footer"))
    document = Document(TEXT, "x", "0", marked=marked)
    assert [(TEXT[piece.start : piece.end], piece.reason) for piece in document.furniture] == [
        ("Ministry", "running header"), ("Advertisement", "advertisement"), ("Read more: More", "running footer"),
    ]  # fmt: skip
    assert [sentence.text for sentence in document.sentences] == ["Norland will pay.", "Sudland agreed."]


def test_date_and_its_source_go_together() -> None:
    """A date given anew loses the source of the old one."""
    dated = Document(TEXT, "x", "0").with_date(date(2027, 3, 4), "dateline")
    assert (dated.date, dated.date_source) == (date(2027, 3, 4), "dateline")
    assert dated.with_date(date(2020, 1, 1)).date_source is None


def test_clean_keeps_text_and_drops_what_is_no_text() -> None:
    """Controls, halves of characters and invisible marks go; tabs, line breaks and fixed spaces stay."""
    assert clean("a\x00\u200b\ufeff\u00adb\ud800  c\t\u00a0d\r\ne") == "ab c\t\u00a0d\ne"
    assert one_line("  a\nb\x07 c ") == "a b c"
    assert one_line("\n ") is None
    assert len(one_line("x" * 1_000) or "") == 300


_PIECES = st.tuples(st.sampled_from(["page", "gap", "text", "furniture", "across"]), st.text("ab \n", max_size=8))


@given(st.lists(_PIECES, max_size=30))
def test_composed_places_fit_the_text(pieces: list[tuple[str, str]]) -> None:
    """Whatever is put together: pages tile the text, gaps are blank, furniture is what was added."""
    composer = Composer()
    composer.begin_page(1)
    number, expected = 1, []
    for kind, text in pieces:
        if kind == "page":
            number += 1
            composer.begin_page(number)
        elif kind == "gap":
            composer.add_gap("it is damaged")
        elif kind == "across" and text.strip():
            composer.add_across([(number, "go "), (number + 1, text.strip())])
            number += 1
        else:
            composer.add(text, "stamp" if kind == "furniture" else None)
            expected += [text.strip()] if kind == "furniture" and text.strip() else []
    text = composer.text
    assert "".join(text[page.start : page.end] for page in composer.pages) == text
    assert all(text[gap.start : gap.end].isspace() for gap in composer.gaps)
    assert [text[piece.start : piece.end] for piece in composer.furniture] == expected
