"""Lines that are paragraphs, and lines that were broken to fit a width."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.lines import ends_dangling, paragraphs

PROSE = (
    "Sierra Leone will let up to 28 trawlers fish for sardinella and mackerel in its waters for three years under a "
    "pact initialled on Tuesday by its fisheries minister, Fatmata Binta Conteh, and the Turkish ambassador. The first "
    "instalment falls due within 30 days of ratification."
)
SECOND = (
    "The owners' body undertook to give Sierra Leoneans at least a third of the berths on its vessels from 1 January "
    "2028. It will also carry observers at its own expense, which it has not done before."
)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


def test_each_line_is_a_paragraph() -> None:
    """In a document with one paragraph a line no line is joined to the next, whatever it ends with."""
    lines = ["TALKS END", "By Bo Ek", PROSE, "What comes next", SECOND, "Also read: More"]
    assert _paragraphs("\n".join(lines)) == lines
    assert _paragraphs("\r\n".join(lines)) == lines


def test_wrapped_paragraphs_are_joined() -> None:
    """Lines broken at a width are one paragraph up to the next blank line, at any width and line end."""
    for width in (50, 64, 72, 80, 100):
        text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (PROSE, SECOND))
        assert _paragraphs(text) == [PROSE, SECOND]
        assert _paragraphs(text.replace("\n", "\r\n")) == [PROSE, SECOND]


def test_indented_wrapped_paragraphs_are_joined() -> None:
    """The width counts from the margin, so indented paragraphs are joined too."""
    text = (
        textwrap.fill(PROSE, 72) + "\n\n" + textwrap.fill(SECOND, 72, initial_indent=" " * 8, subsequent_indent=" " * 8)
    )
    assert _paragraphs(text) == [PROSE, SECOND]


def test_headings_stay_apart_in_wrapped_text() -> None:
    """A short line above wrapped text was not broken to fit: it is a paragraph of its own."""
    text = "THE PACT\n" + textwrap.fill(PROSE, 70) + "\nWhat it costs\n" + textwrap.fill(SECOND, 70)
    assert _paragraphs(text) == ["THE PACT", PROSE, "What it costs", SECOND]


def test_items_and_labels_begin_paragraphs_in_wrapped_text() -> None:
    """Bullets, numbers, letters and speakers begin a paragraph even directly below a full line."""
    items = [f"{mark} {SECOND}" for mark in ("-", "•", "2.", "(b)", "CHAIR:")]
    text = "\n".join(textwrap.fill(paragraph, 70) for paragraph in (PROSE, *items))
    assert _paragraphs(text) == [PROSE, *items]


def test_number_in_running_text_begins_nothing() -> None:
    """A day at the start of a wrapped line is no list mark where the line above is open."""
    text = (
        textwrap.fill(PROSE, 70)
        + "\nThe pact, which was signed in the old harbour at Freetown on March\n1. It binds both."
    )
    assert _paragraphs(text)[-1].endswith("on March 1. It binds both.")


def test_two_lines_of_one_sentence_are_joined() -> None:
    """A single break inside a sentence is seen without any other evidence."""
    assert len(paragraphs("The minister said on Monday that the government\nwould raise taxes by 2027.")) == 1
    assert len(paragraphs("apples\npears\nplums")) == 3


def test_texts_of_several_widths_pasted_together() -> None:
    """Each stretch of a text is read by the width it was broken at, not by that of its longest part."""
    narrow, wide = (textwrap.fill(PROSE, width) for width in (52, 120))
    text = "\n\n".join([wide] * 40 + [narrow] * 40)
    found = _paragraphs(text)
    assert found[:20] == found[-20:] == [PROSE] * 20


def test_gaps_are_left_out() -> None:
    """A gap ends a paragraph, in the middle of a line or over several lines."""
    text = "One two three.\nFour five.\nSix."
    assert [text[start:end] for start, end in paragraphs(text, [(4, 7), (15, 25)])] == ["One", "three.", "Six."]
    assert paragraphs(text, [(0, len(text))]) == []
    assert paragraphs("") == []


def test_words_that_cannot_be_the_last() -> None:
    """A line that ends in a preposition or article goes on."""
    assert ends_dangling("a copy of this License and")
    assert ends_dangling("the")
    assert not ends_dangling("Commitment to the land")


@given(st.text(), st.data())
def test_every_character_lies_in_one_paragraph(text: str, data: st.DataObject) -> None:
    """Paragraphs rise, do not overlap, are bare of surrounding white space and leave out nothing but gaps."""
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    gaps = list(zip(edges[::2], edges[1::2], strict=False))
    found = paragraphs(text, gaps)
    covered = [False] * len(text)
    last = 0
    for start, end in found:
        assert last <= start < end
        assert text[start:end].strip() == text[start:end]
        covered[start:end] = [True] * (end - start)
        last = end
    for start, end in gaps:
        assert not any(covered[start:end])
        covered[start:end] = [True] * (end - start)
    assert all(seen or character.isspace() for seen, character in zip(covered, text, strict=True))
