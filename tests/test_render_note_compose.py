"""What stands in a note, in which order, before any format."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.render.note import Style, in_reading_order, list_styles, load_style
from summariser.render.note.blocks import Cite, Evidence, Layout, Link, Run, Table, plain
from summariser.render.note.compose import lay_out, references
from summariser.render.note.words import clean
from summariser.schemas.brief import DateRange
from summariser.schemas.note import Note
from tests.hostile_note import HOSTILE, hostile_note
from tests.sample_note import note_of_one_page, sample_note
from tests.sample_sources import TEXTS


def pieces(value: Any) -> list[Any]:
    """All pieces of a layout or a part of it, in order."""
    if isinstance(value, (Run, Cite, Link)):
        return [value]
    if isinstance(value, (tuple, list)):
        return [piece for inner in value for piece in pieces(inner)]
    return pieces(tuple(getattr(value, name) for name in value.__slots__)) if hasattr(value, "__slots__") else []


def entries(layout: Layout) -> list[Any]:
    return [
        entry
        for section in layout.sections
        for block in section.blocks
        if isinstance(block, Evidence)
        for entry in block.entries
    ]


def text_of(layout: Layout, key: str) -> str:
    """The words of one section, without the numbers."""
    (section,) = [section for section in layout.sections if section.key == key]
    return plain(tuple(piece for piece in pieces(section.blocks)))


def rows(layout: Layout, key: str) -> list[list[str]]:
    """The cells of the first table of a section."""
    (section,) = [section for section in layout.sections if section.key == key]
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [["; ".join(plain(line) for line in cell).strip() for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "note", [sample_note("long"), sample_note("short"), hostile_note(), hostile_note(length="short")]
)
@pytest.mark.parametrize("style", list(list_styles()))
def test_every_reference_leads_to_its_span(note: Note, style: str) -> None:
    """Each number is in the evidence with the very words of its span, each entry is referred to as often as it says."""
    layout = lay_out(note, load_style(style))
    cites = [piece for piece in pieces(layout.sections) if isinstance(piece, Cite)]
    found = {entry.number: entry for entry in entries(layout)}
    assert {cite.number for cite in cites} == set(found)
    for entry in found.values():
        citation = note.citation(entry.number)
        assert citation is not None
        assert entry.span == clean(citation.span.text)
        assert sorted(cite.use for cite in cites if cite.number == entry.number) == list(range(1, entry.uses + 1))


def test_the_spans_of_the_sample_are_true() -> None:
    """And the words beside them are those of the source."""
    for one in sample_note().citations:
        text = TEXTS[one.source]
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.before + one.span.text + one.after in text


def test_the_long_note_holds_everything() -> None:
    """Each item of each part, each source, each citation, each warning, each sentence left out."""
    note = sample_note()
    layout = lay_out(note, Style())
    words = plain(tuple(pieces(layout.sections)))
    for said in (
        [one.text for one in note.bottom_line + note.timeline + note.facts + note.quotes + note.unknown + note.left_out]
        + [one.action for one in note.commitments]
        + [one.name for one in note.parties]
        + [alias for one in note.parties for alias in one.aliases]
        + [wording.text for one in note.differences for wording in one.wordings]
        + [one.title or one.name for one in note.sources]
        + [one.reason for one in note.sources if one.reason]
        + [warning for one in note.sources for warning in one.warnings]
    ):
        assert said in words
    assert list(layout.warnings) == note.warnings
    assert len(entries(layout)) == len(note.citations)
    assert "more" not in words.replace("€20 million more", "")


def test_commitments_stand_by_deadline_with_their_marks() -> None:
    """Overdue first, undated last, whatever the order of the note; marked in words."""
    note = sample_note()
    note.commitments.reverse()
    table = rows(lay_out(note, Style()), "commitments")
    assert [row[2] for row in table] == [
        "1 March 2026; ▲ Overdue", "31 May 2026", "30 June 2026", "31 December 2028; “by the end of 2028”",
        "◇ No date", "–", "◇ No date", "◇ No date",
    ]  # fmt: skip
    assert table[0][:2] == ["Republic of Corvania", "complete the survey of the seabed"]
    assert table[3][5] == "S1\N{NO-BREAK SPACE}; S2\N{NO-BREAK SPACE}; S3"
    assert "Republic of Corvania; to Republic of Aldermere" in [row[0] for row in table]


def test_new_and_recycled_are_composed_from_the_commitments() -> None:
    """Who, what, by when, on what condition; what is recycled says where it stood before."""
    layout = lay_out(sample_note(), Style())
    assert "Republic of Aldermere: pay €140 million towards the Skarn Sound cable, by 30 June 2026." in text_of(
        layout, "new"
    )
    assert "by 1 March 2026. Overdue." in text_of(layout, "new")
    assert "condition: “if both parliaments ratify the agreement”" in text_of(layout, "new")
    assert "publish" not in text_of(layout, "new")
    assert "Already in Memorandum of Understanding between the… (18 November 2024)." in text_of(layout, "recycled")
    assert "lend" not in text_of(layout, "recycled")


def test_a_short_note_counts_what_it_leaves_to_the_long_one() -> None:
    """Rows beyond the limit, sections not in it, evidence not needed, sentences left out."""
    note = sample_note("short")
    layout = lay_out(note, load_style("plain"))
    assert len(rows(layout, "commitments")) == 6
    assert "2 more in the long note." in text_of(layout, "commitments")
    assert "1 more in the long note." in text_of(layout, "quotes")
    missing = len(note.citations) - len(entries(layout))
    assert f"{missing} more pieces of evidence in the long note." in text_of(layout, "evidence")
    about = text_of(layout, "about")
    assert "In the long note also: Timeline (3); Background and figures (3); Who is who (7)." in about
    assert "1 sentence was left out" in about
    assert note.left_out[0].text not in about


def test_a_long_note_says_what_the_house_style_leaves_out() -> None:
    """Nothing is lost in silence there either."""
    style = Style.model_validate(
        {"long": {"sections": ["commitments", "sources", "evidence"], "rows": {"commitments": 2}}}
    )
    layout = lay_out(sample_note(), style)
    assert "6 more left out by the house style." in text_of(layout, "commitments")
    assert "Left out by the house style: Bottom line (3); What is new (3)" in text_of(layout, "evidence")


def test_paragraph_numbers_run_through_the_note() -> None:
    """From the first sentence to the last unknown, in a style that numbers them."""
    layout = lay_out(sample_note(), load_style("ministry"))
    firsts = [
        (block.first, len(block.lines))
        for section in layout.sections
        for block in section.blocks
        if hasattr(block, "first") and block.first
    ]
    expected = 1
    for first, count in firsts:
        assert first == expected
        expected += count
    assert expected > 10


def test_a_note_without_anything_is_still_a_note() -> None:
    """It says so, and shows no empty section."""
    layout = lay_out(note_of_one_page(), Style())
    assert [section.key for section in layout.sections] == ["commitments", "differences", "sources", "about"]
    assert "The sources hold no commitment." in text_of(layout, "commitments")


def test_what_is_missing_is_said_loudly() -> None:
    """A citation, a party or a source that the note does not hold does not vanish and does not crash."""
    note = sample_note()
    note.bottom_line[0].cites = [999]
    note.commitments[0].by = ["p99"]
    note.differences[0].wordings[0].source = "s9"
    layout = lay_out(note, Style())
    assert "[999 is missing]" in text_of(layout, "bottom_line")
    assert "p99" in text_of(layout, "commitments")
    assert "S9" in text_of(layout, "differences")


def test_words_of_a_deadline_that_nobody_can_date_are_shown() -> None:
    """In the sentence and in the table, as the source's own."""
    note = sample_note()
    note.commitments[1].deadline = DateRange(text="in due course")
    note.commitments[1].status = "new"
    layout = lay_out(note, Style())
    assert ", “in due course”." in text_of(layout, "new")
    assert "“in due course”; ◇ No date" in [row[2] for row in rows(layout, "commitments")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "data:text/html,x", "https://x\n.example"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    """Everything else stays text."""
    note = sample_note()
    for source in note.sources:
        source.url = source.name = address
    assert not [piece for piece in pieces(lay_out(note, Style()).sections) if isinstance(piece, Link)]


def test_no_control_character_gets_into_a_layout() -> None:
    """From no field, in either length."""
    for length in ("long", "short"):
        layout = lay_out(hostile_note(length=length), Style())  # type: ignore[arg-type]
        said = [piece.text for piece in pieces(layout.sections) if not isinstance(piece, Cite)]
        said += [layout.title, *layout.warnings, *(fact.value for fact in layout.facts)]
        said += [part for entry in entries(layout) for part in (entry.before, entry.span, entry.after)]
        assert all(clean(text.strip()) == text.strip() for text in said)
        assert any("<script>" in text for text in said)
    assert clean(HOSTILE) != HOSTILE


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(1, len(sample_note().citations) + 1)), st.sampled_from(["plain", "ministry", "newsroom"]))
def test_citations_can_be_numbered_as_they_are_read(order: list[int], name: str) -> None:
    """However they were numbered: 1, 2, 3 on the page, and each reference still leads to the same words."""
    shuffled = Note.model_validate(_renumbered(sample_note().model_dump(), order))
    style = load_style(name)
    ordered = in_reading_order(shuffled, style)
    assert references(ordered, style) == list(range(1, len(ordered.citations) + 1))
    for before, after in zip(shuffled.commitments, ordered.commitments, strict=True):
        assert _spans(shuffled, before.cites + before.proof) == _spans(ordered, after.cites + after.proof)
    assert [one.number for one in ordered.citations] == sorted(one.number for one in ordered.citations)
    assert in_reading_order(ordered, style) == ordered


def test_the_citations_of_a_short_note_come_first() -> None:
    """Those that only the long note refers to keep their order behind them."""
    note = in_reading_order(sample_note("short"), load_style("plain"))
    shown = references(note, load_style("plain"))
    assert shown == list(range(1, len(shown) + 1))
    assert len(note.citations) > len(shown)


def _spans(note: Note, numbers: list[int]) -> list[str]:
    return [citation.span.text for number in numbers if (citation := note.citation(number))]


def _renumbered(value: Any, order: list[int], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renumbered(inner, order, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [order[one - 1] if key in {"cites", "proof"} else _renumbered(one, order) for one in value]
    return order[value - 1] if key == "number" else value


def test_what_was_taken_back_and_what_is_to_come_stay_in_a_short_table() -> None:
    """A short note leaves out what is done and what was said long ago first; its rows stand by deadline."""
    note = sample_note("short")
    for commitment in note.commitments[:3]:
        commitment.status = "fulfilled"
    note.commitments[-1].status = "withdrawn"
    table = text_of(lay_out(note, load_style("ministry")), "commitments")
    assert clean(note.commitments[-1].action) in table
    left = [one.action for one in note.commitments[:3] if clean(one.action) not in table]
    assert len(left) == len(note.commitments) - 6


def test_a_quote_that_its_source_breaks_off_is_shown_in_its_pieces() -> None:
    """`“…,” … “…”`, and not run together as though it were one sentence."""
    note = sample_note()
    quote = note.quotes[0]
    first = note.citation(quote.cites[0])
    assert first is not None
    more = first.model_copy(
        update={"number": 999, "span": first.span.model_copy(update={"text": "It begins again."}), "after": ""}
    )
    note.citations.append(more)
    quote.text, quote.cites = f"{first.span.text} It begins again.", [*quote.cites, 999]
    assert f"“{clean(first.span.text)}” … “It begins again.”" in text_of(lay_out(note, Style()), "quotes")


def test_a_deadline_without_its_year_is_told_with_the_day_it_means() -> None:
    """“by the end of October” of an old source means nothing to a reader; a year in the words is enough."""
    note = sample_note()
    late, early = note.differences[0].wordings[-2:]
    late.text, late.latest = "by the end of October", date(2027, 10, 31)
    early.text, early.latest = "by the end of 2028", date(2028, 12, 31)
    words = text_of(lay_out(note, Style()), "differences")
    assert "“by the end of October” (31 October 2027)" in words
    assert "“by the end of 2028” (" not in words


def test_a_wording_names_all_sources_that_give_it() -> None:
    """One source is quoted, the others stand beside its day."""
    note = sample_note()
    one, other = note.differences[0].wordings[:2]
    one.cites += other.cites
    assert f"also {other.source.upper()}" in text_of(lay_out(note, Style()), "differences")


def test_evidence_is_not_cited_twice_in_one_line() -> None:
    """What proves that a pledge is old stands behind the words that say so, and only there."""
    note = sample_note()
    pledge = next(one for one in note.commitments if one.proof)
    pledge.cites = [*pledge.cites, *pledge.proof]
    numbers = [piece.number for piece in pieces(lay_out(note, Style()).sections[2]) if isinstance(piece, Cite)]
    assert len(numbers) == len(set(numbers))
