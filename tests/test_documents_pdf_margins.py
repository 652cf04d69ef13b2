"""Running headers, footers and page numbers, on pages made of lines."""

from __future__ import annotations

from summariser.documents.formats.pdf_lines import Line, PageLines
from summariser.documents.formats.pdf_margins import find_margins

_TOP = 842.0


def page(number: int, *texts: tuple[str, float], level: bool = True) -> PageLines:
    """A page of A4 with lines at given heights."""
    lines = tuple(Line(text, 72, 300, base, 10, bold=False, first_word=20, level=level) for text, base in texts)
    return PageLines(number, 0, _TOP, lines)


def body(*more: tuple[str, float], number: int = 1) -> list[tuple[str, float]]:
    return [*more, *((f"Line {k} of page {number} is like no other.", 700.0 - 13 * k) for k in range(20))]


def found(*pages: PageLines) -> list[list[str]]:
    """The text of what was found on each page."""
    return [
        [page.lines[index].text for index in sorted(margins)]
        for page, margins in zip(pages, find_margins(pages), strict=True)
    ]


def test_line_that_comes_back_is_found() -> None:
    """Also where left and right pages differ, and where only two pages have it."""
    left, right = ("The Ministry", 800.0), ("Report", 800.0)
    pages = [page(n, *body(left if n % 2 else right, number=n)) for n in range(1, 5)]
    assert found(*pages) == [["The Ministry"], ["Report"], ["The Ministry"], ["Report"]]
    assert found(*pages[::2]) == [["The Ministry"], ["The Ministry"]]


def test_number_must_grow_with_the_pages() -> None:
    """A line that counts pages is furniture, and none is because its figures differ otherwise."""
    counting = [page(n, *body((f"Doc 7/27, page {n + 10}", 30.0), number=n)) for n in range(1, 4)]
    assert found(*counting) == [[f"Doc 7/27, page {n + 10}"] for n in range(1, 4)]
    others = [page(n, *body((f"We paid {n * n * 7} million.", 30.0), number=n)) for n in range(1, 4)]
    assert found(*others) == [[], [], []]


def test_headings_that_count_on_are_text() -> None:
    """Article 5 at the top of page 5 and Article 6 at the top of page 6 are headings."""
    pages = [page(n, *body((f"Article {n}", 790.0), number=n)) for n in range(1, 5)]
    assert found(*pages) == [[], [], [], []]
    chapters = [page(n, *body((f"Chapter 2: Terms\t{n}", 800.0), number=n)) for n in range(1, 4)]
    assert all(found(*chapters))


def test_line_close_to_the_text_must_come_back_often() -> None:
    """The same row at the end of two pages is text; on three it is a footer."""
    for count, expected in ((2, []), (3, ["4 million"])):
        pages = [
            page(
                n,
                *((f"{'abc'[n - 1] * (k + 1)} unlike others", 700.0 - 13 * k) for k in range(48)),
                ("4 million", 75.0),
            )
            for n in range(1, count + 1)
        ]
        assert found(*pages) == [expected] * count


def test_page_number_alone_is_found_on_one_page() -> None:
    """In its usual forms, at the edge only."""
    for text in ("3", "- 3 -", "Page 3 of 9", "iv", "p. 3"):
        assert found(page(3, *body((text, 30.0)))) == [[text]]
    for text in ("2031", "3 million", "I agree"):
        assert found(page(3, *body((text, 30.0)))) == [[]]
    assert found(page(3, *body(), ("3", 430.0))) == [[]]


def test_only_what_is_outermost_is_furniture() -> None:
    """A line that comes back is text where another line stands between it and the edge."""
    pages = [page(n, *body((f"{n * n} words of its own", 820.0), ("Same words", 800.0), number=n)) for n in range(1, 5)]
    assert found(*pages) == [[], [], [], []]


def test_stamp_is_found_anywhere() -> None:
    """Text at a slant is none of the page's."""
    assert found(page(1, ("DRAFT", 400.0), level=False)) == [["DRAFT"]]
