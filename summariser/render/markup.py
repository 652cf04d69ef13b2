"""HTML built from typed calls: whatever is not markup already is escaped, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from summariser.render.inert import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["element", "join", "text"]

_VOID = frozenset({"meta"})


def text(value: str) -> Markup:
    """Plain text as HTML, without control characters.

    Args:
        value: Any text; markup passes unchanged.

    Returns:
        Safe in element content and in quoted attributes.
    """
    return value if isinstance(value, Markup) else escape(visible(value))


def join(children: Iterable[str | None], separator: str = "") -> Markup:
    """Escape and concatenate; None is left out."""
    return text(separator).join(text(child) for child in children if child is not None)


def element(name: str, /, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """One HTML element.

    Args:
        name: Tag name, a constant of this package.
        *children: Text (escaped), markup (kept) or None (left out).
        **attributes: By attribute name; an underscore at the end is dropped (`class_`), others become hyphens
            (`aria_label`). None and False leave the attribute out, True gives it without a value.

    Returns:
        The element.
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        parts.append(f" {attribute}" if value is True else f' {attribute}="{text(str(value))}"')
    parts.append(">")
    if name in _VOID:
        return Markup("".join(parts))  # noqa: S704 - tag and attribute names are constants, values are escaped above
    return Markup("".join(parts)) + join(children) + Markup(f"</{name}>")  # noqa: S704 - likewise
