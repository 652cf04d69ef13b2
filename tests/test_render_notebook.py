"""Briefs in notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from summariser.render.notebook import render_notebook
from summariser.schemas import Brief, Coverage
from tests.brief_strategies import briefs_with_documents
from tests.page import read_html
from tests.sample_bridge import bridge_brief
from tests.sample_brief import provenance_of, seed_brief, seed_document

if TYPE_CHECKING:
    from summariser.documents import Document

_ALLOWED = {"div", "span", "strong", "code", "details", "summary", "ul", "li"}


@settings(deadline=None)
@given(briefs_with_documents())
def test_no_text_in_any_field_becomes_markup(sample: tuple[Brief, Document]) -> None:
    """Only the few elements of the fragment occur, with no attribute that could do anything."""
    fragment = read_html(render_notebook(sample[0]))
    assert {node.name for node in fragment.all()} <= _ALLOWED
    assert {key for node in fragment.all() for key in node.attributes} <= {"style", "class", "dir", "open"}
    assert len(fragment.content) == 1


def test_all_parts_are_shown() -> None:
    """Terms of a commitment, speaker and cue of a quote, places of the evidence, coverage."""
    text = read_html(render_notebook(bridge_brief())).text
    for fact in (
        "Mayor Silva promises a bridge",
        "the city → Harbour Council",
        "by when: by 1 March 2027 · condition: if the council approves the plan · amount: €2.4 million",
        "Ana Silva · “she said” · 159–185, 198–233",
        "person · Mayor · for the city",
        "236 of 236 characters read (100 %)",
    ):
        assert fact in text
    assert "September 2023 (1–30 September 2023)" in read_html(render_notebook(seed_brief())).text


def test_formulas_in_the_document_are_left_alone() -> None:
    """Notebooks typeset dollar signs unless told not to."""
    (root,) = read_html(render_notebook(seed_brief())).content
    assert not isinstance(root, str)
    assert {"tex2jax_ignore", "mathjax_ignore"} <= set((root.attributes["class"] or "").split())


def test_empty_parts_say_so() -> None:
    """Nothing is shown as None."""
    brief = Brief(title="", coverage=Coverage(characters=0, read=0), provenance=provenance_of(seed_document()))
    text = read_html(render_notebook(brief)).text
    assert text.count("None found.") == 4
    assert "None" not in text.replace("None found.", "")


def test_the_brief_shows_itself() -> None:
    """`Brief._repr_html_` is this renderer."""
    assert seed_brief()._repr_html_() == render_notebook(seed_brief())
