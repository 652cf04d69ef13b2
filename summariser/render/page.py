"""What every HTML page of this package begins with: its policy, its style, and where its assets come from."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from markupsafe import Markup

from summariser.render.markup import element

__all__ = ["asset", "page_head"]


@cache
def asset(package: str, name: str) -> Markup:
    """A file of the folder `assets` of a package, such as a style sheet.

    Args:
        package: For example "summariser.render".
        name: Name of the file.
    """
    content = resources.files(package).joinpath("assets", name).read_text(encoding="utf-8")
    return Markup(content)  # noqa: S704 - a file of this package


def page_head(title: str, styles: Markup, script: Markup, *, generator: str, images: bool = False) -> Markup:
    """The head of a self-contained page; its policy allows its own style and script, known by SHA-256, and no more.

    Args:
        title: Of the page.
        styles: Its style sheet.
        script: The one script that its body will hold.
        generator: Version of this package that made what is shown.
        images: Whether it holds pictures as data.
    """
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(styles)}'; "
        f"{'img-src data:; ' if images else ''}base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"summariser {generator}"),
        element("title", title),
        element("style", styles),
    )


def _digest(content: str) -> str:
    """Source expression that allows exactly this inline content."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
