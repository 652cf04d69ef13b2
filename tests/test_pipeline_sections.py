"""Sections of a long document: cut at headings, none lost, none of a short one."""

from __future__ import annotations

from summariser.documents import read_text
from summariser.pipeline.sections import find_sections

PARAGRAPH = (
    "The board of the harbour met on Monday and heard the engineers speak about the state of the northern quay. " * 18
)


def test_a_short_document_is_one_section() -> None:
    sentences = read_text("The Quay\n\nThe quay is old.\n\nThe Crane\n\nThe crane is new.").sentences
    assert find_sections(sentences) == [sentences]


def test_a_long_document_is_cut_at_headings_that_stand_far_apart() -> None:
    text = "\n\n".join(
        f"Part {name}\n\nA Heading Below\n\n{PARAGRAPH}" for name in ("One", "Two", "Three", "Four", "Five")
    )
    sentences = read_text(text).sentences
    sections = find_sections(sentences)
    assert [section[0].text for section in sections] == ["Part One", "Part Two", "Part Three", "Part Four", "Part Five"]
    assert [sentence for section in sections for sentence in section] == list(sentences)
