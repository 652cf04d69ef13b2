"""One occurrence of a proper name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["KindHint", "Mention"]

KindHint = Literal["person", "state", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a proper name.

    Attributes:
        start: First character of the name, titles left out.
        end: One past the last.
        text: The characters between.
        kind: What its words show it to be, or None.
        role: Title or function beside it, in the document's words.
        honorific: "Mr.", "Dame", where one stands before it.
        state: A state's usual name ("Kingdom of Norway": Norway); of others, the state whose adjective stands in the
            title or in the name ("Uzbek First Deputy Minister").
        full_start: Where the title before the name begins (start, where there is none).
        owner: Words for the body in the title ("World Bank" in "World Bank President Ruiz"), or None.
        office: True where it is a title alone ("the Clerk").
        opening: True for a single word that begins a sentence, so that its capital proves nothing.
    """

    start: int
    end: int
    text: str
    kind: KindHint | None = None
    role: str | None = None
    honorific: str | None = None
    state: str | None = None
    full_start: int = -1
    owner: str | None = None
    office: bool = False
    opening: bool = False

    @property
    def name(self) -> str:
        """The text with white space folded."""
        return " ".join(self.text.split())
