"""Whatever the document and the claim: spans never lie, typography does not count, words do, time stays linear."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summariser.grounding.verbatim import LONGEST_GAP, SourceIndex, occurs

_QUOTES = "'`´‘’‚‛′‵ʹʻʼʽˈˊˋ‹›＇׳\"“”„‟″‶ʺ«»〝〞〟＂「」『』｢｣❝❞״"
_DASHES = "-‐‑‒–−﹣－־—―⸺⸻﹘⁃"
_ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("aAbBtTnN étü019 .,;:!?-–—'’\"“” \n\r\t\u00a0\u00ad\u200b\u200d\u0301\u0308ﬁ…$%€不中ا بש🇺🇸👍🏽½²"),
)
documents = st.one_of(
    st.text(_ALPHABET, max_size=120),
    st.lists(
        st.sampled_from(
            [
                *"""the The minister will not raise taxes No Notice can't can’t it's $4.5 $4 million 1 000 1,000 5% -5
            5-10 — - non-binding “we ”he … ... café cafe\u0301 U.S. U.S US שלום مرحبا 👨‍👩‍👧 中文 ﬁnal
            final a a a a b""".split(),
                "infor-\r\nmation",
                "well-\n",
            ]
        ),
        max_size=40,
    ).map(" ".join),
)


def reference(text: str) -> str:
    """A second, simple folding: no white space, no invisible characters, one shape of marks, hyphens left out."""
    text = unicodedata.normalize("NFD", text)
    for ligature, letters in {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "…": "...",
    }.items():
        text = text.replace(ligature, letters)
    text = re.sub(rf"[{re.escape(_QUOTES + _DASHES)}\s]", "", text)
    kept = (c for c in text if unicodedata.category(c) != "Cf" or "\u0600" <= c <= "\u0605" or c >= "\U000e0020")
    return unicodedata.normalize(
        "NFD", "".join(c for c in kept if not "\ufe00" <= c <= "\ufe0f" and not "\U000e0100" <= c <= "\U000e01ef")
    )


def same(claim: str, source: str) -> bool:
    """Whether the two differ at most in typography, by the reference."""
    ours, theirs = (reference(text).rstrip(".,;:!?") for text in (claim, source))
    if ours == theirs:
        return True
    first = next((i for i, c in enumerate(ours) if c.isalnum()), None)
    return first is not None and ours[:first] + ours[first].swapcase() + ours[first + 1 :] == theirs


@settings(max_examples=400, deadline=None)
@given(
    documents,
    documents,
    st.none() | st.tuples(st.integers(-5, 150), st.integers(-5, 150)),
    st.none() | st.integers(-5, 150),
)
def test_no_span_lies(text: str, claim: str, within: tuple[int, int] | None, near: int | None) -> None:
    """Whatever document and claim: a span is the source's own, inside the limits, and says the same."""
    index = SourceIndex(text)
    located = index.locate(claim, within=within, near=near)
    assert (located.span is None) == (located.verdict == "altered")
    assert (located.reason == "") == (located.verdict == "exact")
    for span in (
        located.span,
        index.locate_range(claim, claim).span,
        *index.locate_pieces(claim).spans,
        *occurs(claim, index),
    ):
        if span is not None:
            assert text[span.start : span.end] == span.text
    if located.span is not None:
        assert within is None or within[0] <= located.span.start <= located.span.end <= within[1]
        assert located.span.text in claim if located.verdict == "exact" else same(claim, located.span.text)


@settings(max_examples=400, deadline=None)
@given(documents, st.data())
@example("a\u0301 b", None)
@example("A\U000e0100", None)
def test_a_passage_at_word_bounds_is_found(text: str, data: st.DataObject | None) -> None:
    """A passage cut out between white space is found exactly, whatever stands around it."""
    edges = [0, *(m.start() for m in re.finditer(r"\s", text)), *(m.end() for m in re.finditer(r"\s", text)), len(text)]
    start, end = (0, len(text)) if data is None else sorted(data.draw(st.sampled_from(edges)) for _ in "ab")
    claim = text[start:end]
    assume(any(c.isalnum() for c in claim))
    line_end = re.compile(rf"[{re.escape(_DASHES)}\u00ad]\W*$")
    assume(not line_end.search(text[:start]) and not line_end.search(claim))  # half of a word broken at the line end
    assume(not re.search(r"\d\W*$", text[:start]) and not re.search(r"\d\W*$", claim))  # may be half of "1 000"
    located = SourceIndex(text).locate(claim)
    assert located.verdict == "exact"
    assert located.span is not None
    assert located.span.text in claim


WORDS = st.sampled_from(
    "the minister will raise taxes on energy firms sign accord deal Uzbekistan can't it's well-known café".split()
)
sentences = st.lists(WORDS | st.sampled_from(["2027", "$4.5", "1,000", "not", "5%", "June"]), min_size=4, max_size=30)


@settings(max_examples=300, deadline=None)
@given(sentences, st.data())
def test_other_typography_is_found(words: list[str], data: st.DataObject) -> None:
    """A passage set again with other marks, spaces, accents and case of the first letter is still found."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    chosen = words[start : data.draw(st.integers(start + 1, len(words)))]
    claim = data.draw(st.sampled_from([" ", "  ", "\n", "\r\n", "\u00a0", "\u2009", " \u200b"])).join(chosen)
    claim = claim.replace("'", data.draw(st.sampled_from("'’‘`"))).replace("-", data.draw(st.sampled_from("-‐‑–")))
    claim = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), claim).replace(
        "fi", data.draw(st.sampled_from(["fi", "ﬁ"]))
    )
    if data.draw(st.booleans()) and len(claim[0].swapcase()) == 1:
        claim = claim[0].swapcase() + claim[1:]
    claim = data.draw(st.sampled_from(["", "“", " '"])) + claim + data.draw(st.sampled_from(["", ".", "!", ",”", "”."]))
    located = SourceIndex(text).locate(claim)
    assert located.verdict in ("exact", "typographic")
    assert located.span is not None
    assert same(claim, located.span.text)


@settings(max_examples=300, deadline=None)
@given(sentences, st.data())
def test_a_changed_word_is_never_accepted(words: list[str], data: st.DataObject) -> None:
    """A word, number, date, name or negation changed, added or left out is refused, unless the source has that too."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 2))
    chosen = words[start : data.draw(st.integers(start + 2, len(words)))]
    at = data.draw(st.integers(0, len(chosen) - 1))
    other = data.draw(
        st.sampled_from(["not", "never", "2030", "$4.6", "1,001", "July", "Smith", "no", "cafe", "wellknown", "can"])
    )
    edited = data.draw(
        st.sampled_from(
            [
                [*chosen[:at], other, *chosen[at + 1 :]],
                [*chosen[:at], other, *chosen[at:]],
                [*chosen[:at], *chosen[at + 1 :]],
            ]
        )
    )
    located = SourceIndex(text).locate(" ".join(edited))
    stands = any(words[i : i + len(edited)] == edited for i in range(len(words)))
    assert (located.verdict == "exact") == stands
    assert (located.span is not None) == stands


@settings(max_examples=200, deadline=None)
@given(sentences, st.lists(st.integers(0, 29), min_size=2, max_size=4))
def test_pieces_stand_in_order(words: list[str], places: list[int]) -> None:
    """Pieces that are found stand in order, close together, and say what the claim says."""
    pieces = [words[place % len(words)] for place in places]
    located = SourceIndex(" ".join(words)).locate_pieces(" … ".join(pieces))
    assert (located.verdict == "altered") == (not located.spans)
    for before, after in zip(located.spans, located.spans[1:], strict=False):
        assert before.end <= after.start <= before.end + LONGEST_GAP
    if located.spans:
        assert [same(piece, span.text) for piece, span in zip(pieces, located.spans, strict=True)] == [True] * len(
            pieces
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "claim"),
    [
        ("a", "a" * 2000),
        ("a ", "a " * 2000 + "b"),
        ("a ", "b " + "a " * 2000),
        ("ab ", "ab " * 2000 + "a"),
        ("ab-", "ab-" * 2000 + "ab"),
        ("1 000 ", "000 " + "1 000 " * 500),
        ("it’s ", "it's " * 2000),
        ("a-\n", "a-" * 1000 + "a"),
        (". ", "… " * 500 + "x"),
        ("\u00ad", "x"),
        ("x\u200d", "x"),
        ("a\u0301", "a"),
    ],
)
def test_text_that_repeats_itself_takes_no_longer(unit: str, claim: str) -> None:
    """Hostile repetition is looked up in seconds, not hours: half a megabyte, ten claims of every kind."""
    begun = time.process_time()
    index = SourceIndex(unit * (500_000 // len(unit)))
    for near in (None, 250_000):
        for _ in range(5):
            index.locate(claim, near=near)
            index.locate_pieces(claim[:200] + " … " + claim[:100])
            index.locate_range(claim[:200], claim[-100:])
    assert time.process_time() - begun < 30
