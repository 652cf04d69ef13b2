"""Reading mails (.eml): the head of the mail and its text; attachments are named, not read."""

from __future__ import annotations

import email
import email.policy
from email.errors import MessageError
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from summariser.documents.formats.charset import decode_page
from summariser.documents.formats.composer import Composer, clean, one_line
from summariser.documents.formats.extract import Extract, FoundDate, Source
from summariser.documents.formats.plain_html import PlainText
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart

__all__ = ["content", "header", "parse", "read"]

_HEAD = ("From", "To", "Cc", "Date", "Subject")
_MOST_NAMED = 20
# What the library raises on headers that are not as they should be.
_MALFORMED = (MessageError, ValueError, IndexError, AttributeError, TypeError, LookupError)


class _Part(NamedTuple):
    text: str
    encoding: str
    html: bool
    notes: tuple[str, ...]


def read(source: Source) -> Extract:
    """Read a mail.

    Args:
        source: The mail.

    Returns:
        Its sender, recipients, date and subject, one line each, and its text: the plain one, or that of its HTML where
        there is no other. The notes name its attachments.

    Raises:
        DocumentError: It is no mail, or holds no text.
    """
    mail = parse(source.data)
    composer = Composer()
    for name in _HEAD:
        value = header(mail, name)
        if value:
            composer.add(f"{name}: {clean(value)}")
    attached: list[str] = []
    parts = list(_parts(mail, attached))
    for part in parts:
        for line in PlainText(part.text).lines if part.html else [part.text]:
            composer.add(clean(line))
    if not any(part.text.strip() for part in parts):
        raise DocumentError("is a mail without text" + (" of its own" if attached else ""), hint=_hint(attached))
    name, address = parseaddr(header(mail, "From") or "")
    notes = tuple(dict.fromkeys(note for part in parts for note in part.notes))
    return Extract(
        text=composer.text,
        encoding=parts[0].encoding,
        notes=(*notes, *_named(attached)),
        title=one_line(header(mail, "Subject")),
        author=one_line(name or address),
        date=_sent(header(mail, "Date")),
    )


def parse(data: bytes) -> EmailMessage:
    """Take a mail apart.

    Args:
        data: The mail.

    Raises:
        DocumentError: It cannot be.
    """
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except (*_MALFORMED, RecursionError):
        raise DocumentError("is damaged: it cannot be taken apart as a mail", hint="save it again") from None


def header(mail: MIMEPart, name: str) -> str | None:
    """The value of a header as one line, decoded, or None."""
    try:
        value = mail[name]
        return " ".join(str(value).split()) or None if value is not None else None
    except _MALFORMED:
        return None


def content(part: MIMEPart) -> tuple[str, str, tuple[str, ...]]:
    """The text of a part, its encoding, and notes on how that was found."""
    try:
        data, charset = part.get_payload(decode=True), part.get_content_charset()
    except _MALFORMED:
        return "", "utf-8", ()
    return decode_page(data, charset) if isinstance(data, bytes) and data else ("", "utf-8", ())


def _parts(part: MIMEPart, attached: list[str]) -> Iterator[_Part]:
    """The texts of a mail in order; what is attached is collected by name."""
    kind = part.get_content_type()
    children = list(part.iter_parts()) if part.is_multipart() and part.get_content_maintype() == "multipart" else []
    if kind == "multipart/alternative":
        best = next((child for child in children if _holds(child, "text/plain")), None)
        best = best or next((child for child in children if _holds(child, "text/html")), None)
        children = children[:1] if best is None else [best]
    for child in children:
        yield from _parts(child, attached)
    if part.get_content_maintype() == "multipart":
        return
    if kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        text, encoding, notes = content(part)
        yield _Part(text, encoding, kind == "text/html", notes)
    elif part.get_content_disposition() == "attachment" or not part.get("Content-ID"):
        attached.append(_name(part, kind))


def _holds(part: MIMEPart, kind: str) -> bool:
    return any(piece.get_content_type() == kind for piece in part.walk())


def _name(part: MIMEPart, kind: str) -> str:
    if kind == "message/rfc822":
        return "a mail inside the mail"
    try:
        return one_line(part.get_filename()) or f"a file without a name ({kind})"
    except _MALFORMED:
        return f"a file without a name ({kind})"


def _named(attached: list[str]) -> Iterator[str]:
    if attached:
        more = f" and {len(attached) - _MOST_NAMED} more" if len(attached) > _MOST_NAMED else ""
        yield f"Attached and not read: {', '.join(attached[:_MOST_NAMED])}{more}."


def _hint(attached: list[str]) -> str:
    return f"save and give what is attached: {', '.join(attached[:3])}" if attached else "check that it was saved whole"


def _sent(value: str | None) -> FoundDate | None:
    try:
        sent = parsedate_to_datetime(value) if value else None
    except _MALFORMED:
        return None
    return FoundDate(sent.date(), "the mail's Date header", certain=True) if sent else None
