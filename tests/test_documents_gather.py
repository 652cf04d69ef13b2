"""Files, folders, patterns, links and standard input become documents, or reasons why not."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from summariser.documents import gather as gather_module
from summariser.documents.gather import Failed, Found, gather
from tests.paper import drawn, lines, p, word
from tests.website import Reply, Server, loopback


def told(results: list[Found | Failed]) -> list[str]:
    """What became of each source: the document's name, or the reason."""
    return [each.document.name if isinstance(each, Found) else f"! {each.error}" for each in results]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents of several kinds, one of them broken."""
    root = tmp_path / "reports"
    (root / "north").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "b.txt").write_text("Sudland agreed.")
    (root / "a.pdf").write_bytes(drawn(lines("Norland will pay.")))
    (root / "broken.pdf").write_bytes(drawn(lines("Cut."))[:-50])
    (root / "north" / "c.docx").write_bytes(word(p("The line opens.")))
    (root / "north" / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (root / ".hidden.txt").write_text("x")
    (root / ".git" / "config").write_text("x")
    return root


def test_folder_stands_for_all_its_files(folder: Path) -> None:
    """In the order of their paths; one broken file is told in a line, and the rest goes on."""
    results = gather([str(folder)])
    assert told(results) == [
        "a.pdf",
        "b.txt",
        "! broken.pdf is cut off: the end of the PDF is missing (fetch or copy it again)",
        "north/c.docx",
        "! map.png looks like a PNG image, which is not read (save it as PDF, .docx or text)",
    ]
    assert [result.name for result in results] == [
        str(folder / name) for name in ("a.pdf", "b.txt", "broken.pdf", "north/c.docx", "north/map.png")
    ]
    assert isinstance(results[3], Found)
    assert results[3].document.text == "The line opens."


def test_sources_keep_their_order_and_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is named by itself and by its folder is read where it is named first."""
    monkeypatch.chdir(folder)
    assert told(gather(["north", "b.txt", ".", "./b.txt"])) == [
        "c.docx",
        "! map.png looks like a PNG image, which is not read (save it as PDF, .docx or text)",
        "b.txt",
        "a.pdf",
        "! broken.pdf is cut off: the end of the PDF is missing (fetch or copy it again)",
    ]


def test_patterns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They match at any depth, a folder that matches stands for its files, and nothing matched is told."""
    monkeypatch.chdir(folder)
    assert told(gather(["**/*.docx"])) == ["c.docx"]
    assert told(gather([str(folder / "*.txt")])) == ["b.txt"]
    assert told(gather(["nor*"]))[0] == "c.docx"
    assert len(gather(["**"])) == 5
    assert told(gather(["*.odt"])) == ["! *.odt matches no file (check the pattern)"]
    Path("[1].txt").write_text("A name that looks like a pattern.")
    assert told(gather(["[1].txt"])) == ["[1].txt"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    """Missing files, empty folders and impossible names each give a line."""
    empty = tmp_path / "empty"
    empty.mkdir()
    lines_ = told(gather([str(tmp_path / "no.txt"), str(empty), "a\0b", "", "x" * 5_000, "ftp://x.example/a"]))
    expected = (
        "does not exist",
        "holds no files",
        "not a valid path",
        "not a valid path",
        "cannot be read",
        "not a link",
    )
    assert all(words in line for words, line in zip(expected, lines_, strict=True))


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its kind is told by its bytes."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(drawn(lines("From a pipe.")))))
    (result,) = gather(["-", "-"])
    assert isinstance(result, Found)
    assert (result.document.name, result.document.text) == ("stdin", "From a pipe.")


def test_links_are_fetched_and_failures_told() -> None:
    """A link that is refused does not hinder the next."""
    with Server(a=Reply(b"Norland will pay.", "text/plain"), b=Reply(status=404)) as server:
        urls = [server.url("b"), server.url("a"), "http://inner.example/"]
        results = gather(urls, network=loopback(inner_example=["10.0.0.1"]))
    assert told(results)[0].startswith("! ")
    assert told(results)[1] == urls[1]
    assert "not public" in told(results)[2]


def test_date_of_the_caller_is_that_of_all(folder: Path) -> None:
    """It goes before what the documents say."""
    found = [result.document for result in gather([str(folder)], date=date(2027, 3, 4)) if isinstance(result, Found)]
    assert {(document.date, document.date_source) for document in found} == {(date(2027, 3, 4), None)}


def test_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """They are called by what the user named them."""
    paths = []
    for place in ("north", "south"):
        (tmp_path / place).mkdir()
        path = tmp_path / place / "report.txt"
        path.write_text(place)
        paths.append(str(path))
    assert told(gather(paths)) == paths
    assert told(gather([str(tmp_path)])) == ["north/report.txt", "south/report.txt"]


# Named pipes are a matter of Unix: elsewhere there is nothing that could be opened by mistake.
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_links_and_pipes_in_a_folder(folder: Path, tmp_path: Path) -> None:
    """A link must not lead out of the folder, and a pipe, which might never end, is not opened."""
    (tmp_path / "secret.txt").write_text("x")
    inner = folder / "north"
    (inner / "map.png").unlink()
    (inner / "d").symlink_to(tmp_path / "secret.txt")
    (inner / "e").symlink_to(tmp_path)
    (inner / "f").symlink_to(tmp_path / "nowhere")
    (inner / "g.txt").symlink_to(folder / "north" / "c.docx")
    os.mkfifo(inner / "h")
    reasons = told(gather([str(inner)]))
    assert reasons[0] == "c.docx"
    for words, line in zip(
        ("leads out of the folder", "link to a folder", "broken link", "not a file"), reasons[1:], strict=True
    ):
        assert words in line


# Permissions do not bind the superuser, so that no file is forbidden to it.
@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_folder_that_may_not_be_read(folder: Path) -> None:
    """It is told, and its neighbours are read."""
    (folder / "north").chmod(0)
    results = told(gather([str(folder)]))
    (folder / "north").chmod(0o700)
    assert "a.pdf" in results
    assert any("may not be read" in line for line in results)


def test_number_of_sources_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is beyond the limit is told in one line, not dropped."""
    monkeypatch.setattr(gather_module, "MAX_SOURCES", 2)
    results = told(gather([str(folder / name) for name in ("a.pdf", "b.txt", "broken.pdf", "north/c.docx")]))
    assert results[:2] == ["a.pdf", "b.txt"]
    assert results[2].startswith("! 2 more sources were not read: the limit is 2")
