"""Text with `${names}` in it. Values are put in once and never read again, so a document cannot act as a template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.errors import PromptError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["Template"]

_NAME = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_LIKE = re.compile(r"\$\{[^}\n]{0,60}\}?")


@dataclass(frozen=True)
class Template:
    """A text with declared variables.

    Attributes:
        text: The text.
        source: File it comes from, for messages.
    """

    text: str
    source: str

    @property
    def names(self) -> frozenset[str]:
        """The variables that occur."""
        return frozenset(_NAME.findall(self.text))

    def check(self, declared: Collection[str]) -> None:
        """See that every variable is well formed and declared.

        Raises:
            PromptError: One is not; the message names file and line.
        """
        for match in _LIKE.finditer(self.text):
            name = _NAME.fullmatch(match.group())
            line = self.text.count("\n", 0, match.start()) + 1
            if name is None:
                raise PromptError(
                    f"{self.source}, line {line}: malformed variable {match.group()!r}", hint="write ${name}"
                )
            if name.group(1) not in declared:
                raise PromptError(
                    f"{self.source}, line {line}: unknown variable ${{{name.group(1)}}}",
                    hint=f"declared are: {', '.join(sorted(declared)) or 'none'}",
                )

    def render(self, values: Mapping[str, str]) -> str:
        """The text with its variables replaced, in one pass; values stay as they are.

        Raises:
            PromptError: A variable has no value.
        """
        missing = sorted(self.names - values.keys())
        if missing:
            raise PromptError(f"{self.source}: no value for ${{{missing[0]}}}")
        return _NAME.sub(lambda match: values[match.group(1)], self.text)
