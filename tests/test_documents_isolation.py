"""Reading in a process of its own: bounds, crashes and what is not installed."""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from pathlib import Path

import pytest

from summariser.documents import read_bytes
from summariser.documents.formats import isolation
from summariser.documents.formats.composer import Composer
from summariser.documents.formats.extract import Extract, Source
from summariser.documents.formats.isolation import Reader, read_apart
from summariser.documents.formats.kinds import DOCX, HTML, MHTML, PDF
from summariser.errors import DocumentError
from tests.paper import drawn, lines, p, picture, word


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A media type whose reader does as its document says."""
    code = """
import os, time
from summariser.documents.formats.extract import Extract
def read(source):
    print("noise")
    exec(source.data, globals())
    return Extract(text=result)
"""
    (tmp_path / "obedient.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(isolation.READERS, "x/obedient", Reader("a trick", "obedient"))
    return "x/obedient"


def test_extract_comes_back_whole() -> None:
    """Pages, gaps, furniture, notes and date are the same as without the process between."""
    data = drawn(lines("Ärger – “gone”"), picture, lines("Page two."))
    from summariser.documents.formats.pdf import read

    found = read(Source(data))
    assert found.gaps
    assert found.date
    assert read_apart(PDF, Source(data), "x.pdf") == found
    assert Extract.from_json(found.to_json().encode()) == found


@pytest.mark.parametrize(
    ("kind", "data", "library", "extra"),
    [
        (PDF, drawn(lines("x")), "pypdfium2", "pdf"),
        (DOCX, word(p("x")), "docx", "docx"),
        (HTML, b"<html><p>x", "trafilatura", "html"),
        (MHTML, b"MIME-Version: 1.0\nSnapshot-Content-Location: x\nFrom: <Saved by X>\n\nx", "trafilatura", "html"),
    ],
)
def test_missing_extra_is_named(
    kind: str, data: bytes, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its library a kind of file is refused in one line that says what to install."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == library else find(name))
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "deal.bin")
    assert caught.value.hint == f"install summariser[{extra}]"
    assert str(caught.value).startswith(f"deal.bin is {isolation.READERS[kind].kind}, and what reads it")


def test_time_is_bounded(reader: str) -> None:
    """A reader that never ends is stopped."""
    began = time.monotonic()
    with pytest.raises(DocumentError, match=r"^slow could not be read within 1 seconds"):
        read_apart(reader, Source(b"time.sleep(60)"), "slow", seconds=1)
    assert time.monotonic() - began < 20


# Only Linux keeps RLIMIT_AS; elsewhere the reader is bounded by its time alone.
@pytest.mark.skipif(sys.platform != "linux", reason="the bound is the system's")
def test_memory_is_bounded(reader: str) -> None:
    """A reader that wants more than its share is refused."""
    with pytest.raises(DocumentError, match="takes too much memory"):
        read_apart(reader, Source(b"result = 'x' * (1 << 33)"), "large")


def test_crash_is_an_error_like_others(reader: str) -> None:
    """A reader that dies, or fails in a way nobody thought of, costs its document only."""
    for code in (b"os.abort()", b"os._exit(0)", b"raise RuntimeError('words of the document')"):
        with pytest.raises(DocumentError, match="its reader crashed") as caught:
            read_apart(reader, Source(code), "bad")
        assert "words of the document" not in str(caught.value)


def test_nothing_secret_reaches_it(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys in the environment are not passed on, and what libraries print is no answer."""
    monkeypatch.setenv("SOME_API_KEY", "hush-hush")
    found = read_apart(reader, Source(b"result = str(dict(os.environ))"), "x")
    assert "hush-hush" not in found.text
    assert "PYTHONPATH" in found.text


def test_without_an_interpreter_it_reads_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a program packed into one file there is none to start; errors name the document all the same."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert read_bytes(word(p("Here.")), "x.docx").text == "Here."
    with pytest.raises(DocumentError, match=r"^x\.docx holds no text"):
        read_bytes(word("<w:p/>"), "x.docx")


def test_length_of_the_text_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text without end is refused while it is put together."""
    from summariser.documents.formats import composer

    monkeypatch.setattr(composer, "MAX_CHARACTERS", 100)
    text = Composer()
    text.add("x" * 90)
    with pytest.raises(DocumentError, match="too much text"):
        text.add("x" * 20)


def test_other_process_is_this_interpreter() -> None:
    """No shell and no search of the path is between."""
    assert Path(sys.executable).is_absolute()
    assert os.access(sys.executable, os.X_OK)
