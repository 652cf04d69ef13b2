"""Sentences of whole documents."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents import Furniture, Sentence, read_text
from summariser.documents.sentences import split_sentences
from summariser.errors import DocumentError

SEED = Path(__file__).parents[1] / "seeds" / "000_5e4f01ce9f475515.txt"
_PIECES = st.sampled_from(
    [*" .!?…\n\r\t\v\f\x1c\u2028“”\"'()", "Mr.", "The", "a", "1.", "(a)", "- ", "U.S.", "é", "会。", "\r\n"]
)
_TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=60).map("".join))


def _check(text: str, furniture: list[Furniture], sentences: tuple[Sentence, ...]) -> None:
    """Sentences are exact, in order, numbered, and cover each character that is neither space nor furniture once."""
    covered = [0] * len(text)
    for number, sentence in enumerate(sentences):
        assert sentence.index == number
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        covered[sentence.start : sentence.end] = [count + 1 for count in covered[sentence.start : sentence.end]]
    numbers = [sentence.paragraph for sentence in sentences]
    assert numbers == sorted(numbers)
    for piece in furniture:
        covered[piece.start : piece.end] = [count + 1 for count in covered[piece.start : piece.end]]
    assert all(
        count == 1 or (character.isspace() and count <= 1) for count, character in zip(covered, text, strict=True)
    )


@given(_TEXTS)
def test_sentences_cover_any_text_exactly_once(text: str) -> None:
    """Offsets are exact and nothing is lost or told twice, in arbitrary Unicode."""
    _check(text, [], split_sentences(text))


@given(_TEXTS, st.data())
def test_sentences_leave_out_furniture_and_nothing_else(text: str, data: st.DataObject) -> None:
    """The same holds around stretches of furniture, wherever they lie."""
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    furniture = [Furniture(start, end, "x") for start, end in zip(edges[::2], edges[1::2], strict=False)]
    _check(text, furniture, split_sentences(text, furniture))


@given(_TEXTS)
def test_document_gives_its_own_sentences(text: str) -> None:
    """A document's sentences and its own furniture cover it exactly once too."""
    try:
        document = read_text(text)
    except DocumentError:
        return
    _check(text, list(document.furniture), document.sentences)


def test_seed_article() -> None:
    """The real article splits as a reader would split it."""
    document = read_text(SEED.read_text(encoding="utf-8"))
    firsts = [" ".join(sentence.text.split()[:3]) for sentence in document.sentences]
    assert firsts == [
        "Tashkent, (TDI): In",
        "This agreement underscores",
        "The signing ceremony,",
        "The MoU is",
        "The agreement reflects",
        "Critical minerals and",
        "Commitment to Environmental",
        "The US Embassy",
        "Ambassador Henick remarked,",
        "He said that",
        "We are thrilled",
        "This development follows",
        "With the second-largest",
        "The country’s mining",
    ]
    assert [sentence.text for sentence in document.sentences if sentence.heading] == [
        "Commitment to Environmental Protection"
    ]


def test_repeated_sentences_keep_their_own_places() -> None:
    """The same sentence twice has two places."""
    first, second, third = split_sentences("We agree. We agree.\nWe agree.")
    assert [first.start, second.start, third.start] == [0, 10, 20]
    assert [first.paragraph, second.paragraph, third.paragraph] == [0, 0, 1]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Commitment to Environmental Protection", True),
        ("5. Payment", True),
        ("IV. FINANCE", True),
        ("Article 3", True),
        ("“Ask me about the number, not the month”", True),
        ("The talks ended.", False),
        ("5. The Supplier shall pay the Buyer on demand", False),
        ("(a) pay the Buyer", False),
        ("- Licence fees of 9.4 mln euros a year", False),
        ("Lord Speaker, Nobles and Honourable Members,", False),
        ("The Parties agree as follows:", False),
        ("word " * 40, False),
        ("We protect your rights with two steps, and", False),
        ("———", False),
        ("Is this the end?", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    """A heading is short, has no closing stop and is no item of a list."""
    (sentence,) = split_sentences(line)
    assert sentence.heading is heading


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", [".", "?!", "“", "A. ", "“A. ", ". ", "x\n", "(a) x\n", "ab.1 ", "We agree. ", "lorem ipsum dolor\n"]
)
def test_a_megabyte_of_anything_is_quick(piece: str) -> None:
    """Time is linear: quadratic time would take minutes."""
    text = piece * (1_000_000 // len(piece))
    began = time.monotonic()
    split_sentences(text)
    assert time.monotonic() - began < 30
