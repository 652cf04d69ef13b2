"""The command `summariser note`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summariser.schemas import Note
from tests.answering import following
from tests.command import one_line_error, summariser
from tests.loopback import Loopback
from tests.sample_note_briefs import bakery, matter

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ashdown Ltd signed a contract in Lisford on Monday.\nAshdown Ltd will pay $4 million by 2031.\n"
RULES = "--no-narrative"


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    folder.mkdir()
    for brief in (*matter(), bakery()):
        name = brief.provenance.document.name.replace(".txt", ".json")
        (folder / name).write_text(brief.model_dump_json(), encoding="utf-8")
    return folder


def test_help_has_examples_and_exit_codes() -> None:
    """`--help` shows how it is used, the sub-commands and the exit codes; so does the command alone."""
    for args in (("note", "--help"), ("note",)):
        shown = summariser(*args)
        words = " ".join((shown.stdout + shown.stderr).split())
        assert "summariser note inbox/ --topic" in words
        assert "templates copy" in words
        assert "5 part of a document was not read" in words
    assert "note" in summariser("--help").stdout


def test_markdown_is_printed(briefs: Path) -> None:
    """Without -o the note is printed as Markdown; what is left out is told on standard error."""
    done = summariser("note", briefs, RULES, "--as-of", "2026-04-01", "--topic", "Skarn terminal")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# Skarn terminal")
    assert "\x1b" not in done.stdout
    assert "“New oven” (bakery.txt) concerns another matter" in done.stderr


def test_json_is_clean(briefs: Path) -> None:
    """With --json, standard output is one note and nothing else; the options reach it."""
    done = summariser(
        "note", briefs, RULES, "--json", "-q", "--for", "the Minister", "--length", "long", "--title", "T",
        "--as-of", "2026-03-02",
    )  # fmt: skip
    note = Note.model_validate_json(done.stdout)
    assert (note.audience, note.length, note.title) == ("the Minister", "long", "T")
    assert done.stderr == ""
    assert note.as_of.isoformat() == "2026-03-02"


def test_files_of_all_kinds(briefs: Path, tmp_path: Path) -> None:
    """The ending says what is wanted; -o can be repeated."""
    out = tmp_path / "out"
    names = ["n.md", "n.html", "n.json", "n.csv", "n.ics", "n.docx", "n.pdf", "n.xlsx"]
    args = [each for name in names for each in ("-o", out / name)]
    done = summariser("note", briefs, RULES, "--classification", "OFFICIAL", *args)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    assert done.stdout == ""
    assert "OFFICIAL" in (out / "n.html").read_text(encoding="utf-8")
    assert (out / "n.docx").read_bytes().startswith(b"PK")
    assert (out / "n.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((out / "n.json").read_text(encoding="utf-8"))["schema_version"] == "1"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["-o", "n.odt"], "n.odt: its ending tells no format"),
        (["-o", "n.md", "-o", "n.md"], "named twice"),
        (["--template", "nosuch"], "no style nosuch"),
    ],
)
def test_bad_options_are_told_before_the_work(briefs: Path, args: list[str], words: str) -> None:
    """No document goes to a model when the result could not be written."""
    with Loopback() as server:
        line = one_line_error(summariser("note", briefs, *args, "--model", "tiny", "--base-url", server.url), 2)
        assert not server.requests
    assert words in line


def test_a_broken_document_is_listed_and_tells_the_exit_code(briefs: Path) -> None:
    """One line for what failed, the note for the rest."""
    (briefs / "broken.json").write_text("{", encoding="utf-8")
    done = summariser("note", briefs, RULES, "--json")
    assert "broken.json" in one_line_error(done, 2)
    sources = json.loads(done.stdout)["sources"]
    assert [source["status"] for source in sources].count("failed") == 1


def test_nothing_that_can_be_read(tmp_path: Path) -> None:
    """One line for each, and no note."""
    done = summariser("note", tmp_path / "none.txt", "--no-narrative")
    assert "none.txt" in one_line_error(done, 2)
    assert done.stdout == ""


def test_a_document_goes_through_the_model(tmp_path: Path) -> None:
    """A brief is made of it, and the narrative asked."""
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    with Loopback(default=following()) as server:
        done = summariser("note", tmp_path / "deal.txt", "--model", "tiny", "--base-url", server.url, "--json", "-q")
        assert len(server.requests) >= 2
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sources"][0]["name"] == "deal.txt"


def test_strict_tells_of_unread_parts(briefs: Path) -> None:
    """A brief of which a part failed makes --strict exit with 5."""
    brief = matter()[0]
    brief.coverage.chunks[0].status = "failed"
    (briefs / "release.json").write_text(brief.model_dump_json(), encoding="utf-8")
    assert summariser("note", briefs, RULES, "-q").returncode == 0
    assert "release.txt" in one_line_error(summariser("note", briefs, RULES, "-q", "--strict"), 5)


def test_house_styles_are_listed_and_copied(briefs: Path, tmp_path: Path) -> None:
    """A copy can be changed and used."""
    listed = summariser("note", "templates", "list")
    name = listed.stdout.split()[0]
    house = tmp_path / "house"
    assert summariser("note", "templates", "copy", name, house).returncode == 0
    style = house / "style.toml"
    assert style.is_file()
    done = summariser("note", briefs, RULES, "--style", house, "-o", tmp_path / "n.html")
    assert done.returncode == 0, done.stderr
