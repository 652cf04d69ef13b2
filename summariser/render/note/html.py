"""A note as one self-contained HTML page that prints as it reads."""

from __future__ import annotations

import base64
import re
from functools import singledispatch
from typing import TYPE_CHECKING

from markupsafe import Markup

from summariser.render.markup import element, join
from summariser.render.note.blocks import (
    Block,
    Cell,
    Cite,
    Evidence,
    Items,
    Layout,
    Line,
    Link,
    Paragraph,
    Piece,
    Quotation,
    Section,
    Sides,
    Table,
)
from summariser.render.note.compose import lay_out
from summariser.render.note.styles import logo_of
from summariser.render.page import asset, page_head

if TYPE_CHECKING:
    from summariser.render.note.blocks import Entry
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note

__all__ = ["render_note_html"]

_IN_CSS_STRING = re.compile(r"[^A-Za-z0-9 .,:;–—-]")
_PAPER = {"a4": "A4", "letter": "letter"}


def render_note_html(note: Note, style: Style) -> str:
    """Render a note as one HTML page that needs nothing from outside.

    Each reference leads to its evidence and back; with a script the evidence also opens beside the sentence. The
    content security policy allows the page's own script and style, known by their SHA-256, and nothing else.

    Args:
        note: The note.
        style: The house style.

    Returns:
        The page.

    Raises:
        SettingsError: The logo of the style cannot be used.
    """
    layout = lay_out(note, style)
    styles = Markup(_variables(style)) + asset("summariser.render.note", "note.css")  # noqa: S704 - see _variables
    script = asset("summariser.render.note", "note.js")
    head = page_head(layout.title, styles, script, generator=note.provenance.summariser_version, images=True)
    marking = element("p", style.classification, class_="marking") if style.classification else None
    body = element(
        "body",
        element("a", "Skip to the evidence", href="#evidence", class_="skip"),
        marking,
        element(
            "main",
            _letterhead(style),
            _title_block(layout),
            _warnings(layout),
            _contents(layout),
            *map(_section, layout.sections),
        ),
        element("footer", element("p", style.footer)) if style.footer else None,
        marking,
        element("div", id="beside", role="dialog", aria_label="Evidence", hidden=True),
        element("script", script),
    )
    return f"<!doctype html>\n{element('html', head, body, lang=layout.lang)}\n"


def _variables(style: Style) -> str:
    """What the house style sets; families and colour are checked by the style, strings are escaped here."""

    def families(names: list[str]) -> str:
        return ", ".join([*(f'"{name}"' for name in names), style.fonts.generic])

    def string(text: str) -> str:
        return '"' + _IN_CSS_STRING.sub(lambda found: f"\\{ord(found.group()):06x}", text) + '"'

    return (
        f":root {{ --text: {families(style.fonts.text)}; --heads: {families(style.fonts.headings)}; "
        f"--house: {style.accent}; }}\n"
        f"@page {{ size: {_PAPER[style.paper]}; @top-center {{ content: {string(style.classification)}; }} "
        f"@bottom-left {{ content: {string(style.footer)}; }} }}\n"
    )


def _letterhead(style: Style) -> Markup | None:
    logo = logo_of(style)
    picture = None
    if logo:
        kind = "png" if logo.startswith(b"\x89PNG") else "jpeg"
        data = base64.b64encode(logo).decode()
        picture = Markup('<img class="logo" alt="{}" src="data:image/{};base64,{}">').format(style.logo_alt, kind, data)
    if not (logo or style.letterhead):
        return None
    lines = element("div", *(element("p", line) for line in style.letterhead))
    return element("div", picture, lines, class_="letterhead")


def _title_block(layout: Layout) -> Markup:
    facts = (element("div", element("dt", fact.label), element("dd", _bdi(fact.value))) for fact in layout.facts)
    return element(
        "header",
        element("p", layout.kind, class_="kind"),
        element("h1", layout.title, dir="auto"),
        element("dl", *facts, class_="particulars"),
    )


def _warnings(layout: Layout) -> Markup | None:
    if not layout.warnings:
        return None
    return element(
        "aside",
        element("h2", layout.warnings_title, id="care"),
        element("ul", *(element("li", warning, dir="auto") for warning in layout.warnings)),
        class_="care",
        aria_labelledby="care",
    )


def _contents(layout: Layout) -> Markup:
    links = (element("a", section.title, href=f"#{section.key}") for section in layout.sections)
    return element("nav", *links, class_="contents", aria_label="Contents")


def _section(section: Section) -> Markup:
    heading = element("h2", section.title, id=f"{section.key}-title")
    return element(
        "section",
        heading,
        *map(_block, section.blocks),
        id=section.key,
        class_=section.key.replace("_", "-"),
        aria_labelledby=f"{section.key}-title",
    )


@singledispatch
def _block(block: Block) -> Markup:
    raise TypeError(type(block).__name__)


@_block.register
def _(block: Paragraph) -> Markup:
    return element("p", _line(block.line))


@_block.register
def _(block: Items) -> Markup:
    items = [element("li", _line(line)) for line in block.lines]
    if block.first is None:
        return element("ul", *items, class_="items")
    return element("ol", *items, start=block.first, class_="items")


@_block.register
def _(block: Table) -> Markup:
    total = sum(column.weight for column in block.columns)
    widths = (Markup('<col class="w{}">').format(round(20 * column.weight / total) * 5) for column in block.columns)
    group = element("colgroup", *widths)
    head = element("tr", *(element("th", column.title, scope="col") for column in block.columns))
    rows = []
    for row in block.rows:
        first, *others = zip(block.columns, row, strict=True)
        cells = [element("th", _cell(first[1]), scope="row", data_label=first[0].title)]
        cells += [element("td", _cell(cell), data_label=column.title) for column, cell in others]
        rows.append(element("tr", *cells))
    return element(
        "table",
        element("caption", block.name, class_="unseen"),
        group,
        element("thead", head),
        element("tbody", *rows),
    )


@_block.register
def _(block: Sides) -> Markup:
    sides = (
        element("div", element("div", _cell(side.head), class_="head"), element("p", _line(side.words)), class_="side")
        for side in block.sides
    )
    return element("div", element("h3", _line(block.about)), element("div", *sides, class_="sides"), class_="matter")


@_block.register
def _(block: Quotation) -> Markup:
    words = element("blockquote", element("p", _line(block.words)))
    return element("figure", words, element("figcaption", _line(block.by)))


@_block.register
def _(block: Evidence) -> Markup:
    return element("ol", *map(_entry, block.entries), class_="entries")


def _entry(entry: Entry) -> Markup:
    backs = [
        element(
            "a",
            "↑" if entry.uses == 1 else f"↑{use}",
            href=f"#c{entry.number}-{use}",
            class_="back",
            aria_label=f"Back to reference {use} to evidence {entry.number}",
        )
        for use in range(1, entry.uses + 1)
    ]
    sentence = element("bdi", entry.before, element("mark", entry.span), entry.after)
    return element(
        "li",
        element("span", f"[{entry.number}]", class_="number"),
        element(
            "div",
            element("p", sentence, class_="words"),
            element("p", _line(entry.source), " ", element("span", join(backs, " "), class_="backs"), class_="from"),
        ),
        id=f"e{entry.number}",
        value=entry.number,
        tabindex="-1",
    )


def _cell(cell: Cell) -> Markup:
    return join(element("div", _line(line)) for line in cell)


def _line(line: Line) -> Markup:
    return join(map(_piece, line))


def _piece(piece: Piece) -> Markup | str:
    if isinstance(piece, Cite):
        return element(
            "a",
            f"[{piece.number}]",
            href=f"#e{piece.number}",
            id=f"c{piece.number}-{piece.use}",
            class_="cite",
            aria_label=f"Evidence {piece.number}",
        )
    if isinstance(piece, Link):
        return element("a", _bdi(piece.text), href=piece.url, rel="noreferrer noopener")
    words = _bdi(piece.text) if piece.foreign else piece.text
    if piece.look == "plain":
        return words
    return element("strong" if piece.look in {"strong", "mark"} else "span", words, class_=piece.look)


def _bdi(text: str) -> Markup:
    return element("bdi", text)
