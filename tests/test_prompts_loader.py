"""Prompts on disk: found, checked, hashed; the user's folder comes first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from summariser.errors import PromptError
from summariser.prompts.loader import PARTS, list_prompts, load_prompt
from summariser.prompts.questions import check_examples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of prompts that holds a copy of the one for briefs."""
    shutil.copytree(load_prompt().folder, tmp_path / "brief")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_packaged_prompt_is_sound() -> None:
    """Every part is there and every pointer of its examples fits its text."""
    prompt = load_prompt()
    assert tuple(prompt.parts) == PARTS
    assert prompt.examples
    check_examples(prompt)


def test_the_users_folder_comes_first(folder: Path) -> None:
    """A prompt of the same name in the user's folder takes the place of the packaged one."""
    edit(folder / "brief" / "prompt.toml", 'version = "', 'version = "mine-')
    assert load_prompt("brief", folder).version.startswith("mine-")
    assert [prompt.folder for prompt in list_prompts(folder) if prompt.name == "brief"] == [folder / "brief"]


def test_a_prompt_is_named_by_its_folder(folder: Path) -> None:
    """The path of a folder works in place of a name."""
    assert load_prompt(folder / "brief").folder == folder / "brief"


def test_the_hash_follows_every_file(folder: Path) -> None:
    """A change in any file, an example included, changes the hash; a copy does not."""
    assert load_prompt("brief", folder).sha256 == load_prompt().sha256
    before = load_prompt("brief", folder).sha256
    edit(folder / "brief" / "examples" / "bakery.toml", "cake house", "tea house")
    assert load_prompt("brief", folder).sha256 != before


def test_an_unknown_prompt_tells_what_there_is() -> None:
    """The message lists the prompts that exist."""
    with pytest.raises(PromptError, match="there are: brief"):
        load_prompt("nosuch")
    with pytest.raises(PromptError, match=r"a folder that holds prompt\.toml"):
        load_prompt(Path("no") / "such")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("prompt.toml", 'name = "brief"', 'nmae = "brief"', "unknown key 'nmae'"),
        ("prompt.toml", '"kinds", ', '"kindz", ', "unknown part 'kindz'"),
        ("prompt.toml", 'version = "', 'version = 7 # "', "version is missing"),
        ("prompt.toml", "parts = [", "parts = [[", "prompt.toml"),
        ("parts/facts.md", "${most}", "${mots}", r"facts\.md, line 1: unknown variable"),
        ("system.md", "You help", "${document} You help", r"system\.md, line 1: unknown variable"),
        ("examples/bakery.toml", "[answer]", "[anser]", "an example has text and answer"),
    ],
)
def test_slips_are_found_at_load(folder: Path, file: str, old: str, new: str, message: str) -> None:
    """A slip in any file is an error that names the file and what is wrong."""
    edit(folder / "brief" / file, old, new)
    with pytest.raises(PromptError, match=message):
        load_prompt("brief", folder)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('at = "s1"\nkind', 'at = "s91"\nkind', r"answer\.facts"),
        ('by = ["Bakers Circle"]', 'by = ["Bakers Guild"]', r"answer\.undertakings\.c2"),
        ('Solveira = "organisation"', 'Solveira = "place"', r"answer\.kinds"),
        ('Solveira = "organisation"\n', "", r"answer\.kinds"),
    ],
)
def test_pointers_of_examples_must_fit_their_text(folder: Path, old: str, new: str, where: str) -> None:
    """A pointer to nothing, a name that is not there and a candidate without a decision are errors."""
    edit(folder / "brief" / "examples" / "bakery.toml", old, new)
    with pytest.raises(PromptError, match=where):
        check_examples(load_prompt("brief", folder))
