"""How a chunk is written down for the model: each sentence as it stands, behind its label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.documents import Document
    from summariser.prompts.scope import Chunk

__all__ = ["about_line", "inert", "numbered"]


_CONTROL = re.compile(r"<(?=\|)|(?<=\|)>")


def numbered(chunk: Chunk) -> str:
    """The sentences of a chunk, one after the other, each behind its label.

    They stand as they are but for one thing: a space breaks `<|…|>`, which local engines would take for a mark that
    ends the message and begins another one.
    """
    return "\n".join(f"s{sentence.index + 1} {inert(sentence.text)}" for sentence in chunk.sentences)


def inert(text: str) -> str:
    """A text without marks that control a chat."""
    return _CONTROL.sub(lambda mark: "< " if mark.group() == "<" else " >", text)


def about_line(document: Document) -> str:
    """What the program knows of the document itself: its date, or nothing."""
    return f"Date: {document.date.isoformat()}" if document.date else ""
