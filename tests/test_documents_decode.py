"""Encodings other than UTF-8."""

from __future__ import annotations

import codecs

import pytest

from summariser.documents.decode import decode
from summariser.errors import DocumentError

WESTERN = "The minister said that the café’s “résumé” cost £5 — too much.\r\nJosé’s naïve façade fell."


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (WESTERN, "cp1252", "windows-1252"),
        ("Le ministère a refusé; l'État paiera, dit-elle, «à l'été».", "latin-1", "windows-1252"),
        ("Die Behörde prüft für 5 € das Übereinkommen.", "cp1252", "windows-1252"),
        ("Министр сказал, что договор подписан в Москве. Никто не возражал.", "cp1251", "cp1251"),
        ("Министр сказал, что договор подписан в Москве. Никто не возражал.", "koi8_r", "koi8-r"),
        ("これは日本語の文書です。会議は三月に開かれた。", "shift_jis", "cp932"),
        (WESTERN, "utf-16-le", "utf-16-le"),
        (WESTERN, "utf-16-be", "utf-16-be"),
    ],
)
def test_encoding_is_guessed_and_noted(text: str, encoding: str, label: str) -> None:
    """The text is right to the character, and the notes call it a guess."""
    decoded, name, notes = decode(text.encode(encoding), "x")
    assert decoded == text
    assert name == label
    assert "guess" in notes[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_byte_order_mark_decides(encoding: str) -> None:
    """With its mark an encoding is no guess, and the mark is left out."""
    decoded, name, notes = decode(WESTERN.encode(encoding), "x")
    assert (decoded, name) == (WESTERN, encoding)
    assert "byte-order mark" in notes[0]


def test_mark_that_lies() -> None:
    """Bytes that belie their mark are refused."""
    for data in (codecs.BOM_UTF16_LE + b"a", codecs.BOM_UTF8 + b"\xff"):
        with pytest.raises(DocumentError, match="not in it"):
            decode(data, "x")


def test_damaged_utf8_is_not_taken_for_another_encoding() -> None:
    """A broken byte in UTF-8 text shows as the replacement character; the rest stays right, and the notes count."""
    data = "“Café” – “naïve”, said José. ".encode() * 3 + b"\xff end"
    text, name, notes = decode(data, "x")
    assert text == "“Café” – “naïve”, said José. " * 3 + "\ufffd end"
    assert name == "utf-8"
    assert "1 × \ufffd" in notes[0]


def test_noise_is_no_text() -> None:
    """Bytes in no encoding are refused, not decoded into letters at random."""
    with pytest.raises(DocumentError, match="known"):
        decode(bytes(range(1, 256)) * 4 + bytes(range(255, 128, -1)), "x")
