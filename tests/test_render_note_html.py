"""Notes as HTML pages, read by a strict parser."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from summariser.render.note import Style, list_styles, load_style, render_note_html
from summariser.render.note.words import clean
from tests.brief_strategies import any_text
from tests.hostile_note import hostile_note
from tests.note_goldens import GOLDEN, bare
from tests.page import Node, read_html
from tests.sample_note import sample_note

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.schemas.note import Note

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def page_of(note: Note, style: Style | None = None) -> Node:
    html = render_note_html(note, style or Style())
    assert html.startswith("<!doctype html>\n")
    return read_html(re.sub(r"<(?:col|img) [^>]*>", "", html.removeprefix("<!doctype html>\n")))


@pytest.mark.parametrize(("style", "length"), [("plain", "long"), ("ministry", "short")])
def test_golden(style: str, length: str) -> None:
    """Letter by letter what was looked at and found good; `python -m tests.note_goldens` writes it anew."""
    note = sample_note(length)  # type: ignore[arg-type]
    assert bare(render_note_html(note, load_style(style))) == (GOLDEN / f"{style}.html").read_text("utf-8")


@pytest.mark.parametrize("style", list(list_styles()))
@pytest.mark.parametrize("length", ["long", "short"])
def test_every_reference_leads_to_its_evidence_and_back(style: str, length: str) -> None:
    """Without a script: each link has its target, ids are unique, the target holds the words of the span."""
    note = sample_note(length)  # type: ignore[arg-type]
    page = page_of(note, load_style(style))
    ids = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    targets = {node.attributes["href"] for node in page.all("a") if (node.attributes.get("href") or "").startswith("#")}
    assert {str(target)[1:] for target in targets} <= set(ids)
    cites = page.all("a", class_="cite")
    assert cites
    for cite in cites:
        number = int(cite.text.strip("[]"))
        citation = note.citation(number)
        assert citation is not None
        entry = page.by_id(str(cite.attributes["href"])[1:])
        assert entry.one("mark").text == citation.span.text
        assert f"#{cite.attributes['id']}" in [back.attributes["href"] for back in entry.all("a", class_="back")]


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    """By their hashes; no address of another host is loaded, links are http(s)."""
    html = render_note_html(hostile_note(), load_style("ministry"))
    page = page_of(hostile_note(), load_style("ministry"))
    (policy,) = [str(node.attributes["content"]) for node in page.all("meta") if "http-equiv" in node.attributes]
    for name in ("script", "style"):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not [
        node for node in page.all() if "src" in node.attributes or any(key.startswith("on") for key in node.attributes)
    ]
    hrefs = [str(node.attributes["href"]) for node in page.all("a")]
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)


@settings(max_examples=40, deadline=None)
@given(any_text)
def test_no_text_breaks_the_page(text: str) -> None:
    """The elements are those of the sample, whatever stands in any field."""
    before, after = page_of(sample_note()), page_of(hostile_note(text))
    for name in ("section", "table", "tr", "td", "th", "li", "h1", "h2", "h3", "blockquote", "script", "style"):
        assert len(after.all(name)) == len(before.all(name)), name


def test_hostile_text_is_shown_as_text() -> None:
    """The title reads letter by letter."""
    note = hostile_note()
    assert page_of(note).one("h1").text == clean(note.title)


def test_headings_tables_and_language_serve_readers_who_do_not_see() -> None:
    """One h1, sections under their headings, header cells with scope, a caption for each table."""
    page = page_of(sample_note(), load_style("newsroom"))
    assert page.one("html").attributes["lang"] == "en-US"
    assert len(page.all("h1")) == 1
    for section in page.all("section"):
        assert page.by_id(str(section.attributes["aria-labelledby"])).name == "h2"
    for table in page.all("table"):
        assert table.one("caption").text
        assert {cell.attributes["scope"] for cell in table.one("thead").all("th")} == {"col"}
        assert all(row.all("th")[0].attributes["scope"] == "row" for row in table.one("tbody").all("tr"))


def test_the_house_style_shows(tmp_path: Path) -> None:
    """Letterhead, logo with its alternative, classification, footer, paper; its strings are escaped in the style sheet."""
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "style.toml").write_text(
        'letterhead = ["Ministry of Fish"]\nlogo = "logo.png"\nlogo_alt = "A \\"crest\\""\n'
        'classification = "TOP \\"</style><b>\\" SECRET"\nfooter = "x;}</style>"\npaper = "letter"\naccent = "#123456"\n',
        "utf-8",
    )
    style = load_style(tmp_path)
    html = render_note_html(sample_note(), style)
    page = page_of(sample_note(), style)
    assert len(page.all("style")) == 1
    assert not page.all("b")
    assert 'alt="A &#34;crest&#34;" src="data:image/png;base64,' in html
    assert "size: letter" in html
    assert "--house: #123456" in html
    assert [node.text for node in page.all("p", class_="marking")] == ['TOP "</style><b>" SECRET'] * 2
