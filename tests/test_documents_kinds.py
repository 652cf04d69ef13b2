"""Telling what kind of document some bytes are."""

from __future__ import annotations

import pytest

from summariser.documents.formats.kinds import DOCX, EML, HTML, MARKDOWN, MHTML, PDF, TEXT, recognise
from tests.paper import drawn, lines, p, word

MACHINE_MAIL = b"Received: from x\r\n by y\r\nMessage-ID: <1@x>\r\nFrom: a@b.example\r\nSubject: Hi\r\n\r\nHi."


@pytest.mark.parametrize(
    ("data", "name", "media_type", "kind"),
    [
        (drawn(lines("x")), "report.txt", "text/plain", PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "x", None, PDF),
        (b"HTTP junk %PDF-1.4", "report.pdf", None, PDF),
        (b"How to read %PDF-1.4 files", "notes.txt", None, TEXT),
        (b"Only text", "report.pdf", None, TEXT),
        (word(p("x")), "report.pdf", None, DOCX),
        (b"Only text", "x", DOCX, TEXT),
        (b"<!DOCTYPE html><p>Hi", "x.txt", None, HTML),
        (b"\n<!-- saved from url=(0014)about -->\n<html><p>Hi", "x", None, HTML),
        (b"<?xml version='1.0'?><!doctype HTML><p>Hi", "x", None, HTML),
        ("<html><p>Hi".encode("utf-16"), "x", None, HTML),
        (b"<p>Hi</p>", "page.html", None, HTML),
        (b"<p>Hi</p>", "https://x.example/a", "text/html", HTML),
        (b"<p>Hi</p>", "https://x.example/a", "application/xhtml+xml", HTML),
        (b"2 < 3 and no tags", "page.html", None, TEXT),
        (b"<p>Hi</p>", "x.txt", None, TEXT),
        (MACHINE_MAIL, "x.txt", None, EML),
        (b"From: The Minister\nTo: All\nDate: today\n\nHi", "memo.txt", None, TEXT),
        (b"From: The Minister\nTo: All\nDate: today\n\nHi", "memo.eml", None, EML),
        (b"Snapshot-Content-Location: https://x\nMIME-Version: 1.0\nFrom: <Saved by X>\n\n", "x", None, MHTML),
        (b"# Hi", "x.md", None, MARKDOWN),
        (b"# Hi", "https://x.example/readme.md", "text/plain", MARKDOWN),
        (b"a,b", "x", "text/csv", "text/csv"),
        (b"a,b", "x", "application/octet-stream", TEXT),
    ],
)
def test_bytes_go_before_promises(data: bytes, name: str, media_type: str | None, kind: str) -> None:
    """What the bytes plainly are counts first, then what the server says, then the suffix."""
    assert recognise(data, name, media_type) == kind
