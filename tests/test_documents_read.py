"""Reading bytes, files and strings."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents import Document, read_bytes, read_file, read_path, read_text
from summariser.documents import read as read_module
from summariser.errors import DocumentError, InputError


def test_utf8_is_read_as_it_is() -> None:
    """Characters, line ends and the hash of the bytes survive reading."""
    data = "Über\r\nallem – „Ruh“\n\r".encode()
    document = read_bytes(data, "ruh.txt", date=date(2025, 3, 1))
    assert document == Document(
        text="Über\r\nallem – „Ruh“\n\r",
        name="ruh.txt",
        sha256=hashlib.sha256(data).hexdigest(),
        date=date(2025, 3, 1),
    )


def test_byte_order_mark_is_left_out_of_the_text_only() -> None:
    """The mark is no character of the text, but the hash is of the bytes as they are."""
    data = b"\xef\xbb\xbfHello."
    document = read_bytes(data, "x")
    assert document.text == "Hello."
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_file_is_named_without_its_folder(tmp_path: Path) -> None:
    """The name gives nothing away of the reader's folders; the suffix gives the media type."""
    path = tmp_path / "note.md"
    path.write_bytes(b"# Note\r\n\r\nHello.\r\n")
    document = read_file(path)
    assert (document.name, document.media_type) == ("note.md", "text/markdown")
    assert document.text == "# Note\r\n\r\nHello.\r\n"
    assert read_file(str(path)) == document


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t \xc2\xa0", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b"\xe2\x80\x8b \n", "nothing but white space"),
        (b"Hello\0world", "not text"),
        (b"\x01\x02\x03\x04hello", "not text"),
        (b"%PDF-1.7\n%\xe2\xe3", "is cut off"),
        (b"PK\x03\x04\x14\x00", "Office document"),
        (b"\x89PNG\r\n\x1a\n", "looks like a PNG image, which is not read"),
        (b"\x1f\x8b\x08\x00", "gzip archive"),
        (b"{\\rtf1\\ansi", "rich-text"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_reason(data: bytes, words: str) -> None:
    """The message names the document and says what it is."""
    with pytest.raises(DocumentError, match=r"^thing\.bin ") as caught:
        read_bytes(data, "thing.bin")
    assert words in caught.value.message


def test_size_is_checked_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is refused by its size alone, bytes and strings by theirs."""
    monkeypatch.setattr(read_module, "MAX_BYTES", 1024)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 1025)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("the file was opened"))
    for call in (lambda: read_file(path), lambda: read_bytes(b"a" * 1025, "b"), lambda: read_text("é" * 600)):
        with pytest.raises(DocumentError, match="too large"):
            call()
    assert read_bytes(b"a" * 1024, "b").text == "a" * 1024


def test_endless_device_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that tells no size is read up to the limit, no further."""
    monkeypatch.setattr(read_module, "MAX_BYTES", 1 << 16)
    with pytest.raises(DocumentError, match="too large"):
        read_file("/dev/zero")


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder and an impossible path each get their own words, and exit code 2."""
    with pytest.raises(DocumentError, match="does not exist") as caught:
        read_file(tmp_path / "no.txt")
    assert isinstance(caught.value, InputError)
    assert caught.value.exit_code == 2
    assert caught.value.hint
    with pytest.raises(DocumentError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        read_file("a\0b")
    with pytest.raises(DocumentError, match="cannot be read"):
        read_file("a" * 5000)


# Permissions do not bind the superuser, so that no file is forbidden to it.
@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_forbidden_file(tmp_path: Path) -> None:
    """A file without read permission says so."""
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(DocumentError, match="may not be read"):
        read_file(path)


def test_forbidden_file_is_told_from_a_missing_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal by the system becomes words about permission."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(DocumentError, match="may not be read"):
        read_file(tmp_path / "secret.txt")


def test_string_keeps_every_character() -> None:
    """A string becomes a document without any change; its hash is that of its UTF-8."""
    text = "\ufeffOne\r\ntwo\x0bthree\u2028four"
    document = read_text(text)
    assert document.text == text
    assert document.name == "text"
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_lone_surrogates_are_refused() -> None:
    """Half a character has no UTF-8: the error says where it stands."""
    with pytest.raises(DocumentError, match="position 2"):
        read_text("ab\ud800")
    for text in ("", "  ", "\0"):
        with pytest.raises(DocumentError):
            read_text(text)


def test_html_is_no_text() -> None:
    """What begins as a page is read as a page; text with a sign of its kind is not."""
    document = read_bytes(b"<!DOCTYPE html><p>Hi</p>", "x.txt")
    assert (document.text, document.media_type) == ("Hi", "text/html")
    assert read_bytes(b"Less < more", "x") == Document("Less < more", "x", hashlib.sha256(b"Less < more").hexdigest())


def test_the_older_name_is_the_same_door() -> None:
    """Files are read by `read_path`, whatever they are."""
    assert read_file is read_path


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_give_a_document_or_a_document_error(data: bytes) -> None:
    """Reading never fails in any other way, and the hash is always that of the bytes."""
    try:
        document = read_bytes(data, "any")
    except DocumentError:
        return
    assert document.text.strip()
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@given(st.text(min_size=1, max_size=400))
def test_utf8_round_trip(text: str) -> None:
    """What is UTF-8 is never read as anything else."""
    try:
        document = read_bytes(text.encode(), "any")
    except DocumentError:
        return
    assert document.text == text.removeprefix("\ufeff")
    assert document.encoding == "utf-8" or text.encode().startswith((b"\xff\xfe", b"\xfe\xff"))
