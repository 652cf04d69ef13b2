"""Values of a JSON text are found on their lines."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.positions import Where, line_of, value_lines

keys = st.text(st.characters(codec="ascii", exclude_characters='"\\', categories=["L", "N", "P"]), max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def indented_lines(value: Any, where: Where, line: int, found: dict[Where, int]) -> int:
    """Where `json.dumps(indent=1)` puts each value; gives the last line of this one."""
    found[where] = line
    members = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    last = line
    for key, member in members:
        last = indented_lines(member, (*where, key), last + 1, found)
    return last + 1 if last > line else last


@given(values)
def test_every_value_is_found(value: Any) -> None:
    """For any JSON text written out over lines, each value has the line its key or item begins on."""
    expected: dict[Where, int] = {}
    indented_lines(value, (), 1, expected)
    assert value_lines(json.dumps(value, indent=1)) == expected


def test_a_missing_value_is_pointed_at_from_outside() -> None:
    """Where a key is absent, the object around it is the place."""
    lines = value_lines('{\n "a": [\n  {\n   "b": 1\n  }\n ]\n}')
    assert line_of(lines, ("a", 0, "b")) == 4
    assert line_of(lines, ("a", 0, "missing", "deeper")) == 3
    assert line_of(lines, ("elsewhere",)) == 1
    assert line_of({}, ("a",)) == 1


@given(st.text(st.sampled_from('{}[],:"\\ a1\n'), max_size=60))
def test_malformed_text_is_no_error(content: str) -> None:
    """Whatever stands in the file, some lines are told and none lies outside it."""
    assert all(1 <= line <= content.count("\n") + 1 for line in value_lines(content).values())


def test_deep_nesting_is_cheap() -> None:
    """A hundred thousand brackets cost no more than their number."""
    assert len(value_lines("[" * 100_000)) < 100
