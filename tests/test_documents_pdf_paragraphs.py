"""Lines become paragraphs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.formats.pdf_lines import Line
from summariser.documents.formats.pdf_paragraphs import Layout

_WIDTH = 5.0  # of a character


def line(text: str, base: float, left: float = 72, size: float = 10, *, bold: bool = False) -> Line:
    word = text.split(maxsplit=1)[0]
    return Line(text, left, left + _WIDTH * len(text), base, size, bold=bold, first_word=_WIDTH * len(word))


def texts(*lines: Line) -> list[str]:
    """The paragraphs of a page."""
    layout = Layout([lines])
    return [layout.texts([paragraph])[0] for paragraph in layout.paragraphs(lines)]


FULL = [
    line("The two governments have agreed on a fund that will", 700),
    line("open in the spring. It will pay for ships and nets", 688),
    line("and harbours. Nobody will be left behind, they say.", 676),
]


def test_lines_of_a_paragraph_are_joined() -> None:
    """With a space between them."""
    assert texts(*FULL) == [" ".join(each.text for each in FULL)]


def test_indent_extra_space_and_short_line_end_a_paragraph() -> None:
    """Each of the three by itself."""
    assert len(texts(*FULL, line("The next begins with an indent and is its own one", 664, left=92))) == 2
    assert len(texts(*FULL, line("The next stands lower and so it is one by itself.", 654))) == 2
    assert (
        len(texts(*FULL, line("It ends.", 664), line("The next one begins after a line that was not full", 652))) == 2
    )


def test_heading_is_told_by_its_type() -> None:
    """Larger or bold type; but a word in another type does not break a sentence."""
    assert texts(line("Terms of the fund", 712, bold=True), *FULL)[0] == "Terms of the fund"
    assert texts(line("Terms of the fund", 714, size=13), *FULL)[0] == "Terms of the fund"
    smaller = line("which are set in smaller type and go on below here", 664, size=9)
    assert len(texts(*FULL[:2], replace(FULL[2], text=FULL[2].text[:-1] + ","), smaller)) == 1


def test_lines_at_the_right_and_centred_titles() -> None:
    """The lines of a letter's head are apart; a title that was broken to fit is whole."""
    right = [
        line(text, base, left=322 - _WIDTH * len(text)) for text, base in (("Ministry of Trade", 790), ("Oslo", 778))
    ]
    assert texts(*right, *FULL)[:2] == ["Ministry of Trade", "Oslo"]
    title = ["Agreement on the protection of the", "shared stocks of fish in the sea of the", "north"]
    centred = [
        line(text, 800 - 17 * number, left=200 - _WIDTH * len(text) / 2, size=14) for number, text in enumerate(title)
    ]
    assert texts(*centred)[0].startswith(title[0] + " " + title[1])


def test_next_column_goes_on_where_the_sentence_does() -> None:
    """At the top of the next column a paragraph goes on, unless it has ended."""
    open_end = replace(FULL[2], text="and harbours. Nobody will be left behind, they say")
    column = line("and mean it, for they have signed the same already", 700, left=340)
    assert len(texts(*FULL[:2], open_end, column)) == 1
    assert len(texts(*FULL, column)) == 2


def test_numbers_and_bullets_begin_items() -> None:
    """But not in the midst of a sentence at the same indent."""
    items = [line("1. The first item of the list, which is as wide as it", 700), line("goes.", 688, left=84)]
    assert len(texts(*items, line("2. The second.", 676), line("• A bullet.", 664))) == 3
    wrapped = [line("The ships of the two parties follow what is in Article", 700), line("5. They may stop.", 688)]
    assert len(texts(*wrapped)) == 1


def test_notes_at_the_foot_are_split_off() -> None:
    """Smaller lines at the end that begin with a mark; a page of small type has none."""
    small = [
        line("goes on from above", 120, size=8),
        line("1 See annex.", 110, size=8),
        line("2 As amended.", 100, size=8),
    ]
    layout = Layout([[*FULL, *small]])
    main, notes = layout.split_notes([*FULL, *small])
    assert (main, notes) == ([*FULL, small[0]], small[1:])
    assert [layout.texts([each])[0] for each in layout.paragraphs(notes, notes=True)] == [
        "1 See annex.",
        "2 As amended.",
    ]
    assert layout.split_notes(small[1:]) == (small[1:], [])


_LINES = st.builds(
    line,
    st.sampled_from(
        ["One line of text", "goes on in low", "It ends.", "• item", "Party\tSum", "divi-", "ded words", "1. No"]
    ),
    st.floats(50, 800),
    st.sampled_from([72.0, 90.0, 300.0]),
    st.sampled_from([8.0, 10.0, 14.0]),
    bold=st.booleans(),
)


@given(st.lists(_LINES, max_size=30))
def test_nothing_is_lost(lines: list[Line]) -> None:
    """Every line is in exactly one paragraph, in order, and its words are in the text."""
    layout = Layout([lines])
    found = layout.paragraphs(lines)
    assert [each for paragraph in found for each in paragraph] == lines
    for paragraph in found:
        assert "".join(layout.texts([paragraph])).replace("-", "").split() or not paragraph
