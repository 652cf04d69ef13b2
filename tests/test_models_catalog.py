"""Names of models and what they mean."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summariser.errors import StoreError
from summariser.models.catalog import CATALOG, DEFAULT, find_entry


def test_the_default() -> None:
    """The default is the first of the catalogue, and its names all mean it."""
    entry = CATALOG[0]
    for name in (DEFAULT, entry.name, entry.file, entry.hub_name):
        assert find_entry(name) is entry


@pytest.mark.parametrize("entry", CATALOG, ids=lambda entry: entry.name)
def test_entries_are_consistent(entry: object) -> None:
    """Sizes of the wheels add up to the file, every wheel is named once, and hash and licence are given."""
    assert isinstance(entry, type(CATALOG[0]))
    assert sum(part.size for part in entry.parts) == entry.size
    assert len({part.package for part in entry.parts}) == len(entry.parts) == 22
    assert re.fullmatch(r"[0-9a-f]{64}", entry.sha256 or "")
    assert entry.licence == "Apache-2.0"


def test_any_file_on_the_hub() -> None:
    """A file outside the catalogue keeps its repository in its name, so that equal file names do not clash."""
    entry = find_entry("org/some.Model-GGUF:sub/model-Q4_K_M.gguf")
    assert entry.repository == "org/some.Model-GGUF"
    assert entry.repository_file == "sub/model-Q4_K_M.gguf"
    assert entry.file == "org--some.Model-GGUF--sub--model-Q4_K_M.gguf"
    assert entry.size is None
    assert entry.parts == ()


def test_split_models() -> None:
    """One piece of a split model is refused with a hint."""
    with pytest.raises(StoreError, match="one of several pieces") as caught:
        find_entry("org/big:big-00001-of-00003.gguf")
    assert "single file" in caught.value.hint


@given(st.text(max_size=40) | st.from_regex(r"[\w./:-]{1,20}\.gguf", fullmatch=True))
@example("../../etc/passwd")
@example("org/x:../y.gguf")
@example("org/x:a/../y.gguf")
@example("org/..:y.gguf")
@example("org/x:y.gguf\n")
@example("org/x:/y.gguf")
def test_names_cannot_leave_the_folder(name: str) -> None:
    """Whatever the name, it is refused or gives a plain file name."""
    try:
        entry = find_entry(name)
    except StoreError:
        return
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*\.gguf", entry.file)
    assert ".." not in entry.file
    assert ".." not in entry.repository
