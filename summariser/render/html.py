"""A brief as one self-contained HTML page, with its source beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.evidence import EvidenceIndex
from summariser.render.html_cards import PARTS, part_section, summary_section
from summariser.render.html_source import source_pane
from summariser.render.labels import coverage_line, day_words, plural, provenance_rows
from summariser.render.markup import element, join
from summariser.render.page import asset, page_head

if TYPE_CHECKING:
    from markupsafe import Markup

    from summariser.documents.document import Document
    from summariser.schemas.brief import Brief, Coverage, CoverageChunk, DocumentInfo

__all__ = ["render_html"]


def render_html(brief: Brief, document: Document | None) -> str:
    """Render a brief as one HTML page that needs nothing from outside.

    The page shows the source beside the brief. Each item leads to its evidence and each marked stretch of the source to
    the items that rest on it. Its content security policy allows its own script and style, known by their SHA-256, and
    nothing else: no request, no form, no script from the document.

    Args:
        brief: The brief.
        document: Its document, or None: the evidence is then printed under each item. A span that does not fit the
            document is printed too, never marked at a guess.

    Returns:
        The page. Takes linear time in the length of the document.
    """
    index = EvidenceIndex(brief, document.text if document else None)
    styles = asset("summariser.render", "brief.css") + asset("summariser.render", "print.css")
    script = asset("summariser.render", "brief.js")
    head = page_head(brief.title or "Brief", styles, script, generator=brief.provenance.summariser_version)
    body = element(
        "body",
        element("a", "Skip to the source", href="#source", class_="skip") if document else None,
        element("main", _brief_pane(brief, index), source_pane(brief, document, index)),
        _views() if document else None,
        element("div", id="live", class_="unseen", role="status", aria_live="polite"),
        element("script", script),
    )
    page = element("html", head, body, lang="en", class_="paired" if document else "alone", data_show="p c x q")
    return f"<!doctype html>\n{page}\n"


def _brief_pane(brief: Brief, index: EvidenceIndex) -> Markup:
    return element(
        "section",
        element(
            "header",
            element("h1", brief.title or "Brief", id="title", dir="auto"),
            element("p", _byline(brief.provenance.document), class_="quiet"),
            _warnings(brief.coverage),
        ),
        summary_section(brief, index),
        _filters(index),
        *(part_section(part, index) for part in PARTS),
        _coverage(brief.coverage),
        _footer(brief),
        id="brief",
        aria_labelledby="title",
        tabindex="-1",
    )


def _byline(document: DocumentInfo) -> Markup:
    is_link = document.name.startswith(("https://", "http://"))
    name = element("a", document.name, href=document.name, rel="noreferrer noopener") if is_link else document.name
    day = element("time", day_words(document.date), datetime=document.date.isoformat()) if document.date else None
    return join([element("bdi", name), day], " · ") if day else element("bdi", name)


def _warnings(coverage: Coverage) -> Markup | None:
    """Loss stands at the top of the page, not in a drawer."""
    lines = list(coverage.warnings)
    if not lines and not coverage.lossless:
        lines = [coverage_line(coverage)]
    if not lines:
        return None
    return element("ul", *(element("li", line, dir="auto") for line in lines), class_="warnings", aria_label="Warnings")


def _filters(index: EvidenceIndex) -> Markup:
    chips = (
        element("button", title, " ", element("span", f"{len(index.items[part])}", class_="count"), type="button",
                class_=f"chip {part}", data_filter=part, aria_pressed="false")
        for part, title in PARTS.items()
    )  # fmt: skip
    everything = element("button", "All", type="button", class_="chip", data_filter="", aria_pressed="true")
    return element("div", everything, *chips, class_="filters", role="group", aria_label="Show")


def _coverage(coverage: Coverage) -> Markup:
    unread = [_chunk(chunk) for chunk in coverage.chunks if chunk.status != "read"]
    everything = "Every part was read." if coverage.read >= coverage.characters else "The ledger names no part."
    dropped = [
        element(
            "li", element("q", item.value, dir="auto"), element("span", f"{item.part}: {item.reason}", class_="quiet")
        )
        for item in coverage.dropped
    ]
    return element(
        "details",
        element("summary", element("h2", "Coverage"), " ", element("span", coverage_line(coverage), class_="quiet")),
        element("h3", "Not read"),
        element("ul", *unread) if unread else element("p", everything, class_="quiet"),
        element("h3", "Dropped, because the source does not bear it out"),
        element("ul", *dropped) if dropped else element("p", "Nothing was dropped.", class_="quiet"),
        class_="coverage",
    )


def _chunk(chunk: CoverageChunk) -> Markup:
    place = f"characters {chunk.start}–{chunk.end} ({plural(chunk.end - chunk.start, 'character')})"
    reason = f": {chunk.reason}" if chunk.reason else None
    return element("li", element("strong", chunk.status), reason, " ", element("span", place, class_="quiet"))


def _footer(brief: Brief) -> Markup:
    rows = (
        element("div", element("dt", key), element("dd", value)) for key, value in provenance_rows(brief.provenance)
    )
    keys = "Keys: j and k or the arrows walk the items, Enter selects, n and p walk the evidence, Esc clears."
    return element(
        "footer",
        element("h2", "How this brief was made"),
        element("dl", *rows),
        element("p", keys, class_="quiet keys"),
    )


def _views() -> Markup:
    """On a narrow screen one pane shows at a time; without a script these are plain links down the page."""
    links = (
        element("a", "Brief", href="#brief", data_view="brief", aria_current="true"),
        element("a", "Source", href="#source", data_view="source"),
    )
    return element("nav", *links, class_="views", aria_label="Panes")
