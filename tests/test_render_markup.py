"""HTML built from typed calls."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from summariser.render.inert import visible
from summariser.render.markup import element, join, text
from tests.page import read_html


@given(st.text(), st.text())
def test_any_text_comes_back_from_content_and_attribute(content: str, value: str) -> None:
    """A parser reads what was put in, and nothing else."""
    html = element("p", content, title=value)
    node = read_html(html).one("p")
    assert node.text == visible(content)
    assert node.attributes == {"title": visible(value)}


def test_markup_is_kept_and_none_left_out() -> None:
    """Elements nest; what is not there leaves no trace."""
    assert element("p", element("b", "<"), None, class_="a", hidden=True, title=None, lang=False) == (
        '<p class="a" hidden><b>&lt;</b></p>'
    )


def test_join_escapes_separator_and_children() -> None:
    """Nothing passes unescaped but markup."""
    assert join(["<", Markup("<b></b>"), None, "&"], " > ") == "&lt; &gt; <b></b> &gt; &amp;"
    assert text("\x1b") == "␛"
