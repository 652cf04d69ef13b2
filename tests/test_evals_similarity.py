"""Names, wordings and stretches of the source are compared as the definition says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.similarity import (
    Stretches,
    content_words,
    dice,
    fold_name,
    fold_text,
    is_negated,
    numbers,
    word_f1,
    words,
)
from summariser.schemas import Span

TEXT = "One, two; three. “Four”\r\nfive – 6,000 sevenths"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The European Union", "european union"),
        ("Acme, Inc.", "ACME"),
        ("Acme Holdings Ltd.", "Acme Holdings"),
        ("Müller & Co. KG", "Müller"),
        ("Société Générale S.A.", "SOCIÉTÉ GÉNÉRALE"),
        ("Saint‑Gobain", "Saint-Gobain"),
        ("People’s Bank", "People's  Bank"),
        ("ﬁrst bank", "first bank"),
        ("“Friends”", "Friends"),
    ],
)
def test_names_that_are_the_same(left: str, right: str) -> None:
    """Case, typography, article, outer punctuation and legal form are folded away."""
    assert fold_name(left) == fold_name(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jonathan Henick", "Henick"),
        ("José", "Jose"),
        ("US", "United States"),
        ("Acme", "Acme Holdings"),
        ("Uzbekistan", "Uzbekistan's"),
        ("Co", ""),
        ("The", ""),
        ("A", ""),
    ],
)
def test_names_that_are_not_the_same(left: str, right: str) -> None:
    """Nothing fuzzier is folded, and no name is folded away whole."""
    assert fold_name(left) != fold_name(right)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text is stable."""
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text(), st.text())
def test_word_f1_is_symmetric_and_bounded(left: str, right: str) -> None:
    """The order of the two does not matter, and a text is wholly like itself."""
    assert word_f1(left, right) == word_f1(right, left)
    assert 0 <= word_f1(left, right) <= 1
    assert word_f1(left, left) == 1


def test_word_f1_ignores_empty_words_and_endings() -> None:
    """Paraphrase by form words and endings costs nothing; another word does."""
    assert word_f1("The states signed an agreement", "signing of agreements by states") == 1
    assert word_f1("sign the treaty", "sign the contract") == pytest.approx(0.5)
    assert word_f1("raise tariffs", "open a port") == 0


def test_empty_words_alone_still_compare() -> None:
    """A wording of nothing but form words keeps them, so that it can match itself."""
    assert content_words("to be") == {"to", "be"}
    assert content_words("…") == frozenset()


def test_words_keep_negation_and_numbers() -> None:
    """A negated verb gives "not"; commas of thousands are dropped, decimals kept."""
    assert words("It didn’t pay 6,000 or 2.5") == ["it", "did", "not", "pay", "6000", "or", "2.5"]
    assert numbers("between €1,200 and 3.5 per cent") == {"1200", "3.5"}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("not raise tariffs", True),
        ("won’t sell", True),
        ("cannot leave", True),
        ("refrain from drilling", True),
        ("never return", True),
        ("raise tariffs", False),
        ("pay no more than €5", False),
        ("keep losses not exceeding 3 per cent", False),
        ("deliver not later than June", False),
        ("knot the rope", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    """A denial is told from a bound ("no more than")."""
    assert is_negated(text) is negated


def test_dice() -> None:
    """F1 of sets; nothing is like an empty set."""
    assert dice(frozenset("ab"), frozenset("bc")) == 0.5
    assert dice(frozenset(), frozenset()) == 0


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any bounds, inside the text or beyond it."""
    start = draw(st.integers(0, len(TEXT) + 5))
    return Span(start=start, end=draw(st.integers(start, len(TEXT) + 9)), text="")


def covered(found: list[Span]) -> set[int]:
    """Letters and digits under spans, one by one."""
    return {
        index for span in found for index in range(span.start, span.end) if index < len(TEXT) and TEXT[index].isalnum()
    }


@given(st.lists(spans(), max_size=4), st.lists(spans(), max_size=4))
def test_stretches_agree_with_counting(left: list[Span], right: list[Span]) -> None:
    """Length, overlap, IoU and cosine are those of the sets of characters."""
    source = Stretches(TEXT)
    a, b = source.merge(left), source.merge(right)
    first, second = covered(left), covered(right)
    assert source.length(a) == len(first)
    assert source.shared(a, b) == len(first & second)
    both = len(first & second)
    assert source.jaccard(a, b) == pytest.approx(both / len(first | second) if both else 0)
    assert source.cosine(a, b) == pytest.approx(both / (len(first) * len(second)) ** 0.5 if both else 0)


def test_punctuation_has_no_length() -> None:
    """Quotation marks, stops and line ends between or around words make no difference."""
    source = Stretches(TEXT)
    bare = source.merge([Span(start=TEXT.index("Four"), end=TEXT.index("Four") + 4, text="")])
    marked = source.merge([Span(start=TEXT.index("“"), end=TEXT.index("five"), text="")])
    assert source.jaccard(bare, marked) == 1


def test_cosine_is_fair_to_containment_but_damped() -> None:
    """A clause in its sentence passes the floor of 0.4; the same clause in the whole document does not."""
    text = "x" * 3000
    source = Stretches(text)
    clause, sentence, whole = [(100, 180)], [(0, 240)], [(0, 3000)]
    assert source.cosine(clause, sentence) == pytest.approx(0.577, abs=0.001)
    assert source.jaccard(clause, sentence) < 0.4 < source.cosine(clause, sentence)
    assert source.cosine(clause, whole) < 0.2
