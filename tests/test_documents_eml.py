"""Reading mails and pages saved with all that belongs to them."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.documents import read_bytes
from summariser.documents.formats.eml import read
from summariser.documents.formats.extract import Source
from summariser.documents.title import find_title
from summariser.errors import DocumentError


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    head = {
        "From": "Ana Ruiz <ana@norland.example>",
        "To": "Bo Ek <bo@sudland.example>",
        "Date": "Thu, 04 Mar 2027 23:30:00 +0200",
        "Subject": "The rail pact – terms",
    }
    for name, value in {**head, **headers}.items():
        message[name] = value
    return message


def test_head_and_plain_text_are_read() -> None:
    """The head stands above the text, one line each; the plain text goes before the HTML."""
    message = mail()
    message.set_content("Dear Bo,\n\nwe will pay by 2031.\n")
    message.add_alternative("<p>Dear Bo, in HTML</p>", subtype="html")
    document = read_bytes(message.as_bytes(), "pact.eml")
    assert document.text.split("\n\n") == [
        "From: Ana Ruiz <ana@norland.example>",
        "To: Bo Ek <bo@sudland.example>",
        "Date: Thu, 04 Mar 2027 23:30:00 +0200",
        "Subject: The rail pact – terms",
        "Dear Bo,",
        "we will pay by 2031.",
    ]
    assert (document.title, document.author) == ("The rail pact – terms", "Ana Ruiz")
    assert (document.date, document.date_source) == (date(2027, 3, 4), "the mail's Date header")
    assert find_title(document) == "The rail pact – terms"
    assert document.media_type == "message/rfc822"


def test_html_is_read_where_there_is_no_plain_text() -> None:
    """Its lines become paragraphs; no extractor is needed."""
    message = mail()
    message.set_content("<style>p{}</style><p>We will pay.</p><table><tr><td>Sum<td>4 m</table>", subtype="html")
    assert read(Source(message.as_bytes())).text.split("\n\n")[-2:] == ["We will pay.", "Sum\t4 m"]


def test_attachments_are_named_and_not_read() -> None:
    """Each is in the notes, mails inside the mail too; text behind an attachment is not lost."""
    message = mail()
    message.set_content("See attached.")
    message.add_attachment(b"a,b", maintype="text", subtype="csv", filename="budget\x07 2027.csv")
    inner = mail(Subject="Older")
    inner.set_content("Old text.")
    message.add_attachment(inner)
    footer = EmailMessage()
    footer.set_content("Sent by the list.")
    message.attach(footer)
    found = read(Source(message.as_bytes()))
    assert found.notes == ("Attached and not read: budget 2027.csv, a mail inside the mail.",)
    assert "Old text." not in found.text
    assert found.text.endswith("Sent by the list.")


def test_mail_with_attachments_only_is_refused() -> None:
    """The hint names what to give instead."""
    message = mail()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="pact.pdf")
    with pytest.raises(DocumentError, match="is a mail without text of its own") as caught:
        read(Source(message.as_bytes()))
    assert "pact.pdf" in caught.value.hint


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "koi8-r", "x-unknown"])
def test_encodings_of_parts(charset: str) -> None:
    """The declared encoding counts; an unknown one is guessed."""
    text = "Министр сказал, что договор подписан в Москве." if charset in {"utf-8", "koi8-r"} else "Café José paid."
    known = "cp1252" if charset == "x-unknown" else charset
    head = f"From: a@b.example\r\nContent-Type: text/plain; charset={charset}\r\nMIME-Version: 1.0\r\n\r\n"
    assert text in read(Source(head.encode() + text.encode(known))).text


def test_encoded_words_of_headers_are_decoded() -> None:
    """Names and subjects read as their writers meant them."""
    data = b"From: =?utf-8?q?Jos=C3=A9?= <j@x.example>\nSubject: =?koi8-r?b?5M/Hz9fP0g==?=\nMIME-Version: 1.0\n\nHi.\n"
    found = read(Source(data))
    assert (found.author, found.title) == ("José", "Договор")


def test_plain_memorandum_is_no_mail() -> None:
    """A text that begins with From and Date as people type them is read as text, but a suffix decides."""
    memo = b"From: The Minister\nTo: All staff\nDate: 4 March 2027\n\nNobody will be left behind.\n"
    assert read_bytes(memo, "memo.txt").media_type == "text/plain"
    assert read_bytes(memo, "memo.eml").media_type == "message/rfc822"
    assert read_bytes(b"Message-ID: <1@x>\nDate: Thu, 4 Mar 2027 10:00:00 +0000\n" + memo, "x").title is None


def test_saved_page_is_read_as_a_page() -> None:
    """The page inside an archive of a browser gives text and link."""
    body = "<html><body><article><h1>Pact signed</h1><p>Norland will pay four million by 2031, it said.</p></article>"
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example.org/pact\r\nSubject: Pact\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{body.replace('=', '=3D')}\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    ).encode()
    document = read_bytes(data, "pact.mhtml")
    assert document.media_type == "multipart/related"
    assert document.url == "https://post.example.org/pact"
    assert document.text.endswith("Norland will pay four million by 2031, it said.")
    with pytest.raises(DocumentError, match="holds no web page"):
        read_bytes(data.replace(b"text/html", b"text/css"), "pact.mhtml")


def test_nesting_without_end_is_refused() -> None:
    """A mail of parts inside parts inside parts does not bring the reader down."""
    data = b"From: a@b.example\nMIME-Version: 1.0\n"
    data += b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000))
    with pytest.raises(DocumentError, match="is damaged"):
        read_bytes(data, "deep.eml")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_mail_gives_text_or_a_document_error(data: bytes) -> None:
    """Broken headers and parts never fail in any other way."""
    try:
        found = read(Source(b"From: x@y.example\nContent-Type: text/plain\n" + data))
    except DocumentError:
        return
    assert found.text.strip()
