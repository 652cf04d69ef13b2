"""Which sentences are chosen as facts where no model is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.analysis import Analysis
from summariser.candidates.salience import most_needed
from summariser.documents.read import read_text

TEXT = """Orrin Foods closed its mill on Monday.
It had rained for a week.
People came by boat and stood about.
Some of them sang.
The mill made 400 tonnes of flour a year.
The sale depends on the court of Lisford.
I shall miss it, and you will, too.
"""


def test_head_figures_and_conditions_come_first() -> None:
    """The first sentence, the one with a figure and the one with a condition are chosen before small talk."""
    analysis = Analysis(read_text(TEXT))
    chosen = most_needed(analysis.document.sentences, analysis.entities, 3)
    assert [sentence.text.split()[1] for sentence in chosen] == ["Foods", "mill", "sale"]


def test_order_is_that_of_the_document() -> None:
    """Chosen sentences keep their order, and a wish for more than there are gives all."""
    analysis = Analysis(read_text(TEXT))
    chosen = most_needed(analysis.document.sentences, analysis.entities, 99)
    assert chosen == list(analysis.document.sentences)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.integers(0, 5))
def test_any_text(text: str, most: int) -> None:
    """No text is too odd, and never more than wanted are chosen."""
    analysis = Analysis(read_text(f"{text} end"))
    assert len(most_needed(analysis.document.sentences, analysis.entities, most)) <= most
