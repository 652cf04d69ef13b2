"""Interrupted quotes, passages named by their first and last words, and names, found in the source."""

from __future__ import annotations

import pytest

from summariser.grounding.verbatim import LONGEST_GAP, LONGEST_RANGE, SourceIndex, occurs
from tests.minerals_text import SOURCE


@pytest.fixture(scope="module")
def index() -> SourceIndex:
    return SourceIndex(SOURCE)


PIECES = [
    ("We’re thrilled … to sign this non-binding", "exact", ["We’re thrilled", "to sign this non-binding"]),
    ("“We're thrilled ... with the U.S. government.”", "typographic", ["We’re thrilled", "with the U.S. government."]),
    ("the government [...] by 2027", "exact", ["the government", "by 2027"]),
    ("the government (…) energy firms [ . . . ] Reuters", "exact", ["the government", "energy firms", "Reuters"]),
    ("… will raise taxes …", "exact", ["will raise taxes"]),
    ("We’re thrilled", "exact", ["We’re thrilled"]),
    ("offer… and 1 000", "exact", ["offer… and 1 000"]),
    ("to sign this … We’re thrilled", "altered", []),
    ("It is … final", "altered", []),
    ("The board … sell the ships", "altered", []),
    ("The board … lease the docks", "altered", []),
    ("It agreed … won", "exact", ["It agreed", "won"]),
    ("We’re thrilled … to sign that", "altered", []),
    ("…", "altered", []),
]


@pytest.mark.parametrize(("claim", "verdict", "texts"), PIECES)
def test_pieces(index: SourceIndex, claim: str, verdict: str, texts: list[str]) -> None:
    """A quote with something left out has one passage per piece, in order, and never loses a negation."""
    located = index.locate_pieces(claim)
    assert located.verdict == verdict
    assert [span.text for span in located.spans] == texts


def test_pieces_must_be_close() -> None:
    """Pieces further apart than the longest gap are stitched together."""
    near, far = ("We agree" + " and" * (length // 4) + " to pay" for length in (LONGEST_GAP - 8, LONGEST_GAP + 8))
    assert SourceIndex(near).locate_pieces("We agree … to pay").verdict == "exact"
    assert SourceIndex(far).locate_pieces("We agree … to pay").verdict == "altered"


def test_pieces_follow_the_right_occurrence() -> None:
    """Where a piece occurs several times, the place that the others can follow is taken."""
    text = "We agree." + " Yes." * 300 + " We agree, he said, to pay."
    located = SourceIndex(text).locate_pieces("We agree … to pay", within=(0, len(text)))
    assert [text[span.start - 1] for span in located.spans] == [" ", " "]


def test_a_negation_in_an_omitted_sentence_may_be_left_out() -> None:
    """Leaving out whole sentences is fair even where they are negated."""
    text = "We are thrilled to be here today. It was not easy at all. And so we will sign the deal."
    assert (
        SourceIndex(text).locate_pieces("We are thrilled to be here today … we will sign the deal").verdict == "exact"
    )


def test_range(index: SourceIndex) -> None:
    """A passage is cut between its first and its last words."""
    located = index.locate_range("We're thrilled", "U.S. government", within=None)
    assert located.verdict == "typographic"
    assert located.span is not None
    assert located.span.text.startswith("We’re")
    assert located.span.text.endswith("government")
    assert located.span.text == SOURCE[located.span.start : located.span.end]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("to sign this", "this non-binding", "to sign this non-binding"),
        ("It is not final.", "It is not final.", "It is not final."),
        ("It is not", "not final", "It is not final"),
        ("The board", "docks", "The board refused to sell the ships. It agreed to lease the docks"),
    ],
)
def test_range_may_overlap(index: SourceIndex, first: str, last: str, text: str) -> None:
    """First and last words may overlap or be the same."""
    located = index.locate_range(first, last)
    assert located.span is not None
    assert located.span.text == text


def test_range_is_as_short_as_it_can_be() -> None:
    """First words that come again before the last words begin the passage there."""
    located = SourceIndex("The minister came. The minister said no. He said no.").locate_range(
        "The minister", "said no"
    )
    assert located.span is not None
    assert located.span.text == "The minister said no"


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ("by 2030", "left", "first words: number changed: “2030” where the source has “2027”"),
        ("The board", "the dogs", "last words"),
        ("Jürgen", "The board", "do not follow"),
        ("", "left", "first words: holds no words"),
    ],
)
def test_range_reasons(index: SourceIndex, first: str, last: str, reason: str) -> None:
    """A pointer that fails says which end failed."""
    located = index.locate_range(first, last)
    assert (located.verdict, located.span) == ("altered", None)
    assert reason in located.reason


def test_range_is_bounded() -> None:
    """A passage longer than the limit is no passage."""
    text = "Alpha " + "x " * (LONGEST_RANGE // 2) + "omega"
    assert SourceIndex(text).locate_range("Alpha", "omega").verdict == "altered"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Henick", ["HENICK"]),
        ("Uzbekistan", ["UZBEKISTAN"]),
        ("U.S.", ["U.S."]),
        ("US", ["US"]),
        ("the US", ["The US"]),
        ("Smith", ["Smith"]),
        ("Smith-Jones", ["Smith-Jones"]),
        ("Jones", []),
        ("Jurgen", []),
        ("Ju\u0308rgen", ["Jürgen"]),
        ("notice", []),
        ("Reuters", ["Reuters"]),
        ("Ms. Smith", ["Ms. Smith"]),
        ("", []),
        ("’", []),
        ("x " * 100, []),
    ],
)
def test_occurs(index: SourceIndex, name: str, texts: list[str]) -> None:
    """Names occur as whole words; case counts but for capitals of a headline and the article."""
    assert [span.text for span in occurs(name, index)] == texts


def test_occurs_leaves_the_possessive_out() -> None:
    """A possessive is an occurrence of the name, cut before its apostrophe; a name that ends so keeps it."""
    index = SourceIndex(
        "Henick’s deal, LLOYD’S list, Lloyd's, the US–China and UK-based talks, US-Uzbek ties, dogs' may May"
    )
    assert [span.text for span in occurs("Henick", index)] == ["Henick"]
    assert [span.text for span in occurs("Lloyd's", index)] == ["LLOYD’S", "Lloyd's"]
    assert [span.text for span in occurs("China", index)] == ["China"]
    assert [span.text for span in occurs("UK", index)] == ["UK"]
    assert [span.text for span in occurs("Uzbek", index)] == ["Uzbek"]
    assert [(span.text, span.start) for span in occurs("May", index)] == [("May", index.text.index("May"))]
