"""Templates: declared variables, one pass, values never read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import PromptError
from summariser.prompts.template import Template


def test_values_are_put_in_as_they_are() -> None:
    """What looks like a template inside a value is left alone."""
    template = Template("a ${x} b ${y}", "t.md")
    assert template.render({"x": "${y} {{ 7*7 }} $x", "y": "2"}) == "a ${y} {{ 7*7 }} $x b 2"


@given(st.text(), st.text())
def test_any_value_arrives_whole(before: str, value: str) -> None:
    """No value, whatever it holds, is changed by rendering."""
    head = before.replace("$", "")
    assert Template(head + "${v}", "t.md").render({"v": value}) == head + value


def test_a_missing_value_is_an_error() -> None:
    """A variable without a value is named, with its file."""
    with pytest.raises(PromptError, match=r"t\.md: no value for \$\{x\}"):
        Template("${x}", "t.md").render({})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one\ntwo ${nope}", r"t\.md, line 2: unknown variable \$\{nope\}"),
        ("${not a name}", r"t\.md, line 1: malformed variable"),
        ("${unclosed", r"line 1: malformed variable"),
    ],
)
def test_unknown_and_malformed_variables_are_errors(text: str, message: str) -> None:
    """A slip in a template is found when it is loaded; the message names file and line."""
    with pytest.raises(PromptError, match=message):
        Template(text, "t.md").check({"known"})


def test_a_lone_dollar_is_text() -> None:
    """Amounts of money are no variables."""
    Template("it costs $5 or ${x}", "t.md").check({"x"})
